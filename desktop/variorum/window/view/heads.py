"""What stands above the two panes: the name of each text and what is known of it.

Imports Qt. Widths are device-independent pixels.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a pane."""

    title: str = ""
    """The file's name."""
    detail: str = ""
    """A few words more, such as "1,023 words · English · UTF-8"."""
    tool_tip: str = ""
    """All that is known of the text: shown when the mouse rests on the head."""

"""Names amid the window's own words: the way that a name is written ends with it.

Imports the page's direction of texts.
"""

from __future__ import annotations

from typing import Final

from variorum.reports.page.direction import has_right_to_left

_OWN: Final = "\u2068"
"""What follows runs the way of its own first letter, and nothing around it does, ..."""
_END: Final = "\u2069"
"""... until here."""


def isolated(name: str) -> str:
    """A name for the middle of a sentence or title: without this an Arabic one turns them round.

    Of any other name nothing is changed: not every desktop knows signs without a picture.
    """
    return f"{_OWN}{name}{_END}" if has_right_to_left(name) else name

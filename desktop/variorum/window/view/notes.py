"""What a reviewer said, as the panes show it: frozen, and free of what it means.

Imports the engine's names of sides. Positions are code points of a side's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from variorum.engine import Side, Span


@dataclass(frozen=True, slots=True)
class NoteSign:
    """What is painted for one note or verdict."""

    sign: str
    """One character."""
    ink: str
    """Its colour, as `#rrggbb`."""
    filled: bool
    """A verdict: light on the colour; else the other way round."""


@dataclass(frozen=True, slots=True)
class NoteMarks:
    """What a reviewer said, ready to be painted."""

    changes: Mapping[int, NoteSign] = field(default_factory=dict)
    """By the number of the change."""
    passages: Mapping[tuple[Side, int], tuple[tuple[Span, NoteSign], ...]] = field(
        default_factory=dict
    )
    """By side and index of the paragraph."""


NO_NOTES = NoteMarks()

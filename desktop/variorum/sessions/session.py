"""What a session holds: two texts, how they were compared, what was said of them, and where.

Imports the public names of engine, review and readers. Positions are code points of a side's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from variorum.engine import Options, Pin, Side
from variorum.readers import Source
from variorum.review import Review, Unknown


class Position(NamedTuple):
    """Where the reader was."""

    side: Side = Side.LEFT
    """The pane that had the keys; beside a long gap the other one, of which one saw something."""
    at: int = 0
    """The beginning of the line of its text that was at the top of the view."""
    change: str | None = None
    """The id of the current change; None when there was none."""


@dataclass(frozen=True, slots=True)
class Session:
    """All that is needed to go on where somebody stopped."""

    left: Source
    right: Source
    options: Options = field(default_factory=Options)
    pins: tuple[Pin, ...] = ()
    review: Review = field(default_factory=Review)
    position: Position = field(default_factory=Position)
    unknown: Unknown = field(default_factory=dict)
    """What a newer program wrote beside all this."""
    unknown_sides: Mapping[Side, Unknown] = field(default_factory=dict)
    """The same of each text."""

    def source(self, side: Side) -> Source:
        """The text of a side."""
        return self.left if side is Side.LEFT else self.right

    def mirrored(self) -> Session:
        """The same with the sides swapped."""
        return replace(
            self,
            left=self.right,
            right=self.left,
            pins=tuple(replace(pin, left=pin.right, right=pin.left) for pin in self.pins),
            review=self.review.mirrored(),
            position=self.position._replace(side=self.position.side.other),
            unknown_sides={side.other: known for side, known in self.unknown_sides.items()},
        )

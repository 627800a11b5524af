"""What the reader has selected: a stretch of one text, without Qt.

Positions are code points of the text of the side.
"""

from __future__ import annotations

from dataclasses import dataclass

from variorum.engine import Side, Span


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch of one text with an end that stays and an end that moves."""

    side: Side
    origin: Span
    """What was selected first: empty at a plain click, else a word or a paragraph."""
    reach: Span
    """What the moving end is in: as `origin`, at the mouse or the caret."""

    @classmethod
    def at(cls, side: Side, position: int) -> Selection:
        """Nothing selected yet, at a position."""
        return cls(side, Span(position, position), Span(position, position))

    @classmethod
    def of(cls, side: Side, span: Span) -> Selection:
        """A word, a paragraph or a whole text at once."""
        return cls(side, span, span)

    @property
    def span(self) -> Span:
        """What is selected."""
        return Span(min(self.origin.start, self.reach.start), max(self.origin.end, self.reach.end))

    @property
    def caret(self) -> int:
        """Where the moving end is."""
        if self.reach.start < self.origin.start:
            return self.reach.start
        return self.reach.end

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.span.length == 0

    def touches(self, position: int) -> bool:
        """Whether a place is inside of what is selected, or at an end of it."""
        return self.span.start <= position <= self.span.end

    def extended(self, reach: Span) -> Selection:
        """The selection from the same origin to another end."""
        return Selection(self.side, self.origin, reach)

    def extended_to(self, position: int) -> Selection:
        """The selection from the same origin to a position."""
        return self.extended(Span(position, position))

    def within(self, piece: Span) -> Span | None:
        """The part that lies in a piece of the text; None when there is none."""
        start, end = max(self.span.start, piece.start), min(self.span.end, piece.end)
        return Span(start, end) if start < end else None

"""What was decided by hand about passages, as the panes show it; and what is being decided.

Imports the engine's names. Positions are code points of a side's text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from variorum.engine import Pin, PinKind, Side, Span


class PinMark(NamedTuple):
    """One end of a pin."""

    span: Span
    kind: PinKind


class PinMarks:
    """The ends of all pins, ready to be looked up while painting."""

    def __init__(self, pins: Iterable[Pin] = ()) -> None:
        given = tuple(pins)
        self._of = {
            Side.LEFT: sorted(PinMark(pin.left, pin.kind) for pin in given),
            Side.RIGHT: sorted(PinMark(pin.right, pin.kind) for pin in given),
        }

    def beginning_in(self, side: Side, piece: Span) -> Iterator[PinMark]:
        """The ends that begin in a piece of a text, in its order."""
        ends = self._of[side]
        for number in range(bisect_left(ends, piece.start, key=_start), len(ends)):
            if ends[number].span.start >= piece.end:
                break
            yield ends[number]


class Half(NamedTuple):
    """A passage that a person is about to decide about."""

    side: Side
    span: Span
    """Of whole sentences."""
    chosen: bool
    """It is the one that a counterpart is looked for; else the counterpart that would be taken."""


NO_PINS = PinMarks()


def _start(mark: PinMark) -> int:
    return mark.span.start

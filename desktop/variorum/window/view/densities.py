"""How much of what stands at each height of the overview: sums, worked out in steps. Without Qt.

A line of the overview is one row of its pixels; most lines of a long text hold many bands. Within
a band the texts are taken to be spread evenly over its height.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from variorum.engine import Band, ChangeKind, Row, RowKind, Side, Span
from variorum.reports.marks import Marks, indices
from variorum.window.view.heights import Heights
from variorum.window.view.stretches import Stretches, paragraphs_of

STEP: Final = 48
"""Bands in one step, which takes about half a millisecond."""
FAINTEST: Final = 0.2
"""The least strength of an edited sentence, 0 to 1: one changed word must be seen, too."""


class Trace(StrEnum):
    """What is told apart in the overview."""

    LONE = "lone"
    """Missing on the left, new on the right."""
    MOVED = "moved"
    REWORDED = "reworded"
    EDITED = "edited"
    PENDING = "pending"


class Extents(NamedTuple):
    """Where a band stands."""

    top: float
    """In lines of the overview."""
    height: float


class Densities:
    """The sums of both sides; complete when `work` has come to its end."""

    def __init__(self, marks: Marks, stretches: Stretches, heights: Heights, lines: int) -> None:
        """Begin with nothing.

        Args:
            marks: of the comparison.
            stretches: what is stacked.
            heights: of the stretches, as far as they are known now.
            lines: how many lines the whole of the texts takes.
        """
        self.lines = lines
        self._marks = marks
        self._stretches = stretches
        self._heights = heights
        self._scale = lines / max(1, heights.total)
        self.text = {side: self._zeros() for side in Side}
        """How much of each line is text, 0 to 1."""
        self.traces = {side: {trace: self._zeros() for trace in Trace} for side in Side}
        """How much of each line is of a kind, 0 to 1."""
        self.strength = {side: self._zeros() for side in Side}
        """How far the wording of edited sentences went, as a share of the line."""

    def _zeros(self) -> array[float]:
        # One more than there are lines: for what ends exactly at the last one's lower edge.
        return array("d", bytes(8 * (self.lines + 1)))

    def work(self) -> Iterator[None]:
        """Sum up, some bands at each step."""
        at = 0
        stretch = 0
        for number, band in enumerate(self._marks.comparison.bands):
            behind = self._stretches.first_of(number + 1)
            height = sum(self._heights[each] for each in range(stretch, behind))
            self._band(band, Extents(at * self._scale, height * self._scale))
            at += height
            stretch = behind
            if not number % STEP:
                yield

    def _band(self, band: Band, extents: Extents) -> None:
        comparison = self._marks.comparison
        places: dict[Side, Span] = {}
        for side in Side:
            paragraphs = paragraphs_of(band, side)
            if paragraphs.length:
                known = comparison.document(side).paragraphs
                start, end = known[paragraphs.start].span.start, known[paragraphs.end - 1].span.end
                places[side] = Span(start, max(end, start + 1))
                _add(self.text[side], extents.top, extents.top + extents.height)
        for number in range(*band.rows):
            row = comparison.rows[number]
            if row.kind is not RowKind.EQUAL:
                self._row(number, row, places, extents)

    def _row(self, number: int, row: Row, places: dict[Side, Span], extents: Extents) -> None:
        trace = self._trace(number, row)
        gone = max(FAINTEST, 1 - (row.similarity or 0.0))
        for side, place in places.items():
            sentences = self._marks.comparison.document(side).sentences
            scale = extents.height / place.length
            for index in indices(row, side):
                span = sentences[index].span
                top = extents.top + (span.start - place.start) * scale
                bottom = extents.top + (span.end - place.start) * scale
                _add(self.traces[side][trace], top, bottom)
                if trace in (Trace.EDITED, Trace.REWORDED):
                    _add(self.strength[side], top, bottom, gone)

    def _trace(self, number: int, row: Row) -> Trace:
        if row.kind in (RowKind.MISSING, RowKind.NEW):
            change = self._marks.change_of_row.get(number)
            moved = change and self._marks.changes[change - 1].kind is ChangeKind.MOVED
            return Trace.MOVED if moved else Trace.LONE
        return _TRACES[row.kind]


_TRACES: Final = {
    RowKind.EDITED: Trace.EDITED,
    RowKind.REWORDED: Trace.REWORDED,
    RowKind.PENDING: Trace.PENDING,
}


def _add(sums: array[float], top: float, bottom: float, weight: float = 1.0) -> None:
    """Add what reaches from one height to another to the lines that it touches."""
    last_line = len(sums) - 1
    first, last = min(int(top), last_line), min(int(bottom), last_line)
    if first == last:
        sums[first] += (bottom - top) * weight
        return
    sums[first] += (first + 1 - top) * weight
    for line in range(first + 1, last):
        sums[line] += weight
    sums[last] += (bottom - last) * weight

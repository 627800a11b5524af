"""How much of what stands at each height of the overview: sums, worked out in steps. Without Qt.

A line of the overview is one row of its pixels; most lines of a long text hold many bands. Within
a band the texts are taken to be spread evenly over its height. Rows in which nothing changed are
not looked at: there may be a hundred thousand, which are made when somebody reads them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from enum import StrEnum
from heapq import merge
from typing import Final, NamedTuple

from variorum.engine import (
    Band,
    ChangeKind,
    Row,
    RowKind,
    Run,
    Side,
    Span,
    rows_to_look_at,
    runs_of,
)
from variorum.reports.marks import Marks
from variorum.window.view.heights import Heights
from variorum.window.view.stretches import Stretches

STEP: Final = 48
"""Bands in one step, which takes half a millisecond where much has changed."""
FAINTEST: Final = 0.2
"""The least strength of an edited sentence, 0 to 1: one changed word must be seen, too."""


class Trace(StrEnum):
    """What is told apart in the overview."""

    LONE = "lone"
    """Missing on the left, new on the right."""
    MOVED = "moved"
    REWORDED = "reworded"
    EDITED = "edited"
    FORMATTED = "formatted"
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
        rows = _Changed(self._marks.comparison.rows, self._marks.formatting.equal_rows)
        text = {side: _Stripe(self.text[side]) for side in Side}
        at = 0
        stretch = 0
        for number, band in enumerate(self._marks.comparison.bands):
            behind = self._stretches.first_of(number + 1)
            height = sum(self._heights[each] for each in range(stretch, behind))
            extents = Extents(at * self._scale, height * self._scale)
            text[Side.LEFT].go_on(extents.top, is_filled=band.left.length > 0)
            text[Side.RIGHT].go_on(extents.top, is_filled=band.right.length > 0)
            if rows.reach(band):
                self._band(band, extents, rows)
            at += height
            stretch = behind
            if not number % STEP:
                yield
        for stripe in text.values():
            stripe.go_on(at * self._scale, is_filled=False)

    def _band(self, band: Band, extents: Extents, rows: _Changed) -> None:
        places: dict[Side, _Place] = {}
        for side in Side:
            paragraphs = band.paragraphs(side)
            if paragraphs.length:
                known = self._marks.comparison.document(side).paragraphs
                start, end = known[paragraphs.start].span.start, known[paragraphs.end - 1].span.end
                places[side] = _Place(start, extents.top, extents.height / max(1, end - start))
        for number, row in rows.of(band):
            self._row(number, row, places)
        for run in rows.pending_of(band):
            for side, place in places.items():
                self._pending(side, run.sentences(side)[0], place)

    def _row(self, number: int, row: Row, places: dict[Side, _Place]) -> None:
        trace = self._trace(number, row)
        gone = max(FAINTEST, 1 - (row.similarity or 0.0))
        for side, place in places.items():
            sentences = self._marks.comparison.document(side).sentences
            for index in row.sentences(side):
                top, bottom = place.of(sentences[index].span)
                _add(self.traces[side][trace], top, bottom)
                if trace in (Trace.EDITED, Trace.REWORDED):
                    _add(self.strength[side], top, bottom, gone)

    def _pending(self, side: Side, indices: Span, place: _Place) -> None:
        """Sentences of which nothing is known yet; those of one run stand side by side."""
        if indices.length:
            sentences = self._marks.comparison.document(side).sentences
            first, last = sentences[indices.start].span, sentences[indices.end - 1].span
            _add(self.traces[side][Trace.PENDING], *place.of(Span(first.start, last.end)))

    def _trace(self, number: int, row: Row) -> Trace:
        if row.kind in (RowKind.MISSING, RowKind.NEW):
            change = self._marks.change_of_row.get(number)
            moved = change and self._marks.changes[change - 1].kind is ChangeKind.MOVED
            return Trace.MOVED if moved else Trace.LONE
        return _TRACES[row.kind]


class _Place(NamedTuple):
    """Where the text of one side of a band stands."""

    start: int
    """Its first position."""
    top: float
    scale: float
    """Lines of the overview in a character."""

    def of(self, span: Span) -> tuple[float, float]:
        """From where to where a stretch of the text reaches."""
        return (
            self.top + (span.start - self.start) * self.scale,
            self.top + (span.end - self.start) * self.scale,
        )


class _Changed:
    """The rows in which something changed or is not known yet, for one band after the other.

    Args:
        rows: all rows.
        formatted: those in which nothing but the formatting changed, ascending.
    """

    def __init__(self, rows: Sequence[Row], formatted: Sequence[int]) -> None:
        changed = ((n, row) for n, row in rows_to_look_at(rows) if row.kind is not RowKind.EQUAL)
        self._rows = merge(changed, ((number, rows[number]) for number in formatted), key=_number)
        self._next = next(self._rows, None)
        self._runs = iter([run for run in runs_of(rows) if run.kind is RowKind.PENDING])
        self._run = next(self._runs, None)

    def reach(self, band: Band) -> bool:
        """Whether there are any in a band; to be asked for each band."""
        while self._run is not None and self._run.row + self._run.length <= band.rows.start:
            self._run = next(self._runs, None)
        is_pending = self._run is not None and self._run.row < band.rows.end
        return is_pending or (self._next is not None and self._next[0] < band.rows.end)

    def of(self, band: Band) -> Iterator[tuple[int, Row]]:
        """Those of a band that are known one by one, each with its number."""
        while self._next is not None and self._next[0] < band.rows.end:
            yield self._next
            self._next = next(self._rows, None)

    def pending_of(self, band: Band) -> Iterator[Run]:
        """Those that are pending together."""
        while self._run is not None and self._run.row < band.rows.end:
            yield self._run.part(band.rows, 0)
            if self._run.row + self._run.length > band.rows.end:
                return
            self._run = next(self._runs, None)


class _Stripe:
    """Text from some height to another: bands follow each other, most of them have text."""

    def __init__(self, sums: array[float]) -> None:
        self._sums = sums
        self._begun: float | None = None

    def go_on(self, top: float, *, is_filled: bool) -> None:
        """Whether there is text from a height on."""
        if is_filled and self._begun is None:
            self._begun = top
        elif not is_filled and self._begun is not None:
            _add(self._sums, self._begun, top)
            self._begun = None


def _number(numbered: tuple[int, Row]) -> int:
    return numbered[0]


_TRACES: Final = {
    RowKind.EQUAL: Trace.FORMATTED,
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

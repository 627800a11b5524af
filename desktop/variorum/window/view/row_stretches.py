"""One sentence a line: each row is a stretch of its own, so that single rows are level.

Knows no Qt. The number of a stretch is the index of its row. Where the sentences of neighbouring
rows are entangled, the first of these rows has the text of all, and the others have none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from variorum.engine import Band, Row, RowKind, Side
from variorum.reports.marks import Marks
from variorum.window.view.remembering import remembered
from variorum.window.view.stretches import (
    LONGEST,
    BandStretches,
    Cut,
    Stretches,
)


class RowStretches(Stretches):
    """A row is a stretch, and all rows of a band that was not compared yet are one.

    Nobody knows which of them belong together, and facing each other they take about the room that
    they will have then.
    """

    by_rows = True

    def __init__(self, marks: Marks) -> None:
        super().__init__(marks)
        self._starts = [band.rows.start for band in self.comparison.bands]
        self._known = remembered(1024, self._find_cuts)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.comparison.rows)

    def first_of(self, band: int) -> int:
        """The first row of a band; behind the last band, the number of rows."""
        return self._starts[band] if band < len(self._starts) else len(self)

    def _place(self, stretch: int) -> tuple[int, int]:
        band = bisect_right(self._starts, stretch) - 1
        return band, stretch - self._starts[band]

    def _cuts_of(self, band: int) -> Sequence[Cut]:
        return self._known(band)

    def _find_cuts(self, number: int) -> tuple[Cut, ...]:
        """A cut before each row but the first, or before the next row that can be cut off."""
        band = self.comparison.bands[number]
        rows = self.comparison.rows[band.rows.start : band.rows.end]
        none = Cut(2**62, 2**62)
        if self._is_short(band) and all(row.kind is RowKind.PENDING for row in rows):
            # Nothing is known of it, and it is soon laid out as it is.
            return (none,) * (len(rows) - 1)
        sides: list[tuple[list[int], list[int]]] = []
        for side in Side:
            sentences = self.comparison.document(side).sentences
            paragraphs = self.comparison.document(side).paragraphs
            within = band.paragraphs(side)
            # Behind the end, so that the end itself still belongs to what is before.
            behind = paragraphs[within.end - 1].span.end + 1 if within.length else 0
            firsts = [sentences[own[0]].span.start if own else behind for own in _of(rows, side)]
            lasts = [sentences[own[-1]].span.end if own else -1 for own in _of(rows, side)]
            later = list(accumulate(reversed(firsts), min))[::-1]
            earlier = list(accumulate(lasts, max))
            sides.append((later, earlier))
        (left, left_ends), (right, right_ends) = sides
        cuts: list[Cut] = []
        after = none
        for at in range(len(rows) - 1, 0, -1):
            if left_ends[at - 1] <= left[at] and right_ends[at - 1] <= right[at]:
                after = Cut(left[at], right[at])
            cuts.append(after)
        return tuple(reversed(cuts))

    def _is_short(self, band: Band) -> bool:
        for side in Side:
            within = band.paragraphs(side)
            paragraphs = self.comparison.document(side).paragraphs
            if within.length:
                start, end = (
                    paragraphs[within.start].span.start,
                    paragraphs[within.end - 1].span.end,
                )
                if end - start > LONGEST:
                    return False
        return True


def stretches_of(marks: Marks, *, by_rows: bool) -> Stretches:
    """What is stacked: rows if that is wanted and none is endless, else bands.

    Laying out a sentence of a million characters in one piece would stop the window.
    """
    if by_rows and not any(
        sentence.span.end - sentence.span.start > LONGEST
        for side in Side
        for sentence in marks.comparison.document(side).sentences
    ):
        return RowStretches(marks)
    return BandStretches(marks)


def _of(rows: Sequence[Row], side: Side) -> list[tuple[int, ...]]:
    return [row.sentences(side) for row in rows]

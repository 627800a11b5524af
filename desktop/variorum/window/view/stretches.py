"""What the view stacks: stretches, each a whole band or a part of one. Without Qt.

Laying out a band of a million characters would stop the window for seconds, so a long band is cut
at places where its two sides say the same. Positions are code points of a side's text, pieces are
stretches of paragraphs; stretches and bands are counted from 0.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from variorum.engine import Band, BandKind, Comparison, EditKind, Row, RowKind, Side, Span
from variorum.reports.marks import Marks
from variorum.window.view.remembering import remembered

LONGEST: Final = 20_000
"""Characters a stretch may have on a side: laying that many out takes some 15 ms."""


class Piece(NamedTuple):
    """A paragraph, or a part of it, in a stretch."""

    paragraph: int
    span: Span
    first: bool
    """Whether the paragraph begins here."""
    last: bool
    """Whether it ends here."""


class Gap(NamedTuple):
    """A run of neighbouring bands that stand on one side only: one placeholder on the other."""

    side: Side
    """The side that has the text."""
    bands: Span
    """Indices of bands."""
    move: int | None
    """The move that carried all of them, if one did."""
    all_moved: bool = False
    """Whether moves carried all of them, one or several."""
    is_pending: bool = False
    """Whether they were not compared yet: nobody knows what stands opposite."""


class Cut(NamedTuple):
    """A place at which a long band is cut."""

    left: int
    right: int


class Stretches(ABC):
    """The stretches of a comparison, from top to bottom; a band is cut into one or more."""

    by_rows = False
    """Whether each row has a stretch of its own."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.comparison = marks.comparison
        self.pieces = remembered(4096, self._pieces)

    @abstractmethod
    def __len__(self) -> int:
        """How many there are."""

    @abstractmethod
    def first_of(self, band: int) -> int:
        """The first stretch of a band."""

    @abstractmethod
    def _place(self, stretch: int) -> tuple[int, int]:
        """The band of a stretch, and the number of the part of it."""

    @abstractmethod
    def _cuts_of(self, band: int) -> Sequence[Cut]:
        """Where a band is cut, ascending; one less than it has stretches."""

    def band(self, stretch: int) -> int:
        """The band of a stretch."""
        return self._place(stretch)[0]

    def of_position(self, side: Side, band: int, position: int) -> int:
        """The stretch of a band in which a position of the text stands."""
        cuts = self._cuts_of(band)
        return self.first_of(band) + bisect_right(cuts, position, key=lambda cut: _on(cut, side))

    def _pieces(self, side: Side, stretch: int) -> tuple[Piece, ...]:
        """What stands on one side of a stretch."""
        number, part = self._place(stretch)
        document = self.comparison.document(side)
        paragraphs = self.comparison.bands[number].paragraphs(side)
        cuts = self._cuts_of(number)
        start = _on(cuts[part - 1], side) if part else 0
        end = _on(cuts[part], side) if part < len(cuts) else len(document.text)
        out: list[Piece] = []
        for index in range(*paragraphs):
            whole = document.paragraphs[index].span
            span = Span(max(whole.start, start), min(whole.end, end))
            if span.length > 0:
                first, last = span.start == whole.start, span.end == whole.end
                out += _short(document.text, Piece(index, span, first, last))
        return tuple(out)


class BandStretches(Stretches):
    """A band is one stretch, unless it is very long."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(marks)
        bands = self.comparison.bands
        self._cuts = {
            number: cuts
            for number in _long_bands(marks)
            if (cuts := _cuts(self.comparison, bands[number]))
        }
        self._long = sorted(self._cuts)
        self._firsts: list[int] = []
        more = 0
        for number in self._long:
            self._firsts.append(number + more)
            more += len(self._cuts[number])
        self._count = len(bands) + more

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    def first_of(self, band: int) -> int:
        """The first stretch of a band."""
        at = bisect_right(self._long, band - 1)
        return band + sum(len(self._cuts[number]) for number in self._long[:at])

    def _cuts_of(self, band: int) -> Sequence[Cut]:
        return self._cuts.get(band, ())

    def _place(self, stretch: int) -> tuple[int, int]:
        at = bisect_right(self._firsts, stretch) - 1
        if at < 0:
            return stretch, 0
        band, part = self._long[at], stretch - self._firsts[at]
        extra = part - len(self._cuts[band])
        return (band + extra, 0) if extra > 0 else (band, part)


def lone_side(band: Band) -> Side | None:
    """The side that a missing or new band stands on; None for facing paragraphs."""
    if band.kind is BandKind.MISSING:
        return Side.LEFT
    return Side.RIGHT if band.kind is BandKind.NEW else None


class Gaps:
    """Finds the run of one-sided bands that a band belongs to."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._bands = comparison.bands
        self._known: dict[int, Gap | None] = {}
        self._carried = remembered(64, self._rows_of_move)

    def of(self, band: int) -> Gap | None:
        """The gap opposite a band; None where both sides have text."""
        if band not in self._known:
            self._find(band)
        return self._known[band]

    def _find(self, band: int) -> None:
        side = lone_side(self._bands[band])
        if side is None:
            self._known[band] = None
            return
        kind = self._kind(band)
        first, last = band, band + 1
        while first > 0 and self._kind(first - 1) == kind:
            first -= 1
        while last < len(self._bands) and self._kind(last) == kind:
            last += 1
        gap = Gap(side, Span(first, last), *kind[1:])
        self._known.update(dict.fromkeys(range(first, last), gap))

    def _kind(self, band: int) -> tuple[Side | None, int | None, bool, bool]:
        """What bands that are one gap have in common."""
        found = self._bands[band]
        return lone_side(found), *self._carrier(found), self._is_pending(found)

    def _is_pending(self, band: Band) -> bool:
        if self._comparison.complete:
            return False
        rows = self._comparison.rows[band.rows.start : band.rows.end]
        return any(row.kind is RowKind.PENDING for row in rows)

    def _rows_of_move(self, number: int) -> frozenset[int]:
        """The rows that a move carried, at both of its ends."""
        move = self._comparison.moves[number - 1]
        return frozenset((*move.left_rows, *move.right_rows))

    def _carrier(self, band: Band) -> tuple[int | None, bool]:
        """The move that carried all of a one-sided band, and whether any number of them did."""
        carried = frozenset().union(*map(self._carried, band.moves))
        if not band.moves or not carried.issuperset(range(*band.rows)):
            return None, False
        return (band.moves[0] if len(band.moves) == 1 else None), True


def _on(cut: Cut, side: Side) -> int:
    return cut.left if side is Side.LEFT else cut.right


def _long_bands(marks: Marks) -> list[int]:
    """The bands that need cutting."""
    left, right = (marks.band_sizes[side].characters for side in Side)
    if max(left, default=0) <= LONGEST >= max(right, default=0):
        return []
    sizes = enumerate(zip(left, right, strict=True))
    return [number for number, both in sizes if max(both) > LONGEST]


def _cuts(comparison: Comparison, band: Band) -> tuple[Cut, ...]:
    """Where a long band is cut: where both sides say the same, else in proportion."""
    begin, end = (
        Cut(*ends) for ends in zip(*(_ends(comparison, band, s) for s in Side), strict=True)
    )
    out: list[Cut] = []
    last = begin
    for place in (*_level_places(comparison, band), end):
        step = max(place.left - last.left, place.right - last.right)
        if step > 2 * LONGEST:
            out += _in_proportion(comparison, last, place, step // LONGEST)
        if step > LONGEST // 2:
            out.append(place)
            last = place
    return tuple(cut for cut in out if begin < cut < end)


def _ends(comparison: Comparison, band: Band, side: Side) -> Span:
    paragraphs = band.paragraphs(side)
    if not paragraphs.length:
        return Span(0, 0)
    known = comparison.document(side).paragraphs
    return Span(known[paragraphs.start].span.start, known[paragraphs.end - 1].span.end)


def _level_places(comparison: Comparison, band: Band) -> Iterator[Cut]:
    """Places where both sides say the same, or one-sided text may be cut; ascending."""
    at = Cut(-1, -1)
    for row in comparison.rows[band.rows.start : band.rows.end]:
        for place in _places_of_row(comparison, row, lone_side(band)):
            if place.left >= at.left and place.right >= at.right:
                yield place
                at = place


def _places_of_row(comparison: Comparison, row: Row, lone: Side | None) -> Iterator[Cut]:
    if lone is not None:
        for sentence in row.left or row.right:
            start = comparison.document(lone).sentences[sentence].span.start
            yield Cut(start, 0) if lone is Side.LEFT else Cut(0, start)
    elif row.two_sided:
        for edit in row.edits:
            if edit.kind is EditKind.EQUAL:
                yield Cut(edit.left.start, edit.right.start)


def _in_proportion(comparison: Comparison, start: Cut, end: Cut, parts: int) -> Iterator[Cut]:
    """Cuts at spaces that divide both sides into so many parts of like size."""
    for number in range(1, parts):
        left, right = (
            _at_space(comparison.document(side).text, a + (b - a) * number // parts)
            for side, a, b in zip(Side, start, end, strict=True)
        )
        yield Cut(left, right)


def _at_space(text: str, position: int) -> int:
    found = text.rfind(" ", max(0, position - 200), position)
    return found + 1 if found >= 0 else position


def _short(text: str, piece: Piece) -> Iterator[Piece]:
    """A piece in parts that are short enough, cut at spaces where there are any."""
    at = piece.span.start
    while piece.span.end - at > LONGEST:
        cut = text.rfind(" ", at + LONGEST // 2, at + LONGEST) + 1 or at + LONGEST
        yield Piece(
            piece.paragraph, Span(at, cut), piece.first and at == piece.span.start, last=False
        )
        at = cut
    yield Piece(
        piece.paragraph,
        Span(at, piece.span.end),
        piece.first and at == piece.span.start,
        piece.last,
    )

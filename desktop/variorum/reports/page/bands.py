"""The two texts side by side -> HTML: one grid for each band, facing paragraphs level.

Imports the engine's public names and the view model. Positions are code points of a side's text;
bands, rows, paragraphs and sentences are indices.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from variorum.engine import Band, BandKind, Change, Document, Layout, Side
from variorum.reports import phrases
from variorum.reports.marks import Marks, SentenceMark, indices
from variorum.reports.page import gaps
from variorum.reports.page.direction import direction, has_right_to_left
from variorum.reports.page.escape import escaped
from variorum.reports.page.gaps import Gap, Place
from variorum.reports.page.moves import MoveEnds, anchor, run_starts
from variorum.reports.page.paragraph import paragraph_class, paragraph_text

_LONE = (BandKind.MISSING, BandKind.NEW)


class BandWriter:
    """Writes the bands of a comparison from top to bottom."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._comparison = marks.comparison
        self._ends = MoveEnds(marks)
        self._sides = {side: _SideWriter(marks, side, self._ends) for side in Side}

    def all(self) -> Iterator[str]:
        """The bands; a run of paragraphs without counterpart shares one gap."""

        def sort(band: Band) -> tuple[BandKind, object]:
            # Bands with a counterpart are never joined: each has a sort of its own.
            return band.kind, band.moves if band.kind in _LONE else id(band)

        for (kind, _), run in groupby(self._comparison.bands, sort):
            bands = list(run)
            if kind in _LONE:
                yield from self._lone(bands)
            else:
                yield from self._facing(bands[0])

    def _facing(self, band: Band) -> Iterator[str]:
        same = self._text(band, Side.LEFT) == self._text(band, Side.RIGHT)
        yield f'<div class="band {band.kind}{" untouched" if same else ""}">'
        inside = gaps.gaps_inside(self._marks, band)
        yield from self._sides[Side.LEFT].cell([band], inside)
        yield self._gutter(band)
        yield from self._sides[Side.RIGHT].cell([band], inside)
        yield "</div>\n"

    def _gutter(self, band: Band) -> str:
        changed = ""
        if band.changed > 0:
            share = escaped(phrases.percent(band.changed, 1))
            changed = f'<span title="{share} of the words here changed">{share}</span>'
        border = phrases.border_change(band)
        if border:
            changed += f'<span class="border" title="{border}">¶ {band.kind}</span>'
        return f'<div class="gutter">{changed}</div>'

    def _lone(self, bands: list[Band]) -> Iterator[str]:
        side = Side.LEFT if bands[0].kind is BandKind.MISSING else Side.RIGHT
        rows = range(bands[0].rows.start, bands[-1].rows.end)
        opposite = list(gaps.gaps_of_rows(self._marks, rows))
        kind = "moved" if opposite and all(g.move for g in opposite) else bands[0].kind
        yield f'<div class="band {kind}">'
        own = self._sides[side].cell(bands, {})
        empty = self._empty(side.other, opposite)
        first, second = (own, empty) if side is Side.LEFT else (empty, own)
        yield from first
        yield '<div class="gutter"></div>'
        yield from second
        yield "</div>\n"

    def _empty(self, side: Side, opposite: list[Gap]) -> Iterator[str]:
        yield f'<div class="side {side} empty">'
        for gap in opposite:
            yield f"<p>{gap_link(self._marks, self._ends, gap)}</p>"
        yield "</div>"

    def _text(self, band: Band, side: Side) -> str:
        document = self._comparison.document(side)
        first, end = band.left if side is Side.LEFT else band.right
        spans = document.paragraphs[first].span.start, document.paragraphs[end - 1].span.end
        return document.text[spans[0] : spans[1]]


def gap_link(marks: Marks, ends: MoveEnds, gap: Gap) -> str:
    """A gap, with the way to what is missing there: to its other end when it moved."""
    words = phrases.count(gap.words, "word")
    if gap.move is None:
        target = f"#{escaped(marks.comparison.rows[gap.row].id)}"
        return f'<a class="gap" href="{target}">{words} not in the {gap.side} text</a>'
    told = f"{words}: move {gap.move} {ends.arrow(gap.row, gap.side.other)}"
    target = ends.address(gap.row, gap.side.other)
    title = f"move {gap.move}: go to where they stand in the {gap.side} text"
    return f'<a class="gap move" href="{target}" title="{title}">{told}</a>'


class _SideWriter:
    """Writes the paragraphs of one side."""

    def __init__(self, marks: Marks, side: Side, ends: MoveEnds) -> None:
        self._marks = marks
        self._side = side
        self._ends = ends
        self._document: Document = marks.comparison.document(side)
        self._ranges = self._document.sentence_ranges()
        self._both_ways = has_right_to_left(self._document.text)
        self._own = base_direction(self._document)
        # A move may have left from several places: each says where it went.
        self._heads: dict[int, Change] = {
            row: change for change in marks.changes for row in run_starts(change.rows(side))
        }
        wrapped = "" if keeps_breaks(self._document) else " wrapped"
        way = "" if self._own == "ltr" else f' dir="{self._own}"'
        language = escaped(self._document.language)
        self._opening = f'<div class="side {side}{wrapped}" lang="{language}"{way}>'
        self._gaps: dict[Place, list[Gap]] = {}
        self._first = 0

    def cell(self, bands: list[Band], inside: dict[Place, list[Gap]]) -> Iterator[str]:
        """The paragraphs of some neighbouring bands."""
        self._gaps = inside
        yield self._opening
        for band in bands:
            for index in range(*(band.left if self._side is Side.LEFT else band.right)):
                yield from self._paragraph(index)
        yield "</div>"

    def _paragraph(self, index: int) -> Iterator[str]:
        marks = self._marks.paragraph(self._side, index)
        self._first = self._ranges[index].start
        name = paragraph_class(marks.paragraph)
        yield f'<p class="{name}"' if name else "<p"
        if self._both_ways:
            own = direction(self._document.text, *marks.paragraph.span)
            if own != self._own:
                yield f' dir="{own}"'
        yield ">"
        for gap in self._gaps.get(Place(self._side, self._first, after=False), ()):
            yield gap_link(self._marks, self._ends, gap) + " "
        yield from paragraph_text(
            self._document.text, self._side, marks, self._attributes, self._before, self._after
        )
        yield "</p>"

    def _attributes(self, place: int, mark: SentenceMark) -> str:
        row = self._marks.comparison.rows[mark.row]
        if mark.change is None or indices(row, self._side)[0] != self._first + place:
            return ""
        return f' id="{anchor(row.id, self._side, both=row.two_sided)}"'

    def _before(self, place: int, mark: SentenceMark) -> str:
        row = self._marks.comparison.rows[mark.row]
        change = self._heads.get(mark.row)
        if change is None or indices(row, self._side)[0] != self._first + place:
            return ""
        number = change.number
        said = f'<a class="n" href="#change-{number}" title="change {number}">{number}</a>'
        if change.move is not None:
            target = self._ends.address(mark.row, self._side)
            arrow = self._ends.arrow(mark.row, self._side)
            title = f"move {change.move}: go to its place in the {self._side.other} text"
            told = f"move {change.move} {arrow}"
            said += f'<a class="chip move" href="{target}" title="{title}">{told}</a>'
        return said

    def _after(self, place: int, mark: SentenceMark) -> str:
        said = ""
        sentence = self._first + place
        row = self._marks.comparison.rows[mark.row]
        if indices(row, self._side)[-1] == sentence:
            border = _sentence_border(mark, self._side)
            said = f'<span class="chip">{border}</span>' if border else ""
        for gap in self._gaps.get(Place(self._side, sentence, after=True), ()):
            said += " " + gap_link(self._marks, self._ends, gap)
        return said


def base_direction(document: Document) -> str:
    """Which way most of a text is written: as its first paragraph that has letters."""
    return direction(document.text, 0, len(document.text))


def keeps_breaks(document: Document) -> bool:
    """Whether a line break inside a paragraph means something."""
    return document.layout is not Layout.WRAPPED


def _sentence_border(mark: SentenceMark, side: Side) -> str:
    """What became of the borders of a sentence, said once, on the side where it is one."""
    left, right = mark.parts
    if left == 1 and right > 1:
        return f"split in {right}" if side is Side.LEFT else ""
    if left > 1 and right == 1:
        return f"{left} merged" if side is Side.RIGHT else ""
    if left > 1 and right > 1 and mark.move is None:
        return f"{left} into {right}" if side is Side.LEFT else ""
    return ""

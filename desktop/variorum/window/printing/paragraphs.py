"""The paragraphs of the two texts for paper, with marks that are told without colour, too.

Imports Qt's translation, the view model and parts of the page's. What only the left text
has stands over a dotted line, what only the right one has over a whole line, what moved over a
wavy one; each on its colour.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QObject

from variorum.engine import (
    BandKind,
    EmphasisKind,
    Paragraph,
    PinKind,
    RowKind,
    Side,
    Span,
    StyleKind,
)
from variorum.reports.marks import EditMark, Marks, ParagraphMarks, SentenceMark
from variorum.reports.noted import Noted
from variorum.reports.page.direction import direction
from variorum.reports.page.gaps import Gap, Place, gaps_inside, gaps_of_rows
from variorum.reports.page.moves import MoveEnds, run_starts
from variorum.reports.page.side import base_direction, keeps_breaks, sentence_border, strength
from variorum.reports.page.side import joined as joined_edits
from variorum.window.format_words import FormatWords
from variorum.window.printing.words import (
    PLAIN,
    POINT,
    Line,
    Mark,
    Steps,
    Type,
    Underline,
    Words,
)
from variorum.window.theme import Theme
from variorum.window.view.layouts import lead_of
from variorum.window.view.pins import PinMarks
from variorum.window.view.table_stops import TableStops, empty_cells

INSET: Final = 7 * POINT
"""Between the sides of a column and its words."""

_SIZE: Final = 10.0
_TOGETHER: Final = 32
"""So many sentences are got ready in one step."""
_APART: Final = 6 * POINT
"""Between the paragraphs of a band."""
_BETWEEN_CELLS: Final = 14 * POINT
"""Between two columns of a table."""
_INDENT: Final = re.compile(r"(\n[^\S\n]*)")
"""A line end, and the white space that the next line begins with."""
_HEADINGS: Final = {1: 1.5, 2: 1.3, 3: 1.15}


class ParagraphSetter(QObject):
    """Sets the paragraphs of a comparison one by one."""

    def __init__(self, marks: Marks, said: Sequence[Noted], theme: Theme) -> None:
        super().__init__()
        self._marks = marks
        self._theme = theme
        self._ends = MoveEnds(marks)
        self._said = [note for note in said if note.span.length]
        self._heads = {
            side: {row: c for c in marks.changes for row in run_starts(c.rows(side))}
            for side in Side
        }
        self._ranges = {side: marks.comparison.document(side).sentence_ranges() for side in Side}
        self._base = {side: base_direction(marks.comparison.document(side)) for side in Side}
        self._sign = Mark(pen=theme.muted, sign=True)
        self._pins = PinMarks(marks.comparison.pins)
        self._looks = FormatWords(self)
        self._stops: dict[tuple[Side, int], TableStops] = {}

    def legend(self) -> tuple[tuple[str, Mark, str], ...]:
        """Samples of the marks, and what they mean."""
        left, right = self._edit_mark(Side.LEFT, None), self._edit_mark(Side.RIGHT, None)
        line = Mark(line=Underline.DashUnderline, pen=self._theme.formatted.pen)
        shown = self._marks.formatting.is_shown
        formatted = ((self.tr("words"), line, self.tr("look otherwise")),) if shown else ()
        return (
            (self.tr("words"), left, self.tr("only in the left text")),
            (self.tr("words"), right, self.tr("only in the right text")),
            (self.tr("words"), self._edit_mark(Side.LEFT, 1), self.tr("moved")),
            *formatted,
            ("12", Mark(pen=self._theme.muted, raised=True), self.tr("number of the change")),
            ("10%", Mark(), self.tr("of the words here changed")),
        )

    def steps(self, side: Side, index: int, width: int, *, first: bool) -> Steps[tuple[Line, ...]]:
        """A paragraph in a column; a later one of its band has free space before it."""
        marks = self._marks.paragraph(side, index)
        type_ = self._type(side, marks.paragraph)
        plan = self._stops_in(side, width - 2 * INSET).of(index, type_.font())
        text = self._marks.comparison.document(side).text
        words = Words(type_, plan, empty_cells(text, marks.paragraph.span.start) if plan else 0)
        yield from self._fill(words, side, index, marks)
        lines = yield from words.set_in(width - 2 * INSET)
        if not lines:
            return lines
        above = 0 if first else _APART
        begun = lines[0]._replace(height=lines[0].height + above, above=above, paragraph=index + 1)
        return (begun, *lines[1:])

    def _stops_in(self, side: Side, width: int) -> TableStops:
        key = side, width
        if key not in self._stops:
            document = self._marks.comparison.document(side)
            self._stops[key] = TableStops(document, width, _BETWEEN_CELLS)
        return self._stops[key]

    def gap_lines(self, side: Side, band: int, width: int) -> tuple[Line, ...]:
        """What is said on the side where a band has nothing."""
        rows = range(*self._marks.comparison.bands[band].rows)
        words = Words(Type(_SIZE, serif=False))
        told = [self._gap(gap) for gap in gaps_of_rows(self._marks, rows) if gap.side is side]
        words.add("\n".join(told), self._sign)
        return words.lines(width - 2 * INSET)

    def all_moved(self, band: int) -> bool:
        """Whether all of a band without counterpart stands elsewhere in the other text."""
        rows = range(*self._marks.comparison.bands[band].rows)
        found = list(gaps_of_rows(self._marks, rows))
        return bool(found) and all(gap.move is not None for gap in found)

    def _type(self, side: Side, paragraph: Paragraph) -> Type:
        kind, level = paragraph.style
        heading = kind is StyleKind.HEADING
        small = kind in (StyleKind.CAPTION, StyleKind.FOOTNOTE)
        indent = kind in (StyleKind.LIST_ITEM, StyleKind.QUOTATION, StyleKind.VERSE)
        text = self._marks.comparison.document(side).text
        own = direction(text, *paragraph.span)
        return Type(
            _SIZE * (_HEADINGS.get(level, 1.0) if heading else 0.88 if small else 1.0),
            bold=heading,
            leading=1.42,
            indent=(14 * POINT if indent else 0),
            right_to_left=own == "rtl",
        )

    def _fill(self, words: Words, side: Side, index: int, marks: ParagraphMarks) -> Iterator[None]:
        edits = joined_edits(self._marks.comparison.document(side).text, marks.edits)
        first = self._ranges[side][index].start
        inside = gaps_inside(self._marks, self._marks.comparison.bands[marks.band])
        for gap in inside.get(Place(side, first, after=False), ()):
            words.add(f"[{self._gap(gap)}] ", self._sign)
        at = marks.paragraph.span.start
        document = self._marks.comparison.document(side)
        if keeps_breaks(document) and "\n" in document.text[slice(*marks.paragraph.span)]:
            words.add(lead_of(document.text, at))
        for number, mark in enumerate(marks.sentences, first):
            self._put(words, side, Span(at, mark.span.start), marks, ())
            start = words.length
            self._before(words, side, number, mark)
            self._decided(words, side, Span(at, mark.span.end))
            low = bisect_right(edits, mark.span.start, key=lambda e: e.span.end)
            high = bisect_left(edits, mark.span.end, key=lambda e: e.span.start)
            self._put(words, side, mark.span, marks, edits[low:high], mark)
            if mark.kind is RowKind.REWORDED:
                words.bar(start, strength(mark.similarity))
            self._after(words, side, number, mark, inside)
            at = mark.span.end
            if number % _TOGETHER == 0:
                yield
        self._put(words, side, Span(at, marks.paragraph.span.end), marks, ())

    def _before(self, words: Words, side: Side, number: int, mark: SentenceMark) -> None:
        row = self._marks.comparison.rows[mark.row]
        change = self._heads[side].get(mark.row)
        if change is None or row.sentences(side)[0] != number:
            return
        words.add(f"{change.number}\u202f", Mark(pen=self._theme.muted, raised=True))
        if change.move is not None:
            arrow = self._ends.arrow(mark.row, side)
            told = self.tr("[move {number} {arrow}]").format(number=change.move, arrow=arrow)
            words.add(f"{told} ", Mark(pen=self._theme.moved.pen, sign=True))

    def _decided(self, words: Words, side: Side, span: Span) -> None:
        """What a person decided about the passages that begin in a stretch of text."""
        for pin in self._pins.beginning_in(side, span):
            apart = pin.kind is PinKind.FORBID
            told = self.tr("kept apart by hand") if apart else self.tr("aligned by hand")
            words.add(f"[{told}] ", Mark(pen=self._theme.current, sign=True))

    def _after(
        self,
        words: Words,
        side: Side,
        number: int,
        mark: SentenceMark,
        inside: dict[Place, list[Gap]],
    ) -> None:
        row = self._marks.comparison.rows[mark.row]
        border = sentence_border(mark, side) if row.sentences(side)[-1] == number else ""
        if border and mark.change is not None:
            words.add(f" [{border}]", self._sign)
        looks = self._marks.formats_of(side, mark) if mark.change is not None else ()
        if looks and side is Side.RIGHT and row.sentences(side)[-1] == number:
            words.add(
                f" [{self._looks.told(looks)}]", Mark(pen=self._theme.formatted.pen, sign=True)
            )
        for gap in inside.get(Place(side, number, after=True), ()):
            words.add(f" [{self._gap(gap)}]", self._sign)

    def _gap(self, gap: Gap) -> str:
        count = self.tr("%Ln words", "", gap.words)
        if gap.move is None:
            left = self.tr("{words} not in the left text")
            right = self.tr("{words} not in the right text")
            return (left if gap.side is Side.LEFT else right).format(words=count)
        arrow = self._ends.arrow(gap.row, gap.side.other)
        told = self.tr("{words}: move {number} {arrow}")
        return told.format(words=count, number=gap.move, arrow=arrow)

    def _put(
        self,
        words: Words,
        side: Side,
        span: Span,
        marks: ParagraphMarks,
        edits: Sequence[EditMark],
        sentence: SentenceMark | None = None,
    ) -> None:
        """Some text with all its marks: one run for each stretch that is marked alike."""
        document = self._marks.comparison.document(side)
        over = [(e.span, e.kind) for e in marks.paragraph.emphasis]
        spans = [e.span for e in edits] + [s for s, _ in over]
        spans += [e.letters for e in edits if e.letters is not None]
        spans += [f.span for f in marks.formats]
        said = self._said_in(side, span)
        spans += [note.span for note in said]
        borders = {span.start, span.end}
        borders |= {at for found in spans for at in found if span.start < at < span.end}
        ordered = sorted(borders)
        for low, high in pairwise(ordered):
            edit = next((e for e in edits if e.span.start <= low < e.span.end), None)
            mark = self._sentence_mark(side, sentence, marks.band)
            if edit is not None:
                letters = edit.letters
                inside = letters is not None and letters.start <= low < letters.end
                mark = self._edit_mark(side, edit.move, inside=inside)
            elif any(f.span.start <= low < f.span.end for f in marks.formats):
                mark = mark._replace(line=Underline.DashUnderline, pen=self._theme.formatted.pen)
            kinds = {kind for found, kind in over if found.start <= low < found.end}
            mark = mark._replace(
                bold=EmphasisKind.BOLD in kinds,
                italic=EmphasisKind.ITALIC in kinds,
                struck=EmphasisKind.STRIKE in kinds,
            )
            piece = document.text[low:high]
            if keeps_breaks(document):
                _add_verse(words, piece, mark)
            else:
                words.add(piece.replace("\n", " "), mark)
            for note in said:
                if note.span.end == high:
                    words.add(note.name, Mark(pen=self._theme.current, raised=True, bold=True))

    def _said_in(self, side: Side, span: Span) -> list[Noted]:
        """The notes on words that a stretch of text has some of."""
        return [
            note
            for note in self._said
            if note.side is side and note.span.start < span.end and note.span.end > span.start
        ]

    def _sentence_mark(self, side: Side, sentence: SentenceMark | None, band: int) -> Mark:
        if sentence is None or sentence.kind not in (RowKind.MISSING, RowKind.NEW):
            return Mark()
        if self._marks.comparison.bands[band].kind in (BandKind.MISSING, BandKind.NEW):
            return Mark()  # all of it is, which the ground and the bar of the passage say
        if sentence.move is not None:
            ink = self._theme.moved
            return Mark(ink.wash, Underline.WaveUnderline, ink.pen)
        ink = self._theme.side(side)
        return Mark(ink.wash, self._line(side), ink.pen)

    def _edit_mark(self, side: Side, move: int | None, *, inside: bool = False) -> Mark:
        """How changed words look, or `inside` of them what changed in one word."""
        ink = self._theme.side(side) if move is None else self._theme.moved
        line = self._line(side) if move is None else Underline.WaveUnderline
        return Mark(ink.strong if inside else ink.mark, line, ink.pen)

    @staticmethod
    def _line(side: Side) -> Underline:
        return Underline.DotLine if side is Side.LEFT else Underline.SingleUnderline


def _add_verse(words: Words, text: str, mark: Mark) -> None:
    """Put lines at the end; what they are set in by is white paper, however they are marked."""
    for part in filter(None, _INDENT.split(text)):
        words.add(part, PLAIN if part.startswith("\n") else mark)

"""What the panes and the gutter draw and are clicked on: one state that all three share.

Imports the parts of the view that know no widgets. Heights are pixels from the upper edge of the
view unless they are said to be of a stretch; positions are code points of a side's text.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from time import perf_counter
from typing import Final, NamedTuple, TypeVar

from variorum.engine import Change, Side, Span, count_words
from variorum.reports.marks import Marks, ParagraphMarks, SentenceMark
from variorum.window.theme import Theme
from variorum.window.view.drawings import (
    Drawing,
    InkName,
    Words,
    draw_piece,
    edited_words,
    formatted_words,
)
from variorum.window.view.heights import Heights, Placed, Scroll
from variorum.window.view.hits import Hits
from variorum.window.view.layouts import KEPT
from variorum.window.view.lit import Lit
from variorum.window.view.notes import NO_NOTES
from variorum.window.view.pins import NO_PINS, Half
from variorum.window.view.remembering import remembered
from variorum.window.view.row_stretches import stretches_of
from variorum.window.view.selection import Selection
from variorum.window.view.setting import SetPiece, Setting
from variorum.window.view.stretches import Gap, Gaps
from variorum.window.view.typography import Typography

QUICK: Final = 0.00005
"""Seconds: a sentence that took no longer had been marked before, so that something is done even
where there is no time at all."""

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Shown(NamedTuple):
    """A piece of a paragraph in the visible part."""

    set_piece: SetPiece
    top: int
    """Its upper edge."""


class Extent(NamedTuple):
    """From where to where something reaches."""

    top: int
    bottom: int


class Scene:
    """A comparison as it is shown at the moment."""

    def __init__(
        self,
        marks: Marks,
        theme: Theme,
        typography: Typography,
        widths: dict[Side, int],
        *,
        by_rows: bool = False,
    ) -> None:
        """Set the texts.

        Args:
            marks: of the comparison.
            theme: colours.
            typography: fonts and margins.
            widths: of the text columns.
            by_rows: level single rows, not whole bands.
        """
        self.marks = marks
        self.theme = theme
        self.comparison = marks.comparison
        self.stretches = stretches_of(marks, by_rows=by_rows)
        self.gaps = Gaps(marks.comparison)
        self.current: int | None = None
        """The number of the current change."""
        self.current_edit: dict[Side, Span] = {}
        """The current word edit on the sides that it has."""
        self.selection: Selection | None = None
        self.hits: Hits | None = None
        """What a search has found."""
        self.current_hit: tuple[Side, Span] | None = None
        self.lit: Lit | None = None
        """What the mouse points at, with its counterpart."""
        self.notes = NO_NOTES
        """What a reviewer said."""
        self.pins = NO_PINS
        """What was decided by hand about passages."""
        self.halves: tuple[Half, ...] = ()
        """What is being decided about."""
        self.lacks_words = False
        """Whether something was painted without the marks on its words; see `hurry`."""
        self._until: float | None = None
        """When to put marking words off; None: never."""
        self.visible: list[Placed] = []
        self.view = 0
        """The height of the view."""
        self.phase = 0
        """How far the hatching has been scrolled."""
        self._words: OrderedDict[tuple[Side, int], tuple[Words, ...]] = OrderedDict()
        self.scroll: Scroll
        self.set_widths(typography, widths)
        self.paragraph = remembered(1024, self._paragraph)
        self.words_of = remembered(1024, self._count_words)
        self._moves = marks.change_of_move

    def set_widths(
        self, typography: Typography, widths: dict[Side, int], *, keep_heights: bool = False
    ) -> None:
        """Set the texts anew in another size or width, from the top.

        Args:
            typography: fonts and margins.
            widths: of the text columns.
            keep_heights: take the heights so far as estimates: rough, but at once.
        """
        self.typography = typography
        self.setting = Setting(self.stretches, typography, widths)
        self._drawings: OrderedDict[tuple[Side, int], Drawing] = OrderedDict()
        if keep_heights:
            self.scroll = Scroll(self.scroll.heights.as_estimates(), self.setting.measure)
        else:
            self.estimate()

    def estimate(self) -> None:
        """Estimate all heights; from the top."""
        self.scroll = Scroll(Heights(self.setting.estimates()), self.setting.measure)

    def drawing(self, side: Side, shown: Shown) -> Drawing:
        """What is drawn in a piece; worked out at the first need, in haste without its words."""
        piece = shown.set_piece.piece
        key = (side, piece.span.start)
        found = self._drawings.get(key)
        if found is None:
            marks = self.paragraph(side, piece.paragraph)
            ground = _ground(self.gaps.of(marks.band))
            if not self._mark(side, shown):
                self.lacks_words = True
                return draw_piece(side, shown.set_piece, marks, (), ground)
            found = draw_piece(side, shown.set_piece, marks, self._words[key], ground)
            _keep(self._drawings, key, found)
        return found

    def _mark(self, side: Side, shown: Shown) -> bool:
        """Mark the words of a piece as long as there is time; whether all of them are."""
        piece = shown.set_piece.piece
        key = (side, piece.span.start)
        if key in self._words:
            return True
        outline = self.paragraph(side, piece.paragraph)
        before = perf_counter()
        for _ in self.marks.mark_words(side, outline, piece.span):
            now = perf_counter()
            if self._until is not None and now > max(self._until, before + QUICK):
                return False
            before = now
        edits = self.marks.edits(side, outline, piece.span)
        formats = self.marks.formats(side, outline, piece.span)
        laid = shown.set_piece.laid
        _keep(self._words, key, edited_words(side, laid, edits) + formatted_words(laid, formats))
        return True

    def hurry(self, seconds: float | None) -> None:
        """Put off marking words when so much time has gone by; None: not at all.

        Marks are only colours and strokes: nothing moves when they come later. See `mark_on`.
        """
        self._until = None if seconds is None else perf_counter() + seconds

    def mark_on(self, seconds: float) -> bool:
        """Go on to mark the words in sight, for so long; whether all of them are."""
        self.hurry(seconds)
        done = all(self._mark(side, shown) for side in Side for shown in self.shown(side))
        if done:
            self.hurry(None)
        return done

    def sentences_of(self, change: int, side: Side, shown: Shown) -> list[Span]:
        """The stretches of a piece that belong to a change; neighbouring sentences are one."""
        piece = shown.set_piece.piece
        out: list[Span] = []
        last = -2
        for number, mark in enumerate(self.paragraph(side, piece.paragraph).sentences):
            start, end = max(mark.span.start, piece.span.start), min(mark.span.end, piece.span.end)
            if mark.change == change and start < end:
                if last == number - 1:
                    start = out.pop().start
                out.append(Span(start, end))
                last = number
        return out

    def _count_words(self, gap: Gap) -> int:
        bands = self.comparison.bands[gap.bands.start : gap.bands.end]
        rows = Span(bands[0].rows.start, bands[-1].rows.end)
        change = self.change(self.change_of_band(gap.bands.start))
        if change is not None and change.rows(gap.side) == tuple(range(*rows)):
            return change.words
        document = self.comparison.document(gap.side)
        if not gap.all_moved and any(band.moves for band in bands):
            return self._count_lone_words(rows, gap.side)
        first = bands[0].paragraphs(gap.side).start
        last = bands[-1].paragraphs(gap.side).end
        return sum(count_words(document.text, *p.span) for p in document.paragraphs[first:last])

    def _count_lone_words(self, rows: Span, side: Side) -> int:
        """The words of one-sided rows that no move carried: these alone are nowhere else."""
        changes = ((row, self.change(self.marks.change_of_row.get(row))) for row in range(*rows))
        lone = (row for row, change in changes if change is None or change.move is None)
        document = self.comparison.document(side)
        return sum(
            count_words(document.text, *document.sentences[sentence].span)
            for row in lone
            for sentence in self.comparison.rows[row].sentences(side)
        )

    def goes_up(self, side: Side, move: int) -> bool:
        """Whether the other end of a move stands above the end on this side."""
        if move not in self._moves:
            return False
        pair = self.comparison.moves[move - 1].pairs[0]
        left, right = (
            self.marks.row_of_sentence(end, group[0])
            for end, group in ((Side.LEFT, pair.left), (Side.RIGHT, pair.right))
        )
        return right < left if side is Side.LEFT else left < right

    def _paragraph(self, side: Side, index: int) -> ParagraphMarks:
        return self.marks.outline(side, index)

    def change(self, number: int | None) -> Change | None:
        """A change by its number."""
        if number is None or not 1 <= number <= len(self.marks.changes):
            return None
        return self.marks.changes[number - 1]

    def change_of_move(self, move: int) -> Change | None:
        """The change that a move is."""
        return self._moves.get(move)

    def change_of_band(self, band: int) -> int | None:
        """The first change of a band."""
        rows = self.comparison.bands[band].rows
        found = (self.marks.change_of_row.get(row) for row in range(*rows))
        return next((number for number in found if number is not None), None)

    def shown(self, side: Side, top: int = -(2**30), bottom: int = 2**30) -> Iterator[Shown]:
        """What is visible of a side between two heights, from top to bottom."""
        for placed in self.visible:
            if placed.top + placed.height > top and placed.top < bottom:
                for piece in self.setting.pieces(side, placed.stretch):
                    yield Shown(piece, placed.top + piece.top)

    def piece_at(self, side: Side, y: float) -> Shown | None:
        """The piece at a height, the nearest one if none is there; None where all is empty."""
        best: Shown | None = None
        distance = 2.0**30
        for shown in self.shown(side):
            away = max(shown.top - y, y - shown.top - shown.set_piece.laid.height, 0.0)
            if away < distance:
                best, distance = shown, away
        return best

    def stretch_at(self, y: float) -> Placed | None:
        """The visible stretch at a height."""
        for placed in self.visible:
            if placed.top <= y < placed.top + placed.height:
                return placed
        return None

    def is_row_gap(self, side: Side, stretch: int) -> bool:
        """Whether a row of the other side has nothing here, inside a band that has text on both."""
        if not self.stretches.by_rows or self.gaps.of(self.stretches.band(stretch)) is not None:
            return False
        pieces = self.stretches.pieces
        return not pieces(side, stretch) and bool(pieces(side.other, stretch))

    def sentence_at(self, side: Side, shown: Shown, position: int) -> SentenceMark | None:
        """The sentence of a piece that a position stands in."""
        for sentence in self.paragraph(side, shown.set_piece.piece.paragraph).sentences:
            if sentence.span.start <= position <= sentence.span.end:
                return sentence
        return None

    def band_of(self, side: Side, position: int) -> int | None:
        """The band that a position of a text stands in."""
        sentence = self.marks.sentence_at(side, position)
        if sentence is None:
            return None
        paragraph = self.comparison.document(side).sentences[sentence].paragraph
        return self.marks.band_of_paragraph(side, paragraph)

    def extent(self, side: Side, span: Span) -> Extent | None:
        """From where to where a stretch of text reaches, as far as it is visible; else None.

        An end that is not visible lies beyond the edge of the view.
        """
        top: int | None = None
        bottom = 0
        for shown in self.shown(side):
            piece, laid = shown.set_piece.piece, shown.set_piece.laid
            if piece.span.start < span.end and piece.span.end > span.start:
                height = laid.look.line_height
                within = max(span.start, piece.span.start), min(span.end, piece.span.end)
                first, behind = laid.lines_of(Span(*within))
                top = shown.top + first * height if top is None else top
                bottom = shown.top + behind * height
        return None if top is None else Extent(top, bottom)

    def gap_middle(self, gap: Gap) -> int | None:
        """The height of the label of a gap, and of the tip that points at it.

        It is the middle of a low gap, and six lines down in a high one. None when it is far out
        of sight. What it depends on is measured, so that it never moves within the gap.
        """
        reach = 12 * self.typography.line_height
        first, behind = (
            self.stretches.first_of(gap.bands.start),
            self.stretches.first_of(gap.bands.end),
        )
        height = 0
        for stretch in range(first, behind):
            height += self.scroll.exact(stretch)
            if height >= reach:
                break
        top = self._top_near(first, reach)
        return None if top is None else top + min(height, reach) // 2

    def _top_near(self, stretch: int, reach: int) -> int | None:
        """The upper edge of a stretch that is visible, or not further above than a reach."""
        if not self.visible or stretch > self.visible[-1].stretch:
            return None
        if stretch >= self.visible[0].stretch:
            return self.visible[stretch - self.visible[0].stretch].top
        top = self.visible[0].top
        for above in range(self.visible[0].stretch - 1, stretch - 1, -1):
            top -= self.scroll.exact(above)
            if top < -reach:
                return None
        return top

    def in_sight(self, side: Side, span: Span) -> Extent | None:
        """As `extent`, but None as well where a visible stretch has the text below the edge."""
        found = self.extent(side, span)
        if found is None or found.bottom <= 0 or found.top >= self.view:
            return None
        return found

    def line_top(self, side: Side, position: int) -> tuple[int, int] | None:
        """The stretch of a position and the upper edge of its line in it; measures, if need be."""
        band = self.band_of(side, position)
        if band is None:
            return None
        stretch, piece = self.setting.piece_of(side, band, position)
        line = piece.laid.line_of(position)
        return stretch, piece.top + line * piece.laid.look.line_height

    def settle(self, view: int) -> None:
        """Find out what is visible in a view of some height."""
        self.view = view
        self.visible = self.scroll.settle(view)


def _keep(known: OrderedDict[_Key, _Value], key: _Key, value: _Value) -> None:
    """Remember something, and forget what was remembered first when it is too much."""
    known[key] = value
    if len(known) > KEPT:
        known.popitem(last=False)


def _ground(gap: Gap | None) -> InkName | None:
    """The ink of the ground of a one-sided band."""
    if gap is None or gap.is_pending:
        return None
    return InkName.MOVED if gap.all_moved else InkName(gap.side.value)

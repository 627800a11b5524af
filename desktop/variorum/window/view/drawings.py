"""What is drawn in a piece of a paragraph besides its letters: worked out once, drawn often.

Imports Qt's rectangles, the layouts and the marks, no widgets. All places are pixels from the upper
left corner of the piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QRectF

from variorum.engine import RowKind, Side, Span
from variorum.reports.marks import EditMark, FormatMark, ParagraphMarks, SentenceMark
from variorum.window.view.laid_rows import Laid, LaidRow
from variorum.window.view.layouts import Box, LaidText
from variorum.window.view.setting import SetPiece

WASH_PADDING: Final = 3.0
"""How far the wash of a sentence reaches beyond its letters."""
DOUBLE: Final = 2.4
"""Between the two strokes under words that moved."""


class InkName(StrEnum):
    """Which ink of the theme something is drawn in."""

    LEFT = "left"
    RIGHT = "right"
    MOVED = "moved"
    EDITED = "edited"
    FORMATTED = "formatted"


class Cue(StrEnum):
    """What tells an edit besides its colour: the stroke under it."""

    DOTTED = "dotted"
    """Words of the left text."""
    SOLID = "solid"
    """Words of the right text."""
    DOUBLE = "double"
    """Words that moved inside the sentence."""
    TICK = "tick"
    """White space alone."""
    FORMATTED = "formatted"
    """Words that both texts have and that look otherwise."""


class Wash(NamedTuple):
    """The ground behind a sentence that has no counterpart here."""

    ink: InkName
    change: int | None
    rects: tuple[QRectF, ...]


class Words(NamedTuple):
    """Edited words, in whatever lines they stand."""

    ink: InkName
    cue: Cue
    change: int
    span: Span
    letters: Span | None
    """Where single letters changed inside a word."""


class Marked(NamedTuple):
    """Edited words in their place."""

    ink: InkName
    cue: Cue
    change: int
    span: Span
    rects: tuple[QRectF, ...]
    strokes: tuple[QLineF, ...]
    """Under the words."""
    letters: tuple[QRectF, ...]
    """Where single letters changed inside a word."""
    top: int
    bottom: int
    """Of the lines that they stand in."""


class Bar(NamedTuple):
    """A line at the edge of the pane, beside a sentence."""

    change: int | None
    strength: float
    """0 to 1: how far the wording went."""
    top: int
    bottom: int


class Bracket(NamedTuple):
    """Beside sentences that were split or merged."""

    top: int
    bottom: int


class MoveLabel(NamedTuple):
    """The number of a move, beside its first line."""

    move: int
    change: int | None
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of one piece."""

    washes: tuple[Wash, ...]
    edits: tuple[Marked, ...]
    bars: tuple[Bar, ...]
    brackets: tuple[Bracket, ...]
    moves: tuple[MoveLabel, ...]
    pending: tuple[Span, ...]
    """Text that was not compared yet, in the positions of the document."""


def draw_piece(
    side: Side,
    piece: SetPiece,
    marks: ParagraphMarks,
    words: Iterable[Words],
    ground: InkName | None = None,
) -> Drawing:
    """Work out what is drawn in a piece.

    Args:
        side: of the text.
        piece: where it stands.
        marks: of its paragraph.
        words: that were edited in it; see `edited_words`.
        ground: the ink behind its whole band, if any: what has the same ink needs no wash.
    """
    span, laid = piece.piece.span, piece.laid
    sentences = [(s, c) for s in marks.sentences if (c := _clipped(s.span, span)) is not None]
    return Drawing(
        washes=tuple(w for w in _washes(side, laid, sentences) if w.ink is not ground),
        edits=tuple(_placed(laid, words)),
        bars=tuple(
            Bar(s.change, 1 - (s.similarity or 0.0), *_beside(laid, c))
            for s, c in sentences
            if s.kind is RowKind.REWORDED
        ),
        brackets=tuple(_brackets(laid, sentences)),
        moves=tuple(_move_labels(laid, sentences)),
        pending=tuple(c for s, c in sentences if s.kind is RowKind.PENDING),
    )


def sentence_rects(laid: Laid, span: Span, width: float) -> tuple[QRectF, ...]:
    """What a sentence covers: whole lines where it goes on, like a marker pen.

    Of a row of a table it is all of it, or cell by cell.
    """
    if isinstance(laid, LaidRow):
        return tuple(_row_rects(laid, span, width))
    boxes = laid.boxes(span)
    if not boxes:
        return ()
    first, last = boxes[0].line, boxes[-1].line
    behind = laid.text[span.end - laid.span.start :][:1]
    # Where no space follows, as in Chinese, the next sentence begins at once.
    padding = WASH_PADDING if not behind or behind.isspace() else 0.0
    return tuple(
        _rect(laid, *_reach(box, laid, width, padding, first=first, last=last), box.line, 0)
        for box in boxes
    )


def _row_rects(row: LaidRow, span: Span, width: float) -> Iterator[QRectF]:
    if span.start <= row.span.start and span.end >= row.span.end:
        yield QRectF(-WASH_PADDING, 0, width + 2 * WASH_PADDING, row.height)
        return
    for cell, part, corner in row.parts(span):
        if row.is_space(part):
            continue  # an empty cell
        for rect in sentence_rects(cell.laid, part, cell.laid.width):
            yield rect.translated(corner)


def _reach(
    box: Box, laid: LaidText, width: float, behind: float, *, first: int, last: int
) -> tuple[float, float]:
    """The ends of a part of a sentence, at the edge of the column where its line goes on."""
    goes_on, came = box.line < last, box.line > first
    before, behind = WASH_PADDING, WASH_PADDING if goes_on else behind
    if laid.right_to_left:
        goes_on, came, before, behind = came, goes_on, behind, before
    # Where text runs both ways, another sentence may stand at that end of the line.
    is_first, is_last = laid.is_at_ends(box)
    return (
        (0.0 if came and is_first else box.left) - before,
        (max(width, box.right) if goes_on and is_last else box.right) + behind,
    )


def _rect(laid: Laid, left: float, right: float, line: int, inset: int) -> QRectF:
    height = laid.look.line_height
    return QRectF(left, line * height + inset, right - left, height - 2 * inset)


def _clipped(span: Span, within: Span) -> Span | None:
    start, end = max(span.start, within.start), min(span.end, within.end)
    return Span(start, end) if start < end else None


def _lines(laid: Laid, span: Span) -> tuple[int, int]:
    """From where to where the lines of a stretch of text reach."""
    height = laid.look.line_height
    first, behind = laid.lines_of(span)
    return first * height, behind * height


def _beside(laid: Laid, span: Span) -> tuple[int, int]:
    """From where to where a mark in the margin reaches.

    Half a line is left to the neighbour where two sentences share a line.
    """
    top, bottom = _lines(laid, span)
    half = laid.look.line_height // 2
    first, behind = laid.lines_of(span)
    last = behind - 1
    if last > first or bottom - top > 2 * half + 1:
        top += half if span.start > laid.line_start(first) else 0
        rest = Span(span.end, laid.line_end(last))
        bottom -= half if rest.length > 0 and not laid.is_space(rest) else 0
    return top, bottom


def _washes(
    side: Side, laid: Laid, sentences: Iterable[tuple[SentenceMark, Span]]
) -> Iterator[Wash]:
    for sentence, span in sentences:
        if sentence.kind in (RowKind.MISSING, RowKind.NEW):
            ink = InkName(side.value) if sentence.move is None else InkName.MOVED
            yield Wash(ink, sentence.change, sentence_rects(laid, span, laid.width))


def edited_words(side: Side, laid: Laid, edits: Iterable[EditMark]) -> tuple[Words, ...]:
    """The edited words of a piece; they stay the same in whatever width it is laid out."""
    own_ink, own_cue = InkName(side.value), Cue.DOTTED if side is Side.LEFT else Cue.SOLID
    out: list[Words] = []
    for mark, span in _with_neighbours(laid, edits):
        ink, cue = (own_ink, own_cue) if mark.move is None else (InkName.MOVED, Cue.DOUBLE)
        if mark.move is None and laid.is_space(mark.span):
            cue = Cue.TICK
        out.append(Words(ink, cue, mark.change, span, mark.letters if span == mark.span else None))
    return tuple(out)


def formatted_words(laid: Laid, formats: Iterable[FormatMark]) -> tuple[Words, ...]:
    """The words of a piece that look otherwise on the other side; they stay the same, too."""
    ink, cue = InkName.FORMATTED, Cue.FORMATTED
    spans = ((mark.change, _clipped(mark.span, laid.span)) for mark in formats)
    return tuple(Words(ink, cue, change, span, None) for change, span in spans if span is not None)


def _placed(laid: Laid, words: Iterable[Words]) -> Iterator[Marked]:
    """Edited words where their piece is laid out; hundreds of them may be in sight."""
    line_height = laid.look.line_height
    inset = max(1, round(line_height * 0.08))
    height = line_height - 2 * inset
    for ink, cue, change, span, letters in words:
        boxes = laid.boxes(span)
        rects: list[QRectF] = []
        strokes: list[QLineF] = []
        for line, left, right in boxes:
            top = line * line_height + inset
            rects.append(QRectF(left - 1, top, right - left + 2, height))
            stroke = QLineF(left + 1, top + height - 1.0, right - 1, top + height - 1.0)
            strokes.append(stroke)
            if cue is Cue.DOUBLE:
                strokes.append(stroke.translated(0, -DOUBLE))
        if not boxes:
            continue
        inner = [] if letters is None else laid.boxes(letters)
        yield Marked(
            ink,
            cue,
            change,
            span,
            tuple(rects),
            tuple(strokes),
            tuple(_rect(laid, b.left, b.right, b.line, inset) for b in inner),
            min(boxes).line * line_height,
            (max(boxes).line + 1) * line_height,
        )


def _with_neighbours(laid: Laid, edits: Iterable[EditMark]) -> Iterator[tuple[EditMark, Span]]:
    """The edits of a piece; neighbours across a space are one, but for cells of a table."""
    waiting: tuple[EditMark, Span] | None = None
    for mark in edits:
        span = _clipped(mark.span, laid.span)
        if span is None:
            continue
        if waiting is not None and _belong(laid, waiting, mark, span):
            waiting = (waiting[0], Span(waiting[1].start, span.end))
            continue
        if waiting is not None:
            yield waiting
        waiting = (mark, span)
    if waiting is not None:
        yield waiting


def _belong(laid: Laid, before: tuple[EditMark, Span], mark: EditMark, span: Span) -> bool:
    if before[0].change != mark.change or before[0].move != mark.move:
        return False
    # Asked first, as mostly words stand between two edits.
    between = Span(before[1].end, span.start)
    if between.length and (not laid.is_space(between) or laid.parts_cells(between)):
        return False
    return not laid.is_space(span) and not laid.is_space(before[1])


def _brackets(laid: Laid, sentences: Iterable[tuple[SentenceMark, Span]]) -> Iterator[Bracket]:
    """One bracket beside all sentences of a row that was split or merged."""
    seen: dict[int, list[Span]] = {}
    for sentence, span in sentences:
        if max(sentence.parts) > 1 and min(sentence.parts) > 0:
            seen.setdefault(sentence.row, []).append(span)
    for spans in seen.values():
        yield Bracket(*_beside(laid, Span(spans[0].start, spans[-1].end)))


def _move_labels(laid: Laid, sentences: Iterable[tuple[SentenceMark, Span]]) -> Iterator[MoveLabel]:
    """One label for each run of sentences that a move carried."""
    runs: list[tuple[SentenceMark, Span]] = []
    for sentence, span in sentences:
        if sentence.move is None:
            continue
        if runs and runs[-1][0].move == sentence.move:
            runs[-1] = (sentence, Span(runs[-1][1].start, span.end))
        else:
            runs.append((sentence, span))
    for sentence, span in runs:
        assert sentence.move is not None
        yield MoveLabel(sentence.move, sentence.change, *_lines(laid, span))

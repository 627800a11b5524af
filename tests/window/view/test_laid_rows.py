"""Rows of tables in which cells go on: each in its own column, or one below the other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QTextLayout

from variorum.engine import Document, Side, Span, Style, StyleKind, TextParagraph, compare
from variorum.reports.marks import Marks
from variorum.window.theme import make_theme
from variorum.window.view.caret import Place, by_line, to_line_end, to_line_start
from variorum.window.view.drawings import sentence_rects
from variorum.window.view.laid_rows import Laid, LaidRow
from variorum.window.view.passage import Passage
from variorum.window.view.scene import Scene
from variorum.window.view.typography import Typography

CELL = Style(StyleKind.TABLE_CELL)
HEAD = "No. \tWork to be done \tWho does it \tPrice"
LONG = "1 \tTake down the old tiles and carry them away \tP. Lund, a roofer of this town \t1,440"
SHORT = "2 \tNails \tHolm \t80"
ARABIC = (
    "الرقم \tالعمل المطلوب \tمن يقوم به \tالثمن",
    "واحد \tإنزال القرميد القديم كله وحمله إلى الساحة الخلفية \tلوند بناء السقوف في المدينة \tألف",
)
WIDE, NARROW = 420, 200


@pytest.fixture(autouse=True)
def _fonts(qapp) -> None:
    """Widths of words need an application."""


def scene_of(*rows: str, width: int = WIDE, by_rows: bool = False) -> Scene:
    document = Document.from_paragraphs([TextParagraph(row, CELL) for row in rows])
    marks = Marks(compare(document, document))
    widths = dict.fromkeys(Side, width)
    return Scene(marks, make_theme(dark=False), Typography(100), widths, by_rows=by_rows)


def row(*rows: str, number: int = 1, width: int = WIDE) -> LaidRow:
    (piece,) = scene_of(*rows, width=width).setting.pieces(Side.LEFT, number)
    assert isinstance(piece.laid, LaidRow)
    return piece.laid


def reach(laid: LaidRow, cell: Span) -> tuple[float, float]:
    """From where to where the letters of a cell reach."""
    boxes = laid.boxes(cell)
    return min(box.left for box in boxes), max(box.right for box in boxes)


def spans(laid: Laid) -> list[Span]:
    """The cells, in the positions of the text."""
    out, at = [], laid.span.start
    for text in laid.text.split("\t"):
        out.append(Span(at, at + len(text.rstrip())))
        at += len(text) + 1
    return out


@pytest.mark.parametrize("rows", [(HEAD, LONG, SHORT), ARABIC])
def test_cells_go_on_in_their_own_columns(rows):
    laid = row(*rows)
    reaches = [reach(laid, cell) for cell in spans(laid)]
    ordered = sorted(reaches)
    assert ordered == (reaches[::-1] if rows is ARABIC else reaches)
    for (_, right), (left, _) in pairwise(ordered):
        assert left - right > 10
    assert ordered[0][0] >= 0
    assert ordered[-1][1] <= WIDE
    lines = [laid.lines_of(cell) for cell in spans(laid)]
    assert {line.start for line in lines} == {0}
    assert sum(line.length for line in lines) > laid.line_count == max(lines).end > 1


def test_all_rows_of_a_table_have_the_same_columns():
    rows = [row(HEAD, LONG, SHORT, number=number) for number in range(3)]
    lefts = [[round(reach(laid, cell)[0]) for cell in spans(laid)] for laid in rows]
    assert lefts[1] == pytest.approx(lefts[0], abs=2)
    assert lefts[2] == pytest.approx(lefts[0], abs=2)


def test_no_word_is_broken_in_a_column():
    laid = row(HEAD, LONG, SHORT)
    for number in range(laid.line_count):
        for cell in laid.cells:
            if cell.line + cell.laid.line_count > number + 1:
                start = cell.laid.line_start(number + 1)
                assert laid.text[start - laid.span.start - 1] == " "


def test_what_lacks_most_gets_most():
    laid = row(HEAD, LONG, SHORT)
    number, work, who, _ = laid.cells
    metrics = QFontMetricsF(laid.look.font)
    assert work.laid.width > who.laid.width > number.laid.width
    assert number.laid.width >= int(metrics.horizontalAdvance("No."))


def test_a_narrow_column_keeps_two_words_together():
    rows = [f"{text.rstrip('0123456789,')}EUR 1,440" for text in (LONG, SHORT)]
    laid = row(HEAD, *rows, width=460)
    assert laid.lines_of(spans(laid)[-1]).length == 1
    assert laid.line_count > 1


@pytest.mark.parametrize("rows", [(HEAD, LONG, SHORT), ARABIC])
def test_where_columns_are_too_narrow_cells_stand_below_each_other(rows):
    laid = row(*rows, width=NARROW)
    lines = [laid.lines_of(cell) for cell in spans(laid)]
    assert all(first.end == after.start for first, after in pairwise(lines))
    assert laid.line_count == lines[-1].end > len(lines)
    near = [
        NARROW - reach(laid, cell)[1] if laid.right_to_left else reach(laid, cell)[0]
        for cell in spans(laid)
    ]
    assert near == pytest.approx([0, *(3 * [laid.look.line_height])], abs=2)


def test_an_empty_cell_keeps_its_column_and_takes_no_line_of_a_stack():
    rows = (HEAD, LONG, "3 \t \tSmith \t9")
    smith = reach(row(*rows, number=2), spans(row(*rows, number=2))[2])
    assert smith[0] == pytest.approx(reach(row(*rows), spans(row(*rows))[2])[0], abs=2)
    assert row(*rows, number=2, width=NARROW).line_count == 3


@pytest.mark.parametrize("width", [WIDE, NARROW, 900])
def test_a_row_that_begins_with_an_empty_cell_stands_in_its_columns(width):
    rows = (f" \t{HEAD.partition(chr(9))[2]}", LONG, SHORT)
    scene = scene_of(*rows, width=width)
    (head,), (other,) = (scene.setting.pieces(Side.LEFT, number) for number in (0, 2))
    lefts = [head.laid.x_of(cell.start) for cell in spans(head.laid)]
    assert lefts == pytest.approx([other.laid.x_of(c.start) for c in spans(other.laid)][1:], abs=2)


def test_a_row_of_more_cells_than_its_table_has_columns_is_stacked():
    texts = [LONG, *(450 * ["x \ty \tz \t9"])]
    texts[101] = "a \tb \tc \td \te \tf"  # between those that are measured
    laid = row(*texts, number=101)
    assert laid.line_count == 6


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("rows", [(HEAD, LONG, SHORT), ARABIC])
def test_points_and_positions_agree(rows, width):
    laid = row(*rows, width=width)
    height = laid.look.line_height
    for position in range(*laid.span):
        found = laid.boxes(Span(position, position + 1))
        if found and not laid.is_space(Span(position, position + 1)):
            (box,) = found
            place = (box.left + box.right) / 2, (box.line + 0.5) * height
            assert laid.character_at(*place) == position
            assert laid.position_at(*place) in (position, position + 1)
            assert laid.line_of(position) == box.line
    assert laid.character_at(0, -1) is None


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_caret_steps_through_all_letters_and_over_all_lines(width):
    laid = row(HEAD, LONG, SHORT, width=width)
    at, seen = laid.span.start, [laid.span.start]
    while (after := laid.beside(at, forward=True, words=False)) is not None:
        assert laid.beside(after, forward=False, words=False) == at
        at = after
        seen.append(at)
    assert seen == list(range(laid.span.start, laid.span.end + 1))
    scene = scene_of(HEAD, LONG, SHORT, width=width)
    place = Place(0)
    lines = set()
    for _ in range(60):
        lines.add(place.position)
        place = by_line(scene, Side.LEFT, place, forward=True)
    text = scene.comparison.left.text
    assert text[: place.position].count("\n") == 4
    assert len(lines) > 5


def test_home_and_end_stay_in_a_cell():
    scene = scene_of(HEAD, LONG, SHORT)
    text = scene.comparison.left.text
    inside = Place(text.index("tiles"))
    start = to_line_start(scene, Side.LEFT, inside).position
    end = to_line_end(scene, Side.LEFT, inside, reach=False).position
    assert text.index("Take") <= start <= inside.position <= end < text.index("P. Lund")


def test_an_empty_cell_is_not_framed():
    rows = (HEAD, LONG, "3. \t \tTo be done. Smith does it. \t9")
    laid = row(*rows, number=2)
    first = Span(laid.span.start, laid.span.start + rows[2].index(" Smith"))
    assert len(sentence_rects(laid, first, WIDE)) == 2


def test_columns_that_have_little_room_stand_closer_together():
    def gap(width: int) -> float:
        _, before, after, _ = row(HEAD, LONG, SHORT, width=width).cells
        return after.left - before.left - before.laid.width

    assert gap(WIDE) > 1.5 * gap(270) > 15


def test_a_row_is_framed_as_a_whole_and_a_sentence_in_it_cell_by_cell():
    laid = row(HEAD, LONG, SHORT)
    (whole,) = sentence_rects(laid, laid.span, WIDE)
    assert (whole.top(), whole.height()) == (0, laid.height)
    assert whole.width() >= WIDE
    for rect in sentence_rects(laid, spans(laid)[1], WIDE):
        assert rect.right() < reach(laid, spans(laid)[2])[0]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("rows", [(HEAD, LONG, SHORT), ARABIC])
def test_what_screen_readers_read_stands_in_the_same_places(rows, width):
    laid = row(*rows, width=width)
    other = QTextLayout(laid.text, laid.look.font)
    other.setTextOption(laid.text_option())
    laid.break_alike(other, begins=True)
    for position in range(*laid.span):
        unit = position - laid.span.start
        line = other.lineForTextPosition(unit)
        if laid.text[unit] != "\t":
            assert (line.y() + line.ascent()) // laid.look.line_height == laid.line_of(position)
    drawn = QPointF(other.lineAt(1).x(), other.lineAt(1).y())
    assert drawn.x() >= 0


def test_a_passage_by_itself_has_the_cells_of_its_rows_in_their_columns():
    scene = scene_of(HEAD, LONG, SHORT)
    head, long_, short = scene.comparison.left.paragraphs
    passage = Passage(scene, Side.LEFT, Span(long_.span.start, short.span.end), WIDE)
    (first, _), (second, _) = passage._pieces
    rows = [place.set_piece.laid for place in (first, second)]
    assert all(isinstance(row, LaidRow) for row in rows)
    assert [c.left for c in rows[0].cells] == [c.left for c in rows[1].cells]
    assert rows[0].line_count > 1
    assert head.span.end < rows[0].span.start


@pytest.mark.parametrize("width", [WIDE, NARROW, 1200])
def test_of_one_sentence_a_line_the_second_of_a_cell_stands_in_its_column(width):
    two = "2 \tCarry the tiles away. They are heavy, and the yard is far. \tHolm \t80"
    scene = scene_of(HEAD, LONG, two, width=width, by_rows=True)
    assert len(scene.stretches) == 6, "what follows a full stop is a sentence of its own"
    whole, first, second, rest = (
        piece.laid for n in (2, 3, 4, 5) for piece in scene.setting.pieces(Side.LEFT, n)
    )

    def left(laid: Laid, cell: int) -> float:
        return laid.x_of(spans(laid)[cell].start)

    work, name, price = (left(whole, cell) for cell in (1, 2, 3))
    assert [left(first, 1), left(second, 0)] == pytest.approx([work, work], abs=2)
    assert [left(rest, 0), left(rest, 1)] == pytest.approx([name, price], abs=2)
    if width == WIDE:
        assert reach(second, spans(second)[0])[1] <= name < price

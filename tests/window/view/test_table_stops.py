"""The cells of a table stand below each other, whatever is in them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from variorum.engine import Document, Side, Span, Style, StyleKind, TextParagraph, compare
from variorum.reports.marks import Marks
from variorum.window.view.laid_rows import Laid
from variorum.window.view.setting import Setting
from variorum.window.view.stretches import BandStretches
from variorum.window.view.table_stops import MOST_ROWS, PART, TableStops
from variorum.window.view.typography import Look, Typography

ROWS = ("Year\tShips\tTons of salt\tHarbour master", "1841\t112\t340\tJ. Holm", "7\t\t9")
ARABIC = ("السنة\tالسفن\tالملح والخشب\tالمدير", "سنة\tسفن\tملح\tهولم")
CELL = Style(StyleKind.TABLE_CELL)


def table(*rows: str) -> Document:
    """A table between two paragraphs."""
    cells = [TextParagraph(row, CELL) for row in rows]
    return Document.from_paragraphs([TextParagraph("Before."), *cells, TextParagraph("After.")])


def looks(document: Document) -> Look:
    return Typography(100, (document.text,)).look(CELL)


def laid(document: Document, row: int, width: int) -> Laid:
    setting = setting_of(document, width)
    (piece,) = setting.pieces(Side.RIGHT, row + 1)
    return piece.laid


def setting_of(document: Document, width: int, left: Document | None = None) -> Setting:
    stretches = BandStretches(Marks(compare(left or document, document)))
    widths = {Side.LEFT: width, Side.RIGHT: width}
    return Setting(stretches, Typography(100, (document.text,)), widths)


def starts(document: Document, row: int, width: int = 600) -> list[float]:
    """Where the cells of a row begin, from the side that it begins at; those that hold anything."""
    found = laid(document, row, width)
    begin, out = found.span.start, []
    for cell in found.text.split("\t"):
        if cell:
            (box, *_) = found.boxes(Span(begin, begin + 1))
            out.append(width - box.right if found.right_to_left else box.left)
        begin += len(cell) + 1
    return out


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("rows", [ROWS, ARABIC])
def test_cells_stand_below_each_other_and_apart(rows):
    document = table(*rows)
    head, row, *_ = (starts(document, number) for number in range(len(rows)))
    assert row == pytest.approx(head, abs=1.5)
    metrics = QFontMetricsF(looks(document).font)
    for cell, begin, after in zip(rows[0].split("\t"), head, head[1:], strict=False):
        assert after - begin - metrics.horizontalAdvance(cell) > 10
    if rows is ROWS:
        assert starts(document, 2) == pytest.approx([head[0], head[2]], abs=1)


@pytest.mark.usefixtures("qapp")
def test_what_is_no_row_has_no_columns():
    document = table(*ROWS)
    stops, look = TableStops(document, 600, 26), looks(document).font
    plans = [stops.of(number, look) for number in range(5)]
    assert [plan and len(plan.stops) for plan in plans] == [None, 3, 3, 3, None]


@pytest.mark.usefixtures("qapp")
def test_the_last_cell_goes_on_below_its_beginning():
    document = table("1850\tP. Lund, and after him his widow, who kept the books of the harbour")
    row = laid(document, 0, 260)
    assert row.line_count > 1
    begin = row.span.start + len("1850\t")
    places = [
        row.boxes(Span(start, start + 1))[0].left
        for start in (begin, *(row.line_start(n) for n in range(1, row.line_count)))
    ]
    assert places == pytest.approx([places[0]] * len(places), abs=1)
    assert max(box.right for box in row.boxes(row.span)) <= 260


@pytest.mark.usefixtures("qapp")
def test_long_cells_leave_the_others_some_room():
    long = "A cell that says more than there is room for in a column of its own"
    document = table(f"{long}\t2\t3", "1\t2\t3")
    first, second, third = starts(document, 1, 300)
    assert 0 == first < second < third < 300
    assert laid(document, 0, 300).line_count > 1


@pytest.mark.usefixtures("qapp")
def test_one_long_cell_leaves_the_columns_of_all_others():
    long = "Take down the old tiles and carry all of them away to the yard"
    document = table(
        f"1\t{long}\t24\t1,440", "2\tNew battens, larch\t16\t1,120", "3\tNails\t40\t5,200"
    )
    rows = [starts(document, row, 420) for row in (1, 2)]
    assert rows[0] == pytest.approx(rows[1], abs=1.5)
    assert [laid(document, row, 420).line_count for row in (0, 1, 2)] == [2, 1, 1]
    metrics = QFontMetricsF(looks(document).font)
    work, hours = rows[0][1:3]
    assert hours - work > metrics.horizontalAdvance("New battens, larch") + 10


@pytest.mark.usefixtures("qapp")
def test_of_a_very_long_table_some_rows_are_measured(monkeypatch):
    document = table(*(f"{number}\tof the row\t{number}" for number in range(9 * MOST_ROWS)))
    asked: list[str] = []
    advance = QFontMetricsF.horizontalAdvance

    class Counting(QFontMetricsF):
        def horizontalAdvance(self, text):  # noqa: N802 - Qt's name
            asked.append(text)
            return advance(self, text)

    monkeypatch.setattr("variorum.window.view.table_stops.QFontMetricsF", Counting)
    stops, look = TableStops(document, 600, 26), looks(document).font
    assert stops.of(5, look) == stops.of(len(document.paragraphs) - 2, look)
    assert 0 < len(asked) <= 3 * MOST_ROWS
    assert 9 * MOST_ROWS < PART


@pytest.mark.usefixtures("qapp")
def test_the_texts_of_the_window_are_set_so():
    left, right = table(*ROWS), table(ROWS[0], ROWS[1].replace("340", "345"), ROWS[2])
    setting = setting_of(right, 600, left)
    rows = [
        piece.laid
        for stretch in range(len(setting.stretches))
        for piece in setting.pieces(Side.RIGHT, stretch)
        if "\t" in piece.laid.text
    ]
    assert len(rows) == len(ROWS)
    places = [row.x_of(row.span.start + row.text.rindex("\t") + 1) for row in rows[:2]]
    assert places[0] == pytest.approx(places[1], abs=1)

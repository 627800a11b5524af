"""One sentence a line: single rows are level, and the line under the eye stays."""

import pytest
from made import ARABIC, ARABIC_LATER, CHINESE, CHINESE_LATER, LEFT, RIGHT, marks, story
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from variorum.engine import Document, Side, Style, StyleKind, TextParagraph, compare
from variorum.reports.marks import Marks

WIDTHS = (420, 500, 610, 700, 777, 800, 901, 1024, 1200, 1333, 1600, 1900)
ZOOMS = (50, 100, 150, 300)


def base_lines(panes) -> dict[int, list[float]]:
    """For each visible row of both sides where the first lines of its sentences stand."""
    found: dict[int, list[float]] = {}
    for placed in panes.scene.visible:
        bases = []
        for side in Side:
            for piece in panes.scene.setting.pieces(side, placed.stretch)[:1]:
                line = piece.laid.layout.lineAt(0)
                bases.append(round(placed.top + piece.top + line.y() + line.ascent(), 3))
        if len(bases) == len(Side):
            found[placed.stretch] = bases
    return found


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_sentences_of_a_row_begin_on_one_base_line(make_panes, zoom):
    panes = make_panes(marks(*story(40)))
    panes.view.set_by_rows(by_rows=True)
    panes.view.set_zoom(zoom)
    seen = 0
    for number, width in enumerate(WIDTHS):
        panes.resize(width, 900)
        panes.canvas.go_to(number * panes.scene.scroll.heights.total // 13)
        bases = base_lines(panes)
        seen += len(bases)
        assert all(len(set(pair)) == 1 for pair in bases.values()), (width, bases)
    assert seen > 8


@pytest.mark.parametrize(
    "pair", [(LEFT, RIGHT), (ARABIC, ARABIC_LATER), (CHINESE, CHINESE_LATER)], ids=str
)
def test_each_sentence_begins_a_line(make_panes, pair):
    panes = make_panes(marks(*pair), 900, 1800)
    panes.view.set_by_rows(by_rows=True)
    scene = panes.scene
    for number, row in enumerate(scene.comparison.rows):
        for side in Side:
            document = scene.comparison.document(side)
            own = [document.sentences[index].span for index in row.sentences(side)]
            pieces = scene.setting.pieces(side, number)
            if len(own) == 1:
                assert [p.piece.span.start for p in pieces] == [own[0].start]


def test_toggling_keeps_the_line_under_the_eye(make_panes):
    panes = make_panes(marks(*story(150)))
    panes.view.set_current_change(9)
    panes.canvas.go_to(5000)
    # At the beginning of a sentence the line is the same in both settings.
    eye = panes.canvas.eye()
    for by_rows in (True, False, True):
        panes.view.set_by_rows(by_rows=by_rows)
        assert panes.line_top(eye.side, eye.position) == eye.y
        assert panes.view.current_change() == 9


def test_toggling_there_and_back_changes_nothing(make_panes):
    panes = make_panes(marks(*story(150)))
    panes.canvas.go_to(5000)
    before = panes.canvas.grab().toImage()
    panes.view.set_by_rows(by_rows=True)
    assert panes.canvas.grab().toImage() != before
    panes.view.set_by_rows(by_rows=False)
    panes.canvas.grab()
    assert panes.line_top(*panes.canvas.eye()[:2]) == panes.canvas.eye().y


def test_a_row_that_one_side_lacks_is_a_gap_that_leads_to_its_change(make_panes, qtbot):
    left = "The boat was red. It was built in the year of the flood. Nobody sailed it."
    panes = make_panes(marks(left, left.replace("It was built in the year of the flood. ", "")))
    panes.view.set_by_rows(by_rows=True)
    lone = next(n for n, row in enumerate(panes.scene.comparison.rows) if not row.right)
    assert panes.scene.is_row_gap(Side.RIGHT, lone)
    assert not panes.scene.is_row_gap(Side.LEFT, lone)
    placed = next(p for p in panes.scene.visible if p.stretch == lone)
    pane = panes.pane(Side.RIGHT)
    paper = QColor(panes.scene.theme.paper)
    picture = pane.grab().toImage()
    middle = placed.top + placed.height // 2
    assert any(picture.pixelColor(x, middle) != paper for x in range(2, 12))
    with qtbot.waitSignal(panes.view.change_clicked) as clicked:
        qtbot.mouseClick(pane, Qt.MouseButton.LeftButton, pos=QPoint(pane.width() // 2, middle))
    assert clicked.args == [panes.scene.marks.change_of_row[lone]]


def test_the_caret_goes_from_sentence_to_sentence(make_panes, qtbot):
    panes = make_panes(marks())
    panes.view.set_by_rows(by_rows=True)
    pane = panes.pane(Side.RIGHT)
    pane.setFocus()
    text = panes.text(Side.RIGHT)
    for _ in range(len(text) + 1):
        qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert panes.view.selected_text() == text
    lines = 0
    while panes.scene.selection.caret > 0:
        qtbot.keyClick(pane, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
        lines += 1
        assert lines < 200


def test_an_endless_sentence_is_set_as_ever(make_panes):
    text = "on and on it went and " * 2000
    panes = make_panes(marks(text, text.replace("went", "goes")))
    panes.view.set_by_rows(by_rows=True)
    assert not panes.scene.stretches.by_rows


def test_a_heading_stands_on_one_base_line_with_what_became_of_it(make_panes):
    title, body = "A short history of rain", "It fell on the just and on the unjust."
    left, right = (
        Document.from_paragraphs([TextParagraph(title, style), TextParagraph(body)])
        for style in (Style(), Style(StyleKind.HEADING, 1))
    )
    panes = make_panes(Marks(compare(left, right)))
    assert len(base_lines(panes)) == 2
    assert all(len(set(pair)) == 1 for pair in base_lines(panes).values())

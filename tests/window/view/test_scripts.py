"""Texts of many scripts: marked, selected and copied by what is seen, not by how it is stored.

The truth is what Qt paints: a stretch is painted in a colour of its own, and the coloured points
are compared with where the program believes it to be.
"""

from itertools import pairwise
from pathlib import Path

import pytest
from made import marks
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QPainter,
)
from PySide6.QtTest import QTest

from variorum.engine import Side, Span, Style
from variorum.window.view.layouts import LaidText
from variorum.window.view.typography import Typography
from variorum.window.view.words import Words

CASES = Path(__file__).parents[2] / "cases" / "scripts"
NAMES = sorted(path.name.split(".")[0] for path in CASES.glob("*.left.txt"))
RIGHT_TO_LEFT = ("arabic", "hebrew")
WIDTH = 420
DARK = 160
"""What red letters are in shades of grey, and white paper is not."""
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT_BUTTON = Qt.MouseButton.LeftButton


def text_of(name: str, side: Side) -> str:
    return (CASES / f"{name}.{side.value}.txt").read_text("utf-8").rstrip("\n")


def marks_of(name: str):
    return marks(text_of(name, Side.LEFT), text_of(name, Side.RIGHT))


def laid(text: str) -> LaidText:
    look = Typography(100, (text,)).look(Style())
    return LaidText(text, Span(0, len(text)), look, WIDTH)


def inked(text: LaidText, span: Span) -> set[tuple[int, int]]:
    """The line and the place from the left of each point that a stretch's letters colour."""
    image = QImage(WIDTH + 40, text.height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("white"))
    text.draw(painter, QPointF(20, 0), QRectF(), [span], QColor("red"))
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = (bytes(grey.constScanLine(y))[: grey.width()] for y in range(grey.height()))
    return {
        (y // text.look.line_height, x - 20)
        for y, row in enumerate(rows)
        if min(row) < DARK
        for x, shade in enumerate(row)
        if shade < DARK
    }


def paragraphs(name: str) -> list[str]:
    return [p for side in Side for p in text_of(name, side).split("\n\n")]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", NAMES)
def test_boxes_are_where_the_letters_are(name):
    for paragraph in paragraphs(name):
        text = laid(paragraph)
        words = Words(paragraph)
        at = 0
        while at < len(paragraph):
            span = words.at(at)
            at = span.end
            ink = inked(text, span)
            boxes = text.boxes(span)
            outside = [
                (line, x)
                for line, x in ink
                if not any(b.line == line and b.left - 3 <= x <= b.right + 3 for b in boxes)
            ]
            assert outside == [], (paragraph[slice(*span)], boxes)
            # And nothing else is covered: the letters reach to both ends of their boxes.
            for box in boxes if not paragraph[slice(*span)].isspace() else ():
                own = [x for line, x in ink if line == box.line and box.left - 3 <= x <= box.right]
                assert own, (paragraph[slice(*span)], box)
                room = text.look.line_height / 2 + 2
                assert min(own) - box.left < room
                assert box.right - max(own) < room


@pytest.mark.parametrize("name", NAMES)
def test_every_edit_is_marked_on_its_words(make_panes, name):
    panes = make_panes(marks_of(name), 1100, 900)
    for side in Side:
        drawn = {
            mark.span: mark.rects
            for shown in panes.scene.shown(side)
            for mark in panes.scene.drawing(side, shown).edits
        }
        assert drawn
        for shown in panes.scene.shown(side):
            piece = shown.set_piece.laid
            for span, rects in drawn.items():
                if piece.span.start <= span.start < piece.span.end:
                    boxes = piece.boxes(span)
                    assert len(boxes) == len(rects)
                    for box, rect in zip(boxes, rects, strict=True):
                        assert abs(box.left - rect.left()) < 4
                        assert abs(box.right - rect.right()) < 4


@pytest.mark.parametrize("name", NAMES)
def test_keys_select_every_character_once_and_words_whole(make_panes, qtbot, name):
    panes = make_panes(marks_of(name), 900, 900)
    pane, text = panes.pane(Side.LEFT), text_of(name, Side.LEFT)
    panes.canvas.put_caret(Side.LEFT, 0)
    onward = Qt.Key.Key_Left if name in RIGHT_TO_LEFT else Qt.Key.Key_Right
    back = Qt.Key.Key_Right if name in RIGHT_TO_LEFT else Qt.Key.Key_Left
    seen = []
    while panes.view.selected_text() != text:
        qtbot.keyClick(pane, onward, SHIFT)
        seen.append(panes.view.selected_text())
        assert len(seen) < 2 or len(seen[-1]) > len(seen[-2])
    qtbot.keyClick(pane, back, SHIFT)
    assert panes.view.selected_text() == seen[-2]
    panes.canvas.select(Side.LEFT, None)
    panes.canvas.put_caret(Side.LEFT, 0)
    words = []
    while panes.view.selected_text() != text:
        before = len(panes.view.selected_text())
        qtbot.keyClick(pane, onward, SHIFT | CONTROL)
        words.append(panes.view.selected_text()[before:])
        assert words[-1]
    assert "".join(words) == text
    assert max(map(len, words)) < 20
    assert len(words) > 12


@pytest.mark.parametrize("name", NAMES)
def test_a_drag_selects_what_lies_between_and_copies_it(make_panes, qtbot, name):
    panes = make_panes(marks_of(name), 900, 900)
    pane, text = panes.pane(Side.LEFT), text_of(name, Side.LEFT)
    words = Words(text)
    # From the beginning of a word to that of one in the next paragraph.
    start = words.beside(words.beside(0, forward=True), forward=True)
    end = words.beside(words.beside(text.index("\n\n") + 2, forward=True), forward=True)
    places = panes.place_of(Side.LEFT, start), panes.place_of(Side.LEFT, end)
    qtbot.mousePress(pane, LEFT_BUTTON, pos=places[0])
    qtbot.mouseMove(pane, places[1])
    qtbot.mouseRelease(pane, LEFT_BUTTON, pos=places[1])
    assert panes.view.selected_text() == text[start:end]
    panes.view.copy()
    assert QGuiApplication.clipboard().text() == text[start:end]


@pytest.mark.parametrize(
    ("name", "inside", "word"),
    [
        ("hebrew", "ספינה", "הספינה"),
        ("hebrew", "rora", "Aurora"),
        ("hebrew", "12", "12"),
        ("arabic", "دينة", "المدينة"),
        ("arabic", "orth", "North"),
        ("mixed", "לום", "שלום"),
        ("mixed", "حبا", "مرحبا"),
        ("mixed", "eace", "peace"),
        ("chinese", "邮", "邮"),
        ("japanese", "書館", "図書館"),
        ("japanese", "モメ", "カモメ"),
        ("japanese", "ら海", "から"),
        ("korean", "니는", "할머니는"),
        ("thai", "แม่", "แม่น้ำ"),
        ("thai", "เช้า", "เช้า"),
    ],
)
def test_a_double_click_takes_the_word(make_panes, name, inside, word):
    panes = make_panes(marks_of(name), 900, 900)
    place = panes.place_of(Side.LEFT, text_of(name, Side.LEFT).index(inside))
    QTest.mouseDClick(panes.pane(Side.LEFT), LEFT_BUTTON, pos=place)
    assert panes.view.selected_text() == word


@pytest.mark.parametrize("name", NAMES)
def test_what_is_selected_is_painted_as_selected(make_panes, name):
    panes = make_panes(marks_of(name), 900, 900)
    text = text_of(name, Side.LEFT)
    pane = panes.pane(Side.LEFT)
    before = pane.grab().toImage()
    words = Words(text)
    span = words.at(words.beside(words.beside(0, forward=True), forward=True))
    panes.canvas.select(Side.LEFT, span)
    after = pane.grab().toImage()
    y = panes.place_of(Side.LEFT, span.start).y()
    changed = [x for x in range(before.width()) if before.pixel(x, y) != after.pixel(x, y)]
    (shown,) = (s for s in panes.scene.shown(Side.LEFT) if s.set_piece.laid.span.start == 0)
    boxes = shown.set_piece.laid.boxes(span)
    assert min(changed) == pytest.approx(boxes[0].left + pane._ground.columns.left, abs=3)
    assert max(changed) == pytest.approx(boxes[-1].right + pane._ground.columns.left, abs=3)


def test_up_and_down_keep_the_column_where_text_runs_both_ways(make_panes, qtbot):
    panes = make_panes(marks_of("hebrew"), 620, 900)
    pane, scene = panes.pane(Side.LEFT), panes.scene
    (first, *_) = scene.shown(Side.LEFT)
    piece = first.set_piece.laid
    assert piece.line_count > 2
    start = text_of("hebrew", Side.LEFT).index("הגיעה")
    panes.canvas.put_caret(Side.LEFT, start)
    qtbot.keyClick(pane, Qt.Key.Key_Down, SHIFT)
    caret = scene.selection.caret
    assert piece.line_of(caret) == piece.line_of(start) + 1
    assert abs(piece.x_of(caret) - piece.x_of(start)) < piece.look.line_height


@pytest.fixture
def broken(make_panes):
    """Panes of Chinese, which is broken between letters; the cursor before its first letter."""
    panes = make_panes(marks_of("chinese"), 620, 900)
    panes.view.set_active_side(Side.LEFT)
    panes.canvas.put_caret(Side.LEFT, 0)
    return panes


def first_lines(panes) -> list[str]:
    (first, *_) = panes.scene.shown(Side.LEFT)
    laid = first.set_piece.laid
    starts = [laid.line_start(line) for line in range(laid.line_count)]
    return [laid.text[start:end] for start, end in pairwise(starts)]


def test_the_last_letter_of_a_line_is_reached_where_lines_break_between_letters(broken, qtbot):
    pane, (line, *_) = broken.pane(Side.LEFT), first_lines(broken)
    qtbot.keyClick(pane, Qt.Key.Key_End, SHIFT)
    assert broken.view.selected_text() == line
    (first, *_) = broken.scene.shown(Side.LEFT)
    y = first.top + first.set_piece.laid.look.line_height // 2
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(pane, left, pos=QPoint(pane._ground.columns.left, y))
    qtbot.mouseMove(pane, QPoint(pane._ground.columns.right + 9, y))
    qtbot.mouseRelease(pane, left, pos=QPoint(pane._ground.columns.right + 9, y))
    assert broken.view.selected_text() == line


def test_a_cursor_stays_in_its_line_where_lines_break_between_letters(broken, qtbot):
    pane, lines = broken.pane(Side.LEFT), first_lines(broken)
    pane.show_caret(shown=True)
    qtbot.keyClick(pane, Qt.Key.Key_End)
    assert broken.scene.selection.caret == len(lines[0]) - 1
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    (first, *_) = broken.scene.shown(Side.LEFT)
    assert first.set_piece.laid.line_of(broken.scene.selection.caret) == 1

"""The text once more, for screen readers: the same words, caret and selection as in the pane."""

import pytest
from made import EMOJI, EMOJI_LATER, LEFT, RIGHT, marks
from PySide6.QtGui import QAccessible
from test_scripts import NAMES, marks_of, text_of

from variorum.engine import Document, Layout, Side, Span
from variorum.window.view.mirror import spoken_text


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_stands_in_the_pane(make_panes, name):
    panes = make_panes(marks_of(name), 900, 900)
    for side in Side:
        assert panes.pane(side).mirror().toPlainText() == text_of(name, side)


def test_the_selection_is_followed_in_the_units_of_qt(make_panes):
    panes = make_panes(marks(EMOJI, EMOJI_LATER))
    start, end = EMOJI.index("past"), EMOJI.index("island")
    panes.canvas.select(Side.LEFT, Span(start, end))
    cursor = panes.pane(Side.LEFT).mirror().textCursor()
    assert cursor.selectedText() == EMOJI[start:end]
    assert cursor.selectionStart() == start + 1, "the ship counts two in Qt"
    assert not panes.pane(Side.RIGHT).mirror().textCursor().hasSelection()
    panes.canvas.select(Side.LEFT, None)
    assert not panes.pane(Side.LEFT).mirror().textCursor().hasSelection()


def test_a_screen_reader_moves_the_caret(make_panes):
    panes = make_panes(marks(LEFT, RIGHT), 900, 300)
    text = QAccessible.queryAccessibleInterface(panes.pane(Side.LEFT).mirror()).textInterface()
    at = LEFT.index("piano")
    text.setCursorPosition(at)
    assert panes.scene.selection.span == Span(at, at)
    assert panes.line_top(Side.LEFT, at) is not None, "it is scrolled into sight"
    text.setSelection(0, 4, 9)
    assert panes.view.selected_text() == LEFT[4:9]
    text.removeSelection(0)
    assert panes.view.selected_text() == ""


def test_letters_stand_where_the_pane_has_them(make_panes):
    panes = make_panes(marks(LEFT, RIGHT), 900, 1200)
    pane = panes.pane(Side.LEFT)
    text = QAccessible.queryAccessibleInterface(pane.mirror()).textInterface()
    for word in ("lamps", "ledger", "lantern", "bicycles", "school"):
        at = LEFT.index(word)
        box = text.characterRect(at)
        place = pane.mapToGlobal(panes.place_of(Side.LEFT, at))
        assert box.contains(place), word
        assert text.offsetAtPoint(place) == at


def test_it_follows_another_width_and_another_comparison(make_panes):
    panes = make_panes(marks(LEFT, RIGHT), 900, 1200)
    pane = panes.pane(Side.LEFT)
    text = QAccessible.queryAccessibleInterface(pane.mirror()).textInterface()
    at = LEFT.index("lantern")
    panes.resize(560, 1200)
    assert pane.mirror().textCursor().position() == 0
    assert text.characterRect(at).contains(pane.mapToGlobal(panes.place_of(Side.LEFT, at)))
    panes.show(marks(RIGHT, LEFT))
    assert pane.mirror().toPlainText() == RIGHT


def test_what_is_read_is_as_long_as_the_text():
    wrapped = "One line that was broken\nat a width by hand\nlong ago.\n\nAnd another one.\n"
    document = Document.from_text(wrapped, layout=Layout.WRAPPED)
    assert spoken_text(document) == wrapped.replace("n\na", "n a").replace("d\nl", "d l")
    verse = "A line\nof verse\n\nanother\x00 one"
    assert spoken_text(Document.from_text(verse, layout="line")) == verse.replace("\x00", "␀")

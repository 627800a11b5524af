"""The card with the other end of a move: it comes by key and by mouse, and costs no place."""

import pytest
from made import marks, story
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QToolButton

from variorum.engine import ChangeKind, Side, Style
from variorum.window.view.connectors import ShapeKind, connectors, middle
from variorum.window.view.hits import Hits
from variorum.window.view.labels import gap_labels
from variorum.window.view.passage import Passage
from variorum.window.view.peek import Peek

MOVED = (
    "The cooper kept his best barrels under the stairs of the chapel. Nobody bought the small "
    "ones. He gave them to children for boats, and every spring the pond was full of them."
)


@pytest.fixture(scope="module")
def far_move():
    """A paragraph that went from the beginning to the end of long texts, and changed a little."""
    story_left, _ = story(60, seed=5)
    later = MOVED.replace("best barrels", "worst barrels").replace("every spring", "each autumn")
    return marks(f"{MOVED}\n\n{story_left}", f"{story_left}\n\n{later}")


@pytest.fixture
def panes(make_panes, far_move):
    panes = make_panes(far_move, 1000, 700)
    number = next(c.number for c in far_move.changes if c.kind is ChangeKind.MOVED)
    panes.view.set_current_change(number, side=Side.LEFT)
    panes.view.set_active_side(Side.LEFT)
    return panes


def card(panes) -> Peek | None:
    return panes.view.findChild(Peek)


def wait_for_card(panes, qtbot, *, shown: bool = True) -> None:
    def is_as_wanted() -> bool:
        found = card(panes)  # it is made when it is first wanted
        return (found is not None and found.isVisible()) is shown

    qtbot.waitUntil(is_as_wanted)


def test_it_shows_the_other_end_beside_this_one_and_moves_nothing(panes):
    before = panes.scene.scroll.position()
    assert panes.view.peek()
    assert panes.scene.scroll.position() == before
    shown = card(panes)
    assert shown.isVisible()
    assert shown.accessibleName() == "Right text, paragraph 61"
    text = shown.findChild(QScrollArea).accessibleDescription()
    assert "worst barrels" in text
    passage = shown.findChild(Passage)
    assert "".join(p.set_piece.laid.text for p, _ in passage._pieces) == text
    assert sum(len(drawing.edits) for _, drawing in passage._pieces) == 2
    # It is on the other side, and level with the passage here.
    pane = panes.pane(Side.RIGHT)
    assert pane.geometry().contains(shown.geometry().adjusted(0, 8, 0, 0))
    assert 0 <= shown.y() - panes.line_top(Side.LEFT, 0) < 40 or shown.y() < 40


def test_it_is_set_anew_with_the_text(panes):
    panes.view.peek()
    for width, zoom in ((1000, 200), (700, 200), (700, 80), (1100, 100)):
        panes.view.set_zoom(zoom)
        panes.resize(width, 700)
        shown, pane = card(panes), panes.pane(Side.RIGHT)
        assert shown.isVisible()
        assert pane.x() <= shown.x()
        assert shown.geometry().right() <= pane.geometry().right()
        (piece, _), *_ = shown.findChild(Passage)._pieces
        assert piece.set_piece.laid.look == panes.scene.typography.look(Style())


def test_its_lines_break_as_those_of_the_pane(panes):
    panes.view.peek()
    passage = card(panes).findChild(Passage)
    width = panes.pane(Side.RIGHT)._ground.columns.text_width
    assert passage._columns.text_width == width
    left = passage.mapTo(panes.canvas, QPoint(passage._columns.left, 0)).x()
    pane = panes.pane(Side.RIGHT)
    assert left == pane.x() + pane._ground.columns.left


def test_escape_puts_it_away_and_gives_the_keys_back(panes, qtbot):
    panes.view.peek()
    assert card(panes).isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not card(panes).isVisible()
    assert panes.pane(Side.LEFT).hasFocus()


@pytest.mark.parametrize("active", list(Side))
def test_the_keys_go_back_to_the_side_that_had_them(make_panes, qtbot, active):
    panes = make_panes(marks("One stays.\n\nTwo goes away.", "One stays."))
    panes.view.set_current_change(1)
    panes.view.set_active_side(active)
    assert panes.view.peek()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert panes.pane(active).hasFocus()
    assert panes.view.active_side() is active


def test_its_title_is_whole_where_there_is_hardly_any_room(make_panes):
    panes = make_panes(marks("One stays.\n\nTwo goes away. " * 9, "One stays."), 440, 190)
    panes.view.set_current_change(1)
    assert panes.view.peek()
    QApplication.processEvents()
    title = card(panes).findChild(QLabel)
    assert title.height() >= title.heightForWidth(title.width())


def test_what_was_found_is_outlined_on_it(panes):
    panes.view.peek()
    passage = card(panes).findChild(Passage)
    QApplication.processEvents()
    plain = passage.grab().toImage()
    start = panes.text(Side.RIGHT).index("worst barrels")
    hits = Hits()
    hits.append(Side.RIGHT, start, start + 5)
    panes.view.set_hits(hits)
    outlined = passage.grab().toImage()
    assert outlined != plain
    ink = QColor(panes.scene.theme.hit).name()
    places = ((x, y) for x in range(outlined.width()) for y in range(outlined.height()))
    assert any(outlined.pixelColor(x, y).name() == ink for x, y in places)
    panes.view.set_hits(None)
    assert passage.grab().toImage() == plain


def test_enter_goes_there(panes, qtbot):
    panes.view.peek()
    with qtbot.waitSignal(panes.view.end_wanted) as went:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert went.args == [panes.view.current_change(), Side.RIGHT]
    assert not card(panes).isVisible()


def test_its_buttons_do_what_they_say(panes, qtbot):
    panes.view.peek()
    qtbot.mouseClick(card(panes).findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not card(panes).isVisible()
    panes.view.peek()
    with qtbot.waitSignal(panes.view.end_wanted):
        qtbot.mouseClick(card(panes).findChild(QPushButton), Qt.MouseButton.LeftButton)


def test_it_comes_when_the_mouse_rests_on_the_number_of_the_move(panes, qtbot):
    pane = panes.pane(Side.LEFT)
    label = QPoint(pane._ground.columns.right + 16, panes.line_top(Side.LEFT, 0) + 12)
    qtbot.mouseMove(pane, label)
    assert pane.cursor().shape() is Qt.CursorShape.PointingHandCursor
    wait_for_card(panes, qtbot)
    assert panes.pane(Side.LEFT).hasFocus()
    QApplication.sendEvent(pane, QEvent(QEvent.Type.Leave))
    wait_for_card(panes, qtbot, shown=False)


def test_it_comes_at_the_arrow_in_the_gutter_and_stays_under_the_mouse(panes, qtbot):
    gutter = panes.canvas.gutter
    stub = next(c for c in connectors(panes.scene) if c.kind is ShapeKind.STUB)
    qtbot.mouseMove(gutter, QPoint(10, round(middle(stub.left, gutter.height()))))
    wait_for_card(panes, qtbot)
    gone = panes.view._peeking._gone
    QApplication.sendEvent(gutter, QEvent(QEvent.Type.Leave))
    assert gone.isActive()
    card(panes).entered.emit()
    assert not gone.isActive()
    card(panes).left.emit()
    wait_for_card(panes, qtbot, shown=False)


def test_passing_over_the_number_brings_nothing_up(panes, qtbot):
    pane = panes.pane(Side.LEFT)
    y = panes.line_top(Side.LEFT, 0) + 12
    qtbot.mouseMove(pane, QPoint(pane._ground.columns.right + 16, y))
    assert panes.view._peeking._soon.isActive()
    qtbot.mouseMove(pane, QPoint(pane._ground.columns.right - 100, y))
    assert not panes.view._peeking._soon.isActive()
    assert card(panes) is None


def test_it_does_not_come_when_the_number_has_gone_from_under_the_mouse(panes, qtbot):
    pane = panes.pane(Side.LEFT)
    y = panes.line_top(Side.LEFT, 0) + 12
    qtbot.mouseMove(pane, QPoint(pane._ground.columns.right + 16, y))
    assert panes.view._peeking._soon.isActive()
    panes.canvas.scroll_by(40)
    assert not panes.view._peeking._soon.isActive()
    assert card(panes) is None


def test_it_goes_with_the_text_and_away_when_that_is_out_of_sight(panes):
    panes.canvas.go_to(0)
    panes.view.peek()
    panes.canvas.scroll_by(40)
    assert card(panes).isVisible()
    panes.canvas.scroll_by(4000)
    assert not card(panes).isVisible()


def test_by_key_it_comes_from_anywhere(panes):
    panes.view._canvas.to_end()
    panes.view.set_active_side(Side.LEFT)
    assert panes.view.peek()
    # Only the right end is in sight: the card shows the left one.
    assert card(panes).accessibleName() == "Left text, paragraph 1"
    panes.canvas.go_to(6000)
    assert panes.view.peek()
    assert card(panes).isVisible()


def test_there_is_nothing_to_peek_at_without_a_move_or_a_gap(make_panes):
    panes = make_panes(marks())
    assert not panes.view.can_peek()
    assert not panes.view.peek()
    number = next(c.number for c in panes.scene.marks.changes if c.kind is ChangeKind.EDITED)
    panes.view.set_current_change(number)
    assert not panes.view.can_peek()
    assert not panes.view.peek()


@pytest.mark.parametrize("active", list(Side))
def test_a_key_shows_what_is_missing_in_a_gap(make_panes, active):
    text, _ = story(40, seed=3)
    lone = "A bridge of rope was all that the builders left to the village below the falls."
    panes = make_panes(marks(f"{text}\n\n{lone}\n\nThe end.", f"{text}\n\nThe end."))
    missing = next(c for c in panes.scene.marks.changes if c.kind is ChangeKind.MISSING)
    panes.view.set_current_change(missing.number, reveal=False)
    panes.view.set_active_side(active)
    assert panes.view.can_peek()
    assert panes.view.peek()
    assert card(panes).isVisible()
    assert card(panes).findChild(QScrollArea).accessibleDescription() == lone
    assert panes.pane(Side.RIGHT).geometry().contains(card(panes).geometry().center())
    assert card(panes).isAncestorOf(QApplication.focusWidget())
    panes.view._peeking.close()
    assert not card(panes).isVisible()


def test_a_long_passage_can_be_scrolled(make_panes, qtbot):
    long = " ".join(f"The {n}th of the barrels was made of oak in the year {n}." for n in range(90))
    filler, _ = story(30, seed=8)
    panes = make_panes(marks(f"{long}\n\n{filler}", f"{filler}\n\n{long}"), 900, 500)
    number = next(c.number for c in panes.scene.marks.changes if c.kind is ChangeKind.MOVED)
    panes.view.set_current_change(number, side=Side.LEFT)
    panes.view.peek()
    assert card(panes).height() <= 0.6 * panes.canvas.height()
    area = card(panes).findChild(QScrollArea)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_another_comparison_puts_it_away(panes):
    panes.view.peek()
    panes.show(marks())
    assert not card(panes).isVisible()


def test_the_label_of_a_gap_shows_what_is_missing(make_panes, qtbot):
    text, _ = story(12, seed=3)
    lone = "A bridge of rope was all that the builders left to the village below the falls."
    panes = make_panes(marks(f"{text}\n\n{lone}\n\nThe end.", f"{text}\n\nThe end."))
    missing = next(c for c in panes.scene.marks.changes if c.kind is ChangeKind.MISSING)
    panes.view.reveal_span(Side.LEFT, missing.span(Side.LEFT))
    pane = panes.pane(Side.RIGHT)
    (label,) = gap_labels(panes.scene, pane._ground.columns, 0, pane.height())
    beside = QPoint(round(label.box.left()) - 20, round(label.box.center().y()))
    qtbot.mouseMove(pane, beside)
    assert not panes.view._peeking._soon.isActive()
    qtbot.mouseMove(pane, label.box.center().toPoint())
    wait_for_card(panes, qtbot)
    assert card(panes).accessibleName().startswith("Only in the left text, paragraph ")
    assert card(panes).findChild(QScrollArea).accessibleDescription() == lone
    assert pane.geometry().contains(card(panes).geometry().center())
    with qtbot.waitSignal(panes.view.end_wanted) as went:
        qtbot.mouseClick(card(panes).findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert went.args == [missing.number, Side.LEFT]


def test_the_label_of_moved_text_shows_where_it_went(panes, qtbot):
    pane = panes.pane(Side.RIGHT)
    (label,) = gap_labels(panes.scene, pane._ground.columns, 0, pane.height())
    qtbot.mouseMove(pane, label.box.center().toPoint())
    wait_for_card(panes, qtbot)
    assert card(panes).accessibleName().startswith("Right text, paragraph ")
    assert "worst barrels" in card(panes).findChild(QScrollArea).accessibleDescription()

"""The list of changes and the notes, each taken out of the window to stand by itself."""

from __future__ import annotations

from operator import attrgetter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from variorum.window.dock import EDGE, Dock
from variorum.window.note_edit import NoteEdit
from variorum.window.verdict_button import VerdictButton

Key = Qt.Key


@pytest.fixture
def notes(open_driver) -> Dock:
    """The notes, by themselves, on the first change."""
    open_driver.window.activateWindow()
    open_driver.menu("first_change")
    open_driver.menu("notes")
    dock = open_driver.window._desk.dock
    with open_driver.qtbot.waitExposed(dock):
        dock.setFloating(True)
    return dock


def active(driver, window) -> None:
    window.activateWindow()
    driver.until(lambda: QApplication.activeWindow() is window)


def has_keys(part) -> bool:
    return QApplication.focusWidget() is part and QApplication.activeWindow() is part.window()


def test_what_stands_by_itself_has_an_edge_to_be_seen_and_seized(open_driver, notes):
    ink = notes.palette().color(QPalette.ColorRole.Dark)
    image = notes.grab().toImage()
    right, bottom = notes.width() - 1, notes.height() - 1
    for x, y in ((0, 40), (right, 40), (60, 0), (60, bottom)):
        assert image.pixelColor(x, y) == ink
        assert notes.childAt(QPoint(x, y)) is None
    assert notes.widget().x() == EDGE
    notes.setFloating(False)
    open_driver.until(lambda: notes.widget().x() == 0)
    assert notes.grab().toImage().pixelColor(0, 40) != ink


def test_the_keys_come_to_the_note_and_go_back_to_the_texts(open_driver, notes):
    note = notes.findChild(NoteEdit)
    active(open_driver, open_driver.window)
    open_driver.menu("write_note")
    open_driver.until(lambda: has_keys(note))
    open_driver.press(Key.Key_Escape)
    pane = open_driver.view._canvas.panes[open_driver.view.active_side()]
    open_driver.until(lambda: has_keys(pane))


def test_what_is_looked_for_is_not_typed_into_the_note(open_driver, notes):
    active(open_driver, notes)
    open_driver.menu("find")
    field = open_driver.window._bar.findChild(QLineEdit)
    open_driver.until(lambda: has_keys(field))


def test_escape_leads_from_the_list_to_the_texts(open_driver):
    dock = open_driver.window._dock
    dock.setFloating(True)
    active(open_driver, dock)
    open_driver.list._list.setFocus()
    open_driver.press(Key.Key_Escape)
    pane = open_driver.view._canvas.panes[open_driver.view.active_side()]
    open_driver.until(lambda: has_keys(pane))


def test_missing_passages_are_gone_through_by_keys_at_once(open_driver):
    open_driver.window._dock.setFloating(True)
    active(open_driver, open_driver.window)
    open_driver.menu("missing_passages")
    open_driver.until(lambda: has_keys(open_driver.list._list))


def test_enter_presses_a_button_and_shift_f10_opens_a_menu(open_driver, notes):
    active(open_driver, notes)
    button = notes.findChildren(VerdictButton)[0]
    button.setFocus()
    open_driver.until(lambda: has_keys(button))
    open_driver.press(Key.Key_Return)
    change = open_driver.opened.marks.changes[0]
    assert open_driver.window._desk.reviewing.judgement(change).verdict == "accepted"
    notes.findChild(NoteEdit).setFocus()
    open_driver.press(Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    open_driver.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    QApplication.activePopupWidget().close()


def test_notes_are_put_where_the_list_went_for_want_of_room(open_driver):
    """Qt tells that the list is hidden by them while it is still at it."""
    window = open_driver.window
    open_driver.menu("notes")
    window.resize(1100, 600)
    below = Qt.DockWidgetArea.BottomDockWidgetArea
    open_driver.until(lambda: window.dockWidgetArea(window._dock) is below)
    window.tabifyDockWidget(window._dock, window._desk.dock)
    open_driver.until(lambda: window.dockWidgetArea(window._desk.dock) is below)
    window._desk.dock.setFloating(True)
    open_driver.until(lambda: not window._dock.visibleRegion().isEmpty())
    assert window._dock.isVisible()


def next_stop(driver, part):
    """Where Tab leads from a part."""
    part.setFocus()
    driver.until(lambda: has_keys(part))
    driver.press(Key.Key_Tab)
    return QApplication.focusWidget()


def test_tab_goes_as_one_reads_when_the_list_has_come_back(open_driver):
    active(open_driver, open_driver.window)
    dock, view = open_driver.window._dock, open_driver.view
    last = open_driver.window._tool_bar.tab_stops()[-1]
    assert next_stop(open_driver, last) is open_driver.list.tab_stops()[0]
    dock.setFloating(True)
    active(open_driver, open_driver.window)
    assert next_stop(open_driver, last) is view.tab_stops()[0]
    dock.setFloating(False)
    active(open_driver, open_driver.window)
    assert next_stop(open_driver, last) is open_driver.list.tab_stops()[0]
    assert next_stop(open_driver, open_driver.list.tab_stops()[-1]) is view.tab_stops()[0]


def test_a_list_that_stood_by_itself_does_so_at_the_next_start(open_driver, pair, make_driver):
    open_driver.window._dock.setFloating(True)
    open_driver.window._dock.setGeometry(100, 120, 400, 500)
    open_driver.window.close()
    other = make_driver(*pair)  # a warning of Qt fails the test
    other.wait_for_comparison()
    assert other.window._dock.isFloating()
    assert other.window._dock.geometry().getRect() == (100, 120, 400, 500)
    other.window.close()


@pytest.mark.parametrize("wish", ["write_note", "missing_passages", "notes", "change_list"])
def test_what_is_asked_for_comes_before_what_shares_its_place(open_driver, wish):
    window = open_driver.window
    open_driver.menu("first_change")
    open_driver.menu("notes")
    docks = {True: window._desk.dock, False: window._dock}
    window.tabifyDockWidget(docks[True], docks[False])
    wanted, other = docks["note" in wish], docks["note" not in wish]
    other.raise_()
    open_driver.until(lambda: wanted.visibleRegion().isEmpty())
    open_driver.menu(wish)
    if wish in ("notes", "change_list"):  # hides it, and shows it again
        open_driver.menu(wish)
    open_driver.until(lambda: not wanted.visibleRegion().isEmpty())
    assert other.visibleRegion().isEmpty()


@pytest.mark.parametrize("part", ["_dock", "_desk.dock"])
def test_what_a_dock_shows_begins_below_its_title(open_driver, part):
    open_driver.menu("notes")
    dock = attrgetter(part)(open_driver.window)
    open_driver.until(dock.isVisible)
    title, shown = dock.titleBarWidget().geometry(), dock.widget().geometry()
    assert shown.top() >= title.bottom()


def test_notes_that_are_scrolled_go_under_a_line(open_driver):
    open_driver.window.resize(784, 452)
    open_driver.menu("first_change")
    open_driver.menu("notes")
    frame = open_driver.window._desk.dock.widget()
    bar = frame.verticalScrollBar()
    open_driver.until(lambda: bar.maximum() > 0)
    for value in (0, bar.maximum(), 0):
        bar.setValue(value)
        assert frame.edge.isVisible() == (value > 0)
    assert frame.edge.width() == frame.width()
    bar.setValue(1)
    line = frame.grab().toImage()
    ratio = line.devicePixelRatio()
    below = line.pixelColor(round(20 * ratio), round(3 * ratio))
    assert line.pixelColor(round(20 * ratio), 0) != below

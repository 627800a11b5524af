"""The list of changes and the notes go below the texts where the window is too narrow for them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from variorum.window.narrow import LEAST, LEAST_BESIDE_NOTES, LEAST_TEXTS
from variorum.window.note_edit import NoteEdit

Area = Qt.DockWidgetArea


def area_of(driver) -> Area:
    return driver.window.dockWidgetArea(driver.window._dock)


def resize(driver, width: int, height: int = 700) -> None:
    driver.window.resize(width, height)
    driver.until(lambda: driver.window.width() == width)


def test_it_goes_below_and_comes_back_as_wide_as_it_was(open_driver):
    driver = open_driver
    resize(driver, 1280)
    assert area_of(driver) is Area.LeftDockWidgetArea
    before = driver.window._dock.width()
    for _ in range(2):
        resize(driver, 640)
        driver.until(lambda: driver.view.width() > 600)
        assert area_of(driver) is Area.BottomDockWidgetArea
        assert driver.window._dock.isVisible()
        assert driver.view.height() > driver.window._dock.height() > 120
        resize(driver, 1280)
        driver.until(lambda: driver.window._dock.width() == before)
        assert area_of(driver) is Area.LeftDockWidgetArea


def widen(driver, dock) -> None:
    """Drag the border of a dock as far as it goes; until all is laid out it springs back."""

    def is_wide() -> bool:
        driver.window.resizeDocks([dock], [5000], Qt.Orientation.Horizontal)
        return dock.width() == dock.maximumWidth()

    driver.until(is_wide)


def test_notes_that_are_dragged_wide_leave_the_texts_some_room(open_driver):
    driver = open_driver
    resize(driver, 1280)
    driver.menu("notes")
    notes = driver.window._desk.dock
    beside = driver.window._dock
    driver.until(lambda: notes.maximumWidth() == 1280 - beside.width() - LEAST)
    widen(driver, notes)
    driver.until(lambda: driver.view.width() >= LEAST - 2)
    assert notes.width() > 400
    resize(driver, 800)
    driver.until(lambda: driver.view.width() >= LEAST - 2)
    notes.setFloating(True)
    driver.until(lambda: notes.maximumWidth() > 5000)


def test_notes_are_never_narrower_than_what_stands_in_them(open_driver):
    driver = open_driver
    resize(driver, 520, 420)
    driver.menu("first_change")
    driver.menu("notes")
    notes = driver.window._desk.dock
    for width in (520, 560, 520):
        resize(driver, width, 420)
        driver.until(lambda: notes.width() >= notes.widget().minimumSizeHint().width() > 150)


def test_what_shares_a_side_takes_its_room_once(open_driver):
    driver = open_driver
    resize(driver, 1280)
    driver.menu("notes")
    notes, changes = driver.window._desk.dock, driver.window._dock
    driver.window.tabifyDockWidget(changes, notes)
    driver.until(lambda: notes.width() == changes.width())
    resize(driver, changes.width() + LEAST_TEXTS + 20)
    assert area_of(driver) is Area.LeftDockWidgetArea


def test_its_boxes_stand_in_one_row_below_the_texts(open_driver):
    driver = open_driver
    boxes = driver.window._list.findChildren(QComboBox)
    resize(driver, 1280)
    driver.until(lambda: len({box.y() for box in boxes}) == 2)
    resize(driver, 640)
    driver.until(lambda: len({box.y() for box in boxes}) == 1)


def test_it_does_not_jump_to_and_fro_at_one_width(open_driver):
    driver = open_driver
    resize(driver, 1000)
    edge = driver.window._dock.width() + LEAST_TEXTS
    resize(driver, edge - 1)
    assert area_of(driver) is Area.BottomDockWidgetArea
    resize(driver, edge + 10)
    assert area_of(driver) is Area.BottomDockWidgetArea
    resize(driver, edge + 80)
    assert area_of(driver) is Area.LeftDockWidgetArea
    resize(driver, edge + 10)
    assert area_of(driver) is Area.LeftDockWidgetArea


def test_a_hidden_list_goes_below_when_it_is_shown(open_driver):
    driver = open_driver
    driver.menu("change_list")
    resize(driver, 640)
    assert not driver.window._dock.isVisible()
    driver.menu("change_list")
    driver.until(lambda: area_of(driver) is Area.BottomDockWidgetArea)
    assert driver.window._dock.isVisible()
    assert driver.action("change_list").isChecked()


def test_where_a_person_puts_it_it_stays(open_driver):
    driver = open_driver
    driver.window.addDockWidget(Area.BottomDockWidgetArea, driver.window._dock)
    for width in (640, 1280):
        resize(driver, width)
        assert area_of(driver) is Area.BottomDockWidgetArea


@pytest.mark.parametrize("side", [Area.LeftDockWidgetArea, Area.RightDockWidgetArea])
def test_the_place_beside_the_texts_is_remembered(make_driver, pair, side):
    first = make_driver()
    first.window.open_pair(*pair)
    first.wait_for_comparison()
    first.window.addDockWidget(side, first.window._dock)
    resize(first, 640)
    first.until(lambda: area_of(first) is Area.BottomDockWidgetArea)
    first.window.close()
    other = make_driver()
    resize(other, 1280)
    other.window.open_pair(*pair)
    other.wait_for_comparison()
    assert area_of(other) is side


def test_notes_beside_the_texts_send_it_below(open_driver):
    driver = open_driver
    resize(driver, 1040)
    assert area_of(driver) is Area.LeftDockWidgetArea
    width = driver.window._dock.width()
    driver.menu("first_change")
    driver.menu("write_note")
    driver.until(lambda: area_of(driver) is Area.BottomDockWidgetArea)
    notes = driver.window._desk.dock
    driver.until(lambda: driver.view.width() >= driver.window.width() - notes.width() - 20)
    assert driver.part(NoteEdit).hasFocus()
    driver.menu("notes")
    driver.until(lambda: area_of(driver) is Area.LeftDockWidgetArea)
    driver.until(lambda: driver.window._dock.width() == width)
    resize(driver, 1500)
    driver.menu("notes")
    driver.until(notes.isVisible)
    resize(driver, 1490)
    assert area_of(driver) is Area.LeftDockWidgetArea


def test_notes_go_below_where_they_leave_the_texts_no_room(open_driver):
    driver = open_driver
    resize(driver, 1280)
    driver.menu("first_change")
    driver.menu("write_note")
    notes, changes = driver.window._desk.dock, driver.window._dock
    area = driver.window.dockWidgetArea
    assert area(notes) is Area.RightDockWidgetArea
    before = notes.width()
    resize(driver, notes.width() + LEAST_BESIDE_NOTES - 10)
    driver.until(lambda: area(notes) is Area.BottomDockWidgetArea)
    driver.until(lambda: driver.view.width() > LEAST_BESIDE_NOTES)
    assert driver.part(NoteEdit).hasFocus()
    assert not notes.geometry().intersects(changes.geometry())
    driver.until(lambda: notes.width() > 0.8 * before)
    resize(driver, 1280)
    driver.until(lambda: area(notes) is Area.RightDockWidgetArea)
    driver.until(lambda: notes.width() == before)


def test_the_place_of_the_notes_beside_the_texts_is_remembered(make_driver, pair):
    first = make_driver()
    first.window.open_pair(*pair)
    first.wait_for_comparison()
    resize(first, 700)
    first.menu("notes")
    notes = first.window._desk.dock
    first.until(lambda: first.window.dockWidgetArea(notes) is Area.BottomDockWidgetArea)
    first.window.close()
    other = make_driver()
    resize(other, 1280)
    other.window.open_pair(*pair)
    other.wait_for_comparison()
    assert other.window.dockWidgetArea(other.window._desk.dock) is Area.RightDockWidgetArea


@pytest.mark.parametrize("height", [420, 520, 900])
def test_list_and_notes_do_not_cover_each_other_on_a_low_window(open_driver, height):
    open_driver.menu("first_change")
    open_driver.menu("write_note")
    resize(open_driver, 700, height)
    assert area_of(open_driver) is Area.BottomDockWidgetArea
    changes, notes = open_driver.window._dock, open_driver.window._desk.dock
    open_driver.until(lambda: not notes.geometry().intersects(changes.geometry()))
    # What has the keys is in sight all the same.
    note = open_driver.part(NoteEdit)
    assert note.hasFocus()
    assert note.visibleRegion().boundingRect().height() > 40


def test_a_list_that_is_dragged_wide_leaves_the_texts_some_room(open_driver):
    window = open_driver.window
    resize(open_driver, 1200)
    window.resizeDocks([window._dock], [1150], Qt.Orientation.Horizontal)
    open_driver.until(lambda: window._dock.width() > 700)
    assert open_driver.view.width() >= LEAST - 10
    window.addDockWidget(Area.BottomDockWidgetArea, window._dock)
    open_driver.until(lambda: window._dock.width() == window.width())

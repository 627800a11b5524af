"""Going from change to change, in the text and in the list, by keys, menus and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListView

from variorum.engine import ChangeKind, Side

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def selected(driver) -> int | None:
    """The number of the change that is selected in the list."""
    index = driver.part(QListView).currentIndex()
    return driver.list._model.change(index).number if index.isValid() else None


def everywhere(driver, number: int) -> bool:
    """Whether a change is the current one in the text, in the list and in the tool bar."""
    count = len(driver.opened.marks.changes)
    return (
        driver.view.current_change() == number
        and selected(driver) == number
        and driver.position == f"{number} of {count}"
    )


@pytest.mark.parametrize(
    ("forward", "back"),
    [
        ((Qt.Key.Key_Down, ALT), (Qt.Key.Key_Up, ALT)),
        ((Qt.Key.Key_F8, NONE), (Qt.Key.Key_F8, SHIFT)),
    ],
)
def test_next_and_previous_by_key(open_driver, forward, back):
    count = len(open_driver.opened.marks.changes)
    assert count >= 4
    assert open_driver.position == f"{count} changes"
    for number in range(1, count + 1):
        open_driver.press(*forward)
        assert everywhere(open_driver, number)
    assert not open_driver.action("next_change").isEnabled()
    open_driver.press(*forward)
    assert everywhere(open_driver, count), "it does not start again from the top"
    for number in range(count - 1, 0, -1):
        open_driver.press(*back)
        assert everywhere(open_driver, number)
    assert not open_driver.action("previous_change").isEnabled()


def test_first_last_and_current(open_driver):
    count = len(open_driver.opened.marks.changes)
    open_driver.press(Qt.Key.Key_End, ALT)
    assert everywhere(open_driver, count)
    open_driver.press(Qt.Key.Key_Home, ALT)
    assert everywhere(open_driver, 1)
    open_driver.press(Qt.Key.Key_Return, ALT)
    assert everywhere(open_driver, 1)


def test_a_click_in_the_list_goes_to_the_change(open_driver):
    view = open_driver.part(QListView)
    for row in (2, 0):
        place = view.visualRect(view.model().index(row, 0)).center()
        open_driver.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert everywhere(open_driver, row + 1)


def test_arrow_keys_in_the_list_go_from_change_to_change(open_driver):
    open_driver.list.setFocus()
    view = open_driver.part(QListView)
    open_driver.qtbot.keyClick(view, Qt.Key.Key_Down)
    first = selected(open_driver)
    assert first is not None
    assert everywhere(open_driver, first)
    open_driver.qtbot.keyClick(view, Qt.Key.Key_Down)
    assert everywhere(open_driver, first + 1)
    open_driver.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert everywhere(open_driver, first + 1)


def test_a_change_clicked_in_the_text_is_selected_in_the_list(open_driver):
    open_driver.view.set_current_change(3)
    open_driver.view.change_clicked.emit(3)
    assert everywhere(open_driver, 3)


def test_kinds_are_counted_and_filtered(open_driver):
    kinds, orders = open_driver.list.findChildren(QComboBox)
    changes = open_driver.opened.marks.changes
    assert kinds.itemText(0) == f"All ({len(changes)})"
    for row, kind in enumerate(ChangeKind, 1):
        numbers = [change.number for change in changes if change.kind is kind]
        assert f"({len(numbers)})" in kinds.itemText(row)
        kinds.setCurrentIndex(row)
        model = open_driver.list._model
        shown = [model.change(model.index(n)).number for n in range(model.rowCount())]
        assert shown == numbers
    kinds.setCurrentIndex(0)
    orders.setCurrentIndex(1)
    model = open_driver.list._model
    lengths = [model.change(model.index(n)).words for n in range(model.rowCount())]
    assert lengths == sorted(lengths, reverse=True)
    orders.setCurrentIndex(2)
    likeness = [model.change(model.index(n)).similarity or -1 for n in range(model.rowCount())]
    assert likeness == sorted(likeness)


def test_the_selection_survives_another_order(open_driver):
    open_driver.menu("last_change")
    number = open_driver.view.current_change()
    _kinds, orders = open_driver.list.findChildren(QComboBox)
    orders.setCurrentIndex(1)
    assert selected(open_driver) == number


def test_word_edits_one_by_one(open_driver):
    open_driver.press(Qt.Key.Key_F4)
    number = open_driver.view.current_change()
    assert number is not None
    assert everywhere(open_driver, number)
    open_driver.press(Qt.Key.Key_F4)
    open_driver.press(Qt.Key.Key_F4, SHIFT)
    assert open_driver.view.current_change() == number


def test_other_pane(open_driver):
    assert open_driver.view.active_side() is Side.LEFT
    open_driver.press(Qt.Key.Key_F6)
    assert open_driver.view.active_side() is Side.RIGHT
    open_driver.press(Qt.Key.Key_F6)
    assert open_driver.view.active_side() is Side.LEFT


def test_other_end_of_a_move(driver):
    driver.menu("open_sample")
    driver.wait_for_comparison()
    changes = driver.opened.marks.changes
    move = next(change for change in changes if change.kind is ChangeKind.MOVED)
    edited = next(change for change in changes if change.kind is ChangeKind.EDITED)
    driver.window._navigation.go(edited.number)
    assert not driver.action("other_end").isEnabled()
    driver.window._navigation.go(move.number)
    driver.menu("other_end")
    first = driver.view.active_side()
    driver.menu("other_end")
    assert driver.view.active_side() is first.other
    for side in (first, first.other):
        driver.view.set_active_side(side.other)


def test_go_to_paragraph(open_driver):
    from variorum.window.dialogs import ParagraphDialog  # noqa: PLC0415

    open_driver.menu("go_to_paragraph")
    dialog = open_driver.part(ParagraphDialog)
    assert dialog.intMaximum() == 4
    dialog.setIntValue(3)
    with open_driver.qtbot.waitSignal(dialog.paragraph_chosen) as heard:
        dialog.accept()
    assert heard.args == [Side.LEFT, 2]


def test_reload_comes_back_to_the_current_change(open_driver, pair):
    open_driver.menu("last_change")
    change = open_driver.opened.marks.changes[-1]
    text = pair[0].read_text(encoding="utf-8")
    pair[0].write_text("A line that was not here before.\n\n" + text, encoding="utf-8")
    count = len(open_driver.opened.marks.changes)
    open_driver.menu("reload")
    open_driver.until(lambda: len(open_driver.opened.marks.changes) == count + 1)
    open_driver.wait_for_comparison()
    assert everywhere(open_driver, count + 1)
    assert open_driver.opened.marks.changes[-1].id == change.id

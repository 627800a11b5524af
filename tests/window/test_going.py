"""Going from change to change, in the text and in the list, by keys, menus and clicks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import marks as marks_of
from made import story
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QListView, QSpinBox

from variorum.engine import Change, ChangeKind, Side
from variorum.window.change_model import ChangeModel
from variorum.window.paragraph_dialog import ParagraphDialog
from variorum.window.view.peek import Peek

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
    kinds, orders, _said = open_driver.list.findChildren(QComboBox)
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
    _kinds, orders, _said = open_driver.list.findChildren(QComboBox)
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


# Back and forward


def place(driver):
    return driver.view.eye(), driver.view.current_change()


@pytest.fixture
def long_driver(driver, write):
    """A window on texts of some screens."""
    winter = "Paragraph {n} tells of the winter when the river froze for {n} days."
    left = [winter.format(n=n) for n in range(90)]
    right = list(left)
    right[4::9] = [text.replace("winter", "spring") for text in right[4::9]]
    moved = "My uncle kept a parrot that swore in Danish whenever the postman rang at our door."
    left.insert(3, moved)
    right.insert(80, moved)
    right.insert(40, "Something that nobody had ever heard of before was added here.")
    del right[20:22]
    driver.window.open_pair(write("a.txt", "\n\n".join(left)), write("b.txt", "\n\n".join(right)))
    driver.wait_for_comparison()
    return driver


def test_back_and_forward_return_to_where_a_jump_began(long_driver):
    driver = long_driver
    assert not driver.action("back").isEnabled()
    driver.press(Qt.Key.Key_F8)
    start = place(driver)
    driver.press(Qt.Key.Key_End, ALT)
    end = place(driver)
    assert end != start
    driver.press(Qt.Key.Key_Left, ALT)
    assert place(driver) == start
    assert everywhere(driver, start[1])
    assert not driver.action("back").isEnabled()
    driver.press(Qt.Key.Key_Right, ALT)
    assert place(driver) == end
    assert not driver.action("forward").isEnabled()


def at_the_left_end_of_a_move(driver) -> Change:
    """The first move, which is the current change now."""
    move = next(c for c in driver.opened.marks.changes if c.kind is ChangeKind.MOVED)
    driver.view.set_active_side(Side.LEFT)
    driver.view.set_current_change(move.number)
    return move


def test_back_from_the_other_end_of_a_move(long_driver):
    driver = long_driver
    at_the_left_end_of_a_move(driver)
    driver.window._update_actions()
    before = place(driver)
    driver.menu("other_end")
    assert driver.view.active_side() is Side.RIGHT
    assert driver.view.eye() != before[0]
    driver.menu("back")
    assert place(driver) == before
    assert driver.view.active_side() is Side.LEFT


def test_the_next_change_is_that_in_sight_when_one_has_scrolled_away(long_driver):
    driver = long_driver
    driver.press(Qt.Key.Key_F8)
    assert driver.view.current_change() == 1
    driver.view.go_to_paragraph(Side.LEFT, 60)
    in_sight = driver.view.change_at_view()
    assert in_sight > 3
    driver.press(Qt.Key.Key_F8)
    assert driver.view.current_change() == in_sight


def test_an_end_of_a_move_that_is_out_of_sight_is_come_back_to_first(long_driver):
    driver = long_driver
    move = at_the_left_end_of_a_move(driver)
    driver.view.go_to_paragraph(Side.LEFT, 50)
    driver.window._navigation.other_end()
    assert driver.view.active_side() is Side.LEFT
    seen = driver.view.visible_span(Side.LEFT)
    assert seen.start <= move.left.start < seen.end


def test_words_and_what_was_said_cut_the_list_down_together(open_driver):
    model = ChangeModel()
    model.set_marks(open_driver.opened.marks)
    assert model.rowCount() > 3
    model.set_matching(frozenset({1, 2}))
    assert model.set_signs({}, frozenset({2, 3}))
    assert [model.change(model.index(row)).number for row in range(model.rowCount())] == [2]
    assert sum(model.counts().values()) == 1
    assert not model.set_signs({}, frozenset({2, 3}))
    model.set_matching(None)
    assert sum(model.counts().values()) == model.rowCount() == 2


def test_the_next_change_to_review_is_behind_this_one_or_else_the_first(open_driver):
    reviewing = open_driver.window._desk.reviewing
    count = len(open_driver.opened.marks.changes)
    assert [reviewing.next_unreviewed(n) for n in range(count + 1)] == [*range(1, count + 1), 1]


def test_who_looks_through_the_list_goes_back_to_before_it(long_driver):
    driver = long_driver
    start = place(driver)
    view = driver.part(QListView)
    view.setFocus()
    for _ in range(4):
        driver.press(Qt.Key.Key_Down)
    assert place(driver) != start
    driver.menu("back")
    assert driver.view.eye() == start[0]
    assert not driver.action("back").isEnabled()


def test_other_texts_forget_where_one_was(long_driver, pair):
    driver = long_driver
    driver.menu("last_change")
    assert driver.action("back").isEnabled()
    driver.menu("reload")
    driver.wait_for_comparison()
    assert driver.action("back").isEnabled()
    driver.window.open_pair(*pair)
    driver.until(lambda: len(driver.opened.marks.changes) < 6)
    driver.until(lambda: not driver.action("back").isEnabled())


# The list


def test_missing_passages_are_one_click_away_and_the_longest_comes_first(long_driver):
    driver = long_driver
    driver.action("change_list").setChecked(False)
    driver.list._words.setText("never there")
    driver.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | SHIFT)
    missing = [c for c in driver.opened.marks.changes if c.kind is ChangeKind.MISSING]
    view = driver.part(QListView)
    model = driver.list._model
    assert view.isVisible()
    assert view.hasFocus()
    assert model.rowCount() == len(missing)
    longest = max(missing, key=lambda c: c.words)
    assert model.change(model.index(0)) == longest
    assert everywhere(driver, longest.number)


def test_the_list_is_filtered_by_words(long_driver):
    driver = long_driver
    words = driver.list.findChild(QLineEdit)
    model = driver.list._model
    everything = model.rowCount()
    driver.qtbot.keyClicks(words, "SPRING froze 13")
    driver.until(lambda: 0 < model.rowCount() < everything)
    text = driver.opened.right.document.text
    for row in range(model.rowCount()):
        found = text[slice(*model.change(model.index(row)).right)]
        assert "spring" in found
        assert "13" in found
    counts = model.counts()
    assert sum(counts.values()) == model.rowCount()
    assert f"All ({model.rowCount()})" in driver.list._kinds.itemText(0)
    words.setText("nowhere at all")
    driver.until(lambda: model.rowCount() == 0)
    assert "No change with these words." in [
        label.text() for label in driver.list.findChildren(QLabel) if label.isVisible()
    ]
    words.clear()
    driver.until(lambda: model.rowCount() == everything)


def test_keys_lead_from_the_words_to_the_list_and_from_there_to_the_texts(long_driver):
    driver = long_driver
    driver.window.activateWindow()
    words, changes = driver.list.findChild(QLineEdit), driver.list.findChild(QListView)
    words.setFocus()
    driver.press(Qt.Key.Key_Down)
    assert changes.hasFocus()
    driver.press(Qt.Key.Key_Down)
    current = driver.view.current_change()
    assert current is not None
    driver.press(Qt.Key.Key_Escape)
    assert driver.view.isAncestorOf(QApplication.focusWidget())
    assert driver.view.current_change() == current
    words.setFocus()
    driver.press(Qt.Key.Key_Escape)
    assert driver.view.isAncestorOf(QApplication.focusWidget())


def test_down_stays_in_the_words_while_nothing_is_listed(long_driver):
    driver = long_driver
    driver.window.activateWindow()
    words = driver.list.findChild(QLineEdit)
    words.setFocus()
    words.setText("nowhere at all")
    driver.until(lambda: driver.list._model.rowCount() == 0)
    driver.press(Qt.Key.Key_Down)
    assert words.hasFocus()


def test_the_list_is_sorted(long_driver):
    driver = long_driver
    model = driver.list._model
    shown = lambda: [model.change(model.index(row)) for row in range(model.rowCount())]  # noqa: E731
    by_text = shown()
    assert [c.number for c in by_text] == list(range(1, len(by_text) + 1))
    driver.list._orders.setCurrentIndex(1)
    assert [c.words for c in shown()] == sorted((c.words for c in by_text), reverse=True)
    driver.list._orders.setCurrentIndex(2)
    alike = [-1 if c.similarity is None else c.similarity for c in shown()]
    assert alike == sorted(alike)


class CountingModel(ChangeModel):
    """Counts how often Qt asks what a row says."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        self.asked += 1
        return super().data(index, role)


@pytest.mark.usefixtures("qapp", "plurals")
def test_a_list_of_a_hundred_thousand_changes_is_laid_out_at_once(qtbot):
    """Without a call into Python for each of its rows: that is what takes the time."""
    left, right = story(20)
    marks = marks_of(left, right)
    many = 100_000
    marks.changes = tuple(
        replace(marks.changes[n % len(marks.changes)], number=n + 1) for n in range(many)
    )
    model = CountingModel()
    view = QListView()
    qtbot.addWidget(view)
    view.setUniformItemSizes(True)
    view.setModel(model)
    with qtbot.waitExposed(view):
        view.show()
    model.set_marks(marks)
    view.scrollToBottom()
    view.grab()
    assert model.rowCount() == many
    assert model.row_of(many) == many - 1
    assert model.asked < 1000


# Go to Paragraph


@pytest.mark.parametrize("side", list(Side))
def test_a_paragraph_of_either_side_by_its_number(long_driver, side):
    driver = long_driver
    driver.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    dialog = driver.part(ParagraphDialog)
    number = dialog.findChild(QSpinBox)
    driver.qtbot.mouseClick(dialog._sides[side], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    count = len(driver.opened.source(side).document.paragraphs)
    assert number.maximum() == count
    number.selectAll()
    driver.qtbot.keyClicks(number, "50")
    driver.qtbot.keyClick(number, Qt.Key.Key_Return)
    driver.until(lambda: not driver.has(ParagraphDialog))
    start = driver.opened.source(side).document.paragraphs[49].span.start
    assert driver.view.visible_span(side).start == start
    assert driver.view.active_side() is side
    driver.menu("back")
    assert driver.view.visible_span(side).start == 0


def goes_to(driver, typed):
    """Where what is typed leads to; how many paragraphs there are; the number that was offered."""
    driver.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    dialog = driver.part(ParagraphDialog)
    number = dialog.findChild(QSpinBox)
    count, offered = number.maximum(), number.value()
    number.clear()
    driver.qtbot.keyClicks(number, typed.format(count=count))
    with driver.qtbot.waitSignal(dialog.paragraph_chosen) as chosen:
        driver.qtbot.keyClick(number, Qt.Key.Key_Return)
    return chosen.args[1], count, offered


@pytest.mark.parametrize("typed", ["{count}7", "999999999999", "{count}"])
def test_beyond_the_last_paragraph_is_the_last(long_driver, typed):
    index, count, _ = goes_to(long_driver, typed)
    assert index == count - 1


@pytest.mark.parametrize("typed", ["none", "-", ""])
def test_what_is_no_number_leads_nowhere_else(long_driver, typed):
    index, _, offered = goes_to(long_driver, typed)
    assert index == offered - 1


def test_a_side_without_paragraphs_cannot_be_gone_to(driver, write):
    driver.window.open_pair(write("a.txt", ""), write("b.txt", "One.\n\nTwo."))
    driver.wait_for_comparison()
    driver.menu("go_to_paragraph")
    dialog = driver.part(ParagraphDialog)
    assert not dialog._sides[Side.LEFT].isEnabled()
    assert dialog._sides[Side.RIGHT].isChecked()
    driver.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    driver.until(lambda: not driver.has(ParagraphDialog))


# Peeking


def test_a_peek_at_a_move_by_key_loses_no_place(driver, write):
    moved = (
        "The bees on the upper deck were fed with plum jam. They never stung the captain's aunt."
    )
    rest = "\n\n".join(f"In year {n} the ferry crossed the river {9 * n} times." for n in range(70))
    driver.window.open_pair(
        write("l.txt", f"{moved}\n\n{rest}"), write("r.txt", f"{rest}\n\n{moved}")
    )
    driver.wait_for_comparison()
    assert not driver.action("peek").isEnabled()
    driver.menu("first_change")
    before = driver.view.visible_span(Side.LEFT)
    driver.press(Qt.Key.Key_P, ALT | SHIFT)
    assert driver.part(Peek).accessibleName() == "Right text, paragraph 71"
    assert driver.view.visible_span(Side.LEFT) == before
    driver.press(Qt.Key.Key_Escape)
    assert not driver.has(Peek)
    driver.menu("peek")
    driver.press(Qt.Key.Key_Return)
    assert driver.view.active_side() is Side.RIGHT
    right = driver.opened.marks.comparison.right
    assert driver.view.visible_span(Side.RIGHT).end == right.paragraphs[-1].span.end


@pytest.mark.parametrize("kind", [ChangeKind.MISSING, ChangeKind.EDITED, ChangeKind.NEW])
def test_a_click_on_a_figure_lists_what_it_counts(long_driver, kind):
    driver = long_driver
    label = driver.window._status._summary
    assert f'href="{kind}"' in label.text()
    label.linkActivated.emit(str(kind))
    model = driver.list._model
    assert {model.change(model.index(row)).kind for row in range(model.rowCount())} == {kind}
    assert driver.part(QListView).hasFocus()
    assert driver.window._navigation.current.kind is kind


def test_the_keys_on_figures_say_what_they_list(long_driver):
    driver = long_driver
    status = driver.window._status
    label, said = status._summary, []
    status.said.connect(said.append)
    label.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(6):
        if label.hasFocus():
            driver.press(Qt.Key.Key_Tab)
    linked = [
        name
        for name in ("edited", "moved", "missing", "new")
        if f">{name.title()}</a>" in label.text()
    ]
    assert len(linked) > 2
    assert said == [f"List what is {name}" for name in linked]
    assert not label.hasFocus()


def test_a_screen_reader_is_told_the_figures_at_once(long_driver):
    name = long_driver.window._status._summary.accessibleName()
    words = long_driver.opened.marks.comparison.summary.left.words
    assert name.startswith("Summary: Kept ")
    assert f"Missing {words.lone}" in name


def test_a_figure_of_less_than_one_per_cent_is_shown_whole(driver, write):
    left = "\n\n".join(f"Paragraph {n} tells of the weather in the town." for n in range(60))
    right = left.replace("20 tells of", "20 speaks of")
    driver.window.open_pair(write("one.txt", left), write("two.txt", right))
    driver.wait_for_comparison()
    shown = QTextDocument()
    shown.setHtml(driver.window._status._summary.text())
    words = shown.toPlainText().replace("\N{NO-BREAK SPACE}", " ")
    assert "Edited 1 (<1%)" in words
    assert "Moved 0" in words

"""Finding words with the bar below the texts, by keys, menus and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QToolButton

from variorum.engine import Layout, Side, Span
from variorum.window.find import query as query_module
from variorum.window.find import tasks

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hands:
    """What a reader does with the bar."""

    def __init__(self, driver) -> None:
        self.driver = driver
        self.bar = driver.window._bar
        self.finding = driver.window._finding

    @property
    def hits(self):
        return self.driver.view._canvas.scene.hits

    @property
    def current(self):
        return self.driver.view._canvas.scene.current_hit

    @property
    def told(self) -> str:
        return self.bar._count.text()

    @property
    def problem(self) -> str:
        return self.bar._problem.text() if self.bar._problem.isVisible() else ""

    def searched(self, act) -> None:
        """Do something that begins a search, and wait for its end."""
        with self.driver.qtbot.waitSignal(self.finding.searched):
            act()

    def find(self, words: str) -> None:
        """Press Ctrl+F and type."""
        self.driver.press(Qt.Key.Key_F, CONTROL)
        edit = self.bar.findChild(QLineEdit)
        assert QApplication.focusWidget() is edit
        self.searched(lambda: self.driver.qtbot.keyClicks(edit, words))

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        self.driver.press(key, modifiers)

    def check(self, text: str) -> None:
        boxes = self.bar.findChildren(QCheckBox)
        box = next(b for b in boxes if b.text().replace("&", "") == text)
        self.searched(lambda: self.driver.qtbot.mouseClick(box, Qt.MouseButton.LeftButton))


@pytest.fixture
def hands(open_driver) -> Hands:
    open_driver.window.activateWindow()
    open_driver.view.setFocus()
    return Hands(open_driver)


def text_of(hands: Hands, place: tuple[Side, Span]) -> str:
    side, span = place
    return hands.driver.opened.source(side).document.text[span.start : span.end]


def test_words_are_found_in_both_texts_and_counted(hands):
    hands.find("the ferry")
    assert len(hands.hits) == 4
    assert {text_of(hands, hands.hits[n]) for n in range(4)} == {"The ferry", "the ferry"}
    assert [hands.hits[n][0] for n in range(4)] == [Side.LEFT, Side.RIGHT] * 2
    assert hands.told == "1 of 4"
    assert hands.current == hands.hits[0]


def test_next_and_previous_go_round_and_say_so(hands):
    hands.find("ferry")
    seen = [hands.told]
    for _ in range(4):
        hands.press(Qt.Key.Key_F3)
        seen.append(hands.told)
    assert seen == ["1 of 4", "2 of 4", "3 of 4", "4 of 4", "1 of 4, round again"]
    hands.press(Qt.Key.Key_F3, SHIFT)
    assert hands.told == "4 of 4, round again"
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    assert hands.told == "2 of 4"
    hands.press(Qt.Key.Key_Return, SHIFT)
    assert hands.told == "1 of 4"
    next_button = hands.bar.findChildren(QToolButton)
    names = {button.accessibleName(): button for button in next_button}
    hands.driver.qtbot.mouseClick(names["Find Next"], Qt.MouseButton.LeftButton)
    assert hands.told == "2 of 4"


def test_one_text_only(hands):
    hands.find("ferry")
    box = hands.bar.findChild(QComboBox)
    hands.searched(lambda: box.setCurrentIndex(2))
    assert [hands.hits[n][0] for n in range(len(hands.hits))] == [Side.RIGHT] * 2
    hands.searched(lambda: box.setCurrentIndex(1))
    assert [hands.hits[n][0] for n in range(len(hands.hits))] == [Side.LEFT] * 2


def test_case_whole_words_and_expressions(hands):
    hands.find("in")
    everywhere = len(hands.hits)
    hands.check("Whole Words")
    assert len(hands.hits) == 2
    assert everywhere > 2
    hands.check("Match Case")
    assert hands.told == "Not found"
    hands.check("Match Case")
    hands.check("Whole Words")
    edit = hands.bar.findChild(QLineEdit)
    hands.searched(lambda: edit.setText("fr.ze( hard)?"))
    assert hands.told == "Not found"
    hands.check("Regular Expression")
    assert [text_of(hands, hands.hits[n]) for n in range(2)] == ["froze", "froze hard"]


def test_a_bad_expression_says_so_and_where(hands):
    hands.find("(ferry")
    hands.check("Regular Expression")
    assert hands.problem == "This is no regular expression: missing ), at character 7."
    assert hands.hits is None
    edit = hands.bar.findChild(QLineEdit)
    hands.searched(lambda: edit.setText("(ferry)"))
    assert hands.problem == ""
    assert hands.told == "1 of 4"


def test_a_slow_expression_is_stopped(hands, monkeypatch, pair):
    monkeypatch.setattr(query_module, "PATIENCE", 0.05)
    driver = hands.driver
    pair[0].write_text("Short.\n\n" + "a" * 60 + "b\n", "utf-8")
    driver.menu("reload")
    driver.wait_for_comparison()
    hands.press(Qt.Key.Key_F, CONTROL)
    hands.bar._expression.setChecked(True)
    hands.searched(lambda: hands.bar.findChild(QLineEdit).setText("(?:a|aa)+$"))
    assert hands.problem == "Stopped: the expression takes too long in paragraph 2 on the left."


def test_a_search_can_be_stopped(hands):
    hands.press(Qt.Key.Key_F, CONTROL)
    hands.bar.findChild(QLineEdit).setText("ferry")
    hands.bar._typed.stop()
    hands.finding._search()
    assert hands.finding.busy
    assert hands.told == "Searching…"
    hands.bar._stop.click()
    assert not hands.finding.busy
    assert hands.told == "Stopped"
    # F3 begins again.
    hands.searched(lambda: hands.press(Qt.Key.Key_F3))
    assert hands.told == "1 of 4"


@pytest.mark.parametrize("from_text", [False, True])
def test_esc_takes_bar_and_outlines_away(hands, from_text):
    hands.find("ferry")
    if from_text:
        hands.driver.view.setFocus()
    hands.press(Qt.Key.Key_Escape)
    assert hands.bar.isHidden()
    assert hands.hits is None
    assert hands.driver.view.isAncestorOf(QApplication.focusWidget())
    # F3 looks for the same again.
    hands.searched(lambda: hands.press(Qt.Key.Key_F3))
    assert hands.bar.isVisible()
    assert hands.told == "1 of 4"


def test_shift_f3_looks_for_the_same_again_before_where_one_is(hands):
    hands.find("ferry")
    hands.press(Qt.Key.Key_Escape)
    hands.searched(lambda: hands.press(Qt.Key.Key_F3, SHIFT))
    assert hands.told == "4 of 4"


def test_a_bar_that_is_put_away_takes_no_keys_from_elsewhere(hands):
    hands.find("ferry")
    elsewhere = hands.driver.list._list
    elsewhere.setFocus()
    hands.finding.close()
    assert hands.bar.isHidden()
    assert QApplication.focusWidget() is elsewhere


def test_a_step_waits_for_the_search_that_is_under_way(hands):
    hands.find("ferry")

    def steps_at_once():
        hands.finding._search()
        job = hands.finding._worker._job
        hands.finding.next()
        hands.finding.next()
        assert hands.finding._worker._job == job

    hands.searched(steps_at_once)


def test_a_step_is_forgotten_with_the_search_that_is_stopped(hands):
    hands.find("ferry")
    hands.finding._search()
    hands.finding.previous()
    hands.finding._stop()
    assert hands.told == "Stopped"
    hands.searched(hands.finding._search)
    assert hands.told == "1 of 4"


def test_a_better_result_for_the_same_texts_moves_nothing(driver, write):
    text = "\n\n".join(f"The ferry number {n} leaves the harbour at noon." for n in range(90))
    driver.window.open_pair(write("a.txt", text), write("b.txt", text.replace("noon", "one", 1)))
    driver.wait_for_comparison()
    driver.window.activateWindow()
    driver.view.setFocus()
    hands = Hands(driver)
    hands.find("ferry")
    driver.view.go_to_paragraph(Side.LEFT, 60)
    before = driver.view.eye()
    hands.searched(lambda: hands.finding.set_opened(driver.opened))
    assert driver.view.eye() == before
    assert hands.told == "1 of 180"


def test_the_selection_is_looked_for(hands):
    text = hands.driver.opened.left.document.text
    start = text.index("Farrow")
    hands.driver.view._canvas.select(Side.LEFT, Span(start, start + 6))
    hands.searched(lambda: hands.press(Qt.Key.Key_F, CONTROL))
    assert hands.bar.query().words == "Farrow"
    assert len(hands.hits) == 2


def test_a_selected_phrase_is_looked_for_literally_in_expressions_too(hands):
    hands.find("ferry")
    hands.check("Regular Expression")
    hands.press(Qt.Key.Key_Escape)
    start = hands.driver.opened.left.document.text.index("letters.")
    hands.driver.view._canvas.select(Side.LEFT, Span(start, start + 8))
    hands.searched(lambda: hands.press(Qt.Key.Key_F, CONTROL))
    assert hands.bar.query().words == r"letters\."
    assert [text_of(hands, hands.hits[n]) for n in range(2)] == ["letters."] * 2


WRAPPED = """The ferry leaves at noon, whatever the weather may bring to the
quay, and carries goats, letters and a captain who keeps her bees
on the upper deck, where nobody but the cook has ever been stung.

In winter the river froze, which it had not done since the year of
the great fair, and the ferry rested among the reeds until a thaw
set it free again, to the delight of the goats and of the cook.
"""


@pytest.fixture
def wrapped(hands, write) -> Hands:
    """A window on texts that were broken at a width."""
    texts = write("one.txt", WRAPPED), write("two.txt", WRAPPED.replace("delight", "sorrow"))
    hands.driver.window.open_pair(*texts)
    hands.driver.wait_for_comparison()
    assert hands.driver.opened.left.document.layout is Layout.WRAPPED
    return hands


@pytest.mark.parametrize("is_expression", [False, True])
def test_a_phrase_is_selected_across_a_line_end_that_nobody_sees(wrapped, is_expression):
    wrapped.find("goats")
    if is_expression:
        wrapped.check("Regular Expression")
    wrapped.press(Qt.Key.Key_Escape)
    text = wrapped.driver.opened.left.document.text
    start, end = text.index("to the\nquay"), text.index(", and carries")
    wrapped.driver.view._canvas.select(Side.LEFT, Span(start, end))
    wrapped.searched(lambda: wrapped.press(Qt.Key.Key_F, CONTROL))
    assert wrapped.bar.query().words == "to the quay"
    assert wrapped.told == "1 of 2"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [(r"^\w+", ["The", "In"]), ("noon.*quay", ["quay"]), (r"\w+\.$", ["stung.", "cook."])],
)
def test_an_expression_finds_what_one_sees_of_broken_lines(wrapped, expression, expected):
    wrapped.press(Qt.Key.Key_F, CONTROL)
    wrapped.bar._expression.setChecked(True)
    wrapped.searched(lambda: wrapped.bar.findChild(QLineEdit).setText(expression))
    found = [text_of(wrapped, wrapped.hits[n]) for n in range(0, 2 * len(expected), 2)]
    assert [words.split()[-1] for words in found] == expected
    assert len(wrapped.hits) == 2 * len(expected)


def test_paragraphs_that_are_selected_together_are_no_phrase(hands):
    hands.find("ferry")
    hands.press(Qt.Key.Key_Escape)
    text = hands.driver.opened.left.document.text
    start = text.index("letters.")
    hands.driver.view._canvas.select(Side.LEFT, Span(start, text.index("Nobody") + 6))
    hands.searched(lambda: hands.press(Qt.Key.Key_F, CONTROL))
    assert hands.bar.query().words == "ferry"


def test_enter_right_after_typing_leads_to_the_first_place_of_what_was_typed(hands):
    hands.find("the")
    first = hands.current
    edit = hands.bar.findChild(QLineEdit)
    edit.setText("the f")
    hands.searched(lambda: hands.press(Qt.Key.Key_Return))
    assert hands.told == "1 of 4"
    assert hands.current[1].start == first[1].start
    assert not hands.bar._typed.isActive()


def test_stepping_through_nothing_is_forgotten(hands):
    hands.find("zeppelin")
    hands.press(Qt.Key.Key_F3, SHIFT)
    assert hands.told == "Not found"
    hands.searched(lambda: hands.bar.findChild(QLineEdit).setText("ferry"))
    assert hands.told == "1 of 4"


def test_hits_outlive_zoom_and_reload_and_go_with_other_texts(hands, write):
    hands.find("ferry")
    hands.press(Qt.Key.Key_F3)
    hands.driver.menu("zoom_in")
    assert hands.told == "2 of 4"
    assert len(hands.hits) == 4
    driver = hands.driver
    driver.window._opening.open_pair(write("a.txt", "A ferry."), write("b.txt", "No boat."))
    hands.searched(driver.wait_for_comparison)
    assert hands.told == "1 of 1"


def test_too_much_is_cut_off(hands, monkeypatch):
    monkeypatch.setattr(tasks, "MOST", 5)
    hands.find("e")
    assert hands.told.startswith("1 of more than")


def test_nothing_typed_is_nothing_found(hands):
    hands.find("ferry")
    hands.searched(hands.bar.findChild(QLineEdit).clear)
    assert hands.hits is None
    assert hands.told == ""


def test_an_expression_that_finds_empty_places_finds_nothing(hands):
    hands.find("#*")
    hands.check("Regular Expression")
    assert hands.told == "Not found"


def test_everything_in_the_bar_has_a_name(hands):
    hands.find("ferry")
    for kind in (QLineEdit, QComboBox, QToolButton):
        for widget in hands.bar.findChildren(kind):
            if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                assert widget.accessibleName(), widget
    (found,) = (label for label in hands.bar.findChildren(QLabel) if label.isVisible())
    assert found.accessibleName() == f"Found: {found.text()}"

"""The menu Compare: what is treated as equal, and how much that hides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from variorum.engine import DEFAULT_TOLERANCES, Tolerance

LEFT = """The Ferry leaves at noon, and "nobody" waits.

The captain kept bees on the upper deck.

In winter the river froze and the ferry rested."""
RIGHT = """The ferry leaves at noon, and “nobody” waits.

The captain kept  bees on the upper deck.

In winter the river froze hard and the ferry rested."""


@pytest.fixture
def opened(driver, write):
    driver.window.open_pair(write("draft.txt", LEFT), write("final.txt", RIGHT))
    driver.wait_for_comparison()
    return driver


def options(driver):
    return driver.opened.marks.comparison.options


def choose(driver, name: str) -> None:
    driver.menu(name)
    assert driver.window._comparing.busy
    driver.wait_for_comparison()


def test_what_is_treated_as_equal_is_no_change(opened):
    before = len(opened.opened.marks.changes)
    choose(opened, "tolerate_case")
    assert options(opened).tolerances == DEFAULT_TOLERANCES | {Tolerance.CASE}
    assert len(opened.opened.marks.changes) == before
    choose(opened, "tolerate_quotes")
    assert len(opened.opened.marks.changes) == before - 1
    assert opened.action("tolerate_quotes").isChecked()
    choose(opened, "tolerate_usual")
    assert options(opened).tolerances == DEFAULT_TOLERANCES
    assert len(opened.opened.marks.changes) == before
    assert not opened.action("tolerate_usual").isEnabled()


def test_the_foot_says_what_is_not_as_usual(opened):
    said = opened.window._status._summary.accessibleDescription
    assert "Treated as equal" not in said()
    choose(opened, "tolerate_case")
    assert "Treated as equal: Capital Letters." in said()
    choose(opened, "tolerate_spaces")
    assert "Treated as equal: Capital Letters; Told apart: Spaces." in said()


def test_the_menu_counts_what_it_hides(opened):
    choose(opened, "tolerate_case")
    menu = opened.window._actions.menu("tolerances")
    with opened.qtbot.waitSignal(opened.window._anew.counted):
        menu.popup(opened.window.mapToGlobal(opened.window.rect().center()))
    assert opened.action("tolerate_case").text() == "&Capital Letters (1)"
    assert opened.action("tolerate_spaces").text() == "&Spaces (1)"
    assert opened.action("tolerate_quotes").text() == "Style of &Quotation Marks"
    opened.qtbot.keyClick(menu, Qt.Key.Key_Escape)
    choose(opened, "tolerate_quotes")
    assert opened.action("tolerate_case").text() == "&Capital Letters"


def test_it_is_remembered_for_other_texts_and_windows(opened, make_driver, pair):
    choose(opened, "tolerate_case")
    opened.window.open_pair(*pair)
    opened.until(lambda: opened.opened.left.name == "draft.txt")
    opened.wait_for_comparison()
    assert Tolerance.CASE in options(opened).tolerances
    other = make_driver()
    assert other.action("tolerate_case").isChecked()
    other.window.open_pair(*pair)
    other.wait_for_comparison()
    assert Tolerance.CASE in options(other).tolerances


def test_one_may_choose_before_anything_is_open(driver, pair):
    driver.menu("tolerate_dashes")
    assert driver.action("tolerate_dashes").isChecked()
    driver.window.open_pair(*pair)
    driver.wait_for_comparison()
    assert Tolerance.DASHES in options(driver).tolerances


def test_two_choices_in_a_row_both_count(opened):
    opened.menu("tolerate_case")
    opened.menu("tolerate_quotes")
    opened.wait_for_comparison()
    assert options(opened).tolerances >= {Tolerance.CASE, Tolerance.QUOTES}


def test_a_stopped_comparison_leaves_the_menu_as_it_was(opened):
    before = opened.opened
    opened.menu("tolerate_case")
    opened.menu("stop")
    assert opened.opened is before
    assert not opened.action("tolerate_case").isChecked()


def test_a_session_keeps_it_and_so_do_notes(opened, make_driver, tmp_path):
    changes = opened.opened.marks.changes
    opened.window._desk.reviewing.judge(changes[-1], "accepted")
    choose(opened, "tolerate_quotes")
    assert (
        opened.window._desk.reviewing.judgement(opened.opened.marks.changes[-1]).verdict
        == "accepted"
    )
    file = tmp_path / "kept.variorum"
    keeping = opened.window._desk.keeping
    with opened.qtbot.waitSignal(keeping.saved):
        keeping.save(file)
    assert not keeping.unsaved
    opened.menu("tolerate_usual")
    opened.wait_for_comparison()
    assert keeping.unsaved
    other = make_driver()
    other.window.open_file(file)
    other.wait_for_comparison()
    assert Tolerance.QUOTES in options(other).tolerances
    assert other.action("tolerate_quotes").isChecked()


def test_what_was_said_can_be_undone_when_something_else_is_treated_as_equal(opened):
    reviewing = opened.window._desk.reviewing
    quotes, winter = opened.opened.marks.changes[0], opened.opened.marks.changes[-1]
    choose(opened, "tolerate_case")
    reviewing.judge(quotes, "accepted")
    reviewing.judge(winter, "question")
    choose(opened, "tolerate_quotes")
    assert [remark.verdict for remark in reviewing.review.remarks] == ["accepted"]
    opened.menu("undo")
    assert not reviewing.review.judgements
    assert [remark.verdict for remark in reviewing.review.remarks] == ["accepted"]
    opened.menu("undo")
    assert not reviewing.review.says_something
    opened.menu("redo")
    opened.menu("redo")
    (name,) = reviewing.review.judgements
    assert reviewing.change(name) == opened.opened.marks.changes[-1]


def test_the_reader_stays_where_they_read(driver, write):
    left = "\n\n".join(f"Paragraph {n} tells of the Weather in the town." for n in range(200))
    pair = write("long.txt", left), write("later.txt", left.replace("Weather", "weather"))
    driver.window.open_pair(*pair)
    driver.wait_for_comparison()
    driver.view.go_to_paragraph(driver.view.active_side(), 120)
    before = driver.view.eye()
    assert before.position > 0
    choose(driver, "tolerate_case")
    assert driver.view.eye() == before

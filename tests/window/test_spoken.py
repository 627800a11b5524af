"""What is said aloud of changes, and when."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from variorum.engine import Document, Side, Span, compare
from variorum.reports.marks import Marks
from variorum.window.spoken import LONGEST, MOST, SpokenChanges

pytestmark = pytest.mark.usefixtures("qapp", "plurals")


def said(left: str, right: str) -> list[str]:
    marks = Marks(compare(Document.from_text(left), Document.from_text(right)))
    return [SpokenChanges().change(marks, change) for change in marks.changes]


LONG = "and so they went on along the shore until the lamps of the harbour were lit"


def test_a_replacement_says_both_words_and_where():
    frame = "First comes a paragraph.\n\nThen the {} opened the door of the office {}."
    left, right = frame.format("secretary", LONG), frame.format("minister", LONG)
    assert said(left, right) == [
        "replaced ‘secretary’ by ‘minister’, change 1 of 1, paragraph 2",
    ]


def test_neighbouring_words_are_said_at_once():
    frame = "The {} mare walked slowly past the chapel door on Sunday morning early."
    (words,) = said(frame.format("old grey"), frame.format("young brown"))
    assert words.startswith("replaced ‘old grey’ by ‘young brown’, change 1 of 1")


def test_added_and_removed_words():
    frame = "They met on the bridge and {}talked about the weather for a {}while."
    (words,) = said(frame.format("they ", ""), frame.format("", "long "))
    assert words == "removed ‘they’, added ‘long’, change 1 of 1, paragraph 1"


def test_words_that_went_elsewhere_in_their_sentence_are_not_said_twice():
    (words,) = said(
        "In the early morning the ferry left the harbour with goats and letters.",
        "The ferry left the harbour with goats and letters in the early morning.",
    )
    assert "moved ‘" in words
    assert words.count("early morning") == 1


def test_missing_and_new_passages_are_cut_to_whole_words():
    one, other = f"One paragraph stays as it is.\n\n{LONG * 4}.", "One paragraph stays as it is."
    (missing,) = said(one, other)
    (new,) = said(other, one)
    assert missing.startswith("missing from the right text: ‘and so they went")
    assert new.startswith("new in the right text: ‘and so they went")
    assert missing.endswith("…’, change 1 of 1, paragraph 2")
    quoted = missing.split("‘")[1].split("…")[0]
    assert len(quoted) <= LONGEST
    assert (LONG * 4).startswith(quoted + " ")


def test_a_move_says_both_ends():
    moved = "The old ferry sank in the harbour at dawn. Nobody was aboard but the captain's dog."
    rest = "\n\n".join(f"Paragraph {n} talks of the weather in town number {n}." for n in range(6))
    (words,) = said(f"{moved}\n\n{rest}", f"{rest}\n\n{moved.replace('dawn', 'noon')}")
    assert words.startswith("moved from paragraph 1 to paragraph 7: ‘The old ferry")
    assert words.endswith("replaced ‘dawn’ by ‘noon’, change 1 of 1")


def test_of_many_edits_only_the_first_are_said():
    words = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ]
    left = " ".join(f"{word} stays here for ever and" for word in words)
    right = left
    for word in words:
        right = right.replace(f"{word} stays", f"{word[::-1]} stays")
    (told,) = said(f"{left}.", f"{right}.")
    assert told.count("replaced") == MOST
    assert f"{len(words) - MOST} more edits" in told


def test_a_hit_is_said_in_its_sentence():
    comparison = compare(
        Document.from_text(f"A start.\n\nThe bell rang. {LONG}."), Document.from_text("")
    )
    at = comparison.left.text.index("bell")
    words = SpokenChanges().passage(comparison, Side.LEFT, Span(at, at + 4))
    assert words == "paragraph 2 of the left text: ‘The bell rang.’"


@pytest.fixture
def heard(monkeypatch) -> list[str]:
    """What is announced, as if a screen reader listened."""
    out: list[str] = []

    def update(event: object) -> None:
        if hasattr(event, "message"):
            out.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return out


def test_steps_are_announced(open_driver, heard):
    open_driver.menu("next_change")
    assert heard == ["replaced ‘noon’ by ‘one o'clock’, change 1 of 4, paragraph 1"]
    heard.clear()
    open_driver.menu("next_edit")
    assert heard == ["replaced ‘noon’ by ‘one o'clock’, change 1 of 4, paragraph 1"]
    heard.clear()
    open_driver.menu("last_change")
    assert heard == [
        "new in the right text: ‘A new bridge is planned for the spring of next year.’, "
        "change 4 of 4, paragraph 4"
    ]


def test_the_list_speaks_for_itself(open_driver, heard):
    open_driver.list.setFocus()
    open_driver.press(Qt.Key.Key_Down)
    open_driver.until(lambda: open_driver.view.current_change() is not None)
    assert heard == []


def test_nothing_is_made_for_screen_readers_until_one_is_there(open_driver):
    open_driver.menu("next_change")
    open_driver.menu("select_all")
    assert not QAccessible.isActive()
    assert [pane._mirror for pane in open_driver.view._canvas.panes.values()] == [None, None]

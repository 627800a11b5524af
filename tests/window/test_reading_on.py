"""Whoever reads stays where they read when the same texts are read again, or swapped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from variorum.engine import ChangeKind, Side, Span
from variorum.window.note_edit import NoteEdit
from variorum.window.reading_on import position_after, side_after, span_after

WORDS = "harbour winter letter garden bread silver mountain window morning evening candle"
LONG = tuple(
    f"The {one} of number {n} stood near the {other}. Nobody had told the {one} of it."
    for n, (one, other) in enumerate(
        (one, other) for one in WORDS.split() * 5 for other in WORDS.split()
    )
)
"""Paragraphs, so many that the first results of a comparison do not have all."""


def changed(*numbers: int) -> list[str]:
    """The long text with an edit in each of these paragraphs."""
    made = list(LONG)
    for number in numbers:
        made[number] = made[number].replace("Nobody had", "Somebody has")
    return made


def joined(paragraphs) -> str:
    return "\n\n".join(paragraphs)


@pytest.fixture
def reader(driver, write):
    """A window on two long texts, in the middle of which somebody reads."""
    pair = write("left.txt", joined(LONG)), write("right.txt", joined(changed(*range(3, 360, 9))))
    driver.window.open_pair(*pair)
    driver.wait_for_comparison()
    driver.view.go_to_paragraph(Side.LEFT, 180)
    return driver


def line(driver) -> tuple[str, int]:
    """The words at the upper edge, and where they stand."""
    eye = driver.view.eye()
    text = driver.opened.source(eye.side).document.text
    return text[eye.position : eye.position + 40], eye.y


def anew(driver, name: str) -> None:
    before = driver.opened
    driver.menu(name)
    driver.until(lambda: driver.opened is not before)
    driver.wait_for_comparison()


def test_reload_shows_the_same_lines(reader):
    before = reader.view.eye()
    assert before.position > 1000
    anew(reader, "reload")
    assert reader.view.eye() == before


def test_reload_finds_the_line_that_was_read_where_it_stands_now(reader, write):
    write("left.txt", joined(["A paragraph that was not here.", *LONG[:170], *LONG[172:300]]))
    before = line(reader)
    anew(reader, "reload")
    assert line(reader) == before


def test_swapped_texts_stay_where_they_are(reader):
    before = reader.view.eye()
    side, number = reader.window._navigation.paragraph_in_sight()
    anew(reader, "swap")
    assert reader.window._navigation.paragraph_in_sight() == (side.other, number)
    anew(reader, "swap")
    assert reader.window._navigation.paragraph_in_sight() == (side, number)
    assert reader.view.eye() == before


def test_back_goes_back_to_before_a_jump_when_the_sides_were_swapped(reader):
    go = reader.window._navigation
    go.go(20)
    before = reader.view.eye()
    go.last()
    there = reader.view.eye()
    anew(reader, "swap")
    reader.menu("back")
    assert reader.view.eye() == before._replace(side=before.side.other)
    assert reader.view.current_change() == 20
    reader.menu("forward")
    assert reader.view.eye() == there._replace(side=there.side.other)
    assert reader.view.current_change() == 40
    anew(reader, "swap")
    reader.menu("back")
    assert reader.view.eye() == before


def test_back_goes_back_to_the_same_words_in_a_later_version(reader, write):
    go = reader.window._navigation
    go.go(20)
    before = line(reader)
    go.last()
    there = line(reader)
    write("left.txt", joined(["A paragraph that was not here.", *LONG[:100], *LONG[102:]]))
    anew(reader, "reload")
    reader.menu("back")
    assert line(reader) == before
    assert reader.view.current_change() is not None
    reader.menu("forward")
    assert line(reader) == there


@pytest.mark.parametrize("name", ["reload", "swap", "tolerate_case"])
def test_the_current_change_is_so_again(reader, name):
    reader.window._navigation.go(20)
    anew(reader, name)
    assert reader.view.current_change() == 20
    assert reader.position == "20 of 40"
    assert reader.list._current == 20


@pytest.mark.parametrize("name", ["reload", "swap", "tolerate_case"])
@pytest.mark.parametrize("length", [0, 30])
def test_what_is_selected_stays_selected_in_its_text(reader, name, length):
    reader.window.activateWindow()
    reader.view.set_active_side(Side.RIGHT)
    text = reader.opened.right.document.text
    start = text.index("number 181")
    reader.view.select(Side.RIGHT, Span(start, start + length))
    anew(reader, name)
    side = Side.LEFT if name == "swap" else Side.RIGHT
    assert reader.view.caret() == (side, Span(start, start + length))
    assert reader.view.selected_text() == text[start : start + length]
    assert reader.view._canvas.panes[side].hasFocus()


def test_the_list_keeps_the_keys_though_a_selection_goes_to_the_other_side(reader):
    reader.window.activateWindow()
    reader.view.select(Side.LEFT, Span(3, 9))
    reader.list._list.setFocus()
    anew(reader, "swap")
    assert reader.view.caret() == (Side.RIGHT, Span(3, 9))
    assert reader.list._list.hasFocus()


def test_what_is_selected_is_found_again_in_a_later_version(reader, write):
    start = reader.opened.left.document.text.index("number 181")
    reader.view.select(Side.LEFT, Span(start, start + 10))
    write("left.txt", joined(["A paragraph that was not here.", *LONG]))
    anew(reader, "reload")
    assert reader.view.selected_text() == "number 181"
    write("left.txt", joined(LONG).replace("number 181", "no number at all"))
    anew(reader, "reload")
    assert reader.view.selected_text() == ""
    assert not reader.action("copy").isEnabled()


def test_nothing_is_selected_in_two_other_texts(reader, write):
    reader.view.select(Side.LEFT, Span(3, 9))
    reader.window.open_pair(write("a.txt", joined(LONG)), write("b.txt", joined(LONG[5:])))
    reader.wait_for_comparison()
    assert reader.view.selection() is None


def test_two_other_texts_begin_at_their_beginning(reader, write):
    reader.window._navigation.go(20)
    reader.window.open_pair(write("a.txt", joined(LONG[5:])), write("b.txt", joined(LONG)))
    reader.wait_for_comparison()
    assert reader.view.eye().position == 0


def test_a_place_goes_where_its_words_went():
    before = "One sentence came here. Two stood there. Three and four went off. Five is the end."
    after = "None. One sentence came here. Two were there. Three and four went off. Six is it."
    for words in ("One sentence", "Three and four"):
        assert position_after(before.index(words), before, after) == after.index(words)
    assert position_after(len(before), before, f"So: {before}") == len(before) + 4
    assert position_after(3, before, before + after) == 3


def test_a_stretch_goes_where_all_of_its_words_went():
    before = "One sentence came here. Two stood there."
    after = "None. One sentence came here. Two were there."
    assert span_after(Span(4, 12), before, after) == Span(10, 18)
    assert span_after(Span(24, 33), before, after) is None


@given(st.text("ab. ", max_size=30), st.text("ab. ", max_size=30), st.integers(0, 30))
def test_a_place_is_always_one_of_the_text(before, after, at):
    place = position_after(min(at, len(before)), before, after)
    assert 0 <= place <= len(after)
    if before == after:
        assert place == min(at, len(before))


def test_the_side_is_that_of_the_text():
    assert side_after(Side.LEFT, ("a", "b"), ("b", "a")) is Side.RIGHT
    assert side_after(Side.LEFT, ("a", "a"), ("a", "a")) is Side.LEFT
    assert side_after(Side.RIGHT, ("a", "b"), ("a", "c")) is Side.RIGHT


@pytest.mark.parametrize("name", ["reload", "swap", "tolerate_case"])
def test_the_keys_stay_in_the_list(reader, name):
    reader.window.activateWindow()
    reader.list._list.setFocus()
    anew(reader, name)
    assert reader.list._list.hasFocus()


def test_the_keys_go_to_the_texts_when_the_notes_take_none(reader):
    reader.window.activateWindow()
    reader.menu("first_change")
    reader.menu("write_note")
    assert reader.part(NoteEdit).hasFocus()
    anew(reader, "reload")
    assert reader.view.isAncestorOf(QApplication.focusWidget())


def test_an_undone_pin_leaves_the_change_at_its_place(reader):
    reader.window._navigation.go(20)
    anew(reader, "keep_apart")
    assert reader.position == "20 of 41"
    assert reader.window._navigation.current.kind is ChangeKind.MISSING
    anew(reader, "undo")
    assert reader.position == "20 of 40"
    assert reader.window._navigation.current.kind is ChangeKind.EDITED
    anew(reader, "redo")
    assert reader.position == "20 of 41"


def test_a_change_that_is_none_any_more_leaves_none(reader, write):
    write("right.txt", joined(LONG).replace("Nobody", "nobody", 1))
    anew(reader, "reload")
    reader.menu("first_change")
    assert reader.position == "1 of 1"
    anew(reader, "tolerate_case")
    assert reader.view.current_change() is None

"""The list of notes: in the order of the texts, and never behind what was said."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QListView

from variorum.engine import ChangeKind, Side, Span
from variorum.review import Stray


def listed(driver) -> list[str]:
    model = driver.part(QListView, "note_list").model()
    return [model.index(row).data() for row in range(model.rowCount())]


def reviewing(driver):
    return driver.window._desk.reviewing


def test_what_moved_is_listed_where_it_stood_first(driver, write):
    stays = "Children walked over the ice to school, and nobody paid the ferryman for it."
    left = f"The end came in spring.\n\n{stays}\n\nIn winter it froze.\n\nA ferry was built."
    right = f"{stays}\n\nIn winter it froze hard.\n\nA ferry was built.\n\nThe end came in spring."
    driver.window.open_pair(write("draft.txt", left), write("final.txt", right))
    driver.wait_for_comparison()
    driver.menu("notes")
    changes = {change.kind: change for change in driver.opened.marks.changes}
    reviewing(driver).write(changes[ChangeKind.EDITED], "Hard")
    reviewing(driver).write(changes[ChangeKind.MOVED], "Up")
    assert [words.rpartition(": ")[2] for words in listed(driver)] == ["Summary", "Up", "Hard"]


def test_what_is_taken_back_is_listed_no_more(open_driver):
    open_driver.menu("notes")
    first = open_driver.opened.marks.changes[0]
    reviewing(open_driver).write(first, "Hm")
    reviewing(open_driver).remark(Side.LEFT, Span(0, 9))
    assert len(listed(open_driver)) == 3
    open_driver.menu("undo")
    assert listed(open_driver) == ["Summary", "Change 1: Hm"]
    open_driver.menu("undo")
    assert listed(open_driver) == ["Summary"]


def test_notes_without_a_place_are_listed_as_long_as_they_are_there(open_driver):
    open_driver.menu("notes")
    assert listed(open_driver) == ["Summary"]
    desk = reviewing(open_driver)
    desk._do(replace(desk.review, strays=(Stray("Lost.", None, "words", ""),)))
    assert listed(open_driver) == ["Summary", "Without a place: Lost."]
    desk.remove_stray(0)
    assert listed(open_driver) == ["Summary"]


def test_notes_on_passages_change_places_with_their_words(open_driver):
    open_driver.menu("notes")
    desk = reviewing(open_driver)
    for start, note in ((60, "Lower"), (0, "Upper")):
        desk.rewrite(desk.remark(Side.LEFT, Span(start, start + 9)).id, note)
    assert [words.rpartition(": ")[2] for words in listed(open_driver)[1:]] == ["Upper", "Lower"]
    one, other = desk.review.remarks
    turned = (replace(one, span=other.span), replace(other, span=one.span))
    desk._do(replace(desk.review, remarks=turned))
    assert [words.rpartition(": ")[2] for words in listed(open_driver)[1:]] == ["Lower", "Upper"]

"""Judging, annotating and reviewing by keys and by clicks."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QToolButton,
)

from variorum.engine import Side, Span
from variorum.review import Stray
from variorum.window.note_edit import NoteEdit
from variorum.window.verdict_names_dialog import VerdictNamesDialog
from variorum.window.view.note_painter import placed_notes, sign_centre

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def reader(open_driver):
    """A window with the keys in the texts, at the first change."""
    open_driver.window.activateWindow()
    open_driver.view.setFocus()
    open_driver.menu("first_change")
    return open_driver


def desk(driver):
    return driver.window._desk


def review(driver):
    return desk(driver).reviewing.review


def judgement(driver, number: int):
    return desk(driver).reviewing.judgement(driver.opened.marks.changes[number - 1])


def type_words(driver, words: str) -> None:
    driver.qtbot.keyClicks(QApplication.focusWidget(), words)


def button(driver, verdict: str) -> QToolButton:
    return driver.part(QToolButton, f"verdict_button_{verdict}")


def signs(driver) -> dict[int, str]:
    notes = driver.view._canvas.scene.notes
    return {number: sign.sign for number, sign in notes.changes.items()}


def test_a_verdict_by_key_is_given_shown_and_taken_back(reader):
    reader.press(Qt.Key.Key_3, CONTROL)
    assert judgement(reader, 1).verdict == "question"
    assert signs(reader) == {1: "?"}
    assert "Question" in reader.window._status._notice.text()
    assert reader.action("verdict_3").isChecked()
    reader.press(Qt.Key.Key_2, CONTROL)
    assert judgement(reader, 1).verdict == "objection"
    reader.press(Qt.Key.Key_2, CONTROL)
    assert judgement(reader, 1).verdict is None
    assert signs(reader) == {}
    assert not reader.action("verdict_2").isChecked()


def test_what_is_said_in_passing_is_taken_back_with_the_verdict(reader):
    told = reader.window._status._notice
    reader.press(Qt.Key.Key_3, CONTROL)
    reader.press(Qt.Key.Key_R, CONTROL)
    assert told.text() == "Change 1: Question, reviewed"
    reader.menu("last_change")
    reader.menu("undo")
    assert told.text() == "Change 1: Question"
    reader.menu("undo")
    assert told.text() == "Change 1: no verdict, not reviewed"
    reader.menu("redo")
    assert told.text() == "Change 1: Question"


def test_reviewed_and_on_to_the_next_by_one_key(reader):
    reader.press(Qt.Key.Key_Return, CONTROL)
    assert judgement(reader, 1).reviewed
    assert reader.view.current_change() == 2
    reader.menu("last_change")
    reader.press(Qt.Key.Key_R, CONTROL)
    assert judgement(reader, 4).reviewed
    reader.press(Qt.Key.Key_R, CONTROL)
    assert not judgement(reader, 4).reviewed
    reader.press(Qt.Key.Key_R, CONTROL)
    # From the last one it begins at the top again, where the first is done.
    reader.press(Qt.Key.Key_Down, ALT | SHIFT)
    assert reader.view.current_change() == 2
    for _ in range(2):
        reader.press(Qt.Key.Key_Return, CONTROL)
    reader.press(Qt.Key.Key_Down, ALT | SHIFT)
    assert "All changes are reviewed" in reader.window._status._notice.text()


def test_what_is_said_of_a_change_is_still_so_when_one_goes_on(reader):
    told = reader.window._status._notice
    reader.press(Qt.Key.Key_3, CONTROL)
    assert told.text() == "Change 1: Question"
    reader.press(Qt.Key.Key_Return, CONTROL)
    assert reader.view.current_change() == 2
    assert told.text() == "Change 1: Question, reviewed"


def test_a_note_is_written_without_the_mouse(reader):
    assert not desk(reader).dock.isVisible()
    reader.press(Qt.Key.Key_F2)
    assert desk(reader).dock.isVisible()
    type_words(reader, "Why one o'clock?")
    assert judgement(reader, 1).note == "Why one o'clock?"
    assert signs(reader) == {1: "✎"}
    reader.press(Qt.Key.Key_Escape)
    assert reader.view.isAncestorOf(QApplication.focusWidget())
    reader.press(Qt.Key.Key_F8)
    assert reader.part(NoteEdit).toPlainText() == ""
    reader.press(Qt.Key.Key_F8, SHIFT)
    assert reader.part(NoteEdit).toPlainText() == "Why one o'clock?"


def test_keys_of_the_window_work_while_a_note_is_written(reader):
    reader.press(Qt.Key.Key_F2)
    type_words(reader, "One")
    reader.press(Qt.Key.Key_1, CONTROL)
    reader.press(Qt.Key.Key_Return, CONTROL)
    assert judgement(reader, 1).verdict == "accepted"
    assert judgement(reader, 1).reviewed
    assert reader.view.current_change() == 2
    type_words(reader, "Two")
    assert [judgement(reader, n).note for n in (1, 2)] == ["One", "Two"]


def test_what_was_typed_is_undone_and_done_again(reader):
    reader.press(Qt.Key.Key_1, CONTROL)
    reader.press(Qt.Key.Key_F2)
    type_words(reader, "First.")
    reader.press(Qt.Key.Key_Escape)
    reader.press(Qt.Key.Key_F2)
    type_words(reader, " Second.")
    edit = reader.part(NoteEdit)
    texts = []
    while reader.action("undo").isEnabled():
        reader.press(Qt.Key.Key_Z, CONTROL)
        texts.append((edit.toPlainText(), judgement(reader, 1).verdict))
    assert texts == [("First.", "accepted"), ("", "accepted"), ("", None)]
    while reader.action("redo").isEnabled():
        reader.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert edit.toPlainText() == "First. Second."
    assert judgement(reader, 1).verdict == "accepted"


def test_undoing_goes_to_the_change_that_it_concerns(reader):
    reader.press(Qt.Key.Key_1, CONTROL)
    reader.menu("last_change")
    reader.press(Qt.Key.Key_Z, CONTROL)
    assert reader.view.current_change() == 1
    assert judgement(reader, 1).verdict is None


def test_buttons_and_box_do_as_the_keys_do(reader):
    reader.menu("notes")
    reader.qtbot.mouseClick(button(reader, "later"), Qt.MouseButton.LeftButton)
    assert judgement(reader, 1).verdict == "later"
    assert button(reader, "later").isChecked()
    reader.qtbot.mouseClick(button(reader, "later"), Qt.MouseButton.LeftButton)
    assert judgement(reader, 1).verdict is None
    assert not button(reader, "later").isChecked()
    box = reader.part(QCheckBox, "reviewed_box")
    reader.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert judgement(reader, 1).reviewed
    assert reader.action("reviewed").isChecked()


def test_a_passage_is_annotated_marked_and_found_again(reader):
    span = Span(4, 20)
    reader.view._canvas.select(Side.LEFT, span)
    reader.press(Qt.Key.Key_F2, SHIFT)
    type_words(reader, "Which ferry?")
    (remark,) = review(reader).remarks
    assert (remark.side, remark.span, remark.note) == (Side.LEFT, span, "Which ferry?")
    passages = reader.view._canvas.scene.notes.passages
    assert [s for s, _ in passages[Side.LEFT, 0]] == [span]
    reader.press(Qt.Key.Key_Escape)
    reader.menu("last_change")
    notes = reader.part(QListView, "note_list")
    assert notes.model().rowCount() == 2
    place = notes.visualRect(notes.model().index(1)).center()
    reader.qtbot.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert reader.part(NoteEdit).toPlainText() == "Which ferry?"
    reader.qtbot.mouseClick(reader.part(QPushButton, "note_remove"), Qt.MouseButton.LeftButton)
    assert review(reader).remarks == ()
    assert reader.view._canvas.scene.notes.passages == {}
    reader.press(Qt.Key.Key_Z, CONTROL)
    assert review(reader).remarks == (remark,)


@pytest.mark.parametrize("side", Side)
def test_a_click_on_the_sign_of_a_passage_opens_its_note(reader, side):
    reader.view._canvas.select(side, Span(4, 20))
    reader.press(Qt.Key.Key_F2, SHIFT)
    type_words(reader, "Which ferry?")
    reader.menu("last_change")
    reader.view.reveal_span(side, Span(4, 20))
    assert reader.part(NoteEdit).toPlainText() == ""
    pane = reader.view._canvas.panes[side]
    line = pane._scene.typography.line_height
    signs = (sign_centre(pane._ground.columns, y).toPoint() for y in range(0, pane.height(), 3))
    place = next(sign for sign in signs if pane._ground.note_at(QPointF(sign)) == Span(4, 20))
    before = reader.window._navigation.current
    reader.qtbot.mouseMove(pane, place)
    assert pane.cursor().shape() is Qt.CursorShape.PointingHandCursor
    reader.qtbot.mouseClick(pane, Qt.MouseButton.LeftButton, pos=place)
    assert reader.part(NoteEdit).toPlainText() == "Which ferry?"
    assert reader.window._navigation.current == before
    reader.qtbot.mouseClick(pane, Qt.MouseButton.LeftButton, pos=place + QPoint(0, 3 * line))
    assert reader.window._navigation.current is not None


def test_the_whole_is_summed_up(reader):
    reader.menu("notes")
    notes = reader.part(QListView, "note_list")
    place = notes.visualRect(notes.model().index(0)).center()
    reader.qtbot.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    reader.part(NoteEdit).setFocus()
    type_words(reader, "Well made.")
    assert review(reader).summary == "Well made."


def test_back_where_no_change_was_current_none_is_judged_by_mistake(open_driver):
    open_driver.menu("notes")
    panel = desk(open_driver).panel
    open_driver.menu("last_change")
    assert panel._head.text() == "Change 4"
    open_driver.menu("back")
    assert open_driver.view.current_change() is None
    assert panel._head.text() == "Your summary of the whole"
    assert not open_driver.list._list.selectedIndexes()
    open_driver.menu("forward")
    assert panel._head.text() == "Change 4"


def test_the_list_of_notes_leads_to_changes(reader):
    reader.menu("notes")
    reader.press(Qt.Key.Key_1, CONTROL)
    reader.menu("last_change")
    reader.press(Qt.Key.Key_3, CONTROL)
    notes = reader.part(QListView, "note_list")
    texts = [notes.model().index(row).data() for row in range(notes.model().rowCount())]
    assert texts[0] == "Summary"
    assert texts[1].startswith("Change 1, Accepted: “The ferry leaves")
    assert texts[2].startswith("Change 4, Question: “A new bridge")
    notes.setFocus()
    notes.setCurrentIndex(notes.model().index(0))
    reader.qtbot.keyClick(notes, Qt.Key.Key_Down)
    assert reader.view.current_change() == 1


def test_notes_are_listed_in_the_order_of_the_texts(reader):
    reader.menu("notes")
    changes = reader.opened.marks.changes
    for number in (3, 1, 2):
        desk(reader).reviewing.write(changes[number - 1], "Hm")
    notes = reader.part(QListView, "note_list").model()
    listed = [notes.index(row).data() for row in range(notes.rowCount())]
    assert listed == ["Summary", "Change 1: Hm", "Change 2: Hm", "Change 3: Hm"]


@pytest.mark.parametrize(("words", "at_left"), [("Yes.", True), ("שלום", False)])
def test_notes_are_listed_from_the_side_from_which_they_are_read(reader, words, at_left):
    reader.press(Qt.Key.Key_F2)
    QApplication.clipboard().setText(words)
    reader.press(Qt.Key.Key_V, CONTROL)
    assert judgement(reader, 1).note == words
    notes = reader.part(QListView, "note_list")
    row = notes.visualRect(notes.model().index(1))
    lower = notes.viewport().grab(row.adjusted(30, row.height() // 2, -4, -4)).toImage()
    ground = lower.pixelColor(lower.width() // 2, 1)
    inked = [
        x
        for x in range(lower.width())
        for y in range(lower.height())
        if abs(lower.pixelColor(x, y).lightness() - ground.lightness()) > 60
    ]
    assert (max(inked) < lower.width() / 2) is at_left
    assert (min(inked) > lower.width() / 2) is not at_left


def test_verdicts_get_names_of_their_own_which_last(reader, make_driver, pair):
    reader.menu("verdict_names")
    dialog = reader.part(VerdictNamesDialog)
    field = dialog.findChild(QLineEdit, "verdict_name_accepted")
    assert field.placeholderText() == "Accepted"
    field.setText("  Fine & good ")
    box = dialog.findChild(QDialogButtonBox)
    reader.qtbot.mouseClick(
        box.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton
    )
    assert review(reader).verdict("accepted").name == "Fine & good"
    assert reader.action("verdict_1").text() == "&1  Fine && good"
    reader.menu("notes")
    assert button(reader, "accepted").text() == "✓  Fine && good"
    other = make_driver()
    other.window.open_pair(*pair)
    other.wait_for_comparison()
    assert review(other).verdict("accepted").name == "Fine & good"
    assert not desk(other).keeping.unsaved


def test_a_name_that_was_taken_back_does_not_come_back(reader, make_driver, pair):
    desk(reader)._rename({"accepted": "Stet"})
    reader.menu("undo")
    assert review(reader).verdict("accepted").name == ""
    for other in (reader, make_driver()):
        other.window.open_pair(*pair)
        other.wait_for_comparison()
        assert review(other).verdict("accepted").name == ""
    desk(reader)._rename({"accepted": "Stet"})
    reader.menu("undo")
    reader.menu("redo")
    reader.window._discards = True
    reader.window._opening.open_pair(*pair)
    reader.wait_for_comparison()
    assert review(reader).verdict("accepted").name == "Stet"


@pytest.fixture
def stray_reader(reader):
    reviewing = desk(reader).reviewing
    lost = Stray("Who said so?", "question", "Words that are gone.", "")
    reviewing._do(replace(reviewing.review, strays=(lost,)))
    reader.menu("strays")
    return reader


def test_a_note_without_a_place_is_shown_and_copied(stray_reader):
    reader = stray_reader
    assert reader.part(NoteEdit).toPlainText() == "Who said so?"
    assert reader.part(NoteEdit).isReadOnly()
    assert "Words that are gone." in desk(reader).panel._quoted.text()
    reader.qtbot.mouseClick(reader.part(QPushButton, "note_copy"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "Who said so?\n\nWords that are gone."


def test_a_note_without_a_place_goes_to_a_change(stray_reader):
    reader = stray_reader
    reader.qtbot.mouseClick(reader.part(QPushButton, "note_to_change"), Qt.MouseButton.LeftButton)
    assert judgement(reader, 1).note == "Who said so?"
    assert judgement(reader, 1).verdict == "question"
    assert review(reader).strays == ()
    assert not reader.action("strays").isEnabled()


def test_a_note_without_a_place_goes_to_what_is_selected(stray_reader):
    reader = stray_reader
    to_passage = reader.part(QPushButton, "note_to_passage")
    reader.qtbot.mouseClick(to_passage, Qt.MouseButton.LeftButton)
    assert len(review(reader).strays) == 1
    reader.view._canvas.select(Side.RIGHT, Span(0, 9))
    reader.qtbot.mouseClick(to_passage, Qt.MouseButton.LeftButton)
    assert review(reader).strays == ()
    (remark,) = review(reader).remarks
    assert (remark.side, remark.span, remark.verdict) == (Side.RIGHT, (0, 9), "question")


def test_nothing_is_said_before_the_comparison_is_complete(driver):
    for name in ("verdict_1", "reviewed", "write_note", "note_passage", "save_session", "undo"):
        assert not driver.action(name).isEnabled()
    assert not desk(driver).dock.isVisible()


def test_the_notes_are_shown_again_the_next_time(reader, make_driver, pair):
    reader.menu("notes")
    reader.window.close()
    other = make_driver()
    assert not desk(other).dock.isVisible()
    other.window.open_pair(*pair)
    other.wait_for_comparison()
    assert desk(other).dock.isVisible()
    other.qtbot.mouseClick(desk(other).panel.title.button, Qt.MouseButton.LeftButton)
    assert not desk(other).dock.isVisible()
    assert not other.action("notes").isChecked()


def test_a_menu_of_the_library_shows_the_notes_whole(reader):
    assert not desk(reader).dock.isVisible()
    desk(reader).dock.toggleViewAction().trigger()
    assert desk(reader).panel.isVisible()
    assert desk(reader).panel._head.text() == "Change 1"
    assert reader.action("notes").isChecked()


def judge_and_remark(reader) -> None:
    """A verdict on the current change, and a note on the first words of the left text."""
    reader.press(Qt.Key.Key_3, CONTROL)
    reader.view._canvas.select(Side.LEFT, Span(0, 9))
    reader.press(Qt.Key.Key_F2, SHIFT)
    type_words(reader, "Here")


def test_swapped_sides_keep_what_was_said(reader):
    judge_and_remark(reader)
    reader.menu("swap")
    reader.until(lambda: reader.opened.left.name == "final.txt")
    reader.wait_for_comparison()
    assert [said.verdict for said in review(reader).judgements.values()] == ["question"]
    assert review(reader).remarks[0].side is Side.RIGHT
    assert signs(reader) == {1: "?"}


def test_steps_are_undone_on_swapped_sides_too(reader):
    judge_and_remark(reader)
    reader.menu("undo")
    before = reader.opened
    reader.menu("swap")
    reader.until(lambda: reader.opened is not before)
    reader.wait_for_comparison()
    reader.menu("redo")
    assert [(said.side, said.note) for said in review(reader).remarks] == [(Side.RIGHT, "Here")]
    for _ in range(3):  # the words of the note, the note, the verdict
        reader.menu("undo")
    assert judgement(reader, 1).verdict is None
    assert not reader.action("undo").isEnabled()
    reader.menu("redo")
    assert judgement(reader, 1).verdict == "question"


def test_sides_that_are_swapped_twice_leave_the_steps_as_they_were(reader):
    reader.press(Qt.Key.Key_3, CONTROL)
    for _ in range(2):
        before = reader.opened
        reader.menu("swap")
        reader.until(lambda before=before: reader.opened is not before)
        reader.wait_for_comparison()
    assert judgement(reader, 1).verdict == "question"
    reader.menu("undo")
    assert judgement(reader, 1).verdict is None


def test_reading_again_what_did_not_change_keeps_the_steps(reader):
    reader.press(Qt.Key.Key_3, CONTROL)
    before = reader.opened
    reader.menu("reload")
    reader.until(lambda: reader.opened is not before)
    reader.wait_for_comparison()
    assert judgement(reader, 1).verdict == "question"
    assert reader.action("undo").isEnabled()


def test_notes_go_along_when_a_text_is_read_again(reader, pair):
    reader.press(Qt.Key.Key_F2)
    type_words(reader, "Mine")
    reader.menu("last_change")
    reader.press(Qt.Key.Key_F2)
    type_words(reader, "Bridge")
    text = pair[1].read_text("utf-8")
    later = "An opening was added by the editor.\n\n" + text.partition("A new bridge")[0]
    pair[1].write_text(later, encoding="utf-8")
    before = reader.opened
    reader.menu("reload")
    reader.until(lambda: reader.opened is not before)
    reader.wait_for_comparison()
    assert [said.note for said in review(reader).judgements.values()] == ["Mine"]
    assert [stray.note for stray in review(reader).strays] == ["Bridge"]
    assert "1 note has no place any more" in reader.window._status._notice.text()
    assert reader.part(NoteEdit).toPlainText() == "Bridge"


def choose_said(driver, words: str) -> None:
    """Step to an entry of the list's box with the arrow keys."""
    box = driver.part(QComboBox, "said_box")
    driver.qtbot.keyClick(box, Qt.Key.Key_Home)
    while box.currentText() != words:
        before = box.currentText()
        driver.qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() != before, f"there is no {words}"


def listed(driver) -> list[int]:
    model = driver.list._model
    return [model.change(model.index(row)).number for row in range(model.rowCount())]


def test_the_list_shows_and_says_what_was_said(reader):
    reader.press(Qt.Key.Key_2, CONTROL)
    reader.press(Qt.Key.Key_R, CONTROL)
    model = reader.list._model
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(role).endswith(", Objection, reviewed")
    assert model.sign(reader.opened.marks.changes[0]).sign == "✗"
    assert model.sign(reader.opened.marks.changes[1]) is None


def test_changes_are_listed_by_what_was_said(reader):
    reader.press(Qt.Key.Key_2, CONTROL)
    reader.press(Qt.Key.Key_Return, CONTROL)
    reader.press(Qt.Key.Key_F2)
    type_words(reader, "Hm")
    for words, numbers in [
        ("Objection", [1]),
        ("Not reviewed", [2, 3, 4]),
        ("Reviewed", [1]),
        ("With a note", [2]),
        ("No verdict", [2, 3, 4]),
        ("Accepted", []),
        ("Any verdict", [1, 2, 3, 4]),
    ]:
        choose_said(reader, words)
        assert listed(reader) == numbers, words
    choose_said(reader, "Accepted")
    assert "of which this was said" in reader.list._nothing.text()
    choose_said(reader, "Not reviewed")
    reader.menu("reviewed")
    assert listed(reader) == [3, 4]
    reader.menu("missing_passages")
    assert listed(reader) == [2]


@pytest.mark.parametrize("selected", [True, False])
def test_a_note_by_the_menu_of_the_right_mouse_button(reader, selected):
    if selected:
        reader.view._canvas.select(Side.LEFT, Span(4, 9))
    pane = reader.view._canvas.panes[Side.LEFT]
    shown = next(reader.view._canvas.scene.shown(Side.LEFT))
    place = pane.mapToGlobal(QPoint(pane._ground.columns.left + 20, shown.top + 5))
    reader.window._context.popup(Side.LEFT, place)
    reader.until(lambda: reader.has(QMenu))
    entry = next(a for a in reader.part(QMenu).actions() if a.text() == "&Note on This Passage")
    entry.trigger()
    reader.part(QMenu).close()
    type_words(reader, "Here")
    (remark,) = review(reader).remarks
    text = reader.opened.left.document.text
    words = "ferry" if selected else "The ferry leaves at noon."
    assert (text[slice(*remark.span)], remark.note) == (words, "Here")


LONG_NAME = "需要法律部门在下一次会议之前再次仔细核对这一处改动并且书面说明理由" + " & 12"


def test_long_names_of_verdicts_leave_the_texts_their_room(reader):
    reader.action("notes").trigger()
    panel = desk(reader).panel
    before, width = panel.minimumSizeHint().width(), reader.view.width()
    usual = button(reader, "question")
    assert usual.text() == "?  Question"
    assert usual.y() > button(reader, "accepted").y() == button(reader, "objection").y()
    desk(reader).reviewing.rename(dict.fromkeys(("accepted", "question", "later"), LONG_NAME))
    reader.qtbot.waitUntil(lambda: button(reader, "question").text().endswith("…"))
    renamed = button(reader, "question")
    assert renamed.text().startswith("?  需要法律部门")
    assert renamed.accessibleName() == LONG_NAME
    assert LONG_NAME in unescape(renamed.toolTip())
    assert renamed.y() > button(reader, "objection").y() > button(reader, "accepted").y()
    assert panel.minimumSizeHint().width() <= before
    assert reader.view.width() == width


def test_a_name_of_a_verdict_is_whole_where_there_is_room(reader):
    reader.action("notes").trigger()
    desk(reader).reviewing.rename({"question": "Ask Mr. Hobb & Sons"})
    reader.qtbot.waitUntil(lambda: "Hobb" in button(reader, "question").text())
    assert button(reader, "question").text() == "?  Ask Mr. Hobb && Sons"


def test_what_moved_has_its_sign_beside_its_number(driver, write):
    lines = ("The end came in spring.", "In winter the river froze.", "A ferry was built.")
    stays = "Children walked over the ice to school, and nobody paid the ferryman for it."
    left = "\n\n".join((lines[0], stays, *lines[1:]))
    right = "\n\n".join((stays, *lines[1:], lines[0]))
    driver.window.open_pair(write("draft.txt", left), write("final.txt", right))
    driver.wait_for_comparison()
    (change,) = driver.opened.marks.changes
    driver.window._desk.reviewing.judge(change, "accepted")
    scene = driver.view._canvas.scene
    for side in Side:
        pieces = list(scene.shown(side, 0, driver.view.height()))
        (moved,) = (piece for piece in pieces if scene.drawing(side, piece).moves)
        (label,) = scene.drawing(side, moved).moves
        (note,) = placed_notes(scene, side, moved, {round(label.top)})
        assert (note.top, note.below) == (label.top, True)
        assert note.sign.sign == "✓"

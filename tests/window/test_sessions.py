"""Sessions in the window: saved, opened, asked about, and saved elsewhere meanwhile."""

from __future__ import annotations

import threading

import pytest
from drags import files, send
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox
from saved_sessions import (
    BOX,
    answer,
    desk,
    drafts,
    named,
    opened_anew,
    save,
    verdicts,
    verdicts_in,
)

from patience import PATIENCE
from variorum.engine import Side
from variorum.sessions import read_session
from variorum.window.tasks import SaveSessionTask

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_session_is_saved_where_the_reader_says(judged, tmp_path):
    assert judged.window.isWindowModified()
    assert judged.window.windowTitle() == "draft.txt – final.txt[*] – Variorum"
    judged.press(Qt.Key.Key_S, CONTROL)
    dialog = judged.part(QFileDialog)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit.text() == "final.variorum"
    with judged.qtbot.waitSignal(desk(judged).keeping.saved):
        judged.qtbot.keyClick(edit, Qt.Key.Key_Return)
    session = read_session(tmp_path / "final.variorum")
    assert session.review == desk(judged).reviewing.review
    assert session.left.path == tmp_path / "draft.txt"
    assert not judged.window.isWindowModified()
    assert judged.window.windowTitle() == "final: draft.txt – final.txt[*] – Variorum"


def test_saving_again_asks_nothing(judged, saved):
    judged.menu("verdict_1")
    assert judged.window.isWindowModified()
    with judged.qtbot.waitSignal(desk(judged).keeping.saved):
        judged.menu("save_session")
    assert not judged.has(QFileDialog)
    assert [j.verdict for j in read_session(saved).review.judgements.values()] == ["accepted"]
    # Who takes back what was saved has something to save again.
    judged.menu("undo")
    assert judged.window.isWindowModified()
    judged.menu("redo")
    assert not judged.window.isWindowModified()


def test_a_session_is_opened_where_it_was_left_over_its_own_texts_too(driver, write, tmp_path):
    paragraphs = [f"The ferry number {n} leaves at noon." for n in range(120)]
    left = write("draft.txt", "\n\n".join(paragraphs))
    paragraphs[3::30] = ["A bridge stands there now."] * 4
    driver.window.open_pair(left, write("final.txt", "\n\n".join(paragraphs)))
    driver.wait_for_comparison()
    driver.view.go_to_paragraph(Side.LEFT, 60)
    there = driver.view.eye()
    path = save(driver, tmp_path / "work.variorum")
    driver.view.go_to_paragraph(Side.LEFT, 5)
    before = driver.opened
    driver.window.open_file(path)
    driver.until(lambda: driver.opened is not before)
    driver.wait_for_comparison()
    driver.until(lambda: driver.view.eye().position == there.position)


def test_a_session_is_opened_where_it_was_left(judged, make_driver, tmp_path):
    judged.menu("last_change")
    judged.view.set_active_side(Side.RIGHT)
    path = save(judged, tmp_path / "work.variorum")
    other = opened_anew(make_driver, path)
    assert verdicts(other) == ["question"]
    assert other.view.current_change() == 4
    assert other.view.active_side() is Side.RIGHT
    assert not other.window.isWindowModified()
    assert other.view._canvas.scene.notes.changes[1].sign == "?"
    assert not other.has(QMessageBox)


@pytest.mark.parametrize("side", Side)
def test_a_session_is_opened_at_the_very_line(driver, make_driver, write, tmp_path, side):
    long = " ".join(f"In the year {year} the ferry carried goats." for year in range(1200, 1500))
    driver.window.open_pair(write("draft.txt", long), write("final.txt", "It rained."))
    driver.wait_for_comparison()
    driver.view.set_active_side(side)
    driver.view.go_to_line(Side.LEFT, len(long) // 2)
    before = driver.view.eye()
    assert before.position > len(long) // 3
    other = opened_anew(make_driver, save(driver, tmp_path / "notes.variorum"))
    assert other.view.eye()[:2] == before[:2]


def test_a_session_is_opened_by_the_menu(saved, make_driver):
    other = make_driver()
    other.menu("open_session")
    other.choose_file(saved)
    other.wait_for_comparison()
    assert verdicts(other) == ["question"]


def test_what_is_still_being_saved_is_not_the_file_of_what_is_opened_meanwhile(
    judged, saved, write, monkeypatch
):
    gate, entered = threading.Event(), threading.Event()
    save_session = SaveSessionTask.__call__

    def slow(self, watcher):
        entered.set()
        assert gate.wait(PATIENCE)
        return save_session(self, watcher)

    monkeypatch.setattr(SaveSessionTask, "__call__", slow)
    judged.menu("save_session")
    judged.until(entered.is_set)
    judged.window.open_pair(write("one.txt", "Goats."), write("two.txt", "Goats and bees."))
    judged.until(lambda: judged.opened.left.name == "one.txt" and judged.opened.complete)
    with judged.qtbot.waitSignal(desk(judged).keeping.saved):
        gate.set()
    assert desk(judged).keeping.file is None
    assert not judged.window.isWindowModified()
    assert verdicts_in(saved) == ["question"]


def test_a_session_is_opened_by_a_drop(saved, make_driver):
    other = make_driver()
    data = files([saved])
    assert send(other.window, QDragEnterEvent, data, 300, 300)
    assert "session" in desk(other)._window._drops._overlay.accessibleName()
    assert send(other.window, QDropEvent, data, 300, 300)
    other.wait_for_comparison()
    assert verdicts(other) == ["question"]


@pytest.mark.parametrize("count", [1, 2])
def test_a_session_is_none_of_two_texts(saved, judged, pair, tmp_path, count):
    """What stands in its file is nothing to read."""
    other = tmp_path / "other.variorum"
    other.write_bytes(saved.read_bytes())
    desk(judged).drop((saved, pair[0] if count == 1 else other), Side.LEFT)
    judged.until(lambda: judged.has(QMessageBox))
    told = judged.part(QMessageBox).text()
    assert ".variorum” cannot be read: it is a session of Variorum" in told
    assert verdicts(judged) == ["question"]


def test_a_saved_page_is_opened_as_a_session(judged, make_driver, tmp_path):
    page = tmp_path / "page.html"
    with judged.qtbot.waitSignal(judged.window._saving.saved):
        judged.window._asking._save_page(page)
    other = opened_anew(make_driver, page)
    assert verdicts(other) == ["question"]
    assert not other.window.isWindowModified()
    before = page.read_bytes()
    other.menu("save_session")
    assert other.has(QFileDialog)  # a page is no place to save a session in
    assert page.read_bytes() == before


def test_closing_without_notes_asks_nothing(open_driver):
    open_driver.window.close()
    assert not open_driver.window.isVisible()


def test_closing_asks_and_staying_keeps_everything(judged):
    judged.window.close()
    assert judged.window.isVisible()
    answer(judged, "unsaved", BOX.Cancel)
    assert judged.window.isVisible()
    assert verdicts(judged) == ["question"]


def test_closing_asks_and_saves(judged, tmp_path):
    judged.press(Qt.Key.Key_Q, CONTROL)
    answer(judged, "unsaved", BOX.Save)
    judged.choose_file(tmp_path / "kept.variorum")
    judged.until(lambda: not judged.window.isVisible())
    assert len(read_session(tmp_path / "kept.variorum").review.judgements) == 1


def test_closing_asks_and_throws_away(judged, store):
    with judged.qtbot.waitSignal(desk(judged).keeping.draft_written):
        pass
    assert len(drafts(store)) == 1
    judged.window.close()
    answer(judged, "unsaved", BOX.Discard)
    judged.until(lambda: not judged.window.isVisible())
    judged.until(lambda: not drafts(store))


def test_who_is_asked_where_to_save_may_still_stay(judged):
    judged.window.close()
    answer(judged, "unsaved", BOX.Save)
    judged.part(QFileDialog).reject()
    judged.until(lambda: not judged.has(QFileDialog))
    assert judged.window.isVisible()
    judged.window.close()  # it asks again
    answer(judged, "unsaved", BOX.Cancel)


def test_a_session_that_cannot_be_saved_keeps_the_window_open(judged, tmp_path):
    judged.window.close()
    answer(judged, "unsaved", BOX.Save)
    (tmp_path / "folder.variorum").mkdir()
    judged.part(QFileDialog).reject()
    desk(judged)._leaving.then(judged.window._close_for_good)
    judged.until(lambda: judged.has(QMessageBox))
    judged.part(QMessageBox, "unsaved").close()
    desk(judged).keeping.save(tmp_path / "folder.variorum")
    assert "cannot be written" in judged.problem().text()
    assert judged.window.isVisible()
    assert judged.window.isWindowModified()


@pytest.mark.parametrize("way", ["pair", "sample", "session", "left"])
def test_opening_something_else_asks_first(judged, write, pair, tmp_path, way):
    other = save(judged, tmp_path / "other.variorum")
    judged.menu("verdict_1")
    window = judged.window
    {
        "pair": lambda: window.open_pair(*reversed(pair)),
        "sample": lambda: judged.menu("open_sample"),
        "session": lambda: window.open_file(other),
        "left": lambda: window.open_side(Side.LEFT, write("new.txt", "Something new.\n")),
    }[way]()
    answer(judged, "unsaved", BOX.Cancel)
    assert verdicts(judged) == ["accepted"]
    window.open_pair(*reversed(pair))
    answer(judged, "unsaved", BOX.Discard)
    judged.until(lambda: judged.opened.left.name == "final.txt")
    judged.wait_for_comparison()
    assert verdicts(judged) == []
    assert not window.isWindowModified()
    assert desk(judged).keeping.file is None


def test_a_damaged_session_is_told_and_what_is_open_stays(judged, tmp_path):
    save(judged, tmp_path / "work.variorum")
    bad = tmp_path / "bad.variorum"
    bad.write_bytes((tmp_path / "work.variorum").read_bytes()[:500])
    judged.window.open_file(bad)
    box = judged.problem()
    assert "bad.variorum" in box.text()
    assert "no sound session" in box.text()
    assert verdicts(judged) == ["question"]


def test_what_is_asked_of_a_session_goes_with_it(saved, make_driver, pair, write):
    """A draft was opened over it, say, of which the same is asked."""
    text = pair[1].read_text("utf-8")
    pair[1].write_text("An editor's word.\n\n" + text, encoding="utf-8")
    other = opened_anew(make_driver, saved)
    other.until(lambda: other.has(QMessageBox))
    other.window.open_file(saved)
    other.wait_for_comparison()
    other.part(QMessageBox, "changed_files")
    other.window.open_pair(pair[0], write("third.txt", text))
    other.wait_for_comparison()
    assert not other.has(QMessageBox)
    assert other.opened.right.name == "third.txt"


@pytest.mark.parametrize("anew", [True, False])
def test_a_text_that_changed_is_told_and_compared_anew_if_wanted(saved, make_driver, pair, anew):
    later = "An editor's word.\n\n" + pair[1].read_text("utf-8")
    pair[1].write_text(later, encoding="utf-8")
    other = opened_anew(make_driver, saved)
    before = other.opened
    assert later != before.right.document.text
    other.until(lambda: other.has(QMessageBox))
    assert "“final.txt” has changed" in other.part(QMessageBox, "changed_files").text()
    role = QMessageBox.ButtonRole.AcceptRole if anew else QMessageBox.ButtonRole.RejectRole
    answer(
        other,
        "changed_files",
        lambda box: next(b for b in box.buttons() if box.buttonRole(b) is role),
    )
    if anew:
        other.until(lambda: other.opened is not before)
        other.wait_for_comparison()
        assert other.opened.right.document.text == later
        assert other.window.isWindowModified()
    else:
        assert other.opened is before
        assert not other.window.isWindowModified()
    assert verdicts(other) == ["question"]
    assert desk(other).keeping.file == saved


def test_texts_that_are_gone_are_taken_from_the_session(saved, make_driver, pair):
    texts = [path.read_text("utf-8") for path in pair]
    for path in pair:
        path.unlink()
    other = opened_anew(make_driver, saved)
    assert [other.opened.source(side).document.text for side in Side] == texts
    assert verdicts(other) == ["question"]
    assert not other.has(QMessageBox)


def test_the_compared_texts_are_never_written_to(judged, pair, tmp_path):
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in pair]
    desk(judged).keeping.save(pair[0])
    assert "one of the two texts" in judged.problem().text()
    judged.close_dialogs()
    save(judged, tmp_path / "work.variorum")
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in pair] == before


@pytest.mark.parametrize("closed", [False, True])
def test_what_was_saved_elsewhere_is_not_replaced_unasked(overtaken, judged, closed):
    if closed:
        judged.part(QMessageBox, "saved_elsewhere").close()
        judged.until(lambda: not judged.has(QMessageBox))
    else:
        answer(judged, "saved_elsewhere", BOX.Cancel)
    assert verdicts_in(overtaken) == ["objection"]
    assert judged.window.isWindowModified()
    judged.menu("save_session")
    answer(judged, "saved_elsewhere", BOX.Cancel)
    assert verdicts_in(overtaken) == ["objection"]


def test_what_was_saved_elsewhere_is_replaced_by_who_wants_it(overtaken, judged):
    with judged.qtbot.waitSignal(desk(judged).keeping.saved):
        answer(judged, "saved_elsewhere", named("Replace It"))
    assert verdicts_in(overtaken) == ["accepted"]
    judged.menu("verdict_3")
    with judged.qtbot.waitSignal(desk(judged).keeping.saved):
        judged.menu("save_session")
    assert verdicts_in(overtaken) == ["question"]


def test_beside_what_was_saved_elsewhere_there_is_room(overtaken, judged, tmp_path):
    answer(judged, "saved_elsewhere", named("Save As…"))
    with judged.qtbot.waitSignal(desk(judged).keeping.saved):
        judged.choose_file(tmp_path / "mine.variorum")
    assert verdicts_in(overtaken) == ["objection"]
    assert verdicts_in(tmp_path / "mine.variorum") == ["accepted"]


def test_closing_asks_before_it_replaces_what_was_saved_elsewhere(overtaken, judged):
    answer(judged, "saved_elsewhere", BOX.Cancel)
    judged.window.close()
    answer(judged, "unsaved", BOX.Save)
    answer(judged, "saved_elsewhere", BOX.Cancel)
    assert judged.window.isVisible()
    judged.window.close()
    answer(judged, "unsaved", BOX.Save)
    answer(judged, "saved_elsewhere", named("Replace It"))
    judged.until(lambda: not judged.window.isVisible())
    assert verdicts_in(overtaken) == ["accepted"]

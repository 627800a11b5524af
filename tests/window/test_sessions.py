"""Sessions in the window: saved, opened, asked about, and found again after a crash."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from drags import files, send
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton

from patience import PATIENCE, quickest
from variorum.engine import Side
from variorum.sessions import DraftFolder, read_session
from variorum.window.questions import DraftsDialog
from variorum.window.tasks import SaveSessionTask

CONTROL = Qt.KeyboardModifier.ControlModifier
BOX = QMessageBox.StandardButton
LEFT = Qt.MouseButton.LeftButton

posix = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


@pytest.fixture
def reader(open_driver):
    """A window at the first change, which is judged."""
    open_driver.window.activateWindow()
    open_driver.view.setFocus()
    open_driver.menu("first_change")
    open_driver.press(Qt.Key.Key_3, CONTROL)
    return open_driver


@pytest.fixture
def saved(reader, tmp_path) -> Path:
    """The session of that window, saved."""
    return save(reader, tmp_path / "work.variorum")


def desk(driver):
    return driver.window._desk


def verdicts(driver) -> list[str | None]:
    return [said.verdict for said in desk(driver).reviewing.review.judgements.values()]


def save(driver, path: Path) -> Path:
    driver.menu("save_session_as")
    with driver.qtbot.waitSignal(desk(driver).keeping.saved):
        driver.choose_file(path)
    return path


def answer(driver, name: str, which: object) -> None:
    """Click on a button of a question."""
    driver.until(lambda: any(b.isVisible() for b in driver.window.findChildren(QMessageBox, name)))
    box = driver.part(QMessageBox, name)
    button = box.button(which) if isinstance(which, BOX) else which(box)
    driver.qtbot.mouseClick(button, LEFT)
    driver.until(lambda: not driver.window.findChildren(QMessageBox, name))


def drafts(store) -> list[Path]:
    """The notes of all drafts on the disk."""
    return list((Path(store.fileName()).parent / "drafts").glob("*/notes.json"))


def opened_anew(make_driver, path: Path):
    driver = make_driver()
    driver.window.open_file(path)
    driver.wait_for_comparison()
    return driver


def test_the_session_is_saved_where_the_reader_says(reader, tmp_path):
    assert reader.window.isWindowModified()
    assert reader.window.windowTitle() == "draft.txt – final.txt[*] – Variorum"
    reader.press(Qt.Key.Key_S, CONTROL)
    dialog = reader.part(QFileDialog)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit.text() == "final.variorum"
    with reader.qtbot.waitSignal(desk(reader).keeping.saved):
        reader.qtbot.keyClick(edit, Qt.Key.Key_Return)
    session = read_session(tmp_path / "final.variorum")
    assert session.review == desk(reader).reviewing.review
    assert session.left.path == tmp_path / "draft.txt"
    assert not reader.window.isWindowModified()
    assert reader.window.windowTitle() == "final: draft.txt – final.txt[*] – Variorum"


def test_saving_again_asks_nothing(reader, saved):
    reader.menu("verdict_1")
    assert reader.window.isWindowModified()
    with reader.qtbot.waitSignal(desk(reader).keeping.saved):
        reader.menu("save_session")
    assert not reader.has(QFileDialog)
    assert [j.verdict for j in read_session(saved).review.judgements.values()] == ["accepted"]
    # Who takes back what was saved has something to save again.
    reader.menu("undo")
    assert reader.window.isWindowModified()
    reader.menu("redo")
    assert not reader.window.isWindowModified()


def test_a_session_is_opened_where_it_was_left(reader, make_driver, tmp_path):
    reader.menu("last_change")
    reader.view.set_active_side(Side.RIGHT)
    path = save(reader, tmp_path / "work.variorum")
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
    reader, saved, write, monkeypatch
):
    gate, entered = threading.Event(), threading.Event()
    save_session = SaveSessionTask.__call__

    def slow(self, watcher):
        entered.set()
        assert gate.wait(PATIENCE)
        return save_session(self, watcher)

    monkeypatch.setattr(SaveSessionTask, "__call__", slow)
    reader.menu("save_session")
    reader.until(entered.is_set)
    reader.window.open_pair(write("one.txt", "Goats."), write("two.txt", "Goats and bees."))
    reader.until(lambda: reader.opened.left.name == "one.txt" and reader.opened.complete)
    with reader.qtbot.waitSignal(desk(reader).keeping.saved):
        gate.set()
    assert desk(reader).keeping.file is None
    assert not reader.window.isWindowModified()
    assert in_file(saved) == ["question"]


def test_a_session_is_opened_by_a_drop(saved, make_driver):
    other = make_driver()
    data = files([saved])
    assert send(other.window, QDragEnterEvent, data, 300, 300)
    assert "session" in desk(other)._window._drops._overlay.accessibleName()
    assert send(other.window, QDropEvent, data, 300, 300)
    other.wait_for_comparison()
    assert verdicts(other) == ["question"]


@pytest.mark.parametrize("count", [1, 2])
def test_a_session_is_none_of_two_texts(saved, reader, pair, tmp_path, count):
    """What stands in its file is nothing to read."""
    other = tmp_path / "other.variorum"
    other.write_bytes(saved.read_bytes())
    desk(reader).drop((saved, pair[0] if count == 1 else other), Side.LEFT)
    reader.until(lambda: reader.has(QMessageBox))
    told = reader.part(QMessageBox).text()
    assert ".variorum” cannot be read: it is a session of Variorum" in told
    assert verdicts(reader) == ["question"]


def test_a_saved_page_is_opened_as_a_session(reader, make_driver, tmp_path):
    page = tmp_path / "page.html"
    with reader.qtbot.waitSignal(reader.window._saving.saved):
        reader.window._asking._save_page(page)
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


def test_closing_asks_and_staying_keeps_everything(reader):
    reader.window.close()
    assert reader.window.isVisible()
    answer(reader, "unsaved", BOX.Cancel)
    assert reader.window.isVisible()
    assert verdicts(reader) == ["question"]


def test_closing_asks_and_saves(reader, tmp_path):
    reader.press(Qt.Key.Key_Q, CONTROL)
    answer(reader, "unsaved", BOX.Save)
    reader.choose_file(tmp_path / "kept.variorum")
    reader.until(lambda: not reader.window.isVisible())
    assert len(read_session(tmp_path / "kept.variorum").review.judgements) == 1


def test_closing_asks_and_throws_away(reader, store):
    with reader.qtbot.waitSignal(desk(reader).keeping.draft_written):
        pass
    assert len(drafts(store)) == 1
    reader.window.close()
    answer(reader, "unsaved", BOX.Discard)
    reader.until(lambda: not reader.window.isVisible())
    reader.until(lambda: not drafts(store))


def test_who_is_asked_where_to_save_may_still_stay(reader):
    reader.window.close()
    answer(reader, "unsaved", BOX.Save)
    reader.part(QFileDialog).reject()
    reader.until(lambda: not reader.has(QFileDialog))
    assert reader.window.isVisible()
    reader.window.close()  # it asks again
    answer(reader, "unsaved", BOX.Cancel)


def test_a_session_that_cannot_be_saved_keeps_the_window_open(reader, tmp_path):
    reader.window.close()
    answer(reader, "unsaved", BOX.Save)
    (tmp_path / "folder.variorum").mkdir()
    reader.part(QFileDialog).reject()
    desk(reader)._leaving.then(reader.window._close_for_good)
    reader.until(lambda: reader.has(QMessageBox))
    reader.part(QMessageBox, "unsaved").close()
    desk(reader).keeping.save(tmp_path / "folder.variorum")
    assert "cannot be written" in reader.problem().text()
    assert reader.window.isVisible()
    assert reader.window.isWindowModified()


@pytest.mark.parametrize("way", ["pair", "sample", "session", "left"])
def test_opening_something_else_asks_first(reader, write, pair, tmp_path, way):
    other = save(reader, tmp_path / "other.variorum")
    reader.menu("verdict_1")
    window = reader.window
    {
        "pair": lambda: window.open_pair(*reversed(pair)),
        "sample": lambda: reader.menu("open_sample"),
        "session": lambda: window.open_file(other),
        "left": lambda: window.open_side(Side.LEFT, write("new.txt", "Something new.\n")),
    }[way]()
    answer(reader, "unsaved", BOX.Cancel)
    assert verdicts(reader) == ["accepted"]
    window.open_pair(*reversed(pair))
    answer(reader, "unsaved", BOX.Discard)
    reader.until(lambda: reader.opened.left.name == "final.txt")
    reader.wait_for_comparison()
    assert verdicts(reader) == []
    assert not window.isWindowModified()
    assert desk(reader).keeping.file is None


def test_a_damaged_session_is_told_and_what_is_open_stays(reader, tmp_path):
    save(reader, tmp_path / "work.variorum")
    bad = tmp_path / "bad.variorum"
    bad.write_bytes((tmp_path / "work.variorum").read_bytes()[:500])
    reader.window.open_file(bad)
    box = reader.problem()
    assert "bad.variorum" in box.text()
    assert "no sound session" in box.text()
    assert verdicts(reader) == ["question"]


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


def test_the_compared_texts_are_never_written_to(reader, pair, tmp_path):
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in pair]
    desk(reader).keeping.save(pair[0])
    assert "one of the two texts" in reader.problem().text()
    reader.close_dialogs()
    save(reader, tmp_path / "work.variorum")
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in pair] == before


# Drafts


def test_what_is_written_is_on_the_disk_within_two_seconds(open_driver, store):
    def write() -> None:
        with open_driver.qtbot.waitSignal(desk(open_driver).keeping.draft_written):
            open_driver.menu("first_change")
            open_driver.press(Qt.Key.Key_F2)
            open_driver.qtbot.keyClicks(QApplication.focusWidget(), "Why?")

    assert quickest(write, 2.0) < 2.0
    (notes,) = drafts(store)
    assert "Why?" in notes.read_text("utf-8")


def test_who_types_on_and_on_is_not_put_off(open_driver, store):
    open_driver.menu("first_change")
    open_driver.press(Qt.Key.Key_F2)
    edit = QApplication.focusWidget()
    typing = QTimer(open_driver.window, interval=20)
    typing.timeout.connect(lambda: open_driver.qtbot.keyClicks(edit, "a"))
    with open_driver.qtbot.waitSignal(desk(open_driver).keeping.draft_written):
        typing.start()
    typing.stop()
    assert drafts(store)


def test_long_texts_are_packed_before_there_is_something_to_keep(
    monkeypatch, make_driver, pair, store
):
    monkeypatch.setattr("variorum.window.keeping.LONG", 10)
    driver = make_driver()
    driver.window.open_pair(*pair)
    driver.wait_for_comparison()
    keeping = desk(driver).keeping
    driver.until(lambda: len(keeping._holder._packed) == 2)
    assert not drafts(store)
    monkeypatch.setattr("variorum.sessions.encoding.pack", lambda *_: pytest.fail("packed again"))
    with driver.qtbot.waitSignal(keeping.draft_written):
        driver.menu("first_change")
        driver.menu("reviewed")
    assert len(drafts(store)) == 1


def test_what_is_saved_is_no_draft_any_more(reader, store, tmp_path):
    reader.until(lambda: len(drafts(store)) == 1)
    save(reader, tmp_path / "work.variorum")
    reader.until(lambda: not drafts(store))


@pytest.fixture
def left_behind(reader, store):
    """A draft that somebody's process left when it was killed."""
    reader.until(lambda: len(drafts(store)) == 1)
    keeping = desk(reader).keeping
    keeping._holder._draft.release()
    keeping._holder._draft = None
    return drafts(store)[0]


def offered(make_driver):
    driver = make_driver()
    driver.window.offer_drafts()
    driver.until(lambda: driver.has(DraftsDialog))
    return driver


def test_a_draft_is_offered_and_opened(left_behind, make_driver):
    other = offered(make_driver)
    dialog = other.part(DraftsDialog)
    assert "1 note or verdict" in dialog._list.item(0).text()
    other.qtbot.mouseClick(other.part(QPushButton, "draft_open"), LEFT)
    other.wait_for_comparison()
    assert verdicts(other) == ["question"]
    assert other.window.isWindowModified()
    assert left_behind.exists()
    # It is this window's draft now: nobody else is offered it.
    third = make_driver()
    with third.qtbot.waitSignal(desk(third)._finder.succeeded):
        third.window.offer_drafts()
    assert not third.has(DraftsDialog)
    other.menu("verdict_1")
    other.until(lambda: "accepted" in left_behind.read_text("utf-8").partition("changes")[2])


def test_a_draft_is_thrown_away(left_behind, make_driver):
    other = offered(make_driver)
    other.qtbot.mouseClick(other.part(QPushButton, "draft_throw_away"), LEFT)
    other.until(lambda: not other.has(DraftsDialog))
    assert not left_behind.exists()


def test_a_draft_is_left_for_later(left_behind, make_driver):
    other = offered(make_driver)
    other.part(DraftsDialog).reject()
    assert left_behind.exists()
    offered(make_driver).part(DraftsDialog).reject()


def test_a_draft_knows_its_session(reader, store, tmp_path, make_driver):
    save(reader, tmp_path / "work.variorum")
    keeping = desk(reader).keeping
    # A draft of what was not saved yet knows of no session, and goes.
    reader.until(lambda: not keeping._timer.isActive() and not keeping._draft_worker.busy)
    assert drafts(store) == []
    reader.menu("verdict_1")
    reader.until(lambda: len(drafts(store)) == 1)
    keeping._holder._draft.release()
    keeping._holder._draft = None
    other = offered(make_driver)
    other.qtbot.mouseClick(other.part(QPushButton, "draft_open"), LEFT)
    other.wait_for_comparison()
    assert desk(other).keeping.file == tmp_path / "work.variorum"
    with other.qtbot.waitSignal(desk(other).keeping.saved):
        other.menu("save_session")
    assert len(read_session(tmp_path / "work.variorum").review.judgements) == 1
    other.until(lambda: not drafts(store))


def test_a_draft_replaces_no_later_session_unasked(reader, store, tmp_path, make_driver):
    work = save(reader, tmp_path / "work.variorum")
    keeping = desk(reader).keeping
    reader.until(lambda: not keeping._timer.isActive() and not keeping._draft_worker.busy)
    reader.menu("verdict_1")
    reader.until(lambda: len(drafts(store)) == 1)
    keeping._holder._draft.release()
    keeping._holder._draft = None
    later = drafts(store)[0].stat().st_mtime + 60
    os.utime(work, (later, later))
    other = offered(make_driver)
    other.qtbot.mouseClick(other.part(QPushButton, "draft_open"), LEFT)
    other.wait_for_comparison()
    other.menu("save_session")
    answer(other, "saved_elsewhere", BOX.Cancel)
    assert in_file(work) == ["question"]


def test_a_disk_that_is_full_is_told_and_notes_stay(reader, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("variorum.reports.files.os.fsync", full)
    reader.menu("verdict_1")
    reader.until(lambda: "not safe from a crash" in reader.window._status._notice.text())
    assert verdicts(reader) == ["accepted"]


def test_two_windows_do_not_trample_each_other(reader, make_driver, pair, store):
    other = make_driver()
    other.window.open_pair(*pair)
    other.wait_for_comparison()
    other.menu("last_change")
    other.menu("verdict_1")
    reader.until(lambda: len(drafts(store)) == 2)
    said = sorted(path.read_text("utf-8").count('"verdict":"accepted"') for path in drafts(store))
    assert said == [0, 1]


@pytest.fixture
def overtaken(saved, reader, make_driver) -> Path:
    """A session that was saved in another window, too, while this one has more to say."""
    other = opened_anew(make_driver, saved)
    other.menu("verdict_2")
    with other.qtbot.waitSignal(desk(other).keeping.saved):
        other.menu("save_session")
    reader.menu("verdict_1")
    reader.menu("save_session")
    reader.until(lambda: reader.has(QMessageBox))
    assert "“work.variorum” has been saved elsewhere" in reader.part(QMessageBox).text()
    return saved


def in_file(path: Path) -> list[str | None]:
    return [said.verdict for said in read_session(path).review.judgements.values()]


@pytest.mark.parametrize("closed", [False, True])
def test_what_was_saved_elsewhere_is_not_replaced_unasked(overtaken, reader, closed):
    if closed:
        reader.part(QMessageBox, "saved_elsewhere").close()
        reader.until(lambda: not reader.has(QMessageBox))
    else:
        answer(reader, "saved_elsewhere", BOX.Cancel)
    assert in_file(overtaken) == ["objection"]
    assert reader.window.isWindowModified()
    reader.menu("save_session")
    answer(reader, "saved_elsewhere", BOX.Cancel)
    assert in_file(overtaken) == ["objection"]


def test_what_was_saved_elsewhere_is_replaced_by_who_wants_it(overtaken, reader):
    with reader.qtbot.waitSignal(desk(reader).keeping.saved):
        answer(reader, "saved_elsewhere", named("Replace It"))
    assert in_file(overtaken) == ["accepted"]
    reader.menu("verdict_3")
    with reader.qtbot.waitSignal(desk(reader).keeping.saved):
        reader.menu("save_session")
    assert in_file(overtaken) == ["question"]


def test_beside_what_was_saved_elsewhere_there_is_room(overtaken, reader, tmp_path):
    answer(reader, "saved_elsewhere", named("Save As…"))
    with reader.qtbot.waitSignal(desk(reader).keeping.saved):
        reader.choose_file(tmp_path / "mine.variorum")
    assert in_file(overtaken) == ["objection"]
    assert in_file(tmp_path / "mine.variorum") == ["accepted"]


def named(text: str):
    """The button of a box that says this."""
    return lambda box: next(b for b in box.buttons() if b.text().replace("&", "") == text)


def test_closing_asks_before_it_replaces_what_was_saved_elsewhere(overtaken, reader):
    answer(reader, "saved_elsewhere", BOX.Cancel)
    reader.window.close()
    answer(reader, "unsaved", BOX.Save)
    answer(reader, "saved_elsewhere", BOX.Cancel)
    assert reader.window.isVisible()
    reader.window.close()
    answer(reader, "unsaved", BOX.Save)
    answer(reader, "saved_elsewhere", named("Replace It"))
    reader.until(lambda: not reader.window.isVisible())
    assert in_file(overtaken) == ["accepted"]


def test_a_draft_knows_which_version_of_its_session_it_goes_on_from(
    overtaken, reader, store, make_driver
):
    """Written after that was replaced elsewhere, too."""
    answer(reader, "saved_elsewhere", BOX.Cancel)
    reader.menu("verdict_4")
    reader.until(lambda: any('"later"' in p.read_text("utf-8") for p in drafts(store)))
    keeping = desk(reader).keeping
    reader.until(lambda: not keeping._timer.isActive() and not keeping._draft_worker.busy)
    keeping._holder._draft.release()
    keeping._holder._draft = None
    long_ago = drafts(store)[0].stat().st_mtime - 60
    os.utime(overtaken, (long_ago, long_ago))
    other = offered(make_driver)
    other.qtbot.mouseClick(other.part(QPushButton, "draft_open"), LEFT)
    other.wait_for_comparison()
    other.menu("save_session")
    answer(other, "saved_elsewhere", BOX.Cancel)
    assert in_file(overtaken) == ["objection"]


KILLED = """
import sys
import threading
from pathlib import Path
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from variorum.window.main_window import MainWindow
from variorum.window.settings import Settings

application = QApplication([])
window = MainWindow(Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
window.show()
window._desk.keeping.draft_written.connect(lambda: print("written", flush=True))

def judge(*_):
    window._actions["first_change"].trigger()
    window._actions["write_note"].trigger()
    QTest.keyClicks(window._desk.panel._edit, "Not lost")

window._comparing.ended.connect(judge)
window.open_pair(Path(sys.argv[2]), Path(sys.argv[3]))
application.exec()
"""


@posix
def test_a_program_that_is_killed_loses_no_note(pair, tmp_path, make_driver, store):
    command = [sys.executable, "-c", KILLED, store.fileName(), *map(str, pair)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
        process.send_signal(signal.SIGKILL)
    other = offered(make_driver)
    other.qtbot.mouseClick(other.part(QPushButton, "draft_open"), LEFT)
    other.wait_for_comparison()
    notes = [said.note for said in desk(other).reviewing.review.judgements.values()]
    assert notes == ["Not lost"]
    assert list(DraftFolder(tmp_path / "drafts").found()) == []

"""Drafts in the window: what a crash leaves of a review, and how it is found again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from saved_sessions import BOX, LEFT, answer, desk, drafts, save, verdicts, verdicts_in

from patience import quickest
from variorum.sessions import DraftFolder, read_session
from variorum.window.questions import DraftsDialog

posix = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


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


def test_what_is_saved_is_no_draft_any_more(judged, store, tmp_path):
    judged.until(lambda: len(drafts(store)) == 1)
    save(judged, tmp_path / "work.variorum")
    judged.until(lambda: not drafts(store))


def until_written(driver):
    """Wait until nothing is about to be written as a draft."""
    keeping = desk(driver).keeping
    driver.until(lambda: not keeping._timer.isActive() and not keeping._draft_worker.busy)


def leave_behind(driver):
    """Let go of the draft, as a process does that is killed."""
    holder = desk(driver).keeping._holder
    holder._draft.release()
    holder._draft = None


@pytest.fixture
def left_behind(judged, store):
    """A draft that somebody's process left when it was killed."""
    judged.until(lambda: len(drafts(store)) == 1)
    leave_behind(judged)
    return drafts(store)[0]


def offered(make_driver):
    driver = make_driver()
    driver.window.offer_drafts()
    driver.until(lambda: driver.has(DraftsDialog))
    return driver


def recovered(make_driver):
    """A window in which the draft that is offered was opened."""
    driver = offered(make_driver)
    driver.qtbot.mouseClick(driver.part(QPushButton, "draft_open"), LEFT)
    driver.wait_for_comparison()
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


def test_a_draft_knows_its_session(judged, store, tmp_path, make_driver):
    save(judged, tmp_path / "work.variorum")
    # A draft of what was not saved yet knows of no session, and goes.
    until_written(judged)
    assert drafts(store) == []
    judged.menu("verdict_1")
    judged.until(lambda: len(drafts(store)) == 1)
    leave_behind(judged)
    other = recovered(make_driver)
    assert desk(other).keeping.file == tmp_path / "work.variorum"
    with other.qtbot.waitSignal(desk(other).keeping.saved):
        other.menu("save_session")
    assert len(read_session(tmp_path / "work.variorum").review.judgements) == 1
    other.until(lambda: not drafts(store))


def test_a_draft_replaces_no_later_session_unasked(judged, store, tmp_path, make_driver):
    work = save(judged, tmp_path / "work.variorum")
    until_written(judged)
    judged.menu("verdict_1")
    judged.until(lambda: len(drafts(store)) == 1)
    leave_behind(judged)
    later = drafts(store)[0].stat().st_mtime + 60
    os.utime(work, (later, later))
    other = recovered(make_driver)
    other.menu("save_session")
    answer(other, "saved_elsewhere", BOX.Cancel)
    assert verdicts_in(work) == ["question"]


def test_a_disk_that_is_full_is_told_and_notes_stay(judged, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("variorum.reports.files.os.fsync", full)
    judged.menu("verdict_1")
    judged.until(lambda: "not safe from a crash" in judged.window._status._notice.text())
    assert verdicts(judged) == ["accepted"]


def test_two_windows_do_not_trample_each_other(judged, make_driver, pair, store):
    other = make_driver()
    other.window.open_pair(*pair)
    other.wait_for_comparison()
    other.menu("last_change")
    other.menu("verdict_1")
    judged.until(lambda: len(drafts(store)) == 2)
    said = sorted(path.read_text("utf-8").count('"verdict":"accepted"') for path in drafts(store))
    assert said == [0, 1]


def test_a_draft_knows_which_version_of_its_session_it_goes_on_from(
    overtaken, judged, store, make_driver
):
    """Written after that was replaced elsewhere, too."""
    answer(judged, "saved_elsewhere", BOX.Cancel)
    judged.menu("verdict_4")
    judged.until(lambda: any('"later"' in p.read_text("utf-8") for p in drafts(store)))
    until_written(judged)
    leave_behind(judged)
    long_ago = drafts(store)[0].stat().st_mtime - 60
    os.utime(overtaken, (long_ago, long_ago))
    other = recovered(make_driver)
    other.menu("save_session")
    answer(other, "saved_elsewhere", BOX.Cancel)
    assert verdicts_in(overtaken) == ["objection"]


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
    other = recovered(make_driver)
    notes = [said.note for said in desk(other).reviewing.review.judgements.values()]
    assert notes == ["Not lost"]
    assert list(DraftFolder(tmp_path / "drafts").found()) == []

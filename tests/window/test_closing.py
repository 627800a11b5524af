"""Closing the window while something is under way: what is asked then, and that nothing is lost."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QMessageBox

from patience import PATIENCE
from variorum import sessions
from variorum.engine import Side
from variorum.sessions import read_session


class SlowDisk:
    """Writes a session no sooner than it is let go."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.entered = threading.Event()
        self._write = sessions.write_session

    def __call__(self, *what):
        self.entered.set()
        self.gate.wait(PATIENCE)
        return self._write(*what)


@pytest.fixture
def disk(monkeypatch):
    found = SlowDisk()
    monkeypatch.setattr("variorum.sessions.write_session", found)
    yield found
    found.gate.set()


def keeping(driver):
    return driver.window._desk.keeping


def note(driver, words: str) -> None:
    driver.window._desk.reviewing.write(driver.opened.marks.changes[0], words)


def answer(driver, button: QMessageBox.StandardButton) -> None:
    driver.problem().button(button).click()


def test_a_pin_whose_texts_are_still_being_aligned_is_asked_about(open_driver, slow, tmp_path):
    open_driver.view.set_active_side(Side.LEFT)
    open_driver.view.place_caret(Side.LEFT, 3)
    open_driver.menu("keep_apart")
    open_driver.until(slow.entered.is_set)
    open_driver.window.close()
    assert open_driver.problem().text() == "Your pins are not saved."
    keeping(open_driver).save(tmp_path / "pins.variorum")
    open_driver.until(lambda: not keeping(open_driver).busy)
    assert len(read_session(tmp_path / "pins.variorum").pins) == 1


def test_a_pin_that_is_given_up_is_not_asked_about(open_driver, slow):
    open_driver.view.place_caret(Side.LEFT, 3)
    open_driver.menu("keep_apart")
    open_driver.until(slow.entered.is_set)
    open_driver.menu("stop")
    assert not keeping(open_driver).unsaved
    open_driver.window.close()
    assert not open_driver.window.isVisible()


def test_a_pin_that_waits_for_its_comparison_gives_way_to_no_other(open_driver, slow):
    open_driver.view.place_caret(Side.LEFT, 3)
    open_driver.menu("keep_apart")
    open_driver.until(slow.entered.is_set)
    reviewing = open_driver.window._desk.reviewing
    waiting = reviewing.decided
    assert len(waiting) == 1
    reviewing.pin((*waiting, *waiting))
    assert reviewing.decided == waiting


def test_what_is_said_while_it_is_saved_is_asked_about_too(open_driver, disk, tmp_path):
    path = tmp_path / "notes.variorum"
    disk.gate.set()
    with open_driver.qtbot.waitSignal(keeping(open_driver).saved):
        keeping(open_driver).save(path)
    disk.gate.clear()
    note(open_driver, "one")
    open_driver.window.close()
    answer(open_driver, QMessageBox.StandardButton.Save)
    note(open_driver, "two")
    disk.gate.set()
    answer(open_driver, QMessageBox.StandardButton.Save)
    open_driver.until(lambda: not open_driver.window.isVisible())
    assert [said.note for said in read_session(path).review.judgements.values()] == ["two"]


def test_notes_are_saved_once_though_their_texts_are_still_being_compared(
    open_driver, slow, tmp_path
):
    path = tmp_path / "notes.variorum"
    note(open_driver, "one")
    slow.give_partial = True
    open_driver.menu("reload")
    open_driver.until(lambda: not open_driver.opened.complete)
    with open_driver.qtbot.waitSignal(keeping(open_driver).saved):
        keeping(open_driver).save(path)
    assert not keeping(open_driver).unsaved
    open_driver.window.close()
    assert not open_driver.window.isVisible()
    assert [said.note for said in read_session(path).review.judgements.values()] == ["one"]


def test_notes_that_are_saved_are_not_said_to_be_lost(open_driver, tmp_path):
    note(open_driver, "one")
    with open_driver.qtbot.waitSignal(keeping(open_driver).saved):
        keeping(open_driver).save(tmp_path / "notes.variorum")
    before = open_driver.opened
    open_driver.menu("tolerate_case")
    open_driver.until(lambda: open_driver.opened is not before)
    open_driver.wait_for_comparison()
    assert keeping(open_driver).unsaved
    open_driver.window.close()
    assert "Your notes are." in open_driver.problem().text()
    answer(open_driver, QMessageBox.StandardButton.Cancel)
    note(open_driver, "two")
    open_driver.window.close()
    open_driver.until(lambda: open_driver.problem().text() == "Your notes are not saved.")

"""The menu of recent sessions: what it offers, and that no disk keeps the window waiting."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QMenu

from patience import PATIENCE
from variorum.readers import find_file
from variorum.window.settings import MOST_RECENT, Settings


@pytest.fixture
def saved(open_driver, tmp_path):
    """A session that was saved here."""
    path = tmp_path / "work.variorum"
    with open_driver.qtbot.waitSignal(open_driver.window._desk.keeping.saved):
        open_driver.window._desk.keeping.save(path)
    return path


def menu(driver) -> QMenu:
    return driver.window._actions.menu("recent_sessions")


def file_menu(driver) -> QMenu:
    above = menu(driver).parent()
    assert isinstance(above, QMenu)
    return above


def offered(driver) -> list[str]:
    return [str(entry.data()) for entry in menu(driver).actions() if entry.isEnabled()]


def test_a_session_is_opened_from_the_menu(saved, make_driver):
    other = make_driver()
    (entry,) = menu(other).actions()
    assert "work.variorum" in entry.text()
    entry.trigger()
    other.wait_for_comparison()
    assert other.window._desk.keeping.file == saved


def test_one_that_is_gone_is_not_offered(saved, make_driver):
    other = make_driver()
    assert offered(other) == [str(saved)]
    saved.unlink()
    file_menu(other).aboutToShow.emit()
    other.until(lambda: offered(other) == [])
    (entry,) = menu(other).actions()
    assert entry.text() == "None yet"
    saved.touch()
    menu(other).aboutToShow.emit()
    other.until(lambda: offered(other) == [str(saved)])


def test_one_that_was_gone_is_offered_when_it_is_saved_again(saved, open_driver):
    saved.unlink()
    file_menu(open_driver).aboutToShow.emit()
    open_driver.until(lambda: offered(open_driver) == [])
    keeping = open_driver.window._desk.keeping
    with open_driver.qtbot.waitSignal(keeping.saved):
        keeping.save(saved)
    assert offered(open_driver) == [str(saved)]


def test_what_a_disk_does_not_answer_for_is_not_offered(store, make_driver, tmp_path):
    # As of a folder that is closed by now, or a disk of the network that is out of reach.
    nowhere = tmp_path / ("n" * 1000)
    with pytest.raises(OSError, match="long"):
        nowhere.stat()
    Settings(store).remember_session(nowhere / "work.variorum")
    driver = make_driver()
    menu(driver).aboutToShow.emit()
    driver.until(lambda: offered(driver) == [])


def test_older_ones_take_the_place_of_those_that_are_gone(store, make_driver, write, tmp_path):
    settings = Settings(store)
    there = [write(f"{number}.variorum", "") for number in range(MOST_RECENT + 2)]
    gone = [tmp_path / f"gone-{number}.variorum" for number in range(MOST_RECENT)]
    for path in (*there, *gone):
        settings.remember_session(path)
    driver = make_driver()
    assert len(offered(driver)) == MOST_RECENT
    menu(driver).aboutToShow.emit()
    latest = [str(path) for path in there[:1:-1]]
    driver.until(lambda: offered(driver) == latest)


def test_a_disk_that_does_not_answer_keeps_nobody_waiting(
    store, make_driver, write, tmp_path, monkeypatch
):
    gate, entered, threads = threading.Event(), threading.Event(), set()

    def out_of_reach(path):
        threads.add(threading.current_thread())
        entered.set()
        assert gate.wait(PATIENCE)
        return find_file(path)

    monkeypatch.setattr("variorum.window.tasks.find_file", out_of_reach)
    there, gone = write("there.variorum", ""), tmp_path / "gone.variorum"
    for path in (there, gone):
        Settings(store).remember_session(path)
    driver = make_driver()
    assert not entered.is_set()
    file_menu(driver).aboutToShow.emit()
    menu(driver).aboutToShow.emit()
    driver.until(entered.is_set)
    assert offered(driver) == [str(gone), str(there)]
    gate.set()
    driver.until(lambda: offered(driver) == [str(there)])
    assert threading.main_thread() not in threads
    # The same answer again leaves the entries that somebody may be about to choose.
    entry = menu(driver).actions()[0]
    menu(driver).aboutToShow.emit()
    driver.until(lambda: not driver.window._desk._recent._worker.busy)
    assert menu(driver).actions()[0] is entry

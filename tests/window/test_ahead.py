"""The words of what is open are marked while nothing else is to be done."""

from __future__ import annotations

import threading
import time

import pytest

from patience import PATIENCE
from variorum.engine import Comparison, Document, compare, rows_to_look_at
from variorum.engine.later import Way
from variorum.window.ahead import MarkingAhead
from variorum.window.jobs import Worker
from variorum.window.marking import MarkAheadTask, Pace

LEFT = "\n\n".join(f"Paragraph {n} speaks of the old mill by the river." for n in range(40))
RIGHT = LEFT.replace("old", "ancient").replace("river.", "stream.")


def is_marked(comparison: Comparison) -> list[bool]:
    """For each row that differs whether its words are marked."""
    rows = [row for _, row in rows_to_look_at(comparison.rows) if row.two_sided]
    return [not isinstance(row._edits, Way) for row in rows]


@pytest.fixture
def ahead(driver) -> MarkingAhead:
    found = driver.window.findChild(MarkingAhead)
    found._idle.setInterval(0)
    return found


@pytest.fixture
def worker(qapp):  # noqa: ARG001 - signals need an application
    worker = Worker("ahead in a test")
    yield worker
    worker.close()


def long_pair(write):
    return write("mill.txt", LEFT), write("mill2.txt", RIGHT)


def test_words_are_marked_before_anybody_asks(driver, ahead, write):
    driver.window.open_pair(*long_pair(write))
    driver.wait_for_comparison()
    comparison = driver.opened.marks.comparison
    assert len(is_marked(comparison)) == 40
    driver.until(lambda: all(is_marked(comparison)) and not ahead.busy)


def test_other_work_stops_it_and_the_newer_comparison_is_marked(driver, ahead, write, monkeypatch):
    resting = threading.Event()

    def rest_for_long(_pace, watcher):
        resting.set()
        watcher.rest(PATIENCE)

    with monkeypatch.context() as patch:
        patch.setattr(Pace, "keep", rest_for_long)
        driver.window.open_pair(*long_pair(write))
        driver.until(lambda: ahead.busy and resting.is_set())
    before = driver.opened
    driver.menu("reload")
    assert not ahead.busy
    driver.until(lambda: driver.opened is not before and not driver.window._comparing.busy)
    driver.until(lambda: all(is_marked(driver.opened.marks.comparison)))


def test_the_page_is_written_without_it(driver, ahead, write, tmp_path, monkeypatch):
    monkeypatch.setattr(Pace, "keep", lambda _pace, watcher: watcher.rest(PATIENCE))
    driver.window.open_pair(*long_pair(write))
    driver.until(lambda: ahead.busy)
    with driver.qtbot.waitSignal(driver.window._saving.saved):
        driver.window._asking._save_page(tmp_path / "page.html")
        assert not ahead.busy
    assert "ancient" in (tmp_path / "page.html").read_text("utf-8")
    driver.until(lambda: ahead.busy)


def test_it_rests_while_somebody_scrolls(driver, ahead):
    ahead._pace._quiet_from = 0.0
    driver.window._view.scrolled.emit()
    assert ahead._pace._quiet_from > time.monotonic()


def test_it_ends_at_once_with_the_window(driver, ahead, write, monkeypatch):
    monkeypatch.setattr(Pace, "keep", lambda _pace, watcher: watcher.rest(PATIENCE))
    driver.window.open_pair(*long_pair(write))
    driver.until(lambda: ahead.busy)
    began = time.monotonic()
    driver.window.close()
    assert not ahead.busy
    assert not ahead._idle.isActive()
    assert time.monotonic() - began < PATIENCE / 2


def test_it_does_not_mark_more_than_its_share(worker, qtbot, monkeypatch):
    comparison = compare(Document.from_text(LEFT), Document.from_text(RIGHT))
    monkeypatch.setattr(MarkAheadTask, "MOST", 7)
    with qtbot.waitSignal(worker.succeeded):
        worker.start(MarkAheadTask(comparison, Pace()))
    assert is_marked(comparison) == [True] * 7 + [False] * 33


def test_it_works_in_slices():
    pace, rests = Pace(), []
    watcher = Resting(rests)
    pace.keep(watcher)
    pace.keep(watcher)
    assert rests == [Pace.REST], "it goes on until the slice is over"
    pace._slice_until = 0.0
    pace.keep(watcher)
    assert rests == [Pace.REST] * 2


def test_it_stays_quiet_while_a_person_is_at_work():
    pace, rests = Pace(), []
    pace.give_way()
    pace.keep(Resting(rests, lambda: setattr(pace, "_quiet_from", 0.0)))
    short, long = rests
    assert short == Pace.REST
    assert Pace.REST < long <= Pace.QUIET


class Resting:
    """A watcher that writes down how long a task rests, and lets nobody wait."""

    def __init__(self, rests, after_long=lambda: None):
        self.rests = rests
        self.after_long = after_long

    def check(self): ...

    def rest(self, seconds):
        self.rests.append(seconds)
        if seconds > Pace.REST:
            self.after_long()

"""The worker: nothing is lost, nothing old is heard, closing is quick."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from PySide6.QtWidgets import QWidget

from patience import PATIENCE
from variorum.window.jobs import TO_STOP, Watcher, Worker, end_all, take_short_turns


class Ear(QObject):
    """Writes down what a worker reports, and in which thread it was told."""

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.fractions: list[float] = []
        self.threads: set[QThread] = set()
        worker.succeeded.connect(self.on_end)
        worker.failed.connect(self.on_end)
        worker.partial.connect(self.on_partial)
        worker.progressed.connect(self.on_progress)

    @Slot(object)
    def on_end(self, report):
        self.threads.add(QThread.currentThread())
        self.heard.append(getattr(report, "value", None) or report.error)

    @Slot(object)
    def on_partial(self, report):
        self.threads.add(QThread.currentThread())
        self.heard.append(report.value)

    @Slot(object)
    def on_progress(self, report):
        self.fractions.append(report.fraction)


@pytest.fixture
def worker(qapp):  # noqa: ARG001 - signals need an application
    worker = Worker("testing")
    yield worker
    worker.close()


def wait_for_stop(watcher):
    """A task that goes on until it is asked to stop."""
    while not watcher.cancelled():
        sum(range(1_000))  # work
    watcher.check()


def test_all_results_arrive_in_the_windows_thread(worker, qtbot):
    ear = Ear(worker)
    for number in range(1, 201):
        with qtbot.waitSignal(worker.succeeded):
            worker.start(lambda _watcher, number=number: number)
    assert ear.heard == list(range(1, 201))
    assert ear.threads == {QThread.currentThread()}
    assert not worker.busy


def test_a_newer_job_makes_the_older_worthless(worker, qtbot):
    ear = Ear(worker)
    started = threading.Event()

    def older(watcher):
        started.set()
        wait_for_stop(watcher)

    def stubborn(watcher):
        watcher.partial("from a stopped job")
        return "too late"

    worker.start(older)
    assert started.wait(PATIENCE)
    worker.start(stubborn)
    with qtbot.waitSignal(worker.succeeded):
        worker.start(lambda _watcher: "newest")
    assert ear.heard == ["newest"]


def test_stop_is_immediate_and_final(worker, qtbot):
    ear = Ear(worker)
    started, ended = threading.Event(), threading.Event()

    def task(watcher):
        watcher.partial("first sight")
        started.set()
        while not watcher.cancelled():
            sum(range(1_000))  # work
        ended.set()
        return "a result nobody wants"

    with qtbot.waitSignal(worker.partial):
        worker.start(task)
    assert started.wait(PATIENCE)
    worker.stop()
    assert not worker.busy
    assert ended.wait(PATIENCE)
    with qtbot.waitSignal(worker.succeeded):
        worker.start(lambda _watcher: "next")
    assert ear.heard == ["first sight", "next"]


def test_failures_are_told(worker, qtbot):
    ear = Ear(worker)

    def broken(_watcher):
        raise ValueError("no such thing")

    with qtbot.waitSignal(worker.failed):
        worker.start(broken)
    assert [str(error) for error in ear.heard] == ["no such thing"]
    assert not worker.busy


def test_progress_is_told_but_not_too_often(worker, qtbot):
    ear = Ear(worker)

    def busy(watcher):
        for step in range(20_000):
            watcher.progress(step / 20_000, "counting")
        return "counted"

    with qtbot.waitSignal(worker.succeeded):
        worker.start(busy)
    assert 1 <= len(ear.fractions) < 200
    assert ear.fractions == sorted(ear.fractions)


def test_closing_in_mid_work_is_silent_and_waits_for_nothing(qapp):
    for _ in range(50):
        worker = Worker("closing")
        ear = Ear(worker)
        started, closed, ended = threading.Event(), threading.Event(), threading.Event()

        def task(watcher, started=started, closed=closed, ended=ended):
            started.set()
            while not watcher.cancelled():
                watcher.partial("still here")
            closed.wait(PATIENCE)
            ended.set()
            return "done"

        worker.start(task)
        assert started.wait(PATIENCE)
        worker.close()
        assert not ended.is_set(), "it waited for the task"
        closed.set()
        heard = len(ear.heard)
        qapp.processEvents()
        assert len(ear.heard) == heard
        worker.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_closing_can_let_the_work_finish():
    worker = Worker("finishing")
    go, done = threading.Event(), threading.Event()

    def task(_watcher):
        go.wait(PATIENCE)
        done.set()

    worker.start(task)
    worker.close(finish=True)
    assert not done.is_set()
    go.set()
    assert done.wait(PATIENCE)


def test_a_stopped_job_that_does_not_end_keeps_the_next_one_waiting_no_longer_than_a_moment(qtbot):
    worker = Worker("reading", waits_for_stopped=False)
    ear = Ear(worker)
    entered, answers = threading.Event(), threading.Event()

    def read_from_a_dead_disk(_watcher):
        entered.set()
        answers.wait(PATIENCE)
        return "the first"

    worker.start(read_from_a_dead_disk)
    assert entered.wait(PATIENCE)
    worker.stop()
    with qtbot.waitSignal(worker.succeeded):
        worker.start(lambda _watcher: "the second")
    assert not end_all()
    answers.set()
    with qtbot.waitSignal(worker.succeeded):
        worker.start(lambda _watcher: "the third")
    assert ear.heard == ["the second", "the third"]
    worker.close()
    assert end_all()


def test_jobs_that_write_never_meet(qtbot, worker):
    entered, answers = threading.Event(), threading.Event()
    order = []

    def write(_watcher):
        entered.set()
        answers.wait(PATIENCE)
        order.append("the first")

    worker.start(write)
    assert entered.wait(PATIENCE)
    with qtbot.waitSignal(worker.succeeded):
        worker.start(lambda _watcher: order.append("the second"))
        threading.Timer(2 * TO_STOP, answers.set).start()
    assert order == ["the first", "the second"]


@pytest.mark.usefixtures("qapp")
def test_at_the_end_what_is_to_be_finished_is_waited_for():
    worker = Worker("finishing")
    entered, go = threading.Event(), threading.Event()
    done = []

    def task(_watcher):
        entered.set()
        go.wait(PATIENCE)
        done.append("written")

    worker.start(task)
    assert entered.wait(PATIENCE)
    worker.close(finish=True)
    threading.Timer(2 * TO_STOP, go.set).start()
    assert end_all()
    assert done == ["written"]


def test_short_turns_let_the_window_in_at_once():
    before = sys.getswitchinterval()
    try:
        take_short_turns()
        assert sys.getswitchinterval() < before / 5
    finally:
        sys.setswitchinterval(before)


def test_a_task_waits_until_the_window_has_taken_a_partial_result(worker, qtbot):
    order: list[str] = []

    def task(watcher: Watcher) -> str:
        watcher.partial("half")
        order.append("went on")
        return "whole"

    worker.partial.connect(lambda _report: order.append("taken"))
    with qtbot.waitSignal(worker.succeeded):
        worker.start(task)
    assert order == ["taken", "went on"]


def test_a_task_waits_until_a_partial_result_is_painted(worker, qtbot):
    order: list[str] = []

    class Paper(QWidget):
        def paintEvent(self, _event) -> None:  # noqa: N802 - Qt's name
            order.append("painted")

    paper = Paper()
    qtbot.addWidget(paper)
    with qtbot.waitExposed(paper):
        paper.show()

    def task(watcher: Watcher) -> str:
        watcher.partial("half")
        order.append("went on")
        return "whole"

    worker.partial.connect(lambda _report: paper.update())
    order.clear()
    with qtbot.waitSignal(worker.succeeded):
        worker.start(task)
    assert order == ["painted", "went on"]


def test_a_stopped_task_waits_for_nobody(worker):
    begun, gone_on = threading.Event(), threading.Event()

    def task(watcher: Watcher) -> None:
        begun.set()
        watcher.partial("half")
        gone_on.set()

    worker.start(task)
    # Nothing is delivered meanwhile: this thread waits.
    assert begun.wait(PATIENCE)
    worker.stop()
    assert gone_on.wait(PATIENCE)

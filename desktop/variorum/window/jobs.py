"""Long work beside the window: the only code that knows threads.

Imports the standard library and Qt's signals; knows nothing of texts. A worker does one job at a
time in a thread of its own. Reports travel to the window as frozen objects through one signal,
which the worker, an object of the window's thread, owns: so none is lost, and every slot runs in
the window's thread. A newer job makes the older one worthless: it is asked to stop, and whatever
it still reports is dropped by its number.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

BETWEEN_REPORTS: Final = 0.1
"""Seconds between two reports of progress: ten a second look smooth, and each takes the interpreter
from the work itself."""


TURN: Final = 0.0005
"""Seconds until a thread that computes lets another one in. With Python's own 5 ms the window,
which comes and goes at each call of Qt, took half a second to draw the first result of a novel."""


UNTIL_PAINTED: Final = 12
"""Milliseconds until what the window shows anew is painted, or being painted: platforms wait five
for what else changes. A worker that goes on before that makes the painting take twice as long."""

LONGEST_WAIT: Final = 0.25
"""Seconds that a worker waits at most until the window has taken what it hands over."""

TO_STOP: Final = 0.25
"""Seconds that are given to a job that was stopped: those that compute end in a fraction of it. One
that waits for a disk that does not answer may never end, and nobody is to wait for it."""


def take_short_turns() -> None:
    """Let the window in at once when it has something to do beside a worker; for this process."""
    sys.setswitchinterval(TURN)


class Stopped(Exception):  # noqa: N818 - it is no error, but a wish that was granted
    """Raised by a task that was asked to stop; there is no result."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is."""

    job: int
    fraction: float
    """0 to 1."""
    stage: str
    """What is being done, as the task names it."""


@dataclass(frozen=True, slots=True)
class Partial:
    """A result that is not complete yet."""

    job: int
    value: object
    taken: Event = field(default_factory=Event, compare=False)
    """Set as soon as the window has taken and painted it."""


@dataclass(frozen=True, slots=True)
class Success:
    """The end of a job that went well."""

    job: int
    value: object
    """Whatever the task returned."""


@dataclass(frozen=True, slots=True)
class Failure:
    """The end of a job that went wrong."""

    job: int
    error: Exception
    """Whatever the task raised."""


Report = Progress | Partial | Success | Failure


class _Collector:
    """Python's collector of cycles, which is one for the whole process; paused while a job runs.

    It runs in whichever thread happens to allocate, and would destroy parts of a window in the
    worker's thread, which Qt forbids. Besides, a comparison makes a million objects and no
    cycles: looking through them would stop the window for nothing, so they are set aside.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._jobs = 0

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Do something without it."""
        with self._lock:
            self._jobs += 1
            gc.disable()
        try:
            yield
        finally:
            with self._lock:
                self._jobs -= 1
                if not self._jobs:
                    gc.freeze()
                    gc.enable()


_COLLECTOR: Final = _Collector()


class Watcher:
    """What a task is handed: it tells how far it is and asks whether to go on.

    Its methods are called in the thread of the worker.
    """

    def __init__(self, job: int, post: Callable[[Report], None]) -> None:
        self._job = job
        self._post = post
        self._stop = Event()
        self._waits_for = Event()
        self._next_report = 0.0
        self._stage = ""

    def progress(self, fraction: float, stage: str) -> None:
        """Tell how much is done, 0 to 1; may be called as often as is convenient.

        A new stage is always reported: it may be a long one.
        """
        now = time.monotonic()
        if now >= self._next_report or stage != self._stage:
            self._next_report = now + BETWEEN_REPORTS
            self._stage = stage
            self._post(Progress(self._job, fraction, stage))

    def partial(self, value: object) -> None:
        """Hand over a result that is not complete yet; it must not change any more.

        Waits until the window has taken it: both want the interpreter, and people wait for what
        they see.
        """
        report = Partial(self._job, value)
        self._waits_for = report.taken
        self._post(report)
        if not self._stop.is_set():
            report.taken.wait(LONGEST_WAIT)

    def cancelled(self) -> bool:
        """Whether nobody wants the result any more."""
        return self._stop.is_set()

    def check(self) -> None:
        """Ask whether to go on.

        Raises:
            Stopped: nobody wants the result any more.
        """
        if self._stop.is_set():
            raise Stopped

    def rest(self, seconds: float) -> None:
        """Do nothing for a while, so that whoever is in a hurry has the processor to itself.

        Raises:
            Stopped: nobody wants the result any more; at once.
        """
        if self._stop.wait(seconds):
            raise Stopped

    def stop(self) -> None:
        """Ask the task to stop; returns at once."""
        self._stop.set()
        self._waits_for.set()


Task = Callable[[Watcher], object]
"""Work that may take long. It raises `Stopped`, or just returns, soon after `cancelled()`."""


_UNDER_WAY: Final[set[Future[None]]] = set()
"""The jobs that have not ended, of all workers, wanted or not."""

_TO_FINISH: Final[set[Future[None]]] = set()
"""Those of them that were let go on when their worker was closed."""


def end_all() -> bool:
    """Wait for the jobs that are to be finished, and no longer for those that were stopped.

    To be called at the end of the process, when all workers are closed.

    Returns:
        Whether nothing is at work any more; if not, Python would wait for it for ever.
    """
    wait(tuple(_TO_FINISH))
    return not wait(tuple(_UNDER_WAY), TO_STOP).not_done


class Worker(QObject):
    """Does one job at a time in a thread, and tells the window how it goes."""

    progressed = Signal(object)
    """A `Progress` of the current job."""
    partial = Signal(object)
    """A `Partial` of the current job."""
    succeeded = Signal(object)
    """The `Success` of the current job, which is over."""
    failed = Signal(object)
    """The `Failure` of the current job, which is over."""

    _reported = Signal(object)

    def __init__(
        self, name: str, parent: QObject | None = None, *, waits_for_stopped: bool = True
    ) -> None:
        """Make a worker; its thread starts with the first job.

        Args:
            name: of its thread.
            parent: of Qt's.
            waits_for_stopped: a job begins when the one before has ended, as it must where both
                write; where jobs read, a disk that does not answer is not to keep the next waiting.
        """
        super().__init__(parent)
        self._name = name
        self._waits_for_stopped = waits_for_stopped
        self._pool = self._make_pool()
        self._last: Future[None] | None = None
        self._watcher: Watcher | None = None
        self._job = 0
        self._lock = Lock()
        self._closed = False
        self._reported.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Whether a job is under way whose result is wanted."""
        return self._watcher is not None

    def start(self, task: Task) -> int:
        """Begin a job, in place of the current one if there is any.

        Returns:
            The number of the job, which its reports carry.
        """
        self.stop()
        self._job += 1
        self._watcher = Watcher(self._job, self._post)
        before = self._last
        if before is not None and not before.done() and not self._waits_for_stopped:
            self._pool.shutdown(wait=False)
            self._pool = self._make_pool()
        self._last = self._pool.submit(self._run, task, self._watcher, self._job, before)
        _UNDER_WAY.add(self._last)
        self._last.add_done_callback(_forget)
        return self._job

    def _make_pool(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)

    def stop(self) -> None:
        """Give up the current job, if there is any: nothing more is heard of it."""
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher = None

    def close(self, *, finish: bool = False) -> None:
        """Take no more jobs, and report nothing any more; returns at once.

        Args:
            finish: let the current job run to its end unseen, rather than stop it.
        """
        if not finish:
            self.stop()
        elif self._last is not None and not self._last.done():
            _TO_FINISH.add(self._last)
        self._watcher = None
        # Under the lock, so that no report is on its way when this object is deleted.
        with self._lock:
            self._closed = True
        self._pool.shutdown(wait=False, cancel_futures=not finish)

    def _run(self, task: Task, watcher: Watcher, job: int, before: Future[None] | None) -> None:
        """In the worker's thread: do a job and report its end.

        Args:
            task: what is to be done.
            watcher: says whether anybody still wants it.
            job: its number.
            before: the job before, which was stopped: it has a moment to end.
        """
        if before is not None:
            wait([before], TO_STOP)
        with _COLLECTOR.paused():
            try:
                watcher.check()
                result = task(watcher)
            except Stopped:
                return
            except Exception as error:  # the window must hear of any defect, or it waits forever
                self._post(Failure(job, error))
            else:
                self._post(Success(job, result))

    def _post(self, report: Report) -> None:
        """In the worker's thread: send a report to the window's thread."""
        with self._lock:
            if not self._closed:
                self._reported.emit(report)

    @Slot(object)
    def _deliver(self, report: Report) -> None:
        """In the window's thread: pass on what belongs to the current job."""
        if isinstance(report, Partial):
            # Nothing of the window may keep the worker waiting, whatever becomes of the report.
            try:
                self._deliver_wanted(report)
            finally:
                # When what changed has been painted, too.
                QTimer.singleShot(UNTIL_PAINTED, report.taken.set)
        else:
            self._deliver_wanted(report)

    def _deliver_wanted(self, report: Report) -> None:
        if self._watcher is None or report.job != self._job:
            return
        match report:
            case Progress():
                self.progressed.emit(report)
            case Partial():
                self.partial.emit(report)
            case Success():
                self._watcher = None
                self.succeeded.emit(report)
            case Failure():
                self._watcher = None
                self.failed.emit(report)


def _forget(job: Future[None]) -> None:
    """In the worker's thread, mostly: a job has ended."""
    _UNDER_WAY.discard(job)
    _TO_FINISH.discard(job)

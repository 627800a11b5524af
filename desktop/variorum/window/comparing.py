"""Opening and comparing: what is open, what is on its way, and what became of it.

Imports Qt's signals and the window's jobs, tasks and state. What is open stays open until
something else has been read; a failure or a stop before that changes nothing.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from variorum.engine import Side, Span
from variorum.sessions import Session
from variorum.window.jobs import Failure, Partial, Progress, Success, Task, Worker
from variorum.window.state import NO_PLAN, Input, Opened, Plan
from variorum.window.tasks import CompareTask, SessionTask


class Comparing(QObject):
    """Runs one comparison at a time and keeps the latest result."""

    began = Signal()
    """A comparison is under way."""
    progressed = Signal(float, str)
    """How much is done, 0 to 1, and what is being done, as the engine names it."""
    opened = Signal(object)
    """The first result of a comparison, an `Opened`: show it from its beginning."""
    improved = Signal(object)
    """A better result for the same texts, an `Opened`."""
    failed = Signal(object)
    """The error for which there is no result; what was open still is."""
    ended = Signal()
    """Nothing is under way any more: done, failed or stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("comparing", self, waits_for_stopped=False)
        self._worker.progressed.connect(self._on_progress)
        self._worker.partial.connect(self._on_partial)
        self._worker.succeeded.connect(self._on_success)
        self._worker.failed.connect(self._on_failure)
        self._current: Opened | None = None
        self._is_first = True
        self._focus: tuple[Side, Span] | None = None

    @property
    def current(self) -> Opened | None:
        """What is open."""
        return self._current

    @property
    def busy(self) -> bool:
        """Whether a comparison is under way."""
        return self._worker.busy

    def start(self, left: Input, right: Input, plan: Plan = NO_PLAN) -> None:
        """Compare two texts, in place of what is under way.

        Args:
            left: where the left text is.
            right: where the right one is.
            plan: what to go on from.
        """
        self._begin(CompareTask(left, right, self._look, plan))

    def open_session(self, given: Path | Session, file: Path | None) -> None:
        """Compare the texts of a session, in place of what is under way.

        Args:
            given: its file, or the session itself: a draft.
            file: where to save it again; None: nobody knows yet.
        """
        self._begin(SessionTask(given, file, self._look))

    def _begin(self, task: Task) -> None:
        self._is_first = True
        self._focus = None
        self._worker.start(task)
        self.began.emit()

    def _look(self) -> tuple[Side, Span] | None:
        # The tuple is replaced as a whole, so the worker may look at it at any time.
        return self._focus

    def look_at(self, side: Side, span: Span | None) -> None:
        """Tell what the reader looks at: it is compared next."""
        self._focus = None if span is None else (side, span)

    def exchange(self, before: Opened, opened: Opened) -> bool:
        """Show what is open under other names.

        Args:
            before: what it was made of.
            opened: the same texts with the same links, as far as they are kept.

        Returns:
            Whether it is shown: not when something else has been opened since, or is on its way.
        """
        if self._current is not before or self.busy:
            return False
        self._current = opened
        self.improved.emit(opened)
        return True

    def refuse(self, error: Exception) -> None:
        """Tell that something cannot be opened, before it is time to read it."""
        self.failed.emit(error)

    def stop(self) -> None:
        """Give up what is under way; what has been shown of it stays."""
        if self._worker.busy:
            self._worker.stop()
            self.ended.emit()

    def close(self) -> None:
        """Give up everything, for good; returns at once."""
        self._worker.close()

    @Slot(object)
    def _on_progress(self, report: Progress) -> None:
        self.progressed.emit(report.fraction, report.stage)

    @Slot(object)
    def _on_partial(self, report: Partial) -> None:
        self._take(report.value)

    @Slot(object)
    def _on_success(self, report: Success) -> None:
        self._take(report.value)
        self.ended.emit()

    @Slot(object)
    def _on_failure(self, report: Failure) -> None:
        self.ended.emit()
        self.failed.emit(report.error)

    def _take(self, value: object) -> None:
        assert isinstance(value, Opened)
        self._current = value
        first, self._is_first = self._is_first, False
        (self.opened if first else self.improved).emit(value)

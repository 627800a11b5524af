"""Opening and comparing: what is open, what is on its way, and what became of it.

Imports Qt's signals and the window's jobs, tasks and state. What is open stays open until
something else has been read; a failure or a stop before that changes nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from variorum.engine import Side, Span
from variorum.window.jobs import Failure, Partial, Progress, Success, Worker
from variorum.window.state import Input, Opened
from variorum.window.tasks import CompareTask


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
        self._worker = Worker("comparing", self)
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

    def start(self, left: Input, right: Input) -> None:
        """Compare two texts, in place of what is under way."""
        self._is_first = True
        self._focus = None
        # The tuple is replaced as a whole, so the worker may look at it at any time.
        self._worker.start(CompareTask(left, right, lambda: self._focus))
        self.began.emit()

    def look_at(self, side: Side, span: Span | None) -> None:
        """Tell what the reader looks at: it is compared next."""
        self._focus = None if span is None else (side, span)

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

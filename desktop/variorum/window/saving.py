"""Saving the annotated page beside the window, so that it never stops.

Imports Qt's signals and the window's jobs, tasks and state.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from variorum.review import Review
from variorum.sessions import Position
from variorum.window.jobs import Failure, Success, Worker
from variorum.window.state import Opened
from variorum.window.tasks import SaveTask


class Saving(QObject):
    """Writes one page at a time."""

    changed = Signal()
    """It is at work now, or no longer."""
    saved = Signal(object)
    """The path of a page that is written."""
    failed = Signal(object)
    """The error for which there is no page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("saving", self)
        self._worker.succeeded.connect(self._on_success)
        self._worker.failed.connect(self._on_failure)

    @property
    def busy(self) -> bool:
        """Whether a page is being written."""
        return self._worker.busy

    def save(self, opened: Opened, review: Review, position: Position, path: Path) -> None:
        """Begin to write a page.

        Args:
            opened: what it shows.
            review: what was said of that.
            position: where the reader is.
            path: where it goes.
        """
        now = datetime.now(UTC).astimezone()
        self._worker.start(SaveTask(opened, review, position, path, now))
        self.changed.emit()

    def close(self) -> None:
        """Take no more work; a page that is being written is finished, unseen."""
        self._worker.close(finish=True)

    @Slot(object)
    def _on_success(self, report: Success) -> None:
        self.changed.emit()
        self.saved.emit(report.value)

    @Slot(object)
    def _on_failure(self, report: Failure) -> None:
        self.changed.emit()
        self.failed.emit(report.error)

"""A file that is open, and what has become of it on the disk.

Imports Qt's signals and timers, and the window's jobs and tasks. Nothing is asked of a disk in the
window's thread, and nothing is asked again and again: only when somebody says `touch`. Times are
milliseconds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from variorum.readers import Freshness, Look, Source
from variorum.window.jobs import Success, Worker
from variorum.window.tasks import LookAgainTask, LookedAgain

QUIET: Final = 400
"""Without news for so long until one looks: programs that save write several times."""

NEVER_QUIET: Final = 3000
"""Where something goes on being written, one looks after so long all the same."""

GRACE: Final = 1500
"""What is missing is told when it has been so for that long: many programs move a file away and
write a new one, on slow disks in more than a moment."""

_MISSING: Final = (Freshness.GONE, Freshness.UNREADABLE)


class WatchedFile(QObject):
    """Looks at one file, beside the window."""

    looked = Signal()
    """It has been looked at: there may be news, and other things to watch."""

    def __init__(self, source: Source, parent: QObject, *, known: bool) -> None:
        """Look soon.

        Args:
            source: what was read from the file.
            parent: of Qt's.
            known: whoever opened the texts has been told how their files are just then.
        """
        super().__init__(parent)
        assert source.path is not None, "what is no file is not watched"
        self.path: Final = source.path
        self.name: Final = source.name
        """As it is shown."""
        self._source = source
        self.look: Look | None = None
        """What was found the last time; None: nothing yet."""
        self.within_reach: tuple[Path, ...] = ()
        """Which of the file and its folder the system can watch."""
        self._found = Freshness.SAME
        self._put_away: Freshness | None = None
        self._is_known = known
        self._again = False
        self._worker = Worker("look again", self, waits_for_stopped=False)
        self._worker.succeeded.connect(self._on_looked)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._touched = QElapsedTimer()
        self._missed = QElapsedTimer()
        self.touch()

    @property
    def news(self) -> Freshness | None:
        """How the file is now; None: as it was, or nobody wants to hear of it any more."""
        if self._found is Freshness.SAME or self._found is self._put_away:
            return None
        return self._found

    def put_away(self) -> None:
        """It is known how the file is now: tell what comes after that."""
        self._put_away = self._found

    @Slot()
    def touch(self) -> None:
        """Look when nothing more has happened for a moment."""
        if not self._touched.isValid():
            self._touched.start()
        left = NEVER_QUIET - self._touched.elapsed()
        self._timer.start(max(0, min(QUIET, left)))

    def close(self) -> None:
        """Look no more; returns at once."""
        self._timer.stop()
        self._worker.close()

    @Slot()
    def _look(self) -> None:
        self._touched.invalidate()
        # A disk that does not answer is asked once.
        self._again = self._worker.busy
        if not self._again:
            self._worker.start(LookAgainTask(self._source, self.look))

    @Slot(object)
    def _on_looked(self, report: Success) -> None:
        assert isinstance(report.value, LookedAgain)
        self.look, self.within_reach = report.value
        if self.look.freshness in _MISSING and self.look.freshness is not self._found:
            self._miss(self.look.freshness)
        else:
            self._missed.invalidate()
            self._settle(self.look.freshness)
        if self._again:
            self.touch()
        self.looked.emit()

    def _miss(self, freshness: Freshness) -> None:
        """Take a file for missing when it has been so for a while."""
        if not self._missed.isValid():
            self._missed.start()
        left = GRACE - self._missed.elapsed()
        if left > 0:
            self._timer.start(left)
        else:
            self._settle(freshness)

    def _settle(self, freshness: Freshness) -> None:
        self._found = freshness
        if self._is_known:
            self._put_away = freshness
        elif freshness is Freshness.SAME:
            self._put_away = None
        self._is_known = False

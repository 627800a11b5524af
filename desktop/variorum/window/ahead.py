"""Marks the words of what is open while nothing else is to be done.

Words are marked when they are read, and whoever saves or prints a long text reads all of them:
most of the time that takes is spent here before anybody asks. Imports Qt's signals and the window's
jobs and what they do.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from variorum.window.comparing import Comparing
from variorum.window.jobs import Worker
from variorum.window.marking import MarkAheadTask, Pace
from variorum.window.saving import Saving

IDLE: Final = 300
"""Milliseconds after a comparison or a page is done until the words are marked: until then the
window has it on show, and lists its changes."""


class MarkingAhead(QObject):
    """Begins when a comparison is whole, and stops as soon as something else is asked for.

    Args:
        comparing: has what is open.
        saving: marks words, too, as quickly as it can.
        parent: of Qt's.
    """

    def __init__(self, comparing: Comparing, saving: Saving, parent: QObject) -> None:
        super().__init__(parent)
        self._comparing, self._saving = comparing, saving
        self._pace = Pace()
        self._worker = Worker("ahead", self)
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self._begin)
        comparing.began.connect(self._stop)
        comparing.improved.connect(self._wait)
        comparing.ended.connect(self._wait)
        saving.changed.connect(self._wait)

    @property
    def busy(self) -> bool:
        """Whether words are being marked."""
        return self._worker.busy

    @Slot()
    def give_way(self) -> None:
        """Somebody scrolls or writes: the window has the processor to itself for a while."""
        self._pace.give_way()

    def end(self) -> None:
        """Give up what is under way, for good; returns at once."""
        self._idle.stop()
        self._worker.close()

    @Slot()
    def _stop(self) -> None:
        self._idle.stop()
        self._worker.stop()

    @Slot()
    def _wait(self) -> None:
        self._stop()
        current = self._comparing.current
        whole = current is not None and current.complete
        if whole and not self._comparing.busy and not self._saving.busy:
            self._idle.start()

    @Slot()
    def _begin(self) -> None:
        current = self._comparing.current
        if current is not None:
            self._worker.start(MarkAheadTask(current.marks.comparison, self._pace))

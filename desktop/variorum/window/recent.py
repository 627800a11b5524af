"""The menu of the sessions that were opened or saved last, as far as they are there.

Imports Qt and the window's jobs, settings and tasks. Whether a file is there is found out beside
the window: a disk of the network may take long to say so, and one that is out of reach for ever.
Until it is known all are offered; of one that is gone whoever opens it is told.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from variorum.readers import printable
from variorum.window.jobs import Success, Worker
from variorum.window.naming import end_of_path
from variorum.window.settings import MOST_RECENT, Settings
from variorum.window.tasks import FindFilesTask

_WITH_NUMBER: Final = 9
"""So many entries are chosen by a digit."""


class RecentSessions(QObject):
    """Fills the menu, and says what was chosen in it."""

    wanted = Signal(object)
    """The session of this path is to be opened."""

    def __init__(self, settings: Settings, menu: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._menu = menu
        self._gone: frozenset[Path] = frozenset()
        self._worker = Worker("recent", self, waits_for_stopped=False)
        self._worker.succeeded.connect(self._on_found)
        menu.triggered.connect(self._on_triggered)
        menu.aboutToShow.connect(self._show)
        above = menu.parent()
        if isinstance(above, QMenu):  # by the time one has come from there it is known
            above.aboutToShow.connect(self._look)
        self._fill()

    def remember(self, path: Path) -> None:
        """Put a session, which is there, before all others."""
        self._gone -= {path}
        self._settings.remember_session(path)
        self._fill()

    def close(self) -> None:
        """Look for nothing any more; returns at once."""
        self._worker.close()

    @Slot()
    def _show(self) -> None:
        """Other windows open and save some, too, and some are gone."""
        self._fill()
        self._look()

    @Slot()
    def _look(self) -> None:
        paths = self._settings.recent_sessions
        if paths:
            self._worker.start(FindFilesTask(paths))

    @Slot(object)
    def _on_found(self, report: Success) -> None:
        assert isinstance(report.value, frozenset)
        self._gone = report.value
        self._fill()

    def _fill(self) -> None:
        there = (path for path in self._settings.recent_sessions if path not in self._gone)
        paths = list(there)[:MOST_RECENT]
        if self._menu.actions() and paths == self._offered():
            return  # whoever has the menu open keeps the entry that they are about to choose
        self._menu.clear()
        for number, path in enumerate(paths, 1):
            name = end_of_path(printable(str(path))).replace("&", "&&")
            action = self._menu.addAction(f"&{number}  {name}" if number <= _WITH_NUMBER else name)
            action.setData(str(path))
        if not paths:
            self._menu.addAction(self.tr("None yet")).setEnabled(False)

    def _offered(self) -> list[Path]:
        return [Path(str(action.data())) for action in self._menu.actions() if action.data()]

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action.data():
            self.wanted.emit(Path(str(action.data())))

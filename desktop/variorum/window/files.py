"""Asks for files: which to open, and where to save the page and the session.

Imports Qt and the state, and the dialog for two files when it is opened. All dialogs are opened,
never waited for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from variorum.engine import Side
from variorum.sessions import SUFFIX
from variorum.window.saving_dialog import saving_dialog
from variorum.window.settings import Settings
from variorum.window.state import Opened


class FileAsker(QObject):
    """Opens the file dialogs of a window, and remembers the folder."""

    pair_chosen = Signal(object, object)
    """The paths of a left and a right file to be compared."""
    side_chosen = Signal(object, object)
    """A `Side` and the path of its new file."""
    version_chosen = Signal(object, object)
    """A `Side` and the path of another version of its text."""
    page_chosen = Signal(object)
    """The path that the page is to be saved at."""
    session_chosen = Signal(object)
    """The path of a session, or of a saved page, to be opened."""
    session_place_chosen = Signal(object)
    """The path that the session is to be saved at."""
    session_place_refused = Signal()
    """The session is not to be saved after all."""

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings

    @property
    def folder(self) -> Path:
        """Where to begin to look for files."""
        return self._settings.folder or Path.home()

    def remember(self, path: Path) -> None:
        """Begin in the folder of this file the next time."""
        self._settings.folder = path.absolute().parent

    def ask_pair(self, given: dict[Side, Path]) -> None:
        """Ask for two files."""
        from variorum.window.pair_dialog import PairDialog  # noqa: PLC0415 - see the top

        dialog = PairDialog(given, self.folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.pair_chosen.connect(self._on_pair)
        dialog.open()

    def ask_side(self, side: Side, beside: Path | None) -> None:
        """Ask for the file of one side.

        Args:
            side: which.
            beside: a file in whose folder to begin; None: the folder used last.
        """
        left = side is Side.LEFT
        title = self.tr("Open the Left Text") if left else self.tr("Open the Right Text")
        self._ask_file(title, beside, lambda path: self._on_side(side, path))

    def ask_version(self, side: Side, beside: Path | None) -> None:
        """Ask for another version of the text of a side; arguments as of `ask_side`."""
        left = self.tr("Another Version of the Left Text")
        title = left if side is Side.LEFT else self.tr("Another Version of the Right Text")
        self._ask_file(title, beside, lambda path: self._on_version(side, path))

    def _ask_file(self, title: str, beside: Path | None, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(str(beside.parent if beside is not None else self.folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(then)
        dialog.open()

    def ask_page(self, opened: Opened) -> None:
        """Ask where to save the annotated page."""
        suggested = opened.page_path(self.folder)
        filters = self.tr("Web pages (*.html *.htm)"), self.tr("All files (*)")
        title = self.tr("Save Annotated HTML")
        dialog = saving_dialog(title, filters, "html", suggested, self._window)
        dialog.fileSelected.connect(self._on_page)
        dialog.open()

    def ask_session(self) -> None:
        """Ask for a session to be opened."""
        dialog = QFileDialog(self._window, self.tr("Open Session"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Sessions and saved pages (*.variorum *.html *.htm)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.setDirectory(str(self.folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_session)
        dialog.open()

    def ask_session_place(self, suggested: Path) -> None:
        """Ask where to save the session."""
        filters = self.tr("Sessions (*.variorum)"), self.tr("All files (*)")
        title, suffix = self.tr("Save Session"), SUFFIX.removeprefix(".")
        dialog = saving_dialog(title, filters, suffix, suggested, self._window)
        dialog.fileSelected.connect(self._on_session_place)
        dialog.rejected.connect(self.session_place_refused)
        dialog.open()

    @Slot(str)
    def _on_session(self, path: str) -> None:
        self.remember(Path(path))
        self.session_chosen.emit(Path(path))

    @Slot(str)
    def _on_session_place(self, path: str) -> None:
        self.session_place_chosen.emit(Path(path))

    @Slot(object, object)
    def _on_pair(self, left: Path, right: Path) -> None:
        self.remember(right)
        self.pair_chosen.emit(left, right)

    def _on_side(self, side: Side, path: str) -> None:
        self.remember(Path(path))
        self.side_chosen.emit(side, Path(path))

    def _on_version(self, side: Side, path: str) -> None:
        self.remember(Path(path))
        self.version_chosen.emit(side, Path(path))

    @Slot(str)
    def _on_page(self, path: str) -> None:
        self.page_chosen.emit(Path(path))

"""Open Two Files: one dialog in which both are chosen.

Imports Qt, the settings and the rules for dropped files. The dialog only asks; reading is for
others.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from variorum.engine import Side
from variorum.window.drop import PAIR, dropped_files, side_at, take_copy
from variorum.window.settings import is_there


class PairDialog(QDialog):
    """Asks for a left and a right file, by name, by choosing, or by dropping them here."""

    pair_chosen = Signal(object, object)
    """The paths of the left and the right file."""

    def __init__(
        self, given: Mapping[Side, Path], folder: Path | None, parent: QWidget | None = None
    ) -> None:
        """Ask, with what is known already filled in.

        Args:
            given: files that may be meant.
            folder: where to begin to look for others.
            parent: the window.
        """
        super().__init__(parent)
        self._folder = folder
        self.setWindowTitle(self.tr("Open Two Files"))
        self.setAcceptDrops(True)
        self._edits = {side: QLineEdit(str(given.get(side, "")), self) for side in Side}
        self._compare = QPushButton(self.tr("Co&mpare"), self)
        self._compare.setDefault(True)
        self._lay_out()
        for edit in self._edits.values():
            edit.textChanged.connect(self._check)
        self.accepted.connect(self._on_accepted)
        self._check()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take one or two files."""
        if dropped_files(event.mimeData()):
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Two files fill both rows; one fills the row that it is dropped on, or the empty one."""
        paths = dropped_files(event.mimeData())
        take_copy(event)
        self._fill(paths, self._side_for_drop(round(event.position().y())))

    def _side_for_drop(self, y: int) -> Side:
        empty = [side for side in Side if not self._edits[side].text()]
        if len(empty) == 1:
            return empty[0]
        return side_at(y, self.height() // 2)

    def _fill(self, paths: tuple[Path, ...], side: Side) -> None:
        if len(paths) == PAIR:
            for each, path in zip(Side, paths, strict=True):
                self._edits[each].setText(str(path))
        elif paths:
            self._edits[side].setText(str(paths[0]))

    def _lay_out(self) -> None:
        rows = QGridLayout()
        rows.setHorizontalSpacing(8)
        rows.setVerticalSpacing(10)
        rows.setColumnStretch(1, 1)
        names = {
            Side.LEFT: (self.tr("&Left text:"), self.tr("mostly the earlier version")),
            Side.RIGHT: (self.tr("&Right text:"), self.tr("mostly the later version")),
        }
        for row, side in enumerate(Side):
            label = QLabel(names[side][0], self)
            label.setBuddy(self._edits[side])
            edit = self._edits[side]
            edit.setPlaceholderText(names[side][1])
            edit.setMinimumWidth(380)
            edit.setObjectName(f"{side.value}_path")
            # Files dropped on a row are for the dialog, not text to be typed into it.
            edit.setAcceptDrops(False)
            rows.addWidget(label, row, 0)
            rows.addWidget(edit, row, 1)
            rows.addWidget(self._browse_button(side), row, 2)
        hint = QLabel(self.tr("You can also drop one file or both here."), self)
        hint.setForegroundRole(hint.palette().ColorRole.PlaceholderText)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._compare, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 16)
        whole.setSpacing(14)
        whole.addLayout(rows)
        whole.addWidget(hint)
        whole.addStretch(1)
        whole.addWidget(buttons)

    def _browse_button(self, side: Side) -> QPushButton:
        text = self.tr("&Browse…") if side is Side.LEFT else self.tr("Bro&wse…")
        button = QPushButton(text, self)
        button.setObjectName(f"{side.value}_browse")
        left = self.tr("Choose the left file, or both at once")
        right = self.tr("Choose the right file, or both at once")
        button.setToolTip(left if side is Side.LEFT else right)
        button.setAccessibleName(left if side is Side.LEFT else right)
        button.clicked.connect(self._browse_left if side is Side.LEFT else self._browse_right)
        return button

    @Slot()
    def _browse_left(self) -> None:
        self._browse(Side.LEFT)

    @Slot()
    def _browse_right(self) -> None:
        self._browse(Side.RIGHT)

    def _browse(self, side: Side) -> None:
        dialog = QFileDialog(self, self.tr("Choose one file, or both"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if (folder := self._folder_now()) is not None:
            dialog.setDirectory(str(folder))
        dialog.filesSelected.connect(
            self._on_left_files if side is Side.LEFT else self._on_right_files
        )
        dialog.open()

    def _folder_now(self) -> Path | None:
        """The folder of a file that is named already, else the one that was used last."""
        for edit in self._edits.values():
            folder = Path(edit.text()).parent
            if edit.text() and is_there(folder.is_dir):
                return folder
        return self._folder

    @Slot(list)
    def _on_left_files(self, files: list[str]) -> None:
        self._fill(tuple(map(Path, files))[:PAIR], Side.LEFT)

    @Slot(list)
    def _on_right_files(self, files: list[str]) -> None:
        self._fill(tuple(map(Path, files))[:PAIR], Side.RIGHT)

    @Slot()
    def _check(self) -> None:
        self._compare.setEnabled(all(edit.text().strip() for edit in self._edits.values()))

    @Slot()
    def _on_accepted(self) -> None:
        left, right = (_meant(self._edits[side].text().strip()) for side in Side)
        self.pair_chosen.emit(left, right)


def _meant(name: str) -> Path:
    """The file that somebody names; `~` is the user's own folder."""
    try:
        return Path(name).expanduser()
    except RuntimeError:  # "~nobody": as it stands, so that reading it says that there is none
        return Path(name)

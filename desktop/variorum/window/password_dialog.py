"""Asks for the password of an encrypted text.

Imports Qt and the error of the readers. The password goes to whoever listens, and is kept nowhere.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from variorum.readers import PasswordError, printable
from variorum.window.naming import named


class PasswordDialog(QDialog):
    """Asks; opened, never waited for, and gone when closed."""

    password_given = Signal(object, str)
    """The `PasswordError` that told of the file, and a password to try."""

    def __init__(self, error: PasswordError, parent: QWidget) -> None:
        """Ask.

        Args:
            error: which file it is, and whether a password was tried in vain.
            parent: the window.
        """
        super().__init__(parent)
        self._error = error
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Password"))
        name = named(printable(Path(error.path).name or error.path))
        what = self.tr("“{name}” is protected by a password.").format(name=name)
        if error.wrong:
            what = self.tr("This is not the password of “{name}”. Please try again.")
            what = what.format(name=name)
        told = QLabel(what, self)
        # What a file is called is never to be read as markup.
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self._edit = QLineEdit(self)
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._edit.setAccessibleName(self.tr("Password"))
        self._edit.setAccessibleDescription(what)
        self._edit.setMinimumWidth(320)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        self._ok = buttons.button(kinds.Ok)
        self._ok.setText(self.tr("&Open"))
        self._ok.setEnabled(False)
        buttons.accepted.connect(self._on_given)
        buttons.rejected.connect(self.reject)
        self._edit.textChanged.connect(self._on_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for widget in (told, self._edit, buttons):
            column.addWidget(widget)
        self._edit.setFocus()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._ok.setEnabled(bool(text))

    @Slot()
    def _on_given(self) -> None:
        password = self._edit.text()
        self.accept()
        self.password_given.emit(self._error, password)

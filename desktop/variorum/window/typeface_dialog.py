"""Asks for a typeface, and shows some words in it.

Imports Qt.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFontComboBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

_POINTS: Final = 13
"""Of the words that show what it looks like: as in the panes."""


class TypefaceDialog(QDialog):
    """Asks; opened, never waited for, and gone when closed."""

    family_chosen = Signal(str)
    """The name of a typeface."""

    def __init__(self, family: str, parent: QWidget) -> None:
        """Ask.

        Args:
            family: what is offered first; empty: whatever comes.
            parent: the window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Typeface of the Texts"))
        self._box = QFontComboBox(self)
        self._box.setAccessibleName(self.tr("Typeface"))
        # Among some hundred names one finds one's way by typing.
        self._box.setEditable(True)
        self._sample = QLabel(self.tr("She counted the bridges aloud, all eleven of them."), self)
        self._sample.setAccessibleName(self.tr("What it looks like"))
        self._sample.setMinimumWidth(380)
        self._sample.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.button(kinds.Ok).setText(self.tr("&Use It"))
        buttons.accepted.connect(self._on_taken)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        for widget in (self._box, self._sample, buttons):
            column.addWidget(widget)
        self._box.currentFontChanged.connect(self._show_sample)
        if family:
            self._box.setCurrentFont(QFont(family))
        self._show_sample()

    @Slot()
    def _show_sample(self) -> None:
        font = QFont(self._box.currentFont().family())
        font.setPointSize(_POINTS)
        self._sample.setFont(font)

    @Slot()
    def _on_taken(self) -> None:
        self.family_chosen.emit(self._box.currentFont().family())
        self.accept()

"""A quiet line above the texts: what a reader should know of them as a whole.

Imports Qt and the theme.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from variorum.window.theme import Theme


class NoticeLine(QLabel):
    """Says one sentence, or is not there."""

    told = Signal(str)
    """Something else is said now."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(12, 6, 12, 6)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        ink = theme.edited
        self.setStyleSheet(
            f"background: {ink.wash}; color: {theme.text}; border-bottom: 1px solid {theme.rule};"
        )

    def tell(self, text: str) -> None:
        """Say this; nothing: be gone."""
        if text == self.text():
            return
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            self.told.emit(text)

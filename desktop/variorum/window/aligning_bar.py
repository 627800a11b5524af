"""The bar below the texts while one aligns by hand: what is being aligned with what.

Imports Qt and the theme; decides nothing itself.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from variorum.engine import Side
from variorum.reports.cutting import shortened
from variorum.window.naming import isolated
from variorum.window.theme import Theme

LONGEST: Final = 60
"""So many characters of a passage are shown: enough to know it by."""


class AligningBar(QWidget):
    """Shows both passages, and what can be decided about them."""

    align_wanted = Signal()
    apart_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._align = self._button(self.tr("&Align"), self.tr("They belong together (Enter)"))
        self._apart = self._button(
            self.tr("&Keep Apart"), self.tr("They do not belong together, whatever they say")
        )
        cancel = self._button(self.tr("Cancel"), self.tr("Decide nothing (Esc)"))
        self._align.clicked.connect(self.align_wanted)
        self._apart.clicked.connect(self.apart_wanted)
        cancel.clicked.connect(self.cancel_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        for button in (self._align, self._apart, cancel):
            row.addWidget(button)
        # Else the style sheet paints the parts alone.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("aligning_bar")
        self.set_theme(theme)
        self.hide()

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        return button

    def event(self, event: QEvent) -> bool:
        """Esc decides nothing when the keys are on a button, too, whatever is compared now."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.KeyPress:
                self.cancel_wanted.emit()
            event.accept()
            return True
        return super().event(event)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.setStyleSheet(
            f"#aligning_bar {{ background: {theme.desk}; border-top: 1px solid {theme.rule}; }}"
        )

    @property
    def said(self) -> str:
        """What it says now."""
        return self._said.text()

    def tell(self, chosen: str, counterpart: str, side: Side) -> None:
        """Say what is being decided about.

        Args:
            chosen: the words of the passage that a counterpart is looked for.
            counterpart: the words that would be taken; empty: none yet.
            side: where the counterpart is.
        """
        names = {"words": _cut(chosen), "others": _cut(counterpart)}
        if counterpart:
            said = self.tr("Align “{words}” with “{others}”?")
        elif side is Side.LEFT:
            said = self.tr("Align “{words}” with what? Go to a sentence of the left text.")
        else:
            said = self.tr("Align “{words}” with what? Go to a sentence of the right text.")
        self._said.setText(said.format(**names))
        self._align.setEnabled(bool(counterpart))
        self._apart.setEnabled(bool(counterpart))


def _cut(text: str) -> str:
    """The beginning of a passage, whose writing direction ends with it."""
    return isolated(shortened(" ".join(text.split()), LONGEST))

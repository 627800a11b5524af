"""The bar below the texts while one aligns by hand: what is being aligned with what.

Imports Qt and the theme; decides nothing itself.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from variorum.engine import Side
from variorum.reports.cutting import shortened
from variorum.window.naming import isolated
from variorum.window.theme import Theme

LONGEST: Final = (60, 40, 24, 12)
"""So many characters of a passage are shown: enough to know it by, fewer where there is no room."""
_LEAST_LETTERS: Final = 40
"""Where there is room for fewer of them beside the buttons, these stand below."""
_LINES: Final = 2
"""In so many lines the passages are told, above the buttons in a low window in one."""
_MOST_HIGH: Final = 0.2
"""The bar takes no larger share of the height of the window where the buttons stand below."""


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
        self._passages, self._side = ("", ""), Side.LEFT
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        for button in (self._align, self._apart, cancel):
            self._buttons.addWidget(button)
        row.addLayout(self._buttons)
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
        """What it says now, however much of that there is room for."""
        return self._told(LONGEST[0])

    def tell(self, chosen: str, counterpart: str, side: Side) -> None:
        """Say what is being decided about.

        Args:
            chosen: the words of the passage that a counterpart is looked for.
            counterpart: the words that would be taken; empty: none yet.
            side: where the counterpart is.
        """
        self._passages, self._side = (chosen, counterpart), side
        self._fit()
        self._align.setEnabled(bool(counterpart))
        self._apart.setEnabled(bool(counterpart))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say as much of the passages as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        buttons = self._buttons.minimumSize().width()
        margins = self._row.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        metrics = self._said.fontMetrics()
        beside = width - buttons - self._row.spacing()
        fits = beside >= _LEAST_LETTERS * metrics.averageCharWidth()
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        high = margins.top() + margins.bottom() + _LINES * metrics.lineSpacing()
        high += self._row.spacing() + self._buttons.minimumSize().height()
        is_low = not fits and high > _MOST_HIGH * self.window().height()
        lines = 1 if is_low else _LINES
        for longest in LONGEST:
            self._said.setText(self._told(longest))
            height = self._said.heightForWidth(beside if fits else width)
            if height < (lines + 0.5) * metrics.lineSpacing():
                break

    def _told(self, longest: int) -> str:
        chosen, counterpart = self._passages
        if counterpart:
            said = self.tr("Align “{words}” with “{others}”?")
        elif self._side is Side.LEFT:
            said = self.tr("Align “{words}” with what? Go to a sentence of the left text.")
        else:
            said = self.tr("Align “{words}” with what? Go to a sentence of the right text.")
        return said.format(words=_cut(chosen, longest), others=_cut(counterpart, longest))


def _cut(text: str, longest: int) -> str:
    """The beginning of a passage, whose writing direction ends with it."""
    return isolated(shortened(" ".join(text.split()), longest))

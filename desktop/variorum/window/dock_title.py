"""The head of a part that stands beside the texts: its name, and a button that closes it.

Imports Qt and the theme. Sizes are device-independent pixels.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from variorum.window.icons import tinted_icon
from variorum.window.theme import Theme

_ICON: Final = 14


class DockTitle(QWidget):
    """The head of a dock."""

    close_wanted = Signal()
    """The reader does not want to see what is below."""

    def __init__(self, name: str, hide: str, key: str, parent: QWidget | None = None) -> None:
        """Make a head.

        Args:
            name: what stands below.
            hide: what the button does.
            key: that does the same.
            parent: of the head.
        """
        super().__init__(parent)
        label = QLabel(name, self)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        self.button = QToolButton(self)
        """Closes what is below."""
        self.button.setAutoRaise(True)
        self.button.setToolTip(f"{hide} ({key})")
        self.button.setAccessibleName(hide)
        self.button.clicked.connect(self.close_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.addWidget(label, 1)
        row.addWidget(self.button)
        # As high as the heads of the texts beside it.
        self._height = QFontMetrics(font).height() + 14
        self.setFixedHeight(self._height)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """With all of its height: docks ask for nothing else, and let their part begin there."""
        return QSize(super().sizeHint().width(), self._height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same."""
        return QSize(super().minimumSizeHint().width(), self._height)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.button.setIcon(tinted_icon("stop", theme.muted, _ICON))
        self.button.setIconSize(QSize(_ICON, _ICON))

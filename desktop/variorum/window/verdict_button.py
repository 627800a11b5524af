"""A button that gives a verdict; a name for which there is no room ends in dots.

Imports Qt. Widths are device-independent pixels.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

_LEAST: Final = 8
"""So many average letters are always seen: sign and beginning of a name."""
_HALF: Final = 18
"""Names of up to so many average letters stand two in a row: so wide are two of them where the
notes have their usual width."""


class VerdictButton(QToolButton):
    """Shows as much of a verdict's name as there is room for: names must not widen the window."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self.setText(_plain(text))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def fits_in_half(self) -> bool:
        """Whether another verdict may stand beside it."""
        return self.fontMetrics().horizontalAdvance(self._text) <= self._letters(_HALF)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Not wider than a usual name, whatever it is called."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), self._letters(_HALF) + self._around()), hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for a short name as a whole, and for the beginning of a long one."""
        return self.sizeHint().boundedTo(QSize(self._letters(_LEAST) + self._around(), 1 << 16))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show what there is room for now."""
        super().resizeEvent(event)
        room = self.width() - self._around()
        self.setText(
            _plain(
                self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room),
            )
        )

    def _letters(self, count: int) -> int:
        return count * self.fontMetrics().averageCharWidth()

    def _around(self) -> int:
        """What the style puts beside the name."""
        shown = self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))
        return max(0, super().sizeHint().width() - shown)


def _plain(text: str) -> str:
    """Without underlined letters."""
    return text.replace("&", "&&")

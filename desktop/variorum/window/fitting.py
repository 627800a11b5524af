"""How large a window or dialog is: at first never larger than its screen has room for.

Imports Qt. Sizes are device-independent pixels.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

FRAME: Final = QSize(16, 48)
"""What the desktop may put around a window: a title and borders, measured generously."""


def fitted(size: QSize, window: QWidget) -> QSize:
    """A size, or as much of it as the screen of a window has room for."""
    return size.boundedTo(window.screen().availableSize() - FRAME)


def fit_at_first(dialog: QWidget) -> None:
    """Give a dialog all the room it asks for, where its screen has that.

    By itself it would be no higher than two thirds of the screen: too little with large letters.
    """
    dialog.resize(fitted(dialog.sizeHint(), dialog))


class Pages(QStackedWidget):
    """Pages of which one is shown; no other makes the window higher than this one needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self._bound)

    @Slot()
    def _bound(self) -> None:
        """Ask for the room of the page that is shown; Qt would ask for that of the largest."""
        for number in range(self.count()):
            page = self.widget(number)
            assert page is not None, "there are so many"
            policy = page.sizePolicy()
            policy.setVerticalPolicy(
                QSizePolicy.Policy.Preferred
                if number == self.currentIndex()
                else QSizePolicy.Policy.Ignored
            )
            page.setSizePolicy(policy)

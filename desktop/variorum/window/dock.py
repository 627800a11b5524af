"""A part of the window that stands beside the texts, or by itself as a window of its own.

By itself it has an edge to be seen and seized by, and keys come and go as they do beside the texts.
Imports Qt. Sizes are device-independent pixels.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from variorum.window import entering

EDGE: Final = 4
"""How wide the edge is of what stands by itself. As it has a head of its own, the desktop draws it
no frame, and Qt lets the mouse seize it at a single row of points."""

EDGE_STYLE: Final = f"QDockWidget {{ border: {EDGE}px solid transparent; }}"
"""Leaves room for the edge, in the style sheet of a window."""


class Dock(QDockWidget):
    """Stands beside the texts, or by itself."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the edge: its ground is that of the window, which is all that Qt paints there."""
        super().paintEvent(event)
        if self.isFloating():
            painter = QPainter(self)
            painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Do what the window would do, to which no key comes from what stands by itself."""
        done = self.isFloating() and (
            entering.presses(event, self.focusWidget()) or entering.opens_menu(event, self)
        )
        if not done:
            super().keyPressEvent(event)


def give_keys(part: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
    """Give a part the keys, also when it stands by itself and the window has them, or otherwise.

    Args:
        part: it is in the window or in a dock of it.
        reason: why, for Qt.
    """
    part.setFocus(reason)
    own, active = part.window(), QApplication.activeWindow()
    if active is None or active is own:
        return
    to_dock = isinstance(own, QDockWidget) and own.parentWidget() is active
    from_dock = isinstance(active, QDockWidget)
    if to_dock or from_dock:
        own.activateWindow()

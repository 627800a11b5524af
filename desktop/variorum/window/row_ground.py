"""The ground that a row of a list is drawn on, in the list of changes and in that of notes.

Imports Qt and the theme. Sizes are device-independent pixels.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from variorum.window.theme import Theme

MARGIN: Final = 12
"""From the sides of a row to what stands in it."""
BAR: Final = 3
"""The width of the bar beside the row that is chosen."""


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Draw what is behind a row: whether it is chosen, under the mouse, or has the keys."""
    state, rect = option.state, option.rect
    if state & QStyle.StateFlag.State_Selected:
        ground = QColor(theme.selection)
        ground.setAlpha(theme.selection_alpha // 2)
        painter.fillRect(rect, ground)
        painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), QColor(theme.current))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(theme.desk))
    painter.setPen(QColor(theme.rule))
    painter.drawLine(rect.bottomLeft() + QPoint(MARGIN, 0), rect.bottomRight())
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(theme.current))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))

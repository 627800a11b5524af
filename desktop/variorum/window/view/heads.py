"""What stands above the two panes: the name of each text and what is known of it.

Imports Qt. Widths are device-independent pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from variorum.window.naming import as_tool_tip
from variorum.window.theme import Theme

MARGIN: Final = 12
"""Free space at both sides of a head."""
STROKE: Final = 2
"""The line under the head of the active side."""
_ARROW: Final = 8
"""The width of the arrow that says that a click opens a menu."""
_SPACE: Final = 16
"""Between title, facts and arrow."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a pane."""

    title: str = ""
    """The file's name."""
    detail: str = ""
    """A few words more, such as "1,023 words · English · UTF-8"."""
    doubt: str = ""
    """What a person should know of how the text was read, a sentence; empty: nothing."""
    tool_tip: str = ""
    """All that is known of the text: shown when the mouse rests on the head."""


class HeadBar(QWidget):
    """The head of one pane; a line under it says that its side has the keys."""

    menu_wanted = Signal(QPoint)
    """The reader clicked on it; where its menu is to open, a global point."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head = Head()
        self._active = False
        self._focused = False
        self._hovered = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_head(self, head: Head) -> None:
        """Show another text's name."""
        self._head = head
        self.setToolTip(as_tool_tip(head.tool_tip, wrapped=False))
        self.setAccessibleDescription(head.tool_tip)
        told = (head.title, head.detail, head.doubt)
        self.setAccessibleName(" ".join(filter(None, told)))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.update()

    def set_active(self, *, active: bool) -> None:
        """Tell whether its side has the keys."""
        if active != self._active:
            self._active = active
            self.update()

    def set_focused(self, *, focused: bool) -> None:
        """Tell whether the keys go there just now, and not to a list or a button."""
        if focused != self._focused:
            self._focused = focused
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A line of text with some air."""
        return QSize(200, QFontMetrics(self._title_font()).height() + 14)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the desktop's font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu, as the button of a menu does."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.ask()
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu."""
        event.accept()
        self.ask()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show that a click does something."""
        super().enterEvent(event)
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Be quiet again."""
        super().leaveEvent(event)
        self._hovered = False
        self.update()

    def ask(self) -> None:
        """Have the menu opened, if there is a text."""
        if self._head.title:
            self.menu_wanted.emit(self.mapToGlobal(QPoint(0, self.height())))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint title, detail and the line of the active side."""
        painter = QPainter(self)
        theme = self._theme
        painter.fillRect(self.rect(), QColor(theme.desk))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.rule))
        if self._active:
            line = QRect(0, self.height() - STROKE, self.width(), STROKE)
            painter.fillRect(line, QColor(theme.current if self._focused else theme.muted))
        area = self.rect().adjusted(MARGIN, 0, -MARGIN, -STROKE)
        if self._head.title:
            self._paint_arrow(painter, area)
            area.adjust(0, 0, -_ARROW - _SPACE // 2, 0)
        if self._head.doubt:
            area.adjust(0, 0, -self._paint_doubt(painter, area), 0)
        title_font = self._title_font()
        metrics = QFontMetrics(title_font)
        elide = Qt.TextElideMode.ElideMiddle
        title = metrics.elidedText(self._head.title, elide, area.width())
        painter.setFont(title_font)
        painter.setPen(QColor(theme.text))
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, align | Qt.AlignmentFlag.AlignLeft, title)
        taken = metrics.horizontalAdvance(title) + _SPACE
        rest = area.adjusted(taken, 0, 0, 0)
        if rest.width() > 60:
            metrics = QFontMetrics(self.font())
            known = " · ".join(filter(None, (self._head.detail, self._head.doubt)))
            detail = metrics.elidedText(known, Qt.TextElideMode.ElideRight, rest.width())
            painter.setFont(self.font())
            painter.setPen(QColor(theme.muted))
            painter.drawText(rest, align | Qt.AlignmentFlag.AlignRight, detail)

    def _paint_arrow(self, painter: QPainter, area: QRect) -> None:
        """A small arrow at the end, as buttons with menus have it."""
        theme = self._theme
        right, middle = area.right() + 1.0, area.center().y() + 1.0
        points = [
            (right - _ARROW, -_ARROW / 4),
            (right - _ARROW / 2, _ARROW / 4),
            (right, -_ARROW / 4),
        ]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.text if self._hovered else theme.muted), 1.5))
        painter.drawPolyline(QPolygonF([QPointF(x, middle + y) for x, y in points]))
        painter.restore()

    def _paint_doubt(self, painter: QPainter, area: QRect) -> int:
        """A sign that stays where there is no room for words; the width that it takes."""
        size = QFontMetrics(self.font()).height()
        place = QRectF(area.right() + 1 - size, area.center().y() - size / 2 + 1, size, size)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.edited.mark))
        painter.drawEllipse(place)
        painter.setPen(QColor(self._theme.text))
        painter.setFont(self._title_font())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "!")
        painter.restore()
        return size + _SPACE // 2

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

"""The gutter between the panes: connectors, and the handle that shares out the width.

Imports Qt. Heights are pixels from the upper edge of the view.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from variorum.engine import Side
from variorum.window.theme import Theme
from variorum.window.view.connectors import Connector, ShapeKind, connectors, edges, outline
from variorum.window.view.pane_painter import ink_of
from variorum.window.view.scene import Scene

WIDTH: Final = 52
"""Wide enough for calm curves."""


class Gutter(QWidget):
    """Shows what joins the panes; dragged, it moves the border between them."""

    dragged = Signal(int)
    """By how many pixels the border is to move."""
    halved = Signal()
    """Both panes are to be equally wide."""
    change_clicked = Signal(int)
    """A connector was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene: Scene | None = None
        self._pressed_at: float | None = None
        self._moved = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(self.tr("Connections between the texts"))
        self.setToolTip(self.tr("Drag to share out the width. Double-click for equal halves."))

    def set_scene(self, scene: Scene | None, theme: Theme) -> None:
        """Show another comparison, or the same in other colours."""
        self._scene = scene
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what is visible of the connectors."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.desk))
        if self._scene is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for connector in connectors(self._scene):
            if connector.kind is ShapeKind.STUB:
                self._stub(painter, connector)
            else:
                self._shape(painter, connector)

    def _shape(self, painter: QPainter, connector: Connector) -> None:
        ink = ink_of(self._theme, connector.ink)
        width = float(self.width())
        current = self._is_current(connector)
        colour = QColor(ink.mark if current else ink.wash)
        if connector.kind is ShapeKind.RIBBON:
            colour.setAlpha(200)
        painter.fillPath(outline(connector, width), colour)
        if current or connector.kind is ShapeKind.RIBBON:
            pen = QPen(QColor(self._theme.current if current else ink.strong), 1.2)
            painter.strokePath(edges(connector, width), pen)

    def _stub(self, painter: QPainter, connector: Connector) -> None:
        """A tab at the text with an arrow towards the end that is out of sight."""
        ink = self._theme.moved
        top = max(0, connector.left.top)
        bottom = min(self.height(), connector.left.bottom)
        depth = self.width() * 0.42
        left = 0.0 if connector.side is Side.LEFT else self.width() - depth
        painter.setPen(Qt.PenStyle.NoPen)
        current = self._is_current(connector)
        painter.setBrush(QColor(ink.mark if current else ink.wash))
        painter.drawRect(QRectF(left, top, depth, bottom - top))
        painter.setBrush(QColor(self._theme.current if current else ink.pen))
        x, y = left + depth / 2, (top + bottom) / 2
        tip = -5 if connector.up else 5
        painter.drawPolygon(
            QPolygonF([QPointF(x - 5, y - tip), QPointF(x + 5, y - tip), QPointF(x, y + tip)])
        )

    def _is_current(self, connector: Connector) -> bool:
        return (
            self._scene is not None
            and connector.change is not None
            and connector.change == self._scene.current
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to drag, perhaps."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().x()
            self._moved = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag."""
        if self._pressed_at is None:
            return
        by = event.globalPosition().x() - self._pressed_at
        if self._moved or abs(by) >= QApplication.startDragDistance() / 2:
            self._moved = True
            self._pressed_at += round(by)
            self.dragged.emit(round(by))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End of a drag, or a click on a connector."""
        if self._pressed_at is not None and not self._moved:
            self._click(event.position())
        self._pressed_at = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Make both panes equally wide."""
        self.halved.emit()

    def _click(self, place: QPointF) -> None:
        if self._scene is None:
            return
        for connector in reversed(connectors(self._scene)):
            inside = outline(connector, self.width()).contains(place)
            if inside and connector.change is not None:
                self.change_clicked.emit(connector.change)
                return

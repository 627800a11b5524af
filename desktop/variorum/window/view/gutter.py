"""The gutter between the panes: connectors, and the handle that shares out the width.

Imports Qt, the connectors and the scene. Heights are pixels from the upper edge of the view.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from variorum.engine import Side
from variorum.window.theme import Theme
from variorum.window.view.borders import border_sign_at, border_signs, border_words
from variorum.window.view.connectors import (
    END,
    Connector,
    ShapeKind,
    connectors,
    edges,
    middle,
    outline,
    string,
)
from variorum.window.view.inks import faint, ink_of
from variorum.window.view.pane_painter import OUTLINE
from variorum.window.view.scene import Extent, Scene

TINT: Final = 26
"""How much the ribbon of an edited sentence covers, 0 to 255."""
QUIET: Final = 175
"""How much the string of a move covers that does not stand out: it has 3:1 in every theme."""
WIDTH: Final = 52
"""Wide enough for calm curves."""
AIR: Final = 5
"""Free at both sides of a sign."""


class Gutter(QWidget):
    """Shows what joins the panes; dragged, it moves the border between them."""

    dragged = Signal(int)
    """By how many pixels the border is to move."""
    halved = Signal()
    """Both panes are to be equally wide."""
    pointed = Signal(object)
    """The mouse points at the connector of this change; None: at none any more."""
    move_pointed = Signal(object, object)
    """The mouse is over the end of a move: its change, and the side whose text it stands at."""
    change_clicked = Signal(int)
    """A connector was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene: Scene | None = None
        self._pressed_at: float | None = None
        self._hovers: QPointF | None = None
        """Where the mouse is, as long as it drags nothing."""
        self._moved = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setMouseTracking(True)
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
            elif connector.kind is ShapeKind.STRING:
                self._string(painter, connector)
            else:
                self._shape(painter, connector)
        self._borders(painter, self._scene)

    def _borders(self, painter: QPainter, scene: Scene) -> None:
        """The signs of paragraphs that were split, merged or regrouped."""
        painter.setPen(QColor(self._theme.muted))
        for sign in border_signs(scene):
            font = QFont(scene.typography.small)
            needed = QFontMetricsF(font).horizontalAdvance(sign.text)
            if needed > (room := self.width() - 2 * AIR):
                font.setPointSizeF(font.pointSizeF() * room / needed)
            painter.setFont(font)
            box = QRectF(0, sign.top, self.width(), sign.bottom - sign.top)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign.text)

    def event(self, event: QEvent) -> bool:
        """Explain the sign under the mouse; elsewhere, what the gutter is for."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            scene = self._scene
            sign = None if scene is None else border_sign_at(scene, event.pos().y())
            if scene is not None and sign is not None:
                words = border_words(scene.comparison.bands[sign.band])
                QToolTip.showText(event.globalPos(), words, self)
                return True
        return super().event(event)

    def _shape(self, painter: QPainter, connector: Connector) -> None:
        ink = ink_of(self._theme, connector.ink)
        width = float(self.width())
        current = self._stands_out(connector)
        if connector.kind is ShapeKind.RIBBON:
            colour = faint(self._theme.current, TINT)
        else:
            colour = QColor(ink.mark if current else ink.wash)
        painter.fillPath(outline(connector, width), colour)
        if current:
            pen = QPen(faint(self._theme.current, OUTLINE), 1.0)
            painter.strokePath(edges(connector, width), pen)

    def _string(self, painter: QPainter, connector: Connector) -> None:
        """A bar at each end, and a stroke from bar to bar."""
        colour = self._move_colour(connector)
        self._end(painter, connector.left, Side.LEFT, colour)
        self._end(painter, connector.right, Side.RIGHT, colour)
        pen = QPen(colour, 2.4 if self._stands_out(connector) else 1.6)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.strokePath(string(connector, self.width(), self.height()), pen)

    def _stub(self, painter: QPainter, connector: Connector) -> None:
        """A bar at the text, and an arrow towards the end that is out of sight."""
        colour = self._move_colour(connector)
        self._end(painter, connector.left, connector.side, colour)
        out = 1 if connector.side is Side.LEFT else -1
        x = 0.0 if connector.side is Side.LEFT else float(self.width())
        y = middle(connector.left, self.height())
        down = -1 if connector.up else 1
        path = QPainterPath(QPointF(x + out * END, y))
        turn = QPointF(x + out * 17, y)
        tip = QPointF(x + out * 17, y + down * 17)
        path.quadTo(turn, tip)
        painter.strokePath(path, QPen(colour, 2.4 if self._stands_out(connector) else 1.6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        beside, ahead = QPointF(4.5, 0), QPointF(0, down * 7)
        painter.drawPolygon(QPolygonF([tip - beside, tip + beside, tip + ahead]))

    def _end(self, painter: QPainter, extent: Extent, side: Side, colour: QColor) -> None:
        left = 0.0 if side is Side.LEFT else self.width() - END
        top, bottom = max(-10, extent.top), min(self.height() + 10, extent.bottom)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(left, top + 2, END, max(2, bottom - top - 4)), 2, 2)

    def _move_colour(self, connector: Connector) -> QColor:
        return faint(self._theme.moved.pen, 255 if self._stands_out(connector) else QUIET)

    def _stands_out(self, connector: Connector) -> bool:
        """Whether it is to stand out: its change is the current one, or the mouse is there."""
        if self._scene is None or connector.change is None:
            return False
        lit = self._scene.lit
        return connector.change == self._scene.current or (
            lit is not None and lit.change == connector.change
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to drag, perhaps."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().x()
            self._moved = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag."""
        if self._pressed_at is None:
            self._hovers = event.position()
            over = self._connector_at(self._hovers)
            self.point_again()
            is_end = over is not None and over.kind is ShapeKind.STUB
            self.move_pointed.emit(*((over.change, over.side) if over and is_end else (None, None)))
            return
        by = event.globalPosition().x() - self._pressed_at
        if self._moved or abs(by) >= QApplication.startDragDistance() / 2:
            self._moved = True
            self._pressed_at += round(by)
            self.dragged.emit(round(by))

    def point_again(self) -> None:
        """Tell what the resting mouse points at, and show what a click would do there.

        To be called when the texts have moved under the mouse.
        """
        if self._hovers is not None:
            over = self._connector_at(self._hovers)
            hand, split = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.SplitHCursor
            self.setCursor(split if over is None else hand)
            self.pointed.emit(None if over is None else over.change)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Point at nothing any more."""
        super().leaveEvent(event)
        self._hovers = None
        self.pointed.emit(None)
        self.move_pointed.emit(None, None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End of a drag, or a click on a connector."""
        if self._pressed_at is not None and not self._moved:
            self._click(event.position())
        self._pressed_at = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Make both panes equally wide."""
        self.halved.emit()

    def _click(self, place: QPointF) -> None:
        connector = self._connector_at(place)
        if connector is not None and connector.change is not None:
            self.change_clicked.emit(connector.change)

    def _connector_at(self, place: QPointF) -> Connector | None:
        """The connector at a point, the uppermost one."""
        found = [] if self._scene is None else reversed(connectors(self._scene))
        return next((c for c in found if self._shape_of(c).contains(place)), None)

    def _shape_of(self, connector: Connector) -> QPainterPath:
        """Where a click means a connector: with some room around thin ones."""
        if connector.kind is ShapeKind.STUB:
            path = QPainterPath()
            left = 0.0 if connector.side is Side.LEFT else self.width() - 26.0
            y = middle(connector.left, self.height())
            path.addRect(QRectF(left, y - 26, 26, 52))
            return path
        if connector.kind is ShapeKind.STRING:
            stroker = QPainterPathStroker()
            stroker.setWidth(9)
            return stroker.createStroke(string(connector, self.width(), self.height()))
        return outline(connector, self.width())

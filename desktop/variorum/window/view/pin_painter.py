"""Paints pins: a sign beside each passage decided about, a frame around what is about to be.

Imports Qt's painter and the scene; changes nothing. Coordinates are those of the pane.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from variorum.engine import PinKind, Side, Span
from variorum.window.view.columns import Columns
from variorum.window.view.drawings import sentence_rects
from variorum.window.view.inks import faint
from variorum.window.view.note_painter import free_line, sign_centre
from variorum.window.view.pins import Half, PinMark
from variorum.window.view.rounding import rounded
from variorum.window.view.scene import Scene, Shown

SIZE: Final = 0.62
"""The height of a pin, in lines of text."""
FRAME: Final = 2.0
"""The width of the frame around a passage that is being decided about."""
GROUND: Final = 26
"""How much the ground of the passage covers whose counterpart is looked for, 0 to 255."""
CORNER: Final = 4.0


class PinPainter:
    """Paints the pins of one piece after the other."""

    def __init__(self, painter: QPainter, scene: Scene, columns: Columns) -> None:
        self._p = painter
        self._scene = scene
        self._columns = columns
        self._side = columns.side

    def signs(self, shown: Shown, taken: set[int]) -> None:
        """Paint the signs of the pins that begin in a piece.

        Args:
            shown: the piece.
            taken: the tops of lines, from that of the piece, that have a sign; grows.
        """
        height = shown.set_piece.laid.look.line_height
        for mark, top in placed_pins(self._scene, self._side, shown, taken):
            centre = sign_centre(self._columns, shown.top + top + height / 2)
            colour, paper = QColor(self._scene.theme.current), QColor(self._scene.theme.paper)
            draw_pin(self._p, centre, height * SIZE, mark.kind, colour, paper)

    def halves(self, shown: Shown) -> None:
        """Frame what a piece has of the passages that are being decided about."""
        for half in self._scene.halves:
            if half.side is self._side:
                self._half(half, shown)

    def _half(self, half: Half, shown: Shown) -> None:
        laid = shown.set_piece.laid
        start, end = max(half.span.start, laid.span.start), min(half.span.end, laid.span.end)
        if start >= end:
            return
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for box in sentence_rects(laid, Span(start, end), laid.width):
            path.addRect(box)
        colour = QColor(self._scene.theme.current)
        pen = QPen(colour, FRAME)
        if not half.chosen:
            pen.setDashPattern([3.0, 2.0])
        self._p.setPen(pen)
        self._p.setBrush(faint(self._scene.theme.current, GROUND if half.chosen else 0))
        self._p.drawPath(rounded(path.simplified(), CORNER))


def draw_pin(
    painter: QPainter, centre: QPointF, height: float, kind: PinKind, ink: QColor, paper: QColor
) -> None:
    """Draw a pin; one that keeps apart is hollow and crossed out.

    Args:
        painter: draws it.
        centre: of the whole.
        height: from the head to the point.
        kind: what was decided.
        ink: its colour.
        paper: what it stands on.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = height * 0.3
    head = QPointF(centre.x(), centre.y() - height / 2 + radius)
    point = QPointF(centre.x(), centre.y() + height / 2)
    apart = kind is PinKind.FORBID
    pen = QPen(ink, max(1.4, height * 0.12))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(QPointF(head.x(), head.y() + radius), point))
    painter.setBrush(paper if apart else ink)
    painter.drawEllipse(QRectF(head.x() - radius, head.y() - radius, 2 * radius, 2 * radius))
    if apart:
        reach = height * 0.42
        away = QPointF(reach, reach)
        painter.drawLine(QLineF(centre - away, centre + away))


def placed_pins(
    scene: Scene, side: Side, shown: Shown, taken: set[int]
) -> Iterator[tuple[PinMark, int]]:
    """The pins that begin in a piece, each with the top of its sign, from that of the piece.

    Args:
        scene: what is shown.
        side: of the piece.
        shown: the piece.
        taken: the tops of lines that have a sign; grows.
    """
    piece, laid = shown.set_piece.piece, shown.set_piece.laid
    for mark in scene.pins.beginning_in(side, piece.span):
        yield mark, free_line(laid.line_of(mark.span.start), laid.look.line_height, taken)

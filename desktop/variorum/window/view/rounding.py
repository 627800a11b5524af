"""Rounds the corners of frames around text, which consist of level and upright strokes.

Imports Qt's paths.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF


def rounded(path: QPainterPath, radius: float) -> QPainterPath:
    """A path of straight strokes with its corners rounded off."""
    out = QPainterPath()
    for polygon in path.toSubpathPolygons():
        points = _corners(polygon)
        for number, corner in enumerate(points):
            before, after = points[number - 1], points[(number + 1) % len(points)]
            start, end = _towards(corner, before, radius), _towards(corner, after, radius)
            if number:
                out.lineTo(start)
            else:
                out.moveTo(start)
            out.quadTo(corner, end)
        out.closeSubpath()
    return out


def _corners(polygon: QPolygonF) -> list[QPointF]:
    """The corners of a closed polygon of level and upright strokes."""
    points = [polygon.at(number) for number in range(polygon.size() - 1)]
    return [
        point
        for number, point in enumerate(points)
        if not _straight(points[number - 1], point, points[(number + 1) % len(points)])
    ]


def _straight(before: QPointF, point: QPointF, after: QPointF) -> bool:
    level = abs(before.y() - point.y()) < 0.01 and abs(point.y() - after.y()) < 0.01
    upright = abs(before.x() - point.x()) < 0.01 and abs(point.x() - after.x()) < 0.01
    return level or upright


def _towards(corner: QPointF, other: QPointF, radius: float) -> QPointF:
    """The point so far from a corner on the way to another, half way at most."""
    way = other - corner
    length = max(abs(way.x()), abs(way.y()))
    return corner + way * (min(radius, length / 2) / length if length else 0.0)

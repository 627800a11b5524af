"""The shapes between the panes: what they join, and their outlines.

Imports Qt's painter path and the scene; paints nothing. Heights are pixels from the upper edge
of the view, `x` runs from 0 at the left pane to the width of the gutter at the right one.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from variorum.engine import Change, ChangeKind, Side
from variorum.window.view.drawings import InkName
from variorum.window.view.scene import Extent, Scene
from variorum.window.view.stretches import Gap

FAR: Final = 4000
"""Shapes that reach further out of the view than this end there."""
END: Final = 4.0
"""The width of the upright bar at the end of a string."""
_IN_PLACE: Final = frozenset({ChangeKind.EDITED, ChangeKind.REWORDED, ChangeKind.FORMATTED})
"""Kinds of changes that have text in the same place on both sides."""
BEND: Final = 0.5
"""How far the curves stay level before they turn, in widths of the gutter."""


class ShapeKind(StrEnum):
    """The forms of a connector."""

    FUNNEL = "funnel"
    """From the whole height of one side's text to the gap on the other side."""
    RIBBON = "ribbon"
    """From text to text, where both are near each other."""
    STRING = "string"
    """From text to text over any distance: the two ends of a move."""
    STUB = "stub"
    """From text towards an end that is out of sight."""


class Connector(NamedTuple):
    """One shape in the gutter."""

    kind: ShapeKind
    ink: InkName
    change: int | None
    left: Extent
    right: Extent
    """Of a stub, the extents are equal, and `side` has the text."""
    side: Side
    """Where the text of a funnel or a stub is."""
    up: bool = False
    """Of a stub: whether the other end is above."""


def connectors(scene: Scene) -> list[Connector]:
    """All that is to be drawn, the current change last."""
    out = [*_funnels(scene), *_moves(scene)]
    change = scene.change(scene.current)
    if change is not None and change.kind in _IN_PLACE:
        out += _in_place(scene, change)
    return sorted(out, key=lambda c: c.change is not None and c.change == scene.current)


def _funnels(scene: Scene) -> Iterator[Connector]:
    """From each visible run of one-sided bands to the gap opposite."""
    seen: set[Gap] = set()
    for placed in scene.visible:
        band = scene.stretches.band(placed.stretch)
        gap = scene.gaps.of(band)
        if gap is None or gap in seen or gap.all_moved or gap.is_pending:
            continue
        seen.add(gap)
        whole = _run_extent(scene, gap)
        middle = scene.gap_middle(gap)
        at = middle if middle is not None else whole.top + 6 * scene.typography.line_height
        tip = Extent(at, at)
        ends = (whole, tip) if gap.side is Side.LEFT else (tip, whole)
        ink = InkName(gap.side.value)
        yield Connector(ShapeKind.FUNNEL, ink, scene.change_of_band(band), *ends, gap.side)


def _run_extent(scene: Scene, gap: Gap) -> Extent:
    """From where to where a run of bands reaches; by estimate where it is out of sight."""
    heights, base = scene.scroll.heights, scene.scroll.position()
    first = scene.stretches.first_of(gap.bands.start)
    behind = scene.stretches.first_of(gap.bands.end)
    top = heights.top(first) - base
    bottom = heights.top(behind - 1) + heights[behind - 1] - base
    return Extent(max(-FAR, top), min(FAR, bottom))


def _moves(scene: Scene) -> Iterator[Connector]:
    """Strings between the ends of moves that are both in sight, stubs at the others."""
    found = sorted(
        {
            move
            for placed in scene.visible
            for move in scene.comparison.bands[scene.stretches.band(placed.stretch)].moves
        }
    )
    for move in found:
        change = scene.change_of_move(move)
        if change is None or change.left is None or change.right is None:
            continue
        left = scene.in_sight(Side.LEFT, change.left)
        right = scene.in_sight(Side.RIGHT, change.right)
        if left is not None and right is not None:
            yield Connector(ShapeKind.STRING, InkName.MOVED, change.number, left, right, Side.LEFT)
            continue
        for side, end in ((Side.LEFT, left), (Side.RIGHT, right)):
            if end is not None:
                up = scene.goes_up(side, move)
                yield Connector(ShapeKind.STUB, InkName.MOVED, change.number, end, end, side, up)


def _in_place(scene: Scene, change: Change) -> Iterator[Connector]:
    """The current change where both sides have text."""
    if change.left is None or change.right is None:
        return
    left = scene.extent(Side.LEFT, change.left)
    right = scene.extent(Side.RIGHT, change.right)
    if left is not None and right is not None:
        ink = InkName.FORMATTED if change.kind is ChangeKind.FORMATTED else InkName.EDITED
        yield Connector(ShapeKind.RIBBON, ink, change.number, left, right, Side.LEFT)


def outline(connector: Connector, width: float) -> QPainterPath:
    """The filled form of a funnel or a ribbon."""
    path = QPainterPath(QPointF(0, connector.left.top))
    _curve(path, 0, connector.left.top, width, connector.right.top)
    path.lineTo(width, connector.right.bottom)
    _curve(path, width, connector.right.bottom, 0, connector.left.bottom)
    path.closeSubpath()
    return path


def edges(connector: Connector, width: float) -> QPainterPath:
    """The upper and the lower edge of a funnel or a ribbon, without its ends."""
    path = QPainterPath(QPointF(0, connector.left.top))
    _curve(path, 0, connector.left.top, width, connector.right.top)
    path.moveTo(0, connector.left.bottom)
    _curve(path, 0, connector.left.bottom, width, connector.right.bottom)
    return path


def string(connector: Connector, width: float, view: int) -> QPainterPath:
    """The stroke of a string, between the middles of what is visible of its ends."""
    left, right = middle(connector.left, view), middle(connector.right, view)
    path = QPainterPath(QPointF(END, left))
    _curve(path, END, left, width - END, right)
    return path


def middle(extent: Extent, view: int) -> float:
    """The middle of the visible part of an extent in a view of some height."""
    return (max(0, extent.top) + min(view, extent.bottom)) / 2


def _curve(path: QPainterPath, x: float, y: float, to_x: float, to_y: float) -> None:
    """A curve that leaves and arrives level; a straight stroke when both ends are."""
    if y == to_y:
        path.lineTo(to_x, to_y)
        return
    bend = (to_x - x) * BEND
    path.cubicTo(QPointF(x + bend, y), QPointF(to_x - bend, to_y), QPointF(to_x, to_y))

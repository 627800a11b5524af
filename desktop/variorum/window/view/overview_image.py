"""Draws the whole of both texts, some pixels wide: made in steps, so that nothing has to wait.

Imports Qt's pictures, the scene and the sums. Coordinates are device pixels of the picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from variorum.engine import Change, Side
from variorum.window.theme import Theme
from variorum.window.view.densities import Densities, Trace
from variorum.window.view.inks import faint
from variorum.window.view.scene import Scene

COLUMN: Final = 17
"""The width of one text, in pixels."""
BETWEEN: Final = 10
"""Between the two texts: here run the moves."""
EDGE: Final = 7
"""At both sides: here stand hits and the current change."""
WIDTH: Final = 2 * (EDGE + COLUMN) + BETWEEN
MOST_STRINGS: Final = 40
"""More moves than this would be a tangle: their ends alone are shown."""
LINES_AT_ONCE: Final = 24
"""So many lines are painted in one step: less than a millisecond."""
STRENGTH: Final = {Trace.LONE: 205, Trace.MOVED: 205, Trace.FORMATTED: 90, Trace.PENDING: 60}
"""How much a kind covers, 0 to 255; of edited sentences, it depends on the wording."""


class Frame(NamedTuple):
    """The size of a picture."""

    lines: int
    """Its height in device pixels: the whole of the texts."""
    ratio: float
    """Device pixels in a pixel."""

    def x_of(self, side: Side) -> int:
        """The left edge of a text."""
        at = EDGE if side is Side.LEFT else EDGE + COLUMN + BETWEEN
        return round(at * self.ratio)

    @property
    def column(self) -> int:
        """The width of a text."""
        return round(COLUMN * self.ratio)


def draw_overview(scene: Scene, theme: Theme, frame: Frame) -> Iterator[QImage]:
    """Draw in steps; the picture that the last step hands over is whole."""
    width = round(WIDTH * frame.ratio)
    image = QImage(width, max(1, frame.lines), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(theme.desk))
    densities = Densities(scene.marks, scene.stretches, scene.scroll.heights, frame.lines)
    for _ in densities.work():
        yield image
    for first in range(0, frame.lines, LINES_AT_ONCE):
        painter = QPainter(image)
        for line in range(first, min(first + LINES_AT_ONCE, frame.lines)):
            for side in Side:
                _line(painter, theme, densities, frame, side, line)
        painter.end()
        yield image
    yield from _strings(image, scene, theme, frame)
    image.setDevicePixelRatio(frame.ratio)
    yield image


def _line(
    painter: QPainter, theme: Theme, densities: Densities, frame: Frame, side: Side, line: int
) -> None:
    """One line of one text: the kinds side by side, the more of one the wider."""
    left, width = frame.x_of(side), frame.column
    if densities.text[side][line] < 0.5 and not _any(densities, side, line):
        return
    painter.fillRect(left, line, width, 1, QColor(theme.paper))
    shares = {t: min(1.0, densities.traces[side][t][line]) for t in Trace}
    whole = min(1.0, sum(shares.values()))
    if whole <= 0.0:
        return
    # By the root, so that little is seen well and much still is more.
    reach = math.sqrt(whole) * width
    inner = left + width if side is Side.LEFT else left
    out = -1 if side is Side.LEFT else 1
    total = sum(shares.values())
    for trace, share in shares.items():
        if share <= 0.0:
            continue
        wide = min(width, max(1, round(reach * share / total)))
        start = inner - wide if out < 0 else inner
        start = max(left, min(left + width - wide, start))
        painter.fillRect(start, line, wide, 1, _colour(theme, densities, side, line, trace))
        inner += out * wide


def _any(densities: Densities, side: Side, line: int) -> bool:
    return any(sums[line] > 0.0 for sums in densities.traces[side].values())


def _colour(theme: Theme, densities: Densities, side: Side, line: int, trace: Trace) -> QColor:
    if trace is Trace.LONE:
        return faint(theme.side(side).pen, STRENGTH[trace])
    if trace is Trace.MOVED:
        return faint(theme.moved.pen, STRENGTH[trace])
    if trace is Trace.PENDING:
        return faint(theme.muted, STRENGTH[trace])
    if trace is Trace.FORMATTED:
        return faint(theme.formatted.pen, STRENGTH[trace])
    found = densities.traces[side]
    edited = found[Trace.EDITED][line] + found[Trace.REWORDED][line]
    strength = min(1.0, densities.strength[side][line] / edited)
    return faint(theme.edited.pen, round(45 + 165 * strength))


def _strings(image: QImage, scene: Scene, theme: Theme, frame: Frame) -> Iterator[QImage]:
    """From each move's end on the left to its end on the right."""
    moves = [c for c in scene.marks.changes if c.move is not None and c.left and c.right]
    if len(moves) > MOST_STRINGS:
        return
    colour = faint(theme.moved.pen, round(210 - 3.5 * len(moves)))
    for change in moves:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        string = string_of(scene, change, frame)
        assert string is not None
        painter.strokePath(string, string_pen(colour, frame))
        painter.end()
        yield image


def string_of(scene: Scene, change: Change, frame: Frame) -> QPainterPath | None:
    """From one end of a change to the other; None when it has but one."""
    if change.left is None or change.right is None:
        return None
    x, to_x = frame.x_of(Side.LEFT) + frame.column, frame.x_of(Side.RIGHT)
    bend = (to_x - x) / 2
    y = line_of(scene, Side.LEFT, middle(change.left), frame.lines)
    to_y = line_of(scene, Side.RIGHT, middle(change.right), frame.lines)
    path = QPainterPath(QPointF(x, y))
    path.cubicTo(QPointF(x + bend, y), QPointF(to_x - bend, to_y), QPointF(to_x, to_y))
    return path


def string_pen(colour: QColor, frame: Frame) -> QPen:
    """What strings are drawn with."""
    pen = QPen(colour, 1.2 * frame.ratio)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def middle(span: tuple[int, int]) -> int:
    """The position half way through a stretch of text."""
    return (span[0] + span[1]) // 2


def line_of(scene: Scene, side: Side, position: int, lines: int) -> float:
    """At which of so many lines for the whole a position of a text stands."""
    return next(lines_of(scene, side, (position,), lines), 0.0)


def lines_of(scene: Scene, side: Side, positions: Iterable[int], lines: int) -> Iterator[float]:
    """As `line_of`, for many positions in ascending order; there may be a million."""
    heights = scene.scroll.heights
    scale = lines / max(1, heights.total)
    top, start, end, slope = 0.0, 0, -1, 0.0
    for position in positions:
        if position >= end:
            band = scene.band_of(side, position)
            if band is None:
                return
            first, behind = scene.stretches.first_of(band), scene.stretches.first_of(band + 1)
            height = sum(heights[stretch] for stretch in range(first, behind))
            paragraphs = scene.comparison.bands[band].paragraphs(side)
            known = scene.comparison.document(side).paragraphs
            start, end = known[paragraphs.start].span.start, known[paragraphs.end - 1].span.end
            top, slope = heights.top(first) * scale, height * scale / max(1, end - start)
        yield top + (position - start) * slope

"""The overview at the side: the whole of both texts, what is visible of it, and a way to go there.

Imports Qt and the scene. Heights are device-independent pixels of the strip; positions are code
points of a side's text. The keys go where the strip goes, too: Home, End, the changes, Go to
Paragraph; so it takes no focus.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from variorum.engine import Side
from variorum.window.theme import Theme
from variorum.window.view.heights import Heights
from variorum.window.view.hits import Hits
from variorum.window.view.inks import faint
from variorum.window.view.overview_image import (
    EDGE,
    WIDTH,
    Frame,
    draw_overview,
    line_of,
    lines_of,
    middle,
    string_of,
    string_pen,
)
from variorum.window.view.scene import Scene

SLICE: Final = 0.004
"""Seconds of work between two looks at what else the window has to do."""
SETTLED_MS: Final = 90
"""So long after the heights were last estimated anew, the picture is drawn anew."""
UNFINISHED_MS: Final = 1500
"""So long after a result that is not complete the picture is drawn: mostly the whole one comes
before, and would have to wait for it."""
LEAST_HANDLE: Final = 12
"""The visible part is never shown lower than this, so that a hand can find it."""
HITS_AT_ONCE: Final = 500
"""Hits that are looked up in one step: less than a millisecond."""


class Overview(QWidget):
    """The strip."""

    place_wanted = Signal(int)
    """The view is to begin at this height of the whole, in its pixels."""
    wheeled = Signal(object)
    """The wheel was turned over the strip: a `QWheelEvent` for the panes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene: Scene | None = None
        self._heights: Heights | None = None
        self._picture: QPixmap | None = None
        self._grip: float | None = None
        self._hits: Hits | None = None
        self._hit_lines: dict[Side, list[int]] = {side: [] for side in Side}
        self._drawing: Iterator[QImage] | None = None
        self._drawn: QImage | None = None
        self._finding: Iterator[None] | None = None
        self._settled = QTimer(self, singleShot=True)
        self._settled.timeout.connect(self._begin)
        self._works = QTimer(self, singleShot=True, interval=0)
        self._works.timeout.connect(self._work)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Overview of both texts"))
        self.setToolTip(self.tr("The whole of both texts. Click or drag to go there."))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as two small texts."""
        return QSize(WIDTH, 100)

    # What is shown

    def follow(self, scene: Scene | None) -> None:
        """Show where the view is; draw the whole anew when it is another one."""
        if scene is not self._scene:
            if scene is None or self._scene is None or not _same_texts(scene, self._scene):
                self._picture = None
                self._hits = None
                self._hit_lines = {side: [] for side in Side}
            self._scene = scene
        heights = None if scene is None else scene.scroll.heights
        if heights is not self._heights:
            self._heights = heights
            self._draw_soon()
        self.update()

    def set_hits(self, hits: Hits | None) -> None:
        """Show where the hits of a search stand; None takes the marks away."""
        if hits is not self._hits:
            self._hits = hits
            self._find()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        if theme.desk != self._theme.desk:
            self._picture = None  # a light strip in the dark is worse than none for a moment
        self._theme = theme
        self._draw_soon()
        self.update()

    # Work in slices

    def _draw_soon(self) -> None:
        self._drawing = None
        if self._scene is not None and not self._scene.comparison.complete:
            self._settled.start(UNFINISHED_MS)
        elif self._picture is None:
            self._begin()
        else:
            # What there is will do, drawn out or pushed together, until the width stays.
            self._settled.start(SETTLED_MS)

    def _begin(self) -> None:
        if self._scene is None or not len(self._scene.scroll.heights) or self.height() < 1:
            return
        ratio = self.devicePixelRatioF()
        frame = Frame(round(self._whole() * ratio), ratio)
        self._drawing = draw_overview(self._scene, self._theme, frame)
        self._find()

    def _find(self) -> None:
        self._finding = self._find_lines()
        if self.isVisible():
            self._works.start()

    def _find_lines(self) -> Iterator[None]:
        """Look up where the hits stand."""
        scene = self._scene
        if scene is None:
            return
        lines = round(self._whole())
        found: dict[Side, list[int]] = {}
        for side in Side:
            starts = () if self._hits is None else self._hits.of(side).starts()
            places: dict[int, None] = {}
            for number, line in enumerate(lines_of(scene, side, starts, lines)):
                places[round(line)] = None
                if not number % HITS_AT_ONCE:
                    yield
            found[side] = list(places)
        self._hit_lines = found

    def _work(self) -> None:
        """Go on for a moment."""
        until = perf_counter() + SLICE
        while perf_counter() < until:
            if self._drawing is not None:
                self._draw_on(self._drawing)
            elif self._finding is not None:
                if next(self._finding, self) is self:
                    self._finding = None
                    self.update()
            else:
                return
        self._works.start()

    def _draw_on(self, drawing: Iterator[QImage]) -> None:
        image = next(drawing, None)
        if image is not None:
            self._drawn = image
            return
        self._drawing = None
        if self._drawn is not None:
            self._picture = QPixmap.fromImage(self._drawn)
        self.update()

    @property
    def is_busy(self) -> bool:
        """Whether something of the picture is still to be drawn."""
        return self._settled.isActive() or self._works.isActive()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw for the other height, a moment later."""
        self._draw_soon()

    def showEvent(self, event: object) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw what was put off while nobody saw it."""
        self._works.start()

    def hideEvent(self, event: object) -> None:  # noqa: ARG002, N802 - Qt's name
        """Rest."""
        self._works.stop()

    # Painting

    def _whole(self) -> float:
        """How much of the strip the whole of the texts takes: all, unless they are short."""
        assert self._scene is not None
        total = max(1, self._scene.scroll.heights.total)
        return self.height() * min(1.0, total / max(1, self._scene.view))

    def _visible(self) -> QRectF:
        """The frame of what is visible."""
        assert self._scene is not None
        scroll, view = self._scene.scroll, self._scene.view
        whole = self._whole()
        height = min(whole, max(LEAST_HANDLE, view * whole / max(1, scroll.heights.total)))
        furthest = scroll.furthest(view)
        top = scroll.position() / furthest * (whole - height) if furthest else 0.0
        return QRectF(1.5, top + 0.5, self.width() - 3, height - 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture, what is visible, the hits and the current change."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.desk))
        if self._scene is None or not len(self._scene.scroll.heights):
            return
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            whole = QRectF(0, 0, WIDTH, self._whole())
            painter.drawPixmap(whole, self._picture, QRectF(self._picture.rect()))
        for side, lines in self._hit_lines.items():
            self._hit_marks(painter, side, lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(faint(self._theme.current, 200), 1))
        painter.setBrush(faint(self._theme.selection, 26))
        painter.drawRoundedRect(self._visible(), 3, 3)
        self._current_mark(painter, self._scene)

    def _hit_marks(self, painter: QPainter, side: Side, lines: list[int]) -> None:
        left = 2 if side is Side.LEFT else self.width() - EDGE + 1
        colour = QColor(self._theme.text)
        for line in lines:
            painter.fillRect(left, line - 1, EDGE - 3, 2, colour)

    def _current_mark(self, painter: QPainter, scene: Scene) -> None:
        """An arrow head at the edge of each text that the current change is in."""
        change = scene.change(scene.current)
        if change is None:
            return
        frame = Frame(round(self._whole()), 1.0)
        string = string_of(scene, change, frame)
        if string is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.strokePath(string, string_pen(QColor(self._theme.current), frame))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.current))
        for side in Side:
            span = change.span(side)
            if span is not None:
                y = line_of(scene, side, middle(span), frame.lines)
                out = -1 if side is Side.LEFT else 1
                edge = EDGE if side is Side.LEFT else self.width() - EDGE
                tip, back = edge - 0.5 * out, edge + out * (EDGE - 1)
                points = [QPointF(tip, y), QPointF(back, y - 4), QPointF(back, y + 4)]
                painter.drawPolygon(points)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of what is visible, or go to where the mouse is."""
        if event.button() is not Qt.MouseButton.LeftButton or self._scene is None:
            return
        visible, y = self._visible(), event.position().y()
        inside = visible.top() <= y <= visible.bottom()
        self._grip = y - visible.top() if inside else visible.height() / 2
        if not inside:
            self._go(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go with the mouse."""
        if self._grip is not None:
            self._go(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll as over the texts."""
        self.wheeled.emit(event)

    def _go(self, y: float) -> None:
        """Have the grip at a height."""
        scene = self._scene
        if scene is None or self._grip is None:
            return
        free = max(1.0, self._whole() - self._visible().height())
        share = max(0.0, min(1.0, (y - self._grip) / free))
        self.place_wanted.emit(round(share * scene.scroll.furthest(scene.view)))


def _same_texts(scene: Scene, other: Scene) -> bool:
    ours, theirs = scene.comparison, other.comparison
    return ours.left is theirs.left and ours.right is theirs.right

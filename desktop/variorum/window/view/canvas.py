"""The scroll area of the view: one scroll position, three widgets that show it.

Imports Qt and the parts beside it. The truth about what is visible is the anchor of the scene's
`Scroll`; the scroll bar follows it. Positions are code points of a side's text, heights are
pixels from the upper edge of the view.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from variorum.engine import Change, Side, Span
from variorum.reports.marks import Marks
from variorum.window.theme import Theme
from variorum.window.view import gutter
from variorum.window.view.columns import columns
from variorum.window.view.gutter import Gutter
from variorum.window.view.heights import Anchor
from variorum.window.view.pane import Pane
from variorum.window.view.scene import Scene
from variorum.window.view.selection import Selection
from variorum.window.view.setting import sample_of
from variorum.window.view.typography import Typography

LEAST_PANE: Final = 140
"""The border between the panes cannot be dragged further."""
SETTLED_MS: Final = 80
"""So long after the last change of the width, the heights of what is not visible are estimated."""
REVEAL_AT: Final = 0.28
"""Where a revealed passage is put: this share of the view is above it."""
WHEEL_LINES: Final = 3
"""How many lines a notch of the wheel moves."""


class Eye(NamedTuple):
    """The line that the reader looks at: what must not move."""

    side: Side
    position: int
    """Its first character."""
    y: int
    """Its upper edge in the view."""


class Canvas(QAbstractScrollArea):
    """Two panes and the gutter, in step."""

    change_clicked = Signal(int)
    selection_changed = Signal()
    select_ended = Signal()
    """The mouse was let go with something selected."""
    scrolled = Signal()
    zoom_wanted = Signal(int)
    """By how many steps the wheel with Ctrl wants the text larger."""
    menu_wanted = Signal(object, QPoint)
    side_activated = Signal(object)
    widths_changed = Signal(int, int)
    """The widths of the left pane and of the right one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setAccessibleName(self.tr("Place in both texts"))
        self.verticalScrollBar().sliderReleased.connect(self._sync_bar)
        self._theme = theme
        self.scene: Scene | None = None
        self._share = 0.5
        self._zoom = 100
        self._syncing = False
        self._wheel = 0.0
        self._eye: Eye | None = None
        self.gutter = Gutter(theme, self.viewport())
        self.panes = {side: Pane(side, theme, self.viewport()) for side in Side}
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._re_estimate)
        self._connect()

    def _connect(self) -> None:
        self.gutter.dragged.connect(self._drag_border)
        self.gutter.halved.connect(self._halve)
        self.gutter.change_clicked.connect(self.change_clicked)
        for pane in self.panes.values():
            pane.change_clicked.connect(self.change_clicked)
            pane.selected.connect(self._selected)
            pane.select_ended.connect(self.select_ended)
            pane.scroll_wanted.connect(self.scroll_by)
        left, right = self.panes[Side.LEFT], self.panes[Side.RIGHT]
        left.reveal_wanted.connect(self._reveal_left)
        right.reveal_wanted.connect(self._reveal_right)
        left.menu_wanted.connect(self._left_menu)
        right.menu_wanted.connect(self._right_menu)
        left.focused.connect(self._left_focused)
        right.focused.connect(self._right_focused)

    def _reveal_left(self, position: int) -> None:
        self.reveal(Side.LEFT, Span(position, position), nearest=True)

    def _reveal_right(self, position: int) -> None:
        self.reveal(Side.RIGHT, Span(position, position), nearest=True)

    def _left_menu(self, place: QPoint) -> None:
        self.menu_wanted.emit(Side.LEFT, place)

    def _right_menu(self, place: QPoint) -> None:
        self.menu_wanted.emit(Side.RIGHT, place)

    def _left_focused(self) -> None:
        self.side_activated.emit(Side.LEFT)

    def _right_focused(self) -> None:
        self.side_activated.emit(Side.RIGHT)

    # What is shown

    def show_marks(self, marks: Marks | None) -> None:
        """Show a comparison from its top; None shows empty panes."""
        self._eye = None
        self._settled.stop()
        self.scene = None if marks is None else self._scene_of(marks)
        self._hand_out()
        self._settle()

    def replace_marks(self, marks: Marks) -> None:
        """Show another comparison of the same texts; the line under the eye stays."""
        old = self.scene
        if old is None:
            self.show_marks(marks)
            return
        eye = self._eye or self.eye()
        self.scene = self._scene_of(marks)
        self.scene.selection = old.selection
        self.scene.phase = old.phase
        self._look_at(eye)
        self._hand_out()
        self._settle()

    def _scene_of(self, marks: Marks) -> Scene:
        typography = self._typography(marks)
        return Scene(marks, self._theme, typography, self._text_widths(typography))

    def _typography(self, marks: Marks) -> Typography:
        comparison = marks.comparison
        samples = tuple(sample_of(comparison.document(side)) for side in Side)
        return Typography(self._zoom, tuple(sample for sample in samples if sample))

    def _text_widths(self, typography: Typography) -> dict[Side, int]:
        return {
            side: columns(side, pane.width(), typography).text_width
            for side, pane in self.panes.items()
        }

    def _hand_out(self) -> None:
        self.gutter.set_scene(self.scene, self._theme)
        for pane in self.panes.values():
            pane.set_scene(self.scene, self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        if self.scene is not None:
            self.scene.theme = theme
        self._hand_out()

    def set_zoom(self, per_cent: int) -> None:
        """Set the text in another size; the line under the eye stays."""
        if per_cent == self._zoom:
            return
        self._zoom = per_cent
        scene = self.scene
        if scene is None:
            return
        eye = self._eye or self.eye()
        typography = self._typography(scene.marks)
        scene.set_widths(typography, self._text_widths(typography))
        self._look_at(eye)
        self._hand_out()
        self._settle()

    # Widths

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Share the width out; the line under the eye stays."""
        self._arrange()

    def _arrange(self) -> None:
        size = self.viewport().size()
        free = max(0, size.width() - gutter.WIDTH)
        least = min(LEAST_PANE, free // 2)
        left = max(least, min(free - least, round(free * self._share)))
        # Looked up before the widths change: afterwards the line breaks are others.
        eye = self._eye or self.eye()
        self.panes[Side.LEFT].setGeometry(0, 0, left, size.height())
        self.gutter.setGeometry(left, 0, gutter.WIDTH, size.height())
        self.panes[Side.RIGHT].setGeometry(left + gutter.WIDTH, 0, free - left, size.height())
        self._fit(eye)
        self.widths_changed.emit(left, free - left)

    def _fit(self, eye: Eye | None) -> None:
        scene = self.scene
        if scene is not None:
            widths = self._text_widths(scene.typography)
            if widths != scene.setting.widths:
                near = all(_is_near(widths[s], scene.setting.widths[s]) for s in Side)
                scene.set_widths(scene.typography, widths, keep_heights=near)
                self._look_at(eye)
                self._eye = eye
                self._settled.start()
        for pane in self.panes.values():
            pane.fit()
        self._settle()
        self.refresh()

    def _re_estimate(self) -> None:
        """Estimate the heights again, some time after the width has changed."""
        scene = self.scene
        if scene is None:
            return
        eye = self._eye or self.eye()
        scene.estimate()
        self._look_at(eye)
        self._settle()
        self.refresh()

    def _drag_border(self, pixels: int) -> None:
        free = max(1, self.viewport().width() - gutter.WIDTH)
        self.set_share((self.panes[Side.LEFT].width() + pixels) / free)

    def _halve(self) -> None:
        self.set_share(0.5)

    def share(self) -> float:
        """How much of the width the left pane has, 0 to 1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Give the left pane so much of the width, 0 to 1."""
        self._share = max(0.05, min(0.95, share))
        self._arrange()

    # Scrolling

    def eye(self) -> Eye | None:
        """The first line that is wholly visible, of the active side if it has one there."""
        if self.scene is None or not self.scene.visible:
            return None
        active = Side.RIGHT if self.panes[Side.RIGHT].hasFocus() else Side.LEFT
        found = [self._first_line(active), self._first_line(active.other)]
        eyes = [eye for eye in found if eye is not None]
        near = self.viewport().height() // 2
        return next((eye for eye in eyes if eye.y < near), min(eyes, key=_height, default=None))

    def _first_line(self, side: Side) -> Eye | None:
        assert self.scene is not None
        for shown in self.scene.shown(side, 0):
            laid = shown.set_piece.laid
            height = laid.look.line_height
            line = max(0, -(shown.top // height))
            if line < laid.line_count:
                return Eye(side, laid.line_start(line), shown.top + line * height)
        return None

    def _look_at(self, eye: Eye | None) -> None:
        """Put a line where it was."""
        if eye is None or self.scene is None:
            return
        place = self.scene.line_top(eye.side, eye.position)
        if place is not None:
            self.scene.scroll.anchor = Anchor(place[0], place[1] - eye.y)

    def scroll_by(self, pixels: int) -> None:
        """Go down by so many pixels, up when negative."""
        if self.scene is not None:
            scroll = self.scene.scroll
            self._moved(lambda: scroll.move(pixels))

    def to_start(self) -> None:
        """Go to the beginning."""
        if self.scene is not None:
            scroll = self.scene.scroll
            self._moved(lambda: scroll.jump(0))

    def to_end(self) -> None:
        """Go to the end."""
        if self.scene is not None:
            self._moved(self.scene.scroll.to_end)

    def _moved(self, move: Callable[[], None]) -> None:
        """Move the anchor, and what is painted already with it."""
        scene = self.scene
        assert scene is not None
        self._eye = None
        before = {placed.stretch: placed.top for placed in scene.visible}
        move()
        scene.settle(self.viewport().height())
        common = next((p for p in scene.visible if p.stretch in before), None)
        if common is None:
            self.refresh()
        elif common.top != before[common.stretch]:
            by = common.top - before[common.stretch]
            scene.phase += by
            for pane in self.panes.values():
                pane.scroll(0, by)
            self.gutter.update()
        self._sync_bar()
        self.scrolled.emit()

    def _settle(self) -> None:
        """Find out what is visible after something else than the place has changed."""
        if self.scene is not None:
            self.scene.settle(self.viewport().height())
        self._sync_bar()
        self.scrolled.emit()

    def refresh(self) -> None:
        """Paint anew: another change is the current one, or all stands elsewhere."""
        self.gutter.update()
        for pane in self.panes.values():
            pane.update()

    def _sync_bar(self) -> None:
        """Make the scroll bar tell the truth; not under the hand that drags it."""
        bar = self.verticalScrollBar()
        if bar.isSliderDown():
            return
        self._syncing = True
        if self.scene is None:
            bar.setRange(0, 0)
        else:
            view = self.viewport().height()
            bar.setRange(0, self.scene.scroll.furthest(view))
            bar.setPageStep(view)
            bar.setSingleStep(self.scene.typography.line_height)
            bar.setValue(self.scene.scroll.position())
        self._syncing = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002, N802 - Qt's name
        """Follow the scroll bar."""
        scene = self.scene
        if self._syncing or scene is None:
            return
        bar = self.verticalScrollBar()
        if not bar.isSliderDown():
            self.scroll_by(-dy)
        elif bar.value() == bar.maximum():
            self.to_end()
        else:
            furthest = scene.scroll.furthest(self.viewport().height())
            position = round(bar.value() / max(1, bar.maximum()) * furthest)
            self._moved(lambda: scene.scroll.jump(position))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll; with Ctrl change the size of the text."""
        notches = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheel += notches
            steps = int(self._wheel)
            self._wheel -= steps
            if steps:
                self.zoom_wanted.emit(steps)
        elif self.scene is not None:
            exact = event.pixelDelta().y()
            self._wheel += exact or notches * WHEEL_LINES * self.scene.typography.line_height
            pixels = int(self._wheel)
            self._wheel -= pixels
            self.scroll_by(-pixels)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll by keys as everywhere; changes have keys of their own."""
        line = self.scene.typography.line_height if self.scene is not None else 20
        page = max(line, self.viewport().height() - 2 * line)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        by = {
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_Down: line,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: -page if shift else page,
        }
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif key in by:
            self.scroll_by(by[key])
        elif key == Qt.Key.Key_Home:
            self.to_start()
        elif key == Qt.Key.Key_End:
            self.to_end()
        else:
            event.ignore()

    # Going to a passage

    def reveal_change(self, change: Change, side: Side | None) -> None:
        """Show a change: where its text begins, of a move the given or the upper end."""
        sides = [s for s in Side if change.span(s) is not None]
        if side not in sides:
            side = min(sides, key=lambda s: change.rows(s)[0])
        span = change.span(side)
        if span is not None:
            self.reveal(side, span)

    def reveal(self, side: Side, span: Span, *, nearest: bool = False) -> None:
        """Show a passage; the view stays where it is when the passage is well in sight.

        Args:
            side: of the text.
            span: of the passage.
            nearest: move only as far as needed.
        """
        scene = self.scene
        place = None if scene is None else scene.line_top(side, span.start)
        if scene is None or place is None:
            return
        height, line = self.viewport().height(), scene.typography.line_height
        top = next((p.top + place[1] for p in scene.visible if p.stretch == place[0]), None)
        wanted = round(height * REVEAL_AT)
        if top is not None:
            extent = scene.extent(side, span) if span.length else None
            bottom = max(top + line, extent.bottom if extent is not None else 0)
            if top >= line // 2 and min(bottom, top + height // 2) <= height - line // 2:
                return
            if nearest:
                wanted = line // 2 if top < line // 2 else height - line // 2 - line
        anchor = Anchor(place[0], place[1] - wanted)

        def move() -> None:
            scene.scroll.anchor = anchor

        self._moved(move)

    def show_paragraph(self, side: Side, index: int) -> None:
        """Scroll a paragraph to the top."""
        scene = self.scene
        if scene is None or not 0 <= index < len(scene.comparison.document(side).paragraphs):
            return
        start = scene.comparison.document(side).paragraphs[index].span.start
        place = scene.line_top(side, start)
        if place is not None:
            anchor = Anchor(place[0], place[1] - scene.typography.line_height // 2)

            def move() -> None:
                scene.scroll.anchor = anchor

            self._moved(move)

    def visible_span(self, side: Side) -> Span | None:
        """What of a text is visible, to whole pieces of paragraphs."""
        if self.scene is None:
            return None
        pieces = [
            shown.set_piece.piece.span
            for shown in self.scene.shown(side, 0, self.viewport().height())
            if shown.top < self.viewport().height() and shown.top + shown.set_piece.laid.height > 0
        ]
        return Span(pieces[0].start, pieces[-1].end) if pieces else None

    def select(self, side: Side, span: Span | None) -> None:
        """Make a stretch of a text the selection; None selects nothing."""
        if self.scene is not None:
            self.scene.selection = None if span is None else Selection.of(side, span)
            self._selected()

    def _selected(self) -> None:
        for pane in self.panes.values():
            pane.update()
        self.selection_changed.emit()


def _is_near(width: int, other: int) -> bool:
    """Whether the heights at one width will do as estimates at another for a moment."""
    return max(width, other) < 1.3 * min(width, other)


def _height(eye: Eye) -> int:
    return eye.y

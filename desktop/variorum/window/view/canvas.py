"""The scroll area of the view: one scroll position, three widgets that show it.

Imports Qt and the parts beside it. The truth about what is visible is the anchor of the scene's
`Scroll`; the scroll bar follows it. Positions are code points of a side's text, heights are
pixels from the upper edge of the view.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from variorum.engine import Change, Side, Span
from variorum.reports.marks import Marks
from variorum.window.theme import Theme
from variorum.window.view import gutter
from variorum.window.view.columns import columns
from variorum.window.view.eye import (
    Eye,
    anchor_for,
    anchor_of_line,
    anchor_of_paragraph,
    find_current,
    find_eye,
    into_sight,
    look_at,
    visible_span,
)
from variorum.window.view.gutter import Gutter
from variorum.window.view.heights import Anchor
from variorum.window.view.lights import Lights
from variorum.window.view.notes import NoteMarks
from variorum.window.view.pane import Pane
from variorum.window.view.pins import Half, PinMarks
from variorum.window.view.scene import Scene
from variorum.window.view.screen_reader import tell_selection
from variorum.window.view.selection import Selection
from variorum.window.view.setting import sample_of
from variorum.window.view.typography import Face, Typography

LEAST_PANE: Final = 140
"""The border between the panes cannot be dragged further."""
SETTLED_MS: Final = 80
"""So long after the last change of the width, the heights of what is not visible are estimated, and
after the last movement one looks what is under the mouse now."""
FRAME: Final = 0.004
"""Seconds from the beginning of a movement in which the words that come into sight are marked: with
painting, a frame takes no longer than a screen shows it."""
SLICE: Final = 0.003
"""Seconds in which words are marked between two looks at what else the window has to do."""
PAUSE_MS: Final = 4
"""Between two such slices, and after a movement: the next movement comes first."""
WHEEL_LINES: Final = 3
"""How many lines a notch of the wheel moves."""


class Canvas(QAbstractScrollArea):
    """Two panes and the gutter, in step."""

    change_clicked = Signal(int)
    note_clicked = Signal(object, object)
    """The sign of a note on a passage: its side and `Span`."""
    selection_changed = Signal()
    select_ended = Signal()
    """The mouse was let go with something selected."""
    scrolled = Signal()
    zoom_wanted = Signal(int)
    """By how many steps the wheel with Ctrl wants the text larger."""
    move_pointed = Signal(object, object)
    """The mouse is over the sign of a move, or the label of a gap: the change, and the side that
    has its text at this height; None twice: no more."""
    menu_wanted = Signal(object, QPoint)
    side_activated = Signal(object)
    widths_changed = Signal(int, int)
    """The widths of the left pane and of the right one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Of a plain widget that Qt made itself, its bindings want to know what kind it is, and look
        # at all there are.
        self.setViewport(QWidget())
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
        self._face = Face()
        self._by_rows = False
        self._syncing = False
        self._wheel = 0.0
        self._eye: Eye | None = None
        self._eye_of: int | None = None
        """The change that was the current one then."""
        self.gutter = Gutter(theme, self.viewport())
        self.panes = {side: Pane(side, theme, self.viewport()) for side in Side}
        self._lights = Lights(self.panes, self.gutter, self)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._re_estimate)
        self._words = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._words.timeout.connect(self._mark_words)
        self._still = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._still.timeout.connect(self._point_again)
        self._connect()

    def _connect(self) -> None:
        self.scrolled.connect(self._still.start)
        self.gutter.dragged.connect(self._drag_border)
        self.gutter.halved.connect(self._halve)
        self.gutter.change_clicked.connect(self.change_clicked)
        for pane in self.panes.values():
            pane.change_clicked.connect(self.change_clicked)
            pane.note_clicked.connect(self.note_clicked)
            pane.selected.connect(self._selected)
            pane.select_ended.connect(self.select_ended)
            pane.scroll_wanted.connect(self.scroll_by)
        left, right = self.panes[Side.LEFT], self.panes[Side.RIGHT]
        left.move_pointed.connect(self.move_pointed)
        right.move_pointed.connect(self.move_pointed)
        self.gutter.move_pointed.connect(self.move_pointed)
        left.reveal_wanted.connect(self._reveal_left)
        right.reveal_wanted.connect(self._reveal_right)
        left.menu_wanted.connect(self._left_menu)
        right.menu_wanted.connect(self._right_menu)
        left.focused.connect(self._left_focused)
        right.focused.connect(self._right_focused)

    def _point_again(self) -> None:
        """The texts have moved under the mouse, and are at rest."""
        for pane in self.panes.values():
            pane.point_again()
        self.gutter.point_again()

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
        self.scene.current, self.scene.current_edit = old.current, old.current_edit
        self.scene.selection = old.selection
        self.scene.hits, self.scene.current_hit = old.hits, old.current_hit
        self.scene.phase = old.phase
        self.scene.pins, self.scene.halves = old.pins, old.halves
        if marks is old.marks:
            self.scene.notes = old.notes
        look_at(self.scene, eye)
        self._hold(eye)
        self._hand_out()
        self._settle()

    def _scene_of(self, marks: Marks) -> Scene:
        typography = self._typography(marks)
        widths = self._text_widths(typography)
        return Scene(marks, self._theme, typography, widths, by_rows=self._by_rows)

    def set_by_rows(self, *, by_rows: bool) -> None:
        """Level single rows, each on lines of its own, or whole bands; the top line stays."""
        if by_rows != self._by_rows:
            self._by_rows = by_rows
            if self.scene is not None:
                self.replace_marks(self.scene.marks)
                self.refresh()

    def _typography(self, marks: Marks) -> Typography:
        comparison = marks.comparison
        samples = tuple(sample_of(comparison.document(side)) for side in Side)
        return Typography(self._zoom, tuple(sample for sample in samples if sample), self._face)

    def _text_widths(self, typography: Typography) -> dict[Side, int]:
        return {
            side: columns(side, pane.width(), typography).text_width
            for side, pane in self.panes.items()
        }

    def _hand_out(self) -> None:
        self._lights.set_scene(self.scene)
        self.gutter.set_scene(self.scene, self._theme)
        for pane in self.panes.values():
            pane.set_scene(self.scene, self._theme)

    def set_notes(self, notes: NoteMarks) -> None:
        """Show what a reviewer said of what is shown."""
        if self.scene is not None:
            self.scene.notes = notes
        self.refresh()

    def set_pins(self, pins: PinMarks) -> None:
        """Show what was decided by hand about passages."""
        if self.scene is not None:
            self.scene.pins = pins
        self.refresh()

    def set_halves(self, halves: tuple[Half, ...]) -> None:
        """Frame the passages that are being decided about."""
        if self.scene is not None and halves != self.scene.halves:
            self.scene.halves = halves
            self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        if self.scene is not None:
            self.scene.theme = theme
        self._hand_out()

    def set_zoom(self, per_cent: int) -> None:
        """Set the text in another size; the line under the eye stays: see `_held`."""
        if per_cent != self._zoom:
            self._zoom = per_cent
            self._set_anew()

    def set_face(self, face: Face) -> None:
        """Set the text in other letters or lines; the line under the eye stays."""
        if face != self._face:
            self._face = face
            self._set_anew()

    def _set_anew(self) -> None:
        scene = self.scene
        if scene is None:
            return
        eye = self._held()
        typography = self._typography(scene.marks)
        scene.set_widths(typography, self._text_widths(typography))
        look_at(scene, eye)
        self._hand_out()
        self._settle()
        self._hold(eye)
        if eye is not None and (seen := into_sight(scene, eye)) != eye:
            look_at(scene, seen)
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
        eye = self._held()
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
                look_at(self.scene, eye)
                self._hold(eye)
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
        look_at(self.scene, eye)
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
        """The line that the reader looks at."""
        right = self.panes[Side.RIGHT].hasFocus()
        return find_eye(self.scene, Side.RIGHT if right else Side.LEFT)

    def _held(self) -> Eye | None:
        """The line that stays where it is while lines are broken anew.

        It is that of the current change, if one sees it, and the same one until the reader scrolls
        or goes to another change: there and back is no way at all.
        """
        scene = self.scene
        if self._eye is not None and scene is not None and self._eye_of == scene.current:
            return self._eye
        right = self.panes[Side.RIGHT].hasFocus()
        return find_current(scene, Side.RIGHT if right else Side.LEFT) or self.eye()

    def _hold(self, eye: Eye | None) -> None:
        self._eye = eye
        self._eye_of = None if self.scene is None else self.scene.current

    def look_at(self, eye: Eye) -> None:
        """Put a line where it was."""
        scene = self.scene
        if scene is not None:
            self._moved(lambda: look_at(scene, eye))

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

    def go_to(self, position: int) -> None:
        """Have a height of the whole at the upper edge; the end, when it is too far down."""
        scene = self.scene
        if scene is None:
            return
        if position >= scene.scroll.furthest(self.viewport().height()):
            self.to_end()
        else:
            self._moved(lambda: scene.scroll.jump(position))

    def _moved(self, move: Callable[[], None]) -> None:
        """Move the anchor, and what is painted already with it."""
        scene = self.scene
        assert scene is not None
        self._eye = None
        before = {placed.stretch: placed.top for placed in scene.visible}
        scene.hurry(FRAME)
        self._words.start()
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

    def _mark_words(self) -> None:
        """Mark the words that there was no time for, and paint them when all of them are."""
        scene = self.scene
        if scene is None:
            return
        if not scene.mark_on(SLICE):
            self._words.start()
        elif scene.lacks_words:
            scene.lacks_words = False
            for pane in self.panes.values():
                pane.update()

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
            self.go_to(round(bar.value() / max(1, bar.maximum()) * furthest))

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
        if self.scene is not None:
            self._go(anchor_for(self.scene, side, span, nearest=nearest))

    def show_paragraph(self, side: Side, index: int) -> None:
        """Scroll a paragraph to the top."""
        if self.scene is not None:
            self._go(anchor_of_paragraph(self.scene, side, index))

    def show_line(self, side: Side, position: int) -> None:
        """Scroll the line of a position to the top."""
        if self.scene is not None:
            self._go(anchor_of_line(self.scene, side, position))

    def _go(self, anchor: Anchor | None) -> None:
        scene = self.scene
        if scene is not None and anchor is not None:

            def move() -> None:
                scene.scroll.anchor = anchor

            self._moved(move)

    def visible_span(self, side: Side) -> Span | None:
        """What of a text is visible, to whole pieces of paragraphs."""
        return None if self.scene is None else visible_span(self.scene, side)

    def select(self, side: Side, span: Span | None) -> None:
        """Make a stretch of a text the selection; None selects nothing."""
        if self.scene is not None:
            self.scene.selection = None if span is None else Selection.of(side, span)
            self._selected()

    def put_caret(self, side: Side, position: int) -> None:
        """Put the caret somewhere, unless that would undo a selection."""
        scene = self.scene
        if scene is not None and (scene.selection is None or scene.selection.is_empty):
            scene.selection = Selection.at(side, position)
            self._selected()

    def _selected(self) -> None:
        for pane in self.panes.values():
            pane.update()
            tell_selection(pane)
        self.selection_changed.emit()


def _is_near(width: int, other: int) -> bool:
    """Whether the heights at one width will do as estimates at another for a moment."""
    return max(width, other) < 1.3 * min(width, other)

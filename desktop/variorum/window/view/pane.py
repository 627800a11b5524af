"""One pane: paints one text, and turns mouse and keys into a selection or a click on a change.

Imports Qt and the scene. Coordinates are those of the pane.
"""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from variorum.engine import Change, PinKind, Side, Span
from variorum.window.format_words import FormatWords
from variorum.window.theme import Theme
from variorum.window.view import caret
from variorum.window.view.columns import columns
from variorum.window.view.ground import Ground
from variorum.window.view.pane_painter import PanePainter
from variorum.window.view.scene import Scene
from variorum.window.view.selection import Selection

if TYPE_CHECKING:
    from variorum.window.view.mirror import Mirror

AUTOSCROLL_MS: Final = 20
"""How often the view moves on while the mouse is held beyond its edge."""


class Reach(StrEnum):
    """What a selection grows by while the mouse is dragged."""

    CHARACTERS = "characters"
    WORDS = "words"
    """After a double click."""
    PARAGRAPHS = "paragraphs"
    """After a third click."""


class Pane(QWidget):
    """The text of one side."""

    change_clicked = Signal(int)
    """A click into the text or the gap of a change."""
    note_clicked = Signal(object, object)
    """A click on the sign of a note on a passage: the side and the passage's `Span`."""
    selected = Signal()
    """The selection is another one."""
    select_ended = Signal()
    """The mouse was let go with something selected."""
    scroll_wanted = Signal(int)
    """The view is to go down by so many pixels: the mouse is held beyond its edge."""
    reveal_wanted = Signal(int)
    """The view is to show a position of the text: the caret went there."""
    menu_wanted = Signal(QPoint)
    """The context menu is asked for, at this global position."""
    pointed = Signal(object)
    """The mouse points at this position of the text; None: at no letter any more."""
    move_pointed = Signal(object, object)
    """The mouse is over the number of a move, or the label of a gap: the change, and the side that
    has its text here; None twice: no more."""
    focused = Signal()
    """The keys come here now."""

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._theme = theme
        self._scene: Scene | None = None
        self._ground: Ground | None = None
        self._reach_by = Reach.CHARACTERS
        self._pressed: QPoint | None = None
        self._hovers: QPointF | None = None
        """Where the mouse is."""
        self._mirror: Mirror | None = None
        self._caret_shown = False
        self._stepped: caret.Place | None = None
        """Where a key led to last."""
        self._timer = QTimer(self)
        self._timer.setInterval(AUTOSCROLL_MS)
        self._timer.timeout.connect(self._autoscroll)
        self._triple = QTimer(self)
        self._triple.setSingleShot(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def set_scene(self, scene: Scene | None, theme: Theme) -> None:
        """Show another comparison, or the same in other colours."""
        self._scene = scene
        self._theme = theme
        self.fit()
        self.update()

    def fit(self) -> None:
        """Share the width out again, after it or the typography has changed."""
        self._stepped = None
        if self._scene is None:
            self._ground = None
        else:
            shared = columns(self._side, self.width(), self._scene.typography)
            self._ground = Ground(self._scene, shared)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what is visible of the text."""
        painter = QPainter(self)
        if self._scene is None or self._ground is None:
            painter.fillRect(event.rect(), QColor(self._theme.paper))
            return
        ratio = self.devicePixelRatioF()
        painting = PanePainter(painter, self._scene, self._ground.columns, ratio)
        painting.paint(event.rect())
        place = self._caret_place() if self._caret_shown and self.hasFocus() else None
        if place is not None:
            painter.fillRect(place, QColor(self._theme.text))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the keys come here now."""
        super().focusInEvent(event)
        self.focused.emit()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a selection, or reach out with the one there is."""
        ground = self._ground
        if event.button() is not Qt.MouseButton.LeftButton or ground is None:
            return
        self._pressed = event.position().toPoint()
        self._stepped = None
        if self._triple.isActive():
            self._select_whole(Reach.PARAGRAPHS, event.position())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._own is not None:
            self._reach(event.position())
        else:
            self._reach_by = Reach.CHARACTERS
            position = ground.position_at(event.position())
            self._select(None if position is None else Selection.at(self._side, position))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select a word; a third click makes it the paragraph."""
        if event.button() is Qt.MouseButton.LeftButton and self._scene is not None:
            self._pressed = event.position().toPoint()
            self._select_whole(Reach.WORDS, event.position())
            self._triple.start(QApplication.doubleClickInterval())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Reach out with the selection; show what a click would do."""
        if self._ground is None:
            return
        self._hovers = event.position()
        if not event.buttons() & Qt.MouseButton.LeftButton or self._pressed is None:
            self.move_pointed.emit(*self._ground.sign_at(event.position()))
            self.point_again()
            return
        self._reach(event.position())
        inside = 0 <= event.position().y() < self.height()
        if inside:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def point_again(self) -> None:
        """Tell what the resting mouse points at, and show what a click would do there.

        To be called when the text has moved under the mouse. Who selects meanwhile reaches there.
        """
        place, ground = self._hovers, self._ground
        if place is None or ground is None:
            return
        if self._pressed is not None:
            self._reach(place)
            return
        is_sign = ground.sign_at(place)[0] is not None or ground.gap_at(place) is not None
        is_sign = is_sign or ground.note_at(place) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_sign else Qt.CursorShape.IBeamCursor
        self.setCursor(shape)
        self.pointed.emit(ground.letter_at(place))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Point at nothing any more."""
        super().leaveEvent(event)
        self._hovers = None
        self.pointed.emit(None)
        self.move_pointed.emit(None, None)

    def event(self, event: QEvent) -> bool:
        """Explain the pin under the mouse, or say how words looked that look otherwise."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            pin = None if self._ground is None else self._ground.pin_at(QPointF(event.pos()))
            if pin is not None:
                aligned = self.tr("Aligned by hand. The context menu takes the pin away.")
                apart = self.tr("Kept apart by hand. The context menu takes the pin away.")
                words = aligned if pin is PinKind.ALIGN else apart
                QToolTip.showText(event.globalPos(), words, self)
                return True
            looks = [] if self._ground is None else self._ground.looks_at(QPointF(event.pos()))
            if looks:
                QToolTip.showText(event.globalPos(), FormatWords(self).told(looks), self)
                return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End the selection; without one it was a click on a change, perhaps."""
        self._timer.stop()
        ground = self._ground
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        if self._own is not None and not self._own.is_empty:
            self.select_ended.emit()
            return
        if ground is None:
            return
        passage = ground.note_at(event.position())
        change = ground.change_at(event.position())
        if passage is not None:
            self.note_clicked.emit(self._side, passage)
        elif change is not None:
            self.change_clicked.emit(change)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu: where the mouse points, or where a key finds the reader."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if not by_key:
            self._leave_selection(QPointF(event.pos()))
        gone_to = self._gone_to() if by_key else None
        place = event.globalPos() if gone_to is None else self.mapToGlobal(gone_to)
        self.menu_wanted.emit(place)

    def _leave_selection(self, place: QPointF) -> None:
        """Whoever points beside what is selected means what is there; nothing is selected then."""
        selection, ground = None if self._scene is None else self._scene.selection, self._ground
        if ground is None or selection is None or selection.is_empty:
            return
        position, own = ground.position_at(place), self._own
        if position is None:
            self._select(None)
        elif own is None or not own.touches(position) or ground.gap_at(place) is not None:
            self._select(Selection.at(self._side, position))

    def _gone_to(self) -> QPoint | None:
        """A point where one has gone to: at the caret, else in the current change or its gap.

        What begins there comes into sight. None where there is nothing of the kind.
        """
        own, change = self._own, None
        if self._scene is not None:
            change = self._scene.change(self._scene.current)
        span = None if change is None else change.span(self._side)
        if own is not None:
            return self._beside(own.caret)
        if span is not None:
            return self._beside(span.start)
        return None if change is None else self._in_gap(change)

    def _beside(self, position: int) -> QPoint | None:
        """A point on the letter behind a position, which comes into sight."""
        self.reveal_wanted.emit(position)
        ground = self._ground
        stands = None if ground is None else ground.caret_at(position)
        if ground is None or stands is None:
            return None
        # As the line runs, the letter is right or left of it.
        points = [QPoint(x, stands.bottom()) for x in (stands.x() + 1, stands.x() - 1)]
        found = (point for point in points if ground.position_at(QPointF(point)) == position)
        return next(found, points[0])

    def _in_gap(self, change: Change) -> QPoint | None:
        """The middle of what is visible of the gap of a change; None where it has none here."""
        other, ground = self._side.other, self._ground
        span = change.span(other)
        facing = None if span is None or self._scene is None else self._scene.in_sight(other, span)
        if ground is None or facing is None:
            return None
        middle = (max(0, facing.top) + min(self.height(), facing.bottom)) // 2
        point = QPoint(self.width() // 2, middle)
        return point if ground.gap_at(QPointF(point)) == change.number else None

    def position_at(self, place: QPoint) -> int | None:
        """The position in the text that is nearest to a global point."""
        ground, at = self._ground, QPointF(self.mapFromGlobal(place))
        return None if ground is None else ground.position_at(at)

    def gap_at(self, place: QPoint) -> int | None:
        """The change of the gap at a global point; None where this side has text."""
        ground, at = self._ground, QPointF(self.mapFromGlobal(place))
        return None if ground is None else ground.gap_at(at)

    def _select_whole(self, reach: Reach, place: QPointF) -> None:
        self._reach_by = reach
        span = self._whole_at(place)
        if span is not None:
            self._select(Selection.of(self._side, span))

    def _whole_at(self, place: QPointF) -> Span | None:
        """The word or the paragraph at a point."""
        if self._ground is None:
            return None
        whole = self._reach_by is Reach.PARAGRAPHS
        return self._ground.paragraph_at(place) if whole else self._ground.word_at(place)

    def _reach(self, place: QPointF) -> None:
        """Move the end of the selection to a point."""
        if self._own is None or self._ground is None:
            return
        inside = QPointF(place.x(), max(0.0, min(self.height() - 1.0, place.y())))
        if self._reach_by is Reach.CHARACTERS:
            position = self._ground.position_at(inside)
            if position is not None:
                self._select(self._own.extended_to(position))
        else:
            span = self._whole_at(inside)
            if span is not None:
                self._select(self._own.extended(span))

    def _autoscroll(self) -> None:
        place = QPointF(self.mapFromGlobal(self.cursor().pos()))
        beyond = place.y() - self.height() if place.y() > 0 else place.y()
        self.scroll_wanted.emit(round(beyond / 3) or (1 if beyond > 0 else -1))
        self._reach(place)

    @property
    def _own(self) -> Selection | None:
        """The selection, if it is in this pane."""
        selection = None if self._scene is None else self._scene.selection
        return selection if selection is not None and selection.side is self._side else None

    def _select(self, selection: Selection | None) -> None:
        if self._scene is not None and selection != self._scene.selection:
            self._scene.selection = selection
            self.selected.emit()

    # Screen readers

    def mirror(self) -> Mirror:
        """The text as screen readers get it, as it stands now; made when it is first asked for."""
        if self._mirror is None:
            from variorum.window.view.mirror import Mirror  # noqa: PLC0415 - for screen readers

            self._mirror = Mirror(self, self._letter_at)
            self._mirror.caret_wanted.connect(self._take_caret)
        shared = None if self._ground is None else self._ground.columns
        self._mirror.follow(self._scene, self._side, shared)
        return self._mirror

    def _letter_at(self, place: QPoint) -> int | None:
        """The position of the letter at a point of the pane; None beside the text."""
        return None if self._ground is None else self._ground.letter_at(QPointF(place))

    def _take_caret(self, origin: int, caret_at: int) -> None:
        """Do as a screen reader says."""
        self._reach_by = Reach.CHARACTERS
        self._select(Selection.at(self._side, origin).extended_to(caret_at))
        self.reveal_wanted.emit(caret_at)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Reach out with the selection, move a cursor that is shown; all else is the view's."""
        scene = self._scene
        if scene is not None:
            for key, step in _STEPS.items():
                if event.matches(key):
                    self._step(scene, step, reach=True)
                    return
            for key, step in _MOVES.items() if self._caret_shown else ():
                if event.matches(key):
                    self._step(scene, step, reach=False)
                    return
        event.ignore()

    def _step(self, scene: Scene, step: caret.Step, *, reach: bool) -> None:
        selection = self._own or self._from_the_top()
        if selection is not None:
            place = self._stepped
            if place is None or place.position != selection.caret:
                place = caret.Place(selection.caret)
            self._stepped = step(scene, self._side, place)
            position = self._stepped.position
            self._reach_by = Reach.CHARACTERS
            at = Selection.at(self._side, position)
            self._select(selection.extended_to(position) if reach else at)
            self.reveal_wanted.emit(position)

    # The cursor

    def show_caret(self, *, shown: bool) -> None:
        """Show a cursor that the arrow keys move, or let these keys scroll."""
        self._caret_shown = shown
        if shown and self.hasFocus() and self._own is None:
            self._select(self._from_the_top())
        self.update()

    def _caret_place(self) -> QRect | None:
        """Where the cursor stands, if it can be seen."""
        own, ground = self._own, self._ground
        return None if own is None or ground is None else ground.caret_at(own.caret)

    def _from_the_top(self) -> Selection | None:
        """An empty selection at the first visible line."""
        position = None if self._ground is None else self._ground.position_at(QPointF(0, 0))
        return None if position is None else Selection.at(self._side, position)


_Key = QKeySequence.StandardKey
_STEPS: Final[dict[QKeySequence.StandardKey, caret.Step]] = {
    _Key.SelectNextChar: partial(caret.by_character, forward=True, words=False),
    _Key.SelectPreviousChar: partial(caret.by_character, forward=False, words=False),
    _Key.SelectNextWord: partial(caret.by_character, forward=True, words=True),
    _Key.SelectPreviousWord: partial(caret.by_character, forward=False, words=True),
    _Key.SelectNextLine: partial(caret.by_line, forward=True),
    _Key.SelectPreviousLine: partial(caret.by_line, forward=False),
    _Key.SelectNextPage: partial(caret.by_page, forward=True),
    _Key.SelectPreviousPage: partial(caret.by_page, forward=False),
    _Key.SelectEndOfLine: partial(caret.to_line_end, reach=True),
    _Key.SelectStartOfLine: caret.to_line_start,
    _Key.SelectEndOfDocument: partial(caret.to_text_end, forward=True),
    _Key.SelectStartOfDocument: partial(caret.to_text_end, forward=False),
}
_MOVES: Final[dict[QKeySequence.StandardKey, caret.Step]] = {
    _Key.MoveToNextChar: partial(caret.by_character, forward=True, words=False),
    _Key.MoveToPreviousChar: partial(caret.by_character, forward=False, words=False),
    _Key.MoveToNextWord: partial(caret.by_character, forward=True, words=True),
    _Key.MoveToPreviousWord: partial(caret.by_character, forward=False, words=True),
    _Key.MoveToNextLine: partial(caret.by_line, forward=True),
    _Key.MoveToPreviousLine: partial(caret.by_line, forward=False),
    _Key.MoveToNextPage: partial(caret.by_page, forward=True),
    _Key.MoveToPreviousPage: partial(caret.by_page, forward=False),
    _Key.MoveToEndOfLine: partial(caret.to_line_end, reach=False),
    _Key.MoveToStartOfLine: caret.to_line_start,
    _Key.MoveToEndOfDocument: partial(caret.to_text_end, forward=True),
    _Key.MoveToStartOfDocument: partial(caret.to_text_end, forward=False),
}
"""What the same keys do without Shift while the cursor is shown."""

"""The two texts side by side, in step: the one widget of this package that others use.

Imports Qt, the reports' marks and the parts beside it. Positions are code points of a side's
text, numbers of changes count from 1, sizes are device-independent pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from variorum.engine import Pin, Side, Span
from variorum.reports.marks import Marks
from variorum.window.dock import give_keys
from variorum.window.theme import Theme, theme_for
from variorum.window.view import gutter
from variorum.window.view.canvas import Canvas
from variorum.window.view.eye import Eye, change_in_view
from variorum.window.view.heads import Head, HeadBar
from variorum.window.view.hits import Hits
from variorum.window.view.notes import NoteMarks
from variorum.window.view.overview import Overview
from variorum.window.view.peeking import Peeking
from variorum.window.view.pins import Half, PinMarks
from variorum.window.view.rich_text import marked_html
from variorum.window.view.typography import Face
from variorum.window.view.word_edits import Step, Stop, steps_of, stop_at

ZOOMS: Final = (50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""The steps of Zoom In and Zoom Out, in per cent."""

LONGEST_RICH_TEXT: Final = 200_000
"""So many characters take some 50 ms to dress in HTML; more are copied as plain text alone."""


class ComparisonView(QWidget):
    """Two panes, the gutter between them, a head above each."""

    change_clicked = Signal(int)
    """The reader went to this change in the text: by a click, or by `step_edit`."""
    note_clicked = Signal(object, object)
    """The reader clicked on the sign of a note on a passage: its side and `Span`."""
    selection_changed = Signal(bool)
    """Whether any text is selected."""
    zoom_changed = Signal(int)
    """The size of the text, in per cent."""
    scrolled = Signal()
    """Another part of the texts is visible: see `visible_span`."""
    end_wanted = Signal(int, object)
    """The reader wants to go to this move's end on this side: see `peek`."""
    head_clicked = Signal(object, QPoint)
    """The reader wants the menu of this `Side`'s head, at a global position."""
    context_menu_requested = Signal(object, QPoint)
    """The side, and the global position for the menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme_for(self.palette())
        self._follows_desktop = False
        self._zoom = 100
        self._edit: int | None = None
        self._active = Side.LEFT
        self._on_escape: Callable[[], None] | None = None
        self._heads = {side: HeadBar(self._theme, self) for side in Side}
        for side, head in self._heads.items():
            head.menu_wanted.connect(partial(self.head_clicked.emit, side))
        self._canvas = Canvas(self._theme, self)
        self._overview = Overview(self._theme, self)
        self._peeking = Peeking(self._canvas, self._theme, self)
        self._peeking.end_wanted.connect(self.end_wanted)
        self._build()
        self._canvas.change_clicked.connect(self._clicked)
        self._canvas.note_clicked.connect(self.note_clicked)
        self._canvas.selection_changed.connect(self._selected)
        self._canvas.select_ended.connect(self._offer_selection)
        self._canvas.scrolled.connect(self._scrolled)
        self._overview.place_wanted.connect(self._canvas.go_to)
        self._overview.wheeled.connect(self._canvas.wheelEvent)
        self._canvas.zoom_wanted.connect(self._step_zoom)
        self._canvas.menu_wanted.connect(self.context_menu_requested)
        self._canvas.side_activated.connect(self._activated)
        self._canvas.widths_changed.connect(self._align_heads)
        self._name(Head(), Head())
        self._activated(Side.LEFT)
        self._follows_desktop = True
        application = QApplication.instance()
        assert isinstance(application, QApplication), "widgets need one"
        application.focusChanged.connect(self._show_focus)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fill what lies between and beside the heads."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.desk))

    def _build(self) -> None:
        self._head_row = QHBoxLayout()
        self._head_row.setSpacing(gutter.WIDTH)
        for side in Side:
            self._head_row.addWidget(self._heads[side])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head_row)
        texts = QHBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._canvas, 1)
        texts.addWidget(self._overview)
        column.addLayout(texts, 1)

    # What is shown

    def set_comparison(self, marks: Marks | None, left_head: Head, right_head: Head) -> None:
        """Show a comparison from its beginning; None empties the panes."""
        self._peeking.close()
        self._name(left_head, right_head)
        self._edit = None
        had = bool(self.selected_text())
        self._canvas.show_marks(marks)
        if had:
            self._selected()

    def replace_comparison(self, marks: Marks) -> None:
        """Show a better result for the same texts; what the reader looks at stays in place.

        The current change stays the one with the same id, if there still is one.
        """
        scene = self._canvas.scene
        current = None if scene is None else scene.change(scene.current)
        self._edit = None
        self._peeking.close()
        self._canvas.replace_marks(marks)
        if self._canvas.scene is not None:
            self._canvas.scene.current, self._canvas.scene.current_edit = None, {}
        if current is not None and self._canvas.scene is not None:
            self._canvas.scene.current = marks.number_of.get(current.id)

    def _name(self, left: Head, right: Head) -> None:
        self._heads[Side.LEFT].set_head(left)
        self._heads[Side.RIGHT].set_head(right)
        names = {Side.LEFT: self.tr("Left text"), Side.RIGHT: self.tr("Right text")}
        for side, head in ((Side.LEFT, left), (Side.RIGHT, right)):
            name = f"{names[side]}: {head.title}" if head.title else names[side]
            self._canvas.panes[side].setAccessibleName(name)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the keys to the side in use; a focus proxy would keep Tab going round in here."""
        self._canvas.panes[self._active].setFocus(event.reason())

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops: in the texts."""
        return tuple(self._canvas.panes.values())

    def _align_heads(self, left: int, right: int) -> None:
        bar = self.width() - left - right - gutter.WIDTH
        self._head_row.setContentsMargins(0, 0, max(0, bar), 0)
        self._head_row.setStretch(0, max(1, left))
        self._head_row.setStretch(1, max(1, right))

    # Changes

    def set_current_change(
        self, number: int | None, *, reveal: bool = True, side: Side | None = None
    ) -> None:
        """Make a change the current one.

        Args:
            number: of the change, or None.
            reveal: scroll to it, unless it is well in sight.
            side: of a move, the end to show; by default the upper one.
        """
        scene = self._canvas.scene
        if scene is None:
            return
        change = scene.change(number)
        if scene.current != (change.number if change else None):
            scene.current = change.number if change else None
            self._set_edit(None, {})
            self._canvas.refresh()
        if change is not None and reveal:
            self._canvas.reveal_change(change, side)
            self._put_caret({s: span for s in Side if (span := change.span(s)) is not None}, side)

    def _put_caret(self, where: Step, side: Side | None = None) -> None:
        """Put the caret where the reader has gone to, in the side in use if it is there, too."""
        if side not in where:
            side = self._active if self._active in where else self._active.other
        self._canvas.put_caret(side, where[side].start)

    def current_change(self) -> int | None:
        """The number of the current change."""
        return None if self._canvas.scene is None else self._canvas.scene.current

    def peek(self) -> bool:
        """Show on a card the other end of the current change, or what is missing in its gap.

        Returns:
            False when there is nothing of the kind: see `can_peek`.
        """
        return self._peeking.open(self.current_change(), self._active)

    def can_peek(self) -> bool:
        """Whether the current change is a move, or stands beside a gap."""
        return self._peeking.can_open(self.current_change())

    def on_escape(self, do: Callable[[], None] | None) -> None:
        """Do this when Esc is pressed in the texts, before what it means elsewhere.

        Args:
            do: what; None: Esc means what it does anywhere.
        """
        self._on_escape = do

    def event(self, event: QEvent) -> bool:
        """Esc puts the card away, before it means anything else."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            do = self._peeking.close if self._peeking.is_open else self._on_escape
            if do is not None:
                if event.type() is QEvent.Type.KeyPress:
                    do()
                event.accept()
                return True
        return super().event(event)

    def reveal_span(self, side: Side, span: Span) -> None:
        """Scroll to a passage, unless it is well in sight; the caret goes there."""
        self._canvas.reveal(side, span)
        self._canvas.put_caret(side, span.start)

    def step_edit(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) word edit, from the current one or change on.

        A change without word edits, such as a missing passage, is one stop. The change that the
        edit lies in becomes the current one; `change_clicked` tells when it is another.

        Returns:
            False when there is none in this direction.
        """
        scene = self._canvas.scene
        if scene is None or not scene.marks.changes:
            return False
        number, at = scene.current, self._edit
        if number is None:
            number, at = self.change_at_view() or 1, -direction
        elif at is None:
            at = -1 if direction > 0 else 0
        change = scene.change(number)
        assert change is not None
        found = stop_at(scene.marks, change, at + direction)
        if found is None:
            return False
        self._go_to_edit(*found)
        return True

    def _go_to_edit(self, number: int, index: int, step: Step) -> None:
        scene = self._canvas.scene
        assert scene is not None
        other = number != scene.current
        scene.current = number
        self._set_edit(index, step)
        self._canvas.refresh()
        side = self._active if self._active in step else self._active.other
        self._canvas.reveal(side, step[side])
        self._put_caret(step)
        if other:
            self.change_clicked.emit(number)

    def current_stop(self) -> Stop | None:
        """The word edit that was gone to last; None after anything else."""
        scene = self._canvas.scene
        change = None if scene is None else scene.change(scene.current)
        if scene is None or change is None or self._edit is None:
            return None
        return Stop(self._edit + 1, len(steps_of(scene.marks, change)), scene.current_edit)

    def _set_edit(self, index: int | None, step: Step) -> None:
        self._edit = index
        if self._canvas.scene is not None:
            self._canvas.scene.current_edit = step

    def _clicked(self, number: int) -> None:
        self.set_current_change(number, reveal=False)
        self.change_clicked.emit(number)

    def change_at_view(self) -> int | None:
        """The change that is nearest to the top of the visible part; else the next one below."""
        scene = self._canvas.scene
        return None if scene is None else change_in_view(scene)

    # Places

    def _scrolled(self) -> None:
        self._overview.follow(self._canvas.scene)
        self.scrolled.emit()

    def show_overview(self, *, shown: bool) -> None:
        """Show or hide the strip with the whole of both texts."""
        self._overview.setVisible(shown)

    def visible_span(self, side: Side) -> Span | None:
        """What of a text is visible, to whole paragraphs; None when nothing is."""
        return self._canvas.visible_span(side)

    def go_to_paragraph(self, side: Side, index: int) -> None:
        """Scroll a paragraph (from 0) to the top, as far as there is text below it."""
        self._canvas.show_paragraph(side, index)
        scene = self._canvas.scene
        paragraphs = scene.comparison.document(side).paragraphs if scene is not None else ()
        if 0 <= index < len(paragraphs):
            self._canvas.put_caret(side, paragraphs[index].span.start)

    def go_to_line(self, side: Side, position: int) -> None:
        """Scroll the line of a position to the top, as far as there is text below it."""
        self._canvas.show_line(side, position)
        self._canvas.put_caret(side, position)

    def eye(self) -> Eye | None:
        """The line that the reader looks at; None when there is none."""
        return self._canvas.eye()

    def look_at(self, eye: Eye) -> None:
        """Put a line back to where it was when the reader looked at it."""
        self._canvas.look_at(eye)

    def set_hits(self, hits: Hits | None, current: int | None = None) -> None:
        """Outline what a search has found in the texts; None: nothing any more.

        Args:
            hits: in both texts.
            current: the number of the current one, from 0.
        """
        scene = self._canvas.scene
        if scene is not None:
            scene.hits = hits
            scene.current_hit = None if hits is None or current is None else hits[current]
            self._canvas.refresh()
            self._peeking.refresh()
            self._overview.set_hits(hits)

    # Selection

    def selection(self) -> tuple[Side, Span] | None:
        """The side and the extent of the selection; None when nothing is selected."""
        found = self.selection_or_caret()
        return None if found is None or not found[1].length else found

    def selection_or_caret(self) -> tuple[Side, Span] | None:
        """The selection, or the place of the caret; None: there is none."""
        scene = self._canvas.scene
        selection = None if scene is None else scene.selection
        return None if selection is None else (selection.side, selection.span)

    def caret(self) -> tuple[Side, Span] | None:
        """The same of the side in use."""
        found = self.selection_or_caret()
        return None if found is None or found[0] is not self._active else found

    def place_caret(self, side: Side, position: int) -> None:
        """Put the caret somewhere, in place of a selection."""
        self.select(side, Span(position, position))

    def position_at(self, side: Side, place: QPoint) -> int | None:
        """The position in a text that is nearest to a global point; None where there is none."""
        return self._canvas.panes[side].position_at(place)

    def gap_at(self, side: Side, place: QPoint) -> int | None:
        """The change of the gap at a global point; None where the side has text."""
        return self._canvas.panes[side].gap_at(place)

    def select(self, side: Side, span: Span) -> None:
        """Make a stretch of a text the selection; an empty one puts the caret there."""
        self._canvas.select(side, span)

    def selected_text(self) -> str:
        """The exact text of the selection; empty when nothing is selected."""
        scene = self._canvas.scene
        if scene is None or scene.selection is None:
            return ""
        start, end = scene.selection.span
        return scene.comparison.document(scene.selection.side).text[start:end]

    def selected_html(self) -> str:
        """The selection with its marks, as a fragment of HTML; empty when nothing is selected."""
        scene = self._canvas.scene
        if scene is None or scene.selection is None or scene.selection.is_empty:
            return ""
        return marked_html(scene.marks, scene.selection.side, scene.selection.span)

    def copy(self) -> None:
        """Put the selection on the clipboard, as plain and, unless it is long, as rich text."""
        text = self.selected_text()
        if text:
            data = QMimeData()
            data.setText(text)
            if len(text) <= LONGEST_RICH_TEXT:
                data.setHtml(self.selected_html())
            QGuiApplication.clipboard().setMimeData(data)

    def select_all(self) -> None:
        """Select the whole text of the active side."""
        scene = self._canvas.scene
        if scene is not None:
            whole = Span(0, len(scene.comparison.document(self._active).text))
            self._canvas.select(self._active, whole)

    def _selected(self) -> None:
        scene = self._canvas.scene
        selection = None if scene is None else scene.selection
        self.selection_changed.emit(selection is not None and not selection.is_empty)

    def _offer_selection(self) -> None:
        """Let the middle mouse button paste what is selected, where the desktop knows this."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection():
            clipboard.setText(self.selected_text(), QClipboard.Mode.Selection)

    def active_side(self) -> Side:
        """The side that keys and selection go to."""
        return self._active

    def set_active_side(self, side: Side) -> None:
        """Give a side the keys; the keyboard focus follows."""
        self._activated(side)
        give_keys(self._canvas.panes[side])

    def turn_to(self, side: Side) -> None:
        """Give a side the keys if the other one has them; it is the side in use in any case."""
        if any(pane.hasFocus() for pane in self._canvas.panes.values()):
            self.set_active_side(side)
        else:
            self._activated(side)

    @Slot()
    def take_keys(self) -> None:
        """Give the side in use the keys, wherever they are."""
        self.set_active_side(self._active)

    @Slot()
    def _show_focus(self) -> None:
        for side, head in self._heads.items():
            head.set_focused(focused=self._canvas.panes[side].hasFocus())

    def _activated(self, side: Side) -> None:
        self._active = side
        for each, head in self._heads.items():
            head.set_active(active=each is side)

    @Slot(bool)
    def show_caret(self, shown: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        """Show a cursor in the texts that the arrow keys move, or let these keys scroll again."""
        for pane in self._canvas.panes.values():
            pane.show_caret(shown=shown)

    # Size and colours

    def share(self) -> float:
        """How much of the width the left pane has, 0 to 1."""
        return self._canvas.share()

    def set_share(self, share: float) -> None:
        """Give the left pane so much of the width, 0 to 1; the top line stays."""
        self._canvas.set_share(share)

    def middle(self) -> int:
        """Where the middle of the gutter is, from the left edge."""
        return self._canvas.x() + self._canvas.gutter.geometry().center().x()

    def set_by_rows(self, *, by_rows: bool) -> None:
        """Set one sentence a line and level single rows; else paragraphs flow and bands are level.

        The top line stays.
        """
        self._peeking.close()
        self._canvas.set_by_rows(by_rows=by_rows)

    def zoom_in(self) -> None:
        """Make the text a step larger."""
        self._step_zoom(1)

    def zoom_out(self) -> None:
        """Make the text a step smaller."""
        self._step_zoom(-1)

    def zoom_reset(self) -> None:
        """Show the text in its usual size."""
        self.set_zoom(100)

    def zoom(self) -> int:
        """The size of the text in per cent, 50 to 300."""
        return self._zoom

    def set_zoom(self, per_cent: int) -> None:
        """Set the size of the text, 50 to 300 per cent; the top line stays."""
        per_cent = max(ZOOMS[0], min(ZOOMS[-1], per_cent))
        if per_cent != self._zoom:
            self._zoom = per_cent
            self._canvas.set_zoom(per_cent)
            self.zoom_changed.emit(per_cent)

    def set_face(self, face: Face) -> None:
        """Set the text in another typeface or in lines of another length; the top line stays."""
        self._canvas.set_face(face)

    def _step_zoom(self, steps: int) -> None:
        larger = [zoom for zoom in ZOOMS if zoom > self._zoom]
        smaller = [zoom for zoom in reversed(ZOOMS) if zoom < self._zoom]
        ladder = larger if steps > 0 else smaller
        if ladder:
            self.set_zoom(ladder[min(abs(steps), len(ladder)) - 1])

    def set_notes(self, notes: NoteMarks) -> None:
        """Show what a reviewer said of what is shown; another comparison begins without."""
        self._canvas.set_notes(notes)

    def set_pins(self, pins: Iterable[Pin]) -> None:
        """Show what was decided by hand about passages; another comparison begins without."""
        self._canvas.set_pins(PinMarks(pins))

    def set_halves(self, *halves: Half) -> None:
        """Frame the passages that are being decided about; none: no more."""
        self._canvas.set_halves(halves)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on, whatever the desktop's are."""
        self._follows_desktop = False
        self._apply(theme)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the desktop's change to light or dark, as long as no theme was set."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._follows_desktop:
            self._apply(theme_for(self.palette()))

    def _apply(self, theme: Theme) -> None:
        self._theme = theme
        self._canvas.set_theme(theme)
        self._overview.set_theme(theme)
        self._peeking.set_theme(theme)
        for head in self._heads.values():
            head.set_theme(theme)
        self.update()

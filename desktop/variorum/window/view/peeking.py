"""When the peek comes up, where it stands, and when it goes.

It shows the other end of a move, or, over a gap, the text that is missing there.

Imports Qt, the card and the canvas. Heights are pixels from the upper edge of the view.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from variorum.engine import Change, ChangeKind, Side
from variorum.window.dock import give_keys
from variorum.window.theme import Theme
from variorum.window.view.canvas import Canvas
from variorum.window.view.columns import columns
from variorum.window.view.peek import INSET, Peek
from variorum.window.view.typography import Typography

AFTER_MS: Final = 350
"""The mouse must rest so long on the sign of a move: nothing is to jump up in passing."""
GRACE_MS: Final = 300
"""So long the mouse may be away on its way to the card."""
EDGE: Final = 8
"""Free around the card."""
SHARE: Final = 0.6
"""The greatest height of the card, as a share of the view."""


class Peeking(QObject):
    """Shows the card for signs that the mouse rests on, or for what is asked for by key."""

    end_wanted = Signal(int, object)
    """The reader wants to go to this change's end on this side."""

    def __init__(self, canvas: Canvas, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._theme = theme
        self._pointed: tuple[int, Side] | None = None
        self._shown: tuple[int, Side] | None = None
        self._set_as: tuple[Typography, int] | None = None
        """In which letters the card is, and how wide the pane was for it."""
        self._by_key = False
        self._from: Side | None = None
        """The side that had the keys before they went to the card."""
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._gone = QTimer(self, singleShot=True, interval=GRACE_MS)
        self._soon.timeout.connect(self._show_pointed)
        self._gone.timeout.connect(self.close)
        canvas.move_pointed.connect(self._point)
        canvas.scrolled.connect(self._follow)

    @cached_property
    def _card(self) -> Peek:
        """The card; made when it is first wanted."""
        card = Peek(self._theme, self._canvas.viewport())
        card.go_wanted.connect(self._go)
        card.close_wanted.connect(self.close)
        card.entered.connect(self._gone.stop)
        card.left.connect(self._leave)
        return card

    @property
    def is_open(self) -> bool:
        """Whether the card is there."""
        return self._shown is not None

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.close()
        self._theme = theme
        if "_card" in self.__dict__:
            self._card.set_theme(theme)

    def refresh(self) -> None:
        """Paint the card anew: something else was found in the texts."""
        if self._shown is not None:
            self._card.refresh()

    def can_open(self, number: int | None) -> bool:
        """Whether there is anything to show of a change: it is a move, or stands beside a gap."""
        return self._worth_a_card(number) is not None

    def open(self, number: int | None, active: Side) -> bool:
        """Show the other end of a move, or what is missing in a gap, and give the card the keys.

        Args:
            number: of the change.
            active: the side that has the keys; the card shows the other one's end of a move if
                this one's is in sight.

        Returns:
            False when there is nothing to show of the change.
        """
        change = self._worth_a_card(number)
        if change is None:
            return False
        ends = [side for side in (active, active.other) if change.span(side) is not None]
        here = next((side for side in ends if self._in_sight(change, side)), None)
        if here is None:
            here = ends[0]
            self._canvas.reveal_change(change, here)
        self._by_key = True
        self._from = active
        self._show(change, here)
        give_keys(self._card)
        return True

    def close(self) -> None:
        """Put the card away; the keys go back to where they were."""
        self._soon.stop()
        self._gone.stop()
        if self._shown is None:
            return
        here = self._from or self._shown[1]
        had_keys = self._card.isAncestorOf(self._canvas.window().focusWidget() or self._canvas)
        self._shown = self._from = None
        self._by_key = False
        self._card.hide()
        if had_keys:
            self._canvas.panes[here].setFocus()

    def _change(self, number: int | None) -> Change | None:
        return None if self._canvas.scene is None else self._canvas.scene.change(number)

    def _worth_a_card(self, number: int | None) -> Change | None:
        """A change if it is a move with both ends, or if there is a gap opposite."""
        change, scene = self._change(number), self._canvas.scene
        if change is None or scene is None:
            return None
        if change.left is not None and change.right is not None:
            return change if change.kind is ChangeKind.MOVED else None
        row = min((*change.left_rows, *change.right_rows))
        return None if scene.gaps.of(scene.marks.band_of_row(row)) is None else change

    def _in_sight(self, change: Change, side: Side) -> bool:
        scene, span = self._canvas.scene, change.span(side)
        return scene is not None and span is not None and scene.in_sight(side, span) is not None

    def _point(self, number: int | None, side: Side | None) -> None:
        """The mouse is over the sign of a change with text on a side, or no more."""
        found = None if number is None or side is None else (number, side)
        if found is None or self._change(number) is None:
            self._pointed = None
            self._soon.stop()
            self._leave()
        elif found == self._shown:
            self._gone.stop()
        elif found != self._pointed or not self._soon.isActive():
            self._pointed = found
            self._soon.start()

    def _leave(self) -> None:
        if self._shown is not None and not self._by_key:
            self._gone.start()

    def _show_pointed(self) -> None:
        change = None if self._pointed is None else self._change(self._pointed[0])
        if change is not None and self._pointed is not None:
            self._gone.stop()
            self._by_key = False
            self._show(change, self._pointed[1])

    def _show(self, change: Change, here: Side) -> None:
        """Show the other end, or else this one, beside the text on this side."""
        scene = self._canvas.scene
        assert scene is not None
        pane = self._canvas.panes[here.other]
        # As wide as the text of the pane, so that lines break as they do there.
        text = columns(here.other, pane.width(), scene.typography).text_width
        width = min(text + 2 * INSET, pane.width() - 2 * EDGE)
        height = round(self._canvas.viewport().height() * SHARE)
        self._set_as = scene.typography, pane.width()
        self._card.show_end(scene, change, _end(change, here), QSize(max(160, width), height))
        self._shown = (change.number, here)
        self._place()
        self._card.show()
        self._card.raise_()

    def _place(self) -> None:
        """Stand on the other side, level with the end on this side."""
        scene = self._canvas.scene
        change = None if scene is None or self._shown is None else scene.change(self._shown[0])
        if scene is None or change is None or self._shown is None:
            self.close()
            return
        here = self._shown[1]
        span = change.span(here)
        extent = None if span is None else scene.in_sight(here, span)
        if extent is None:
            self.close()
            return
        pane, view = self._canvas.panes[here.other], self._canvas.viewport().height()
        free = max(EDGE, view - EDGE - self._card.height())
        text = columns(here.other, pane.width(), scene.typography).left
        x = max(EDGE, min(text - INSET, pane.width() - self._card.width() - EDGE))
        self._card.move(pane.x() + x, max(EDGE, min(extent.top - 6, free)))

    def _follow(self) -> None:
        """Stay beside the text, or go with it; be set as the text is."""
        # What the mouse rested on has gone from under it.
        self._pointed = None
        self._soon.stop()
        if self._shown is None:
            return
        number, here = self._shown
        change, scene = self._change(number), self._canvas.scene
        pane = self._canvas.panes[here.other]
        if change is None or scene is None or (scene.typography, pane.width()) == self._set_as:
            self._place()
        else:
            self._show(change, here)

    def _go(self) -> None:
        if self._shown is not None:
            number, here = self._shown
            change = self._change(number)
            self.close()
            if change is not None:
                self.end_wanted.emit(number, _end(change, here))


def _end(change: Change, here: Side) -> Side:
    """The side of what the card shows, seen from a side that has the text of a change."""
    return here if change.span(here.other) is None else here.other

"""Going from change to change.

Imports Qt's signals and the panes. Changes are numbered from 1; moves in space never wrap around,
because a reader who comes back to the beginning without noticing reads everything twice.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from variorum.engine import Change, ChangeKind, Side
from variorum.window.state import Opened
from variorum.window.view import ComparisonView


class Navigation(QObject):
    """Keeps the current change, and finds the next one."""

    went = Signal(int)
    """This change is the current one now."""
    arrived = Signal(int)
    """The reader asked to go to this change and is there."""
    stepped = Signal()
    """The reader asked for the next or the previous word edit and is there."""

    def __init__(self, view: ComparisonView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._changes: tuple[Change, ...] = ()
        view.change_clicked.connect(self._on_clicked)

    def set_opened(self, opened: Opened | None) -> None:
        """Go within these changes from now on."""
        self._changes = opened.marks.changes if opened is not None else ()

    @property
    def count(self) -> int:
        """How many changes there are."""
        return len(self._changes)

    @property
    def current(self) -> Change | None:
        """The change that was gone to last."""
        number = self._view.current_change()
        if number is None or not 1 <= number <= len(self._changes):
            return None
        return self._changes[number - 1]

    def same_as(self, change: Change | None) -> int | None:
        """The number of a change of another comparison in this one, if it is here."""
        if change is None:
            return None
        return next((c.number for c in self._changes if c.id == change.id), None)

    def target(self, direction: int) -> int | None:
        """The number of the next (1) or previous (-1) change; None at the end.

        It is counted from the current change while that is in sight, else from what is.
        """
        if not self._changes:
            return None
        current = self.current
        if current is not None and self._in_sight(current):
            number = current.number + direction
        else:
            number = self._view.change_at_view() or 1
        return number if 1 <= number <= len(self._changes) else None

    @Slot()
    def next(self) -> None:
        """Go to the next change."""
        self._go_if(self.target(1))

    @Slot()
    def previous(self) -> None:
        """Go to the previous change."""
        self._go_if(self.target(-1))

    @Slot()
    def first(self) -> None:
        """Go to the first change."""
        self._go_if(1 if self._changes else None)

    @Slot()
    def last(self) -> None:
        """Go to the last change."""
        self._go_if(len(self._changes) or None)

    @Slot()
    def back_to_current(self) -> None:
        """Bring the current change into sight again."""
        self._go_if(self._view.current_change())

    @Slot()
    def next_edit(self) -> None:
        """Go to the next changed words."""
        if self._view.step_edit(1):
            self.stepped.emit()

    @Slot()
    def previous_edit(self) -> None:
        """Go to the previous changed words."""
        if self._view.step_edit(-1):
            self.stepped.emit()

    @Slot(int)
    def go(self, number: int) -> None:
        """Make a change the current one everywhere, and show it."""
        self._view.set_current_change(number)
        self.went.emit(number)
        self.arrived.emit(number)

    @property
    def current_in_sight(self) -> bool:
        """Whether some of the current change can be seen."""
        current = self.current
        return current is not None and self._in_sight(current)

    @Slot()
    def other_end(self) -> None:
        """Go to where moved text went, or, where that is in sight, to where it came from."""
        current = self.current
        if current is None or current.kind is not ChangeKind.MOVED:
            return
        here = self._view.active_side()
        there = here.other if self._end_in_sight(current, here) else here
        self._view.set_current_change(current.number, side=there)
        self._view.set_active_side(there)
        self.arrived.emit(current.number)

    @property
    def can_go_to_other_end(self) -> bool:
        """Whether the current change is a move."""
        current = self.current
        return current is not None and current.kind is ChangeKind.MOVED

    def _go_if(self, number: int | None) -> None:
        if number is not None:
            self.go(number)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.went.emit(number)

    def _in_sight(self, change: Change) -> bool:
        return any(self._end_in_sight(change, side) for side in Side)

    def _end_in_sight(self, change: Change, side: Side) -> bool:
        span, visible = change.span(side), self._view.visible_span(side)
        if span is None or visible is None:
            return False
        return span.start < visible.end and visible.start < span.end

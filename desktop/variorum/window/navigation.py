"""Going from change to change, and back to where one came from.

Imports Qt's signals and the panes. Changes are numbered from 1; moves in space never wrap around,
because a reader who comes back to the beginning without noticing reads everything twice.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import chain
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from variorum.engine import Change, ChangeKind, Paragraph, Side, Span
from variorum.reports.marks import Marks
from variorum.window.history import History
from variorum.window.reading_on import (
    Texts,
    Versions,
    are_swapped,
    position_after,
    side_after,
    span_after,
)
from variorum.window.state import Opened
from variorum.window.view import ComparisonView, Eye

CARRIED: Final = 20
"""So many places are looked for in a later version of a text: each takes some milliseconds in the
longest ones."""


class Place(NamedTuple):
    """Where the reader is."""

    eye: Eye
    change: str | None
    """The id of the current change; empty: that of before the sides were swapped is no more."""
    ends: tuple[Span | None, Span | None] = (None, None)
    """Its words in the left and in the right text."""

    def swapped(self) -> Place:
        """The same place where each text stands on the other side."""
        eye = self.eye._replace(side=self.eye.side.other)
        return Place(eye, None if self.change is None else "", self.ends[::-1])

    def after(self, versions: tuple[Versions, Versions]) -> Place:
        """The same place in later versions of the left and the right text."""
        side = self.eye.side
        position = versions[0 if side is Side.LEFT else 1].position(self.eye.position)
        left, right = (
            None if end is None else version.span(end)
            for end, version in zip(self.ends, versions, strict=True)
        )
        return Place(self.eye._replace(position=position), self.change, (left, right))


class Stay(NamedTuple):
    """What a reader keeps who goes on with what comes in place of what was shown."""

    eye: Eye
    selected: tuple[Side, Span] | None
    """What is selected, or where the caret stands; None: nothing, or its words are gone."""


class Navigation(QObject):
    """Keeps the current change, and finds the next one."""

    came_away = Signal()
    """The reader is back where no change was the current one."""
    went = Signal(int)
    """This change is the current one now."""
    moved = Signal()
    """The reader is elsewhere, at the same change or at none."""
    arrived = Signal(int)
    """The reader asked to go to this change and is there."""
    stepped = Signal()
    """The reader asked for the next or the previous word edit and is there."""

    def __init__(self, view: ComparisonView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._marks: Marks | None = None
        self._changes: tuple[Change, ...] = ()
        self._texts: Texts | None = None
        self._sought: Change | None = None
        self._sought_in: Texts | None = None
        self._history: History[Place] = History()
        self._chosen: Place | None = None
        view.change_clicked.connect(self._on_clicked)
        view.end_wanted.connect(self.go_to_end)

    def stay_in(self, opened: Opened) -> Stay | None:
        """What the reader of what is shown keeps in what comes in its place.

        To be asked before that is shown; None: it is something else, read from its beginning.
        """
        eye, before, after = self._view.eye(), self._texts, opened.texts
        is_same = opened.plan.stays and before == after
        if eye is None or before is None or not (_goes_on(opened) or is_same):
            return None
        side = side_after(eye.side, before, after)
        position = position_after(eye.position, _of(eye.side, before), _of(side, after))
        return Stay(Eye(side, position, eye.y), self._selection_in(before, after))

    def _selection_in(self, before: Texts, after: Texts) -> tuple[Side, Span] | None:
        selected = self._view.selection_or_caret()
        if selected is None:
            return None
        side, span = selected
        new = side_after(side, before, after)
        found = span_after(span, _of(side, before), _of(new, after))
        return None if found is None else (new, found)

    def set_opened(self, opened: Opened | None) -> None:
        """Go within these changes from now on."""
        before, is_last = self.current, self._marks is None or self._marks.comparison.complete
        if before is not None or is_last:
            self._sought, self._sought_in = before, self._texts
        self._marks = None if opened is None else opened.marks
        self._changes = () if self._marks is None else self._marks.changes
        texts = None if opened is None else opened.texts
        if are_swapped(self._texts, texts) and self._sought is not None:
            left, right = self._sought.right, self._sought.left
            self._sought = replace(self._sought, id="", left=left, right=right)
            self._sought_in = texts
        if are_swapped(self._texts, texts):
            self._history.carry(Place.swapped)
        elif texts != self._texts:
            self._carry_places(opened)
        self._texts = texts

    def _carry_places(self, opened: Opened | None) -> None:
        """In later versions of the texts one goes back to the same words, in others nowhere."""
        if opened is None or self._texts is None or not _goes_on(opened):
            self._history.clear()
        elif self._history.can_go_back or self._history.can_go_forward:
            left, right = map(Versions.of, self._texts, opened.texts)
            self._history.carry(lambda place: place.after((left, right)), CARRIED)

    def read_on(self, stay: Stay | None) -> None:
        """Begin with what has just been shown; None: at its beginning, or at a change of before."""
        self._view.set_current_change(self.same, reveal=stay is None)
        if stay is not None:
            self._view.look_at(stay.eye)
            if stay.selected is not None:
                self._view.select(*stay.selected)
                self._view.turn_to(stay.selected[0])

    @property
    def count(self) -> int:
        """How many changes there are."""
        return len(self._changes)

    @property
    def known_count(self) -> int | None:
        """How many changes are known; None: nothing is, since none was found yet."""
        is_known = self._marks is not None and (self._changes or self._marks.comparison.complete)
        return len(self._changes) if is_known else None

    @property
    def current(self) -> Change | None:
        """The change that was gone to last."""
        number = self._view.current_change()
        if number is None or not 1 <= number <= len(self._changes):
            return None
        return self._changes[number - 1]

    @property
    def same(self) -> int | None:
        """The number here of the change that was the current one before, if it is here.

        Where the same words are compared in another way, another change may have come of it: then
        that is the one. The first results of a long comparison do not know it yet; it is kept in
        mind for the last.
        """
        change = self._sought
        if change is None or self._marks is None:
            return None
        number = self._marks.number_of.get(change.id)
        if self._sought_in != self._texts:
            return number
        # Their places tell changes of one wording better apart than their ids do.
        likely = self._changes[number - 1 : number] if number is not None else ()
        ends = change.left, change.right
        whole = (c.number for c in chain(likely, self._changes) if (c.left, c.right) == ends)
        found = next(whole, None)
        if found is not None or not self._marks.comparison.complete:
            return found
        parts = (c.number for c in self._changes if any(_meet(change, c, side) for side in Side))
        return next(parts, None)

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
        if self._changes:
            self.jump(1)

    @Slot()
    def last(self) -> None:
        """Go to the last change."""
        if self._changes:
            self.jump(len(self._changes))

    @Slot(int)
    def jump(self, number: int) -> None:
        """Go to a change from afar: Back returns from there."""
        self.leave()
        self.go(number)

    @Slot(int)
    def choose(self, number: int) -> None:
        """Go to a change of the list; who looks through the list goes back to before it at once."""
        if self._chosen is None or self._place() != self._chosen:
            self.leave()
        self.go(number)
        self._chosen = self._place()

    @Slot(object, int)
    def go_to_paragraph(self, side: Side, index: int) -> None:
        """Go to a paragraph (from 0), and give its side the keys."""
        self.leave()
        self._view.go_to_paragraph(side, index)
        self._view.set_active_side(side)
        self.moved.emit()

    def paragraph_in_sight(self) -> tuple[Side, int]:
        """The side with the keys, and the number (from 1) of its paragraph at the top."""
        side = self._view.active_side()
        seen = self._view.visible_span(side)
        if seen is None or self._marks is None:
            return side, 1
        paragraphs = self._marks.comparison.document(side).paragraphs
        return side, max(1, bisect_right(paragraphs, seen.start, key=_start))

    # Back and forward

    @Slot()
    def leave(self) -> None:
        """Remember this place: something is about to jump away from it."""
        here = self._place()
        if here is not None:
            self._history.leave(here)

    @Slot()
    def back(self) -> None:
        """Go back to where the last jump began."""
        here = self._place()
        if here is not None:
            self._return_to(self._history.back(here))

    @Slot()
    def forward(self) -> None:
        """Go where the last step back began."""
        here = self._place()
        if here is not None:
            self._return_to(self._history.forward(here))

    @property
    def can_go_back(self) -> bool:
        """Whether there was a jump."""
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether there was a step back."""
        return self._history.can_go_forward

    def _place(self) -> Place | None:
        eye, current = self._view.eye(), self.current
        if eye is None or current is None:
            return None if eye is None else Place(eye, None)
        return Place(eye, current.id, (current.left, current.right))

    def _return_to(self, place: Place | None) -> None:
        if place is None:
            self.moved.emit()
            return
        number = self._number_at(place)
        self._view.set_current_change(number, reveal=False)
        self._view.look_at(place.eye)
        self._view.set_active_side(place.eye.side)
        if number is None:
            self.came_away.emit()
        else:
            self.went.emit(number)
        self.moved.emit()

    def _number_at(self, place: Place) -> int | None:
        """The number of the change that was the current one at a place."""
        if place.change is None or self._marks is None:
            return None
        if place.change:
            return self._marks.number_of.get(place.change)
        return next((c.number for c in self._changes if (c.left, c.right) == place.ends), None)

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
        self.go_to_end(current.number, there)

    @Slot(int, object)
    def go_to_end(self, number: int, side: Side) -> None:
        """Make a move the current change, and show its end on a side."""
        self.leave()
        self._view.set_current_change(number, side=side)
        self._view.set_active_side(side)
        self.went.emit(number)
        self.arrived.emit(number)
        self.moved.emit()

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


def _goes_on(opened: Opened) -> bool:
    """Whether these are the texts of before, or later versions of them."""
    plan = opened.plan
    return plan.session is not None and not plan.returns


def _start(paragraph: Paragraph) -> int:
    return paragraph.span.start


def _meet(change: Change, other: Change, side: Side) -> bool:
    """Whether two changes share words of a side."""
    one, two = change.span(side), other.span(side)
    return one is not None and two is not None and one.start < two.end and two.start < one.end


def _of(side: Side, texts: Texts) -> str:
    return texts[0] if side is Side.LEFT else texts[1]

"""What the reviewer says of what is open: the review of now, its past and its future.

Imports Qt's signals, the review and what is open. Changes are told by their ids or numbers, from 1.
Pins are a part of it, but a step that changes them is done only when the texts have been compared
anew: until then it is pending.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot

from variorum.engine import Change, Pin, Side, Span
from variorum.review import (
    History,
    Judgement,
    Places,
    Remark,
    Review,
    Stand,
    carried,
    compatible,
)
from variorum.window.state import Opened

Turn = Callable[[History], History]
"""A step from one history to the next."""


class _Pending(NamedTuple):
    """A step that waits for a comparison."""

    target: History
    """What it leads to."""
    before: Review
    """What was said when the step was taken."""


class _Behind(NamedTuple):
    """What was said of other versions of the texts, before it was carried to those of now."""

    texts: tuple[str, str]
    history: History


class Reviewing(QObject):
    """Keeps the review of what is open, and changes it step by step."""

    changed = Signal()
    """The review is another one now, or may be changed now, or may not any more."""
    touched = Signal(int)
    """What was undone or done again concerned this change alone."""
    judged = Signal(object)
    """A `Change` has another verdict or reviewed mark again, by undoing or doing again."""
    renamed = Signal(object)
    """Verdicts are called otherwise again, by undoing or doing again: names by ids, as a
    dictionary."""
    pins_wanted = Signal(object, object)
    """The texts are to be compared anew, with this `Review` and these pins."""

    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History()
        self._pending: _Pending | None = None
        self._texts: tuple[str, str] | None = None
        self._behind: _Behind | None = None
        self._came_back = False
        self._opened: Opened | None = None
        self._names: dict[str, str] = {}
        # By way of the event loop: at that moment another comparison is just about to end.
        self._asked.connect(self._want, Qt.ConnectionType.QueuedConnection)

    def use_names(self, names: dict[str, str]) -> None:
        """Call verdicts by these names, by their ids, in new reviews."""
        self._names = names

    def set_opened(self, opened: Opened | None, *, first: bool) -> None:
        """Take what is open now.

        Args:
            opened: a result, complete or not.
            first: it is the first one of another comparison.
        """
        self._opened = opened
        if opened is None or (first and (opened.plan.session is None or opened.plan.returns)):
            self._history = History(Stand(Review().rename(self._names)))
            self._pending, self._texts, self._behind = None, None, None
        if opened is not None and opened.complete:
            self._settle(opened)
        self.changed.emit()

    def _settle(self, opened: Opened) -> None:
        """Take over what was said before, as it reads in a comparison that is complete."""
        comparison = opened.marks.comparison
        # A history means nothing with other texts; those that are compared or parted into
        # paragraphs otherwise are the same, and so are those that changed sides.
        self._came_back = False
        texts, self._texts = self._texts, opened.texts
        same_texts = texts == opened.texts
        pending, self._pending = self._pending, None
        if opened.carried is None:
            return
        now = Stand(opened.carried.review, comparison.pins)
        if same_texts and pending is not None and pending.target.pins == now.pins:
            if self.review is pending.before:
                self._history = pending.target.settled(now.review)
            else:  # more was said meanwhile: it has to go along, when this one has ended
                self._asked.emit(self._history.pinned(now.pins))
        elif same_texts:
            self._history = self._history.pinned(now.pins).settled(now.review)
        elif texts == opened.texts[::-1]:
            self._history = self._history.mirrored().pinned(now.pins).settled(now.review)
        else:
            self._carry_on(texts, now)

    def _carry_on(self, texts: tuple[str, str] | None, now: Stand) -> None:
        """Go on with other texts.

        Who comes back to the texts of before and has said nothing meanwhile, as after a wrong
        encoding, finds all as it was: what had lost its place on the way, and the steps.

        Args:
            texts: what was open before; None: nothing.
            now: what was said of that, in its places here.
        """
        said = self._history.can_undo or self._history.can_redo
        if texts is not None and (said or self._behind is None):
            self._behind = _Behind(texts, self._history)
        behind, self._history = self._behind, History(now)
        if behind is None or behind.texts != self._texts:
            return
        self._behind = None
        self._came_back = True
        if behind.history.pins == now.pins:
            self._history = behind.history.standing(self._as_of_now(behind.history.now))
        else:
            self._asked.emit(behind.history)

    @property
    def came_back(self) -> bool:
        """Whether the texts are those of before again, and all that was said of them is as it was.

        What the last comparison lost on its way here has been found again.
        """
        return self._came_back

    @property
    def review(self) -> Review:
        """What has been said."""
        return self._history.present

    @property
    def pins(self) -> tuple[Pin, ...]:
        """What has been decided about passages."""
        return self._history.pins

    @property
    def decided(self) -> tuple[Pin, ...]:
        """The same with a step that still waits for its comparison: what there is to be."""
        return self.pins if self._pending is None else self._pending.target.pins

    @property
    def ready(self) -> bool:
        """Whether anything can be said: the comparison is complete."""
        return self._opened is not None and self._opened.complete

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to be undone."""
        return self.ready and self._pending is None and self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to be done again."""
        return self.ready and self._pending is None and self._history.can_redo

    def change(self, name: str) -> Change | None:
        """A change by its id."""
        number = None if self._opened is None else self._opened.marks.number_of.get(name)
        return None if number is None else self.change_numbered(number)

    def change_numbered(self, number: int) -> Change | None:
        """A change by its number; None while nothing can be said."""
        changes = self.changes()
        return changes[number - 1] if 1 <= number <= len(changes) else None

    def changes(self) -> Sequence[Change]:
        """All changes, in the order of reading; none while nothing can be said."""
        return self._opened.marks.changes if self._opened is not None and self.ready else ()

    def judgement(self, change: Change) -> Judgement:
        """What is said of a change."""
        return self.review.judgement(change.id)

    def next_unreviewed(self, after: int) -> int | None:
        """The number of the next change that was not looked at; from the top after the last.

        Args:
            after: the number of the change to begin behind.
        """
        first = None
        for change in self.changes():
            if not self.judgement(change).reviewed:
                if change.number > after:
                    return change.number
                first = first or change.number
        return first

    # Steps

    def judge(self, change: Change, verdict: str) -> None:
        """Give a change a verdict; the one it has is taken away."""
        same = self.judgement(change).verdict == verdict
        self._do(self.review.judge(change, None if same else verdict))

    def set_reviewed(self, changes: Iterable[Change], *, reviewed: bool) -> None:
        """Say that changes have been looked at, or have not."""
        self._do(self.review.mark_reviewed(*changes, reviewed=reviewed))

    def write(self, change: Change, note: str) -> None:
        """Write a note on a change; what is typed in one go is one step."""
        self._do(self.review.note(change, note), f"change {change.id}")

    def remark(self, side: Side, span: Span) -> Remark | None:
        """Begin a note on a passage; None while nothing can be said."""
        if not self.ready:
            return None
        review, remark = self.review.remark_on(side, span)
        self._do(review)
        return remark

    def rewrite(self, remark: str, note: str) -> None:
        """Give a note on a passage another wording."""
        self._do(self.review.rewrite_remark(remark, note), f"remark {remark}")

    def remove_remark(self, remark: str) -> None:
        """Take a note on a passage away."""
        self._do(self.review.remove_remark(remark))

    def summarise(self, summary: str) -> None:
        """Write down what is said of the whole."""
        self._do(self.review.summarise(summary), "summary")

    def attach(self, stray: int, change: Change) -> None:
        """Give a note without a place to a change."""
        self._do(self.review.attach(stray, change))

    def attach_to_passage(self, stray: int, side: Side, span: Span) -> None:
        """Give a note without a place to a passage."""
        self._do(self.review.attach_to_passage(stray, side, span))

    def remove_stray(self, stray: int) -> None:
        """Take a note without a place away."""
        self._do(self.review.remove_stray(stray))

    def rename(self, names: dict[str, str]) -> None:
        """Call verdicts by other names, by their ids."""
        self._names = {**self._names, **names}
        self._do(self.review.rename(names))

    def pin(self, pins: tuple[Pin, ...]) -> None:
        """Decide about passages; the texts are compared anew before it is so.

        Args:
            pins: all that there are to be.
        """
        if self.ready and self._pending is None and pins != self.pins:
            self._want(self._history.pinned(pins))

    @Slot()
    def give_up_pins(self) -> None:
        """Nothing is compared any more: a step that is still pending is none."""
        if self._pending is not None:
            self._pending = None
            self.changed.emit()

    @Slot()
    def seal(self) -> None:
        """End a run of typing: what is typed next is a step of its own."""
        self._history = self._history.sealed()

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        if self.can_undo:
            self._turn(History.undone)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back."""
        if self.can_redo:
            self._turn(History.redone)

    def _do(self, review: Review, run: str | None = None) -> None:
        if self.ready:
            history = self._history.did(review, run)
            if history is not self._history:
                self._history = history
                self.changed.emit()

    @Slot(object)
    def _want(self, target: History) -> None:
        """Have the texts compared with the pins that a step leads to."""
        self._pending = _Pending(target, self.review)
        self.changed.emit()
        self.pins_wanted.emit(*target.now)

    def _turn(self, turn: Turn) -> None:
        target = self._turned(turn)
        if target.pins != self.pins:
            self._want(target)
            return
        before, self._history = self.review, target
        self.changed.emit()
        now = self.review
        if now.verdicts != before.verdicts:
            self._names = {**self._names, **{each.id: each.name for each in now.verdicts}}
            self.renamed.emit(self._names)
        names = {
            name
            for name in (*before.judgements, *now.judgements)
            if before.judgement(name) != now.judgement(name)
        }
        change = self.change(names.pop()) if len(names) == 1 else None
        if change is not None:
            self.touched.emit(change.number)
            was, is_now = before.judgement(change.id), now.judgement(change.id)
            if (was.verdict, was.reviewed) != (is_now.verdict, is_now.reviewed):
                self.judged.emit(change)

    def _turned(self, turn: Turn) -> History:
        """A step through what was done.

        What was said then goes to where its words are as the texts are compared now. A step of
        which nothing is left to be seen is none to whoever takes it: the one behind it is taken.
        """
        before = history = self._history
        while (further := turn(history)) is not history:
            history = further
            stand = self._as_of_now(history.now)
            if stand != before.now:
                return history.standing(stand)
        return history.standing(before.now)

    def _as_of_now(self, stand: Stand) -> Stand:
        """How things would stand with the texts as they are parted and compared now."""
        opened = self._opened
        if opened is None:
            return stand
        comparison = opened.marks.comparison
        documents = comparison.left, comparison.right
        if stand.pins != self.pins:
            pins = compatible(stand.pins, documents)
            if pins != self.pins:  # the comparison with these has other changes
                return stand._replace(pins=pins)
        if self._all_here(stand.review):
            return stand._replace(pins=self.pins)
        left, right = (Places(document, None) for document in documents)
        now = carried(stand.review, left, right, comparison, opened.marks.changes)
        return Stand(now.review, self.pins)

    def _all_here(self, review: Review) -> bool:
        """Whether each judgement is on a change that there is, with the words that it had."""
        for name, said in review.judgements.items():
            change = self.change(name)
            if change is None or (said.left, said.right) != (change.left, change.right):
                return False
        return True

"""What the reviewer says of what is open: the review of now, its past and its future.

Imports Qt's signals, the review and what is open. Changes are told by their ids or numbers, from 1.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot

from variorum.engine import Change, Side, Span
from variorum.review import History, Judgement, Remark, Review
from variorum.window.state import Opened


class Reviewing(QObject):
    """Keeps the review of what is open, and changes it step by step."""

    changed = Signal()
    """The review is another one now, or may be changed now, or may not any more."""
    touched = Signal(int)
    """What was undone or done again concerned this change alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History()
        self._opened: Opened | None = None
        self._by_id: dict[str, Change] = {}
        self._names: dict[str, str] = {}

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
        changes = opened.marks.changes if opened is not None and opened.complete else ()
        self._by_id = {change.id: change for change in changes}
        if opened is None or (first and (opened.plan.session is None or opened.plan.returns)):
            self._history = History(Review().rename(self._names))
        # After a reload that changed nothing, what was done can still be undone.
        if (
            opened is not None
            and opened.carried is not None
            and opened.carried.review != self._history.present
        ):
            self._history = History(opened.carried.review)
        self.changed.emit()

    @property
    def review(self) -> Review:
        """What has been said."""
        return self._history.present

    @property
    def ready(self) -> bool:
        """Whether anything can be said: the comparison is complete."""
        return self._opened is not None and self._opened.complete

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to be undone."""
        return self.ready and self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to be done again."""
        return self.ready and self._history.can_redo

    def change(self, name: str) -> Change | None:
        """A change by its id."""
        return self._by_id.get(name)

    def change_numbered(self, number: int) -> Change | None:
        """A change by its number; None while nothing can be said."""
        changes = self._opened.marks.changes if self._opened is not None and self.ready else ()
        return changes[number - 1] if 1 <= number <= len(changes) else None

    def changes(self) -> Iterable[Change]:
        """All changes, in the order of reading."""
        return self._by_id.values()

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
        self._do(self.review.mark_all_reviewed(changes, reviewed=reviewed))

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

    @Slot()
    def seal(self) -> None:
        """End a run of typing: what is typed next is a step of its own."""
        self._history = self._history.sealed()

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        if self.can_undo:
            self._turn(self._history.undone())

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back."""
        if self.can_redo:
            self._turn(self._history.redone())

    def _do(self, review: Review, run: str | None = None) -> None:
        if self.ready:
            history = self._history.did(review, run)
            if history is not self._history:
                self._history = history
                self.changed.emit()

    def _turn(self, history: History) -> None:
        before, self._history = self.review, history
        self.changed.emit()
        now = self.review
        names = {
            name
            for name in (*before.judgements, *now.judgements)
            if before.judgement(name) != now.judgement(name)
        }
        change = self.change(names.pop()) if len(names) == 1 else None
        if change is not None:
            self.touched.emit(change.number)

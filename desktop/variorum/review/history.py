"""Undo and redo: what a review was before, and what it was before that was undone.

Imports the model. A history is a frozen value like the reviews in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from variorum.review.model import Review

MOST_STEPS: Final = 500
"""So many steps can be undone."""

MOST_JUDGEMENTS: Final = 500_000
"""So many judgements, over all that is remembered, some 50 MB: older steps are forgotten then."""


@dataclass(frozen=True, slots=True)
class History:
    """The review of now, with the past and the future of it."""

    present: Review = field(default_factory=Review)
    past: tuple[Review, ...] = ()
    """The oldest first."""
    future: tuple[Review, ...] = ()
    """What was undone, the last undone last."""
    run: str | None = None
    """What the last step belongs to: another step of the same run is undone together with it."""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to be undone."""
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to be done again."""
        return bool(self.future)

    def did(self, review: Review, run: str | None = None) -> History:
        """Take a step; what was undone before cannot be done again after it.

        Args:
            review: what it led to. The same as now: no step.
            run: a name for steps that belong together, such as typing one word; None for a step
                of its own.
        """
        if review == self.present:
            return self
        if run is not None and run == self.run and self.past:
            return replace(self, present=review, future=())
        return History(review, _bounded((*self.past, self.present)), (), run)

    def sealed(self) -> History:
        """The same, but the next step is one of its own."""
        return replace(self, run=None)

    def undone(self) -> History:
        """A step back, if there is one."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (*self.future, self.present))

    def redone(self) -> History:
        """A step forward again, if there is one."""
        if not self.future:
            return self
        return History(self.future[-1], (*self.past, self.present), self.future[:-1])


def _bounded(past: tuple[Review, ...]) -> tuple[Review, ...]:
    """The latest of some reviews that are few and small enough to be remembered; one at least."""
    total = 0
    for number, review in enumerate(reversed(past)):
        total += len(review.judgements) + len(review.remarks) + len(review.strays)
        if number and (number >= MOST_STEPS or total > MOST_JUDGEMENTS):
            return past[len(past) - number :]
    return past

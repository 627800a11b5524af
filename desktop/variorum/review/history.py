"""Undo and redo: what a review was before, and what it was before that was undone.

Imports the engine's names of pins and the model. A history is a frozen value like the reviews in
it. Pins are remembered with the review, since they are undone in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from variorum.engine import Pin
from variorum.review.model import Review

MOST_STEPS: Final = 500
"""So many steps can be undone."""

MOST_JUDGEMENTS: Final = 500_000
"""So many judgements, over all that is remembered, some 50 MB: older steps are forgotten then."""


class Stand(NamedTuple):
    """How things stood at some time."""

    review: Review
    pins: tuple[Pin, ...] = ()
    """What had been decided about passages."""

    def mirrored(self) -> Stand:
        """The same for the same texts on the opposite sides."""
        pins = tuple(replace(pin, left=pin.right, right=pin.left) for pin in self.pins)
        return Stand(self.review.mirrored(), pins)


@dataclass(frozen=True, slots=True)
class History:
    """The review and the pins of now, with the past and the future of them."""

    now: Stand = field(default_factory=lambda: Stand(Review()))
    past: tuple[Stand, ...] = ()
    """The oldest first."""
    future: tuple[Stand, ...] = ()
    """What was undone, the last undone last."""
    run: str | None = None
    """What the last step belongs to: another step of the same run is undone together with it."""

    @property
    def present(self) -> Review:
        """The review of now."""
        return self.now.review

    @property
    def pins(self) -> tuple[Pin, ...]:
        """The pins of now."""
        return self.now.pins

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
        now = self.now._replace(review=review)
        if run is not None and run == self.run and self.past:
            return replace(self, now=now, future=())
        return History(now, _bounded((*self.past, self.now)), (), run)

    def pinned(self, pins: tuple[Pin, ...]) -> History:
        """Take a step to other pins; the same as now: no step."""
        if pins == self.pins:
            return self
        return History(self.now._replace(pins=pins), _bounded((*self.past, self.now)))

    def settled(self, review: Review) -> History:
        """The same with the review as it reads in another comparison; that is no step."""
        return self.standing(Stand(review, self.pins))

    def standing(self, now: Stand) -> History:
        """The same with other words for how things stand now; that is no step."""
        return self if now == self.now else replace(self, now=now)

    def mirrored(self) -> History:
        """The same for the same texts on the opposite sides; that is no step."""
        past = tuple(stand.mirrored() for stand in self.past)
        future = tuple(stand.mirrored() for stand in self.future)
        return History(self.now.mirrored(), past, future)

    def sealed(self) -> History:
        """The same, but the next step is one of its own."""
        return replace(self, run=None)

    def undone(self) -> History:
        """A step back, if there is one."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (*self.future, self.now))

    def redone(self) -> History:
        """A step forward again, if there is one."""
        if not self.future:
            return self
        return History(self.future[-1], (*self.past, self.now), self.future[:-1])


def _bounded(past: tuple[Stand, ...]) -> tuple[Stand, ...]:
    """The latest of some stands that are few and small enough to be remembered; one at least."""
    total = 0
    for number, stand in enumerate(reversed(past)):
        review = stand.review
        total += len(review.judgements) + len(review.remarks) + len(review.strays)
        if number and (number >= MOST_STEPS or total > MOST_JUDGEMENTS):
            return past[len(past) - number :]
    return past

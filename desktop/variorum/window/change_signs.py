"""What the list of changes shows of a review: signs, and which changes are listed for them.

Imports the review and the standard library; no Qt. Changes are told by their numbers, from 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from variorum.engine import Change
from variorum.review import Judgement, Review


@dataclass(frozen=True, slots=True)
class ChangeSign:
    """What was said of one change, ready to be drawn and spoken."""

    sign: str
    """Of the verdict; empty for none."""
    ink: str
    """The colour of the verdict, as `#rrggbb`."""
    reviewed: bool
    noted: bool
    words: str
    """All of it in words, for a screen reader."""


Signs = Mapping[int, ChangeSign]
"""By the number of the change; only of those of which something was said."""

NO_SIGNS: Final[Signs] = {}

_Sign = TypeVar("_Sign")


class MadeWhenSeen(Mapping[int, _Sign]):
    """Signs by the numbers of changes, each made when it is asked for: few of them are in sight."""

    def __init__(
        self, numbers: Callable[[], list[int]], make: Callable[[int], _Sign | None]
    ) -> None:
        """Promise signs.

        Args:
            numbers: of the changes that may have one.
            make: the sign of a change; None for none.
        """
        self._numbers = numbers
        self._make = make

    def __getitem__(self, number: int) -> _Sign:
        sign = self._make(number)
        if sign is None:
            raise KeyError(number)
        return sign

    def __iter__(self) -> Iterator[int]:
        return (number for number in self._numbers() if self._make(number) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        """Without making any: there may be some."""
        return True


class Said(StrEnum):
    """Which changes are listed, by what was said of them; or else by one verdict."""

    ANYTHING = "anything"
    """All of them."""
    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"
    NOTED = "noted"
    UNJUDGED = "unjudged"
    """Those without a verdict."""


def listed(review: Review, changes: Iterable[Change], wanted: str) -> frozenset[int] | None:
    """The changes of which the wanted was said; None: all.

    Args:
        review: what was said.
        changes: of the comparison.
        wanted: a `Said`, or the id of a verdict.
    """
    if wanted == Said.ANYTHING:
        return None
    return frozenset(c.number for c in changes if _fits(review.judgement(c.id), wanted))


def _fits(said: Judgement, wanted: str) -> bool:
    if wanted == Said.UNREVIEWED:
        return not said.reviewed
    if wanted == Said.REVIEWED:
        return said.reviewed
    if wanted == Said.NOTED:
        return bool(said.note)
    return said.verdict == (None if wanted == Said.UNJUDGED else wanted)

"""Where the reader came from: places to go back to, and forward again; no Qt.

Places are what is handed in; they are compared, and nothing else is known of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, TypeVar

KEPT: Final = 100
"""How many places are remembered in each direction."""

T = TypeVar("T")


class History(Generic[T]):
    """The places that were left by a jump."""

    def __init__(self) -> None:
        self._back: list[T] = []
        self._forward: list[T] = []

    @property
    def can_go_back(self) -> bool:
        """Whether a place was left."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether one went back from a place."""
        return bool(self._forward)

    def leave(self, place: T) -> None:
        """Remember a place that is about to be left by a jump; what lay ahead is forgotten."""
        self._forward.clear()
        if not self._back or self._back[-1] != place:
            self._back.append(place)
            del self._back[:-KEPT]

    def back(self, here: T) -> T | None:
        """The place to go back to from here; None when there is no other."""
        return _step(self._back, self._forward, here)

    def forward(self, here: T) -> T | None:
        """The place that one went back from; None when there is no other."""
        return _step(self._forward, self._back, here)

    def carry(self, to: Callable[[T], T], most: int = KEPT) -> None:
        """Put every place where it is now.

        Args:
            to: says where a place is now.
            most: keep so many in each direction, the nearest ones.
        """
        self._back = [to(place) for place in self._back[-most:]]
        self._forward = [to(place) for place in self._forward[-most:]]

    def clear(self) -> None:
        """Forget all: the texts are others."""
        self._back.clear()
        self._forward.clear()


def _step(origin: list[T], target: list[T], here: T) -> T | None:
    while origin:
        place = origin.pop()
        if place != here:
            target.append(here)
            return place
    return None

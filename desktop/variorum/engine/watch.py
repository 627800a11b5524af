"""How a long run talks to its caller: progress, and asking whether to stop.

Knows no clock: it is asked often, at places that are a bounded amount of work apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import chain, islice
from typing import Final, TypeVar

from variorum.engine.errors import Cancelled

Progress = Callable[[float, str], None]
Cancel = Callable[[], bool]


class Stage(StrEnum):
    """What is being done, as `progress` is told."""

    FINDING = "finding what stayed"
    ALIGNING = "aligning sentences"
    MOVES = "looking for moved text"
    MARKING = "marking words"
    DONE = "done"


_EXTENTS: Final = {
    Stage.FINDING: (0.0, 0.25),
    Stage.ALIGNING: (0.25, 0.6),
    Stage.MOVES: (0.6, 0.7),
    Stage.MARKING: (0.7, 1.0),
    Stage.DONE: (1.0, 1.0),
}
"""How much of the whole work is done when each stage begins and ends, as long texts have it."""


class Watch:
    """Passes on progress that never goes back, and raises when the caller wants to stop."""

    def __init__(self, progress: Progress | None = None, cancelled: Cancel | None = None) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._fraction = 0.0

    def check(self) -> None:
        """Ask whether to go on.

        Raises:
            Cancelled: the caller's `cancelled()` is true.
        """
        if self._cancelled is not None and self._cancelled():
            raise Cancelled("the comparison was stopped")

    def at(self, stage: Stage, share: float = 0.0) -> None:
        """Say what is being done, and how much of that is done, 0 to 1; check as well."""
        self.check()
        if self._progress is not None:
            begin, end = _EXTENTS[stage]
            self._fraction = max(self._fraction, min(end, begin + (end - begin) * share))
            self._progress(self._fraction, stage.value)

    def part(self, stage: Stage, begin: float, end: float) -> Callable[[float], None]:
        """What tells how far a part of a stage is, 0 to 1, and checks as well.

        Args:
            stage: what is being done.
            begin: how much of the stage is done when the part begins.
            end: the same when it ends.
        """
        return lambda done: self.at(stage, begin + (end - begin) * done)


STRIDE: Final = 512
"""How many things that cost little, mostly a few microseconds, pass between two questions."""

_T = TypeVar("_T")


def watched(things: Iterable[_T], check: Callable[[], None], stride: int = STRIDE) -> Iterator[_T]:
    """Some things, and now and then the question whether to go on.

    Args:
        things: whatever is gone through; taken in as many at a time as pass between two questions.
        check: asks; may raise, to stop.
        stride: how many pass between two questions.
    """
    # Chained, each of them passes in half of the time that `yield from` takes.
    return chain.from_iterable(_batches(iter(things), check, stride))


def _batches(source: Iterator[_T], check: Callable[[], None], stride: int) -> Iterator[list[_T]]:
    """Some things, taken in as many at a time as pass between two questions."""
    while batch := list(islice(source, stride)):
        check()
        yield batch


def let_go(things: list[_T], check: Callable[[], None]) -> None:
    """Empty a list of large things, some at a time.

    To give a hundred thousand of them back at once takes 50 ms, in which no other thread goes on.

    Args:
        things: nobody else wants them any more.
        check: asks whether to go on; may raise, to stop.
    """
    while things:
        check()
        del things[-STRIDE:]

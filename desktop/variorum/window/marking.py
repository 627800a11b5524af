"""Marking words beside the window: at once for whoever waits, or slowly before anybody does.

Words are marked when they are first read (`engine/later.py`), which costs more than all the rest of
a comparison. Imports the engine's public names and those of `jobs`; no Qt. Everything here runs in
the thread of a worker.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import ClassVar, Final

from variorum.engine import Comparison, MovePair, Row, rows_to_look_at
from variorum.window.jobs import Watcher


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MarkTask:
    """Mark the words of all rows and moves: whoever reads them then finds them done."""

    comparison: Comparison

    def __call__(self, watcher: Watcher) -> None:
        """Do it.

        Raises:
            Stopped: nobody wants the result any more.
        """
        rows, moves = self.comparison.rows, self.comparison.moves
        for number, row in rows_to_look_at(rows):
            watcher.check()
            watcher.progress(number / len(rows), "marking")
            _ = row.edits
        for pair in (pair for move in moves for pair in move.pairs):
            watcher.check()
            _ = pair.edits


class Pace:
    """How hard a task works that nobody waits for: in slices, and not while a person is at work."""

    SLICE: Final = 0.012
    """Seconds of work at a stretch: less than a frame. What the window has to do meanwhile waits
    for its turn of the interpreter, not for the end of the slice."""
    REST: Final = 0.004
    """Seconds between two slices."""
    QUIET: Final = 0.5
    """Seconds after the last thing a person did until it goes on."""

    def __init__(self) -> None:
        self._quiet_from = 0.0
        self._slice_until = 0.0

    def give_way(self) -> None:
        """A person is at work."""
        self._quiet_from = time.monotonic() + self.QUIET

    def keep(self, watcher: Watcher) -> None:
        """Called after each small piece of work: rests when it is time to.

        Raises:
            Stopped: nobody wants the result any more.
        """
        watcher.check()
        now = time.monotonic()
        if now < self._slice_until:
            return
        watcher.rest(self.REST)
        while (left := self._quiet_from - time.monotonic()) > 0:
            watcher.rest(left)
        self._slice_until = time.monotonic() + self.SLICE


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MarkAheadTask:
    """The same as `MarkTask` for somebody who may ask for it later: slowly, and not too much."""

    comparison: Comparison
    pace: Pace

    MOST: ClassVar[int] = 100_000
    """Of so many rows and pairs: those of a million words that were heavily edited. Their marks
    take some hundred megabytes, which not everybody needs."""

    def __call__(self, watcher: Watcher) -> None:
        """Do it.

        Raises:
            Stopped: nobody wants the result any more.
        """
        rows: Iterator[Row | MovePair] = (row for _, row in rows_to_look_at(self.comparison.rows))
        pairs = (pair for move in self.comparison.moves for pair in move.pairs)
        for marked in islice(chain(rows, pairs), self.MOST):
            self.pace.keep(watcher)
            _ = marked.edits

"""How a long reading talks to its caller: progress, and asking whether to stop.

Imports the engine's public names and the standard library.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.engine import Cancelled

Progress = Callable[[float], None]
"""Takes how much is done, 0 to 1."""
Cancel = Callable[[], bool]
"""Says whether nobody wants the result any more."""


class Watch:
    """What an adapter is handed; it calls `at` every few milliseconds of work."""

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
            raise Cancelled("the reading was stopped")

    def at(self, fraction: float) -> None:
        """Say how much is done, 0 to 1; it never goes back. Checks as well."""
        self.check()
        if self._progress is not None and fraction > self._fraction:
            self._fraction = min(1.0, fraction)
            self._progress(self._fraction)

    def part(self, begin: float, end: float) -> Watch:
        """A watch over a part of the work.

        Args:
            begin: how much of the whole is done when the part begins.
            end: the same when it ends.
        """
        if self._progress is None:
            return Watch(None, self._cancelled)
        return Watch(lambda fraction: self.at(begin + (end - begin) * fraction), self._cancelled)

"""How far a pass over a text is. Positions are code points."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

Progress = Callable[[float], None]
"""Takes how much is done, 0 to 1; what it raises ends the work."""

STRIDE: Final = 4096
"""Code points between two reports: their sentences are found in a millisecond."""


class Teller:
    """Tells now and then how much of a text one has passed."""

    def __init__(self, length: int, progress: Progress | None) -> None:
        """Begin a pass.

        Args:
            length: of the text.
            progress: is told; None: nobody is.
        """
        self._length = max(1, length)
        self._progress = progress
        self._next = 0

    def at(self, place: int) -> None:
        """Say where one is; called as often as is convenient, with places that ascend."""
        if self._progress is not None and place >= self._next:
            self._next = place + STRIDE
            self._progress(place / self._length)

"""How long tests wait for what must come, and how they measure what must be quick.

The machine may do much else at the same time. What comes is not waited for any longer than it
takes, so patience costs nothing where a test passes.
"""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 120.0
"""Seconds until what was waited for is taken to be lost."""

PATIENCE_MS = round(PATIENCE * 1000)
"""The same in milliseconds."""


def quickest(work: Callable[[], object], enough: float, tries: int = 5) -> float:
    """The fewest seconds that some work takes, tried again until they are below `enough`.

    Other programs may hold up one of the tries; a fault holds up all of them.
    """
    least = float("inf")
    for _ in range(tries):
        begun = time.monotonic()
        work()
        least = min(least, time.monotonic() - begun)
        if least < enough:
            break
    return least

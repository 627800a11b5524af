"""What two texts share at their beginning and end. Imports rapidfuzz; lengths are code points."""

from __future__ import annotations

from rapidfuzz.distance import Postfix, Prefix


def common_start(left: str, right: str) -> int:
    """How many code points two strings share at their beginning."""
    return Prefix.similarity(left, right)


def common_end(left: str, right: str, most: int) -> int:
    """How many code points two strings share at their end, at most so many."""
    return min(most, Postfix.similarity(left, right))

"""Stretches of words that stayed or changed: what the tidying passes work on.

Indices count words. The pieces of a pair cover the words of both sides without gap, ascending;
two that stayed never touch, nor two that changed, until phrases are told apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from variorum.engine.words.matching import Matching
from variorum.engine.words.units import STOP_WEIGHT, Units


class Piece(NamedTuple):
    """A stretch of words on each side."""

    l1: int
    l2: int
    r1: int
    r2: int
    same: bool
    """Whether the words meet one by one; both sides are equally long then."""
    move: int = 0
    """From 1: the words stand elsewhere in the pair too; 0 when they do not."""

    @property
    def left(self) -> int:
        """How many words the left side has."""
        return self.l2 - self.l1

    @property
    def right(self) -> int:
        """How many words the right side has."""
        return self.r2 - self.r1

    @property
    def two_sided(self) -> bool:
        """Whether both sides have a word."""
        return self.l2 > self.l1 and self.r2 > self.r1


def find_pieces(matching: Matching, size_left: int, size_right: int) -> list[Piece]:
    """The pieces of two sides of so many words."""
    out: list[Piece] = []
    l1 = r1 = 0
    for i, j, length in _runs(matching, size_left, size_right):
        if i > l1 or j > r1:
            out.append(Piece(l1, i, r1, j, same=False))
        l1, r1 = i + length, j + length
        if length:
            out.append(Piece(i, l1, j, r1, same=True))
    return out


def _runs(matching: Matching, size_left: int, size_right: int) -> Iterator[tuple[int, int, int]]:
    """The first left and the first right word of each run of words that meet, and its length."""
    first_left = first_right = 0
    length = matching.start
    for i, j in matching.matches:
        if i == first_left + length and j == first_right + length:
            length += 1
        else:
            yield first_left, first_right, length
            first_left, first_right, length = i, j, 1
    yield first_left, first_right, length
    yield size_left - matching.end, size_right - matching.end, matching.end


def weight(units: Units, first: int, end: int) -> float:
    """What a stretch of words is worth."""
    return sum(units.weights[first:end])


def word_count(units: Units, first: int, end: int) -> int:
    """How many of a stretch are words, not signs."""
    return sum(w >= STOP_WEIGHT for w in units.weights[first:end])

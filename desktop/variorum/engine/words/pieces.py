"""Stretches of words that stayed or changed: what the tidying passes work on.

Indices count words. The pieces of a pair cover the words of both sides without gap, ascending;
two that stayed never touch, nor two that changed, until phrases are told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from variorum.engine.words.matching import Match
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


def find_pieces(matches: Iterable[Match], size_left: int, size_right: int) -> list[Piece]:
    """The pieces that a chain of ascending matches leaves."""
    out: list[Piece] = []
    l1 = r1 = 0
    for i, j in (*matches, (size_left, size_right)):
        if i > l1 or j > r1:
            out.append(Piece(l1, i, r1, j, same=False))
        l1, r1 = i + 1, j + 1
        if i == size_left:
            continue
        if out and out[-1].same:
            out[-1] = Piece(out[-1].l1, l1, out[-1].r1, r1, same=True)
        else:
            out.append(Piece(i, l1, j, r1, same=True))
    return out


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """The same with neighbours joined that both changed, or both stayed, and did not move."""
    out: list[Piece] = []
    for piece in pieces:
        if piece.l1 == piece.l2 and piece.r1 == piece.r2:
            continue
        if out and out[-1].same == piece.same and not out[-1].move and not piece.move:
            last = out[-1]
            out[-1] = Piece(last.l1, piece.l2, last.r1, piece.r2, piece.same)
        else:
            out.append(piece)
    return out


def weight(units: Units, first: int, end: int) -> float:
    """What a stretch of words is worth."""
    return sum(units.weights[first:end])


def word_count(units: Units, first: int, end: int) -> int:
    """How many of a stretch are words, not signs."""
    return sum(w >= STOP_WEIGHT for w in units.weights[first:end])

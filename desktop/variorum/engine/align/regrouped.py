"""Sentences that were only parted or joined otherwise: the same letters, other borders.

The lines of a poem against the poem as prose, verses of a line each against paragraphs: however
many sentences became one, nothing needs to be weighed. Indices count sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from variorum.engine.alignment import Gap, Link

MOST_TO_ONE: Final = 100
"""Sentences that may have become one; more would be no row that anybody can read."""
MOST_TO_SOME: Final = 3
"""Sentences of either side of a group that has several on both."""


def regrouped(left: Sequence[str], right: Sequence[str], gap: Gap) -> Iterator[Link]:
    """The groups of the same letters at the beginning of a gap, up to the first difference.

    Args:
        left: the keys of all left sentences.
        right: those of all right ones.
        gap: where to look.
    """
    i, j = gap.left.start, gap.right.start
    while i < gap.left.end and j < gap.right.end:
        link = _group(left, right, i, j, gap)
        if link is None:
            return
        yield link
        i, j = link.left[-1] + 1, link.right[-1] + 1


def _group(left: Sequence[str], right: Sequence[str], i: int, j: int, gap: Gap) -> Link | None:
    """The fewest sentences, from one of either side on, that have the same letters."""
    one, other = _letters(left[i]), _letters(right[j])
    p, q = i + 1, j + 1
    at_one = at_other = 0
    while one and other:
        count = min(len(one) - at_one, len(other) - at_other)
        if one[at_one : at_one + count] != other[at_other : at_other + count]:
            return None
        at_one, at_other = at_one + count, at_other + count
        if at_one == len(one) and at_other == len(other):
            return Link(tuple(range(i, p)), tuple(range(j, q)))
        if at_one == len(one):
            if p == gap.left.end or not _may_grow(p + 1 - i, q - j):
                return None
            one, at_one, p = _letters(left[p]), 0, p + 1
        else:
            if q == gap.right.end or not _may_grow(p - i, q + 1 - j):
                return None
            other, at_other, q = _letters(right[q]), 0, q + 1
    return None  # a sentence without letters belongs to no other


def _may_grow(left: int, right: int) -> bool:
    """Whether a group may have so many sentences."""
    if min(left, right) > 1:
        return max(left, right) <= MOST_TO_SOME
    return max(left, right) <= MOST_TO_ONE


def _letters(key: str) -> str:
    return key.replace(" ", "")

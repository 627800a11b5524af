"""Sentences that stand elsewhere in the other text, to the letter.

Such a sentence has moved, and became nothing else; unless what stands in its place is nearly the
same as well: then it stayed, was edited, and is quoted elsewhere. Indices count sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from typing import Final

from variorum.engine.align.chains import Pair
from variorum.engine.align.ratios import character_ratio
from variorum.engine.alignment import Gap, Link
from variorum.engine.watch import watched

STAYED: Final = 0.75
"""The character ratio from which on a sentence stayed, though it stands elsewhere to the letter: a
link in place, too, gives way only to what is more alike by a quarter."""
LENGTH: Final = 40
"""In characters: shorter sentences are like others by chance."""
MARGIN: Final = 0.12
"""By so much more alike it is than any other sentence hereabouts. Of the rows of a list that differ
in a name, or of forms that were filled in, one has moved, and another came into its place."""
HEREABOUTS: Final = 60
"""Sentences before and after it."""


class Twins:
    """Which sentences of both texts are the same, and stand once on either side.

    Args:
        folded: all sentences of both sides, lower-cased.
        pairs: no sentence in two of them.
        short: the same of sentences that say little by themselves; they face no other one of which
            the same is known, but what has no twin may have become of them.
    """

    def __init__(
        self,
        folded: tuple[Sequence[str], Sequence[str]],
        pairs: Iterable[Pair] = (),
        short: Iterable[Pair] = (),
    ) -> None:
        self._folded = folded
        self._of = _both_ways(pairs)
        self._short = _both_ways(short)

    def may_face(self, pair: Pair) -> bool:
        """Whether neither sentence is known to stand elsewhere."""
        i, j = pair
        if self._of[0].get(i, j) != j or self._of[1].get(j, i) != i:
            return False
        return self._short[0].get(i, j) == j or self._short[1].get(j, i) == i

    def links(self) -> list[Link]:
        """All of them, but the short ones."""
        return [Link((i,), (j,)) for i, j in sorted(self._of[0].items())]

    def stayed(self, pair: Pair) -> bool:
        """Whether a sentence is nearly the same in place, and what stands elsewhere a copy."""
        i, j = pair
        left, right = self._folded[0][i], self._folded[1][j]
        if (i in self._of[0]) == (j in self._of[1]) or min(len(left), len(right)) < LENGTH:
            return False
        ratio = character_ratio(left, right, STAYED)
        if ratio < STAYED:
            return False
        kin = self._rivals(1, left, {j, self._of[0].get(i, j)}, j)
        kin += self._rivals(0, right, {i, self._of[1].get(j, i)}, i)
        least = ratio - MARGIN
        return all(character_ratio(one, other, least) <= least for one, other in kin)

    def _rivals(
        self, side: int, text: str, but: Container[int], around: int
    ) -> list[tuple[str, str]]:
        """A text with each of the sentences around a place of a side, but for some."""
        there = self._folded[side]
        places = range(max(0, around - HEREABOUTS), min(len(there), around + HEREABOUTS + 1))
        return [(text, there[n]) for n in places if n not in but]

    def reserved(self, gap: Gap, check: Callable[[], None]) -> set[Pair]:
        """The pairs of a gap in which a sentence faces another than its twin, and did not stay.

        Args:
            gap: where to look.
            check: called often; may raise, to stop.

        Returns:
            places of sentences in the gap.
        """
        lefts = [i for i in range(*gap.left) if i in self._of[0] or i in self._short[0]]
        rights = [j for j in range(*gap.right) if j in self._of[1]]
        pairs = {(i, j) for i in lefts for j in range(*gap.right)}
        pairs.update((i, j) for j in rights for i in range(*gap.left))
        return {
            (i - gap.left.start, j - gap.right.start)
            for i, j in watched(pairs, check, 64)
            if not self.may_face((i, j)) and not self.stayed((i, j))
        }


def _both_ways(pairs: Iterable[Pair]) -> tuple[dict[int, int], dict[int, int]]:
    """The right sentence of each left one, and the left one of each right one."""
    of_left = dict(pairs)
    return of_left, {j: i for i, j in of_left.items()}

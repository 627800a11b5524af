"""How well sentences of two languages face each other by their length.

A long sentence is translated by a long one (Gale and Church, "A Program for Aligning Sentences in
Bilingual Corpora", Computational Linguistics 19, 1993), and a paragraph by a paragraph. Prices are
in nats: how unlikely something is. Indices count sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import erfc, inf, log, sqrt
from typing import Final, NamedTuple

from variorum.engine.align.chains import Pair
from variorum.engine.alignment import Link
from variorum.engine.document import Document

VARIANCE: Final = 20.0
"""Of the difference of two lengths, for each letter. Gale and Church have 6.8, for English, French
and German; with Russian and Japanese 12 to 35 serve better, and these no worse."""
LEAST_LIKELY: Final = 1e-12
"""No difference of lengths is held for less likely than this."""
OTHER_BREAK: Final = 3.0
"""What it costs where one of two that face each other begins a paragraph and the other does not:
as if one in twenty did. 2 to 6 serve about as well."""
WAY_OFF: Final = 30
"""Sentences, at most, by which one is away from where it would face the other side if both went on
at the same pace: 100 find the same, in 1.6 times the time."""

_SHARES: Final = {
    (1, 1): 0.89,
    (1, 0): 0.03,
    (0, 1): 0.03,
    (2, 1): 0.0445,
    (1, 2): 0.0445,
    (2, 2): 0.011,
}
"""How often so many sentences of either side face so many of the other: as Gale and Church have it,
but that sentences are left out more often, as is found among those that words did not link."""
_COSTS: Final = {step: -log(share) for step, share in _SHARES.items()}


class Lengths(NamedTuple):
    """The lengths of the sentences of both sides, in code points, and their paragraphs."""

    letters: tuple[Sequence[int], Sequence[int]]
    paragraphs: tuple[Sequence[int], Sequence[int]]

    @classmethod
    def of(cls, left: Document, right: Document) -> Lengths:
        """Those of two texts."""
        letters = (
            [sentence.span.length for sentence in document.sentences] for document in (left, right)
        )
        one, other = letters
        return cls((one, other), (left.paragraph_of, right.paragraph_of))

    @property
    def counts(self) -> tuple[int, int]:
        """How many sentences the sides have."""
        left, right = self.letters
        return len(left), len(right)

    def beginning(self, most: int) -> Lengths:
        """Those of the beginning of both texts, as far as some sentences of the longer one go."""
        longer = max(most, *self.counts)
        left, right = (-(-count * most // longer) for count in self.counts)
        (letters, others), (paragraphs, other_paragraphs) = self
        return Lengths(
            (letters[:left], others[:right]), (paragraphs[:left], other_paragraphs[:right])
        )

    def some(self, lefts: Sequence[int], rights: Sequence[int]) -> Lengths:
        """Those of some sentences of each side, as if no other stood between them."""
        (letters, others), (paragraphs, other_paragraphs) = self
        return Lengths(
            ([letters[i] for i in lefts], [others[j] for j in rights]),
            ([paragraphs[i] for i in lefts], [other_paragraphs[j] for j in rights]),
        )

    def turned(self) -> Lengths:
        """The same with the right text read from its end."""
        (left, right), (lefts, rights) = self
        return Lengths((left, right[::-1]), (lefts, rights[::-1]))


class Facing(NamedTuple):
    """The likeliest way in which some sentences face some others, in order."""

    links: list[Link]
    price: float


class Scale:
    """Weighs lengths of one side against those of the other."""

    def __init__(self, lengths: Lengths, links: Sequence[Link] = ()) -> None:
        """A scale for some sentences.

        Args:
            lengths: of all sentences.
            links: those that tell how much longer one language is; without any, all sentences do.
        """
        left, right = (
            sum(letters[i] for link in links for i in link[side]) if links else sum(letters)
            for side, letters in enumerate(lengths.letters)
        )
        ratio = sqrt(right / left) if left and right else 1.0
        other = sqrt(left / right) if left and right else 1.0
        self._letters = (
            [ratio * letters for letters in lengths.letters[0]],
            [other * letters for letters in lengths.letters[1]],
        )
        """How long the sentences are, as if both languages took as many letters."""
        self._paragraphs = lengths.paragraphs
        self._begin = tuple(_beginnings(side) for side in lengths.paragraphs)
        starts = tuple(map(len, self._begin))
        # Where one text has a paragraph for each line of the other, borders tell nothing.
        self._other_break = OTHER_BREAK if max(starts) <= 2 * min(starts) else 0.0

    def facing(
        self, lefts: Sequence[int], rights: Sequence[int], check: Callable[[], None]
    ) -> Facing:
        """The likeliest way in which some sentences of either side, one at least, face each other.

        Its time grows with the number of sentences.

        Args:
            lefts: of the left side, ascending.
            rights: of the right side.
            check: called often; may raise, to stop.
        """
        best = self._best(lefts, rights, check)
        links = []
        i, j = len(lefts), len(rights)
        price, _ = best[i, j]
        while i or j:
            _, (p, q) = best[i, j]
            if p and q:
                links.append(Link(tuple(lefts[i - p : i]), tuple(rights[j - q : j])))
            i, j = i - p, j - q
        return Facing(links[::-1], price)

    def gain(self, link: Link, side: int, index: int) -> float:
        """How much likelier it is that a sentence is a part of a link than that it is alone.

        Of a link of two sentences whose neighbour it is; in nats.
        """
        if len(link.left) > 1 or len(link.right) > 1 or abs(link[side][0] - index) > 1:
            return -inf
        group = tuple(sorted((*link[side], index)))
        grown = self._price(*((link.left, group) if side else (group, link.right))) + _COSTS[2, 1]
        return self._price(*link) + _COSTS[1, 1] + _COSTS[1, 0] - grown

    def _best(
        self, lefts: Sequence[int], rights: Sequence[int], check: Callable[[], None]
    ) -> dict[Pair, tuple[float, Pair]]:
        """For each number of sentences of either side: the least price, and the last step."""
        best: dict[Pair, tuple[float, Pair]] = {(0, 0): (0.0, (0, 0))}
        some, others = self._groups(lefts, 0), self._groups(rights, 1)
        high, wide = len(lefts), len(rights)
        off = WAY_OFF * max(high, wide)
        for i in range(high + 1):
            check()
            first, last = -((off - i * wide) // high), (off + i * wide) // high
            for j in range(max(0, first), min(wide, last) + 1):
                least = best.get((i, j), (inf, (0, 0)))
                for (p, q), cost in _COSTS.items():
                    before = best.get((i - p, j - q))
                    if before is None or before[0] + cost >= least[0]:
                        continue
                    one, other = some[p][i], others[q][j]
                    if one is None or other is None:
                        continue
                    total = before[0] + cost + (self._apart(one, other) if p and q else 0.0)
                    if total < least[0]:
                        least = total, (p, q)
                if least[0] < inf:
                    best[i, j] = least
        return best

    def _groups(self, sentences: Sequence[int], side: int) -> list[list[_Group | None]]:
        """None, one and two sentences of a side, by the number of those up to their end."""
        ends = range(len(sentences) + 1)
        return [
            [_NOTHING] * len(ends),
            *(
                [self._group(sentences[max(0, end - size) : end], side, size) for end in ends]
                for size in (1, 2)
            ),
        ]

    def _group(self, sentences: Sequence[int], side: int, size: int) -> _Group | None:
        """Some sentences; None unless they are so many, and neighbours in one paragraph."""
        paragraphs = self._paragraphs[side]
        if len(sentences) < size or any(
            two != one + 1 or paragraphs[one] != paragraphs[two] for one, two in pairwise(sentences)
        ):
            return None
        letters = sum(self._letters[side][index] for index in sentences)
        return _Group(letters, begins=sentences[0] in self._begin[side])

    def _price(self, lefts: Sequence[int], rights: Sequence[int]) -> float:
        """How unlikely it is that some sentences face some others."""
        left, right = self._group(lefts, 0, 1), self._group(rights, 1, 1)
        return inf if left is None or right is None else self._apart(left, right)

    def _apart(self, left: _Group, right: _Group) -> float:
        """How unlikely it is that two groups that face each other differ by so much."""
        apart = abs(left.letters - right.letters)
        spread = sqrt(VARIANCE * (left.letters + right.letters) / 2 or 1.0)
        price = -log(max(erfc(apart / spread / sqrt(2)), LEAST_LIKELY))
        return price if left.begins == right.begins else price + self._other_break


class _Group(NamedTuple):
    """Neighbouring sentences of a side."""

    letters: float
    begins: bool
    """Whether a paragraph begins with them."""


_NOTHING: Final = _Group(0.0, begins=False)


def _beginnings(paragraphs: Sequence[int]) -> frozenset[int]:
    """The sentences with which a paragraph begins."""
    return frozenset(
        at for at, number in enumerate(paragraphs) if not at or paragraphs[at - 1] != number
    )

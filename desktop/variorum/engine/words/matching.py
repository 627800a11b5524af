"""Which words of two sentences face each other: the heaviest chain of meeting words.

Indices count words. The chain is found by a dynamic programme over the pairs of words that meet,
not over all pairs, so that its work follows what the sentences have in common.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq

from variorum.engine.words.nearness import near_ones
from variorum.engine.words.units import WORD_WEIGHT, Units

GAP_COST: Final = 0.15
"""What it costs to open a stretch of changed words. Keeps changes together: without it a match
is torn out of a phrase for a mere function word (exact spans -.018)."""

PAIRS_CONSIDERED: Final = 6_000
"""How many pairs of meeting words the programme weighs; beyond that, long stretches are first
cut at words that are unique, and what is still too repetitive is matched without weights."""

CELLS_UNWEIGHED: Final = 100_000_000
"""How many pairs of words are matched without weights at once (bit-parallel, 64 at a time; it
takes some 25 ms and an eighth of it in bytes). A longer stretch is first cut into as many parts
as need be, each side in proportion."""

LIMIT_REPEATED: Final = "a very long stretch of repeated words was compared in parts"


NEAR: Final = 0.6
"""How alike two words are, from 0 to 1, that may face each other although they do not meet."""

NEAR_WEIGHT: Final = 0.4
"""What such a pair is worth, times its likeness: less than a function word that meets itself."""

NEAR_PAIRS_CONSIDERED: Final = 1_600
"""How many pairs of words are looked at for likeness; more are a rewording."""

Place = tuple[int, list[int]]
"""A left word and the right ones that it may face, descending."""


class Match(NamedTuple):
    """Two words that face each other."""

    left: int
    right: int


class Matching(NamedTuple):
    """The words that face each other."""

    start: int
    """How many words both sides begin with."""
    end: int
    """How many both end with."""
    matches: list[Match]
    """Those between, ascending on both sides."""
    limits: tuple[str, ...] = ()


def match_words(left: Units, right: Units) -> Matching:
    """The chain of meeting words that keeps most and tears least."""
    start, end = common_ends(left.keys, right.keys)
    matcher = _Matcher(left, right)
    matcher.between(start, len(left) - end, start, len(right) - end)
    return Matching(start, end, matcher.found, tuple(sorted(matcher.limits)))


def common_ends(left: Sequence[str], right: Sequence[str]) -> tuple[int, int]:
    """How many words the two sides share at their beginning and at their end, without overlap."""
    most = min(len(left), len(right))
    start = 0
    while start < most and left[start] == right[start]:
        start += 1
    end = 0
    while end < most - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return start, end


class _Matcher:
    """Holds what the steps share: the two sides, the matches found, the limits hit."""

    def __init__(self, left: Units, right: Units) -> None:
        self._left = left
        self._right = right
        self.found: list[Match] = []
        self.limits: set[str] = set()

    def between(self, l1: int, l2: int, r1: int, r2: int) -> None:
        """Match a stretch; cut it where words are unique as long as it has too many pairs."""
        open_stretches = [(l1, l2, r1, r2)]
        while open_stretches:
            l1, l2, r1, r2 = open_stretches.pop()
            if l1 == l2 or r1 == r2:
                continue
            places = self._places(l1, l2, r1, r2)
            if not places:
                continue  # near words alone would bear nothing
            if sum(len(js) for _, js in places) <= PAIRS_CONSIDERED:
                near = self._near(places, l1, l2, r1, r2)
                chain = _only_chain(places)
                if chain is None:
                    chain = heaviest_chain(places, self._left.weights, near, (l1, l2, r1, r2))
                self.found += [match for match in chain if match not in near] if near else chain
                continue
            anchors = self._anchors(places)
            if not anchors:
                self._unweighed(l1, l2, r1, r2)
                continue
            self.found += anchors
            ends = [*anchors, Match(l2, r2)]
            for i, j in ends:
                open_stretches.append((l1, i, r1, j))
                l1, r1 = i + 1, j + 1
        self.found.sort()

    def _places(self, l1: int, l2: int, r1: int, r2: int) -> list[Place]:
        """For each left word that has a counterpart, the right ones it meets, descending."""
        where: dict[str, list[int]] = {}
        keys = self._right.keys
        for j in range(r2 - 1, r1 - 1, -1):
            where.setdefault(keys[j], []).append(j)
        keys = self._left.keys
        return [(i, where[keys[i]]) for i in range(l1, l2) if keys[i] in where]

    def _near(
        self, places: list[Place], l1: int, l2: int, r1: int, r2: int
    ) -> dict[tuple[int, int], float]:
        """What near words are worth that meet nothing else; they are entered among the places.

        They bear the chain as meeting words do, so that it does not run past "migrants" and
        "immigrants" for the sake of a function word.
        """
        met = {i for i, _ in places}
        left, right = self._left, self._right
        lefts = [i for i in range(l1, l2) if i not in met and left.weights[i] == WORD_WEIGHT]
        if not lefts:
            return {}
        there = {j for _, js in places for j in js}
        rights = [j for j in range(r1, r2) if j not in there and right.weights[j] == WORD_WEIGHT]
        if len(lefts) * len(rights) > NEAR_PAIRS_CONSIDERED:
            return {}
        keys = [right.keys[j] for j in rights]
        near: dict[tuple[int, int], float] = {}
        for i in lefts:
            if alike := near_ones(left.keys[i], keys, NEAR):
                near |= {(i, rights[at]): NEAR_WEIGHT * likeness for at, likeness in alike}
                places.append((i, [rights[at] for at, _ in reversed(alike)]))
        places.sort()
        return near

    def _anchors(self, places: list[Place]) -> list[Match]:
        """The longest chain of words that stand once on each side (patience)."""
        counts: dict[int, int] = {}
        for _, js in places:
            counts[js[0]] = counts.get(js[0], 0) + 1
        weights = self._left.weights
        unique = [
            (i, js[0])
            for i, js in places
            if len(js) == 1 and counts[js[0]] == 1 and weights[i] == WORD_WEIGHT
        ]
        tails: list[int] = []
        chain: list[int] = []
        before: list[int] = []
        for number, (_, j) in enumerate(unique):
            at = bisect_left(tails, j)
            before.append(chain[at - 1] if at else -1)
            if at == len(tails):
                tails.append(j)
                chain.append(number)
            else:
                tails[at], chain[at] = j, number
        out: list[Match] = []
        at = chain[-1] if chain else -1
        while at >= 0:
            out.append(Match(*unique[at]))
            at = before[at]
        return out[::-1]

    def _unweighed(self, l1: int, l2: int, r1: int, r2: int) -> None:
        """The longest common subsequence, every word worth the same."""
        parts = ceil(((l2 - l1) * (r2 - r1) / CELLS_UNWEIGHED) ** 0.5)
        if parts > 1:
            self.limits.add(LIMIT_REPEATED)
        for part in range(parts):
            l_part = [l1 + (l2 - l1) * at // parts for at in (part, part + 1)]
            r_part = [r1 + (r2 - r1) * at // parts for at in (part, part + 1)]
            self._unweighed_part(slice(*l_part), slice(*r_part))

    def _unweighed_part(self, left: slice, right: slice) -> None:
        lefts, rights = self._left.keys[left], self._right.keys[right]
        signs = {key: chr(number) for number, key in enumerate(sorted({*lefts} & {*rights}), 2)}
        texts = (
            "".join(signs.get(key, "\0") for key in lefts),
            "".join(signs.get(key, "\1") for key in rights),
        )
        for run in LCSseq.opcodes(*texts).as_matching_blocks():
            i, j = left.start + run.a, right.start + run.b
            self.found += [Match(i + k, j + k) for k in range(run.size)]


def _only_chain(places: Iterable[tuple[int, Sequence[int]]]) -> list[Match] | None:
    """The heaviest chain where no word meets two and all stand in the same order; or else None.

    No match can be spared there: the least is worth more than the one gap that it opens.
    """
    chain: list[Match] = []
    last = -1
    for i, js in places:
        if len(js) > 1 or js[0] <= last:
            return None
        last = js[0]
        chain.append(Match(i, last))
    return chain


def heaviest_chain(
    places: Sequence[tuple[int, Sequence[int]]],
    weights: Sequence[float],
    near: Mapping[tuple[int, int], float],
    stretch: tuple[int, int, int, int],
) -> list[Match]:
    """The ascending chain of pairs with the greatest weight less the cost of its gaps.

    Args:
        places: left indices, ascending, each with the right ones that it meets, descending.
        weights: what a match of each left word is worth.
        near: what the pairs are worth that are only near.
        stretch: where the left and right words begin and end; ends that match cost no gap.
    """
    l1, l2, r1, r2 = stretch
    pairs: list[tuple[int, int, int]] = []  # left, right, the pair before
    scores: list[float] = []
    last_row: dict[int, int] = {}  # right index + 1 -> the pair of the row above
    last_i = -2
    # The best pair that ends before each right index: both lists ascend.
    front_right: list[int] = []
    front_pair: list[int] = []
    for i, js in places:
        row: dict[int, int] = {}
        above = last_row if last_i == i - 1 else {}
        weight = weights[i]
        for j in js:
            at = bisect_left(front_right, j)
            if at:
                before = front_pair[at - 1]
                score = scores[before] - GAP_COST
            else:
                before, score = -1, 0.0 if i == l1 and j == r1 else -GAP_COST
            next_to = above.get(j - 1)
            if next_to is not None and scores[next_to] >= score:
                before, score = next_to, scores[next_to]
            row[j] = len(pairs)
            pairs.append((i, j, before))
            scores.append(score + near.get((i, j), weight))
        for j, number in row.items():  # only now: a word faces one word
            _put(front_right, front_pair, scores, j, number)
        last_row, last_i = row, i
    return _trace(pairs, scores, (l2, r2))


def _put(rights: list[int], numbers: list[int], scores: list[float], j: int, new: int) -> None:
    """Enter a pair into the front, if it beats all that end before it; drop what it beats."""
    at = bisect_left(rights, j + 1)
    if at and scores[numbers[at - 1]] >= scores[new]:
        return
    end = at
    while end < len(rights) and scores[numbers[end]] <= scores[new]:
        end += 1
    if at and rights[at - 1] == j:
        at -= 1
    rights[at:end] = [j]
    numbers[at:end] = [new]


def _trace(
    pairs: list[tuple[int, int, int]], scores: list[float], end: tuple[int, int]
) -> list[Match]:
    if not pairs:
        return []

    def total(number: int) -> float:
        i, j, _ = pairs[number]
        return scores[number] - (0.0 if (i + 1, j + 1) == end else GAP_COST)

    at = max(range(len(pairs)), key=total)
    chain: list[Match] = []
    while at >= 0:
        i, j, at = pairs[at]
        chain.append(Match(i, j))
    return chain[::-1]

"""Cutting a large gap at sentences that are nearly the same, or share rare words.

The exact recipe costs a gap's cells (left times right sentences), so gaps of more than a few
thousand are first cut at pairs that are certain enough. Indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import chain, pairwise
from math import fsum, log, sqrt
from typing import Final, NamedTuple

from variorum.engine.align.anchors import between, grow
from variorum.engine.align.chains import Pair, heaviest_pairs
from variorum.engine.align.ratios import character_ratio, pair_weight
from variorum.engine.align.sentence_texts import SentenceWords
from variorum.engine.alignment import Gap
from variorum.engine.watch import Watch, watched

SMALL_CELLS: Final = 3_600
"""Gaps up to 60 x 60 are aligned as a whole: a few milliseconds."""
LARGEST_CELLS: Final = 90_000
"""Gaps up to 300 x 300 without any cut are still aligned as a whole: half a second."""

LEAST_WORDS: Final = 4
"""Shorter sentences are no near anchors."""
NEAR_RATIO: Final = 0.60
"""Least character ratio of a pair that two and more words vote for."""
NEAR_RATIO_ONE_VOTE: Final = 0.72
"""The same where a single word votes for it."""
WALK_RATIO: Final = 0.65
"""Least character ratio of a neighbour of a near pair to be taken along."""

RARE_WORDS: Final = 10
"""How many of a sentence's rarest words look for its counterpart."""
RARE_SENTENCES: Final = 40
"""A word in more sentences of a gap than this is not rare."""
CROWDED: Final = 12_000
RARE_SENTENCES_CROWDED: Final = 10
"""The same in gaps of so many sentences: words are rare enough there without the others. And there
no sentence counts as like another one for a single rare word: that is chance among so many."""
SOFT_COSINE: Final = 0.35
"""Least share of rare-word weight of a soft cut."""
SOFT_MARGIN: Final = 0.12
"""By how much it must beat every rival."""
SOFT_HEARD: Final = 0.22
"""What shares less is no soft cut, and no rival of one: a little less than their difference."""
SUPPORT_REACH: Final = 3
"""A soft cut needs another one at most this many sentences before or after it, on both sides."""


class Texts(NamedTuple):
    """The sentences of both documents."""

    left: Sequence[str]
    right: Sequence[str]


class Cuts(NamedTuple):
    """What a large gap was cut into."""

    near: list[Pair]
    """Nearly identical pairs, ascending."""
    gaps: list[Gap]
    """What lies between them, ascending."""


def cut(texts: Texts, known: SentenceWords, gap: Gap, watch: Watch) -> Cuts:
    """Cut a gap until its parts are small, or no more evidence is found.

    Args:
        texts: all sentences, lower-cased.
        known: their words.
        gap: what to cut.
        watch: asked often whether to go on.
    """
    near: list[Pair] = []
    done: list[Gap] = []
    waiting = [gap]
    while waiting:
        watch.check()
        part = waiting.pop()
        if cells(part) <= SMALL_CELLS:
            done.append(part)
            continue
        words = _Words(known, part, watch.check)
        pairs = _near_pairs(texts, part, words, watch.check)
        if pairs:
            near += pairs
            waiting += between(part, pairs)
            continue
        soft = _soft_pairs(part, words, watch.check)
        # A soft pair is not certain enough to be taken as it is: it opens the part below it.
        parts = list(_opened(part, soft))
        if len(parts) > 1:
            waiting += parts
        else:
            done.append(part)
    near.sort()
    done.sort()
    return Cuts(near, done)


def near_by_words(texts: Texts, gap: Gap, check: Callable[[], None]) -> list[Pair]:
    """The nearly identical pairs of a gap that words vote for which stand once on both sides."""
    return _voted(texts, _Words(SentenceWords(texts), gap, check), check)


def cells(gap: Gap) -> int:
    """How many pairs of sentences a gap holds."""
    return gap.left.length * gap.right.length


class _Words:
    """The words of the sentences of a gap, and in how many of them each is, by side."""

    def __init__(self, known: SentenceWords, gap: Gap, check: Callable[[], None]) -> None:
        self.left = {i: known.of(0, i) for i in watched(range(*gap.left), check)}
        self.right = {j: known.of(1, j) for j in watched(range(*gap.right), check)}
        self.left_counts = Counter(chain.from_iterable(watched(self.left.values(), check)))
        self.right_counts = Counter(chain.from_iterable(watched(self.right.values(), check)))


def _near_pairs(texts: Texts, gap: Gap, words: _Words, check: Callable[[], None]) -> list[Pair]:
    """Pairs that words vote for which are unique on both sides, with their neighbours."""

    def alike(i: int, j: int) -> bool:
        left, right = texts.left[i], texts.right[j]
        return character_ratio(left, right, WALK_RATIO) >= WALK_RATIO

    return list(grow(gap, _voted(texts, words, check), alike))


def _voted(texts: Texts, words: _Words, check: Callable[[], None]) -> list[Pair]:
    """The heaviest chain of pairs that words vote for which are unique on both sides."""
    once = {
        word
        for word, count in watched(words.right_counts.items(), check)
        if count == 1 == words.left_counts.get(word)
    }
    owner = {
        word: j for j, own in watched(words.right.items(), check) for word in once.intersection(own)
    }
    votes = Counter(
        (i, owner[word])
        for i, own in watched(words.left.items(), check)
        for word in once.intersection(own)
    )
    best = _mutual(votes, check)
    weighed: list[tuple[int, int, float]] = []
    for i, j in watched(best, check):
        if min(len(words.left[i]), len(words.right[j])) < LEAST_WORDS:
            continue
        least = NEAR_RATIO_ONE_VOTE if votes[i, j] == 1 else NEAR_RATIO
        ratio = character_ratio(texts.left[i], texts.right[j], least)
        if ratio >= least:
            weighed.append((i, j, pair_weight(texts.left[i], texts.right[j], ratio)))
    return heaviest_pairs(weighed, check)


def _mutual(votes: Counter[Pair], check: Callable[[], None]) -> list[Pair]:
    """Pairs that are each other's best, without a tie."""
    left: dict[int, list[tuple[int, int]]] = defaultdict(list)
    right: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (i, j), count in watched(votes.items(), check):
        left[i].append((count, j))
        right[j].append((count, i))

    def winner(found: list[tuple[int, int]]) -> int | None:
        top = max(found)
        return top[1] if sum(count == top[0] for count, _ in found) == 1 else None

    winners = [(i, winner(found)) for i, found in watched(sorted(left.items()), check)]
    return [(i, j) for i, j in watched(winners, check) if j is not None and winner(right[j]) == i]


def _soft_pairs(gap: Gap, words: _Words, check: Callable[[], None]) -> list[Pair]:
    """Pairs that share much of their rare words and have another such pair beside them."""
    soft = _Soft(gap, words, check)
    scored: dict[int, list[tuple[float, int]]] = {}
    for i, own in watched(words.left.items(), check, 64):
        found = soft.scores(own)
        if found:
            scored[i] = nlargest(3, found)
    return _supported(_clear_winners(scored, check), check)


class _Soft:
    """The rare words that both sides of a gap have, and how much sentences share of them."""

    def __init__(self, gap: Gap, words: _Words, check: Callable[[], None]) -> None:
        total = gap.left.length + gap.right.length
        self._crowded = total >= CROWDED
        most = RARE_SENTENCES_CROWDED if self._crowded else RARE_SENTENCES
        self._squares = squares = _Squares(log((total + 1) / 1.5) ** 2)
        for word, count in watched(words.left_counts.items(), check):
            having = count + words.right_counts.get(word, 0)
            squares[word] = log((total + 1) / (having + 0.5)) ** 2
        self._shared = {
            word
            for word, count in watched(words.right_counts.items(), check)
            if count <= most and 0 < words.left_counts.get(word, 0) <= most
        }
        self._words = words.right
        self._norms: dict[int, float] = {}
        self._postings: dict[str, list[int]] = defaultdict(list)
        # Where a single word counts, the shortest sentences that have it come first.
        places = words.right if self._crowded else sorted(words.right, key=self._norm)
        for j in watched(places, check):
            for word in self._shared.intersection(words.right[j]):
                self._postings[word].append(j)

    def _norm(self, j: int) -> float:
        found = self._norms.get(j)
        if found is None:
            found = self._norms[j] = self._squares.norm(self._words[j])
        return found

    def scores(self, words: Collection[str]) -> list[tuple[float, int]]:
        """The cosines of a left sentence and the right ones that share its rare words.

        Those that cannot matter are left out (`SOFT_HEARD`).
        """
        squares = self._squares
        known: Collection[str] = self._shared.intersection(words)
        if not known or (self._crowded and self._is_chance(known)):
            return []
        rare = sorted(known, key=lambda w: (-squares[w], w))[:RARE_WORDS]
        norm = squares.norm(words)
        places = [self._postings[word] for word in rare]
        if not self._crowded and all_different(places):
            sums = self._alone(rare, places, norm)
        else:
            sums = {}
            for word, where in zip(rare, places, strict=True):
                square = squares[word]
                for j in where:
                    sums[j] = sums.get(j, 0.0) + square
        least = SOFT_HEARD * norm
        return [
            (s / (norm * self._norm(j)), j) for j, s in sums.items() if s >= least * self._norm(j)
        ]

    def _is_chance(self, rare: Iterable[str]) -> bool:
        """Whether no right sentence has two of some words."""
        return all_different([self._postings[word] for word in rare])

    def _alone(
        self, rare: Iterable[str], places: Iterable[Sequence[int]], norm: float
    ) -> dict[int, float]:
        """What right sentences share that have one of the rare words: the shortest come first."""
        sums: dict[int, float] = {}
        for word, where in zip(rare, places, strict=True):
            square = self._squares[word]
            longest = square / (SOFT_HEARD * norm)
            end = bisect_right(where, longest, key=self._norm)
            sums.update(dict.fromkeys(where[:end], square))
        return sums


def all_different(places: Iterable[Iterable[int]]) -> bool:
    """Whether no number is in two of some lists, each of which has none twice.

    In texts that have little in common, hardly any two sentences share two rare words.
    """
    found = list(chain.from_iterable(places))
    return len(set(found)) == len(found)


class _Squares(dict[str, float]):
    """The squared weights of words; of all that are not known the same."""

    def __init__(self, otherwise: float) -> None:
        super().__init__()
        self._otherwise = otherwise

    def __missing__(self, word: str) -> float:
        return self._otherwise

    def norm(self, words: Iterable[str]) -> float:
        """The length of the vector of some words."""
        # Summed exactly: a set has its words in any order.
        return sqrt(fsum(map(self.__getitem__, words)))


def _clear_winners(
    scored: dict[int, list[tuple[float, int]]], check: Callable[[], None]
) -> list[tuple[int, int, float]]:
    """Pairs that beat every rival of both of their sentences."""
    columns: dict[int, list[float]] = defaultdict(list)
    for found in watched(scored.values(), check):
        for score, j in found:
            columns[j].append(score)
    out: list[tuple[int, int, float]] = []
    for i, found in watched(scored.items(), check):
        score, j = found[0]
        rivals = [s for s, _ in found[1:]]
        column = sorted(columns[j], reverse=True)
        rivals += column[1:] if column[0] == score else column
        if score >= SOFT_COSINE and score >= max(rivals, default=0.0) + SOFT_MARGIN:
            out.append((i, j, score))
    return out


def _supported(pairs: Iterable[tuple[int, int, float]], check: Callable[[], None]) -> list[Pair]:
    """The heaviest chain, without pairs that stand alone."""
    heaviest = heaviest_pairs(list(pairs), check)
    close = [
        0 < q[0] - p[0] <= SUPPORT_REACH and 0 < q[1] - p[1] <= SUPPORT_REACH
        for p, q in pairwise(heaviest)
    ]
    return [
        pair
        for number, pair in enumerate(heaviest)
        if (number and close[number - 1]) or (number < len(close) and close[number])
    ]


def _opened(gap: Gap, soft: Sequence[Pair]) -> Iterator[Gap]:
    """A gap cut before each soft pair, in parts of a fair size."""
    i, j = gap.left.start, gap.right.start
    for p, q in soft:
        if p > i and q > j and (p - i) * (q - j) * 16 >= SMALL_CELLS:
            yield Gap(gap.left._replace(start=i, end=p), gap.right._replace(start=j, end=q))
            i, j = p, q
    yield Gap(gap.left._replace(start=i), gap.right._replace(start=j))

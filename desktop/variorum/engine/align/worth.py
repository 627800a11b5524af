"""Which lone sentences are worth comparing, where there are too many to compare each with each.

Those that share rare words. Indices count lone sentences, but for those of `Lone` itself, which
count the sentences of a document.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from heapq import nsmallest
from math import fsum, log
from typing import Final, NamedTuple

from variorum.engine.align.cuts import all_different
from variorum.engine.align.runs import REACH
from variorum.engine.align.sentence_texts import SentenceWords
from variorum.engine.watch import Watch, watched

RARE_SENTENCES: Final = 40
"""A word in more lone sentences of a side than this is not rare."""
CROWDED: Final = 12_000
RARE_SENTENCES_CROWDED: Final = 10
"""The same among so many lone sentences."""
SHARED_WEIGHT: Final = 0.3
"""The share of the lighter of two sentences, by the rarity of its words, that both have."""
SHARED_ALONE: Final = 0.2
"""The share of what two sentences say, by the rarity of its words, that is the same in both, unless
others beside them are worth comparing, too: half of what a passage must have that moved by itself
(`moves.LEAST_SHARED`), because words are not cut to stems here. Of 800,000 words in sentences that
have nothing in common, a fifth of the pairs is left; moves of made texts begin at .35."""
SHORT: Final = 4
"""Of so many words a single rare one is a fair part."""
CANDIDATES: Final = 4
"""How many counterparts of a lone sentence are looked at when there are too many for all."""
MOST_WORTH: Final = 2_500
"""Of the lone sentences that share rare words with others, so many are looked at, the longest. Made
texts of 1.6 million words of which most was reworded have 1,500."""
MOVES_LIMIT: Final = (
    f"of more than {MOST_WORTH} sentences that may have moved, only the longest were looked for "
    "elsewhere"
)


class Lone(NamedTuple):
    """The sentences of one side that have no counterpart in place."""

    indices: Sequence[int]
    texts: Sequence[str]
    places: Sequence[int]
    """Of each among all that have no counterpart in place, whether they are looked at or not."""

    def some(self, numbers: Iterable[int]) -> Lone:
        """Those with some numbers, in their order."""
        chosen = sorted(numbers)
        return Lone(
            [self.indices[n] for n in chosen],
            [self.texts[n] for n in chosen],
            [self.places[n] for n in chosen],
        )


def worth_comparing(
    left: Lone, right: Lone, known: SentenceWords, watch: Watch, limits: set[str]
) -> tuple[Lone, Lone, Mapping[int, set[int]]]:
    """The lone sentences that share rare words with one of the other side, and with which.

    They are looked for from the side that has fewer, so that it is the same which text is on the
    left; of two that have as many, the texts decide.

    Args:
        left: the lone sentences of the left text.
        right: those of the right one.
        known: the words of all sentences.
        watch: asked often whether to go on.
        limits: is told when some were not looked at.
    """
    words = tuple(
        [known.of(side, index) for index in watched(lone.indices, watch.check)]
        for side, lone in enumerate((left, right))
    )
    if (len(left.texts), left.texts) <= (len(right.texts), right.texts):
        return _worth_looking_for(left, right, words[0], words[1], watch, limits)
    columns, rows, found = _worth_looking_for(right, left, words[1], words[0], watch, limits)
    only: dict[int, set[int]] = {n: set() for n in range(len(rows.indices))}
    for j, there in watched(found.items(), watch.check):
        for i in there:
            only[i].add(j)
    return rows, columns, only


def _worth_looking_for(
    left: Lone,
    right: Lone,
    rows: Sequence[Collection[str]],
    columns: Sequence[Collection[str]],
    watch: Watch,
    limits: set[str],
) -> tuple[Lone, Lone, dict[int, set[int]]]:
    """The left sentences that share rare words with right ones, these, and which with which.

    Two rare words, or one that makes up a quarter of the shorter sentence: a single one that two
    long sentences share is chance in a long text. And a fair part of what the shorter one says:
    with less, no group outweighs the penalty of so many sentences.
    """
    words = _Rare(rows, columns, watch.check)
    best = {i: words.best_of(i) for i in watched(range(len(rows)), watch.check, 16)}
    best = {
        i: [j for j in there if words.say_much_the_same(i, j) or _in_company(i, j, best)]
        for i, there in watched(best.items(), watch.check)
    }
    worth = [i for i, there in best.items() if there]
    if len(worth) > MOST_WORTH:
        limits.add(MOVES_LIMIT)
        worth = _longest(worth, left.texts, right.texts, best)
    found = {
        i: {j + step for j in best[i] for step in (-1, 0, 1) if 0 <= j + step < len(right.indices)}
        for i in watched(worth, watch.check)
    }
    chosen = sorted({j for places in found.values() for j in places})
    place = {j: n for n, j in enumerate(chosen)}
    only = {n: {place[j] for j in found[i]} for n, i in enumerate(sorted(found))}
    watch.check()
    return left.some(found), right.some(chosen), only


def _in_company(i: int, j: int, best: Mapping[int, list[int]]) -> bool:
    """Whether sentences close to those of a pair, in the same order, are worth comparing, too."""
    return any(
        abs(q - j) <= REACH and (p - i) * (q - j) >= 0 and (p, q) != (i, j)
        for p in range(i - REACH, i + REACH + 1)
        for q in best.get(p, ())
    )


def _longest(
    worth: Iterable[int], left: Sequence[str], right: Sequence[str], best: Mapping[int, list[int]]
) -> list[int]:
    """The sentences that have most in common with another, judged by their lengths."""

    def length(i: int) -> int:
        return min(len(left[i]), max(len(right[j]) for j in best[i]))

    return nsmallest(MOST_WORTH, worth, key=lambda i: (-length(i), left[i], i))


class _Rare:
    """The words of lone sentences, and which right ones have the rare words of a left one."""

    def __init__(
        self,
        rows: Sequence[Collection[str]],
        columns: Sequence[Collection[str]],
        check: Callable[[], None],
    ) -> None:
        self._rows = rows
        self._columns = columns
        self._left = Counter(itertools.chain.from_iterable(watched(rows, check)))
        self._right = Counter(itertools.chain.from_iterable(watched(columns, check)))
        total = len(rows) + len(columns) + 1
        self._rarity = _Rarity(self._left, self._right, total)
        self._of_columns: dict[int, float] = {}
        most = RARE_SENTENCES if total < CROWDED else RARE_SENTENCES_CROWDED
        self._shared = {
            word
            for word, count in watched(self._left.items(), check)
            if count <= most and 0 < self._right.get(word, 0) <= most
        }
        self._postings: dict[str, list[int]] = defaultdict(list)
        for j, words in enumerate(watched(columns, check)):
            for word in self._shared.intersection(words):
                self._postings[word].append(j)
        self._short = {j for j, words in enumerate(columns) if len(words) <= SHORT}

    def _weight(self, words: Iterable[str]) -> float:
        # Summed exactly: a set has its words in any order.
        return fsum(map(self._rarity.__getitem__, words))

    def _weight_of_column(self, j: int) -> float:
        found = self._of_columns.get(j)
        if found is None:
            found = self._of_columns[j] = self._weight(self._columns[j])
        return found

    def best_of(self, i: int) -> list[int]:
        """The right sentences that share most rare words with a left one."""
        words = self._rows[i]
        rare = sorted(self._shared.intersection(words))
        places = [self._postings[word] for word in rare]
        if not self._perhaps_enough(words, places):
            return []
        weights: dict[int, float] = {}
        for where in places:
            share = 1 / len(where)
            for j in where:
                weights[j] = weights.get(j, 0.0) + share
        best = sorted((-weight, j) for j, weight in weights.items())[:CANDIDATES]
        likely = [j for _, j in best if self._enough(i, j, rare)]
        if not likely:
            return []
        own = self._weight(words)
        return [j for j in likely if self._fair_part(words, own, j)]

    def say_much_the_same(self, i: int, j: int) -> bool:
        """Whether a left and a right sentence could be a move by themselves."""
        both = self._weight(self._rows[i]) + self._weight_of_column(j)
        shared = self._weight({*self._rows[i]}.intersection(self._columns[j]))
        return 2 * shared >= SHARED_ALONE * both

    def _perhaps_enough(self, words: Collection[str], places: Sequence[Sequence[int]]) -> bool:
        """Whether `_enough` may hold for one: in texts that have nothing in common it rarely does.

        Args:
            words: of a left sentence.
            places: for each rare one among them the right sentences that have it.
        """
        if len(words) <= SHORT:
            return True
        return not (
            all_different(places) and self._short.isdisjoint(itertools.chain.from_iterable(places))
        )

    def _enough(self, i: int, j: int, rare: Iterable[str]) -> bool:
        there = self._columns[j]
        count = len({*there}.intersection(rare))
        return count > 1 or count * SHORT >= min(len(self._rows[i]), len(there))

    def _fair_part(self, words: Collection[str], weight: float, j: int) -> bool:
        lighter = min(weight, self._weight_of_column(j))
        return self._weight({*words}.intersection(self._columns[j])) >= SHARED_WEIGHT * lighter


class _Rarity(dict[str, float]):
    """How rare each word is, in natural logarithms, worked out when it is first asked for."""

    def __init__(self, left: Counter[str], right: Counter[str], total: int) -> None:
        super().__init__()
        self._left, self._right, self._total = left, right, total

    def __missing__(self, word: str) -> float:
        having = self._left.get(word, 0) + self._right.get(word, 0)
        weight = self[word] = log(self._total / having)
        return weight

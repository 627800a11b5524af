"""How similar the sentences of two sides are, singly and in runs.

A similarity is a weighted mean of the cosines of words and of letter groups. Indices count the
sentences of a gap, or those that are lone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import Final

from variorum.engine.align.features import (
    SentenceVectors,
    Vector,
    cosine,
    dot,
    invert,
    products,
)
from variorum.engine.align.sentence_texts import in_lower_case
from variorum.engine.watch import watched

WORD_SHARE: Final = 0.35
"""Weight of the words' cosine; the letter groups have the rest."""
DRAFT_SIMILARITY: Final = 0.8
"""A sentence whose best counterpart is closer than this was hardly touched."""
COMMON_SENTENCES: Final = 60
COMMON_SHARE: Final = 0.4
"""Features in more sentences of a gap than both of these are passed over: they cost the most and
say the least."""
FEWEST_WORDS: Final = 3
"""Two sentences of fewer different words each, as in lists, are no corner of a larger group."""
_ROWS_AT_ONCE: Final = 32
"""Sentences that are measured against all others between two questions whether to go on."""


class SideVectors:
    """The sentences of one side of a gap: text, vectors, and which of them are titles."""

    def __init__(
        self,
        texts: Sequence[str],
        vectors: Sequence[SentenceVectors],
        titles: AbstractSet[int] = frozenset(),
    ) -> None:
        self.texts = texts
        self.folded = [in_lower_case(text) for text in texts]
        self.vectors = vectors
        self._titles = titles
        self._squares: dict[tuple[int, int], tuple[float, float]] = {}
        self._words: dict[tuple[int, int], dict[str, float]] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def squares(self, start: int, count: int) -> tuple[float, float]:
        """The squared lengths of the summed vectors (words, letter groups) of a run."""
        key = (start, count)
        found = self._squares.get(key)
        if found is None:
            if count == 1:
                own = self.vectors[start]
                found = (own.words.square, own.grams.square)
            else:
                found = self._longer(start, count)
            self._squares[key] = found
        return found

    def _longer(self, start: int, count: int) -> tuple[float, float]:
        words, grams = self.squares(start, count - 1)
        last = self.vectors[start + count - 1]
        words += last.words.square
        grams += last.grams.square
        for other in self.vectors[start : start + count - 1]:
            words += 2 * dot(other.words, last.words)
            grams += 2 * dot(other.grams, last.grams)
        return words, grams

    def words(self, start: int, count: int) -> Mapping[str, float]:
        """The words of a run; only which they are means anything."""
        if count == 1:
            return self.vectors[start].words.weights
        found = self._words.get((start, count))
        if found is None:
            last = self.vectors[start + count - 1].words.weights
            found = self._words[start, count] = {**self.words(start, count - 1), **last}
        return found

    def mixes_titles(self, start: int, count: int, opposite: str) -> bool:
        """Whether a run has titles beside sentences of the text below.

        Not when the text opposite, folded, begins with them: then the title runs into the text
        there.
        """
        if not self._titles or count == 1:
            return False
        found = [at for at in range(start, start + count) if at in self._titles]
        return 0 < len(found) < count and not opposite.startswith(self.folded[found[0]])

    def is_brief(self, number: int) -> bool:
        """Whether a sentence has so few words that nobody would look for parts of it."""
        return len(self.vectors[number].words.weights) < FEWEST_WORDS

    def found(self, number: int, words: Mapping[str, float]) -> float:
        """The share of the word weight of a sentence that is among some words, 0 to 1."""
        own = self.vectors[number].words.weights
        total = sum(own.values())
        return sum([own[word] for word in own if word in words]) / total if total else 0.0

    def length(self, start: int, count: int) -> int:
        """Characters of a run, one more for each sentence."""
        return sum(len(text) + 1 for text in self.texts[start : start + count])


class Similarities:
    """How similar each sentence of one side is to each of the other; sparse."""

    def __init__(
        self,
        left: SideVectors,
        right: SideVectors,
        forbidden: Container[tuple[int, int]] = frozenset(),
        only: Mapping[int, Iterable[int]] | None = None,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        """Compare all sentences.

        Args:
            left: the one side.
            right: the other.
            forbidden: pairs that must not be linked.
            only: for each left sentence the right ones to compare it with; None for all.
            check: called after each bit of work; may raise, to stop.
        """
        self.left = left
        self.right = right
        self.forbidden = forbidden
        self.check = check
        if only is None:
            self.words, self.grams = self._all_products()
        else:
            self.words, self.grams = self._some_products(only)
        self.rows = [dict(self._row(i)) for i in watched(range(len(left)), check, _ROWS_AT_ONCE)]
        if forbidden:
            for i, row in enumerate(watched(self.rows, check, _ROWS_AT_ONCE)):
                for j in [j for j in row if (i, j) in forbidden]:
                    del row[j]
        self.best_of_left = [max(row.values(), default=0.0) for row in self.rows]
        self.best_of_right = [0.0] * len(right)
        for row in self.rows:
            for j, k in row.items():
                self.best_of_right[j] = max(self.best_of_right[j], k)

    def _all_products(self) -> tuple[list[dict[int, float]], list[dict[int, float]]]:
        """The inner products of all sentences, but for features that are in most of them."""
        left, right = self.left.vectors, self.right.vectors
        words = _products([v.words for v in left], [v.words for v in right], self.check)
        grams = _products([v.grams for v in left], [v.grams for v in right], self.check)
        return words, grams

    def _some_products(
        self, only: Mapping[int, Iterable[int]]
    ) -> tuple[list[dict[int, float]], list[dict[int, float]]]:
        words: list[dict[int, float]] = []
        grams: list[dict[int, float]] = []
        others = self.right.vectors
        for i, own in enumerate(self.left.vectors):
            self.check()
            places = sorted(only.get(i, ()))
            words.append({j: dot(own.words, others[j].words) for j in places})
            grams.append({j: dot(own.grams, others[j].grams) for j in places})
        return words, grams

    def _row(self, i: int) -> Iterator[tuple[int, float]]:
        own = self.left.vectors[i]
        words = self.words[i]
        vectors = self.right.vectors
        for j, product in self.grams[i].items():
            other = vectors[j]
            yield (
                j,
                WORD_SHARE * cosine(words.get(j, 0.0), own.words.square, other.words.square)
                + (1 - WORD_SHARE) * cosine(product, own.grams.square, other.grams.square),
            )

    def of(self, i: int, j: int) -> float:
        """The similarity of two sentences, 0 to 1."""
        return self.rows[i].get(j, 0.0)

    def of_group(self, left: int, left_count: int, right: int, right_count: int) -> float:
        """The similarity of the summed vectors of two runs, 0 to 1."""
        words = grams = 0.0
        for i in range(left, left + left_count):
            word_row, gram_row = self.words[i], self.grams[i]
            for j in range(right, right + right_count):
                words += word_row.get(j, 0.0)
                grams += gram_row.get(j, 0.0)
        word_square, gram_square = self.left.squares(left, left_count)
        other_word_square, other_gram_square = self.right.squares(right, right_count)
        return WORD_SHARE * cosine(words, word_square, other_word_square) + (
            1 - WORD_SHARE
        ) * cosine(grams, gram_square, other_gram_square)

    def best(self) -> list[float]:
        """The best similarity of each sentence of the side with fewer of them."""
        if len(self.left) == len(self.right):
            return max(self.best_of_left, self.best_of_right, key=sum)
        return self.best_of_left if len(self.left) < len(self.right) else self.best_of_right

    def draft_share(self) -> tuple[int, int]:
        """How many sentences of the side with fewer were hardly touched, and how many it has."""
        best = self.best_of_left if len(self.left) <= len(self.right) else self.best_of_right
        if len(self.left) == len(self.right):
            touched = (
                sum(k > DRAFT_SIMILARITY for k in self.best_of_left)
                + sum(k > DRAFT_SIMILARITY for k in self.best_of_right)
            ) / 2
            return int(touched), len(best)
        return sum(k > DRAFT_SIMILARITY for k in best), len(best)


def _products(
    left: Sequence[Vector], right: Sequence[Vector], check: Callable[[], None]
) -> list[dict[int, float]]:
    """For each left vector its inner products with the right ones that share a feature with it."""

    def some(vectors: Sequence[Vector]) -> Iterator[Vector]:
        return watched(vectors, check, _ROWS_AT_ONCE)

    wanted = set(chain.from_iterable(vector.weights for vector in some(left)))
    longest = max(COMMON_SENTENCES, int(COMMON_SHARE * (len(left) + len(right))))
    if len(left) + len(right) > longest:
        both = chain(some(left), some(right))
        counts = Counter(chain.from_iterable(vector.weights for vector in both))
        wanted = {feature for feature in wanted if counts[feature] <= longest}
    postings = invert(some(right), wanted)
    return [products(vector, postings) for vector in some(left)]

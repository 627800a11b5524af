"""Which groups of sentences may belong together, and how likely that is.

A group is one to five sentences of one side facing one, or two and three facing two and three. Its
log-odds are a weighted sum of a few measures; the weights were fitted by likelihood on monotone
alignments made by people, every kind of text weighing the same, and made symmetric in the sides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from heapq import nlargest
from math import log, sqrt
from typing import Final, NamedTuple

from variorum.engine.align.features import (
    SentenceVectors,
    Vector,
    cosine,
    dot,
    invert,
    products,
)
from variorum.engine.align.ratios import character_ratio
from variorum.engine.align.sentence_texts import in_lower_case
from variorum.engine.watch import watched

WORD_SHARE: Final = 0.35
"""Weight of the words' cosine; the letter groups have the rest."""
DRAFT_SIMILARITY: Final = 0.8
"""A sentence whose best counterpart is closer than this was hardly touched."""
MOST_TO_ONE: Final = 5
"""The longest run of sentences that may face a single one."""
MANY_SHAPES: Final = ((2, 2), (2, 3), (3, 2), (3, 3))
COMMON_SENTENCES: Final = 60
COMMON_SHARE: Final = 0.4
"""Features in more sentences of a gap than both of these are passed over: they cost the most and
say the least."""
CROSSING: Final = 0.5
"""From this similarity on two members of a group face each other so closely that such a pair which
crosses another one is text that moved. From .3 to .7 the aligned texts stay as they are."""
APART: Final = (0.4, 0.2)
"""The first or last members of a group of several on both sides that face each other with the first
similarity at least, and nobody else in it with more than the second, are a pair of their own,
however much changed places inside of it. From .3 to .5 and from .15 to .2 the aligned texts stay as
they are; with .3 for the second two translations lose .0004."""
ELSEWHERE: Final = 0.16
"""A member of several that resembles a sentence outside of the group so much more than any inside
belongs there: no such group. From .15 to .17 verses of two translations gain .0015; with more they
gain less, and with less fables lose .005."""
LEAST_OWN: Final = 0.04
"""A member of a group with no counterpart closer than this is a free rider: no such group."""
CONTAINED: Final = 0.28
"""Of the words of each member of a group, by weight, so many stand on the other side; a member with
fewer says something of its own. By people's alignments: .25 to .30 is best, and stronger than the
same measured with the length of vectors, which makes little of a short part."""
CONTAINED_WEIGHT: Final = 10.0
"""Log-odds lost for each whole that is missing."""
UNRELATED: Final = 0.1
"""Below this mean best similarity two texts have little to do with each other: in the aligned texts
it is mostly more, even in fables retold; in unrelated ones about .03."""
UNRELATED_WEIGHT: Final = 60.0
"""Log-odds lost for each whole of similarity below that."""
FEWEST_WORDS: Final = 3
"""Two sentences of fewer different words each, as in lists, are no corner of a larger group."""
CORNERS: Final = 4
"""A larger group grows from a pair that is among so many best of its row or column. Where each
sentence resembles each, as in tables and lists, groups would grow from all: twice
the time on 6,000 such lines. In the aligned texts 3, 6, and all gave the same F1 within .0001."""
LEAST_ODDS: Final = -4.0
"""Groups less likely than this change nothing in the decoding."""
_ROWS_AT_ONCE: Final = 32
"""Sentences that are measured against all others between two questions whether to go on."""
WORSE_THAN_PART: Final = 5.0
"""A group this much less likely than its best pair is never chosen."""


class Weights(NamedTuple):
    """The weights of the log-odds of a group; see `Scores`."""

    base: float = -3.93
    draft: float = -3.80
    root: float = 7.47
    draft_similarity: float = -0.50
    ratio: float = 5.89
    rival: float = 2.80
    extra: float = -0.53
    extra_draft: float = -2.86
    extra_similarity: float = 4.30
    own: float = 8.04
    length: float = -2.80
    many: float = -3.26


WEIGHTS: Final = Weights()


class Group(NamedTuple):
    """Sentences that may belong together: `left` to `left + left_count`, and so on the right."""

    left: int
    left_count: int
    right: int
    right_count: int
    odds: float
    """Natural logarithm of the odds that they do."""


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

    wanted = {feature for vector in some(left) for feature in vector.weights}
    longest = max(COMMON_SENTENCES, int(COMMON_SHARE * (len(left) + len(right))))
    if len(left) + len(right) > longest:
        counts = Counter(f for side in (left, right) for v in some(side) for f in v.weights)
        wanted = {feature for feature in wanted if counts[feature] <= longest}
    postings = invert(some(right), wanted)
    return [products(vector, postings) for vector in some(left)]


class Scores:
    """The log-odds of groups.

    Args:
        similarities: of the sentences.
        draft: the share of sentences that were hardly touched, 0 to 1: among the sentences of a
            draft a pair must be closer to count.
        related: how similar the texts are hereabouts, 0 to 1: the mean best similarity. Where
            nothing else belongs together, a common name is no reason to link two sentences.
    """

    def __init__(self, similarities: Similarities, draft: float, related: float = 1.0) -> None:
        self._similarities = similarities
        self._draft = draft
        self._unrelated = UNRELATED_WEIGHT * min(0.0, related - UNRELATED)
        self._second_left = [_two_best(row.values()) for row in similarities.rows]
        columns: list[list[float]] = [[] for _ in similarities.right.texts]
        for row in similarities.rows:
            for j, k in row.items():
                columns[j].append(k)
        self._second_right = [_two_best(column) for column in columns]

    def _base(self, k: float) -> float:
        w = WEIGHTS
        return (
            w.base
            + self._unrelated
            + w.draft * self._draft
            + w.root * sqrt(k)
            + w.draft_similarity * self._draft * k
        )

    def pair(self, i: int, j: int) -> float:
        """The log-odds of one sentence facing one."""
        s = self._similarities
        k = s.of(i, j)
        base = self._base(k)
        rivals = self.rivals(i, j)
        odds = base + WEIGHTS.rival * sum(min(0.0, k - rival) for rival in rivals)
        if odds + WEIGHTS.ratio < LEAST_ODDS:
            return odds
        ratio = character_ratio(s.left.folded[i], s.right.folded[j])
        return odds + WEIGHTS.ratio * ratio

    def rivals(self, i: int, j: int) -> tuple[float, float]:
        """The similarity of a left sentence's best other counterpart, and of a right one's."""
        k = self._similarities.of(i, j)
        return _other(self._second_left[i], k), _other(self._second_right[j], k)

    def group(self, left: int, left_count: int, right: int, right_count: int) -> float:
        """The log-odds of a group with more than one sentence on a side."""
        w = WEIGHTS
        s = self._similarities
        if s.left.mixes_titles(left, left_count, s.right.folded[right]):
            return -99.0
        if s.right.mixes_titles(right, right_count, s.left.folded[left]):
            return -99.0
        own = self._least_own(left, left_count, right, right_count)
        if own < LEAST_OWN:
            return -99.0
        k = s.of_group(left, left_count, right, right_count)
        extra = left_count + right_count - 2
        lengths = s.left.length(left, left_count) / s.right.length(right, right_count)
        odds = (
            self._base(k)
            + extra * (w.extra + w.extra_draft * self._draft + w.extra_similarity * k)
            + w.own * sqrt(own)
            + w.length * min(2.0, abs(log(lengths)))
        )
        if left_count > 1 and right_count > 1:
            odds += w.many
        if odds > LEAST_ODDS:
            if self._crossed(left, left_count, right, right_count):
                return -99.0
            if self._has_pair_apart(left, left_count, right, right_count):
                return -99.0
            if self._belongs_elsewhere(left, left_count, right, right_count):
                return -99.0
            contained = self._least_contained(left, left_count, right, right_count)
            odds += CONTAINED_WEIGHT * min(0.0, contained - CONTAINED)
        return odds

    def _least_contained(self, left: int, left_count: int, right: int, right_count: int) -> float:
        """The least share of its word weight that one of several members finds opposite, 0 to 1."""
        lefts, rights = self._similarities.left, self._similarities.right
        least = 1.0
        if left_count > 1:
            opposite = rights.words(right, right_count)
            least = min(lefts.found(i, opposite) for i in range(left, left + left_count))
        if right_count > 1:
            opposite = lefts.words(left, left_count)
            found = (rights.found(j, opposite) for j in range(right, right + right_count))
            least = min(least, *found)
        return least

    def _crossed(self, left: int, left_count: int, right: int, right_count: int) -> bool:
        """Whether members changed places: two that face each other closely, in another order.

        A group of several on both sides is for what was parted otherwise; of these one has moved.
        """
        if left_count == 1 or right_count == 1:
            return False
        rows = self._similarities.rows[left : left + left_count]
        last = -1
        for row in rows:
            k, best = max((row.get(j, 0.0), j) for j in range(right, right + right_count))
            in_row = sum(row.get(j, 0.0) >= k for j in range(right, right + right_count))
            if k < CROSSING or in_row > 1 or sum(r.get(best, 0.0) >= k for r in rows) > 1:
                continue  # no close pair, or one that is as good as another
            if best < last:
                return True
            last = best
        return False

    def _belongs_elsewhere(self, left: int, left_count: int, right: int, right_count: int) -> bool:
        """Whether one of several members has a much better counterpart outside of the group."""
        s = self._similarities
        lefts, rights = range(left, left + left_count), range(right, right + right_count)
        return (
            left_count > 1
            and any(max(s.of(i, j) for j in rights) + ELSEWHERE < s.best_of_left[i] for i in lefts)
        ) or (
            right_count > 1
            and any(max(s.of(i, j) for i in lefts) + ELSEWHERE < s.best_of_right[j] for j in rights)
        )

    def _has_pair_apart(self, left: int, left_count: int, right: int, right_count: int) -> bool:
        """Whether the first or the last members face each other and nobody else of the group."""
        if left_count == 1 or right_count == 1:
            return False
        facing, aside = APART
        of = self._similarities.of
        lefts, rights = range(left, left + left_count), range(right, right + right_count)
        return any(
            of(i, j) >= facing
            and all(of(i, other) <= aside for other in rights if other != j)
            and all(of(other, j) <= aside for other in lefts if other != i)
            for i, j in ((lefts[0], rights[0]), (lefts[-1], rights[-1]))
        )

    def _least_own(self, left: int, left_count: int, right: int, right_count: int) -> float:
        """The least of the members' best similarities into the other side of the group."""
        rows = self._similarities.rows[left : left + left_count]
        least = 1.0
        for row in rows:
            least = min(least, max(row.get(j, 0.0) for j in range(right, right + right_count)))
            if least < LEAST_OWN:
                return 0.0
        for j in range(right, right + right_count):
            least = min(least, max(row.get(j, 0.0) for row in rows))
        return least


def _two_best(values: Iterable[float]) -> tuple[float, float]:
    first = second = 0.0
    for value in values:
        if value > first:
            first, second = value, first
        elif value > second:
            second = value
    return first, second


def _other(best: tuple[float, float], k: float) -> float:
    """The best value but for one occurrence of `k`."""
    return best[1] if k >= best[0] else best[0]


def find_groups(similarities: Similarities, scores: Scores) -> list[Group]:
    """All groups that are likely enough to matter, in the order of the text."""
    out: list[Group] = []
    pairs: dict[tuple[int, int], float] = {}
    for i, row in enumerate(similarities.rows):
        similarities.check()
        for j, k in row.items():
            if k >= LEAST_OWN:
                pairs[i, j] = odds = scores.pair(i, j)
                if odds > LEAST_ODDS:
                    out.append(Group(i, 1, j, 1, odds))
    for count, (i, j) in enumerate(_corners(similarities.rows, pairs)):
        if count % 64 == 0:
            similarities.check()
        if not similarities.left.is_brief(i) or not similarities.right.is_brief(j):
            out += _larger(i, j, similarities, scores, pairs)
    out.sort()
    return out


def _corners(
    rows: Sequence[Mapping[int, float]], pairs: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The pairs that are among the best of their row or of their column."""
    columns: dict[int, list[float]] = defaultdict(list)
    for row in rows:
        for j, k in row.items():
            columns[j].append(k)
    bounds = [_bound(row.values()) for row in rows], {j: _bound(c) for j, c in columns.items()}
    return [(i, j) for i, j in pairs if rows[i][j] > min(bounds[0][i], bounds[1][j])]


def _bound(values: Collection[float]) -> float:
    """What the best are above; of those that tie with the next one none is among them."""
    return 0.0 if len(values) <= CORNERS else nlargest(CORNERS + 1, values)[-1]


def _larger(
    i: int,
    j: int,
    similarities: Similarities,
    scores: Scores,
    pairs: dict[tuple[int, int], float],
) -> Iterator[Group]:
    """The groups of more than two sentences whose upper corner is (i, j) or beside it."""
    rows, columns = len(similarities.left), len(similarities.right)
    forbidden = similarities.forbidden

    def scored(i: int, a: int, j: int, b: int) -> Iterator[Group]:
        if forbidden and any((p, q) in forbidden for p in range(i, i + a) for q in range(j, j + b)):
            return
        odds = scores.group(i, a, j, b)
        part = max(pairs.get((p, q), -99.0) for p in range(i, i + a) for q in range(j, j + b))
        if odds > LEAST_ODDS and odds > part - WORSE_THAN_PART:
            yield Group(i, a, j, b, odds)

    for count in range(2, MOST_TO_ONE + 1):
        if (i, j + count - 1) not in pairs:
            break
        yield from scored(i, 1, j, count)
    for count in range(2, MOST_TO_ONE + 1):
        if (i + count - 1, j) not in pairs:
            break
        yield from scored(i, count, j, 1)
    for a, b in MANY_SHAPES:
        if i + a <= rows and j + b <= columns:
            yield from scored(i, a, j, b)

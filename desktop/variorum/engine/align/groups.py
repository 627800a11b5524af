"""Which groups of sentences may belong together, and how likely that is.

A group is one to five sentences of one side facing one, or two and three facing two and three. Its
log-odds are a weighted sum of a few measures; the weights were fitted by likelihood on monotone
alignments made by people, every kind of text weighing the same, and made symmetric in the sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from math import log, sqrt
from typing import Final, NamedTuple

from variorum.engine.align.ratios import character_ratio
from variorum.engine.align.similarities import Similarities

MOST_TO_ONE: Final = 5
"""The longest run of sentences that may face a single one."""
MANY_SHAPES: Final = ((2, 2), (2, 3), (3, 2), (3, 3))
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
CORNERS: Final = 4
"""A larger group grows from a pair that is among so many best of its row or column. Where each
sentence resembles each, as in tables and lists, groups would grow from all: twice
the time on 6,000 such lines. In the aligned texts 3, 6, and all gave the same F1 within .0001."""
LEAST_ODDS: Final = -4.0
"""Groups less likely than this change nothing in the decoding."""
IMPOSSIBLE: Final = -99.0
"""The log-odds of groups that are none, whatever their members have in common."""
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


WHOLE: Final = 0.9
"""How alike one of several sentences is to a single one, by characters, that says all of it,"""
MORE_THAN_WHOLE: Final = 1.75
"""... and by how much all of them are longer then, at least."""
WEIGHTS: Final = Weights()


class Group(NamedTuple):
    """Sentences that may belong together: `left` to `left + left_count`, and so on the right."""

    left: int
    left_count: int
    right: int
    right_count: int
    odds: float
    """Natural logarithm of the odds that they do."""


class Scores:
    """The log-odds of groups.

    Args:
        similarities: of the sentences.
        draft: the share of sentences that were hardly touched, 0 to 1: among the sentences of a
            draft a pair must be closer to count.
        related: how similar the texts are hereabouts, 0 to 1: the mean best similarity. Where
            nothing else belongs together, a common name is no reason to link two sentences.
        price: what any group must bring more than elsewhere, in log-odds.
    """

    def __init__(
        self, similarities: Similarities, draft: float, related: float = 1.0, price: float = 0.0
    ) -> None:
        self._price = price
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
            - self._price
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
            return IMPOSSIBLE
        if s.right.mixes_titles(right, right_count, s.left.folded[left]):
            return IMPOSSIBLE
        own = self._least_own(left, left_count, right, right_count)
        if own < LEAST_OWN:
            return IMPOSSIBLE
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
            if self._has_whole(left, left_count, right, right_count):
                return IMPOSSIBLE
            if self._crossed(left, left_count, right, right_count):
                return IMPOSSIBLE
            if self._has_pair_apart(left, left_count, right, right_count):
                return IMPOSSIBLE
            if self._belongs_elsewhere(left, left_count, right, right_count):
                return IMPOSSIBLE
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

    def _has_whole(self, left: int, left_count: int, right: int, right_count: int) -> bool:
        """Whether one of several sentences is all that a single one says: nothing was parted.

        A refrain that is sung once more is no split of the one before, nor are two articles of the
        same form one of them.
        """
        s = self._similarities
        if left_count == 1:
            whole, parts = s.left.folded[left], s.right.folded[right : right + right_count]
        elif right_count == 1:
            whole, parts = s.right.folded[right], s.left.folded[left : left + left_count]
        else:
            return False
        return whole in parts or (
            sum(map(len, parts)) >= MORE_THAN_WHOLE * len(whole)
            and any(character_ratio(whole, part) >= WHOLE for part in parts)
        )

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
        part = max(pairs.get((p, q), IMPOSSIBLE) for p in range(i, i + a) for q in range(j, j + b))
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

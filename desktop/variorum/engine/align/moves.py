"""Text that left one place and stands in another.

Looks among the sentences that have no counterpart in place. Groups that are likely enough are
chained, so that a run which went together is one move; a move needs length, rarity or company.
Indices count sentences of the documents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cached_property
from math import fsum, inf, log
from typing import Final
from zlib import crc32

from variorum.engine.align.chains import Pair
from variorum.engine.align.features import Features, Rarity
from variorum.engine.align.groups import Group, Scores, find_groups
from variorum.engine.align.ratios import character_ratio
from variorum.engine.align.runs import REACH, most_text_first
from variorum.engine.align.sentence_texts import SentenceWords
from variorum.engine.align.similarities import SideVectors, Similarities
from variorum.engine.align.worth import Lone, worth_comparing
from variorum.engine.alignment import Link
from variorum.engine.text.stopwords import STOP_WORDS
from variorum.engine.watch import Watch, watched

BASE_PENALTY: Final = 1.0
"""What a moved group must bring more than one in place: it may stand anywhere."""
DRAFT_PENALTY: Final = 2.5
"""Added in proportion to the share of untouched sentences: what moves in a draft hardly changes."""
CROWD: Final = 40
"""Lone sentences from which chance matches become more likely; the penalty grows with the
logarithm of their number."""
CROWD_PENALTY: Final = 0.5
COPY_RATIO: Final = 0.85
"""Sentences that share so many of their characters in order are no chance match, however many
there are: they pay neither for the draft nor for the crowd. A Bible edited lightly and heavily, 1 %
of it moved: 320 instead of 300 of 323 sentences found, 292 instead of 186 of 297, and 15 instead of
166 wrong links; on the aligned texts nothing changes."""
COPY_LENGTH: Final = 40
"""Characters of the shorter of them, at least."""
COPY_MARGIN: Final = 0.12
"""By how much they must beat every other counterpart of either, in similarity: verses of a list
that differ in a name are alike, too."""
MOST_GROUPS: Final = 400
"""Of each 100 lone sentences the best 400 groups at most are looked at."""
SKIP_COST: Final = 0.3
"""For each sentence skipped between two parts of a move."""
LEAST_SUM: Final = 1.0
"""A chain of groups is a move from this sum of log-odds upwards."""
LEAST_WEIGHT: Final = 9.0
"""A move's shared words weigh at least this, in natural logarithms of rarity: about three rare
words, or a dozen common ones. What repeats all over a text never comes to it alone."""
LEAST_WEIGHT_SHORT: Final = 7.0
"""The same in a text so short that three words which stand once on either side weigh no more."""
LEAST_WEIGHT_SAME: Final = 6.0
"""The same for sentences that did not change at all: two words that stand nowhere else, and a
little more ("Stir well." is no move)."""
FEW_COPIES: Final = 2
"""A sentence that stands in a text more often than that says little by being there once more: it
weighs as a word that stands so often. Of lines drawn from three clauses none is a move."""
ONLY_HERE: Final = 2.5
"""What a shared word weighs at least that stands nowhere but in the moved sentences: a short text
has too few sentences to show how rare its words are."""
LEAST_SHARED: Final = 0.4
"""The share of what both sides say, by the rarity of its words, that is the same where a passage
moved by itself; what moved in company may be reworded more. In revised handbooks 22 of 24 lone
moves below it were of sentences that only speak of the same thing; the aligned texts stay as they
were."""
ALL_PAIRS: Final = 90_000
"""Up to so many pairs of lone sentences all are compared; beyond, those that share rare words."""


class Copies:
    """How often sentences stand in either text."""

    def __init__(
        self,
        left: Sequence[str],
        right: Sequence[str],
        among: Iterable[str],
        check: Callable[[], None],
    ) -> None:
        """Nothing is counted before it is asked for.

        Args:
            left: all sentences of the left text.
            right: those of the right one.
            among: the sentences that may be asked about, mostly few of them.
            check: asked often whether to go on.
        """
        self._texts = (left, right)
        self._among = among
        self._check = check

    @cached_property
    def _counts(self) -> tuple[Counter[str], Counter[str]]:
        among = set(self._among)
        left, right = (
            Counter(filter(among.__contains__, watched(texts, self._check)))
            for texts in self._texts
        )
        return left, right

    def most_weight(self, text: str) -> float:
        """What one of these weighs at most, in natural logarithms; without end if it is rare."""
        return min(
            inf if counts[text] <= FEW_COPIES else log((len(texts) + 1) / (counts[text] + 0.5))
            for counts, texts in zip(self._counts, self._texts, strict=True)
        )


def find_moves(
    left: Lone,
    right: Lone,
    copies: Copies,
    words: SentenceWords,
    features: Callable[[int, int], Features],
    rarity: Rarity,
    draft: float,
    barred: Container[Pair],
    watch: Watch,
    limits: set[str],
) -> list[list[Link]]:
    """Runs of links among lone sentences, the most certain first.

    Args:
        left: the lone sentences of the left text.
        right: those of the right one.
        copies: how often they stand in their texts.
        words: of all sentences.
        features: of the sentence of a side (0, 1) with an index.
        rarity: what features weigh.
        draft: the share of the sentences that were hardly touched, 0 to 1.
        barred: pairs of indices that must not be linked.
        watch: asked often whether to go on.
        limits: is told when some were not looked at.

    Raises:
        Cancelled: the caller wanted to stop.
    """
    if not left.indices or not right.indices:
        return []
    fewer = min(len(left.indices), len(right.indices))
    only: Mapping[int, set[int]] | None = None
    if len(left.indices) * len(right.indices) > ALL_PAIRS:
        left, right, only = worth_comparing(left, right, words, watch, limits)
    looked_at = min(len(left.indices), len(right.indices))
    similarities = _similarities(left, right, features, rarity, barred, only, watch)
    scores = Scores(similarities, draft)
    twins = _Twins(similarities)
    crowd = max(0.0, log(fewer / CROWD))
    penalty = BASE_PENALTY + DRAFT_PENALTY * draft + CROWD_PENALTY * crowd
    groups = [
        group._replace(odds=odds)
        for group in find_groups(similarities, scores)
        if _contiguous(group, left, right)
        and not twins.forsaken_in(group)
        and (odds := group.odds - _price(group, penalty, similarities, scores)) > 0
    ]
    groups = _best(groups, MOST_GROUPS * (1 + looked_at // 100))
    least = max(LEAST_WEIGHT_SHORT, min(LEAST_WEIGHT, 3 * rarity.here(2)))
    chains: list[list[Group]] = []
    for cluster in _clusters(sorted(groups), left, right, watch):
        watch.check()
        chains += [
            chain
            for chain in _chains(cluster, left, right, watch)
            if _shares_enough(chain, similarities, rarity)
            and _weight(chain, similarities, rarity, copies)
            >= (LEAST_WEIGHT_SAME if _is_same(chain, similarities) else least)
        ]
    chains.sort(key=lambda chain: _certainty(chain, left, right))
    return [[_link(group, left, right) for group in chain] for chain in chains]


def _best(groups: list[Group], most: int) -> list[Group]:
    """The likeliest groups; of those that tie with the next one none is among them.

    Refrains would else be taken from the top of the left text.
    """
    if len(groups) <= most:
        return groups
    ordered = sorted(groups, key=lambda group: -group.odds)
    least = round(ordered[most].odds, 6)
    return [group for group in ordered[:most] if round(group.odds, 6) > least]


class _Twins:
    """Sentences that stand among the lone ones of the other side, too, to the letter.

    Long ones, and those that stand there once.
    """

    def __init__(self, similarities: Similarities) -> None:
        self._left = similarities.left.folded
        self._right = similarities.right.folded
        left, right = Counter(self._left), Counter(self._right)
        self._both = {
            text
            for text, count in left.items()
            if text in right and (len(text) >= COPY_LENGTH or count == right[text] == 1)
        }

    def forsaken_in(self, group: Group) -> bool:
        """Whether a group has a sentence whose twin is not in it.

        Of lines of a list that are alike but for a name, it is the same line that moved.
        """
        if not self._both:
            return False
        i, a, j, b, _ = group
        lefts, rights = {*self._left[i : i + a]}, {*self._right[j : j + b]}
        return not self._both.isdisjoint(lefts ^ rights)


def _price(group: Group, penalty: float, similarities: Similarities, scores: Scores) -> float:
    """What a group must bring more than one in place.

    One of several sentences on both sides pays like the pairs that it could be parted into: else
    a paragraph that moved would be one group because that is cheaper.
    """
    if _is_copy(group, similarities, scores):
        return BASE_PENALTY
    return penalty * min(group.left_count, group.right_count)


def _is_copy(group: Group, similarities: Similarities, scores: Scores) -> bool:
    """Whether two long sentences are nearly the same, and nothing else is nearly like either."""
    if group.left_count > 1 or group.right_count > 1:
        return False
    i, j = group.left, group.right
    one, other = similarities.left.folded[i], similarities.right.folded[j]
    return (
        min(len(one), len(other)) >= COPY_LENGTH
        and similarities.of(i, j) >= max(scores.rivals(i, j)) + COPY_MARGIN
        and character_ratio(one, other, COPY_RATIO) >= COPY_RATIO
    )


def _similarities(
    left: Lone,
    right: Lone,
    features: Callable[[int, int], Features],
    rarity: Rarity,
    barred: Container[Pair],
    only: Mapping[int, set[int]] | None,
    watch: Watch,
) -> Similarities:
    sides = []
    for side, lone in enumerate((left, right)):
        vectors = []
        for index in lone.indices:
            watch.check()
            vectors.append(rarity.vectors(features(side, index)))
        sides.append(SideVectors(lone.texts, vectors))
    local = _Local(left.indices, right.indices, barred) if barred else frozenset[Pair]()
    return Similarities(sides[0], sides[1], local, only, watch.check)


class _Local:
    """Barred pairs by the places of their sentences among the lone ones."""

    def __init__(self, left: Sequence[int], right: Sequence[int], barred: Container[Pair]) -> None:
        self._left = left
        self._right = right
        self._barred = barred

    def __contains__(self, pair: object) -> bool:
        return isinstance(pair, tuple) and (
            (self._left[pair[0]], self._right[pair[1]]) in self._barred
        )


def _contiguous(group: Group, left: Lone, right: Lone) -> bool:
    """Whether a group's sentences are neighbours in their documents, too."""
    i, a, j, b, _ = group
    return (
        left.indices[i + a - 1] - left.indices[i] == a - 1
        and right.indices[j + b - 1] - right.indices[j] == b - 1
    )


def _clusters(groups: list[Group], left: Lone, right: Lone, watch: Watch) -> list[list[Group]]:
    """Groups that may be chained with one another or compete for a sentence."""
    parent = list(range(len(groups)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    taken: dict[tuple[int, int], int] = {}
    for number, (i, a, j, b, _) in enumerate(groups):
        for node in [*((0, p) for p in range(i, i + a)), *((1, q) for q in range(j, j + b))]:
            parent[root(taken.setdefault(node, number))] = root(number)
    for number, group in enumerate(groups):
        watch.check()
        for other in range(number + 1, len(groups)):
            after = groups[other]
            if left.indices[after.left] - left.indices[group.left] > REACH:
                break
            if 0 < right.indices[after.right] - right.indices[group.right] <= REACH:
                parent[root(other)] = root(number)
    out: dict[int, list[Group]] = defaultdict(list)
    for number, group in enumerate(groups):
        out[root(number)].append(group)
    return list(out.values())


def _chains(groups: list[Group], left: Lone, right: Lone, watch: Watch) -> list[list[Group]]:
    """The best chain, the best of what it leaves, and so on."""
    out: list[list[Group]] = []
    rest = groups
    while rest:
        chain, total = _best_chain(rest, left, right, watch)
        if total < LEAST_SUM:
            break
        out.append(chain)
        used_left = {p for g in chain for p in range(g.left, g.left + g.left_count)}
        used_right = {q for g in chain for q in range(g.right, g.right + g.right_count)}
        rest = [
            g
            for g in rest
            if used_left.isdisjoint(range(g.left, g.left + g.left_count))
            and used_right.isdisjoint(range(g.right, g.right + g.right_count))
        ]
    return out


def _best_chain(
    groups: list[Group], left: Lone, right: Lone, watch: Watch
) -> tuple[list[Group], float]:
    sums: list[float] = []
    chances: list[int] = []
    back: list[int] = []
    first = 0
    for number, group in enumerate(watched(groups, watch.check, 32)):
        while left.indices[group.left] - left.indices[groups[first].left] > REACH:
            first += 1
        best, where = (0.0, 0), -1
        for other in range(first, number):
            if (joined := _joined(groups[other], group, left, right)) is not None:
                value = round(sums[other] - SKIP_COST * joined, 9), chances[other]
                if value > best:
                    best, where = value, other
        sums.append(group.odds + best[0])
        chances.append(_chance(group, left, right, best[1]))
        back.append(where)
    at = max(range(len(groups)), key=lambda n: (round(sums[n], 9), chances[n]))
    total = sums[at]
    chain = []
    while at >= 0:
        chain.append(groups[at])
        at = back[at]
    chain.reverse()
    return chain, total


def _chance(group: Group, left: Lone, right: Lone, before: int) -> int:
    """A number that decides between chains of the same worth, whichever text is on the left.

    Args:
        group: the last one of a chain.
        left: the lone sentences of the left text.
        right: those of the right one.
        before: the number of the chain without it.
    """
    i, a, j, b, _ = group
    texts = sorted(("\x1f".join(left.texts[i : i + a]), "\x1f".join(right.texts[j : j + b])))
    return crc32("\x1e".join(texts).encode("utf-8", "surrogatepass"), before)


def _joined(before: Group, after: Group, left: Lone, right: Lone) -> int | None:
    """How many sentences lie between two groups; None when they cannot be one move."""
    skipped_left = left.indices[after.left] - left.indices[before.left] - before.left_count
    skipped_right = right.indices[after.right] - right.indices[before.right] - before.right_count
    if skipped_left < 0 or skipped_right < 0:
        return None
    if right.indices[after.right] - right.indices[before.right] > REACH:
        return None
    lone_left = left.places[after.left] - left.places[before.left] - before.left_count
    lone_right = right.places[after.right] - right.places[before.right] - before.right_count
    if (skipped_left, skipped_right) != (lone_left, lone_right):
        return None  # something stayed between them: they did not go together
    return skipped_left + skipped_right


def _certainty(chain: Sequence[Group], left: Lone, right: Lone) -> tuple[float, int, int]:
    """A key that puts the most certain chain first; the same when the sides are swapped.

    Of two that changed places the longer counts as the one that stayed; of two that are as long,
    their texts decide.
    """
    odds = sum(group.odds for group in chain)
    lefts = [left.texts[p] for g in chain for p in range(g.left, g.left + g.left_count)]
    rights = [right.texts[q] for g in chain for q in range(g.right, g.right + g.right_count)]
    return -round(odds, 6), *most_text_first(lefts, rights)


def _weight(
    chain: Sequence[Group], similarities: Similarities, rarity: Rarity, copies: Copies
) -> float:
    """What the shared words of a chain weigh.

    In a short text a word that repeats weighs no more than there: a timetable of eight lines does
    not become rarer by being short. And where all of a sentence repeats, it weighs as one word.
    """

    def of(word: str) -> float:
        having, weight = rarity.sentences(word), rarity.word(word)
        if word not in STOP_WORDS and having <= 2:
            return max(weight, ONLY_HERE)
        return min(weight, max(0.0, rarity.here(having)))

    def of_group(group: Group) -> float:
        i, a, j, b, _ = group
        lefts, rights = _words(group, similarities)
        # Summed exactly: a set has its words in any order.
        return min(
            fsum(map(of, lefts & rights)),
            fsum(map(copies.most_weight, similarities.left.texts[i : i + a])),
            fsum(map(copies.most_weight, similarities.right.texts[j : j + b])),
        )

    return fsum(map(of_group, chain))


def _shares_enough(chain: Sequence[Group], similarities: Similarities, rarity: Rarity) -> bool:
    """Whether a group that moved by itself says much the same on both sides."""
    if len(chain) > 1:
        return True
    lefts, rights = _words(chain[0], similarities)
    # Summed exactly: a set has its words in any order.
    shared, both = fsum(map(rarity.word, lefts & rights)), fsum(map(rarity.word, lefts | rights))
    return 2 * shared >= LEAST_SHARED * (both + shared)


def _words(group: Group, similarities: Similarities) -> tuple[set[str], set[str]]:
    """The stems of the words of a group, left and right."""
    i, a, j, b, _ = group
    return (
        {w for v in similarities.left.vectors[i : i + a] for w in v.words.weights},
        {w for v in similarities.right.vectors[j : j + b] for w in v.words.weights},
    )


def _is_same(chain: Sequence[Group], similarities: Similarities) -> bool:
    """Whether its sentences are the same on both sides, but for capitals."""
    left, right = similarities.left.folded, similarities.right.folded
    return all(left[i : i + a] == right[j : j + b] for i, a, j, b, _ in chain)


def _link(group: Group, left: Lone, right: Lone) -> Link:
    i, a, j, b, _ = group
    return Link(tuple(left.indices[i : i + a]), tuple(right.indices[j : j + b]))

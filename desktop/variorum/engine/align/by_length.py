"""Sentences of texts in two languages that face each other by their length.

Names, figures and words of one origin find most sentences of a translation. What is left between
two that face each other has mostly no word in common with its counterpart, and yet stands opposite
of it, as `lengths.py` weighs it. Of a tale, or between two scripts, words may find next to nothing:
then lengths alone tell whether one text is a translation of the other. Indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from itertools import pairwise
from math import sqrt
from typing import Final, NamedTuple

from variorum.engine.align.chains import Pair
from variorum.engine.align.lengths import Lengths, Scale
from variorum.engine.align.parts import Part, is_barred, with_parts
from variorum.engine.alignment import Link, linked_sentences
from variorum.engine.document import Document
from variorum.engine.text.language import told_language
from variorum.engine.watch import watched

LEAST_LINKED: Final = 0.2
"""The share of the sentences of either side, at least, that face each other already: where there
are fewer, lengths tell whether they are a translation, or two texts. Of a handbook in Russian and
German, a tenth of it left out on either side, words alone find a third."""
MOST_UNTOUCHED: Final = 0.5
"""The share of sentences, at most, that hardly differ, as lines of code do: where there are more,
it is one language, whatever it seems. A handbook that is half translated has a third and more."""
TELLING: Final = 500
"""Sentences of the beginning, at most, that tell whether a text is a translation."""
MOST_APART: Final = 0.9
"""What each sentence of both sides costs, at most, where lengths alone tell that they face each
other; in nats. Of 227 pieces of a handbook and their translations 225 cost less, of 210 pieces that
have nothing to do with each other one."""
LEAST_BETTER: Final = 8.0
"""How much likelier a translation is in its order than read from its end, where lengths alone tell
it; in nats. A paragraph more or less says 6 by itself: two texts of two unequal paragraphs are no
translation for that."""
SPREAD: Final = 2.0
"""The same, for the root of the number of sentences of both sides: what chance says grows with it,
.7 to .9 on an average. Of those pieces 220 are likelier by both, and none."""
FEW: Final = 40
"""Sentences of a side, at most, between two that face each other, of which all have a counterpart
where lengths allow it: in longer passages these may have lost their way."""
MOST_WEIGHED: Final = 5000
"""Sentences, at most, of all longer passages: they take about two seconds."""
LENGTHS_LIMIT: Final = (
    f"of passages of a translation that have hardly a word in common with it, of {MOST_WEIGHED} "
    "sentences together, the shorter ones alone were linked by the lengths of their sentences"
)


class _Gap(NamedTuple):
    """Sentences without a counterpart between two links."""

    lefts: Sequence[int]
    rights: Sequence[int]

    @property
    def size(self) -> int:
        return max(len(self.lefts), len(self.rights))


def are_in_two_languages(left: Document, right: Document) -> bool:
    """Whether two texts say so themselves, and nobody says otherwise."""
    if left.language == right.language:
        return False
    told = told_language(left.text), told_language(right.text)
    return None not in told and told[0] != told[1]


def link_by_length(
    links: Sequence[Link],
    lengths: Lengths,
    lone: tuple[Collection[int], Collection[int]],
    fixed: Container[Link],
    barred: Container[Pair],
    check: Callable[[], None],
    limits: set[str],
) -> list[Link]:
    """The links, with those that lengths tell; the same where these tell of no translation.

    Args:
        links: in place, ascending on both sides.
        lengths: of all sentences.
        lone: the sentences of each side without a counterpart, in place or elsewhere.
        fixed: links that stay as they are.
        barred: pairs of sentences that must not become a link.
        check: called often; may raise, to stop.
        limits: gets `LENGTHS_LIMIT` where not all was weighed.
    """
    few = any(
        count - len(side) < LEAST_LINKED * count
        for count, side in zip(lengths.counts, lone, strict=True)
    )
    if few and not _seem_translated(lengths, check):
        return list(links)
    scale = Scale(lengths, () if few else links)
    gaps = _weighed(_gaps(links, lengths, lone, check), limits)
    faced = sorted([*links, *_faced(gaps, lengths, scale, barred, check)])
    halves = (_halves(faced, side, scale, lone, fixed, barred, check) for side in (0, 1))
    return with_parts(faced, [_one_each(found) for found in halves])


def _seem_translated(lengths: Lengths, check: Callable[[], None]) -> bool:
    """Whether lengths alone tell that one text is a translation of the other.

    Their sentences face each other well in order, and better than where one is read from its end.
    """
    beginning = lengths.beginning(TELLING)
    lefts, rights = map(range, beginning.counts)
    if not lefts or not rights:
        return False
    price = Scale(beginning).facing(lefts, rights, check).price
    if price > _most(lefts, rights):
        return False
    turned = Scale(beginning.turned()).facing(lefts, rights, check).price
    return turned - price >= max(LEAST_BETTER, SPREAD * sqrt(len(lefts) + len(rights)))


def _gaps(
    links: Sequence[Link],
    lengths: Lengths,
    lone: tuple[Iterable[int], Iterable[int]],
    check: Callable[[], None],
) -> Iterator[_Gap]:
    """What has no counterpart on both sides, between one link and the next."""
    beyond = Link(*((count,) for count in lengths.counts))
    waiting = [sorted(side) for side in lone]
    places = pairwise([Link((-1,), (-1,)), *links, beyond])
    for before, after in watched(places, check, 256):
        gap = _Gap(*(_between(waiting[side], before[side][-1], after[side][0]) for side in (0, 1)))
        if gap.lefts and gap.rights:
            yield gap


def _weighed(gaps: Iterable[_Gap], limits: set[str]) -> Iterator[_Gap]:
    """Those that are not too much work, the shortest first."""
    left = MOST_WEIGHED
    for gap in sorted(gaps, key=lambda gap: (gap.size, gap.lefts[0])):
        if gap.size > FEW:
            left -= gap.size
        if left < 0:
            limits.add(LENGTHS_LIMIT)
            return
        yield gap


def _faced(
    gaps: Iterable[_Gap],
    lengths: Lengths,
    scale: Scale,
    barred: Container[Pair],
    check: Callable[[], None],
) -> Iterator[Link]:
    """Sentences without a counterpart that face each other between two links."""
    for gap in gaps:
        if gap.size > FEW and not _seem_translated(lengths.some(*gap), check):
            continue
        facing = scale.facing(*gap, check)
        if gap.size > FEW and facing.price > _most(*gap):
            continue
        for link in facing.links:
            if not any((i, j) in barred for i in link.left for j in link.right):
                yield link


def _most(lefts: Sequence[int], rights: Sequence[int]) -> float:
    """What it costs, at most, that some sentences face some others where lengths alone tell it."""
    return MOST_APART * (len(lefts) + len(rights))


def _halves(
    links: Sequence[Link],
    side: int,
    scale: Scale,
    lone: tuple[Iterable[int], Iterable[int]],
    fixed: Container[Link],
    barred: Container[Pair],
    check: Callable[[], None],
) -> Iterator[Part]:
    """Sentences of a side that stand beside one whose counterpart is long enough for both."""
    firsts = [link[side][0] for link in links]
    linked = linked_sentences(links, side)
    for index in watched(lone[side], check, 64):
        at = bisect_left(firsts, index)
        found = [
            Part(gain, number, index)
            for number in (at - 1, at)
            if index not in linked
            and 0 <= number < len(links)
            and links[number] not in fixed
            and (gain := scale.gain(links[number], side, index)) > 0
            and not is_barred(links[number], side, index, barred)
        ]
        if found:
            yield max(found)


def _one_each(halves: Iterable[Part]) -> list[Part]:
    """The best half of each link: what a second one gains was weighed without the first.

    Of two that gain the same, the one that comes first.
    """
    best: dict[int, Part] = {}
    for half in halves:
        if half.number not in best or half.score > best[half.number].score:
            best[half.number] = half
    return list(best.values())


def _between(ascending: Sequence[int], after: int, before: int) -> Sequence[int]:
    return ascending[bisect_left(ascending, after + 1) : bisect_left(ascending, before)]

"""Sentences of texts in two languages that face each other by their length.

Names, figures and words of one origin find most sentences of a translation. What is left between
two that face each other has mostly no word in common with its counterpart, and yet stands opposite
of it: a long sentence is translated by a long one (Gale and Church, "A Program for Aligning
Sentences in Bilingual Corpora", Computational Linguistics 19, 1993). Indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from itertools import pairwise
from math import erfc, inf, log, sqrt
from typing import Final, NamedTuple

from variorum.engine.align.chains import Pair
from variorum.engine.align.parts import Part, is_barred, with_parts
from variorum.engine.alignment import Link, linked_sentences
from variorum.engine.document import Document
from variorum.engine.text.language import told_language
from variorum.engine.watch import watched

LEAST_LINKED: Final = 0.2
"""The share of the sentences of either side, at least, that face each other already: fewer are no
translation, but two texts. Of a handbook in Russian and German, a tenth of it left out on either
side, words alone find a third."""
MOST_UNTOUCHED: Final = 0.5
"""The share of sentences, at most, that hardly differ, as lines of code do: where there are more,
it is one language, whatever it seems. A handbook that is half translated has a third and more."""
MOST_IN_A_ROW: Final = 40
"""Sentences of a side, at most, that stand between two that face each other: in more, lengths lose
their way."""
VARIANCE: Final = 20.0
"""Of the difference of two lengths, for each letter. Gale and Church have 6.8, for English, French
and German; with Russian and Japanese 12 to 35 serve better, and these no worse."""
LEAST_LIKELY: Final = 1e-12
"""No difference of lengths is held for less likely than this."""

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
) -> list[Link]:
    """The links, with those that lengths tell; the same where too few sentences face each other.

    Args:
        links: in place, ascending on both sides.
        lengths: of all sentences.
        lone: the sentences of each side without a counterpart, in place or elsewhere.
        fixed: links that stay as they are.
        barred: pairs of sentences that must not become a link.
        check: called often; may raise, to stop.
    """
    counts = tuple(map(len, lengths.letters))
    if any(
        count - len(side) < LEAST_LINKED * count for count, side in zip(counts, lone, strict=True)
    ):
        return list(links)
    scale = _Scale(links, lengths)
    faced = sorted([*links, *_faced(links, scale, lone, barred, check)])
    return with_parts(
        faced, [list(_halves(faced, side, scale, lone, fixed, barred, check)) for side in (0, 1)]
    )


def _faced(
    links: Sequence[Link],
    scale: _Scale,
    lone: tuple[Iterable[int], Iterable[int]],
    barred: Container[Pair],
    check: Callable[[], None],
) -> Iterator[Link]:
    """Sentences without a counterpart that face each other between two links."""
    beyond = Link(*((len(letters),) for letters in scale.letters))
    waiting = [sorted(side) for side in lone]
    for before, after in pairwise([Link((-1,), (-1,)), *links, beyond]):
        lefts, rights = (
            _between(waiting[side], before[side][-1], after[side][0]) for side in (0, 1)
        )
        if lefts and rights and max(len(lefts), len(rights)) <= MOST_IN_A_ROW:
            check()
            for link in scale.facing(lefts, rights):
                if not any((i, j) in barred for i in link.left for j in link.right):
                    yield link


def _halves(
    links: Sequence[Link],
    side: int,
    scale: _Scale,
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


def _between(ascending: Sequence[int], after: int, before: int) -> Sequence[int]:
    return ascending[bisect_left(ascending, after + 1) : bisect_left(ascending, before)]


class _Scale:
    """Weighs lengths of one side against those of the other."""

    def __init__(self, links: Sequence[Link], lengths: Lengths) -> None:
        left = sum(lengths.letters[0][i] for link in links for i in link.left)
        right = sum(lengths.letters[1][j] for link in links for j in link.right)
        ratio = sqrt(right / left) if left and right else 1.0
        other = sqrt(left / right) if left and right else 1.0
        self.letters = (
            [ratio * letters for letters in lengths.letters[0]],
            [other * letters for letters in lengths.letters[1]],
        )
        """How long the sentences are, as if both languages took as many letters."""
        self._paragraphs = lengths.paragraphs

    def facing(self, lefts: Sequence[int], rights: Sequence[int]) -> Iterator[Link]:
        """The likeliest way in which some sentences face some others, in order."""
        best = {(0, 0): (0.0, (0, 0))}
        for i in range(len(lefts) + 1):
            for j in range(len(rights) + 1):
                for (p, q), cost in _COSTS.items():
                    if p > i or q > j or (i - p, j - q) not in best:
                        continue
                    price = self._price(lefts[i - p : i], rights[j - q : j])
                    total = best[i - p, j - q][0] + cost + price
                    if total < best.get((i, j), (inf, (0, 0)))[0]:
                        best[i, j] = total, (p, q)
        i, j = len(lefts), len(rights)
        while i or j:
            p, q = best[i, j][1]
            if p and q:
                yield Link(tuple(lefts[i - p : i]), tuple(rights[j - q : j]))
            i, j = i - p, j - q

    def gain(self, link: Link, side: int, index: int) -> float:
        """How much likelier it is that a sentence is a part of a link than that it is alone.

        Of a link of two sentences whose neighbour it is; in nats.
        """
        if len(link.left) > 1 or len(link.right) > 1 or abs(link[side][0] - index) > 1:
            return -inf
        group = tuple(sorted((*link[side], index)))
        grown = self._price(*((link.left, group) if side else (group, link.right))) + _COSTS[2, 1]
        return self._price(*link) + _COSTS[1, 1] + _COSTS[1, 0] - grown

    def _price(self, lefts: Sequence[int], rights: Sequence[int]) -> float:
        """How unlikely it is that the lengths of some sentences differ by so much; in nats."""
        if not (self._together(lefts, 0) and self._together(rights, 1)):
            return inf
        if not lefts or not rights:
            return 0.0
        left = sum(self.letters[0][i] for i in lefts)
        right = sum(self.letters[1][j] for j in rights)
        apart = abs(left - right) / sqrt(VARIANCE * (left + right) / 2 or 1.0)
        return -log(max(erfc(apart / sqrt(2)), LEAST_LIKELY))

    def _together(self, sentences: Sequence[int], side: int) -> bool:
        """Whether sentences are neighbours in one paragraph."""
        paragraphs = self._paragraphs[side]
        return all(
            two == one + 1 and paragraphs[one] == paragraphs[two]
            for one, two in pairwise(sentences)
        )

"""Parts of a sentence that others came between.

A sentence was parted, and a new one put between its halves: the groups of the recipe, whose members
are neighbours, see one half only. A lone sentence that stands, nearly word for word, in a sentence
whose counterpart is close by and lacks just these words is the other half; so is one that says in
other order or other words what the counterpart leaves out (`residue.py`). One that stands farther
off, or beyond other links, has moved away from the other half. Indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from variorum.engine.align.chains import Pair
from variorum.engine.align.cuts import Texts
from variorum.engine.align.residue import BESIDE, ELSEWHERE, LONGEST, Residue
from variorum.engine.alignment import Link, lone_sentences
from variorum.engine.watch import watched

SHORTEST_PART: Final = 30
"""Characters; what is shorter stands in many a sentence."""
REACH: Final = 3
"""How many sentences it stands from the other half, at most."""
FOUND: Final = 90.0
"""The least share of its characters that stand in the whole sentence in one place, in per cent."""
THERE_ALREADY: Final = 75.0
"""From this share upwards the other half says it, too, and it is nothing that was parted off."""
WHOLE_SHARE: Final = 1.2
"""How much longer than the part the whole sentence is, at least."""
FARTHEST: Final = 20
"""How many sentences a part that moved away stands from the other half, at most."""
CLEARLY: Final = 1.25
"""How much more a part adds to one sentence than to any other nearby."""


class Part(NamedTuple):
    """A lone sentence that belongs to a link."""

    score: float
    number: int
    """That of the link."""
    sentence: int


def join_parts(
    links: Sequence[Link],
    folded: Texts,
    residue: Residue,
    fixed: Container[Link],
    barred: Container[Pair],
    check: Callable[[], None],
) -> list[Link]:
    """The links, with the lone sentences that were parted off from theirs.

    Args:
        links: ascending on both sides.
        folded: the sentences of both sides in lower case.
        residue: measures what they add.
        fixed: links that stay as they are.
        barred: pairs of sentences that must not become a link.
        check: called often; may raise, to stop.
    """
    return with_parts(
        links,
        [_of_side(links, side, folded, residue, fixed, barred, check) for side in (0, 1)],
    )


def with_parts(links: Sequence[Link], found: Sequence[Sequence[Part]]) -> list[Link]:
    """The links, with what belongs to them.

    Args:
        links: ascending on both sides.
        found: for each side the parts of links; of those that would get some on both sides, none.
    """
    numbers = [{part.number for part in parts} for parts in found]
    both = numbers[0] & numbers[1]  # each side cannot be a part of the other
    out = list(links)
    for side, parts in enumerate(found):
        for part in parts:
            if part.number not in both:
                link = out[part.number]
                group = tuple(sorted((*link[side], part.sentence)))
                out[part.number] = Link(*((link.left, group) if side else (group, link.right)))
    return out


def _of_side(
    links: Sequence[Link],
    side: int,
    folded: Texts,
    residue: Residue,
    fixed: Container[Link],
    barred: Container[Pair],
    check: Callable[[], None],
) -> list[Part]:
    """The lone sentences of one side that belong to a link."""
    check()
    firsts = [link[side][0] for link in links]
    out: list[Part] = []
    for index in watched(lone_sentences(links, side, len(folded[side])), check, 8):
        at = bisect_left(firsts, index)
        near = [n for n in (at - 1, at) if 0 <= n < len(links) and links[n] not in fixed]
        parts = list(_parts(index, near, links, side, folded, residue))
        best = max(parts, default=None)
        if best is not None and not is_barred(links[best.number], side, index, barred):
            out.append(best)
    return out


def _parts(
    index: int,
    near: Iterable[int],
    links: Sequence[Link],
    side: int,
    folded: Texts,
    residue: Residue,
) -> Iterator[Part]:
    """The links nearby whose one sentence on the other side holds a lone one."""
    for number in near:
        mine, other = links[number][side], links[number][1 - side]
        away = max(index - mine[-1], mine[0] - index)
        if not 0 < away <= REACH or len(other) > 1:
            continue
        part, whole = folded[side][index], folded[1 - side][other[0]]
        halves = [folded[side][half] for half in mine]
        if score := _verbatim(part, whole, halves):
            yield Part(score, number, index)
        elif residue.is_wanting(links[number], side) and (
            added := residue.added(side, index, other[0], mine, BESIDE)
        ):
            yield Part(-1 / added, number, index)


def _verbatim(part: str, whole: str, halves: Sequence[str]) -> float:
    """How much of a part stands in the whole word for word, in per cent; 0 if that is little."""
    if len(part) < SHORTEST_PART or not WHOLE_SHARE * len(part) <= len(whole) <= LONGEST:
        return 0.0
    score = fuzz.partial_ratio(part, whole, score_cutoff=FOUND)
    if score < FOUND or any(fuzz.partial_ratio(part, half) >= THERE_ALREADY for half in halves):
        return 0.0
    return score


def parts_elsewhere(
    links: Sequence[Link],
    lone: tuple[Iterable[int], Iterable[int]],
    residue: Residue,
    barred: Container[Pair],
    check: Callable[[], None],
) -> list[Link]:
    """Lone sentences with the sentence of which they are a part that moved away.

    Args:
        links: in place, ascending on both sides.
        lone: the sentences of each side without a counterpart.
        residue: measures what they add.
        barred: pairs of sentences that must not become a link.
        check: called often; may raise, to stop.
    """
    found = [_elsewhere(links, side, lone[side], residue, check) for side in (0, 1)]
    both = {part.number for part in found[0]} & {part.number for part in found[1]}
    pairs = [
        (part.sentence, *links[part.number].right)
        if side == 0
        else (*links[part.number].left, part.sentence)
        for side, parts in enumerate(found)
        for part in parts
        if part.number not in both
    ]
    return [Link((i,), (j,)) for i, j in sorted(pairs) if (i, j) not in barred]


def _elsewhere(
    links: Sequence[Link],
    side: int,
    lone: Iterable[int],
    residue: Residue,
    check: Callable[[], None],
) -> list[Part]:
    """The lone sentences of one side that are a part of what a link nearby leaves out."""
    firsts = [link[side][0] for link in links]
    wanting: list[int] = []
    looked_at = 0
    out: list[Part] = []
    for index in watched(lone, check, 8):
        first = bisect_left(firsts, index - FARTHEST)
        end = bisect_left(firsts, index + FARTHEST + 1)
        new = range(max(first, looked_at), end)
        wanting += [number for number in new if residue.is_wanting(links[number], side)]
        looked_at = max(looked_at, end)
        best = second = 0.0
        where = -1
        for number in wanting[bisect_left(wanting, first) :]:
            mine, (whole,) = links[number][side], links[number][1 - side]
            added = residue.added(side, index, whole, mine, ELSEWHERE)
            if added > best:
                best, second, where = added, best, number
            elif added > second:
                second = added
        if best and best >= CLEARLY * second:
            out.append(Part(best, where, index))
    return out


def is_barred(link: Link, side: int, index: int, barred: Container[Pair]) -> bool:
    """Whether a sentence of a side must not be linked with the one opposite."""
    (other,) = link[1 - side]
    return ((other, index) if side else (index, other)) in barred

"""Parts of a sentence that others came between.

A sentence was parted, and a new one put between its halves: the groups of the recipe, whose members
are neighbours, see one half only. A lone sentence that stands, nearly word for word, in a sentence
whose counterpart is close by and lacks just these words is the other half. Indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from variorum.engine.align.chains import Pair
from variorum.engine.alignment import Link
from variorum.engine.watch import watched

SHORTEST_PART: Final = 30
"""Characters; what is shorter stands in many a sentence."""
LONGEST_WHOLE: Final = 2_000
"""Characters of a sentence that parts are looked for in; longer ones take too long."""
REACH: Final = 3
"""How many sentences it stands from the other half, at most."""
FOUND: Final = 90.0
"""The least share of its characters that stand in the whole sentence in one place, in per cent."""
THERE_ALREADY: Final = 75.0
"""From this share upwards the other half says it, too, and it is nothing that was parted off."""
WHOLE_SHARE: Final = 1.2
"""How much longer than the part the whole sentence is, at least."""


class _Part(NamedTuple):
    """A lone sentence that belongs to a link."""

    score: float
    number: int
    """That of the link."""
    sentence: int


def join_parts(
    links: Sequence[Link],
    folded: tuple[Sequence[str], Sequence[str]],
    fixed: Container[Link],
    barred: Container[Pair],
    check: Callable[[], None],
) -> list[Link]:
    """The links, with the lone sentences that were parted off from theirs.

    Args:
        links: ascending on both sides.
        folded: the sentences of both sides in lower case.
        fixed: links that stay as they are.
        barred: pairs of sentences that must not become a link.
        check: called often; may raise, to stop.
    """
    found = [_of_side(links, side, folded, fixed, barred, check) for side in (0, 1)]
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
    folded: tuple[Sequence[str], Sequence[str]],
    fixed: Container[Link],
    barred: Container[Pair],
    check: Callable[[], None],
) -> list[_Part]:
    """The lone sentences of one side that belong to a link."""
    taken = {index for link in watched(links, check) for index in link[side]}
    firsts = [link[side][0] for link in links]
    out: list[_Part] = []
    for index in watched(range(len(folded[side])), check, 64):
        if index in taken or not links:
            continue
        at = bisect_left(firsts, index)
        near = [n for n in (at - 1, at) if 0 <= n < len(links) and links[n] not in fixed]
        parts = list(_parts(index, near, links, side, folded))
        best = max(parts, default=None)
        if best is not None and not _is_barred(links[best.number], side, index, barred):
            out.append(best)
    return out


def _parts(
    index: int,
    near: Iterable[int],
    links: Sequence[Link],
    side: int,
    folded: tuple[Sequence[str], Sequence[str]],
) -> Iterator[_Part]:
    """The links nearby whose one sentence on the other side holds a lone one."""
    for number in near:
        mine, other = links[number][side], links[number][1 - side]
        away = max(index - mine[-1], mine[0] - index)
        if not 0 < away <= REACH or len(other) > 1:
            continue
        part, whole = folded[side][index], folded[1 - side][other[0]]
        if len(part) < SHORTEST_PART:
            return
        if not WHOLE_SHARE * len(part) <= len(whole) <= LONGEST_WHOLE:
            continue
        score = fuzz.partial_ratio(part, whole, score_cutoff=FOUND)
        if score >= FOUND and not any(
            fuzz.partial_ratio(part, folded[side][half]) >= THERE_ALREADY for half in mine
        ):
            yield _Part(score, number, index)


def _is_barred(link: Link, side: int, index: int, barred: Container[Pair]) -> bool:
    (other,) = link[1 - side]
    return ((other, index) if side else (index, other)) in barred

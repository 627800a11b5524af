"""Short sentences that stand beside the rest of the sentence that they are a part of.

"Stevens explains:" has too few words to be found by them. But where it stands between sentences
that face each other, with nothing left over opposite, and says what a neighbour leaves out of its
counterpart, it is most likely a part of that. Indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Container, Iterator, Sequence
from typing import Final

from rapidfuzz import fuzz

from variorum.engine.align.chains import Pair
from variorum.engine.align.cuts import Texts
from variorum.engine.align.parts import Part, is_barred, with_parts
from variorum.engine.align.residue import LONGEST, Residue
from variorum.engine.alignment import Link
from variorum.engine.watch import watched

MOST_LONE: Final = 0.25
"""Of the sentences of a side, so many are lone, at most. Where there are more, as in retold fables,
what is left beside a sentence mostly says something of its own."""
WEIGHT: Final = 1.4
"""What the words weigh, at least, that the counterpart says and the neighbour does not: one that is
not common will do."""
CLEAR: Final = 0.33
"""Their share of the weight of its words from which there is no doubt, if it is no longer than the
whole: all of 15 such sentences are parts by people's alignments."""
REACH: Final = 3
"""How many sentences it stands from the neighbour then, at most."""
SHARE: Final = 0.15
"""Their share, at least, of a sentence beside its neighbour. With the limits that follow, nine of
ten such sentences are parts by people's alignments; without them every second one."""
MOST_ELSE: Final = 20.0
"""What its other words weigh, at most: who says that much else says something of their own."""
SHORT: Final = 0.6
"""How long it is, at most, as a share of the whole."""
UNTOUCHED: Final = 90.0
"""Neighbours that are as much alike (in per cent of their characters) leave nothing out,"""
LEFT_OUT: Final = 0.5
"""... unless the one is longer than the others by such a share of the sentence."""
CLEARLY: Final = 1.25
"""How much more it says of one neighbour's counterpart than of the other's."""


def complete(
    links: Sequence[Link],
    folded: Texts,
    residue: Residue,
    lone: tuple[Collection[int], Collection[int]],
    fixed: Container[Link],
    barred: Container[Pair],
    check: Callable[[], None],
) -> list[Link]:
    """The links, with the short sentences that complete them.

    Args:
        links: in place, ascending on both sides.
        folded: the sentences of both sides in lower case.
        residue: measures what they add.
        lone: the sentences of each side without a counterpart, in place or elsewhere.
        fixed: links that stay as they are.
        barred: pairs of sentences that must not become a link.
        check: called often; may raise, to stop.
    """
    found = [
        [
            part
            for part in _of_side(links, side, folded, residue, lone[side], fixed, check)
            if not is_barred(links[part.number], side, part.sentence, barred)
        ]
        for side in (0, 1)
    ]
    return with_parts(links, found)


def _of_side(
    links: Sequence[Link],
    side: int,
    folded: Texts,
    residue: Residue,
    lone: Collection[int],
    fixed: Container[Link],
    check: Callable[[], None],
) -> Iterator[Part]:
    """Lone sentences of a side that complete a link."""
    if len(lone) > MOST_LONE * len(folded[side]):
        return
    firsts = [link[side][0] for link in links]
    for index in watched(lone, check, 64):
        at = bisect_left(firsts, index)
        if _opposite(links, 1 - side, at, len(folded[1 - side])):
            continue
        added = sorted(
            (_added(index, links[number], side, folded, residue), number)
            for number in (at - 1, at)
            if 0 <= number < len(links) and links[number] not in fixed
        )
        if added and added[-1][0] and added[-1][0] >= CLEARLY * (added[0][0] * (len(added) - 1)):
            yield Part(*added[-1], index)


def _opposite(links: Sequence[Link], side: int, at: int, size: int) -> int:
    """How many sentences of a side stand between the link with a number and the one before."""
    before = links[at - 1][side][-1] if at else -1
    after = links[at][side][0] if at < len(links) else size
    return after - before - 1


def _added(index: int, link: Link, side: int, folded: Texts, residue: Residue) -> float:
    """What the words weigh that a lone sentence adds to those it stands beside; 0 if few."""
    mine, other = link[side], link[1 - side]
    away = min(abs(index - half) for half in mine)
    if len(other) > 1 or away > REACH:
        return 0.0
    part, whole = folded[side][index], folded[1 - side][other[0]]
    if len(part) > len(whole):
        return 0.0
    said = " ".join(folded[side][half] for half in mine)
    untouched = fuzz.ratio(said, whole) >= UNTOUCHED
    if untouched and len(whole) < len(said) + LEFT_OUT * len(part):
        return 0.0
    weight, total = residue.left_out(side, index, other[0], mine)
    if weight < WEIGHT or weight < SHARE * total:
        return 0.0
    if weight >= CLEAR * total:
        return weight
    doubtful = (
        untouched
        or away > 1
        or total - weight > MOST_ELSE
        or not len(part) / SHORT <= len(whole) <= LONGEST
    )
    return 0.0 if doubtful else weight

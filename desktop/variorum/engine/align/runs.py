"""Sentences that stand elsewhere to the letter, and runs of those that went there together.

Indices count sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Final
from zlib import crc32

from variorum.engine.align.chains import Pair
from variorum.engine.alignment import Gap, Link
from variorum.engine.watch import watched

MOVED_LENGTH: Final = 40
"""Characters of a sentence that is the same one if it stands once in either text, in whatever
places: it has moved, and became nothing else. Or of a few that follow each other on both sides: the
lines of a form, none of which says enough by itself."""
REACH: Final = 12
"""The parts of one move stand at most so many sentences apart, on either side."""


def elsewhere(
    keys: tuple[Sequence[str], Sequence[str]], gaps: Sequence[Gap], check: Callable[[], None]
) -> Iterator[Pair]:
    """The sentences in gaps that stand there once on each side, though not in order.

    Args:
        keys: of all sentences.
        gaps: where to look.
        check: called often; may raise, to stop.
    """
    lefts, rights = ([n for gap in gaps for n in range(*gap[side])] for side in (0, 1))
    counts = (
        Counter(keys[0][i] for i in watched(lefts, check)),
        Counter(keys[1][j] for j in watched(rights, check)),
    )
    where = {keys[1][j]: j for j in rights}
    for i in watched(lefts, check):
        key = keys[0][i]
        if counts[0][key] == 1 == counts[1].get(key):
            yield i, where[key]


def long_runs(pairs: Iterable[Pair], keys: Sequence[str]) -> Iterator[Pair]:
    """Those pairs that are long enough, or follow others with which they are.

    Args:
        pairs: in any order.
        keys: of the left side.
    """
    for run in runs(pairs):
        if sum(len(keys[link.left[0]]) for link in run) >= MOVED_LENGTH:
            yield from ((link.left[0], link.right[0]) for link in run)


def runs(pairs: Iterable[Pair]) -> list[list[Link]]:
    """Pairs in runs that went together."""
    ordered = sorted(pairs)
    out: list[list[Link]] = []
    last = (-2, -2)
    for i, j in ordered:
        if (i, j) != (last[0] + 1, last[1] + 1):
            out.append([])
        out[-1].append(Link((i,), (j,)))
        last = i, j
    return out


def most_text_first(lefts: Iterable[str], rights: Iterable[str]) -> tuple[int, int]:
    """A key that puts the run with most text first; the same when the sides are swapped.

    Args:
        lefts: the left sentences of a run.
        rights: its right ones. Of two runs that are as long, the texts decide.
    """
    texts = sorted(("\x1f".join(lefts), "\x1f".join(rights)))
    chance = crc32("\x1e".join(texts).encode("utf-8", "surrogatepass"))
    return -sum(map(len, texts)), chance


def joined_runs(chains: Iterable[Sequence[Link]]) -> list[list[Link]]:
    """Chains of moved sentences; those that follow each other on both sides are one."""
    ordered = sorted([list(chain) for chain in chains if chain])
    starts = {chain[0].left[0]: number for number, chain in enumerate(ordered)}
    before: set[int] = set()
    after: dict[int, int] = {}
    for number, chain in enumerate(ordered):
        following = starts.get(chain[-1].left[-1] + 1)
        if following is not None and ordered[following][0].right[0] == chain[-1].right[-1] + 1:
            after[number] = following
            before.add(following)
    out: list[list[Link]] = []
    for number in range(len(ordered)):
        if number in before:
            continue
        run, at = list(ordered[number]), number
        while at in after:
            at = after[at]
            run += ordered[at]
        out.append(run)
    return out


def joined_moves(chains: Sequence[list[Link]], taken: Sequence[Container[int]]) -> list[list[Link]]:
    """Chains of moved sentences; those with little between them, and nothing linked, are one.

    Args:
        chains: the most certain first; so are those that are given back.
        taken: the sentences of each side that are linked, in place or elsewhere.
    """
    rank = {link: number for number, chain in enumerate(chains) for link in chain}
    out: list[list[Link]] = []
    for chain in joined_runs(chains):
        if out and _follows(out[-1][-1], chain[0], taken):
            out[-1] = out[-1] + chain
        else:
            out.append(chain)
    return sorted(out, key=lambda chain: min(rank[link] for link in chain))


def _follows(last: Link, first: Link, taken: Sequence[Container[int]]) -> bool:
    return all(
        last[side][-1] < first[side][0] <= last[side][-1] + REACH + 1
        and not any(n in taken[side] for n in range(last[side][-1] + 1, first[side][0]))
        for side in (0, 1)
    )

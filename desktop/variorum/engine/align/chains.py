"""Chains: the heaviest or longest subset of pairs that ascends on both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from variorum.engine.watch import watched

Pair = tuple[int, int]


def longest_chain(pairs: Iterable[Pair]) -> list[Pair]:
    """The longest subset that strictly ascends on both sides.

    Args:
        pairs: ascending by their left index, no index twice.

    The patience sort of M. Fredman, On computing the length of longest increasing subsequences,
    1975: n log n.
    """
    tops: list[int] = []
    at: list[Pair] = []
    back: dict[Pair, Pair | None] = {}
    for pair in pairs:
        place = bisect_left(tops, pair[1])
        back[pair] = at[place - 1] if place else None
        if place == len(tops):
            tops.append(pair[1])
            at.append(pair)
        else:
            tops[place] = pair[1]
            at[place] = pair
    out: list[Pair] = []
    end: Pair | None = at[-1] if at else None
    while end is not None:
        out.append(end)
        end = back[end]
    out.reverse()
    return out


def heaviest_pairs(
    pairs: Sequence[tuple[int, int, float]], check: Callable[[], None] = lambda: None
) -> list[Pair]:
    """The heaviest subset that strictly ascends on both sides.

    Args:
        pairs: left index, right index, weight above 0; in any order.
        check: called often; may raise, to stop.

    A Fenwick tree holds the best chain that ends at or before each right index: n log n.
    """
    ordered = sorted(pairs, key=lambda p: (p[0], -p[1], p[2]))
    ranks = {j: rank for rank, j in enumerate(sorted({j for _, j, _ in ordered}), 1)}
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)
    back: list[int] = []
    best = (0.0, -1)
    for number, (_, j, weight) in enumerate(watched(ordered, check)):
        # Pairs of one left index come in descending order of the right one, so that none of them
        # can follow another.
        before = (0.0, -1)
        place = ranks[j] - 1
        while place:
            before = max(before, tree[place])
            place &= place - 1
        back.append(before[1])
        total = (before[0] + weight, number)
        best = max(best, total)
        place = ranks[j]
        while place < len(tree):
            tree[place] = max(tree[place], total)
            place += place & -place
    out: list[Pair] = []
    at = best[1]
    while at >= 0:
        out.append(ordered[at][:2])
        at = back[at]
    out.reverse()
    return out

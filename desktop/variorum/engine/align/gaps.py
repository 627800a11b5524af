"""The alignment of one gap: groups, decoding, links.

Indices count sentences of the gap's sides from 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from variorum.engine.align.groups import Scores, Similarities, find_groups
from variorum.engine.align.lattice import posteriors
from variorum.engine.alignment import Link

LEAST_POSTERIOR: Final = 0.35
"""A link counts when it is more likely than this; below one half, because a link that is missed
costs a reader more than one that is doubtful."""
LEAST_POSTERIOR_DRAFT: Final = 0.25
"""Added in proportion to the share of untouched sentences."""


def align_gap(similarities: Similarities, draft: float) -> list[tuple[Link, float]]:
    """The links in place with their strength, ascending on both sides."""
    groups = find_groups(similarities, Scores(similarities, draft))
    found = posteriors(len(similarities.left), len(similarities.right), groups)
    least = LEAST_POSTERIOR + LEAST_POSTERIOR_DRAFT * draft
    chosen = {pair: share for pair, share in found.items() if share > least}
    return heaviest_chain(components(chosen))


def components(pairs: dict[tuple[int, int], float]) -> list[tuple[Link, float]]:
    """Pairs that share a sentence are one link; its weight is the sum of theirs."""
    parent: dict[tuple[int, int], tuple[int, int]] = {}

    def root(node: tuple[int, int]) -> tuple[int, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, j in pairs:
        parent[root((0, i))] = root((1, j))
    members: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for pair in pairs:
        members.setdefault(root((0, pair[0])), []).append(pair)
    out = []
    for group in members.values():
        link = Link(tuple(sorted({i for i, _ in group})), tuple(sorted({j for _, j in group})))
        out.append((link, sum(pairs[pair] for pair in group)))
    return sorted(out)


def heaviest_chain(links: Iterable[tuple[Link, float]]) -> list[tuple[Link, float]]:
    """The heaviest subset in which every link lies wholly behind the one before, on both sides."""
    ordered = sorted(links)
    if all(
        a[0].left[-1] < b[0].left[0] and a[0].right[-1] < b[0].right[0]
        for a, b in pairwise(ordered)
    ):
        return ordered
    best: list[float] = []
    back: list[int] = []
    for number, (link, weight) in enumerate(ordered):
        top, where = 0.0, -1
        for other in range(number):
            before = ordered[other][0]
            if (
                before.left[-1] < link.left[0]
                and before.right[-1] < link.right[0]
                and best[other] > top
            ):
                top, where = best[other], other
        best.append(top + weight)
        back.append(where)
    at = max(range(len(ordered)), key=best.__getitem__, default=-1)
    out = []
    while at >= 0:
        out.append(ordered[at])
        at = back[at]
    out.reverse()
    return out

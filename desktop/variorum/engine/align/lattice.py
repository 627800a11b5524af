"""Decoding: how likely each link is, over all monotone alignments.

A semi-Markov chain: a path through the lattice of positions takes groups (weight: their odds)
and gaps (weight 1; left gaps before right gaps, so that each alignment is one path). Forward and
backward sums give every group its posterior. Sums are rescaled row by row, so that long texts do
not overflow. L. Rabiner, A tutorial on hidden Markov models, 1989, for the scheme.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate
from math import exp, log
from typing import Final

from variorum.engine.align.groups import Group

LARGEST_EXPONENT: Final = 700.0
"""`exp` of some 709 and more is no float any more."""
LEAST_SHARE: Final = 1e-6
"""What is less likely adds nothing to a link."""

_Row = list[float]


def posteriors(rows: int, columns: int, groups: Iterable[Group]) -> dict[tuple[int, int], float]:
    """For each pair of sentences the probability that they are linked.

    Args:
        rows: how many sentences the left side has.
        columns: how many the right side has.
        groups: with indices below these.
    """
    known = list(groups)
    if not known:
        return {}
    forward, forward_scale = _forward(rows, columns, known)
    backward, backward_scale = _backward(rows, columns, known)
    whole = log(forward[rows][columns]) + forward_scale[rows]
    out: dict[tuple[int, int], float] = defaultdict(float)
    for left, left_count, right, right_count, odds in known:
        below, beside = left + left_count, right + right_count
        part = forward[left][right] * backward[below][beside]
        if part <= 0.0:
            continue
        exponent = odds + forward_scale[left] + backward_scale[below] - whole
        share = part * exp(min(LARGEST_EXPONENT, exponent))
        if share < LEAST_SHARE:
            continue
        for i in range(left, below):
            for j in range(right, beside):
                out[i, j] += share
    return out


def _forward(rows: int, columns: int, groups: list[Group]) -> tuple[list[_Row], _Row]:
    """Sums over all ways to each position, and the logarithm that each row was divided by."""
    ending: dict[int, list[Group]] = defaultdict(list)
    for group in groups:
        ending[group.left + group.left_count].append(group)
    start = [1.0] + [0.0] * columns
    sums = [list(accumulate(start))]
    scales = [0.0]
    for i in range(1, rows + 1):
        # `start` holds what did not come by a right gap: a left gap may follow it.
        for left, _, right, right_count, odds in ending[i]:
            weight = exp(min(LARGEST_EXPONENT, odds + scales[left] - scales[-1]))
            start[right + right_count] += sums[left][right] * weight
        row = list(accumulate(start))
        top = row[-1]
        scales.append(scales[-1] + log(top))
        start = [value / top for value in start]
        sums.append([value / top for value in row])
    return sums, scales


def _backward(rows: int, columns: int, groups: list[Group]) -> tuple[list[_Row], _Row]:
    """Sums over all ways from each position to the end that did not come by a right gap."""
    starting: dict[int, list[Group]] = defaultdict(list)
    for group in groups:
        starting[group.left].append(group)
    sums: list[_Row] = [[] for _ in range(rows + 1)]
    scales = [0.0] * (rows + 1)
    sums[rows] = [1.0] * (columns + 1)
    for i in range(rows - 1, -1, -1):
        # `taken` holds the ways that take a group here; right gaps before it are added below.
        taken = [0.0] * (columns + 1)
        for _, left_count, right, right_count, odds in starting[i]:
            below = i + left_count
            weight = exp(min(LARGEST_EXPONENT, odds + scales[below] - scales[i + 1]))
            taken[right] += sums[below][right + right_count] * weight
        beside = list(accumulate(reversed(taken)))
        beside.reverse()
        row = [down + side for down, side in zip(sums[i + 1], beside, strict=True)]
        top = max(row)
        scales[i] = scales[i + 1] + log(top)
        sums[i] = [value / top for value in row]
    return sums, scales

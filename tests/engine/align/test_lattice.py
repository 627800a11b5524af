"""Posteriors against the sum over every alignment there is."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.align.groups import Group
from variorum.engine.align.lattice import posteriors

ROWS, COLUMNS = 4, 3
SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2))


@st.composite
def some_groups(draw: st.DrawFn) -> list[Group]:
    places = draw(
        st.sets(
            st.tuples(
                st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1), st.sampled_from(SHAPES)
            ),
            max_size=8,
        )
    )
    return [
        Group(i, a, j, b, draw(st.floats(-4, 9)))
        for i, j, (a, b) in sorted(places)
        if i + a <= ROWS and j + b <= COLUMNS
    ]


def alignments(groups: list[Group], left: int = 0, right: int = 0) -> Iterator[tuple[Group, ...]]:
    """Every set of groups that ascends on both sides from a position on."""
    yield ()
    for group in groups:
        if group.left >= left and group.right >= right:
            below, beside = group.left + group.left_count, group.right + group.right_count
            for rest in alignments(groups, below, beside):
                yield (group, *rest)


@given(some_groups())
def test_posteriors_are_the_share_of_all_alignments(groups: list[Group]) -> None:
    whole = 0.0
    sums: dict[tuple[int, int], float] = {}
    for alignment in alignments(groups):
        weight = exp(sum(group.odds for group in alignment))
        whole += weight
        for i, a, j, b, _ in alignment:
            for pair in ((p, q) for p in range(i, i + a) for q in range(j, j + b)):
                sums[pair] = sums.get(pair, 0.0) + weight
    found = posteriors(ROWS, COLUMNS, groups)
    for pair in sums.keys() | found.keys():
        assert found.get(pair, 0.0) == pytest.approx(sums[pair] / whole, abs=1e-5)


def test_long_texts_do_not_overflow() -> None:
    groups = [Group(n, 1, n, 1, 9.0) for n in range(1_500)]
    found = posteriors(1_500, 1_500, groups)
    assert min(found[n, n] for n in range(1_500)) > 0.99


def test_no_groups_no_links() -> None:
    assert posteriors(5, 5, []) == {}

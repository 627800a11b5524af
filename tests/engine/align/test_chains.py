"""Chains against every subset there is."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.align.chains import heaviest_pairs, longest_chain

small = st.integers(0, 7)


def ascends(pairs: list[tuple[int, int]]) -> bool:
    return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))


@given(st.lists(small, max_size=8, unique=True))
def test_the_longest_chain_is_as_long_as_any(right: list[int]) -> None:
    pairs = list(enumerate(right))
    found = longest_chain(pairs)
    assert ascends(found)
    assert set(found) <= set(pairs)
    subsets = (s for n in range(len(pairs) + 1) for s in combinations(pairs, n))
    assert len(found) == max(len(s) for s in subsets if ascends(list(s)))


@given(st.lists(st.tuples(small, small, st.integers(1, 9)), max_size=8))
def test_the_heaviest_pairs_weigh_as_much_as_any(weighed: list[tuple[int, int, int]]) -> None:
    found = heaviest_pairs([(i, j, float(w)) for i, j, w in weighed])
    assert ascends(found)
    best = {(i, j): max(w for p, q, w in weighed if (p, q) == (i, j)) for i, j, _ in weighed}
    subsets = (s for n in range(len(best) + 1) for s in combinations(sorted(best), n))
    heaviest = max(sum(best[pair] for pair in s) for s in subsets if ascends(list(s)))
    assert sum(best[pair] for pair in found) == heaviest

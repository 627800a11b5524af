"""What is chosen within a gap."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.align.gaps import _heaviest_chain, equal_leftovers
from variorum.engine.align.groups import Group
from variorum.engine.alignment import Gap, Link
from variorum.engine.elements import Span

group = st.builds(
    Group,
    st.integers(0, 5),
    st.integers(1, 2),
    st.integers(0, 5),
    st.integers(1, 2),
    st.just(0.0),
)


def ascends(groups: tuple[Group, ...]) -> bool:
    ordered = sorted(groups)
    return all(
        a.left + a.left_count <= b.left and a.right + a.right_count <= b.right
        for a, b in pairwise(ordered)
    )


@given(st.lists(st.tuples(st.integers(1, 9), group), max_size=8, unique_by=lambda e: e[1]))
def test_the_chain_weighs_as_much_as_any(weighed: list[tuple[int, Group]]) -> None:
    found = tuple(_heaviest_chain([(float(weight), group) for weight, group in weighed]))
    assert ascends(found)
    weights = {group: weight for weight, group in weighed}
    subsets = (s for n in range(len(weights) + 1) for s in combinations(weights, n))
    heaviest = max(sum(weights[g] for g in s) for s in subsets if ascends(s))
    assert sum(weights[g] for g in found) == heaviest


def test_what_is_the_same_and_in_order_is_linked() -> None:
    found = equal_leftovers(
        [Link((2,), (1,))],
        {0: "* * *", 1: "alone", 3: "* * *", 4: "yes"},
        {0: "* * *", 2: "yes", 3: "* * *", 4: "yes"},
        Gap(Span(0, 5), Span(0, 5)),
    )
    assert found == [Link((0,), (0,)), Link((3,), (3,)), Link((4,), (4,))]


def test_what_is_the_same_across_a_link_is_not() -> None:
    found = equal_leftovers([Link((1,), (0,))], {0: "a"}, {1: "a"}, Gap(Span(0, 2), Span(0, 2)))
    assert found == []

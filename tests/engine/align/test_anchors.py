"""Certain pairs: equal, ascending, and in small gaps after cutting."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from variorum.engine.align.anchors import _steadiest, _steady_chain, between, equal_pairs
from variorum.engine.align.cuts import SMALL_CELLS, Texts, cells, cut
from variorum.engine.align.sentence_texts import SentenceWords
from variorum.engine.alignment import Gap
from variorum.engine.elements import Span
from variorum.engine.watch import Watch

KEYS = ["the first of them", "the second of them", "the third of them", "no", "the fourth one"]


def whole(left: list[str], right: list[str]) -> Gap:
    return Gap(Span(0, len(left)), Span(0, len(right)))


@given(st.lists(st.sampled_from(KEYS), max_size=20), st.lists(st.sampled_from(KEYS), max_size=20))
def test_anchors_are_equal_and_ascend(left: list[str], right: list[str]) -> None:
    found = equal_pairs(left, right, whole(left, right), lambda: None)
    assert all(left[i] == right[j] for i, j in found)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(found))


@given(st.permutations(range(12)), st.lists(st.integers(1, 9), min_size=12, max_size=12))
def test_what_nothing_crosses_parts_the_search_for_a_chain(
    order: list[int], sizes: list[int]
) -> None:
    pairs = list(enumerate(order))
    keys = ["x" * size for size in sizes]
    assert _steady_chain(pairs, keys) == _steadiest(pairs, keys)


def test_equal_ends_and_unique_sentences_anchor() -> None:
    left = ["the same beginning", "only on the left", "unique in both texts", "x", "the same end"]
    right = ["the same beginning", "unique in both texts", "only on the right", "the same end"]
    found = equal_pairs(left, right, whole(left, right), lambda: None)
    assert found == [(0, 0), (2, 1), (4, 3)]


def test_short_sentences_anchor_only_beside_others() -> None:
    left = ["aaaa aaaa", "No.", "bbbb bbbb"]
    right = ["cccc cccc", "No.", "dddd dddd"]
    assert equal_pairs(left, right, whole(left, right), lambda: None) == []
    beside = ["aaaa aaaa", "No.", "dddd dddd"]
    assert equal_pairs(left, beside, whole(left, beside), lambda: None) == [(0, 0), (1, 1)]


def test_repetitions_pair_up_where_most_is_common() -> None:
    left = ["clause one holds", "clause two holds"] * 40
    right = left[:31] + left[32:]
    found = equal_pairs(left, right, whole(left, right), lambda: None)
    assert len(found) == len(right)


@given(st.lists(st.integers(0, 6), min_size=1, max_size=6))
def test_gaps_and_pairs_make_up_the_whole(steps: list[int]) -> None:
    pairs, i, j = [], 0, 0
    for step in steps:
        i, j = i + step, j + step // 2
        pairs.append((i, j))
        i, j = i + 1, j + 1
    gaps = between(Gap(Span(0, i + 2), Span(0, j)), pairs)
    covered = sum(gap.left.length for gap in gaps) + len(pairs)
    assert covered == i + 2
    assert all(gap.left.length or gap.right.length for gap in gaps)


def test_large_gaps_are_cut_at_near_twins() -> None:
    left = [f"sentence number{n} tells of place{n} and of person{n} in turn" for n in range(150)]
    right = [text.replace("tells", "speaks") for text in left]
    gap = whole(left, right)
    assert cells(gap) > SMALL_CELLS
    cuts = cut(Texts(left, right), SentenceWords((left, right)), gap, Watch())
    assert cuts.near == [(n, n) for n in range(150)]
    assert cuts.gaps == []


def test_strangers_are_not_cut() -> None:
    left = [f"alpha{n} beta{n} gamma{n} delta{n}" for n in range(70)]
    right = [f"epsilon{n} zeta{n} eta{n} theta{n}" for n in range(70)]
    cuts = cut(Texts(left, right), SentenceWords((left, right)), whole(left, right), Watch())
    assert cuts.near == []
    assert cuts.gaps == [whole(left, right)]


@given(st.lists(st.sampled_from(KEYS), max_size=12), st.lists(st.sampled_from(KEYS), max_size=12))
@example(["no", "the first of them"] * 2, ["the first of them", "no"] * 2)
@settings(max_examples=400)
def test_swapping_the_sides_mirrors_the_pairs(left: list[str], right: list[str]) -> None:
    there = equal_pairs(left, right, whole(left, right), lambda: None)
    back = equal_pairs(right, left, whole(right, left), lambda: None)
    assert sorted((j, i) for i, j in back) == there


def test_of_two_that_changed_places_the_longer_one_stays() -> None:
    left = ["a long paragraph about the harbour", "a short one"]
    for keys in (left, left[::-1]):
        other = keys[::-1]
        ((i, j),) = equal_pairs(keys, other, whole(keys, other), lambda: None)
        assert keys[i] == other[j] == left[0]

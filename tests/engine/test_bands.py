"""Which paragraphs face each other."""

from __future__ import annotations

import pytest

from variorum.engine import BandKind, Span
from variorum.engine.bands import Facing, find_bands

Core = tuple[tuple[int, int], tuple[int, int]]


def bands(
    cores: list[Core], left: int, right: int, pending: list[Core] | None = None
) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    found = find_bands(
        ((Span(*a), Span(*b)) for a, b in cores),
        Span(0, left),
        Span(0, right),
        [(Span(*a), Span(*b)) for a, b in pending or []],
    )
    return [(kind.value, tuple(a), tuple(b)) for kind, a, b in found]


def test_no_paragraph_no_band() -> None:
    assert bands([], 0, 0) == []


def test_lone_paragraphs_stand_one_by_one_the_left_ones_first() -> None:
    assert bands([], 2, 1) == [
        ("missing", (0, 1), (0, 0)),
        ("missing", (1, 2), (0, 0)),
        ("new", (2, 2), (0, 1)),
    ]


@pytest.mark.parametrize(
    ("cores", "left", "right", "kind"),
    [
        ([((0, 1), (0, 1))], 1, 1, "same"),
        ([((0, 1), (0, 1)), ((0, 1), (1, 2))], 1, 2, "split"),
        ([((0, 1), (0, 1)), ((1, 2), (0, 1))], 2, 1, "merged"),
        ([((0, 1), (0, 1)), ((0, 1), (1, 2)), ((1, 2), (1, 2))], 2, 2, "regrouped"),
        ([((0, 2), (0, 2))], 2, 2, "regrouped"),
    ],
)
def test_cores_that_share_a_paragraph_are_one_band(
    cores: list[Core], left: int, right: int, kind: str
) -> None:
    assert bands(cores, left, right) == [(kind, (0, left), (0, right))]


def test_a_lone_paragraph_between_two_halves_belongs_to_their_band() -> None:
    """The right paragraph became the first and the third left one; the second stays with them."""
    assert bands([((0, 1), (0, 1)), ((2, 3), (0, 1))], 3, 1) == [("merged", (0, 3), (0, 1))]


def test_a_late_core_can_join_several_bands() -> None:
    cores = [((0, 1), (0, 1)), ((1, 2), (1, 2)), ((0, 3), (2, 3))]
    assert bands(cores, 3, 3) == [("regrouped", (0, 3), (0, 3))]


def test_gaps_stand_between_bands() -> None:
    assert bands([((1, 2), (0, 1)), ((2, 3), (2, 3))], 3, 4) == [
        ("missing", (0, 1), (0, 0)),
        ("same", (1, 2), (0, 1)),
        ("new", (2, 2), (1, 2)),
        ("same", (2, 3), (2, 3)),
        ("new", (3, 3), (3, 4)),
    ]


def test_pending_paragraphs_face_each_other_where_nothing_is_known() -> None:
    found = bands([((0, 1), (0, 1)), ((4, 5), (3, 4))], 5, 4, [((1, 4), (1, 3))])
    assert found == [
        ("same", (0, 1), (0, 1)),
        ("same", (1, 2), (1, 2)),
        ("same", (2, 3), (2, 3)),
        ("missing", (3, 4), (3, 3)),
        ("same", (4, 5), (3, 4)),
    ]


def test_a_pending_gap_may_begin_inside_a_band() -> None:
    """Its first paragraph is partly aligned: that part's band keeps it, the rest comes after."""
    found = bands([((0, 1), (0, 1))], 3, 3, [((0, 3), (0, 3))])
    assert [kind for kind, _, _ in found] == ["same", "same", "same"]


def test_a_part_of_the_paragraphs_can_be_arranged() -> None:
    found = find_bands([(Span(4, 5), Span(7, 8))], Span(3, 5), Span(7, 9))
    assert found == [
        Facing(BandKind.MISSING, Span(3, 4), Span(7, 7)),
        Facing(BandKind.SAME, Span(4, 5), Span(7, 8)),
        Facing(BandKind.NEW, Span(5, 5), Span(8, 9)),
    ]

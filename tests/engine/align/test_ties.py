"""Of two that cross and say as much it does not matter which text is on the left."""

from __future__ import annotations

import pytest

from variorum.engine import Comparison, Document, Pin, PinKind, compare
from variorum.engine.align.groups import Group
from variorum.engine.align.moves import _best
from variorum.engine.align.ratios import pair_weight, slight

TEXTS = ("The ferry sank at noon.", "A goat ate the charter.", "Nobody rang the bell.")
OTHERS = ("Rain fell on the moor.", "Seven geese were sold.", "The organ is out of tune.")


def _in_place(comparison: Comparison) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(row.left, row.right) for row in comparison.rows if row.two_sided}


@pytest.mark.parametrize("crossing", [(0, 1), (0, 2), (1, 2)])
def test_of_two_pins_that_cross_the_same_one_is_in_place_from_either_side(
    crossing: tuple[int, int],
) -> None:
    left, right = Document.from_sentences([list(TEXTS)]), Document.from_sentences([list(OTHERS)])
    first, second = crossing
    pairs = [(first, second), (second, first)]

    def pin(one: Document, i: int, other: Document, j: int) -> Pin:
        return Pin(one.sentences[i].span, other.sentences[j].span, PinKind.ALIGN)

    there = compare(left, right, pins=[pin(left, i, right, j) for i, j in pairs])
    back = compare(right, left, pins=[pin(right, j, left, i) for i, j in pairs])
    assert _in_place(there) == {(lefts, rights) for rights, lefts in _in_place(back)}
    assert len(there.moves) == 1


def test_texts_decide_where_nothing_else_does() -> None:
    assert slight(TEXTS[0], OTHERS[0]) == slight(OTHERS[0], TEXTS[0])
    assert slight(TEXTS[0], OTHERS[0]) != slight(TEXTS[1], OTHERS[1])
    assert pair_weight(TEXTS[0], OTHERS[0], 0.9) == pair_weight(OTHERS[0], TEXTS[0], 0.9)


def test_of_groups_that_tie_at_the_limit_none_is_looked_at() -> None:
    refrains = [Group(i, 1, j, 1, 2.0) for i in range(3) for j in range(3)]
    other = Group(5, 1, 7, 1, 4.0)
    assert _best([*refrains, other], 4) == [other]
    assert _best([*refrains, other], 10) == [*refrains, other]

"""Gaps slide to the borders of paragraphs, and nowhere else."""

from __future__ import annotations

from variorum.engine.align.slides import slide_gaps
from variorum.engine.alignment import Link


def links(*pairs: tuple[int, int]) -> list[Link]:
    return [Link((i,), (j,)) for i, j in pairs]


LEFT = ["refrain", "one", "refrain", "two", "refrain", "three"]
RIGHT = ["refrain", "one", "refrain", "three"]


def test_a_gap_slides_up_to_a_paragraph() -> None:
    found = slide_gaps(
        links((0, 0), (1, 1), (2, 2), (5, 3)),
        (LEFT, RIGHT),
        ([0, 0, 1, 1, 2, 2], [0, 0, 1, 1]),
        frozenset(),
    )
    assert found == links((0, 0), (1, 1), (4, 2), (5, 3))


def test_the_right_side_slides_too() -> None:
    found = slide_gaps(
        links((0, 0), (1, 1), (2, 2), (3, 5)),
        (RIGHT, LEFT),
        ([0, 0, 1, 1], [0, 0, 1, 1, 2, 2]),
        frozenset(),
    )
    assert found == links((0, 0), (1, 1), (2, 4), (3, 5))


def test_without_a_border_to_reach_a_gap_stays() -> None:
    before = links((0, 0), (1, 1), (2, 2), (5, 3))
    assert slide_gaps(before, (LEFT, RIGHT), ([0] * 6, [0] * 4), frozenset()) == before


def test_other_words_do_not_slide() -> None:
    left = ["refrain", "one", "refrain, louder", "two", "refrain", "three"]
    before = links((0, 0), (1, 1), (2, 2), (5, 3))
    paragraphs = ([0, 0, 1, 1, 2, 2], [0, 0, 1, 1])
    assert slide_gaps(before, (left, RIGHT), paragraphs, frozenset()) == before


def test_pinned_links_stay() -> None:
    before = links((0, 0), (1, 1), (2, 2), (5, 3))
    paragraphs = ([0, 0, 1, 1, 2, 2], [0, 0, 1, 1])
    pinned = frozenset(links((2, 2)))
    assert slide_gaps(before, (LEFT, RIGHT), paragraphs, pinned) == before

"""One sentence against the parts of it, and against what only looks like that."""

from __future__ import annotations

import pytest

from variorum.engine import Document, compare
from variorum.engine.align.parted import is_parted

ONE = "the ferry left at noon, and the last passengers stayed on the quay until it was dark."
FIRST, SECOND = (
    "the ferry left at noon.",
    "the last passengers stayed on the quay until it was dark.",
)


@pytest.mark.parametrize(
    "parts",
    [
        [FIRST, SECOND],
        ["the ferry left.", "it was noon, and the last passengers stayed", "until it was dark."],
        ["the ferry left at noon, and the last", "passengers stayed on the quay until it was dark"],
    ],
)
def test_parts_say_together_what_one_sentence_says(parts: list[str]) -> None:
    assert is_parted(ONE, parts)


@pytest.mark.parametrize(
    "parts",
    [
        [FIRST, "nobody had told them that it would not come back."],  # half of it is new
        [ONE, "so."],  # the second adds nothing
        ["so.", ONE],
        [SECOND, FIRST],  # the other way round: that is for those who know of moves
        ["the ferry", "left at noon, and", "the last passengers stayed", "on the quay until dark"],
    ],
)
def test_what_says_something_else_is_left_to_the_recipe(parts: list[str]) -> None:
    assert not is_parted(ONE, parts)


def text(*middle: str) -> Document:
    around = [
        f"Line {n} of the log says that the wind had turned to {n * 3} knots." for n in range(60)
    ]
    return Document.from_sentences([[*around[:30], *middle, *around[30:]]])


def test_a_split_between_what_stayed_is_found_on_both_sides() -> None:
    one, two = text(ONE), text(FIRST, SECOND)
    for left, right, kind in ((one, two, (1, 2)), (two, one, (2, 1))):
        rows = [row for row in compare(left, right).rows if len(row.left) + len(row.right) > 2]
        assert [(len(row.left), len(row.right)) for row in rows] == [kind]

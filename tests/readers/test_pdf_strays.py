"""Signs and words of a line that were drawn in another order than they are read in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import pytest

from variorum.readers.pdf_characters import Characters
from variorum.readers.pdf_strays import put_in_place

WIDTH = 6.0
"""Of every character, in points; the font has 12."""


class Drawn:
    """Stands in for the characters of a page: what was drawn where, in the order of drawing.

    Where a piece does not begin where the last one ended, PDFium gives a space that is not there.
    """

    turn = 0

    def __init__(self, pieces: Sequence[tuple[str, int]], *, leftwards: bool = False) -> None:
        """Draw.

        Args:
            pieces: each with the number of the cell that its first character stands in.
            leftwards: cells count from the right, and pieces run to the left.
        """
        self.text = ""
        self._cells: list[int] = []
        for text, cell in pieces:
            if self.text:
                self.text += " "
                self._cells.append(self._cells[-1])
            self.text += text
            self._cells += range(cell, cell + len(text))
        self._leftwards = leftwards

    def turn_at(self, _at: int) -> int:
        return 0

    def size(self, _at: int) -> float:
        return 12.0

    def extent(self, at: int) -> tuple[float, float]:
        cell = -self._cells[at] if self._leftwards else self._cells[at]
        return cell * WIDTH, (cell + 1) * WIDTH

    def rearrange(self, order: Sequence[int], others: Mapping[int, str]) -> None:
        self.text = "".join(others.get(at, self.text[at]) for at in order)


def in_place(*pieces: tuple[str, int], leftwards: bool = False) -> str:
    drawn = Drawn(pieces, leftwards=leftwards)
    put_in_place(cast("Characters", drawn))
    return drawn.text.strip()


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        # Quotation marks between ideographs, drawn after them.
        ([("他就说：", 0), ("请等一等。", 5), ("“", 4), ("”", 10)], "他就说：“请等一等。”"),
        # An arrow between words, a sign in front of the line, two signs side by side.
        ([("tar to", 0), ("hemp", 9), ("→", 7)], "tar to → hemp"),
        ([("§", 8), ("See the", 0), ("4 there", 10)], "See the § 4 there"),
        ([("(so", 0), (" he said", 5), (")", 3), ("!", 4)], "(so)! he said"),
        # What stands where it was drawn, or is near to nothing, stays.
        ([("- one", 0), ("– two", 6), ("– three", 12)], "- one – two – three"),
        ([("left", 0), ("right", 40), ("*", 20)], "left right *"),
    ],
)
def test_signs_drawn_apart_from_their_line(pieces: list[tuple[str, int]], expected: str) -> None:
    assert in_place(*pieces) == expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([("باب", 0), ("قفل", 5), (".", 3)], "باب. قفل"),
        # Brackets, as they look, drawn with their words or after them.
        ([(")باب( قفل", 0)], "(باب) قفل"),
        ([("قال", 0), ("باب", 5), (")", 4), ("(.", 8)], "قال (باب)."),
        ([("قال »نعم« وذهب", 0)], "قال «نعم» وذهب"),
    ],
)
def test_signs_of_lines_that_run_to_the_left(pieces: list[tuple[str, int]], expected: str) -> None:
    assert in_place(*pieces, leftwards=True) == expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        # A bracket in front of the space that it stands behind, a stop before the number it ends.
        ([("שלום", 0), ("(", 5), ("לכולם)", 6)], "שלום (לכולם)"),
        ([("בשעה", 0), (".", 10), ("12:30", 5), ("היום", 12)], "בשעה 12:30. היום"),
    ],
)
def test_signs_beside_numbers_and_words_that_they_do_not_belong_to(
    pieces: list[tuple[str, int]], expected: str
) -> None:
    assert in_place(*pieces, leftwards=True) == expected


def test_words_that_run_to_the_right_in_a_line_that_runs_to_the_left() -> None:
    assert (
        in_place(("باب كبير Pan Peter قفل جديد", 0), leftwards=True)
        == "باب كبير Peter Pan قفل جديد"
    )
    assert in_place(("باب 1990 – 1995 قفل", 0), leftwards=True) == "باب 1990 – 1995 قفل"


def test_a_page_in_its_order_stays_as_it_is() -> None:
    drawn = Drawn([("See – the (list).", 0)])
    assert not put_in_place(cast("Characters", drawn))

"""Raised and lowered figures of PDF: marks of notes are no text, powers and formulas are."""

from __future__ import annotations

import pytest
from tiny_pdf import Piece, document, page

from variorum.engine import StyleKind
from variorum.readers import ReadOptions
from variorum.readers import pdf as pdf_reader
from variorum.readers.watch import Watch

TEXT = (
    "The ferry left at nine, as it had done for years, and",
    "nobody on the quay looked up, because they all knew it",
    "would be back before the clock in the tower struck ten.",
)
LETTERS = {
    "k": 5.0,
    "m": 7.78,
    "C": 6.67,
    "O": 7.22,
    "x": 5.0,
    "q": 5.0,
    "u": 5.0,
    "a": 4.44,
    "y": 5.0,
}


def figure(word: str, sign: str, *, y: float, rise: float, more: str = "") -> list[Piece]:
    """A line that begins with a word and a small figure at it."""
    right = 40 + sum(LETTERS[letter] for letter in word)
    shown = [Piece(40, y, word), Piece(right, y + rise, sign, 6)]
    return [*shown, Piece(right + 5.5, y, more)] if more else shown


def read(*pages: list[Piece]) -> list[tuple[StyleKind, str]]:
    data = document([page(pieces) for pieces in pages])
    found = pdf_reader.read(data, ReadOptions(), Watch()).paragraphs
    return [(paragraph.style.kind, paragraph.text) for paragraph in found]


def rows(*texts: str, y: float = 550) -> list[Piece]:
    return [Piece(40, y - 12 * index, text) for index, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("word", "sign", "rise"),
    [("CO", "2", -2), ("km", "2", 4), ("m", "3", 4), ("x", "2", 4), ("quay", "7", 4)],
)
def test_a_figure_that_is_no_mark_of_a_note_stays(word: str, sign: str, rise: float) -> None:
    found = read(rows(*TEXT[:2]) + figure(word, sign, y=526, rise=rise))
    assert found[0][1].endswith(f" {word}{sign}")


@pytest.mark.parametrize("sign", ["1", "2", "12"])
def test_a_mark_with_a_note_below_goes(sign: str) -> None:
    note = Piece(40, 60, f"{sign} Nobody knows to this day why it left so early.", 8)
    found = read([*rows(*TEXT[:2]), *figure("quay", sign, y=526, rise=4), note])
    assert found[0][1].endswith(" quay")
    assert found[1] == (StyleKind.FOOTNOTE, "Nobody knows to this day why it left so early.")


def test_a_mark_behind_a_bracket_goes() -> None:
    note = Piece(40, 60, "4 Nobody knows to this day why it left so early.", 8)
    shown = [Piece(40, 526, "see {quay}"), Piece(81.1, 530, "4", 6)]
    found = read([*rows(*TEXT[:2]), *shown, note])
    assert found[0][1].endswith(" see {quay}")


def test_a_power_stays_also_where_a_note_has_its_number() -> None:
    note = Piece(40, 60, "2 Nobody knows to this day why it left so early.", 8)
    first = figure("quay", "2", y=526, rise=4, more="that is half a")
    second = figure("km", "2", y=514, rise=4, more="large.")
    found = read([*rows(*TEXT[:2]), *first, *second, note])
    assert found[0][1].replace("\n", " ").endswith(" quay that is half a km2 large.")


def test_marks_of_notes_at_the_end_count_from_one_and_go() -> None:
    pages = [rows(*TEXT[:2]) + figure("quay", sign, y=526, rise=4) for sign in "123"]
    assert [text for _, text in read(*pages)] == [f"{TEXT[0]} {TEXT[1]} quay"] * 3


def test_a_line_that_raised_figures_push_down_goes_on_with_its_sentence() -> None:
    wide = [Piece(40, 550 - 12 * i, row) for i, row in enumerate(TEXT * 2)]
    shown = [Piece(40, 462, TEXT[0]), *rows(*TEXT[1:], y=446.5)]
    assert len(read(wide + shown)) == 2


def test_marks_of_notes_at_the_end_go_also_where_a_list_counts_as_they_do() -> None:
    items = [Piece(55, 480 - 12 * i, f"{i + 1}. Look for guests.") for i in range(3)]
    pages = [
        [
            Piece(40, 575, "The Quay", 16),
            *rows(*TEXT[:2]),
            *figure("quay", s, y=526, rise=4),
            *items,
        ]
        for s in "123"
    ]
    assert [text[-1] for _, text in read(*pages) if text.startswith(TEXT[0])] == ["y"] * 3

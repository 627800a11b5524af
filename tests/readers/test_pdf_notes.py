"""Notes at the feet of pages: of several lines, and going on where the next page ends."""

from __future__ import annotations

from tiny_pdf import Piece, document, page

from variorum.engine import StyleKind
from variorum.readers import ReadOptions
from variorum.readers import pdf as pdf_reader
from variorum.readers.watch import Watch

TEXT = (
    "The ferry left at nine, as it had done for years, and",
    "nobody on the quay looked up, because they all knew it",
    "would be back before the clock in the tower struck ten",
    "and the shops had opened.",
)
LATER = (
    "On this day it did not come back, and the harbour boys",
    "who waited for the ropes began to throw stones at a tin",
    "that lay in the mud.",
)
FIRST = "Nobody knows to this day why it left so early that morning, while"
SECOND = "the log of the harbour says that no tide would ever have waited for it,"
THIRD = "and that the mate was seen on board long before the sun rose."


def body(rows: tuple[str, ...], mark: str = "") -> list[Piece]:
    shown = [Piece(40, 550 - 12 * index, row) for index, row in enumerate(rows)]
    raised = Piece(40 + 104, 550 - 12 * (len(rows) - 1) + 4, mark, 6)
    return [*shown, raised] if mark else shown


def note(mark: str, *rows: str, y: float = 60) -> list[Piece]:
    """A note as LaTeX sets it: its first line is set in by its mark."""
    rest = [Piece(40, y - 9.5 * index, row, 8) for index, row in enumerate(rows)]
    return [Piece(51, y + 3, mark, 5), Piece(55, y, rows[0], 8), *rest[1:]]


def read(*pages: list[Piece]) -> list[tuple[StyleKind, str]]:
    data = document([page(pieces) for pieces in pages])
    found = pdf_reader.read(data, ReadOptions(), Watch()).paragraphs
    return [(paragraph.style.kind, paragraph.text) for paragraph in found]


def test_a_note_goes_on_in_lines_that_begin_further_out_than_its_mark() -> None:
    found = read(body(TEXT, "1") + note("1", FIRST, SECOND, THIRD), body(LATER))
    assert found == [
        (StyleKind.BODY, " ".join(TEXT)),
        (StyleKind.FOOTNOTE, f"{FIRST} {SECOND} {THIRD}"),
        (StyleKind.BODY, " ".join(LATER)),
    ]


def test_a_note_whose_first_line_ends_early_ends_there() -> None:
    found = read(body(TEXT, "1") + note("1", "See below.", SECOND, THIRD))
    assert [text for kind, text in found if kind is StyleKind.FOOTNOTE] == [
        "See below.",
        f"{SECOND} {THIRD}",
    ]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    rest = [Piece(40, 60, THIRD, 8)]
    found = read(body(TEXT, "1") + note("1", FIRST, SECOND), body(LATER) + rest)
    assert found == [
        (StyleKind.BODY, " ".join(TEXT)),
        (StyleKind.FOOTNOTE, f"{FIRST} {SECOND} {THIRD}"),
        (StyleKind.BODY, " ".join(LATER)),
    ]


def test_a_note_goes_on_above_the_notes_of_the_next_page() -> None:
    below = [Piece(40, 79, THIRD, 8), *note("2", "These were three.", y=60)]
    found = read(body(TEXT, "1") + note("1", FIRST, SECOND), body(LATER, "2") + below)
    assert [text for kind, text in found if kind is StyleKind.FOOTNOTE] == [
        f"{FIRST} {SECOND} {THIRD}",
        "These were three.",
    ]


def test_small_print_below_a_page_is_no_note_when_the_last_one_had_ended() -> None:
    rest = [Piece(40, 60, "Printed in the town.", 8)]
    found = read(body(TEXT, "1") + note("1", FIRST, THIRD), body(LATER) + rest)
    assert found[-1] == (StyleKind.BODY, "Printed in the town.")


def test_a_row_has_its_gap_also_behind_the_mark_of_a_note() -> None:
    row = [Piece(40, 480, "Bread"), Piece(64.2, 484, "1", 6)]
    row.append(Piece(70, 480, f"of the house{' ' * 20}4"))
    found = read(body(TEXT) + row + note("1", "Baked daily.", y=44), body(LATER))
    assert (StyleKind.TABLE_CELL, "Bread of the house \t4") in found


def test_a_short_note_whose_text_stands_apart_from_its_mark_is_one() -> None:
    words = "It was late."
    shown = [Piece(40, 60, "1", 8), Piece(54, 60, words, 8)]
    found = read(body(TEXT, "1") + shown, body(LATER))
    assert found == [
        (StyleKind.BODY, " ".join(TEXT)),
        (StyleKind.FOOTNOTE, words),
        (StyleKind.BODY, " ".join(LATER)),
    ]


def test_a_short_note_that_stands_below_many_pages_is_no_foot() -> None:
    pages = [body(TEXT, str(n)) + note(str(n), f"Ibid., p. {7 * n}.") for n in range(1, 6)]
    notes = [text for kind, text in read(*pages) if kind is StyleKind.FOOTNOTE]
    assert notes == [f"Ibid., p. {7 * n}." for n in range(1, 6)]

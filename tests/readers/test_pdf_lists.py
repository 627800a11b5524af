"""Lists, quotations, code and numbered headings of PDF: what is one of them, and what is not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tiny_pdf import Piece, document, page

from variorum.engine import StyleKind, TextParagraph
from variorum.readers import ReadOptions
from variorum.readers import pdf as pdf_reader
from variorum.readers.watch import Watch

CODE = ("<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>",)
PROSE = (
    "The ferry left at nine, as it had done for years, and",
    "nobody on the quay looked up, because they all knew it",
    "would be back before the clock in the tower struck ten.",
)
SAID = (
    "We do not say much in these parts, since the",
    "wind takes the ends off the words, and what",
    "is left of them is worth nothing.",
)


def rows(*texts: str, x: float = 40, y: float = 550) -> list[Piece]:
    return [Piece(x, y - 12 * index, text) for index, text in enumerate(texts)]


def read(*drawn: bytes, fonts: Sequence[str] = ()) -> Sequence[TextParagraph]:
    data = document([b"\n".join(drawn)], fonts=fonts)
    return pdf_reader.read(data, ReadOptions(), Watch()).paragraphs


def test_a_quotation_behind_a_colon_is_no_list() -> None:
    found = read(
        page(
            rows(*PROSE, "The old man on the quay said it in these words:")
            + rows(*SAID, x=60, y=490)
            + rows(*PROSE, y=440)
        )
    )
    assert [(p.style.kind, p.text) for p in found[1:2]] == [(StyleKind.QUOTATION, " ".join(SAID))]


@pytest.mark.parametrize("end", [":", "."])
def test_items_with_drawn_signs_are_items_whatever_is_above_them(end: str) -> None:
    items = (*SAID, "Nobody", "smokes.")
    dots = "".join(f"54 {y + 2} 4 4 re f\n" for y in (490, 466, 454, 442))
    found = read(
        page(rows(*PROSE, "This is said of them" + end) + rows(*items[:2], x=66, y=490)),
        page(rows(*items[2:], x=66, y=466)),
        dots.encode(),
    )
    kinds = [p.style.kind for p in found]
    assert kinds == [StyleKind.BODY] + [StyleKind.LIST_ITEM] * 4
    assert [p.text for p in found[1:]] == [" ".join(items[:2]), *items[2:]]


def test_other_things_that_are_drawn_are_no_signs() -> None:
    drawn = "36 490 300 1 re f\n56 470 2 40 re f\n10 466 4 4 re f\n54 478 40 40 re f\n"
    found = read(page(rows(*PROSE) + rows(*SAID, x=100, y=490)), drawn.encode())
    assert all(p.style.kind is not StyleKind.LIST_ITEM for p in found)


def test_a_list_within_an_item_that_fills_its_line_begins_a_paragraph() -> None:
    found = read(
        page(
            rows(*PROSE, "Whoever goes out on the ferry is asked to take with him:")
            + rows("\u2022 a staff of ash as long as he is himself, and with", x=50, y=490)
            + rows("\u2013 an iron point for ice,", "\u2013 a loop for the wrist;", x=74, y=478)
            + rows("\u2022 bread and cheese.", x=50, y=454)
        )
    )
    assert [p.text for p in found if p.style.kind is StyleKind.LIST_ITEM] == [
        "a staff of ash as long as he is himself, and with",
        "an iron point for ice,",
        "a loop for the wrist;",
        "bread and cheese.",
    ]


@pytest.mark.parametrize("number", ["1", "1.2", "A.3", "12.1.4", "IV", "2."])
def test_a_heading_and_its_number_are_no_row_of_a_table(number: str) -> None:
    title = [Piece(40, 500, number, 14), Piece(48 + 8 * len(number), 500, "What to carry", 14)]
    found = read(page([*rows(*PROSE), *title, *rows(*PROSE, y=470)]))
    heading = found[1]
    assert (heading.style.kind, heading.text) == (StyleKind.HEADING, f"{number} What to carry")


def test_a_row_of_a_table_that_begins_with_a_number_is_one() -> None:
    cells = [
        Piece(x, 500 - 12 * row, text)
        for row in range(3)
        for x, text in ((40, f"{row + 1}"), (70, "Thorpe"), (140, f"{7 * row} miles"))
    ]
    found = read(page([*rows(*PROSE), *cells, *rows(*PROSE, y=440)]))
    assert [p.style.kind for p in found][1:4] == [StyleKind.TABLE_CELL] * 3


@pytest.mark.parametrize(
    "font", ["Courier", "ABCDEF+CMTT10", "ABCDEF+SFTT1000", "LMMono10-Regular"]
)
def test_lines_of_code_stay_lines(font: str) -> None:
    code = "".join(
        f"BT /F0 10 Tf 1 0 0 1 60 {490 - 12 * index} Tm ({text}) Tj ET\n"
        for index, text in enumerate(
            ("tide = high and rising", "if tide:", "wait for the next one")
        )
    )
    found = read(
        page(rows(*PROSE, "It is written as follows:")),
        code.encode(),
        page(rows(*PROSE, y=450)),
        fonts=[CODE[0].format(font)],
    )
    assert found[1].text.splitlines() == [
        "tide = high and rising",
        "if tide:",
        "wait for the next one",
    ]


def test_a_text_that_is_all_set_as_code_is_prose() -> None:
    prose = "".join(
        f"BT /F0 8 Tf 1 0 0 1 40 {550 - 12 * index} Tm ({text}) Tj ET\n"
        for index, text in enumerate(PROSE)
    )
    found = read(prose.encode(), fonts=[CODE[0].format("Courier")])
    assert [p.text for p in found] == [" ".join(PROSE)]


def test_a_line_goes_on_behind_raised_letters() -> None:
    drawn = [
        Piece(40, 526, "On the 10"),
        Piece(79.5, 530, "th", 6),
        Piece(88, 526, "of December the light fails before half past"),
    ]
    found = read(page(rows(*PROSE[:2])), page(drawn), page(rows("four.", y=514)))
    assert [p.text for p in found] == [
        f"{PROSE[0]} {PROSE[1]} On the 10th of December the light fails before half past four."
    ]


def test_each_turn_of_talk_is_a_paragraph_where_paragraphs_are_indented() -> None:
    talk = (
        (55, "\u201cAre you going?\u201d he said."),
        (55, "\u201cNo,\u201d she said."),
        (55, "\u201cI have been there, and there was nothing to see"),
        (40, "nevertheless, but for the water.\u201d"),
        (55, "\u201cOh.\u201d"),
        (55, "He went away again, and nobody on the quay looked"),
        (40, "suspiciously, as they all knew where it was."),
    )
    drawn = rows(*PROSE) + [Piece(x, 514 - 12 * i, text) for i, (x, text) in enumerate(talk)]
    assert [p.text for p in read(page(drawn))] == [
        " ".join(PROSE),
        talk[0][1],
        talk[1][1],
        f"{talk[2][1]} {talk[3][1]}",
        talk[4][1],
        f"{talk[5][1]} {talk[6][1]}",
    ]


@pytest.mark.parametrize("labels", [("[1]", "[2]", "[10]"), ("[Pel08]", "[Van11]", "[Van11a]")])
def test_items_of_a_bibliography_are_whole_and_keep_their_labels(labels: Sequence[str]) -> None:
    items = (
        ("Pell, Amos: The Songs of the Marshes, with a few", "Remarks on Boots. Thorpe, 1908."),
        ("Vane, Hester: On Salt, on Water and on the Road.", "Welney, 1911."),
        ("Vane, Hester: More of the Same. Thorpe, 1911.",),
    )
    drawn, y = rows(*PROSE), 490
    for label, item in zip(labels, items, strict=True):
        drawn.append(Piece(40, y, label))
        drawn += rows(*item, x=82, y=y)
        y -= 12 * len(item)
    found = [p.text for p in read(page(drawn))]
    assert found[1:] == [
        f"{label} {' '.join(item)}" for label, item in zip(labels, items, strict=True)
    ]


def test_a_paragraph_whose_first_line_stands_out_is_whole() -> None:
    item = ("Vane, Hester: The Salt Road, with a Table of all its", "Distances. Thorpe, 1911.")
    drawn = rows(*PROSE) + rows(item[0], y=490) + rows(item[1], x=60, y=478)
    assert [p.text for p in read(page(drawn))] == [" ".join(PROSE), " ".join(item)]

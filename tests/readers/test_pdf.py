"""PDF: what three programs made of known texts, and what is drawn by hand."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from known_texts import DOCUMENTS, TEXTS, differences, found_share, known
from tiny_pdf import Piece, document, page

from variorum.engine import EmphasisKind, Options, StyleKind, TextParagraph, compare, find_changes
from variorum.readers import (
    PasswordError,
    ReadError,
    ReadOptions,
    pdf_cells,
    pdf_lines,
    read_document,
    read_stream,
    right_to_left,
)
from variorum.readers import pdf as pdf_reader
from variorum.readers.content import Content
from variorum.readers.errors import Unreadable
from variorum.readers.watch import Watch

MADE = sorted(p for p in DOCUMENTS.glob("*.pdf") if ".locked." not in p.name)
OPTIONS = ReadOptions()


def name_of(path: Path) -> str:
    return ".".join(path.name.split(".")[:2])


def read(data: bytes) -> Content:
    return pdf_reader.read(data, OPTIONS, Watch())


def texts(*pages: list[Piece]) -> list[str]:
    return [p.text for p in read(document([page(pieces) for pieces in pages])).paragraphs]


def lines(
    *rows: str, x: float = 40, y: float = 550, size: float = 10, step: float = 12
) -> list[Piece]:
    return [Piece(x, y - step * index, row, size) for index, row in enumerate(rows)]


PROSE = (
    "The ferry left at nine, as it had done for years, and",
    "nobody on the quay looked up, because they all knew it",
    "would be back before the clock in the tower struck ten",
    "and the shops had opened their doors to the first of",
    "the summer guests.",
)
MORE = (
    "On this day it did not come back, and the harbour boys",
    "who waited for the ropes began to throw stones at a tin",
    "that lay in the mud, then at each other, and then at an",
    "old boat.",
)


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_what_went_in_comes_out(path: Path) -> None:
    source = read_document(path) if path.name.startswith("mill") else None
    found = (
        read(path.read_bytes()).paragraphs
        if source is None
        else [
            TextParagraph(source.document.paragraph_text(i))
            for i in range(len(source.document.paragraphs))
        ]
    )
    expected = [paragraph.text for paragraph in known(name_of(path))]
    least = 0.9 if "two" in path.name else 0.95
    assert found_share(expected, found) >= least, differences(expected, found)


def test_all_documents_together() -> None:
    shares = [
        found_share([k.text for k in known(name_of(path))], read(path.read_bytes()).paragraphs)
        for path in MADE
    ]
    assert sum(shares) / len(shares) >= 0.99


@pytest.mark.parametrize("program", ["libreoffice", "chromium"])
def test_styles_and_emphasis_come_out(program: str) -> None:
    found = read((DOCUMENTS / f"lighthouse.en.{program}.pdf").read_bytes()).paragraphs
    expected = known("lighthouse.en")
    assert [(p.style.kind.value, p.style.level) for p in found] == [
        (k.kind, k.level) for k in expected
    ]
    italic = [
        p.text[e.span.start : e.span.end]
        for p in found
        for e in p.emphasis
        if e.kind is EmphasisKind.ITALIC
    ]
    assert italic == [
        "I have not been laughed at for eleven months and found that I did not mind it."
    ]


@pytest.mark.parametrize(
    "name",
    [
        "lighthouse.en.libreoffice.pdf",
        "lighthouse.en.chromium.pdf",
        "lighthouse.en.chromium-two.pdf",
        "lighthouse.en.typst-book.pdf",
        "lighthouse.en.typst-two.pdf",
        "lighthouse.en.pandoc.md",
        "lighthouse.en.pandoc.html",
    ],
)
def test_a_word_document_and_the_same_text_elsewhere_are_equal(name: str) -> None:
    left = read_document(DOCUMENTS / "lighthouse.en.pandoc.docx")
    right = read_document(DOCUMENTS / name)
    changes = find_changes(compare(left.document, right.document, Options()))
    assert not changes


def test_an_encrypted_document_asks_for_its_password() -> None:
    path = DOCUMENTS / "bakery.fr.locked.pdf"
    with pytest.raises(PasswordError) as missing:
        read_document(path)
    assert not missing.value.wrong
    with pytest.raises(PasswordError) as wrong:
        read_document(path, ReadOptions(password="sesame"))  # noqa: S106
    assert wrong.value.wrong
    source = read_document(path, ReadOptions(password="swordfish"))  # noqa: S106
    assert source.document.text.startswith("La boulangerie")


def test_paragraphs_told_by_spaces() -> None:
    pieces = lines(*PROSE) + lines(*MORE, y=480)
    assert texts(pieces) == [" ".join(PROSE), " ".join(MORE)]


def test_paragraphs_told_by_indents() -> None:
    rows = [*PROSE, *MORE, *PROSE, *MORE]
    starts = {0, 5, 9, 14}
    pieces = [
        Piece(52 if index in starts else 40, 550 - 12 * index, row[: 52 if index in starts else 80])
        for index, row in enumerate(rows)
    ]
    assert len(texts(pieces)) == 4


def test_a_paragraph_goes_on_over_columns_and_pages() -> None:
    first = lines(*PROSE[:3])
    second = lines(*PROSE[3:])
    assert texts(first, second) == [" ".join(PROSE)]


def test_columns_that_are_drawn_row_by_row() -> None:
    left = [f"Left column, line {n} of some" for n in range(1, 12)]
    right = [f"Right column, line {n} of it" for n in range(1, 12)]
    pieces = []
    for index, (a, b) in enumerate(zip(left, right, strict=True)):
        pieces += [Piece(40, 550 - 12 * index, a), Piece(210, 550 - 12 * index, b)]
    text = " ".join(texts(pieces))
    assert text.index("line 11 of some") < text.index("Right column, line 1 ")


@pytest.mark.parametrize(("signs", "size"), [("•••", 7), ("•••", 10), ("123", 10)])
def test_signs_of_a_list_are_no_text_whatever_their_size(signs: str, size: float) -> None:
    ends = "" if signs == "•••" else "."
    drawn = lines(*PROSE[:-1], "the summer guests, who were asked to keep in mind:")
    rows = (
        "nobody smokes near the tar, because the tar burns, as",
        "the insurers said;",
        "boots are left outside, and wet ones by the stove, not",
        "on the shelf;",
        "whoever is late sweeps.",
    )
    for number, row in enumerate(rows):
        y = 490 - 12 * number
        drawn.append(Piece(70, y, row))
        if number % 2 == 0:
            drawn.insert(-1, Piece(58, y, signs[number // 2] + ends, size))
    assert texts(drawn)[1:] == [" ".join(rows[:2]), " ".join(rows[2:4]), rows[4]]


def test_numbers_of_items_are_signs_whatever_stands_in_the_items() -> None:
    rows = [
        (40, "This is what the mate of the ferry does before it leaves."),
        (55, "1. Look for guests."),
        (67, "They are mostly late."),
        (55, "2. Count them."),
        (70, "a. those with a coat,"),
        (70, "b. and all the others."),
        (55, "3. Leave."),
        (40, "4. of what he does is said nowhere."),
        (55, "4. Come back."),
    ]
    found = read(document([page([Piece(x, 550 - 20 * i, row) for i, (x, row) in enumerate(rows)])]))
    items = [p.text for p in found.paragraphs if p.style.kind is StyleKind.LIST_ITEM]
    assert items == [
        "Look for guests.",
        "Count them.",
        "those with a coat,",
        "and all the others.",
        "Leave.",
    ]
    assert [p.text for p in found.paragraphs][-2:] == [rows[-2][1], rows[-1][1]]


@pytest.mark.parametrize("signs", ["\u2013\u2013\u2013", ["1.", "2.", "3."], ["(a)", "(b)", "(c)"]])
def test_items_that_fill_their_lines_are_no_paragraph(signs: Sequence[str]) -> None:
    rows = ["the hull,", "oars, two", "and ropes."]  # as if set in on both sides
    shown = [f"{sign} {row}" for sign, row in zip(signs, rows, strict=True)]
    found = texts(lines(*PROSE) + lines(*shown, x=128, y=480))
    assert [
        text.removeprefix(f"{sign} ") for sign, text in zip(signs, found[1:], strict=True)
    ] == rows


def test_left_and_right_pages_have_margins_of_their_own() -> None:
    pages = [
        lines(*PROSE, x=40 + 18 * (number % 2)) + lines(*MORE, x=40 + 18 * (number % 2), y=480)
        for number in range(6)
    ]
    found = read(document([page(pieces) for pieces in pages])).paragraphs
    assert [(p.text, p.style.kind) for p in found] == 6 * [
        (" ".join(PROSE), StyleKind.BODY),
        (" ".join(MORE), StyleKind.BODY),
    ]


def test_a_page_of_items_has_the_margins_of_the_others() -> None:
    items = lines("\u2013 The hull", "\u2013 The oars", x=80)
    found = read(document([page(lines(*PROSE)) for _ in range(3)] + [page(items)])).paragraphs
    assert [p.text for p in found[3:]] == ["The hull", "The oars"]


def test_a_dash_within_a_paragraph_begins_nothing() -> None:
    rows = ("It left \u2013 as it had done for years, and as we know", "\u2013 at nine.")
    assert len(texts(lines(*rows))) == 1


def test_hyphens_at_the_ends_of_lines() -> None:
    rows = ("A care-", "ful reader knows a well-", "known word, and well-known words are", "read.")
    (text,) = texts(lines(*rows, *PROSE, *PROSE))[:1]
    assert text.startswith("A careful reader knows a well-known word")


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("see https://example.org/lists/", "archive for all", "lists/archive for"),
        ("see https:", "//example.org for all", "see https://example.org"),
        ("see https://lists.", "example.org for all", "https://lists.example.org"),
        ("see https://example.org.", "It has all", "example.org. It has"),
        ("see https://example.org", "/lists for all", "example.org/lists"),
        ("see https://example.org/well-", "known for all", "well-known"),
        ("mail ann@lists.", "example.org for all", "ann@lists.example.org"),
        ("it is in /usr/share/", "ferry and so", "/usr/share/ferry"),
        ("yes /", "no or so", "yes / no"),
        ("and so on.", "it goes", "on. it"),
    ],
)
def test_addresses_and_paths_broken_at_the_ends_of_lines(
    first: str, second: str, joined: str
) -> None:
    (found,) = texts(lines(f"All that was said of the ferry and its mate, {first}", second))
    assert joined in found


def test_heads_feet_and_numbers_are_left_out_and_counted() -> None:
    pages = []
    for number in range(1, 5):
        body = lines(f"Page body {'abcde'[number]} begins.", *PROSE, y=540)
        pages.append(page([Piece(40, 580, "The Book"), *body, Piece(200, 20, str(number + 10))]))
    content = read(document(pages))
    text = "\n".join(p.text for p in content.paragraphs)
    assert "The Book" not in text
    assert not any(str(number) in text for number in range(11, 15))
    assert [(item.kind.value, item.number) for item in content.left_out] == [("headers", 8)]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (["11/23/26, 5:06 AM", "The estuary"], ["file:///home/ada/estuary.html", "1/1"]),
        (["The estuary", "23.11.2026, 17:06"], ["https://example.org/estuary?a=1"]),
        (["The estuary", "2026-11-23 17:06"], ["https://example.org/estuary", "1 of 1"]),
    ],
)
def test_what_a_browser_prints_around_a_page_is_left_out(head: list[str], foot: list[str]) -> None:
    around = [Piece(30 + 200 * i, 585, text, 7) for i, text in enumerate(head)]
    around += [Piece(30 + 250 * i, 14, text, 7) for i, text in enumerate(foot)]
    content = read(document([page([*around, *lines(*PROSE)])]))
    assert [p.text for p in content.paragraphs] == [" ".join(PROSE)]
    (item,) = content.left_out
    assert (item.kind.value, item.number) == ("headers", len(head) + len(foot))


def test_an_address_below_a_text_is_text() -> None:
    written = lines("As of 23.11.2026, 17:06", *PROSE, "See https://example.org/estuary")
    assert "example.org" in texts(written)[-1]
    assert "23.11.2026" in texts(written)[0]


def test_pages_that_are_all_alike_are_no_heads() -> None:
    content = read(document([page([Piece(40, 500, f"Ticket {n}")]) for n in range(1, 5)]))
    assert "Ticket 1" in content.paragraphs[0].text
    assert not content.left_out


def test_headings_on_top_of_each_page_stay() -> None:
    pages = [[Piece(40, 560, f"Chapter {n}", 16), *lines(*PROSE, y=530)] for n in (1, 2, 3)]
    found = read(document([page(pieces) for pieces in pages])).paragraphs
    assert [p.text for p in found if p.style.kind is StyleKind.HEADING] == [
        "Chapter 1",
        "Chapter 2",
        "Chapter 3",
    ]


def test_marks_of_notes_are_taken_out_and_notes_follow_their_paragraph() -> None:
    body = lines(*PROSE) + lines(*MORE, y=480)
    mark = Piece(40 + 80, 550 - 48 + 4, "1", 6)
    note = [Piece(40, 44, "1", 5), Piece(45, 40, "Nobody knows why it left so early.", 8)]
    found = read(document([page([*body[:5], mark, *body[5:], *note])])).paragraphs
    kinds = [(p.text, p.style.kind) for p in found]
    assert kinds == [
        (" ".join(PROSE), StyleKind.BODY),
        ("Nobody knows why it left so early.", StyleKind.FOOTNOTE),
        (" ".join(MORE), StyleKind.BODY),
    ]


def test_a_line_goes_on_behind_the_mark_of_a_note() -> None:
    first = Piece(40, 550, "The ferry left")
    width = 58.3  # of these letters in Times
    mark = Piece(40 + width, 554, "1", 6)
    rest = Piece(40 + width + 5, 550, "at nine, as it had done")
    note = [Piece(40, 44, "1", 5), Piece(45, 40, "Nobody knows why it left.", 10)]
    found = read(document([page([first, mark, rest, *lines(*MORE, y=480), *note])])).paragraphs
    assert [(p.text, p.style.kind) for p in found] == [
        ("The ferry left at nine, as it had done", StyleKind.BODY),
        ("Nobody knows why it left.", StyleKind.FOOTNOTE),
        (" ".join(MORE), StyleKind.BODY),
    ]


def test_notes_whose_marks_are_not_raised_are_told_by_the_text_above_them() -> None:
    body = lines(*PROSE) + lines(*MORE, y=480)
    mark = Piece(40 + 80, 550 - 48 + 4, "1", 6)
    small = [Piece(40, 60, "1 Nobody knows why it left so early.", 8)]
    other = [Piece(40, 60, "2 stones were thrown.", 8)]
    pages = [page([*body[:5], mark, *body[5:], *each]) for each in (small, other)]
    notes = [
        [p.text for p in read(document([each])).paragraphs if p.style.kind is StyleKind.FOOTNOTE]
        for each in pages
    ]
    assert notes == [["Nobody knows why it left so early."], []]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_pages_that_are_turned(rotate: int) -> None:
    data = document([page(lines(*PROSE) + lines(*MORE, y=480))], rotate=rotate)
    assert [p.text for p in read(data).paragraphs] == [" ".join(PROSE), " ".join(MORE)]


@pytest.mark.parametrize("matrix", ["0 1 -1 0 400 0", "0 -1 1 0 0 600", "-1 0 0 -1 400 600"])
def test_text_that_is_turned(matrix: str) -> None:
    drawn = page(lines(*PROSE, y=350) + lines(*MORE, y=280))
    data = document([f"q {matrix} cm\n".encode() + drawn + b"\nQ"])
    assert [p.text for p in read(data).paragraphs] == [" ".join(PROSE), " ".join(MORE)]


def test_what_is_filled_into_a_form_is_text() -> None:
    field = (
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Amos Tredwell) /F 4"
        " /Rect [40 400 300 420] /AP << /N 101 0 R >> >>"
    )
    drawn = "BT /F 10 Tf 2 5 Td (Amos Tredwell) Tj ET"
    appearance = (
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 260 20] /Length {len(drawn)}"
        f" /Resources << /Font << /F 3 0 R >> >> >>\nstream\n{drawn}\nendstream"
    )
    data = document(
        [page(lines("Name of the keeper:"))],
        more=[field, appearance],
        page_more="/Annots [100 0 R]",
    )
    assert "Amos Tredwell" in " ".join(p.text for p in read(data).paragraphs)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"0 0 1 rg 40 40 300 500 re f", "only pictures"),
        (b"", "its pages are empty"),
    ],
)
def test_pages_without_text_say_so(content: bytes, problem: str) -> None:
    with pytest.raises(Unreadable, match=problem):
        read(document([content, content]))


WHOLE = (DOCUMENTS / "bakery.fr.typst.pdf").read_bytes()


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\n" + b"\0" * 5000,
        WHOLE[:3000],
        WHOLE[: WHOLE.rindex(b"xref")],
        WHOLE[: len(WHOLE) // 2] + bytes(1000) + WHOLE[len(WHOLE) // 2 + 1000 :],
        document([page(lines("x"))]).replace(b"/Kids [10 0 R]", b"/Kids [2 0 R ]"),
        document([page(lines("x"))]).replace(b"/Count 1", b"/Count 999999999"),
        document([page(lines("x"))]).replace(b"/Contents 11 0 R", b"/Contents 10 0 R"),
        document([b"q " * 100_000 + b"BT /F 1 Tf (x) Tj"]),
        document([b"[" * 200_000]),
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 5>>endobj"
        b" trailer<</Root 1 0 R>>",
    ],
)
def test_damaged_and_hostile_documents_are_read_or_refused(data: bytes) -> None:
    try:
        source = read_stream(io.BytesIO(data), "hostile.pdf")
    except ReadError:
        return
    assert len(source.document.text) < 100_000


def test_a_document_is_read_with_progress() -> None:
    told: list[float] = []
    data = document([page(lines(*PROSE))] * 20)
    pdf_reader.read(data, OPTIONS, Watch(told.append))
    assert len(told) > 10
    assert told == sorted(told)


def test_ligatures_become_letters() -> None:
    from variorum.readers.pdf_paragraphs import _REPLACED  # noqa: PLC0415

    assert "o\ufb03ce \ufb02ow".translate(_REPLACED) == "office flow"


def test_the_texts_of_these_documents_are_there() -> None:
    assert {name_of(path) for path in MADE} <= {path.stem for path in TEXTS.glob("*.md")}


def test_letters_given_by_their_shapes_keep_their_places() -> None:
    drawn = "\ufdfa x"  # one shape that stands for eighteen letters
    ordered = right_to_left.in_reading_order(drawn, [(5, 6), (4, 5), (3, 4)])
    assert len(ordered) == len(drawn)
    assert len(right_to_left.without_shapes(ordered)) > len(drawn)


def test_a_point_to_the_right_of_its_letter_comes_after_it() -> None:
    drawn = "\u05e9\u05c1\u05dc\u05d5\u05dd"
    places = [(30, 36), (34, 37), (24, 30), (18, 24), (12, 18)]
    assert right_to_left.in_reading_order(drawn, places) == drawn


def test_words_drawn_in_any_order_part_at_gaps() -> None:
    places = [pdf_lines.Place(0, 1, 90, 95), pdf_lines.Place(2, 3, 10, 15)]
    places += [pdf_lines.Place(4, 5, 60, 65)]
    row = pdf_lines.Line("a b c", 0, 10, 95, 100, 10, [pdf_lines.Run(0, 5, frozenset())])
    row.places = places
    assert all(part.left <= part.right for part in pdf_cells.split_cells([row]))


def test_a_page_that_is_empty_but_for_its_head_has_no_text() -> None:
    heading = Piece(40, 560, "The Quay", 16)
    head = [Piece(40, 580, "Chapter 3."), Piece(95, 580, "The Quay"), Piece(350, 580, "42")]
    assert texts([heading, *lines(*PROSE, y=520)], head) == ["The Quay", " ".join(PROSE)]


def test_the_page_on_which_a_chapter_begins_has_its_number_below() -> None:
    first = [Piece(40, 560, "The Quay", 16), *lines(*PROSE, y=520), Piece(195, 60, "1")]
    others = [
        [Piece(40, 580, f"{number} The Quay"), *lines(*rows, y=560)]
        for number, rows in ((2, PROSE), (3, MORE))
    ]
    found = texts(first, *others)
    assert found[:2] == ["The Quay", " ".join(PROSE)]
    assert not any(text[0].isdigit() or text == "1" for text in found)


def test_what_two_pages_of_many_begin_with_is_no_head() -> None:
    first, said = Piece(40, 574, "and nobody knew."), "Nobody knew it."
    page_of = [[first] if number in (3, 20) else [] for number in range(24)]
    shown = [[*top, *lines(*PROSE, said * (n % 3), y=540)] for n, top in enumerate(page_of)]
    assert sum("and nobody knew." in text for text in texts(*shown)) == 2

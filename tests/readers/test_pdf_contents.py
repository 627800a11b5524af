"""Tables of contents of PDF documents are no text; what only looks like one is."""

from __future__ import annotations

import pytest
from tiny_pdf import Piece, document, page

from variorum.readers import ReadOptions
from variorum.readers import pdf as pdf_reader
from variorum.readers.content import Content, LeftOutKind
from variorum.readers.watch import Watch

DOTS = ". . . . . . . . . . . . . . . . . ."
TEXT = ["The ferry left at nine.", "Nobody on the quay looked up."]

LATER = ["The boys threw stones.", "A tin sank.", "Some went home.", "The tide rose."]


def entry(y: float, title: str, number: str, *, dots: str = DOTS) -> list[Piece]:
    """A line of a table; numbers end at one place."""
    middle = [Piece(180, y, dots)] if dots else []
    return [Piece(40, y, title), *middle, Piece(360 - 5 * len(number), y, number)]


def text(*rows: str, y: float = 300) -> list[Piece]:
    return [Piece(40, y - 30 * index, row) for index, row in enumerate(rows)]


def read(*pages: list[Piece]) -> Content:
    return pdf_reader.read(document([page(pieces) for pieces in pages]), ReadOptions(), Watch())


def texts(content: Content) -> list[str]:
    return [paragraph.text for paragraph in content.paragraphs]


def tables(content: Content) -> int:
    return sum(x.number for x in content.left_out if x.kind is LeftOutKind.NAVIGATION)


def others(count: int) -> list[list[Piece]]:
    """So many more pages with a text."""
    return [text(row) for row in LATER[:count]]


def test_a_table_goes_with_its_title_and_its_parts() -> None:
    content = read(
        [
            Piece(40, 550, "Contents", 14),
            *entry(520, "1 The quay", "1", dots=""),
            *entry(506, "1.1 The ferry", "1"),
            *entry(492, "1.2 The tower", "2"),
            Piece(40, 478, "2 The guests of the summer that nobody"),
            *entry(464, "had awaited", "3"),
            *entry(440, "Index", "4", dots=""),
            *text(*TEXT),
        ],
        *others(3),
    )
    assert " ".join(texts(content)) == " ".join([*TEXT, *LATER[:3]])
    assert tables(content) == 1


def test_a_table_goes_on_over_pages_and_a_list_of_figures_may_follow() -> None:
    content = read(
        [Piece(40, 550, "Inhaltsverzeichnis", 14)]
        + [x for i in range(4) for x in entry(520 - 14 * i, f"Kapitel {i}", str(i // 2))],
        [x for i in range(4) for x in entry(550 - 14 * i, f"Teil {i}", str(2 + i // 2))]
        + [Piece(40, 470, "Abbildungsverzeichnis", 14), *entry(440, "Die Fähre", "2")],
        text(*TEXT),
        *others(2),
    )
    assert " ".join(texts(content)) == " ".join([*TEXT, *LATER[:2]])
    assert tables(content) == 2


@pytest.mark.parametrize(
    "numbers",
    [
        ("7", "4", "5", "6"),  # not growing: prices
        ("2", "3", "40", "120"),  # more than there are pages
        ("1.50", "2.20", "2.80", "3.10"),
        ("1", "2"),  # too few
    ],
)
def test_what_is_no_table_of_contents_stays(numbers: tuple[str, ...]) -> None:
    rows = [x for i, n in enumerate(numbers) for x in entry(520 - 14 * i, f"Soup {i}", n)]
    content = read([*rows, *text(*TEXT)], *others(4))
    found = " ".join(texts(content))
    assert all(f"Soup {index}" in found for index in range(len(numbers)))
    assert tables(content) == 0


def test_a_document_that_is_nothing_else_stays() -> None:
    content = read([x for i in range(4) for x in entry(520 - 14 * i, f"Part {i}", "1")])
    assert len(texts(content)) == 4
    assert tables(content) == 0


def test_a_table_in_one_of_two_columns_is_one() -> None:
    narrow = "Nobody on the quay looked up, as they"
    left = [
        Piece(40, 550, "Contents", 14),
        *(x for i in range(4) for x in column_entry(530 - 14 * i, f"Part {i}", str(i + 1))),
        *(Piece(40, 460 - 12 * i, narrow) for i in range(12)),
    ]
    right = [Piece(220, 550 - 12 * i, narrow) for i in range(20)]
    content = read(left + right, *others(3))
    assert " ".join(texts(content)) == " ".join([*[narrow] * 32, *LATER[:3]])
    assert tables(content) == 1


def column_entry(y: float, title: str, number: str) -> list[Piece]:
    """A line of a table in a narrow column."""
    return [Piece(40, y, title), Piece(90, y, ". " * 18), Piece(190, y, number)]


def test_below_its_title_a_table_needs_no_dots() -> None:
    content = read(
        [
            Piece(40, 550, "Contents", 14),
            *entry(520, "The quay", "1", dots=""),
            *entry(506, "The ferry", "2", dots=""),
            Piece(40, 492, "The guests of the summer that nobody"),
            *entry(478, "had awaited", "11", dots=""),
            *entry(464, "Index", "40", dots=""),
            *text(*TEXT),
        ],
        *others(2),
    )
    assert " ".join(texts(content)) == " ".join([*TEXT, *LATER[:2]])


def test_a_title_alone_makes_no_table() -> None:
    rows = [*entry(520, "Soup", "4", dots=""), *entry(506, "Fish", "3", dots="")]
    content = read([Piece(40, 550, "Contents", 14), *rows, *text(*TEXT)], *others(2))
    assert "Contents Soup" in " ".join(texts(content)).replace("\t", " ")

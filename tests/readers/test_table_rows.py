"""Rows of tables are read across where their cells are short: each is one paragraph."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from office_files import docx, flat_odt, texts

from variorum.engine import (
    Cell,
    Document,
    Emphasis,
    EmphasisKind,
    Span,
    Style,
    StyleKind,
    TextParagraph,
    compare,
    find_changes,
)
from variorum.readers import Kind, read_document
from variorum.readers.table_rows import LONGEST, with_rows_as_lines

Table = list[list[list[str]]]
"""The paragraphs of the cells of the rows."""


def as_docx(table: Table) -> list[str]:
    inner = _rows(table, "w:tr", "w:tc", "w:p><w:r><w:t")
    return texts(Kind.DOCX, docx(f"<w:tbl>{inner}</w:tbl>"))


def as_odt(table: Table) -> list[str]:
    inner = _rows(table, "table:table-row", "table:table-cell", "text:p")
    return texts(Kind.ODT, flat_odt(f"<table:table>{inner}</table:table>"))


def as_rtf(table: Table) -> list[str]:
    cells = (["\\pard\\intbl " + "\\par ".join(cell) + "\\cell " for cell in row] for row in table)
    body = "".join("".join(row) + "\\row " for row in cells)
    return texts(Kind.RTF, f"{{\\rtf1\\ansi {body}}}".encode())


def as_html(table: Table) -> list[str]:
    return texts(Kind.HTML, f"<table>{_rows(table, 'tr', 'td', 'p')}</table>".encode())


def _rows(table: Table, row_: str, cell_: str, paragraph: str) -> str:
    def cell(paragraphs: list[str]) -> str:
        return _in(cell_, "".join(_in(paragraph, text) for text in paragraphs))

    return "".join(_in(row_, "".join(map(cell, row))) for row in table)


def _in(tags: str, inner: str) -> str:
    closing = "".join(f"</{name}>" for name in reversed(tags.split("><")))
    return f"<{tags}>{inner}{closing}"


@pytest.mark.parametrize("read", [as_docx, as_odt, as_rtf, as_html])
def test_a_short_row_is_one_line_and_what_says_more_is_read_cell_by_cell(
    read: Callable[[Table], list[str]],
) -> None:
    long = "The ladder is let by the week. " * (LONGEST // 30)
    table = [
        [["Ladder"], ["piece"], ["4"]],
        [["Total"], [""], ["4"]],
        [[""], [""], ["5"]],
        [["One cell alone"]],
        [["Rope"], ["first", "second"]],
        [["Terms"], [long]],
    ]
    expected = ["Ladder \tpiece \t4", "Total \t \t4", "5", "One cell alone"]
    expected += ["Rope", "first", "second"]
    assert [text.strip() for text in read(table)] == [*expected, "Terms", long.strip()]


@pytest.mark.parametrize("read", [as_docx, as_odt, as_rtf, as_html])
def test_empty_cells_keep_their_places(read: Callable[[Table], list[str]]) -> None:
    table = [[[""], ["1841"], ["1842"]], [["Ships"], [""], ["9"]], [["Salt"], ["7"], [""]]]
    cells = [text.rstrip() for text in read(table)]
    assert cells == [" \t1841 \t1842", "Ships \t \t9", "Salt \t7"]
    rows = [TextParagraph(text, Style(StyleKind.TABLE_CELL)) for text in cells]
    document = Document.from_paragraphs(rows)
    assert document.text.split("\n\n") == cells
    assert document.paragraph_text(0) == "1841 \t1842"


def test_a_cell_that_reaches_over_columns_leaves_them_empty() -> None:
    row = "<tr><td colspan={}>Total</td><td>9</td></tr>"
    full = f"<tr>{'<td>.' * 41}</tr>"
    for said, gap in (("2", 2), ("'0'", 1), ("no", 1), ("9" * 5000, 40)):
        _, body = texts(Kind.HTML, f"<table>{full}{row.format(said)}</table>".encode())
        assert body == "Total" + gap * " \t" + "9"


def test_emphasis_goes_along_and_notes_follow_the_row() -> None:
    def cell(text: str, number: int, *kinds: EmphasisKind) -> TextParagraph:
        emphasis = tuple(Emphasis(Span(0, len(text)), kind) for kind in kinds)
        return TextParagraph(text, Style(StyleKind.TABLE_CELL), emphasis, Cell(1, number))

    note = TextParagraph("By weight.", Style(StyleKind.FOOTNOTE), (), Cell(1, 1))
    row = [cell("Tar", 1), note, cell("90", 2, EmphasisKind.BOLD)]
    line, after = with_rows_as_lines(row)
    assert line.text == "Tar \t90"
    assert line.emphasis == (Emphasis(Span(5, 7), EmphasisKind.BOLD),)
    assert after == note._replace(cell=None)


def test_a_row_with_a_heading_is_read_cell_by_cell() -> None:
    page = b"<table><tr><td><h2>Part one</h2><td>Of the harbour.</table>"
    assert texts(Kind.HTML, page) == ["Part one", "Of the harbour."]


def test_a_table_in_a_cell_is_read_by_its_own_rows() -> None:
    inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    page = f"<table><tr><td>Keys{inner}<td>two<tr><td>e<td>f</table>".encode()
    assert texts(Kind.HTML, page) == ["Keys", "a \tb", "c \td", "two", "e \tf"]


def test_another_price_is_an_edit_of_its_row(tmp_path: Path) -> None:
    def page(price: str) -> Document:
        cells = [["Rope", "12", "€ 3.20"], ["Tar", "12", price], ["Total", "24", "€ 9.90"]]
        rows = "".join("<tr>" + "".join(f"<td>{c}" for c in row) for row in cells)
        path = tmp_path / "list.html"
        path.write_text(f"<table>{rows}</table>", encoding="utf-8")
        return read_document(path).document

    comparison = compare(page("€ 6.70"), page("€ 7.10"))
    (change,) = find_changes(comparison)
    assert change.kind == "edited"

"""Cells that reach over several columns or rows leave the others in their columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from known_texts import DOCUMENTS
from office_files import docx, flat_odt, texts

from variorum.engine import compare, find_changes
from variorum.readers import Kind, read_document

TABLES = DOCUMENTS / "tables"
FORMATS = ("html", "docx", "odt", "rtf")


def lines(path: Path) -> list[str]:
    """The paragraphs of a file, the white space before a row with them."""
    text = read_document(path).document.text
    return [line for line in text.split("\n") if line]


def html(rows: str) -> list[str]:
    return texts(Kind.HTML, f"<table>{rows}</table>".encode())


def odt(columns: str, rows: str, styles: str = "") -> list[str]:
    table = f"<table:table>{columns}{rows}</table:table>"
    return texts(Kind.ODT, flat_odt(table, styles))


def odt_cell(text: str, **spanned: int) -> str:
    said = "".join(f' table:number-{name}-spanned="{count}"' for name, count in spanned.items())
    return f"<table:table-cell{said}><text:p>{text}</text:p></table:table-cell>"


def odt_row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def word_table(widths: list[int], *rows: str) -> list[str]:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return texts(Kind.DOCX, docx(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"))


def word_cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def word_row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def rtf(body: str) -> list[str]:
    return texts(Kind.RTF, f"{{\\rtf1\\ansi {body}}}".encode())


def rtf_row(ends: list[str], *cells: str) -> str:
    inner = "".join(f"\\pard\\intbl {cell}\\cell" for cell in cells)
    return f"\\trowd{''.join(ends)}{inner}\\row "


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_cells_of_real_documents_are_in_their_columns(suffix: str) -> None:
    expected = (TABLES / "ferries.txt").read_text(encoding="utf-8").splitlines()
    assert lines(TABLES / f"ferries.{suffix}") == [row.replace(" | ", " \t") for row in expected]


@pytest.mark.parametrize("suffix", FORMATS[1:])
def test_one_table_in_two_formats_is_the_same(suffix: str) -> None:
    documents = [read_document(TABLES / f"ferries.{each}").document for each in ("html", suffix)]
    assert not find_changes(compare(*documents))


def test_rows_of_a_page_that_cells_reach_down_into() -> None:
    full = "<tr><td>a<td>b<td>c"
    rows = "<tr><td rowspan=0>x<td>1<td rowspan=2>y<tr><td>2<tr><td>3<td>z"
    assert html(full + rows) == ["a \tb \tc", "x \t1 \ty", " \t2", " \t3 \tz"]
    groups = f"<tbody>{full}<tr><td rowspan=9>x<td>1<td>2<tr><td>3<tbody><tr><td>d<td>e<td>f"
    assert html(groups) == ["a \tb \tc", "x \t1 \t2", " \t3", "d \te \tf"]


def test_a_column_in_which_no_cell_begins_is_none() -> None:
    assert html("<tr><td colspan=4>a<td>b<tr><td colspan=2>c<td colspan=2>d<td>e") == [
        "a \t \tb",
        "c \td \te",
    ]


@pytest.mark.parametrize("first", ["rowspan=99999999", "rowspan=65534 colspan=1000"])
def test_a_cell_that_reaches_over_a_whole_page_costs_little(first: str) -> None:
    rows = f"<tr>{f'<td {first}>x' * 300}" + "<tr><td>y" * 2000
    assert html(rows)[-1].strip() == "y"


def test_borders_that_were_moved_a_little_part_no_columns() -> None:
    straight, crooked = ("Rope", "12", "3.20"), ("Tar", "9", "6.70")
    expected = [" \t".join(straight), " \t".join(crooked), "Total \t \t9.90"]

    widths = [2000, 60, 1940, 60, 1900]
    word = [
        word_row(*(word_cell(t, span(n)) for t, n in zip(straight, (1, 2, 2), strict=True))),
        word_row(*(word_cell(t, span(n)) for t, n in zip(crooked, (2, 2, 1), strict=True))),
        word_row(word_cell("Total", span(4)), word_cell("9.90")),
    ]
    assert word_table(widths, *word) == expected

    ends = [["2000", "4000", "5960"], ["2060", "4060", "5960"], ["4060", "5960"]]
    rows = [[f"\\cellx{end}" for end in row] for row in ends]
    body = rtf_row(rows[0], *straight) + rtf_row(rows[1], *crooked)
    assert rtf(body + rtf_row(rows[2], "Total", "9.90")) == expected

    styles = "".join(
        f'<style:style style:name="c{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width / 1440:.4f}in"/></style:style>'
        for width in widths
    )
    columns = "".join(f'<table:table-column table:style-name="c{width}"/>' for width in widths)
    covered = "<table:covered-table-cell/>"
    spans = ((straight, (1, 2, 2)), (crooked, (2, 2, 1)), (("Total", "9.90"), (4, 1)))
    open_rows = [
        odt_row(*(odt_cell(t, columns=n) + covered * (n - 1) for t, n in zip(*row, strict=True)))
        for row in spans
    ]
    assert odt(columns, "".join(open_rows), styles) == expected


def test_narrow_columns_of_one_row_stay_apart() -> None:
    ticks = [f"\\cellx{end}" for end in (100, 200, 300, 3000)]
    assert rtf(rtf_row(ticks, "x", "", "x", "Rope") + rtf_row(ticks, "", "x", "x", "Tar")) == [
        "x \t \tx \tRope",
        " \tx \tx \tTar",
    ]


def test_a_table_of_word_that_does_not_say_how_wide_its_columns_are() -> None:
    rows = [
        word_row(*(word_cell(text) for text in "abc")),
        word_row(word_cell("d", span(2)), word_cell("e")),
        word_row(word_cell("f"), properties='<w:gridBefore w:val="2"/>'),
        word_row(word_cell("g"), word_cell("h"), properties='<w:gridBefore w:val="1"/>'),
    ]
    expected = ["a \tb \tc", "d \t \te", "f", " \tg \th"]
    assert word_table([], *rows) == expected
    assert word_table([0, 0, 0], *rows) == expected


def test_a_cell_that_goes_on_from_above_keeps_its_place_before_a_single_one() -> None:
    first = word_row(word_cell("North", '<w:vMerge w:val="restart"/>'), word_cell("Alder"))
    goes_on = word_row(word_cell("", "<w:vMerge/>"), word_cell("Birch"))
    alone = word_row(word_cell(""), word_cell("Cedar"))
    assert word_table([900, 900], first, goes_on, alone) == ["North \tAlder", " \tBirch", "Cedar"]


def test_open_documents_whose_covered_or_empty_cells_say_nothing() -> None:
    full = odt_row(*map(odt_cell, "abcd"))
    bare = odt_row(odt_cell("e", columns=2), odt_cell("f", rows=2), odt_cell("g"))
    below = odt_row(*map(odt_cell, "hij"))
    assert odt("", full + bare + below) == ["a \tb \tc \td", "e \t \tf \tg", "h \ti \t \tj"]
    empty = '<table:table-cell table:number-columns-repeated="2"/>'
    hidden = "<table:covered-table-cell><text:p>old</text:p></table:covered-table-cell>"
    rows = odt_row(odt_cell("k"), empty, odt_cell("l")) + odt_row(odt_cell("m"), hidden * 2)
    assert odt("", full + rows) == ["a \tb \tc \td", "k \t \t \tl", "m"]


def test_a_row_of_rtf_may_say_what_it_looks_like_behind_its_cells() -> None:
    wide = ["\\trleft-108", "\\cellx2000", "\\cellx4000", "\\cellx6000"]
    full = rtf_row(wide, "a", "b", "c")
    behind = "\\pard\\intbl d\\cell e\\cell{\\trowd\\cellx4000\\cellx6000\\row}"
    reached = "{\\trowd\\clvmrg\\cellx2000\\cellx6000\\row}"
    body = f"{full}{behind}\\pard\\intbl\\cell f\\cell{reached}\\pard after\\par"
    assert rtf(body) == ["a \tb \tc", "d \t \te", " \tf", "after"]


def test_tables_of_rtf_in_cells_are_read_by_their_own_rows() -> None:
    props = "{\\*\\nesttableprops\\trowd\\cellx700\\cellx1400\\nestrow}{\\nonesttables\\par}"
    inner = f"\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{props}"
    outer = ["\\cellx2000", "\\cellx4000", "\\cellx6000"]
    row = (
        f"\\trowd{''.join(outer)}\\pard\\intbl a\\par {inner}\\pard\\intbl b\\cell c\\cell d\\cell"
    )
    assert rtf(f"{row}\\row {rtf_row(outer, 'e', '', 'f')}") == [
        "a",
        "x \ty",
        "b \tc \td",
        "e \t \tf",
    ]

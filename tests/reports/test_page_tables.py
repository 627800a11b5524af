"""Rows of tables on the page: a line each, and what changed in a cell marked by itself."""

from __future__ import annotations

from test_page_tools import choose_view
from visits import Open

from variorum.engine import Document, Style, StyleKind, TextParagraph, compare
from variorum.readers import Source
from variorum.reports.annotated_html import render

LEFT = ("Item \tMetres \tPrice", "Rope, tarred \t240 \t€ 3.20", "Sailcloth \t12 \t€ 9.00")
RIGHT = ("Item \tMetres \tPrice", "Rope, tarred \t260 \t€ 3.35", "Sailcloth \t12 \t€ 9.00")


def page_of_rows() -> str:
    left, right = (
        Document.from_paragraphs(TextParagraph(row, Style(StyleKind.TABLE_CELL)) for row in rows)
        for rows in (LEFT, RIGHT)
    )
    sources = Source.from_text("", "left.docx"), Source.from_text("", "right.docx")
    return "".join(render(compare(left, right), *sources))


def test_each_cell_has_its_own_mark(open_page: Open) -> None:
    visit = open_page(page_of_rows())
    assert visit.page.locator(".b > .l del").all_text_contents() == ["240", "€ 3.20"]
    assert visit.page.locator(".b > .r ins").all_text_contents() == ["260", "€ 3.35"]
    choose_view(visit.page, "inline")
    pairs = visit.page.locator(".i :is(del, ins)").all_text_contents()
    assert pairs == ["240", "260", "€ 3.20", "€ 3.35"]
    assert visit.complaints == []


HEIGHTS = """all => all.map(p => {
    const { paddingTop, paddingBottom, lineHeight } = getComputedStyle(p);
    const height = p.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
    return Math.round(height / parseFloat(lineHeight));
})"""
"""In lines."""


def test_a_short_row_is_one_line(open_page: Open) -> None:
    page = open_page(page_of_rows()).page
    assert page.eval_on_selector_all(".b > .l > p", HEIGHTS) == [1, 1, 1]

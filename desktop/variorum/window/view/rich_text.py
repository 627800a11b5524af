"""A selection as rich text: its words with the marks that they have in the pane.

Imports the marks and the light theme; knows no widgets. Positions are code points of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby, pairwise
from typing import Final

from variorum.engine import CELL_BREAK, Document, EmphasisKind, RowKind, Side, Span, StyleKind
from variorum.reports.marks import Marks, ParagraphMarks
from variorum.reports.page.direction import direction
from variorum.window.theme import Theme, make_theme
from variorum.window.view.table_stops import cells_before

_LINES: Final = {Side.LEFT: "dotted", Side.RIGHT: "solid"}
_MOVED: Final = "wavy"
"""The lines under what only one text has and under what moved, as on paper."""

_SET_IN: Final = frozenset({StyleKind.LIST_ITEM, StyleKind.QUOTATION})
"""Paragraphs that begin further in, as in the pane."""

_INDENT: Final = "18pt"
"""Word processors know no `em` here."""

_EMPHASIS: Final = {
    EmphasisKind.ITALIC: "i",
    EmphasisKind.BOLD: "b",
    EmphasisKind.UNDERLINE: "u",
    EmphasisKind.STRIKE: "s",
    EmphasisKind.SUPERSCRIPT: "sup",
    EmphasisKind.SUBSCRIPT: "sub",
    EmphasisKind.CODE: "code",
}


def marked_html(marks: Marks, side: Side, span: Span) -> str:
    """A stretch of a text as HTML, edits and lone sentences on their colours.

    They have their lines, too, for who does not see colours; programs that know one line alone, as
    most word processors do, take that. Headings, emphasis and rows of tables stay what they are.
    """
    theme = make_theme(dark=False)
    document = marks.comparison.document(side)
    parts = (
        _Part(marks.paragraph(side, index), document, side, span, theme)
        for index, paragraph in enumerate(document.paragraphs)
        if paragraph.span.start < span.end and paragraph.span.end > span.start
    )
    out: list[str] = []
    for is_table, group in groupby(parts, lambda part: part.is_of_row):
        found = list(group)
        if is_table and (len(found) > 1 or found[0].has_several_cells):
            out.append(_table(found))
        else:
            out += (part.paragraph() for part in found)
    return "".join(out)


def _table(rows: Sequence[_Part]) -> str:
    """Rows that follow each other; its first column is at the right if most of them begin there."""
    leftwards = 2 * sum(row.from_the_right for row in rows) > len(rows)
    way = ' dir="rtl"' if leftwards else ""
    inner = "".join(row.row(alone=len(rows) == 1) for row in rows)
    return f'<table border="1"{way} style="border-collapse:collapse">{inner}</table>'


class _Part:
    """What of a paragraph lies in a stretch of its text."""

    def __init__(
        self, found: ParagraphMarks, document: Document, side: Side, span: Span, theme: Theme
    ) -> None:
        self._found = found
        self._text = document.text
        self._theme = theme
        self._grounds = _grounds(found, side, theme)
        whole = found.paragraph.span
        self._span = Span(max(span.start, whole.start), min(span.end, whole.end))
        self._before = cells_before(document, found.index, self._span.start)
        """How many cells of the row, if it is one, stand before what is copied of it."""
        # Word processors have no other sign of it, and set it from the left all the same.
        self.from_the_right = direction(document.text, *whole) == "rtl"
        """It runs from right to left."""
        self._direction = ' dir="rtl" style="text-align:right"' if self.from_the_right else ""

    @property
    def is_of_row(self) -> bool:
        """Whether it is something of a row of a table that has several cells."""
        is_cell = self._found.paragraph.style.kind is StyleKind.TABLE_CELL
        return is_cell and (self._before > 0 or self.has_several_cells)

    @property
    def has_several_cells(self) -> bool:
        """Whether it says something of more than one cell."""
        return CELL_BREAK in self._text[slice(*self._span)]

    def row(self, *, alone: bool) -> str:
        """As a row of a table.

        Args:
            alone: no other row stands above or below it, whose columns its cells were to keep.
        """
        cells = [] if alone else ["<td></td>"] * self._before
        at = self._span.start
        for cell in self._text[slice(*self._span)].split(CELL_BREAK):
            span = Span(at, at + len(cell.rstrip(" ")))
            cells.append(f"<td{self._direction}>{''.join(self._pieces(span))}</td>")
            at += len(cell) + len(CELL_BREAK)
        return f"<tr>{''.join(cells)}</tr>"

    def paragraph(self) -> str:
        """As a paragraph, or as a heading if it is all of one."""
        kind, level = self._found.paragraph.style
        is_heading = kind is StyleKind.HEADING and self._span == self._found.paragraph.span
        tag = f"h{max(1, min(level, 6))}" if is_heading else "p"
        look = self._set_in() if kind in _SET_IN else self._direction
        return f"<{tag}{look}>{''.join(self._pieces(self._span))}</{tag}>"

    def _set_in(self) -> str:
        if self.from_the_right:
            return f' dir="rtl" style="text-align:right;margin-right:{_INDENT}"'
        return f' style="margin-left:{_INDENT}"'

    def _pieces(self, span: Span) -> Iterator[str]:
        start, end = span
        emphasis = self._found.paragraph.emphasis
        covers: Sequence[Span] = [*(s for s, _ in self._grounds), *(s for s, _ in emphasis)]
        inner = {at for cover in covers for at in cover if start < at < end}
        for a, b in pairwise(sorted({start, end} | inner)):
            words = escape(self._text[a:b]).replace("\n", "<br>")
            for tag in (_EMPHASIS[kind] for s, kind in emphasis if s.start <= a < s.end):
                words = f"<{tag}>{words}</{tag}>"
            look = next((look for s, look in self._grounds if s.start <= a < s.end), None)
            colour = f"color:{self._theme.text}"
            yield f'<span style="{look};{colour}">{words}</span>' if look else words


def _grounds(found: ParagraphMarks, side: Side, theme: Theme) -> list[tuple[Span, str]]:
    """What is coloured and underlined how; the first that covers a place wins."""

    def look(colour: str, move: int | None) -> str:
        line = _LINES[side] if move is None else _MOVED
        # In one, a line and its look are dropped by WebKit.
        underline = f"text-decoration:underline;text-decoration-style:{line}"
        return f"background-color:{colour};{underline}"

    own = theme.side(side)
    inks = [own if e.move is None else theme.moved for e in found.edits]
    letters = [
        (e.letters, look(ink.strong, e.move))
        for e, ink in zip(found.edits, inks, strict=True)
        if e.letters is not None
    ]
    edits = [(e.span, look(ink.mark, e.move)) for e, ink in zip(found.edits, inks, strict=True)]
    lone = [
        (s.span, look((own if s.move is None else theme.moved).wash, s.move))
        for s in found.sentences
        if s.kind in (RowKind.MISSING, RowKind.NEW)
    ]
    # After all that has a ground, which says more.
    dashes = f"text-decoration-style:dashed;text-decoration-color:{theme.formatted.pen}"
    looks = [(f.span, f"text-decoration:underline;{dashes}") for f in found.formats]
    return letters + edits + looks + lone

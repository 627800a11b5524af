"""Rows of tables whose cells are short -> one paragraph each, as they are read across.

Imports the engine's public names and the standard library. A price and what it is the price of
belong together: each by itself, neither is told from its like in another row, and a table is a
column of words that nobody reads.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from variorum.engine import CELL_BREAK, Emphasis, Span, StyleKind, TextParagraph

LONGEST: Final = 240
"""In code points: a row that says more is read cell by cell; four lines of a column are less."""

BETWEEN: Final = f" {CELL_BREAK}"
"""What stands between two cells: a tab, as in text that is copied from a table, and a space, since
a tab alone is next to nothing where a cell ends just before its place."""


def with_rows_as_lines(paragraphs: Iterable[TextParagraph]) -> tuple[TextParagraph, ...]:
    """The paragraphs of a file, short rows of its tables as one paragraph each."""
    out: list[TextParagraph] = []
    for row, group in groupby(paragraphs, _row):
        found = list(group)
        out += found if row is None else _as_line(found)
    return tuple(out)


def _row(paragraph: TextParagraph) -> int | None:
    return paragraph.cell.row if paragraph.cell is not None else None


def _as_line(row: list[TextParagraph]) -> list[TextParagraph]:
    """A row as one paragraph with the notes behind it; as it is where its cells are no words."""
    cells = [each for each in row if each.style.kind is StyleKind.TABLE_CELL]
    notes = [each for each in row if each.style.kind is StyleKind.FOOTNOTE]
    told = [each._replace(cell=None) for each in row]
    if not cells or len(cells) + len(notes) < len(row) or not _is_short(cells):
        return told
    emphasis: list[Emphasis] = []
    text = ""
    places = [each.cell for each in cells if each.cell is not None]
    numbers = [place.number for place in places]
    before = [1 if len(cells) > 1 or places[0].is_below else numbers[0], *numbers]
    for cell, last, number in zip(cells, before, numbers, strict=False):
        # An empty cell keeps its place, or what follows stood in its column.
        text += BETWEEN * (number - last)
        at = len(text)
        emphasis += (Emphasis(Span(s.start + at, s.end + at), kind) for s, kind in cell.emphasis)
        text += cell.text
    line = TextParagraph(text, cells[0].style, tuple(emphasis))
    return [line, *(note._replace(cell=None) for note in notes)]


def _is_short(cells: list[TextParagraph]) -> bool:
    """Whether each cell is one line, and all of them together are not long."""
    numbers = {each.cell for each in cells}
    return (
        len(numbers) == len(cells)
        and not any("\n" in each.text for each in cells)
        and sum(len(each.text) for each in cells) <= LONGEST
    )

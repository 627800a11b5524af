"""About how many lines the rows of tables take, without setting them.

Imports the plans of tables and the widths of letters. What a plain paragraph fills says little of
a row: the cell that has most to say decides, in a column of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from variorum.engine import CELL_BREAK, Document, StyleKind
from variorum.window.view.table_stops import RowPlan, TableStops, Way, empty_cells
from variorum.window.view.typography import Fill, Look

MOST: Final = 400
"""So many rows of a text are looked at, from all of it; the others are taken to be as these are."""


class RowLines(NamedTuple):
    """A row of a table, and how much room it takes."""

    paragraph: int
    characters: int
    lines: float


def row_lines(
    document: Document, stops: TableStops, look: Look, fill: Fill, width: int
) -> list[RowLines]:
    """The rows of all tables in a text.

    Args:
        document: the text.
        stops: its tables.
        look: of the cells.
        fill: how its letters fill lines.
        width: of the lines.
    """
    if CELL_BREAK not in document.text:
        return []
    paragraphs = document.paragraphs
    rows = [
        number
        for number, paragraph in enumerate(paragraphs)
        if paragraph.style.kind is StyleKind.TABLE_CELL
    ]
    estimates = _Estimates(document, stops, look, fill, width)
    known = {row: estimates.lines(row) for row in rows[:: 1 + len(rows) // MOST]}
    characters = sum(paragraphs[row].span.length for row in known)
    each = sum(known.values()) / max(1, characters)
    out: list[RowLines] = []
    for row in rows:
        length = paragraphs[row].span.length
        lines = known.get(row)
        out.append(RowLines(row, length, max(1.0, length * each) if lines is None else lines))
    return out


class _Estimates:
    """Says of single rows how many lines they take."""

    def __init__(
        self, document: Document, stops: TableStops, look: Look, fill: Fill, width: int
    ) -> None:
        self._document = document
        self._stops = stops
        self._look = look
        self._fill = fill
        self._width = width

    def lines(self, row: int) -> int:
        """Those of a row, which a plan need not know."""
        start, end = self._document.paragraphs[row].span
        text = self._document.text
        plan = self._stops.of(row, self._look.font)
        if plan is None:
            return self._fill.lines(end - start, self._width)
        if plan.way is Way.TABS:
            return 1
        skipped = empty_cells(text, start)
        cells = [""] * skipped + text[start:end].split(CELL_BREAK)
        if plan.way is Way.COLUMNS and len(cells) <= len(plan.columns):
            return max(self._in_columns(cells, plan))
        return max(1, sum(self._stacked(cells)))

    def _in_columns(self, cells: list[str], plan: RowPlan) -> Iterator[int]:
        for number, cell in enumerate(cells, 1):
            column = plan.columns[number - 1]
            if plan.fits[number - 1]:
                yield 1
            else:
                end = self._width if number == len(cells) else column.end
                yield self._fill.lines(len(cell), end - column.start)

    def _stacked(self, cells: list[str]) -> Iterator[int]:
        """Those of the cells of a row one below the other."""
        indent = min(self._look.line_height, self._width // 4)
        for number, cell in enumerate(cells):
            if cell.strip():
                yield self._fill.lines(len(cell), self._width - (indent if number else 0))

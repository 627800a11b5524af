"""The cells of tables in an OpenDocument: which row and column each begins in.

Imports the engine's public names and this room. What a cell reaches over stands in its place as a
covered cell. All cells are to be told of, in order: those without a paragraph, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, repeat
from typing import Final
from xml.etree.ElementTree import Element

from variorum.engine import Cell
from variorum.readers.markup import Names
from variorum.readers.odt_styles import Styles, get
from variorum.readers.open_rows import Grid, OpenRow, OpenRows
from variorum.readers.table_columns import Tables

MOST: Final = 1000
"""So many columns or rows are believed of one element."""

CELL: Final = "table:table-cell"
COVERED: Final = "table:covered-table-cell"
CELLS: Final = frozenset({CELL, COVERED})


class OdtRows(OpenRows):
    """The rows that are open in an OpenDocument."""

    def __init__(self, names: Names, tables: Tables, styles: Styles) -> None:
        """None is.

        Args:
            names: how elements are called.
            tables: those of the file.
            styles: they have the widths of columns.
        """
        super().__init__(names, tables)
        self._styles = styles

    def enter(self, ancestors: Sequence[Element]) -> Cell | None:
        """The cell that a paragraph stands in, or that ends with nothing in it, if any."""
        tables: list[Element] = []
        rows: list[Element] = []
        cell: Element | None = None
        for ancestor in ancestors:
            name = self._names[ancestor.tag]
            if name == "table:table":
                tables.append(ancestor)
            elif name == "table:table-row":
                rows.append(ancestor)
            elif name in CELLS:
                cell = ancestor
        if cell is None or not rows or len(tables) != len(rows):
            return None
        row = self._open(tables, rows)
        if row.element is not cell:
            self._begin(row, cell)
        return row.cell

    def _begin(self, row: OpenRow, cell: Element) -> None:
        columns = _number(cell, "number-columns-repeated")
        if self._names[cell.tag] == COVERED:
            row.skip(columns, is_below=True)
            row.element, row.cell = cell, None
        else:
            # Not all programs write what is covered.
            row.skip_what_is_taken()
            row.begin(cell, columns)
            wide = max(columns, _number(cell, "number-columns-spanned"))
            row.reach(wide, _number(cell, "number-rows-spanned"))

    def _grid(self, table: Element) -> Grid:
        return Grid(list(islice(self._widths(table), MOST)))

    def _widths(self, table: Element) -> Iterator[int]:
        for each in table.iter():
            if self._names[each.tag] == "table:table-column":
                width = self._styles.width_of_column(get(each, "table", "style-name"))
                yield from repeat(width, _number(each, "number-columns-repeated"))


def _number(element: Element, name: str) -> int:
    """How many columns, cells or rows an element says that it stands for."""
    said = get(element, "table", name) or ""
    return max(1, min(int(said[:5]), MOST)) if said.isascii() and said.isdigit() else 1

"""The cells of tables in a DOCX: which row and column each begins in.

Imports the engine's public names and this room. A `w:tc` says how many columns of its table's grid
it takes; one that goes on from the row above is there, and empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.etree.ElementTree import Element

from variorum.engine import Cell
from variorum.readers.docx_styles import child, number, value
from variorum.readers.open_rows import Grid, OpenRow, OpenRows

MOST: Final = 63
"""So many columns a table of Word has at most."""


class DocxRows(OpenRows):
    """The rows that are open in a DOCX."""

    def enter(self, ancestors: Sequence[Element]) -> Cell | None:
        """The cell that a paragraph stands in, if any."""
        tables: list[Element] = []
        rows: list[Element] = []
        cell: Element | None = None
        for ancestor in ancestors:
            match self._names[ancestor.tag]:
                case "w:tbl":
                    tables.append(ancestor)
                case "w:tr":
                    rows.append(ancestor)
                case "w:tc":
                    cell = ancestor
        if cell is None or not rows or len(tables) != len(rows):
            return None
        row = self._open(tables, rows)
        if row.element is not cell:
            self._begin(row, rows[-1], cell)
        return row.cell

    def _begin(self, row: OpenRow, element: Element, cell: Element) -> None:
        if row.element is None:
            row.skip(self._columns(child(element, "w:trPr", self._names), "w:gridBefore", 0))
        properties = child(cell, "w:tcPr", self._names)
        merged = child(properties, "w:vMerge", self._names)
        goes_on = merged is not None and value(merged) != "restart"
        row.begin(cell, self._columns(properties, "w:gridSpan", 1), is_below=goes_on)

    def _columns(self, properties: Element | None, name: str, usual: int) -> int:
        said = number(value(child(properties, name, self._names)))
        return usual if said is None else max(usual, min(said, MOST))

    def _grid(self, table: Element) -> Grid:
        declared = child(table, "w:tblGrid", self._names)
        columns = () if declared is None else declared
        return Grid([number(value(column, "w")) or 0 for column in columns])

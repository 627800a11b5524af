"""The cells of HTML tables: which row and column each begins in.

Imports the engine's public names, the meaning of attributes and this room's columns. Cells that
reach over several rows push those of the rows below aside, which only say their order.
"""

from __future__ import annotations

from variorum.engine import Cell
from variorum.readers.html_elements import Attributes, columns_spanned, rows_spanned
from variorum.readers.table_columns import Columns, Reaching, Tables


class OpenTable:
    """A table that is being read."""

    def __init__(self, tables: Tables) -> None:
        """It has no row yet.

        Args:
            tables: those of the page.
        """
        self._tables = tables
        self._columns = Columns()
        self._row = 0
        """The number of the row that is open, through the page; 0: none."""
        self._rows = 0
        """How many rows of this table have begun."""
        self._next = 0
        """The column, from 0, that the next cell begins in, if no cell from above is there."""
        self._reaching = Reaching()

    def begin_group(self) -> None:
        """A head, body or foot of the table begins; no cell reaches from one into another."""
        self._reaching.clear()

    def begin_row(self) -> None:
        """A row begins."""
        self._row = self._tables.row(self._columns)
        self._rows += 1
        self._next = 0
        if self._reaching.is_in(0, self._rows):
            self._columns.reach(self._row)

    def end_row(self) -> None:
        """The row ends."""
        self._row = 0

    def begin_cell(self, attributes: Attributes) -> Cell | None:
        """A cell begins in the open row; None if there is no row."""
        if not self._row:
            return None
        start = self._next
        while self._reaching.is_in(start, self._rows):
            start += 1
        columns, rows = columns_spanned(attributes), rows_spanned(attributes)
        self._next = start + columns
        if rows > 1:
            self._reaching.add(range(start, self._next), self._rows + rows - 1)
        return Cell(self._row, self._columns.add(self._row, start))

"""The rows of tables that are being read in XML, whose cells say how many columns they take.

Imports the engine's public names and this room's columns.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from xml.etree.ElementTree import Element

from variorum.engine import Cell
from variorum.readers.markup import Names
from variorum.readers.table_columns import MISALIGNED, Columns, Reaching, Tables


class Grid:
    """The columns that a table declares: its cells take one of them, or several."""

    def __init__(self, widths: Sequence[int]) -> None:
        """Take what the table says.

        Args:
            widths: of its columns, in twentieths of a point; empty: it does not say.
        """
        # A width of nothing would make two cells begin in one place.
        self._starts = [0, *accumulate(max(1, width) for width in widths)]
        self._usual = 20 * MISALIGNED
        self.columns = Columns(MISALIGNED)
        """Where cells begin in it."""
        self.reaching = Reaching()
        """Those that reach down into other rows."""
        self.rows = 0
        """How many have begun."""

    def start(self, column: int) -> int:
        """Where a column begins.

        Args:
            column: its number, from 0; there may be more than the table declares.
        """
        further = max(0, column + 1 - len(self._starts))
        return self._starts[column - further] + further * self._usual


@dataclass(slots=True)
class OpenRow:
    """A row as its cells begin."""

    grid: Grid
    number: int
    """Counted through the file, from 1."""
    place: int
    """Counted through its table, from 1."""
    begun: int = 0
    """The column, from 0, that the last cell began in."""
    at: int = 0
    """How many columns are taken."""
    element: Element | None = None
    """The cell that is being read."""
    cell: Cell | None = None
    taken: int = 0
    """As far as this column the cells in it reach."""

    def skip(self, columns: int, *, is_below: bool = False) -> None:
        """Leave columns out.

        Args:
            columns: how many.
            is_below: a cell of a row above is there.
        """
        if is_below and not self.at:
            self.grid.columns.reach(self.number)
        self.at += columns

    def begin(self, element: Element, columns: int, *, is_below: bool = False) -> None:
        """A cell begins.

        Args:
            element: the cell.
            columns: how many it takes.
            is_below: a cell of a row above is in its place.
        """
        self.begun = self.at
        number = self.grid.columns.add(self.number, self.grid.start(self.at))
        self.skip(columns, is_below=is_below)
        self.element, self.cell = element, Cell(self.number, number)

    def skip_what_is_taken(self) -> None:
        """Leave out the columns that a cell of this row or one of a row above reaches over."""
        self.at = max(self.at, self.taken)
        while self.grid.reaching.is_in(self.at, self.place):
            self.skip(1, is_below=True)

    def reach(self, columns: int, rows: int) -> None:
        """Say how far the cell that has begun last reaches.

        Args:
            columns: over how many, with its own.
            rows: over how many, with this one.
        """
        start = self.begun
        self.taken = start + columns
        if rows > 1:
            self.grid.reaching.add(range(start, self.taken), self.place + rows - 1)


class OpenRows(ABC):
    """The rows that are open, one in another; what elements mean is the format's."""

    def __init__(self, names: Names, tables: Tables) -> None:
        """None is.

        Args:
            names: how elements are called.
            tables: those of the file.
        """
        self._names = names
        self._tables = tables
        self._grids: dict[Element, Grid] = {}
        self._rows: dict[Element, OpenRow] = {}

    @abstractmethod
    def enter(self, ancestors: Sequence[Element]) -> Cell | None:
        """The cell that a paragraph stands in, if any.

        Args:
            ancestors: what the paragraph stands in, from the root on.
        """

    @abstractmethod
    def _grid(self, table: Element) -> Grid:
        """What a table declares of its columns."""

    def _open(self, tables: Sequence[Element], rows: Sequence[Element]) -> OpenRow:
        """The innermost of the rows that are open now.

        Args:
            tables: those that are open, each with a row of its own.
            rows: these.
        """
        row = self._rows.get(rows[-1])
        if row is None:
            # What has ended is let go of: its elements are the file's.
            grids, self._grids = self._grids, {}
            for table in tables:
                self._grids[table] = grids.get(table) or self._grid(table)
            self._rows = {each: self._rows[each] for each in rows if each in self._rows}
            grid = self._grids[tables[-1]]
            grid.rows += 1
            row = OpenRow(grid, self._tables.row(grid.columns), grid.rows)
            self._rows[rows[-1]] = row
        return row

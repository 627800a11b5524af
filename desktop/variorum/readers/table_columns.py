"""Which column of its table each cell begins in, the same for all formats.

Imports the engine's public names and the standard library. A cell may reach over several columns
and rows, and a file says so in its own way: some count columns, some give distances, some leave out
what is reached over. A column is where a cell begins in any row, so that all of them agree.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from variorum.engine import Cell, TextParagraph

MISALIGNED: Final = 200
"""In twentieths of a point: cells of several rows that begin so near to each other were meant to
begin in one column; their border was moved by hand. No word has room in less."""


MOST_REACHED: Final = 100
"""In so many columns, from the first on, cells may reach down: a row looks at each of them."""


class Reaching:
    """The cells of one table that reach down into rows below."""

    def __init__(self) -> None:
        """There is none."""
        self._last: dict[int, int] = {}

    def add(self, columns: range, last: int) -> None:
        """A cell reaches down.

        Args:
            columns: those that it takes.
            last: the number of the last row of this table that it is in.
        """
        self._last.update((column, last) for column in columns if column < MOST_REACHED)

    def is_in(self, column: int, row: int) -> bool:
        """Whether a cell from above is in a column of a row of this table."""
        return self._last.get(column, 0) >= row

    def clear(self) -> None:
        """All of them end."""
        self._last.clear()


class Columns:
    """The columns of one table, as its rows tell of them."""

    def __init__(self, near: int = 0) -> None:
        """Know of none.

        Args:
            near: cells of several rows that begin nearer to each other begin in one column.
        """
        self._near = near
        self._starts: dict[int, list[int]] = {}
        self._reached: set[int] = set()
        self._numbers: dict[int, int] | None = None

    def add(self, row: int, start: int) -> int:
        """A cell begins in a row.

        Args:
            row: its number.
            start: where, in columns or in a measure of length.

        Returns:
            Its number in the row, from 1.
        """
        starts = self._starts.setdefault(row, [])
        starts.append(start)
        return len(starts)

    def reach(self, row: int) -> None:
        """A cell of a row above reaches down to where a row begins."""
        self._reached.add(row)

    def placed(self, cell: Cell) -> Cell:
        """A cell in its column, when all rows have been told."""
        return Cell(cell.row, self._number(cell), cell.row in self._reached)

    def _number(self, cell: Cell) -> int:
        if self._numbers is None:
            self._numbers = self._found()
        starts = self._starts.get(cell.row, ())
        known = min(cell.number, len(starts))
        return (self._numbers[starts[known - 1]] if known else 0) + cell.number - known

    def _found(self) -> dict[int, int]:
        """For each place where a cell begins the number of its column."""
        apart = {
            (start, following)
            for row in self._starts.values()
            for start, following in pairwise(row)
            if following - start < self._near
        }
        numbers: dict[int, int] = {}
        together: list[int] = []
        number = 0
        for start in sorted({start for row in self._starts.values() for start in row}):
            is_near = together and start - together[0] < self._near
            if not is_near or any((other, start) in apart for other in together):
                together = []
                number += 1
            together.append(start)
            numbers[start] = number
        return numbers


class Tables:
    """The tables of a file, whose rows are counted through it."""

    def __init__(self) -> None:
        """There is none yet."""
        self._rows: list[Columns] = []

    def row(self, columns: Columns) -> int:
        """The number, from 1, of a row that begins in a table with these columns."""
        self._rows.append(columns)
        return len(self._rows)

    def placed(self, paragraph: TextParagraph) -> TextParagraph:
        """A paragraph with its cell in its column, when all rows have been told."""
        cell = paragraph.cell
        if cell is None:
            return paragraph
        return paragraph._replace(cell=self._rows[cell.row - 1].placed(cell))

"""The cells of tables in an RTF: which row and column each begins in.

Imports the engine's public names and this room's columns. A row says how far to the right each of
its cells reaches, before its text or after it; nothing but these distances says what stands below
what, and where a table begins and ends shows only by what is no part of one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from variorum.engine import Cell
from variorum.readers.table_columns import MISALIGNED, Columns, Tables

ROW_WORDS: Final = frozenset({"trowd", "trleft", "clvmrg", "cellx"})
"""Words that say what a row looks like, as far as it matters here."""

DEEPEST: Final = 50
"""How deep tables may stand in each other; what is deeper counts as of this depth."""
MOST: Final = 200
"""So many cells a row has at most; further ones count as of the columns behind."""


@dataclass(slots=True)
class _Definition:
    """What a row was said to look like."""

    left: int = 0
    """Where it begins, in twentieths of a point."""
    ends: list[int] = field(default_factory=list)
    """Where its cells end."""
    is_reached: bool = False
    """The next cell that is told of goes on from the row above."""
    is_below: bool = False
    """So does the first."""

    def take(self, word: str, number: int) -> None:
        """A word of `ROW_WORDS`."""
        match word:
            case "trowd":
                self.left, self.ends = 0, []
                self.is_reached = self.is_below = False
            case "trleft":
                self.left = number
            case "clvmrg":
                self.is_reached = True
            case "cellx" if len(self.ends) < MOST:
                self.is_below |= self.is_reached and not self.ends
                self.ends.append(number)
                self.is_reached = False

    def tell(self, columns: Columns, row: int) -> None:
        """Have the columns of a table know where the cells of a row begin."""
        for start in [self.left, *self.ends][: len(self.ends)]:
            columns.add(row, start)
        if self.is_below:
            columns.reach(row)


@dataclass(slots=True)
class _Open:
    """A table that is being read."""

    columns: Columns = field(default_factory=lambda: Columns(MISALIGNED))
    row: int = 0
    """The number of the row that is open; 0: none."""
    cell: int = 1
    """The number of the cell in it that is open, or comes next."""


class RtfRows:
    """The rows that are open in a document or a note, one in another."""

    def __init__(self, tables: Tables) -> None:
        """None is.

        Args:
            tables: those of the document or the note.
        """
        self._tables = tables
        self._open: list[_Open] = []
        self._outer = _Definition()
        self._inner = _Definition()

    def define(self, word: str, number: int | None, *, inner: bool) -> None:
        """Take a word about the look of a row.

        Args:
            word: one of `ROW_WORDS`.
            number: behind it.
            inner: the row is one of a table in a cell.
        """
        (self._inner if inner else self._outer).take(word, number or 0)

    def enter(self, depth: int) -> Cell | None:
        """The cell that a paragraph stands in, if any; deeper tables have ended.

        Args:
            depth: how many tables it stands in.
        """
        depth = min(depth, DEEPEST)
        del self._open[depth:]
        while len(self._open) < depth:
            self._open.append(_Open())
        if not depth:
            return None
        table = self._open[-1]
        table.row = table.row or self._tables.row(table.columns)
        return Cell(table.row, table.cell)

    def end_cell(self) -> None:
        """The cell ends that was entered last."""
        if self._open:
            self._open[-1].cell += 1

    def end_row(self, *, inner: bool) -> None:
        """A row ends.

        Args:
            inner: it is the innermost one; otherwise that which all others stand in.
        """
        if not inner:
            del self._open[1:]
        if self._open and self._open[-1].row:
            table = self._open[-1]
            (self._inner if inner else self._outer).tell(table.columns, table.row)
            table.row, table.cell = 0, 1

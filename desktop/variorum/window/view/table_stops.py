"""Where the cells of tables begin: below each other in all rows of a table.

Imports Qt for the widths of words. Distances are pixels, or units of paper, from the side that a
row begins at.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import inf
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF, QTextOption

from variorum.engine import CELL_BREAK, Document, StyleKind

MOST_ROWS: Final = 200
"""So many rows of a table are measured at most, spread over all of it."""
PART: Final = 2048
"""Paragraphs that are looked at together: a very long table may change its columns there."""


class TableStops:
    """The columns of the tables of one text, in lines of one width."""

    def __init__(self, document: Document, width: int, gap: int) -> None:
        """Know nothing yet; a table is measured when its first row is asked for.

        Args:
            document: the text.
            width: of the lines.
            gap: between two columns.
        """
        self._document = document
        self._width = width
        self._gap = gap
        self._known: dict[int, tuple[int, ...]] = {}

    def of(self, paragraph: int, font: QFont) -> tuple[int, ...]:
        """How far in the second and each further cell begins; empty for what is no row."""
        if not self._is_row(paragraph):
            return ()
        found = self._known.get(paragraph)
        if found is None:
            rows = self._table(paragraph)
            found = self._measure(rows, font)
            self._known.update(dict.fromkeys(rows, found))
        return found

    def _is_row(self, number: int) -> bool:
        paragraph = self._document.paragraphs[number]
        if paragraph.style.kind is not StyleKind.TABLE_CELL:
            return False
        return self._document.text.find(CELL_BREAK, paragraph.span.start, paragraph.span.end) >= 0

    def _table(self, row: int) -> range:
        """The rows that follow each other, with this one among them."""
        least = row - row % PART
        most = min(least + PART, len(self._document.paragraphs))
        first = behind = row
        while first > least and self._is_row(first - 1):
            first -= 1
        while behind < most and self._is_row(behind):
            behind += 1
        return range(first, behind)

    def _measure(self, rows: range, font: QFont) -> tuple[int, ...]:
        metrics = QFontMetricsF(font)
        widths: list[float] = []
        for number in rows[:: -(-len(rows) // MOST_ROWS)]:
            span = self._document.paragraphs[number].span
            cells = self._document.text[span.start : span.end].split(CELL_BREAK)
            widths += [0.0] * (len(cells) - len(widths))
            for column, cell in enumerate(cells):
                widths[column] = max(widths[column], metrics.horizontalAdvance(cell))
        room = self._width - 1 - self._gap * (len(widths) - 1)  # 1: letters reach over their width
        most = _most(widths, max(0.0, room))
        columns = [min(width, most) + self._gap for width in widths[:-1]]
        return tuple(map(int, accumulate(columns)))


def _most(widths: Sequence[float], room: float) -> float:
    """How wide a column may be where not all have room: narrow ones keep theirs.

    What is longer than that reaches over the next column.
    """
    for done, width in enumerate(sorted(widths)):
        share = room / (len(widths) - done)
        if width > share:
            return share
        room -= width
    return inf


def tabs_at(stops: tuple[int, ...], *, right_to_left: bool) -> list[QTextOption.Tab]:
    """What begins there in a line, from the side that the line begins at."""
    # Qt turns them round where a text runs leftwards.
    kind = QTextOption.TabType.RightTab if right_to_left else QTextOption.TabType.LeftTab
    return [QTextOption.Tab(stop, kind) for stop in stops]

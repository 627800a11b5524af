"""Where the cells of tables begin: below each other in all rows of a table.

Imports Qt for the widths of words. Distances are pixels, or units of paper, from the side that a
row begins at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate, zip_longest
from math import inf
from typing import Final, NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QTextOption

from variorum.engine import CELL_BREAK, Document, EmphasisKind, Span, StyleKind

_WORD: Final = (
    "[^\\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+"
    "|[^\\s]{1,3}"
)
"""What is better not broken: a word; of scripts that break between any letters, a few of them.
Compiled when a table wants it, since it takes a millisecond."""
_WIDEST: Final = 0.4
"""Up to this share of the width a word may keep a column wide; a longer one is broken."""
_OVER: Final = 0.04
"""In heights of a line: so far letters may reach over their width, and a word went on below; by a
pixel on a screen, which all columns have together."""
_SLACK: Final = 1.25
"""Where columns have not so many times what their words need, they stand closer together."""
_NARROW: Final = 1.5
"""In columns of the mean width: what is no wider had better not go on in a second line."""

MOST_ROWS: Final = 200
"""So many rows of a table are measured at most, spread over all of it."""
PART: Final = 2048
"""Paragraphs that are looked at together: a very long table may change its columns there."""


class Way(StrEnum):
    """How the cells of a row are set."""

    TABS = "tabs"
    """In one line: all have room in their columns."""
    COLUMNS = "columns"
    """Each in lines of its own column."""
    BELOW = "below"
    """Below each other: the columns would be narrower than the words in them."""


class RowPlan(NamedTuple):
    """How the rows of a table are set."""

    way: Way
    columns: tuple[Span, ...]
    """From where to where each column reaches."""
    fits: tuple[bool, ...]
    """Whether each cell that was measured of a column has room in one line of it."""

    @property
    def stops(self) -> tuple[int, ...]:
        """How far in the second and each further cell begins."""
        return tuple(column.start for column in self.columns[1:])


def empty_cells(text: str, start: int) -> int:
    """How many empty cells a row has before the first that says something, at a position."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return before.count(CELL_BREAK) if before.isspace() else 0


def cells_before(document: Document, row: int, position: int) -> int:
    """How many cells of a row end before a position in it."""
    text, start = document.text, document.paragraphs[row].span.start
    return empty_cells(text, start) + text.count(CELL_BREAK, start, position)


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
        self.width = width
        """Of the lines."""
        self._gap = gap
        self._known: dict[int, RowPlan] = {}

    def of(self, paragraph: int, font: QFont) -> RowPlan | None:
        """How a row is set; None for what is no row."""
        if not self._is_row(paragraph):
            return None
        found = self._known.get(paragraph)
        if found is None:
            rows = self._table(paragraph)
            found = self._plan(rows, font)
            self._known.update(dict.fromkeys(rows, found))
        return found

    def _is_row(self, number: int) -> bool:
        paragraph = self._document.paragraphs[number]
        if paragraph.style.kind is not StyleKind.TABLE_CELL:
            return False
        text, (start, end) = self._document.text, paragraph.span
        return text.find(CELL_BREAK, start, end) >= 0 or empty_cells(text, start) > 0

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

    def _plan(self, rows: range, font: QFont) -> RowPlan:
        heavy = QFont(font)
        heavy.setBold(True)
        plain, bold = QFontMetricsF(font), QFontMetricsF(heavy)
        table = list(self._read(rows))
        over = max(0.0, _OVER * plain.height() - 1)
        widths = _columnwise(
            [(bold if is_bold else plain).horizontalAdvance(cell) + over for cell in cells]
            for is_bold, cells in table
        )
        room = self.width - 1
        gaps = self._gap * (len(widths) - 1)
        if sum(widths) + gaps <= room:
            return _planned(Way.TABS, widths, widths, self._gap, self.width)
        words = _longest_words(cells for _, cells in table)
        longest = (bold.horizontalAdvance(word) + over for word in words)
        least = [min(*each, _WIDEST * self.width) for each in zip(longest, widths, strict=True)]
        for gap, slack in ((self._gap, _SLACK), (self._gap // 2, 1.0)):
            left = room - gap * (len(widths) - 1)
            if slack * sum(least) <= left:
                shares = _shared_out(widths, _with_narrow(widths, least, left), left)
                return _planned(Way.COLUMNS, widths, shares, gap, self.width)
        most = _most(widths, max(0.0, room - gaps))
        shares = [min(width, most) for width in widths]
        return _planned(Way.BELOW, widths, shares, self._gap, self.width)

    def _read(self, rows: range) -> Iterator[tuple[bool, list[str]]]:
        """The cells of some rows, and whether any of it is bold."""
        text = self._document.text
        for number in rows[:: -(-len(rows) // MOST_ROWS)]:
            span, _, emphasis = self._document.paragraphs[number]
            is_bold = any(kind is EmphasisKind.BOLD for _, kind in emphasis)
            cells = [""] * empty_cells(text, span.start)
            yield is_bold, cells + text[slice(*span)].split(CELL_BREAK)


def _columnwise(rows: Iterable[Sequence[float]]) -> list[float]:
    """The largest of each column."""
    return [max(column) for column in zip_longest(*rows, fillvalue=0.0)]


def _longest_words(rows: Iterable[Sequence[str]]) -> list[str]:
    """The longest word of each column: that of most characters."""
    return [
        max(re.findall(_WORD, " ".join(column)), key=len, default="")
        for column in zip_longest(*rows, fillvalue="")
    ]


def _planned(
    way: Way, cells: Sequence[float], widths: Sequence[float], gap: int, width: int
) -> RowPlan:
    """A plan of columns.

    Args:
        way: how they are set.
        cells: the width of the widest cell of each.
        widths: of the columns, the last one of which has what is left.
        gap: between two.
        width: of the lines.
    """
    columns = _columns(widths, gap, width)
    fits = (int(cell) <= column.length for cell, column in zip(cells, columns, strict=True))
    return RowPlan(way, columns, tuple(fits))


def _columns(widths: Sequence[float], gap: int, width: int) -> tuple[Span, ...]:
    """The columns of these widths, beside each other; the last one has what is left."""
    starts = [0, *(int(end) for end in accumulate(width + gap for width in widths[:-1]))]
    ends = [*(start - gap for start in starts[1:]), width]
    return tuple(map(Span, starts, ends))


def _with_narrow(cells: Sequence[float], least: Sequence[float], room: float) -> Sequence[float]:
    """What columns need, narrow ones all that their cells take; unless that is too much."""
    narrow = _NARROW * room / len(cells)
    wanted = [c if c <= narrow else word for c, word in zip(cells, least, strict=True)]
    return wanted if sum(wanted) <= room else least


def _shared_out(cells: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """The widths of columns where not all have room: what is left goes to those that lack most.

    Args:
        cells: the width of the widest cell of each column.
        least: what each column needs for its longest word.
        room: for all of them.
    """
    lacking = [cell - word for cell, word in zip(cells, least, strict=True)]
    each = (room - sum(least)) / sum(lacking)
    return [word + each * lack for word, lack in zip(least, lacking, strict=True)]


def _most(widths: Sequence[float], room: float) -> float:
    """How wide a column may be where not all have room: narrow ones keep theirs."""
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

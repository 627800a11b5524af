"""Tables of contents in PDF documents: found by their dots and by the page numbers behind these.

Imports the lines of pages, their columns and the standard library. Places of lines count points.

A price list has dots and numbers, too; but its numbers do not grow from line to line and stay
within the number of pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from variorum.readers.pdf_layout import by_column
from variorum.readers.pdf_lines import Line

FEWEST: Final = 3
"""So many lines with dots are a table of contents."""
BETWEEN: Final = 3
"""At most so many lines without dots come between two that have some: titles of parts, and titles
that take several lines (measured: 1 or 2)."""
EDGE: Final = 0.7
"""In ems: the page numbers of a table end at one place, but for such a difference."""
LONGEST_TITLE: Final = 40
"""In characters: what is written above a table."""

_DOTTED: Final = re.compile(r"(?:[.·․‥…‧・][ \t\u00a0]?){5,}")
_NUMBER: Final = re.compile(r"(?:^|[\s.·․‥…‧・])(\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})\s*$")
_TITLE: Final = re.compile(
    r"(?:table of )?contents|brief contents|list of (?:figures|tables|illustrations|examples)"
    r"|inhalt(?:sverzeichnis|sübersicht)?|(?:abbildungs|tabellen)verzeichnis"
    r"|table des (?:matières|figures)|sommaire"
    r"|liste des (?:figures|tableaux|illustrations|exemples)"
    r"|índice(?: (?:general|geral|analítico|de figuras|de (?:cuadros|tablas|tabelas)))?"
    r"|tabla de contenidos?|contenidos?|conteúdo|sumário|indice(?: generale)?|sommario"
    r"|inhoud(?:sopgave)?|spis (?:treści|rysunków|tabel)|obsah|cuprins|tartalom(?:jegyzék)?"
    r"|innehåll(?:sförteckning)?|indhold(?:sfortegnelse)?|innhold(?:sfortegnelse)?"
    r"|sisällys(?:luettelo)?|índex|taula de continguts|içindekiler"
    r"|оглавление|содержание|зміст|съдържание|περιεχόμενα"
    r"|目\s*次|目\s*录|目\s*錄|차\s*례|목\s*차"
    r"|المحتويات|جدول المحتويات|فهرست(?: مطالب)?|תוכן(?: ה?עניינים)?",
    re.IGNORECASE,
)


class _Row(NamedTuple):
    """The lines of a page that stand at one height."""

    page: int
    lines: list[Line]
    is_dotted: bool
    number: int | None
    """Of the page that it ends with, 0 for one in Roman figures; None if it ends otherwise."""

    @property
    def text(self) -> str:
        """All of it, as one reads it."""
        return " ".join(line.text for line in self.lines)

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(line.right for line in self.lines)


def without_contents(pages: Sequence[list[Line]], body: float) -> tuple[list[list[Line]], int]:
    """The lines of the text, and how many tables of contents were left out.

    Args:
        pages: the lines of each page, without heads and feet.
        body: the size of the letters of the text, in points.
    """
    if not any(_is_telling(line.text) for lines in pages for line in lines):
        return list(pages), 0
    rows = [
        row
        for number, lines in enumerate(pages)
        for column in by_column(lines, body)
        for row in _rows(number, column)
    ]
    tables = list(_tables(rows, len(pages)))
    dropped = {id(line) for first, end in tables for row in rows[first:end] for line in row.lines}
    return [[line for line in lines if id(line) not in dropped] for lines in pages], len(tables)


def _is_telling(text: str) -> bool:
    """Whether a line is one of a table, or its title."""
    return _DOTTED.search(text) is not None or _is_title(text)


def _rows(page: int, lines: Iterable[Line]) -> Iterator[_Row]:
    """The rows of a page from top to bottom."""
    group: list[Line] = []
    for line in sorted(lines, key=lambda line: line.y):
        if group and line.y - group[0].y > 0.3 * line.size:
            yield _row(page, group)
            group = []
        group.append(line)
    if group:
        yield _row(page, group)


def _row(page: int, lines: Iterable[Line]) -> _Row:
    ordered = sorted(lines, key=lambda line: line.left)
    text = " ".join(line.text for line in ordered)
    found = _NUMBER.search(text)
    number = None if found is None else int(found[1]) if found[1].isdecimal() else 0
    return _Row(page, ordered, _DOTTED.search(text) is not None, number)


def _tables(rows: Sequence[_Row], pages: int) -> Iterator[tuple[int, int]]:
    """Where tables begin and end among all rows."""
    dotted = list(_dotted_tables(rows, pages))
    yield from dotted
    known = {row for first, end in dotted for row in range(first, end)}
    for first, row in enumerate(rows):
        if first not in known and _is_title(row.text):
            end = _end_below_title(rows, first)
            if end is not None and end not in known:
                yield first, end


def _end_below_title(rows: Sequence[_Row], title: int) -> int | None:
    """Where a table without dots ends; None: there is none below its title.

    A title of it may take two lines, of which the first one has no number.
    """
    entries: list[int] = []
    for index in range(title + 1, len(rows)):
        is_first = not entries and rows[index].number is not None
        if is_first or (entries and _is_part(rows[entries[-1]], rows[index])):
            entries.append(index)
        elif index - (entries[-1] if entries else title) > 1:
            break
    return entries[-1] + 1 if len(entries) >= FEWEST else None


def _dotted_tables(rows: Sequence[_Row], pages: int) -> Iterator[tuple[int, int]]:
    """Where tables with dots begin and end among all rows."""
    last_end = -1
    for first, end, count in _runs(rows, pages):
        start = _with_title(rows, first)
        if count >= FEWEST or start == last_end:
            last_end = _with_last(rows, end)
            yield start, last_end


def _runs(rows: Sequence[_Row], pages: int) -> Iterator[tuple[int, int, int]]:
    """Dotted rows that follow each other, with growing numbers: from, to, how many."""
    entries = [index for index, row in enumerate(rows) if _is_entry(row, pages)]
    run: list[int] = []
    for index in entries:
        if run and not _goes_on(rows, run[-1], index):
            yield run[0], run[-1] + 1, len(run)
            run = []
        run.append(index)
    if run:
        yield run[0], run[-1] + 1, len(run)


def _is_entry(row: _Row, pages: int) -> bool:
    return row.is_dotted and row.number is not None and row.number <= pages


def _goes_on(rows: Sequence[_Row], last: int, index: int) -> bool:
    """Whether a dotted row belongs to the same table as the last one."""
    between = rows[last + 1 : index]
    grows = (rows[last].number or 0) <= (rows[index].number or 0)
    is_near = len(between) <= BETWEEN and rows[index].page - rows[last].page <= 1
    return grows and is_near


def _with_title(rows: Sequence[_Row], first: int) -> int:
    """Where a table begins: with parts that have a number and no dots, and with its title."""
    entry = rows[first]
    start = first
    while start > 0 and rows[start - 1].page == entry.page:
        if not (rows[start - 1].is_dotted or _is_part(rows[start - 1], entry)):
            break
        start -= 1
    # The number of a part may have stood where page numbers do, and be gone.
    for above in range(start - 1, max(-1, start - 1 - BETWEEN), -1):
        if rows[above].page == entry.page and _is_title(rows[above].text):
            return above
    return start


def _with_last(rows: Sequence[_Row], end: int) -> int:
    """Where a table ends: behind parts that have a number and no dots."""
    entry = rows[end - 1]
    while end < len(rows) and rows[end].page == entry.page and _is_part(entry, rows[end]):
        end += 1
    return end


def _is_part(above: _Row, below: _Row) -> bool:
    """Whether two rows end with numbers below each other that grow, as in a table of contents."""
    if above.number is None or below.number is None or above.number > below.number:
        return False
    return abs(above.right - below.right) < EDGE * below.lines[-1].size


def _is_title(text: str) -> bool:
    text = text.strip(" :")
    return len(text) <= LONGEST_TITLE and _TITLE.fullmatch(text) is not None

"""The pages of a PDF document -> their lines; a share of the pages may be read by another process.

Imports pypdfium2 and the modules named `pdf_...` below this one.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

import pypdfium2 as pdf
import pypdfium2.raw as pdfium

from variorum.engine import EmphasisKind
from variorum.readers.pdf_cells import split_cells
from variorum.readers.pdf_characters import Characters, Fonts, Kinds
from variorum.readers.pdf_drawn_signs import find_drawn_signs
from variorum.readers.pdf_lines import Line, Lines, Mark, PageText, Run
from variorum.readers.pdf_readings import without_readings

FEWEST_SHARED: Final = 40
"""Documents with so many pages are read in two shares."""

_GROUP: Final = 32
"""So many pages are sent together."""

_BITS: Final = {EmphasisKind.BOLD: 1, EmphasisKind.ITALIC: 2, EmphasisKind.CODE: 4}
_KINDS: Final[tuple[Kinds, ...]] = tuple(
    frozenset(kind for kind, bit in _BITS.items() if bit & code) for code in range(8)
)
_CODES: Final = {kinds: code for code, kinds in enumerate(_KINDS)}


class PageLines(NamedTuple):
    """What one page holds."""

    lines: list[Line]
    turned: int = 0
    """How many lines run in another direction than most."""
    unseen: int = 0
    """How many lines lie beyond any paper."""
    is_picture: bool = False
    """Something is drawn on it, but no text."""
    is_damaged: bool = False
    """It cannot be read."""


def second_share(count: int) -> int:
    """The page that the second share begins with; so many as there are when there is but one.

    Each share learns about fonts anew, so that it does not matter who reads it. They are equal: no
    paragraph can be put together before both are read.

    Args:
        count: of the document's pages.
    """
    return count // 2 if count >= FEWEST_SHARED else count


def read_pages(document: pdf.PdfDocument, numbers: Iterable[int]) -> Iterator[PageLines]:
    """The pages of a share, one after the other."""
    has_form = document.get_formtype() != pdfium.FORMTYPE_NONE
    fonts = Fonts()
    for number in numbers:
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            yield PageLines([], is_damaged=True)
            continue
        try:
            if has_form:
                page = _with_fields(document, page, number)
            found = _lines(page, number, fonts)
            is_picture = not found.lines and pdfium.FPDFPage_CountObjects(page) > 0
            yield PageLines(found.lines, found.turned, found.unseen, is_picture=is_picture)
        finally:
            pdfium.FPDF_ClosePage(page)


def encode(pages: Iterable[PageLines]) -> Iterator[bytes]:
    """Pages as bytes, many at a time."""
    group: list[tuple[Any, ...]] = []
    for page in pages:
        group.append(([_plain(line) for line in page.lines], *page[1:]))
        if len(group) == _GROUP:
            yield marshal.dumps(group)
            group = []
    yield marshal.dumps(group)


def decode(body: bytes) -> Iterator[PageLines]:
    """The pages that `encode` was told, which this very program did, in a process like this one."""
    for lines, *rest in marshal.loads(body):  # noqa: S302 - no more hostile than its own pages
        yield PageLines([_line(fields) for fields in lines], *rest)


def _plain(line: Line) -> tuple[Any, ...]:
    place = (line.page, line.left, line.right, line.y, line.size)
    runs = [(run.start, run.end, _CODES[run.kinds]) for run in line.runs]
    marks = [tuple(mark) for mark in line.marks]
    return line.text, place, runs, (line.hyphen, line.note), marks, line.has_sign


def _line(fields: tuple[Any, ...]) -> Line:
    text, (page, left, right, y, size), plain, rest, marks, has_sign = fields
    runs = [Run(start, end, _KINDS[code]) for start, end, code in plain]
    line = Line(text, page, left, right, y, size, runs, *rest)
    line.marks = tuple(Mark(text, at) for text, at in marks)
    line.has_sign = has_sign
    return line


def _with_fields(document: pdf.PdfDocument, page: Any, number: int) -> Any:
    """The page with what was filled into its fields as part of it."""
    if pdfium.FPDFPage_GetAnnotCount(page) <= 0:
        return page
    if pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return page
    pdfium.FPDF_ClosePage(page)
    return pdfium.FPDF_LoadPage(document, number)


def _lines(page: Any, number: int, fonts: Fonts) -> Lines:
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return Lines([])
    try:
        found = PageText(Characters(text_page, fonts), number).lines()
        lines = split_cells(without_readings(found.lines))
        if found.turn == 0:
            find_drawn_signs(page, lines)
        return found._replace(lines=lines)
    finally:
        pdfium.FPDFText_ClosePage(text_page)

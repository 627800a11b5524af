"""PDF -> paragraphs: pages are asked for their lines, and lines put together.

Two processes may share the pages of a long document: `read_rest` runs in the second one.

Imports pypdfium2 and the modules named `pdf_...` beside this one. PDFium is C++ and is given
hostile bytes, hence all of this runs in a process of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import pypdfium2 as pdf
import pypdfium2.raw as pdfium

from variorum.readers.building import Tally
from variorum.readers.content import Content, LeftOutKind
from variorum.readers.errors import PasswordWanted, Unreadable
from variorum.readers.options import ReadOptions
from variorum.readers.pdf_contents import without_contents
from variorum.readers.pdf_layout import body_size, find_layout
from variorum.readers.pdf_lines import Line
from variorum.readers.pdf_margins import without_margins
from variorum.readers.pdf_marks import put_back_powers
from variorum.readers.pdf_pages import PageLines, decode, encode, read_pages, second_share
from variorum.readers.pdf_paragraphs import build
from variorum.readers.right_to_left import is_right_to_left
from variorum.readers.watch import Watch

MOST_PAGES: Final = 50_000
"""More pages than any book has; what claims more is damaged or hostile."""
READ: Final = 0.85
"""The share of all work that is done when all pages are read."""

_COPY: Final = "Look for another copy of it, or open it in its program and save it again."
_RECOGNISE: Final = "Let a program for text recognition (OCR) read it first."


def read(
    data: bytes, options: ReadOptions, watch: Watch, rest: Iterable[bytes] | None = None
) -> Content:
    """The text of a document.

    Args:
        data: the document.
        options: its password, if it has one.
        watch: is told how far it is, and asked whether to stop.
        rest: what `read_rest` yields in another process; what is missing of it is read here.

    Raises:
        Unreadable: it is damaged, or holds no text.
        PasswordWanted: it is encrypted.
        Cancelled: the watch said so.
    """
    document = _open(data, options.password)
    try:
        tally = Tally()
        pages = _lines(_pages(document, rest, watch), tally)
        language = _language(document)
    finally:
        document.close()
    body = body_size(pages)
    put_back_powers(pages, body)
    if is_right_to_left(line.text for lines in pages for line in lines):
        _mirror(pages)
    kept, count = without_margins(pages, body)
    if any(kept):  # else all pages are alike, and what looked like heads is the text
        pages = kept
        tally.add(LeftOutKind.HEADERS, count)
    kept, count = without_contents(pages, body)
    if any(kept):
        pages = kept
        tally.add(LeftOutKind.NAVIGATION, count)
    watch.at(READ + (1 - READ) / 3)
    layout = find_layout(pages, body)
    watch.at(READ + 2 * (1 - READ) / 3)
    return Content(build(pages, layout), language=language, left_out=tally.left_out())


def read_rest(data: bytes, options: ReadOptions) -> Sequence[bytes]:
    """The second share of a document's pages, for who reads the first; nothing if there is none.

    Args:
        data: the document.
        options: its password, if it has one.

    Raises:
        Unreadable: it is damaged.
        PasswordWanted: it is encrypted.
    """
    document = _open(data, options.password)
    try:
        count = len(document)
        return list(encode(read_pages(document, range(second_share(count), count))))
    finally:
        document.close()


def _mirror(pages: list[list[Line]]) -> None:
    """Count the places of lines from the right, where they begin."""
    for lines in pages:
        for line in lines:
            line.left, line.right = -line.right, -line.left


def _open(data: bytes, password: str | None) -> pdf.PdfDocument:
    try:
        document = pdf.PdfDocument(data, password=password)
    except pdf.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise PasswordWanted(wrong=password is not None) from error
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            raise Unreadable("it is encrypted in a way that is not known here", _COPY) from error
        raise Unreadable("it is damaged: its pages cannot be found", _COPY) from error
    if len(document) > MOST_PAGES:
        raise Unreadable(f"it says it has {len(document):,} pages, which no text has", _COPY)
    return document


def _pages(
    document: pdf.PdfDocument, rest: Iterable[bytes] | None, watch: Watch
) -> list[PageLines]:
    """All pages: the first share is read here; what `rest` does not bring of the second, too."""
    count = len(document)
    middle = second_share(count)
    until = count if rest is None else middle
    pages: list[PageLines] = []
    for page in read_pages(document, range(middle)):
        watch.at(READ * len(pages) / until)
        pages.append(page)
    for body in rest or ():
        pages += decode(body)
    for page in read_pages(document, range(len(pages), count)):
        watch.at(READ * len(pages) / count)
        pages.append(page)
    return pages


def _lines(pages: Sequence[PageLines], tally: Tally) -> list[list[Line]]:
    """The lines of each page.

    Raises:
        Unreadable: there is none on any page.
    """
    tally.add(LeftOutKind.HEADERS, sum(page.turned for page in pages))
    tally.add(LeftOutKind.HIDDEN, sum(page.unseen for page in pages))
    damaged = sum(page.is_damaged for page in pages)
    pictures = sum(page.is_picture for page in pages)
    tally.add(LeftOutKind.DAMAGED, damaged)
    if any(page.lines for page in pages):
        tally.add(LeftOutKind.PICTURES, pictures)
        return [page.lines for page in pages]
    if pictures:
        raise Unreadable("it holds no text, only pictures of pages, as a scanner makes", _RECOGNISE)
    if damaged:
        raise Unreadable("it is damaged: none of its pages can be read", _COPY)
    raise Unreadable("it holds no text: its pages are empty", _COPY)


def _language(document: pdf.PdfDocument) -> str | None:
    """What the document says its language is."""
    size = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < size < 64:
        return None
    buffer = (pdfium.FPDF_WCHAR * (size // 2))()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, size)
    said = bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
    code = said.replace("_", "-").partition("-")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None

"""PDF -> paragraphs: pages are asked for their lines, and lines put together.

Imports pypdfium2 and the modules named `pdf_...` beside this one. PDFium is C++ and is given
hostile bytes, hence all of this runs in a process of its own.
"""

from __future__ import annotations

from typing import Any, Final

import pypdfium2 as pdf
import pypdfium2.raw as pdfium

from variorum.readers.building import Tally
from variorum.readers.content import Content, LeftOutKind
from variorum.readers.errors import PasswordWanted, Unreadable
from variorum.readers.options import ReadOptions
from variorum.readers.pdf_cells import split_cells
from variorum.readers.pdf_characters import Characters, Fonts
from variorum.readers.pdf_layout import body_size, find_layout
from variorum.readers.pdf_lines import Line, Lines, PageText
from variorum.readers.pdf_margins import without_margins
from variorum.readers.pdf_paragraphs import build
from variorum.readers.right_to_left import is_right_to_left
from variorum.readers.watch import Watch

MOST_PAGES: Final = 50_000
"""More pages than any book has; what claims more is damaged or hostile."""
READ: Final = 0.85
"""The share of all work that is done when all pages are read."""

_COPY: Final = "Look for another copy of it, or open it in its program and save it again."
_RECOGNISE: Final = "Let a program for text recognition (OCR) read it first."


def read(data: bytes, options: ReadOptions, watch: Watch) -> Content:
    """The text of a document.

    Raises:
        Unreadable: it is damaged, or holds no text.
        PasswordWanted: it is encrypted.
        Cancelled: the watch said so.
    """
    document = _open(data, options.password)
    try:
        tally = Tally()
        pages = _pages(document, tally, watch)
        language = _language(document)
    finally:
        document.close()
    if is_right_to_left(line.text for lines in pages for line in lines):
        _mirror(pages)
    body = body_size(pages)
    pages, count = without_margins(pages, body)
    tally.add(LeftOutKind.HEADERS, count)
    watch.at(READ + (1 - READ) / 3)
    layout = find_layout(pages, body)
    watch.at(READ + 2 * (1 - READ) / 3)
    return Content(build(pages, layout), language=language, left_out=tally.left_out())


def _mirror(pages: list[list[Line]]) -> None:
    """Count the places of lines from the right, where they begin."""
    for lines in pages:
        for line in lines:
            line.left, line.right = -line.right, -line.left
            line.places = [p._replace(left=-p.right, right=-p.left) for p in line.places]


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


def _pages(document: pdf.PdfDocument, tally: Tally, watch: Watch) -> list[list[Line]]:
    """The lines of each page.

    Raises:
        Unreadable: there is none on any page.
    """
    has_form = document.get_formtype() != pdfium.FORMTYPE_NONE
    fonts = Fonts()
    pages: list[list[Line]] = []
    pictures = damaged = 0
    count = len(document)
    for number in range(count):
        watch.at(READ * number / count)
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            damaged += 1
            pages.append([])
            continue
        try:
            if has_form:
                page = _with_fields(document, page, number)
            lines, turned, unseen = _lines(page, number, fonts)
            tally.add(LeftOutKind.HEADERS, turned)
            tally.add(LeftOutKind.HIDDEN, unseen)
            pictures += not lines and pdfium.FPDFPage_CountObjects(page) > 0
        finally:
            pdfium.FPDF_ClosePage(page)
        pages.append(lines)
    tally.add(LeftOutKind.DAMAGED, damaged)
    if any(pages):
        tally.add(LeftOutKind.PICTURES, pictures)
        return pages
    if pictures:
        raise Unreadable("it holds no text, only pictures of pages, as a scanner makes", _RECOGNISE)
    if damaged:
        raise Unreadable("it is damaged: none of its pages can be read", _COPY)
    raise Unreadable("it holds no text: its pages are empty", _COPY)


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
        return found._replace(lines=split_cells(found.lines))
    finally:
        pdfium.FPDFText_ClosePage(text_page)


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

"""EPUB: an archive of pages in an order of their own -> paragraphs.

Imports the archive, the reader of pages, and lxml for the lists of what is in it. Names in these
lists are keys of the archive, never paths or addresses; what lies elsewhere is not fetched.
"""

from __future__ import annotations

import posixpath
from typing import Final, NamedTuple
from urllib.parse import unquote

from lxml import etree

from variorum.engine import TextParagraph
from variorum.readers.archive import Archive, damaged
from variorum.readers.building import Tally
from variorum.readers.content import Content, LeftOutKind
from variorum.readers.encodings import decode
from variorum.readers.errors import Unreadable
from variorum.readers.html import PIECE, PageReader, declared_encoding, language_code
from variorum.readers.html_notes import Notes
from variorum.readers.options import ReadOptions
from variorum.readers.watch import Watch

LARGEST_LIST: Final = 1 << 24
"""In bytes: a book of 10,000 pages lists them in 2 MB."""

_CONTAINER: Final = "META-INF/container.xml"
_RIGHTS: Final = ("META-INF/rights.xml", "META-INF/sinf.xml")
_ENCRYPTION: Final = "META-INF/encryption.xml"
_FONTS_ONLY: Final = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""What is done to fonts so that nobody takes them out; text is never treated so."""
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
_NAVIGATION: Final = frozenset({"toc", "cover", "index-of-pages"})
_BUY: Final = "Only the program it was bought for opens it; look for a copy that is not locked."


class _Book(NamedTuple):
    """What a book says of itself."""

    pages: tuple[str, ...]
    """Names of entries, in reading order."""
    left_out: int
    """How many pages only lead to others."""
    lost: int
    """How many pages are named, and are not there."""
    language: str | None


def read(data: bytes, options: ReadOptions, watch: Watch) -> Content:
    """The text of an e-book.

    Raises:
        Unreadable: it is damaged or locked, or beyond all limits.
        Cancelled: the watch said so.
    """
    archive = Archive(data)
    _refuse_locked(archive)
    book = _book(archive)
    tally = Tally()
    tally.add(LeftOutKind.NAVIGATION, book.left_out)
    tally.add(LeftOutKind.DAMAGED, book.lost)
    found: list[TextParagraph] = []
    notes = Notes()
    total = sum(archive.size(name) for name in book.pages) or 1
    done = 0
    for name in book.pages:
        page = _page(name, archive.read(name), options, watch, done / total)
        paragraphs, more = page.parts(tally)
        notes.add(more, len(found))
        found += paragraphs
        done += archive.size(name)
    language = language_code(book.language)
    return Content(notes.placed(found), language=language, left_out=tally.left_out())


def _page(name: str, data: bytes, options: ReadOptions, watch: Watch, done: float) -> PageReader:
    text = decode(data, options.encoding, declared_encoding(data)).text
    page = PageReader(name)
    for at in range(0, len(text), PIECE):
        watch.at(done)
        page.feed(text[at : at + PIECE])
    return page


def _refuse_locked(archive: Archive) -> None:
    problem = "its text is locked by its seller (DRM)"
    if any(name in archive for name in _RIGHTS):
        raise Unreadable(problem, _BUY)
    if _ENCRYPTION in archive:
        methods = _list(archive, _ENCRYPTION).iterfind(".//{*}EncryptedData/{*}EncryptionMethod")
        if any(method.get("Algorithm") not in _FONTS_ONLY for method in methods):
            raise Unreadable(problem, _BUY)


def _book(archive: Archive) -> _Book:
    """The pages of a book in reading order.

    Raises:
        Unreadable: it does not say which they are.
    """
    root = _list(archive, _CONTAINER).find(".//{*}rootfile[@full-path]")
    if root is None:
        raise damaged()
    name = unquote(root.get("full-path", ""))
    package = _list(archive, name)
    items = {item.get("id"): item for item in package.iterfind("{*}manifest/{*}item[@href]")}
    folder = posixpath.dirname(name)
    skipped = {
        _place(folder, each.get("href", ""))
        for each in package.iterfind("{*}guide/{*}reference[@href]")
        if (each.get("type") or "").lower() in _NAVIGATION
    }
    pages: dict[str, None] = {}
    lost: dict[str, None] = {}
    left_out = 0
    for step in package.iterfind("{*}spine/{*}itemref"):
        item = items.get(step.get("idref"))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        place = _place(folder, item.get("href", ""))
        if "nav" in (item.get("properties") or "").split() or place in skipped:
            left_out += 1
        else:
            (pages if place in archive else lost)[place] = None
    if not pages:
        raise Unreadable("it names no pages that could be read", "Look for another copy of it.")
    said = package.find("{*}metadata/{http://purl.org/dc/elements/1.1/}language")
    language = said.text if said is not None else None
    return _Book(tuple(pages), left_out, len(lost), language)


def _place(folder: str, address: str) -> str:
    """The entry that an address within a book means."""
    return posixpath.normpath(posixpath.join(folder, unquote(address.partition("#")[0])))


def _list(archive: Archive, name: str) -> etree._Element:
    """One of the lists in a book, parsed without entities and without the network.

    Raises:
        Unreadable: it is missing or damaged.
    """
    if name in archive and archive.size(name) > LARGEST_LIST:
        raise damaged()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(archive.read(name), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    if root is None:
        raise damaged()
    return root

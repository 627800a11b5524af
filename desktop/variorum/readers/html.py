"""HTML -> paragraphs. Nothing is fetched, and nothing on the page is run.

Imports lxml's parser, the walker and the standard library.
"""

from __future__ import annotations

import re
from typing import Final, cast

from lxml import etree

from variorum.readers.content import Content, LeftOut
from variorum.readers.encodings import decode
from variorum.readers.html_walker import HtmlWalker
from variorum.readers.options import ReadOptions
from variorum.readers.watch import Watch

PIECE: Final = 64 * 1024
"""In characters: some 5 ms of work, after which the caller is asked whether to go on."""
_HEAD: Final = 4096
"""A page names its encoding within so many bytes; the standard says 1,024, pages say otherwise."""
_DECLARED: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_XML_DECLARED: Final = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""")


def read(data: bytes, options: ReadOptions, watch: Watch) -> Content:
    """The text of a page.

    Raises:
        Unreadable: it is binary.
        Cancelled: the watch said so.
    """
    decoded = decode(data, options.encoding, declared_encoding(data))
    walker = walk(decoded.text, watch)
    return Content(
        paragraphs=tuple(walker.paragraphs),
        encoding=decoded.encoding,
        remark=decoded.remark,
        language=language_code(walker.language),
        left_out=tuple(LeftOut(kind, count) for kind, count in walker.left_out.items()),
    )


def walk(page: str, watch: Watch, begun: float = 0.0, ended: float = 1.0) -> HtmlWalker:
    """Walk through a page.

    Args:
        page: its characters; XHTML is as good.
        watch: asked and told after each piece.
        begun: the share of all work that was done before, 0 to 1.
        ended: the share that will be done then.
    """
    parser = etree.HTMLParser(
        target=HtmlWalker(), encoding="utf-8", no_network=True, recover=True, huge_tree=True
    )
    page = _normalised(page)
    for at in range(0, len(page), PIECE):
        watch.at(begun + (ended - begun) * at / len(page))
        parser.feed(page[at : at + PIECE].encode("utf-8", "replace"))
    if not page:
        return HtmlWalker()
    return cast("HtmlWalker", parser.close())


def _normalised(page: str) -> str:
    """With line feeds as line ends, and without NULs, at which the parser would end."""
    if "\r" in page:
        page = page.replace("\r\n", "\n").replace("\r", "\n")
    return page.replace("\0", "\ufffd")


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names for itself, if it does."""
    found = _XML_DECLARED.search(data[:_HEAD]) or _DECLARED.search(data[:_HEAD])
    return found[1].decode("ascii", "replace") if found else None


def language_code(said: str | None) -> str | None:
    """The ISO 639-1 code in what a document says of its language, such as `de` in `de-AT`."""
    if said is None:
        return None
    code = re.split(r"[-_]", said.strip().lower())[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None

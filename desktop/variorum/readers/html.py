"""HTML -> paragraphs. Nothing is fetched, and nothing on the page is run.

Imports lxml's parser, the walker and the standard library.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from variorum.engine import TextParagraph
from variorum.readers.building import Tally
from variorum.readers.content import Content
from variorum.readers.encodings import decode
from variorum.readers.errors import Unreadable
from variorum.readers.html_notes import Notes
from variorum.readers.html_walker import HtmlWalker
from variorum.readers.options import ReadOptions
from variorum.readers.watch import Watch

PIECE: Final = 64 * 1024
"""In characters: some 5 ms of work, after which the caller is asked whether to go on."""
MOST_LOOKED: Final = 10_000_000
"""Open elements that are looked at for end tags that end nothing: three seconds of work at most.
Real pages have a few such tags, and some twenty open elements."""
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
    page = PageReader()
    for at in range(0, len(decoded.text), PIECE):
        watch.at(at / len(decoded.text))
        page.feed(decoded.text[at : at + PIECE])
    tally = Tally()
    return Content(
        paragraphs=page.paragraphs(tally),
        encoding=decoded.encoding,
        remark=decoded.remark,
        language=page.language,
        left_out=tally.left_out(),
    )


class PageReader:
    """Takes the characters of a page, HTML or XHTML, and has its paragraphs in the end."""

    def __init__(self, name: str = "") -> None:
        """Nothing was fed yet.

        Args:
            name: of the page in a book of several.
        """
        self._walker = HtmlWalker(name)
        self._parser = etree.HTMLParser(
            target=self._walker, encoding="utf-8", no_network=True, recover=True, huge_tree=True
        )
        self._empty = True
        self._looked = 0
        """How many open elements were looked at for end tags that end nothing, at most."""
        self._ended_with_return = False

    def feed(self, page: str) -> None:
        """Take what comes next.

        Raises:
            Unreadable: for too many end tags the parser looked in vain for what they might end.
        """
        if self._ended_with_return and page.startswith("\n"):
            page = page[1:]
        self._ended_with_return = page.endswith("\r")
        # The parser ends at a NUL, and does not know the line ends of old Macs.
        page = page.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        if page:
            ended = self._walker.ended
            self._parser.feed(page.encode("utf-8", "replace"))
            self._empty = False
            futile = page.count("</") - (self._walker.ended - ended)
            self._looked += max(0, futile) * self._walker.depth
            if self._looked > MOST_LOOKED:
                raise Unreadable(
                    "its tags are nested in a way that no page needs",
                    "Open it in a browser, and copy its text from there.",
                )

    def paragraphs(self, tally: Tally) -> tuple[TextParagraph, ...]:
        """What was found, when all was fed; notes stand after what refers to them.

        Args:
            tally: takes what was left out.
        """
        found, notes = self.parts(tally)
        return notes.placed(found)

    def parts(self, tally: Tally) -> tuple[list[TextParagraph], Notes]:
        """What was found, when all was fed, as it stands on the page, and what notes are in it."""
        if not self._empty:
            self._parser.close()
        for kind, number in self._walker.left_out.items():
            tally.add(kind, number)
        return self._walker.paragraphs, self._walker.notes

    @property
    def language(self) -> str | None:
        """The ISO 639-1 code of the language that the page says it is in."""
        return language_code(self._walker.language)


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

"""RTF: documents of word processors in plain characters.

Imports the engine's public names and this room. Groups are kept on a stack of our own, so that no
nesting is too deep. Footnotes follow the paragraph that refers to them, endnotes stand at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from variorum.readers.content import Content
from variorum.readers.errors import Unreadable
from variorum.readers.options import ReadOptions
from variorum.readers.rtf_text import Walker
from variorum.readers.watch import Watch

_TOKEN: Final = re.compile(
    rb"\\(?:([a-zA-Z]{1,40})(-?[0-9]{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))"
    rb"|([{}])|([^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
_OFTEN: Final = 1 << 12
"""How many tokens pass between two reports of progress: some milliseconds."""

_MOST_GROUPS: Final = 1_000_000

_CUT: Final = "The file ends too early: a part of the text may be missing."


class _Token(NamedTuple):
    """A control word with its number, a sign, a byte, a brace, or text."""

    kind: str
    text: str = ""
    number: int | None = None
    data: bytes = b""


def read(data: bytes, options: ReadOptions, watch: Watch) -> Content:
    """The text of a document.

    Raises:
        Unreadable: it is no RTF.
    """
    start = data.find(b"{\\rtf", 0, 1 << 12)
    if start < 0:
        raise Unreadable("it is no RTF document", "Look for another copy of it.")
    walker = Walker(options.tracked_changes)
    remark = _CUT
    for count, (at, token) in enumerate(_tokens(data, start)):
        if count % _OFTEN == 0:
            watch.at(at / len(data))
        match token.kind:
            case "word":
                walker.word(token.text, token.number)
            case "open":
                _refuse_deep(walker.depth)
                walker.open()
            case "close":
                walker.close()
                if not walker.depth:
                    remark = ""
                    break  # what follows the document is no part of it
            case "byte" | "text":
                walker.take_bytes(token.data)
            case _:
                walker.sign(token.text)
    paragraphs = walker.paragraphs()
    return Content(paragraphs=paragraphs, left_out=walker.tally.left_out(), remark=remark)


def _refuse_deep(depth: int) -> None:
    if depth > _MOST_GROUPS:
        problem = f"its parts are nested over {_MOST_GROUPS:,} deep, which no text needs"
        raise Unreadable(problem, "Do not trust it; look for another copy.")


def _tokens(data: bytes, start: int) -> Iterator[tuple[int, _Token]]:
    """What the document consists of, and where it stands."""
    at = start
    while at < len(data):
        found = _TOKEN.match(data, at)
        if found is None:  # a backslash at the very end
            return
        at = found.end()
        word, number, code, sign, brace, text = found.groups()
        if word is not None:
            value = int(number) if number else None
            if word == b"bin":
                at += max(0, value or 0)
            yield at, _Token("word", word.decode("ascii"), value)
        elif text is not None:
            yield at, _Token("text", data=text)
        elif brace is not None:
            yield at, _Token("open" if brace == b"{" else "close")
        elif code is not None:
            yield at, _Token("byte", data=bytes.fromhex(code.decode("ascii")))
        elif sign is not None:
            yield at, _Token("sign", sign.decode("latin-1"))

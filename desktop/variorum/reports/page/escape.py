"""Text of any kind -> text of a page, where nothing of it is ever interpreted.

Imports the standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

REPLACEMENT: Final = "\ufffd"
"""Stands for what no page may hold and what has no sign of its own."""

_TAB, _LINE_END, _FORM_FEED = 0x09, 0x0A, 0x0C


def _replacements() -> dict[int, str]:
    """For each character that may not stand in a page as it is what stands there instead."""
    table = {code: chr(0x2400 + code) for code in range(0x20)}  # the pictures of the controls
    for white in (_TAB, _LINE_END, _FORM_FEED):
        del table[white]
    table[0x7F] = "\u2421"
    forbidden = [*range(0x80, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0)]
    forbidden += [plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)]
    return table | dict.fromkeys(forbidden, REPLACEMENT)


_TABLE: Final = _replacements()

_REPLACED: Final = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]")


def escaped(text: str) -> str:
    """The text as it may stand between tags and in a quoted attribute.

    Control characters become their pictures (U+2400 and up), and what has none, lone surrogates
    among it, becomes U+FFFD. Bidirectional controls stay: whoever puts a text into a sentence of
    the page isolates it, see `isolated`.
    """
    return escaped_words(text).replace('"', "&quot;").replace("'", "&#x27;")


def stays(text: str) -> bool:
    """Whether a text stands between tags as it is."""
    return not ("&" in text or "<" in text or ">" in text) and _is_plain(text)


def escaped_words(text: str) -> str:
    """The same for what stands between tags alone, where quotation marks mean nothing.

    Most pieces of a text need no change at all, and asking is quicker than replacing.
    """
    # None of what is replaced is printable, which is quick to ask.
    if not text.isprintable() and not _is_plain(text):
        text = text.translate(_TABLE)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def isolated(text: str) -> str:
    """A name or an excerpt for the middle of a sentence: its writing direction ends with it."""
    return f"<bdi>{escaped(text)}</bdi>"


def replaced(text: str, start: int, end: int) -> Iterator[int]:
    """The places in a stretch of text of which the page shows another character."""
    piece = text[start:end]
    if _is_plain(piece):
        return
    for found in _REPLACED.finditer(piece):
        yield start + found.start()


def _is_plain(text: str) -> bool:
    """Whether a page may surely hold all of it."""
    return text.isprintable() or text.replace("\n", " ").isprintable()

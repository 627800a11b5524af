"""The two texts that an annotated page shows, got out of it.

Imports the engine's public names and the standard library. This reads what `reports/page` writes,
and the same after a browser saved it; a page of another make has no texts for it. What a page has
of its own inside a paragraph, signs and ways, stands in `a` and `span` of the classes `chip` and
`gap`, first of their attributes; any other `a` is a sentence. Paragraphs stand in the cells of
their sides, `l` and `r`; in runs of lines, `k`, by turns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import cycle
from typing import Final

from variorum.engine import Side

_TEXTS: Final = re.compile(r"<main\b")
_CELL: Final = re.compile(r'<div class=(?:"([lr]|k(?: [^"]*)?)"|([klr]))(?: [^>]*)?>')
_CELL_END: Final = "</div>"
_PARAGRAPH: Final = re.compile(r"<p(?: [^>]*)?>")
_WAY: Final = re.compile(r'<a class="?(?:chip|gap)\b.*?</a>', re.DOTALL)
_CHIP: Final = re.compile(r'<span class="?chip\b.*?</span>', re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")

_SIDES: Final = {"l": (Side.LEFT,), "r": (Side.RIGHT,), "k": (Side.LEFT, Side.RIGHT)}
"""Whose paragraphs stand in a cell, by its class; of more sides by turns."""


def page_texts(page: str) -> dict[Side, list[str]]:
    """The paragraphs of both sides from top to bottom, as the page shows them.

    What no page may hold stands there as another character, one for each.
    """
    out: dict[Side, list[str]] = {side: [] for side in Side}
    begin = _TEXTS.search(page)
    parts = page[begin.end() if begin else len(page) :].split(_CELL_END)
    for part in parts[:-1]:
        cell = _CELL.search(part, 0, _past(">", part))
        if cell is None:
            continue
        sides = _SIDES[(cell[1] or cell[2])[0]]
        for side, paragraph in zip(cycle(sides), _paragraphs(part[cell.end() :]), strict=False):
            out[side].append(paragraph)
    return out


def _paragraphs(cell: str) -> Iterator[str]:
    """The texts of the paragraphs of a cell."""
    end = _past(">", cell)
    paragraphs = _PARAGRAPH.split(cell[:end])[1:]
    if paragraphs:
        paragraphs[-1] += cell[end:]
    for paragraph in paragraphs:
        bare = _without(_TAG, ">", _without(_CHIP, "</span>", _without(_WAY, "</a>", paragraph)))
        yield unescape(bare)


def _without(what: re.Pattern[str], closer: str, text: str) -> str:
    """A text without what ends with a closer."""
    end = _past(closer, text)
    return what.sub("", text[:end]) + text[end:]


def _past(closer: str, text: str) -> int:
    """Where the last closer of a text ends.

    What opens behind it is never closed. To look for the ends of all these would take time with
    the square of their number, for which a page may have been made.
    """
    return text.rfind(closer) + len(closer) if closer in text else 0

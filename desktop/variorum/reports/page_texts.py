"""The two texts that an annotated page shows, got out of it.

Imports the engine's public names and the standard library. This reads what `reports/page` writes,
and the same after a browser saved it; a page of another make has no texts for it. What a page has
of its own inside a paragraph, signs and ways, stands in `a` and in `span class=chip`. Paragraphs
stand in the cells of their sides, `l` and `r`; in runs of lines, `k`, by turns.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import cycle
from typing import Final

from variorum.engine import Side

_TEXTS: Final = re.compile(r"<main\b")
_CELL: Final = re.compile(
    r'<div class=(?:"([lr]|k(?: [^"]*)?)"|([klr]))(?: [^>]*)?>(.*?)</div>', re.DOTALL
)
_PARAGRAPH: Final = re.compile(r"<p(?: [^>]*)?>")
_SIGN: Final = re.compile(r'<a\b.*?</a>|<span class="?chip\b.*?</span>', re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")

_SIDES: Final = {"l": (Side.LEFT,), "r": (Side.RIGHT,), "k": (Side.LEFT, Side.RIGHT)}
"""Whose paragraphs stand in a cell, by its class; of more sides by turns."""


def page_texts(page: str) -> dict[Side, list[str]]:
    """The paragraphs of both sides from top to bottom, as the page shows them.

    What no page may hold stands there as another character, one for each.
    """
    out: dict[Side, list[str]] = {side: [] for side in Side}
    begin = _TEXTS.search(page)
    for cell in _CELL.finditer(page, begin.end() if begin else len(page)):
        sides = _SIDES[(cell[1] or cell[2])[0]]
        for side, paragraph in zip(cycle(sides), _PARAGRAPH.split(cell[3])[1:], strict=False):
            out[side].append(unescape(_TAG.sub("", _SIGN.sub("", paragraph))))
    return out

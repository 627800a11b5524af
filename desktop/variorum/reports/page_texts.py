"""The two texts that an annotated page shows, got out of it.

Imports the engine's public names and the standard library. This reads what `reports/page` writes,
and the same after a browser saved it; a page of another make has no texts for it. What a page has
of its own inside a paragraph, signs and ways, stands in `a` and in `span class=chip`.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from variorum.engine import Side

_TEXTS: Final = re.compile(r"<main\b")
_CELL: Final = re.compile(r'<div class=(?:"([lr])"|([lr]))(?: [^>]*)?>(.*?)</div>', re.DOTALL)
_PARAGRAPH: Final = re.compile(r"<p(?: [^>]*)?>")
_SIGN: Final = re.compile(r'<a\b.*?</a>|<span class="?chip\b.*?</span>', re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")


def page_texts(page: str) -> dict[Side, list[str]]:
    """The paragraphs of both sides from top to bottom, as the page shows them.

    What no page may hold stands there as another character, one for each.
    """
    out: dict[Side, list[str]] = {side: [] for side in Side}
    begin = _TEXTS.search(page)
    for cell in _CELL.finditer(page, begin.end() if begin else len(page)):
        side = Side.LEFT if (cell[1] or cell[2]) == "l" else Side.RIGHT
        for paragraph in _PARAGRAPH.split(cell[3])[1:]:
            out[side].append(unescape(_TAG.sub("", _SIGN.sub("", paragraph))))
    return out

"""The two texts that an annotated page shows, got out of it.

Imports the engine's public names and the standard library. This reads what `reports/page` writes,
and the same after a browser saved it; a page of another make has no texts for it. What a page has
of its own inside a paragraph, signs and ways, stands in `a` and `span` of the classes `chip` and
`gap`, first of their attributes; any other `a` is a sentence. Paragraphs stand in the cells of
their sides, `l` and `r`; in runs of lines, `k`, by turns, and what faces nothing there in `del` or
`ins`.
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
_LONE: Final = re.compile(r"<(del|ins)(?: [^>]*)?>(.*?)</\1>", re.DOTALL)
"""What faces nothing in a run of lines; elsewhere, the words of a paragraph."""
_PARAGRAPH_END: Final = "</p>"
_WAY: Final = re.compile(r'<a class="?(?:chip|gap)\b.*?</a>', re.DOTALL)
_CHIP: Final = re.compile(r'<span class="?chip\b.*?</span>', re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")

_SIDES: Final = {"l": Side.LEFT, "r": Side.RIGHT}
"""Whose paragraphs stand in a cell, by its class."""


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
        content = part[cell.end() :]
        name = (cell[1] or cell[2])[0]
        if name in _SIDES:
            out[_SIDES[name]] += _paragraphs(content)
        else:
            for side, paragraph in _lines(content):
                out[side].append(paragraph)
    return out


def _lines(run: str) -> Iterator[tuple[Side, str]]:
    """The texts of the lines of a run, each with its side."""
    # What faces nothing stands right after what is closed: the run's beginning, another one, or a
    # paragraph with an end, which no other one has. A browser that saves a page gives all an end.
    paired = cycle(Side)
    at = 0
    for lone in _lone(run):
        for paragraph in _paragraphs(run[at : lone.start()]):
            yield next(paired), paragraph
        side = Side.LEFT if lone[1] == "del" else Side.RIGHT
        inside = lone[2]
        for paragraph in _paragraphs(inside if _PARAGRAPH.match(inside) else f"<p>{inside}"):
            yield side, paragraph
        at = lone.end()
    for paragraph in _paragraphs(run[at:]):
        yield next(paired), paragraph


def _lone(run: str) -> Iterator[re.Match[str]]:
    """What faces nothing in a run of lines."""
    end = max(_past("</del>", run), _past("</ins>", run))
    found = _LONE.match(run, 0, end)
    at = 0
    while True:
        while found:
            yield found
            at = found.end()
            found = _LONE.match(run, at, end)
        at = run.find(_PARAGRAPH_END, at, end)
        if at < 0:
            return
        at += len(_PARAGRAPH_END)
        found = _LONE.match(run, at, end)


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

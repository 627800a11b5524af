"""Where the words of a text begin: for double clicks, and for steps from word to word.

Imports Qt's boundary finder, which follows Unicode's rules, and a dictionary for Thai where the
system has one (libthai). Positions are code points of the text that is given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QTextBoundaryFinder

from variorum.engine import Span
from variorum.window.offsets import Offsets

_HIRAGANA: Final = re.compile("[\u3041-\u309f\u30fc]+")
_KANJI: Final = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_KANA: Final = re.compile("[\u3041-\u30ff]")


class Words:
    """The words, signs and runs of spaces of a text.

    Unicode's rules take Chinese characters and hiragana one by one. So are Chinese ones here, as
    the comparison takes them. In Japanese, runs of kanji and of hiragana are taken as words.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._borders = _borders(text)

    def at(self, position: int) -> Span:
        """The word, the sign or the run of spaces that a position stands in."""
        if not self._text:
            return Span(0, 0)
        number = bisect_right(self._borders, min(position, len(self._text) - 1)) - 1
        return Span(self._borders[number], self._borders[number + 1])

    def beside(self, position: int, *, forward: bool) -> int | None:
        """Where the next word begins, or the one before; an end of the text behind the last.

        None at the end that one would go to.
        """
        starts = (at for at in self._borders[:-1] if not self._text[at].isspace())
        if forward:
            if position >= len(self._text):
                return None
            return next((at for at in starts if at > position), len(self._text))
        if position <= 0:
            return None
        return max((at for at in starts if at < position), default=0)


def _borders(text: str) -> list[int]:
    """Where each word begins, and the end of the last one."""
    offsets = Offsets(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
    found = [0]
    while (unit := finder.toNextBoundary()) > 0:
        border = offsets.from_qt(unit)
        if border > found[-1]:
            found.append(border)
    whole = _joined(text, found) if _KANA.search(text) else found
    return _without_spaces(text, whole)


def _joined(text: str, borders: list[int]) -> list[int]:
    """Runs of kanji as one word each, and runs of hiragana."""
    inside = {
        at
        for script in (_HIRAGANA, _KANJI)
        for run in script.finditer(text)
        for at in range(run.start() + 1, run.end())
    }
    return [at for at in borders if at not in inside]


def _without_spaces(text: str, borders: list[int]) -> list[int]:
    """The spaces behind a Thai word by themselves; the dictionary leaves them at the word."""
    out = borders[:1]
    for start, end in pairwise(borders):
        bare = start + len(text[start:end].rstrip())
        if start < bare < end:
            out.append(bare)
        out.append(end)
    return out

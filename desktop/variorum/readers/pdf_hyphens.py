"""Hyphens at the ends of lines: which of them belong to their words.

Imports the lines of pages and the standard library. The document itself is the dictionary: how a
word is written elsewhere in it decides, and whether it is hyphenated at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from variorum.readers.pdf_lines import Line

OFTEN: Final = 0.025
"""From this share of lines on that end with a hyphen, the text is hyphenated (such texts: .05 to
.2; texts that break compounds only: 0 to .015)."""
JUSTIFIED: Final = 0.3
"""From this share on of lines that end where the one before ends, the text is justified (.5 to .7;
ragged texts: .05), and a fourth as many hyphens show that it is hyphenated."""

_WORD: Final = re.compile(r"[^\s.,;:!?()\[\]{}“”„‚‘«»‹›\"—–…\-‐/]+")
_TOGETHER: Final = 500
"""So many lines are cut into words at a time."""
_COMPOUND: Final = re.compile(r"(?<![\w-])[^\W_]+(?:[-‐][^\W_]+)+(?![\w-])")
_ADDRESS: Final = re.compile(r"(?:\w://|www\.|@\w)\S*$")
_AFTER_PART: Final = re.compile(r"[\w/][/_?&=#%~+:]$")
_LAST: Final = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*$")
_FIRST: Final = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*")


def is_within_address(a: Line, b: Line) -> bool:
    """Whether the end of a line breaks an address or a path: nothing stands there then."""
    text, following = a.text[a.text.rfind(" ") + 1 :], b.text[:2]
    if following[:1].isspace() or not following:
        return False
    if _ADDRESS.search(text):
        begins_part = following[0] in "/?&#=_%~" and following[1:].isalnum()
        goes_on = text.endswith(".") and (following[0].islower() or following[0].isdigit())
        return begins_part or goes_on or _AFTER_PART.search(text) is not None
    if text.endswith(":") and following == "//":
        return True
    return text.endswith("/") and len(text) > 1 and following[0].isalnum()


class Hyphens:
    """What is known of the words of a document."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Learn the words that stand within lines."""
        kept = list(lines)
        self._words: set[str] = set()
        self._compounds: set[str] = set()
        self._is_hyphenated = self._find_out(kept)
        if any(line.hyphen for line in kept):
            for first in range(0, len(kept), _TOGETHER):
                text = "\n".join([line.text for line in kept[first : first + _TOGETHER]]).lower()
                self._words.update(_WORD.findall(text))
            for line in kept:
                if "-" in line.text or "‐" in line.text:
                    found = _COMPOUND.findall(line.text.lower())
                    self._compounds.update(word.replace("‐", "-") for word in found)

    def _find_out(self, lines: Sequence[Line]) -> bool:
        """Whether words of the text are broken at all."""
        broken = sum(
            self.is_broken(a, b) and not b.text[0].isupper() for a, b in pairwise(lines) if a.hyphen
        )
        if not broken:
            return False
        flush = sum([-3 < a.right - b.right < 3 and a.page == b.page for a, b in pairwise(lines)])
        often = OFTEN / 4 if flush > JUSTIFIED * len(lines) else OFTEN
        return broken > often * len(lines)

    def is_broken(self, a: Line, b: Line) -> bool:
        """Whether a line ends with a hyphen, and the next one goes on with a letter."""
        return a.hyphen != "" and b.text[:1].isalnum()

    def sign(self, a: Line, b: Line) -> str:
        """What the two parts of a broken word are joined by: a hyphen or nothing."""
        return "-" if self.is_own(a, b) else ""

    def is_own(self, a: Line, b: Line) -> bool:
        """Whether the hyphen belongs to the word, as in "well-known"."""
        if a.is_soft:
            return False
        if _ADDRESS.search(a.text, a.text.rfind(" ") + 1):
            return True
        first, second = _parts(a, b)
        if not first or not second or b.text[0].isupper() or b.text[0].isdigit():
            return True
        if f"{first}-{second}" in self._compounds:
            return True
        if f"{first.rpartition('-')[2]}{second.partition('-')[0]}" in self._words:
            return False
        if "-" in first or "-" in second:
            return True
        return not self._is_hyphenated


def _parts(a: Line, b: Line) -> tuple[str, str]:
    """The last letters of a line, without its hyphen, and the first of the next, in lower case."""
    last = _LAST.search(a.text, a.text.rfind(" ") + 1)
    first = _FIRST.match(b.text)
    return (last[0].lower() if last else "", first[0].lower() if first else "")

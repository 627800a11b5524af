"""What line ends tell: whether lines were broken at a width, and which breaks are meant.

Imports only the standard library. Widths are counted in cells: a Chinese, Japanese or Korean
character takes two, any other code point one.

The idea: a program or typist who fills lines breaks one only where the next word no longer fits.
A break before a word that would have fitted is meant: a paragraph, a heading, an item, a verse.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

_SYLLABLE: Final = 3
"""Code points of a Korean syllable in parts, at most."""
_WORD: Final = re.compile(r"\S*")
_WORD_PART: Final = re.compile(r"\w[^\s-]*-?|\S+")
_CLOSERS: Final = "\"'”’“‘»«›‹）)]}」』】〕〉》＂*_"
_ENDS: Final = frozenset(".!?…。！？؟۔।॥:：;;·։።")
_PAUSES: Final = frozenset(",;:—–-，、；：،؛·") | _ENDS
_INNER_PAUSE: Final = re.compile(
    rf"[{re.escape(''.join(sorted(_PAUSES)))}][{re.escape(_CLOSERS)}]*\s|[。！？，；：、](?=.)"
)
"""A mark of punctuation inside a line; Chinese and Japanese have no space after it."""
_OPENERS: Final = "\"'“‘„«»([-–—…`*_|"
_MARKED: Final = re.compile(r":[a-z][\w.:+-]*:`")
"""A word of running text with its role in reStructuredText, as in ``:ref:`there```."""
_SET_OFF: Final = re.compile(rf"`|\*\w|{_MARKED.pattern}")
_ITEM: Final = re.compile(
    r"(?:[-–—*+•◦▪‣·○●■□☐☑✓]|\(?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})[.)])\s+\S|\d{1,3}\.\s*[^\W\d_]"
)


class Line(NamedTuple):
    """A line of a text that has more than white space."""

    start: int
    """The code point of the text where its first visible character stands."""
    end: int
    """Behind its last visible character."""
    text: str
    """From `start` to `end`."""
    indent: int
    """Cells before `start`; a tab counts eight."""
    reach: int
    """Where it ends, in cells from the margin."""

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends with a stop, a colon or a semicolon, quotation marks aside."""
        return self.text.rstrip(_CLOSERS)[-1:] in _ENDS

    @property
    def pauses(self) -> bool:
        """Whether it ends with any mark of punctuation."""
        return self.text.rstrip(_CLOSERS)[-1:] in _PAUSES

    @property
    def inner_pauses(self) -> int:
        """How many marks of punctuation stand between its words."""
        return len(_INNER_PAUSE.findall(self.text))

    @property
    def begins_small(self) -> bool:
        """Whether its first letter is a small one, quotation marks and signs of markup aside."""
        first = self.text[0]
        if first.isalpha():
            return first.islower()
        return _MARKED.match(self.text) is not None or self.text.lstrip(_OPENERS)[:1].islower()

    @property
    def begins_marked(self) -> bool:
        """Whether its first word is set off by markup, as words inside a sentence are."""
        return _SET_OFF.match(self.text) is not None

    @property
    def is_open(self) -> bool:
        """Whether it ends inside of what stands between backquotes."""
        return self.text.count("`") % 2 == 1

    @property
    def is_item(self) -> bool:
        """Whether it begins like an item of a list."""
        return _ITEM.match(self.text) is not None


@cache
def _wide() -> re.Pattern[str]:
    """Characters of two cells; compiled when a text needs it, because that takes long."""
    return re.compile(
        r"[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f"
        r"\uff00-\uff60\U00020000-\U0003fffd]"
    )


def cells(text: str) -> int:
    """How wide a text is in a font of fixed width."""
    if text.isascii():
        return len(text)
    text = _composed(text)
    return len(text) + len(_wide().findall(text))


def _composed(text: str) -> str:
    """A text with its syllables and accented letters whole: their parts take no cells."""
    return unicodedata.normalize("NFC", text)


def room_left(line: Line, following: Line, width: int, *, hyphens: bool = False) -> int:
    """The cells that would be left if the next line's first word were put at the end of a line.

    Below zero where the break was forced.

    Args:
        line: the line before the break.
        following: the line after it.
        width: of the whole text.
        hyphens: whether lines may also break after the hyphen of a word.
    """
    return width - reach_with_next(line, following, hyphens=hyphens)


def reach_with_next(line: Line, following: Line, *, hyphens: bool = False) -> int:
    """How far a line would reach with the first word of the next one.

    Between Chinese characters a line may break anywhere.
    """
    if not following.text[0].isascii():
        first = _composed(following.text[:_SYLLABLE])[0]
        if _wide().match(first) and not "\uac00" <= first <= "\ud7a3":
            return line.reach + 2
    word = (_WORD_PART if hyphens else _WORD).match(following.text)
    joined = hyphens and line.text.endswith("-")
    return line.reach + (not joined) + cells(word[0] if word else "")


def goes_on(line: Line, following: Line) -> bool:
    """Whether a sentence surely runs across a line end.

    Told by a small letter after it; in scripts without capitals by no punctuation before it.
    """
    if following.begins_small:
        return not line.ends_sentence
    first = following.text[:1]
    return first.isalpha() and not first.isupper() and not line.pauses


def wrap_width(breaks: Sequence[tuple[Line, Line]]) -> int:
    """How far nine in ten of the lines before these breaks reach: the width, strays left out."""
    reaches = sorted(line.reach for line, _ in breaks)
    return reaches[(len(reaches) - 1) * 9 // 10] if reaches else 0

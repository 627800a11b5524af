"""The words of plain prose, counted and told apart quickly.

What counts as a word says the grammar in `tokens.py`; here the same comes from sorting bytes, for
texts without anything difficult whose letters one of the code pages has. Imports only the standard
library.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, NamedTuple

_LETTER: Final = b"a"
_DIGIT: Final = b"0"
_JOINER: Final = b"-"
"""What joins two words into one: a hyphen, an apostrophe."""
_STOP: Final = b"."
_PAUSE: Final = b","
"""What joins digits."""
_QUOTE: Final = b'"'
"""What is inside abbreviations in Hebrew."""
_OTHER: Final = b" "
_DOUBT: Final = b"?"
"""What only the grammar knows how to take."""

_JOINING: Final = "-'&@\u2019\u00b7"
_DOUBTFUL: Final = ("Mn", "Mc", "Cf")
"""The categories of marks and invisible signs, which belong to words."""
_LACKING: Final = "\ufffd"
"""Stands for what a code page lacks."""


def _sort(character: str) -> bytes:
    if character.isalpha():
        return _LETTER
    if character.isdigit() or character == "_":
        return _DIGIT
    if character.isalnum() or character == _LACKING:
        return _DOUBT
    if unicodedata.category(character) in _DOUBTFUL:
        return _DOUBT
    if character in _JOINING:
        return _JOINER
    if character == ".":
        return _STOP
    if character in '"\u05f4':
        return _QUOTE
    return _PAUSE if character in ",:/" else _OTHER


class _Page(NamedTuple):
    """What the bytes of a code page are."""

    name: str
    sorts: bytes
    """The sort of each byte."""
    letters: bytes
    """Each byte if it is a letter, or else a space."""


def _page(name: str) -> _Page:
    shown = bytes(range(256)).decode(name, "replace")
    sorts = b"".join(map(_sort, shown))
    letters = bytes(c if sorts[c] == _LETTER[0] else _OTHER[0] for c in range(256))
    return _Page(name, sorts, letters)


_ASCII: Final = _page("ascii")
_PAGES: Final = ("cp1252", "cp1250", "cp1254", "cp1251", "cp1253", "cp1255", "cp1256")
"""Of Western and Central Europe, Turkish, Russian and its kin, Greek, Hebrew and Arabic."""

_WESTERN: Final = 3
"""How many of them have Latin letters with diacritics."""

_LETTER_BEYOND: Final = re.compile("[^\0-\u02ff\u2000-\u2bff]")
"""One that is not Latin."""

_BEYOND: Final = re.compile("[^\0-\u02ff\u0370-\u04ff\u05d0-\u06ff\u2000-\u2bff]")
"""One that no code page has."""

_LAST_LETTER: Final = "\u2bff"


@cache
def _pages() -> tuple[_Page, ...]:
    return tuple(map(_page, _PAGES))


def _candidates(text: str) -> tuple[_Page, ...]:
    """The pages that may have all letters of a text."""
    if text[0] > _LAST_LETTER:
        return ()  # quickly told, of Chinese and Japanese
    if not _LETTER_BEYOND.search(text):
        return _pages()[:_WESTERN]
    return () if _BEYOND.search(text) else _pages()[_WESTERN:]


_WORDS: Final = bytes(_LETTER[0] if c in _LETTER + _DIGIT else _OTHER[0] for c in range(256))
_END: Final = _LETTER + _OTHER
"""Where a word ends."""
_BETWEEN: Final = bytes(_OTHER[0] if c in _STOP + _PAUSE + _QUOTE else c for c in range(256))

# Of two bytes, searches and counts look for the last one first: it should be the rarer one. An
# expression that begins with a byte looks for that, and takes a sixth of the time of `in` here.
_STOPPED: Final = re.compile(rb"\.(?=a)")
"""A full stop inside a word."""
_JOINED: Final = re.compile(rb"-(?=a)")
"""A joiner before letters."""
_QUOTED: Final = re.compile(rb'"(?=a)(?<=a")')
"""A quotation mark between letters."""
_JOINTS: Final = re.compile(rb"-(?=a)(?<=[a0]-)")
"""A joiner between words."""
_JOINTS_WITH_DIGITS: Final = re.compile(rb"-(?=[a0])(?<=[a0]-)")
"""The same; digits make words, too."""


def split_plain(text: str) -> list[str] | None:
    """The words of a text; None if it is not plain enough to tell them.

    Words of letters alone are, with nothing that may join them.
    """
    found = _sorted(text)
    if found is None:
        return None
    page, signs, sorts = found
    if _DIGIT in sorts or _JOINED.search(sorts) or _has_signs_inside(sorts):
        return None
    return signs.translate(page.letters).decode(page.name).split()


def count_plain(text: str) -> int | None:
    """How many words a text has; None if it is not plain enough to tell.

    Runs of letters and digits are words, and two of them with a joiner between them are one.
    Full stops inside words and digits beside letters are left to the grammar.
    """
    found = _sorted(text)
    if found is None:
        return None
    sorts = found[2]
    if _has_signs_inside(sorts):
        return None
    digits = _DIGIT in sorts
    if digits and any(doubtful in sorts for doubtful in (b"a0", b"0a", b".0", b"0,0")):
        return None
    words = (sorts.translate(_WORDS) + _OTHER).count(_END)
    if _JOINER not in sorts:
        return words
    joints = _JOINTS_WITH_DIGITS if digits else _JOINTS
    return words - len(joints.findall(sorts.translate(_BETWEEN)))


def _has_signs_inside(sorts: bytes) -> bool:
    """Whether a word has a full stop or a quotation mark inside."""
    return bool(_STOPPED.search(sorts) or _QUOTED.search(sorts))


def _sorted(text: str) -> tuple[_Page, bytes, bytes] | None:
    """The first page that has all characters of a text, its bytes there, and the sort of each."""
    if text.isascii():
        signs = text.encode("ascii")
        return _ASCII, signs, signs.translate(_ASCII.sorts)
    for page in _candidates(text):
        try:
            signs = text.encode(page.name)
        except UnicodeEncodeError:
            continue
        sorts = signs.translate(page.sorts)
        return None if _DOUBT in sorts else (page, signs, sorts)
    return None

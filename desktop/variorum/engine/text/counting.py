"""The words of plain prose, counted and told apart quickly.

What counts as a word says the grammar in `tokens.py`; here the same comes from sorting bytes, for
texts without anything difficult. Imports only the standard library.
"""

from __future__ import annotations

import re
from typing import Final

_LETTER: Final = b"a"
_DIGIT: Final = b"0"
_JOINER: Final = b"-"
"""What joins two words into one: a hyphen, an apostrophe."""
_STOP: Final = b"."
_PAUSE: Final = b","
"""What joins digits."""
_OTHER: Final = b" "


def _sort(character: str) -> bytes:
    if character.isalpha():
        return _LETTER
    if character.isdigit() or character == "_":
        return _DIGIT
    if character in "-'&@":
        return _JOINER
    if character == ".":
        return _STOP
    return _PAUSE if character in ",:/" else _OTHER


_SORTS: Final = b"".join(_sort(chr(code)) for code in range(128)) + _OTHER * 128
_WORDS: Final = bytes(_LETTER[0] if c in _LETTER + _DIGIT else _OTHER[0] for c in range(256))
_BEGINNING: Final = _OTHER + _LETTER
"""Where a word begins."""

_LETTERS_ALONE: Final = bytes(c if c < 128 and chr(c).isalpha() else _OTHER[0] for c in range(256))

_FOREIGN: Final = re.compile("[^\0-\x7f\u2013\u2014\u2018\u2019\u201c\u201d\u2026]")
"""All but English letters and the signs of printed English."""


def split_plain(text: str) -> list[str] | None:
    """The words of a text; None if it is not plain enough to tell them.

    Words of letters alone are, with nothing that may join them.
    """
    if not text.isascii():
        return None
    signs = text.encode("ascii")
    sorts = signs.translate(_SORTS)
    if b".a" in sorts or b"-a" in sorts or _DIGIT in sorts:
        return None
    return signs.translate(_LETTERS_ALONE).decode("ascii").split()


def count_plain(text: str) -> int | None:
    """How many words a text has; None if it is not plain enough to tell.

    Runs of letters and digits are words, and two of them with a joiner between them are one.
    Full stops inside words and digits beside letters are left to the grammar.
    """
    if not text.isascii():
        if _FOREIGN.search(text):
            return None
        text = text.replace("\u2019", "'")
    sorts = text.encode("ascii", "replace").translate(_SORTS)
    if b".a" in sorts:
        return None
    digits = _DIGIT in sorts
    if digits and any(doubtful in sorts for doubtful in (b"a0", b"0a", b".0", b"0,0")):
        return None
    words = (b" " + sorts.translate(_WORDS)).count(_BEGINNING)
    if _JOINER not in sorts:
        return words
    return words - _joints(sorts, b"-a") - (_joints(sorts, b"-0") if digits else 0)


def _joints(sorts: bytes, joint: bytes) -> int:
    """How often a joiner stands between words: before one, and not behind anything else."""
    lone = sum(sorts.count(before + joint) for before in (b" ", b"-", b".", b","))
    return sorts.count(joint) - lone - sorts.startswith(joint)

"""Cuts a text to a length: between words, and where there are none between signs.

Imports only the standard library. A sign is what one sees as one: a letter with its vowels, tones
and accents, an emoji of several parts.
"""

from __future__ import annotations

import unicodedata
from typing import Final

UNSPACED: Final = 24
"""In characters: a text that has no space up to there is written without, or nearly."""

_JOINER: Final = "\u200d"
_JOINED: Final = frozenset(
    (
        _JOINER,
        "\u0e33",
        "\u0eb3",
        *map(chr, range(0x1F3FB, 0x1F400)),
        *map(chr, range(0xE0020, 0xE0080)),
    )
)
"""What belongs to the sign before it, besides combining marks: the joiner, the vowel am of Thai
and Lao, the colours and the tags of emoji."""


def head_of(text: str, length: int) -> str:
    """The first whole words of a text that is longer; of one without spaces, what fits of it.

    Args:
        text: with single spaces.
        length: the most characters.
    """
    words = text[: length + 1].rpartition(" ")[0].rstrip(" …")
    is_spaced = len(text.partition(" ")[0]) <= UNSPACED
    if words or is_spaced:
        return words
    while length and _is_joined(text, length):
        length -= 1
    return text[:length]


def tail_of(text: str, length: int) -> str:
    """The last whole words of a text that is longer; of one without spaces, what fits of it.

    Args:
        text: with single spaces.
        length: the most characters.
    """
    start = max(0, len(text) - length)
    end = text[start:]
    if " " in end.rstrip():
        return end.split(" ", 1)[1]
    while start and _is_joined(text, start):
        start += 1
    return text[start:]


def shortened(text: str, length: int) -> str:
    """A text, or its beginning and three dots.

    Args:
        text: with single spaces.
        length: the most characters, without the dots.
    """
    return text if len(text) <= length else f"{head_of(text, length) or text[:length]}…"


def _is_joined(text: str, at: int) -> bool:
    """Whether what stands at a place belongs to what stands before it."""
    if not 0 < at < len(text):
        return False
    return (
        text[at] in _JOINED or unicodedata.category(text[at])[0] == "M" or text[at - 1] == _JOINER
    )

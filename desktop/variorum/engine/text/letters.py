"""Letters that have several code points, though a reader sees one letter.

Imports the standard library. Which of them a text has depends on its age and on the keyboard, so
that many words of an old text would be changed in a newer copy of it. Unicode calls none of these
canonically equivalent.
"""

from __future__ import annotations

import re
from typing import Final

PERSIAN_Y: Final = "\u06cc"
_ARABIC_Y: Final = "\u064a"
_DOTLESS_Y: Final = "\u0649"
"""Stands at the end of words for the Persian one, too. In Arabic it is a letter of its own, in
which two words may differ."""

TATWEEL: Final = "\u0640"
"""Stretches a line of Arabic; no letter."""

_SAME: Final = (
    # Persian and Urdu share these with Arabic; old keyboards had the Arabic ones alone.
    ("\u06a9", "\u0643"),  # k
    (PERSIAN_Y, _ARABIC_Y),
    ("\u06c1", "\u0647"),  # the h of Urdu
    ("\u06c2", "\u0647\u0654"),  # the same with a hamza above
    ("\u06c0", "\u0647\u0654"),  # that of Persian
    # Romanian s and t with a comma, which old fonts had with a cedilla alone.
    ("\u0218", "\u015e"),
    ("\u0219", "\u015f"),
    ("\u021a", "\u0162"),
    ("\u021b", "\u0163"),
    # Letters of Malayalam and Bengali without a vowel, written with a joiner before Unicode 5.1.
    ("\u0d23\u0d4d\u200d", "\u0d7a"),
    ("\u0d28\u0d4d\u200d", "\u0d7b"),
    ("\u0d30\u0d4d\u200d", "\u0d7c"),
    ("\u0d32\u0d4d\u200d", "\u0d7d"),
    ("\u0d33\u0d4d\u200d", "\u0d7e"),
    ("\u0d15\u0d4d\u200d", "\u0d7f"),
    ("\u09a4\u09cd\u200d", "\u09ce"),
    # The wave dash of Japanese, which Windows takes for a full-width tilde.
    ("\u301c", "\uff5e"),
)
_THERE: Final = re.compile(
    "[\u0218-\u021b\u06a9\u06c0-\u06c2\u06cc\u0e4d\u0ecd\u301c]|\u0d4d\u200d|\u09cd\u200d"
)
_THAI_AM: Final = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32|\u0ecd([\u0ec8-\u0ecb]?)\u0eb2")
"""The vowel am of Thai and Lao typed as its two halves, a tone between them or not."""


def same_letters(text: str) -> str:
    """A text with one code point for each of these letters."""
    if text.isascii() or not _THERE.search(text):
        return text
    for other, letter in _SAME:
        text = text.replace(other, letter)
    return _THAI_AM.sub(_whole_am, text)


def _whole_am(halves: re.Match[str]) -> str:
    thai, lao = halves.groups()
    return f"{thai}\u0e33" if thai is not None else f"{lao}\u0eb3"


def one_y(text: str) -> str:
    """The same, and one letter for both kinds of y: right where a word has the Persian."""
    return text if text.isascii() else same_letters(text).replace(_DOTLESS_Y, _ARABIC_Y)


def like_letters(text: str) -> str:
    """The same for what looks for likeness alone: no letter is stretched."""
    return text if text.isascii() else one_y(text).replace(TATWEEL, "")

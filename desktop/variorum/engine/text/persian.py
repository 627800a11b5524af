"""Letters that Persian and Urdu share with Arabic and that have code points of their own.

Imports nothing. Which ones a text has depends on its age and on the keyboard: older ones have those
of Arabic, and half of the words of a text would be changed in a newer copy of it.
"""

from __future__ import annotations

from typing import Final

PERSIAN_Y: Final = "\u06cc"
_ARABIC_Y: Final = "\u064a"
_DOTLESS_Y: Final = "\u0649"
"""Stands at the end of words for the Persian one, too. In Arabic it is a letter of its own, in
which two words may differ."""

_SAME: Final = (
    ("\u06a9", "\u0643"),  # k
    (PERSIAN_Y, _ARABIC_Y),
    ("\u06c1", "\u0647"),  # the h of Urdu
    ("\u06c2", "\u0647\u0654"),  # the same with a hamza above
    ("\u06c0", "\u0647\u0654"),  # that of Persian
)


def same_letters(text: str) -> str:
    """A text with the Arabic ones for all letters that are the same."""
    if text.isascii():
        return text
    for other, letter in _SAME:
        text = text.replace(other, letter)
    return text


def like_letters(text: str) -> str:
    """The same, and both kinds of y at the end of words are one: for what looks for likeness."""
    return text if text.isascii() else same_letters(text).replace(_DOTLESS_Y, _ARABIC_Y)

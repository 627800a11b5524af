"""Accents of PDF that were drawn above or below a letter as signs of their own: one letter is read.

Imports the characters of pages and the standard library. Older fonts of TeX have no letters with
accents: "può" is drawn as p, u, an accent, and an o below it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from variorum.readers.pdf_characters import Characters

OVER: Final = 0.2
"""In ems: the middles of an accent and its letter are so near to each other (measured: .1)."""
HIGHEST: Final = 0.45
"""In ems: accents stand so much higher above capitals than above small letters, at most."""
AROUND: Final = 300
"""So many characters away an accent and its capital are looked for."""
MOST: Final = 40
"""So many accents of a page that stand beside no letter; what has more is code."""

_COMBINING: Final = {
    "`": "\u0300",
    "´": "\u0301",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¯": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
    "¨": "\u0308",
    "˚": "\u030a",
    "˝": "\u030b",
    "ˇ": "\u030c",
    "¸": "\u0327",
    "˛": "\u0328",
}
_ACCENT: Final = re.compile(f"[{''.join(_COMBINING)}]")
_DOTLESS: Final = {"ı": "i", "ȷ": "j"}


def join_accents(characters: Characters) -> bool:
    """Make one letter of each accent of a page and the letter that it stands above or below.

    Returns:
        Whether there were any.
    """
    text = characters.text
    if _ACCENT.search(text) is None:
        return False
    letters: dict[int, str] = {}
    dropped: set[int] = set()
    strays = 0
    for found in _ACCENT.finditer(text):
        at = found.start()
        letter = _letter_at(characters, at)
        if letter is None and strays < MOST:
            strays += 1
            letter = _capital_below(characters, at)
        if letter is not None and letter not in letters:
            joined = _joined(text[letter], found[0])
            if len(joined) == 1:
                letters[letter] = joined
                dropped.add(at)
                if text[at - 1 : at] == " " == text[at + 1 : at + 2]:
                    dropped.add(at + 1)
    if not letters:
        return False
    characters.rearrange([at for at in range(len(text)) if at not in dropped], letters)
    return True


def _joined(letter: str, accent: str) -> str:
    base = _DOTLESS.get(letter, letter)
    return unicodedata.normalize("NFC", base + _COMBINING[accent])


def _letter_at(characters: Characters, accent: int) -> int | None:
    """The letter that an accent stands above or below, next to it in the text; None: there is none.

    It is drawn before capitals and behind other letters, or the other way about.
    """
    text, em = characters.text, characters.size(accent)
    found = [
        (abs(_middle(characters, at) - _middle(characters, accent)), at)
        for at in (accent + 1, accent - 1)
        if 0 <= at < len(text) and text[at].isalpha()
    ]
    distance, at = min(found, default=(em, -1))
    return at if distance < OVER * em else None


def _capital_below(characters: Characters, accent: int) -> int | None:
    """The capital that an accent stands above; it stands higher, and PDFium gives it elsewhere."""
    text, em = characters.text, characters.size(accent)
    foot, middle = characters.foot(accent), _middle(characters, accent)
    for at in range(max(0, accent - AROUND), min(len(text), accent + AROUND)):
        if text[at].isupper() and abs(_middle(characters, at) - middle) < OVER * em:
            raised = characters.foot(at) - foot
            if 0 < raised < HIGHEST * em:
                return at
    return None


def _middle(characters: Characters, at: int) -> float:
    left, right = characters.extent(at)
    return (left + right) / 2

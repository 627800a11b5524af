"""Small capitals that are drawn as capitals of a smaller size: read as the small letters they are.

Imports the characters of pages and the standard library. Word processors draw "Drainage" in small
capitals as a D and a smaller RAINAGE; other formats hold the letters that were typed.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from variorum.readers.pdf_characters import Characters

SMALLER: Final = (0.62, 0.88)
"""Small capitals are between so many times as large as the capital before them (.7 to .83)."""
LEVEL: Final = 0.02
"""In ems: they stand on one line."""

_CAPITALS: Final = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?![^\W_])")
_BETWEEN: Final = re.compile(r"[\s,.&'’-]*")


def may_have_small_capitals(text: str) -> bool:
    """Whether a word of a line is all capitals."""
    return any(found[0].isupper() for found in _CAPITALS.finditer(text))


def without_small_capitals(characters: Characters, text: str, at: int) -> str:
    """A line with small letters for what is drawn as smaller capitals.

    Words without a larger capital are taken for some only next to others that have one: an
    abbreviation is often set a little smaller than the text.

    Args:
        characters: of the page.
        text: the line.
        at: where it begins.
    """
    words = [_word(characters, found, at) for found in _CAPITALS.finditer(text)]
    small = {index for index, word in enumerate(words) if word.is_small}
    for order in (range(1, len(words)), range(len(words) - 2, -1, -1)):
        for index in order:
            near = index - order.step
            first, second = sorted((words[near], words[index]))
            is_beside = _BETWEEN.fullmatch(text, first.end, second.start) is not None
            if near in small and is_beside and _is_alike(words[near], words[index]):
                small.add(index)
    for index in small:
        start = words[index].start + words[index].is_small
        lower = text[start : words[index].end].lower()
        if len(lower) == words[index].end - start:
            text = text[:start] + lower + text[words[index].end :]
    return text


class _Word(NamedTuple):
    """A word of a line; that of small letters has no size."""

    start: int
    end: int
    first: float
    """The size of its first letter."""
    second: float
    """The size of its second letter."""
    is_small: bool
    """It is a capital with smaller ones behind it."""


def _word(characters: Characters, found: re.Match[str], at: int) -> _Word:
    if not found[0].isupper():
        return _Word(*found.span(), 0, 0, is_small=False)
    here = at + found.start()
    first, second = characters.size(here), characters.size(here + 1)
    is_level = abs(characters.foot(here) - characters.foot(here + 1)) < LEVEL * first
    is_small = is_level and SMALLER[0] < second / first < SMALLER[1]
    return _Word(*found.span(), first, second, is_small=is_small)


def _is_alike(near: _Word, word: _Word) -> bool:
    """Whether all letters of a word are as large as the smaller ones of its neighbour."""
    return word.first == word.second == near.second > 0

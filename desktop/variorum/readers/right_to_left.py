"""Scripts that run from right to left, in documents that hold letters by their places.

Imports the standard library only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

SAMPLE: Final = 2000
"""So many lines tell which way a document runs."""

LETTER: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""A letter of such a script, or another sign of it."""
_SHAPE: Final = re.compile("[\ufb50-\ufefe]")
_POINTS_FIRST: Final = re.compile("^([\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652]+)(.)")
"""Points that stand a little further to the right than the letter that they belong to."""
_ALEFS: Final = "اأإآٱ"
_RUN_TO_THE_RIGHT: Final = re.compile(
    r"[^\W\u0590-\u08ff]+(?:[.,:/٫٬-][^\W\u0590-\u08ff]+)*|[٠-٩۰-۹]+"
)


def is_right_to_left(texts: Iterable[str]) -> bool:
    """Whether most letters of some texts belong to such a script."""
    score = 0
    for text in islice(texts, SAMPLE):
        theirs = len(LETTER.findall(text))
        score += sum(map(str.isalpha, text)) - 2 * theirs
    return score < 0


def in_reading_order(text: str, places: Sequence[tuple[float, float]]) -> str:
    """A line whose words stand in reading order, with their letters in it as well.

    What draws a word letter by letter may do it either way, and what takes the letters out may have
    turned it round. Where they stand decides; letters at one place, as in a ligature, keep their
    order, and so do numbers and words of other scripts.

    Args:
        text: the line.
        places: where each of its characters begins and ends, from left to right.
    """
    pieces = list(text)
    for found in re.finditer(r"\S+", text):
        if not LETTER.search(found[0]):
            continue
        start, end = found.span()
        order = sorted(range(start, end), key=lambda index: _key(text, places, index))
        word = _POINTS_FIRST.sub(r"\2\1", "".join(text[index] for index in order))
        if word != found[0]:
            pieces[start:end] = _RUN_TO_THE_RIGHT.sub(lambda run: run[0][::-1], word)
    return "".join(pieces)


def without_shapes(text: str) -> str:
    """The same with letters for shapes of letters, one for each place in a word."""
    return unicodedata.normalize("NFKC", text) if _SHAPE.search(text) else text


def _key(text: str, places: Sequence[tuple[float, float]], index: int) -> tuple[float, bool]:
    """By what letters are put in order: their place, and an alef after the lam it is joined to."""
    return -round(sum(places[index]), 1), text[index] in _ALEFS

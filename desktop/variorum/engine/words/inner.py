"""Which letters of a word changed, when it is the same word in another form.

Imports diff-match-patch. Positions are code points of the word that is given.
"""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

from diff_match_patch import diff_match_patch

from variorum.engine.elements import Span
from variorum.engine.words.units import LONGEST_WORD

SHARED: Final = 0.5
"""Which part of the longer word must be the same at both ends together."""

LEAST_BEGINNING: Final = 2
"""How many letters must be the same at the beginning. A word that only ends the same is another
word: "migrant" did not become "immigrant" by two more letters."""

_EQUAL: Final = 0


class Middle(NamedTuple):
    """The one stretch of each word that differs."""

    left: Span
    right: Span


def changed_letters(left: str, right: str) -> Middle | None:
    """The stretch of each of two words between what is the same at their ends.

    None when the words have too little in common, when they are longer than words are, or when
    the difference is one of figures: a number is changed as a whole.
    """
    if left == right or not left or not right or max(len(left), len(right)) > LONGEST_WORD:
        return None
    # Most pairs are strangers: told at once by what is the same at their ends, which no difference
    # of letters can find more of.
    if left[:LEAST_BEGINNING] != right[:LEAST_BEGINNING]:
        return None
    first, last = _same_ends(left, right)
    if first + last < SHARED * max(len(left), len(right)):
        return None
    if any(c.isspace() or c.isdigit() for c in left + right):
        return None
    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # the result must not depend on the machine; the words are short
    found = differ.diff_main(left, right, checklines=False)
    # Raw letter differences are pepper ("g/attr-a-in/ct-ed"): all between the first and the last
    # of them is one middle.
    start = len(found[0][1]) if found[0][0] == _EQUAL else 0
    end = len(found[-1][1]) if found[-1][0] == _EQUAL else 0
    start, end = _at_bases(left, right, start, end)
    if start < LEAST_BEGINNING or start + end < SHARED * max(len(left), len(right)):
        return None
    return Middle(Span(start, len(left) - end), Span(start, len(right) - end))


def _same_ends(left: str, right: str) -> tuple[int, int]:
    """How many letters are the same at the beginning, and how many at the end; they may overlap."""
    least = min(len(left), len(right))
    first = next((n for n in range(least) if left[n] != right[n]), least)
    last = next((n for n in range(least) if left[-1 - n] != right[-1 - n]), least)
    return first, last


def _at_bases(left: str, right: str, start: int, end: int) -> tuple[int, int]:
    """The lengths of the same ends, shortened so that no combining mark is parted from its base."""

    def is_mark(word: str, at: int) -> bool:
        return at < len(word) and unicodedata.category(word[at])[0] == "M"

    while start and (is_mark(left, start) or is_mark(right, start)):
        start -= 1
    while end and is_mark(left, len(left) - end):
        end -= 1
    return start, end

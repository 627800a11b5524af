"""How alike two words are: the same word in another form, or strangers.

Imports rapidfuzz.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Indel

from variorum.engine.text.scripts import CLUSTERED
from variorum.engine.words.units import LONGEST_WORD

SHORTEST_NEAR: Final = 4
"""Shorter words, in letters, are near to too many others."""

SHORTEST_STEM: Final = 3
"""From so many letters a word is near to one that has a letter more at its end: "use", "used"."""

CONTAINED: Final = 0.85
"""How near a word must be that contains the other: "form" is in "information" too."""

ROUNDING: Final = 1e-6
"""rapidfuzz leaves out what is just as alike as it should be at least, because it rounds."""


def nearness(left: str, right: str) -> float:
    """How alike the keys of two words are, 0 to 1; 0 where likeness says nothing.

    The measure is twice the letters of the longest common subsequence, by all letters.
    """
    one, other = len(left), len(right)
    if SHORTEST_NEAR <= one <= LONGEST_WORD and SHORTEST_NEAR <= other <= LONGEST_WORD:
        return _ratio(left, right)
    # Three letters and four.
    if one + other == 2 * SHORTEST_STEM + 1 and left[:SHORTEST_STEM] == right[:SHORTEST_STEM]:
        return _ratio(left, right)
    return 0.0


def near_ones(word: str, others: Sequence[str], least: float) -> list[tuple[int, float]]:
    """Which of some words are near to one.

    Args:
        word: the key of a word.
        others: those of others; all of them are looked at in one call.
        least: how near they must be, over 0 to 1.

    Returns:
        where in `others` they stand, ascending, and how near each is.
    """
    if not SHORTEST_STEM <= len(word) <= LONGEST_WORD:
        return []
    alike = process.extract(
        word, others, scorer=Indel.normalized_similarity, score_cutoff=least - ROUNDING, limit=None
    )
    return sorted(
        (at, likeness) for other, _, at in alike if (likeness := nearness(word, other)) >= least
    )


@cache
def _clustered() -> re.Pattern[str]:
    """A letter of Thai or the like: with its vowels it is taken as a word, but is none."""
    return re.compile(f"[{CLUSTERED}]")


@lru_cache(maxsize=1 << 14)
def _ratio(left: str, right: str) -> float:
    if not left.isascii() and _clustered().match(left):
        return 0.0
    ratio = Indel.normalized_similarity(left, right)
    return 0.0 if ratio < CONTAINED and (left in right or right in left) else float(ratio)

"""How alike two sentences are by their characters, in bounded time."""

from __future__ import annotations

from collections import Counter
from operator import add
from typing import Final
from zlib import crc32

from rapidfuzz.distance import Indel

from variorum.engine.text.ends import common_end, common_start

MOST_CELLS: Final = 200_000_000
"""Up to this product of lengths the characters are compared in order: 3 ms of work at most, during
which nothing else runs. Two sentences of 14,000 characters stay below."""
FEW_SPACES: Final = 0.01
"""Texts with a smaller share of spaces are counted by pairs of characters instead of words."""
STRANGERS: Final = 0.5
"""Only what two sentences have in common beyond this share says that they belong together."""
SAYS_ENOUGH: Final = 200
"""In characters: longer sentences say no more about it than sentences of that length."""
SLIGHT: Final = 1e-6
"""Weight of the rules that break ties: more than rounding errors, less than any evidence."""


def character_ratio(left: str, right: str, least: float = 0.0) -> float:
    """The share of the characters of both that stays, in order: 0 to 1.

    Of texts too long for that, common ends count in full, and of the rest the words that both
    have, in any order: an upper bound of the same.

    Args:
        left: a sentence, lower-cased.
        right: another.
        least: what is less may come back as 0.
    """
    if len(left) * len(right) <= MOST_CELLS:
        return Indel.normalized_similarity(left, right, score_cutoff=least)
    start = common_start(left, right)
    end = common_end(left, right, min(len(left), len(right)) - start)
    inner_left, inner_right = left[start : len(left) - end], right[start : len(right) - end]
    if len(inner_left) * len(inner_right) <= MOST_CELLS:
        inner = Indel.normalized_similarity(inner_left, inner_right)
    else:
        inner = _shared(_parts(inner_left), _parts(inner_right))
    kept = 2 * (start + end) + inner * (len(inner_left) + len(inner_right))
    ratio = kept / (len(left) + len(right))
    return ratio if ratio >= least else 0.0


def pair_weight(left: str, right: str, ratio: float) -> float:
    """How much it says for a chain of pairs that two sentences have this ratio."""
    return (ratio - STRANGERS) * min(len(left), len(right), SAYS_ENOUGH) + slight(left, right)


def slight(left: str, right: str) -> float:
    """What decides between two pairs that cross and say as much: less than any evidence.

    It depends on the texts alone, so that swapping the sides gives the same one.
    """
    first, second = sorted((left, right))
    both = f"{first}\x1f{second}".encode("utf-8", "surrogatepass")
    return SLIGHT * crc32(both) / 2**32


def _parts(text: str) -> Counter[str]:
    words = text.split()
    if len(words) > FEW_SPACES * len(text):
        return Counter(words)
    return Counter(map(add, text, text[1:]))


def _shared(left: Counter[str], right: Counter[str]) -> float:
    """The share of the characters of the parts that both have."""

    def size(parts: Counter[str]) -> int:
        return sum(len(part) * count for part, count in parts.items())

    total = size(left) + size(right)
    return 2 * size(left & right) / total if total else 0.0

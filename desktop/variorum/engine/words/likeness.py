"""How alike two words are, and how much of a sentence's wording was kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Indel

from variorum.engine.words.pieces import Piece
from variorum.engine.words.units import LONGEST_WORD, SIGN_WEIGHT, WORD_WEIGHT, Units

SHORTEST_NEAR: Final = 4
"""Shorter words, in letters, are near to too many others."""

CONTAINED: Final = 0.85
"""How near a word must be that contains the other: "form" is in "information" too."""


@lru_cache(maxsize=1 << 14)
def nearness(left: str, right: str) -> float:
    """How alike the keys of two words are, 0 to 1; 0 where likeness says nothing.

    The measure is twice the letters of the longest common subsequence, by all letters.
    """
    if min(len(left), len(right)) < SHORTEST_NEAR or max(len(left), len(right)) > LONGEST_WORD:
        return 0.0
    ratio = Indel.normalized_similarity(left, right)
    if ratio < CONTAINED and (left in right or right in left):
        return 0.0
    return float(ratio)


SIGN_SHARE: Final = 0.1
"""What a sign counts in the share of the wording; a function word counts half a word."""

UNLIKE_SHARE: Final = 0.5
"""How much of a word is lost that only changed its capital letter or its quotation mark."""

NEAR_SHARE: Final = 0.5
"""How much of a word is kept, times its nearness, that faces a near one ("migrate", "migrant")."""

NEAR_ENOUGH: Final = 0.6


def kept_share(pieces: Sequence[Piece], left: Units, right: Units, unlike: float) -> float:
    """The share of the wording of both sides that was kept, moved words included; 0 to 1.

    Args:
        pieces: what stayed and what changed.
        left: the words of one side.
        right: the words of the other.
        unlike: what the words weigh that stayed and yet differ.
    """
    total = sum(map(_share_of, left.weights)) + sum(map(_share_of, right.weights))
    kept = -2 * UNLIKE_SHARE * unlike
    for piece in pieces:
        if piece.same:
            kept += 2 * sum(map(_share_of, left.weights[piece.l1 : piece.l2]))
        elif piece.move:
            kept += sum(map(_share_of, left.weights[piece.l1 : piece.l2]))
            kept += sum(map(_share_of, right.weights[piece.r1 : piece.r2]))
        elif piece.left == piece.right:
            kept += _near_part(piece, left, right)
    return min(1.0, max(0.0, kept / total)) if total else 0.0


def _share_of(weight: float) -> float:
    return SIGN_SHARE if weight == SIGN_WEIGHT else weight


def _near_part(piece: Piece, left: Units, right: Units) -> float:
    kept = 0.0
    for i, j in zip(range(piece.l1, piece.l2), range(piece.r1, piece.r2), strict=True):
        if left.weights[i] == right.weights[j] == WORD_WEIGHT:
            near = nearness(left.keys[i], right.keys[j])
            kept += 2 * NEAR_SHARE * near * (near >= NEAR_ENOUGH)
    return kept

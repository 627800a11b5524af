"""How much of the wording of a pair was kept.

Indices count words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from variorum.engine.text.scripts import CURRENCY, CURRENCY_CODES
from variorum.engine.words.nearness import nearness
from variorum.engine.words.pieces import Piece
from variorum.engine.words.units import SIGN_WEIGHT, WORD_WEIGHT, Units

SIGN_SHARE: Final = 0.1
"""What a sign counts in the share of the wording; a function word counts half a word."""

UNLIKE_SHARE: Final = 0.25
"""How much of a word is lost that only changed its capital letter or its quotation mark. With half
of it, a sentence that was only set in capitals would be called reworded."""

NEAR_SHARE: Final = 0.5
"""How much of a word is kept, times its nearness, that faces a near one ("migrate", "migrant")."""

NEAR_ENOUGH: Final = 0.6
"""How near two words must be for that; a number is as near to another one as a word can be, or a
heading of two words in which the number changed would be called reworded."""

_FIGURE: Final = re.compile(rf"-?(?:[a-z]{{0,3}}[{CURRENCY}]|(?:{CURRENCY_CODES.lower()})\s?)?\d")


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
            kept += 2 * NEAR_SHARE * form_nearness(left.keys[i], right.keys[j])
    return kept


def form_nearness(left: str, right: str) -> float:
    """How near two words are that face each other, 0 to 1; 0 where they are strangers."""
    if _is_figure(left) and _is_figure(right):
        return 1.0
    near = nearness(left, right)
    return near if near >= NEAR_ENOUGH else 0.0


def _is_figure(key: str) -> bool:
    """Whether a word is a number, perhaps with its currency before it: "10%", "us$10"."""
    return not key.isalpha() and bool(_FIGURE.match(key))

"""Light words and signs that stayed between two changes and part them.

Most go with the changes beside them, because they hold nothing. Of "a monkish aspect, a small bed"
against "a bare look, an iron bed" the comma parts two changes that each have something to face.
Indices count words.
"""

from __future__ import annotations

from typing import Final

from variorum.engine.text.scripts import QUOTES
from variorum.engine.words.pieces import Piece, word_count
from variorum.engine.words.units import Units

FACING_SHARE: Final = 0.4
"""What part of the words of a change's longer side the shorter one has at least, if one side is
said to face the other. Between .3 and .5 people's word links are met equally often."""

SHORTEST_LAST: Final = 4
"""How many small letters a word has at least that ends its sentence before a full stop: shorter
ones, and those with a capital, may be short for another."""

_PARTING: Final = frozenset(".!?,;:…،؛؟।")
"""The signs that part clauses, but for those of Chinese and Japanese, where a character that faces
another is no word."""

_STOPS: Final = _PARTING | frozenset("。、")
"""Meeting keys of signs that end a sentence or a part of it."""

_QUOTES: Final = frozenset(QUOTES)


def parts_changes(before: Piece, stayed: Piece, after: Piece, left: Units, right: Units) -> bool:
    """Whether a function word that stayed between two changes keeps them apart, or a sign."""
    if not left.is_sign(stayed.l1):
        return face(before, left, right) and face(after, left, right)
    if _QUOTES.issuperset(left.keys[stayed.l1]):
        return _keeps_quotation(before, stayed, after, left, right)
    return (
        left.word(stayed.l1) in _PARTING
        and face(before, left, right)
        and (not after.two_sided or face(after, left, right))
        and _ends_words(left, stayed.l1)
        and _ends_words(right, stayed.r1)
    )


def face(piece: Piece, left: Units, right: Units) -> bool:
    """Whether the two sides of a change are about equally long."""
    counts = word_count(left, piece.l1, piece.l2), word_count(right, piece.r1, piece.r2)
    return min(counts) > 0 and min(counts) >= FACING_SHARE * max(counts)


def _ends_words(units: Units, index: int) -> bool:
    """Whether a sign closes what stands before it, and is no full stop of an abbreviation."""
    if units.keys[index] != ".":
        return True
    word = units.word(index - 1)
    return len(word) >= SHORTEST_LAST and word.isalpha() and word == word.lower()


def _keeps_quotation(before: Piece, stayed: Piece, after: Piece, left: Units, right: Units) -> bool:
    """Whether a quotation mark stayed, and only the stop beside it changed.

    Of "my life”." against "my hide!”" the mark stayed. That a stop and a mark changed places is
    one change.
    """
    if stayed.left != 1 or left.word(stayed.l1) != right.word(stayed.r1):
        return False
    beside = [piece for piece in (before, after) if _is_stops(piece, left, right)]
    swapped = len(beside) == 2 and (
        left.keys[before.l1 : before.l2] + left.keys[after.l1 : after.l2]
        == right.keys[before.r1 : before.r2] + right.keys[after.r1 : after.r2]
    )
    return bool(beside) and not swapped


def _is_stops(piece: Piece, left: Units, right: Units) -> bool:
    return _STOPS.issuperset((*left.keys[piece.l1 : piece.l2], *right.keys[piece.r1 : piece.r2]))

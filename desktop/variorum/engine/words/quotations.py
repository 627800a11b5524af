"""Quotations stay whole: no change ends with a mark that belongs to another quotation.

Of “The Tide” against “The Tide” and “The Wind” nobody says that ” and “The Wind was added. Which of
two marks opens a quotation differs from language to language, and some are the same on both sides;
so a mark is told by the space beside it. Indices count words.
"""

from __future__ import annotations

from typing import Final

from variorum.engine.text.scripts import QUOTES
from variorum.engine.words.pieces import Piece
from variorum.engine.words.units import Units

_KEY: Final = "'"
"""What every quotation mark meets every other one by."""
_MARKS: Final = frozenset(QUOTES) - frozenset("′″")
_OPENING: Final = frozenset("«“‘„‚‟‛‹「『〝")
_BEFORE: Final = " \n\t\u00a0([—–"
"""What stands before a mark that opens, if not a letter."""


def _opens(units: Units, index: int) -> bool:
    """Whether a word opens a quotation; by its looks where space does not tell."""
    mark = units.word(index)
    if mark not in _MARKS:
        return False
    start, end = units.starts[index], units.ends[index]
    apart_before = not units.text[max(0, start - 1) : start].strip(_BEFORE)
    apart_after = not units.text[end : end + 1].isalnum()
    return mark in _OPENING if apart_before == apart_after else apart_before


def _closes(units: Units, index: int) -> bool:
    """Whether a word closes a quotation."""
    return units.word(index) in _MARKS and not _opens(units, index)


def breaks_quotation(units: Units, first: int, end: int) -> bool:
    """Whether a stretch of words has one half of a quotation without the other."""
    if _KEY not in units.keys[first:end]:
        return False
    opened = 0
    for index in range(first, end):
        if _opens(units, index):
            opened += 1
        elif _closes(units, index):
            if not opened:
                return True
            opened -= 1
    return opened > 0


def whole_quotations(pieces: list[Piece], left: Units, right: Units) -> list[Piece]:
    """The pieces; where a replacement runs on into the next quotation, it ends with its own.

    Of “must” against “shall”, and “if practicable” the first mark that closes is the one that
    stayed, and a quotation was added behind it.
    """
    if _KEY not in left.keys and _KEY not in right.keys:
        return pieces
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else piece
        own = None
        if piece.same and piece.left and last.two_sided and not (last.same or last.move):
            own = _own_end(last, piece, left, right)
        if own is None:
            out.append(piece)
        else:
            out[-1:] = own
            out.append(piece._replace(l1=piece.l1 + 1, r1=piece.r1 + 1))
    return [piece for piece in out if piece.left or piece.right]


def _own_end(
    piece: Piece, after: Piece, left: Units, right: Units
) -> tuple[Piece, Piece, Piece] | None:
    """A replacement up to where its quotation ends, that end, and what one side has behind it.

    The mark that ends it on the other side is the first one after it.
    """
    if not _closes(left, after.l1):
        return None
    l_end, r_end = _first_end(left, piece.l1, piece.l2), _first_end(right, piece.r1, piece.r2)
    l1, l2, r1, r2, _, _ = piece
    if l_end is None and r_end is not None and not breaks_quotation(right, r_end + 1, r2 + 1):
        return (
            Piece(l1, l2, r1, r_end, same=False),
            Piece(l2, l2 + 1, r_end, r_end + 1, same=True),
            Piece(l2 + 1, l2 + 1, r_end + 1, r2 + 1, same=False),
        )
    if r_end is None and l_end is not None and not breaks_quotation(left, l_end + 1, l2 + 1):
        return (
            Piece(l1, l_end, r1, r2, same=False),
            Piece(l_end, l_end + 1, r2, r2 + 1, same=True),
            Piece(l_end + 1, l2 + 1, r2 + 1, r2 + 1, same=False),
        )
    return None


def _first_end(units: Units, first: int, end: int) -> int | None:
    """The first of some words that closes a quotation, with another one before it."""
    return next((k for k in range(first + 1, end) if _closes(units, k)), None)

"""The number of a clause: it is marked by itself, and not as part of the words after it.

In a contract with a new clause every later one has another number, and some of them have other
first words, too: those are another change. Indices count words. The pass takes pieces and gives
pieces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from variorum.engine.words.pieces import Piece
from variorum.engine.words.units import Units

_NUMBER: Final = re.compile(r"\d{1,3}(?P<parts>(?:\.\d{1,3})*)")
_SIGNS: Final = frozenset(".)")


def label_apart(pieces: Sequence[Piece], left: Units, right: Units) -> list[Piece]:
    """The pieces; if the first replaces a number and more, they are two replacements."""
    if not pieces or pieces[0].same or pieces[0].move:
        return list(pieces)
    first = pieces[0]
    ends = _end(left, first.l2), _end(right, first.r2)
    # What stands after the numbers must be the same signs, or none.
    if not all(ends) or ends[0] != ends[1] or first.left <= ends[0] or first.right <= ends[1]:
        return list(pieces)
    end = ends[0]
    if left.keys[1:end] != right.keys[1:end]:
        return list(pieces)
    parts = (
        Piece(0, 1, 0, 1, same=left.keys[0] == right.keys[0]),
        Piece(1, end, 1, end, same=True),
        first._replace(l1=end, r1=end),
    )
    return [part for part in parts if part.left or part.right] + list(pieces[1:])


def _end(units: Units, limit: int) -> int:
    """Where the number of a clause at the start ends; 0 where there is none."""
    number = _NUMBER.fullmatch(units.keys[0]) if limit else None
    if number is None:
        return 0
    end = 1
    while end < limit and units.keys[end] in _SIGNS:
        end += 1
    return end if end > 1 or number["parts"] else 0

"""The cells of a row of a table: what changed in each is marked by itself.

Readers of files put a tab between them. A number and the price beside it are two changes, though
nothing but white space stands between. Indices count words. The pass takes pieces and gives pieces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.engine.elements import CELL_BREAK
from variorum.engine.words.pieces import Piece
from variorum.engine.words.units import Units


def cells_apart(pieces: Sequence[Piece], left: Units, right: Units) -> Sequence[Piece]:
    """The pieces; a replacement of several cells by as many is one for each of them.

    A piece without words, which stayed, stands for the white space between two of them.
    """
    if CELL_BREAK not in left.text or CELL_BREAK not in right.text:
        return pieces
    return [part for piece in pieces for part in _parts(piece, left, right)]


def _parts(piece: Piece, left: Units, right: Units) -> Iterator[Piece]:
    cells = _cells(left, piece.l1, piece.l2), _cells(right, piece.r1, piece.r2)
    if piece.same or piece.move or len(cells[0]) != len(cells[1]) or len(cells[0]) < 2:
        yield piece
        return
    for number, ((l1, l2), (r1, r2)) in enumerate(zip(*cells, strict=True)):
        if number:
            yield Piece(l1, l1, r1, r1, same=True)
        yield Piece(l1, l2, r1, r2, same=left.keys[l1:l2] == right.keys[r1:r2])


def _cells(units: Units, first: int, end: int) -> list[tuple[int, int]]:
    """The words of each cell in a stretch of words."""
    borders = (
        at
        for at in range(first + 1, end)
        if CELL_BREAK in units.text[units.ends[at - 1] : units.starts[at]]
    )
    return list(pairwise((first, *borders, end)))

"""Which of two equal words stayed, when the text has it again a little further on.

Of "voted on Tuesday to close" against "councillors on Tuesday voted seven to two to shut" the
second "to" stayed, because then a verb faces a verb. Indices count words. The passes take pieces
and give pieces.
"""

from __future__ import annotations

from variorum.engine.words.pieces import Piece
from variorum.engine.words.units import Units


def even_out(pieces: list[Piece], left: Units, right: Units) -> list[Piece]:
    """The pieces; what stayed between two changes may stand elsewhere in them on one side.

    It does where the two sides of the replacements are more equally long then.
    """
    out = list(pieces)
    for at in range(len(out) - 2):
        if out[at].same:
            continue
        run = one, stayed, two = out[at : at + 3]
        if not stayed.same or two.same or not (one.two_sided or two.two_sided):
            continue
        # Where one of the changes has one side only, the other one is evened out by it.
        evened = [
            _evened(run, side, units)
            for side, units in ((0, left), (1, right))
            if (one[2 * side + 1] > one[2 * side] and two[2 * side + 1] > two[2 * side])
            and _again(run, side, units)
        ]
        if evened and _unlike(best := min(evened, key=_unlike)) < _unlike(run):
            out[at : at + 3] = best
    return [piece for piece in out if piece.left or piece.right]


def _again(run: list[Piece], side: int, units: Units) -> bool:
    """Whether the first word of what stayed stands in one of the changes beside it, too."""
    one, stayed, two = run
    return units.keys[one[2 * side] : two[2 * side + 1]].count(units.keys[stayed[2 * side]]) > 1


def _evened(run: list[Piece], side: int, units: Units) -> list[Piece]:
    """A change, what stayed and a change, with the best place for what stayed on one side."""
    one, stayed, two = run
    first, end = one[2 * side], two[2 * side + 1]
    at, size = stayed[2 * side], stayed.left
    keys = units.keys[at : at + size]
    places = [
        k
        for k in range(first, end - size + 1)
        if units.keys[k : k + size] == keys and (k == at or units.word(k) == units.word(at))
    ]
    runs = [
        [
            _with_side(one, side, first, k),
            _with_side(stayed, side, k, k + size),
            _with_side(two, side, k + size, end),
        ]
        for k in sorted(places, key=lambda k: abs(k - at))
        if (k > first or not one.two_sided) and (k + size < end or not two.two_sided)
    ]
    return min(runs, key=_unlike)


def _unlike(run: list[Piece]) -> int:
    """By how many words the sides of replacements differ in length."""
    return sum(abs(piece.left - piece.right) for piece in run if piece.two_sided)


def _with_side(piece: Piece, side: int, first: int, end: int) -> Piece:
    """A piece with other words on one side."""
    l1, l2, r1, r2, same, move = piece
    if side == 0:
        return Piece(first, end, r1, r2, same, move)
    return Piece(l1, l2, first, end, same, move)

"""Two words that changed places round a third: what stands between them stayed.

Of "salt and pepper" against "pepper and salt" the chain keeps one telling word, the other moves,
and "and" would go and come. What moves by itself may: of "Morgen gingen sie" against "Sie gingen
morgen" two words move. Indices count words. The pass takes pieces and gives pieces.
"""

from __future__ import annotations

from typing import Final

from variorum.engine.words.moves import SHORTEST_TELLING
from variorum.engine.words.parting import face
from variorum.engine.words.pieces import Piece, word_count
from variorum.engine.words.units import WORD_WEIGHT, Units

MOST_WORDS: Final = 5
"""Of how many words, signs too, what changed places consists at most; longer clauses stay, and
what is beside them moves."""


def swap_places(pieces: list[Piece], left: Units, right: Units) -> list[Piece]:
    """The pieces; where both sides have the same words round the same middle, the middle stayed."""
    out = list(pieces)
    for at in range(1, len(out) - 1):
        if out[at].same and out[at].left <= MOST_WORDS:
            before, after = out[at - 1], out[at + 1]
            if before.left == after.right and before.right == after.left and not before.two_sided:
                out[at - 1 : at + 2] = _swapped(before, out[at], after, left, right)
    return out


def _swapped(
    before: Piece, stayed: Piece, after: Piece, left: Units, right: Units
) -> tuple[Piece, Piece, Piece]:
    """What changed places before and after what stayed between; or the same three as they were.

    Args:
        before: has as many words on one side as `after` has on the other, and no more.
        stayed: what stands between.
        after: what stands on the other side.
        left: the words of one side.
        right: the words of the other.
    """
    same = before, stayed, after
    count = max(before.left, before.right)  # of the words that go and come now
    l1, l2, r1, r2 = before.l1, after.l2, before.r1, after.r2
    for outer in range(1, min(MOST_WORDS, count - 1) + 1 if count <= 2 * MOST_WORDS else 1):
        first, last = (outer, stayed.left) if before.left else (stayed.left, outer)
        swapped = (
            Piece(l1, l1 + first, r1, r1 + last, same=False),
            Piece(l1 + first, l2 - last, r1 + last, r2 - first, same=True),
            Piece(l2 - last, l2, r2 - first, r2, same=False),
        )
        if _is_swap(swapped, left, right) and face(swapped[0], left, right):
            return swapped
    return same


def _is_swap(pieces: tuple[Piece, Piece, Piece], left: Units, right: Units) -> bool:
    """Whether the words before and after a light middle are the same, the other way round."""
    one, middle, two = pieces
    if left.keys[one.l1 : one.l2] != right.keys[two.r1 : two.r2]:
        return False
    if left.keys[two.l1 : two.l2] != right.keys[one.r1 : one.r2]:
        return False
    if left.keys[middle.l1 : middle.l2] != right.keys[middle.r1 : middle.r2]:
        return False
    if not word_count(left, middle.l1, middle.l2) or _tells(left, middle.l1, middle.l2):
        return False
    # Or a function word would face what moved.
    return _is_light(left, one) == _is_light(left, two)


def _tells(units: Units, first: int, end: int) -> bool:
    """Whether a stretch has a long word or a name, as what moved by itself has."""
    return any(
        units.weights[k] == WORD_WEIGHT
        and (len(units.keys[k]) >= SHORTEST_TELLING or not units.word(k).islower())
        for k in range(first, end)
    )


def _is_light(units: Units, piece: Piece) -> bool:
    """Whether the left words of a piece are function words and signs alone."""
    return WORD_WEIGHT not in units.weights[piece.l1 : piece.l2]

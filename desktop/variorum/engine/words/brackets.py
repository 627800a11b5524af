"""Brackets stay whole: where a change ends inside of one, it takes in the other bracket, too.

Of "thirty (30) days" against "sixty (60) days" nobody marks "thirty (30" and leaves the rest of
the bracket standing. Indices count words. The pass takes pieces and gives pieces.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from variorum.engine.words.pieces import Piece
from variorum.engine.words.units import Units

CLOSERS: Final = {"(": ")", "[": "]", "（": "）", "{": "}"}
_OPENERS: Final = {closer: opener for opener, closer in CLOSERS.items()}
_BRACKETS: Final = frozenset(CLOSERS) | frozenset(_OPENERS)

INSIDE_BRACKET: Final = 0.35
"""At most this share of the weight of what a bracket holds may have stayed, if it is said to have
gone or come as a whole."""


def close_brackets(pieces: list[Piece], left: Units, right: Units) -> list[Piece]:
    """The pieces; of a bracket whose halves both changed, what stayed inside changed with them.

    Of "for campaigning (to make themselves and their aims known)" against "for campaigning and
    debate" nobody says that "and" stayed, which would leave two halves of a bracket. Where much of
    what it holds stayed, the bracket was put around it, or taken away.
    """
    if not _has_any(left) and not _has_any(right):
        return pieces
    out: list[Piece] = []
    at = 0
    for first, last in sorted([*_broken(pieces, 0, left), *_broken(pieces, 1, right)]):
        if last < at:
            continue
        if first < at:  # it begins inside the last one that was joined
            before = out.pop()
        else:
            out += pieces[at:first]
            before = pieces[first]
        end = pieces[last]
        out.append(Piece(before.l1, end.l2, before.r1, end.r2, same=False))
        at = last + 1
    return out + pieces[at:]


def _broken(pieces: list[Piece], side: int, units: Units) -> Iterator[tuple[int, int]]:
    """The pieces from one half of a bracket to the other that become one change: first and last.

    Args:
        pieces: of both sides.
        side: whose brackets: 0 for the left, 1 for the right.
        units: the words of that side.
    """
    places = [(piece[2 * side], piece[2 * side + 1]) for piece in pieces]
    before = list(accumulate(units.weights, initial=0.0))
    heft = (
        p.same * (before[end] - before[start])
        for p, (start, end) in zip(pieces, places, strict=True)
    )
    kept = list(accumulate(heft, initial=0.0))
    ends = [end for _, end in places]
    for opener, closer in bracket_pairs(units):
        first, last = bisect_right(ends, opener), bisect_right(ends, closer)
        if first == last or pieces[first].same or pieces[last].same:
            continue
        if kept[last] - kept[first] <= INSIDE_BRACKET * (before[closer] - before[opener + 1]):
            yield first, last


def _has_any(units: Units) -> bool:
    return not _BRACKETS.isdisjoint(units.keys)


def bracket_pairs(units: Units) -> list[tuple[int, int]]:
    """The brackets that are closed, inner ones first: where each opens, and where it ends."""
    waiting: list[int] = []
    out: list[tuple[int, int]] = []
    for at, key in enumerate(units.keys):
        if key in CLOSERS:
            waiting.append(at)
        elif key in _OPENERS and waiting:
            if units.keys[waiting[-1]] == _OPENERS[key]:
                out.append((waiting[-1], at))
            waiting.pop()
    return out


def whole_brackets(pieces: list[Piece], left: Units, right: Units) -> list[Piece]:
    """The pieces; replacements with half a bracket on either side have the other half as well.

    Only a bracket that touches the change is taken in, and only where both sides lack it.
    """
    if not _has_any(left) or not _has_any(right):
        return pieces
    out = list(pieces)
    for at, piece in enumerate(pieces):
        if piece.same or piece.move or not piece.two_sided:
            continue
        opened = _open(left, piece.l1, piece.l2) & _open(right, piece.r1, piece.r2)
        after = out[at + 1] if opened and at + 1 < len(out) else piece
        if after.same and after.left and _OPENERS.get(left.keys[after.l1]) in opened:
            out[at] = out[at]._replace(l2=piece.l2 + 1, r2=piece.r2 + 1)
            out[at + 1] = after._replace(l1=after.l1 + 1, r1=after.r1 + 1)
        closed = _closed(left, piece.l1, piece.l2) & _closed(right, piece.r1, piece.r2)
        before = out[at - 1] if closed and at else piece
        if before.same and before.left and CLOSERS.get(left.keys[before.l2 - 1]) in closed:
            out[at] = out[at]._replace(l1=piece.l1 - 1, r1=piece.r1 - 1)
            out[at - 1] = before._replace(l2=before.l2 - 1, r2=before.r2 - 1)
    return [piece for piece in out if piece.left or piece.right]


def breaks_bracket(units: Units, first: int, end: int) -> bool:
    """Whether a stretch of words has a bracket without its other half."""
    return bool(_open(units, first, end) or _closed(units, first, end))


def _open(units: Units, first: int, end: int) -> frozenset[str]:
    """The brackets that are opened in a stretch and not closed."""
    waiting: list[str] = []
    for key in units.keys[first:end]:
        if key in CLOSERS:
            waiting.append(key)
        elif waiting and _OPENERS.get(key) == waiting[-1]:
            waiting.pop()
    return frozenset(waiting)


def _closed(units: Units, first: int, end: int) -> frozenset[str]:
    """The brackets that are closed in a stretch and were opened before it."""
    waiting: list[str] = []
    for key in reversed(units.keys[first:end]):
        if key in _OPENERS:
            waiting.append(key)
        elif waiting and CLOSERS.get(key) == waiting[-1]:
            waiting.pop()
    return frozenset(waiting)

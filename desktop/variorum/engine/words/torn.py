"""Words that stayed by chance, torn out of what stands elsewhere as a whole.

Of "the tenant pays the landlord rent" and "the tenant pays rent to the landlord", where rent and
landlord share a Chinese character, this character must not face itself: both words moved. Nor must
the "and" of "before and after meals", when all three words stand elsewhere in a row. Indices count
words; a Chinese character is one. The passes take pieces and give pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from variorum.engine.text.scripts import is_chinese
from variorum.engine.text.tokens import is_simple
from variorum.engine.words.pieces import Piece
from variorum.engine.words.units import STOP_WEIGHT, Units

_KANA: Final = re.compile("[\u3041-\u30ff]")


def give_back_torn(pieces: list[Piece], left: Units, right: Units) -> list[Piece]:
    """The pieces; a lone character between two changes changed with them, if it was torn out.

    It was when it makes a word of two characters with its neighbour on either side, and both of
    these words stand among what changed on the other side; or when it is the middle of a longer
    word on one side, and on the other, in Japanese, stands between kana.
    """
    if is_simple(left.text):
        return pieces
    alone = {at for at in range(1, len(pieces) - 1) if _is_alone(pieces[at], left)}
    if not alone:
        return pieces
    free = _joined(
        [p._replace(same=False) for at, p in enumerate(pieces) if at in alone or not p.same]
    )
    lefts = {word for piece in free for word in pairwise(left.keys[piece.l1 : piece.l2])}
    rights = {word for piece in free for word in pairwise(right.keys[piece.r1 : piece.r2])}
    out: list[Piece] = []
    for at, piece in enumerate(pieces):
        torn = False
        if at in alone:
            one = list(_words(left, piece.l1, pieces[at - 1].l1, pieces[at + 1].l2))
            two = list(_words(right, piece.r1, pieces[at - 1].r1, pieces[at + 1].r2))
            torn = _in_another_word(left, piece.l1, two) or _in_another_word(right, piece.r1, one)
            torn |= not rights.isdisjoint(one) and not lefts.isdisjoint(two)
        out.append(piece._replace(same=False) if torn else piece)
    return _joined(out)


def give_back_inner(pieces: list[Piece], left: Units, right: Units) -> list[Piece]:
    """The pieces; a function word between two changes changed with them, if it was torn out.

    It was when it stands on one side between two words with which it stands among what changed on
    the other side, in the same order.
    """
    alone = [
        at
        for at in range(1, len(pieces) - 1)
        if pieces[at].same and pieces[at].left == 1 and left.weights[pieces[at].l1] == STOP_WEIGHT
    ]
    if not alone:
        return pieces
    threes = (
        {three for p in pieces if not p.same for three in _threes(left.keys[p.l1 : p.l2])},
        {three for p in pieces if not p.same for three in _threes(right.keys[p.r1 : p.r2])},
    )
    torn = {
        at
        for at in alone
        if _around(left, pieces[at].l1, pieces[at - 1].left, pieces[at + 1].left) in threes[1]
        or _around(right, pieces[at].r1, pieces[at - 1].right, pieces[at + 1].right) in threes[0]
    }
    if not torn:
        return pieces
    return _joined([p._replace(same=False) if at in torn else p for at, p in enumerate(pieces)])


def _threes(keys: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(keys, keys[1:], keys[2:], strict=False)


def _around(units: Units, index: int, before: int, after: int) -> tuple[str, ...]:
    """A word with its neighbours; nothing where one of these did not change."""
    return tuple(units.keys[index - 1 : index + 2]) if before and after else ()


def _is_alone(piece: Piece, left: Units) -> bool:
    return piece.same and piece.left == 1 and is_chinese(left.word(piece.l1))


def _in_another_word(units: Units, index: int, words: list[tuple[str, str]]) -> bool:
    """Whether a character stands by itself here, and in the middle of a word on the other side.

    Args:
        units: of the side where it stands by itself.
        index: its place there.
        words: what it makes with changed characters beside it on the other side.
    """
    if len(words) < 2 or not all(map(is_chinese, (words[0][0], words[1][1]))):
        return False
    before = units.text[max(0, units.starts[index] - 1) : units.starts[index]]
    after = units.text[units.ends[index] : units.ends[index] + 1]
    return bool(_KANA.fullmatch(before) and _KANA.fullmatch(after))


def _words(units: Units, index: int, first: int, end: int) -> Iterator[tuple[str, str]]:
    """A character with the one before it and with the one after it, between two places."""
    if index > first:
        yield units.keys[index - 1], units.keys[index]
    if index + 1 < end:
        yield units.keys[index], units.keys[index + 1]


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces; changes that touch are one."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        if last and not last.same and not piece.same and (last.l2, last.r2) == (piece.l1, piece.r1):
            out[-1] = last._replace(l2=piece.l2, r2=piece.r2)
        else:
            out.append(piece)
    return out

"""What faces what inside a replacement: its final sign, a word that is near to one, the rest.

Indices count words. Each pass takes pieces and gives pieces; replacements are told apart here, so
that two pieces that changed may touch afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from variorum.engine.words.articles import ARTICLES
from variorum.engine.words.nearness import near_ones, nearness
from variorum.engine.words.pieces import Piece
from variorum.engine.words.units import WORD_WEIGHT, Units

NEAR_IN_PHRASE: Final = 0.7
"""How alike two words of a replacement must be to face each other: "renewing" and "renewed".
Between .6 and .75 people's word links are met equally often; lower, strangers meet."""

NEARLY_THE_SAME: Final = 0.85
"""How alike a word must be to one of two that it faces, so that the other one stands alone."""

LEAST_BESIDE: Final = 3
"""Where words are left on both sides beside those that are near, one side must have so many, or
phrase faces phrase: "with a step" against "in steps". Of more, people mark the near words apart."""

PAIRS_CONSIDERED: Final = 400
"""How many pairs of near words are weighed in one replacement; one with more is left whole."""

WORDS_CONSIDERED: Final = 120
"""How many words a side of a replacement may have to be looked into: longer ones are rewritten."""

_CLOSING: Final = frozenset(",;:")
_FINAL: Final = frozenset(".!?,;:…。！？，；：،؟।")


def part_replacements(pieces: list[Piece], left: Units, right: Units) -> list[Piece]:
    """Replacements told apart into what a person would mark singly."""
    out: list[Piece] = []
    for piece in pieces:
        if piece.same or not piece.two_sided or _word_for_word(piece, left, right):
            out.append(piece)
            continue
        for part in _trimmed(piece, left, right):
            out += _parts(part, left, right)
    return _phrases(out, left)


def _word_for_word(piece: Piece, left: Units, right: Units) -> bool:
    """Whether one word faces another: there is nothing to be told apart."""
    return piece.left == piece.right == 1 and left.keys[piece.l1] != right.keys[piece.r1]


def _parts(piece: Piece, left: Units, right: Units) -> Iterator[Piece]:
    """A replacement whose ends do not meet, told apart."""
    if piece.same:
        yield piece
        return
    signed = _without_first_sign(piece, left, right)
    for part in (p for one in signed for p in _without_final_sign(one, left, right)):
        if article := _lone_article(part, left, right):
            yield from _parted(part, [article])
            continue
        if _word_for_two(part, left, right):
            yield part
            continue
        for smaller in _near_words(part, left, right):
            # Beside a near word there may now be words that meet.
            for smallest in _trimmed(smaller, left, right):
                yield from _telling_words(smallest, left, right)


def _lone_article(piece: Piece, left: Units, right: Units) -> tuple[int, int] | None:
    """An article that faces itself in another form, with words before or after it on one side.

    Of "an old" against "a" only "old" is missing.
    """
    if min(piece.left, piece.right) != 1 or piece.left == piece.right:
        return None
    if max(piece.left, piece.right) > WORDS_CONSIDERED:
        return None
    found = [
        (i, j)
        for i in range(piece.l1, piece.l2)
        for j in range(piece.r1, piece.r2)
        if left.keys[i] != right.keys[j] and right.keys[j] in ARTICLES.get(left.keys[i], ())
    ]
    return found[0] if len(found) == 1 else None


def _word_for_two(piece: Piece, left: Units, right: Units) -> bool:
    """Whether one word faces two of which none is nearly the same: "is trying" against "tries".

    Told apart, one word would seem to be missing that the other form says as well.
    """
    if {piece.left, piece.right} != {1, 2}:
        return False
    return all(
        nearness(left.keys[i], right.keys[j]) < NEARLY_THE_SAME and left.keys[i] != right.keys[j]
        for i in range(piece.l1, piece.l2)
        for j in range(piece.r1, piece.r2)
    )


def _trimmed(piece: Piece, left: Units, right: Units) -> tuple[Piece, ...]:
    """A replacement without the words that meet at its ends: joining phrases may leave some."""
    l1, l2, r1, r2, _, _ = piece
    if l1 == l2 or r1 == r2:
        return (piece,)
    if left.keys[l1] != right.keys[r1] and left.keys[l2 - 1] != right.keys[r2 - 1]:
        return (piece,)
    while l1 < l2 and r1 < r2 and left.keys[l1] == right.keys[r1]:
        l1, r1 = l1 + 1, r1 + 1
    while l1 < l2 and r1 < r2 and left.keys[l2 - 1] == right.keys[r2 - 1]:
        l2, r2 = l2 - 1, r2 - 1
    return (
        Piece(piece.l1, l1, piece.r1, r1, same=True),
        Piece(l1, l2, r1, r2, same=False),
        Piece(l2, piece.l2, r2, piece.r2, same=True),
    )


def _without_first_sign(piece: Piece, left: Units, right: Units) -> list[Piece]:
    """A comma that one side begins with closes what stands before it, and stands alone.

    Not the first of two: what stands between them came with both. Nor one that a conjunction
    faces: ", I met" and "and met" say the same.
    """
    l1, l2, r1, r2, _, _ = piece
    if not piece.two_sided:
        return [piece]
    if left.weights[l1] == WORD_WEIGHT and _follows(right, r1, r2):
        return [Piece(l1, l1, r1, r1 + 1, same=False), Piece(l1, l2, r1 + 1, r2, same=False)]
    if right.weights[r1] == WORD_WEIGHT and _follows(left, l1, l2):
        return [Piece(l1, l1 + 1, r1, r1, same=False), Piece(l1 + 1, l2, r1, r2, same=False)]
    return [piece]


def _follows(units: Units, first: int, end: int) -> bool:
    """Whether some words begin with a comma or the like, the only one, between two words."""
    keys = units.keys
    return (
        end > first + 1
        and keys[first] in _CLOSING
        and keys[first] not in keys[first + 1 : end]
        and units.weights[first + 1] == WORD_WEIGHT
        and first > 0
        and units.ends[first - 1] == units.starts[first]
    )


def _without_final_sign(piece: Piece, left: Units, right: Units) -> list[Piece]:
    """The signs at the end of both sides face each other; a comma on one side stands alone."""
    l1, l2, r1, r2, _, _ = piece
    if not piece.two_sided:
        return [piece]
    on_left, on_right = left.keys[l2 - 1], right.keys[r2 - 1]
    if piece.left + piece.right > 2 and on_left in _FINAL and on_right in _FINAL:
        return [
            Piece(l1, l2 - 1, r1, r2 - 1, same=False),
            Piece(l2 - 1, l2, r2 - 1, r2, same=False),
        ]
    if on_left not in right.keys[r1:r2] and _closes(left, l1, l2) and on_right not in _FINAL:
        return [Piece(l1, l2 - 1, r1, r2, same=False), Piece(l2 - 1, l2, r2, r2, same=False)]
    if on_right not in left.keys[l1:l2] and _closes(right, r1, r2) and on_left not in _FINAL:
        return [Piece(l1, l2, r1, r2 - 1, same=False), Piece(l2, l2, r2 - 1, r2, same=False)]
    return [piece]


def _closes(units: Units, first: int, end: int) -> bool:
    """Whether some words end with a comma or the like that no other of them answers to.

    Of ", in other words," the second comma goes where the first one goes.
    """
    keys = units.keys
    return (
        end > first + 1 and keys[end - 1] in _CLOSING and keys[end - 1] not in keys[first : end - 1]
    )


def _near_words(piece: Piece, left: Units, right: Units) -> list[Piece]:
    """Words that are near to each other face each other: the same word in another form."""
    if not piece.two_sided:
        return [piece]
    chain = _near_chain(piece, left, right)
    beside = piece.left - len(chain), piece.right - len(chain)
    if min(beside) > 0 and max(beside) < LEAST_BESIDE:
        return [piece]
    return _with_dots(_parted(piece, chain), left, right)


def _with_dots(parts: list[Piece], left: Units, right: Units) -> list[Piece]:
    """The parts of a replacement; the full stop of an abbreviation stays with its word.

    Of "Figs. 3 to 5" against "Figures 3 and 6" the stop goes with "Figs", which is the shorter.
    """
    out = list(parts)
    for at in range(1, len(out)):
        word, rest = out[at - 1], out[at]
        if word.left != 1 or word.right != 1:
            continue
        dots = _dot(left, rest.l1, rest.l2), _dot(right, rest.r1, rest.r2)
        longer = len(left.keys[word.l1]) - len(right.keys[word.r1])
        if (dots == (True, False) and longer <= 0) or (dots == (False, True) and longer >= 0):
            out[at - 1] = word._replace(l2=word.l2 + dots[0], r2=word.r2 + dots[1])
            out[at] = rest._replace(l1=rest.l1 + dots[0], r1=rest.r1 + dots[1])
    return [part for part in out if part.left or part.right]


def _dot(units: Units, first: int, end: int) -> bool:
    """Whether some words begin with a full stop between a word that it closes and a space."""
    if first == end or units.keys[first] != "." or units.ends[first - 1] != units.starts[first]:
        return False
    return units.text[units.ends[first] : units.ends[first] + 1].isspace()


def _near_chain(piece: Piece, left: Units, right: Units) -> list[tuple[int, int]]:
    """The ascending chain of near pairs with the greatest nearness in sum."""
    if max(piece.left, piece.right) > WORDS_CONSIDERED:
        return []
    lefts, rights = _telling(left, piece.l1, piece.l2), _telling(right, piece.r1, piece.r2)
    keys = [right.keys[j] for j in rights]
    pairs = [
        (i, rights[at], near)
        for i in lefts
        for at, near in near_ones(left.keys[i], keys, NEAR_IN_PHRASE)
    ]
    if not pairs or len(pairs) > PAIRS_CONSIDERED:
        return []
    best: list[tuple[float, int]] = []  # the sum up to each pair, and the pair before it
    for i, j, near in pairs:
        before = max(
            ((best[k][0], k) for k, (a, b, _) in enumerate(pairs[: len(best)]) if a < i and b < j),
            default=(0.0, -1),
        )
        best.append((before[0] + near, before[1]))
    at = max(range(len(best)), key=lambda k: best[k][0])
    chain: list[tuple[int, int]] = []
    while at >= 0:
        chain.append(pairs[at][:2])
        at = best[at][1]
    return chain[::-1]


def _telling_words(piece: Piece, left: Units, right: Units) -> list[Piece]:
    """Where both sides have as many telling words, those face each other in their order.

    So that of "the joint effort" against "shared work" only "the" counts as missing. What follows
    the last of them belongs to it ("spell out" against "show"), and where more than a word would be
    left over, so does that ("due to" against "as a result of"): then phrase faces phrase.
    """
    if piece.same or not piece.two_sided or piece.left == piece.right:
        return [piece]
    lefts, rights = _telling(left, piece.l1, piece.l2), _telling(right, piece.r1, piece.r2)
    if not lefts or len(lefts) != len(rights):
        return [piece]
    parts = _parted(piece, list(zip(lefts, rights, strict=True)))
    over = sum(part.left + part.right for part in parts if not part.left == part.right == 1)
    return _with_dots(parts, left, right) if parts[-1].two_sided and over <= 1 else [piece]


def _telling(units: Units, first: int, end: int) -> list[int]:
    return [index for index in range(first, end) if units.weights[index] == WORD_WEIGHT]


def _parted(piece: Piece, pairs: list[tuple[int, int]]) -> list[Piece]:
    """A replacement cut into pairs of words that face each other and what is between them."""
    out: list[Piece] = []
    l1, r1 = piece.l1, piece.r1
    for i, j in pairs:
        out.append(Piece(l1, i, r1, j, same=False))
        out.append(Piece(i, i + 1, j, j + 1, same=False))
        l1, r1 = i + 1, j + 1
    out.append(Piece(l1, piece.l2, r1, piece.r2, same=False))
    return [part for part in out if part.left or part.right]


def _phrases(pieces: Iterable[Piece], left: Units) -> list[Piece]:
    """Neighbours in which word faces word are one phrase against one phrase; signs stay apart."""
    out: list[Piece] = []
    for piece in pieces:
        if piece.l1 == piece.l2 and piece.r1 == piece.r2:
            continue
        last = out[-1] if out else None
        if last and ((last.same and piece.same) or _join(last, piece, left)):
            out[-1] = Piece(last.l1, piece.l2, last.r1, piece.r2, piece.same)
        else:
            out.append(piece)
    return out


def _join(one: Piece, other: Piece, left: Units) -> bool:
    return (
        not (one.same or other.same)
        and one.left == one.right
        and other.left == other.right
        and not left.is_sign(one.l2 - 1)
        and not left.is_sign(other.l1)
    )


def near_weight(pieces: Iterable[Piece], left: Units, right: Units) -> float:
    """How many words face near ones in the changes, each counted by its likeness."""
    return sum(
        nearness(left.keys[i], right.keys[j])
        for piece in pieces
        if piece.two_sided and not piece.same
        for i, j in _near_chain(piece, left, right)
    )

"""What makes a correct difference readable: passes over its pieces, each against one ugliness.

Indices count words. Each pass takes pieces and gives pieces that are as correct as before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import Final

from variorum.engine.text.scripts import CLUSTERED, SINGLE, marks
from variorum.engine.text.tokens import is_simple
from variorum.engine.words.brackets import bracket_pairs, breaks_bracket
from variorum.engine.words.matching import common_ends
from variorum.engine.words.parting import parts_changes
from variorum.engine.words.phrases import near_weight
from variorum.engine.words.pieces import Piece, weight, word_count
from variorum.engine.words.quotations import breaks_quotation
from variorum.engine.words.units import SIGN_WEIGHT, WORD_WEIGHT, Units

ISLAND_SHARE: Final = 0.3
"""A stretch that stayed is swallowed when it has at most this share of the words of the smaller
of its changed neighbours. Lower leaves pepper, higher joins changes that people part."""

ISLAND_WEIGHT: Final = 0.5
"""... and when it weighs no more than this: a function word or a sign. (Telling words that stayed
are confirmed by people nearly always: swallowing them costs .012 of their links.)"""

LEAST_KEPT: Final = 0.2
"""Under this share of kept weight a sentence is reworded: what its words share is chance."""

RUN_THAT_TELLS: Final = 3.0
RUN_SHARE: Final = 0.3
"""... unless a stretch of this weight and of this share of the lighter side stayed: then the rest
was added or taken away."""


@cache
def _clusters() -> re.Pattern[str]:
    """Thai letters and the like; a word has more of them than two."""
    return re.compile(f"[{CLUSTERED}{marks()}]{{1,12}}")


_ENDING: Final = re.compile("[\u3041-\u309f](?<![はがをにのともでへや])")
"""A character of an ending or of a word in hiragana; particles are words of their own."""

_STOPS: Final = frozenset(".!?…。！？؟।")

MUCH_CHANGED: Final = 3
"""From so many words beside it that changed, such a character stayed by chance."""


@cache
def _single() -> re.Pattern[str]:
    """A Chinese or Japanese character; a word has one, two or three."""
    return re.compile(f"[{SINGLE}]")


def is_chance(pieces: Sequence[Piece], left: Units, right: Units) -> bool:
    """Whether too little stayed for the sentence to be the same wording: then it is reworded.

    Marks on the few words that two wordings share by chance would only be pepper.
    """
    kept = [weight(left, piece.l1, piece.l2) for piece in pieces if piece.same]
    if len(kept) == len(pieces):
        return False
    sides = sum(left.weights), sum(right.weights)
    least = LEAST_KEPT * sum(sides) / 2
    if sum(kept) >= least:
        return False
    if max(kept, default=0.0) >= max(RUN_THAT_TELLS, RUN_SHARE * min(sides)):
        return False
    return sum(kept) + near_weight(pieces, left, right) < least


def reworded(left: Units, right: Units) -> list[Piece]:
    """All of a sentence replaced, but for the words and signs that both sides begin or end with."""
    start, end = common_ends(left.keys, right.keys)
    l2, r2 = len(left) - end, len(right) - end
    pieces = [
        Piece(0, start, 0, start, same=True),
        Piece(start, l2, start, r2, same=False),
        Piece(l2, len(left), r2, len(right), same=True),
    ]
    return [piece for piece in pieces if piece.left or piece.right]


def swallow_islands(pieces: list[Piece], left: Units, right: Units) -> list[Piece]:
    """Phrase against phrase: a word or two that stayed between two changes are part of the change.

    The least island goes first, because the changes beside it grow by it.
    """
    # Most sentences have nothing that is light enough, and no stretch becomes lighter.
    if is_simple(left.text) and not any(
        p.same and weight(left, p.l1, p.l2) <= ISLAND_WEIGHT for p in pieces[1:-1]
    ):
        return pieces
    sea = _Sea(pieces, left, right)
    waiting = [island for at in range(len(pieces)) if (island := sea.island(at))]
    heapify(waiting)
    while waiting:
        island = heappop(waiting)
        at = island[2]
        if sea.island(at) != island:
            continue  # gone, or its neighbours have grown since
        for neighbour in sea.swallow(at):
            if found := sea.island(neighbour):
                heappush(waiting, found)
    return sea.pieces()


_Island = tuple[float, float, int]
"""Its share of the words of the smaller change beside it, its weight, and which piece it is."""


class _Sea:
    """Pieces that can be swallowed by their neighbours; a swallowed one leaves None."""

    def __init__(self, pieces: Sequence[Piece], left: Units, right: Units) -> None:
        self._left = left
        self._right = right
        self._spaced = is_simple(left.text)
        self._pieces: list[Piece | None] = list(pieces)
        self._before = list(range(-1, len(pieces) - 1))
        self._after = list(range(1, len(pieces) + 1))
        self._closed = _closed_brackets(pieces, left, right)
        self._words = [
            max(word_count(left, p.l1, p.l2), word_count(right, p.r1, p.r2)) for p in pieces
        ]

    def island(self, at: int) -> _Island | None:
        """What makes a piece an island; None when it is none."""
        piece = self._pieces[at] if 0 <= at < len(self._pieces) else None
        if piece is None or not piece.same:
            return None
        before, after = self._before[at], self._after[at]
        if before < 0 or after >= len(self._pieces):
            return None
        if piece.l1 in self._closed or piece.l2 - 1 in self._closed:
            return None
        heft = weight(self._left, piece.l1, piece.l2)
        if not self._spaced and self._inside_word(before, piece, after):
            return (0.0, heft, at)
        smaller = min(self._words[before], self._words[after])
        words = self._words[at]
        share = words / smaller if smaller else float(words > 0)
        if share > ISLAND_SHARE or heft > ISLAND_WEIGHT:
            return None
        return None if self._parts_changes(before, piece, after) else (share, heft, at)

    def _parts_changes(self, before: int, piece: Piece, after: int) -> bool:
        """Whether what stayed keeps the changes beside it apart."""
        one, other = self._pieces[before], self._pieces[after]
        assert one is not None
        assert other is not None
        return bool(piece.left) and parts_changes(one, piece, other, self._left, self._right)

    def _inside_word(self, before: int, piece: Piece, after: int) -> bool:
        """Whether a sign of a script without spaces stayed in the middle of a word that changed.

        Of Tōkyō against Kyōto, written in two characters, the second is the first of the other.
        Where words are missing, or added, on both sides of it, it is a word of its own.
        """
        one, other = self._pieces[before], self._pieces[after]
        assert one is not None
        assert other is not None
        left, right = self._left, self._right
        text = left.text[left.starts[piece.l1] : left.ends[piece.l2 - 1]] if piece.left else ""
        if _ENDING.fullmatch(text) and (one.two_sided or other.two_sided):
            much = max(self._words[before], self._words[after]) >= MUCH_CHANGED
            return much and self._touches(one, piece, other)
        clustered = _clusters().fullmatch(text)
        if piece.left > (2 if clustered else 1) or not (clustered or _single().fullmatch(text)):
            return False
        crossing = (one.left and other.right) or (one.right and other.left)
        if not crossing or (not clustered and (one.two_sided or other.two_sided)):
            return False
        if left.keys[one.l1 : one.l2] + left.keys[other.l1 : other.l2] == (
            right.keys[one.r1 : one.r2] + right.keys[other.r1 : other.r2]
        ):
            return False  # it stayed, and the rest went round it
        return self._touches(one, piece, other)

    def _touches(self, one: Piece, piece: Piece, other: Piece) -> bool:
        """Whether no space parts a piece from the changes beside it."""
        left, right = self._left, self._right
        return all(
            units.ends[first - 1] == units.starts[first]
            for units, first in (
                *[(left, at) for at, p in ((piece.l1, one), (piece.l2, other)) if p.left],
                *[(right, at) for at, p in ((piece.r1, one), (piece.r2, other)) if p.right],
            )
        )

    def swallow(self, at: int) -> tuple[int, int]:
        """Join an island and the changes beside it; the islands beside these may change."""
        before, after = self._before[at], self._after[at]
        one, other = self._pieces[before], self._pieces[after]
        assert one is not None
        assert other is not None
        self._pieces[before] = Piece(one.l1, other.l2, one.r1, other.r2, same=False)
        self._pieces[at] = self._pieces[after] = None
        self._words[before] = max(
            word_count(self._left, one.l1, other.l2), word_count(self._right, one.r1, other.r2)
        )
        follower = self._after[after]
        self._after[before] = follower
        if follower < len(self._before):
            self._before[follower] = before
        return self._before[before], follower

    def pieces(self) -> list[Piece]:
        """What is left."""
        return [piece for piece in self._pieces if piece is not None]


def _closed_brackets(pieces: Sequence[Piece], left: Units, right: Units) -> frozenset[int]:
    """The left words that are halves of a bracket of which both halves stayed.

    Of "fare (30 euros)" against "fare (40 pounds) a month" the bracket is no part of what changed.
    Of "thirty (30)" against "forty (40)" it is: what says the same again goes with what it follows.
    """
    pairs = bracket_pairs(left)
    if not pairs:
        return frozenset()
    facing = {p.l1 + k: p.r1 + k for p in pieces if p.same for k in range(p.left)}
    others = dict(bracket_pairs(right))
    behind = {after.l1 for before, after in pairwise(pieces) if before.two_sided and after.same}
    stayed: list[int] = []
    for opener, closer in pairs:
        start, end = facing.get(opener, -1), facing.get(closer, -1)
        again = opener in behind and closer == opener + 2 and end == start + 2
        if others.get(start) == end and not again:
            stayed += (opener, closer)
    return frozenset(stayed)


def slide(pieces: list[Piece], left: Units, right: Units) -> list[Piece]:
    """Put added and missing words where a reader sees them.

    In "the old and the new house" against "the old house" both "and the new" and "old and the"
    could be what is missing. The last place is best that does not end in a function word.
    """
    pieces = _between_same(pieces, len(left), len(right))
    for at in range(1, len(pieces) - 1, 2):
        if not pieces[at].two_sided:
            steps = _best_slide(pieces, at, left, right)
            before, piece, after = pieces[at - 1 : at + 2]
            pieces[at - 1 : at + 2] = _slid(before, piece, after, steps)
    return [piece for piece in pieces if piece.l2 > piece.l1 or piece.r2 > piece.r1]


def _between_same(pieces: Sequence[Piece], size_left: int, size_right: int) -> list[Piece]:
    """The pieces, beginning and ending with one that stayed, if need be an empty one."""
    out = list(pieces)
    if not out or not out[0].same:
        out.insert(0, Piece(0, 0, 0, 0, same=True))
    if not out[-1].same:
        out.append(Piece(size_left, size_left, size_right, size_right, same=True))
    return out


def _best_slide(pieces: Sequence[Piece], at: int, left: Units, right: Units) -> int:
    """By how many words to move a one-sided piece, to the right when positive.

    Where words that merely meet could face each other, those that are alike to the letter do: of
    "the The house" against "The house" the first word is new.
    """
    gains = _gains(pieces, at, left, right)
    most = max(gains.values())
    best = sorted((steps for steps, gain in gains.items() if gain == most), reverse=True)
    if len(best) == 1:  # as most are
        return best[0]
    piece = pieces[at]
    units, first, end = (
        (left, piece.l1, piece.l2) if piece.l2 > piece.l1 else (right, piece.r1, piece.r2)
    )
    for breaks in (breaks_bracket, breaks_quotation, _begins_with_stop):
        whole = [steps for steps in best if not breaks(units, first + steps, end + steps)]
        if whole and len(whole) < len(best):
            return whole[0]
    for steps in best:
        if units.weights[end + steps - 1] == WORD_WEIGHT:
            return steps
    for steps in best:
        if units.weights[end + steps - 1] != SIGN_WEIGHT:
            return steps
    return 0 if 0 in best else best[0]


def _begins_with_stop(units: Units, first: int, end: int) -> bool:
    """Whether some words begin with what ends the sentence before them, and lack their own end."""
    stops = [units.keys[k] in _STOPS for k in (first, min(first + 1, end - 1), end - 1)]
    return stops == [True, False, False]


def _gains(pieces: Sequence[Piece], at: int, left: Units, right: Units) -> dict[int, int]:
    """By how many words a one-sided piece can move, and how many more words are alike then."""
    piece, after = pieces[at], pieces[at + 1]
    units, first, end, others, facing = (
        (left, piece.l1, piece.l2, right, after.r1)
        if piece.l2 > piece.l1
        else (right, piece.r1, piece.r2, left, after.l1)
    )

    def gain(gone: int, come: int, other: int) -> int:
        word = others.word(other)
        return (units.word(come) == word) - (units.word(gone) == word)

    # A word at least stays between two changes.
    room_before = pieces[at - 1].left - (at > 1)
    room_after = after.left - (at + 2 < len(pieces))
    gains = {0: 0}
    for step in range(room_after):
        come, gone = first + step, end + step
        if units.keys[come] != units.keys[gone]:
            break
        gains[step + 1] = gains[step] + gain(gone, come, facing + step)
    for step in range(0, -room_before, -1):
        gone, come = first + step - 1, end + step - 1
        if units.keys[come] != units.keys[gone]:
            break
        gains[step - 1] = gains[step] + gain(gone, come, facing + step - 1)
    return gains


def _slid(before: Piece, piece: Piece, after: Piece, steps: int) -> list[Piece]:
    """A one-sided piece moved between its neighbours that stayed."""
    l1, l2, r1, r2 = (at + steps for at in piece[:4])
    return [
        Piece(before.l1, l1, before.r1, r1, same=True),
        Piece(l1, l2, r1, r2, same=False),
        Piece(l2, after.l2, r2, after.r2, same=True),
    ]

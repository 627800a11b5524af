"""Words that stand elsewhere in the same pair: clauses that changed places.

Indices count words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Final, NamedTuple

from variorum.engine.text.scripts import is_character, is_chinese
from variorum.engine.words.brackets import CLOSERS
from variorum.engine.words.nearness import nearness
from variorum.engine.words.pieces import Piece, weight
from variorum.engine.words.units import WORD_WEIGHT, Units

ALWAYS_A_MOVE: Final = 2.0
"""From this weight a run of words that stands elsewhere has moved, wherever it was torn from."""

MOVE_OF_ITS_OWN: Final = 1.0
"""From this weight it has moved when one end of it is all that changed there, or it is most of
the change at both ends. People link such words nearly always (.92), single ones too."""

OWN_SHARE: Final = 0.5

SHORTEST_TELLING: Final = 4
"""How many letters a telling word of a moved run has at least; names and figures may be shorter."""

PHRASE: Final = 3
"""Words in a row of which one tells, however short it is: "the old man"."""

CHINESE: Final = 2
"""Chinese characters in a row, at least, that moved: one is seldom a word."""

SPELLED: Final = 5
"""Other characters of scripts without spaces, at least, in a row that has fewer of those."""

NEAR_AT_END: Final = 0.7
"""How alike the words next to a moved run must be to have gone with it."""

NEAR_ALONE: Final = 0.8
"""The same where no telling word of the run stayed as it was: "continue to" and "continues to", but
not "la provisión" and "la opresión", which share an article and an ending."""

PAIRS_CONSIDERED: Final = 4_000
"""How many pairs of words are looked at for a move; a repetitive text has no telling ones."""

MOST_MOVES: Final = 24
"""How many moves are told in one pair: nobody follows more."""


class _Run(NamedTuple):
    """A run of words that stands on both sides."""

    heft: float
    i: int
    i_end: int
    j: int
    j_end: int
    left_piece: int
    right_piece: int


def find_moves(pieces: list[Piece], left: Units, right: Units) -> list[Piece]:
    """The pieces with moved words cut out of them; each move has its number on both sides."""
    for number in range(1, MOST_MOVES + 1):
        best = _heaviest(pieces, left, right)
        if best is None:
            break
        pieces = _cut_out(pieces, best, number)
    return pieces


def _heaviest(pieces: Sequence[Piece], left: Units, right: Units) -> _Run | None:
    moved = [run for run in _runs(pieces, left, right) if _has_moved(run, pieces, left, right)]
    if not moved:
        return None
    stayed = {left.keys[i] for piece in pieces if piece.same for i in range(piece.l1, piece.l2)}
    runs = [run for run in moved if not _repeated(run, left, stayed)]
    return max(runs, key=lambda run: (run.heft, -run.i - run.j, -run.i), default=None)


def _runs(pieces: Sequence[Piece], left: Units, right: Units) -> Iterator[_Run]:
    """Every longest run of words that meet in two different changes, grown at its ends."""
    where: dict[str, list[tuple[int, int]]] = {}
    changed = [(n, piece) for n, piece in enumerate(pieces) if not piece.same and not piece.move]
    if len(changed) < 2:
        return
    for number, piece in changed:
        for j in range(piece.r1, piece.r2):
            where.setdefault(right.keys[j], []).append((j, number))
    meetings = (
        (i, j, number, other)
        for number, piece in changed
        for i in range(piece.l1, piece.l2)
        if not left.is_sign(i)  # no move begins with one
        for j, other in where.get(left.keys[i], ())
    )
    for i, j, number, other in islice(meetings, PAIRS_CONSIDERED):
        one, two = pieces[number], pieces[other]
        if other != number and not _continues(left, i, one, right, j, two):
            yield _run(i, j, (number, one), (other, two), left, right)


def _continues(left: Units, i: int, piece: Piece, right: Units, j: int, other: Piece) -> bool:
    """Whether the words before these meet too."""
    if i == piece.l1 or j == other.r1 or left.is_sign(i - 1):
        return False
    return left.keys[i - 1] == right.keys[j - 1]


def _run(
    i: int, j: int, one: tuple[int, Piece], two: tuple[int, Piece], left: Units, right: Units
) -> _Run:
    """The run that begins with two words that meet, with the near words at its ends."""
    (left_piece, piece), (right_piece, other) = one, two
    i_end, j_end = i + 1, j + 1
    while i_end < piece.l2 and j_end < other.r2 and left.keys[i_end] == right.keys[j_end]:
        i_end, j_end = i_end + 1, j_end + 1
    while left.is_sign(i_end - 1):
        i_end, j_end = i_end - 1, j_end - 1
    heft = weight(left, i, i_end)
    least = NEAR_AT_END if heft >= WORD_WEIGHT else NEAR_ALONE
    while step := _step_back(i, j, piece, other, left, right, least):
        i, j = i - step[0], j - step[1]
        heft += left.weights[i]
    while i_end < piece.l2 and j_end < other.r2 and _near(left, i_end, right, j_end, least):
        heft += left.weights[i_end]
        i_end, j_end = i_end + 1, j_end + 1
    if _in_brackets(left, i, i_end, piece.l1, piece.l2) and _in_brackets(
        right, j, j_end, other.r1, other.r2
    ):
        i, i_end, j, j_end = i - 1, i_end + 1, j - 1, j_end + 1
    return _Run(heft, i, i_end, j, j_end, left_piece, right_piece)


def _in_brackets(units: Units, first: int, end: int, low: int, high: int) -> bool:
    """Whether some words are all that a bracket holds whose halves changed with them."""
    if first == low or end == high:
        return False
    return CLOSERS.get(units.keys[first - 1]) == units.keys[end]


def _step_back(
    i: int, j: int, piece: Piece, other: Piece, left: Units, right: Units, least: float
) -> tuple[int, int] | None:
    """How many words before a run go with it on each side; None when none do."""
    if i == piece.l1 or j == other.r1:
        return None
    if _near(left, i - 1, right, j - 1, least):
        return 1, 1
    if i - 1 > piece.l1 and _abbreviates(left, i - 2, right.keys[j - 1]):
        return 2, 1
    if j - 1 > other.r1 and _abbreviates(right, j - 2, left.keys[i - 1]):
        return 1, 2
    return None


def _abbreviates(units: Units, index: int, key: str) -> bool:
    """Whether a word and the dot after it are short for a word: "Gov." for "Governor"."""
    short = units.keys[index]
    return units.keys[index + 1] == "." and 2 <= len(short) < len(key) and key.startswith(short)


def _has_moved(run: _Run, pieces: Sequence[Piece], left: Units, right: Units) -> bool:
    """Whether a run tells enough to be more than chance."""
    if run.heft < MOVE_OF_ITS_OWN or not _tells(left, run):
        return False
    if run.heft >= ALWAYS_A_MOVE:
        return True
    one, two = pieces[run.left_piece], pieces[run.right_piece]
    if not (one.two_sided and two.two_sided):
        return True
    share = min(
        run.heft / weight(left, one.l1, one.l2),
        run.heft / weight(right, two.r1, two.r2),
    )
    return share >= OWN_SHARE


def _repeated(run: _Run, left: Units, stayed: AbstractSet[str]) -> bool:
    """Whether a run is one telling word that stayed in another place, too.

    Of "an agenda, a common agenda" against "a common agenda and agenda" the word was dropped here
    and repeated there; nobody carried it.
    """
    telling = [k for k in range(run.i, run.i_end) if left.weights[k] == WORD_WEIGHT]
    return len(telling) == 1 and left.keys[telling[0]] in stayed


def _tells(left: Units, run: _Run) -> bool:
    """Whether a run has a long word, a name, a figure, some characters, or a phrase."""
    telling = [k for k in range(run.i, run.i_end) if left.weights[k] == WORD_WEIGHT]
    words = [left.word(k) for k in range(run.i, run.i_end)]
    if any(map(is_character, words)):
        return run.i_end - run.i >= SPELLED or sum(map(is_chinese, words)) >= CHINESE
    if telling and run.i_end - run.i >= PHRASE:
        return True
    return any(
        len(word) >= SHORTEST_TELLING or not word.islower() for word in map(left.word, telling)
    )


def _near(left: Units, i: int, right: Units, j: int, least: float) -> bool:
    if left.keys[i] == right.keys[j]:
        return not left.is_sign(i)
    if left.weights[i] != WORD_WEIGHT or right.weights[j] != WORD_WEIGHT:
        return False
    return nearness(left.keys[i], right.keys[j]) >= least


def _cut_out(pieces: Sequence[Piece], run: _Run, number: int) -> list[Piece]:
    out: list[Piece] = []
    for at, piece in enumerate(pieces):
        if at == run.left_piece:
            out += _parted_left(piece, run.i, run.i_end, number)
        elif at == run.right_piece:
            mirrored = Piece(piece.r1, piece.r2, piece.l1, piece.l2, same=False)
            parts = _parted_left(mirrored, run.j, run.j_end, number)
            out += [Piece(p.r1, p.r2, p.l1, p.l2, same=False, move=p.move) for p in parts]
        else:
            out.append(piece)
    return out


def _parted_left(piece: Piece, first: int, end: int, number: int) -> list[Piece]:
    """A change with a moved run of its left words cut out.

    What it faces on the right goes to the longer of the two remaining sides of the run.
    """
    l1, l2, r1, r2, _, _ = piece
    border = r2 if first - l1 >= l2 - end else r1
    parts = [
        Piece(l1, first, r1, border, same=False),
        Piece(first, end, border, border, same=False, move=number),
        Piece(end, l2, border, r2, same=False),
    ]
    return [part for part in parts if part.left or part.right]

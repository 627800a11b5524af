"""What rows, bands and figures need to know of moves.

Imports the model, the documents and the counting of words. Indices count rows, sentences or
paragraphs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from variorum.engine.counts import Counts
from variorum.engine.document import Document
from variorum.engine.elements import Side, Span
from variorum.engine.model import Move, MovePair, Row

MovesAt = Mapping[Side, Mapping[int, Collection[int]]]
"""For each side and paragraph the ids of the moves that begin or end there."""


def moves_by_paragraph(left: Document, right: Document, moves: Iterable[Move]) -> MovesAt:
    """Where the moves begin and end."""
    at_left: dict[int, set[int]] = {}
    at_right: dict[int, set[int]] = {}
    for move in moves:
        for pair in move.pairs:
            for i in pair.left:
                at_left.setdefault(left.paragraph_of[i], set()).add(move.id)
            for j in pair.right:
                at_right.setdefault(right.paragraph_of[j], set()).add(move.id)
    return {Side.LEFT: at_left, Side.RIGHT: at_right}


def moves_of_band(moves_at: MovesAt, left: Span, right: Span) -> tuple[int, ...]:
    """The ids of the moves that begin or end in some paragraphs, ascending."""
    found: set[int] = set()
    for side, span in ((Side.LEFT, left), (Side.RIGHT, right)):
        there = moves_at[side]
        if there:
            for paragraph in range(*span):
                found.update(there.get(paragraph, ()))
    return tuple(sorted(found))


def moved_rows(moves: Sequence[Move]) -> frozenset[int]:
    """The indices of all rows in which something of a move stands."""
    return frozenset(number for move in moves for number in (*move.left_rows, *move.right_rows))


def move_similarity(counts: Counts, pairs: Sequence[MovePair]) -> float:
    """The share of the words of some pairs that was kept: longer pairs weigh more."""
    weights = [
        1 + counts.sentences(Side.LEFT, p.left) + counts.sentences(Side.RIGHT, p.right)
        for p in pairs
    ]
    weighed = sum(w * p.similarity for w, p in zip(weights, pairs, strict=True))
    return min(1.0, weighed / sum(weights))


def lone_sides(rows: Sequence[Row], move: Move) -> Iterator[tuple[MovePair, tuple[Side, ...]]]:
    """Each pair, and the sides on which all of it left its place: no row in place has its words."""
    left = {i for number in move.left_rows for i in rows[number].left}
    right = {j for number in move.right_rows for j in rows[number].right}
    for pair in move.pairs:
        sides = ((Side.LEFT, pair.left, left), (Side.RIGHT, pair.right, right))
        yield pair, tuple(side for side, group, lone in sides if lone.issuperset(group))

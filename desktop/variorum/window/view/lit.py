"""What the mouse points at, and what belongs to it: both are lit, as long as it is there.

Imports the marks; knows no Qt. Sentences are indices of a side's document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from variorum.engine import Change, Side, Span
from variorum.reports.marks import Marks


class Lit(NamedTuple):
    """Sentences that belong together."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    change: int | None
    """The number of the change that they belong to; None when nothing changed."""

    def on(self, side: Side) -> tuple[int, ...]:
        """The sentences of one side."""
        return self.left if side is Side.LEFT else self.right


def lit_by_sentence(marks: Marks, side: Side, position: int) -> Lit | None:
    """What belongs to the sentence at a position of a text; None where it stands alone."""
    sentence = marks.sentence_at(side, position)
    if sentence is None:
        return None
    number = marks.row_of_sentence(side, sentence)
    row = marks.comparison.rows[number]
    change = marks.change_of_row.get(number)
    if row.two_sided:
        return Lit(row.left, row.right, change)
    move = None if change is None else marks.changes[change - 1].move
    if move is None:
        return None
    for pair in marks.comparison.moves[move - 1].pairs:
        if sentence in pair.sentences(side):
            return Lit(pair.left, pair.right, change)
    return None


def lit_by_change(marks: Marks, change: Change) -> Lit:
    """All that a change concerns."""
    left, right = (
        tuple(
            sentence
            for number in change.rows(side)
            for sentence in marks.comparison.rows[number].sentences(side)
        )
        for side in Side
    )
    return Lit(left, right, change.number)


def lit_spans(marks: Marks, lit: Lit, side: Side) -> Iterator[Span]:
    """The texts of the lit sentences of a side."""
    sentences = marks.comparison.document(side).sentences
    return (sentences[index].span for index in lit.on(side))

"""What is said opposite a text that has no counterpart there.

Imports the engine's public names and the view model. Sentences and rows are indices.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from variorum.engine import Band, RowKind, Side, count_words
from variorum.reports import phrases
from variorum.reports.marks import Marks
from variorum.reports.page.moves import MoveEnds


@dataclass(frozen=True, slots=True)
class Gap:
    """Where something is not that the other side has."""

    side: Side
    """The side that lacks it."""
    words: int
    """How many words the other side has there."""
    move: int | None
    """The number of the move when the words stand in another place of this side."""
    row: int
    """The first row that stands opposite."""


class Place(NamedTuple):
    """Before the first or after any other sentence of a band."""

    side: Side
    sentence: int
    after: bool


_ONE_SIDED: Final = frozenset({RowKind.MISSING, RowKind.NEW})


def gaps_of_rows(marks: Marks, rows: Iterable[int]) -> Iterator[Gap]:
    """For each run of one-sided rows of the same kind and move the gap opposite it."""
    table = marks.rows

    def sort(row: int) -> tuple[RowKind, int | None]:
        return table[row].kind, move_of_row(marks, row)

    for (kind, move), run in groupby(rows, sort):
        numbers = list(run)
        if kind is RowKind.MISSING:
            yield Gap(Side.RIGHT, words_of_rows(marks, Side.LEFT, numbers), move, numbers[0])
        elif kind is RowKind.NEW:
            yield Gap(Side.LEFT, words_of_rows(marks, Side.RIGHT, numbers), move, numbers[0])


def gaps_inside(marks: Marks, band: Band) -> dict[Place, list[Gap]]:
    """The gaps of a band that has paragraphs on both sides, by the place where they are said."""
    out: dict[Place, list[Gap]] = {}
    table = marks.rows
    if all(row.kind not in _ONE_SIDED for row in table[band.rows.start : band.rows.end]):
        return out
    opposite = {gap.row: gap for gap in gaps_of_rows(marks, range(*band.rows))}
    if not opposite:
        return out
    last = {side: Place(side, _first_sentence(marks, band, side), after=False) for side in Side}
    for number in range(*band.rows):
        gap = opposite.get(number)
        if gap is not None:
            out.setdefault(last[gap.side], []).append(gap)
        for side in Side:
            sentences = table[number].sentences(side)
            if sentences:
                last[side] = Place(side, sentences[-1], after=True)
    return out


def gap_link(
    marks: Marks, ends: MoveEnds, gap: Gap, *, after: bool | None = None, attributes: str = ""
) -> str:
    """A gap, with the way to what is missing there: to its other end when it moved.

    Args:
        marks: of the comparison.
        ends: of its moves.
        gap: what is not there.
        after: whether it stands after the words of a paragraph, or before them; None when it
            stands alone. The space between is a part of it, since all else is the text's.
        attributes: of the element, with a space before them.
    """
    words = phrases.count(gap.words, "word")
    before, behind = " " if after else "", "" if after is None or after else " "
    if gap.move is None:
        target = f"#{marks.rows[gap.row].id}"
        said = f"{words} not in the {gap.side} text"
        return f"<a class=gap{attributes} href={target}>{before}{said}{behind}</a>"
    target = ends.address(gap.row, gap.side.other)
    said = f"{words}: move {gap.move} {ends.arrow(gap.row, gap.side.other)}"
    return f'<a class="gap move"{attributes} href={target}>{before}{said}{behind}</a>'


def move_of_row(marks: Marks, row: int) -> int | None:
    """The number of the move that a one-sided row belongs to."""
    number = marks.change_of_row.get(row)
    return None if number is None else marks.changes[number - 1].move


def words_of_rows(marks: Marks, side: Side, rows: Iterable[int]) -> int:
    """The words of one side of some rows."""
    document = marks.comparison.document(side)
    return sum(
        count_words(document.text, *document.sentences[i].span)
        for row in rows
        for i in marks.rows[row].sentences(side)
    )


def _first_sentence(marks: Marks, band: Band, side: Side) -> int:
    rows = marks.rows[band.rows.start : band.rows.end]
    return min((i for row in rows for i in row.sentences(side)), default=0)

"""What one clicks through: the changes of a comparison, in the order of reading.

A change is an edited or reworded row, a passage (a run of neighbouring sentences or paragraphs)
that is missing or new, or a move, which is one change with two ends. Rows that are equal, and
borders of sentences or paragraphs that alone moved, are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from variorum.engine.model import Comparison, Row, RowKind, Side, Span
from variorum.engine.text.tokens import count_words


class ChangeKind(StrEnum):
    """What a change is; edited and reworded rows may also be splits or merges, which rows say."""

    EDITED = "edited"
    REWORDED = "reworded"
    MISSING = "missing"
    NEW = "new"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to look at and to judge."""

    number: int
    """From 1 upwards in the order of reading."""
    id: str
    """The id of its first row: it survives another run over the same texts."""
    kind: ChangeKind
    left_rows: tuple[int, ...]
    """The rows of its left text; the same as `right_rows` for a row in place; may be empty."""
    right_rows: tuple[int, ...]
    left: Span | None
    """From its first sentence to its last, in the left text; None when it has none."""
    right: Span | None
    words: int
    """How many words it concerns: of the longer side."""
    similarity: float | None
    """0 to 1; None for missing and new passages."""
    move: int | None = None
    """The number of the move."""

    def span(self, side: Side) -> Span | None:
        """The text of one side."""
        return self.left if side is Side.LEFT else self.right

    def rows(self, side: Side) -> tuple[int, ...]:
        """The rows of one side."""
        return self.left_rows if side is Side.LEFT else self.right_rows


def find_changes(comparison: Comparison) -> tuple[Change, ...]:
    """All changes in the order of reading; a move stands where its upper end stands.

    A move between sentences that both stand in rows in place is no change of its own: these rows
    are.
    """
    finder = _Finder(comparison)
    found = sorted(finder.all(), key=lambda c: min((*c.left_rows, *c.right_rows)))
    return tuple(
        Change(
            number,
            comparison.rows[min((*c.left_rows, *c.right_rows))].id,
            c.kind,
            c.left_rows,
            c.right_rows,
            c.left,
            c.right,
            c.words,
            c.similarity,
            c.move,
        )
        for number, c in enumerate(found, 1)
    )


class _Finder:
    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    def all(self) -> Iterator[Change]:
        """The changes without numbers, in no order."""
        comparison = self._comparison
        moved = {r for move in comparison.moves for r in (*move.left_rows, *move.right_rows)}
        for move in comparison.moves:
            if move.left_rows or move.right_rows:
                yield self._change(
                    ChangeKind.MOVED, move.left_rows, move.right_rows, move.similarity, move.id
                )
        run: list[int] = []
        for number, row in enumerate(comparison.rows):
            if run and (number in moved or row.kind is not comparison.rows[run[0]].kind):
                yield self._passage(run)
                run = []
            if row.kind in (RowKind.MISSING, RowKind.NEW):
                if number not in moved:
                    run.append(number)
            elif row.kind in (RowKind.EDITED, RowKind.REWORDED):
                yield self._change(
                    ChangeKind(row.kind.value), (number,), (number,), row.similarity, None
                )
        if run:
            yield self._passage(run)

    def _passage(self, run: Iterable[int]) -> Change:
        rows = tuple(run)
        if self._comparison.rows[rows[0]].kind is RowKind.MISSING:
            return self._change(ChangeKind.MISSING, rows, (), None, None)
        return self._change(ChangeKind.NEW, (), rows, None, None)

    def _change(
        self,
        kind: ChangeKind,
        left_rows: tuple[int, ...],
        right_rows: tuple[int, ...],
        similarity: float | None,
        move: int | None,
    ) -> Change:
        left = self._extent(Side.LEFT, left_rows)
        right = self._extent(Side.RIGHT, right_rows)
        words = max(self._words(Side.LEFT, left_rows), self._words(Side.RIGHT, right_rows))
        return Change(0, "", kind, left_rows, right_rows, left, right, words, similarity, move)

    def _indices(self, side: Side, rows: Iterable[int]) -> list[int]:
        def of(row: Row) -> tuple[int, ...]:
            return row.left if side is Side.LEFT else row.right

        return [i for r in rows for i in of(self._comparison.rows[r])]

    def _extent(self, side: Side, rows: Iterable[int]) -> Span | None:
        sentences = self._comparison.document(side).sentences
        indices = self._indices(side, rows)
        if not indices:
            return None
        return Span(sentences[min(indices)].span.start, sentences[max(indices)].span.end)

    def _words(self, side: Side, rows: Iterable[int]) -> int:
        document = self._comparison.document(side)
        return sum(
            count_words(document.text, *document.sentences[i].span)
            for i in self._indices(side, rows)
        )

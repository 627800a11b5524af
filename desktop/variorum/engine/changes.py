"""What one clicks through: the changes of a comparison, in the order of reading.

A change is an edited or reworded row, a passage (a run of neighbouring sentences or paragraphs)
that is missing or new, a move, which is one change with two ends, or a row of which only the
formatting changed, unless that is set to count as none. Other rows that are equal, and borders of
sentences or paragraphs that alone moved, are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from variorum.engine.counts import tallies_of
from variorum.engine.document import Document
from variorum.engine.elements import Side, Span, span_of
from variorum.engine.formatting import Formatting
from variorum.engine.model import Comparison, Row, RowKind, Tally
from variorum.engine.row_list import rows_to_look_at
from variorum.engine.text.tokens import count_words

Rows = tuple[int, ...]
"""Indices of rows."""


class ChangeKind(StrEnum):
    """What a change is; edited and reworded rows may also be splits or merges, which rows say."""

    EDITED = "edited"
    REWORDED = "reworded"
    MISSING = "missing"
    NEW = "new"
    MOVED = "moved"
    FORMATTED = "formatted"
    """The same words, in other emphasis or in a paragraph of another style."""


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


class _Draft(NamedTuple):
    """A change without its number and its figures; sorts in the order of reading."""

    first: int
    """Its first row."""
    kind: ChangeKind
    left_rows: tuple[int, ...]
    right_rows: tuple[int, ...]
    similarity: float | None
    move: int | None


def find_changes(
    comparison: Comparison, formatting: Formatting | None = None
) -> tuple[Change, ...]:
    """All changes in the order of reading; a move stands where its upper end stands.

    A move between sentences that both stand in rows in place is no change of its own: these rows
    are.

    Args:
        comparison: complete or not.
        formatting: what is known of its formatting, where somebody looks at that, too.
    """
    formatting = Formatting.of(comparison) if formatting is None else formatting
    formatted = map(_formatted, formatting.equal_rows)
    drafts = [*_moved(comparison), *_in_place(comparison), *formatted]
    drafts.sort(key=lambda draft: draft.first)
    tallies, rows = tallies_of(comparison), comparison.rows
    left, right = comparison.left, comparison.right
    return tuple(
        Change(
            number,
            rows[draft.first].id,
            draft.kind,
            draft.left_rows,
            draft.right_rows,
            _extent(left, [rows[n].left for n in draft.left_rows]),
            _extent(right, [rows[n].right for n in draft.right_rows]),
            _words_of(comparison, draft, tallies),
            draft.similarity,
            draft.move,
        )
        for number, draft in enumerate(drafts, 1)
    )


def _moved(comparison: Comparison) -> Iterator[_Draft]:
    for move in comparison.moves:
        rows = (*move.left_rows, *move.right_rows)
        if rows:
            yield _Draft(
                min(rows),
                ChangeKind.MOVED,
                move.left_rows,
                move.right_rows,
                move.similarity,
                move.id,
            )


def _in_place(comparison: Comparison) -> Iterator[_Draft]:
    """Edited and reworded rows, and passages that are missing or new."""
    moved = {n for move in comparison.moves for n in (*move.left_rows, *move.right_rows)}

    def sort_of(entry: tuple[int, tuple[int, Row]]) -> tuple[RowKind | None, int]:
        place, (number, row) = entry
        # The same difference for neighbours: unchanged rows that are left out part the others.
        return None if number in moved else row.kind, number - place

    for (kind, _), group in groupby(enumerate(rows_to_look_at(comparison.rows)), sort_of):
        if kind in (RowKind.EDITED, RowKind.REWORDED):
            for _, (number, row) in group:
                own = (number,)
                yield _Draft(number, ChangeKind(kind.value), own, own, row.similarity, None)
        elif kind in (RowKind.MISSING, RowKind.NEW):
            rows = tuple(number for _, (number, _) in group)
            left, right = (rows, ()) if kind is RowKind.MISSING else ((), rows)
            yield _Draft(rows[0], ChangeKind(kind.value), left, right, None, None)


def _formatted(number: int) -> _Draft:
    """A row of which only the formatting changed."""
    return _Draft(number, ChangeKind.FORMATTED, (number,), (number,), 1.0, None)


def _words_of(comparison: Comparison, draft: _Draft, tallies: Sequence[Tally | None]) -> int:
    """How many words a change concerns."""
    if draft.kind is not ChangeKind.FORMATTED:
        return _words(tallies, draft.left_rows, draft.right_rows)
    row = comparison.rows[draft.first]
    return max(
        sum(count_words(document.text, *document.sentence_span(index)) for index in group)
        for document, group in ((comparison.left, row.left), (comparison.right, row.right))
    )


def _extent(document: Document, groups: Sequence[tuple[int, ...]]) -> Span | None:
    """From the first sentence of some rows to the last, on the side of a document."""
    known = groups if len(groups) == 1 else [group for group in groups if group]
    if not known or not known[0]:
        return None
    starts, ends, _ = document.parted
    if len(known) == 1:  # as of most changes
        return span_of((starts[known[0][0]], ends[known[0][-1]]))
    return Span(starts[min(group[0] for group in known)], ends[max(group[-1] for group in known)])


def _words(tallies: Sequence[Tally | None], left: Rows, right: Rows) -> int:
    """The words of the longer side."""
    lefts = [tally.left for n in left if (tally := tallies[n])]
    rights = [tally.right for n in right if (tally := tallies[n])]
    return max(sum(lefts), sum(rights))

"""The ids of rows, told out of their texts alone: who has these needs few of the ids.

Imports the model, the documents and the rows. A comparison gives its rows their ids in no order
that a reader could know. Nearly always they are those that this order gives: first all rows of
which something must be looked at, then those in which nothing changed, each from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from variorum.engine.model import Comparison, Row, RowKind
from variorum.engine.row_list import Rows, Run, rows_in_short
from variorum.engine.rows import Linked, Names, Sentences, Step


def usual_names(
    left: Sentences, right: Sentences, rows: Sequence[tuple[RowKind, Linked]]
) -> list[str]:
    """The ids that rows get in the order that is said above.

    Args:
        left: the sentences of the one text.
        right: of the other.
        rows: all of them: what each is called, and its sentences.
    """
    names = Names()
    late = [_comes_last(left, right, kind, row) for kind, row in rows]
    out = [""] * len(rows)
    for wanted in (False, True):
        for number, (_, row) in enumerate(rows):
            if late[number] is wanted:
                out[number] = names.of_step(left, right, row)
    return out


def unusual_names(comparison: Comparison) -> list[tuple[int, str]]:
    """The rows that have other ids than `usual_names` gives them: their numbers, ascending."""
    left, right = comparison.left, comparison.right
    rows = comparison.rows
    names = Names()
    out: list[tuple[int, str]] = []
    last: list[tuple[int, Row | Run]] = []
    for number, part in _numbered(rows_in_short(rows)):
        if isinstance(part, Run) or _comes_last(left, right, part.kind, part):
            last.append((number, part))
        elif names.of_step(left, right, part) != part.id:
            out.append((number, part.id))
    if isinstance(rows, Rows) and all(part.kind is RowKind.EQUAL for _, part in last):
        steps = [step for _, part in last for step in _sentences(part)]
        lefts, rights = [i for i, _ in steps], [j for _, j in steps]
        if rows.names.would_be_given(names, lefts, rights):
            return out
    for first, part in last:
        for number, step in enumerate(_steps(part), first):
            name = rows[number].id
            if names.of_step(left, right, step) != name:
                out.append((number, name))
    return sorted(out)


def _comes_last(left: Sentences, right: Sentences, kind: RowKind, row: Linked) -> bool:
    """Whether a row is named behind those of which something must be looked at."""
    if kind is not RowKind.EQUAL or len(row.left) != 1 or len(row.right) != 1:
        return kind is RowKind.PENDING
    return left.sentence_text(row.left[0]) == right.sentence_text(row.right[0])


def _numbered(parts: Iterable[Row | Run]) -> Iterator[tuple[int, Row | Run]]:
    """Each with the number of its first row."""
    number = 0
    for part in parts:
        yield number, part
        number += part.length if isinstance(part, Run) else 1


def _sentences(part: Row | Run) -> Iterator[tuple[int, int]]:
    """The left and the right sentence of each row, in which nothing changed."""
    if isinstance(part, Run):
        return zip(range(*part.left), range(*part.right), strict=True)
    return zip(part.left, part.right, strict=True)


def _steps(part: Row | Run) -> Iterator[Linked]:
    if isinstance(part, Run):
        return map(part.step, range(part.length))
    return iter((Step(part.left, part.right, 0, 0),))

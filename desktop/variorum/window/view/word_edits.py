"""The word edits of a change, in the order of reading: what one steps through inside it.

Imports the marks; knows no Qt. Positions are code points of the sides' texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from variorum.engine import Change, Edit, EditKind, FormatChange, Side, Span
from variorum.reports.marks import Marks, without_outer_space

Step = dict[Side, Span]
"""A place to stop at: where it is on each side that has it."""


class Stop(NamedTuple):
    """A place that one has come to."""

    number: int
    """Which one of its change it is, from 1."""
    total: int
    """How many its change has."""
    where: Step


def steps_of(marks: Marks, change: Change) -> list[Step]:
    """Every word edit of a change, and all that looks otherwise; all of it when it has none."""
    steps = [*_steps(marks, change)]
    if steps:
        return steps
    whole = {side: change.span(side) for side in Side}
    return [{side: span for side, span in whole.items() if span is not None}]


def _steps(marks: Marks, change: Change) -> Iterator[Step]:
    """Word edits, and among them the words that look otherwise."""
    looks = marks.formats_of_change(change)
    yield from (_ends(found) for found in looks if found.styles is not None)
    for edit in edits_of(marks, change):
        if edit.kind is EditKind.EQUAL:
            inside = (f for f in looks if edit.left.start <= f.left.start < edit.left.end)
            yield from (_ends(found) for found in inside if found.styles is None)
        elif step := _step(marks, edit):
            yield step


def _ends(found: FormatChange) -> Step:
    return {Side.LEFT: found.left, Side.RIGHT: found.right}


def stop_at(marks: Marks, change: Change, index: int) -> tuple[int, int, Step] | None:
    """The word edit with an index (from 0) in a change.

    Beyond its ends it is the first one of the next change, or the last one of the previous one;
    None where there is no such change.

    Returns:
        The number of its change, its index there, and where it is.
    """
    steps = steps_of(marks, change)
    if 0 <= index < len(steps):
        return change.number, index, steps[index]
    back = index < 0
    number = change.number - 1 if back else change.number + 1
    if not 1 <= number <= len(marks.changes):
        return None
    steps = steps_of(marks, marks.changes[number - 1])
    index = len(steps) - 1 if back else 0
    return number, index, steps[index]


def edits_of(marks: Marks, change: Change) -> list[Edit]:
    """The word edits of a change, those that leave words as they are among them."""
    comparison = marks.comparison
    if change.move is not None:
        move = comparison.moves[change.move - 1]
        return [edit for pair in move.pairs for edit in pair.edits]
    rows = (comparison.rows[number] for number in change.left_rows)
    return [edit for row in rows if row.two_sided for edit in row.edits]


def _step(marks: Marks, edit: Edit) -> Step:
    return {
        side: without_outer_space(marks.comparison.document(side).text, span)
        for side, span in ((Side.LEFT, edit.left), (Side.RIGHT, edit.right))
        if span.length > 0
    }

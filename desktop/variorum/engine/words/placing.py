"""Edits as they are found, and as they are handed out.

Bare edits are counted from the starts of the two stretches that are compared; objects are made of
them once, when it is known where the stretches stand. Positions are code points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, cast

from variorum.engine.elements import Span
from variorum.engine.model import Edit, EditKind
from variorum.engine.options import Tolerance

Bare = tuple[EditKind, int, int, int, int, tuple[Tolerance, ...], int | None]
"""What became of a stretch of words; where it starts and ends on the left, then on the right; what
is tolerated; the number of the move."""

_MIRRORED: Final = {EditKind.INSERT: EditKind.DELETE, EditKind.DELETE: EditKind.INSERT}


def missing_first(edits: Sequence[Bare]) -> list[Bare]:
    """The edits; of what was added and what is missing in one place, the latter stands first.

    Everybody reads changes in this order. The order in which they are found depends on which of
    the two texts comes first in the alphabet.
    """
    out: list[Bare] = []
    for edit in edits:
        at = len(out)
        if edit[0] is EditKind.DELETE:
            while at and out[at - 1][0] is EditKind.INSERT:
                at -= 1
        if at < len(out):
            kind, l1, l2, _, _, tolerated, move = edit
            place = out[at][3]
            out.insert(at, (kind, l1, l2, place, place, tolerated, move))
            out[at + 1 :] = [
                (k, l2, l2, r1, r2, kept, m) for k, _, _, r1, r2, kept, m in out[at + 1 :]
            ]
        else:
            out.append(edit)
    return out


def placed(
    edits: Sequence[Bare], left: int, right: int, *, turned: bool = False
) -> tuple[Edit, ...]:
    """Edits in offsets of the whole texts, their moves numbered in the order of the left one.

    Args:
        edits: those of the two stretches.
        left: where the left stretch starts.
        right: where the right one does.
        turned: the edits have the right stretch on their left side.
    """
    if turned:
        edits = [
            (_MIRRORED.get(kind, kind), l1, l2, r1, r2, tolerated, move)
            for kind, r1, r2, l1, l2, tolerated, move in edits
        ]
    edits = missing_first(edits)
    moved = [edit[-1] for edit in edits if edit[-1] and edit[0] is EditKind.DELETE]
    numbers = {move: number for number, move in enumerate(moved, 1)}
    return tuple(
        [
            _edit(
                (
                    kind,
                    _span((l1 + left, l2 + left)),
                    _span((r1 + right, r2 + right)),
                    tolerated,
                    numbers[move] if move else None,
                )
            )
            for kind, l1, l2, r1, r2, tolerated, move in edits
        ]
    )


_span = cast("Callable[[tuple[int, int]], Span]", partial(tuple.__new__, Span))
_edit = cast("Callable[[tuple[object, ...]], Edit]", partial(tuple.__new__, Edit))
"""Made without their own ways of being made, which take longer than all else here."""

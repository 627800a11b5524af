"""The two ends of moved text, and the way from one to the other.

Imports the engine's public names and the view model. Rows and sentences are indices.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.engine import Side
from variorum.reports.marks import Marks


class MoveEnds:
    """Finds for each moved row the place of the same text on the other side."""

    def __init__(self, marks: Marks) -> None:
        self._rows = marks.rows
        self._opposite: dict[Side, dict[int, int]] = {side: {} for side in Side}
        for move in marks.comparison.moves:
            for pair in move.pairs:
                left = [marks.row_of_sentence(Side.LEFT, i) for i in pair.left]
                right = [marks.row_of_sentence(Side.RIGHT, j) for j in pair.right]
                self._opposite[Side.LEFT] |= dict.fromkeys(left, right[0])
                self._opposite[Side.RIGHT] |= dict.fromkeys(right, left[0])

    def address(self, row: int, side: Side) -> str:
        """The address in the page of what stands in a row of a side, on the other side."""
        return f"#{self._rows[self._opposite[side][row]].id}"

    def arrow(self, row: int, side: Side) -> str:
        """Whether the other end lies further down or further up."""
        return "↓" if self._opposite[side][row] > row else "↑"


def run_starts(rows: Sequence[int]) -> list[int]:
    """The first row of each run of neighbouring rows."""
    known = set(rows)
    return [row for row in rows if row - 1 not in known]

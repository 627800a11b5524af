"""What a search has found in the two texts, for panes and overview to outline; without Qt.

Positions are code points of the text of a side. A search for one letter finds hundreds of thousands
in a long text: they are kept as plain numbers, not as objects.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from variorum.engine import Side, Span


class HitsOfSide:
    """What was found in one text, in its order."""

    def __init__(self) -> None:
        self._starts = array("Q")
        self._ends = array("Q")

    def __len__(self) -> int:
        """How many there are."""
        return len(self._starts)

    def __getitem__(self, index: int) -> Span:
        """A hit by its place among those of its side, from 0."""
        return Span(self._starts[index], self._ends[index])

    def __iter__(self) -> Iterator[Span]:
        """All of them."""
        return map(Span, self._starts, self._ends)

    def starts(self) -> Iterator[int]:
        """Where they begin."""
        return iter(self._starts)

    def extend(self, begin: int, places: Sequence[tuple[int, int]]) -> None:
        """Add hits behind all others; their places count from `begin`."""
        self._starts.extend([begin + start for start, _ in places])
        self._ends.extend([begin + end for _, end in places])

    def touching(self, span: Span) -> Iterator[Span]:
        """The hits that have something in common with a stretch of the text."""
        for index in range(bisect_right(self._ends, span.start), len(self)):
            if self._starts[index] >= span.end:
                return
            yield self[index]

    def first_from(self, position: int) -> int:
        """The index of the first hit from a position on; the number of hits if there is none."""
        return bisect_left(self._starts, position)


class Hits:
    """What was found in both texts, in the order of reading; filled once, then only read."""

    def __init__(self) -> None:
        self._sides = {side: HitsOfSide() for side in Side}
        # For each hit twice its index among those of its side, and one more on the right.
        self._order = array("Q")

    def __len__(self) -> int:
        """How many there are in both texts."""
        return len(self._order)

    def __getitem__(self, number: int) -> tuple[Side, Span]:
        """A hit by its number, from 0, in the order of reading."""
        index, right = divmod(self._order[number], 2)
        side = Side.RIGHT if right else Side.LEFT
        return side, self._sides[side][index]

    def of(self, side: Side) -> HitsOfSide:
        """The hits of one side."""
        return self._sides[side]

    def append(self, side: Side, start: int, end: int) -> None:
        """Add a hit behind all others of its side and of the order of reading."""
        self.extend(side, 0, [(start, end)])

    def extend(self, side: Side, begin: int, places: Sequence[tuple[int, int]]) -> None:
        """Add hits of one side, in their order, behind all others.

        Args:
            side: of the text.
            begin: what their places count from.
            places: where each begins and ends.
        """
        hits, right = self._sides[side], side is Side.RIGHT
        first = len(hits)
        hits.extend(begin, places)
        self._order.extend(range(2 * first + right, 2 * len(hits) + right, 2))

    def number_of(self, side: Side, index: int) -> int:
        """The number of a hit that is known by its side and its index there.

        Raises:
            ValueError: there is no such hit.
        """
        return self._order.index(2 * index + (side is Side.RIGHT))

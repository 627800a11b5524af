"""Where everything stands from top to bottom: pure arithmetic, without Qt.

What is stacked are stretches (see `stretches`), counted from 0. Heights and positions are whole
device-independent pixels. The truth about what is visible is an anchor, a stretch and pixels into
it; the place on the scroll bar is derived from it. So nothing that is learned about the heights
of other stretches can ever move what the reader looks at.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

RUN: Final = 256
"""How many heights are summed at a time: a search costs some 100 steps for 50,000 stretches."""


class Anchor(NamedTuple):
    """What stands at the upper edge of the view."""

    stretch: int
    pixels: int
    """How far the upper edge cuts into it; may be out of range until `Scroll.settle`."""


class Placed(NamedTuple):
    """A visible stretch."""

    stretch: int
    top: int
    """Its upper edge, in pixels from the upper edge of the view; mostly below 0 for the first."""
    height: int


class Heights:
    """The heights of all stretches: exact where one was laid out, estimated elsewhere."""

    def __init__(self, estimates: Iterable[int] = ()) -> None:
        self._heights = array("l", estimates)
        self._exact = bytearray(len(self._heights))
        self._sums = [sum(self._heights[at : at + RUN]) for at in range(0, len(self._heights), RUN)]

    def __len__(self) -> int:
        """How many stretches there are."""
        return len(self._heights)

    def __getitem__(self, stretch: int) -> int:
        """The height of a stretch as far as it is known."""
        return self._heights[stretch]

    def as_estimates(self) -> Heights:
        """The same heights, none of them exact any more."""
        found = Heights()
        found._heights, found._sums = self._heights[:], self._sums.copy()
        found._exact = bytearray(len(self._heights))
        return found

    @property
    def total(self) -> int:
        """The height of everything."""
        return sum(self._sums)

    def is_exact(self, stretch: int) -> bool:
        """Whether the height was measured."""
        return bool(self._exact[stretch])

    def measured(self, stretch: int, height: int) -> None:
        """Take note of an exact height."""
        self._sums[stretch // RUN] += height - self._heights[stretch]
        self._heights[stretch] = height
        self._exact[stretch] = 1

    def top(self, stretch: int) -> int:
        """The upper edge of a stretch, from the beginning of everything."""
        run = stretch // RUN
        return sum(self._sums[:run]) + sum(self._heights[run * RUN : stretch])

    def at(self, position: int) -> Anchor:
        """The stretch at a position, the nearest one if there is none."""
        if not self._heights:
            return Anchor(0, 0)
        left = max(0, position)
        run = 0
        while run < len(self._sums) - 1 and left >= self._sums[run]:
            left -= self._sums[run]
            run += 1
        stretch = run * RUN
        last = min(len(self._heights), stretch + RUN) - 1
        while stretch < last and left >= self._heights[stretch]:
            left -= self._heights[stretch]
            stretch += 1
        return Anchor(stretch, min(left, self._heights[stretch]))


class Scroll:
    """What is visible, and how it moves."""

    def __init__(self, heights: Heights, measure: Callable[[int], int]) -> None:
        """Begin at the top.

        Args:
            heights: of all stretches.
            measure: lays a stretch out and tells its exact height.
        """
        self.heights = heights
        self.anchor = Anchor(0, 0)
        self._measure = measure

    def position(self) -> int:
        """The place of the upper edge, for the scroll bar."""
        if not len(self.heights):
            return 0
        return self.heights.top(self.anchor.stretch) + self.anchor.pixels

    def furthest(self, view: int) -> int:
        """The largest `position` in a view of this height."""
        return max(0, self.heights.total - view)

    def jump(self, position: int) -> None:
        """Go to a place of the scroll bar."""
        self.anchor = self.heights.at(position)

    def move(self, pixels: int) -> None:
        """Go down by so many pixels, up when negative."""
        self.anchor = Anchor(self.anchor.stretch, self.anchor.pixels + pixels)

    def to_end(self) -> None:
        """Go to the end; `settle` finds the exact place."""
        last = max(0, len(self.heights) - 1)
        self.anchor = Anchor(last, self.exact(last) if len(self.heights) else 0)

    def settle(self, view: int) -> list[Placed]:
        """Measure what is visible in a view of this height, and tell where it stands.

        Afterwards the anchor is valid, and there is nothing below the end of the texts.
        """
        if not len(self.heights):
            self.anchor = Anchor(0, 0)
            return []
        self._normalise()
        placed, bottom = self._down(view)
        if bottom < view and placed[0] != (0, 0, placed[0].height):
            self._from_the_bottom(view)
            placed, _ = self._down(view)
        return placed

    def exact(self, stretch: int) -> int:
        """The exact height of a stretch."""
        if not self.heights.is_exact(stretch):
            self.heights.measured(stretch, self._measure(stretch))
        return self.heights[stretch]

    def _normalise(self) -> None:
        stretch, pixels = self.anchor
        last = len(self.heights) - 1
        stretch = min(stretch, last)
        while pixels < 0 and stretch > 0:
            stretch -= 1
            pixels += self.exact(stretch)
        pixels = max(0, pixels)
        while stretch < last and pixels >= self.exact(stretch):
            pixels -= self.heights[stretch]
            stretch += 1
        self.anchor = Anchor(stretch, min(pixels, self.exact(stretch)))

    def _down(self, view: int) -> tuple[list[Placed], int]:
        stretch, pixels = self.anchor
        top = -pixels
        out: list[Placed] = []
        while stretch < len(self.heights) and (top < view or not out):
            height = self.exact(stretch)
            out.append(Placed(stretch, top, height))
            top += height
            stretch += 1
        return out, top

    def _from_the_bottom(self, view: int) -> None:
        free = view
        for stretch in range(len(self.heights) - 1, -1, -1):
            height = self.exact(stretch)
            if height >= free:
                self.anchor = Anchor(stretch, height - free)
                return
            free -= height
        self.anchor = Anchor(0, 0)

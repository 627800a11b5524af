"""Breaks what is printed into pages.

Imports the set lines only. Sizes are units of paper. What is printed is a row of items, each with
columns side by side; a page holds, of each of some neighbouring items, a range of lines of each
column. No line is ever cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from variorum.window.printing.words import Line


class Column(NamedTuple):
    """Lines below each other, and what is behind and beside them."""

    x: int
    width: int
    lines: tuple[Line, ...]
    wash: str = ""
    """The colour behind all of it; empty: none."""
    edge: str = ""
    """The colour of the bar at its outer side; empty: none."""
    hatched: bool = False
    """There is nothing here that the other side has."""
    parts: tuple[tuple[float, str], ...] = ()
    """Of a bar in place of lines: shares of the width, 0 to 1, and their colours."""

    @property
    def height(self) -> int:
        """Of all lines."""
        return sum(line.height for line in self.lines)


class Item(NamedTuple):
    """What stands side by side."""

    columns: tuple[Column, ...]
    above: int = 0
    """Free space before it, unless it begins a page."""
    least: int = 0
    """A page must have so much room left for it to begin there; with a heading, what follows."""
    height: int = 0
    """At least so high."""


class Part(NamedTuple):
    """What of an item stands on a page."""

    item: int
    ranges: tuple[tuple[int, int], ...]
    """For each column the first line and the one after the last."""
    y: int
    height: int


Page = tuple[Part, ...]


class Matter(Protocol):
    """What is printed; items are made when they are asked for."""

    def __len__(self) -> int:
        """How many items there are."""

    def item(self, number: int) -> Item:
        """One of them; the same each time."""

    def steps(self, number: int) -> Iterator[None]:
        """Make one of them in small steps, so that it is at hand."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Said between pages, so that others can work meanwhile."""

    item: int
    page: Page | None
    """One that has become full; None when none has."""


def break_pages(matter: Matter, height: int) -> Iterator[Progress]:
    """Fill pages of a height with all items, in small steps."""
    parts: list[Part] = []
    y = 0
    for number in range(len(matter)):
        for _ in matter.steps(number):
            yield Progress(number, None)
        item = matter.item(number)
        starts = [0] * len(item.columns)
        above = item.above if parts else 0
        if parts and y + above + min(item.least or _first_lines(item), height) > height:
            yield Progress(number, tuple(parts))
            parts, y, above = [], 0, 0
        y += above
        while True:
            ranges, used = _fill(item, starts, height - y, alone=not parts)
            if parts and not any(starts) and _begins_too_low(item, ranges):
                yield Progress(number, tuple(parts))
                parts, y = [], 0
                continue
            used = max(used, min(item.height, height - y))
            if used or not item.columns:
                parts.append(Part(number, tuple(ranges), y, used))
                y += used
                starts = [end for _, end in ranges]
            if all(s >= len(c.lines) for s, c in zip(starts, item.columns, strict=True)):
                break
            yield Progress(number, tuple(parts))
            parts, y = [], 0
        yield Progress(number, None)
    if parts:
        yield Progress(len(matter), tuple(parts))


def _first_lines(item: Item) -> int:
    """The room that two lines of each column need: one alone at the foot of a page is lost."""
    return max((sum(line.height for line in c.lines[:2]) for c in item.columns), default=0)


def _fill(
    item: Item, starts: list[int], room: int, *, alone: bool
) -> tuple[list[tuple[int, int]], int]:
    """As many lines of each column as there is room for, and the height that they take."""
    ranges: list[tuple[int, int]] = []
    used = 0
    for start, column in zip(starts, item.columns, strict=True):
        end, taken = start, 0
        while end < len(column.lines) and taken + column.lines[end].height <= room:
            taken += column.lines[end].height
            end += 1
        if alone and end == start < len(column.lines):  # higher than a page: better cut than lost
            taken, end = column.lines[start].height, start + 1
        if (
            start + 1 < end == len(column.lines) - 1
        ):  # two go on: one alone on the next page is lost
            end -= 1
            taken -= column.lines[end].height
        ranges.append((start, end))
        used = max(used, taken)
    return ranges, used


def _begins_too_low(item: Item, ranges: list[tuple[int, int]]) -> bool:
    """Whether of a column that goes on no two lines stand where it begins."""
    return any(end < min(2, len(c.lines)) for (_, end), c in zip(ranges, item.columns, strict=True))

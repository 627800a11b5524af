"""Which lines of what is printed stand on which page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.window.printing.pages import Column, Item, break_pages
from variorum.window.printing.words import Line


class Fixed:
    """Items of given heights of lines."""

    def __init__(self, items: list[list[list[int]]]) -> None:
        self._items = [
            Item(
                tuple(Column(0, 1, tuple(Line(None, n, h, 0) for n, h in enumerate(c))) for c in i)
            )
            for i in items
        ]

    def __len__(self) -> int:
        return len(self._items)

    def item(self, number: int) -> Item:
        return self._items[number]

    def steps(self, _number: int) -> Iterator[None]:
        yield


HEIGHTS = st.lists(
    st.lists(st.lists(st.integers(1, 30), max_size=8), min_size=1, max_size=3), max_size=12
)


@settings(max_examples=200)
@given(HEIGHTS, st.integers(5, 60))
def test_every_line_stands_on_exactly_one_page(items: list[list[list[int]]], height: int) -> None:
    matter = Fixed(items)
    pages = [p.page for p in break_pages(matter, height) if p.page is not None]
    seen: dict[tuple[int, int], list[int]] = {}
    for page in pages:
        assert page
        for part in page:
            assert part.y >= 0
            columns = matter.item(part.item).columns
            for number, (start, end) in enumerate(part.ranges):
                seen.setdefault((part.item, number), []).extend(range(start, end))
                used = sum(line.height for line in columns[number].lines[start:end])
                assert part.y + used <= height or (part.y == 0 and end - start == 1)
        for one, other in pairwise(page):
            assert one.y + one.height <= other.y
    for item, columns in enumerate(items):
        for number, lines in enumerate(columns):
            assert seen.get((item, number), []) == list(range(len(lines)))


@settings(max_examples=200)
@given(
    st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=3), max_size=12), st.integers(4, 9)
)
def test_no_line_of_several_stands_alone(counts: list[list[int]], lines: int) -> None:
    """At the foot of a page, where what it belongs to goes on overleaf, or at the top of one."""
    matter = Fixed([[[10] * count for count in item] for item in counts])
    pages = [p.page for p in break_pages(matter, 10 * lines) if p.page is not None]
    for part in (part for page in pages for part in page):
        for (start, end), count in zip(part.ranges, counts[part.item], strict=True):
            assert end - start != 1 or count == 1

"""Heads and feet of pages, and page numbers: found by what many pages have in common.

Imports the lines of pages and the standard library. A head is told from a heading by being no
larger than the text and by standing at one height; from a first line by standing above all others.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from variorum.readers.pdf_lines import Line

EDGE: Final = 3
"""How many heights of lines at the top, and at the bottom, may be a head or a foot."""
APART: Final = 1.55
"""In ems: heads stand further from the text than its lines from each other (1.1 to 1.5)."""
SAME_HEIGHT: Final = 4.0
"""In points: heads stand at one height but for such a difference."""
LARGER: Final = 1.15
"""Heads are at most so many times as large as the text."""
MOST_BARE: Final = 3
"""A page of fewer heights of lines has nothing around its text."""
PAGES: Final = 2
"""A line that so many pages have in common, at one height, is a head or a foot."""
USED: Final = 0.2
"""At this share of the pages, or more, something stands at the height of heads."""
NEAR: Final = 6
"""In pages: so far from the first to the last of three with one head, where few pages have any."""

_NUMBER: Final = re.compile(
    r"\W*(?:(?:page|seite|p\.|s\.|стр\.|σελ\.|第)\s*)?(\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|de|sur|из|από)\s*\d{1,4})?\s*页?\W*",
    re.IGNORECASE,
)
_BESIDE_HEAD: Final = re.compile(r"^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$")
"""The number of a page that stands in its head."""
_MARK_AT_START: Final = re.compile(r"\d{1,3}(?=\s)|[*†‡§]{1,3}")
_ADDRESS: Final = re.compile(r"(?:https?|file|about):\S+(?:\s+\d{1,4}\s*(?:/|\w{1,4})\s*\d{1,4})?")
_MOMENT: Final = re.compile(r"\b\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4},? \d{1,2}[:.]\d\d\b")
_DIGITS: Final = re.compile(r"\d+")


def without_margins(pages: Sequence[list[Line]], body: float) -> tuple[list[list[Line]], int]:
    """The lines of the text, and how many heads, feet and numbers were left out.

    Args:
        pages: the lines of each page.
        body: the size of the letters of the text, in points.
    """
    rows = [_rows(lines) for lines in pages]
    edges = [_edge_lines(found) for found in rows]
    apart = [_lines_apart(found) for found in rows]
    shared = _shared(apart)
    headings = {_plain(line.text) for lines in pages[:40] for line in lines if line.size > body}
    number_heights = _number_heights(edges)
    first = _first_number(edges)
    count = 0
    out = []
    for page, lines in enumerate(pages):
        far = {id(line) for line in apart[page]}
        printed = {id(line) for line in _printed_by_browser(rows[page])}
        top = next(iter(rows[page]), 0) + 2
        dropped = {
            id(line)
            for line in edges[page]
            if line.size <= LARGER * body
            and (
                id(line) in printed
                or (id(line) in far and _key(line) in shared and not _begins_note(line, lines))
                or _is_number_line(line, number_heights)
                or (_value(line.text) == first + page and _is_outside(line, lines))
                or (page > 0 and line.y < top and _repeats_heading(line, lines, headings))
            )
        }
        count += len(dropped)
        out.append([line for line in lines if id(line) not in dropped] if dropped else lines)
    return out, count


Rows = dict[int, list[Line]]
"""The lines at each height, in whole points, from top to bottom."""


def _rows(lines: Iterable[Line]) -> Rows:
    found: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        found[round(line.y)].append(line)
    return dict(sorted(found.items()))


def _edge_lines(rows: Rows) -> list[Line]:
    """The lines at the first and last heights of a page."""
    heights = list(rows)
    edge = heights[:EDGE] + heights[max(EDGE, len(heights) - EDGE) :]
    return [line for height in edge for line in rows[height]]


def _lines_apart(rows: Rows) -> list[Line]:
    """The outermost lines of a page, if a gap parts them from the others."""
    heights = list(rows)
    size = max([line.size for lines in rows.values() for line in lines], default=0.0)
    found: set[int] = set()
    for order in (heights, heights[::-1]):
        for count in range(1, min(EDGE, len(order) - 1) + 1):
            below = max(line.size for line in rows[order[count]])
            if abs(order[count] - order[count - 1]) > APART * min(size, below):
                found |= set(order[:count])
    return [line for height in found for line in rows[height]]


def _printed_by_browser(rows: Rows) -> list[Line]:
    """What a browser prints above and below a page: its address, its title, the date."""
    if len(rows) < MOST_BARE:
        return []
    *_, foot = rows.values()
    others = [line.text for line in foot if not _ADDRESS.fullmatch(line.text)]
    if len(others) == len(foot) or any(_value(text) is None for text in others):
        return []
    head = next(iter(rows.values()))
    return [*foot, *(head if any(_MOMENT.search(line.text) for line in head) else ())]


def _begins_note(line: Line, lines: Iterable[Line]) -> bool:
    """Whether a line begins a note to the text of its page: "Ibid." may stand below many pages."""
    found = _MARK_AT_START.match(line.text)
    mark = line.note or (found[0] if found else "")
    return mark != "" and any(mark == other.text for x in lines for other in x.marks)


def _key(line: Line) -> tuple[str, int]:
    return _plain(line.text), _height(line)


def _shared(edges: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    """What stands at the same height of several pages, without its digits.

    Of a long document, many pages have a head at that height, or a few that are near each other;
    else a line of the text stands there by chance, twice.
    """
    found: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    used: Counter[int] = Counter()
    for page, lines in enumerate(edges):
        heights = {_height(line) + step for line in lines for step in (-1, 0, 1)}
        used.update(heights)
        for key in {(_plain(x.text), _height(x) + step) for x in lines for step in (-1, 0, 1)}:
            found[key].append(page)
    return {
        (text, height)
        for (text, height), pages in found.items()
        if len(pages) >= PAGES
        and len(text) > 1
        and (used[height] >= USED * len(edges) or _are_near(pages))
    }


def _are_near(pages: Sequence[int]) -> bool:
    """Whether three of some pages are near each other."""
    return any(last - first <= NEAR for first, last in zip(pages, pages[2:], strict=False))


def _height(line: Line) -> int:
    return round(line.y / SAME_HEIGHT)


def _plain(text: str) -> str:
    """What is compared: without digits, spaces and case."""
    return "".join(_DIGITS.sub("#", text).lower().split())


def _number_heights(edges: Sequence[Sequence[Line]]) -> set[int]:
    """The heights at which several pages have a number that grows with them."""
    steps: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for page, lines in enumerate(edges):
        for line in lines:
            value = _value(line.text)
            if value is not None:
                steps[_height(line)][value - page] += 1
    found = {height for height, counts in steps.items() if max(counts.values()) >= PAGES}
    return {near for height in found for near in (height - 1, height, height + 1)}


def _value(text: str) -> int | None:
    """The number of a page, if a line is that."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    if found[1].isdigit():
        return int(found[1])
    return _roman(found[1].lower())


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[sign] for sign in text]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def _first_number(edges: Sequence[Sequence[Line]]) -> int:
    """The number of the first page, as far as the others tell; of a page that is alone it is 1.

    Pages on which chapters begin have theirs at the foot, where others have it in their heads.
    """
    pages: defaultdict[int, set[int]] = defaultdict(set)
    for page, lines in enumerate(edges):
        for line in lines:
            found = _BESIDE_HEAD.search(line.text)
            value = _value(line.text if found is None else found[0])
            if value is not None:
                pages[value - page].add(page)
    counts = {number: len(found) for number, found in pages.items() if len(found) >= PAGES}
    return max(counts, key=counts.__getitem__, default=1 if len(edges) == 1 else -len(edges))


def _is_number_line(line: Line, heights: set[int]) -> bool:
    return _height(line) in heights and _value(line.text) is not None


def _is_outside(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line stands below all others, and apart from them."""
    others = [other.y for other in lines if other is not line]
    return bool(others) and line.y - max(others) > 1.5 * line.size


def _repeats_heading(line: Line, lines: Sequence[Line], headings: set[str]) -> bool:
    """Whether a line, with what stands beside it, repeats a heading above all other lines."""
    below = [other.y for other in lines if other.y > line.y + 1]
    if any(other.y < line.y - 1 for other in lines):
        return False
    beside = [other for other in lines if abs(other.y - line.y) < 1]
    if below and min(below) - line.y < 1.4 * line.size:
        return False
    if not below and all(_value(other.text) is None for other in beside):
        return False  # else the page is empty but for its head
    row = "".join(_plain(other.text) for other in beside)
    return any(heading and heading in row for heading in headings)

"""Lines that gaps part: columns drawn from top to bottom across all of them, and rows of tables.

Imports the lines of pages and the standard library. Lengths count points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from variorum.readers.pdf_gaps import SIGN_OF_LIST
from variorum.readers.pdf_lines import Line, Place, Run

GAP: Final = 0.8
"""In ems: less between two words of a line never parts them, unless cells begin there above."""
WIDE_GAP: Final = 1.6
"""In ems: more does, if no other space tells how wide spaces are here."""
BEHIND_STOP: Final = 2.5
"""In ems: spaces behind stops are stretched so far in justified lines, more than others."""
STANDS_OUT: Final = 2.2
"""A gap that parts is so many times as wide as the narrowest space of its line, or more."""
ALIKE: Final = 1.5
"""Spaces of a justified line differ by no more than this factor."""
FLUSH: Final = 4
"""So many lines that end at one place show where justified lines end."""
NEAR: Final = 4
"""Rows of a table are no more lines apart."""
LONGEST_ROW: Final = 60
"""In characters: a longer line is parted by its gaps only."""
SAME_PLACE: Final = 1.5
"""Cells below each other begin at one place, but for so many points."""
FARTHEST_NUMBER: Final = 3.0
"""In ems: a heading, or a note, stands no further from its number (TeX: 1; Word: 2.6)."""
LARGER: Final = 1.08
"""Headings are at least so many times as large as the text."""

_NUMBER: Final = re.compile(r"§?\s?(?:\d{1,3}|[A-Z]|[IVXLC]{1,7})(?:\.\d{1,3})*[.)]?")


def split_cells(lines: list[Line]) -> list[Line]:
    """The lines of a page, those with gaps in parts."""
    if not any(line.places for line in lines):
        return lines
    ends = Counter(round(line.right) for line in lines)
    flush = {end for end, count in ends.items() if count >= FLUSH}
    usual = Counter(line.size for line in lines).most_common(1)[0][0]
    marks = {mark.text for line in lines for mark in line.marks}
    cuts = [_cuts(line, flush, usual, marks) for line in lines]
    if not any(cuts):
        return lines
    _add_aligned(lines, cuts)
    return [part for line, cut in zip(lines, cuts, strict=True) for part in _parts(line, cut)]


def _cuts(line: Line, flush: set[int], usual: float, marks: Collection[str]) -> set[int]:
    """The numbers of the words before which a line is parted.

    Args:
        line: the line.
        flush: where justified lines of the page end.
        usual: the size of most lines of the page.
        marks: of notes, in the text of the page.
    """
    widths = [b.left - a.right for a, b in pairwise(line.places)]
    if not widths or max(widths) < GAP * line.size:
        return set()
    narrowest = max(min(widths), 0.2 * line.size)
    is_flush = not flush.isdisjoint(range(round(line.right) - 1, round(line.right) + 2))
    if is_flush and max(widths) < ALIKE * narrowest:
        return set()  # justified
    parting = max(GAP * line.size, STANDS_OUT * narrowest)
    if narrowest > GAP * line.size:
        parting = WIDE_GAP * line.size  # no two words of it belong together
    found = {number for number, width in enumerate(widths, 1) if width > parting}
    if is_flush:
        found -= {
            number
            for number in found
            if widths[number - 1] < BEHIND_STOP * line.size
            and line.text[line.places[number - 1].end - 1] in ".,:;!?–"
        }
    if SIGN_OF_LIST.fullmatch(_first_word(line)) or (
        found == {1}
        and widths[0] < FARTHEST_NUMBER * line.size
        and (_is_numbered_heading(line, usual) or _is_note(line, usual, marks))
    ):
        found.discard(1)
    return found


def _first_word(line: Line) -> str:
    return line.text[: line.places[0].end]


def _is_note(line: Line, usual: float, marks: Collection[str]) -> bool:
    """Whether a small line begins a note: with a mark that stands in the text of its page."""
    return line.size < usual and _first_word(line) in marks


def _is_numbered_heading(line: Line, usual: float) -> bool:
    """Whether a line is a heading whose number stands apart from it."""
    if not _NUMBER.fullmatch(_first_word(line)):
        return False
    is_set_off = len(line.runs) == 1 and bool(line.runs[0].kinds)
    return is_set_off or line.size > LARGER * usual


def _add_aligned(lines: Sequence[Line], cuts: list[set[int]]) -> None:
    """Part lines, too, where cells of the lines above or below them begin."""
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for index in order:
            line = lines[index]
            for other in range(index + step, index + NEAR * step, step):
                if 0 <= other < len(lines) and cuts[other] and _are_rows(line, lines[other]):
                    starts = [lines[other].places[number].left for number in cuts[other]]
                    cuts[index] |= set(_aligned(line, starts))
                    break


def _are_rows(a: Line, b: Line) -> bool:
    return abs(a.left - b.left) < SAME_PLACE and abs(a.y - b.y) < NEAR * a.size


def _aligned(line: Line, starts: Sequence[float]) -> Iterator[int]:
    """The numbers of the words at which cells begin, if there is one for each place.

    In prose a word begins below a cell by chance; one below each cell is none, in a short line.
    """
    found = [
        number
        for start in starts
        for number, place in enumerate(line.places)
        if number and abs(place.left - start) < SAME_PLACE
    ]
    if len(found) == len(starts) and len(line.text) < LONGEST_ROW:
        yield from found


def _parts(line: Line, cuts: set[int]) -> list[Line]:
    if not cuts:
        return [line]
    edges = [0, *sorted(cuts), len(line.places)]
    found = []
    for first, last in pairwise(edges):
        places = line.places[first:last]
        start, end = places[0].start, places[-1].end
        # Words may stand in any order, in what a program damaged.
        left, right = min(place.left for place in places), max(place.right for place in places)
        part = Line(line.text[start:end], line.page, left, right, line.y, line.size)
        part.runs = [
            Run(max(run.start, start) - start, min(run.end, end) - start, run.kinds)
            for run in line.runs
            if run.start < end and run.end > start
        ]
        part.places = [Place(p.start - start, p.end - start, p.left, p.right) for p in places]
        found.append(part)
    found[0].note, found[-1].hyphen = line.note, line.hyphen
    starts = [line.places[first].start for first in edges[:-1]]
    for mark in line.marks:
        index = max(0, bisect_right(starts, mark.at) - 1)
        found[index].marks += (mark._replace(at=mark.at - starts[index]),)
    return found

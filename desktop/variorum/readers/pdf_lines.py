"""A page of a PDF document -> its lines, with their places and fonts.

Imports the characters of pages and the standard library. Few of the thousands on a page are asked
about: the first and the last of each line, and of words where something may be between them.
Lengths count points, 72 to an inch; x grows along the lines, y downwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from variorum.readers.pdf_characters import Characters, Kinds
from variorum.readers.right_to_left import LETTER, in_reading_order

HYPHEN: Final = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line, with no line end behind it."""
SHORT: Final = 40
"""In characters: in shorter lines, gaps are always looked for."""
BLANK: Final = "\u200b"
"""What stands in a line for each character that was taken out of it."""
LARGEST_PAGE: Final = 2 * 14_400
"""Twice the length of the largest page (PDF 1.7, annex C.2)."""
LOOSE: Final = 1.12
"""A line that is so many times as wide for its letters as half of the others may have gaps."""
SHORT_LOOSE: Final = 1.0
"""The same of a short line, in which a single gap weighs more."""
NEAR: Final = 4
"""So many lines above and below one with a gap are looked at, too."""
EACH: Final = 20
"""Of so many lines that look harmless one is looked at for gaps."""
RAISED: Final = 0.85
"""Marks of notes are this much smaller than their line, or more."""

_BREAKS: Final = re.compile("\r\n|\r|\n|(?<=\ufffe)")
_LOOSE_MARK: Final = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_RAISED_START: Final = re.compile(r"(\d{1,3}|[*†‡§]{1,3})\s*(?=\D)")
_MAY_BE_MARKED: Final = re.compile("[0-9*†‡§]")
_NOTE_MARK: Final = re.compile(r"(?<=[^\W\d]|[.,;:!?”’»)\]…]) ?(\d{1,3}|[*†‡§]{1,3})(?!\w)")
_END_HYPHEN: Final = re.compile(r"(?<=[^\W_])[-‐\u00ad\ufffe]$")
_WORDS: Final = re.compile(r"\S+")


class Run(NamedTuple):
    """A stretch of a line that is set in one way, without the white space around it."""

    start: int
    end: int
    kinds: Kinds


class Place(NamedTuple):
    """Where a word stands."""

    start: int
    """In code points of its line's text."""
    end: int
    left: float
    right: float


@dataclass(slots=True)
class Line:
    """One line of a page, or the part of one in a column or in a cell."""

    text: str
    page: int
    left: float
    right: float
    y: float
    """Of the line that the letters stand on."""
    size: float
    """Of the font, in steps of a quarter: smaller differences are none."""
    runs: list[Run] = field(default_factory=list)
    """How its text is set off, from its start to its end."""
    has_hyphen: bool = False
    """It ends with a hyphen, which is no part of `text`."""
    is_soft: bool = False
    """This hyphen was put there by a program, for sure."""
    note: str = ""
    """The raised mark that it begins with."""
    marks: tuple[str, ...] = ()
    """The marks of notes that stood in it, and were taken out."""
    places: list[Place] = field(default_factory=list)
    """Of the words; empty where no gaps can be between them."""
    column: int = 0
    """Counted from 0 in reading direction; -1 for one that goes across."""
    row: int = -1
    """Cells of a table that stand beside each other have one number."""

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.right - self.left


class Lines(NamedTuple):
    """The lines of a page, and how many were left out."""

    lines: list[Line]
    turned: int = 0
    """Lines that run in another direction than most: stamps at the side of a page."""
    unseen: int = 0
    """Lines that lie beyond any paper."""


class PageText:
    """The text of one page."""

    def __init__(self, characters: Characters, number: int) -> None:
        """Take the characters.

        Args:
            characters: of the page.
            number: of the page, from 0.
        """
        self._characters = characters
        self._number = number

    def lines(self) -> Lines:
        """The lines in the order in which they were drawn."""
        raw = [(at, part) for at, part in self._parts() if part]
        turns = Counter(self._characters.turn_at(at) for at, _ in raw)
        if not turns:
            return Lines([])
        turn = turns.most_common(1)[0][0]
        self._characters.turn = turn
        lines: list[Line] = []
        starts: list[int] = []
        unseen = 0
        for at, part in raw:
            if len(turns) > 1 and self._characters.turn_at(at) != turn:
                continue
            line = self._line(at, part)
            if not _is_on_paper(line):
                unseen += 1
            elif not (lines and _take_loose_mark(lines[-1], line)):
                lines.append(line)
                starts.append(at)
        self._place_words(lines, starts)
        return Lines(lines, turned=len(raw) - turns[turn], unseen=unseen)

    def _parts(self) -> list[tuple[int, str]]:
        text = self._characters.text
        parts = []
        start = 0
        for found in _BREAKS.finditer(text):
            parts.append((start, text[start : found.start()]))
            start = found.end()
        parts.append((start, text[start:]))
        return [(at + len(part) - len(part.lstrip()), part.strip()) for at, part in parts]

    def _line(self, at: int, text: str) -> Line:
        """The line that stands at a place of the page's text."""
        characters = self._characters
        hyphen = _END_HYPHEN.search(text)
        left, right = characters.extent(at)
        last_left, last_right = characters.extent(at + len(text) - 1)
        text = text[: hyphen.start()] if hyphen else text.replace(HYPHEN, "-")
        if not text.isascii() and LETTER.search(text):
            ends = [characters.extent(at + index) for index in range(len(text))]
            text = in_reading_order(text, ends)
            left, right = min(end[0] for end in ends), max(end[1] for end in ends)
        line = Line(
            text=text,
            page=self._number,
            left=left if left < last_left else last_left,
            right=right if right > last_right else last_right,
            y=characters.foot(at),
            size=round(4 * characters.size(at)) / 4 or 0.25,
            has_hyphen=hyphen is not None,
            is_soft=hyphen is not None and hyphen[0] in "‐\u00ad",
        )
        if _MAY_BE_MARKED.search(text):
            self._take_raised_start(line, at)
            self._take_marks(line, at)
        line.runs = self._runs(line.text, at)
        return line

    def _runs(self, text: str, at: int) -> list[Run]:
        """How a line is set off.

        What one instruction draws is set in one font; only where the first and the last character
        of a line are drawn by different ones, each word is looked at.
        """
        characters = self._characters
        drawn_by = characters.drawn_by(at)
        if drawn_by is not None and drawn_by == characters.drawn_by(at + len(text) - 1):
            return [Run(0, len(text), characters.kinds(drawn_by))]
        runs: list[Run] = []
        for found in _WORDS.finditer(text):
            for run in self._word_runs(text, at, *found.span()):
                if runs and runs[-1].kinds == run.kinds:
                    runs[-1] = Run(runs[-1].start, run.end, run.kinds)
                else:
                    runs.append(run)
        return runs

    def _word_runs(self, text: str, at: int, start: int, end: int) -> list[Run]:
        """A word; one whose end is set otherwise, a stop mostly, in two parts."""
        kinds = self._kinds_at(at + start)
        tail = end
        while kinds and tail > start + 1 and not text[tail - 1].isalnum():
            if self._kinds_at(at + tail - 1) == kinds:
                break
            tail -= 1
        if tail == end:
            return [Run(start, end, kinds)]
        return [Run(start, tail, kinds), Run(tail, end, self._kinds_at(at + end - 1))]

    def _kinds_at(self, at: int) -> Kinds:
        return self._characters.kinds(self._characters.drawn_by(at))

    def _take_raised_start(self, line: Line, at: int) -> None:
        """A line that begins with a small raised sign is the beginning of a note."""
        found = _RAISED_START.match(line.text)
        if found is None or found.end() >= len(line.text):
            return
        size = round(4 * self._characters.size(at + found.end())) / 4 or 0.25
        if line.size < RAISED * size:
            line.note = found[1]
            line.size = size
            line.y = self._characters.foot(at + found.end())
            # A sign that nobody sees for each that is taken keeps the places right.
            line.text = BLANK * found.end() + line.text[found.end() :]

    def _take_marks(self, line: Line, at: int) -> None:
        """Take the raised marks of notes out of a line."""
        marks: list[str] = []
        size = self._characters.size
        for found in _NOTE_MARK.finditer(line.text):
            if size(at + found.start(1)) < RAISED * size(at + found.start() - 1):
                marks.append(found[1])
                blank = BLANK * len(found[0])
                line.text = line.text[: found.start()] + blank + line.text[found.end() :]
        line.marks = tuple(marks)

    def _place_words(self, lines: Sequence[Line], starts: Sequence[int]) -> None:
        """Find where words stand, in lines that may have gaps between them.

        Of lines that are not suspect every few one is looked at: if that has a gap, the page may
        have columns that were drawn across, and all are looked at.
        """
        density = [line.width / (line.size * len(line.text)) for line in lines]
        usual = sorted(density)[len(density) // 2] if density else 0.0
        with_gaps = set()
        for index, line in enumerate(lines):
            least = usual * (LOOSE if len(line.text) >= SHORT else SHORT_LOOSE)
            if density[index] > least or index % EACH == 0:
                line.places = self._places(line, starts[index])
                if _has_gap(line):
                    with_gaps.add(index)
        if any(index % EACH == 0 and len(lines[index].text) >= SHORT for index in with_gaps):
            with_gaps = set(range(len(lines)))
        for index in {near for i in with_gaps for near in range(i - NEAR, i + NEAR + 1)}:
            if 0 <= index < len(lines) and not lines[index].places:
                lines[index].places = self._places(lines[index], starts[index])

    def _places(self, line: Line, at: int) -> list[Place]:
        """Where the words of a line stand."""
        return [self._place(at, *found.span()) for found in _WORDS.finditer(line.text)]

    def _place(self, at: int, start: int, end: int) -> Place:
        first = self._characters.extent(at + start)
        last = self._characters.extent(at + end - 1)
        return Place(start, end, min(first[0], last[0]), max(first[1], last[1]))


def _is_on_paper(line: Line) -> bool:
    return max(abs(line.left), abs(line.right), abs(line.y), line.size) <= LARGEST_PAGE


def _has_gap(line: Line) -> bool:
    """Whether a space of a line is wide enough to part columns."""
    widths = sorted(b.left - a.right for a, b in pairwise(line.places))
    if len(widths) == 1:
        return widths[0] > 0.8 * line.size
    return bool(widths) and widths[-1] > max(0.8 * line.size, 2.2 * widths[len(widths) // 2])


def _take_loose_mark(line: Line, mark: Line) -> bool:
    """Whether what was drawn after a line is the mark of a note at its end, which is taken."""
    if not _LOOSE_MARK.fullmatch(mark.text) or mark.size > RAISED * line.size:
        return False
    raised = line.y - mark.y
    near = -0.3 * line.size < mark.left - line.right < 0.6 * line.size
    if not near or not 0.1 * line.size < raised < 0.8 * line.size:
        return False
    line.marks += (mark.text,)
    return True

"""A page of a PDF document -> its lines, with their places and fonts.

Imports the characters of pages and the standard library. Few of the thousands on a page are asked
about: the first and the last of each line, and of words where something may be between them.
Lengths count points, 72 to an inch; x grows along the lines, y downwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from variorum.readers.pdf_accents import join_accents
from variorum.readers.pdf_characters import Characters, Font, Kinds
from variorum.readers.pdf_gaps import Gaps, Piece
from variorum.readers.pdf_small_capitals import (
    may_have_small_capitals,
    without_small_capitals,
)
from variorum.readers.pdf_spaces import put_spaces
from variorum.readers.pdf_strays import put_in_place
from variorum.readers.right_to_left import LETTER, in_reading_order

HYPHEN: Final = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line, with no line end behind it."""
HYPHENS: Final = "-‐\u00ad\ufffe"
"""What may end a line of which the next one goes on with the word."""
SOFT: Final = "‐\u00ad"
"""What programs alone put there."""
BLANK: Final = "\u200b"
"""What stands in a line for each character that was taken out of it."""
LARGEST_PAGE: Final = 2 * 14_400
"""Twice the length of the largest page (PDF 1.7, annex C.2)."""
NEAR: Final = 4
"""So many lines above and below one with a gap are looked at, too."""
LONGEST_MARK: Final = 3
"""In characters: the mark of a note."""
SPACE: Final = 0.4
"""In ems: what stands so near to a line, at its height, goes on with it."""
RAISED: Final = 0.85
"""Marks of notes are this much smaller than their line, or more."""
LEAST_RAISED: Final = 0.05
"""In ems: they stand so much higher, at least; the figures of formulas stand lower."""

BULLET: Final = re.compile("[•◦▪▫‣⁃●○■□➢❖✓·\uf0b7\uf0a7\uf0d8\uf0fc]\\s*(?=\\S)")
"""The sign before an item of a list."""
IDEOGRAPH: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""An ideograph or kana."""
_BREAKS: Final = re.compile("[^\r\n]+[\r\n]*|[\r\n]+")
_HYPHEN_ENDS: Final = re.compile("[\r\n]+|\ufffe")
_LOOSE_MARK: Final = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_RAISED_START: Final = re.compile(r"(\d{1,3}|[*†‡§]{1,3})\s*(?=\D)")
_MAY_BE_MARKED: Final = re.compile("[0-9*†‡§]")
_NOTE_MARK: Final = re.compile(r"(?<=[^\W\d]|[.,;:!?”’»)}\]…]) ?(\d{1,3}|[*†‡§]{1,3})(?!\w)")
_WORDS: Final = re.compile(r"\S+")
_SPACES: Final = re.compile(r"\s+")


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


class Mark(NamedTuple):
    """A raised sign that was taken out of a line."""

    text: str
    at: int
    """Where it stood, in code points of the line's text."""


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
    runs: Sequence[Run] = ()
    """How its text is set off, from its start to its end."""
    hyphen: str = ""
    """The hyphen that it ends with, which is no part of `text`."""
    note: str = ""
    """The raised mark that it begins with."""
    marks: tuple[Mark, ...] = ()
    """The marks of notes that stood in it, and were taken out."""
    places: Sequence[Place] = ()
    """Of the words; empty where no gaps can be between them."""
    column: int = 0
    """Counted from 0 in reading direction; -1 for one that goes across."""
    row: int = -1
    """Cells of a table that stand beside each other have one number."""
    has_sign: bool = False
    """The sign of a list is drawn before it, as a shape."""

    @property
    def is_soft(self) -> bool:
        """Whether its hyphen was put there by a program, for sure."""
        return self.hyphen in SOFT and self.hyphen != ""

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
    turn: int = 0
    """By how many quarters of a circle the page is read turned to the left."""


class PageText:
    """The text of one page."""

    def __init__(self, characters: Characters, number: int) -> None:
        """Take the characters.

        Args:
            characters: of the page.
            number: of the page, from 0.
        """
        self._characters = characters
        self._gaps = Gaps(characters)
        self._number = number

    def lines(self) -> Lines:
        """The lines in the order in which they were drawn."""
        raw = self._parts()
        turns = Counter([self._characters.turn_at(at) for at, _ in raw])
        if not turns:
            return Lines([])
        turn = turns.most_common(1)[0][0]
        self._characters.turn = turn
        # Each of them looks at what the ones before it made of the text.
        mended = [mend(self._characters) for mend in (join_accents, put_in_place, put_spaces)]
        if any(mended):
            raw = self._parts()
        lines: list[Line] = []
        starts: list[int] = []
        suspects: set[int] = set()
        unseen = 0
        for at, part in raw:
            if len(turns) > 1 and self._characters.turn_at(at) != turn:
                continue
            line, may_have_gap = self._line(at, part)
            if not _is_on_paper(line):
                unseen += 1
            elif _add(lines, starts, line, at) and may_have_gap:
                suspects.add(len(lines) - 1)
        if suspects:
            self._place_words(lines, starts, suspects)
        return Lines(lines, turned=len(raw) - turns[turn], unseen=unseen, turn=turn)

    def _parts(self) -> list[tuple[int, str]]:
        """The lines as PDFium gives them, without the spaces around them, and where they begin."""
        text = self._characters.text
        if HYPHEN in text:
            ends = [found.end() for found in _HYPHEN_ENDS.finditer(text)]
            pieces = [text[start:end] for start, end in pairwise([0, *ends, len(text)])]
        else:
            pieces = _BREAKS.findall(text)
        parts = []
        start = 0
        for piece in pieces:
            part = piece.strip()
            if part:
                lead = 0 if piece[0] == part[0] else piece.index(part[0])
                parts.append((start + lead, part))
            start += len(piece)
        return parts

    def _line(self, at: int, whole: str) -> tuple[Line, bool]:
        """The line that stands at a place of the page's text, and whether it may have a gap."""
        place = self._characters.stretch(at, at + len(whole) - 1)
        left, right, y, size = place
        text, hyphen = whole, ""
        if whole[-1] in HYPHENS and len(whole) > 1 and whole[-2].isalnum():
            text, hyphen = whole[:-1], whole[-1]
        elif HYPHEN in whole:
            text = whole.replace(HYPHEN, "-")
        pieces, runs = self._set_in(whole, at, len(text))
        may_have_gap = self._gaps.may_be_in(whole, at, pieces, place)
        if not text.isascii() and LETTER.search(text):
            ends = [self._characters.extent(at + index) for index in range(len(text))]
            text = in_reading_order(text, ends)
            left, right = min(map(min, ends)), max(map(max, ends))
            may_have_gap = True  # widths of joined letters say nothing
        elif may_have_small_capitals(text) and self._is_pieced(at, len(whole)):
            text = without_small_capitals(self._characters, text, at)
        sign = BULLET.match(text)
        if sign is not None:  # which is often smaller than its item
            size = self._characters.size(at + sign.end())
        elif len(pieces) > 1 and not _RAISED_START.match(text):
            longest = max(pieces, key=lambda piece: piece.end - piece.start)
            size = self._characters.size(at + longest.start)
        if not text.isascii():
            size = self._size_of_ideographs(text, at, size)
        line = Line(text, self._number, left, right, y, quarters(size), runs, hyphen)
        if _MAY_BE_MARKED.search(text):
            self._take_raised_start(line, at)
            self._take_marks(line, at)
        return line, may_have_gap

    def _is_pieced(self, at: int, length: int) -> bool:
        """Whether the first and the last character of a line are drawn by two instructions."""
        return self._characters.drawn_by(at) != self._characters.drawn_by(at + length - 1)

    def _size_of_ideographs(self, text: str, at: int, first: float) -> float:
        """The size of the first ideograph or kana of a line, or else that of its first sign.

        Beside Latin letters they are mostly set a little smaller, by .92 to .96 in TeX: the lines
        of one paragraph, and headings of one level, must not differ by what they begin with.
        """
        found = IDEOGRAPH.search(text)
        if found is None:
            return first
        size = self._characters.size(at + found.start())
        return size if RAISED < size / first < 1 / RAISED else first

    def _set_in(self, text: str, at: int, length: int) -> tuple[Sequence[Piece], Sequence[Run]]:
        """The fonts of a line, and how it is set off but for a hyphen at its end.

        What one instruction draws is set in one font; only where the first and the last character
        of a line are drawn by different ones, each word is looked at.

        Args:
            text: the line.
            at: where it begins.
            length: of the line without the hyphen.
        """
        font = self._characters.font_of_all(at, at + len(text) - 1)
        if font is not None:
            return (Piece(0, len(text), font),), (Run(0, length, font.kinds),)
        starts = [found.end() for found in _SPACES.finditer(text)]
        font = self._characters.font_of_words(at, starts)
        if font is not None:
            return (Piece(0, len(text), font),), (Run(0, length, font.kinds),)
        pieces = list(self._word_pieces(text, at))
        runs: list[Run] = []
        for piece in pieces:
            kinds, end = piece.font.kinds, min(piece.end, length)
            if runs and runs[-1].kinds == kinds:
                runs[-1] = Run(runs[-1].start, end, kinds)
            elif piece.start < end:
                runs.append(Run(piece.start, end, kinds))
        ends = [piece.start for piece in pieces[1:]] + [len(text)]
        closed = [Piece(p.start, end, p.font) for p, end in zip(pieces, ends, strict=True)]
        return closed, runs

    def _word_pieces(self, text: str, at: int) -> Iterator[Piece]:
        """The words of a line, those in one font together.

        A word whose end is set otherwise, a stop mostly, is two.
        """
        characters = self._characters
        drawn_by = characters.drawn_by(at)
        font = characters.font(drawn_by)
        begun = last_end = 0
        for found in _WORDS.finditer(text):
            start, end = found.span()
            drawn_here = characters.drawn_by(at + start)
            if drawn_here != drawn_by:
                drawn_by = drawn_here
                found_font = characters.font(drawn_by)
                if found_font is not font:
                    if start:
                        yield Piece(begun, last_end, font)
                    begun, font = start, found_font
            if font.kinds and not text[end - 1].isalnum():
                tail = self._tail(text, at, start, end, font)
                if tail < end:
                    yield Piece(begun, tail, font)
                    drawn_by = characters.drawn_by(at + end - 1)
                    begun, font = tail, characters.font(drawn_by)
            last_end = end
        yield Piece(begun, last_end, font)

    def _tail(self, text: str, at: int, start: int, end: int, font: Font) -> int:
        """Where in a word its last signs begin, if they are set off otherwise; else its end."""
        tail = end
        while tail > start + 1 and not text[tail - 1].isalnum():
            if self._font_at(at + tail - 1).kinds == font.kinds:
                break
            tail -= 1
        return tail

    def _font_at(self, at: int) -> Font:
        return self._characters.font(self._characters.drawn_by(at))

    def _take_raised_start(self, line: Line, at: int) -> None:
        """A line that begins with a small raised sign is the beginning of a note."""
        found = _RAISED_START.match(line.text)
        if found is None or found.end() >= len(line.text):
            return
        size = quarters(self._characters.size(at + found.end()))
        if line.size < RAISED * size:
            line.note = found[1]
            line.size = size
            line.y = self._characters.foot(at + found.end())
            # A sign that nobody sees for each that is taken keeps the places right.
            line.text = BLANK * found.end() + line.text[found.end() :]

    def _take_marks(self, line: Line, at: int) -> None:
        """Take the raised marks of notes out of a line."""
        marks: list[Mark] = []
        for found in _NOTE_MARK.finditer(line.text):
            if self._stands_raised(at + found.start(1), at + found.start() - 1):
                marks.append(Mark(found[1], found.start(1)))
                blank = BLANK * len(found[0])
                line.text = line.text[: found.start()] + blank + line.text[found.end() :]
        line.marks = tuple(marks)

    def _stands_raised(self, at: int, before: int) -> bool:
        """Whether a character is smaller than one before it, and stands higher."""
        size, foot = self._characters.size, self._characters.foot
        usual = size(before)
        return size(at) < RAISED * usual and foot(before) - foot(at) > LEAST_RAISED * usual

    def _place_words(
        self, lines: Sequence[Line], starts: Sequence[int], suspects: Iterable[int]
    ) -> None:
        """Find where words stand, in lines that have gaps between them and in those near such."""
        with_gaps = set()
        for index in suspects:
            lines[index].places = self._places(lines[index], starts[index])
            if _has_gap(lines[index]):
                with_gaps.add(index)
        for index in {near for i in with_gaps for near in range(i - NEAR, i + NEAR + 1)}:
            if 0 <= index < len(lines) and not lines[index].places:
                lines[index].places = self._places(lines[index], starts[index])

    def _places(self, line: Line, at: int) -> list[Place]:
        """Where the words of a line stand; nothing if some of them lie beyond any paper."""
        places = [self._place(at, *found.span()) for found in _WORDS.finditer(line.text)]
        if all(-LARGEST_PAGE <= p.left <= p.right <= LARGEST_PAGE for p in places):
            return places
        return []

    def _place(self, at: int, start: int, end: int) -> Place:
        return Place(start, end, *self._characters.span(at + start, at + end - 1))


def quarters(size: float) -> float:
    """A size in steps of a quarter."""
    return round(4 * size) / 4 or 0.25


def _is_on_paper(line: Line) -> bool:
    most = LARGEST_PAGE
    is_beside = -most <= line.left <= line.right <= most
    return is_beside and -most <= line.y <= most and line.size <= most


def _has_gap(line: Line) -> bool:
    """Whether a space of a line is wide enough to part columns."""
    widths = sorted(b.left - a.right for a, b in pairwise(line.places))
    if len(widths) == 1:
        return widths[0] > 0.8 * line.size
    return bool(widths) and widths[-1] > max(0.8 * line.size, 2.2 * widths[len(widths) // 2])


def _add(lines: list[Line], starts: list[int], line: Line, at: int) -> bool:
    """Put a line behind those above it, or into the last one; False: it was a mark of a note.

    Args:
        lines: those above it.
        starts: where these begin in the page's text.
        line: the next one.
        at: where it begins.
    """
    if lines:
        last = lines[-1]
        if _take_loose_mark(last, line):
            return False
        if _begins_note(last, line):
            del lines[-1], starts[-1]
        elif _goes_on_behind(last, line):
            _append(last, line, at - starts[-1])
            return True
    lines.append(line)
    starts.append(at)
    return True


def _take_loose_mark(line: Line, mark: Line) -> bool:
    """Whether what was drawn after a line is the mark of a note at its end, which is taken."""
    near = -0.3 * line.size < mark.left - line.right < 0.6 * line.size
    if not near or not _is_raised(mark, line):
        return False
    line.marks += (Mark(mark.text, len(line.text)),)
    return True


def _begins_note(mark: Line, line: Line) -> bool:
    """Whether what was drawn before a line is the mark of the note that it begins; it is taken."""
    if not _is_raised(mark, line):
        return False
    if not -0.1 * line.size < line.left - mark.right < 0.5 * line.size:
        return False
    line.note = mark.text
    line.left = mark.left
    return True


def _is_raised(mark: Line, line: Line) -> bool:
    """Whether one line is a small sign that stands higher than another one."""
    if len(mark.text) > LONGEST_MARK or mark.size > RAISED * line.size:
        return False
    raised = line.y - mark.y
    return 0.1 * line.size < raised < 0.8 * line.size and bool(_LOOSE_MARK.fullmatch(mark.text))


def _goes_on_behind(line: Line, rest: Line) -> bool:
    """Whether a line goes on behind the mark, or the raised letters, that it seemed to end with."""
    farthest = line.size if line.marks else SPACE * line.size
    near = -0.3 * line.size < rest.left - line.right < farthest
    return near and line.size == rest.size and abs(line.y - rest.y) < 0.1 * line.size


def _append(line: Line, rest: Line, at: int) -> None:
    """Put the rest of a line behind its beginning.

    Args:
        line: the beginning; it grows.
        rest: what goes on.
        at: where that begins in the page's text, counted from the beginning of the line.
    """
    gap = at - len(line.text)
    is_apart = gap > 0 and rest.left - line.right > 0.1 * line.size
    line.text += BLANK * (gap - is_apart) + " " * is_apart + rest.text
    runs = [*line.runs, *(Run(at + x.start, at + x.end, x.kinds) for x in rest.runs)]
    if len(line.runs) == len(rest.runs) == 1 and line.runs[0].kinds == rest.runs[0].kinds:
        runs = [Run(0, runs[-1].end, runs[0].kinds)]
    line.runs = runs
    line.right = max(line.right, rest.right)
    line.hyphen = rest.hyphen
    line.marks += tuple(Mark(mark.text, at + mark.at) for mark in rest.marks)

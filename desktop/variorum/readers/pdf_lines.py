"""A page of a PDF document -> its lines, with their places and fonts.

Imports pypdfium2's bare functions: a page may have thousands of characters, and is asked about few
of them only, the first and last of each line and the first of each word. Lengths count points, 72
to an inch; x grows along the lines, y downwards.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from variorum.engine import EmphasisKind
from variorum.readers.right_to_left import LETTER, in_reading_order

HYPHEN: Final = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line, with no line end behind it."""
LARGEST_PAGE: Final = 2 * 14_400
"""Twice the length of the largest page (PDF 1.7, annex C.2)."""
EACH: Final = 8
"""Of so many lines that look harmless one is looked at for gaps."""
RAISED: Final = 0.85
"""Marks of notes are this much smaller than their line, or more."""

_BREAKS: Final = re.compile("\r\n|\r|\n|(?<=\ufffe)")
_LOOSE_MARK: Final = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_NOTE_MARK: Final = re.compile(r"(?<=[^\W\d]|[.,;:!?”’»)\]…]) ?(\d{1,3}|[*†‡§]{1,3})(?!\w)")
_END_HYPHEN: Final = re.compile(r"(?<=[^\W_])[-‐\u00ad\ufffe]$")
_WORDS: Final = re.compile(r"\S+")
_ITALIC_FLAG: Final = 1 << 6
_BOLD_FLAG: Final = 1 << 18
_ITALIC_NAME: Final = re.compile(r"italic|oblique|slanted|-it\b|kursiv", re.IGNORECASE)
_BOLD_NAME: Final = re.compile(r"bold|black|heavy|semibold|-bd\b|demi", re.IGNORECASE)
_CODE_NAME: Final = re.compile(r"mono|courier|consolas|typewriter|menlo", re.IGNORECASE)

Kinds = frozenset[EmphasisKind]
Word = tuple[int, int, Kinds]
"""Where a word begins and ends, and how it is set off."""


class Place(NamedTuple):
    """Where a word begins and ends on its line."""

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
    """Of the font."""
    words: list[Word] = field(default_factory=list)
    """Where words begin and end, in code points of the text, and how they are set off."""
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

    def kinds(self) -> Kinds:
        """How all of it is set off."""
        found = [kinds for _, _, kinds in self.words]
        return frozenset.intersection(*found) if found else frozenset()


class Lines(NamedTuple):
    """The lines of a page, and how many were left out."""

    lines: list[Line]
    turned: int = 0
    """Lines that run in another direction than most: stamps at the side of a page."""
    unseen: int = 0
    """Lines that lie beyond any paper."""


class Fonts:
    """What fonts say of themselves, asked once for each."""

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self._known: dict[int, Kinds] = {}

    def kinds(self, text_object: Any) -> Kinds:
        """How the text of an object is set off."""
        font = pdfium.FPDFTextObj_GetFont(text_object)
        if not font:
            return frozenset()
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _kinds(font)
        return found


def _kinds(font: Any) -> Kinds:
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value.decode("latin-1")
    flags = pdfium.FPDFFont_GetFlags(font)
    found = set()
    if (flags > 0 and flags & _ITALIC_FLAG) or _ITALIC_NAME.search(name):
        found.add(EmphasisKind.ITALIC)
    if (flags > 0 and flags & _BOLD_FLAG) or _BOLD_NAME.search(name):
        found.add(EmphasisKind.BOLD)
    if _CODE_NAME.search(name):
        found.add(EmphasisKind.CODE)
    return frozenset(found)


class PageText:
    """The characters of one page."""

    def __init__(self, handle: Any, number: int, fonts: Fonts) -> None:
        """Ask for the text.

        Args:
            handle: PDFium's text page.
            number: of the page, from 0.
            fonts: what is known of fonts.
        """
        self._handle = handle
        self._number = number
        self._fonts = fonts
        self._turn = 0
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x = ctypes.c_double()
        self._y = ctypes.c_double()
        self.text, self._indices = self._characters()

    def _characters(self) -> tuple[str, list[int] | None]:
        """The text, and the number that PDFium gives each of its code points; None: the same."""
        count = pdfium.FPDFText_CountChars(self._handle)
        if count <= 0:
            return "", None
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._handle, 0, count, buffer)
        text = bytes(memoryview(buffer)[: max(0, written - 1)]).decode("utf-16-le", "replace")
        if len(text) == count:
            return text, None
        codes = [pdfium.FPDFText_GetUnicode(self._handle, index) for index in range(count)]
        places = [index for index, code in enumerate(codes) if _is_character(code)]
        return "".join(chr(codes[index]) for index in places), places

    def lines(self) -> Lines:
        """The lines in the order in which they were drawn."""
        raw = [(at, part) for at, part in self._parts() if part.strip()]
        turns = Counter(self._turn_at(at) for at, _ in raw)
        if not turns:
            return Lines([])
        self._turn = turns.most_common(1)[0][0]
        usual = [
            (at, part) for at, part in raw if len(turns) == 1 or self._turn_at(at) == self._turn
        ]
        lines: list[Line] = []
        starts: list[int] = []
        unseen = 0
        for at, part in usual:
            line = self._line(at, part)
            if not _is_on_paper(line):
                unseen += 1
            elif not (lines and _take_loose_mark(lines[-1], line)):
                lines.append(line)
                starts.append(at)
        self._place_words(lines, starts)
        return Lines(lines, turned=len(raw) - len(usual), unseen=unseen)

    def _parts(self) -> list[tuple[int, str]]:
        parts = []
        start = 0
        for found in _BREAKS.finditer(self.text):
            parts.append((start, self.text[start : found.start()]))
            start = found.end()
        parts.append((start, self.text[start:]))
        return [(at + len(part) - len(part.lstrip()), part.strip()) for at, part in parts]

    def _index(self, at: int) -> int:
        return at if self._indices is None else self._indices[at]

    def _turn_at(self, at: int) -> int:
        """By how many quarters of a circle the text is turned to the left."""
        angle = pdfium.FPDFText_GetCharAngle(self._handle, self._index(at))
        return -round(angle / 1.5708) % 4 if angle > 0 else 0  # PDFium turns to the right

    def _extent(self, at: int) -> tuple[float, float]:
        """Where a character begins and ends."""
        pdfium.FPDFText_GetLooseCharBox(self._handle, self._index(at), self._box)
        box = self._box
        match self._turn:
            case 1:
                return box.bottom, box.top
            case 2:
                return -box.right, -box.left
            case 3:
                return -box.top, -box.bottom
        return box.left, box.right

    def _foot(self, at: int) -> float:
        """The line that a character stands on."""
        pdfium.FPDFText_GetCharOrigin(self._handle, self._index(at), self._x, self._y)
        x, y = self._x.value, self._y.value
        return (-y, x, y, -x)[self._turn]

    def _size(self, at: int) -> float:
        index = self._index(at)
        size = pdfium.FPDFText_GetFontSize(self._handle, index)
        matrix = self._matrix
        if pdfium.FPDFText_GetMatrix(self._handle, index, matrix):
            size *= (matrix.c * matrix.c + matrix.d * matrix.d) ** 0.5
        return abs(size) or 1.0

    def _line(self, at: int, text: str) -> Line:
        """The line that stands at a place of the page's text."""
        hyphen = _END_HYPHEN.search(text)
        last = at + len(text) - 1
        ends = [self._extent(at), self._extent(last)]
        text = text[: hyphen.start()] if hyphen else text.replace(HYPHEN, "-")
        if LETTER.search(text):
            ends = [self._extent(at + index) for index in range(len(text))]
            text = in_reading_order(text, ends)
        line = Line(
            text=text,
            page=self._number,
            left=min(left for left, _ in ends),
            right=max(right for _, right in ends),
            y=self._foot(at),
            size=self._size(at),
            has_hyphen=hyphen is not None,
            is_soft=hyphen is not None and hyphen[0] in "‐\u00ad",
        )
        self._take_raised_start(line, at)
        self._take_marks(line, at)
        line.words = list(self._words(line.text, at))
        return line

    def _place_words(self, lines: Sequence[Line], starts: Sequence[int]) -> None:
        """Find where words stand, in lines that may have gaps between them.

        Of lines that are not suspect every few one is looked at: if that has a gap, the page may
        have columns that were drawn across, and all are looked at.
        """
        wanted = [
            self._may_have_gaps(line) or index % EACH == 0 for index, line in enumerate(lines)
        ]
        for line, start, is_wanted in zip(lines, starts, wanted, strict=True):
            if is_wanted:
                line.places = self._places(line, start)
        sample = [line for line in lines if line.places and not self._may_have_gaps(line)]
        if any(_has_gap(line) for line in sample):
            for line, start in zip(lines, starts, strict=True):
                line.places = line.places or self._places(line, start)

    def _words(self, text: str, at: int) -> Iterator[Word]:
        """The words of a line; one whose end is set otherwise, a stop mostly, in two parts."""
        for found in _WORDS.finditer(text):
            start, end = found.span()
            kinds = self._kinds_at(at + start)
            tail = end
            while kinds and tail > start + 1 and not text[tail - 1].isalnum():
                if self._kinds_at(at + tail - 1) == kinds:
                    break
                tail -= 1
            yield start, tail, kinds
            if tail < end:
                yield tail, end, self._kinds_at(at + end - 1)

    def _kinds_at(self, at: int) -> Kinds:
        text_object = pdfium.FPDFText_GetTextObject(self._handle, self._index(at))
        return self._fonts.kinds(text_object) if text_object else frozenset()

    def _take_raised_start(self, line: Line, at: int) -> None:
        """A line that begins with a small raised sign is the beginning of a note."""
        found = re.match(r"(\d{1,3}|[*†‡§]{1,3})\s*(?=\D)", line.text)
        if found is None or found.end() >= len(line.text):
            return
        size = self._size(at + found.end())
        if line.size < RAISED * size:
            line.note = found[1]
            line.size = size
            line.y = self._foot(at + found.end())
            # A space for each sign keeps the places right.
            line.text = " " * found.end() + line.text[found.end() :]

    def _take_marks(self, line: Line, at: int) -> None:
        """Take the raised marks of notes out of a line."""
        marks: list[str] = []
        for found in _NOTE_MARK.finditer(line.text):
            if self._size(at + found.start(1)) < RAISED * self._size(at + found.start() - 1):
                marks.append(found[1])
                blank = "\u200b" * len(found[0])
                line.text = line.text[: found.start()] + blank + line.text[found.end() :]
        line.marks = tuple(marks)

    def _places(self, line: Line, at: int) -> list[Place]:
        """Where the words of a line stand."""
        return [self._word_place(at + start, at + end - 1) for start, end, _ in line.words]

    def _word_place(self, first: int, last: int) -> Place:
        ends = (self._extent(first), self._extent(last))
        return Place(min(left for left, _ in ends), max(right for _, right in ends))

    def _may_have_gaps(self, line: Line) -> bool:
        """Whether a line is so wide for its text that some of it must be empty.

        Letters are .4 to .55 of an em wide on the average, and 1 in ideographs.
        """
        return line.width > 0.56 * line.size * len(line.text) or len(line.text) < 40


def _is_on_paper(line: Line) -> bool:
    return max(abs(line.left), abs(line.right), abs(line.y), line.size) <= LARGEST_PAGE


def _has_gap(line: Line) -> bool:
    """Whether a space of a line is wide enough to part columns."""
    widths = sorted(b.left - a.right for a, b in pairwise(line.places))
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


def _is_character(code: int) -> bool:
    return 0 < code < 0x110000 and not 0xD800 <= code < 0xE000

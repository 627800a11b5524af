"""Raised figures in the text of PDF: which are the marks of notes, and which belong to the text.

Imports the lines of pages and the standard library. A page whose text says "25 km" and a raised 2
has an exponent there, unless a note below it begins with a 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from variorum.readers.pdf_lines import BLANK, Line, Mark, Run

_NOTE_START: Final = re.compile(r"(\d{1,3})[.)]?\s+(?=\S)")
_MEASURE: Final = re.compile(r"(?:^|[^\w'’])(?:[kcdmµμ]?m|[b-hj-xzB-HJ-Z]|ft|yd|mi)$")
"""What a figure above it is a power of: a unit of length, or a letter that is no word."""


class _Found(NamedTuple):
    """A figure that was taken for the mark of a note, and its line."""

    line: Line
    mark: Mark

    @property
    def is_power(self) -> bool:
        """Whether the letters before it look as if it were a power of them."""
        before = self.line.text[: self.mark.at].rstrip(BLANK)
        return self.mark.text in ("2", "3") and _MEASURE.search(before) is not None


def put_back_powers(pages: Sequence[Sequence[Line]], body: float) -> None:
    """Put the figures back into the text that are no marks of notes.

    Args:
        pages: the lines of each page; they are changed.
        body: the size of the letters of the text, in points.
    """
    for found in list(_no_marks(_all_marks(pages, body))):
        _put_back(found)


def _all_marks(pages: Iterable[Sequence[Line]], body: float) -> Iterator[tuple[_Found, bool]]:
    """All figures that were taken for marks, and whether a note of their page begins with them."""
    for lines in pages:
        marked = [_Found(line, mark) for line in lines for mark in line.marks]
        notes = _notes(lines, body) if marked else set()
        certain = {found.mark.text for found in marked if not found.is_power} & notes
        for found in marked:
            text = found.mark.text
            if text.isdigit():
                yield found, text in notes and not (found.is_power and text in certain)


def _notes(lines: Iterable[Line], body: float) -> set[str]:
    """What the notes of a page begin with."""
    found = {line.note for line in lines if line.note}
    for line in lines:
        start = _NOTE_START.match(line.text) if line.size < body else None
        if start is not None:
            found.add(start[1])
    return found


def _no_marks(marked: Iterable[tuple[_Found, bool]]) -> Iterator[_Found]:
    """Those figures without a note on their page that are no marks of notes at the end, either.

    Such marks count from 1, perhaps anew in each chapter; some are said again.
    """
    expected = 1
    for found, has_note in marked:
        number = int(found.mark.text)
        if not has_note and (found.is_power or number > expected):
            yield found
        elif has_note or number in (1, expected):
            expected = number + 1


def _put_back(found: _Found) -> None:
    line, mark = found
    end = mark.at + len(mark.text)
    blanks = line.text[mark.at : end]
    rest = line.text[end:] if blanks.strip(BLANK) == "" else line.text[mark.at :]
    line.text = line.text[: mark.at] + mark.text + rest
    line.runs = [
        Run(run.start, max(run.end, end) if run.end == mark.at else run.end, run.kinds)
        for run in line.runs
    ]
    line.marks = tuple(other for other in line.marks if other is not mark)

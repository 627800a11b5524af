"""Raised figures in the text of PDF: which are the marks of notes, and which belong to the text.

Imports the lines of pages and the standard library. A page whose text says "25 km" and a raised 2
has an exponent there, unless a note below it begins with a 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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


def put_back_powers(pages: Sequence[Sequence[Line]]) -> None:
    """Put the figures back into the text that are no marks of notes.

    Args:
        pages: the lines of each page; they are changed.
    """
    without_note: list[_Found] = []
    for lines in pages:
        marked = [_Found(line, mark) for line in lines for mark in line.marks]
        if marked:
            without_note += _without_note(marked, _notes(lines))
    for found in _no_marks(without_note):
        _put_back(found)


def _notes(lines: Sequence[Line]) -> set[str]:
    """What the notes of a page begin with."""
    largest = max(line.size for line in lines)
    found = {line.note for line in lines if line.note}
    for line in lines:
        start = _NOTE_START.match(line.text) if line.size < largest else None
        if start is not None:
            found.add(start[1])
    return found


def _without_note(marked: Sequence[_Found], notes: set[str]) -> Iterator[_Found]:
    """The figures of a page that no note of it begins with."""
    certain = {found.mark.text for found in marked if not found.is_power} & notes
    for found in marked:
        text = found.mark.text
        if text.isdigit() and (text not in notes or (found.is_power and text in certain)):
            yield found


def _no_marks(marked: Sequence[_Found]) -> Iterator[_Found]:
    """Those figures without a note on their page that are no marks of notes at the end, either.

    Such marks count from 1, perhaps anew in each chapter; some are said again.
    """
    expected = 1
    for found in marked:
        number = int(found.mark.text)
        if found.is_power:
            yield found
        elif number == expected:
            expected += 1
        elif number == 1:
            expected = 2
        elif number > expected:
            yield found


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

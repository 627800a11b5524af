"""Verse on paper: its lines are set in as the poet had them, and only words are marked."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCharFormat

from variorum.engine import Side, compare
from variorum.readers import Source
from variorum.reports.marks import Marks
from variorum.window.printing.paragraphs import ParagraphSetter
from variorum.window.printing.words import finished
from variorum.window.theme import make_theme

FIRST = """The lamps are lit, the quay is bare,
    the boards are white with salt;
and somebody who is not there
    has told the tide to halt.

"""

STANZA = """The harbour keeps its lamps alight
    for ships that left in spring.
The gulls have nothing more to say,
        and still they dip
    and sing above the pier.
We count the masts, we count the days,
    we count the rings of rope."""

GONE = """The harbour keeps its lamps alight
    for ships that left in spring.
We count the masts, we count the days,
    we count the rings of rope."""


@pytest.mark.usefixtures("qapp")
def test_what_lines_are_set_in_by_is_not_marked():
    left, right = (Source.from_text(FIRST + text, "verse.txt").document for text in (STANZA, GONE))
    marks = Marks(compare(left, right))
    setter = ParagraphSetter(marks, (), make_theme(dark=False))
    marked = []
    for line in finished(setter.steps(Side.LEFT, 1, 4000, first=True)):
        text = line.layout.text()
        for piece in line.layout.formats():
            none = QTextCharFormat.UnderlineStyle.NoUnderline
            if piece.format.underlineStyle() is not none:
                marked.append(text[piece.start : piece.start + piece.length])
    found = [words for words in dict.fromkeys(marked) if words]
    lines = [
        "The gulls have nothing more to say,",
        "and still they dip",
        "and sing above the pier.",
    ]
    assert found == lines

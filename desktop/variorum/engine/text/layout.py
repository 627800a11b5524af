"""Where the paragraphs of plain text are: its three shapes."""

from __future__ import annotations

import re
from enum import StrEnum

from variorum.engine.model import Span


class Layout(StrEnum):
    """How the paragraphs of a plain text are told apart."""

    AUTO = "auto"
    """Find out."""
    BLANK_LINE = "blank-line"
    """An empty line stands between paragraphs."""
    LINE = "line"
    """Every line is a paragraph."""
    WRAPPED = "wrapped"
    """Lines are broken at a width; paragraphs are told by empty lines, indents and short lines."""


def find_layout(text: str) -> Layout:
    """Which of the three shapes a text has."""
    return Layout.BLANK_LINE if "\n\n" in text else Layout.LINE


def find_paragraphs(text: str, layout: Layout) -> list[Span]:
    """The spans of the paragraphs, without the white space around them; none is empty."""
    pattern = (
        r"\S(?:.*\S)?" if layout is Layout.LINE else r"\S(?:(?!\n[^\S\n]*\n).|\n(?!\s*\n))*\S|\S"
    )
    return [Span(m.start(), m.end()) for m in re.finditer(pattern, text)]

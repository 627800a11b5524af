"""Readings in small kana above ideographs: left out, since they say again what is below them.

Those of other formats are left out, too. Imports the lines of pages and the standard library.
Lengths count points; y grows downwards.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from variorum.readers.pdf_lines import BLANK, Line

SMALL: Final = 0.65
"""A reading is at most so many times as large as the text that it belongs to (mostly half)."""
ABOVE: Final = (0.4, 1.6)
"""In ems of this text: a reading stands so far above it."""
BESIDE: Final = 1.0
"""In ems: it may stand out at the ends of its line by so much."""
NEIGHBOURS: Final = 20
"""A reading is drawn among so many lines before and behind the one that it belongs to."""

_KANA: Final = re.compile("[\u3041-\u30ff\uff66-\uff9f\u200b\\s]+")
_IDEOGRAPH: Final = re.compile("[々〆\u3400-\u9fff\uf900-\ufaff]")
_SPREAD: Final = re.compile("(?<=[々〆\u3400-\u9fff]) (?=[々〆\u3400-\u9fff])")


def without_readings(lines: list[Line]) -> list[Line]:
    """The lines of a page without readings; what these had spread is set close again."""
    kept = []
    for index, line in enumerate(lines):
        base = _base(line, lines[max(0, index - NEIGHBOURS) : index + NEIGHBOURS])
        if base is None:
            kept.append(line)
        else:
            base.text = _SPREAD.sub(BLANK, base.text)
    return kept


def _base(line: Line, neighbours: Sequence[Line]) -> Line | None:
    """The line that a reading belongs to; None for what is none."""
    if not _KANA.fullmatch(line.text):
        return None
    found = [other for other in neighbours if _is_above(line, other)]
    return min(found, key=lambda other: other.y, default=None)


def _is_above(line: Line, other: Line) -> bool:
    """Whether a line stands above another one as its readings do."""
    em = other.size
    if line.size > SMALL * em or not ABOVE[0] * em <= other.y - line.y <= ABOVE[1] * em:
        return False
    is_over = other.left - BESIDE * em <= line.left and line.right <= other.right + BESIDE * em
    return is_over and _IDEOGRAPH.search(other.text) is not None

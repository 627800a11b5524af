"""Which way a text is written.

Imports the standard library only.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_STRONG: Final = {"L": "ltr", "R": "rtl", "AL": "rtl"}

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""All blocks with letters that are written from right to left."""

_FIRST_BYTES: Final = bytes([*range(0xD6, 0xE1), 0xEF, 0xF0])
"""What each of them, and other letters, too, begins with in UTF-8."""


def has_right_to_left(text: str) -> bool:
    """Whether any of it may be written from right to left."""
    if text.isascii():
        return False
    # Few texts have any of the bytes that their letters begin with: five times as quick to ask.
    encoded = text.encode("utf-8", "surrogatepass")
    if len(encoded.translate(None, _FIRST_BYTES)) == len(encoded):
        return False
    return _RIGHT_TO_LEFT.search(text) is not None


def direction(text: str, start: int, end: int) -> str:
    """`ltr` or `rtl`, as the first letter of a stretch of text has it; `ltr` when it has none."""
    for at in range(start, end):
        found = _STRONG.get(unicodedata.bidirectional(text[at]))
        if found:
            return found
    return "ltr"

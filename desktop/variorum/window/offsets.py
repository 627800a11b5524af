"""The one place where Python's code points and Qt's UTF-16 units are turned into each other.

Imports only the standard library. Qt counts a character beyond U+FFFF (an emoji, a rare Chinese
character) as two units; everything outside this module and the calls into Qt counts code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Converts positions within one text; free of cost where no character is beyond U+FFFF."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        self._points: list[int] = []
        if _has_pairs(text):
            self._points = [found.start() for found in _BEYOND.finditer(text)]
        self._units = [point + number for number, point in enumerate(self._points)]

    def to_qt(self, position: int) -> int:
        """The UTF-16 unit at which a code point begins."""
        if not self._points:
            return position
        return position + bisect_left(self._points, position)

    def from_qt(self, unit: int) -> int:
        """The code point at a UTF-16 unit; the whole character when it is cut in two."""
        if not self._points:
            return unit
        before = bisect_left(self._units, unit)
        if before and self._units[before - 1] == unit - 1:
            return self._points[before - 1]
        return unit - before


def _has_pairs(text: str) -> bool:
    """Whether some character takes two units; encoding is ten times as fast as searching."""
    if text.isascii():
        return False
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)

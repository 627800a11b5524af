"""A paragraph as it is searched: what looks alike is made alike, and each place is remembered.

Imports the standard library and `regex`. Positions count code points of the text that is handed
in. What a reader cannot see (soft hyphens, joiners, marks of direction) is left out; letters and
their accents are composed; for plain words, kinds of spaces, quotes and hyphens are one each, and
vowel points are left out of Arabic and Hebrew, where hardly anybody types them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from variorum.engine import Span

if TYPE_CHECKING:
    import regex

_UNSEEN: Final = "\u00ad\u0640\ufeff" + "".join(
    chr(code)
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069))
    for code in range(first, last + 1)
)
"""Soft hyphen, tatweel, joiners, marks of direction."""

_ALIKE: Final = (
    *((sign, "'") for sign in "‘’‚‛ʼ′"),
    *((sign, '"') for sign in "“”„‟″"),
    *((sign, "-") for sign in "‐‑"),
    *((sign, " ") for sign in "\t\n\v\f\r\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"),
    *((chr(code), " ") for code in range(0x2000, 0x200B)),
    ("\u06a9", "\u0643"),  # letters of Persian and Urdu, and those of an Arabic keyboard
    ("\u06cc", "\u064a"),
    ("\u0649", "\u064a"),
    ("\u06c1", "\u0647"),
)
"""What people type in one way only; one for one, so that places stay. Replaced one after
the other: that is five times as fast as `str.translate`, and novels are long."""

_POINTS: Final = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0656-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]"
)
"""Vowels, doublings, signs of recitation; not hamza and madda, which make other letters."""

_POINTED: Final = re.compile("[\u05d0-\u05f2\u0620-\u064a\u066e-\u06d3]")
"""Letters that may bear them."""


@cache
def _others() -> regex.Pattern[str]:
    """What is written otherwise: one letter of Korean may be three characters, too."""
    import regex  # noqa: PLC0415 - takes longer than the window may; nobody searches at its start

    return regex.compile(
        rf"(?P<unseen>[{_UNSEEN}]+)|(?P<space> {{2,}})|(?P<letter>\P{{M}}[\p{{M}}\u1160-\u11ff]+)"
    )


class Folded(NamedTuple):
    """A text to search in."""

    text: str
    starts: Sequence[int] | None
    """For each of its characters where it begins in the original; None: at the same place."""
    ends: Sequence[int] | None

    def span(self, start: int, end: int) -> Span:
        """The place in the original of a stretch that is not empty."""
        if self.starts is None or self.ends is None:
            return Span(start, end)
        return Span(self.starts[start], self.ends[end - 1])


def is_unpointed(words: str) -> bool:
    """Whether words are of Arabic or Hebrew letters, and none bears a vowel point."""
    return _POINTED.search(words) is not None and _POINTS.search(words) is None


def fold(text: str, *, loosely: bool, unpointed: bool = False) -> Folded:
    """Make alike what looks alike.

    Args:
        text: of a paragraph, or what somebody typed.
        loosely: spaces, quotes and hyphens too, as is right for words but not for expressions.
        unpointed: leave vowel points out.
    """
    unpointed = unpointed and _POINTS.search(text) is not None
    if loosely:
        for sign, usual in _ALIKE:
            text = text.replace(sign, usual)
    if loosely and "  " in text:
        return _rewritten(text, loosely=loosely, unpointed=unpointed)
    if text.isascii() or (
        not unpointed
        and unicodedata.is_normalized("NFC", text)
        and not any(sign in text for sign in _UNSEEN)
    ):
        return Folded(text, None, None)
    return _rewritten(text, loosely=loosely, unpointed=unpointed)


def _rewritten(text: str, *, loosely: bool, unpointed: bool) -> Folded:
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0

    def put(what: str, start: int, end: int) -> None:
        out.append(what)
        starts.extend([start] * len(what))
        ends.extend([end] * len(what))

    for found in _others().finditer(text):
        start, end = found.span()
        if found.lastgroup == "space" and not loosely:
            continue
        out.append(text[at:start])
        starts.extend(range(at, start))
        ends.extend(range(at + 1, start + 1))
        if found.lastgroup == "letter":
            letter = unicodedata.normalize("NFC", found.group())
            put(_POINTS.sub("", letter) if unpointed else letter, start, end)
        elif found.lastgroup == "space":
            put(" ", start, end)
        at = end
    out.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Folded("".join(out), starts, ends)

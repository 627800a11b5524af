"""Where sentences end in a paragraph that leaves no doubt.

Most paragraphs of most texts have no other stops than full stops, exclamation and question marks
between a word in small letters and one with a capital. There the full judgement would say the same,
at six times the cost. Positions are code points of the paragraph.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from variorum.engine.text.judgement import LONG_WORD, Rules, is_clipped, rules_for
from variorum.engine.text.places import GREEK, STOPS, WIDE_STOPS, WORD_REACH

SHORTEST_WORD: Final = 2
"""A single letter before a full stop is mostly no word."""

MOST_REMEMBERED: Final = 1 << 14
"""So many words before a full stop; then one begins anew."""

_TAIL: Final = 3
"""At the end of a paragraph a stop may stand with what closes after it; nothing follows there."""

_ASCII: Final = range(0x80)
_EUROPEAN: Final = (*range(0x250), *range(0x370, 0x530), *range(0x1F00, 0x2000))
"""Code points with the letters of Latin, Greek and Cyrillic."""


_WITHOUT_CASE: Final = "\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u067e-\u06d3"
"""Letters of Hebrew, Arabic and Persian, as the inside of a class of characters."""


@cache
def _expression(*, in_ascii: bool) -> re.Pattern[str]:
    """Finds stops behind a small letter, before a word with a capital, if there are capitals."""
    letters = [chr(code) for code in (_ASCII if in_ascii else _EUROPEAN)]
    small, capital = "".join(filter(str.islower, letters)), "".join(filter(str.isupper, letters))
    before, after = rf"(?<=[{small}].)", rf"(?=.[{capital}] ?[{small}])"
    if in_ascii:
        return re.compile(rf"[.!?]{before}{after}[ \n]", re.DOTALL)
    of_others = rf"(?<=[{_WITHOUT_CASE}].)(?=.[{_WITHOUT_CASE}])"
    return re.compile(rf"[.!?](?:{before}{after}|{of_others})[ \n]", re.DOTALL)


_OTHER_STOPS: Final = "".join(c for c in STOPS + WIDE_STOPS if not c.isascii())
_DOUBTFUL: Final = re.compile(f"[{_OTHER_STOPS}（]|[{GREEK}][;\u037e]")
"""Other stops, also the Greek semicolon, which asks; and brackets, which may hold sentences."""

_EMPTY_LINE: Final = re.compile(r"\n\s*\n")


def plain_ends(text: str, rules: Rules) -> list[int] | None:
    """The stop of each sentence but the last; None if in doubt. After each there is one space.

    Args:
        text: a paragraph without white space around it.
        rules: of its language.
    """
    end = len(text) - _TAIL
    if not rules.known or end < 0 or "(" in text or len(text[end:].split()) > 1:
        return None
    if text[end].isspace() or (not text.isascii() and _DOUBTFUL.search(text)):
        return None
    if "\n" in text and _EMPTY_LINE.search(text):
        return None
    places = [
        match.start() for match in _expression(in_ascii=text.isascii()).finditer(text, 0, end)
    ]
    if len(places) != _count_stops(text, end):
        return None
    endings = _endings(rules.language)
    begin = 0
    for at in places:
        if text[at] == "." and not _word_ends(text, begin, at, endings):
            return None
        begin = at + 2
    return places


def _count_stops(text: str, end: int) -> int:
    """How many signs that may end a sentence stand before a position."""
    # Not in a loop: this is asked of every paragraph.
    return (
        text.count(".", 0, end)
        + text.count("!", 0, end)
        + text.count("?", 0, end)
        + text.count(":", 0, end)
    )


def is_plain_end(text: str, begin: int, at: int, rules: Rules) -> bool:
    """Whether the sentence that began at `begin` ends with the stop at `at`, without any doubt.

    Args:
        text: a paragraph without brackets.
        begin: where the sentence begins.
        at: the place of a stop.
        rules: of a known language.
    """
    if _expression(in_ascii=text.isascii()).match(text, at) is None:
        return False
    return text[at] != "." or _word_ends(text, begin, at, _endings(rules.language))


class _Endings(dict[str, bool]):
    """Whether a word ends a sentence, with a full stop behind it: not what may be abbreviated."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        words = rules.never | rules.number | rules.soft
        self._doubtful = words | {word.lower() for word in words}
        self._suffixes = rules.suffixes

    def __missing__(self, word: str) -> bool:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        found = self[word] = word.isalpha() and self._is_whole(word)
        return found

    def _is_whole(self, word: str) -> bool:
        small = word.lower()
        listed = small in self._doubtful or small.endswith(self._suffixes)
        return not listed and not is_clipped(word)


@lru_cache(maxsize=8)
def _endings(language: str) -> _Endings:
    return _Endings(rules_for(language))


def _word_ends(text: str, begin: int, at: int, endings: _Endings) -> bool:
    """Whether the word before a full stop is one that ends sentences.

    It is not the number of an item, nor the end of an abbreviation with spaces in it.
    """
    first = text.rfind(" ", begin, at) + 1
    word = text[first:at]
    if "\n" in word:
        first += word.rindex("\n") + 1
        word = text[first:at]
    if first <= begin or not SHORTEST_WORD <= at - first <= WORD_REACH or not endings[word]:
        return False
    return at - first >= LONG_WORD or text[first - 2] != "."

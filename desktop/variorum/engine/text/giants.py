"""Sentences far longer than anybody writes, cut into parts that can be compared.

A text without full stops would be one sentence, and whoever changed a word of it would have changed
all. The words themselves decide where it is cut, so that the same passage is cut in the same places
wherever it stands. Positions are code points of the text that is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from zlib import crc32

from variorum.engine.elements import Span

LONGEST_SENTENCE: Final = 10_000
"""Code points; the longest sentences of literature stay below, but for a handful."""
SHORTEST_PART: Final = 160
"""Code points of a part at least. So parts have some 40 words; with 400, and one in 64, they had
150, and comparing, which grows with the square of their length, took three times as long."""
ONE_IN: Final = 16
"""A part ends after one in so many words, counted from the shortest part on."""

_SPACE: Final = re.compile(r"\s+")


def cut_giants(text: str, sentences: Iterable[Span]) -> list[Span]:
    """The sentences, with those cut that are too long; each cut is at white space."""
    out: list[Span] = []
    for sentence in sentences:
        if sentence.length > LONGEST_SENTENCE:
            out += _parts(text, sentence)
        else:
            out.append(sentence)
    return out


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    begin, end = sentence
    word = begin
    for space in _SPACE.finditer(text, begin, end):
        before, word = text[word : space.start()], space.end()
        if space.start() - begin < SHORTEST_PART or word >= end:
            continue
        if crc32(before.encode("utf-8", "surrogatepass")) % ONE_IN == 0:
            yield Span(begin, space.start())
            begin = word
    yield Span(begin, end)

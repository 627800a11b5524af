"""Where the sentences of a paragraph are.

Imports the elements and the modules of this folder. Positions are code points of the whole text.

`places` finds where a sentence might end, `judgement` decides by what stands before and after.
A line break counts as the space that it stands for, so wrapped text falls into the same sentences
as the text it was made from; only an empty line always parts. Quotations are no obstacle: one
that holds three sentences is cut into three.
"""

from __future__ import annotations

import re
from typing import Final

from variorum.engine.elements import Span, spans
from variorum.engine.text.advice import advised_starts
from variorum.engine.text.giants import LONGEST_SENTENCE, cut_giants
from variorum.engine.text.judgement import Rules, ends_sentence, rules_for
from variorum.engine.text.places import CLOSE, OPEN, WORD, find_places
from variorum.engine.text.plain_ends import is_plain_end, plain_ends

THAI_PHRASE: Final = 12
"""A space of Thai ends a sentence when this many characters stand unbroken on both sides of it."""

_THAI_SPACE: Final = re.compile(
    r"(?<=[\u0e01-\u0e2e\u0e30-\u0e45\u0e47-\u0e4e])\s+(?=[\u0e01-\u0e4e])"
)
"""A space between Thai letters; not the one that stands behind the signs of repetition and of
what is left out anyway."""


def split_sentences(text: str, span: Span, language: str) -> list[Span]:
    """The spans of the sentences of a paragraph, without the white space around them.

    They ascend, none is empty, and only white space lies outside them. Any text gives a result,
    whatever it holds, in time that grows with its length.

    Args:
        text: the whole text.
        span: the paragraph.
        language: ISO 639-1 code; an unknown one gets the rules that all languages share.
    """
    found = find_sentences(text[span.start : span.end], span.start, rules_for(language))
    return spans(zip(*found, strict=True))


def find_sentences(paragraph: str, at: int, rules: Rules) -> tuple[list[int], list[int]]:
    """Where the sentences of a paragraph start, and where they end; as `split_sentences`.

    Args:
        paragraph: its text.
        at: where it begins; what is found is counted from there.
        rules: of its language.
    """
    stops = _plain_ends(paragraph, rules)
    if stops is not None:
        ends = [at + stop + 1 for stop in stops]
        return [at, *[end + 1 for end in ends]], [*ends, at + len(paragraph)]
    found = _split(paragraph, rules)
    if rules.language == "th":
        found = _split_thai(paragraph, found)
    if len(paragraph) > LONGEST_SENTENCE:
        found = cut_giants(paragraph, found)
    return [at + start for start, _ in found], [at + end for _, end in found]


def _plain_ends(text: str, rules: Rules) -> list[int] | None:
    """The stops of a paragraph that leaves no doubt, and needs nothing else than these."""
    if text[:1].isspace() or text[-1:].isspace() or len(text) > LONGEST_SENTENCE:
        return None
    return None if rules.language == "th" else plain_ends(text, rules)


def _split(text: str, rules: Rules) -> list[Span]:
    """The sentences of a text that is one paragraph."""
    begin, end = _trimmed(text, Span(0, len(text)))
    advised = None if rules.known else advised_starts(text, rules.language)
    plain = rules.known and "(" not in text
    out: list[Span] = []
    for place in find_places(text, begin, end):
        start = place.start(OPEN)
        if start < 0:
            out.append(_trimmed(text, Span(begin, place.start())))
            begin = place.end()
        elif (plain and is_plain_end(text, begin, place.start(), rules)) or (
            start < end
            and ends_sentence(text, begin, place, rules)
            and (
                advised is None
                or text[place.start()] != "."
                or not advised.isdisjoint((start, place.start(WORD)))
            )
        ):
            out.append(Span(begin, place.end(CLOSE)))
            begin = start
    if begin < end:
        out.append(Span(begin, end))
    return out


def _trimmed(text: str, span: Span) -> Span:
    """The span without the white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _split_thai(text: str, spans: list[Span]) -> list[Span]:
    """The spans, cut at the spaces that Thai puts where other languages put a full stop."""
    out: list[Span] = []
    for begin, end in spans:
        at = begin
        for space in _THAI_SPACE.finditer(text, begin, end):
            before = text[max(begin, space.start() - THAI_PHRASE) : space.start()]
            after = text[space.end() : min(end, space.end() + THAI_PHRASE)]
            if all(len(side) == THAI_PHRASE == len(side.split()[0]) for side in (before, after)):
                out.append(Span(at, space.start()))
                at = space.end()
        out.append(Span(at, end))
    return out

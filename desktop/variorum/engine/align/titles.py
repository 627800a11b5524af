"""Which sentences are titles, by their place and form.

A title shares words with the text below it, but nothing of that text became of it. Imports the
documents. Indices count sentences.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from variorum.engine.document import Document
from variorum.engine.elements import StyleKind

LONGEST: Final = 80
"""Code points of a line that may be a title."""
TIMES: Final = 3
"""The paragraph below is so many times as long, at least: lines of verse and of lists are alike."""
_CLOSING: Final = "\"'”’»«›)]}*_ "
_ENDS: Final = tuple(".!?…。！？؟۔।")
"""What the paragraph below ends with; no title ends like that, nor with a pause."""
_PAUSES: Final = tuple(",;:—–-，、；：،؛")


def titles_of(document: Document, among: Iterable[int]) -> frozenset[int]:
    """The titles among some sentences."""
    return frozenset(index for index in among if _is_title(document, index))


def _is_title(document: Document, index: int) -> bool:
    paragraphs = document.paragraphs
    number = document.paragraph_of[index]
    paragraph = paragraphs[number]
    if paragraph.span != document.sentence_span(index):
        return False
    if paragraph.style.kind is StyleKind.HEADING:
        return True
    if number + 1 == len(paragraphs) or paragraph.span.length > LONGEST:
        return False
    below = paragraphs[number + 1].span
    text = document.text
    return (
        below.length >= TIMES * paragraph.span.length
        and text[below.start : below.end].rstrip(_CLOSING).endswith(_ENDS)
        and not text[paragraph.span.start : paragraph.span.end]
        .rstrip(_CLOSING)
        .endswith(_ENDS + _PAUSES)
    )

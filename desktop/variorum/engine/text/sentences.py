"""Where the sentences of a paragraph are."""

from __future__ import annotations

import sentencex

from variorum.engine.model import Span


def split_sentences(text: str, span: Span, language: str) -> list[Span]:
    """The spans of the sentences of a paragraph, without the white space around them.

    They ascend, none is empty, and only white space lies outside them.
    """
    part = text[span.start : span.end]
    out: list[Span] = []
    for boundary in sentencex.get_sentence_boundaries(language, part):
        start, end = boundary["start_index"], boundary["end_index"]
        piece = part[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if end > start:
            out.append(Span(span.start + start, span.start + end))
    return out

"""A document as plain values of JSON, and back: exactly as it was, whoever split it.

Imports the public names of engine and review. Positions are code points, ranges half-open, as in
the contract's JSON of a comparison:

    {"paragraphs": [[0, 10, "heading", 1]], "sentences": [[0, 10, 0]],
     "emphasis": [[3, 5, "italic"]]}

A paragraph is its range, its style and, where it has one, its level; a sentence its range and the
index of its paragraph; an emphasised stretch its range and its kind.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from variorum.engine import (
    Document,
    Emphasis,
    EmphasisKind,
    Layout,
    Paragraph,
    Sentence,
    Span,
    Style,
    StyleKind,
)
from variorum.review import Fields, PlainError

_HIGHEST_LEVEL: Final = 99


def parts_of(document: Document) -> dict[str, list[list[object]]]:
    """The paragraphs, sentences and emphasis of a document."""
    return {
        "paragraphs": [
            [*p.span, str(p.style.kind), *([p.style.level] if p.style.level else [])]
            for p in document.paragraphs
        ],
        "sentences": [[*s.span, s.paragraph] for s in document.sentences],
        "emphasis": [
            [*emphasis.span, str(emphasis.kind)]
            for paragraph in document.paragraphs
            for emphasis in paragraph.emphasis
        ],
    }


def document_of(
    text: str, parts: Fields, *, name: str, language: str | None, layout: str | None
) -> Document:
    """A document from its text and its parts.

    Args:
        text: of the document.
        parts: as `parts_of` made them.
        name: what to call it on screen.
        language: of the text; None for English.
        layout: how paragraphs were told apart; None for empty lines.

    Raises:
        PlainError: these are no parts of this text.
    """
    try:
        paragraphs = _paragraphs(parts, len(text))
        return Document(
            text=text,
            paragraphs=paragraphs,
            sentences=_sentences(parts, paragraphs),
            name=name,
            language=language or "en",
            layout=Layout(layout or Layout.BLANK_LINE),
        )
    except (TypeError, ValueError, IndexError) as error:
        if isinstance(error, PlainError):
            raise
        message = "the parts of a text make no sense"
        raise PlainError(message) from error


def _paragraphs(parts: Fields, length: int) -> tuple[Paragraph, ...]:
    spans: list[tuple[Span, Style]] = []
    last = 0
    for start, end, kind, *level in parts.take("paragraphs", list, []):
        span = _span(start, end, last, length)
        spans.append((span, Style(StyleKind(kind), _level(level))))
        last = span.end
    emphasis: dict[int, list[Emphasis]] = {}
    ends = [span.end for span, _ in spans]
    for start, end, kind in parts.take("emphasis", list, []):
        place = _span(start, end, 0, length)
        number = bisect_right(ends, place.start)
        whole = spans[number][0]
        found = Emphasis(_span(start, end, whole.start, whole.end), EmphasisKind(kind))
        emphasis.setdefault(number, []).append(found)
    return tuple(
        Paragraph(span, style, tuple(sorted(emphasis.get(number, ()))))
        for number, (span, style) in enumerate(spans)
    )


def _sentences(parts: Fields, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    out: list[Sentence] = []
    last, paragraph = 0, -1
    for start, end, number in parts.take("sentences", list, []):
        if number not in (paragraph, paragraph + 1):
            message = "a paragraph has no sentence, or has it in another place"
            raise PlainError(message)
        paragraph = _index(number, len(paragraphs))
        whole = paragraphs[paragraph].span
        span = _span(start, end, max(last, whole.start), whole.end)
        out.append(Sentence(span, paragraph))
        last = span.end
    if paragraph != len(paragraphs) - 1:
        message = "a paragraph has no sentence"
        raise PlainError(message)
    return tuple(out)


def _span(start: object, end: object, least: int, most: int) -> Span:
    """A range that is not empty and lies within others."""
    if type(start) is int and type(end) is int and least <= start < end <= most:
        return Span(start, end)
    message = "a part of a text lies outside of it"
    raise PlainError(message)


def _index(number: object, count: int) -> int:
    if type(number) is int and 0 <= number < count:
        return number
    message = "a part of a text belongs to nothing"
    raise PlainError(message)


def _level(level: list[object]) -> int:
    if not level:
        return 0
    (found,) = level
    return _index(found, _HIGHEST_LEVEL + 1)

"""A paragraph with its marks -> HTML.

Imports the engine's public names and the view model. Positions are code points of the side's text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import Final

from variorum.engine import Emphasis, EmphasisKind, Paragraph, RowKind, Side, Span, StyleKind
from variorum.reports.marks import EditMark, ParagraphMarks, SentenceMark
from variorum.reports.page.escape import escaped

STEPS: Final = 5
"""In how many steps the line beside a reworded sentence is drawn: more are not told apart."""

_EMPHASIS: Final = {
    EmphasisKind.ITALIC: "em",
    EmphasisKind.BOLD: "strong",
    EmphasisKind.UNDERLINE: "u",
    EmphasisKind.STRIKE: "s",
    EmphasisKind.SUPERSCRIPT: "sup",
    EmphasisKind.SUBSCRIPT: "sub",
    EmphasisKind.CODE: "code",
}

_TAGS: Final = {RowKind.MISSING: "del", RowKind.NEW: "ins"}

Around = Callable[[int, SentenceMark], str]
"""What stands before or after a sentence, given its place in the paragraph."""


def paragraph_text(
    text: str,
    side: Side,
    marks: ParagraphMarks,
    attributes: Around,
    before: Around,
    after: Around,
) -> Iterator[str]:
    """The inside of a paragraph.

    Args:
        text: of the whole side.
        side: which side it is.
        marks: of the paragraph.
        attributes: the anchor of a sentence, with a leading space; may be empty.
        before: HTML at the beginning of a sentence, inside its mark.
        after: HTML behind a sentence, outside its mark.
    """
    edits = joined(text, marks.edits)
    ends = [edit.span.end for edit in edits]
    starts = [edit.span.start for edit in edits]
    at = marks.paragraph.span.start
    for place, sentence in enumerate(marks.sentences):
        yield escaped(text[at : sentence.span.start])
        span = sentence.span
        within = edits[bisect_right(ends, span.start) : bisect_left(starts, span.end)]
        inside = before(place, sentence) + _inside(text, side, span, marks, within)
        yield _sentence(sentence, attributes(place, sentence), inside)
        yield after(place, sentence)
        at = sentence.span.end
    yield escaped(text[at : marks.paragraph.span.end])


def joined(text: str, edits: Sequence[EditMark]) -> list[EditMark]:
    """The marks without a gap where only white space stands between two: one mark is quieter."""
    out: list[EditMark] = []
    for mark in edits:
        if out and _belong(text, out[-1], mark):
            out[-1] = out[-1]._replace(span=Span(out[-1].span.start, mark.span.end), letters=None)
        else:
            out.append(mark)
    return out


def _belong(text: str, first: EditMark, second: EditMark) -> bool:
    between = text[first.span.end : second.span.start]
    return (
        first.change == second.change
        and first.move == second.move
        and (not between or between.isspace())
    )


def paragraph_class(paragraph: Paragraph) -> str:
    """How the style of a paragraph is named in the style sheet; empty for plain text."""
    kind, level = paragraph.style
    if kind is StyleKind.BODY:
        return ""
    return f"{kind} level-{min(level, 6)}" if level else str(kind)


def strength(similarity: float | None) -> int:
    """How strong the line beside a sentence is drawn: 0 when nothing changed, up to `STEPS`."""
    if similarity is None:
        return 0
    return min(STEPS, ceil(STEPS * (1 - similarity) - 1e-9))


def _sentence(mark: SentenceMark, attributes: str, inside: str) -> str:
    if mark.kind is RowKind.EQUAL and not attributes:
        return inside
    kind = "moved" if mark.move is not None else str(mark.kind)
    tag = "span" if mark.move is not None else _TAGS.get(mark.kind, "span")
    step = strength(mark.similarity) if mark.kind is RowKind.REWORDED else 0
    edge = f" k{step}" if step else ""
    return f'<{tag} class="s {kind}{edge}"{attributes}>{inside}</{tag}>'


def _inside(
    text: str, side: Side, span: Span, marks: ParagraphMarks, edits: Iterable[EditMark]
) -> str:
    emphasis = marks.paragraph.emphasis
    tag = "del" if side is Side.LEFT else "ins"
    parts: list[str] = []
    at = span.start
    for edit in edits:
        start, end = max(edit.span.start, span.start), min(edit.span.end, span.end)
        parts.append(_run(text, at, start, emphasis))
        words = _words(text, start, end, edit.letters, emphasis)
        parts.append(f"<{tag}{_edit_class(text[start:end], edit)}>{words}</{tag}>")
        at = end
    parts.append(_run(text, at, span.end, emphasis))
    return "".join(parts)


def _words(
    text: str, start: int, end: int, letters: Span | None, emphasis: Sequence[Emphasis]
) -> str:
    """Edited words; what changed inside a word is a little stronger."""
    if letters is None or letters.start < start or letters.end > end:
        return _run(text, start, end, emphasis)
    before, inner, after = (
        _run(text, *part, emphasis)
        for part in ((start, letters.start), letters, (letters.end, end))
    )
    return f'{before}<span class="l">{inner}</span>{after}'


def _edit_class(words: str, edit: EditMark) -> str:
    if words.isspace():
        return ' class="space"'
    if edit.move is not None:
        return ' class="inner-move" title="moved inside the sentence"'
    return ""


def _run(text: str, start: int, end: int, emphasis: Sequence[Emphasis]) -> str:
    """A stretch of text with its emphasis."""
    inside = [e for e in emphasis if e.span.start < end and e.span.end > start]
    if not inside:
        return escaped(text[start:end])
    borders = {start, end}
    for span, _ in inside:
        borders |= {max(start, span.start), min(end, span.end)}
    ordered = sorted(borders)
    parts: list[str] = []
    for low, high in pairwise(ordered):
        tags = [_EMPHASIS[e.kind] for e in inside if e.span.start <= low and high <= e.span.end]
        opening = "".join(f"<{tag}>" for tag in tags)
        closing = "".join(f"</{tag}>" for tag in reversed(tags))
        parts.append(f"{opening}{escaped(text[low:high])}{closing}")
    return "".join(parts)

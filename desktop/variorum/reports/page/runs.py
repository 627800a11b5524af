"""Stretches of one paragraph -> HTML: its words with their edits, emphasis and remarks.

Imports the engine's public names and the view model. Positions are code points of the side's text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from variorum.engine import Emphasis, EmphasisKind, Side, Span
from variorum.reports.marks import EditMark, FormatMark
from variorum.reports.page.escape import escaped_words

_EMPHASIS: Final = {
    EmphasisKind.ITALIC: "em",
    EmphasisKind.BOLD: "strong",
    EmphasisKind.UNDERLINE: "u",
    EmphasisKind.STRIKE: "s",
    EmphasisKind.SUPERSCRIPT: "sup",
    EmphasisKind.SUBSCRIPT: "sub",
    EmphasisKind.CODE: "code",
}


class Overlay(NamedTuple):
    """What lies over a stretch of text and may cross edits.

    That is emphasis, the mark of words that look otherwise, or a remark on a passage.
    """

    span: Span
    tag: str
    letter: str = ""
    """What the passage is called, said at its end; empty for all else."""
    name: str = ""
    """Its class, if any."""


class Overlays:
    """What lies over a text, ready to be looked up by place."""

    def __init__(self, found: Iterable[Overlay]) -> None:
        self._found = sorted(found, key=lambda over: over.span.start)
        self._starts = [over.span.start for over in self._found]
        # The furthest end of each and those before it, which ascends as their own ends need not.
        self._ends = list(accumulate((over.span.end for over in self._found), max))

    def within(self, start: int, end: int) -> list[Overlay]:
        """What shares a character with a stretch."""
        low, high = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return [over for over in self._found[low:high] if over.span.end > start]


NOTHING: Final = Overlays(())
"""Nothing lies over it."""

AS_IT_IS: Final = Overlays(())
"""Nothing lies over it, and all of it stands between tags as it is: most paragraphs are so."""


def emphasis(found: Sequence[Emphasis]) -> list[Overlay]:
    """The emphasis of a paragraph."""
    return [Overlay(e.span, _EMPHASIS[e.kind]) for e in found]


def formats(found: Iterable[FormatMark]) -> list[Overlay]:
    """The marks of words that look otherwise, and of paragraphs of another style."""
    return [Overlay(mark.span, "span", name="f") for mark in found]


def edited(text: str, side: Side, span: Span, edits: Sequence[EditMark], over: Overlays) -> str:
    """A stretch of text, its edits marked: deleted on the left, inserted on the right."""
    if not edits:
        return run(text, *span, over)
    tag = "del" if side is Side.LEFT else "ins"
    parts: list[str] = []
    at, end_of_all = span
    for edit in edits:
        start, end = edit.span
        start, end = max(start, at), min(end, end_of_all)
        if start > at:
            parts.append(run(text, at, start, over))
        words = _words(text, start, end, edit.letters, over)
        parts.append(f"<{tag}{_edit_class(text, start, end, edit)}>{words}</{tag}>")
        at = end
    if end_of_all > at:
        parts.append(run(text, at, end_of_all, over))
    return "".join(parts)


def run(text: str, start: int, end: int, over: Overlays) -> str:
    """A stretch of text with what lies over it."""
    if over is AS_IT_IS:
        return text[start:end]
    inside = over.within(start, end) if over is not NOTHING else ()
    if not inside:
        return escaped_words(text[start:end])
    borders = {start, end}
    for found in inside:
        borders |= {max(start, found.span.start), min(end, found.span.end)}
    parts: list[str] = []
    for low, high in pairwise(sorted(borders)):
        here = over.within(low, high)
        opening = "".join(f"<{o.tag}{_attributes(o, low, high)}>" for o in here)
        closing = "".join(f"</{o.tag}>" for o in reversed(here))
        parts.append(f"{opening}{escaped_words(text[low:high])}{closing}")
    return "".join(parts)


def _attributes(over: Overlay, start: int, end: int) -> str:
    """The class of a mark; the address of a passage, where it begins, and its name, at its end."""
    if not over.letter:
        return f" class={over.name}" if over.name else ""
    address = f" id=passage-{over.letter}" if start == over.span.start else ""
    return f'{address} data-p="{over.letter}"' if end == over.span.end else address


def _words(text: str, start: int, end: int, letters: Span | None, over: Overlays) -> str:
    """Edited words; what changed inside a word is a little stronger."""
    if letters is None or letters.start < start or letters.end > end:
        return run(text, start, end, over)
    before = run(text, start, letters.start, over)
    after = run(text, letters.end, end, over)
    return f"{before}<b>{run(text, *letters, over)}</b>{after}"


def _edit_class(text: str, start: int, end: int, edit: EditMark) -> str:
    if edit.move is not None:
        return " class=v"
    return " class=h" if text[start:end].isspace() else ""

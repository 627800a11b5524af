"""Where one reads on when other texts come in place of those that are open; no Qt.

Imports the engine's public names. A text that is read again may have been worked on since, and
sides may have been swapped; whoever reads is not to be sent back to the beginning. Positions are
code points.
"""

from __future__ import annotations

from typing import Final

from variorum.engine import Side, Span, common_end, common_start

Texts = tuple[str, str]
"""The left and the right text."""

_WORDS: Final = (80, 20)
"""So many characters, a line of print, tell one place of a text from the others; where there was
work on the line, a few words of it are looked for."""


def are_swapped(before: Texts | None, after: Texts | None) -> bool:
    """Whether each text stands on the side now where the other one was."""
    return before is not None and before != after and before[::-1] == after


def side_after(side: Side, before: Texts, after: Texts) -> Side:
    """The side on which the text stands now that was on `side`."""
    return side.other if are_swapped(before, after) else side


def position_after(position: int, before: str, after: str) -> int:
    """Where the words of a place stand in a later version of its text.

    What both versions share at their ends is sure; between that the same words are looked for, the
    nearest ones; where they are gone it is a guess.

    Args:
        position: of the place, in `before`.
        before: the text as it was.
        after: the text as it is now.
    """
    begin = common_start(before, after)
    if position < begin or before == after:
        return position
    end = common_end(before, after, min(len(before), len(after)) - begin)
    if position >= len(before) - end:
        return position - len(before) + len(after)
    for length in _WORDS:
        words = before[position : position + length]
        behind, ahead = after.rfind(words, 0, position + len(words)), after.find(words, position)
        found = [place for place in (behind, ahead) if place >= 0]
        if found:
            return min(found, key=lambda place: abs(place - position))
    return min(position, len(after) - end)


def span_after(span: Span, before: str, after: str) -> Span | None:
    """Where a stretch of a text stands in a later version of it; None: its words are gone.

    Args:
        span: of the stretch, in `before`.
        before: the text as it was.
        after: the text as it is now.
    """
    start = position_after(span.start, before, after)
    end = start + span.length
    same = before[span.start : span.end] == after[start:end]
    return Span(start, end) if same else None

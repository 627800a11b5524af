"""Where one reads on when other texts come in place of those that are open; no Qt.

Imports the engine's public names. A text that is read again may have been worked on since, and
sides may have been swapped; whoever reads is not to be sent back to the beginning. Positions are
code points.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Versions:
    """A text as it was and as it is now, and what both have in common at their ends."""

    before: str
    after: str
    begin: int
    """So many characters at the beginning are the same."""
    end: int
    """And so many at the end, beyond those."""

    @classmethod
    def of(cls, before: str, after: str) -> Versions:
        """Two versions of a text; takes a moment for a long one."""
        begin = common_start(before, after)
        end = common_end(before, after, min(len(before), len(after)) - begin)
        return cls(before, after, begin, end)

    def position(self, at: int) -> int:
        """Where the words of a place stand in the later version.

        What both versions share at their ends is sure; between that the same words are looked for,
        the nearest ones; where they are gone it is a guess.

        Args:
            at: the place, in `before`.
        """
        before, after = self.before, self.after
        if at < self.begin or before == after:
            return at
        if at >= len(before) - self.end:
            return at - len(before) + len(after)
        for length in _WORDS:
            words = before[at : at + length]
            behind, ahead = after.rfind(words, 0, at + len(words)), after.find(words, at)
            found = [place for place in (behind, ahead) if place >= 0]
            if found:
                return min(found, key=lambda place: abs(place - at))
        return min(at, len(after) - self.end)

    def span(self, span: Span) -> Span | None:
        """Where a stretch stands in the later version; None: its words are gone.

        Args:
            span: of the stretch, in `before`.
        """
        start = self.position(span.start)
        end = start + span.length
        same = self.before[span.start : span.end] == self.after[start:end]
        return Span(start, end) if same else None


def position_after(position: int, before: str, after: str) -> int:
    """Where the words of a place in `before` stand in `after`, as `Versions` say."""
    return Versions.of(before, after).position(position)


def span_after(span: Span, before: str, after: str) -> Span | None:
    """Where a stretch of `before` stands in `after`; None: its words are gone."""
    return Versions.of(before, after).span(span)

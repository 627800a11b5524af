"""What the reviewer said, set for paper: each paragraph of it runs the way that its words run.

Imports the page's direction of texts and the setting of words. Sizes are units of paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.reports.page.direction import direction
from variorum.window.printing.words import Line, Mark, Steps, Type, Words


def set_said(
    before: Sequence[tuple[str, Mark]], said: str, how: Type, width: int
) -> Steps[tuple[Line, ...]]:
    """Set what somebody said, in small steps.

    Args:
        before: words of the program's own; what is said stands behind them, or below them where it
            runs from right to left.
        said: plain text of any length.
        how: how it is set.
        width: of the column.
    """
    stretches = list(_stretches(said))
    first = Words(how)
    for words, mark in before:
        first.add(words, mark)
    if stretches and not stretches[0][1]:
        first.add(("  " if before else "") + stretches.pop(0)[0])
    lines = yield from first.set_in(width)
    for text, right_to_left in stretches:
        words_below = Words(replace(how, right_to_left=right_to_left))
        words_below.add(text)
        lines += yield from words_below.set_in(width)
    return lines


def _stretches(said: str) -> Iterator[tuple[str, bool]]:
    """Paragraphs that run the same way, together, and whether that is from right to left.

    Those that are empty go with what stands before them.
    """
    if not said:
        return
    gathered: list[str] = []
    way = False
    for paragraph in said.split("\n"):
        own = direction(paragraph, 0, len(paragraph)) == "rtl" if paragraph.strip() else way
        if gathered and own != way:
            yield "\n".join(gathered), way
            gathered = []
        gathered.append(paragraph)
        way = own
    yield "\n".join(gathered), way

"""The menu of the right mouse button in the texts: copying, here and over there.

Imports Qt, the panes and what is open. Positions are code points of a side's text.
"""

from __future__ import annotations

from variorum.engine import Side, Span
from variorum.reports.marks import Marks


def counterpart(marks: Marks, side: Side, span: Span) -> tuple[list[int], list[int]]:
    """The sentences that a stretch of one text touches, and those that belong to them.

    Returns:
        Indices of sentences, ascending: those of `side`, and their counterparts on the other.
    """
    here: set[int] = set()
    there: set[int] = set()
    touched = set(_touched(marks, side, span))
    for left, right in marks.comparison.links():
        ours, theirs = (left, right) if side is Side.LEFT else (right, left)
        if touched.intersection(ours):
            here.update(ours)
            there.update(theirs)
    return sorted(here | touched), sorted(there)


def sentences_text(marks: Marks, side: Side, sentences: list[int]) -> str:
    """The exact text of some sentences; what lies between them becomes an empty line."""
    document = marks.comparison.document(side)
    runs: list[list[int]] = []
    for sentence in sentences:
        if runs and runs[-1][1] == sentence - 1:
            runs[-1][1] = sentence
        else:
            runs.append([sentence, sentence])
    return "\n\n".join(
        document.text[document.sentences[first].span.start : document.sentences[last].span.end]
        for first, last in runs
    )


def _touched(marks: Marks, side: Side, span: Span) -> range:
    first = marks.sentence_at(side, span.start)
    last = marks.sentence_at(side, max(span.start, span.end - 1))
    if last is None:
        return range(0)
    return range(first if first is not None else 0, last + 1)

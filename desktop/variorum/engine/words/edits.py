"""The word edits of a pair of sentences."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz.distance import Indel

from variorum.engine.model import Edit, EditKind, Span
from variorum.engine.options import Options


class PairEdits(NamedTuple):
    """The edits of two stretches of text, and how much of their wording was kept."""

    edits: tuple[Edit, ...]
    """Cover both stretches without gap."""
    similarity: float
    """The share of the words of both sides that was kept, 0 to 1."""


def word_edits(left: str, right: str, options: Options = Options()) -> tuple[Edit, ...]:
    """The edits of two strings.

    Args:
        left: any text.
        right: any text.
        options: what counts as a difference.
    """
    return pair_edits(left, Span(0, len(left)), right, Span(0, len(right)), options).edits


def pair_edits(
    left: str, left_span: Span, right: str, right_span: Span, options: Options
) -> PairEdits:
    """The edits of a stretch of the left text and one of the right text, in offsets of the texts."""
    del options
    a = [
        left_span.start + m.start()
        for m in re.finditer(r"\s+|\w+|[^\w\s]", left[slice(*left_span)])
    ]
    b = [
        right_span.start + m.start()
        for m in re.finditer(r"\s+|\w+|[^\w\s]", right[slice(*right_span)])
    ]
    a.append(left_span.end)
    b.append(right_span.end)
    words_a = [left[s:e] for s, e in zip(a, a[1:], strict=False)]
    words_b = [right[s:e] for s, e in zip(b, b[1:], strict=False)]
    edits: list[Edit] = []
    for op in Indel.opcodes(words_a, words_b):
        edits.append(
            Edit(
                EditKind(op.tag),
                Span(a[op.src_start], a[op.src_end]),
                Span(b[op.dest_start], b[op.dest_end]),
            )
        )
    merged: list[Edit] = []
    for e in edits:
        if merged and merged[-1].kind is not EditKind.EQUAL and e.kind is not EditKind.EQUAL:
            p = merged.pop()
            e = Edit(
                EditKind.REPLACE, Span(p.left.start, e.left.end), Span(p.right.start, e.right.end)
            )
        merged.append(e)
    total = left_span.length + right_span.length
    kept = sum(e.left.length + e.right.length for e in merged if e.kind is EditKind.EQUAL)
    return PairEdits(tuple(merged), kept / total if total else 1.0)

"""Comparisons assembled from alignments that are written by hand."""

from __future__ import annotations

from invariants import check_all

from variorum.engine import Comparison, Document, Options, Pin
from variorum.engine.alignment import Alignment, Link
from variorum.engine.assemble import assemble
from variorum.engine.watch import Watch

BAKER = "The baker opened his shop at five."
BREAD = "His bread was still warm at noon."
RAIN = "In the evening it began to rain."
CAT = "A grey cat slept on the counter."


def made(
    left: list[list[str]],
    right: list[list[str]],
    alignment: Alignment,
    options: Options = Options(),
    pins: tuple[Pin, ...] = (),
) -> Comparison:
    a, b = Document.from_sentences(left), Document.from_sentences(right)
    comparison = assemble(a, b, alignment, options, Watch(), pins)
    if comparison.complete:
        check_all(comparison)
    return comparison


def link(*pairs: tuple[int, int]) -> tuple[Link, ...]:
    return tuple(Link((i,), (j,)) for i, j in pairs)

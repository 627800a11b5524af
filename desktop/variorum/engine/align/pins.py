"""What a person decided about passages, as sentences.

Indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from variorum.engine.align.chains import heaviest_pairs
from variorum.engine.alignment import Link
from variorum.engine.document import Document
from variorum.engine.errors import PinError
from variorum.engine.model import Span
from variorum.engine.options import Pin, PinKind


class Pinned(NamedTuple):
    """Pins that do not contradict each other."""

    links: tuple[Link, ...]
    """Groups in place, ascending on both sides."""
    moved: tuple[Link, ...]
    """Groups that cross one of `links`."""
    forbidden: frozenset[tuple[int, int]]
    """Pairs that must not be linked."""


def resolve_pins(left: Document, right: Document, pins: Iterable[Pin]) -> Pinned:
    """The sentences that pins touch.

    Raises:
        PinError: two pins contradict each other, or one touches no sentence.
    """
    placed = [(pin, _touched(left, pin.left, pin), _touched(right, pin.right, pin)) for pin in pins]
    aligned = [entry for entry in placed if entry[0].kind is PinKind.ALIGN]
    unique = list({(a, b): (pin, a, b) for pin, a, b in aligned}.values())
    for (one, a, b), (two, c, d) in combinations(unique, 2):
        if not a.isdisjoint(c) or not b.isdisjoint(d):
            raise PinError(f"{_named(one)} and {_named(two)} claim the same sentence")
    forbidden: set[tuple[int, int]] = set()
    for pin, a, b in placed:
        if pin.kind is PinKind.FORBID:
            for other, c, d in unique:
                if not a.isdisjoint(c) and not b.isdisjoint(d):
                    raise PinError(f"{_named(pin)} contradicts {_named(other)}")
            forbidden.update((i, j) for i in a for j in b)
    links = sorted(Link(tuple(sorted(a)), tuple(sorted(b))) for _, a, b in unique)
    weights = [
        (link.left[0], link.right[0], float(len(link.left) + len(link.right))) for link in links
    ]
    chain = set(heaviest_pairs(weights))
    return Pinned(
        tuple(link for link in links if (link.left[0], link.right[0]) in chain),
        tuple(link for link in links if (link.left[0], link.right[0]) not in chain),
        frozenset(forbidden),
    )


def _touched(document: Document, span: Span, pin: Pin) -> frozenset[int]:
    """The sentences that share a character with a span."""
    spans: Sequence[Span] = [sentence.span for sentence in document.sentences]
    first = bisect_right([s.end for s in spans], span.start)
    end = bisect_left([s.start for s in spans], span.end)
    if first >= end:
        raise PinError(f"{_named(pin)} touches no sentence on one of its sides")
    return frozenset(range(first, end))


def _named(pin: Pin) -> str:
    """A pin as a person knows it: by its kind and the positions of its passages."""
    return (
        f"the {pin.kind.value} pin of {pin.left.start} to {pin.left.end} (left) "
        f"with {pin.right.start} to {pin.right.end} (right)"
    )

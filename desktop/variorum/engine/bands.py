"""Which paragraphs face each other.

A band is the smallest run of whole paragraphs that holds every link of its sentences. Imports
only the model. Ranges count paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from variorum.engine.model import BandKind, Span


class Facing(NamedTuple):
    """The paragraphs of a band."""

    kind: BandKind
    left: Span
    right: Span


def find_bands(
    cores: Iterable[tuple[Span, Span]],
    left_count: int,
    right_count: int,
    pending: Iterable[tuple[Span, Span]] = (),
) -> list[Facing]:
    """Arrange all paragraphs of both sides in bands.

    Args:
        cores: for each linked group of sentences the paragraphs that it touches, in text order.
        left_count: how many paragraphs the left text has.
        right_count: how many the right text has.
        pending: ranges of paragraphs that nothing is known of yet; where they touch no core, they
            face each other one by one.
    """
    waiting = sorted(pending)
    out: list[Facing] = []
    at_left = at_right = 0
    for left, right in [
        *_joined(cores),
        (Span(left_count, left_count), Span(right_count, right_count)),
    ]:
        out += _between(Span(at_left, left.start), Span(at_right, right.start), waiting)
        if left.length and right.length:
            out.append(Facing(_kind(left, right), left, right))
        at_left, at_right = left.end, right.end
    return out


def _joined(cores: Iterable[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    """Cores that share a paragraph are one."""
    out: list[tuple[Span, Span]] = []
    for left, right in cores:
        while out and (left.start < out[-1][0].end or right.start < out[-1][1].end):
            before_left, before_right = out.pop()
            left = _hull(before_left, left)
            right = _hull(before_right, right)
        out.append((left, right))
    return out


def _hull(a: Span, b: Span) -> Span:
    return Span(min(a.start, b.start), max(a.end, b.end))


def _kind(left: Span, right: Span) -> BandKind:
    if left.length == 1:
        return BandKind.SAME if right.length == 1 else BandKind.SPLIT
    return BandKind.MERGED if right.length == 1 else BandKind.REGROUPED


def _between(left: Span, right: Span, waiting: list[tuple[Span, Span]]) -> Iterator[Facing]:
    """The bands of paragraphs without a link: one each, the left ones first."""
    at_left, at_right = left.start, right.start
    for waiting_left, waiting_right in waiting:
        a = Span(max(at_left, waiting_left.start), min(left.end, waiting_left.end))
        b = Span(max(at_right, waiting_right.start), min(right.end, waiting_right.end))
        if a.length <= 0 or b.length <= 0:
            continue
        yield from _lone(Span(at_left, a.start), Span(at_right, b.start))
        count = min(a.length, b.length)
        for step in range(count):
            i, j = a.start + step, b.start + step
            yield Facing(BandKind.SAME, Span(i, i + 1), Span(j, j + 1))
        at_left, at_right = a.start + count, b.start + count
    yield from _lone(Span(at_left, left.end), Span(at_right, right.end))


def _lone(left: Span, right: Span) -> Iterator[Facing]:
    for i in range(left.start, left.end):
        yield Facing(BandKind.MISSING, Span(i, i + 1), Span(right.start, right.start))
    for j in range(right.start, right.end):
        yield Facing(BandKind.NEW, Span(left.end, left.end), Span(j, j + 1))

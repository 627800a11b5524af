"""Which paragraphs face each other.

A band is the smallest run of whole paragraphs that holds every link of its sentences. Imports
the model and the documents. Ranges count paragraphs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, cast

from variorum.engine.document import Document
from variorum.engine.elements import Span, spans
from variorum.engine.model import Band, BandKind
from variorum.engine.rows import Linked
from variorum.engine.watch import watched


class Facing(NamedTuple):
    """The paragraphs of a band."""

    kind: BandKind
    left: Span
    right: Span


def bands_with_rows(bands: Iterable[Band], rows: Sequence[int]) -> Iterator[Band]:
    """The bands that hold some rows, whose indices ascend; each once."""
    at = 0
    for band in bands:
        if at < len(rows) and rows[at] < band.rows.end:
            yield band
            while at < len(rows) and rows[at] < band.rows.end:
                at += 1


def further_down(bands: Iterable[Band], shift: int) -> Iterator[Band]:
    """The same bands with their rows so many further down; made at once, half of the time."""
    kinds, lefts, rights, rows, changed, moves = zip(*bands, strict=True)
    shifted = spans((start + shift, end + shift) for start, end in rows)
    return map(_band, zip(kinds, lefts, rights, shifted, changed, moves, strict=True))


_band = cast("Callable[[tuple[object, ...]], Band]", partial(tuple.__new__, Band))


def find_bands(
    cores: Iterable[tuple[Span, Span]],
    within_left: Span,
    within_right: Span,
    pending: Iterable[tuple[Span, Span]] = (),
    check: Callable[[], None] = lambda: None,
) -> list[Facing]:
    """Arrange a stretch of paragraphs of each side in bands.

    Args:
        cores: for each linked group of sentences the paragraphs that it touches, in text order.
        within_left: the paragraphs of the left text; all cores lie inside.
        within_right: the paragraphs of the right text.
        pending: ranges of paragraphs that nothing is known of yet; where they touch no core, they
            face each other one by one.
        check: called often; may raise, to stop.
    """
    waiting = deque(sorted(pending))
    out: list[Facing] = []
    at_left, at_right = within_left.start, within_right.start
    for left, right in _joined(cores):
        if (at_left, at_right) != (left.start, right.start):
            lone = _between(Span(at_left, left.start), Span(at_right, right.start), waiting)
            out += watched(lone, check)
        out.append(Facing(_kind(left, right), left, right))
        at_left, at_right = left.end, right.end
    lone = _between(Span(at_left, within_left.end), Span(at_right, within_right.end), waiting)
    out += watched(lone, check)
    return out


def core(left: Document, right: Document, link: Linked) -> tuple[Span, Span]:
    """The paragraphs that a linked group of sentences touches."""
    lefts, rights = left.paragraph_of, right.paragraph_of
    return (
        Span(lefts[link.left[0]], lefts[link.left[-1]] + 1),
        Span(rights[link.right[0]], rights[link.right[-1]] + 1),
    )


def _joined(cores: Iterable[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    """Cores that share a paragraph are one."""
    out: list[tuple[Span, Span]] = []
    for core_left, core_right in cores:
        left, right = core_left, core_right
        if out:
            above_left, above_right = out[-1]
            if left.start >= above_left.end and right.start >= above_right.end:
                out.append((left, right))
                continue
            if _within(left, above_left) and _within(right, above_right):
                continue
        while out and (left.start < out[-1][0].end or right.start < out[-1][1].end):
            before_left, before_right = out.pop()
            left = _hull(before_left, left)
            right = _hull(before_right, right)
        out.append((left, right))
    return out


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _hull(a: Span, b: Span) -> Span:
    return Span(min(a.start, b.start), max(a.end, b.end))


def _kind(left: Span, right: Span) -> BandKind:
    one_left, one_right = left.end - left.start == 1, right.end - right.start == 1
    if one_left:
        return BandKind.SAME if one_right else BandKind.SPLIT
    return BandKind.MERGED if one_right else BandKind.REGROUPED


def _between(left: Span, right: Span, waiting: deque[tuple[Span, Span]]) -> Iterator[Facing]:
    """The bands of paragraphs without a link: one each, the left ones first."""
    at_left, at_right = left.start, right.start
    while waiting and waiting[0][0].start < left.end:
        waiting_left, waiting_right = waiting.popleft()
        lefts = Span(max(at_left, waiting_left.start), min(left.end, waiting_left.end))
        rights = Span(max(at_right, waiting_right.start), min(right.end, waiting_right.end))
        if lefts.length <= 0 or rights.length <= 0:
            continue
        yield from _lone(Span(at_left, lefts.start), Span(at_right, rights.start))
        count = min(lefts.length, rights.length)
        for step in range(count):
            i, j = lefts.start + step, rights.start + step
            yield Facing(BandKind.SAME, Span(i, i + 1), Span(j, j + 1))
        at_left, at_right = lefts.start + count, rights.start + count
    yield from _lone(Span(at_left, left.end), Span(at_right, right.end))


def _lone(left: Span, right: Span) -> Iterator[Facing]:
    for i in range(left.start, left.end):
        yield Facing(BandKind.MISSING, Span(i, i + 1), Span(right.start, right.start))
    for j in range(right.start, right.end):
        yield Facing(BandKind.NEW, Span(left.end, left.end), Span(j, j + 1))

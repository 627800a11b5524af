"""Sentences that stayed the same and yet moved: more that was edited stayed where it was.

Whoever rewords a text and puts one quotation, left as it was, to its end, moved the quotation. What
is the same is paired first, so that all the rest would seem to have moved around it. Indices count
sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from variorum.engine.align.chains import Pair
from variorum.engine.align.cuts import Texts, near_by_words
from variorum.engine.alignment import Gap
from variorum.engine.elements import Span

FACING: Final = 1 / 3
"""Of the sentences around it so many face each other by words that stand once on either side. In
lists of timber of which other rows came and went, up to a quarter do by chance; in 800,000 words of
which one in each sentence was replaced, .45 do: few words stand once there."""


def uncrossed(
    exact: Sequence[Pair], within: Gap, texts: Texts, check: Callable[[], None]
) -> list[Pair]:
    """The pairs of equal sentences that no longer text, edited, would have to move around.

    Args:
        exact: ascending on both sides.
        within: what they lie in.
        texts: all sentences.
        check: called often; may raise, to stop.
    """
    out: list[Pair] = []
    runs = list(_runs(exact))
    ends = [run[0] for run in runs[1:]]
    for run, end in zip(runs, [*ends, (within.left.end, within.right.end)], strict=False):
        check()
        begin = (out[-1][0] + 1, out[-1][1] + 1) if out else (within.left.start, within.right.start)
        around = _aside(run, begin, end)
        if around is None or not _outweighs(around, run, texts, check):
            out += run
    return out


def _runs(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    """Pairs that follow each other on both sides."""
    start = 0
    for end, ((i, j), (p, q)) in enumerate(pairwise(pairs), 1):
        if p - i != 1 or q - j != 1:
            yield pairs[start:end]
            start = end
    if pairs:
        yield pairs[start:]


def _aside(run: Sequence[Pair], begin: Pair, end: Pair) -> Gap | None:
    """What stands below a run in one text and above it in the other one.

    Args:
        run: pairs that follow each other.
        begin: where what lies above it begins, on the left and on the right.
        end: where what lies below it ends.

    Returns:
        None if neither side has more sentences there than the run.
    """
    (first_left, first_right), (last_left, last_right) = run[0], run[-1]
    above = Gap(Span(begin[0], first_left), Span(begin[1], first_right))
    below = Gap(Span(last_left + 1, end[0]), Span(last_right + 1, end[1]))
    more_above = above.right.length - above.left.length
    more_below = below.left.length - below.right.length
    if min(more_above, more_below) > len(run):
        return Gap(below.left, above.right)
    if min(-more_above, -more_below) > len(run):
        return Gap(above.left, below.right)
    return None


def _outweighs(around: Gap, run: Sequence[Pair], texts: Texts, check: Callable[[], None]) -> bool:
    """Whether more of what stands around a run, edited, faces each other than the run says."""
    found = [
        min(len(texts.left[i]), len(texts.right[j]))
        for i, j in near_by_words(texts, around, check)
        if texts.left[i] != texts.right[j]
    ]
    if len(found) < FACING * min(around.left.length, around.right.length):
        return False
    return sum(found) > sum(len(texts.left[i]) for i, _ in run)

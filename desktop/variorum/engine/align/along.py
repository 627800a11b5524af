"""Where sentences may lie that went along with a move.

A passage that moved may have been reworded in the middle or at its ends, so much that nothing would
tell among all sentences of a text what became of it. Between or beside its other parts it is
weighed as it would be in place. Indices count sentences.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Final

from variorum.engine.align.runs import REACH
from variorum.engine.alignment import Gap, Link
from variorum.engine.elements import Span

BESIDE: Final = 3.0
"""What a link above or below a move must bring more than one in place or between two parts of a
move, in log-odds: nothing holds it from the other side. In 89 revisions of handbooks six of seven
links that bring it are right by our reading, of those that bring less half and fewer; of those
between two parts nearly all."""
MOST_ALONG: Final = 4_000
"""So many lone sentences beside and between the parts of moves are weighed, the longest moves
first: a second. Made texts of 1.6 million words of which most was reworded have 199."""
ALONG_LIMIT: Final = (
    f"more than {MOST_ALONG} sentences stand beside others that moved; only beside the longest "
    "moves it was looked for what went along"
)

Lone = tuple[Container[int], Container[int]]
"""The left and the right sentences that have no counterpart, neither in place nor elsewhere."""


def gaps_along(chain: Sequence[Link], lone: Lone) -> Iterator[tuple[Gap, float]]:
    """The lone sentences above, between and below the links of a move, where both sides have some.

    Above and below only as many as the parts of a move may be apart.

    Args:
        chain: links that went together, ascending on both sides.
        lone: the sentences that may have gone along.

    Yields:
        Where they are, and what a link there must bring more than one in place, in log-odds.
    """
    first, last = chain[0], chain[-1]
    above = Gap(_above(first.left[0], lone[0]), _above(first.right[0], lone[1]))
    between = [
        Gap(Span(p.left[-1] + 1, q.left[0]), Span(p.right[-1] + 1, q.right[0]))
        for p, q in pairwise(chain)
    ]
    below = Gap(_below(last.left[-1], lone[0]), _below(last.right[-1], lone[1]))
    for gap, price in [(above, BESIDE), *((gap, 0.0) for gap in between), (below, BESIDE)]:
        if gap.left.length and gap.right.length and _all_lone(gap, lone):
            yield gap, price


def _above(index: int, lone: Container[int]) -> Span:
    start = index
    while start - 1 in lone and index - start < REACH:
        start -= 1
    return Span(start, index)


def _below(index: int, lone: Container[int]) -> Span:
    end = index + 1
    while end in lone and end - index <= REACH:
        end += 1
    return Span(index + 1, end)


def _all_lone(gap: Gap, lone: Lone) -> bool:
    return all(
        index in there for span, there in zip(gap, lone, strict=True) for index in range(*span)
    )

"""Sliding a gap to where a reader would see it.

When a verse with its refrain was cut, the gap may begin at any refrain with the same right:
"[B x] B y" is "B [x B] y". People see whole paragraphs come and go, so gaps slide to their borders.
Indices count sentences.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from variorum.engine.align.chains import Pair
from variorum.engine.alignment import Link

MOST_STEPS: Final = 1_000
"""Places looked at for one gap; in a text of one sentence repeated, a gap fits everywhere."""


def slide_gaps(
    links: Sequence[Link],
    texts: tuple[Sequence[str], Sequence[str]],
    paragraphs: tuple[Sequence[int], Sequence[int]],
    fixed: frozenset[Link],
    barred: Container[Pair] = frozenset(),
) -> list[Link]:
    """The links with each gap at the best of the places that it fits.

    Args:
        links: ascending on both sides.
        texts: the sentences of both sides.
        paragraphs: for each sentence of a side the index of its paragraph.
        fixed: links that stay as they are.
        barred: pairs of sentences that must not become a link.
    """
    out = list(links)
    for side in (0, 1):
        for at in _after_gaps(out, side):
            _slide(out, at, side, texts[side], paragraphs[side], fixed, barred)
    return out


def _after_gaps(links: Sequence[Link], side: int) -> list[int]:
    """The links before which sentences of one side are lone, and none of the other."""
    lasts = [link[side][-1] for link in links]
    firsts = [link[side][0] for link in links[1:]]
    found = [at for at, (i, j) in enumerate(zip(lasts, firsts, strict=False), 1) if i + 1 != j]
    opposite = 1 - side
    return [at for at in found if links[at - 1][opposite][-1] + 1 == links[at][opposite][0]]


def _slide(
    links: list[Link],
    at: int,
    side: int,
    texts: Sequence[str],
    paragraphs: Sequence[int],
    fixed: frozenset[Link],
    barred: Container[Pair],
) -> None:
    """Slide the gap before a link upwards, as far as it ends better."""
    start, end = links[at - 1][side][-1] + 1, links[at][side][0]
    best, steps = _fit(start, end, paragraphs), 0
    for step in range(1, MOST_STEPS):
        low, high = start - step, end - step
        if not _movable(links, at - step, side, low, fixed) or texts[low] != texts[high]:
            break
        other = links[at - step][1 - side][0]
        if ((high, other) if side == 0 else (other, high)) in barred:
            break
        fit = _fit(low, high, paragraphs)
        if fit > best:
            best, steps = fit, step
    for step in range(1, steps + 1):
        moved = (end - step,)
        link = links[at - step]
        links[at - step] = Link(moved, link.right) if side == 0 else Link(link.left, moved)


def _movable(
    links: Sequence[Link], number: int, side: int, sentence: int, fixed: frozenset[Link]
) -> bool:
    """Whether a link is one of a sentence with a sentence, the next above the gap, and free."""
    if number < 0:
        return False
    link = links[number]
    single = len(link.left) == 1 and len(link.right) == 1
    return single and link not in fixed and link[side][0] == sentence


def _fit(start: int, end: int, paragraphs: Sequence[int]) -> int:
    """How many ends of a gap are borders of paragraphs, 0 to 2."""
    begins = start == 0 or paragraphs[start - 1] != paragraphs[start]
    closes = end == len(paragraphs) or paragraphs[end - 1] != paragraphs[end]
    return begins + closes

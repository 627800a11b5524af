"""Pairs inside a gap that are plainly the same sentence, touched here and there.

Most of what was edited in a long text is told by its characters alone; the recipe is then asked
only about the rest. Indices count sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Indel

from variorum.engine.align.anchors import between
from variorum.engine.align.chains import Pair, heaviest_pairs
from variorum.engine.alignment import Gap
from variorum.engine.text.stopwords import STOP_WORDS

LEAST_RATIO: Final = 0.6
"""Least character ratio of such a pair. Two strangers have some .4 of their characters in order."""
LEAST_MARGIN: Final = 0.12
"""By how much it must beat every rival of either sentence. With both bounds, of 4,600 such pairs
in the aligned texts one in 100 is not linked by people (in essays one in 30)."""
NO_RIVAL: Final = 0.48
"""Rivals below this are not looked for: they could not come close."""
SHORTEST: Final = 20
"""Shorter sentences, in characters, are alike by chance."""
LONGEST: Final = 2_000
"""Longer ones take too long to compare with all of a gap: a million cells each."""
INSIDE: Final = 0.4
"""A lone sentence beside such a pair, this share of whose telling words stands in the pair's other
side too, may be a part of it; then the recipe decides about all three."""


def near_pairs(
    left: Sequence[str], right: Sequence[str], gap: Gap, check: Callable[[], None]
) -> list[Pair]:
    """The pairs of a gap that are certain, ascending on both sides.

    Args:
        left: all left sentences, lower-cased.
        right: all right sentences, lower-cased.
        gap: where to look.
        check: called after each bit of work; may raise, to stop.
    """
    rows = [i for i in range(*gap.left) if SHORTEST <= len(left[i]) <= LONGEST]
    columns = [j for j in range(*gap.right) if SHORTEST <= len(right[j]) <= LONGEST]
    lefts, rights = [left[i] for i in rows], [right[j] for j in columns]
    found: list[tuple[int, int, float]] = []
    for number, i in enumerate(rows):
        check()
        best = _clear_best(left[i], rights)
        if best is None:
            continue
        place, ratio = best
        back = _clear_best(rights[place], lefts)
        if back is not None and back[0] == number:
            length = min(len(left[i]), len(rights[place]), 200)
            found.append((i, columns[place], (ratio - 0.5) * length))
    return heaviest_pairs(found)


def _clear_best(text: str, others: Sequence[str]) -> tuple[int, float] | None:
    """The sentence most like another, if it beats all rivals clearly; its place and ratio."""
    top = process.extract(
        text, others, scorer=Indel.normalized_similarity, limit=2, score_cutoff=NO_RIVAL
    )
    if not top or top[0][1] < LEAST_RATIO:
        return None
    rival = top[1][1] if len(top) > 1 else NO_RIVAL
    return (top[0][2], top[0][1]) if top[0][1] >= rival + LEAST_MARGIN else None


def open_parts(
    left: Sequence[str], right: Sequence[str], gap: Gap, near: Iterable[Pair]
) -> tuple[list[Pair], list[Gap]]:
    """What stays certain of the near pairs of a gap, and what is open; both ascend.

    A sentence that was split may look nearly like its larger half; taken as certain, it would
    leave the other half alone. So a pair is opened where what is left over beside it may belong
    to it.
    """
    near = sorted(near)
    opened: set[Pair] = set()
    edges = [(gap.left.start - 1, gap.right.start - 1), *near, (gap.left.end, gap.right.end)]
    for above, below in pairwise(edges):
        for pair, step in ((above, 1), (below, -1)):
            if gap.left.start <= pair[0] < gap.left.end and _is_part(
                left, right, pair, step, (above, below)
            ):
                opened.add(pair)
    certain = [pair for pair in near if pair not in opened]
    return certain, between(gap, certain)


def _is_part(
    left: Sequence[str],
    right: Sequence[str],
    pair: Pair,
    step: int,
    within: tuple[Pair, Pair],
) -> bool:
    """Whether the lone sentence after or before a pair, on either side, may belong to it."""
    (i, j), (above, below) = pair, within
    return (above[0] < i + step < below[0] and _inside(left[i + step], right[j])) or (
        above[1] < j + step < below[1] and _inside(right[j + step], left[i])
    )


def _inside(part: str, whole: str) -> bool:
    words = {word.strip(_SIGNS) for word in part.split()} - STOP_WORDS
    words.discard("")
    there = sum(word in whole for word in words)
    return there >= INSIDE * len(words)


_SIGNS: Final = ".,;:!?\"'“”‘’«»()[]…–—-"

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
from variorum.engine.align.ratios import pair_weight
from variorum.engine.alignment import Gap
from variorum.engine.elements import Span
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


_Rated = tuple[float, int]
"""How much a sentence is like another, and which: its place among those that are looked at."""


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
    rows, lefts = _of_some_length(left, gap.left)
    columns, rights = _of_some_length(right, gap.right)
    best_of_row: list[_Rated | None] = []
    of_columns: list[list[_Rated]] = [[] for _ in columns]
    for number, text in enumerate(lefts):
        check()
        rated = [
            (ratio, place)
            for _, ratio, place in process.extract(
                text,
                rights,
                scorer=Indel.normalized_similarity,
                limit=None,
                score_cutoff=NO_RIVAL,
            )
        ]
        best_of_row.append(_clear_best(rated))
        for ratio, place in rated:
            of_columns[place].append((ratio, number))
    found: list[tuple[int, int, float]] = []
    for number, best in enumerate(best_of_row):
        if best is None:
            continue
        ratio, place = best
        back = _clear_best(sorted(of_columns[place], reverse=True))
        if back is not None and back[1] == number:
            weight = pair_weight(lefts[number], rights[place], ratio)
            found.append((rows[number], columns[place], weight))
    return heaviest_pairs(found)


def _of_some_length(texts: Sequence[str], span: Span) -> tuple[list[int], list[str]]:
    """The sentences of a range that can be told by their letters: their indices and texts."""
    there = [
        (index, text)
        for index, text in enumerate(texts[span.start : span.end], span.start)
        if SHORTEST <= len(text) <= LONGEST
    ]
    return [index for index, _ in there], [text for _, text in there]


def _clear_best(rated: Sequence[_Rated]) -> _Rated | None:
    """The first of some, the best coming first, if it beats all rivals clearly."""
    if not rated or rated[0][0] < LEAST_RATIO:
        return None
    rival = rated[1][0] if len(rated) > 1 else NO_RIVAL
    return rated[0] if rated[0][0] >= rival + LEAST_MARGIN else None


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

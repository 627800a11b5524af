"""The edits of two stretches with the same words, between which lines break elsewhere.

Such are most sentences of a text that was wrapped at another width. Nothing needs to be matched
there. Says nothing where a break may mean more than a space. Positions are code points.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from variorum.engine.model import EditKind
from variorum.engine.options import Tolerance
from variorum.engine.text.folding import agree, needed
from variorum.engine.words.placing import Bare

_GAP: Final = re.compile(r"\s+")
_BREAK: Final = re.compile(r"[ \n]+")
_BEFORE: Final = re.compile("[A-Za-z\u00c0-\u024f.,;:!?)'\"\u2019\u201d]")
_AFTER: Final = re.compile("[A-Za-z\u00c0-\u024f('\"\u2018\u201c]")
"""What may stand before and after a break that is a space. After a hyphen it may be none; before
and after a digit it may stand inside a number, or before its unit."""


def spaced_edits(left: str, right: str, tolerances: frozenset[Tolerance]) -> list[Bare] | None:
    """The edits; None where they have to be found the long way.

    Args:
        left: a stretch of text.
        right: another one.
        tolerances: what counts as no difference.
    """
    if left.split() != right.split() or left != left.strip() or right != right.strip():
        return None
    edits: list[Bare] = []
    l_at = r_at = 0
    for one, other in zip(_GAP.finditer(left), _GAP.finditer(right), strict=True):
        if one[0] == other[0]:
            continue
        (l_start, l_end), (r_start, r_end) = one.span(), other.span()
        before, after = left[l_start - 1], left[l_end]
        if not (_BREAK.fullmatch(one[0]) and _BREAK.fullmatch(other[0])):
            return None
        if not (_BEFORE.match(before) and _AFTER.match(after)):
            return None
        tolerated = _tolerated(before + one[0] + after, before + other[0] + after, tolerances)
        if tolerated is None:
            return None
        edits.append((EditKind.EQUAL, l_at, l_start, r_at, r_start, (), None))
        edits.append((EditKind.EQUAL, l_start, l_end, r_start, r_end, tolerated, None))
        l_at, r_at = l_end, r_end
    edits.append((EditKind.EQUAL, l_at, len(left), r_at, len(right), (), None))
    return edits


@lru_cache(maxsize=1 << 12)
def _tolerated(
    left: str, right: str, tolerances: frozenset[Tolerance]
) -> tuple[Tolerance, ...] | None:
    """The tolerances that two breaks, with what stands around them, need; None if they differ."""
    return needed(left, right, tolerances) if agree(left, right, tolerances) else None

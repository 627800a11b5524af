"""How much of the wording of a pair was kept, without marking its words.

A tenth of the work of the word edits, for long texts, of which most is never looked at. It says
nothing where only the edits can tell: whether all differences are tolerated, whether words moved
inside the pair, and stretches so long that they may be cut short. Imports the words and rapidfuzz.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq

from variorum.engine.options import DEFAULT_TOLERANCES, Tolerance
from variorum.engine.text.stopwords import STOP_WORDS
from variorum.engine.text.tokens import plain_words
from variorum.engine.words.likeness import NEAR_SHARE, form_nearness

LONGEST_MEASURED: Final = 5_000
"""Code points; longer stretches are marked at once, so that it is known what was cut short."""

MOVED_WEIGHT: Final = 2.0
"""What the words weigh at least, as in `words.moves`, that may have moved inside a pair."""

_PLAIN_TOLERANCES: Final = DEFAULT_TOLERANCES | {
    Tolerance.CASE,
    Tolerance.QUOTES,
    Tolerance.DASHES,
}
"""What lowering letters and leaving signs out does anyway, in plain text."""

_NOT_PLAIN: Final = re.compile(
    "[^\0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027"
    "\u2030-\u205e\u20a0-\u20cf\u2190-\u2bff]|[-\u2010]\\s*\\n"
)
"""Characters that the tolerances may change, scripts without spaces, words broken at lines."""

_INNER_SIGNS: Final = {ord(sign): None for sign in "-'’.·&@,:/"}


class Measure(NamedTuple):
    """How much of a pair was kept."""

    share: float
    """The share of the wording of both sides, 0 to 1."""
    left: int
    """Words of the left side."""
    right: int
    """Words of the right side."""
    kept: int
    """The words that both have, in the same order."""


def measure(left: str, right: str, tolerances: frozenset[Tolerance]) -> Measure | None:
    """Measure two different stretches of text; None where only their word edits can tell.

    As with the edits, which text is on the left makes no difference: of two common subsequences
    that are equally long, the same is found.
    """
    if right < left:
        turned = measure(right, left, tolerances)
        return turned and turned._replace(left=turned.right, right=turned.left)
    if not tolerances <= _PLAIN_TOLERANCES or max(len(left), len(right)) > LONGEST_MEASURED:
        return None
    if not (_is_plain(left) and _is_plain(right)):
        return None
    folded = left.casefold(), right.casefold()
    if not all(map(_is_plain, folded)):
        return None  # "\u0130" becomes a letter and a mark
    one, other = map(plain_words, folded)
    if _letters(one) == _letters(other):
        return None
    return _measured(one, other)


def _is_plain(text: str) -> bool:
    return (text.isascii() and "\n" not in text) or not _NOT_PLAIN.search(text)


def _letters(words: Iterable[str]) -> str:
    joined = "".join(words)
    return joined if joined.isalpha() else joined.translate(_INNER_SIGNS)


def _measured(left: Sequence[str], right: Sequence[str]) -> Measure | None:
    kept, weight, near = 0, 0.0, 0.0
    lone: tuple[list[str], list[str]] = ([], [])
    l_at = r_at = 0  # where the last words that stayed end
    for step in LCSseq.opcodes(left, right):
        l2, r2 = step.src_end, step.dest_end
        if step.tag != "equal":
            lone[0].extend(left[step.src_start : l2])
            lone[1].extend(right[step.dest_start : r2])
            # What was added comes before what is missing, or after it: both are one change.
            if 0 < l2 - l_at == r2 - r_at:
                near += _near_weight(left[l_at:l2], right[r_at:r2])
            continue
        kept += l2 - step.src_start
        weight += 2 * _weight(left[step.src_start : l2])
        l_at, r_at = l2, r2
    if _may_have_moved(*lone):
        return None
    total = weight + _weight(lone[0]) + _weight(lone[1])
    share = min(1.0, (weight + near) / total) if total else 0.0
    return Measure(share, len(left), len(right), kept)


def _weight(words: Sequence[str]) -> float:
    """A function word counts half."""
    return len(words) - 0.5 * sum(map(STOP_WORDS.__contains__, words))


def _near_weight(left: Iterable[str], right: Iterable[str]) -> float:
    """What words weigh that face another form of themselves."""
    found = 0.0
    for pair in zip(left, right, strict=True):
        if STOP_WORDS.isdisjoint(pair):
            found += 2 * NEAR_SHARE * form_nearness(*pair)
    return found


def _may_have_moved(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether words that did not stay in order stand on both sides."""
    both = set(left).intersection(right)
    if not both:
        return False
    common = Counter(left) & Counter(right)
    return _weight(list(common.elements())) >= MOVED_WEIGHT

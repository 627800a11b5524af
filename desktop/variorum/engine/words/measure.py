"""How much of the wording of a pair was kept, without marking its words.

A tenth of the work of the word edits, for long texts, of which most is never looked at. It says
nothing where only the edits can tell: whether all differences are tolerated, whether words moved
inside the pair, and stretches so long that they may be cut short. Imports the words and rapidfuzz.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq

from variorum.engine.options import DEFAULT_TOLERANCES, Tolerance
from variorum.engine.text.letters import like_letters
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

_PLAIN_SIGNS: Final = (
    "\0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027"
    "\u2030-\u205e\u20a0-\u20cf\u2190-\u2bff"
)
"""Characters that no tolerance changes but those of `_PLAIN_TOLERANCES`, in lower case at least."""

_MARKED: Final = "\u05d0-\u05ea\u060c-\u061b\u061e-\u063f\u0641-\u06ff\u0900-\u0dff"
"""Hebrew, Arabic and the scripts of India: the same, where marks are composed as they should be."""

_CHINESE: Final = "\u3001\u3002\u3008-\u301b\u4e00-\u9fff\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
"""Chinese with its punctuation, each character a word: of 4,500 pairs of sentences that a program
edited, one in a hundred is called otherwise by its marks. Not Japanese (one in ten): what kana
belong to is told by the marks alone."""

_NOT_PLAIN: Final = re.compile(rf"[^{_PLAIN_SIGNS}]|[-\u2010]\s*\n")
"""Characters that tolerances may change, scripts without spaces, words broken at lines."""


@cache
def _not_measured() -> re.Pattern[str]:
    """The same but for the other scripts that can be measured; few texts need it."""
    return re.compile(rf"[^{_PLAIN_SIGNS}{_MARKED}{_CHINESE}]|[-\u2010]\s*\n")


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
    folded = like_letters(left.casefold()), like_letters(right.casefold())
    if not all(map(_is_plain, folded)):
        return None  # "\u0130" becomes a letter and a mark
    one, other = map(plain_words, folded)
    if _letters(one) == _letters(other):
        return None
    return _measured(one, other)


def _is_plain(text: str) -> bool:
    if (text.isascii() and "\n" not in text) or not _NOT_PLAIN.search(text):
        return True
    return not _not_measured().search(text) and unicodedata.is_normalized("NFC", text)


def _letters(words: Iterable[str]) -> str:
    joined = "".join(words)
    return joined if joined.isalpha() else joined.translate(_INNER_SIGNS)


def _measured(left: Sequence[str], right: Sequence[str]) -> Measure | None:
    kept, near = 0, 0.0
    lone: tuple[list[str], list[str]] = ([], [])
    l_at = r_at = 0  # where the last words that stayed end
    # The last one of these is empty, and stands at the end of both.
    for l_start, r_start, length in LCSseq.editops(left, right).as_matching_blocks():
        missing, added = left[l_at:l_start], right[r_at:r_start]
        lone[0].extend(missing)
        lone[1].extend(added)
        if len(missing) == len(added):
            near += sum(map(_near_weight, missing, added))
        kept += length
        l_at, r_at = l_start + length, r_start + length
    if _may_have_moved(*lone):
        return None
    total = _weight(left) + _weight(right)
    weight = total - _weight(lone[0]) - _weight(lone[1])
    share = min(1.0, (weight + near) / total) if total else 0.0
    return Measure(share, len(left), len(right), kept)


def _weight(words: Sequence[str]) -> float:
    """A function word counts half."""
    return len(words) - 0.5 * sum(map(STOP_WORDS.__contains__, words))


@lru_cache(maxsize=1 << 15)
def _near_weight(left: str, right: str) -> float:
    """What two words weigh that face each other, where one is another form of the other."""
    if left in STOP_WORDS or right in STOP_WORDS:
        return 0.0
    return 2 * NEAR_SHARE * form_nearness(left, right)


def _may_have_moved(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether words that did not stay in order stand on both sides."""
    both = set(left).intersection(right)
    if not both:
        return False
    common = Counter(left) & Counter(right)
    return _weight(list(common.elements())) >= MOVED_WEIGHT

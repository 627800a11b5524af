"""Words that are written apart on one side and together on the other.

Without this, "low energy" against "low-energy", a word broken at the end of a line, or "10 000"
against "10000" would show as a changed and a missing word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from variorum.engine.options import Tolerance
from variorum.engine.words.units import LONGEST_WORD, Units

MOST_PARTS: Final = 3
"""Of how many words one is joined at most."""

SHORTEST: Final = 3
"""How many letters and digits a joined word has at least: shorter ones meet by chance."""

_NO_LETTER: Final = re.compile(r"[\W_]+")
"""What `spelling` leaves out."""

_HYPHEN_AT_END: Final = re.compile(r"[^\w\s]\s*\n")
"""What may be one; which signs are hyphens, the words know."""

_INNER_SIGNS: Final = frozenset("-'./")
"""Meeting keys of the signs that may stand between the parts."""


def join_words(left: Units, right: Units, tolerances: frozenset[Tolerance]) -> None:
    """Join, on each side, neighbouring words that spell one word of the other side."""
    broken = Tolerance.HYPHENATION in tolerances
    wanted_left = _spellings(right, left, broken=broken)
    wanted_right = _spellings(left, right, broken=broken)
    joined_left = _join(left, wanted_left)
    joined_right = _join(right, wanted_right)
    _take_in_apostrophes(left, joined_right)
    _take_in_apostrophes(right, joined_left)


def _spellings(units: Units, other: Units, *, broken: bool) -> dict[str, str]:
    """The words of one side that the other does not have: their keys by their letters.

    Where it has them both whole and broken at the end of a line, they are wanted, too.
    """
    there = set(other.keys)
    wanted: dict[str, str] = {}
    if broken and "\n" in other.text:
        parted = _broken_words(other)
        there = {key for key in there if spelling(key) not in parted}
        if "\n" in units.text:  # both may be broken, in different places
            broken_here = _broken_words(units)
            wanted = {letters: letters for letters in broken_here if len(letters) >= SHORTEST}
    for key in units.keys:
        if key not in there:
            letters = key if key.isalpha() else spelling(key)
            if len(letters) >= SHORTEST:
                wanted[letters] = key
    return wanted


def _broken_words(units: Units) -> set[str]:
    """The letters of the words that are broken at the ends of lines."""
    if not _HYPHEN_AT_END.search(units.text):
        return set()
    everywhere = range(len(units))
    return {letters for *_, letters in _neighbours(units, everywhere, broken=True)}


def _join(units: Units, wanted: dict[str, str]) -> set[str]:
    """Join the words that spell a wanted one; the keys of those that an apostrophe parted."""
    if not wanted:
        return set()
    # Few sides have the letters of a wanted word anywhere.
    letters_in_a_row = _NO_LETTER.sub("", "".join(units.keys))
    wanted = {
        letters: key
        for letters, key in wanted.items()
        if letters in letters_in_a_row or len(letters) > LONGEST_WORD
    }
    if not wanted:
        return set()
    starts = {letters[:length] for letters in wanted for length in (1, 2)}
    firsts = [i for i, key in enumerate(units.keys) if spelling(key)[:2] in starts]
    places: list[tuple[int, int, str]] = []
    for first, end, letters in _neighbours(units, firsts):
        if letters in wanted and (not places or places[-1][1] <= first):
            key = wanted[letters]
            # The last full stop of "J. R. R." is one of "J.R.R.", too.
            last = key[-1] == "." and end < len(units) and units.keys[end] == "."
            places.append((first, end + last, key))
    parted = {key for first, end, key in places if "'" in "".join(units.keys[first:end])}
    if places:
        units.join(places)
    return parted


def _take_in_apostrophes(units: Units, keys: set[str]) -> None:
    """Join words with the apostrophe behind them, where the other side has one inside of them.

    Against "the boy's", of "the boys'" the word changed, and not the word and a sign.
    """
    if not keys:
        return
    places = [
        (at, at + 2, key)
        for at, key in enumerate(units.keys[:-1])
        if key in keys and units.keys[at + 1] == "'" and units.ends[at] == units.starts[at + 1]
    ]
    if places:
        units.join(places)


def _neighbours(
    units: Units, firsts: Iterable[int], *, broken: bool = False
) -> Iterator[tuple[int, int, str]]:
    """Every two and three words in a row: first, end, and the letters of all.

    Args:
        units: the words of a side.
        firsts: where to begin.
        broken: only two words that a hyphen at the end of a line stands between.
    """
    keys, size = units.keys, len(units)
    for first in firsts:
        if units.is_sign(first):
            continue
        letters, parts, at = spelling(keys[first]), 1, first + 1
        while at < size and parts < MOST_PARTS:
            if not units.is_sign(at):
                letters += spelling(keys[at])
                parts += 1
                if not broken or _is_broken(units, first, at):
                    yield first, at + 1, letters
            elif keys[at] not in _INNER_SIGNS or (broken and parts > 1):
                break
            at += 1


def _is_broken(units: Units, first: int, last: int) -> bool:
    if last != first + 2 or units.keys[first + 1] != "-":
        return False
    return "\n" in units.text[units.ends[first + 1] : units.starts[last]]


def spelling(key: str) -> str:
    """The letters and digits of a key."""
    return key if key.isalnum() or len(key) > LONGEST_WORD else _letters(key)


@lru_cache(maxsize=1 << 14)
def _letters(key: str) -> str:
    return "".join(c for c in key if c.isalnum())

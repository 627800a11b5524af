"""The words of one side of a pair, with what they are compared by.

Imports the tokens and the keys. Positions are code points of the stretch of text that is
compared, counted from its start; indices count words.

A word has two keys. Words *agree* when nothing but tolerated differences lies between them (see
`text.folding`). Words *meet* when their meeting keys are equal, which forgives more: a word that
changed its capital letter or its quotation mark faces itself, and is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from variorum.engine.options import Tolerance
from variorum.engine.text.folding import fold
from variorum.engine.text.letters import like_letters
from variorum.engine.text.scripts import CURRENCY, CURRENCY_CODES, is_chinese, marks
from variorum.engine.text.stopwords import STOP_WORDS
from variorum.engine.text.tokens import TokenKind, find_tokens, is_simple

WORD_WEIGHT: Final = 1.0
STOP_WEIGHT: Final = 0.5
SIGN_WEIGHT: Final = 0.4
"""What a match of a telling word, a function word and a sign is worth; without the difference
the marks that people make are met less often (exact spans -.008)."""

LONGEST_WORD: Final = 256
"""Longer ones, in code points, are compared as they are: nobody writes them, only programs do."""

LONGEST_REMEMBERED: Final = 64
"""Up to how many code points what stands between two spaces is remembered with its words."""

MOST_REMEMBERED: Final = 1 << 15
"""So many such stretches; then one begins anew."""

_Word = tuple[int, int, str, float]
"""Where a word starts and ends in its stretch, its meeting key, and what a match of it is worth."""

INITIALS: Final = (2, 3)
"""How many letters a name of initials has that may look like a function word: "US", "WHO"."""

_MEETING: Final = frozenset(
    {
        Tolerance.LINE_BREAKS,
        Tolerance.SPACES,
        Tolerance.HYPHENATION,
        Tolerance.UNICODE_FORM,
        Tolerance.INVISIBLE,
        Tolerance.CASE,
        Tolerance.QUOTES,
        Tolerance.DASHES,
    }
)
"""What two words may differ in and still face each other."""


@dataclass(slots=True)
class Units:
    """The words of one side; all lists have the same length."""

    text: str
    """The stretch that is compared."""
    starts: list[int]
    ends: list[int]
    keys: list[str]
    """Meeting keys."""
    weights: list[float]
    """What a match of the word is worth; at most `SIGN_WEIGHT` for signs."""

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.keys)

    def word(self, index: int) -> str:
        """The text of a word."""
        return self.text[self.starts[index] : self.ends[index]]

    def is_sign(self, index: int) -> bool:
        """Whether a word is punctuation or a symbol."""
        return self.weights[index] == SIGN_WEIGHT

    def join(self, places: Iterable[tuple[int, int, str]]) -> None:
        """Make one word of several, in many places.

        Args:
            places: the first word, the end, and the meeting key of what they become; ascending,
                without overlap.
        """
        kept: list[int] = []
        at = 0
        for first, end, key in places:
            kept += range(at, first + 1)
            self.ends[first] = self.ends[end - 1]
            self.keys[first] = key
            self.weights[first] = WORD_WEIGHT
            at = end
        kept += range(at, len(self))
        self.starts = [self.starts[k] for k in kept]
        self.ends = [self.ends[k] for k in kept]
        self.weights = [self.weights[k] for k in kept]
        self.keys = [self.keys[k] for k in kept]


def find_units(text: str, tolerances: frozenset[Tolerance]) -> Units:
    """The words of a stretch of text; signs that are tolerated are left out."""
    units = Units(text, [], [], [], [])
    starts, ends, keys, weights = units.starts, units.ends, units.keys, units.weights
    at = 0
    for size, words, _ in _parts(text, _memory(tolerances)):
        for start, end, key, weight in words:
            starts.append(at + start)
            ends.append(at + end)
            keys.append(key)
            weights.append(weight)
        at += size + 1
    return units


class _Part(NamedTuple):
    """What stands between two spaces that no word reaches across."""

    size: int
    """In code points."""
    words: tuple[_Word, ...]
    reaches: bool
    """Whether it may be a number, or a currency, that has its unit behind the next space."""


def _parts(text: str, known: _Memory) -> list[_Part]:
    """A text parted at spaces that no word reaches across; all of it where that cannot be told.

    Most of what stands between two spaces was met before.
    """
    if not is_simple(text) and _mark_on_space().search(text):
        return [known[text]]
    stretches = text.split(" ")
    parts = [known[stretch] for stretch in stretches]
    for part in parts:
        if part.reaches:
            return [known[stretch] for stretch in _with_reach(zip(stretches, parts, strict=True))]
    return parts


def _with_reach(parts: Iterable[tuple[str, _Part]]) -> list[str]:
    """The same stretches; where a number may have its unit or currency in the next, as one."""
    out: list[str] = []
    reaches = False
    for stretch, part in parts:
        if reaches:
            out[-1] += f" {stretch}"
        else:
            out.append(stretch)
        reaches = part.reaches or (reaches and not stretch.strip())
    return out


_REACHING: Final = re.compile(rf"[\d{CURRENCY}]|(?:{CURRENCY_CODES})$")


@cache
def _mark_on_space() -> re.Pattern[str]:
    """A space that is part of a sign; compiled when a text may have one, because it takes long."""
    return re.compile(f" [{marks()}]")


def _words(text: str, tolerances: frozenset[Tolerance]) -> tuple[_Word, ...]:
    """The words of a stretch whose ends no word reaches across."""
    without_signs = Tolerance.PUNCTUATION in tolerances
    plain = _one_plain_word(text, signed=not without_signs)
    if plain is not None:
        return plain
    out: list[_Word] = []
    for start, end, kind in find_tokens(text, 0, len(text)):
        word = text[start:end]
        odd = kind is TokenKind.SIGN and (without_signs or not word.isascii())
        if odd and _vanishes(word[:LONGEST_WORD], tolerances):
            continue
        key = word if is_chinese(word) and end == start + 1 else _meeting(word, tolerances)
        weight = SIGN_WEIGHT if kind is TokenKind.SIGN else _weight(word, key)
        out.append((start, end, key, weight))
    return tuple(out)


def _one_plain_word(text: str, *, signed: bool) -> tuple[_Word, ...] | None:
    """A word of Latin letters, perhaps with a sign after it, as most are; None for all else.

    There is nothing in it that could be tolerated, unless signs are.
    """
    end = len(text) - (signed and text[-1:] in _LAST_SIGNS)
    letters = text[:end]
    if end > LONGEST_WORD or not (letters.isalpha() and letters.isascii()):
        return None
    key = letters.lower()
    word = 0, end, key, _weight(letters, key)
    return (word,) if end == len(text) else (word, (end, end + 1, text[end], SIGN_WEIGHT))


_LAST_SIGNS: Final = frozenset(",.;:!?")
"""Signs after a word of letters that never belong to it."""


def _weight(word: str, key: str) -> float:
    """What a match of a word is worth that is no sign: of "US" more than of "us"."""
    if key not in STOP_WORDS or (len(word) in INITIALS and word.isalpha() and word.isupper()):
        return WORD_WEIGHT
    return STOP_WEIGHT


class _Memory(dict[str, _Part]):
    """The words of each short stretch that was met; `lru_cache` takes ten times as long to ask."""

    def __init__(self, tolerances: frozenset[Tolerance]) -> None:
        super().__init__()
        self._tolerances = tolerances

    def __missing__(self, text: str) -> _Part:
        words = _words(text, self._tolerances)
        # Of letters alone, only the codes of currencies do.
        plain = text.isalpha() and not text.isupper()
        part = _Part(len(text), words, not plain and _REACHING.search(text) is not None)
        if len(text) <= LONGEST_REMEMBERED:
            if len(self) >= MOST_REMEMBERED:
                self.clear()
            self[text] = part
        return part


_memory = lru_cache(maxsize=2)(_Memory)


def _meeting(word: str, tolerances: frozenset[Tolerance]) -> str:
    return word if len(word) > LONGEST_WORD else _meeting_key(word, tolerances)


@lru_cache(maxsize=1 << 14)
def _meeting_key(word: str, tolerances: frozenset[Tolerance]) -> str:
    key = like_letters(fold(word, tolerances | _MEETING))
    return "".join(key.split()) or word


@lru_cache(maxsize=1 << 12)
def _vanishes(sign: str, tolerances: frozenset[Tolerance]) -> bool:
    """Whether nothing is left of a sign when the tolerated differences are taken away."""
    return not fold(sign, tolerances).strip()

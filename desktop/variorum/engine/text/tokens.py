"""Words and what stands between them.

Imports the classes of characters, and the quick count of words. Positions are code points of the
text that is given.

A token is a word, a number with its currency or unit, a Chinese or Japanese character, a cluster
of a script without spaces, or a sign. White space and invisible signs stand between tokens and
belong to none. A combining mark is never parted from its base, nor a part of an emoji from it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from enum import Enum, StrEnum
from functools import cache
from typing import Final, NamedTuple

from variorum.engine.text.counting import count_plain, split_plain
from variorum.engine.text.scripts import (
    CLUSTERED,
    CURRENCY,
    CURRENCY_CODES,
    INVISIBLE,
    KATAKANA,
    LETTER,
    SINGLE,
    WIDE,
    marks,
)


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    """With its currency, per cent sign or unit."""
    CHARACTER = "character"
    """Of a script without spaces: Chinese, Japanese, Thai."""
    SIGN = "sign"
    """Punctuation, symbols, emoji."""


class Token(NamedTuple):
    """A token of a text."""

    start: int
    end: int
    kind: TokenKind


_CLITIC: Final = r"(?:s|ll|re|ve|d|m)"
_UNIT: Final = (
    r"(?:km/h|km²|m²|m³|km|cm|mm|kg|mg|µg|ml|cl|dl|ha|kWh|kW|MW|GW|kHz|MHz|GHz|kB|MB|GB|TB|mph"
    rf"|[ap]\.m\.|[ap]m|zł|Kč|kr|{CURRENCY_CODES})"
)
_THIN: Final = "\u00a0\u2009\u202f"
_THOUSANDS: Final = (
    rf"(?<!\d[ {_THIN}])[1-9]\d{{0,2}}(?:"
    rf"(?:[{_THIN}]\d{{3}}){{1,3}}"
    r"|(?<!\d\d\d)(?: \d{3}){1,3}|(?: \d{3})?(?: \d00)"
    rf")(?:[.,]\d{{1,2}})?(?!\w|[.,]\d|[ {_THIN}]\d)"
)
"""`35 000`: one number. After a plain space only where it cannot well be the next of a table's
columns: one or two figures stand before it, or the number is a round one."""
_INITIALS: Final = r"[^\W\d_](?:\.[^\W\d_])+\.(?!\w)"
"""`U.S.`, `e.g.`, `т.е.`: the last dot too."""

_ELIDED: Final = (
    r"(?i:[ldcjmnst]|qu|jusqu|lorsqu|puisqu|dell|nell|all|sull|dall|un|quest)['’](?=[^\W\d_])"
)
"""French and Italian words that lost their vowel: `l'`, `qu'`, `dell'`."""

_ADDRESS: Final = (
    rf"https?://[^\s<>\"{WIDE}]+(?<=[\w/])|[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+"
)
_ADDRESS_AMONG_WIDE: Final = _ADDRESS.replace("[\\w.+-]", rf"(?:[^\W{WIDE}]|[.+-])").replace(
    "[\\w-]", rf"(?:[^\W{WIDE}]|-)"
)
"""Chinese and Japanese go on behind an address, and before one, without a space."""
_KEY_CAP: Final = "[0-9#*]\ufe0f?\u20e3"
_SKIN_AND_TAGS: Final = "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
_HEBREW: Final = "\u05d0-\u05ea"
_GERSHAYIM: Final = rf"(?<=[{_HEBREW}])[\"\u05f4](?=[{_HEBREW}]{{1,3}}(?![{_HEBREW}\"\u05f4]))"
"""The mark of Hebrew abbreviations before their last letter, or a few more with an ending; a
quotation that follows a prefix is longer, or closed."""
_INNER: Final = r"[-‐‑.·&@]|(?<=\d)[,:/](?=\d)"
"""What may stand inside a word, besides apostrophes."""

_NONE: Final = "\ufdd0"
"""A code point that is no character, for classes that are to match nothing."""


class _Script(Enum):
    """Of what scripts a text is, as far as its words depend on it."""

    SIMPLE = 0
    """Latin, Greek, Cyrillic, and nothing that needs marks."""
    SPACED = 1
    """Any that puts spaces between words."""
    ANY = 2


class _Grammar:
    """What words look like: all of it, or what there is of it in texts of simpler scripts.

    Large classes of characters take long to compile and to match, and most texts have no
    character of theirs; without one, all grammars say the same.
    """

    def __init__(self, script: _Script) -> None:
        self._katakana, self._single, self._clustered = KATAKANA, SINGLE, CLUSTERED
        self._letter, self._address = LETTER, _ADDRESS_AMONG_WIDE
        if script is not _Script.ANY:
            self._katakana = self._single = self._clustered = _NONE
            self._letter, self._address = r"\w", _ADDRESS
        self._inner = rf"{_INNER}|{_GERSHAYIM}"
        if script is _Script.SIMPLE:
            self._marks = self._invisible = _NONE
            self._inner = _INNER
        else:
            self._marks, self._invisible = marks(), INVISIBLE
        self._mark = f"[{self._marks}]"
        # Letters and digits with their marks; soft hyphens and joiners inside are part of it.
        self._core = (
            rf"{self._letter}+(?:[{self._marks}{self._invisible}]+{self._letter}+)*{self._mark}*"
        )

    def token(self) -> re.Pattern[str]:
        """Finds tokens; which group matched says of which kind (see `_KINDS`)."""
        letter, mark = self._letter, self._mark
        # Most words are found without trying all that a word may be; no figures, a unit may follow.
        # Three capitals before a figure may be a currency.
        plain = rf"(?![A-Z]{{3}}\s\d)(?:[A-Za-z]+|{letter}+)(?=[ \n,;]|\Z)(?<!\d)"
        apart = rf"(?<![^\w\s])['’](?i:{_CLITIC})(?!{letter})"
        return re.compile(
            rf"(?:({plain})"
            rf"|({_KEY_CAP}|{self._number()})"
            rf"|({_INITIALS}|{_ELIDED}|{self._address}|{self._word()}|{apart}"
            rf"|[{self._katakana}]+{mark}*)"
            rf"|([{self._single}]{mark}*|{self._cluster()})"
            rf"|({self._sign()}))"
            rf"(?: (?!{mark}))?"  # so that no match is tried at most spaces
        )

    def counted(self) -> re.Pattern[str]:
        """Finds what counts as a word."""
        return re.compile(
            rf"[a-zA-Z]+(?![^\s,.;:!?])|{self._core}(?:(?:{self._inner}|['’ʼ]){self._core})*"
            rf"|[{self._single}{self._katakana}]{self._mark}*|{self._cluster()}"
        )

    def _word(self) -> str:
        """Inner hyphens, apostrophes and dots stay: `well-known`, `don't`, `example.org`."""
        no_clitic = rf"(?!(?i:{_CLITIC})(?!{self._letter}))"
        return rf"{self._core}(?:(?:{self._inner}|['’ʼ]{no_clitic}){self._core})*"

    def _number(self) -> str:
        suffix = rf"\s*(?:[%‰٪]|°[CF]?|[{CURRENCY}](?!\s?\d)|{_UNIT}(?!{self._letter}))"
        minus = rf"(?<![^\s(\[])(?<!\d )[-–−](?=[\d{CURRENCY}])"
        # `US$ 10`, `R$5`, `EUR 20`
        prefix = rf"(?:(?:[A-Z]{{1,3}})?[{CURRENCY}]|(?:{CURRENCY_CODES})(?=\s?\d))\s?"
        return rf"(?:{minus})?(?:{prefix})?(?=\d)(?:{_THOUSANDS}|{self._word()})(?:{suffix})?"

    def _cluster(self) -> str:
        return (
            rf"[\u0e40-\u0e44\u0ec0-\u0ec4]?[{self._clustered}]"
            rf"(?:[\u1039\u17d2][{self._clustered}]|[{self._marks}\u0e33\u0eb3])*"
        )

    def _sign(self) -> str:
        with_marks = f"[{self._marks}{_SKIN_AND_TAGS}]*"
        return (
            rf"[\s{self._invisible}]{self._mark}+"  # a mark that stands on a space
            r"|\.{2,}|-{2,}|'{2}|`{2}|!{2,}|\?{2,}|\*{2,}"
            "|[\U0001f1e6-\U0001f1ff]{2}"  # a flag
            rf"|[^\s{self._invisible}]{with_marks}"
            rf"(?:\u200d[^\w\s{self._invisible}]{with_marks})*"
        )


_SPECIAL: Final = re.compile(
    "[^\0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u200a\u2010-\u2027"
    "\u202f-\u205f\u20a0-\u20cf\u2100-\u2bff]"
)
"""All but the letters of Latin, Greek and Cyrillic with their punctuation and symbols: a text of
those alone needs the simple grammar only."""


@cache
def _unspaced() -> re.Pattern[str]:
    """Where the scripts stand that have no spaces between words; and others beside them.

    To compile so large a class takes 4 ms, which most texts can do without.
    """
    return re.compile("[\u0e00-\u109f\u1780-\u1aff\u2e80-\ud7ff\uf900-\U0010ffff]")


def _script(text: str, start: int, end: int) -> _Script:
    """Of what scripts a stretch of text surely is."""
    if is_simple(text, start, end):
        return _Script.SIMPLE
    return _Script.ANY if _unspaced().search(text, start, end) else _Script.SPACED


@cache
def _token_pattern(script: _Script) -> re.Pattern[str]:
    return _Grammar(script).token()


@cache
def _counted_pattern(script: _Script) -> re.Pattern[str]:
    return _Grammar(script).counted()


_KINDS: Final = (
    TokenKind.WORD,
    TokenKind.WORD,
    TokenKind.NUMBER,
    TokenKind.WORD,
    TokenKind.CHARACTER,
    TokenKind.SIGN,
)
"""By the number of the group."""


def is_simple(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether a stretch of text has no marks, and no characters that are words by themselves."""
    return text.isascii() or not _SPECIAL.search(text, start, end)


def find_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of a stretch of text; only white space and invisible signs lie between them."""
    pattern = _token_pattern(_script(text, start, end))
    for match in pattern.finditer(text, start, end):
        group = match.lastindex or 0
        yield Token(*match.span(group), _KINDS[group])


def count_words(text: str, start: int, end: int) -> int:
    """How many words a stretch of text has.

    As people count them: `isn't` and `well-known` are one word each, signs are none. Each
    Chinese or Japanese character and each cluster of Thai letters counts as one.
    """
    plain = count_plain(text[start:end])
    if plain is not None:
        return plain
    pattern = _counted_pattern(_script(text, start, end))
    return len(pattern.findall(text, start, end))


def plain_words(text: str) -> list[str]:
    """The words that `count_words` counts."""
    return split_plain(text) or words_by_grammar(text)


def words_by_grammar(text: str) -> list[str]:
    """The same, always the long way; here so that the short way can be checked."""
    return _counted_pattern(_script(text, 0, len(text))).findall(text)

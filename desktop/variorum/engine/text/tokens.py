"""Words and what stands between them.

Imports only the classes of characters. Positions are code points of the text that is given.

A token is a word, a number with its currency or unit, a Chinese or Japanese character, a cluster
of a script without spaces, or a sign. White space and invisible signs stand between tokens and
belong to none. A combining mark is never parted from its base, nor a part of an emoji from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from variorum.engine.text.scripts import (
    CLUSTERED,
    CURRENCY,
    INVISIBLE,
    KATAKANA,
    LETTER,
    MARKS,
    SINGLE,
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


_MARK: Final = f"[{MARKS}]"
_CORE: Final = rf"{LETTER}+(?:[{MARKS}{INVISIBLE}]+{LETTER}+)*{_MARK}*"
"""Letters and digits with their marks; soft hyphens and joiners inside are part of it."""

_CLITIC: Final = r"(?:s|ll|re|ve|d|m)"
_APART: Final = rf"(?<![^\w\s])['’](?i:{_CLITIC})(?!{LETTER})"
_NO_CLITIC: Final = rf"(?!(?i:{_CLITIC})(?!{LETTER}))"
_JOINER: Final = rf"(?:[-‐‑.·&@]|['’ʼ]{_NO_CLITIC}|(?<=\d)[,:/](?=\d))"
_WORD: Final = rf"{_CORE}(?:{_JOINER}{_CORE})*"
"""Inner hyphens, apostrophes and dots stay inside: `well-known`, `don't`, `example.org`."""

_UNIT: Final = (
    r"(?:km/h|km²|m²|m³|km|cm|mm|kg|mg|µg|ml|cl|dl|ha|kWh|kW|MW|GW|kHz|MHz|GHz|kB|MB|GB|TB|mph)"
)
_SUFFIX: Final = rf"(?:\s*(?:[%‰٪]|°[CF]?|(?:[{CURRENCY}])(?!\s?\d)|{_UNIT}(?!{LETTER})))?"
_NUMBER: Final = rf"(?:[{CURRENCY}]\s?)?(?=\d){_WORD}{_SUFFIX}"
_INITIALS: Final = r"[^\W\d_](?:\.[^\W\d_])+\.(?!\w)"
"""`U.S.`, `e.g.`, `т.е.`: the last dot too."""

_ELIDED: Final = (
    r"(?i:[ldcjmnst]|qu|jusqu|lorsqu|puisqu|dell|nell|all|sull|dall|un|quest)['’](?=[^\W\d_])"
)
"""French and Italian words that lost their vowel: `l'`, `qu'`, `dell'`."""

_ADDRESS: Final = r"https?://[^\s<>\"]*[\w/]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
_SKIN_AND_TAGS: Final = "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
_SIGN: Final = (
    rf"[\s{INVISIBLE}]{_MARK}+"  # a mark that stands on a space
    r"|\.{2,}|-{2,}|'{2}|`{2}|!{2,}|\?{2,}|\*{2,}"
    "|[\U0001f1e6-\U0001f1ff]{2}"  # a flag
    "|[0-9#*]\ufe0f?\u20e3"  # a key cap
    rf"|[^\s{INVISIBLE}](?:[{MARKS}{_SKIN_AND_TAGS}]*"
    rf"(?:\u200d[^\w\s{INVISIBLE}][{MARKS}{_SKIN_AND_TAGS}]*)*)"
)
_CLUSTER: Final = (
    rf"[\u0e40-\u0e44\u0ec0-\u0ec4]?[{CLUSTERED}]"
    rf"(?:[\u1039\u17d2][{CLUSTERED}]|[{MARKS}\u0e33\u0eb3])*"
)

_PLAIN: Final = rf"(?:[A-Za-z]+|{LETTER}+)(?=[ \n,;]|\Z)(?<!\d)"
"""Most words, found without trying all that a word may be; no figures, a unit may follow."""

_TOKEN: Final = re.compile(
    rf"(?:({_PLAIN})"
    rf"|([0-9#*]\ufe0f?\u20e3|{_NUMBER})"
    rf"|({_INITIALS}|{_ELIDED}|{_ADDRESS}|{_WORD}|{_APART}|[{KATAKANA}]+{_MARK}*)"
    rf"|([{SINGLE}]{_MARK}*|{_CLUSTER})"
    rf"|({_SIGN}))"
    rf"(?: (?!{_MARK}))?"  # so that no match is tried at most spaces
)
_KINDS: Final = (
    TokenKind.WORD,
    TokenKind.WORD,
    TokenKind.NUMBER,
    TokenKind.WORD,
    TokenKind.CHARACTER,
    TokenKind.SIGN,
)
"""By the number of the group."""

_COUNTED: Final = re.compile(
    rf"[a-zA-Z]+(?![^\s,.;:!?])|{_CORE}(?:(?:[-‐‑.·&@'’ʼ]|(?<=\d)[,:/](?=\d)){_CORE})*"
    rf"|[{SINGLE}{KATAKANA}]{_MARK}*|{_CLUSTER}"
)


def find_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of a stretch of text; only white space and invisible signs lie between them."""
    for match in _TOKEN.finditer(text, start, end):
        group = match.lastindex or 0
        yield Token(*match.span(group), _KINDS[group])


def count_words(text: str, start: int, end: int) -> int:
    """How many words a stretch of text has.

    As people count them: `isn't` and `well-known` are one word each, signs are none. Each
    Chinese or Japanese character and each cluster of Thai letters counts as one.
    """
    return len(_COUNTED.findall(text, start, end))

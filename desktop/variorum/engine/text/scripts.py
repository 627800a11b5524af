"""Classes of characters, as parts of regular expressions: what words are made of in which script.

Imports only the standard library. The classes are strings to be put between square brackets.
Python's regular expressions know letters and digits but no combining marks, without which words
of Hindi or Arabic fall apart; so the marks are taken from the Unicode tables of the running Python.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Final

_MARKED: Final = (
    (0x0300, 0x036F), (0x0483, 0x10A0), (0x135D, 0x135F), (0x1712, 0x193B), (0x1A17, 0x1C37),
    (0x1CD0, 0x1CF9), (0x1DC0, 0x20F0), (0x2CEF, 0x309A), (0xA66F, 0xAAF6), (0xABE3, 0xABED),
    (0xFB1E, 0xFB1E), (0xFE00, 0xFE2F), (0x101FD, 0x10376), (0x10377, 0x1037A),
    (0x10A01, 0x10AE6), (0x10D24, 0x11F5A), (0x13440, 0x1345F), (0x16100, 0x1613F),
    (0x16AF0, 0x16FF1), (0x1BC9D, 0x1BC9E), (0x1CF00, 0x1D28F), (0x1DA00, 0x1E2EF),
    (0x1E4EC, 0x1E6FF), (0x1E8D0, 0x1E94A), (0xE0100, 0xE01EF),
)  # fmt: skip
"""The parts of Unicode where combining marks are; looking at all of it would delay every start.

They cover Unicode 14 to 18: Python 3.11 knows 14, each later one knows more."""


def _as_class(points: Iterable[int]) -> str:
    """Code points as the inside of a character class, runs written as ranges."""
    runs: list[list[int]] = []
    for point in points:
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return "".join(
        re.escape(chr(a)) if a == b else f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in runs
    )


@cache
def marks() -> str:
    """Combining marks of all scripts; looked up when the first text needs them."""
    points = chain.from_iterable(range(a, b + 1) for a, b in _MARKED)
    return _as_class(point for point in points if unicodedata.category(chr(point))[0] == "M")


KATAKANA: Final = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
"""Of full and half width; a run of them is a word."""

SINGLE: Final = (
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u303c\u3041-\u3096\u309d-\u309f"
    "\u3105-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Chinese characters, hiragana and bopomofo: written without spaces, taken one by one."""

CLUSTERED: Final = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf"
    "\u1000-\u102a\u103f\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070"
    "\u1075-\u1081\u108e\u1780-\u17b3\u17d7\u17dc\u1950-\u19c9\u1a20-\u1a54\uaa60-\uaa7a"
    "\uaa80-\uaadd"
)
"""Letters of Thai, Lao, Burmese, Khmer and their kin: no spaces between words, so that what one
sees as one sign (a letter with its vowels and tones) is taken as a word."""

INVISIBLE: Final = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
"""Signs without width that stand between or inside words; the combining ones are in `marks`."""

LETTER: Final = rf"[^\W{KATAKANA}{SINGLE}{CLUSTERED}]"
"""A letter or digit of a script that has spaces between its words; a whole expression."""

CURRENCY: Final = "$¢£¤¥֏؋৲৳฿៛₠-₿﷼＄￠￡￥￦"

CURRENCY_CODES: Final = (
    "EUR|USD|GBP|CHF|JPY|CNY|RMB|CAD|AUD|NZD|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|RSD|RUB|UAH|INR"
    "|PKR|BRL|MXN|ZAR|ILS|AED|SAR|EGP|NGN|KES|KRW|SGD|HKD|TWD|THB|IDR|MYR|VND"
)
"""What stands for a currency's sign, for a pattern; none that is a word in capitals, too."""

QUOTES: Final = "\"'`´‘’‚‛“”„‟‹›«»「」『』〝〞〟＂＇′″\u05f3\u05f4"
"""Quotation marks, apostrophes and what is typed for them."""

DASHES: Final = "\\-‐‑‒–—―−﹘﹣－"
"""Hyphens, dashes and minus signs."""

WIDE: Final = f"{KATAKANA}{SINGLE}\u3000-\u303f\u30fb\uff01-\uff65\uff9f-\uffee\u2014\u2026"
"""Chinese and Japanese characters with their punctuation: no space stands between two of them."""


_UNSEEN: Final = re.compile(rf"[{INVISIBLE}\s]*")
_FIRST_INVISIBLE: Final = "\u00ad"


def is_seen(text: str) -> bool:
    """Whether a line or paragraph holds anything but white space and what nobody sees."""
    bare = text.rstrip()
    return bool(bare) and (bare[-1] < _FIRST_INVISIBLE or _UNSEEN.fullmatch(bare) is None)


def is_chinese(character: str) -> bool:
    """Whether a character is one of the usual Chinese ones, and thereby a word in any text."""
    return "\u4e00" <= character <= "\u9fff"


def is_character(word: str) -> bool:
    """Whether a word is a part of one, rather: a character of a script without spaces.

    Words in katakana are whole ones.
    """
    first = word[:1]
    return first >= "\u0e00" and (
        first <= "\u0eff"  # Thai, Lao
        or "\u1000" <= first <= "\u109f"  # Burmese
        or "\u1780" <= first <= "\u17ff"  # Khmer
        or "\u3041" <= first <= "\u309f"  # hiragana
        or "\u3400" <= first <= "\u9fff"
        or "\uf900" <= first <= "\ufaff"
        or first >= "\U00020000"
    )

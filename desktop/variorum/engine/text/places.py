"""Where a sentence might end: the one regular expression that looks through a paragraph.

Imports only the standard library. A place is what ends (a stop), what closes after it, white
space, what opens, and the first word of what follows; `judgement` decides about it.

The expression never goes back over what it has read: quantifiers are possessive and repetitions
bounded, so a million dots, quotation marks or spaces cost what a million letters cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

WORD_REACH: Final = 24
"""How much of a word beside a stop is looked at; no abbreviation or function word is longer."""

STOPS: Final = ".!?…؟۔‼⁇⁈⁉‽։።፧"
"""Stops that end a sentence where white space follows."""
WIDE_STOPS: Final = "。！？｡．।॥។။"
"""Stops that need no white space after them."""
QUOTES: Final = frozenset("\"'”’“‘»«›‹」』＂＇\u05f4")
"""Marks that may close a quotation; some open one in other languages."""
OPENERS: Final = "\"'“‘„‚”’«»‹›([{（「『【〔〈《＂＇\u05f4¿¡*_"
"""Marks that may stand before the first word of a sentence; Hebrew quotes with its gershayim."""

_CLOSERS: Final = "\"'”’“‘»«›‹）)\\]}」』】〕〉》＂＇\u05f4*_"
_WIDE_CLOSERS: Final = "\"'”’）)\\]}」』】〕〉》＂＇"
_OPENERS: Final = re.escape(OPENERS)
_NOTES: Final = "¹²³⁰⁴-⁹†‡"
_HAN_OR_KANA: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
GREEK: Final = "\u0370-\u03ff\u1f00-\u1fff"
"""Its letters, as the inside of a class of characters."""

_FIRST: Final = f"{STOPS}{WIDE_STOPS};:\u037e\n"

_WIDE_THERE: Final = re.compile("[^\0-\u303f]")
"""What Chinese and Japanese have, and some other scripts."""


def find_places(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    """The places of a stretch of text, ascending.

    Each begins with the stop. For an empty line all groups are None; else they are those below.

    Args:
        text: the text of a paragraph.
        begin: where to look, as the standard library's expressions take it.
        end: where to look no further.
    """
    wide = not text.isascii() and _WIDE_THERE.search(text) is not None
    return _pattern(wide=wide).finditer(text, begin, end)


@cache
def _pattern(*, wide: bool) -> re.Pattern[str]:
    """A place. To compile the classes of Chinese characters takes 4 ms: few texts have any.

    Groups are repeated greedily, not possessively: before CPython 3.11.5 a possessive group
    matches wrongly when its last turn fails half-way (gh-106052). All have small bounds, or can
    give nothing back that what follows would take, so that the search stays linear.
    """
    beside = rf"| (?<=[{_HAN_OR_KANA}][.!?]) [.!?]*+ (?=[{_HAN_OR_KANA}])" if wide else ""
    goes_on = _HAN_OR_KANA if wide else ""
    return re.compile(
        rf"""
        [{_FIRST}]                  # first of all, so that the search can leap from one to the next
        (?: (?<=\n) (?: [^\S\n]*+ \n )+ \s*+                             # an empty line
        |   (?: ( (?<=[{WIDE_STOPS}]) (?! (?<=\d．) \d) [{WIDE_STOPS}{STOPS}]*+
                {beside}
                | (?<=…) …*+ (?=[”’」』] [“‘「『{goes_on}]) )
            |   (?<=\.) (?: \s{{1,3}}+ \. ){{2,9}}                         # an ellipsis with spaces
            |   (?<=[{STOPS}]) (?<![{STOPS}][{STOPS}]) [{STOPS}]*+
            |   (?<=[{GREEK}][;\u037e])                                  # the Greek question mark
            |   (?<=\w:)                                                  # before a new sentence
            )
            (   (?(1) [{_WIDE_CLOSERS}] | [{_CLOSERS}] )*+
                (?: \s{{1,3}}+ [»”"] (?=[\s\[{_NOTES}]) )?                # « Oui. » and the like
                (?: (?<=॥) \s{{0,3}}+ \d{{1,4}}+ \s{{0,3}}+ [।॥]{{1,2}}+ )?   # numbers of verses
                (?: \[ \d{{1,3}}+ \] | [{_NOTES}] ){{0,4}}                  # marks of footnotes
                (?: \s{{0,3}}+ [\U0001f300-\U0001faff] [\ufe0f\u200d]?+ ){{0,8}}
            )
            (?! \s{{1,3}}+ [»”"] \s*+ \Z )                                # ... the last of all
            (?(1) \s*+ | \s++ )
            (   (?: [{_OPENERS}] | [-–—―]++ (?!\d) ){{0,9}} \s{{0,3}}+ [{_OPENERS}]{{0,9}}+ )
            (   [^\s,;:'’"”»)\]，、」』）{STOPS}{WIDE_STOPS}]{{0,{WORD_REACH}}}+ )
        )
        """,
        re.VERBOSE,
    )


WIDE, CLOSE, OPEN, WORD = 1, 2, 3, 4
"""The groups of a place: not None if no space is needed; what closes, opens, the next word."""

"""Where a sentence might end: the one regular expression that looks through a paragraph.

Imports only the standard library. A place is what ends (a stop), what closes after it, white
space, what opens, and the first word of what follows; `judgement` decides about it.

The expression never goes back over what it has read: quantifiers are possessive and repetitions
bounded, so a million dots, quotation marks or spaces cost what a million letters cost.
"""

from __future__ import annotations

import re
from typing import Final

WORD_REACH: Final = 24
"""How much of a word beside a stop is looked at; no abbreviation or function word is longer."""

STOPS: Final = ".!?…؟۔‼⁇⁈⁉‽։።፧"
"""Stops that end a sentence where white space follows."""
WIDE_STOPS: Final = "。！？｡．।॥។။"
"""Stops that need no white space after them."""
QUOTES: Final = frozenset("\"'”’“‘»«›‹」』＂＇")
"""Marks that may close a quotation; some open one in other languages."""
OPENERS: Final = "\"'“‘„‚”’«»‹›([{（「『【〔〈《＂＇¿¡*_"
"""Marks that may stand before the first word of a sentence."""

_CLOSERS: Final = "\"'”’“‘»«›‹）)\\]}」』】〕〉》＂＇*_"
_OPENERS: Final = re.escape(OPENERS)
_HAN_OR_KANA: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_GREEK: Final = "\u0370-\u03ff\u1f00-\u1fff"

PLACE: Final = re.compile(
    rf"""
    (   ( [{WIDE_STOPS}] [{WIDE_STOPS}{STOPS}]*+
        | (?<=[{_HAN_OR_KANA}]) [.!?]++ (?=[{_HAN_OR_KANA}]) )
    |   \. (?: \s{{1,3}}+ \. ){{2,9}}+                              # an ellipsis with spaces
    |   (?<![{STOPS}]) [{STOPS}]++
    |   (?<=[{_GREEK}]) [;\u037e]                                   # the Greek question mark
    |   (?<=\w) :                                                   # before a new sentence
    )
    (   [{_CLOSERS}]*+
        (?: \s{{1,3}}+ [»”"] (?=\s) )?+                             # « Oui. » and the like
        (?: \[ \d{{1,3}} \] | [¹²³⁰⁴-⁹] ){{0,4}}+                   # marks of footnotes
        (?: \s{{0,3}}+ [\U0001f300-\U0001faff] [\ufe0f\u200d]?+ ){{0,8}}+
    )
    (?(2) \s*+ | \s++ )
    (   (?: [{_OPENERS}] | [-–—―]++ (?!\d) ){{0,9}}+ \s{{0,3}}+ [{_OPENERS}]{{0,9}}+ )
    (   [^\s.,;:!?…'’"”»)\]]{{0,{WORD_REACH}}}+ )
    |   \n (?: [^\S\n]*+ \n )++ \s*+                                # an empty line always parts
    """,
    re.VERBOSE,
)
"""A place, or an empty line, for which all groups are None."""

STOP, WIDE, CLOSE, OPEN, WORD = 1, 2, 3, 4, 5
"""The groups of `PLACE`: the stop, the same if it is wide, what closes, opens, the next word."""

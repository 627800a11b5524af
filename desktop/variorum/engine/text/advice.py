"""What sentencex says about a paragraph: asked where Variorum has no word list for a language.

Imports sentencex. Positions are code points of the paragraph.

sentencex knows the abbreviations of some hundred languages. It takes a quotation for one sentence,
refuses lone surrogates, and its time grows with the square of the number of quotation marks, so it
is shown the paragraph without any of these, and in pieces.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import sentencex

PIECE: Final = 4_000
"""Code points shown at once: a bound on anything in sentencex that is not linear."""

_HIDDEN: Final = str.maketrans(dict.fromkeys("\"'“”„‟‘’‚‛«»‹›「」『』()[]{}*_¿¡\n\r\t\x00", " "))


def advised_starts(text: str, language: str) -> frozenset[int]:
    """Where sentences start in the opinion of sentencex, the quotations left out of account."""
    shown = text.translate(_HIDDEN)
    shown = shown.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate becomes "?"
    starts: set[int] = set()
    for start, end in pairwise((*_cuts(shown), len(shown))):
        piece = shown[start:end]
        for boundary in sentencex.get_sentence_boundaries(language, piece):
            place = start + boundary["start_index"]
            while place < end and shown[place] == " ":
                place += 1
            starts.add(place)
    return frozenset(starts)


def _cuts(shown: str) -> list[int]:
    """Where the pieces begin: at a space if there is one in the last part of a piece."""
    cuts = [0]
    while len(shown) - cuts[-1] > PIECE:
        limit = cuts[-1] + PIECE
        space = shown.rfind(" ", limit - PIECE // 4, limit)
        cuts.append(space + 1 if space > 0 else limit)
    return cuts

"""Spaces between words of a PDF document that are narrow, since letters were moved together there.

Imports the characters of pages and the standard library. A browser draws two words with a font each
and no space between them; where an A follows an apostrophe, it leaves so little that PDFium takes
them for one word.
"""

from __future__ import annotations

import re
from typing import Final

from variorum.readers.pdf_characters import Characters
from variorum.readers.right_to_left import LETTER

NARROWEST: Final = 0.1
"""In ems: what is between two words, at least (measured: .125)."""
WIDEST: Final = 0.6
"""In ems: PDFium sees wider ones itself."""
TIGHT: Final = 0.05
"""In ems: letters of a word are no further apart, unless it is spaced out."""

_JOINED: Final = re.compile(
    r"(?<=\w[’”»)\].,;:!?])(?=[^\W\d_])|(?<=\w)(?=[“‘«(\[]\w)"
    r"|(?<=[^\W\d_][a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])"
)
"""Where a space may be missing: behind and before signs, and before a capital."""


def put_spaces(characters: Characters) -> bool:
    """Put spaces between words of a page that stand apart, and are drawn by two instructions.

    Returns:
        Whether there were any.
    """
    text = characters.text
    space = text.find(" ")
    if space < 0 or characters.turn or (not text.isascii() and LETTER.search(text)):
        return False
    order: list[int] = []
    done = 0
    for found in _JOINED.finditer(text):
        at = found.start()
        if _are_apart(characters, at):
            order += [*range(done, at), space]
            done = at
    if not done:
        return False
    characters.rearrange([*order, *range(done, len(text))], {})
    return True


def _are_apart(characters: Characters, at: int) -> bool:
    """Whether a character stands as far from the one before it as words do."""
    if characters.drawn_by(at) == characters.drawn_by(at - 1):
        return False
    em = characters.size(at)
    if abs(characters.size(at - 1) - em) > TIGHT * em:
        return False
    if abs(characters.foot(at) - characters.foot(at - 1)) > TIGHT * em:
        return False
    (_, before), (left, right), (here, _) = map(characters.extent, (max(0, at - 2), at - 1, at))
    return NARROWEST * em < here - right < WIDEST * em and left - before < TIGHT * em

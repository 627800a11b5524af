"""Which lines of a page may have a gap between words: one that parts columns, or cells of a table.

Imports the characters of pages and the standard library. To ask PDFium where each word stands takes
longer than to read the page. Instead the widths of characters are learned, a few of each font, and
tell how wide a line is without gaps; of lines that are wider, three words show whether the rest is
spread over all of its spaces, as in justified text. Widths are given in ems.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from variorum.readers.pdf_characters import Characters, Font, Stretch

GAP: Final = 0.8
"""Less between two words never parts them."""
WIDE: Final = 1.3
"""Of several spaces that are alike, and not wider, none is a gap: justified lines of narrow columns
have such."""
SLACK: Final = 0.1
"""What kerning may add to a line, and what is put down to chance."""
USUAL_SPACE: Final = 0.25
"""What a space counts that is not in the file, only in the places of words."""
SHARE: Final = 0.4
"""A word is off its place by so much of a gap, or more, if there is one: half of it at the worst
of three places, but for chance."""
PROBES: Final = (0.25, 0.5, 0.75)
"""At these shares of a line words are asked for their places."""


SIGN_OF_LIST: Final = re.compile(r"\W{1,2}|\(?(?:\d{1,3}|[a-z])[.)]|\[[\w+]{1,12}\]")
_SIGN_AT_START: Final = re.compile(rf"(?:{SIGN_OF_LIST.pattern}) +(?=\S)")


class Piece(NamedTuple):
    """A stretch of a line that is set in one font."""

    start: int
    end: int
    font: Font


class Gaps:
    """Looks for gaps in the lines of one page."""

    def __init__(self, characters: Characters) -> None:
        """Take the characters of the page."""
        self._characters = characters

    def may_be_in(self, text: str, at: int, pieces: Sequence[Piece], place: Stretch) -> bool:
        """Whether a line may have a gap.

        Args:
            text: of the line.
            at: the number of its first character.
            pieces: how it is set, from its start to its end.
            place: where it stands.
        """
        if not self._is_wide(text, at, pieces, place):
            return False
        # The space behind the sign of a list parts nothing.
        sign = _SIGN_AT_START.match(text)
        if sign is None:
            return True
        left = self._characters.extent(at + sign.end())[0]
        rest = [
            Piece(max(0, piece.start - sign.end()), piece.end - sign.end(), piece.font)
            for piece in pieces
            if piece.end > sign.end()
        ]
        place = place._replace(left=left)
        return self._is_wide(text[sign.end() :], at + sign.end(), rest, place)

    def _is_wide(self, text: str, at: int, pieces: Sequence[Piece], place: Stretch) -> bool:
        """Whether some words may stand further apart than others."""
        spaces = text.count(" ")
        if spaces == 0:
            return False
        if "  " in text:
            return True
        natural = self._natural(text, at, pieces)
        if natural is None:
            return True
        space = pieces[0].font.widths.get(" ", USUAL_SPACE)
        extra = (place.right - place.left) / place.size - natural
        if extra < GAP - SLACK - space:
            return False
        widest = GAP - SLACK if spaces == 1 else WIDE
        if extra / spaces + space > widest:
            return True
        return self._is_uneven(text, at, pieces, place, extra / spaces)

    def _is_uneven(
        self, text: str, at: int, pieces: Sequence[Piece], place: Stretch, stretch: float
    ) -> bool:
        """Whether some words stand elsewhere than evenly stretched spaces would have them."""
        space = pieces[0].font.widths.get(" ", USUAL_SPACE)
        tolerance = SHARE * max(SLACK, GAP - space) * place.size
        natural, before = 0.0, 0
        for share in PROBES:
            start = text.find(" ", int(share * len(text))) + 1
            if start <= before:
                continue
            natural += _sum(text, pieces, before, start)
            before = start
            expected = place.left + place.size * (natural + stretch * text.count(" ", 0, start))
            if abs(self._characters.span(at + start, at + start)[0] - expected) > tolerance:
                return True
        return False

    def _natural(self, text: str, at: int, pieces: Sequence[Piece]) -> float | None:
        """How wide a text is without gaps; None when that cannot be told."""
        try:
            return _sum(text, pieces, 0, len(text))
        except KeyError:
            is_learned = [
                self._learn(text, at, index, piece.font.widths)
                for piece in pieces
                for index in range(piece.start, min(piece.end, len(text)))
                if text[index] not in piece.font.widths
            ]
            return _sum(text, pieces, 0, len(text)) if all(is_learned) else None

    def _learn(self, text: str, at: int, index: int, widths: dict[str, float]) -> bool:
        """Measure a character; the letters of a ligature, all of which stand in one place, not."""
        characters = self._characters
        size = characters.size(at + index)
        left, right = characters.extent(at + index)
        width = (right - left) / size
        if text[index] == " ":
            widths[" "] = width or USUAL_SPACE
            return True
        for other in (index - 1, index + 1):
            if 0 <= other < len(text) and characters.extent(at + other) == (left, right):
                return False
        widths[text[index]] = width
        return 0 <= width < 10


def _sum(text: str, pieces: Sequence[Piece], start: int, end: int) -> float:
    """How wide a part of a text is; raises KeyError when a width is not known."""
    if len(pieces) == 1:
        return sum(map(pieces[0].font.widths.__getitem__, text[start:end]))
    return sum(
        sum(
            map(
                piece.font.widths.__getitem__,
                text[max(start, piece.start) : max(start, min(end, piece.end))],
            )
        )
        for piece in pieces
    )

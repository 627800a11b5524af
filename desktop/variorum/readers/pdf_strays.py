"""Signs and words that were drawn elsewhere in their line than they stand, put where they stand.

Imports the characters of pages and the standard library. A program that finds a sign missing in a
font draws the line without it, and the sign with another font: the stops of an Arabic text, say, or
quotation marks between ideographs. PDFium gives them in the order in which they were drawn, apart
from the line by spaces. In lines that run to the left it gives the words of a Latin phrase from the
right as well, and brackets by their shape. Lengths count points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from variorum.readers.pdf_characters import Characters
from variorum.readers.right_to_left import LETTER, is_right_to_left

MOST: Final = 40
"""So many signs of a line are looked at; what has more is a row of dots."""
LONGEST: Final = 1000
"""In characters: longer lines are no lines."""
TOUCHING: Final = 0.12
"""In ems: what stands nearer to each other has no space between."""
NEAR: Final = 0.6
"""In ems: a sign belongs to a character that is so near, or to none."""
AWAY: Final = 0.3
"""In ems: a stop is rather the end of what is before it, a bracket the beginning of what follows,
even if that is so much further away."""
SLACK: Final = 0.3
"""In ems: characters may overlap by so much."""

_LINES: Final = re.compile("[^\r\n\ufffe]*\ufffe|[^\r\n\ufffe]+|[\r\n]+")
_WORD: Final = re.compile(r"\S+")
_LATIN: Final = (
    rf"(?:(?!{LETTER.pattern})\S)*(?:(?!{LETTER.pattern})[^\W\d_])(?:(?!{LETTER.pattern})\S)*"
)
_PHRASE: Final = re.compile(rf"(?<!\S){_LATIN}(?: {_LATIN})+(?!\S)")
"""Several words that run to the right."""
_PAIRS: Final = {sign: pair for pair in ("()", "[]", "{}", "«»", "‹›") for sign in pair}
_OTHER: Final = rf"(?:(?!{LETTER.pattern})[^\W_])"
_RUN: Final = re.compile(rf"{_OTHER}+(?:[.,:/'’-]{_OTHER}+)*")
"""A word or a number that runs to the right."""
_FOREIGN_SIGN: Final = rf"(?:(?!{LETTER.pattern})[^\w\s\ufffe])"
_AT_ENDS: Final = re.compile(rf"(?<!\S){_FOREIGN_SIGN}{{1,3}}|{_FOREIGN_SIGN}{{1,3}}(?!\S)")
"""Signs at the ends of words, or by themselves."""
_SIGN: Final = re.compile(r"(?<!\S)[^\w\s\ufffe]{1,3}(?!\S)")


def put_in_place(characters: Characters) -> bool:
    """Put the signs and words of a page that were drawn elsewhere where they stand.

    Returns:
        Whether there were any.
    """
    text = characters.text
    has_letters = not text.isascii() and LETTER.search(text) is not None
    if not has_letters and _SIGN.search(text) is None:
        return False
    order: list[int] = []
    done = 0
    brackets: dict[int, str] = {}
    for found in _LINES.finditer(text):
        if not _may_have_strays(characters, found, has_letters=has_letters):
            continue
        line = _Line(characters, range(*found.span()))
        signs = _signs(found, leftwards=line.leftwards)
        if len(signs) <= MOST:
            line.put(signs)
        if line.leftwards:
            line.turn_phrases()
            brackets.update(line.brackets())
        if line.order != list(range(*found.span())):
            order += [*range(done, found.start()), *line.order]
            done = found.end()
    if not done and not brackets:
        return False
    characters.rearrange([*order, *range(done, len(text))], brackets)
    return True


def _may_have_strays(characters: Characters, line: re.Match[str], *, has_letters: bool) -> bool:
    """Whether a line, which runs as the page does, has what may stand elsewhere."""
    if _SIGN.search(line[0]) is None and not (has_letters and LETTER.search(line[0])):
        return False
    return len(line[0]) <= LONGEST and characters.turn_at(line.start()) == characters.turn


def _signs(line: re.Match[str], *, leftwards: bool) -> list[range]:
    """The signs of a line that may stand elsewhere; leftwards each by itself, at words too."""
    start = line.start()
    if not leftwards:
        return [range(start + s.start(), start + s.end()) for s in _SIGN.finditer(line[0])]
    found = {at for p in (_AT_ENDS, _SIGN) for s in p.finditer(line[0]) for at in range(*s.span())}
    return [range(start + at, start + at + 1) for at in sorted(found)]


class _Line:
    """One line, as the places of its characters in the text of the page."""

    def __init__(self, characters: Characters, line: Sequence[int]) -> None:
        self._characters = characters
        self._text = characters.text
        self.order = list(line)
        """The same in the order in which they are read."""
        self._signs: set[int] = set()
        self._extents: dict[int, tuple[float, float]] = {}
        self.leftwards = is_right_to_left([self._text[line[0] : line[-1] + 1]])
        """Whether it runs from right to left."""
        self._em = characters.size(line[0])
        self._runs: dict[int, int] = {}
        """For each character of a word or number that runs otherwise where that begins."""
        if self.leftwards:
            self._take_runs(line[0])

    def _take_runs(self, start: int) -> None:
        """Take each word and number that runs to the right as one."""
        text = self._text[start : start + len(self.order)]
        for found in _RUN.finditer(text):
            run = range(start + found.start(), start + found.end())
            ends = [self._characters.extent(at) for at in run]
            extent = min(a for a, _ in ends), max(b for _, b in ends)
            self._extents.update(dict.fromkeys(run, extent))
            self._runs.update(dict.fromkeys(run, run[0]))

    def put(self, signs: Sequence[range]) -> None:
        """Put signs where they stand."""
        self._signs = {at for sign in signs for at in sign}
        for sign in signs:
            self._put(sign)

    def turn_phrases(self) -> None:
        """Put words that run to the right in the order in which they stand."""
        text = "".join(map(self._text.__getitem__, self.order))
        for found in _PHRASE.finditer(text):
            words = [
                self.order[found.start() + word.start() : found.start() + word.end()]
                for word in _WORD.finditer(found[0])
            ]
            ends = [self._extent(word[0]) for word in words]
            if all(b[1] <= a[0] + SLACK * self._em for a, b in pairwise(ends)):
                space = self.order[found.start() + len(words[0])]
                turned = [at for word in reversed(words) for at in (*word, space)]
                self.order[found.start() : found.end()] = turned[:-1]

    def brackets(self) -> Iterator[tuple[int, str]]:
        """What brackets are, by the side on which they touch a word."""
        seen = sorted((at for at in self.order if not self._text[at].isspace()), key=self._extent)
        for index, at in enumerate(seen):
            pair = _PAIRS.get(self._text[at])
            if pair is None:
                continue
            opens = index > 0 and self._is_word_at(seen[index - 1], at)
            closes = index + 1 < len(seen) and self._is_word_at(seen[index + 1], at)
            if opens != closes:
                yield at, pair[closes]

    def _is_word_at(self, at: int, bracket: int) -> bool:
        """Whether a letter or a digit of the line's direction touches a bracket."""
        (a, b), (c, d) = self._extent(at), self._extent(bracket)
        is_word = LETTER.match(self._text[at]) is not None or self._text[at].isdigit()
        return is_word and max(a - d, c - b) <= TOUCHING * self._em

    def _put(self, sign: range) -> None:
        """Put a sign where it stands; spaces part it from others that do not touch it."""
        start = self.order.index(sign[0])
        before, after = self.order[:start], self.order[start + len(sign) :]
        left, right = self._next(reversed(before)), self._next(after)
        if left is None and right is None:
            return
        if not self._follows(left, sign[0]) or not self._follows(sign[-1], right):
            rest = self._joined(before, after)
            place = self._place(rest, sign)
            if place is None:
                return
            before, after = rest[:place], rest[place:]
        elif not self._is_parted_wrongly(before, sign, after):
            return
        self.order = [*self._parted(before, sign[0], end=True), *sign]
        self.order += self._parted(after, sign[-1], end=False)

    def _is_parted_wrongly(self, before: Sequence[int], sign: range, after: Sequence[int]) -> bool:
        """Whether a space parts a sign from what it touches, and none from what it does not.

        Of two spaces the first one is too many if the sign touches what is before it. Where there
        is none, none is missing: widths of joined letters say little.
        """
        spaces = [bool(ats) and self._text[ats[0]] == " " for ats in (before[::-1], after)]
        last = next((at for at in reversed(before) if self._text[at] != " "), None)
        first = next((at for at in after if self._text[at] != " "), None)
        touches = [
            last is not None and self._touch(last, sign[0]),
            first is not None and self._touch(sign[-1], first),
        ]
        if None in (first, last):
            return any(space and touch for space, touch in zip(spaces, touches, strict=True))
        if touches == [True, True] and spaces[0]:
            return spaces[1] or first in self._signs
        if all(spaces):
            return touches[0] or (self.leftwards and touches[1])
        return any(spaces) and touches == spaces

    def _place(self, rest: Sequence[int], sign: range) -> int | None:
        """Before which of the other characters a sign stands; None when it is near to none."""
        opens = unicodedata.category(self._text[sign[0]]) in ("Ps", "Pi")
        found: list[tuple[float, int]] = []
        for index, at in enumerate(rest):
            if self._text[at].isspace() or self._runs_otherwise(at):
                continue
            run = self._runs.get(at, -1)
            if not 0 <= run == self._run_at(rest, index + 1):
                behind = abs(self._gap(at, sign[0]))
                found.append((behind + opens * AWAY * self._em, index + 1))
            if not 0 <= run == self._run_at(rest, index - 1):
                in_front = abs(self._gap(sign[-1], at))
                found.append((in_front + (not opens) * AWAY * self._em, index))
        distance, place = min(found, default=(NEAR * self._em, 0))
        return place if distance < NEAR * self._em else None

    def _run_at(self, ats: Sequence[int], index: int) -> int:
        """The beginning of the word that runs otherwise and stands at a place; -1: none does."""
        return self._runs.get(ats[index], -1) if 0 <= index < len(ats) else -1

    def _parted(self, others: Sequence[int], sign: int, *, end: bool) -> Sequence[int]:
        """What stands on one side of a sign, with a space next to it if they do not touch."""
        from_sign = list(reversed(others)) if end else list(others)
        spaces = list(takewhile(lambda at: self._text[at] == " ", from_sign))
        kept = from_sign[len(spaces) :]
        if kept:
            gap = self._gap(kept[0], sign) if end else self._gap(sign, kept[0])
            if gap > TOUCHING * self._em:  # as far as words stand apart
                spaces = spaces or [at for at in self.order if self._text[at] == " "]
            elif gap >= -TOUCHING * self._em:
                spaces = []
            kept = [*spaces[:1], *kept]
        return kept[::-1] if end else kept

    def _joined(self, before: Sequence[int], after: Sequence[int]) -> list[int]:
        """What was on both sides of a sign, with one space of the two."""
        between = bool(before and after and self._text[before[-1]] == " " == self._text[after[0]])
        return [*before, *after[between:]]

    def _next(self, ats: Iterable[int]) -> int | None:
        """The first that is no space and no sign, if it runs in the direction of the line."""
        for at in ats:
            if not self._text[at].isspace() and at not in self._signs:
                return None if self._runs_otherwise(at) else at
        return None

    def _runs_otherwise(self, at: int) -> bool:
        """Whether a letter runs to the left in a line that does not."""
        return not self.leftwards and LETTER.match(self._text[at]) is not None

    def _touch(self, first: int, second: int) -> bool:
        return self._gap(first, second) <= TOUCHING * self._em

    def _follows(self, first: int | None, second: int | None) -> bool:
        """Whether a character stands behind another one, and not in or before it."""
        if first is None or second is None:
            return True
        return self._gap(first, second) > -SLACK * self._em

    def _gap(self, first: int, second: int) -> float:
        """What is between two characters, in the direction of the line."""
        a, b = self._extent(first), self._extent(second)
        return a[0] - b[1] if self.leftwards else b[0] - a[1]

    def _extent(self, at: int) -> tuple[float, float]:
        if at not in self._extents:
            self._extents[at] = self._characters.extent(at)
        return self._extents[at]

"""Where the paragraphs of plain text are: its three shapes.

Imports the elements and `wrapping`. Positions are code points of the text, line ends line feeds.

A text is wrapped when the breaks that fall inside sentences are forced by a width. Otherwise its
lines mean something: each is a paragraph, or, where empty lines part groups of short lines that
read on like verse, each group is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Final

from variorum.engine.elements import Span, spans
from variorum.engine.text.listings import is_listing, is_rule
from variorum.engine.text.scripts import is_seen
from variorum.engine.text.telling import Progress, Teller
from variorum.engine.text.wrapping import (
    Line,
    cells,
    goes_on,
    reach_with_next,
    room_left,
    wrap_width,
)

SAMPLE: Final = 4_000
"""How many lines are looked at to find the layout; of longer texts, runs spread evenly."""
RUN: Final = 200
"""How many neighbouring lines each run of the sample has."""
MAX_WIDTH: Final = 160
"""Nobody wraps text wider than this many cells."""
MIN_WIDTH: Final = 24
"""Nor narrower than this; what has shorter lines is a list or verse."""
RUNNING_ON: Final = 0.3
"""At least this share of the breaks of wrapped text runs on with a small letter (mostly .7)."""
FORCED: Final = 0.6
"""At least this share of the breaks inside sentences is forced by the width (verse: .1 to .3)."""
FEW: Final = 4
"""With fewer breaks, commas before them tell nothing; otherwise they tell verse."""
BY_HAND: Final = 0.6
"""At least this share of the breaks runs on where prose is broken by hand."""
LONG_LINE: Final = 45
"""Half of its lines are at least so many cells long."""
AT_ENDS: Final = 2
"""Verse has more than so many pauses at the ends of its lines for one inside (wrapped text: .3)."""
NARROW: Final = 60
"""Where lines reach no further than so many cells, many a word seems to have been forced over."""
PAUSING: Final = 0.15
"""So many pauses a line stand inside the lines of prose, at least (at 26 cells .35, at 58 .9)."""
STRAY: Final = 1.25
"""A line that reaches so many times the width is an address or the like, and tells no width."""
RAGGED: Final = 0.15
"""Share of the width that a hand leaves unused at the end of a line."""
UNFILLED: Final = 0.8
"""From this share of free breaks on, a group of lines in a wrapped text is none that was filled."""
INDENT: Final = 1
"""A line that stands more than so many cells further in is indented."""
EVEN_STANZAS: Final = 2
"""So many stanzas, at least, show that they are even."""
STANZA_LINES: Final = 3
"""And so many lines in each: paragraphs of two are even by chance."""
EVEN: Final = 0.75
"""Of the longest line, what the last line of each stanza of an even metre reaches."""
STANZA: Final = 100
"""A stanza has no more lines than this; a longer group of short lines is a list."""
VERSE_WIDTH: Final = 80
"""Verse is no wider than this many cells."""


class Layout(StrEnum):
    """How the paragraphs of a plain text are told apart."""

    AUTO = "auto"
    """Find out."""
    BLANK_LINE = "blank-line"
    """An empty line stands between paragraphs."""
    LINE = "line"
    """Every line is a paragraph."""
    WRAPPED = "wrapped"
    """Lines are broken at a width; paragraphs are told by empty lines, indents and short lines."""


def find_layout(text: str) -> Layout:
    """Which of the three shapes a text has; a single line is a paragraph."""
    groups = _sample(text)
    if not any(len(group) > 1 for group in groups):
        return Layout.BLANK_LINE if len(groups) > 1 else Layout.LINE
    is_wrapped = _is_wrapped(_breaks_of_prose(groups)) and not _are_even_stanzas(groups)
    if is_wrapped or _is_broken_by_hand(groups):
        return Layout.WRAPPED
    return Layout.BLANK_LINE if _is_verse_in_stanzas(groups) else Layout.LINE


def find_paragraphs(text: str, layout: Layout, progress: Progress | None = None) -> list[Span]:
    """The spans of the paragraphs, without the white space around them; none is empty.

    Args:
        text: with a line feed at the ends of its lines.
        layout: its shape, or that it is to be found out.
        progress: is told how much is done, 0 to 1; what it raises ends the work.
    """
    layout = find_layout(text) if layout is Layout.AUTO else layout
    if layout is Layout.LINE:
        return list(_lines(text, progress))
    if layout is Layout.BLANK_LINE:
        return spans(_grouped(text, progress))
    groups = list(_groups(text, progress))
    wrap = _Wrap(groups)
    return [span for group in groups for span in wrap.paragraphs(group)]


def _lines(text: str, progress: Progress | None) -> Iterator[Span]:
    """The spans of the lines that hold more than white space and what nobody sees."""
    teller = Teller(len(text), progress)
    at = 0
    for raw in text.split("\n"):
        teller.at(at)
        body = raw.strip()
        if is_seen(body):
            start = at + len(raw) - len(raw.lstrip())
            yield Span(start, start + len(body))
        at += len(raw) + 1


def _grouped(text: str, progress: Progress | None) -> Iterator[tuple[int, int]]:
    """Where the groups of lines between empty lines start and end."""
    teller = Teller(len(text), progress)
    start = -1
    end = at = 0
    for raw in text.split("\n"):
        teller.at(at)
        bare = raw.rstrip()
        if is_seen(bare):
            end = at + len(bare)
            if start < 0:
                start = end - len(bare.lstrip())
        elif start >= 0:
            yield start, end
            start = -1
        at += len(raw) + 1
    if start >= 0:
        yield start, end


def _groups(text: str, progress: Progress | None = None) -> Iterator[list[Line]]:
    """The lines between empty lines, in groups; an empty line may hold white space."""
    teller = Teller(len(text), progress)
    group: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        teller.at(at)
        body = raw.strip()
        if is_seen(body):
            lead = raw.find(body[0])
            indent = lead and lead + 7 * raw.count("\t", 0, lead)
            group.append(Line(at + lead, at + lead + len(body), body, indent, indent + cells(body)))
        elif group:
            yield group
            group = []
        at += len(raw) + 1
    if group:
        yield group


def _sample(text: str) -> list[list[Line]]:
    """The groups of lines of a text, or of runs of lines spread over a long one."""
    count = text.count("\n") + 1
    if count <= SAMPLE:
        return list(_groups(text))
    lines = text.split("\n")
    step = count // (SAMPLE // RUN)
    return [g for at in range(0, count, step) for g in _groups("\n".join(lines[at : at + RUN]))]


def _breaks_of_prose(groups: Sequence[Sequence[Line]]) -> list[tuple[Line, Line]]:
    """The breaks that tell how prose is set; all of them where there is none.

    Those in listings, beside rules and before items of lists are meant in any text.
    """
    found = [
        pair
        for group in groups
        if len(group) > 1 and not is_listing(group)
        for pair in pairwise(group)
        if pair[1].begins_small or not (any(map(is_rule, pair)) or pair[1].is_item)
    ]
    return found or [pair for group in groups for pair in pairwise(group)]


def _is_wrapped(breaks: Sequence[tuple[Line, Line]]) -> bool:
    """Whether the breaks between neighbouring lines are those of filled lines."""
    inside = [pair for pair in breaks if goes_on(*pair)]
    if len(inside) < RUNNING_ON * len(breaks) or not inside:
        return False
    if len(inside) >= FEW and 2 * sum(line.pauses for line, _ in inside) > len(inside):
        return False
    return (
        _are_forced(inside) and not _pauses_at_ends(breaks) and not _is_verse_without_pauses(inside)
    )


def _are_forced(inside: Sequence[tuple[Line, Line]]) -> bool:
    """Whether most breaks inside sentences are where a width has them."""
    width = wrap_width(inside)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return False
    slack = RAGGED * width
    return sum(room_left(*pair, width) <= slack for pair in inside) >= FORCED * len(inside)


def _breaks_inside(groups: Sequence[Sequence[Line]]) -> list[tuple[Line, Line]]:
    """The breaks inside sentences of prose."""
    return [
        pair
        for group in groups
        if len(group) > 1 and not is_listing(group)
        for pair in pairwise(group)
        if goes_on(*pair)
    ]


def _is_broken_by_hand(groups: Sequence[Sequence[Line]]) -> bool:
    """Whether long lines of prose run on into one another, though no width breaks them.

    So some write the sources of handbooks: groups begin with a capital, lines inside them mostly
    with a small letter, after no pause. Lists, letters and verse have shorter lines, or pause.
    """
    inside = _breaks_inside(groups)
    if len(inside) < max(FEW, BY_HAND * len(_breaks_of_prose(groups))):
        return False
    reaches = sorted(line.reach for line, _ in inside)
    prose = [group for group in groups if not is_listing(group)]
    return (
        LONG_LINE <= reaches[len(reaches) // 2] <= MAX_WIDTH
        and 3 * sum(line.pauses for line, _ in inside) <= len(inside)
        and 2 * sum(group[0].begins_small for group in prose) <= len(prose)
        and not _is_verse_without_pauses(inside)
    )


def _pauses_at_ends(breaks: Sequence[tuple[Line, Line]]) -> bool:
    """Whether lines end where one pauses: the lines of a song, of which all are nearly as long."""
    ends = sum(line.pauses for line, _ in breaks)
    return ends >= FEW and ends > AT_ENDS * sum(line.inner_pauses for line, _ in breaks)


def _is_verse_without_pauses(inside: Sequence[tuple[Line, Line]]) -> bool:
    """Whether narrow lines were broken as a poet breaks them who has no capitals and no commas.

    Prose pauses anywhere, and so inside its lines, too; and where it does not, a program filled
    them to the last cell. Only of scripts with small letters: others may do without punctuation.
    """
    width = wrap_width(inside)
    if width > NARROW or 2 * sum(following.begins_small for _, following in inside) < len(inside):
        return False
    if sum(line.inner_pauses for line, _ in inside) >= PAUSING * len(inside):
        return False
    full = max(line.reach for line, _ in inside if line.reach <= STRAY * width)
    return any(room_left(*pair, full, hyphens=True) >= 0 for pair in inside)


def _are_even_stanzas(groups: Sequence[Sequence[Line]]) -> bool:
    """Whether short lines stand in groups of as many lines each, which all end where lines end.

    So does verse in metre, whose lines seem to fill a width. Prose that does so has paragraphs of
    any length, their last lines reach anywhere, and few of its lines end where one pauses: of
    20,000 times two to four paragraphs, filled to 26 to 60 cells, two are taken for verse.
    """
    stanzas = [group for group in groups if len(group) > 1]
    if len(stanzas) < EVEN_STANZAS or len(set(map(len, stanzas))) > 1:
        return False
    reaches = [line.reach for group in stanzas for line in group]
    breaks = [pair for group in stanzas for pair in pairwise(group)]
    return (
        len(stanzas[0]) >= STANZA_LINES
        and max(reaches) <= NARROW
        and min(group[-1].reach for group in stanzas) >= EVEN * max(reaches)
        and 2 * sum(line.pauses for line, _ in breaks) >= len(breaks)
    )


def _is_verse_in_stanzas(groups: Sequence[Sequence[Line]]) -> bool:
    """Whether most lines stand in groups that read like stanzas."""
    grouped = [
        group
        for group in groups
        if len(group) > 1 and all(line.reach <= MAX_WIDTH for line in group)
    ]
    return (
        len(groups) > 1
        and max(map(len, groups)) <= STANZA
        and 2 * sum(map(len, grouped)) > sum(map(len, groups))
        and _reads_on([pair for group in grouped for pair in pairwise(group)])
    )


def _reads_on(breaks: Sequence[tuple[Line, Line]]) -> bool:
    """Whether short lines belong together, as verse does and lists and addresses do not.

    Verse pauses at the ends of its lines, but mostly in the middle of a sentence.
    """
    total = len(breaks)
    ended = sum(line.ends_sentence for line, _ in breaks)
    tied = sum(line.pauses or following.begins_small for line, following in breaks)
    items = sum(following.is_item for _, following in breaks)
    return (
        wrap_width(breaks) <= VERSE_WIDTH
        and 2 * ended < total
        and 5 * tied >= 2 * total
        and 2 * items < total
    )


class _Wrap:
    """How a wrapped text is set: its width, how exactly lines are filled, how paragraphs begin."""

    def __init__(self, groups: Sequence[Sequence[Line]]) -> None:
        inside = _breaks_inside(groups) or _breaks_of_prose(groups)
        self._width = max((line.reach for line, _ in inside), default=0)
        self._groups = groups
        self._reaches = self._measured(hyphens=False)
        """For each line by its start how far it would reach with the first word of the next."""
        self._slack = -1  # filled exactly: a break before a word that would have fitted is meant
        self._by_hand = False
        if not self._is_exact(inside):
            self._reaches = self._measured(hyphens=True)
            if not self._is_exact(inside):
                self._width = wrap_width(inside)
                self._slack = max(8, self._width // 5)
                self._by_hand = not _are_forced(inside) and _is_broken_by_hand(groups)
        self._indents = _begins_with_indents(groups)

    def paragraphs(self, group: Sequence[Line]) -> Iterator[Span]:
        """The paragraphs of the lines between two empty lines."""
        first, last = group[0].start, group[0].end
        rules = [not line.text[0].isalnum() and is_rule(line) for line in group]
        for line, begins, after_rule, rule in zip(
            group[1:], self._meant(group), rules, rules[1:], strict=False
        ):
            if begins or after_rule or rule:
                yield Span(first, last)
                first = line.start
            last = line.end
        yield Span(first, last)

    def _meant(self, group: Sequence[Line]) -> list[bool]:
        """Which of the breaks of a group begin a paragraph."""
        breaks = list(pairwise(group))
        free = [self._room(line) > self._slack for line, _ in breaks]
        if any(free) and is_listing(group):
            return free
        runs_on = self._by_hand and 2 * sum(goes_on(*pair) for pair in breaks) >= len(breaks)
        if sum(free) >= UNFILLED * len(free) and not runs_on and not self._any_forced(breaks):
            together = _reads_on(breaks) and not _is_head_over_body(group)
            return [following.is_item or not together for _, following in breaks]
        margin = min(line.indent for line in group)
        return [
            self._is_meant(*pair, margin, free=is_free)
            for pair, is_free in zip(breaks, free, strict=True)
        ]

    def _measured(self, *, hyphens: bool) -> dict[int, int]:
        return {
            line.start: reach_with_next(line, following, hyphens=hyphens)
            for group in self._groups
            for line, following in pairwise(group)
        }

    def _room(self, line: Line) -> int:
        """The cells that would be left in a line with the first word of the next."""
        return self._width - self._reaches[line.start]

    def _is_exact(self, inside: Sequence[tuple[Line, Line]]) -> bool:
        """Whether each break inside a sentence was forced, as programs fill lines."""
        return all(self._room(line) < 0 for line, _ in inside)

    def _any_forced(self, breaks: Sequence[tuple[Line, Line]]) -> bool:
        """Whether a line was surely broken by the width."""
        return any(self._room(pair[0]) < 0 and goes_on(*pair) for pair in breaks)

    def _is_meant(self, line: Line, following: Line, margin: int, *, free: bool) -> bool:
        """Whether a paragraph ends between two lines of a group that is mostly filled."""
        if free and _is_head(line, following):
            return True
        if following.begins_small:
            return False
        if self._indents and following.indent > margin + INDENT:
            return True
        if following.is_item:
            return free or line.ends_sentence
        if not free or self._by_hand or line.is_open:
            return False
        return line.ends_sentence or not (line.pauses or following.begins_marked)


def _is_head(line: Line, following: Line) -> bool:
    """Whether a line stands above what is set further in, as a term above its definition."""
    return following.indent > line.indent + INDENT and not (line.is_item or line.pauses)


def _is_head_over_body(group: Sequence[Line]) -> bool:
    """Whether all lines but the first are set further in than this one."""
    return len(group) > 1 and all(_is_head(group[0], line) for line in group[1:])


def _begins_with_indents(groups: Sequence[Sequence[Line]]) -> bool:
    """Whether an indented line begins a paragraph, rather than going on under an item.

    Then the lines before indented ones are the last of their paragraphs and end sentences.
    """
    before = [
        line
        for group in groups
        for line, following in pairwise(group)
        if following.indent > line.indent + INDENT
    ]
    return 2 * sum(line.ends_sentence for line in before) > len(before)

"""Runs of short lines -> HTML: lists of names and poems, said short.

Imports the engine's public names and the view model. Bands and paragraphs are indices.

Of ten thousand short lines a page would say more around them than in them. So a run of them is one
`<div class=k>` that holds nothing but paragraphs: a left one, its counterpart, the next left one.
How much changed, in per cent, is `data-g` of the left paragraph; it stands between the two. Without
it both are the same, letter by letter. A changed sentence that is all of its line has no element of
its own: what would be said by it is said by the paragraph, and `data-w` is how little of it was
kept. Numbers of paragraphs stand at the first line of either side and then at every tenth, as in
the margin of a poem, and the others are counted on from there. Where both sides of a change are
such lines, the left one says its number, and its counterpart nothing; it is shown on the left
alone. The style sheet shows a run as it is, for browsers without scripts and on paper; the script
makes ordinary bands of it before anything else (`lines.js`).

What faces nothing stands between these paragraphs: `<del>` for a line, or `<del>` around the
paragraphs of several, and `<ins>` alike. `data-w` of it says how many words there are if there are
several; only the first line says its change and the id of its row.

Where there are so many changes that the list leads to every tenth alone, so is the number of every
tenth said, and the id of its row. A line whose change follows that of the line before has `data-e`
instead of `data-g`, with nothing behind it where all of it changed, or none of these where it
has `data-w` or faces nothing. The script gives numbers and ids back: an id is made of the texts of
a row and of how many rows had the same before, and those are said of which that is not true
(`names.js`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Final

from variorum.engine import Band, BandKind, Paragraph, Side, StyleKind, usual_name
from variorum.reports import phrases
from variorum.reports.marks import Marks
from variorum.reports.page.change_list import MOST_LINKED, STEP
from variorum.reports.page.escape import escaped, replaced
from variorum.reports.page.gaps import gaps_inside, words_of_rows
from variorum.reports.page.side import (
    Counted,
    LoneLine,
    SideWriter,
    indent_of,
    paragraph_class,
)

MOST_TOGETHER: Final = 128
"""So many lines make up a run at most: as high as a stretch, see `stretches.py`. More follow each
other only where all of them face nothing."""

LONGEST: Final = 120
"""Fewer code points than a line has that is said short. The text of longer ones outweighs what is
said around them: besides 150 KB, a page of sentences of 118 letters that all changed, each a
paragraph of its own, is 1.5 times as long as both texts, and 1.8 times with cells around them; of
65 letters 1.5 and 2.4 times."""

_NUMBERED: Final = 10
"""Paragraphs whose numbers are multiples of this bear them."""

_STYLES: Final = (StyleKind.BODY, StyleKind.VERSE, StyleKind.LIST_ITEM, StyleKind.TABLE_CELL)
"""Those of lines that can be said short; the style sheet knows no others there."""

_STYLES_BOTH_WAYS: Final = (StyleKind.BODY, StyleKind.VERSE, StyleKind.TABLE_CELL)
"""The same where some are written from right to left: items have their indent on the left there."""

_LONE: Final = {BandKind.MISSING: Side.LEFT, BandKind.NEW: Side.RIGHT}
"""On which side a band stands that has no counterpart."""

_BETWEEN: Final = "\x1e"
"""What stands between the texts of both sides in that of which the id of a row is made."""

Lines = tuple[bool, Sequence[Band]]
"""Whether the same stands on both sides; and a band of a line and its counterpart, or those of
lines that face nothing together."""


def counts_on(marks: Marks) -> bool:
    """Whether there are so many changes that most lines leave out what can be told from others."""
    return len(marks.changes) > MOST_LINKED


class LineWriter:
    """Writes runs of lines that face each other one by one, and of some that face nothing."""

    def __init__(self, marks: Marks, sides: Mapping[Side, SideWriter]) -> None:
        self._marks = marks
        self._sides = sides
        self._paragraphs = {side: marks.comparison.document(side).paragraphs for side in Side}
        left, right = sides[Side.LEFT], sides[Side.RIGHT]
        # Said once for both sides.
        self._attributes = left.attributes
        self._alike = left.attributes == right.attributes
        one_way = left.one_way and right.one_way
        self._styles = _STYLES if one_way else _STYLES_BOTH_WAYS
        self._counts_on = counts_on(marks)
        self._untold: dict[str, int] = {}
        """How many lines of the same texts had no id so far."""
        self.repeats = False
        """Whether some had, so that the script has to count them from the first one on."""

    def name(self, lines: Lines) -> str | None:
        """The class of the paragraphs of a band or some if they can be said short, or else None.

        Args:
            lines: of any kind; their paragraphs are short.
        """
        same, bands = lines
        band = bands[0]
        if not self._alike:
            return None
        if band.kind in _LONE:
            return self._lone_name(_LONE[band.kind], bands)
        if band.kind is not BandKind.SAME:
            return None
        left, right = (self._paragraphs[side][_line(side, band)] for side in Side)
        if left.style != right.style or left.style.kind not in self._styles:
            return None
        if not same and (band.changed <= 0 or gaps_inside(self._marks, band)):
            return None
        if self._is_indented(Side.LEFT, left) or self._is_indented(Side.RIGHT, right):
            return None
        return paragraph_class(left)

    def _lone_name(self, side: Side, bands: Sequence[Band]) -> str | None:
        paragraphs = [self._paragraphs[side][_line(side, band)] for band in bands]
        style = paragraphs[0].style
        if style.kind not in self._styles or any(each.style != style for each in paragraphs):
            return None
        if any(self._sides[side].lone_line(_line(side, band)) is None for band in bands):
            return None
        if any(self._is_indented(side, each) for each in paragraphs):
            return None
        return paragraph_class(paragraphs[0])

    def _is_indented(self, side: Side, paragraph: Paragraph) -> bool:
        """Whether it is a stanza with an indent of its own, which only the full form says."""
        return indent_of(self._marks.comparison.document(side), paragraph) > 0

    def written(self, name: str, run: Iterable[Lines]) -> str:
        """A run of lines of one class.

        Args:
            name: of the class.
            run: all of them.
        """
        parts: list[str] = []
        last: int | None = None
        unnumbered = set(Side)
        closed = True
        for same, bands in run:
            band = bands[0]
            side = _LONE.get(band.kind)
            if side is not None:
                # A paragraph ends before another one, but not before what faces nothing.
                parts.append("" if closed else "</p>")
                html, last = self._lone(side, bands, last, first=side in unnumbered)
                unnumbered.discard(side)
            elif same:
                html = self._same_pair(band, unnumbered)
            else:
                html = self._changed_pair(band, unnumbered, last)
                last = self._sides[Side.LEFT].last_change(_line(Side.LEFT, band)) or last
            parts.append(html)
            closed = side is not None
            if side is None:
                unnumbered.clear()
        names = f'"k {name}"' if name else "k"
        return f"<div class={names}{self._attributes}>{''.join(parts)}</div>\n"

    def _same_pair(self, band: Band, unnumbered: set[Side]) -> str:
        """A left line and its counterpart, both the same, letter by letter.

        Args:
            band: of the two.
            unnumbered: the sides that have no line in their run so far.
        """
        return "".join(
            self._sides[side].line(
                _line(side, band), numbered=_is_numbered(side, band, first=side in unnumbered)
            )
            for side in Side
        )

    def _changed_pair(self, band: Band, unnumbered: set[Side], last: int | None) -> str:
        """A left line and its counterpart.

        Args:
            band: of the two.
            unnumbered: the sides that have no line in their run so far.
            last: the number of the last change before, in this run.
        """
        left, right = self._sides[Side.LEFT], self._sides[Side.RIGHT]
        counted = None
        # The first one of those that share a way is where it leads.
        if self._counts_on and last is not None and last % STEP:
            counted = Counted(last + 1, partial(self._may_go, self._texts(band)))
        line = left.changed_line(
            _line(Side.LEFT, band),
            share=escaped(_percents(band)),
            numbered=_is_numbered(Side.LEFT, band, first=Side.LEFT in unnumbered),
            counted=counted,
        )
        counterpart = right.changed_line(
            _line(Side.RIGHT, band),
            numbered=_is_numbered(Side.RIGHT, band, first=Side.RIGHT in unnumbered),
            known=line.says,
        )
        return line.html + counterpart.html

    def _lone(
        self, side: Side, bands: Sequence[Band], last: int | None, *, first: bool
    ) -> tuple[str, int]:
        """Lines that face nothing together, and the number of the last change.

        Args:
            side: where they stand.
            bands: theirs.
            last: the number of the last change before, in this run.
            first: whether they are the first ones of their side in their run.
        """
        parts: list[str] = []
        tag = ""
        for band in bands:
            line = self._sides[side].lone_line(_line(side, band))
            assert line is not None, "asked for its name"
            tag = line.tag
            number = f" data-i={_line(side, band) + 1}"
            told = (number if _is_numbered(side, band, first=first) else "") + line.way
            told += self._said(line, self._texts(band), last, follows=bool(parts))
            parts.append(f"{told}>{line.html}")
            last, first = line.change, False
        assert last is not None, "there is a line"
        words = words_of_rows(self._marks, side, range(bands[0].rows.start, bands[-1].rows.end))
        count = f" data-w={words:,}" if words != 1 else ""
        if len(parts) == 1:
            return f"<{tag}{count}{parts[0]}</{tag}>", last
        return f"<{tag}{count}><p{'<p'.join(parts)}</p></{tag}>", last

    def _said(self, line: LoneLine, texts: str, last: int | None, *, follows: bool) -> str:
        """What a line that faces nothing says of its change and row, as attributes.

        Args:
            line: itself.
            texts: what the id of its row is made of.
            last: the number of the last change before, in this run.
            follows: whether another one stands right before it, in the same element.
        """
        if follows and line.change == last and not line.begins:
            return "" if self._may_go(texts, line.row) else f" id={line.row}"
        next_one = last is not None and line.begins and line.change == last + 1 and last % STEP
        if self._counts_on and next_one and self._may_go(texts, line.row):
            return ""
        return f" id={line.row} data-{'n' if line.begins else 'c'}={line.change}"

    def _texts(self, band: Band) -> str:
        """What the id of the row of a line is made of, as far as the page shows it."""
        texts = []
        for side, found in ((Side.LEFT, band.left), (Side.RIGHT, band.right)):
            document = self._marks.comparison.document(side)
            texts.append(document.paragraph_text(found.start) if found.length else "")
        return _BETWEEN.join(texts)

    def _may_go(self, texts: str, row: str) -> bool:
        """Whether the script finds the id of a row; it is never said then, and counted here."""
        count = self._untold.get(texts, 0)
        if usual_name(texts, count) != row or _shows_other_signs(texts):
            return False
        self._untold[texts] = count + 1
        self.repeats = self.repeats or count > 0
        return True


def _shows_other_signs(texts: str) -> bool:
    """Whether the page cannot hold some of what the id of a row is made of."""
    left, right = texts.split(_BETWEEN, 1)
    return any(True for part in (left, right) for _ in replaced(part, 0, len(part)))


def _is_numbered(side: Side, band: Band, *, first: bool) -> bool:
    """Whether a line bears the number of its paragraph."""
    return first or not (_line(side, band) + 1) % _NUMBERED


def _percents(band: Band) -> str:
    return phrases.percent(band.changed, 1).removesuffix("%")


def _line(side: Side, band: Band) -> int:
    return band.left.start if side is Side.LEFT else band.right.start

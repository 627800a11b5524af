"""Runs of short lines -> HTML: lists of names and poems, said short.

Imports the engine's public names and the view model. Bands and paragraphs are indices.

Of ten thousand short lines a page would say more around them than in them. So a run of them is one
`<div class=k>` that holds nothing but paragraphs: a left one, its counterpart, the next left one.
How much changed, in per cent, is `data-g` of the left paragraph; it stands between the two. Without
it both are the same, letter by letter. A changed sentence that is all of its line has no element of
its own: what would be said by it is said by the paragraph. Numbers of paragraphs stand at the first
line and then at every tenth, as in the margin of a poem, and the others are counted on from
there. Where both sides of a change are such lines, the left one says its number, and its
counterpart nothing; it is shown on the left alone. The style sheet shows a run as it is, for
browsers without scripts and on paper; the script makes ordinary bands of it before anything else
(`lines.js`).

Where there are so many changes that the list leads to every tenth alone, so is the number of every
tenth said, and the id of its row. A line whose change follows that of the line before has `data-e`
instead of `data-g`, and `data-ids` of its run holds the ids of all these lines, five bytes each:
the script gives them back.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from typing import Final

from variorum.engine import Band, BandKind, Side, StyleKind
from variorum.reports import phrases
from variorum.reports.marks import Marks
from variorum.reports.page.change_list import MOST_LINKED, STEP
from variorum.reports.page.escape import escaped
from variorum.reports.page.gaps import gaps_inside
from variorum.reports.page.side import SideWriter, paragraph_class

MOST_TOGETHER: Final = 128
"""So many lines make up a run at most: as high as a stretch, see `stretches.py`."""

LONGEST: Final = 120
"""Fewer code points than a line has that is said short. The text of longer ones outweighs what is
said around them: besides 150 KB, a page of sentences of 118 letters that all changed, each a
paragraph of its own, is 1.5 times as long as both texts, and 1.8 times with cells around them; of
65 letters 1.5 and 2.4 times."""

_NUMBERED: Final = 10
"""Paragraphs whose numbers are multiples of this bear them."""

_STYLES: Final = (StyleKind.BODY, StyleKind.VERSE, StyleKind.LIST_ITEM, StyleKind.TABLE_CELL)
"""Those of lines that can be said short; the style sheet knows no others there."""


class LineWriter:
    """Writes runs of lines that face each other one by one."""

    def __init__(self, marks: Marks, sides: Mapping[Side, SideWriter]) -> None:
        self._marks = marks
        self._sides = sides
        self._paragraphs = {side: marks.comparison.document(side).paragraphs for side in Side}
        left, right = sides[Side.LEFT], sides[Side.RIGHT]
        # Said once for both sides.
        self._attributes = left.attributes
        self._alike = left.attributes == right.attributes and left.one_way and right.one_way
        self._counts_on = len(marks.changes) > MOST_LINKED

    def name(self, band: Band, *, same: bool) -> str | None:
        """The class of the two paragraphs of a band if they can be said short, or else None.

        Args:
            band: of any kind; its paragraphs are short lines if it has any on both sides.
            same: whether the same stands on both sides, letter by letter.
        """
        if not self._alike or band.kind is not BandKind.SAME:
            return None
        left, right = (self._paragraphs[side][_line(side, band)] for side in Side)
        if left.style != right.style or left.style.kind not in _STYLES:
            return None
        if not same and (band.changed <= 0 or gaps_inside(self._marks, band)):
            return None
        return paragraph_class(left)

    def written(self, name: str, run: Iterable[tuple[bool, Band]]) -> str:
        """A run of lines of one class.

        Args:
            name: of the class.
            run: for each line whether the same stands on both sides, and its band.
        """
        lines: list[str] = []
        rows: list[str] = []
        last: int | None = None
        for number, (same, band) in enumerate(run):
            first = not number
            if same:
                lines.append(self._same_pair(band, first=first))
                continue
            html, row = self._changed_pair(band, first=first, last=last)
            lines.append(html)
            rows.append(row)
            if self._counts_on:
                last = self._sides[Side.LEFT].last_change(_line(Side.LEFT, band)) or last
        names = f'"k {name}"' if name else "k"
        return f"<div class={names}{self._attributes}{_ids(rows)}>{''.join(lines)}</div>\n"

    def _same_pair(self, band: Band, *, first: bool) -> str:
        """A left line and its counterpart, both the same, letter by letter.

        Args:
            band: of the two.
            first: whether they are the first ones of their run.
        """
        return "".join(
            self._sides[side].line(
                _line(side, band), numbered=_is_numbered(side, band, first=first)
            )
            for side in Side
        )

    def _changed_pair(self, band: Band, *, first: bool, last: int | None) -> tuple[str, str]:
        """A left line and its counterpart, and the id of their row where the run says it.

        Args:
            band: of the two.
            first: whether they are the first ones of their run.
            last: the number of the last change before, in this run.
        """
        left, right = self._sides[Side.LEFT], self._sides[Side.RIGHT]
        counted = None
        # The first one of those that share a way is where it leads.
        if self._counts_on and last is not None and last % STEP:
            counted = last + 1
        line = left.changed_line(
            _line(Side.LEFT, band),
            share=escaped(_percents(band)),
            numbered=_is_numbered(Side.LEFT, band, first=first),
            counted=counted,
        )
        counterpart = right.changed_line(
            _line(Side.RIGHT, band),
            numbered=_is_numbered(Side.RIGHT, band, first=first),
            known=line.says,
        )
        return line.html + counterpart.html, line.row


def _is_numbered(side: Side, band: Band, *, first: bool) -> bool:
    """Whether a line bears the number of its paragraph."""
    return first or not (_line(side, band) + 1) % _NUMBERED


def _ids(rows: Iterable[str]) -> str:
    """Ids of rows, ten hexadecimal digits each, as an attribute."""
    packed = urlsafe_b64encode(bytes.fromhex("".join(rows))).decode("ascii").rstrip("=")
    return f' data-ids="{packed}"' if packed else ""


def _percents(band: Band) -> str:
    return phrases.percent(band.changed, 1).removesuffix("%")


def _line(side: Side, band: Band) -> int:
    return band.left.start if side is Side.LEFT else band.right.start

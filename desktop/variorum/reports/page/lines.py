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
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from variorum.engine import Band, BandKind, Side, StyleKind
from variorum.reports import phrases
from variorum.reports.marks import Marks
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
        lines = "".join(
            self._pair(band, same=same, first=not number) for number, (same, band) in enumerate(run)
        )
        names = f'"k {name}"' if name else "k"
        return f"<div class={names}{self._attributes}>{lines}</div>\n"

    def _pair(self, band: Band, *, same: bool, first: bool) -> str:
        """A left line and its counterpart.

        Args:
            band: of the two.
            same: whether both are the same, letter by letter.
            first: whether they are the first ones of their run.
        """
        index, other = _line(Side.LEFT, band), _line(Side.RIGHT, band)
        left, right = self._sides[Side.LEFT], self._sides[Side.RIGHT]
        numbered, other_numbered = (first or not (i + 1) % _NUMBERED for i in (index, other))
        if same:
            return left.line(index, numbered=numbered) + right.line(other, numbered=other_numbered)
        share = escaped(_percents(band))
        line = left.changed_line(index, share=share, numbered=numbered)
        counterpart = right.changed_line(other, numbered=other_numbered, known=line.says)
        return line.html + counterpart.html


def _percents(band: Band) -> str:
    return phrases.percent(band.changed, 1).removesuffix("%")


def _line(side: Side, band: Band) -> int:
    return band.left.start if side is Side.LEFT else band.right.start

"""The two texts side by side -> HTML: one grid for each band, facing paragraphs level.

Imports the engine's public names and the view model. Bands, rows and paragraphs are indices.

A band is `<div class=b>`, with `u` when nothing changed in it, `x` when it is missing, `y` when it
is new, `m` when it moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, groupby
from operator import itemgetter
from typing import Final

from variorum.engine import (
    Band,
    BandKind,
    Comparison,
    Document,
    RowKind,
    Side,
    count_words,
    kinds_of_rows,
)
from variorum.reports import phrases
from variorum.reports.marks import Marks
from variorum.reports.page import gaps
from variorum.reports.page.escape import escaped
from variorum.reports.page.gaps import Gap, gap_link
from variorum.reports.page.later import is_long, put_off
from variorum.reports.page.lines import LONGEST, MOST_TOGETHER, LineWriter, counts_on
from variorum.reports.page.moves import MoveEnds
from variorum.reports.page.remarks import Remarks
from variorum.reports.page.side import NO_GAPS, SideWriter, keeps_breaks
from variorum.reports.page.stretches import FULL, Piece, gathered

LEAST_FOLDED: Final = 3
"""So many unchanged bands, beside the one at each end, are worth folding."""

_LINE: Final = 60
"""Characters of a line in a column of the usual width."""

_LEAST_LETTERS: Final = 400
"""Code points of unchanged short lines that are worth folding, where there are many: a fold is a
hundred letters on the page, and a line itself."""

_TOGETHER: Final = 8
"""So many unchanged lines of a list or a poem make up one band: as high as a paragraph is."""

_MANY: Final = 300
"""Of more bands a page of short lines says more around them than in them; in a shorter page each
line has its number."""

_SHORT: Final = 60
"""Fewer code points than such a line has; the script knows it, too. Where it wraps, it does so on
both sides alike, since the columns are of one width: so what stands together stays level."""

_Known = tuple[bool, tuple[int, Band]]
"""Whether nothing changed in a band; its index, and the band."""

_LONE: Final = {BandKind.MISSING: "x", BandKind.NEW: "y"}


_SAID_SHORT: Final = frozenset({BandKind.SAME, *_LONE})
"""Bands of these kinds may be said short where they are short lines."""


def may_have_lines(comparison: Comparison) -> bool:
    """Whether a page has so many bands that short lines among them are said short."""
    return len(comparison.bands) > _MANY


def may_leave_ids_out(marks: Marks) -> bool:
    """Whether a page has short lines that may not say the ids of their rows."""
    comparison = marks.comparison
    if not may_have_lines(comparison):
        return False
    return counts_on(marks) or any(band.kind in _LONE for band in comparison.bands)


class BandWriter:
    """Writes the bands of a comparison from top to bottom."""

    def __init__(self, marks: Marks, remarks: Remarks) -> None:
        self._marks = marks
        self._comparison = marks.comparison
        self._remarks = remarks
        self._ends = MoveEnds(marks)
        self._sides = {side: SideWriter(marks, side, self._ends, remarks) for side in Side}
        # For each side the likely height of all paragraphs before each.
        self._above = {side: _heights(self._comparison.document(side)) for side in Side}
        self._kinds = kinds_of_rows(self._comparison.rows)
        same = map(self._is_same, self._comparison.bands)
        self._bands = list(zip(same, enumerate(self._comparison.bands), strict=True))
        self._short = LineWriter(marks, self._sides)
        self._is_long = is_long(marks.comparison)

    def all(self) -> Iterator[str]:
        """The bands; long runs in which nothing changed can be folded."""
        parts = gathered(self._pieces())
        if self._is_long:
            yield from put_off(parts, lambda: self._short.repeats)
        else:
            yield from parts

    def _pieces(self) -> Iterator[Piece]:
        for folds, run in self._sections():
            if folds:
                yield from self._folded(run)
            else:
                yield from self._open(run)

    def _sections(self) -> Iterator[tuple[bool, list[_Known]]]:
        """All bands in runs: those that can be folded, and what stands between them."""
        held: list[_Known] = []
        for same, group in groupby(self._bands, itemgetter(0)):
            run = list(group)
            if same and self._is_worth_folding(run):
                yield False, [*held, run[0]]
                yield True, run[1:-1]
                held = run[-1:]
            else:
                held += run
        yield False, held

    def _open(self, run: list[_Known]) -> Iterator[Piece]:
        """Bands one after the other; runs of short lines among them in the short form."""
        if not may_have_lines(self._comparison):
            yield from self._in_full(run)
            return
        for name, group in groupby(_together(run), self._line_name):
            if name is None:
                yield from self._in_full(chain.from_iterable(group))
                continue
            for lines in _parted(group):
                yield self._listed(name, lines)

    def _listed(self, name: str, run: list[list[_Known]]) -> Piece:
        lines = [(known[0][0], [band for _, (_, band) in known]) for known in run]
        html = self._short.written(name, lines)
        return self._piece(html, [band for _, bands in lines for band in bands])

    def _in_full(self, run: Iterable[_Known]) -> Iterator[Piece]:
        for same, group in groupby(run, itemgetter(0)):
            bands = [entry for _, entry in group]
            yield from self._untouched(bands) if same else self._changed(bands)

    def _line_name(self, together: list[_Known]) -> str | None:
        """The class of short lines that can be said short; None of all other bands."""
        # What is asked for most often, and quickly told, comes first.
        for _, entry in together:
            band = entry[1]
            if band.kind not in _SAID_SHORT or band.moves or not self._is_line(entry, LONGEST):
                return None
        return self._short.name((together[0][0], [band for _, (_, band) in together]))

    @property
    def folds(self) -> bool:
        """Whether there is a run of unchanged bands that can be folded."""
        runs = groupby(self._bands, itemgetter(0))
        return any(same and self._is_worth_folding(list(run)) for same, run in runs)

    def _is_worth_folding(self, run: Sequence[_Known]) -> bool:
        """Whether unchanged bands, but for the first and the last one, are many enough."""
        inside = run[1:-1]
        if len(inside) < LEAST_FOLDED:
            return False
        if not may_have_lines(self._comparison):
            return True
        spans = (self._comparison.left.paragraphs[band.left.start].span for _, (_, band) in inside)
        lengths = accumulate(span.length for span in spans)
        return any(length >= _LEAST_LETTERS for length in lengths)

    def wrapped(self, side: Side) -> bool:
        """Whether line breaks inside the paragraphs of a side mean nothing."""
        return not keeps_breaks(self._comparison.document(side))

    def _is_same(self, band: Band) -> bool:
        """Whether the same stands on both sides, letter by letter."""
        if band.kind is not BandKind.SAME or band.changed > 0:
            return False
        left = self._comparison.left.paragraph_text(band.left.start)
        if left != self._comparison.right.paragraph_text(band.right.start):
            return False
        if self._formatted(band):
            return False
        kinds = self._kinds[band.rows.start : band.rows.end]
        return kinds.count(RowKind.EQUAL) == len(kinds)

    def _folded(self, run: list[_Known]) -> Iterator[Piece]:
        words = sum(self._words(band) for _, (_, band) in run)
        told = f"{phrases.count(len(run), 'unchanged paragraph')}, {phrases.count(words, 'word')}"
        opening, closing = f"<details class=fold open><summary>{told}</summary>\n", "</details>\n"
        lines = self._lines(band for _, (_, band) in run)
        if lines <= FULL:
            inside = "".join(piece.html for piece in self._open(run))
            yield Piece(f"{opening}{inside}{closing}", lines + 1)
        else:
            yield Piece(opening, 0)
            yield from self._open(run)
            yield Piece(closing, 0)

    def _words(self, band: Band) -> int:
        document = self._comparison.left
        return sum(
            count_words(document.text, *document.paragraphs[i].span) for i in range(*band.left)
        )

    def _untouched(self, run: Iterable[tuple[int, Band]]) -> Iterator[Piece]:
        """Bands in which nothing changed; short ones together, as long as they stay level."""
        held: list[tuple[int, Band]] = []
        for entry in run:
            alone = not may_have_lines(self._comparison) or not self._is_line(entry, _SHORT)
            if held and (alone or len(held) == _TOGETHER):
                yield self._plain(held)
                held = []
            held.append(entry)
            if alone:
                yield self._plain(held)
                held = []
        if held:
            yield self._plain(held)

    def _is_line(self, entry: tuple[int, Band], longest: int) -> bool:
        """Whether all of it is short, looks the same on both sides, and bears no sign and no note.

        Args:
            entry: the index of a band with a paragraph on each side or on one, and the band.
            longest: more code points than any of them has.
        """
        index, band = entry
        if self._formatted(band):
            return False
        both = ((Side.LEFT, band.left), (Side.RIGHT, band.right))
        styles = set()
        for side, (start, end) in both:
            for paragraph in self._comparison.document(side).paragraphs[start:end]:
                if paragraph.span.length >= longest:
                    return False
                styles.add(paragraph.style)
        return len(styles) == 1 and not self._remarks.margin((index,)) and not self._has_pins(band)

    def _formatted(self, band: Band) -> bool:
        """Whether something in a band looks otherwise on the other side."""
        formatting = self._marks.formatting
        return formatting.is_shown and any(map(formatting.of_row, range(*band.rows)))

    def _has_pins(self, band: Band) -> bool:
        spans = ((Side.LEFT, band.left), (Side.RIGHT, band.right))
        return any(self._sides[side].has_pins(range(*span)) for side, span in spans)

    def _plain(self, run: list[tuple[int, Band]]) -> Piece:
        numbers, bands = zip(*run, strict=True)
        first, last = bands[0], bands[-1]
        left = self._sides[Side.LEFT].plain_cell(range(first.left.start, last.left.end))
        right = self._sides[Side.RIGHT].plain_cell(range(first.right.start, last.right.end))
        html = f'<div class="b u">{left}{right}{self._remarks.margin(numbers)}</div>\n'
        return self._piece(html, bands)

    def _changed(self, run: Iterable[tuple[int, Band]]) -> Iterator[Piece]:
        def sort(entry: tuple[int, Band]) -> tuple[BandKind, object]:
            # Bands with a counterpart are never joined: each has a sort of its own.
            index, band = entry
            return band.kind, band.moves if band.kind in _LONE else index

        for (kind, _), group in groupby(run, sort):
            bands = list(group)
            yield self._lone(bands) if kind in _LONE else self._facing(*bands[0])

    def _facing(self, index: int, band: Band) -> Piece:
        inside = gaps.gaps_inside(self._marks, band) or NO_GAPS
        left = self._sides[Side.LEFT].cell(range(*band.left), inside)
        right = self._sides[Side.RIGHT].cell(range(*band.right), inside)
        notes = self._remarks.margin((index,))
        html = f"<div class=b>{left}{_gutter(band)}{right}{notes}</div>\n"
        return self._piece(html, (band,))

    def _lone(self, run: list[tuple[int, Band]]) -> Piece:
        """A run of paragraphs without counterpart, which share one gap."""
        numbers, bands = zip(*run, strict=True)
        side = Side.LEFT if bands[0].kind is BandKind.MISSING else Side.RIGHT
        rows = range(bands[0].rows.start, bands[-1].rows.end)
        opposite = list(gaps.gaps_of_rows(self._marks, rows))
        moved = bool(opposite) and all(gap.move for gap in opposite)
        kind = "m" if moved else _LONE[bands[0].kind]
        spans = [band.paragraphs(side) for band in bands]
        own = self._sides[side].cell(range(spans[0].start, spans[-1].end), NO_GAPS)
        empty = self._empty(side.other, opposite)
        both = own + empty if side is Side.LEFT else empty + own
        notes = self._remarks.margin(numbers)
        return self._piece(f'<div class="b {kind}">{both}{notes}</div>\n', bands)

    def _empty(self, side: Side, opposite: list[Gap]) -> str:
        links = "".join(f"<p>{gap_link(self._marks, self._ends, gap)}" for gap in opposite)
        name = "l" if side is Side.LEFT else "r"
        return f'<div class="{name} empty">{links}</div>'

    def _piece(self, html: str, bands: Sequence[Band]) -> Piece:
        return Piece(html, self._lines(bands), self._changes(bands) if self._is_long else ())

    def _changes(self, bands: Iterable[Band]) -> list[int]:
        """The numbers of the changes in some bands."""
        found = self._marks.change_of_row
        return [found[row] for band in bands for row in range(*band.rows) if row in found]

    def _lines(self, bands: Iterable[Band]) -> int:
        """The likely height of some bands, with the space between paragraphs."""
        left = right = 0
        for band in bands:
            left += self._above[Side.LEFT][band.left.end] - self._above[Side.LEFT][band.left.start]
            start, end = band.right
            right += self._above[Side.RIGHT][end] - self._above[Side.RIGHT][start]
        return max(left, right)


def _together(run: Iterable[_Known]) -> Iterator[list[_Known]]:
    """Bands in their order; those without counterpart that share a gap are together."""

    def sort(known: _Known) -> tuple[BandKind, object]:
        index, band = known[1]
        return band.kind, band.moves if band.kind in _LONE else index

    return (list(group) for _, group in groupby(run, sort))


def _parted(lines: Iterable[list[_Known]]) -> Iterator[list[list[_Known]]]:
    """Lines in runs that are not too long."""
    held: list[list[_Known]] = []
    count = 0
    for together in lines:
        if held and count + len(together) > MOST_TOGETHER:
            yield held
            held, count = [], 0
        held.append(together)
        count += len(together)
    if held:
        yield held


def _heights(document: Document) -> list[int]:
    """The likely height of all paragraphs before each, and of all."""
    lines = (1 + (p.span.length + _LINE // 2) // _LINE for p in document.paragraphs)
    return list(accumulate(lines, initial=0))


def _gutter(band: Band) -> str:
    """How much of a band changed, and what became of the borders of its paragraphs."""
    if band.changed <= 0 and band.kind is BandKind.SAME:
        return ""
    said = escaped(phrases.percent(band.changed, 1)) if band.changed > 0 else ""
    if phrases.border_change(band):
        said += f"<span class=border>{_border_sign(band)}</span>"
    return f"<div class=g>{said}</div>"


def _border_sign(band: Band) -> str:
    match band.kind:
        case BandKind.SPLIT:
            return f"¶ split in {band.right.length}"
        case BandKind.MERGED:
            return f"{band.left.length} ¶ merged"
        case _:
            return "¶ regrouped"

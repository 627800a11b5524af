"""The figures of a comparison: words, sentences and paragraphs by what became of them.

Imports the model, the documents and the counting of words. A ledger can be entered into and struck
from, band by band, so that other thresholds need no new count of the whole text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from variorum.engine.counts import Counts
from variorum.engine.document import Document
from variorum.engine.elements import Side
from variorum.engine.formatting import Formatting
from variorum.engine.later import Way
from variorum.engine.model import (
    LONE_BANDS,
    Band,
    BandKind,
    Comparison,
    Edit,
    EditKind,
    Move,
    MovePair,
    Row,
    RowKind,
    Share,
    SideSummary,
    Summary,
    Tally,
)
from variorum.engine.options import Options, Tolerance
from variorum.engine.row_list import rows_to_look_at

_KEPT: Final = "kept"
_EDITED: Final = "edited"
_REWORDED: Final = "reworded"
_MOVED: Final = "moved"
_LONE: Final = "lone"
_PENDING: Final = "pending"

_NAMES: Final = {
    RowKind.EQUAL: _KEPT,
    RowKind.EDITED: _EDITED,
    RowKind.REWORDED: _REWORDED,
    RowKind.MISSING: _LONE,
    RowKind.NEW: _LONE,
    RowKind.PENDING: _PENDING,
}
"""What a row of a kind counts as, unless it moved."""

_CHANGED: Final = (EditKind.REPLACE, EditKind.INSERT, EditKind.DELETE)

_PLAIN: Final = frozenset({RowKind.MISSING, RowKind.NEW, RowKind.PENDING})
"""Rows whose edits are no edits of words."""


_SHORT: Final = 2
"""Letters of a kind that tell it from the others: as a string, those of a long text are cut and
counted fast."""
_BY_SHORT: Final = {kind[:_SHORT]: kind for kind in RowKind}


class Renaming(NamedTuple):
    """Rows that get other names."""

    rows: Sequence[Row | None]
    """All rows; None for those in which nothing changed."""
    kinds: Sequence[RowKind]
    """What they are called so far."""
    anew: Mapping[int, RowKind]
    """What some are called from now on."""

    def in_short(self) -> tuple[str, str]:
        """What all rows are called before and after, in `_SHORT` letters each."""
        names = [kind[:_SHORT] for kind in self.kinds]
        before = "".join(names)
        for number, kind in self.anew.items():
            names[number] = kind[:_SHORT]
        return before, "".join(names)


class Ledger:
    """Adds up a summary."""

    def __init__(self, counts: Counts, left: Document, right: Document, options: Options) -> None:
        self._counts = counts
        self._options = options
        self._documents = (left, right)
        self._words: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._sentences: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._paragraphs: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._kept = 0
        self._splits = 0
        self._merges = 0

    @classmethod
    def of(cls, comparison: Comparison, *, paragraphs: bool = True) -> Ledger:
        """One with the figures of a comparison, to be changed.

        Args:
            comparison: it.
            paragraphs: with those of paragraphs, too.
        """
        left, right, summary = comparison.left, comparison.right, comparison.summary
        ledger = cls(Counts(left, right), left, right, comparison.options)
        for number, side in enumerate((summary.left, summary.right)):
            ledger._words[number].update(_parts(side.words))
            ledger._sentences[number].update(_parts(side.sentences))
            if paragraphs:
                ledger._paragraphs[number].update(_parts(side.paragraphs))
        ledger._kept += summary.kept
        ledger._splits += summary.splits
        ledger._merges += summary.merges
        return ledger

    def band(
        self,
        band: Band,
        rows: Sequence[Row],
        tallies: Sequence[Tally | None],
        moved: Collection[int],
    ) -> None:
        """Enter a band.

        Args:
            band: its rows are looked up in `rows` and `tallies`, which are those of all bands.
            rows: all rows.
            tallies: of all rows.
            moved: the indices of the rows that moved.
        """
        here = rows[slice(*band.rows)]
        words = self._counts.known(here, tallies[slice(*band.rows)])
        names = _names([row.kind for row in here], band.rows.start, moved)
        if band.kind in LONE_BANDS and names.count(names[0]) == len(names):
            self._one_sided(band, names[0], words)
            return
        for name, row, tally in zip(names, here, words, strict=True):
            if name is _KEPT:
                self._kept_row(row, tally)
            else:
                self._row(name, row, tally, 1)
        self._label(band, here, names, 1)

    def _one_sided(self, band: Band, name: str, words: Iterable[Tally]) -> None:
        """Enter paragraphs that face nothing, of which all sentences are called the same."""
        number, span = (0, band.left) if band.left.length else (1, band.right)
        self._words[number][name] += sum(tally.left + tally.right for tally in words)
        self._sentences[number][name] += band.rows.length
        self._paragraphs[number][name] += span.length

    def row(self, row: Row, tally: Tally | None, *, moved: bool, strike: bool = False) -> None:
        """Enter the words and sentences of a row, or strike them.

        Args:
            row: it.
            tally: its words, if they were counted.
            moved: whether it counts as moved.
            strike: take it out again.
        """
        name = _MOVED if moved else _NAMES[row.kind]
        self._row(name, row, tally or self._counts.tally(row), -1 if strike else 1)

    def paragraphs_of(
        self, band: Band, rows: Sequence[Row], moved: Collection[int], *, strike: bool = False
    ) -> None:
        """Enter the paragraphs of a band, or strike them.

        Args:
            band: its rows are looked up in `rows`, which are those of all bands.
            rows: all rows.
            moved: the indices of the rows that moved.
            strike: take them out again.
        """
        here = rows[slice(*band.rows)]
        names = _names([row.kind for row in here], band.rows.start, moved)
        self._label(band, here, names, -1 if strike else 1)

    def untouched(self, words: int, sentences: int, paragraphs: int) -> None:
        """Enter paragraphs each of which faces one of the same words."""
        for number in (0, 1):
            self._words[number][_KEPT] += words
            self._sentences[number][_KEPT] += sentences
            self._paragraphs[number][_KEPT] += paragraphs
        self._kept += 2 * words

    def waiting(
        self, band: Band, words: tuple[int, int], starts: tuple[Sequence[int], Sequence[int]]
    ) -> None:
        """Enter paragraphs of which nothing is known yet.

        Args:
            band: they.
            words: theirs on either side; they count as not kept.
            starts: for each paragraph of a side the index of its first sentence.
        """
        for number, span in enumerate((band.left, band.right)):
            self._words[number][_PENDING] += words[number]
            self._sentences[number][_PENDING] += (
                starts[number][span.end] - starts[number][span.start]
            )
            self._paragraphs[number][_PENDING] += span.length

    def rename(self, renaming: Renaming, tallies: Sequence[Tally | None]) -> None:
        """Enter the words and sentences of rows that are called otherwise now.

        Args:
            renaming: which.
            tallies: the words of all rows.
        """
        for kind, sign in ((RowKind.REWORDED, 1), (RowKind.EDITED, -1)):
            numbers = [number for number, now in renaming.anew.items() if now is kind]
            self._rename(numbers, renaming.rows, tallies, sign)

    def rename_paragraphs(
        self, renaming: Renaming, bands: Iterable[Band], moved: Collection[int]
    ) -> None:
        """Enter the paragraphs of rows that are called otherwise now.

        Args:
            renaming: which rows.
            bands: those that hold them.
            moved: the indices of the rows that moved.
        """
        before, after = renaming.in_short()
        alike: Counter[str] = Counter()
        for band in bands:
            start, end = _SHORT * band.rows.start, _SHORT * band.rows.end
            if band.kind is BandKind.SAME and not band.moves:
                alike[before[start:end]] -= 1
                alike[after[start:end]] += 1
                continue
            here = [row for row in renaming.rows[slice(*band.rows)] if row is not None]
            for kinds, sign in ((before, -1), (after, 1)):
                called = _long(kinds[start:end])
                self._label(band, here, _names(called, band.rows.start, moved), sign)
        self._label_alike(alike)

    def _rename(
        self,
        numbers: Sequence[int],
        rows: Sequence[Row | None],
        tallies: Sequence[Tally | None],
        sign: int,
    ) -> None:
        """Enter that some edited rows are called reworded; the other way round with sign -1."""
        here = [row for number in numbers if (row := rows[number]) is not None]
        counted = [
            tallies[number] or self._counts.tally(row)
            for number, row in zip(numbers, here, strict=True)
        ]
        sums = [sum(column) for column in zip(*counted, strict=True)] or [0, 0, 0, 0]
        counts = sum(len(row.left) for row in here), sum(len(row.right) for row in here)
        for number, words, kept, count in (
            (0, sums[0], sums[1], counts[0]),
            (1, sums[2], sums[3], counts[1]),
        ):
            self._words[number][_KEPT] -= sign * kept
            self._words[number][_EDITED] -= sign * (words - kept)
            self._words[number][_REWORDED] += sign * words
            self._sentences[number][_EDITED] -= sign * count
            self._sentences[number][_REWORDED] += sign * count

    def _label_alike(self, bands: Counter[str]) -> None:
        """Enter how often one paragraph faces one with rows of such kinds; most are alike."""
        for kinds, count in bands.items():
            called = _long(kinds)
            for number, alien in ((0, RowKind.NEW), (1, RowKind.MISSING)):
                label = _label({_NAMES[kind] for kind in called if kind is not alien})
                self._paragraphs[number][label] += count

    def _label(self, band: Band, rows: Sequence[Row], names: Sequence[str], sign: int) -> None:
        """Enter what the paragraphs of a band are called."""
        for number, span in enumerate((band.left, band.right)):
            if span.length == 1:
                self._paragraphs[number][_side_label(number, rows, names)] += sign
            elif span.length:
                paragraph_of = self._documents[number].paragraph_of
                for label in _labels(paragraph_of, number, rows, names):
                    self._paragraphs[number][label] += sign

    def _kept_row(self, row: Row, tally: Tally) -> None:
        """Most rows of most texts; nothing but tolerated differences are in them."""
        (left, right), (left_count, right_count) = self._words, self._sentences
        left[_KEPT] += tally.left
        right[_KEPT] += tally.right
        left_count[_KEPT] += len(row.left)
        right_count[_KEPT] += len(row.right)
        self._kept += tally.left + tally.right
        if len(row.left) != len(row.right):
            self._shape(row, 1)

    def _shape(self, row: Row, sign: int) -> None:
        self._splits += sign * row.is_split
        self._merges += sign * row.is_merge

    def _row(self, name: str, row: Row, tally: Tally, sign: int) -> None:
        words, sentences = self._words, self._sentences
        for number, group, total, kept in (
            (0, row.left, tally.left, tally.left_kept),
            (1, row.right, tally.right, tally.right_kept),
        ):
            if not group:
                continue
            sentences[number][name] += sign * len(group)
            if name is _EDITED:
                words[number][_KEPT] += sign * kept
                words[number][_EDITED] += sign * (total - kept)
            else:
                words[number][name] += sign * total
            self._kept += sign * kept
        self._shape(row, sign)

    def pair(self, pair: MovePair, lone: Collection[Side], *, strike: bool = False) -> None:
        """Enter a pair that moved, or strike it.

        Args:
            pair: of its words count as many as its similarity says.
            lone: the sides whose words are not counted in a row in place already.
            strike: take it out again.
        """
        sign = -1 if strike else 1
        for side in lone:
            total = self._counts.sentences(side, pair.sentences(side))
            self._kept += sign * round(total * pair.similarity)

    def summary(
        self,
        rows: Sequence[Row],
        moves: Sequence[Move],
        paragraphs: Callable[[], Ledger] | None = None,
    ) -> Summary:
        """All figures.

        Args:
            rows: all rows.
            moves: all moves.
            paragraphs: another ledger that theirs are in, or will be when they are first read.
        """
        total = self._words[0].total() + self._words[1].total()
        return Summary(
            left=self._side(0, paragraphs),
            right=self._side(1, paragraphs),
            similarity=self._kept / total if total else 1.0,
            edits=Way(_count_edits, rows, moves),
            moves=len(moves),
            splits=self._splits,
            merges=self._merges,
            tolerated=Way(self._count_tolerated, rows, moves),
            kept=self._kept,
        )

    def _count_tolerated(self, rows: Sequence[Row], moves: Sequence[Move]) -> dict[str, int]:
        """How many differences each tolerance hides, by name."""
        edits = _edits_of_words(rows, moves)
        found = Counter(tolerance.value for edit in edits for tolerance in edit.tolerated)
        if Tolerance.FORMATTING in self._options.tolerances:
            found[Tolerance.FORMATTING.value] = Formatting(*self._documents, rows, moves).count()
        return {name: count for name, count in sorted(found.items()) if count}

    def _side(self, number: int, paragraphs: Callable[[], Ledger] | None) -> SideSummary:
        return SideSummary(
            _share(self._words[number]),
            _share(self._sentences[number]),
            self.paragraphs(number)
            if paragraphs is None
            else Way(lambda: paragraphs().paragraphs(number)),
        )

    def paragraphs(self, number: int) -> Share:
        """Those of one side, 0 or 1."""
        return _share(self._paragraphs[number])


def _count_edits(rows: Sequence[Row], moves: Sequence[Move]) -> dict[str, int]:
    """The replacements, insertions and deletions inside of pairs, by kind."""
    found = Counter(edit.kind for edit in _edits_of_words(rows, moves))
    return {kind.value: found[kind] for kind in _CHANGED if found[kind]}


def _edits_of_words(rows: Sequence[Row], moves: Sequence[Move]) -> Iterator[Edit]:
    for _, row in rows_to_look_at(rows):
        if row.kind not in _PLAIN:
            yield from row.edits
    for move in moves:
        for pair in move.pairs:
            yield from pair.edits


def _long(kinds: str) -> list[RowKind]:
    return [_BY_SHORT[kinds[at : at + _SHORT]] for at in range(0, len(kinds), _SHORT)]


def _names(kinds: Iterable[RowKind], first: int, moved: Collection[int]) -> list[str]:
    """What rows of some kinds count as, of which the first has the index `first`."""
    names = [_NAMES[kind] for kind in kinds]
    if moved:
        names = [_MOVED if n in moved else name for n, name in enumerate(names, first)]
    return names


def _side_label(number: int, rows: Sequence[Row], names: Sequence[str]) -> str:
    """What the only paragraph of one side of a band is called."""
    first = names[0]
    if names.count(first) == len(names):
        return first
    pairs = zip(rows, names, strict=True)
    return _label({name for row, name in pairs if (row.right if number else row.left)})


def _labels(
    paragraph_of: Sequence[int], number: int, rows: Sequence[Row], names: Sequence[str]
) -> Iterator[str]:
    """What the paragraphs of one side of a band are called."""
    by_paragraph: dict[int, set[str]] = {}
    for row, name in zip(rows, names, strict=True):
        for index in row.right if number else row.left:
            by_paragraph.setdefault(paragraph_of[index], set()).add(name)
    return map(_label, by_paragraph.values())


def _label(found: set[str]) -> str:
    """What a paragraph is called: what all of its sentences are, else reworded or edited."""
    if len(found) == 1:
        return next(iter(found))
    if _PENDING in found:
        return _PENDING
    if not found & {_KEPT, _EDITED, _REWORDED}:
        return _MOVED  # partly moved, partly gone
    return _REWORDED if not found & {_KEPT, _EDITED} else _EDITED


def _parts(share: Share) -> dict[str, int]:
    """A share without its total."""
    parts = share._asdict()
    del parts["total"]
    return parts


def _share(counter: Counter[str]) -> Share:
    return Share(
        total=counter.total(),
        kept=counter[_KEPT],
        edited=counter[_EDITED],
        reworded=counter[_REWORDED],
        moved=counter[_MOVED],
        lone=counter[_LONE],
        pending=counter[_PENDING],
    )

"""From links of sentences to a comparison: bands, rows, word edits, moves, figures.

Imports the rest of the engine except the aligner. Positions count code points where they are
spans of text, else sentences, paragraphs or rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter, lt
from typing import Final, TypeVar

from variorum.engine.alignment import Alignment, Gap, Link
from variorum.engine.apart import take_apart
from variorum.engine.bands import Facing, core, find_bands
from variorum.engine.counts import Counts, changed_share
from variorum.engine.document import Document
from variorum.engine.elements import Side, Span, spans
from variorum.engine.model import Band, BandKind, Comparison, Move, MovePair, Row, RowKind, Tally
from variorum.engine.moving import (
    lone_sides,
    move_similarity,
    moved_rows,
    moves_by_paragraph,
    moves_of_band,
)
from variorum.engine.options import Options, Pin
from variorum.engine.pairing import Pairing, is_same, pair_up
from variorum.engine.row_list import LateNames, RowsMaker
from variorum.engine.rows import Linked, Names, Step, lone_row, pair_kind, reading_order
from variorum.engine.summary import Ledger
from variorum.engine.watch import Stage, Watch, watched

_STRIDE: Final = 16
"""How many rows are made between two questions whether to go on: 10 ms where each is reworded."""

_AT_ONCE: Final = 64
"""The words of so many paragraphs are counted in one go, at most: a fraction of a millisecond."""

_T = TypeVar("_T")


def assemble(
    left: Document,
    right: Document,
    alignment: Alignment,
    options: Options,
    watch: Watch,
    pins: tuple[Pin, ...] = (),
    counts: Counts | None = None,
) -> Comparison:
    """Build the comparison that an alignment describes.

    Args:
        left: the one text.
        right: the other.
        alignment: of their sentences.
        options: what differences are called.
        watch: progress and cancellation.
        pins: what a person decided; kept with the result.
        counts: those of other results of the same texts: they remember what was counted.

    Raises:
        Cancelled: the caller wanted to stop.
    """
    _check(alignment)
    counts = counts or Counts(left, right)
    comparison = _Builder(left, right, alignment, options, watch, pins, counts).build()
    return take_apart(comparison, options.thresholds, watch)


def _check(alignment: Alignment) -> None:
    """What everything below relies on; a fault of the aligner would show up far from here."""
    for side in ("left", "right"):
        first = [group[0] for group in map(attrgetter(side), alignment.links)]
        assert all(map(lt, first, first[1:])), f"the links do not ascend on the {side}"


class _Builder:
    """Holds what the steps of the assembly share."""

    def __init__(
        self,
        left: Document,
        right: Document,
        alignment: Alignment,
        options: Options,
        watch: Watch,
        pins: tuple[Pin, ...],
        counts: Counts,
    ) -> None:
        self._left = left
        self._right = right
        self._alignment = alignment
        self._options = options
        self._watch = watch
        self._pins = pins
        self._starts = (left.sentence_starts(), right.sentence_starts())
        self._limits = dict.fromkeys(alignment.limits)
        self._names = Names()
        self._counts = counts
        self._rows = RowsMaker(left, right, LateNames(left, right, self._names))
        self._tallies: list[Tally | None] = []
        self._untouched: set[int] = set()
        """The first rows of the bands in which nothing changed."""
        self._untouched_words = 0
        """How many words these bands have on either side."""
        self._waiting: dict[int, tuple[int, int]] = {}
        """The words of either side in the bands of which nothing is known yet."""
        self._row_of: dict[Side, dict[int, int]] = {side: {} for side in Side}
        self._same = dict(alignment.same)
        self._pending_left = {i for gap in alignment.pending for i in range(*gap.left)}
        self._pending_right = {j for gap in alignment.pending for j in range(*gap.right)}

    def build(self) -> Comparison:
        """All steps."""
        facings = self._facings()
        ranges = self._fill(facings)
        moves = self._moves()
        rows, tallies = self._rows.done(), tuple(self._tallies)
        bands = self._bands(facings, ranges, moves, rows)
        ledger = Ledger(self._counts, self._left, self._right, self._options)
        moved = moved_rows(moves)
        kept = 0
        for band in self._watched(bands):
            first = band.rows.start
            if first in self._untouched:
                kept += band.rows.length
            elif first in self._waiting:
                ledger.waiting(band, self._waiting[first], self._starts)
            else:
                ledger.band(band, rows, tallies, moved)
        ledger.untouched(self._untouched_words, kept, len(self._untouched))
        for move in self._watched(moves):
            for pair, lone in lone_sides(rows, move):
                ledger.pair(pair, lone)
        return Comparison(
            left=self._left,
            right=self._right,
            options=self._options,
            rows=rows,
            moves=moves,
            bands=bands,
            summary=ledger.summary(rows, moves),
            complete=not self._alignment.pending,
            limits=tuple(self._limits),
            pins=self._pins,
            tallies=tallies,
        )

    def _facings(self) -> list[Facing]:
        """The bands' paragraphs."""
        cores = self._cores()
        pending = [
            core(self._left, self._right, _whole(gap))
            for gap in self._alignment.pending
            if gap.left.length and gap.right.length
        ]
        whole_left = Span(0, len(self._left.paragraphs))
        whole_right = Span(0, len(self._right.paragraphs))
        return find_bands(cores, whole_left, whole_right, pending, self._watch.check)

    def _cores(self) -> Iterator[tuple[Span, Span]]:
        """The paragraphs of each link, but of one within the paragraphs of the link before."""
        same = self._alignment.same
        lefts_of_same = spans((i, i + 1) for i, _ in same)
        rights_of_same = spans((j, j + 1) for _, j in same)
        yield from self._watched(zip(lefts_of_same, rights_of_same, strict=True))
        lefts, rights = self._left.paragraph_of, self._right.paragraph_of
        last = (-1, -1)
        for link in self._watched(self._alignment.links):
            if len(link.left) == len(link.right) == 1:
                pair = lefts[link.left[0]], rights[link.right[0]]
                if pair == last:
                    continue
                last = i, j = pair
                yield Span(i, i + 1), Span(j, j + 1)
            else:
                yield core(self._left, self._right, link)

    def _fill(self, facings: Sequence[Facing]) -> list[Span]:
        """Make the rows, and return for each band the range of its own."""
        starts_left, starts_right = self._starts
        lefts = spans([(starts_left[first], starts_left[end]) for _, (first, end), _ in facings])
        rights = spans([(starts_right[first], starts_right[end]) for _, _, (first, end) in facings])
        links = self._alignment.links
        ranges: list[Span] = []
        untouched: list[tuple[int, Span, Span]] = []
        at = used = 0
        for facing, left, right in zip(self._watched(facings), lefts, rights, strict=True):
            first = used
            while used < len(links) and links[used].left[0] < left.end:
                used += 1
            if self._is_untouched(facing, left, right, used - first):
                self._untouched.add(at)
                untouched.append((facing.left.start, left, right))
                end = at + left.length
            else:
                self._fill_untouched(untouched)
                untouched.clear()
                self._fill_band(facing, left, right, links[first:used])
                end = len(self._rows)
            ranges.append(Span(at, end))
            at = end
        self._fill_untouched(untouched)
        return ranges

    def _fill_band(self, facing: Facing, left: Span, right: Span, links: Sequence[Link]) -> None:
        """Make the rows of a band in which something changed, or nothing is known yet."""
        if self._pending_left.issuperset(range(*left)) and self._pending_right.issuperset(
            range(*right)
        ):
            self._fill_pending(facing, left, right)
            return
        total = max(1, len(self._left.parted.starts) + len(self._right.parted.starts))
        for step in reading_order(left, right, links):
            if len(self._rows) % _STRIDE == 0:
                done = (step.at_left + step.at_right) / total
                self._watch.at(Stage.MARKING, done)
            if step.left and step.right:
                self._two_sided(step)
            else:
                self._one_sided(step)

    def _is_untouched(self, facing: Facing, left: Span, right: Span, links: int) -> bool:
        """Whether one paragraph faces one of the same text, sentence by sentence."""
        i, j = facing.left.start, facing.right.start
        if facing.kind is not BandKind.SAME:
            return False
        if self._same:
            return self._same.get(i) == j
        one, other = self._left, self._right
        if left.length != right.length:
            return False
        if left.length != links or one.paragraph_texts[i] != other.paragraph_texts[j]:
            return False
        shift = other.paragraphs[j].span.start - one.paragraphs[i].span.start
        starts = one.parted.starts_in(i, i + 1)
        return [start + shift for start in starts] == other.parted.starts_in(j, j + 1)

    def _fill_untouched(self, bands: Sequence[tuple[int, Span, Span]]) -> None:
        """The rows of bands in which nothing changed; most of a long text is made of those.

        Args:
            bands: that follow each other: their left paragraph, and the sentences of either side.
        """
        if not bands:
            return
        (first, left, right), (last, left_end, right_end) = bands[0], bands[-1]
        for at in range(first, last + 1, _AT_ONCE):
            self._watch.check()
            end = min(at + _AT_ONCE, last + 1)
            self._untouched_words += self._counts.run(Side.LEFT, at, end)
        both = Span(left.start, left_end.end), Span(right.start, right_end.end)
        count = self._rows.add_run(RowKind.EQUAL, *both)
        self._tallies += [None] * count

    def _fill_pending(self, facing: Facing, left: Span, right: Span) -> None:
        """The rows of a band of which nothing is known yet."""
        self._watch.check()
        self._waiting[len(self._rows)] = (
            sum(self._counts.paragraph(Side.LEFT, i) for i in range(*facing.left)),
            sum(self._counts.paragraph(Side.RIGHT, j) for j in range(*facing.right)),
        )
        count = self._rows.add_run(RowKind.PENDING, left, right)
        self._tallies += [None] * count

    def _one_sided(self, step: Step) -> None:
        """The row of a sentence without a counterpart here."""
        side = Side.LEFT if step.left else Side.RIGHT
        (index,) = step.left or step.right
        pending = index in (self._pending_left if step.left else self._pending_right)
        name = self._names.of_step(self._left, self._right, step)
        self._row_of[side][index] = len(self._rows)
        self._rows.add(lone_row(self._left, self._right, step, name, pending=pending))
        words = self._counts.sentence(side, index)
        self._tallies.append(Tally(words, 0, 0, 0) if step.left else Tally(0, 0, words, 0))

    def _two_sided(self, step: Step) -> None:
        if is_same(self._left, self._right, step):
            self._rows.add_same(step)
            self._tallies.append(self._counts.same(step.left[0]))
            return
        found = self._pairing(step)
        if found.equal:
            kind = RowKind.EQUAL
        else:
            kind = pair_kind(found.similarity, self._options.thresholds)
        name = self._names.of_step(self._left, self._right, step)
        row = Row(kind, step.left, step.right, found.similarity, found.edits, name)
        self._rows.add(row)
        self._tallies.append(found.tally or self._counts.tally(row))

    def _pairing(self, link: Linked) -> Pairing:
        """How much of a group was kept; what was cut short is remembered."""
        found = pair_up(self._left, self._right, link, self._options)
        self._limits.update(dict.fromkeys(found.limits))
        return found

    def _moves(self) -> tuple[Move, ...]:
        """The moves, numbered in the order of the left text."""
        chains = sorted(self._alignment.moves, key=lambda chain: min(link.left for link in chain))
        return tuple(self._move(number, chain) for number, chain in enumerate(chains, 1))

    def _move(self, number: int, chain: tuple[Link, ...]) -> Move:
        pairs: list[MovePair] = []
        for link in chain:
            self._watch.check()
            found = self._pairing(link)
            pairs.append(MovePair(link.left, link.right, found.similarity, found.edits))
        of_left, of_right = self._row_of[Side.LEFT], self._row_of[Side.RIGHT]
        left_rows = sorted({of_left[i] for p in pairs for i in p.left if i in of_left})
        right_rows = sorted({of_right[j] for p in pairs for j in p.right if j in of_right})
        return Move(
            number,
            tuple(left_rows),
            tuple(right_rows),
            tuple(pairs),
            move_similarity(self._counts, pairs),
        )

    def _bands(
        self,
        facings: Sequence[Facing],
        ranges: Sequence[Span],
        moves: Sequence[Move],
        rows: Sequence[Row],
    ) -> tuple[Band, ...]:
        moves_at = moves_by_paragraph(self._left, self._right, moves)
        return tuple(
            Band(
                *facing,
                rows=span,
                changed=self._changed(span, rows),
                moves=moves_of_band(moves_at, facing.left, facing.right) if moves else (),
            )
            for facing, span in zip(self._watched(facings), ranges, strict=True)
        )

    def _changed(self, span: Span, rows: Sequence[Row]) -> float:
        """The share of the words of a band that is not kept, 0 to 1."""
        if span.start in self._untouched or span.start in self._waiting:
            return 0.0
        here = rows[slice(*span)]
        return changed_share(here, self._counts.known(here, self._tallies[slice(*span)]))

    def _watched(self, things: Iterable[_T]) -> Iterator[_T]:
        return watched(things, self._watch.check)


def _whole(gap: Gap) -> Link:
    """A gap as if all of its sentences belonged together."""
    return Link(tuple(range(*gap.left)), tuple(range(*gap.right)))

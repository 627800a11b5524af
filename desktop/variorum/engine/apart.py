"""Pairs that are taken apart into missing and new sentences, since they are too unlike.

Imports the model, the documents, and the parts that the assembly is made of; nothing is aligned
or counted anew but what changes. Indices count rows, bands, paragraphs or sentences.

A pair under the lowest threshold becomes the rows of its sentences, each missing or new, and a
pair of a move likewise leaves its move. Its band is then laid out again from the links that are
left, together with the bands of lone paragraphs beside it, so that the result is the one that the
alignment without these links would have had. Rows that stay as they are keep their ids; those of a
taken pair are named after it. Equal rows are never taken apart, nor are pinned ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, groupby
from typing import Final, NamedTuple

from variorum.engine.bands import Facing, bands_with_rows, core, find_bands, further_down
from variorum.engine.counts import Counts, changed_share
from variorum.engine.document import Document
from variorum.engine.elements import Side, Span
from variorum.engine.model import LONE_BANDS, Band, Comparison, Move, MovePair, Row, RowKind, Tally
from variorum.engine.moving import (
    lone_sides,
    move_similarity,
    moved_rows,
    moves_by_paragraph,
    moves_of_band,
)
from variorum.engine.options import Pin, PinKind, Thresholds
from variorum.engine.row_list import RowsMaker, pairs_of_rows
from variorum.engine.rows import Linked, Step, lone_row, reading_order
from variorum.engine.summary import Ledger
from variorum.engine.watch import Watch


def take_apart(
    comparison: Comparison, thresholds: Thresholds, watch: Watch = Watch()
) -> Comparison:
    """Take the pairs under the lowest threshold apart into missing and new.

    Raises:
        Cancelled: the caller wanted to stop.
    """
    least = thresholds.reworded
    if least <= 0:
        return comparison
    pins = [pin for pin in comparison.pins if pin.kind is PinKind.ALIGN]
    rows = comparison.rows
    under = pairs_of_rows(rows).under(least)
    apart = {number for number in under if not _pinned(comparison, rows[number], pins)}
    keeps = [
        tuple(p for p in move.pairs if p.similarity >= least or _pinned(comparison, p, pins))
        for move in comparison.moves
    ]
    if not apart and all(
        len(pairs) == len(move.pairs) for pairs, move in zip(keeps, comparison.moves, strict=True)
    ):
        return comparison
    return _Rebuilder(comparison, apart, keeps, watch).build()


def _pinned(comparison: Comparison, pair: Linked, pins: Sequence[Pin]) -> bool:
    """Whether a person said that a pair belongs together."""
    return any(
        _touches(comparison.left, pair.left, pin.left)
        and _touches(comparison.right, pair.right, pin.right)
        for pin in pins
    )


def _touches(document: Document, group: tuple[int, ...], passage: Span) -> bool:
    end = max(passage.end, passage.start + 1)
    spans = map(document.sentence_span, group)
    return any(span.start < end and passage.start < span.end for span in spans)


_Group = tuple[tuple[int, ...], tuple[int, ...]]
"""The sentences of a row, left and right."""


class _Part(NamedTuple):
    """What is known of a lone sentence before its row is made."""

    name: str
    """The id of the row."""
    words: Tally


_GONE: Final = -1
"""The new number of a row that was taken apart."""


class _Rebuilder:
    """Holds what the steps of taking apart share."""

    def __init__(
        self,
        before: Comparison,
        apart: set[int],
        keeps: Sequence[tuple[MovePair, ...]],
        watch: Watch,
    ) -> None:
        self._before = before
        self._watch = watch
        self._apart = apart
        self._keeps = keeps
        self._counts = Counts(before.left, before.right)
        self._starts = (before.left.sentence_starts(), before.right.sentence_starts())
        self._rows = RowsMaker.beside(before.rows, before.left, before.right)
        self._tallies: list[Tally | None] = []
        self._parts: list[tuple[Row, Tally]] = []
        self._bands: list[Band] = []
        self._struck: list[Band] = []
        self._anew: list[Band] = []
        self._now = [_GONE] * len(before.rows)
        self._moves = self._kept_moves()
        self._moves_at = moves_by_paragraph(before.left, before.right, self._moves)
        self._lost = {
            move.id
            for move, pairs in zip(before.moves, keeps, strict=True)
            if len(pairs) < len(move.pairs)
        }

    def build(self) -> Comparison:
        """All steps."""
        before = self._before
        for bands, again in self._regions():
            if again:
                self._lay_out(bands)
            else:
                self._copy(bands)
        moves = self._place_moves()
        rows, tallies = self._rows.done(), tuple(self._tallies)
        ledger = Ledger.of(before, paragraphs=False)
        self._strike_rows(ledger, moves)
        self._strike_pairs(ledger)

        @cache
        def paragraphs() -> Ledger:
            """Worked out when they are read: whoever moves a threshold looks at words."""
            ledger = Ledger.of(before)
            moved = moved_rows(before.moves)
            for band in self._struck:
                ledger.paragraphs_of(band, before.rows, moved, strike=True)
            moved = moved_rows(moves)
            for band in self._anew:
                ledger.paragraphs_of(band, rows, moved)
            return ledger

        return replace(
            before,
            rows=rows,
            moves=moves,
            bands=tuple(self._bands),
            summary=ledger.summary(rows, moves, paragraphs),
            tallies=tallies,
        )

    def _kept_moves(self) -> tuple[Move, ...]:
        """The moves of which something is left, numbered anew, with the old numbers of rows."""
        out: list[Move] = []
        for move, pairs in zip(self._before.moves, self._keeps, strict=True):
            if not pairs:
                continue
            similarity = move.similarity
            if len(pairs) < len(move.pairs):
                similarity = move_similarity(self._counts, pairs)
            number = len(out) + 1
            out.append(Move(number, move.left_rows, move.right_rows, pairs, similarity))
        return tuple(out)

    def _place_moves(self) -> tuple[Move, ...]:
        """The kept moves with the rows where their pairs stand now."""
        rows = self._rows
        out: list[Move] = []
        for move in self._moves:
            left = {i for pair in move.pairs for i in pair.left}
            right = {j for pair in move.pairs for j in pair.right}
            left_rows = (self._now[number] for number in move.left_rows)
            right_rows = (self._now[number] for number in move.right_rows)
            out.append(
                Move(
                    move.id,
                    tuple(sorted(n for n in left_rows if rows.row(n).left[0] in left)),
                    tuple(sorted(n for n in right_rows if rows.row(n).right[0] in right)),
                    move.pairs,
                    move.similarity,
                )
            )
        return tuple(out)

    def _strike_rows(self, ledger: Ledger, moves: Sequence[Move]) -> None:
        """Enter the parts instead of the pairs, and rows that do not move any more as such."""
        rows, tallies = self._before.rows, self._before.tallies
        moved = moved_rows(self._before.moves)
        still = moved_rows(moves) if self._lost else frozenset()
        for number in self._apart:
            moves_too = number in moved
            ledger.row(rows[number], tallies[number], moved=moves_too, strike=True)
        for row, tally in self._parts:
            ledger.row(row, tally, moved=False)
        for number in moved if self._lost else ():
            if self._now[number] != _GONE and self._now[number] not in still:
                ledger.row(rows[number], tallies[number], moved=True, strike=True)
                ledger.row(rows[number], tallies[number], moved=False)

    def _strike_pairs(self, ledger: Ledger) -> None:
        """Take the pairs that left their moves out of the figures."""
        for move, pairs in zip(self._before.moves, self._keeps, strict=True):
            if move.id in self._lost:
                for pair, lone in lone_sides(self._before.rows, move):
                    if pair not in pairs:
                        ledger.pair(pair, lone, strike=True)

    def _regions(self) -> Iterator[tuple[Sequence[Band], bool]]:
        """All bands in runs: those that stay, and those that are laid out again together.

        The latter hold a pair that was taken apart, or the end of a move that lost a pair, and
        the lone paragraphs around it.
        """
        bands = self._before.bands
        hit = {id(band) for band in bands_with_rows(bands, sorted(self._apart))}
        if self._lost:
            hit |= {id(band) for band in bands if self._lost.intersection(band.moves)}
        runs = groupby(bands, lambda band: id(band) in hit or band.kind in LONE_BANDS)
        regions = (list(run) for _, run in runs)
        for again, group in groupby(regions, lambda run: any(id(band) in hit for band in run)):
            if again:
                yield from ((region, True) for region in group)
            else:
                yield list(chain.from_iterable(group)), False

    def _copy(self, bands: Sequence[Band]) -> None:
        """Bands that stay: their rows as they are."""
        before = self._before
        there, start = Span(bands[0].rows.start, bands[-1].rows.end), len(self._rows)
        shift = start - there.start
        self._rows.take_over(before.rows, there)
        self._tallies += before.tallies[slice(*there)]
        self._now[slice(*there)] = range(start, start + there.length)
        self._bands += self._moves_left(further_down(bands, shift) if shift else bands)

    def _moves_left(self, bands: Iterable[Band]) -> Iterator[Band]:
        """Bands that stay, with those of their moves of which something is left."""
        if not self._lost:
            yield from bands
            return
        for band in bands:
            moves = band.moves and moves_of_band(self._moves_at, band.left, band.right)
            yield band._replace(moves=moves) if moves != band.moves else band

    def _lay_out(self, bands: Sequence[Band]) -> None:
        """Bands of which some pairs are no more, arranged anew."""
        before = self._before
        left = Span(bands[0].left.start, bands[-1].left.end)
        right = Span(bands[0].right.start, bands[-1].right.end)
        numbers = Span(bands[0].rows.start, bands[-1].rows.end)
        kept: dict[_Group, int] = {}
        parts: dict[_Group, _Part] = {}
        links: list[Row] = []
        for number, row in enumerate(before.rows[slice(*numbers)], numbers.start):
            if number in self._apart:
                parts.update(self._parts_of(row, before.tallies[number]))
                continue
            kept[row.left, row.right] = number
            if row.two_sided:
                links.append(row)
        cores = [core(before.left, before.right, link) for link in links]
        used = 0
        for facing in find_bands(cores, left, right):
            first = used
            while used < len(links) and cores[used][0].start < facing.left.end:
                used += 1
            self._band(facing, links[first:used], kept, parts)
        self._struck += bands

    def _band(
        self,
        facing: Facing,
        links: Sequence[Row],
        kept: Mapping[_Group, int],
        parts: Mapping[_Group, _Part],
    ) -> None:
        """Make a band and its rows."""
        left, right = (
            Span(starts[span.start], starts[span.end])
            for starts, span in zip(self._starts, (facing.left, facing.right), strict=True)
        )
        self._watch.check()
        start = len(self._rows)
        for step in reading_order(left, right, links):
            self._step(step, kept.get((step.left, step.right)), parts)
        rows = Span(start, len(self._rows))
        laid_out = self._rows.since(start)
        changed = changed_share(laid_out, self._counts.known(laid_out, self._tallies[start:]))
        moves = moves_of_band(self._moves_at, facing.left, facing.right)
        band = Band(facing.kind, facing.left, facing.right, rows, changed, moves)
        self._bands.append(band)
        self._anew.append(band)

    def _parts_of(self, row: Row, tally: Tally | None) -> Iterator[tuple[_Group, _Part]]:
        """The lone sentences that a pair is taken apart into; their ids are nobody else's."""
        tally = tally or self._counts.tally(row)
        for side, letter, group, words in (
            (Side.LEFT, "l", row.left, tally.left),
            (Side.RIGHT, "r", row.right, tally.right),
        ):
            for place, index in enumerate(group):
                alone = words if len(group) == 1 else self._counts.sentence(side, index)
                name = f"{row.id}{letter}{place}"
                if side is Side.LEFT:
                    yield ((index,), ()), _Part(name, Tally(alone, 0, 0, 0))
                else:
                    yield ((), (index,)), _Part(name, Tally(0, 0, alone, 0))

    def _step(self, step: Step, kept: int | None, parts: Mapping[_Group, _Part]) -> None:
        """Make one row, or take over one that stays."""
        before = self._before
        if kept is None:
            name, tally = parts[step.left, step.right]
            row = lone_row(before.left, before.right, step, name, pending=False)
            self._parts.append((row, tally))
            self._add(row, tally)
            return
        self._now[kept] = len(self._rows)
        row = before.rows[kept]
        if not row.two_sided:  # its place on the other side may be another now
            pending = row.kind is RowKind.PENDING
            row = lone_row(before.left, before.right, step, row.id, pending=pending)
        self._add(row, before.tallies[kept])

    def _add(self, row: Row, tally: Tally | None) -> None:
        self._rows.add(row)
        self._tallies.append(tally)

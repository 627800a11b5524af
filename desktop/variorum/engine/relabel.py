"""Other thresholds on a finished comparison.

Imports the model, the documents, and the parts that the assembly is made of; nothing is aligned
or counted anew but what changes. Indices count rows, bands, paragraphs or sentences.

A row of which the edited threshold is now above or below the likeness gets the other name. A pair
under the lowest threshold is taken apart into the rows of its sentences, each missing or new, and
a pair of a move likewise leaves its move. Its band is then laid out again from the links that are
left, together with the bands of lone paragraphs beside it, so that the result is the one that the
alignment without these links would have had. Links are only ever taken away: to see them again,
begin from the comparison that had them. Rows that stay as they are keep their ids; those of a
taken pair are named after it. Equal rows are never taken apart, nor are pinned ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from variorum.engine.bands import Facing, core, find_bands
from variorum.engine.document import Document
from variorum.engine.model import (
    Band,
    BandKind,
    Comparison,
    Move,
    MovePair,
    Row,
    RowKind,
    Span,
    Tally,
)
from variorum.engine.moving import (
    MovesAt,
    lone_sides,
    move_similarity,
    moves_by_paragraph,
    moves_of_band,
)
from variorum.engine.options import Pin, PinKind, Thresholds
from variorum.engine.rows import Linked, Names, Step, lone_row, reading_order
from variorum.engine.summary import Counts, Ledger, changed_share


def relabel(comparison: Comparison, thresholds: Thresholds) -> Comparison:
    """Rename edited and reworded rows, and take pairs under the lowest threshold apart.

    The result is what `compare` gives with these thresholds, provided that the comparison was
    made with a lowest threshold no higher than the new one.
    """
    options = replace(comparison.options, thresholds=thresholds)
    comparison = replace(comparison, options=options, tallies=_tallies(comparison))
    return take_apart(_rename(comparison, thresholds), thresholds)


def _tallies(comparison: Comparison) -> tuple[Tally, ...]:
    """The words of each row; counted only for a comparison that was not made by the engine."""
    if len(comparison.tallies) == len(comparison.rows):
        return comparison.tallies
    counts = Counts(comparison.left, comparison.right)
    return tuple(counts.tally(row) for row in comparison.rows)


def _moved_rows(moves: Sequence[Move]) -> frozenset[int]:
    return frozenset(number for move in moves for number in (*move.left_rows, *move.right_rows))


def _rename(comparison: Comparison, thresholds: Thresholds) -> Comparison:
    """Give the rows that have another name now this name."""
    edited, reworded = RowKind.EDITED, RowKind.REWORDED
    least = thresholds.edited
    others = [
        number
        for number, row in enumerate(comparison.rows)
        if (row.kind is edited and (row.similarity or 0) < least)
        or (row.kind is reworded and (row.similarity or 0) >= least)
    ]
    if not others:
        return comparison
    rows = list(comparison.rows)
    for number in others:
        row = rows[number]
        kind = reworded if row.kind is edited else edited
        rows[number] = Row(row.id, kind, row.left, row.right, row.similarity, row.edits)
    ledger = _ledger(comparison)
    moved = _moved_rows(comparison.moves)
    for band in _bands_of(comparison.bands, others):
        ledger.band(band, comparison.rows, comparison.tallies, moved, strike=True)
        ledger.band(band, rows, comparison.tallies, moved)
    return replace(comparison, rows=tuple(rows), summary=ledger.summary(len(comparison.moves)))


def _ledger(comparison: Comparison) -> Ledger:
    """The figures of a comparison, to be changed."""
    counts = Counts(comparison.left, comparison.right)
    ledger = Ledger(counts, comparison.left, comparison.right)
    ledger.take_over(comparison.summary)
    return ledger


def _bands_of(bands: Sequence[Band], rows: Sequence[int]) -> Iterator[Band]:
    """The bands that hold some rows, which ascend; each once."""
    at = 0
    for band in bands:
        if at < len(rows) and rows[at] < band.rows.end:
            yield band
            while at < len(rows) and rows[at] < band.rows.end:
                at += 1


def take_apart(comparison: Comparison, thresholds: Thresholds) -> Comparison:
    """Take the pairs under the lowest threshold apart into missing and new."""
    least = thresholds.reworded
    if least <= 0:
        return comparison
    pins = [pin for pin in comparison.pins if pin.kind is PinKind.ALIGN]
    apart = {
        number
        for number, row in enumerate(comparison.rows)
        if row.similarity is not None
        and row.similarity < least
        and row.kind is not RowKind.EQUAL
        and not _pinned(comparison, row, pins)
    }
    keeps = [
        tuple(p for p in move.pairs if p.similarity >= least or _pinned(comparison, p, pins))
        for move in comparison.moves
    ]
    if not apart and all(
        len(pairs) == len(move.pairs) for pairs, move in zip(keeps, comparison.moves, strict=True)
    ):
        return comparison
    return _Rebuilder(comparison, apart, keeps).build()


def _pinned(comparison: Comparison, pair: Linked, pins: Sequence[Pin]) -> bool:
    """Whether a person said that a pair belongs together."""
    return any(
        _touches(comparison.left, pair.left, pin.left)
        and _touches(comparison.right, pair.right, pin.right)
        for pin in pins
    )


def _touches(document: Document, group: tuple[int, ...], passage: Span) -> bool:
    end = max(passage.end, passage.start + 1)
    spans = (document.sentences[index].span for index in group)
    return any(span.start < end and passage.start < span.end for span in spans)


_Group = tuple[tuple[int, ...], tuple[int, ...]]
"""The sentences of a row, left and right."""


class _Region(NamedTuple):
    """A run of bands that is laid out again; or one band that stays."""

    bands: Span
    again: bool


class _Placed(NamedTuple):
    """A band to be."""

    facing: Facing
    rows: Span
    changed: float | None
    """None when it must be counted."""


class _Rebuilder:
    """Holds what the steps of taking apart share."""

    def __init__(
        self, before: Comparison, apart: set[int], keeps: Sequence[tuple[MovePair, ...]]
    ) -> None:
        self._before = before
        self._apart = apart
        self._keeps = keeps
        self._counts = Counts(before.left, before.right)
        self._names = Names.beside(before.rows)
        self._starts = (before.left.sentence_starts(), before.right.sentence_starts())
        self._rows: list[Row] = []
        self._tallies: list[Tally] = []

    def build(self) -> Comparison:
        """All steps."""
        before = self._before
        placed: list[_Placed] = []
        for region in self._regions():
            if region.again:
                placed += self._lay_out(before.bands[slice(*region.bands)])
            else:
                placed.append(self._copy(before.bands[region.bands.start]))
        rows, tallies = tuple(self._rows), tuple(self._tallies)
        moves = self._moves(rows)
        moves_at = moves_by_paragraph(before.left, before.right, moves)
        bands = tuple(self._band(place, moves_at) for place in placed)
        ledger = Ledger(self._counts, before.left, before.right)
        moved = _moved_rows(moves)
        for band in bands:
            ledger.band(band, rows, tallies, moved)
        for move in moves:
            for pair, lone in lone_sides(rows, move):
                ledger.pair(pair, lone)
        return replace(
            before,
            rows=rows,
            moves=moves,
            bands=bands,
            summary=ledger.summary(len(moves)),
            tallies=tallies,
        )

    def _regions(self) -> Iterator[_Region]:
        """All bands: which stay, and which are laid out again together."""
        bands = self._before.bands
        hit = {id(band) for band in _bands_of(bands, sorted(self._apart))}
        start = 0
        run_hit = False
        for number, band in enumerate(bands):
            if id(band) in hit or band.kind in (BandKind.MISSING, BandKind.NEW):
                run_hit = run_hit or id(band) in hit
                continue
            yield from _run(Span(start, number), again=run_hit)
            yield _Region(Span(number, number + 1), again=False)
            start, run_hit = number + 1, False
        yield from _run(Span(start, len(bands)), again=run_hit)

    def _copy(self, band: Band) -> _Placed:
        """A band that stays: its rows as they are."""
        start = len(self._rows)
        self._rows += self._before.rows[slice(*band.rows)]
        self._tallies += self._before.tallies[slice(*band.rows)]
        facing = Facing(band.kind, band.left, band.right)
        return _Placed(facing, Span(start, len(self._rows)), band.changed)

    def _lay_out(self, bands: Sequence[Band]) -> Iterator[_Placed]:
        """Bands of which some pairs are no more, arranged anew."""
        before = self._before
        left = Span(bands[0].left.start, bands[-1].left.end)
        right = Span(bands[0].right.start, bands[-1].right.end)
        numbers = range(bands[0].rows.start, bands[-1].rows.end)
        linked = [n for n in numbers if before.rows[n].two_sided and n not in self._apart]
        links = [before.rows[n] for n in linked]
        old = {
            (row.left, row.right): number for number in numbers for row in (before.rows[number],)
        }
        parts = dict(self._parts(n for n in numbers if n in self._apart))
        cores = (core(before.left, before.right, link) for link in links)
        starts_left, starts_right = self._starts
        used = 0
        for facing in find_bands(cores, left, right):
            start = len(self._rows)
            within_left = Span(starts_left[facing.left.start], starts_left[facing.left.end])
            within_right = Span(starts_right[facing.right.start], starts_right[facing.right.end])
            first = used
            while used < len(links) and links[used].left[0] < within_left.end:
                used += 1
            for step in reading_order(within_left, within_right, links[first:used]):
                self._step(step, old.get((step.left, step.right)), parts)
            rows = Span(start, len(self._rows))
            yield _Placed(facing, rows, None)

    def _parts(self, numbers: Iterable[int]) -> Iterator[tuple[_Group, str]]:
        """The ids of the lone sentences that pairs are taken apart into."""
        for number in numbers:
            row = self._before.rows[number]
            for place, i in enumerate(row.left):
                yield ((i,), ()), self._names.of_part(row.id, f"left {place}")
            for place, j in enumerate(row.right):
                yield ((), (j,)), self._names.of_part(row.id, f"right {place}")

    def _step(self, step: Step, old: int | None, parts: Mapping[_Group, str]) -> None:
        """Make one row, or take over an old one."""
        before = self._before
        if old is None:
            name = parts[step.left, step.right]
            row = lone_row(before.left, before.right, step, name, pending=False)
            tally = self._counts.tally(row)
        else:
            row, tally = before.rows[old], before.tallies[old]
            if not row.two_sided:
                # Its place on the other side may be another now.
                pending = row.kind is RowKind.PENDING
                row = lone_row(before.left, before.right, step, row.id, pending=pending)
        self._rows.append(row)
        self._tallies.append(tally)

    def _moves(self, rows: Sequence[Row]) -> tuple[Move, ...]:
        """The moves of which something is left, numbered anew, with the numbers of their rows."""
        left = {row.left[0]: n for n, row in enumerate(rows) if not row.right}
        right = {row.right[0]: n for n, row in enumerate(rows) if not row.left}
        out: list[Move] = []
        for move, pairs in zip(self._before.moves, self._keeps, strict=True):
            if not pairs:
                continue
            similarity = move.similarity
            if len(pairs) < len(move.pairs):
                similarity = move_similarity(self._counts, pairs)
            out.append(
                Move(
                    len(out) + 1,
                    tuple(sorted({left[i] for p in pairs for i in p.left if i in left})),
                    tuple(sorted({right[j] for p in pairs for j in p.right if j in right})),
                    pairs,
                    similarity,
                )
            )
        return tuple(out)

    def _band(self, placed: _Placed, moves_at: MovesAt) -> Band:
        facing, rows, changed = placed
        if changed is None:
            changed = changed_share(self._rows[slice(*rows)], self._tallies[slice(*rows)])
        moves = moves_of_band(moves_at, facing.left, facing.right)
        return Band(facing.kind, facing.left, facing.right, rows, changed, moves)


def _run(bands: Span, *, again: bool) -> Iterator[_Region]:
    """A run of lone or taken bands: laid out again as a whole, or each kept."""
    if again:
        yield _Region(bands, again=True)
    else:
        for number in range(*bands):
            yield _Region(Span(number, number + 1), again=False)

"""From links of sentences to a comparison: bands, rows, word edits, moves, figures.

Positions count code points where they are spans of text, else sentences, paragraphs or rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from variorum.engine.alignment import Alignment, Link
from variorum.engine.bands import Facing, find_bands
from variorum.engine.document import Document
from variorum.engine.model import (
    Band,
    Comparison,
    Edit,
    EditKind,
    Move,
    MovePair,
    Row,
    RowKind,
    Span,
)
from variorum.engine.options import Options
from variorum.engine.summary import Counts, summarise
from variorum.engine.watch import Watch
from variorum.engine.words.edits import pair_edits


class _Pair(NamedTuple):
    edits: tuple[Edit, ...]
    similarity: float


def assemble(
    left: Document, right: Document, alignment: Alignment, options: Options, watch: Watch
) -> Comparison:
    """Build the comparison that an alignment describes.

    Raises:
        Cancelled: the caller wanted to stop.
    """
    builder = _Builder(left, right, alignment, options, watch)
    facings = builder.facings()
    ranges = builder.rows(facings)
    moves = builder.moves()
    rows = tuple(builder.out)
    counts = Counts(left, right)
    bands = tuple(
        Band(
            kind=facing.kind,
            left=facing.left,
            right=facing.right,
            rows=span,
            changed=counts.changed(rows[span.start : span.end]),
            moves=tuple(sorted({m for r in range(*span) if (m := builder.moved_rows.get(r))})),
        )
        for facing, span in zip(facings, ranges, strict=True)
    )
    return Comparison(
        left=left,
        right=right,
        options=options,
        rows=rows,
        moves=moves,
        bands=bands,
        summary=summarise(counts, rows, moves, bands),
        complete=not alignment.pending,
        limits=alignment.limits,
    )


class _Builder:
    """Holds what the steps of the assembly share."""

    def __init__(
        self,
        left: Document,
        right: Document,
        alignment: Alignment,
        options: Options,
        watch: Watch,
    ) -> None:
        self.left = left
        self.right = right
        self.alignment = alignment
        self.options = options
        self.watch = watch
        self.out: list[Row] = []
        self.moved_rows: dict[int, int] = {}
        self._seen: dict[bytes, int] = {}
        self._row_of_left: dict[int, int] = {}
        self._row_of_right: dict[int, int] = {}
        self._pending_left = {i for gap in alignment.pending for i in range(*gap.left)}
        self._pending_right = {j for gap in alignment.pending for j in range(*gap.right)}

    def facings(self) -> list[Facing]:
        """The bands' paragraphs."""
        a, b = self.left.sentences, self.right.sentences
        cores = (
            (
                Span(a[link.left[0]].paragraph, a[link.left[-1]].paragraph + 1),
                Span(b[link.right[0]].paragraph, b[link.right[-1]].paragraph + 1),
            )
            for link in self.alignment.links
        )
        pending = [
            (
                Span(a[gap.left.start].paragraph, a[gap.left.end - 1].paragraph + 1),
                Span(b[gap.right.start].paragraph, b[gap.right.end - 1].paragraph + 1),
            )
            for gap in self.alignment.pending
            if gap.left.length and gap.right.length
        ]
        return find_bands(cores, len(self.left.paragraphs), len(self.right.paragraphs), pending)

    def rows(self, facings: Sequence[Facing]) -> list[Span]:
        """Fill `out`, and return for each band the range of its rows."""
        left_ranges = self.left.sentence_ranges()
        right_ranges = self.right.sentence_ranges()
        linked_left = {i for link in self.alignment.links for i in link.left}
        linked_right = {j for link in self.alignment.links for j in link.right}
        links = iter(self.alignment.links)
        link = next(links, None)
        ranges: list[Span] = []
        for number, facing in enumerate(facings):
            if number % 64 == 0:
                self.watch.at(0.7 + 0.3 * number / len(facings), "marking words")
            start = len(self.out)
            lone_left = _lone(left_ranges, facing.left, linked_left)
            lone_right = _lone(right_ranges, facing.right, linked_right)
            end = left_ranges[facing.left.end - 1].end if facing.left.length else 0
            while link is not None and link.left[0] < end:
                self._one_sided(lone_left, lone_right, link)
                self._two_sided(link)
                link = next(links, None)
            self._one_sided(lone_left, lone_right, None)
            ranges.append(Span(start, len(self.out)))
        return ranges

    def _one_sided(self, left: list[int], right: list[int], before: Link | None) -> None:
        """Rows for the lone sentences that stand before a link; the left ones first."""
        while left and (before is None or left[-1] < before.left[0]):
            i = left.pop()
            span = self.left.sentences[i].span
            kind = RowKind.PENDING if i in self._pending_left else RowKind.MISSING
            self._row_of_left[i] = len(self.out)
            at = before.right[0] if before else None
            place = self._place(self.right, at)
            edit = Edit(EditKind.DELETE, span, place)
            self._add(kind, (i,), (), None, (edit,))
        while right and (before is None or right[-1] < before.right[0]):
            j = right.pop()
            span = self.right.sentences[j].span
            kind = RowKind.PENDING if j in self._pending_right else RowKind.NEW
            self._row_of_right[j] = len(self.out)
            place = self._place(self.left, before.left[0] if before else None)
            edit = Edit(EditKind.INSERT, place, span)
            self._add(kind, (), (j,), None, (edit,))

    @staticmethod
    def _place(document: Document, sentence: int | None) -> Span:
        """The empty span before a sentence; at the end of the text when there is none."""
        at = len(document.text) if sentence is None else document.sentences[sentence].span.start
        return Span(at, at)

    def _two_sided(self, link: Link) -> None:
        edits, similarity = self._pair(link)
        if all(edit.kind is EditKind.EQUAL for edit in edits):
            kind = RowKind.EQUAL
        elif similarity >= self.options.thresholds.edited:
            kind = RowKind.EDITED
        else:
            kind = RowKind.REWORDED
        self._add(kind, link.left, link.right, similarity, edits)

    def _pair(self, link: Link) -> _Pair:
        """The edits of a link: one stretch a side, or several where its sentences are apart."""
        lefts, rights = _runs(link.left), _runs(link.right)
        if len(lefts) == len(rights) == 1:
            return self._stretch(lefts[0], rights[0])
        # The first run of each side carries the word edits; what stands apart is compared with
        # nothing, so that each run is covered.
        pairs = [self._stretch(a, b) for a, b in zip(lefts, rights, strict=False)]
        rest_left = [self._span(self.left, run) for run in lefts[len(pairs) :]]
        rest_right = [self._span(self.right, run) for run in rights[len(pairs) :]]
        left_end = self._span(self.left, lefts[-1]).end
        right_end = self._span(self.right, rights[-1]).end
        edits = [edit for pair in pairs for edit in pair.edits]
        edits += [Edit(EditKind.DELETE, s, Span(right_end, right_end)) for s in rest_left]
        edits += [Edit(EditKind.INSERT, Span(left_end, left_end), s) for s in rest_right]
        total = sum(e.left.length + e.right.length for e in edits)
        weighed = sum(
            p.similarity * sum(e.left.length + e.right.length for e in p.edits) for p in pairs
        )
        return _Pair(tuple(edits), weighed / total if total else 1.0)

    def _stretch(self, left: Span, right: Span) -> _Pair:
        a, b = self._span(self.left, left), self._span(self.right, right)
        if self.left.text[a.start : a.end] == self.right.text[b.start : b.end]:
            return _Pair((Edit(EditKind.EQUAL, a, b),), 1.0)
        found = pair_edits(self.left.text, a, self.right.text, b, self.options)
        return _Pair(found.edits, found.similarity)

    @staticmethod
    def _span(document: Document, run: Span) -> Span:
        """The text of a run of sentences."""
        return Span(
            document.sentences[run.start].span.start, document.sentences[run.end - 1].span.end
        )

    def _add(
        self,
        kind: RowKind,
        left: tuple[int, ...],
        right: tuple[int, ...],
        similarity: float | None,
        edits: tuple[Edit, ...],
    ) -> None:
        self.out.append(Row(self._id(left, right), kind, left, right, similarity, edits))

    def _id(self, left: tuple[int, ...], right: tuple[int, ...]) -> str:
        """Eight letters and digits made of the texts and of how often they came before."""
        texts = "\x1f".join(self.left.sentence_text(i) for i in left)
        texts += "\x1e" + "\x1f".join(self.right.sentence_text(j) for j in right)
        key = blake2b(texts.encode("utf-8", "surrogatepass"), digest_size=10).digest()
        count = self._seen[key] = self._seen.get(key, 0) + 1
        if count > 1:
            key = blake2b(key + count.to_bytes(4, "big"), digest_size=10).digest()
        number = int.from_bytes(key[:5], "big")
        return "".join(_ALPHABET[number >> shift & 31] for shift in range(35, -1, -5))

    def moves(self) -> tuple[Move, ...]:
        """The moves, numbered in the order of the left text."""
        out: list[Move] = []
        ordered = sorted(
            self.alignment.moves, key=lambda chain: min(link.left[0] for link in chain)
        )
        for number, chain in enumerate(ordered, 1):
            pairs = []
            for link in chain:
                edits, similarity = self._pair(link)
                pairs.append(MovePair(link.left, link.right, similarity, edits))
            left_rows = sorted({self._row_of_left[i] for link in chain for i in link.left})
            right_rows = sorted({self._row_of_right[j] for link in chain for j in link.right})
            for row in (*left_rows, *right_rows):
                self.moved_rows[row] = number
            out.append(
                Move(
                    number,
                    tuple(left_rows),
                    tuple(right_rows),
                    tuple(pairs),
                    sum(p.similarity for p in pairs) / len(pairs),
                )
            )
        return tuple(out)


_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
"""32 signs that nobody mistakes for one another."""


def _lone(ranges: Sequence[Span], paragraphs: Span, linked: set[int]) -> list[int]:
    """The sentences of some paragraphs that are in no link, last first."""
    if not paragraphs.length:
        return []
    first, end = ranges[paragraphs.start].start, ranges[paragraphs.end - 1].end
    return [i for i in range(end - 1, first - 1, -1) if i not in linked]


def _runs(indices: tuple[int, ...]) -> list[Span]:
    """Contiguous runs of ascending indices."""
    return list(_each_run(indices))


def _each_run(indices: tuple[int, ...]) -> Iterator[Span]:
    start = before = indices[0]
    for index in indices[1:]:
        if index != before + 1:
            yield Span(start, before + 1)
            start = index
        before = index
    yield Span(start, before + 1)

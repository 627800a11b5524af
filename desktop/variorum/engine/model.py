"""The value objects of a comparison, all of them frozen.

Imports what they are made of: documents, options, and the fields that are worked out late. Every
position is a code point of `Document.text`, every range is half-open; indices of paragraphs,
sentences, rows and bands count from 0 within their document or comparison, numbers shown to people
(moves, changes) count from 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from variorum.engine.document import Document
from variorum.engine.elements import Side, Span
from variorum.engine.later import Frozen, Later, copy_unread
from variorum.engine.options import Options, Pin, Tolerance


class RowKind(StrEnum):
    """What became of the sentences of a row."""

    EQUAL = "equal"
    """The same words; what differs, if anything, is tolerated."""
    EDITED = "edited"
    """Recognisably the same wording, with changed words."""
    REWORDED = "reworded"
    """The same matter in other words."""
    MISSING = "missing"
    """Only in the left text (here; it may have moved)."""
    NEW = "new"
    """Only in the right text (here; it may have moved)."""
    PENDING = "pending"
    """Not compared yet; in partial results only."""


class BandKind(StrEnum):
    """How the paragraphs of a band face each other."""

    SAME = "same"
    """One paragraph faces one."""
    SPLIT = "split"
    """One paragraph on the left became several on the right."""
    MERGED = "merged"
    """Several paragraphs on the left became one on the right."""
    REGROUPED = "regrouped"
    """Several paragraphs face several, their borders in other places."""
    MISSING = "missing"
    """Paragraphs that stand on the left only."""
    NEW = "new"
    """Paragraphs that stand on the right only."""


LONE_BANDS: Final = frozenset({BandKind.MISSING, BandKind.NEW})
"""The kinds of bands with paragraphs on one side alone."""


class EditKind(StrEnum):
    """What became of a stretch of words."""

    EQUAL = "equal"
    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"


class Edit(NamedTuple):
    """What became of one stretch of words; a list of edits covers both sides without gap."""

    kind: EditKind
    left: Span
    right: Span
    """Empty for a deletion, where the words would stand; so is `left` for an insertion."""
    tolerated: tuple[Tolerance, ...] = ()
    """The tolerances without which this equal edit would be a difference; sorted."""
    move: int | None = None
    """The same number on a deletion and on the insertion of the same words in this pair."""


@dataclass(frozen=True)
class Row(Frozen):
    """One step of the alignment: the sentences that face each other."""

    __slots__ = ("_edits", "_id", "kind", "left", "right", "similarity")

    kind: RowKind
    left: tuple[int, ...]
    """Indices of sentences, ascending, not always contiguous."""
    right: tuple[int, ...]
    similarity: float | None
    """The share of the words that was kept, 0 to 1; None when the row is one-sided."""
    edits: Later[tuple[Edit, ...]] = Later()
    """Cover each side from its first sentence to its last; each run if sentences are apart."""
    id: Later[str] = Later()
    """Stable over runs and re-saves: made of the texts of its sentences and their occurrence."""

    def renamed(self, kind: RowKind) -> Row:
        """The same under another name."""
        row = copy_unread(self)
        object.__setattr__(row, "kind", kind)
        return row

    def sentences(self, side: Side) -> tuple[int, ...]:
        """The indices of the sentences of one side."""
        return self.left if side is Side.LEFT else self.right

    @property
    def two_sided(self) -> bool:
        """Whether both sides have a sentence here."""
        return bool(self.left) and bool(self.right)

    @property
    def is_split(self) -> bool:
        """Whether one sentence became several."""
        return len(self.left) == 1 and len(self.right) > 1

    @property
    def is_merge(self) -> bool:
        """Whether several sentences became one."""
        return len(self.left) > 1 and len(self.right) == 1


class Tally(NamedTuple):
    """How many words a row has on each side, and how many of them were kept."""

    left: int
    left_kept: int
    right: int
    right_kept: int


@dataclass(frozen=True)
class MovePair(Frozen):
    """Two groups of sentences that belong together although they stand in different places."""

    __slots__ = ("_edits", "left", "right", "similarity")

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    """The share of the words that was kept, 0 to 1."""
    edits: Later[tuple[Edit, ...]] = Later()
    """As in `Row.edits`."""

    def sentences(self, side: Side) -> tuple[int, ...]:
        """The indices of the sentences of one side."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class Move:
    """A run of text that left one place and stands in another."""

    id: int
    """From 1 upwards, in the order of the left text."""
    left_rows: tuple[int, ...]
    """Indices of the missing rows that it left from."""
    right_rows: tuple[int, ...]
    """Indices of the new rows that it arrived at."""
    pairs: tuple[MovePair, ...]
    similarity: float
    """The share of its words that was kept, 0 to 1."""


class Band(NamedTuple):
    """A run of whole paragraphs that face each other."""

    kind: BandKind
    left: Span
    """Indices of paragraphs; may be empty, then at the place where they would stand."""
    right: Span
    rows: Span
    """Indices of rows."""
    changed: float
    """The share of its words, both sides together, that is not kept: 0 to 1."""
    moves: tuple[int, ...] = ()
    """The ids of the moves that begin or end here, ascending."""

    def paragraphs(self, side: Side) -> Span:
        """The indices of the paragraphs of one side."""
        return self.left if side is Side.LEFT else self.right


class Share(NamedTuple):
    """What became of the words, sentences or paragraphs of one side; the parts make up `total`."""

    total: int
    kept: int
    edited: int
    reworded: int
    moved: int
    lone: int
    """Missing on the left side, new on the right side."""
    pending: int = 0


@dataclass(frozen=True)
class SideSummary(Frozen):
    """The figures of one side."""

    __slots__ = ("_paragraphs", "sentences", "words")

    words: Share
    sentences: Share
    paragraphs: Later[Share] = Later()


@dataclass(frozen=True)
class Summary(Frozen):
    """The figures of a comparison."""

    __slots__ = (
        "_edits",
        "_tolerated",
        "kept",
        "left",
        "merges",
        "moves",
        "right",
        "similarity",
        "splits",
    )

    left: SideSummary
    right: SideSummary
    similarity: float
    """The share of the words of both sides that was kept or moved unchanged, 0 to 1."""
    kept: int
    """The words of both sides that `similarity` is the share of."""
    moves: int
    splits: int
    """Rows in which one sentence became several."""
    merges: int
    """Rows in which several sentences became one."""
    edits: Later[dict[str, int]] = Later()
    """How many replacements, insertions, deletions in two-sided rows and moves, by `EditKind`."""
    tolerated: Later[dict[str, int]] = Later()
    """How many differences each tolerance hides, by `Tolerance`; only those that hide any."""

    def of(self, side: Side) -> SideSummary:
        """The figures of one side."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the left text in the right one."""

    left: Document
    right: Document
    options: Options
    rows: Sequence[Row]
    """The alignment of sentences from top to bottom; each sentence stands in exactly one row."""
    moves: tuple[Move, ...]
    bands: tuple[Band, ...]
    """Each paragraph stands in exactly one band, in order on both sides."""
    summary: Summary
    complete: bool = True
    """False for a partial result."""
    limits: tuple[str, ...] = ()
    """What was cut short to bound the work, in words; empty when nothing was."""
    pins: tuple[Pin, ...] = ()
    """What a person decided beforehand."""
    tallies: tuple[Tally | None, ...] = field(default=(), repr=False, compare=False)
    """The words of each row, in the order of `rows`; None where nothing in its band changed."""

    def document(self, side: Side) -> Document:
        """The text of one side."""
        return self.left if side is Side.LEFT else self.right

    def links(self) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
        """The sentence indices of each matched group, in place or moved."""
        for row in self.rows:
            if row.left and row.right:
                yield row.left, row.right
        for move in self.moves:
            for pair in move.pairs:
                yield pair.left, pair.right

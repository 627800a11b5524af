"""The rows of a comparison, of which those in which nothing changed are made when they are read.

Most rows of two versions of a long text are such: two paragraphs are the same, sentence by
sentence. Whoever counts or looks for changes needs none of them. Imports the model and the
documents; indices count rows and sentences.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from typing import NamedTuple, overload

from variorum.engine.document import Document
from variorum.engine.later import Way
from variorum.engine.model import Comparison, Edit, EditKind, Row, RowKind, Side, Span
from variorum.engine.rows import Names


class Run(NamedTuple):
    """Sentences that face each other one by one and are the same to the letter."""

    row: int
    """The first row."""
    left: int
    """The first sentence on the left."""
    right: int
    length: int
    name: int
    """What `EqualNames` knows the first row by."""

    def part(self, rows: Span, shift: int) -> Run:
        """What lies within a range of rows, with its rows elsewhere."""
        skipped = max(0, rows.start - self.row)
        count = min(self.row + self.length, rows.end) - self.row - skipped
        return Run(
            self.row + skipped + shift,
            self.left + skipped,
            self.right + skipped,
            count,
            self.name + skipped,
        )


class EqualNames:
    """The ids of sentences that are the same on both sides, worked out when the first is read.

    Args:
        document: the left text.
        taken: the ids of all other rows; complete before the first id is asked for.
    """

    def __init__(self, document: Document, taken: Names) -> None:
        self._document = document
        self._taken = taken
        self._places: list[tuple[int, Span]] = []
        self._names: dict[int, str] | None = None

    def add(self, row: int, sentences: Span) -> None:
        """Some rows in the order of the text, each with one of the sentences of the left text."""
        self._places.append((row, sentences))

    def of(self, row: int) -> str:
        """The id of a row, by the number that it was added with."""
        if self._names is None:
            self._names = dict(self._work_out())
        return self._names[row]

    def _work_out(self) -> Iterator[tuple[int, str]]:
        names = self._taken.copy()
        for first, sentences in self._places:
            for row, sentence in enumerate(range(*sentences), first):
                yield row, names.of_texts(self._document.sentence_text(sentence))


class Rows(Sequence[Row]):
    """The rows of a comparison; frozen, though some are made when they are read."""

    __slots__ = ("_kept", "_left", "_right", "_starts", "names", "runs")

    def __init__(
        self,
        kept: list[Row | None],
        runs: Iterable[Run],
        documents: tuple[Document, Document],
        names: EqualNames,
    ) -> None:
        self._kept = kept
        self.runs = tuple(runs)
        """Where nothing changed; ascending."""
        self._starts = [run.row for run in self.runs]
        self._left, self._right = documents
        self.names = names
        """Of the rows that are made when they are read."""

    def __len__(self) -> int:
        """How many there are."""
        return len(self._kept)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        """One row, or some.

        Raises:
            IndexError: there are not so many.
        """
        if isinstance(index, slice):
            first, end, step = index.indices(len(self._kept))
            found = zip(range(first, end, step), self._kept[index], strict=True)
            return tuple([row or self._make(number) for number, row in found])
        return self._kept[index] or self._make(index % len(self._kept))

    def __iter__(self) -> Iterator[Row]:
        """All of them."""
        for number, row in enumerate(self._kept):
            yield row or self._make(number)

    def __eq__(self, other: object) -> bool:
        """Whether they are the same rows, in whatever they are kept."""
        if not isinstance(other, Rows | tuple):
            return NotImplemented
        return len(self) == len(other) and all(map(Row.__eq__, self, other))

    def __hash__(self) -> int:
        """That of a tuple of them."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """That of a tuple of them."""
        return repr(tuple(self))

    def _make(self, number: int) -> Row:
        run = self.runs[bisect_right(self._starts, number) - 1]
        at = number - run.row
        i, j = run.left + at, run.right + at
        name = Way(self.names.of, run.name + at)
        same = Edit(EditKind.EQUAL, self._left.sentences[i].span, self._right.sentences[j].span)
        row = self._kept[number] = Row(RowKind.EQUAL, (i,), (j,), 1.0, (same,), name)
        return row

    def beyond_runs(self) -> Iterator[tuple[int, Row]]:
        """The other rows, each with its number."""
        at = 0
        for run in (*self.runs, None):
            end = len(self._kept) if run is None else run.row
            for number, row in enumerate(self._kept[at:end], at):
                assert row is not None, f"row {number} is in no run"
                yield number, row
            at = end if run is None else end + run.length

    def as_kept(self, span: Span) -> list[Row | None]:
        """Some rows; None for those that nobody read yet."""
        return self._kept[span.start : span.end]

    def runs_within(self, span: Span) -> list[Run]:
        """The runs that reach into some rows."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        following = takewhile(lambda run: run.row < span.end, islice(self.runs, first, None))
        return [run for run in following if run.row + run.length > span.start]

    def changed(self, renamed: Mapping[int, Row]) -> Rows:
        """The same with some other rows in their places."""
        kept = self._kept.copy()
        for number, row in renamed.items():
            kept[number] = row
        return Rows(kept, self.runs, (self._left, self._right), self.names)


def rows_to_look_at(rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    """The rows in which something may have changed, each with its number."""
    return rows.beyond_runs() if isinstance(rows, Rows) else enumerate(rows)


def with_changes(rows: Sequence[Row], renamed: Mapping[int, Row]) -> Sequence[Row]:
    """The same rows with some others in their places."""
    if isinstance(rows, Rows):
        return rows.changed(renamed)
    return tuple(renamed.get(number, row) for number, row in enumerate(rows))


def rows_of_sentences(comparison: Comparison, side: Side) -> list[int]:
    """For each sentence of one side the index of its row."""
    out = [0] * len(comparison.document(side).sentences)
    for run in runs_of(comparison.rows):
        first = run.left if side is Side.LEFT else run.right
        out[first : first + run.length] = range(run.row, run.row + run.length)
    for number, row in rows_to_look_at(comparison.rows):
        for sentence in row.left if side is Side.LEFT else row.right:
            out[sentence] = number
    return out


def runs_of(rows: Sequence[Row]) -> tuple[Run, ...]:
    """Where nothing changed, as far as that is known without looking."""
    return rows.runs if isinstance(rows, Rows) else ()


class RowsMaker:
    """Puts rows together.

    Args:
        left: the one text.
        right: the other.
        names: of the rows that are made when they are read.
    """

    def __init__(self, left: Document, right: Document, names: EqualNames) -> None:
        self._documents = (left, right)
        self._names = names
        self._kept: list[Row | None] = []
        self._runs: list[Run] = []

    @classmethod
    def beside(cls, rows: Sequence[Row], left: Document, right: Document) -> RowsMaker:
        """For rows of which some are taken over from others."""
        names = rows.names if isinstance(rows, Rows) else EqualNames(left, Names())
        return cls(left, right, names)

    def __len__(self) -> int:
        """How many there are so far."""
        return len(self._kept)

    def add(self, row: Row) -> None:
        """One more."""
        self._kept.append(row)

    def add_same(self, same: Edit, left: int, right: int) -> None:
        """A sentence that is the same on both sides, in a paragraph where others may not be."""
        number = len(self._kept)
        self._names.add(number, Span(left, left + 1))
        name = Way(self._names.of, number)
        self._kept.append(Row(RowKind.EQUAL, (left,), (right,), 1.0, (same,), name))

    def add_run(self, left: int, right: int, count: int) -> None:
        """Sentences of paragraphs in which nothing changed."""
        number = len(self._kept)
        self._names.add(number, Span(left, left + count))
        self._runs.append(Run(number, left, right, count, number))
        self._kept += [None] * count

    def take_over(self, rows: Sequence[Row], span: Span) -> None:
        """Some rows that were made before."""
        shift = len(self._kept) - span.start
        if not isinstance(rows, Rows):
            self._kept += rows[span.start : span.end]
            return
        self._kept += rows.as_kept(span)
        self._runs += [run.part(span, shift) for run in rows.runs_within(span)]

    def row(self, number: int) -> Row:
        """One of those that were added one by one.

        Raises:
            LookupError: it is made when it is read.
        """
        row = self._kept[number]
        if row is None:
            raise LookupError(number)
        return row

    def since(self, start: int) -> list[Row]:
        """Those that were added one by one from some number on."""
        return [self.row(number) for number in range(start, len(self._kept))]

    def done(self) -> Rows:
        """All of them."""
        return Rows(self._kept, self._runs, self._documents, self._names)

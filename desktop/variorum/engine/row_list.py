"""The rows of a comparison, of which those in which nothing changed are made when they are read.

Most rows of two versions of a long text are such: two paragraphs are the same, sentence by
sentence. Whoever counts or looks for changes needs none of them; nor those of a partial result
where nothing is known yet. Imports the model and the
documents; indices count rows and sentences.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, takewhile
from typing import NamedTuple, TypeGuard, overload

from variorum.engine.document import Document
from variorum.engine.elements import Side, Span
from variorum.engine.later import Way
from variorum.engine.model import Comparison, Row, RowKind
from variorum.engine.rows import Group, Names, Step, equal_row, lone_row


class Run(NamedTuple):
    """Rows of which all is known without looking at their words."""

    kind: RowKind
    """EQUAL: sentences face each other one by one and are the same to the letter. PENDING: nothing
    is known yet; the sentences of the left text stand before those of the right one."""
    row: int
    """The first row."""
    left: Span
    """Indices of sentences."""
    right: Span
    name: int
    """What `LateNames` knows the first row by."""

    @property
    def length(self) -> int:
        """How many rows there are."""
        both = self.kind is RowKind.PENDING
        return self.left.length + self.right.length if both else self.left.length

    def step(self, at: int) -> Step:
        """What stands in a row, counted from the first."""
        i, j = self.left.start + at, self.right.start + at
        if self.kind is RowKind.EQUAL:
            return Step((i,), (j,), i, j)
        if i < self.left.end:
            return Step((i,), (), i, self.right.start)
        j -= self.left.length
        return Step((), (j,), self.left.end, j)

    def sentences(self, side: Side) -> tuple[Span, int]:
        """The sentences of one side, and the row of the first one."""
        if side is Side.LEFT:
            return self.left, self.row
        below = self.left.length if self.kind is RowKind.PENDING else 0
        return self.right, self.row + below

    def part(self, rows: Span, shift: int) -> Run:
        """What lies within a range of rows, with its rows elsewhere."""
        if rows.start <= self.row and self.row + self.length <= rows.end:  # all of it, mostly
            return self._replace(row=self.row + shift) if shift else self
        first = max(0, rows.start - self.row)
        end = min(self.length, rows.end - self.row)
        skipped = self.left.length if self.kind is RowKind.PENDING else 0
        return Run(
            self.kind,
            self.row + first + shift,
            _cut(self.left, first, end),
            _cut(self.right, first - skipped, end - skipped),
            self.name + first,
        )


def _cut(span: Span, first: int, end: int) -> Span:
    """Some of a range, counted from its start; what lies beyond its ends is not there."""
    low, high = (span.start + min(max(0, at), span.length) for at in (first, end))
    return Span(low, high)


class LateNames:
    """The ids of such rows, worked out when the first of them is read.

    Args:
        left: the one text.
        right: the other.
        taken: the ids of all other rows; complete before the first id is asked for.
    """

    def __init__(self, left: Document, right: Document, taken: Names) -> None:
        self._documents = (left, right)
        self._taken = taken
        self._runs: list[Run] = []
        self._names: dict[int, str] | None = None

    def add(self, run: Run) -> None:
        """Some rows, in the order of the text."""
        self._runs.append(run)

    def of(self, row: int) -> str:
        """The id of a row, by the number that it was added with."""
        if self._names is None:
            self._names = dict(self._work_out())
        return self._names[row]

    def would_be_given(self, taken: Names, lefts: list[int], rights: list[int]) -> bool:
        """Whether the names are surely those that some rows get in their order.

        Args:
            taken: the ids of all other rows.
            lefts: the left sentences of these rows, in each of which nothing changed.
            rights: the right ones.
        """
        if any(run.kind is not RowKind.EQUAL for run in self._runs):
            return False
        own = (
            list(chain.from_iterable(range(*span) for span in spans))
            for spans in ([run.left for run in self._runs], [run.right for run in self._runs])
        )
        return [lefts, rights] == list(own) and self._taken.are_those_of(taken)

    def _work_out(self) -> Iterator[tuple[int, str]]:
        names = self._taken.copy()
        for run in self._runs:
            if run.kind is RowKind.EQUAL:  # both sides have the text of the left one
                texts = map(self._documents[0].sentence_text, range(*run.left))
                yield from enumerate(map(names.of_texts, texts), run.row)
                continue
            for at in range(run.length):
                yield run.row + at, names.of_step(*self._documents, run.step(at))


class Rows(Sequence[Row]):
    """The rows of a comparison; frozen, though some are made when they are read."""

    __slots__ = (
        "_anew",
        "_kept",
        "_kinds",
        "_left",
        "_pairs",
        "_right",
        "_starts",
        "names",
        "runs",
    )

    def __init__(
        self,
        kept: list[Row | None],
        runs: Iterable[Run],
        documents: tuple[Document, Document],
        names: LateNames,
        anew: Mapping[int, RowKind] | None = None,
    ) -> None:
        self._kept = kept
        self._anew = anew or {}
        """What rows are called now that were kept under other names."""
        self.runs = tuple(runs)
        """Where nothing changed, or nothing is known; ascending."""
        self._starts = [run.row for run in self.runs]
        self._left, self._right = documents
        self.names = names
        """Of the rows that are made when they are read."""
        self._kinds: list[RowKind] | None = None
        self._pairs: Pairs | None = None

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
            kept = self._kept[index]
            if not self._anew and _all_made(kept):
                return tuple(kept)
            return tuple(map(self._row, range(*index.indices(len(self._kept)))))
        row = self._kept[index]
        if row is None or self._anew:
            return self._row(index % len(self._kept))
        return row

    def __iter__(self) -> Iterator[Row]:
        """All of them."""
        return map(self._row, range(len(self._kept)))

    def _row(self, number: int) -> Row:
        row = self._kept[number]
        if row is None:
            return self._make(number)
        if not self._anew:
            return row
        kind = self._anew.get(number, row.kind)
        if kind is not row.kind:
            row = self._kept[number] = row.renamed(kind)
        return row

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
        step = run.step(number - run.row)
        name = Way(self.names.of, run.name + number - run.row)
        if run.kind is RowKind.EQUAL:
            row = equal_row(self._left, self._right, step, name)
        else:
            row = lone_row(self._left, self._right, step, name, pending=True)
        self._kept[number] = row
        return row

    def in_short(self) -> Iterator[Row | Run]:
        """As in `rows_in_short`."""
        at = 0
        for run in self.runs:
            if run.kind is RowKind.EQUAL:
                yield from self[at : run.row]
                yield run
                at = run.row + run.length
        yield from self[at:]

    def beyond_runs(self) -> Iterator[tuple[int, Row]]:
        """The other rows, each with its number."""
        at = 0
        for run in (*self.runs, None):
            end = len(self._kept) if run is None else run.row
            if at < end:  # most runs follow each other
                yield from enumerate(self[at:end], at)
            at = end if run is None else end + run.length

    def known(self) -> tuple[list[Row | None], list[RowKind]]:
        """As in `known_rows`."""
        kinds = self._kinds
        if kinds is None:
            kinds = [RowKind.EQUAL if row is None else row.kind for row in self._kept]
            for run in self.runs:
                if run.kind is not RowKind.EQUAL:
                    kinds[run.row : run.row + run.length] = [run.kind] * run.length
            _call(kinds, self._anew)
            self._kinds = kinds
        return self._kept, kinds

    def pairs(self) -> Pairs:
        """As in `pairs_of_rows`."""
        if self._pairs is None:
            self._pairs = Pairs.of(self._kept)
        return self._pairs

    def as_kept(self, span: Span) -> list[Row | None]:
        """Some rows; None for those of runs that nobody read yet."""
        if not self._anew:
            return self._kept[span.start : span.end]
        return [
            None if row is None else self._row(number)
            for number, row in enumerate(self._kept[span.start : span.end], span.start)
        ]

    def runs_within(self, span: Span) -> list[Run]:
        """The runs that reach into some rows."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        following = takewhile(lambda run: run.row < span.end, islice(self.runs, first, None))
        return [run for run in following if run.row + run.length > span.start]

    def with_kinds(self, anew: Mapping[int, RowKind]) -> Rows:
        """The same with other names for some rows."""
        kept, kinds = self.known()
        documents = self._left, self._right
        rows = Rows(kept.copy(), self.runs, documents, self.names, {**self._anew, **anew})
        rows._pairs = self._pairs
        rows._kinds = kinds.copy()
        _call(rows._kinds, anew)
        return rows


class Pairs(NamedTuple):
    """The rows of a comparison that may get another name or be taken apart."""

    rows: list[int]
    """Their numbers, ascending."""
    similarities: list[float]
    """Theirs, 0 to 1."""

    @classmethod
    def of(cls, rows: Iterable[Row | None]) -> Pairs:
        """Those of two sides in which something changed; None is none."""
        found = [
            (number, row.similarity)
            for number, row in enumerate(rows)
            if row is not None and row.similarity is not None and row.kind is not RowKind.EQUAL
        ]
        return cls([number for number, _ in found], [similarity for _, similarity in found])

    def under(self, least: float) -> list[int]:
        """The rows that are less alike than that."""
        pairs = zip(self.rows, self.similarities, strict=True)
        return [number for number, similarity in pairs if similarity < least]


def _call(kinds: list[RowKind], anew: Mapping[int, RowKind]) -> None:
    """Enter what some rows are called from now on."""
    for number, kind in anew.items():
        kinds[number] = kind


def rows_to_look_at(rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    """The rows in which something may have changed, each with its number."""
    return rows.beyond_runs() if isinstance(rows, Rows) else enumerate(rows)


def rows_in_short(rows: Sequence[Row]) -> Iterator[Row | Run]:
    """All rows in their order, but for each run in which nothing changed the run itself."""
    return rows.in_short() if isinstance(rows, Rows) else iter(rows)


def known_rows(rows: Sequence[Row]) -> tuple[Sequence[Row | None], list[RowKind]]:
    """All rows, perhaps under earlier names, and what they are called.

    Rows of which all is known without looking at their words are None, as far as nobody read them.
    """
    return rows.known() if isinstance(rows, Rows) else (rows, [row.kind for row in rows])


def pairs_of_rows(rows: Sequence[Row]) -> Pairs:
    """The pairs in which something changed: remembered, since whoever moves a threshold asks anew.

    Their names may have changed since the rows were made, and their likeness never does.
    """
    return rows.pairs() if isinstance(rows, Rows) else Pairs.of(rows)


def kinds_of_rows(rows: Sequence[Row]) -> list[RowKind]:
    """What all rows are called, without making any."""
    return known_rows(rows)[1]


def with_kinds(rows: Sequence[Row], anew: Mapping[int, RowKind]) -> Sequence[Row]:
    """The same rows with other names for some."""
    if isinstance(rows, Rows):
        return rows.with_kinds(anew)
    return tuple(
        row.renamed(anew[number]) if number in anew else row for number, row in enumerate(rows)
    )


def rows_of_sentences(comparison: Comparison) -> dict[Side, list[int]]:
    """For each sentence of either side the index of its row."""
    out = {side: [0] * len(comparison.document(side).parted.starts) for side in Side}
    for side, rows in out.items():
        for run in runs_of(comparison.rows):
            (first, end), number = run.sentences(side)
            rows[first:end] = range(number, number + end - first)
    left, right = out[Side.LEFT], out[Side.RIGHT]
    for number, row in rows_to_look_at(comparison.rows):
        for sentence in row.left:
            left[sentence] = number
        for sentence in row.right:
            right[sentence] = number
    return out


def runs_of(rows: Sequence[Row]) -> tuple[Run, ...]:
    """Where nothing changed or is known, as far as one can tell without looking."""
    return rows.runs if isinstance(rows, Rows) else ()


def _all_made(rows: list[Row | None]) -> TypeGuard[list[Row]]:
    """Whether no row is left to be made; none is false."""
    return all(rows)


def _one(group: Group) -> Span:
    return Span(group[0], group[0] + 1)


class RowsMaker:
    """Puts rows together.

    Args:
        left: the one text.
        right: the other.
        names: of the rows that are made when they are read.
    """

    def __init__(self, left: Document, right: Document, names: LateNames) -> None:
        self._documents = (left, right)
        self._names = names
        self._kept: list[Row | None] = []
        self._runs: list[Run] = []

    @classmethod
    def beside(cls, rows: Sequence[Row], left: Document, right: Document) -> RowsMaker:
        """For rows of which some are taken over from others."""
        names = rows.names if isinstance(rows, Rows) else LateNames(left, right, Names())
        return cls(left, right, names)

    def __len__(self) -> int:
        """How many there are so far."""
        return len(self._kept)

    def add(self, row: Row) -> None:
        """One more."""
        self._kept.append(row)

    def add_same(self, step: Step) -> None:
        """A sentence that is the same on both sides, in a paragraph where others may not be."""
        run = self._run(RowKind.EQUAL, _one(step.left), _one(step.right))
        name = Way(self._names.of, run.row)
        self._kept.append(equal_row(*self._documents, step, name))

    def add_run(self, kind: RowKind, left: Span, right: Span) -> int:
        """Sentences of whole paragraphs that are all the same, or all pending.

        Returns:
            How many rows they are.
        """
        run = self._run(kind, left, right)
        self._runs.append(run)
        self._kept += [None] * run.length
        return run.length

    def _run(self, kind: RowKind, left: Span, right: Span) -> Run:
        number = len(self._kept)
        run = Run(kind, number, left, right, number)
        self._names.add(run)
        return run

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

"""The view model: what of a paragraph is marked how. The window and the page draw the same marks.

Imports the engine's public names only; knows no Qt and no HTML. Positions are code points of the
side's text. Everything is looked up by paragraph, so that a view pays for what it shows.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from variorum.engine import (
    BothLooks,
    Change,
    ChangeKind,
    Comparison,
    Document,
    Edit,
    EditKind,
    FormatChange,
    Formatting,
    Paragraph,
    Row,
    RowKind,
    Sentence,
    Side,
    Span,
    Tolerance,
    changed_letters,
    find_changes,
    rows_of_sentences,
)


class SentenceMark(NamedTuple):
    """What became of one sentence."""

    span: Span
    row: int
    """The index of its row."""
    kind: RowKind
    change: int | None
    """The number of the change that it belongs to, from 1; None when nothing changed."""
    move: int | None
    """The number of the move that carried it, from 1."""
    similarity: float | None
    """The share of its wording that was kept, 0 to 1; None when it has no counterpart."""
    parts: tuple[int, int]
    """How many sentences its row (or move pair) has on the left and on the right."""


class EditMark(NamedTuple):
    """A stretch of changed words inside a sentence that has a counterpart; never empty here."""

    span: Span
    """Without white space at its ends, unless it is nothing else."""
    kind: EditKind
    """`replace`, `delete` (left side only) or `insert` (right side only)."""
    change: int
    """The number of the change that it belongs to."""
    edit: int
    """Its index among the edits of its row or move pair that are no equal ones."""
    move: int | None
    """The same number on both ends of words that moved inside the sentence pair."""
    letters: Span | None = None
    """What changed inside: the letters, where a word became another form of itself; the words,
    where something moved and is not the same at its other end. Never empty."""


class FormatMark(NamedTuple):
    """Words that look otherwise on the other side, or a paragraph of another style; never empty."""

    span: Span
    change: int
    """The number of the change that it belongs to."""
    found: FormatChange


@dataclass(frozen=True, slots=True)
class ParagraphMarks:
    """Everything that is marked in one paragraph."""

    paragraph: Paragraph
    index: int
    """Of the paragraph, in its document."""
    band: int
    """The index of its band."""
    sentences: tuple[SentenceMark, ...]
    edits: tuple[EditMark, ...]
    """Ascending, without overlap, clipped to the paragraph."""
    formats: tuple[FormatMark, ...] = ()
    """Ascending, clipped to the paragraph; that of its style may lie over those of its words."""


class BandSizes(NamedTuple):
    """How much text the bands have on one side: for each band a number."""

    characters: array[int]
    """In its paragraphs, without what is between them."""
    paragraphs: array[int]
    line_ends: array[int]
    """Inside its paragraphs."""


class Texts:
    """What is looked up of both texts, whatever became of them."""

    def __init__(self, comparison: Comparison) -> None:
        self._documents = {side: comparison.document(side) for side in Side}

    def are_those_of(self, comparison: Comparison) -> bool:
        """Whether this comparison is one of the same texts."""
        return all(self._documents[side] is comparison.document(side) for side in Side)

    @cached_property
    def ranges(self) -> dict[Side, tuple[Span, ...]]:
        """For each paragraph its sentences."""
        return {side: document.sentence_ranges() for side, document in self._documents.items()}

    @cached_property
    def sums(self) -> dict[Side, tuple[list[int], list[int]]]:
        """The characters and the line ends in the paragraphs before each one; last, in all."""
        return {side: _sums(document) for side, document in self._documents.items()}


def _sums(document: Document) -> tuple[list[int], list[int]]:
    text, spans = document.text, [paragraph.span for paragraph in document.paragraphs]
    characters = accumulate([end - start for start, end in spans], initial=0)
    line_ends = accumulate([text.count("\n", start, end) for start, end in spans], initial=0)
    return list(characters), list(line_ends)


class Marks:
    """Looks up the marks of a comparison; built once, read by everything that draws."""

    def __init__(
        self,
        comparison: Comparison,
        before: Marks | None = None,
        check: Callable[[], None] | None = None,
    ) -> None:
        """Find the changes.

        Args:
            comparison: what is looked up.
            before: the marks of another result, perhaps for the same texts: then what was found
                out of these alone is not found out again.
            check: is called now and then where that takes long; what it raises ends it.
        """
        self.comparison = comparison
        same = before is not None and before.texts.are_those_of(comparison)
        self.texts: Texts = before.texts if before is not None and same else Texts(comparison)
        self.formatting: Formatting = Formatting.of(comparison, self._looks(before))
        if check is not None:
            self.formatting.find_equal_rows(check)
        self.changes: tuple[Change, ...] = find_changes(comparison, self.formatting)
        self.rows: Sequence[Row] = comparison.rows
        """Those of the comparison."""

    def _looks(self, before: Marks | None) -> BothLooks | None:
        """What is known of the looks of the same words already."""
        if before is None or before.texts is not self.texts:
            return None
        return before.formatting.looks if before.tolerances == self.tolerances else None

    @property
    def tolerances(self) -> frozenset[Tolerance]:
        """What counts as no difference."""
        return self.comparison.options.tolerances

    @cached_property
    def change_of_row(self) -> dict[int, int]:
        """For each changed row the number of its change."""
        return {
            row: change.number
            for change in self.changes
            for row in (*change.left_rows, *change.right_rows)
        }

    @cached_property
    def number_of(self) -> dict[str, int]:
        """The number of each change by its id."""
        return {change.id: change.number for change in self.changes}

    @cached_property
    def counts(self) -> dict[ChangeKind, int]:
        """How many changes of each kind there are."""
        found = Counter(change.kind for change in self.changes)
        return {kind: found[kind] for kind in ChangeKind}

    @cached_property
    def change_of_move(self) -> dict[int, Change]:
        """For each move, by its number, the change that it is."""
        return {change.move: change for change in self.changes if change.move is not None}

    @cached_property
    def _rows(self) -> dict[Side, list[int]]:
        """For each sentence the index of its row."""
        return rows_of_sentences(self.comparison)

    @cached_property
    def _moved(self) -> dict[Side, dict[int, tuple[int, int]]]:
        """For each moved sentence the number of its move and the index of its pair in it."""
        out: dict[Side, dict[int, tuple[int, int]]] = {side: {} for side in Side}
        for move in self.comparison.moves:
            for number, pair in enumerate(move.pairs):
                for side, group in ((Side.LEFT, pair.left), (Side.RIGHT, pair.right)):
                    for sentence in group:
                        row = self.rows[self._rows[side][sentence]]
                        if not row.two_sided:
                            out[side][sentence] = (move.id, number)
        return out

    @cached_property
    def _band_starts(self) -> dict[Side, list[int]]:
        bands = self.comparison.bands
        return {
            Side.LEFT: [band.left.start for band in bands],
            Side.RIGHT: [band.right.start for band in bands],
        }

    @cached_property
    def band_sizes(self) -> dict[Side, BandSizes]:
        """How much text each band has on each side: what its height is estimated from."""
        return {side: self._sizes(side) for side in Side}

    def _sizes(self, side: Side) -> BandSizes:
        bands = self.comparison.bands
        spans = [b.left for b in bands] if side is Side.LEFT else [b.right for b in bands]
        characters, line_ends = self.texts.sums[side]
        return BandSizes(
            array("q", [characters[end] - characters[start] for start, end in spans]),
            array("q", [end - start for start, end in spans]),
            array("q", [line_ends[end] - line_ends[start] for start, end in spans]),
        )

    def row_of_sentence(self, side: Side, sentence: int) -> int:
        """The index of the row of a sentence."""
        return self._rows[side][sentence]

    def band_of_paragraph(self, side: Side, paragraph: int) -> int:
        """The index of the band of a paragraph."""
        return bisect_right(self._band_starts[side], paragraph) - 1

    def band_of_row(self, row: int) -> int:
        """The index of the band of a row."""
        return bisect_right(self._row_starts, row) - 1

    @cached_property
    def _row_starts(self) -> list[int]:
        return [band.rows.start for band in self.comparison.bands]

    def sentence_at(self, side: Side, offset: int) -> int | None:
        """The sentence that holds a position of the text, or the last before it."""
        sentences = self.comparison.document(side).sentences
        found = bisect_right(sentences, offset, key=_start) - 1
        return found if found >= 0 else None

    def paragraph(self, side: Side, index: int) -> ParagraphMarks:
        """What is marked in a paragraph."""
        outline = self.outline(side, index)
        whole = outline.paragraph.span
        edits, formats = self.edits(side, outline, whole), self.formats(side, outline, whole)
        return replace(outline, edits=edits, formats=formats)

    def outline(self, side: Side, index: int) -> ParagraphMarks:
        """As `paragraph`, but without edits and formatting, which take most of the time."""
        document = self.comparison.document(side)
        sentences = tuple(
            [
                self._sentence(side, document, number)
                for number in range(*self.texts.ranges[side][index])
            ]
        )
        band = self.band_of_paragraph(side, index)
        return ParagraphMarks(document.paragraphs[index], index, band, sentences, ())

    def edits(self, side: Side, outline: ParagraphMarks, within: Span) -> tuple[EditMark, ...]:
        """The edits of a paragraph, as far as its sentences reach into a stretch of the text."""
        sentences = [
            mark
            for mark in outline.sentences
            if mark.span.start < within.end and mark.span.end > within.start
        ]
        return tuple(self._edits(side, outline.paragraph.span, sentences))

    def formats(self, side: Side, outline: ParagraphMarks, within: Span) -> tuple[FormatMark, ...]:
        """The changes of formatting in those sentences of a paragraph that reach into a stretch."""
        if not self.formatting.is_shown:
            return ()
        first, last = outline.paragraph.span
        out: set[FormatMark] = set()
        for mark in outline.sentences:
            if (
                mark.change is None
                or mark.span.start >= within.end
                or mark.span.end <= within.start
            ):
                continue
            for found in self.formats_of(side, mark):
                start, end = found.left if side is Side.LEFT else found.right
                start, end = max(start, first), min(end, last)
                if start < end:
                    out.add(FormatMark(Span(start, end), mark.change, found))
        return tuple(sorted(out, key=lambda mark: (*mark.span, mark.found.styles is None)))

    def formats_of(self, side: Side, mark: SentenceMark) -> tuple[FormatChange, ...]:
        """The changes of formatting of the row of a sentence, or of the pair of its move."""
        if mark.move is None:
            return self.formatting.of_row(mark.row)
        sentence = self.sentence_at(side, mark.span.start)
        assert sentence is not None
        return self.formatting.of_pair(*self._moved[side][sentence])

    def formats_of_change(self, change: Change) -> tuple[FormatChange, ...]:
        """All changes of formatting of a change."""
        if change.move is not None:
            pairs = self.comparison.moves[change.move - 1].pairs
            found = [self.formatting.of_pair(change.move, number) for number in range(len(pairs))]
        else:
            found = [self.formatting.of_row(number) for number in change.left_rows]
        return tuple(each for group in found for each in group)

    def mark_words(self, side: Side, outline: ParagraphMarks, within: Span) -> Iterator[None]:
        """Mark the words of the same sentences, those of one at each step.

        Who asks for the edits afterwards gets them at once.
        """
        for mark in outline.sentences:
            if mark.change is not None and mark.span.start < within.end:
                if mark.span.end > within.start:
                    self._source(side, mark)
                yield

    def _sentence(self, side: Side, document: Document, sentence: int) -> SentenceMark:
        number = self._rows[side][sentence]
        row = self.rows[number]
        span = document.sentences[sentence].span
        change = self.change_of_row.get(number)
        moved = self._moved[side].get(sentence)
        if moved is None:
            parts = (len(row.left), len(row.right))
            return SentenceMark(span, number, row.kind, change, None, row.similarity, parts)
        pair = self.comparison.moves[moved[0] - 1].pairs[moved[1]]
        parts = (len(pair.left), len(pair.right))
        return SentenceMark(span, number, row.kind, change, moved[0], pair.similarity, parts)

    def _edits(self, side: Side, within: Span, sentences: Sequence[SentenceMark]) -> list[EditMark]:
        out: list[EditMark] = []
        done: set[tuple[int, int]] = set()
        for mark in sentences:
            if mark.change is None:
                continue
            source, edits = self._source(side, mark)
            if source in done:
                continue
            done.add(source)
            out += self._of_source(side, within, edits, mark.change)
        out.sort()
        return out

    def _source(self, side: Side, mark: SentenceMark) -> tuple[tuple[int, int], tuple[Edit, ...]]:
        """Where the word edits of a sentence stand: in its row, or in the pair of its move."""
        if mark.move is None:
            row = self.rows[mark.row]
            return (0, mark.row), row.edits if row.two_sided else ()
        sentence = self.sentence_at(side, mark.span.start)
        assert sentence is not None
        number = self._moved[side][sentence][1]
        return (mark.move, number), self.comparison.moves[mark.move - 1].pairs[number].edits

    def _of_source(
        self, side: Side, within: Span, edits: tuple[Edit, ...], change: int
    ) -> list[EditMark]:
        text = self.comparison.document(side).text
        out: list[EditMark] = []
        changed = [edit for edit in edits if edit.kind is not EditKind.EQUAL]
        faced = _facing(changed)
        first, last = within
        for number, edit in enumerate(changed):
            span = edit.left if side is Side.LEFT else edit.right
            start, end = span
            whole = first <= start and end <= last
            if not whole:
                start, end = max(start, first), min(end, last)
                span = Span(start, end)
            if start < end:
                both = faced.get(edit, edit) if faced else edit
                letters = self._letters(side, both) if whole else None
                bare = without_outer_space(text, span)
                out.append(EditMark(bare, edit.kind, change, number, edit.move, letters))
        return out

    def _letters(self, side: Side, edit: Edit) -> Span | None:
        """The letters of one side that changed, when one word faces another form of itself."""
        if edit.kind is not EditKind.REPLACE:
            return None
        texts = self.comparison.left.text, self.comparison.right.text
        spans = without_outer_space(texts[0], edit.left), without_outer_space(texts[1], edit.right)
        left, right = texts[0][slice(*spans[0])], texts[1][slice(*spans[1])]
        middle = _changed_words(left, right) if edit.move else changed_letters(left, right)
        if middle is None:
            return None
        start = (spans[0] if side is Side.LEFT else spans[1]).start
        inner = middle[0] if side is Side.LEFT else middle[1]
        return Span(start + inner.start, start + inner.end) if inner.length else None


def _facing(edits: Iterable[Edit]) -> dict[Edit, Edit]:
    """For both ends of words that moved the two ends together, as one replacement."""
    ends = {e.move: e for e in edits if e.move is not None and e.kind is EditKind.DELETE}
    out: dict[Edit, Edit] = {}
    if not ends:
        return out
    for edit in edits:
        if edit.kind is EditKind.INSERT and edit.move in ends:
            end = ends[edit.move]
            both = Edit(EditKind.REPLACE, end.left, edit.right, move=edit.move)
            out[end] = out[edit] = both
    return out


def _changed_words(left: str, right: str) -> tuple[Span, Span] | None:
    """The words of two texts between what is the same at their ends; None when all is the same."""
    if left == right:
        return None
    words = [[(m.start(), m.end()) for m in _WORD.finditer(text)] for text in (left, right)]
    told = [
        [text[slice(*w)] for w in found] for text, found in zip((left, right), words, strict=True)
    ]
    least = min(map(len, told))
    start = next((n for n in range(least) if told[0][n] != told[1][n]), least)
    rest = least - start
    end = next((n for n in range(rest) if told[0][-1 - n] != told[1][-1 - n]), rest)
    parts = [found[start : len(found) - end] for found in words]
    if not all(parts):
        return None
    spans = [Span(part[0][0], part[-1][1]) for part in parts]
    return spans[0], spans[1]


_WORD: Final = re.compile(r"\w+|[^\w\s]")


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def without_outer_space(text: str, span: Span) -> Span:
    """A span without the white space at its ends; itself when it is nothing else."""
    start, end = span
    if start >= end or not (text[start].isspace() or text[end - 1].isspace()):
        return span
    piece = text[start:end]
    if piece.isspace():
        return span
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))

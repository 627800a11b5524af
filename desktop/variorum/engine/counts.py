"""Words: how many a text has, and how many of a row or a band were kept.

Imports the model, the documents and the pairing. Counting is most of what figures cost, so that
what is asked for again is remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variorum.engine.document import Document
from variorum.engine.elements import Side, Span
from variorum.engine.model import Comparison, Edit, EditKind, Row, RowKind, Tally
from variorum.engine.pairing import pair_up
from variorum.engine.text.counting import count_plain
from variorum.engine.text.scripts import is_chinese
from variorum.engine.text.tokens import count_words


class Counts:
    """Counts words in the two texts of a comparison."""

    def __init__(self, left: Document, right: Document) -> None:
        self._left = left
        self._right = right
        self._same: dict[int, Tally] = {}
        self._paragraphs: dict[tuple[Side, int], int] = {}
        self._runs: dict[tuple[Side, int, int], int] = {}
        self._sentences: dict[Side, dict[int, int]] = {side: {} for side in Side}

    def paragraph(self, side: Side, index: int) -> int:
        """The words of a paragraph; remembered, since partial results ask for the same ones."""
        words = self._paragraphs.get((side, index))
        if words is None:
            document = self._left if side is Side.LEFT else self._right
            span = document.paragraphs[index].span
            words = self._paragraphs[side, index] = count_words(document.text, *span)
        return words

    def run(self, side: Side, first: int, end: int) -> int:
        """The words of paragraphs that follow each other; remembered, too.

        Prose is counted in one go, since no word goes from one paragraph on to the next.
        """
        words = self._runs.get((side, first, end))
        if words is None:
            document = self._left if side is Side.LEFT else self._right
            start, stop = (
                document.paragraphs[first].span.start,
                document.paragraphs[end - 1].span.end,
            )
            words = count_plain(document.text[start:stop])
            if words is None:
                words = sum(self.paragraph(side, index) for index in range(first, end))
            self._runs[side, first, end] = words
        return words

    def same(self, index: int) -> Tally:
        """The words of a row with the same text on both sides, that of a sentence on the left."""
        words = count_words(self._left.text, *self._left.sentence_span(index))
        tally = self._same.get(words)
        if tally is None:
            tally = self._same[words] = Tally(words, words, words, words)
        return tally

    def sentence(self, side: Side, index: int) -> int:
        """The words of a sentence; remembered, since what moved is asked for its words again."""
        known = self._sentences[side]
        words = known.get(index)
        if words is None:
            document = self._left if side is Side.LEFT else self._right
            words = known[index] = count_words(document.text, *document.sentence_span(index))
        return words

    def sentences(self, side: Side, indices: Iterable[int]) -> int:
        """The words of some sentences."""
        return sum(self.sentence(side, index) for index in indices)

    def kept(self, side: Side, edits: Iterable[Edit]) -> int:
        """The words that stand whole in equal edits."""
        text = (self._left if side is Side.LEFT else self._right).text
        return sum(
            _whole_words(text, edit.left if side is Side.LEFT else edit.right)
            for edit in edits
            if edit.kind is EditKind.EQUAL
        )

    def known(self, rows: Iterable[Row], tallies: Iterable[Tally | None]) -> list[Tally]:
        """The words of some rows, counted where they were not counted yet."""
        return [t or self.tally(row) for row, t in zip(rows, tallies, strict=True)]

    def tally(self, row: Row) -> Tally:
        """The words of a row."""
        left = self.sentences(Side.LEFT, row.left)
        right = self.sentences(Side.RIGHT, row.right)
        if row.kind is RowKind.EQUAL:
            return Tally(left, left, right, right)
        if not row.two_sided:
            return Tally(left, 0, right, 0)
        return Tally(
            left,
            min(left, self.kept(Side.LEFT, row.edits)),
            right,
            min(right, self.kept(Side.RIGHT, row.edits)),
        )


def tallies_of(comparison: Comparison) -> tuple[Tally | None, ...]:
    """The words of each row; counted only for a comparison that was not made by the engine.

    None stands for rows of a band in which nothing changed: whoever looks at changes needs none.
    """
    if len(comparison.tallies) == len(comparison.rows):
        return comparison.tallies
    counts = Counts(comparison.left, comparison.right)
    return tuple(_tally(counts, comparison, row) for row in comparison.rows)


def _tally(counts: Counts, comparison: Comparison, row: Row) -> Tally:
    """The words of a row, counted as when rows are made."""
    found = None
    if row.kind in (RowKind.EDITED, RowKind.REWORDED):
        found = pair_up(comparison.left, comparison.right, row, comparison.options).tally
    return found or counts.tally(row)


def _whole_words(text: str, span: Span) -> int:
    """The words of a stretch that are not cut by its ends."""
    start, end = span
    count = count_words(text, start, end)
    if count and _cuts_a_word(text, start):
        count -= 1
    if count and _cuts_a_word(text, end):
        count -= 1
    return count


def _cuts_a_word(text: str, at: int) -> bool:
    """Whether a position stands inside a word: the two characters around it make one word."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if not (before.isalnum() and after.isalnum()):
        return False
    if is_chinese(before) or is_chinese(after):
        return False
    return count_words(text, at - 1, at + 1) < 2


def changed_share(rows: Sequence[Row], tallies: Sequence[Tally]) -> float:
    """The share of the words of some rows that is not kept, 0 to 1; what is pending counts as kept.

    Rows without a word, such as a line of asterisks, are kept or not as a whole.
    """
    total = kept = 0
    for row, tally in zip(rows, tallies, strict=True):
        total += tally.left + tally.right
        kept += tally.left_kept + tally.right_kept
        if row.kind is RowKind.PENDING:
            kept += tally.left + tally.right
    if total:
        return 1 - kept / total
    return float(any(row.kind not in (RowKind.EQUAL, RowKind.PENDING) for row in rows))

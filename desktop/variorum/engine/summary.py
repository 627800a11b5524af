"""The figures of a comparison: words, sentences and paragraphs by what became of them.

Imports the model and the documents. A ledger can be entered into and struck from, band by band,
so that other thresholds need no new count of the whole text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from variorum.engine.document import Document
from variorum.engine.model import (
    Band,
    Edit,
    EditKind,
    MovePair,
    Row,
    RowKind,
    Sentence,
    Share,
    Side,
    SideSummary,
    Span,
    Summary,
    Tally,
)
from variorum.engine.text.tokens import count_words


class Counts:
    """Counts words in the two texts of a comparison."""

    def __init__(self, left: Document, right: Document) -> None:
        self._left = left
        self._right = right

    def sentences(self, side: Side, indices: Iterable[int]) -> int:
        """The words of some sentences."""
        document = self._left if side is Side.LEFT else self._right
        return sum(count_words(document.text, *document.sentences[i].span) for i in indices)

    def kept(self, side: Side, edits: Iterable[Edit]) -> int:
        """The words that stand whole in equal edits."""
        text = (self._left if side is Side.LEFT else self._right).text
        return sum(
            _whole_words(text, edit.left if side is Side.LEFT else edit.right)
            for edit in edits
            if edit.kind is EditKind.EQUAL
        )

    def tally(self, row: Row) -> Tally:
        """The words of a row."""
        left = self.sentences(Side.LEFT, row.left)
        if row.kind is RowKind.EQUAL:
            right = left if self._identical(row) else self.sentences(Side.RIGHT, row.right)
            return Tally(left, left, right, right)
        right = self.sentences(Side.RIGHT, row.right)
        if not row.two_sided:
            return Tally(left, 0, right, 0)
        return Tally(
            left,
            min(left, self.kept(Side.LEFT, row.edits)),
            right,
            min(right, self.kept(Side.RIGHT, row.edits)),
        )

    def _identical(self, row: Row) -> bool:
        """Whether an equal row has the same text, sentence for sentence, on both sides."""
        return len(row.left) == len(row.right) == len(row.edits) == 1 and not row.edits[0].tolerated


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
    if not (text[at - 1].isalnum() and text[at].isalnum()):
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

_PLAIN: Final = frozenset({RowKind.MISSING, RowKind.NEW, RowKind.PENDING})
"""Rows whose edits are no edits of words."""


class Ledger:
    """Adds up a summary."""

    def __init__(self, counts: Counts, left: Document, right: Document) -> None:
        self._counts = counts
        self._sentences_of = (left.sentences, right.sentences)
        self._words: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._sentences: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._paragraphs: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._edits: Counter[str] = Counter()
        self._tolerated: Counter[str] = Counter()
        self._kept = 0
        self._splits = 0
        self._merges = 0

    def take_over(self, summary: Summary) -> None:
        """Begin with the figures of a summary."""
        for number, side in enumerate((summary.left, summary.right)):
            self._words[number].update(_parts(side.words))
            self._sentences[number].update(_parts(side.sentences))
            self._paragraphs[number].update(_parts(side.paragraphs))
        self._edits.update(summary.edits)
        self._tolerated.update(summary.tolerated)
        self._kept += summary.kept
        self._splits += summary.splits
        self._merges += summary.merges

    def band(
        self,
        band: Band,
        rows: Sequence[Row],
        tallies: Sequence[Tally],
        moved: Collection[int],
        *,
        strike: bool = False,
    ) -> None:
        """Enter a band, or strike it.

        Args:
            band: its rows are looked up in `rows` and `tallies`, which are those of all bands.
            rows: all rows.
            tallies: of all rows.
            moved: the indices of the rows that moved.
            strike: take it out again.
        """
        sign = -1 if strike else 1
        names = [
            _MOVED if number in moved else _NAMES[rows[number].kind] for number in range(*band.rows)
        ]
        here = rows[band.rows.start : band.rows.end]
        for name, row, tally in zip(
            names, here, tallies[band.rows.start : band.rows.end], strict=True
        ):
            self._row(name, row, tally, sign)
        for number, span in enumerate((band.left, band.right)):
            if span.length:
                labels = _labels(self._sentences_of[number], number, span.length, here, names)
                for label, count in labels.items():
                    self._paragraphs[number][label] += sign * count

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
        if len(row.left) != len(row.right):
            self._splits += sign * row.is_split
            self._merges += sign * row.is_merge
        if row.kind not in _PLAIN:
            self._count(row.edits, sign)

    def _count(self, edits: Iterable[Edit], sign: int) -> None:
        for edit in edits:
            if edit.kind is not EditKind.EQUAL:
                self._edits[edit.kind.value] += sign
            for tolerance in edit.tolerated:
                self._tolerated[tolerance.value] += sign

    def pair(self, pair: MovePair, lone: Collection[Side], *, strike: bool = False) -> None:
        """Enter a pair that moved, or strike it.

        Args:
            pair: its edits and its kept words count.
            lone: the sides whose words are not counted in a row in place already.
            strike: take it out again.
        """
        sign = -1 if strike else 1
        self._count(pair.edits, sign)
        for side in lone:
            group = pair.left if side is Side.LEFT else pair.right
            total = self._counts.sentences(side, group)
            self._kept += sign * min(total, self._counts.kept(side, pair.edits))

    def summary(self, moves: int) -> Summary:
        """All figures.

        Args:
            moves: how many moves there are.
        """
        total = self._words[0].total() + self._words[1].total()
        return Summary(
            left=self._side(0),
            right=self._side(1),
            similarity=self._kept / total if total else 1.0,
            edits={kind.value: count for kind in EditKind if (count := self._edits[kind.value])},
            moves=moves,
            splits=self._splits,
            merges=self._merges,
            tolerated={name: count for name, count in sorted(self._tolerated.items()) if count},
            kept=self._kept,
        )

    def _side(self, number: int) -> SideSummary:
        return SideSummary(
            _share(self._words[number]),
            _share(self._sentences[number]),
            _share(self._paragraphs[number]),
        )


def _labels(
    sentences: Sequence[Sentence],
    number: int,
    count: int,
    rows: Sequence[Row],
    names: Sequence[str],
) -> Counter[str]:
    """What the paragraphs of one side of a band are called."""
    if count == 1:
        if number == 0:
            found = {name for row, name in zip(rows, names, strict=True) if row.left}
        else:
            found = {name for row, name in zip(rows, names, strict=True) if row.right}
        return Counter((_label(found),))
    by_paragraph: dict[int, set[str]] = {}
    for row, name in zip(rows, names, strict=True):
        for index in row.right if number else row.left:
            by_paragraph.setdefault(sentences[index].paragraph, set()).add(name)
    return Counter(map(_label, by_paragraph.values()))


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

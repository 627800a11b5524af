"""The figures of a comparison: words, sentences and paragraphs by what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from variorum.engine.document import Document
from variorum.engine.model import (
    Band,
    Edit,
    EditKind,
    Move,
    Row,
    RowKind,
    Share,
    Side,
    SideSummary,
    Span,
    Summary,
)
from variorum.engine.text.tokens import count_words


class Counts:
    """Counts words in the two texts of a comparison."""

    def __init__(self, left: Document, right: Document) -> None:
        self._documents = {Side.LEFT: left, Side.RIGHT: right}

    def sentences(self, side: Side, indices: Iterable[int]) -> int:
        """The words of some sentences."""
        document = self._documents[side]
        return sum(count_words(document.text, *document.sentences[i].span) for i in indices)

    def kept(self, side: Side, edits: Iterable[Edit]) -> int:
        """The words in the equal edits."""
        text = self._documents[side].text
        return sum(
            count_words(text, *_span(edit, side)) for edit in edits if edit.kind is EditKind.EQUAL
        )

    def changed(self, rows: Sequence[Row]) -> float:
        """The share of the words of some rows that is not kept, 0 to 1."""
        total = kept = 0
        for row in rows:
            for side in Side:
                words = self.sentences(side, row.left if side is Side.LEFT else row.right)
                total += words
                if row.kind in (RowKind.EQUAL, RowKind.PENDING):
                    kept += words
                elif row.kind in (RowKind.EDITED, RowKind.REWORDED):
                    kept += min(words, self.kept(side, row.edits))
        return 1 - kept / total if total else 0.0


def _span(edit: Edit, side: Side) -> Span:
    return edit.left if side is Side.LEFT else edit.right


def summarise(
    counts: Counts, rows: Sequence[Row], moves: Sequence[Move], bands: Sequence[Band]
) -> Summary:
    """The figures of all rows, moves and bands."""
    left = _side(Side.LEFT, counts, rows, moves, bands)
    right = _side(Side.RIGHT, counts, rows, moves, bands)
    pairs = [row.edits for row in rows if row.left and row.right]
    pairs += [pair.edits for move in moves for pair in move.pairs]
    edits = Counter(e.kind.value for part in pairs for e in part if e.kind is not EditKind.EQUAL)
    tolerated = Counter(t.value for part in pairs for e in part for t in e.tolerated)
    total = left.words.total + right.words.total
    kept = left.words.kept + right.words.kept + _kept_in_moves(counts, moves)
    return Summary(
        left=left,
        right=right,
        similarity=kept / total if total else 1.0,
        edits={kind.value: edits[kind.value] for kind in EditKind if edits[kind.value]},
        moves=len(moves),
        splits=sum(row.is_split for row in rows),
        merges=sum(row.is_merge for row in rows),
        tolerated=dict(sorted(tolerated.items())),
    )


def _kept_in_moves(counts: Counts, moves: Sequence[Move]) -> int:
    return sum(
        counts.kept(side, pair.edits) for move in moves for pair in move.pairs for side in Side
    )


def _side(
    side: Side,
    counts: Counts,
    rows: Sequence[Row],
    moves: Sequence[Move],
    bands: Sequence[Band],
) -> SideSummary:
    moved = {
        r for move in moves for r in (move.left_rows if side is Side.LEFT else move.right_rows)
    }
    words: Counter[str] = Counter()
    sentences: Counter[str] = Counter()
    of_row: list[str] = []
    for number, row in enumerate(rows):
        indices = row.left if side is Side.LEFT else row.right
        kind = _KINDS[row.kind] if number not in moved else "moved"
        of_row.append(kind)
        if not indices:
            continue
        total = counts.sentences(side, indices)
        sentences[kind] += len(indices)
        if kind == "edited":
            kept = min(total, counts.kept(side, row.edits))
            words["kept"] += kept
            words["edited"] += total - kept
        else:
            words[kind] += total
    paragraphs: Counter[str] = Counter()
    for band in bands:
        span = band.left if side is Side.LEFT else band.right
        paragraphs[_of_band(of_row[band.rows.start : band.rows.end])] += span.length
    return SideSummary(_share(words), _share(sentences), _share(paragraphs))


_KINDS = {
    RowKind.EQUAL: "kept",
    RowKind.EDITED: "edited",
    RowKind.REWORDED: "reworded",
    RowKind.MISSING: "lone",
    RowKind.NEW: "lone",
    RowKind.PENDING: "pending",
}


def _of_band(kinds: Sequence[str]) -> str:
    """What a paragraph is called: what all of its rows are, else reworded or edited."""
    found = set(kinds)
    if len(found) == 1:
        return kinds[0]
    if "pending" in found:
        return "pending"
    if not found & {"kept", "edited", "reworded"}:
        return "moved"  # partly moved, partly gone
    return "reworded" if found == {"reworded", "lone"} else "edited"


def _share(counter: Counter[str]) -> Share:
    return Share(
        total=counter.total(),
        kept=counter["kept"],
        edited=counter["edited"],
        reworded=counter["reworded"],
        moved=counter["moved"],
        lone=counter["lone"],
        pending=counter["pending"],
    )

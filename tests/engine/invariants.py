"""What is true of every comparison, as the contract says it: one check a function.

`INVARIANTS` names them all; each takes a comparison and asserts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from variorum.engine import (
    BandKind,
    Comparison,
    Document,
    Edit,
    EditKind,
    RowKind,
    Share,
    Side,
    Span,
    Tolerance,
    count_words,
    find_changes,
)


def runs(document: Document, indices: tuple[int, ...]) -> list[Span]:
    """The text of each run of neighbouring sentences."""
    out: list[Span] = []
    for before, index in pairwise((-2, *indices)):
        start, end = document.sentences[index].span
        if index == before + 1:
            start = out.pop().start
        out.append(Span(start, end))
    return out


def each_sentence_stands_in_exactly_one_row(c: Comparison) -> None:
    for side in Side:
        placed = sorted(i for row in c.rows for i in row.sentences(side))
        assert placed == list(range(len(c.document(side).sentences)))


def each_paragraph_stands_in_exactly_one_band_in_order(c: Comparison) -> None:
    for side in Side:
        at = 0
        for band in c.bands:
            span = band.paragraphs(side)
            assert span.start == at
            assert span.end >= at
            at = span.end
        assert at == len(c.document(side).paragraphs)


def two_sided_rows_ascend(c: Comparison) -> None:
    rows = [row for row in c.rows if row.two_sided]
    for row in c.rows:
        assert list(row.left) == sorted(set(row.left))
        assert list(row.right) == sorted(set(row.right))
        assert row.left or row.right
    for above, below in pairwise(rows):
        assert above.left[0] < below.left[0]
        assert above.right[0] < below.right[0]


def lone_sentences_keep_their_place(c: Comparison) -> None:
    """From top to bottom the first sentences of the rows ascend on each side."""
    for side in Side:
        firsts = [row.sentences(side)[0] for row in c.rows if row.sentences(side)]
        assert firsts == sorted(firsts)


def kinds_say_what_rows_are(c: Comparison) -> None:
    for row in c.rows:
        if row.two_sided:
            assert row.kind in (RowKind.EQUAL, RowKind.EDITED, RowKind.REWORDED)
            assert row.similarity is not None
            assert 0 <= row.similarity <= 1
            changed = any(edit.kind is not EditKind.EQUAL for edit in row.edits)
            assert changed == (row.kind is not RowKind.EQUAL)
            if changed:
                edited = row.similarity >= c.options.thresholds.edited
                assert (row.kind is RowKind.EDITED) == edited
        else:
            lone = RowKind.MISSING if row.left else RowKind.NEW
            assert row.kind in (lone, RowKind.PENDING)
            assert row.similarity is None
            assert len(row.left or row.right) == 1
        if c.complete:
            assert row.kind is not RowKind.PENDING


def _tile(spans: Iterable[Span], stretches: list[Span]) -> None:
    """Spans that are not empty follow each other without gap through the stretches."""
    pieces = sorted(span for span in spans if span.length)
    joined: list[Span] = []
    for piece in pieces:
        assert not joined or piece.start >= joined[-1].end, "two edits overlap"
        if joined and piece.start == joined[-1].end:
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    assert joined == stretches


def edits_cover_both_sides(c: Comparison) -> None:
    groups = [(row.left, row.right, row.edits) for row in c.rows]
    groups += [(p.left, p.right, p.edits) for move in c.moves for p in move.pairs]
    for left, right, edits in groups:
        _tile((edit.left for edit in edits), runs(c.left, left))
        _tile((edit.right for edit in edits), runs(c.right, right))


def edits_are_what_they_say(c: Comparison) -> None:
    for edits in (*(row.edits for row in c.rows), *_pair_edits(c)):
        for edit in edits:
            left, right = (bool(span.length) for span in (edit.left, edit.right))
            expected = {
                EditKind.EQUAL: (True, True),
                EditKind.REPLACE: (True, True),
                EditKind.DELETE: (True, False),
                EditKind.INSERT: (False, True),
            }[edit.kind]
            if edit.tolerated and edit.kind is EditKind.EQUAL:
                assert left or right
            else:
                assert (left, right) == expected
            assert 0 <= edit.left.start <= edit.left.end <= len(c.left.text)
            assert 0 <= edit.right.start <= edit.right.end <= len(c.right.text)
            assert list(edit.tolerated) == sorted(set(edit.tolerated))
            # A capital that is there only because its sentence begins there is never an edit.
            assert {*c.options.tolerances, Tolerance.CASE}.issuperset(edit.tolerated)
            if edit.kind is not EditKind.EQUAL:
                assert not edit.tolerated
        _moves_inside_pair_up(edits)


def _pair_edits(c: Comparison) -> list[tuple[Edit, ...]]:
    return [pair.edits for move in c.moves for pair in move.pairs]


def _moves_inside_pair_up(edits: tuple[Edit, ...]) -> None:
    ends: dict[int, set[EditKind]] = {}
    for edit in edits:
        if edit.move is not None:
            ends.setdefault(edit.move, set()).add(edit.kind)
    assert all(kinds == {EditKind.DELETE, EditKind.INSERT} for kinds in ends.values())


def edits_turn_the_left_text_into_the_right(c: Comparison) -> None:
    """What is tolerated takes the right text's form, all else that is equal the left one's."""
    groups = [(row.right, row.edits) for row in c.rows if row.two_sided]
    groups += [(pair.right, pair.edits) for move in c.moves for pair in move.pairs]
    for right, edits in groups:
        made = ""
        for edit in sorted(edits, key=lambda e: e.right):
            if edit.kind is EditKind.EQUAL and not edit.tolerated:
                made += c.left.text[slice(*edit.left)]
            else:
                made += c.right.text[slice(*edit.right)]
        assert made == "".join(c.right.text[slice(*span)] for span in runs(c.right, right))


def bands_hold_their_rows(c: Comparison) -> None:
    at = 0
    for band in c.bands:
        assert band.rows.start == at
        assert band.rows.end > at
        at = band.rows.end
        for row in c.rows[slice(*band.rows)]:
            for side in Side:
                span = band.paragraphs(side)
                for sentence in row.sentences(side):
                    assert c.document(side).sentences[sentence].paragraph in range(*span)
    assert at == len(c.rows)


def bands_are_what_they_say(c: Comparison) -> None:
    for band in c.bands:
        left, right = band.left.length, band.right.length
        expected = {
            BandKind.SAME: left == right == 1,
            BandKind.SPLIT: left == 1 and right > 1,
            BandKind.MERGED: left > 1 and right == 1,
            BandKind.REGROUPED: left > 1 and right > 1,
            BandKind.MISSING: left > 0 and right == 0,
            BandKind.NEW: left == 0 and right > 0,
        }
        assert expected[band.kind]
        assert 0 <= band.changed <= 1
        kinds = {row.kind for row in c.rows[slice(*band.rows)]}
        if kinds <= {RowKind.EQUAL}:
            assert band.changed == 0
        if kinds <= {RowKind.MISSING, RowKind.NEW}:
            assert band.changed == 1
        if c.complete and band.left.length and band.right.length:
            assert kinds - {RowKind.MISSING, RowKind.NEW}, "nothing holds the band together"


def bands_name_their_moves(c: Comparison) -> None:
    for band in c.bands:
        here: set[int] = set()
        for move in c.moves:
            for side in Side:
                span = band.paragraphs(side)
                sentences = c.document(side).sentences
                group = [i for p in move.pairs for i in p.sentences(side)]
                if any(sentences[i].paragraph in range(*span) for i in group):
                    here.add(move.id)
        assert band.moves == tuple(sorted(here))


def moves_are_runs_of_lone_rows(c: Comparison) -> None:
    assert [move.id for move in c.moves] == list(range(1, len(c.moves) + 1))
    firsts = [min(i for pair in move.pairs for i in pair.left) for move in c.moves]
    assert firsts == sorted(firsts)
    moved: Counter[tuple[Side, int]] = Counter()
    for move in c.moves:
        assert move.pairs
        assert 0 <= move.similarity <= 1
        assert list(move.left_rows) == sorted(set(move.left_rows))
        assert list(move.right_rows) == sorted(set(move.right_rows))
        assert all(c.rows[n].kind is RowKind.MISSING for n in move.left_rows)
        assert all(c.rows[n].kind is RowKind.NEW for n in move.right_rows)
        for side, rows in ((Side.LEFT, move.left_rows), (Side.RIGHT, move.right_rows)):
            group = [i for p in move.pairs for i in p.sentences(side)]
            in_place = {i for r in c.rows if r.two_sided for i in r.sentences(side)}
            assert sorted(i for n in rows for i in c.rows[n].sentences(side)) == sorted(
                set(group) - in_place
            )
            # A sentence that stayed may have lost several parts, each to another place.
            moved.update((side, i) for i in group if i not in in_place)
        assert all(0 <= pair.similarity <= 1 for pair in move.pairs)
    assert all(count == 1 for count in moved.values())


def links_agree_with_rows_and_moves(c: Comparison) -> None:
    expected = [(row.left, row.right) for row in c.rows if row.two_sided]
    expected += [(pair.left, pair.right) for move in c.moves for pair in move.pairs]
    assert Counter(c.links()) == Counter(expected)


def row_ids_are_unique(c: Comparison) -> None:
    ids = [row.id for row in c.rows]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[a-z0-9]{4,}", name) for name in ids)


def changes_name_every_row_that_changed(c: Comparison) -> None:
    changes = find_changes(c)
    assert [change.number for change in changes] == list(range(1, len(changes) + 1))
    assert len({change.id for change in changes}) == len(changes)
    named = Counter(n for ch in changes for n in {*ch.left_rows, *ch.right_rows})
    unchanged = (RowKind.EQUAL, RowKind.PENDING)
    assert named == Counter(n for n, row in enumerate(c.rows) if row.kind not in unchanged)
    firsts = [min(ch.left_rows + ch.right_rows) for ch in changes]
    assert firsts == sorted(firsts)


def _adds_up(share: Share, total: int) -> None:
    assert share.total == total
    assert sum(share[1:]) == total
    assert min(share) >= 0


def figures_add_up(c: Comparison) -> None:
    for side in Side:
        document = c.document(side)
        figures = c.summary.of(side)
        words = sum(count_words(document.text, *s.span) for s in document.sentences)
        _adds_up(figures.words, words)
        _adds_up(figures.sentences, len(document.sentences))
        _adds_up(figures.paragraphs, len(document.paragraphs))
    _figures_of_sentences(c)
    two_sided = [row for row in c.rows if row.two_sided]
    assert c.summary.moves == len(c.moves)
    assert c.summary.splits == sum(row.is_split for row in two_sided)
    assert c.summary.merges == sum(row.is_merge for row in two_sided)
    edits = [e for part in (*(row.edits for row in two_sided), *_pair_edits(c)) for e in part]
    assert c.summary.edits == Counter(e.kind.value for e in edits if e.kind is not EditKind.EQUAL)
    assert c.summary.tolerated == Counter(t.value for e in edits for t in e.tolerated)
    assert 0 <= c.summary.similarity <= 1
    if all(row.kind is RowKind.EQUAL for row in c.rows):
        assert c.summary.similarity == 1


def _figures_of_sentences(c: Comparison) -> None:
    moved = {n for move in c.moves for n in (*move.left_rows, *move.right_rows)}
    for side in Side:
        counts: Counter[str] = Counter()
        for number, row in enumerate(c.rows):
            kind = "moved" if number in moved else row.kind.value
            counts[kind] += len(row.sentences(side))
        share = c.summary.of(side).sentences
        assert share.kept == counts["equal"]
        assert share.edited == counts["edited"]
        assert share.reworded == counts["reworded"]
        assert share.moved == counts["moved"]
        assert share.lone == counts["missing"] + counts["new"]
        assert share.pending == counts["pending"]


INVARIANTS = (
    each_sentence_stands_in_exactly_one_row,
    each_paragraph_stands_in_exactly_one_band_in_order,
    two_sided_rows_ascend,
    lone_sentences_keep_their_place,
    kinds_say_what_rows_are,
    edits_cover_both_sides,
    edits_are_what_they_say,
    edits_turn_the_left_text_into_the_right,
    bands_hold_their_rows,
    bands_are_what_they_say,
    bands_name_their_moves,
    moves_are_runs_of_lone_rows,
    links_agree_with_rows_and_moves,
    row_ids_are_unique,
    changes_name_every_row_that_changed,
    figures_add_up,
)


def check_all(comparison: Comparison) -> None:
    """Assert everything that is true of every comparison."""
    for invariant in INVARIANTS:
        invariant(comparison)

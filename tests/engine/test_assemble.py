"""The assembly on alignments written by hand."""

from __future__ import annotations

import pytest
from hand_made import BAKER, BREAD, CAT, RAIN, link, made

from variorum.engine import (
    BandKind,
    Cancelled,
    Comparison,
    Document,
    EditKind,
    Options,
    Pin,
    RowKind,
    Span,
    Thresholds,
)
from variorum.engine.alignment import Alignment, Gap, Link
from variorum.engine.assemble import assemble
from variorum.engine.watch import Watch


def shape(comparison: Comparison) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(row.kind.value, row.left, row.right) for row in comparison.rows]


def test_two_empty_texts_have_no_rows() -> None:
    comparison = made([], [], Alignment(()))
    assert comparison.rows == ()
    assert comparison.bands == ()
    assert comparison.summary.similarity == 1


def test_missing_stands_before_new_in_the_same_gap() -> None:
    comparison = made([[BAKER, BREAD, RAIN]], [[BAKER, CAT, RAIN]], Alignment(link((0, 0), (2, 2))))
    assert shape(comparison) == [
        ("equal", (0,), (0,)),
        ("missing", (1,), ()),
        ("new", (), (1,)),
        ("equal", (2,), (2,)),
    ]


def test_lone_sentences_name_the_place_where_they_would_stand() -> None:
    comparison = made(
        [[BAKER, BREAD], [RAIN]], [[BAKER], [RAIN, CAT]], Alignment(link((0, 0), (2, 1)))
    )
    missing = next(row for row in comparison.rows if row.kind is RowKind.MISSING)
    end = len(BAKER)
    assert missing.edits[0].kind is EditKind.DELETE
    assert missing.edits[0].right == Span(end, end)
    new = comparison.rows[-1]
    end = comparison.left.sentences[2].span.end
    assert new.edits[0].kind is EditKind.INSERT
    assert new.edits[0].left == Span(end, end)


def test_what_is_missing_at_the_start_would_stand_at_the_start() -> None:
    comparison = made([[BREAD], [BAKER]], [[BAKER]], Alignment(link((1, 0))))
    assert comparison.rows[0].edits[0].right == Span(0, 0)


def test_a_split_covers_both_of_its_sentences() -> None:
    whole = "The baker opened at five and his bread was warm at noon."
    halves = ["The baker opened at five.", "His bread was warm at noon."]
    comparison = made([[whole]], [halves], Alignment((Link((0,), (0, 1)),)))
    (row,) = comparison.rows
    assert row.is_split
    assert not row.is_merge
    assert row.kind is RowKind.EDITED
    assert comparison.summary.splits == 1


def test_sentences_that_stand_apart_are_compared_as_if_they_stood_together() -> None:
    whole = "The baker opened his shop at five, and his bread was still warm at noon."
    comparison = made([[BAKER, RAIN, BREAD]], [[whole]], Alignment((Link((0, 2), (0,)),)))
    assert shape(comparison) == [("edited", (0, 2), (0,)), ("missing", (1,), ())]
    row = comparison.rows[0]
    kept = [comparison.left.text[slice(*e.left)] for e in row.edits if e.kind is EditKind.EQUAL]
    assert any("still warm at noon" in piece for piece in kept)
    assert row.similarity is not None
    assert row.similarity > 0.8


def test_sentences_apart_on_both_sides_are_covered() -> None:
    comparison = made(
        [[BAKER, RAIN, BREAD]], [[BAKER, CAT, BREAD]], Alignment((Link((0, 2), (0, 2)),))
    )
    row = comparison.rows[0]
    assert row.kind is RowKind.EQUAL
    assert [e.kind for e in row.edits] == [EditKind.EQUAL, EditKind.EQUAL]


def test_tolerated_differences_across_a_joint_do_not_break_the_cover() -> None:
    left = [["The baker\nopened  his shop.", RAIN, "His bread\twas warm."]]
    right = [["The baker opened his shop. His bread was warm."]]
    comparison = made(left, right, Alignment((Link((0, 2), (0,)),)))
    assert comparison.rows[0].left == (0, 2)


def test_a_move_takes_its_lone_rows() -> None:
    comparison = made(
        [[BAKER], [BREAD], [RAIN, CAT]],
        [[RAIN, CAT], [BAKER], [BREAD]],
        Alignment(link((0, 2), (1, 3)), moves=(link((2, 0), (3, 1)),)),
    )
    (move,) = comparison.moves
    assert [comparison.rows[n].left for n in move.left_rows] == [(2,), (3,)]
    assert [comparison.rows[n].right for n in move.right_rows] == [(0,), (1,)]
    assert move.similarity == 1
    assert [band.moves for band in comparison.bands] == [(1,), (), (), (1,)]
    assert comparison.summary.left.sentences.moved == 2
    assert comparison.summary.similarity == 1


def test_moves_are_numbered_in_the_order_of_the_left_text() -> None:
    comparison = made(
        [[BAKER], [BREAD], [RAIN]],
        [[RAIN], [BREAD], [BAKER]],
        Alignment(link((1, 1)), moves=(link((2, 0)), link((0, 2)))),
    )
    assert [move.pairs[0].left for move in comparison.moves] == [(0,), (2,)]


def test_a_part_that_moved_out_of_a_sentence_in_place_counts_once() -> None:
    """Its sentence stays in its row in place and is named by the pair that moved as well."""
    whole = "The baker opened his shop at five, and in the evening it began to rain."
    comparison = made(
        [[whole], [BREAD]],
        [[BAKER], [BREAD], [RAIN]],
        Alignment(link((0, 0), (1, 1)), moves=(link((0, 2)),)),
    )
    (move,) = comparison.moves
    assert move.left_rows == ()
    assert [comparison.rows[n].right for n in move.right_rows] == [(2,)]
    assert comparison.summary.similarity <= 1
    assert ((0,), (2,)) in set(comparison.links())


def test_words_of_a_longer_pair_weigh_more_in_the_likeness_of_a_move() -> None:
    comparison = made(
        [[BAKER], ["Yes, no.", " ".join([RAIN] * 6)]],
        [["Maybe, perhaps.", " ".join([RAIN] * 6)], [BAKER]],
        Alignment(link((0, 2)), moves=(link((1, 0), (2, 1)),)),
    )
    assert comparison.moves[0].similarity > 0.9


def test_the_threshold_tells_edited_from_reworded() -> None:
    texts = [[BAKER]], [["The baker closed his shop at nine."]]
    alignment = Alignment(link((0, 0)))
    strict = made(*texts, alignment, Options(thresholds=Thresholds(edited=0.95)))
    assert strict.rows[0].kind is RowKind.REWORDED
    mild = made(*texts, alignment, Options(thresholds=Thresholds(edited=0.1)))
    assert mild.rows[0].kind is RowKind.EDITED
    assert strict.rows[0].id == mild.rows[0].id


def test_a_pinned_pair_stays_however_unlike_it_is() -> None:
    left, right = [[BAKER], [BREAD]], [[CAT], ["Rain fell in the evening, at last."]]
    alignment = Alignment(link((0, 0), (1, 1)))
    strict = Options(thresholds=Thresholds(0.9, 0.9))
    pin = Pin(Span(0, 3), Span(0, 3))
    comparison = made(left, right, alignment, strict, (pin,))
    assert list(comparison.links()) == [((0,), (0,))]
    assert shape(comparison)[0] == ("reworded", (0,), (0,))


def test_pending_gaps_face_each_other_paragraph_by_paragraph() -> None:
    comparison = made(
        [[BAKER], [BREAD], [RAIN], [CAT]],
        [[BAKER], [RAIN], [CAT]],
        Alignment(link((0, 0)), pending=(Gap(Span(1, 4), Span(1, 3)),)),
    )
    assert not comparison.complete
    assert [(b.kind, b.left, b.right) for b in comparison.bands] == [
        (BandKind.SAME, (0, 1), (0, 1)),
        (BandKind.SAME, (1, 2), (1, 2)),
        (BandKind.SAME, (2, 3), (2, 3)),
        (BandKind.MISSING, (3, 4), (3, 3)),
    ]
    assert {row.kind for row in comparison.rows[1:]} == {RowKind.PENDING}
    assert comparison.summary.left.sentences.pending == 3
    assert comparison.bands[1].changed == 0


def test_rows_with_the_same_text_have_different_ids() -> None:
    comparison = made(
        [["Yes."], ["Yes."], ["Yes."]], [["Yes."], ["Yes."]], Alignment(link((0, 0), (1, 1)))
    )
    assert len({row.id for row in comparison.rows}) == 3


def test_an_alignment_that_does_not_ascend_is_refused() -> None:
    texts = [[BAKER, BREAD]], [[BREAD, BAKER]]
    with pytest.raises(AssertionError, match="do not ascend on the right"):
        made(*texts, Alignment(link((0, 1), (1, 0))))


def test_a_long_paragraph_can_be_stopped_in_the_middle() -> None:
    """One band of a thousand rows: the question comes between rows, not only between bands."""
    document = Document.from_sentences([[f"Sentence number {n}." for n in range(1000)]])
    other = Document.from_sentences([[f"Sentence number {n}!" for n in range(1000)]])
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 20

    alignment = Alignment(link(*((n, n) for n in range(1000))))
    with pytest.raises(Cancelled):
        assemble(document, other, alignment, Options(), Watch(None, stop))

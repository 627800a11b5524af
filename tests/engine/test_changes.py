"""What one clicks through."""

from __future__ import annotations

from hand_made import BAKER, BREAD, CAT, RAIN, link, made

from variorum.engine import ChangeKind, RowKind, Side, find_changes
from variorum.engine.alignment import Alignment

EDITED = BAKER.replace("five", "nine")


def test_equal_texts_have_no_changes() -> None:
    assert find_changes(made([[BAKER]], [[BAKER]], Alignment(link((0, 0))))) == ()


def test_borders_of_paragraphs_alone_are_no_change() -> None:
    comparison = made([[BAKER, BREAD]], [[BAKER], [BREAD]], Alignment(link((0, 0), (1, 1))))
    assert find_changes(comparison) == ()


def test_changes_stand_in_the_order_of_reading_and_are_numbered() -> None:
    comparison = made(
        [[BAKER], [BREAD], [RAIN]], [[EDITED], [RAIN], [CAT]], Alignment(link((0, 0), (2, 1)))
    )
    found = find_changes(comparison)
    assert [(c.number, c.kind) for c in found] == [
        (1, ChangeKind.EDITED),
        (2, ChangeKind.MISSING),
        (3, ChangeKind.NEW),
    ]
    assert [c.id for c in found] == [r.id for r in comparison.rows if r.kind is not RowKind.EQUAL]


def test_neighbouring_paragraphs_that_are_missing_are_one_passage() -> None:
    comparison = made([[BAKER], [BREAD, CAT], [RAIN]], [[RAIN]], Alignment(link((3, 0))))
    (change,) = find_changes(comparison)
    assert change.kind is ChangeKind.MISSING
    assert change.left == (0, comparison.left.sentences[2].span.end)
    assert change.right is None
    assert change.words == 21
    assert change.similarity is None
    assert change.rows(Side.LEFT) == (0, 1, 2)
    assert change.rows(Side.RIGHT) == ()
    assert change.span(Side.LEFT) == change.left


def test_missing_and_new_in_one_place_are_two_passages() -> None:
    comparison = made([[BAKER], [BREAD]], [[BAKER], [CAT]], Alignment(link((0, 0))))
    assert [c.kind for c in find_changes(comparison)] == [ChangeKind.MISSING, ChangeKind.NEW]


def test_a_moved_sentence_parts_a_missing_passage() -> None:
    comparison = made(
        [[BAKER], [BREAD], [CAT], [RAIN]],
        [[RAIN], [BREAD]],
        Alignment(link((3, 0)), moves=(link((1, 1)),)),
    )
    found = find_changes(comparison)
    assert [c.kind for c in found] == [
        ChangeKind.MISSING,
        ChangeKind.MOVED,
        ChangeKind.MISSING,
    ]
    assert found[1].move == 1
    assert found[1].left_rows != found[1].right_rows


def test_a_move_is_one_change_with_two_ends_at_the_upper_one() -> None:
    comparison = made(
        [[BAKER], [BREAD], [RAIN]],
        [[RAIN], [BAKER], [EDITED.replace("baker", "butcher")]],
        Alignment(link((0, 1)), moves=(link((2, 0)),)),
    )
    first = find_changes(comparison)[0]
    assert first.kind is ChangeKind.MOVED
    assert first.id == comparison.rows[0].id
    assert first.left is not None
    assert first.right is not None
    assert first.similarity == 1


def test_a_move_between_sentences_in_place_is_no_change_of_its_own() -> None:
    """Both sentences are edited rows already; a pair only says that words went across."""
    comparison = made(
        [[f"{BAKER[:-1]}, and it rained."], [BREAD]],
        [[BAKER], [f"{BREAD[:-1]}, and it rained."]],
        Alignment(link((0, 0), (1, 1)), moves=(link((0, 1)),)),
    )
    assert {c.kind for c in find_changes(comparison)} <= {
        ChangeKind.EDITED,
        ChangeKind.REWORDED,
    }

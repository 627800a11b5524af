"""The figures of a comparison on small texts that can be counted by hand."""

from __future__ import annotations

import pytest
from hand_made import BAKER, BREAD, CAT, RAIN, link, made

from variorum.engine import (
    Document,
    Edit,
    EditKind,
    Options,
    RowKind,
    Share,
    Side,
    Span,
    Thresholds,
)
from variorum.engine.alignment import Alignment, Link
from variorum.engine.counts import Counts, changed_share


def test_kept_missing_and_new_words() -> None:
    figures = made([[BAKER], [BREAD]], [[BAKER], [CAT]], Alignment(link((0, 0)))).summary
    assert figures.left.words == Share(14, 7, 0, 0, 0, 7)
    assert figures.right.words == Share(14, 7, 0, 0, 0, 7)
    assert figures.left.paragraphs == Share(2, 1, 0, 0, 0, 1)
    assert figures.similarity == 0.5
    assert figures.kept == 14
    assert figures.edits == {}


def test_an_edited_sentence_keeps_the_words_that_stayed() -> None:
    other = BAKER.replace("five", "nine")
    figures = made([[BAKER]], [[other]], Alignment(link((0, 0)))).summary
    assert figures.left.words == Share(7, 6, 1, 0, 0, 0)
    assert figures.left.sentences == Share(1, 0, 1, 0, 0, 0)
    assert figures.edits == {"replace": 1}
    assert figures.similarity == pytest.approx(12 / 14)


def test_a_reworded_sentence_is_reworded_as_a_whole() -> None:
    """Its words count as reworded, but those that stayed still count for the likeness."""
    other = BAKER.replace("five", "nine")
    options = Options(thresholds=Thresholds(edited=1.0))
    figures = made([[BAKER]], [[other]], Alignment(link((0, 0))), options).summary
    assert figures.left.words == Share(7, 0, 0, 7, 0, 0)
    assert figures.similarity == pytest.approx(12 / 14)


def test_half_a_word_that_stayed_is_no_word_kept() -> None:
    left, right = Document.from_text("an immigrant"), Document.from_text("a migrant")
    edits = (
        Edit(EditKind.EQUAL, Span(0, 1), Span(0, 1)),
        Edit(EditKind.DELETE, Span(1, 2), Span(1, 1)),
        Edit(EditKind.EQUAL, Span(2, 3), Span(1, 2)),
        Edit(EditKind.DELETE, Span(3, 5), Span(2, 2)),
        Edit(EditKind.EQUAL, Span(5, 12), Span(2, 9)),
    )
    assert Counts(left, right).kept(Side.LEFT, edits) == 0


def test_a_moved_sentence_that_was_edited_counts_what_stayed() -> None:
    other = BAKER.replace("five", "nine")
    comparison = made(
        [[BAKER], [BREAD], [RAIN]],
        [[BREAD], [RAIN], [other]],
        Alignment(link((1, 0), (2, 1)), moves=(link((0, 2)),)),
    )
    figures = comparison.summary
    assert figures.left.words == Share(21, 14, 0, 0, 7, 0)
    assert figures.moves == 1
    assert figures.edits == {"replace": 1}
    assert figures.similarity == pytest.approx(40 / 42)


def test_paragraphs_are_called_by_their_own_sentences() -> None:
    """One left paragraph became two on the right; only the second of these has a new sentence."""
    comparison = made(
        [[BAKER, BREAD, RAIN]],
        [[BAKER, BREAD], [RAIN, CAT]],
        Alignment(link((0, 0), (1, 1), (2, 2))),
    )
    assert comparison.summary.left.paragraphs == Share(1, 1, 0, 0, 0, 0)
    assert comparison.summary.right.paragraphs == Share(2, 1, 1, 0, 0, 0)


def test_splits_and_merges_are_counted() -> None:
    whole = "The baker opened at five and his bread was warm at noon."
    halves = ["The baker opened at five.", "His bread was warm at noon."]
    split = made([[whole]], [halves], Alignment((Link((0,), (0, 1)),)))
    merge = made([halves], [[whole]], Alignment((Link((0, 1), (0,)),)))
    assert (split.summary.splits, split.summary.merges) == (1, 0)
    assert (merge.summary.splits, merge.summary.merges) == (0, 1)


def test_tolerated_differences_are_counted_by_their_kind() -> None:
    left, right = [["The  baker\nopened his shop."]], [["The baker opened his shop."]]
    comparison = made(left, right, Alignment(link((0, 0))))
    assert comparison.rows[0].kind is RowKind.EQUAL
    assert comparison.summary.tolerated == {"line-breaks": 1, "spaces": 1}
    assert comparison.summary.similarity == 1


def test_rows_without_words_are_changed_or_not_as_a_whole() -> None:
    same = made([["* * *"]], [["* * *"]], Alignment(link((0, 0))))
    gone = made([["* * *"], [BAKER]], [[BAKER]], Alignment(link((1, 0))))
    assert same.bands[0].changed == 0
    assert gone.bands[0].changed == 1
    assert changed_share([], []) == 0

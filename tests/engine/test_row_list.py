"""Rows that are made when they are read are those that would have been made at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.engine.related_texts import Paragraphs, pairs

from variorum.engine import Comparison, Document, RowKind, Side, Thresholds, compare, relabel
from variorum.engine.row_list import Rows, rows_to_look_at, runs_of

LEFT = """\
The mill stood by the river. Nobody knew its age.

Yes. The miller had two sons. Yes.

The elder went to sea, and the younger kept the mill.

Nobody knew its age. Yes."""

RIGHT = """\
The mill stood by the river. Nobody knew its age.

Yes. The miller had three daughters. Yes.

The elder went to sea, and the younger kept the mill.

Nobody knew its age. Yes."""


@pytest.fixture
def comparison() -> Comparison:
    return compare(Document.from_text(LEFT), Document.from_text(RIGHT))


def test_rows_of_unchanged_paragraphs_are_not_made_before_they_are_read(
    comparison: Comparison,
) -> None:
    assert [(run.row, run.left, run.right, run.length) for run in runs_of(comparison.rows)] == [
        (0, 0, 0, 2),
        (5, 5, 5, 1),
        (6, 6, 6, 2),
    ]
    assert [number for number, _ in rows_to_look_at(comparison.rows)] == [2, 3, 4]
    assert [row.left for row in comparison.rows] == [(n,) for n in range(8)]


def test_reading_a_row_gives_the_same_object_each_time(comparison: Comparison) -> None:
    rows = comparison.rows
    assert rows[0] is rows[0]
    assert rows[-1] is rows[len(rows) - 1] is rows[len(rows) - 1 :][0]
    with pytest.raises(IndexError):
        rows[len(rows)]


def test_repeated_sentences_are_named_in_the_order_of_the_text(comparison: Comparison) -> None:
    backwards = [row.id for row in reversed(comparison.rows)]
    again = compare(Document.from_text(LEFT), Document.from_text(RIGHT))
    assert [row.id for row in again.rows] == backwards[::-1]
    assert len(set(backwards)) == len(backwards)


def test_rows_are_equal_to_a_tuple_of_them(comparison: Comparison) -> None:
    rows = comparison.rows
    assert isinstance(rows, Rows)
    assert rows == tuple(rows)
    assert tuple(rows) == rows
    assert hash(rows) == hash(tuple(rows))
    assert repr(rows) == repr(tuple(rows))
    assert rows != tuple(rows)[1:]
    assert rows != 3


@given(pairs())
def test_what_is_made_late_is_an_equal_row_with_the_text_of_both_sides(
    texts: tuple[Paragraphs, Paragraphs],
) -> None:
    comparison = compare(*map(Document.from_sentences, texts))
    rows = comparison.rows
    seen = {number for number, _ in rows_to_look_at(rows)}
    for run in runs_of(rows):
        for number in range(run.row, run.row + run.length):
            assert number not in seen
            seen.add(number)
            row = rows[number]
            assert row.kind is RowKind.EQUAL
            (i,), (j,) = row.left, row.right
            left, right = (comparison.document(side) for side in Side)
            assert left.sentence_text(i) == right.sentence_text(j)
    assert seen == set(range(len(rows)))
    assert len({row.id for row in rows}) == len(rows)


@given(pairs())
def test_taking_pairs_apart_leaves_the_names_of_what_stays(
    texts: tuple[Paragraphs, Paragraphs],
) -> None:
    comparison = compare(*map(Document.from_sentences, texts))
    apart = relabel(comparison, Thresholds(0.9, 0.8))
    before = {(row.left, row.right): row.id for row in comparison.rows}
    for row in apart.rows:
        assert before.get((row.left, row.right), row.id) == row.id
    assert len({row.id for row in apart.rows}) == len(apart.rows)


@given(pairs())
def test_sentences_are_the_same_whether_found_together_or_alone(
    texts: tuple[Paragraphs, Paragraphs],
) -> None:
    plain = ["\n\n".join(map(" ".join, text)) for text in texts]
    alone = [Document.from_text(text, language="en") for text in plain]
    found = [document.sentences for document in alone]
    comparison = compare(*(Document.from_text(text, language="en") for text in plain))
    assert [comparison.left.sentences, comparison.right.sentences] == found

"""Rows that are made when they are read are those that would have been made at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.engine.invariants import check_all
from tests.engine.related_texts import Paragraphs, pairs

from variorum.engine import (
    Comparison,
    Document,
    Options,
    RowKind,
    Side,
    Span,
    Thresholds,
    compare,
    count_words,
    kinds_of_rows,
    relabel,
    rows_in_short,
    rows_of_sentences,
    rows_to_look_at,
)
from variorum.engine.align import aligner, certain
from variorum.engine.align.anchors import between
from variorum.engine.alignment import Alignment, Gap, Link
from variorum.engine.assemble import assemble
from variorum.engine.row_list import Rows, Run, runs_of
from variorum.engine.rows import reading_order
from variorum.engine.watch import Watch

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
        (0, (0, 2), (0, 2), 2),
        (5, (5, 8), (5, 8), 3),
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


@given(pairs())
def test_rows_that_are_pending_say_the_same_before_and_after_they_are_made(
    texts: tuple[Paragraphs, Paragraphs],
) -> None:
    left, right = map(Document.from_sentences, texts)
    whole = Gap(Span(0, len(left.sentences)), Span(0, len(right.sentences)))
    pending = () if not whole.left.length or not whole.right.length else (whole,)
    partial = assemble(left, right, Alignment((), (), pending), Options(), Watch())
    owners = rows_of_sentences(partial)
    for number, row in enumerate(partial.rows):
        assert row.kind is RowKind.PENDING or not pending
        assert [owners[Side.LEFT][i] for i in row.left] == [number] * len(row.left)
        assert [owners[Side.RIGHT][j] for j in row.right] == [number] * len(row.right)
    check_all(partial)
    for side, figures in ((Side.LEFT, partial.summary.left), (Side.RIGHT, partial.summary.right)):
        document = partial.document(side)
        assert figures.sentences.total == len(document.sentences)
        assert figures.words.total == count_words(document.text, 0, len(document.text))
    assert len({row.id for row in partial.rows}) == len(partial.rows)


@given(pairs())
def test_paragraphs_that_are_known_to_be_the_same_need_no_links(
    texts: tuple[Paragraphs, Paragraphs],
) -> None:
    left, right = map(Document.from_sentences, texts)
    first_left, first_right = left.sentence_starts(), right.sentence_starts()
    same: list[tuple[int, int]] = []
    links: list[Link] = []
    for i in range(len(left.paragraphs)):
        after = same[-1][1] + 1 if same else 0
        for j in range(after, len(right.paragraphs)):
            if texts[0][i] == texts[1][j]:
                same.append((i, j))
                of_left = range(first_left[i], first_left[i + 1])
                of_right = range(first_right[j], first_right[j + 1])
                links += [Link((m,), (n,)) for m, n in zip(of_left, of_right, strict=True)]
                break
    whole = Gap(Span(0, len(left.sentences)), Span(0, len(right.sentences)))
    gaps = tuple(between(whole, [(link.left[0], link.right[0]) for link in links]))
    by_links = Alignment(tuple(links), pending=gaps)
    by_paragraphs = Alignment((), pending=gaps, same=tuple(same))
    one, other = (
        assemble(left, right, alignment, Options(), Watch())
        for alignment in (by_links, by_paragraphs)
    )
    assert one == other
    assert one.tallies == other.tallies


def test_a_first_result_asks_whether_the_same_paragraphs_are_parted_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(aligner, "LONG_TEXT", 2)
    monkeypatch.setattr(certain, "WHOLE_CELLS", 0)
    left = Document.from_sentences([["It was cold.", "It rained. He left."], ["One more."]])
    right = Document.from_sentences([["It was cold. It rained.", "He left."], ["Another one."]])
    seen: list[Comparison] = []
    compare(left, right, partial=seen.append)
    assert seen
    for partial in seen:
        check_all(partial)


def test_runs_are_cut_where_rows_are_taken_over() -> None:
    equal = Run(RowKind.EQUAL, 10, Span(3, 8), Span(4, 9), 10)
    assert equal.part(Span(12, 14), 100) == Run(RowKind.EQUAL, 112, Span(5, 7), Span(6, 8), 12)
    pending = Run(RowKind.PENDING, 10, Span(3, 5), Span(4, 7), 10)
    assert pending.part(Span(0, 50), 0) == pending
    assert pending.part(Span(11, 13), 0) == Run(RowKind.PENDING, 11, Span(4, 5), Span(4, 5), 11)
    assert pending.part(Span(13, 15), 0) == Run(RowKind.PENDING, 13, Span(5, 5), Span(5, 7), 13)
    assert [pending.step(at) for at in range(5)] == list(reading_order(Span(3, 5), Span(4, 7), ()))


@given(pairs())
def test_rows_in_short_are_all_rows(texts: tuple[Paragraphs, Paragraphs]) -> None:
    comparison = compare(*map(Document.from_sentences, texts))
    rows = comparison.rows
    names: list[str] = []
    kinds: list[RowKind] = []
    for part in rows_in_short(rows):
        if isinstance(part, Run):
            names += [row.id for row in rows[part.row : part.row + part.length]]
            kinds += [part.kind] * part.length
        else:
            names.append(part.id)
            kinds.append(part.kind)
    assert kinds == kinds_of_rows(rows) == [row.kind for row in rows]
    assert names == [row.id for row in rows]


def test_rows_are_found_from_both_ends(comparison: Comparison) -> None:
    rows, made = comparison.rows, tuple(comparison.rows)
    assert [rows[-1 - number] for number in range(len(rows))] == list(reversed(made))
    for outside in (len(rows), -1 - len(rows)):
        with pytest.raises(IndexError):
            rows[outside]

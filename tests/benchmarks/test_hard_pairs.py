"""The hard pairs are what they say, and the engine is not led astray by them."""

from __future__ import annotations

import random
from functools import cache

import pytest
from hard_pairs import CLAUSES, SHAPES, HardPair

from variorum.engine import Comparison, Document, RowKind, compare

WORDS = 3_000
UNCERTAIN = ("endless", "clauses")
"""Shapes of which several answers are right."""


def drawn(shape: str, seed: int) -> HardPair:
    return SHAPES[shape](WORDS, random.Random(seed))


@cache
def made(shape: str) -> HardPair:
    """A pair of each shape, for all tests: its words alone take a third of a second."""
    return drawn(shape, 5)


def compared(pair: HardPair) -> Comparison:
    left, right = map(Document.from_text, pair.texts)
    return compare(left, right)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_seed_gives_the_same_pair(shape: str) -> None:
    assert drawn(shape, 5) == made(shape)
    assert drawn(shape, 6) != made(shape)


@pytest.mark.parametrize("shape", SHAPES)
def test_pairs_have_the_words_that_were_asked_for(shape: str) -> None:
    texts = made(shape).texts
    if shape == "clauses":
        assert all(len({*text.split("\n\n")}) == CLAUSES for text in texts)
    else:
        assert all(WORDS <= len(text.split()) < 1.1 * WORDS for text in texts if text)
    assert all(texts) == (shape != "empty")


@pytest.mark.parametrize("shape", UNCERTAIN)
def test_of_some_several_answers_are_right(shape: str) -> None:
    assert made(shape).links is None


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape not in UNCERTAIN])
def test_the_engine_finds_the_sentences_and_what_belongs_together(shape: str) -> None:
    pair = made(shape)
    comparison = compared(pair)
    for document, sentences in zip(
        (comparison.left, comparison.right), pair.sentences, strict=True
    ):
        found = [document.sentence_text(i) for i in range(len(document.sentences))]
        assert found == sentences
    links = {(i, j) for left, right in comparison.links() for i in left for j in right}
    assert pair.links is not None
    truth = set(pair.links)
    assert len(links & truth) >= 0.97 * len(truth)
    assert len(links - truth) <= 0.02 * len(comparison.left.sentences)


def test_a_text_without_end_faces_its_copy() -> None:
    comparison = compared(made("endless"))
    assert {row.kind for row in comparison.rows} <= {RowKind.EDITED, RowKind.EQUAL}
    assert 0.95 < comparison.summary.similarity < 1


def test_what_repeats_all_over_is_no_move() -> None:
    assert not compared(made("clauses")).moves

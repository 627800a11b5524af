"""The made pairs are what they say: the same everywhere, and true."""

from __future__ import annotations

from functools import cache

import pytest
from made_pairs import ALPHABETS, DEGREES, LETTERS, MadePair, in_letters, make_pair

from variorum.engine import Document, compare

made = cache(make_pair)
"""The same pairs for all tests."""


@pytest.fixture(params=DEGREES)
def pair(request: pytest.FixtureRequest) -> MadePair:
    return made(3_000, DEGREES[request.param], seed=5)


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_pairs_in_all_letters_fall_into_the_sentences_that_were_made(alphabet: str) -> None:
    written = in_letters(made(1_000, DEGREES["light"], seed=5), alphabet)
    assert len(set(ALPHABETS[alphabet])) == len(LETTERS)
    for text, sentences in (
        (written.left, written.left_sentences),
        (written.right, written.right_sentences),
    ):
        document = Document.from_text(text)
        found = [document.sentence_text(i) for i in range(len(document.sentences))]
        assert found == sentences


def test_a_seed_gives_the_same_pair(pair: MadePair) -> None:
    assert pair in [make_pair(3_000, degree, seed=5) for degree in DEGREES.values()]
    assert pair not in [made(3_000, degree, seed=6) for degree in DEGREES.values()]


def test_the_engine_finds_the_sentences_that_were_made(pair: MadePair) -> None:
    for text, sentences in ((pair.left, pair.left_sentences), (pair.right, pair.right_sentences)):
        document = Document.from_text(text)
        found = [document.sentence_text(i) for i in range(len(document.sentences))]
        assert found == sentences


def test_the_engine_finds_what_belongs_together(pair: MadePair) -> None:
    comparison = compare(Document.from_text(pair.left), Document.from_text(pair.right))
    links = {(i, j) for left, right in comparison.links() for i in left for j in right}
    truth = set(pair.links)
    assert 2 * len(links & truth) / (len(links) + len(truth)) > 0.97

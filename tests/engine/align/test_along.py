"""What went along with a move."""

from __future__ import annotations

import pytest

from variorum.engine import Comparison, Document, compare
from variorum.engine.align import aligner
from variorum.engine.align.along import ALONG_LIMIT, BESIDE, gaps_along
from variorum.engine.align.runs import REACH
from variorum.engine.alignment import Gap, Link
from variorum.engine.elements import Span

SEALS = [
    "The lighthouse keeper Anselm Brodd raised three orphaned seals in his bathtub.",
    "Everybody on the island brought him fish.",
    "When the seals were grown, they followed his rowing boat for eleven summers.",
    "One of them, Margarethe, still sleeps on his jetty.",
]
FERRY = [
    "The ferry to Holm sails at seven and at noon.",
    "Tickets are sold in the yellow hut beside the crane.",
    "Bicycles travel free of charge.",
]
CHAPEL = [
    "The chapel is open from May to September.",
    "Its bell was cast from two ship's cannons.",
    "Services are held on the first Sunday of a month.",
    "The key hangs at the baker's.",
]


def moved_and_reworded() -> Comparison:
    reworded = [SEALS[0], "All the islanders turned up with fish.", *SEALS[2:]]
    left = Document.from_sentences([FERRY, SEALS, CHAPEL], language="en")
    return compare(left, Document.from_sentences([FERRY, CHAPEL, reworded], language="en"))


def moved(comparison: Comparison) -> list[list[tuple[tuple[int, ...], tuple[int, ...]]]]:
    return [[(pair.left, pair.right) for pair in move.pairs] for move in comparison.moves]


def test_what_was_reworded_between_two_parts_went_along() -> None:
    comparison = moved_and_reworded()
    assert moved(comparison) == [[((3,), (7,)), ((4,), (8,)), ((5,), (9,)), ((6,), (10,))]]
    assert comparison.limits == ()


def test_only_the_longest_moves_are_asked_where_there_are_very_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(aligner, "MOST_ALONG", 0)
    comparison = moved_and_reworded()
    assert moved(comparison) == [[((3,), (7,)), ((5,), (9,)), ((6,), (10,))]]
    assert comparison.limits == (ALONG_LIMIT,)


def test_lone_sentences_above_between_and_below_are_looked_at() -> None:
    chain = [Link((5,), (25,)), Link((8,), (27,))]
    lone = range(3, 12), range(24, 40)
    assert list(gaps_along(chain, lone)) == [
        (Gap(Span(3, 5), Span(24, 25)), BESIDE),
        (Gap(Span(6, 8), Span(26, 27)), 0.0),
        (Gap(Span(9, 12), Span(28, 28 + REACH)), BESIDE),
    ]


def test_where_one_side_has_none_nothing_is_looked_at() -> None:
    chain = [Link((5,), (25,)), Link((6,), (27,))]
    assert list(gaps_along(chain, (range(4, 5), range(26, 27)))) == []


def test_what_stayed_between_two_parts_is_left_where_it_is() -> None:
    chain = [Link((5,), (25,)), Link((8,), (28,))]
    assert list(gaps_along(chain, ({6}, {26, 27}))) == []

"""What stands inside of a passage that moved is found, however much else moved."""

from __future__ import annotations

from random import Random

import pytest
from drawn_prose import drawn_prose

from variorum.engine import Comparison, Document, compare
from variorum.engine.align import aligner, moves
from variorum.engine.align.runs import joined_moves
from variorum.engine.alignment import Link


def _prose(chance: Random, sentences: int) -> list[list[str]]:
    return drawn_prose(chance, sentences, words=4000, letters=(2, 9), evenness=3)


def _reworded(chance: Random, paragraph: list[str]) -> list[str]:
    """Half of the words are others."""
    words = paragraph[0][:-1].split()
    for place in chance.sample(range(len(words)), 7):
        words[place] = "".join(chance.choices("cfhjqvwxyz", k=6))
    return [" ".join(words).capitalize() + "."]


def _links(comparison: Comparison) -> set[tuple[int, int]]:
    return {(i, j) for lefts, rights in comparison.links() for i in lefts for j in rights}


@pytest.mark.parametrize("seed", [1, 2])
def test_halves_that_changed_places_and_were_reworded_are_found_whole(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same texts each time
    text = _prose(chance, 1000)
    copy = [_reworded(chance, p) if n % 4 else p for n, p in enumerate(text)]
    halves = copy[480:] + copy[:480]
    comparison = compare(Document.from_sentences(text), Document.from_sentences(halves))
    found = _links(comparison)
    truth = {(i, (i + 520) % 1000) for i in range(1000)}
    assert found <= truth
    assert len(found) >= 995
    assert len(comparison.moves) == 1


def test_of_very_much_that_moved_to_the_letter_all_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However few sentences are weighed one by one."""
    monkeypatch.setattr(aligner, "ALL_PAIRS", 100)
    monkeypatch.setattr(moves, "ALL_PAIRS", 100)
    chance = Random(3)  # noqa: S311 - the same texts each time
    text = _prose(chance, 60)
    turned = text[::-1]
    comparison = compare(Document.from_sentences(text), Document.from_sentences(turned))
    assert _links(comparison) == {(i, 59 - i) for i in range(60)}


def _one(i: int, j: int) -> Link:
    return Link((i,), (j,))


def test_parts_between_which_nothing_stayed_are_one_move() -> None:
    parts = [[_one(14, 4)], [_one(10, 1)]]
    assert joined_moves(parts, ({10, 14}, {1, 4})) == [[_one(10, 1), _one(14, 4)]]
    assert joined_moves(parts, ({10, 12, 14}, {1, 4})) == parts, "the more certain one first"

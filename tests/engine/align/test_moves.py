"""What moved in a long text of which hardly anything else changed."""

from __future__ import annotations

from itertools import accumulate
from random import Random
from types import SimpleNamespace

import pytest

from variorum.engine import Comparison, Document, compare
from variorum.engine.align import moves
from variorum.engine.align.groups import Group

PARAGRAPHS = 500
LONE = 60
"""Paragraphs that only one of the texts has: among so many, chance matches are to be feared."""

Paragraphs = list[list[str]]


def _prose(chance: Random, paragraphs: int) -> Paragraphs:
    """Paragraphs of three sentences of made-up words, of which few are frequent."""
    words = [
        "".join(chance.choices("abdegiklmnoprstu", k=chance.randint(2, 9))) for _ in range(4000)
    ]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))

    def sentence() -> str:
        return " ".join(chance.choices(words, cum_weights=weights, k=16)).capitalize() + "."

    return [[sentence() for _ in range(3)] for _ in range(paragraphs)]


def _without_a_word(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:7] + words[8:])


def _scattered(chance: Random, texts: Paragraphs, others: Paragraphs) -> Paragraphs:
    out = list(texts)
    for paragraph in others:
        out.insert(chance.randrange(len(out)), paragraph)
    return out


def _links_of(comparison: Comparison) -> list[list[tuple[int, int]]]:
    return [
        [(pair.left[0], pair.right[0]) for pair in move.pairs if len(pair.left) == len(pair.right)]
        for move in comparison.moves
    ]


@pytest.mark.parametrize("seed", [1, 2])
def test_an_edited_paragraph_that_moved_far_is_found_among_much_that_is_lone(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same texts each time
    kept, gone, added = (_prose(chance, count) for count in (PARAGRAPHS, LONE, LONE))
    moved = _prose(chance, 1)[0]
    edited = [_without_a_word(sentence) for sentence in moved]
    left = _scattered(chance, [*kept[:20], moved, *kept[20:]], gone)
    right = _scattered(chance, [*kept[:480], edited, *kept[480:]], added)
    one, other = Document.from_sentences(left), Document.from_sentences(right)
    comparison = compare(one, other)
    first, second = 3 * left.index(moved), 3 * right.index(edited)
    assert _links_of(comparison) == [[(first + n, second + n) for n in range(3)]]


def test_what_shared_words_weigh_does_not_depend_on_their_order() -> None:
    """Sets have it by chance, and ten tenths added one by one are less than one."""
    words = SimpleNamespace(words=SimpleNamespace(weights=dict.fromkeys("abcdefghij", 1.0)))
    side = SimpleNamespace(vectors=[words], texts=["a to j"])
    copies = SimpleNamespace(most_weight=lambda _: 2.0)
    rarity = SimpleNamespace(sentences=lambda _: 3, word=lambda _: 0.1, here=lambda _: 1.0)
    both = SimpleNamespace(left=side, right=side)
    assert moves._weight([Group(0, 1, 0, 1, 1.0)], both, rarity, copies) == 1.0


def test_entries_of_lists_that_differ_in_a_name_have_not_moved() -> None:
    chance = Random(3)  # noqa: S311 - the same texts each time
    kept = _prose(chance, PARAGRAPHS)
    names = ["Orvald", "Tesmer", "Quilla", "Brandt", "Hosken", "Ulfert"]
    entry = "Of the house of {} there came forty men with spears and their servants."
    gone, added = ([[entry.format(name)] for name in half] for half in (names[:3], names[3:]))
    one = Document.from_sentences(_scattered(chance, kept, gone))
    other = Document.from_sentences(_scattered(chance, kept, added))
    assert compare(one, other).moves == ()


@pytest.mark.parametrize("seed", [5, 6])
def test_what_stands_elsewhere_to_the_letter_did_not_become_something_else(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same texts each time
    left = _prose(chance, 60)
    right = chance.sample(left, len(left))
    one, other = Document.from_sentences(left), Document.from_sentences(right)
    comparison = compare(one, other)
    links = [(i, j) for lefts, rights in comparison.links() for i in lefts for j in rights]
    assert sorted(i for i, _ in links) == list(range(len(one.sentences)))
    assert all(one.sentence_text(i) == other.sentence_text(j) for i, j in links)

"""Which lone sentences are looked at where there are very many of them."""

from __future__ import annotations

import pytest

from variorum.engine import Document, compare
from variorum.engine.align import moves
from variorum.engine.align.sentence_texts import SentenceWords
from variorum.engine.align.worth import Lone, worth_comparing
from variorum.engine.watch import Watch

HARBOUR = [
    "The harbour master keeps a ledger of every whale that passes the breakwater.",
    "His grandmother began it with a goose feather in a winter of hunger.",
    "Nobody but him may touch it.",
    "Forty-one volumes stand in the pilot house behind a curtain of oilcloth.",
    "Scholars from three universities have asked in vain to copy them.",
]
TOWN = [
    f"The {n} of the town is painted anew in {m}." for n, m in zip("abcdef", "uvwxyz", strict=True)
]


def lone(*texts: str) -> Lone:
    return Lone(range(len(texts)), texts, range(len(texts)))


def compared(
    left: list[str], right: list[str]
) -> tuple[tuple[str, ...], tuple[str, ...], set[tuple[str, str]]]:
    """The left and right sentences that are looked at, and which pairs."""
    words = SentenceWords([[text.lower() for text in texts] for texts in (left, right)])
    rows, columns, only = worth_comparing(lone(*left), lone(*right), words, Watch(), set())
    pairs = {(rows.texts[i], columns.texts[j]) for i, there in only.items() for j in there}
    return tuple(rows.texts), tuple(columns.texts), pairs


def test_sentences_that_say_much_the_same_are_looked_at() -> None:
    said_again = "A ledger of every whale that passes is kept by the harbour master."
    assert (HARBOUR[0], said_again) in compared([HARBOUR[0], TOWN[0]], [TOWN[1], said_again])[2]


def test_a_phrase_in_a_long_sentence_is_chance_unless_it_has_company() -> None:
    left = "A goose feather sold on Friday."
    right = (
        "With a goose feather she wrote to every newspaper between Gdansk and Oporto, never kept a "
        "single answer, burned most of her drafts and taught eleven nieces shorthand."
    )
    short = "Anselm Brodd rowed."
    assert (left, right) not in compared([left, TOWN[0]], [TOWN[1], right])[2]
    with_company = compared([left, short, TOWN[0]], [TOWN[1], right, short])[2]
    assert {(left, right), (short, short)} <= with_company


def test_a_run_is_one_move_though_not_all_of_it_was_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(moves, "ALL_PAIRS", 1)
    put_between = "Visitors are shown one page."
    gone_there = [*HARBOUR[:2], put_between, *HARBOUR[3:]]
    left = Document.from_sentences([HARBOUR, TOWN], language="en")
    right = Document.from_sentences([TOWN, gone_there], language="en")
    (move,) = compare(left, right).moves
    assert [(pair.left, pair.right) for pair in move.pairs] == [
        ((0,), (6,)),
        ((1,), (7,)),
        ((3,), (9,)),
        ((4,), (10,)),
    ]

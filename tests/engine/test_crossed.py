"""What moved is what is shorter, though it alone stayed to the letter."""

from __future__ import annotations

import random

import pytest

from variorum.engine import Comparison, Document, RowKind, compare

WOODS = ("oak", "pine", "birch", "beech", "maple", "walnut", "cherry", "larch", "spruce", "willow")
KINDS = ("plank", "board", "beam", "post", "rail", "panel", "frame", "strip")
MOVED = "Nobody who saw the comet that night has ever spoken of it to the children."


def words(count: int, chance: random.Random) -> list[str]:
    """Made words, of two syllables and three."""
    return [
        "".join(
            chance.choice("bdfgklmnprstv") + chance.choice("aeiou")
            for _ in range(chance.randint(2, 3))
        )
        for _ in range(count)
    ]


def sentences(count: int, chance: random.Random) -> list[list[str]]:
    """The words of sentences that have little in common."""
    return [words(12, chance) for _ in range(count)]


def reworded(sentence: list[str], chance: random.Random) -> list[str]:
    """With three of the words replaced."""
    out = list(sentence)
    for place in chance.sample(range(len(out)), 3):
        (out[place],) = words(1, chance)
    return out


def written(*parts: list[list[str]] | str) -> Document:
    """Paragraphs of four sentences."""
    found = [
        sentence
        for part in parts
        for sentence in (
            [part] if isinstance(part, str) else [" ".join(w).capitalize() + "." for w in part]
        )
    ]
    return Document.from_sentences([found[at : at + 4] for at in range(0, len(found), 4)])


def texts_of_move(comparison: Comparison) -> list[str]:
    """The left sentences of all moves."""
    return [
        comparison.left.sentence_text(index)
        for move in comparison.moves
        for pair in move.pairs
        for index in pair.left
    ]


@pytest.mark.parametrize("count", [40, 160])
@pytest.mark.parametrize("down", [True, False])
def test_a_quotation_moves_past_a_text_that_was_reworded(count: int, down: bool) -> None:
    chance = random.Random(count)  # noqa: S311
    text = sentences(count, chance)
    other = [reworded(sentence, chance) for sentence in text]
    sides = [written(MOVED, text), written(other, MOVED)]
    comparison = compare(*(sides if down else reversed(sides)))
    assert texts_of_move(comparison) == [MOVED]
    links = [(row.left, row.right) for row in comparison.rows if row.two_sided]
    shift = -1 if down else 1
    assert sum(j == (i + shift,) for (i, *_), j in links) > 0.9 * count


def test_what_is_longer_stays_where_it_is() -> None:
    chance = random.Random(7)  # noqa: S311
    text = sentences(40, chance)
    few = sentences(3, chance)
    comparison = compare(
        written(few, text), written(text, [reworded(sentence, chance) for sentence in few])
    )
    kinds = [row.kind for row in comparison.rows if row.two_sided]
    assert kinds == [RowKind.EQUAL] * len(text)


def test_nothing_gives_way_where_nothing_faces_each_other_around_it() -> None:
    chance = random.Random(3)  # noqa: S311
    before, after = sentences(30, chance), sentences(30, chance)
    kept = "The council met on a Tuesday, and its clerk wrote down what was said there."
    comparison = compare(written(kept, before), written(after, kept))
    assert [row.kind for row in comparison.rows if row.two_sided].count(RowKind.EQUAL) == 1


def test_a_heading_stays_between_rows_that_are_all_alike() -> None:
    chance = random.Random(11)  # noqa: S311

    def rows(count: int) -> list[list[str]]:
        return [
            [chance.choice(WOODS), chance.choice(KINDS), "at", str(chance.randrange(10, 99))]
            for _ in range(count)
        ]

    stock, heading = rows(20), "Timber that has to be ordered beforehand."
    comparison = compare(written(stock, heading, rows(12)), written(stock, rows(12), heading))
    found = [row for row in comparison.rows if row.left == (20,)]
    assert [(row.kind, row.right) for row in found] == [(RowKind.EQUAL, (32,))]

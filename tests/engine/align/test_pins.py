"""What a person decided is honoured exactly, or refused with both names."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine import Comparison, Document, Pin, PinError, PinKind, Span, compare
from variorum.engine.align.pins import Barred, Pinned
from variorum.engine.alignment import Gap, Link

LEFT = Document.from_sentences(
    [["The heron waits in the reeds.", "A train passes."], ["Evening comes late in June."]]
)
RIGHT = Document.from_sentences(
    [["The heron waits in the reeds."], ["A train passes at noon.", "Nobody waves."]]
)


def pin(left: int, right: int, kind: PinKind = PinKind.ALIGN) -> Pin:
    return Pin(LEFT.sentences[left].span, RIGHT.sentences[right].span, kind)


def linked(comparison: Comparison) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return set(comparison.links())


def test_without_pins_the_texts_decide() -> None:
    assert linked(compare(LEFT, RIGHT)) == {((0,), (0,)), ((1,), (1,))}


def test_an_aligned_pair_is_linked_whatever_it_says() -> None:
    found = linked(compare(LEFT, RIGHT, pins=[pin(2, 2)]))
    assert ((2,), (2,)) in found


def test_a_pin_covers_every_sentence_that_it_touches() -> None:
    both = Pin(Span(3, 35), RIGHT.sentences[0].span)
    assert ((0, 1), (0,)) in linked(compare(LEFT, RIGHT, pins=[both]))


def test_a_forbidden_pair_is_not_linked() -> None:
    found = linked(compare(LEFT, RIGHT, pins=[pin(0, 0, PinKind.FORBID)]))
    assert not any(0 in left and 0 in right for left, right in found)


def test_pins_that_cross_are_both_honoured_one_as_a_move() -> None:
    comparison = compare(LEFT, RIGHT, pins=[pin(0, 2), pin(2, 0)])
    assert {((0,), (2,)), ((2,), (0,))} <= linked(comparison)
    assert len(comparison.moves) == 1


def test_two_claims_on_one_sentence_are_refused() -> None:
    with pytest.raises(PinError, match=r"0 to 29 \(left\).*and.*claim the same sentence"):
        compare(LEFT, RIGHT, pins=[pin(0, 0), pin(0, 2)])


def test_aligning_and_forbidding_the_same_is_refused() -> None:
    with pytest.raises(PinError, match=r"the forbid pin of .* contradicts the align pin of"):
        compare(LEFT, RIGHT, pins=[pin(1, 1), pin(1, 1, PinKind.FORBID)])


def test_a_pin_on_nothing_is_refused() -> None:
    with pytest.raises(PinError, match="touches no sentence"):
        compare(LEFT, RIGHT, pins=[Pin(Span(29, 30), RIGHT.sentences[0].span)])
    with pytest.raises(PinError, match="touches no sentence"):
        compare(LEFT, RIGHT, pins=[Pin(Span(5, 2), RIGHT.sentences[0].span)])


def test_the_same_pin_twice_is_one() -> None:
    assert linked(compare(LEFT, RIGHT, pins=[pin(2, 2)] * 2)) == linked(
        compare(LEFT, RIGHT, pins=[pin(2, 2)])
    )


def novel(paragraphs: int, rest: str = "") -> str:
    """A text of which each sentence says something of its own."""
    return "\n\n".join(
        f"The ferry number {n} carries {n * 7} goats to the {n * 3}rd island. "
        f"Its captain is {n * 11} days older than the quay.{rest if n % 3 == 0 else ''}"
        for n in range(paragraphs)
    )


LONG_LEFT = Document.from_text(novel(300))
LONG_RIGHT = Document.from_text(novel(300, " Nobody minds."))


def test_keeping_a_pair_apart_leaves_the_rest_of_a_long_text_as_it_is() -> None:
    before = linked(compare(LONG_LEFT, LONG_RIGHT))
    left, right = next(pair for pair in sorted(before) if pair[0][0] > 250)
    apart = Pin(
        LONG_LEFT.sentences[left[0]].span, LONG_RIGHT.sentences[right[0]].span, PinKind.FORBID
    )
    comparison = compare(LONG_LEFT, LONG_RIGHT, pins=[apart])
    assert linked(comparison) == before - {(left, right)}
    assert not comparison.limits


def test_what_is_aligned_far_away_has_moved_and_nothing_else_has() -> None:
    before = linked(compare(LONG_LEFT, LONG_RIGHT))
    far = Pin(LONG_LEFT.sentences[3].span, LONG_RIGHT.sentences[-2].span)
    comparison = compare(LONG_LEFT, LONG_RIGHT, pins=[far])
    after = linked(comparison)
    assert ((3,), (len(LONG_RIGHT.sentences) - 2,)) in after
    assert len(comparison.moves) == 1
    assert len(before - after) <= 2


def test_a_short_text_knows_what_has_moved_too() -> None:
    left = Document.from_text("One ferry. Two goats. Three bees on deck. Four bells rang.")
    right = Document.from_text("One ferry! Two goats! Three bees on deck! Four bells rang!")
    far = Pin(left.sentences[0].span, right.sentences[3].span)
    comparison = compare(left, right, pins=[far])
    assert {((1,), (1,)), ((2,), (2,)), ((0,), (3,))} <= linked(comparison)
    assert len(comparison.moves) == 1


def test_a_gap_does_not_slide_to_what_is_kept_apart() -> None:
    """The gap would like to end at the border of a paragraph."""
    left = Document.from_sentences(
        [["One two three.", "Ho ho ho."], ["Four five six.", "Ho ho ho."]]
    )
    right = Document.from_sentences([["One two three.", "Ho ho ho."]])
    for index in (1, 3):
        apart = Pin(left.sentences[index].span, right.sentences[1].span, PinKind.FORBID)
        found = linked(compare(left, right, pins=[apart]))
        assert ((index,), (1,)) not in found


def test_whole_texts_can_be_kept_apart() -> None:
    """Of two texts of 2,500 sentences there are six million pairs, of longer ones too many."""
    sentences = [f"Boat {number} left the harbour of Ostrava." for number in range(2_500)]
    left = Document.from_sentences([sentences[at : at + 5] for at in range(0, 2_500, 5)])
    right = Document.from_sentences([sentences])
    whole = Pin(Span(0, len(left.text)), Span(0, len(right.text)), PinKind.FORBID)
    begun = time.process_time()
    comparison = compare(left, right, pins=[whole])
    assert time.process_time() - begun < 5
    assert not linked(comparison)
    assert len(comparison.rows) == 5_000


@given(
    st.frozensets(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=6),
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=2),
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)),
)
def test_what_is_barred_is_found(
    forbidden: frozenset[tuple[int, int]],
    moved: list[tuple[int, int]],
    borders: tuple[int, int, int, int],
) -> None:
    apart = frozenset(Gap(Span(i, i + 1), Span(j, j + 1)) for i, j in forbidden)
    barred = Barred(Pinned((), tuple(Link((i,), (j,)) for i, j in moved), apart))
    gap = Gap(Span(*sorted(borders[:2])), Span(*sorted(borders[2:])))
    expected = {
        (i - gap.left.start, j - gap.right.start)
        for i in range(*gap.left)
        for j in range(*gap.right)
        if (i, j) in forbidden or any(i == p or j == q for p, q in moved)
    }
    assert barred.pairs_in(gap) == expected
    assert {
        (i - gap.left.start, j - gap.right.start)
        for i in range(*gap.left)
        for j in range(*gap.right)
        if (i, j) in barred
    } == expected
    assert bool(barred) == bool(forbidden or moved)
    assert barred.touches(gap) or not expected

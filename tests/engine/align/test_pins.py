"""What a person decided is honoured exactly, or refused with both names."""

from __future__ import annotations

import pytest

from variorum.engine import Comparison, Document, Pin, PinError, PinKind, Span, compare

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


def test_the_same_pin_twice_is_one() -> None:
    assert linked(compare(LEFT, RIGHT, pins=[pin(2, 2)] * 2)) == linked(
        compare(LEFT, RIGHT, pins=[pin(2, 2)])
    )

"""Which pins go together, and where they go when a text changes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine import Document, Pin, PinKind, Side, Span, compare
from variorum.engine.align.pins import resolve_pins
from variorum.review import (
    Places,
    carried_pins,
    compatible,
    pins_on,
    sentences_in,
    whole_sentences,
    with_pins,
)

LEFT = Document.from_sentences([["One goes.", "Two stay."], ["Three sing.", "Four sleep."]])
RIGHT = Document.from_sentences([["Uno goes."], ["Due stay.", "Tre sing.", "Quattro sleep."]])
BOTH = (LEFT, RIGHT)


def pin(left: int, right: int, kind: PinKind = PinKind.ALIGN) -> Pin:
    return Pin(LEFT.sentences[left].span, RIGHT.sentences[right].span, kind)


def spans(document: Document):
    places = st.integers(0, len(document.text))
    return st.tuples(places, places).map(lambda ends: Span(*sorted(ends)))


any_pin = st.builds(Pin, spans(LEFT), spans(RIGHT), st.sampled_from(PinKind))


@pytest.mark.parametrize(
    ("span", "found"),
    [
        (Span(0, 0), range(1)),
        (Span(3, 5), range(1)),
        (Span(3, 12), range(2)),
        (Span(9, 9), range(1, 1)),
        (Span(0, 999), range(4)),
    ],
)
def test_a_passage_touches_whole_sentences(span, found):
    assert list(sentences_in(LEFT, span)) == list(found)
    whole = whole_sentences(LEFT, span)
    if found:
        assert whole == (LEFT.sentences[found[0]].span.start, LEFT.sentences[found[-1]].span.end)
    else:
        assert whole is None


def test_the_later_decision_wins():
    first, second = pin(0, 0), pin(0, 1)
    assert with_pins([first], [second], BOTH) == (second,)
    apart = pin(0, 0, PinKind.FORBID)
    assert with_pins([first, pin(2, 2)], [apart], BOTH) == (pin(2, 2), apart)
    assert with_pins([apart], [first], BOTH) == (first,)
    assert with_pins([apart], [pin(0, 1)], BOTH) == (apart, pin(0, 1))
    assert with_pins([apart], [apart], BOTH) == (apart,)


def test_the_earlier_of_two_that_contradict_each_other_is_compatible():
    assert compatible([pin(0, 0), pin(2, 2)], BOTH) == (pin(0, 0), pin(2, 2))
    assert compatible([pin(0, 0), pin(0, 1), pin(2, 2)], BOTH) == (pin(0, 0), pin(2, 2))


@given(st.lists(any_pin, max_size=5))
def test_what_is_compatible_is_never_refused(pins):
    kept = compatible(pins, BOTH)
    assert set(kept) <= set(pins)
    resolve_pins(LEFT, RIGHT, kept)


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from(PinKind)), max_size=8)
)
def test_one_decision_after_the_other_is_never_refused(steps):
    pins: tuple[Pin, ...] = ()
    for left, right, kind in steps:
        pins = with_pins(pins, [pin(left, right, kind)], BOTH)
        assert pins[-1] == pin(left, right, kind)
        resolve_pins(LEFT, RIGHT, pins)


def test_thousands_are_decided_at_once():
    """Whoever selects a whole text and keeps it apart: each pair of it is a pin."""
    sentences = [f"Boat {number} left the harbour of Ostrava." for number in range(3_000)]
    both = Document.from_sentences([sentences]), Document.from_sentences([sentences])
    apart = [Pin(s.span, s.span, PinKind.FORBID) for s in both[0].sentences]
    aligned = Pin(apart[7].left, apart[7].right)
    begun = time.process_time()
    assert with_pins([aligned, apart[9]], apart, both) == tuple(apart)
    assert time.process_time() - begun < 2


def test_pins_are_found_by_either_passage():
    pins = (pin(0, 0), pin(2, 3))
    assert pins_on(pins, Side.LEFT, Span(0, 0), BOTH) == (pins[0],)
    assert pins_on(pins, Side.RIGHT, RIGHT.sentences[3].span, BOTH) == (pins[1],)
    assert pins_on(pins, Side.LEFT, LEFT.sentences[1].span, BOTH) == ()


def test_they_go_where_their_words_went_and_go_when_these_are_gone():
    later = Document.from_sentences([["Before all.", "One goes.", "Three sing.", "Four sleep."]])
    places = Places(LEFT, compare(LEFT, later)), Places(RIGHT, None)
    found = carried_pins((pin(0, 0), pin(1, 1), pin(3, 3, PinKind.FORBID)), *places)
    assert found == (
        Pin(later.sentences[1].span, RIGHT.sentences[0].span),
        Pin(later.sentences[3].span, RIGHT.sentences[3].span, PinKind.FORBID),
    )

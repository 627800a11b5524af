"""What a person decides about passages: which pins go together, and where they go.

Imports the engine's public names and the places of later versions. Positions are code points of a
side's text, indices count sentences. A new pin wins over those that contradict it, because it is
what the person thinks now.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from variorum.engine import Document, Pin, PinKind, Sentence, Side, Span
from variorum.review.carrying import Places

Documents = tuple[Document, Document]
"""The left and the right text."""


def sentences_in(document: Document, span: Span) -> range:
    """The sentences that share a character with a passage; of an empty one, that it stands in."""
    end = max(span.end, span.start + 1)
    first = bisect_right(document.sentences, span.start, key=_end)
    return range(first, max(first, bisect_left(document.sentences, end, key=_start)))


def whole_sentences(document: Document, span: Span) -> Span | None:
    """The extent of the sentences that a passage touches; None where there is none."""
    found = sentences_in(document, span)
    if not found:
        return None
    sentences = document.sentences
    return Span(sentences[found[0]].span.start, sentences[found[-1]].span.end)


def with_pins(pins: Iterable[Pin], others: Iterable[Pin], documents: Documents) -> tuple[Pin, ...]:
    """Some pins and others, without those of the first that contradict these or say the same.

    Args:
        pins: what was decided before.
        others: what was decided now, all at once: they do not contradict each other.
        documents: both texts.
    """
    later = dict.fromkeys(others)
    placed = [_placed(pin, documents) for pin in later]
    earlier = [_placed(pin, documents) for pin in pins]
    kept = (e.pin for e in earlier if not any(_contradict(e, each) for each in placed))
    return (*kept, *later)


def compatible(pins: Iterable[Pin], documents: Documents) -> tuple[Pin, ...]:
    """Those of some pins that touch sentences and do not contradict one before them."""
    out: list[_Placed] = []
    for pin in pins:
        placed = _placed(pin, documents)
        # The engine takes no pin on nothing.
        sound = placed.left and placed.right and pin.left.length and pin.right.length
        if sound and not any(_contradict(each, placed) for each in out):
            out.append(placed)
    return tuple(placed.pin for placed in out)


def pins_on(pins: Iterable[Pin], side: Side, span: Span, documents: Documents) -> tuple[Pin, ...]:
    """The pins of the sentences that a passage of one text touches."""
    document = documents[0] if side is Side.LEFT else documents[1]
    here = sentences_in(document, span)
    return tuple(pin for pin in pins if _meet(sentences_in(document, span_of(pin, side)), here))


def carried_pins(pins: Iterable[Pin], left: Places, right: Places) -> tuple[Pin, ...]:
    """Pins for later versions of the texts: those of which both passages are still there."""
    out = []
    for pin in pins:
        here, there = left.find(pin.left), right.find(pin.right)
        if here is not None and there is not None:
            out.append(Pin(here, there, pin.kind))
    return tuple(out)


def span_of(pin: Pin, side: Side) -> Span:
    """The passage of a pin in one text."""
    return pin.left if side is Side.LEFT else pin.right


class _Placed(NamedTuple):
    """A pin and the sentences that it touches."""

    pin: Pin
    left: range
    right: range


def _placed(pin: Pin, documents: Documents) -> _Placed:
    left, right = documents
    return _Placed(pin, sentences_in(left, pin.left), sentences_in(right, pin.right))


def _contradict(one: _Placed, other: _Placed) -> bool:
    """Whether not both can be honoured; the same decision twice counts, too."""
    left, right = _meet(one.left, other.left), _meet(one.right, other.right)
    kinds = {one.pin.kind, other.pin.kind}
    if kinds == {PinKind.ALIGN}:
        return left or right
    if kinds == {PinKind.FORBID}:
        return one.pin == other.pin
    return left and right


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def _end(sentence: Sentence) -> int:
    return sentence.span.end

"""What a person decided about passages, as sentences.

Indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from variorum.engine.align.chains import Pair, heaviest_pairs
from variorum.engine.align.ratios import slight
from variorum.engine.alignment import Gap, Link
from variorum.engine.document import Document
from variorum.engine.elements import Span
from variorum.engine.errors import PinError
from variorum.engine.options import Pin, PinKind

IN_PLACE: Final = 0.5
"""By so many sentences a pin may cross more than it holds itself and still be in place."""
REACH: Final = 5
"""So many sentences from a barred pair everything is weighed anew, as many as a group may hold."""


class Pinned(NamedTuple):
    """Pins that do not contradict each other."""

    links: tuple[Link, ...]
    """Groups in place, ascending on both sides."""
    moved: tuple[Link, ...]
    """Groups that cross one of `links`."""
    apart: frozenset[Gap]
    """Ranges that must not be linked: no sentence of the left one with one of the right one."""

    def without_links(self) -> Pinned:
        """Only what must not be linked."""
        return Pinned((), (), self.apart)

    def among(self, free: Iterable[Link], left: Document, right: Document) -> Pinned:
        """The same where groups have moved that cross more than they hold of what is in place.

        Somebody who aligns the first sentence with the last one does not mean that nothing in
        between belongs together.

        Args:
            free: what would be linked in place without the groups.
            left: the one text.
            right: the other.
        """
        groups = (*self.links, *self.moved)
        taken = (
            {i for group in groups for i in group.left},
            {j for group in groups for j in group.right},
        )
        votes = [
            (link.left[0], link.right[0], _weight(link, left, right))
            for link in free
            if taken[0].isdisjoint(link.left) and taken[1].isdisjoint(link.right)
        ]
        for group in groups:
            weight = _weight(group, left, right) + IN_PLACE
            votes.append((group.left[0], group.right[0], weight))
        chain = set(heaviest_pairs(votes))
        return Pinned(
            tuple(sorted(g for g in groups if (g.left[0], g.right[0]) in chain)),
            tuple(sorted(g for g in groups if (g.left[0], g.right[0]) not in chain)),
            self.apart,
        )


UNPINNED: Final = Pinned((), (), frozenset())
"""Nobody decided anything."""


class Barred:
    """What must not be linked in place, ready to be looked up.

    Pairs are told when they are asked for: of two whole texts that are kept apart there are more
    than memory holds.
    """

    def __init__(self, pinned: Pinned) -> None:
        self._apart_from: defaultdict[int, list[Span]] = defaultdict(list)
        for left, right in sorted(pinned.apart):
            for i in range(*left):
                self._apart_from[i].append(right)
        self._left = sorted(i for link in pinned.moved for i in link.left)
        self._right = sorted(j for link in pinned.moved for j in link.right)
        self._elsewhere = frozenset(self._left), frozenset(self._right)

    def __bool__(self) -> bool:
        return bool(self._apart_from or self._left)

    def __contains__(self, pair: object) -> bool:
        if not isinstance(pair, tuple):
            return False
        i, j = pair
        return (
            any(start <= j < end for start, end in self._apart_from.get(i, ()))
            or i in self._elsewhere[0]
            or j in self._elsewhere[1]
        )

    def touches(self, gap: Gap) -> bool:
        """Whether anything in a gap is barred."""
        return bool(self) and bool(
            any(True for _ in self._inside(gap))
            or _within(self._left, gap.left)
            or _within(self._right, gap.right)
        )

    def beside(self, pair: Pair) -> bool:
        """Whether a barred pair is so close to another one that a group may reach both."""
        if not self:  # nearly always, and there are many pairs
            return False
        i, j = pair
        around = Gap(
            Span(max(0, i - REACH), i + REACH + 1),
            Span(max(0, j - REACH), j + REACH + 1),
        )
        return self.touches(around)

    def pairs_in(self, gap: Gap) -> frozenset[Pair]:
        """The barred pairs of a gap, counted from its beginning."""
        i, j = gap.left.start, gap.right.start
        pairs = {(p - i, q - j) for p, span in self._inside(gap) for q in range(*span)}
        for p in _within(self._left, gap.left):
            pairs.update((p - i, q) for q in range(gap.right.length))
        for q in _within(self._right, gap.right):
            pairs.update((p, q - j) for p in range(gap.left.length))
        return frozenset(pairs)

    def _inside(self, gap: Gap) -> Iterator[tuple[int, Span]]:
        """The left sentences of a gap, each with right ones there that it is kept apart from."""
        for i in range(*gap.left) if self._apart_from else ():
            for start, end in self._apart_from.get(i, ()):
                inside = Span(max(start, gap.right.start), min(end, gap.right.end))
                if inside.length > 0:
                    yield i, inside


def _within(indices: Sequence[int], span: Span) -> Sequence[int]:
    return indices[bisect_left(indices, span.start) : bisect_left(indices, span.end)]


def resolve_pins(left: Document, right: Document, pins: Iterable[Pin]) -> Pinned:
    """The sentences that pins touch.

    Raises:
        PinError: two pins contradict each other, or one touches no sentence.
    """
    placed = [
        _Placed(pin, _touched(left, pin.left, pin), _touched(right, pin.right, pin)) for pin in pins
    ]
    aligned = [entry for entry in placed if entry.pin.kind is PinKind.ALIGN]
    groups = list({(entry.left, entry.right): entry for entry in aligned}.values())
    claims = _claims(groups)
    apart = frozenset(
        _kept_apart(entry, claims) for entry in placed if entry.pin.kind is PinKind.FORBID
    )
    links = sorted(Link(tuple(entry.left), tuple(entry.right)) for entry in groups)
    weights = [(link.left[0], link.right[0], _weight(link, left, right)) for link in links]
    chain = set(heaviest_pairs(weights))
    return Pinned(
        tuple(link for link in links if (link.left[0], link.right[0]) in chain),
        tuple(link for link in links if (link.left[0], link.right[0]) not in chain),
        apart,
    )


def _weight(link: Link, left: Document, right: Document) -> float:
    """How many sentences a group holds; of as many, the texts decide, whichever is on the left."""
    texts = left.sentence_text(link.left[0]), right.sentence_text(link.right[0])
    return len(link.left) + len(link.right) + slight(*texts)


class _Placed(NamedTuple):
    """A pin, and the sentences that it touches."""

    pin: Pin
    left: range
    right: range


_Claims = tuple[dict[int, Pin], dict[int, Pin]]
"""For each side the pin that says what a sentence is aligned with."""


def _claims(groups: Iterable[_Placed]) -> _Claims:
    """Whose the sentences of some groups are.

    Raises:
        PinError: a sentence is in two of them.
    """
    claims: _Claims = ({}, {})
    for pin, *sides in groups:
        for taken, indices in zip(claims, sides, strict=True):
            for index in indices:
                other = taken.setdefault(index, pin)
                if other is not pin:
                    raise PinError(f"{_named(other)} and {_named(pin)} claim the same sentence")
    return claims


def _kept_apart(entry: _Placed, claims: _Claims) -> Gap:
    """The passages of a pin that are to have nothing to do with each other.

    Raises:
        PinError: another pin aligns a sentence of the one with a sentence of the other.
    """
    pin, left, right = entry
    here = {id(claims[0][i]) for i in left if i in claims[0]}
    for j in right:
        if j in claims[1] and id(claims[1][j]) in here:
            raise PinError(f"{_named(pin)} contradicts {_named(claims[1][j])}")
    return Gap(Span(left.start, left.stop), Span(right.start, right.stop))


def _touched(document: Document, span: Span, pin: Pin) -> range:
    """The sentences that share a character with a span."""
    first = bisect_right(document.parted.ends, span.start)
    end = bisect_left(document.parted.starts, span.end)
    if first >= end or span.end < span.start:
        raise PinError(f"{_named(pin)} touches no sentence on one of its sides")
    return range(first, end)


def _named(pin: Pin) -> str:
    """A pin as a person knows it: by its kind and the positions of its passages."""
    return (
        f"the {pin.kind.value} pin of {pin.left.start} to {pin.left.end} (left) "
        f"with {pin.right.start} to {pin.right.end} (right)"
    )

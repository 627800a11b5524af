"""What a person decided about passages, as sentences.

Indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from variorum.engine.align.chains import Pair, heaviest_pairs
from variorum.engine.alignment import Gap, Link
from variorum.engine.document import Document
from variorum.engine.errors import PinError
from variorum.engine.model import Sentence, Span
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

    def among(self, free: Iterable[Link]) -> Pinned:
        """The same where groups have moved that cross more than they hold of what is in place.

        Somebody who aligns the first sentence with the last one does not mean that nothing in
        between belongs together.

        Args:
            free: what would be linked in place without the groups.
        """
        groups = (*self.links, *self.moved)
        taken = (
            {i for group in groups for i in group.left},
            {j for group in groups for j in group.right},
        )
        votes = [
            (link.left[0], link.right[0], float(len(link.left) + len(link.right)))
            for link in free
            if taken[0].isdisjoint(link.left) and taken[1].isdisjoint(link.right)
        ]
        for group in groups:
            size = len(group.left) + len(group.right) + IN_PLACE
            votes.append((group.left[0], group.right[0], size))
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
    placed = [(pin, _touched(left, pin.left, pin), _touched(right, pin.right, pin)) for pin in pins]
    aligned = [entry for entry in placed if entry[0].kind is PinKind.ALIGN]
    unique = list({(a, b): (pin, a, b) for pin, a, b in aligned}.values())
    claims: tuple[dict[int, Pin], dict[int, Pin]] = ({}, {})
    for pin, a, b in unique:
        for taken, indices in zip(claims, (a, b), strict=True):
            for index in indices:
                other = taken.setdefault(index, pin)
                if other is not pin:
                    raise PinError(f"{_named(other)} and {_named(pin)} claim the same sentence")
    apart: set[Gap] = set()
    for pin, a, b in placed:
        if pin.kind is PinKind.FORBID:
            here = {id(claims[0][i]) for i in a if i in claims[0]}
            for j in b:
                if j in claims[1] and id(claims[1][j]) in here:
                    raise PinError(f"{_named(pin)} contradicts {_named(claims[1][j])}")
            apart.add(Gap(Span(min(a), max(a) + 1), Span(min(b), max(b) + 1)))
    links = sorted(Link(tuple(sorted(a)), tuple(sorted(b))) for _, a, b in unique)
    weights = [
        (link.left[0], link.right[0], float(len(link.left) + len(link.right))) for link in links
    ]
    chain = set(heaviest_pairs(weights))
    return Pinned(
        tuple(link for link in links if (link.left[0], link.right[0]) in chain),
        tuple(link for link in links if (link.left[0], link.right[0]) not in chain),
        frozenset(apart),
    )


def _touched(document: Document, span: Span, pin: Pin) -> frozenset[int]:
    """The sentences that share a character with a span."""
    first = bisect_right(document.sentences, span.start, key=_end)
    end = bisect_left(document.sentences, span.end, key=_start)
    if first >= end:
        raise PinError(f"{_named(pin)} touches no sentence on one of its sides")
    return frozenset(range(first, end))


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def _end(sentence: Sentence) -> int:
    return sentence.span.end


def _named(pin: Pin) -> str:
    """A pin as a person knows it: by its kind and the positions of its passages."""
    return (
        f"the {pin.kind.value} pin of {pin.left.start} to {pin.left.end} (left) "
        f"with {pin.right.start} to {pin.right.end} (right)"
    )

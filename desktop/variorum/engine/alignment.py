"""What the aligner finds and the assembly builds on: links in place and moved runs.

Indices count sentences of a document.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from variorum.engine.elements import Span


class Link(NamedTuple):
    """Sentences of both sides that belong together; both tuples ascend and are not empty."""

    left: tuple[int, ...]
    right: tuple[int, ...]


def linked_sentences(links: Iterable[Link], side: int) -> set[int]:
    """The sentences of a side (0, 1) that some links hold; there may be very many."""
    return set(chain.from_iterable(map(itemgetter(side), links)))


def lone_sentences(links: Iterable[Link], side: int, count: int) -> list[int]:
    """The others, ascending.

    Args:
        links: some.
        side: 0 or 1.
        count: how many sentences the side has.
    """
    others = set(range(count))
    others.difference_update(chain.from_iterable(map(itemgetter(side), links)))
    return sorted(others)


class Gap(NamedTuple):
    """A range of sentences on each side that faces the other; either may be empty."""

    left: Span
    right: Span


class Alignment(NamedTuple):
    """The links of two documents."""

    links: tuple[Link, ...]
    """In place: ascending on both sides by their first sentences."""
    moves: tuple[tuple[Link, ...], ...] = ()
    """Each a run of links that went together."""
    pending: tuple[Gap, ...] = ()
    """What was not compared yet; ascending."""
    limits: tuple[str, ...] = ()
    """What was cut short, in words."""
    same: tuple[tuple[int, int], ...] = ()
    """The paragraphs that are the same, sentence by sentence, of a first result that has nothing
    else: ascending on both sides. Their links are not listed."""

"""What the aligner finds and the assembly builds on: links in place and moved runs.

Indices count sentences of a document.
"""

from __future__ import annotations

from typing import NamedTuple

from variorum.engine.elements import Span


class Link(NamedTuple):
    """Sentences of both sides that belong together; both tuples ascend and are not empty."""

    left: tuple[int, ...]
    right: tuple[int, ...]


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

"""The order of the rows of a band, their names, and what a kind of row is called by.

Imports the model, the documents and the options. Indices count sentences; places are code points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple, Protocol

from variorum.engine.document import Document
from variorum.engine.elements import Span
from variorum.engine.later import Way
from variorum.engine.model import Edit, EditKind, Row, RowKind
from variorum.engine.options import Thresholds

Group = tuple[int, ...]
"""Indices of sentences of one side, ascending."""


Name = str | Way[str]
"""The id of a row, or the way to it."""


class Linked(Protocol):
    """Anything that names sentences of both sides that belong together: a link, a row."""

    @property
    def left(self) -> tuple[int, ...]:
        """Indices of sentences, ascending."""

    @property
    def right(self) -> tuple[int, ...]:
        """Indices of sentences, ascending."""


class Step(NamedTuple):
    """One row to be made."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    at_left: int
    """The left sentences before this one stand above the row."""
    at_right: int
    """The right sentences before this one stand above the row."""


def reading_order(left: Span, right: Span, links: Sequence[Linked]) -> Iterator[Step]:
    """The rows of a stretch of sentences from top to bottom.

    A lone sentence stands before the next link on its side, the left ones before the right ones.

    Args:
        left: the sentences of the left text; every link lies inside.
        right: the sentences of the right text.
        links: ascending by their first sentences on both sides.
    """
    i, j = left.start, right.start
    placed_left: set[int] = set()
    placed_right: set[int] = set()
    for link in links:
        first_left, first_right = link.left[0], link.right[0]
        if i < first_left or j < first_right:
            yield from _lone(Span(i, first_left), Span(j, first_right), placed_left, placed_right)
        yield Step(link.left, link.right, first_left, first_right)
        i = _after(link.left, placed_left)
        j = _after(link.right, placed_right)
    yield from _lone(Span(i, left.end), Span(j, right.end), placed_left, placed_right)


def _after(group: tuple[int, ...], placed: set[int]) -> int:
    """The first sentence after the run that a group begins with; its members are placed."""
    after = group[0] + 1
    if len(group) > 1:
        placed.update(group)
        while after in placed:
            after += 1
    return after


def _lone(left: Span, right: Span, placed_left: set[int], placed_right: set[int]) -> Iterator[Step]:
    for i in range(left.start, left.end):
        if i not in placed_left:
            yield Step((i,), (), i, right.start)
    for j in range(right.start, right.end):
        if j not in placed_right:
            yield Step((), (j,), left.end, j)


def equal_row(left: Document, right: Document, step: Step, name: Name) -> Row:
    """The row of a sentence that is the same on both sides."""
    on_left, on_right = left.sentence_span(step.left[0]), right.sentence_span(step.right[0])
    same = Edit(EditKind.EQUAL, on_left, on_right)
    return Row(RowKind.EQUAL, step.left, step.right, 1.0, (same,), name)


def lone_row(left: Document, right: Document, step: Step, name: Name, *, pending: bool) -> Row:
    """The row of a sentence that faces nothing; its edit names the place on the other side."""
    if step.left:
        kind = RowKind.PENDING if pending else RowKind.MISSING
        place = _end_before(right, step.at_right)
        edit = Edit(EditKind.DELETE, left.sentence_span(step.left[0]), place)
    else:
        kind = RowKind.PENDING if pending else RowKind.NEW
        place = _end_before(left, step.at_left)
        edit = Edit(EditKind.INSERT, place, right.sentence_span(step.right[0]))
    return Row(kind, step.left, step.right, None, (edit,), name)


def _end_before(document: Document, sentence: int) -> Span:
    """The empty span at the end of what stands before a sentence."""
    at = document.parted.ends[sentence - 1] if sentence else 0
    return Span(at, at)


def pair_kind(similarity: float, thresholds: Thresholds) -> RowKind:
    """What a pair with changed words is called."""
    return RowKind.EDITED if similarity >= thresholds.edited else RowKind.REWORDED


class Sentences(Protocol):
    """Anything that has the sentences of a text: a document."""

    def sentence_text(self, index: int) -> str:
        """The text of one."""


class Names:
    """Gives rows their ids: ten hexadecimal digits, none of them twice."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def copy(self) -> Names:
        """The same, to be given further."""
        names = Names()
        names._given = self._given.copy()
        return names

    def of_texts(self, text: str) -> str:
        """An id made of the texts of a row and of how often they came before.

        Two texts meet in 40 bits by chance once in some thousand long documents: then the second
        is named as if it were the first one's second occurrence.
        """
        name = first = _digest(text)
        given = self._given
        count = given.get(first, 0)
        while name in given:
            count += 1
            name = _digest(f"{first}/{count}")
        given[first] = count + 1
        given.setdefault(name, 1)
        return name

    def are_those_of(self, other: Names) -> bool:
        """Whether the same names were given as often."""
        return self._given == other._given

    def of_step(self, left: Sentences, right: Sentences, step: Linked) -> str:
        """An id for a row: of the text that is the same on both sides, or of what stands where.

        The separators keep the two sides and their sentences apart.
        """
        text = "\x1f".join(map(left.sentence_text, step.left))
        other = "\x1f".join(map(right.sentence_text, step.right))
        if text == other and len(step.left) == len(step.right) == 1:
            return self.of_texts(text)
        return self.of_texts(f"{text}\x1e{other}")


def usual_name(texts: str, occurrence: int = 0) -> str:
    """The id that a row gets if no other has the same by chance.

    Args:
        texts: of both its sides, see `Names.of_step`.
        occurrence: how many rows of the same texts were named before.
    """
    first = _digest(texts)
    return _digest(f"{first}/{2 * occurrence}") if occurrence else first


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()

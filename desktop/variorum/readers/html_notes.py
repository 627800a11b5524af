"""Footnotes of pages: each after the paragraph that refers to it, as in documents of other formats.

Imports the engine's public names and the standard library. Pages keep their notes at their end, or
in a file of their own, so that they would seem moved beside the same text in another format. What a
raised mark links to is a note; endnotes of word processors stay at the end, as in DOCX.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from urllib.parse import unquote

from variorum.engine import Cell, Style, StyleKind, TextParagraph
from variorum.readers.table_rows import with_rows_as_lines

LONGEST: Final = 50
"""In paragraphs: what a mark links to is no note if it is longer."""

_ENDNOTE: Final = re.compile(r"_?edn\d|sdendnote", re.IGNORECASE)
"""What Word and LibreOffice call their endnotes."""


class Place(NamedTuple):
    """Something that links may lead to: a page of a book, and a name on it."""

    page: str
    name: str


def linked_place(page: str, address: str) -> Place | None:
    """What a link leads to; None when it names no place on a page.

    Args:
        page: the name of the page that it stands on; empty when there is only one.
        address: of the link.
    """
    path, _, name = address.partition("#")
    if not name:
        return None
    name = unquote(name)
    if page and path and ":" not in path:
        page = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
    return Place(page, name)


class Notes:
    """What refers to notes, and where named passages begin and end, by numbers of paragraphs."""

    def __init__(self) -> None:
        """Nothing was found yet."""
        self._references: list[tuple[Place, int]] = []
        self._pending: list[Place] = []
        self._passages: dict[Place, range] = {}

    def refer(self, place: Place | None) -> None:
        """A mark refers to a place from the paragraph that is being read."""
        if place is not None and not _ENDNOTE.match(place.name):
            self._pending.append(place)

    def end_paragraph(self, count: int) -> None:
        """A paragraph has ended.

        Args:
            count: how many paragraphs there are now.
        """
        if self._pending:
            self._references += [(place, count - 1) for place in self._pending]
            self._pending.clear()

    def name(self, places: Iterable[Place], passage: range) -> None:
        """A passage has these names; of several passages of one name the first one has it."""
        for place in places:
            self._passages.setdefault(place, passage)

    def forget(self, count: int) -> None:
        """All paragraphs from a number on were no text."""
        while self._references and self._references[-1][1] >= count:
            self._references.pop()
        while self._passages and self._passages[next(reversed(self._passages))].stop > count:
            self._passages.popitem()

    def add(self, other: Notes, start: int) -> None:
        """Add those of another page.

        Args:
            other: of a page that was read by itself.
            start: how many paragraphs stand before that page.
        """
        self._references += [(place, number + start) for place, number in other._references]
        for place, passage in other._passages.items():
            shifted = range(passage.start + start, passage.stop + start)
            self._passages.setdefault(place, shifted)

    def placed(self, paragraphs: Sequence[TextParagraph]) -> tuple[TextParagraph, ...]:
        """The paragraphs, short rows of tables as one, each note after what refers to it first."""
        after: defaultdict[int, list[TextParagraph]] = defaultdict(list)
        taken: set[int] = set()
        for place, number in self._references:
            passage = self._passages.get(place)
            if passage is None or number in taken or not _is_note(passage, number):
                continue
            if taken.isdisjoint(passage):
                taken.update(passage)
                cell = paragraphs[number].cell
                after[number] += [_note(paragraphs[index], cell) for index in passage]
        found = list(after.pop(-1, ()))
        for index, paragraph in enumerate(paragraphs):
            if index not in taken:
                found.append(paragraph)
            found += after.pop(index, ())
        return with_rows_as_lines(found)


def _is_note(passage: range, number: int) -> bool:
    """Whether what is referred to in a paragraph may be a note: it comes later, and is short."""
    return 0 < len(passage) <= LONGEST and passage.start > number


def _note(paragraph: TextParagraph, cell: Cell | None) -> TextParagraph:
    """A note that something in a cell refers to, or outside of all."""
    return paragraph._replace(style=Style(StyleKind.FOOTNOTE), cell=cell)

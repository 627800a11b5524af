"""The texts of the sentences of a document, cut out when they are asked for.

Most sentences of a long text are never looked at: their paragraphs are the same on both sides.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from variorum.engine.document import Document
from variorum.engine.text.letters import like_letters
from variorum.engine.watch import let_go


class SentenceTexts(Sequence[str]):
    """The sentences of a document."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._starts, self._ends, _ = document.parted

    def __len__(self) -> int:
        """How many there are."""
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        """One sentence, or some.

        Raises:
            IndexError: there are not so many.
        """
        if isinstance(index, slice):
            return [self._at(place) for place in range(*index.indices(len(self)))]
        return self._at(index)

    def __iter__(self) -> Iterator[str]:
        """All of them, in a quarter of the time that asking for one after the other takes."""
        return map(self._text.__getitem__, map(slice, self._starts, self._ends))

    def _at(self, index: int) -> str:
        return self._text[self._starts[index] : self._ends[index]]


class FoldedTexts(SentenceTexts):
    """The sentences of a document in lower case and composed, kept once they were asked for."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._kept: dict[int, str] = {}

    def _at(self, index: int) -> str:
        found = self._kept.get(index)
        if found is None:
            found = self._kept[index] = in_lower_case(super()._at(index))
        return found

    def __iter__(self) -> Iterator[str]:
        """All of them."""
        return map(self._at, range(len(self)))


def in_lower_case(text: str) -> str:
    """A sentence as its letters are compared: what is composed otherwise is not unlike."""
    return (
        text.lower() if text.isascii() else like_letters(unicodedata.normalize("NFC", text).lower())
    )


class Words:
    """The words of sentences; each is in memory once, which hundreds of sentences have."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[str, str] = {}

    def of(self, text: str) -> tuple[str, ...]:
        """The different words of a text, parted at white space; a set takes ten times the room."""
        words = text.split()
        return tuple(dict.fromkeys(map(self._known.setdefault, words, words)))


class SentenceWords:
    """The words of sentences of both sides, kept once they were asked for.

    Sentences that have nothing in common with any other are asked for theirs twice.
    """

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        """Nothing is asked for yet.

        Args:
            texts: the sentences of the left and of the right side.
        """
        self._texts = texts
        self._known = Words()
        self._kept: tuple[dict[int, tuple[str, ...]], ...] = ({}, {})

    def of(self, side: int, index: int) -> tuple[str, ...]:
        """The different words of a sentence, parted at white space."""
        found = self._kept[side].get(index)
        if found is None:
            found = self._kept[side][index] = self._known.of(self._texts[side][index])
        return found

    def let_go(self, check: Callable[[], None]) -> None:
        """Forget them, some at a time.

        Args:
            check: asks whether to go on; may raise, to stop.
        """
        for kept in self._kept:
            words = list(kept.values())
            kept.clear()
            let_go(words, check)

"""A text with its paragraphs and sentences.

Imports the elements and the rules of `engine.text`. Positions are code points of `Document.text`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from variorum.engine.elements import (
    BODY,
    CELL_BREAK,
    Emphasis,
    Paragraph,
    Sentence,
    Span,
    Style,
    StyleKind,
    plain_paragraphs,
    span_of,
)
from variorum.engine.parting import Paragraphs, Parted, part, part_as
from variorum.engine.text.language import guess_language
from variorum.engine.text.layout import Layout, find_layout, find_paragraphs
from variorum.engine.text.scripts import is_seen
from variorum.engine.text.telling import Progress

PARAGRAPH_BREAK: Final = "\n\n"
"""What stands between the paragraphs of a document that is built from parts."""


class Cell(NamedTuple):
    """Where in the tables of a file a paragraph stands."""

    row: int
    """Counted through the file."""
    number: int
    """In its row, from 1; cells in which nothing stands count."""
    is_below: bool = False
    """A cell of a row above reaches down to where this one's row begins."""


class TextParagraph(NamedTuple):
    """A paragraph as a reader of files hands it in."""

    text: str
    style: Style = BODY
    emphasis: tuple[Emphasis, ...] = ()
    """In code points of `text`."""
    cell: Cell | None = None
    """While a file is read: the cell of a table that it stands in, if any."""


@dataclass(frozen=True)
class Document:
    """A text, its paragraphs and its sentences."""

    text: str
    """The input with line ends as `\\n` and nothing else changed."""
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    """In order; each lies in its paragraph, and every paragraph has at least one."""
    name: str = ""
    """What to call it on screen, mostly a file's name without its folder."""
    language: str = "en"
    """ISO 639-1 code, guessed or given; rules for sentences follow it."""
    layout: Layout = Layout.BLANK_LINE
    """How paragraphs were told apart."""
    formatted: bool = False
    """Whether its format says what is emphasised and what a paragraph is; plain text does not."""

    if not TYPE_CHECKING:  # or every misspelt attribute would pass for one

        def __getattr__(self, name: str) -> tuple[Sentence, ...]:
            """The sentences, made when they are first asked for: a comparison asks for places."""
            if name != "sentences":
                raise AttributeError(name)
            found = self.__dict__["sentences"] = self.parted.sentences(self.paragraph_of)
            return found

    @classmethod
    def from_text(
        cls,
        text: str,
        name: str = "",
        language: str | None = None,
        layout: Layout | str = Layout.AUTO,
        *,
        progress: Progress | None = None,
    ) -> Document:
        r"""Find the paragraphs of plain text.

        Its sentences are found when they are first asked for: those of paragraphs that stand in
        both texts of a comparison are then found once.

        Args:
            text: any text; `\r\n`, `\r`, U+2028 and U+2029 become `\n`.
            name: what to call it on screen.
            language: ISO 639-1 code, or None to guess it.
            layout: how paragraphs are told apart, or `auto` to find out.
            progress: is told how much is done, 0 to 1; what it raises ends the work.

        Raises:
            ValueError: `layout` is no layout.
        """
        clean = normalise_line_ends(text)
        layout = Layout(layout)
        if layout is Layout.AUTO:
            layout = find_layout(clean)
        language = language or guess_language(clean)
        found = find_paragraphs(clean, layout, progress)
        return cls._without_sentences(clean, plain_paragraphs(found), name, language, layout)

    @classmethod
    def from_sentences(
        cls,
        paragraphs: Iterable[Iterable[str]],
        name: str = "",
        language: str | None = None,
    ) -> Document:
        """Take paragraphs that are split into sentences already.

        Sentences are joined by a space, paragraphs by an empty line. White space around a
        sentence is dropped; empty sentences and paragraphs are left out.
        """
        parts = [[s.strip() for s in map(normalise_line_ends, group)] for group in paragraphs]
        kept = [group for group in ([s for s in part if s] for part in parts) if group]
        pieces: list[str] = []
        spans: list[Paragraph] = []
        sentences: list[Sentence] = []
        at = 0
        for group in kept:
            start = at
            for sentence in group:
                sentences.append(Sentence(Span(at, at + len(sentence)), len(spans)))
                at += len(sentence) + 1
            spans.append(Paragraph(Span(start, at - 1)))
            pieces.append(" ".join(group))
            at += len(PARAGRAPH_BREAK) - 1
        text = PARAGRAPH_BREAK.join(pieces)
        return cls(
            text=text,
            paragraphs=tuple(spans),
            sentences=tuple(sentences),
            name=name,
            language=language or guess_language(text),
        )

    @classmethod
    def from_paragraphs(
        cls,
        paragraphs: Iterable[TextParagraph],
        name: str = "",
        language: str | None = None,
        *,
        formatted: bool = True,
        progress: Progress | None = None,
    ) -> Document:
        """Take what a reader found in a file of any format; its sentences as in `from_text`.

        Paragraphs are joined by an empty line; white space around them is dropped, but for what
        parts the cells before the first word of a row, and paragraphs in which nothing can be seen
        are left out.

        Args:
            paragraphs: in reading order.
            name: what to call it on screen.
            language: ISO 639-1 code, or None to guess it.
            formatted: whether the file's format says what is emphasised and what a paragraph is.
            progress: is told how much is done, 0 to 1; what it raises ends the work.
        """
        pieces: list[str] = []
        placed: list[Paragraph] = []
        at = 0
        for paragraph in paragraphs:
            if progress is not None:
                progress(0.0)
            text = normalise_line_ends(paragraph.text)
            body = text.strip()
            if not is_seen(body):
                continue
            before = _empty_cells(paragraph, text)
            at += len(before)
            span = Span(at, at + len(body))
            emphasis = _emphasis(paragraph, text, span)
            placed.append(Paragraph(span, paragraph.style, emphasis))
            pieces.append(before + body)
            at = span.end + len(PARAGRAPH_BREAK)
        text = PARAGRAPH_BREAK.join(pieces)
        language = language or guess_language(text)
        found = tuple(placed)
        layout = Layout.BLANK_LINE
        return cls._without_sentences(text, found, name, language, layout, formatted=formatted)

    @classmethod
    def _without_sentences(
        cls,
        text: str,
        paragraphs: tuple[Paragraph, ...],
        name: str,
        language: str,
        layout: Layout,
        *,
        formatted: bool = False,
    ) -> Document:
        """A document whose sentences are not known yet."""
        document = object.__new__(cls)
        document.__dict__.update(
            text=text,
            paragraphs=paragraphs,
            name=name,
            language=language,
            layout=layout,
            formatted=formatted,
        )
        return document

    def sentence_span(self, index: int) -> Span:
        """Where a sentence is."""
        starts, ends, _ = self.parted
        return span_of((starts[index], ends[index]))

    def sentence_text(self, index: int) -> str:
        """The text of a sentence."""
        starts, ends, _ = self.parted
        return self.text[starts[index] : ends[index]]

    def paragraph_text(self, index: int) -> str:
        """The text of a paragraph."""
        start, end = self.paragraphs[index].span
        return self.text[start:end]

    @cached_property
    def paragraph_texts(self) -> tuple[str, ...]:
        """The texts of all paragraphs; until `let_go` the same strings: quick to look up."""
        text = self.text
        return tuple([text[start:end] for (start, end), *_ in self.paragraphs])

    def let_go(self) -> None:
        """Give back the texts of paragraphs, which only a search for equal ones wants all of."""
        self.__dict__.pop("paragraph_texts", None)

    def sentence_starts(self) -> list[int]:
        """For each paragraph the index of its first sentence, and at last the number of all."""
        return self.parted.firsts.copy()

    @cached_property
    def parted(self) -> Parted:
        """Where the sentences are, as lists of places; found now if nobody asked for them yet."""
        if "sentences" in self.__dict__:
            return Parted.of(self.sentences, len(self.paragraphs))
        return self._find_sentences(None, None)

    @cached_property
    def paragraph_of(self) -> list[int]:
        """For each sentence the index of its paragraph."""
        return self.parted.paragraphs()

    def sentence_ranges(self) -> tuple[Span, ...]:
        """For each paragraph the range of indices of its sentences."""
        firsts = self.parted.firsts
        return tuple(map(Span, firsts, firsts[1:]))

    def split_as(self, other: Document, progress: Progress | None) -> None:
        """Find the sentences, if nobody asked for them yet.

        Args:
            other: a text with many of the same paragraphs, mostly; the sentences of those are not
                looked for twice.
            progress: is told how much is done, 0 to 1; what it raises ends the work.
        """
        if not self._has_sentences:
            known = other if other._has_sentences and self.language == other.language else None
            self.__dict__["parted"] = self._find_sentences(known, progress)

    @property
    def _has_sentences(self) -> bool:
        """Whether the sentences were found, or given."""
        return "parted" in self.__dict__ or "sentences" in self.__dict__

    def _find_sentences(self, other: Document | None, progress: Progress | None) -> Parted:
        """Where the sentences are, by those of another text as far as its paragraphs are here."""
        here = Paragraphs(self.paragraphs, self.paragraph_texts)
        if other is None:
            return part(here, self.language, progress)
        there = Paragraphs(other.paragraphs, other.paragraph_texts)
        return part_as(other.parted, there, here, self.language, progress)


def normalise_line_ends(text: str) -> str:
    r"""The text with every kind of line end as `\n`.

    `\r\n` counts as one. Vertical tab and form feed stay: they are white space, not line ends.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # `translate` looks each character up: 70 times as long as this where letters are not ASCII.
    return text.replace("\u2028", "\n").replace("\u2029", "\n")


_TWO_SIGNS: Final = re.compile("\r\n")


def _empty_cells(paragraph: TextParagraph, text: str) -> str:
    """The white space before a row of a table that begins with empty cells."""
    if paragraph.style.kind is not StyleKind.TABLE_CELL:
        return ""
    before = text[: len(text) - len(text.lstrip())]
    return before if CELL_BREAK in before and "\n" not in before else ""


def _emphasis(paragraph: TextParagraph, text: str, place: Span) -> tuple[Emphasis, ...]:
    """The emphasis of a paragraph in code points of the whole text, clipped to the paragraph.

    Args:
        paragraph: as it was handed in.
        text: its text with line ends normalised, before white space was dropped at its ends.
        place: where it stands now.
    """
    shift = place.start - (len(text) - len(text.lstrip()))
    # Each of them became one character.
    joined = [match.start() for match in _TWO_SIGNS.finditer(paragraph.text)]

    def moved(at: int) -> int:
        at += shift - bisect_right(joined, at - len("\r\n"))
        return min(place.end, max(place.start, at))

    spans = ((Span(moved(e.span.start), moved(e.span.end)), e.kind) for e in paragraph.emphasis)
    return tuple(sorted(Emphasis(span, kind) for span, kind in spans if span.length > 0))

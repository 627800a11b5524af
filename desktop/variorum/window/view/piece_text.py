"""The letters of a piece of a paragraph, however they are set: words, spaces, cells.

Imports the engine's names. Positions are code points of the side's text.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from variorum.engine import CELL_BREAK, Span

if TYPE_CHECKING:
    from variorum.window.view.words import Words


class PieceText:
    """A stretch of a text."""

    def __init__(self, text: str, span: Span) -> None:
        """Keep both.

        Args:
            text: of the piece, as it is to be seen.
            span: of the piece, in its document; as long as `text`.
        """
        self.text = text
        self.span = span

    def text_of(self, span: Span) -> str:
        """The letters of a stretch in it."""
        begin = self.span.start
        return self.text[span.start - begin : span.end - begin]

    def is_space(self, span: Span) -> bool:
        """Whether a stretch is nothing but white space."""
        return self.text_of(span).isspace()

    def parts_cells(self, span: Span) -> bool:
        """Whether a stretch reaches from one cell of a row to the next."""
        return CELL_BREAK in self.text_of(span)

    def word_at(self, position: int) -> Span:
        """The word, or the run of spaces or signs, at a position; for a double click."""
        start, end = self._words.at(position - self.span.start)
        return Span(self.span.start + start, self.span.start + end)

    def _word_beside(self, position: int, *, forward: bool) -> int | None:
        word = self._words.beside(position - self.span.start, forward=forward)
        return None if word is None else self.span.start + word

    @cached_property
    def _words(self) -> Words:
        from variorum.window.view.words import Words  # noqa: PLC0415 - at the first double click

        return Words(self.text)

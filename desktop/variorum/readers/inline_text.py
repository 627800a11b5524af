"""The text of one paragraph while it is put together: white space, line breaks, emphasis.

Imports the engine's public names and the standard library. Positions are code points of the
paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from variorum.engine import Emphasis, EmphasisKind, Span, TextParagraph

_SPACES: Final = re.compile(r"[ \t\n\r\f]+")
"""White space that a browser shows as one space; no-break and ideographic spaces are none of it."""
_EMPTY_LINES: Final = re.compile(r"\n(?:[ \t\f]*\n)+")
_WIDE: Final = "\u3000-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60"
_BREAK_IN_WIDE: Final = re.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\n\r\f]*(?=[{_WIDE}])")
"""A line break of the source between ideographs or kana, where it stands for no space."""


class InlineText:
    """Takes pieces of text and marks of emphasis in the order in which they stand."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._ends_open = False
        """Whether the last character lets a space follow."""
        self._depths: dict[EmphasisKind, int] = {}
        self._starts: dict[EmphasisKind, int] = {}
        self._emphasis: list[Emphasis] = []

    @property
    def length(self) -> int:
        """How many code points there are so far."""
        return self._length

    def add(self, text: str) -> None:
        """Add text whose runs of white space count as one space."""
        if "\n" in text:
            text = _BREAK_IN_WIDE.sub("", text)
        text = _SPACES.sub(" ", text)
        if not self._ends_open and text.startswith(" "):
            text = text[1:]
        if text:
            self._append(text)
            self._ends_open = text[-1] != " "

    def add_as_it_is(self, text: str) -> None:
        """Add text whose white space and line ends count."""
        if text:
            self._append(text)
            self._ends_open = not text[-1].isspace()

    def break_line(self) -> None:
        """End a line within the paragraph."""
        if self._pieces and self._pieces[-1].endswith(" "):
            self._pieces[-1] = self._pieces[-1][:-1]
            self._length -= 1
        self._append("\n")
        self._ends_open = False

    @property
    def ends_line(self) -> bool:
        """Whether a line has just been ended."""
        return bool(self._pieces) and self._pieces[-1].endswith("\n")

    def since(self, start: int) -> str:
        """The text from a position on."""
        found: list[str] = []
        at = self._length
        for piece in reversed(self._pieces):
            if at <= start:
                break
            at -= len(piece)
            found.append(piece)
        return "".join(reversed(found))[max(0, start - at) :]

    def cut(self, start: int) -> None:
        """Take back all from a position on."""
        while self._pieces and self._length > start:
            piece = self._pieces.pop()
            self._length -= len(piece)
            if self._length < start:
                self._append(piece[: start - self._length])
        last = next((piece for piece in reversed(self._pieces) if piece), " ")
        self._ends_open = not last[-1].isspace()

    def close_up(self) -> None:
        """Take back the space at the end, if there is one."""
        if self._pieces and self._pieces[-1].endswith(" "):
            self.cut(self._length - 1)

    def begin(self, kind: EmphasisKind) -> None:
        """Emphasis begins here; nested ones of a kind are one."""
        depth = self._depths.get(kind, 0)
        if depth == 0:
            self._starts[kind] = self._length
        self._depths[kind] = depth + 1

    def end(self, kind: EmphasisKind) -> None:
        """Emphasis that was begun ends here."""
        self._depths[kind] -= 1
        if self._depths[kind] == 0:
            self._close(kind)

    def take(self) -> tuple[str, tuple[Emphasis, ...]]:
        """The text and its emphasis; what is open stays so in the text that follows."""
        text = "".join(self._pieces)
        open_kinds = [kind for kind, depth in self._depths.items() if depth]
        for kind in open_kinds:
            self._close(kind)
        emphasis = tuple(e for e in (_trimmed(text, e) for e in self._emphasis) if e is not None)
        self._pieces.clear()
        self._emphasis.clear()
        self._length = 0
        self._ends_open = False
        for kind in open_kinds:
            self._starts[kind] = 0
        return text, emphasis

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _close(self, kind: EmphasisKind) -> None:
        start = self._starts.pop(kind)
        if start < self._length:
            self._emphasis.append(Emphasis(Span(start, self._length), kind))


def stanzas(paragraph: TextParagraph) -> Iterator[TextParagraph]:
    """The parts of a preformatted paragraph between its empty lines."""
    start = 0
    for gap in _EMPTY_LINES.finditer(paragraph.text):
        yield _part(paragraph, start, gap.start())
        start = gap.end()
    yield _part(paragraph, start, len(paragraph.text))


def _part(paragraph: TextParagraph, start: int, end: int) -> TextParagraph:
    clipped = (
        Emphasis(Span(max(e.span.start, start) - start, min(e.span.end, end) - start), e.kind)
        for e in paragraph.emphasis
        if e.span.start < end and e.span.end > start
    )
    return TextParagraph(paragraph.text[start:end], paragraph.style, tuple(clipped))


def _trimmed(text: str, emphasis: Emphasis) -> Emphasis | None:
    """Without white space at its ends, and within a text from which some was taken back."""
    start, end = emphasis.span
    part = text[start:end]
    body = part.strip()
    if not body:
        return None
    start += len(part) - len(part.lstrip())
    return Emphasis(Span(start, start + len(body)), emphasis.kind)

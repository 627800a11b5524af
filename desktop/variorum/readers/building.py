"""Paragraphs put together from runs of text, the same for all formats that know emphasis.

Imports the engine's public names and the standard library. Positions are code points.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from variorum.engine import Cell, Emphasis, EmphasisKind, Span, Style, StyleKind, TextParagraph
from variorum.readers.content import LeftOut, LeftOutKind
from variorum.readers.table_columns import Tables
from variorum.readers.table_rows import with_rows_as_lines

Kinds = frozenset[EmphasisKind]
PLAIN: Final[Kinds] = frozenset()
"""No emphasis."""

_SPACES: Final = re.compile("[ \t\r\n]+")
_BORDER: Final = " \t\r\n\v\f"


class Runs:
    """The text of one paragraph as it grows, and its emphasis."""

    def __init__(self, *, continued: bool = False) -> None:
        """Nothing is in it yet.

        Args:
            continued: it goes on with what another paragraph began.
        """
        self._continued = continued
        self._pieces: list[str] = []
        self._length = 0
        self._open: dict[EmphasisKind, int] = {}
        self._emphasis: list[Emphasis] = []

    @classmethod
    def of(cls, paragraph: TextParagraph) -> Runs:
        """Those of a paragraph."""
        runs = cls()
        runs._pieces = [paragraph.text] if paragraph.text else []
        runs._length = len(paragraph.text)
        runs._emphasis = list(paragraph.emphasis)
        return runs

    def __bool__(self) -> bool:
        return self._length > 0

    @property
    def text(self) -> str:
        """All that was added so far."""
        return "".join(self._pieces)

    def add(self, text: str, kinds: Kinds = PLAIN) -> None:
        """Append text as it is.

        Args:
            text: any.
            kinds: how it is set off.
        """
        if not text:
            return
        if kinds != self._open.keys():
            self._turn(kinds)
        self._pieces.append(text)
        self._length += len(text)

    def add_collapsed(self, text: str, kinds: Kinds = PLAIN) -> None:
        """Append text in which a run of white space counts as one space, and none at the start."""
        text = _SPACES.sub(" ", text)
        before = self._pieces[-1][-1] if self._pieces else "x" if self._continued else " "
        if text.startswith(" ") and before in " \t\n":
            text = text[1:]
        self.add(text, kinds)

    def extend(self, other: Runs) -> None:
        """Append another paragraph's runs."""
        self._turn(PLAIN)
        paragraph = other.paragraph()
        shift = self._length
        self._emphasis += [
            Emphasis(Span(e.span.start + shift, e.span.end + shift), e.kind)
            for e in paragraph.emphasis
        ]
        if paragraph.text:
            self._pieces.append(paragraph.text)
            self._length += len(paragraph.text)

    def since(self, start: int) -> Runs:
        """The same without its beginning."""
        whole = self.paragraph()
        emphasis = tuple(
            Emphasis(Span(max(0, e.span.start - start), e.span.end - start), e.kind)
            for e in whole.emphasis
            if e.span.end > start
        )
        return Runs.of(TextParagraph(whole.text[start:], whole.style, emphasis))

    def without_general_emphasis(self) -> Runs:
        """The same without emphasis that covers all of it, which sets nothing off."""
        whole = self.paragraph()
        general = {e.kind for e in whole.emphasis if e.span == Span(0, len(whole.text))}
        self._emphasis = [e for e in whole.emphasis if e.kind not in general]
        return self

    def paragraph(self, style: Style | None = None) -> TextParagraph:
        """What has been put together."""
        self._turn(PLAIN)
        found = self._emphasis
        if style is not None and style.kind is StyleKind.VERSE:
            # Code in a preformatted passage says nothing more.
            found = [each for each in found if each.kind is not EmphasisKind.CODE]
        emphasis = tuple(sorted(_joined(found))) if found else ()
        return TextParagraph(self.text, style or Style(), emphasis)

    def _turn(self, kinds: Kinds) -> None:
        """Begin and end emphasis here."""
        for kind in [k for k in self._open if k not in kinds]:
            span = Span(self._open.pop(kind), self._length)
            self._emphasis.append(Emphasis(span, kind))
        for kind in kinds:
            self._open.setdefault(kind, self._length)


class Tally:
    """What of a file is no part of its text, counted."""

    def __init__(self) -> None:
        """Nothing was left out yet."""
        self._counts: Counter[LeftOutKind] = Counter()

    def add(self, kind: LeftOutKind, number: int = 1) -> None:
        """Take note of something."""
        self._counts[kind] += number

    def left_out(self) -> tuple[LeftOut, ...]:
        """All of it, in a fixed order."""
        return tuple(LeftOut(k, self._counts[k]) for k in LeftOutKind if self._counts[k] > 0)


class Flow:
    """The paragraphs of a file, or of a part of it, in reading order.

    What is anchored in a paragraph, a footnote or a text box, is put in as soon as the paragraph
    has ended: between its two halves it would tear a sentence.
    """

    def __init__(self) -> None:
        """Nothing is in it yet."""
        self._done: list[TextParagraph] = []
        self.tables = Tables()
        """Those whose cells paragraphs stand in."""
        self._cell: Cell | None = None
        self._carried: tuple[Runs, Style] | None = None
        self._anchored: list[TextParagraph] = []
        self._gaps: set[int] = set()
        """Before which paragraphs there is an empty one."""

    @property
    def in_cell(self) -> bool:
        """Whether what comes stands in a cell of a table."""
        return self._cell is not None

    def enter(self, cell: Cell | None) -> None:
        """Go on in a cell of a table, or outside of all.

        Args:
            cell: its number among those of its row; None outside of all.
        """
        if cell != self._cell:
            self.close()
            self._cell = cell

    @property
    def goes_on(self) -> bool:
        """Whether the next paragraph goes on with the last one."""
        return self._carried is not None

    def end(
        self,
        runs: Runs,
        style: Style,
        *,
        joined: bool = False,
        anchored: Iterable[TextParagraph] = (),
    ) -> None:
        """End a paragraph.

        Args:
            runs: its text.
            style: what it is.
            joined: it has no end of its own: the next paragraph goes on with it.
            anchored: what follows it.
        """
        self._anchored.extend(anchored)
        if self._carried is not None:
            first, first_style = self._carried
            style = style if runs else first_style
            first.extend(runs)
            runs, self._carried = first, None
        if joined:
            self._carried = runs, style
            return
        paragraph = runs.paragraph(style)
        if paragraph.text.strip(_BORDER):
            self._done.append(paragraph._replace(cell=self._cell))
        else:
            self._gaps.add(len(self._done))
        self._done += [each._replace(cell=self._cell) for each in self._anchored]
        self._anchored = []

    def close(self) -> None:
        """End what would go on with the next paragraph: there is none, in a table's cell say."""
        if self._carried is not None:
            self.end(Runs(), Style())

    def add(self, paragraphs: Iterable[TextParagraph]) -> None:
        """Append paragraphs that are complete."""
        self.close()
        self._done += paragraphs

    def paragraphs(self) -> tuple[TextParagraph, ...]:
        """All of them, lines of verse that follow each other as one, short rows of tables, too."""
        self.close()
        out: list[TextParagraph] = []
        lines: list[TextParagraph] = []
        for index, paragraph in enumerate(self._done):
            is_line = paragraph.style.kind is StyleKind.VERSE and "\n" not in paragraph.text
            if lines and (not is_line or index in self._gaps):
                out.append(_as_one(lines))
                lines = []
            (lines if is_line else out).append(paragraph)
        if lines:
            out.append(_as_one(lines))
        return with_rows_as_lines(map(self.tables.placed, out))


def _as_one(lines: Iterable[TextParagraph]) -> TextParagraph:
    """Lines that are paragraphs of their own, as one paragraph of lines."""
    whole = Runs()
    style = Style()
    for number, line in enumerate(lines):
        if number:
            whole.add("\n")
        whole.extend(Runs.of(line))
        style = line.style
    return whole.paragraph(style)


def _joined(emphasis: Iterable[Emphasis]) -> list[Emphasis]:
    """The same with stretches of one kind that touch made one."""
    out: list[Emphasis] = []
    for item in sorted(emphasis, key=lambda e: (e.kind, e.span)):
        if out and out[-1].kind is item.kind and out[-1].span.end >= item.span.start:
            end = max(out[-1].span.end, item.span.end)
            out[-1] = Emphasis(Span(out[-1].span.start, end), item.kind)
        elif item.span.length:
            out.append(item)
    return out


def named_style(names: Iterable[str]) -> Style | None:
    """What a paragraph is by the names of its style and of those that it is based on.

    Args:
        names: the nearest first, as people see them, in English as programs write the names of
            their own styles.

    Returns:
        None when no name says anything.
    """
    for name in names:
        found = _by_name(name.strip().lower().replace("_", " "))
        if found is not None:
            return found
    return None


def _by_name(name: str) -> Style | None:
    heading = _HEADING.fullmatch(name)
    if heading is not None:
        return Style(StyleKind.HEADING, int(heading[1]))
    kind = _NAMES.get(name)
    if kind is StyleKind.HEADING:
        return Style(kind, 2 if name == "subtitle" else 1)
    return Style(kind) if kind is not None else None


def is_style_of_contents(name: str) -> bool:
    """Whether a style is that of a list of places with their pages, made by the program.

    Args:
        name: of the style, as for `named_style`.
    """
    return _CONTENTS.fullmatch(name.strip().lower().replace("_", " ")) is not None


_CONTENTS: Final = re.compile(
    r"(?:toc|contents|(?:figure |illustration |object |table |user )?index)"
    r" (?:\d{1,2}|heading|separator)"
    r"|table of (?:figures|authorities)|toa heading"
)
"""What Word and LibreOffice call the styles of tables of contents, of figures, and of an index."""
_HEADING: Final = re.compile(r"heading (\d)")
_NAMES: Final = {
    "title": StyleKind.HEADING,
    "subtitle": StyleKind.HEADING,
    "quote": StyleKind.QUOTATION,
    "intense quote": StyleKind.QUOTATION,
    "block text": StyleKind.QUOTATION,
    "block quotation": StyleKind.QUOTATION,
    "quotations": StyleKind.QUOTATION,
    "caption": StyleKind.CAPTION,
    "image caption": StyleKind.CAPTION,
    "table caption": StyleKind.CAPTION,
    "illustration": StyleKind.CAPTION,
    "figure": StyleKind.CAPTION,
    "drawing": StyleKind.CAPTION,
    "verse": StyleKind.VERSE,
    "poem": StyleKind.VERSE,
    "poetry": StyleKind.VERSE,
    "preformatted text": StyleKind.VERSE,
    "html preformatted": StyleKind.VERSE,
    "source code": StyleKind.VERSE,
    "footnote text": StyleKind.FOOTNOTE,
    "endnote text": StyleKind.FOOTNOTE,
}
"""What the styles are called that Word, LibreOffice and pandoc bring along."""

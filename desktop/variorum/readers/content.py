"""What an adapter of a format hands over: frozen, and free of where the file lies.

Imports the engine's public names and the standard library. Positions are code points of the
paragraph that they belong to.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from variorum.engine import Document, TextParagraph, is_in_other_letters
from variorum.readers.errors import Unreadable
from variorum.readers.options import ReadOptions
from variorum.readers.watch import Watch

_SOME: Final = 500
"""So many paragraphs, spread over a text, show what letters it is in."""
_LINE_ENDS: Final = "\n\r\u2028\u2029"


class LeftOutKind(StrEnum):
    """What of a file is no part of its text."""

    PICTURES = "pictures"
    COMMENTS = "comments"
    DELETIONS = "deletions"
    """Recorded deletions that were accepted."""
    INSERTIONS = "insertions"
    """Recorded insertions that were rejected."""
    HEADERS = "headers"
    """Heads and feet of pages, page numbers among them."""
    NAVIGATION = "navigation"
    """Menus, tables of contents made by a program, lists of pages."""
    SCRIPTS = "scripts"
    """Scripts and styles."""
    FORMULAS = "formulas"
    OBJECTS = "objects"
    """Charts, spreadsheets, sounds and whatever else was put in."""
    HIDDEN = "hidden"
    """Passages that no reader sees."""
    METADATA = "metadata"
    """Facts about the text, such as front matter."""
    TIMES = "times"
    """Time codes and numbers of subtitles."""
    DAMAGED = "damaged"
    """Parts, such as pages, that could not be read."""


class LeftOut(NamedTuple):
    """Something that was left out, and how much of it."""

    kind: LeftOutKind
    number: int
    """How many of them, at least 1."""


MOST_LINES: Final = 1_500_000
"""A text may have so many lines or paragraphs: a document of them takes half a gigabyte. A file as
large as can be read has fewer if its lines have forty characters."""


def refuse_endless(count: int) -> None:
    """Refuse a text that has too many lines or paragraphs to be compared.

    Raises:
        Unreadable: it has.
    """
    if count > MOST_LINES:
        problem = f"it has more than {MOST_LINES:,} lines, more than can be compared"
        raise Unreadable(problem, "Split it into parts and compare these one by one.")


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file.

    Either `paragraphs`, of formats that know them, or `text`, in which they are yet to be found.
    """

    paragraphs: tuple[TextParagraph, ...] = ()
    text: str | None = None
    """Plain text, whose paragraphs the engine finds; None: see `paragraphs`."""
    encoding: str = ""
    """As Python names it; empty for formats whose encoding is nobody's concern."""
    language: str | None = None
    """The ISO 639-1 code that the file itself names, if it does."""
    left_out: tuple[LeftOut, ...] = ()
    """What is no part of the text, each kind once."""
    remark: str = ""
    """What a person should know of how it was read, a sentence; empty when nothing is in doubt."""

    def document(
        self,
        name: str,
        options: ReadOptions,
        watch: Watch | None = None,
        *,
        formatted: bool = True,
    ) -> Document:
        """The text with its paragraphs; its sentences are found when they are asked for.

        Args:
            name: what to call it on screen.
            options: the layout and the language that were asked for.
            watch: is told how far it is, and asked whether to stop.
            formatted: whether the format says what is emphasised and what a paragraph is.

        Raises:
            Unreadable: it has too many lines.
            Cancelled: the watch said so.
        """
        language = options.language or self._language()
        tell = watch.at if watch is not None else None
        if self.text is not None:
            twice = self.text.count("\r\n") if "\r" in self.text else 0
            refuse_endless(sum(map(self.text.count, _LINE_ENDS)) - twice)
            return Document.from_text(self.text, name, language, options.layout, progress=tell)
        return Document.from_paragraphs(
            self.paragraphs, name, language, formatted=formatted, progress=tell
        )

    def _language(self) -> str | None:
        """What the file says, unless it is in other letters: programs call any text English."""
        said = self.language
        if said is None:
            return None
        some = self.paragraphs[:: 1 + len(self.paragraphs) // _SOME]
        text = self.text or "\n".join([paragraph.text for paragraph in some])
        return None if is_in_other_letters(text, said) else said

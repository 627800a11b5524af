"""What a reader hands over: the document, and the facts about where it came from.

Imports the engine's public names and the standard library. Sizes count bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from variorum.engine import Document, Layout
from variorum.readers.content import LeftOut
from variorum.readers.errors import ReadError, printable
from variorum.readers.kinds import Kind
from variorum.readers.options import ReadOptions

__all__ = ["PLAIN_TEXT", "ReadError", "Source", "printable"]

PLAIN_TEXT = Kind.TEXT
"""The format of plain text."""


@dataclass(frozen=True, slots=True)
class Source:
    """One text and what is known of it."""

    document: Document
    name: str
    """The file's name without its folder, fit for the screen; or what to call it instead."""
    path: Path | None
    """None for standard input, the clipboard and the like."""
    encoding: str
    """As Python names it, such as `windows-1252`; `utf-8-sig`, `utf-16` and `utf-32` have a byte
    order mark; empty where the format leaves no choice."""
    size: int
    """In bytes, as it was read."""
    sha256: str
    """The hash of its bytes, in hexadecimal digits."""
    modified: datetime | None
    """When the file was last changed, with its time zone; None when nobody knows."""
    format: Kind
    """What the file is."""
    left_out: tuple[LeftOut, ...] = ()
    """What is no part of the text, each kind once."""
    remark: str = ""
    """What a person should know of how it was read, a sentence: that the encoding is a guess, say;
    empty when nothing is in doubt."""
    options: ReadOptions = field(default_factory=ReadOptions)
    """How it was read, so that it can be read again, or a little otherwise."""

    @classmethod
    def from_text(
        cls,
        text: str,
        name: str,
        *,
        language: str | None = None,
        layout: Layout | str = Layout.AUTO,
    ) -> Source:
        """A text that never was a file, from the clipboard for example.

        Raises:
            ValueError: `layout` is no layout.
        """
        data = text.encode("utf-8", "surrogatepass")
        return cls(
            document=Document.from_text(text, name, language, layout),
            name=name,
            path=None,
            encoding="utf-8",
            size=len(data),
            sha256=sha256(data).hexdigest(),
            modified=None,
            format=PLAIN_TEXT,
            options=ReadOptions(language=language, layout=Layout(layout)),
        )

"""What a reader hands over: the document, and the facts about where it came from.

Imports the engine's public names and the standard library. Sizes count bytes.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from variorum.engine import Document, Layout

PLAIN_TEXT = "text"
"""The format of plain text; formats are named by the usual end of their files' names."""


@dataclass(frozen=True, slots=True)
class Source:
    """One text and what is known of it."""

    document: Document
    name: str
    """The file's name without its folder, fit for the screen; or what to call it instead."""
    path: Path | None
    """None for standard input, the clipboard and the like."""
    encoding: str
    """As Python names it: `utf-8`, or `utf-8-sig` with a byte order mark."""
    size: int
    """In bytes, as it was read."""
    sha256: str
    """The hash of its bytes, in hexadecimal digits."""
    modified: datetime | None
    """When the file was last changed, with its time zone; None when nobody knows."""
    format: str
    """`text`."""

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
        )


class ReadError(Exception):
    """A file that cannot be read; its message is one sentence that names the file."""

    def __init__(self, path: str, problem: str, advice: str) -> None:
        """Say what is wrong.

        Args:
            path: the file as the user named it.
            problem: what is wrong, to follow "Cannot read FILE: ", without a full stop.
            advice: what to do about it, a sentence of its own.
        """
        self.path = path
        self.problem = problem
        self.advice = advice
        super().__init__(f"Cannot read {printable(path)}: {problem}.")


def printable(name: str) -> str:
    """A name on one line: signs that break it, turn it round or cannot be encoded are escaped."""
    if name.isprintable():
        return name
    return "".join(c if _is_harmless(c) else ascii(c)[1:-1] for c in name)


def _is_harmless(character: str) -> bool:
    # Spaces of all widths, and the joiners without which some scripts and emoji come apart.
    if character.isprintable() or character in "\u200c\u200d":
        return True
    return unicodedata.category(character) == "Zs"

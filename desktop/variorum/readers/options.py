"""What a person may decide about how a file is read.

Imports the engine's public names and the standard library.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from variorum.engine import Layout
from variorum.readers.kinds import Kind


class TrackedChanges(StrEnum):
    """What becomes of changes that a word processor recorded."""

    ACCEPTED = "accepted"
    """What was inserted is text, what was deleted is not; moved text stands at its new place."""
    REJECTED = "rejected"
    """The text as it was before: without what was inserted, with what was deleted."""

    @classmethod
    def _missing_(cls, value: object) -> TrackedChanges | None:
        return cls.REJECTED if value == "original" else None


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file; what a format knows nothing of, it ignores."""

    format: Kind | None = None
    """Take the file for this; None: find out by its content, then by its name."""
    encoding: str | None = None
    """As Python names it, for formats made of characters; None: find out."""
    layout: Layout = Layout.AUTO
    """How paragraphs of plain text are told apart, or `auto` to find out."""
    language: str | None = None
    """ISO 639-1 code; None: what the file says, or else a guess."""
    tracked_changes: TrackedChanges = TrackedChanges.ACCEPTED
    """What becomes of changes that a word processor recorded."""
    password: str | None = field(default=None, repr=False)
    """Of an encrypted file; None: there is none, or nobody was asked yet."""

    def __post_init__(self) -> None:
        """Accept the names of layouts and the like for themselves.

        Raises:
            ValueError: there is no such layout, encoding, format or way with tracked changes.
        """
        object.__setattr__(self, "layout", Layout(self.layout))
        object.__setattr__(self, "tracked_changes", TrackedChanges(self.tracked_changes))
        if self.format is not None:
            object.__setattr__(self, "format", Kind(self.format))
        if self.encoding is not None and not _is_encoding(self.encoding):
            message = f"there is no encoding {self.encoding!r}"
            raise ValueError(message)


def _is_encoding(name: str) -> bool:
    try:
        # Codecs such as base64 are registered, too, but turn bytes into bytes: that is refused, if
        # there are any bytes. As many as the widest characters have.
        b"    ".decode(name, "replace")
    except (LookupError, ValueError):
        return False
    return True

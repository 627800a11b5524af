"""What a report may say about the two files.

Imports the standard library only. Where a file lies is no part of it: a report leaves the desk.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class SourceFacts(Protocol):
    """The facts about one text; the sources that readers hand over have them."""

    @property
    def name(self) -> str:
        """The file's name without its folder, or what to call the text instead."""

    @property
    def size(self) -> int:
        """In bytes."""

    @property
    def modified(self) -> datetime | None:
        """When it was last changed, with its time zone; None when nobody knows."""

    @property
    def encoding(self) -> str:
        """As Python names it; empty where the format leaves no choice."""

    @property
    def format(self) -> str:
        """What the file is, by the usual end of its name; `text` for plain text."""

    @property
    def sha256(self) -> str:
        """The hash of its bytes, in hexadecimal digits."""

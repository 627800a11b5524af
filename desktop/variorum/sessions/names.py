"""Whether a file is a session, by its name and beginning.

Imports the standard library only: the window asks before anything of sessions is wanted.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

SUFFIX: Final = ".variorum"
"""The end of the name of a session's file."""

PAGE_SUFFIXES: Final = (".html", ".htm")
"""The ends of the names of pages."""

_HEAD: Final = 4096
"""How much of a page is looked at for the name of the program that made it, in bytes."""
_GENERATOR: Final = b'<meta name="generator" content="Variorum '


def holds_session(path: Path) -> bool:
    """Whether a file is a session, or a page that Variorum saved, by its name and beginning."""
    suffix = path.suffix.lower()
    if suffix == SUFFIX:
        return True
    if suffix not in PAGE_SUFFIXES:
        return False
    try:
        # Asked first: to open a pipe is to wait until somebody writes to it.
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _GENERATOR in file.read(_HEAD)
    except (OSError, ValueError):
        return False

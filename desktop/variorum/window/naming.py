"""Names amid the window's own words: short enough, and the way that one is written ends with it.

Imports the page's direction of texts.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Final

from variorum.reports.page.direction import has_right_to_left

LONGEST: Final = 60
"""So many characters of a name are shown in a sentence: a name is not broken, and no screen has
room for a box or a line with the longest that systems allow."""

LONGEST_PATH: Final = 100
"""So many characters of a file with its folders are shown in a menu."""

_OWN: Final = "\u2068"
"""What follows runs the way of its own first letter, and nothing around it does, ..."""
_END: Final = "\u2069"
"""... until here."""


def isolated(name: str) -> str:
    """A name for the middle of a sentence or title: without this an Arabic one turns them round.

    Of any other name nothing is changed: not every desktop knows signs without a picture.
    """
    return f"{_OWN}{name}{_END}" if has_right_to_left(name) else name


def short(name: str, longest: int = LONGEST) -> str:
    """A name that is not too long for a sentence: its beginning and its end, where its kind is."""
    half = longest // 2
    return name if len(name) <= longest else f"{name[: half - 1]}…{name[-half:]}"


def short_path(path: str) -> str:
    """A file with its folders, each with a short name."""
    return str(Path(*map(short, Path(path).parts))) if path else ""


def end_of_path(path: str) -> str:
    """What tells a file from others, for a menu: a `short_path`, or the end of it."""
    whole = short_path(path)
    return whole if len(whole) <= LONGEST_PATH else f"…{whole[-LONGEST_PATH:]}"


def as_tool_tip(words: str, *, wrapped: bool = True) -> str:
    """Words of others for a tool tip: as markup, in which nothing is markup.

    Whatever looks like it would be taken for it by Qt, and may load an image.

    Args:
        words: whatever somebody wrote, or called a file.
        wrapped: break lines that are long.
    """
    if not words:
        return ""
    space = "pre-wrap" if wrapped else "pre"
    lines = escape(words).replace("\n", "<br>")
    return f"<p style='white-space: {space}'>{lines}</p>"


def named(name: str, longest: int = LONGEST) -> str:
    """A name for the middle of a sentence: `short` and `isolated`."""
    return isolated(short(name, longest))

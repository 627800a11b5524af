"""Bands gathered into stretches, which a browser leaves out while they are not on the screen.

Imports the standard library. Heights are lines of text. A stretch is `<div class=z>` and the
number of its likely height in `HEIGHTS`: so a browser that leaves most of a long text out still
knows how long the page is, and looks after some hundred things instead of some ten thousand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from variorum.reports.page.later import runs

FULL: Final = 256
"""Lines of a stretch: some screens full. Fewer are more things to look after, more take longer to
be set when they come into sight."""

HEIGHTS: Final = (
    *(5, 10, 20, 40, 70, 100, 130, 160, 190, 220, 240, 260),
    *(350, 500, 750, 1000, 2000, 4000, 8000, 16_000, 32_000),
)
"""Lines, for the classes `z1` and so on; the style sheet has the same."""


class Piece(NamedTuple):
    """Some bands that stay together, or a border between stretches."""

    html: str
    lines: int
    """Its likely height; 0: it stands between stretches."""
    changes: Sequence[int] = ()
    """The numbers of those in it, in a page of which most is taken in later, see `later.py`."""


def gathered(pieces: Iterable[Piece]) -> Iterator[str]:
    """All pieces, in stretches."""
    held: list[Piece] = []
    lines = 0
    for piece in pieces:
        if held and (not piece.lines or lines + piece.lines > FULL):
            yield _stretch(held, lines)
            held, lines = [], 0
        if piece.lines:
            held.append(piece)
            lines += piece.lines
        else:
            yield piece.html
    if held:
        yield _stretch(held, lines)


def _stretch(held: list[Piece], lines: int) -> str:
    """A stretch; the empty line behind it stands nowhere else, so that a script finds its end."""
    height = min(bisect_left(HEIGHTS, lines), len(HEIGHTS) - 1) + 1
    numbers = runs(number for piece in held for number in piece.changes)
    told = f' data-of="{numbers}"' if numbers else ""
    return f"<div class=z{height}{told}>\n{''.join(piece.html for piece in held)}</div>\n\n"

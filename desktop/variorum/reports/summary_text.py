"""A comparison -> its figures as plain text, for a terminal.

Imports the engine's public names and the standard library. Widths count the columns of a terminal.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from variorum.engine import Change, Comparison, Share, Side
from variorum.reports import phrases

_PAGE: Final = 72
_LABEL: Final = 14
_NUMBER: Final = 10
_SHARE: Final = 6
_NAME: Final = 2 * (_NUMBER + _SHARE)
"""The most columns of a file's name in a head."""


def summary_text(comparison: Comparison, changes: Sequence[Change], left: str, right: str) -> str:
    """The figures in aligned columns, and the result in words; ends with a line break.

    Args:
        comparison: complete or not.
        changes: all of its changes.
        left: what to call the left text.
        right: what to call the right text.
    """
    return "".join(f"{row.rstrip()}\n" for row in _rows(comparison, changes, left, right))


def _rows(
    comparison: Comparison, changes: Sequence[Change], left: str, right: str
) -> Iterator[str]:
    summary = comparison.summary
    yield from wrap(phrases.headline(comparison, changes), _PAGE)
    yield ""
    yield f"left   {_shown(left)}"
    yield f"right  {_shown(right)}"
    yield ""
    yield f"{'':{_LABEL}}{'left':>{_NUMBER}}{'':{_SHARE}}{'right':>{_NUMBER}}"
    yield _totals("words", summary.left.words, summary.right.words)
    yield from _parts(summary.left.words, summary.right.words)
    yield _totals("sentences", summary.left.sentences, summary.right.sentences)
    yield _totals("paragraphs", summary.left.paragraphs, summary.right.paragraphs)
    yield ""
    yield phrases.tally(changes).capitalize()
    found = phrases.regroupings(comparison)
    if found:
        yield phrases.enumeration(found).capitalize()
    if comparison.limits:
        yield from wrap(f"Cut short, to bound the work: {'; '.join(comparison.limits)}", _PAGE)


def _totals(label: str, left: Share, right: Share) -> str:
    return f"{label:{_LABEL}}{left.total:>{_NUMBER},}{'':{_SHARE}}{right.total:>{_NUMBER},}"


def _parts(left: Share, right: Share) -> Iterator[str]:
    parts = {Side.LEFT: phrases.parts_of(left, Side.LEFT)}
    parts[Side.RIGHT] = phrases.parts_of(right, Side.RIGHT)
    shares = {Side.LEFT: phrases.shares(left, Side.LEFT)}
    shares[Side.RIGHT] = phrases.shares(right, Side.RIGHT)
    for kind in phrases.KINDS:
        if any(kind in parts[side] for side in Side):
            cells = "".join(_cell(parts[s].get(kind), shares[s].get(kind, "")) for s in Side)
            yield f"  {kind:{_LABEL - 2}}{cells}"


def _cell(number: int | None, share: str) -> str:
    if number is None:
        return f"{'–':>{_NUMBER}}{'':{_SHARE}}"
    return f"{number:>{_NUMBER},}{share if number else '':>{_SHARE}}"


def _shown(name: str) -> str:
    """A name on one line, its middle left out when it is long."""
    plain = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in name)
    if _width(plain) <= _NAME:
        return plain
    head, tail = _fitting(plain, _NAME // 2), _fitting(plain[::-1], _NAME // 2 - 1)[::-1]
    return f"{head}…{tail}"


def _fitting(text: str, width: int) -> str:
    """As much of the beginning as fits."""
    used = 0
    for at, character in enumerate(text):
        used += _width(character)
        if used > width:
            return text[:at]
    return text


def _width(text: str) -> int:
    """How many columns a terminal takes for it."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)

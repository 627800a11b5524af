"""A few words that show what a change is about.

Imports the engine's names and the view model; no Qt. Positions are code points of a side's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from variorum.engine import Change, ChangeKind, Edit, EditKind, Side, Span
from variorum.reports.marks import Marks

LENGTH: Final = 160
"""In characters: what two or three short rows of a list can hold."""

LEAD: Final = 24
"""How many characters of unchanged text may stand before the first changed word."""

KEPT: Final = 40
"""How many characters of unchanged text between changed words are shown before they are cut."""

ELLIPSIS: Final = "…"


class PieceKind(StrEnum):
    """How a piece of an excerpt is drawn."""

    KEPT = "kept"
    LEFT = "left"
    """Words of the left text that are gone."""
    RIGHT = "right"
    """Words of the right text that came."""


class Piece(NamedTuple):
    """A stretch of an excerpt."""

    kind: PieceKind
    text: str


def excerpt(marks: Marks, change: Change) -> tuple[Piece, ...]:
    """The beginning of a change, or its first changed words with a little around them."""
    edits = _edits(marks, change)
    if any(edit.kind is not EditKind.EQUAL for edit in edits):
        return _bounded(_drawn(marks, edits))
    side = Side.RIGHT if change.kind is ChangeKind.NEW else Side.LEFT
    span = change.span(side)
    assert span is not None, "a change without words of its own has a side"
    text = _flat(marks, side, Span(span.start, min(span.end, span.start + 2 * LENGTH)))
    return _bounded([Piece(PieceKind.KEPT, text)])


def _edits(marks: Marks, change: Change) -> Sequence[Edit]:
    comparison = marks.comparison
    if change.move is not None:
        return [e for pair in comparison.moves[change.move - 1].pairs for e in pair.edits]
    if change.kind in (ChangeKind.EDITED, ChangeKind.REWORDED):
        return comparison.rows[change.left_rows[0]].edits
    return ()


def _drawn(marks: Marks, edits: Sequence[Edit]) -> Iterator[Piece]:
    """The edits as pieces, with the unchanged text between them shortened."""
    for number, edit in enumerate(edits):
        if edit.kind is EditKind.EQUAL:
            text = _flat(marks, Side.RIGHT, edit.right)
            yield Piece(PieceKind.KEPT, _shortened(text, at_start=number == 0))
            continue
        left = _flat(marks, Side.LEFT, edit.left)
        right = _flat(marks, Side.RIGHT, edit.right)
        if left.strip():
            yield Piece(PieceKind.LEFT, left)
        if left.strip() and right.strip() and not left[-1].isspace():
            yield Piece(PieceKind.KEPT, " ")
        if right.strip():
            yield Piece(PieceKind.RIGHT, right)


def _shortened(text: str, *, at_start: bool) -> str:
    if at_start:
        return text if len(text) <= LEAD else ELLIPSIS + _tail(text, LEAD)
    if len(text) <= KEPT:
        return text
    half = KEPT // 2
    return text[:half].rsplit(" ", 1)[0] + f" {ELLIPSIS} " + _tail(text, half)


def _tail(text: str, length: int) -> str:
    """The last whole words of a text."""
    end = text[-length:]
    return end.split(" ", 1)[1] if " " in end.rstrip() else end


def _bounded(pieces: Iterator[Piece] | list[Piece]) -> tuple[Piece, ...]:
    out: list[Piece] = []
    room = LENGTH
    for piece in pieces:
        if len(piece.text) > room:
            out.append(Piece(piece.kind, piece.text[:room] + ELLIPSIS))
            break
        out.append(piece)
        room -= len(piece.text)
    return tuple(out)


def _flat(marks: Marks, side: Side, span: Span) -> str:
    """A stretch of a text as one row of words: each white space is a space."""
    text = marks.comparison.document(side).text
    return "".join(" " if c.isspace() else c for c in text[span.start : span.end])

"""A few words that show what a change is about.

Imports the engine's names and the view model; no Qt. Positions are code points of a side's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from variorum.engine import CELL_BREAK, Change, ChangeKind, Edit, EditKind, MovePair, Side, Span
from variorum.reports.cutting import head_of, tail_of
from variorum.reports.marks import Marks

LENGTH: Final = 160
"""In characters: what two or three short rows of the window's list can hold."""

LEAD: Final = 24
"""How many characters of unchanged text may stand before the first changed word."""

KEPT: Final = 40
"""How many characters of unchanged text between changed words are shown before they are cut."""

ELLIPSIS: Final = "…"

_SPACE: Final = re.compile(r"\s+")

_CLOSING: Final = re.compile(r"""$|\s|[.,;:!?)\]}'"’”»…、。，；：！？）」』】》]""")
"""Nothing, a space, or a sign that stands close to what is before it."""


class PieceKind(StrEnum):
    """How a piece of an excerpt is drawn."""

    KEPT = "kept"
    LEFT = "left"
    """Words of the left text that are gone."""
    RIGHT = "right"
    """Words of the right text that came."""
    FORMATTED = "formatted"
    """Words of both texts that look otherwise."""


class Piece(NamedTuple):
    """A stretch of an excerpt."""

    kind: PieceKind
    text: str
    moved: bool = False
    """Whether these words stand elsewhere in the sentence on the other side."""


class _Drawn(NamedTuple):
    """Changed words that are one to the eye, or unchanged ones."""

    kind: EditKind
    left: str
    right: str
    moved: bool
    parts_cells: bool
    """Whether it reaches from one cell of a table to the next."""


def excerpt(marks: Marks, change: Change, length: int = LENGTH) -> tuple[Piece, ...]:
    """The beginning of a change, or its first changed words with a little around them.

    Args:
        marks: of the comparison.
        change: one of its changes.
        length: the most characters.
    """
    edits = _edits(marks, change)
    if any(edit.kind is not EditKind.EQUAL for edit in edits):
        return _bounded(_drawn(marks, edits), length)
    if change.kind is ChangeKind.FORMATTED:
        return _bounded(_formatted(marks, change), length)
    side = Side.RIGHT if change.kind is ChangeKind.NEW else Side.LEFT
    span = change.span(side)
    assert span is not None, "a change without words of its own has a side"
    text = _flat(marks, side, Span(span.start, min(span.end, span.start + 2 * length)))
    return _bounded([Piece(PieceKind.KEPT, text)], length)


def _edits(marks: Marks, change: Change) -> Sequence[Edit]:
    comparison = marks.comparison
    if change.move is not None:
        pairs = comparison.moves[change.move - 1].pairs
        return [edit for pair in pairs for edit in (*pair.edits, *_space_behind(marks, pair))]
    if change.kind in (ChangeKind.EDITED, ChangeKind.REWORDED):
        return comparison.rows[change.left_rows[0]].edits
    return ()


def _formatted(marks: Marks, change: Change) -> Iterator[Piece]:
    """The right text of a change of formatting, its words that look otherwise marked."""
    assert change.right is not None, "it has both sides"
    at, end = change.right
    for found in marks.formats_of_change(change):
        start, stop = found.right
        if start < at:  # inside of a paragraph of another style
            continue
        if start > at:
            text = _flat(marks, Side.RIGHT, Span(at, start))
            yield Piece(PieceKind.KEPT, _shortened(text, at_start=at == change.right.start))
        yield Piece(PieceKind.FORMATTED, _flat(marks, Side.RIGHT, Span(start, stop)))
        at = stop
    if at < end:
        yield Piece(
            PieceKind.KEPT, _shortened(_flat(marks, Side.RIGHT, Span(at, end)), at_start=False)
        )


def _space_behind(marks: Marks, pair: MovePair) -> Iterator[Edit]:
    """The white space behind a sentence that moved: no edit of its own covers it."""
    last = pair.edits[-1]
    ends = (
        (marks.comparison.left.text, last.left.end),
        (marks.comparison.right.text, last.right.end),
    )
    left, right = (Span(end, end + text[end : end + 1].isspace()) for text, end in ends)
    if right.length:
        yield Edit(EditKind.EQUAL, left, right)


def _drawn(marks: Marks, edits: Sequence[Edit]) -> Iterator[Piece]:
    """The edits as pieces, with the unchanged text between them shortened."""
    before = Piece(PieceKind.KEPT, " ")
    for number, one in enumerate(_joined(marks, edits)):
        if one.kind is EditKind.EQUAL:
            before = Piece(PieceKind.KEPT, _shortened(one.right, at_start=number == 0))
            yield before
            continue
        for kind, text in ((PieceKind.LEFT, one.left), (PieceKind.RIGHT, one.right)):
            if before.kind is not PieceKind.KEPT and not _CLOSING.match(text):
                # The words of one side stand apart from the other's.
                yield Piece(PieceKind.KEPT, " ")
            for before in _changed(kind, text, moved=one.moved):
                yield before


def _joined(marks: Marks, edits: Sequence[Edit]) -> list[_Drawn]:
    """The edits with their texts; changed words with nothing or spaces between them are one.

    Those of two cells of a table are two.
    """
    text = marks.comparison.right.text
    out: list[_Drawn] = []
    for edit in edits:
        left, right = _flat(marks, Side.LEFT, edit.left), _flat(marks, Side.RIGHT, edit.right)
        parts_cells = CELL_BREAK in text[slice(*edit.right)]
        out.append(_Drawn(edit.kind, left, right, edit.move is not None, parts_cells))
        if (run := _run_at_end(out)) > 1:
            lefts = "".join(one.left for one in out[-run:])
            rights = "".join(one.right for one in out[-run:])
            out[-run:] = [_Drawn(EditKind.REPLACE, lefts, rights, out[-1].moved, parts_cells=False)]
    return out


def _run_at_end(edits: list[_Drawn]) -> int:
    """How many edits at the end are one to the eye: two, three with a space between, else one."""
    last = edits[-3:]
    changed = [one.kind is not EditKind.EQUAL for one in last]
    if changed[-2:] == [True, True] and last[-2].moved == last[-1].moved:
        return 2
    if changed != [True, False, True] or last[1].left.strip() or last[1].parts_cells:
        return 1
    return 3 if last[0].moved == last[2].moved else 1


def _changed(kind: PieceKind, text: str, *, moved: bool) -> Iterator[Piece]:
    """Changed words, without the marks of a change on the spaces around them."""
    words = text.strip()
    if not words:
        return
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if before:
        yield Piece(PieceKind.KEPT, before)
    yield Piece(kind, words, moved)
    if after:
        yield Piece(PieceKind.KEPT, after)


def _shortened(text: str, *, at_start: bool) -> str:
    if at_start:
        return text if len(text) <= LEAD else ELLIPSIS + tail_of(text, LEAD)
    if len(text) <= KEPT:
        return text
    half = KEPT // 2
    return f"{head_of(text, half)} {ELLIPSIS} {tail_of(text, half)}"


def _bounded(pieces: Iterable[Piece], length: int) -> tuple[Piece, ...]:
    out: list[Piece] = []
    room = length
    for piece in pieces:
        if len(piece.text) > room:
            if words := head_of(piece.text, room):
                out.append(piece._replace(text=words))
            out.append(Piece(PieceKind.KEPT, ELLIPSIS))
            break
        out.append(piece)
        room -= len(piece.text)
    return tuple(out)


def _flat(marks: Marks, side: Side, span: Span) -> str:
    """A stretch of a text as one row of words: white space of any kind and length is a space."""
    text = marks.comparison.document(side).text
    return _SPACE.sub(" ", text[span.start : span.end])

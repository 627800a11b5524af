"""Paints what a reviewer said: a sign beside what was judged, a broken line under what was noted.

Imports Qt's painter and the scene; changes nothing. Coordinates are those of the pane, positions
are code points of a side's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from variorum.engine import Side, Span
from variorum.window.view.columns import Columns
from variorum.window.view.notes import NoteSign
from variorum.window.view.scene import Scene, Shown

FROM_TEXT: Final = 20
"""From the text to the middle of a sign: between the brackets and the bars of the inner margin."""
CORNER: Final = 3.0


class NotePainter:
    """Paints what was said beside and under one piece after the other."""

    def __init__(self, painter: QPainter, scene: Scene, columns: Columns) -> None:
        self._p = painter
        self._scene = scene
        self._notes = scene.notes
        self._columns = columns
        self._side = columns.side

    def paint(self, shown: Shown, taken: set[int]) -> None:
        """Paint what belongs to a piece.

        Args:
            shown: the piece.
            taken: the tops of lines, from that of the piece, that have another sign; grows.
        """
        if not self._notes.changes and not self._notes.passages:
            return
        paragraph = shown.set_piece.piece.paragraph
        for span, sign in self._notes.passages.get((self._side, paragraph), ()):
            self._passage(shown, span, sign)
        for note in placed_notes(self._scene, self._side, shown, taken):
            self._sign(shown.top + note.top, note.sign, below=note.below)

    def _passage(self, shown: Shown, span: Span, sign: NoteSign) -> None:
        """The line under the words of a passage."""
        piece, laid = shown.set_piece.piece, shown.set_piece.laid
        within = Span(max(span.start, piece.span.start), min(span.end, piece.span.end))
        if within.length <= 0:
            return
        pen = QPen(QColor(sign.ink), 1.6)
        pen.setDashPattern([3.0, 2.0])
        self._p.setPen(pen)
        height = laid.look.line_height
        for box in laid.boxes(within):
            y = shown.top + (box.line + 1) * height - 1.5
            left = self._columns.left + box.left
            self._p.drawLine(QPointF(left, y), QPointF(self._columns.left + box.right, y))

    def _sign(self, top: float, sign: NoteSign, *, below: bool) -> None:
        font = QFont(self._scene.typography.small)
        font.setBold(True)
        metrics = QFontMetrics(font)
        size = max(metrics.height(), metrics.horizontalAdvance(sign.sign) + 4)
        box = QRectF(0, 0, size, size)
        line = self._scene.typography.line_height
        if below:
            away, lower = self._scene.typography.margin / 2, out_of_the_way(line, box.height())
            box.moveCenter(sign_centre(self._columns, top + line / 2 + lower, away))
        else:
            box.moveCenter(sign_centre(self._columns, top + line / 2))
        ink, paper = QColor(sign.ink), QColor(self._scene.theme.paper)
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if sign.filled:
            self._p.setPen(Qt.PenStyle.NoPen)
            self._p.setBrush(ink)
            self._p.drawRoundedRect(box, CORNER, CORNER)
        self._p.setFont(font)
        self._p.setPen(paper if sign.filled else ink)
        self._p.drawText(box, Qt.AlignmentFlag.AlignCenter, sign.sign)


class PlacedNote(NamedTuple):
    """A sign beside a line."""

    top: int
    """Of the line, from the top of its piece."""
    sign: NoteSign
    passage: Span | None
    """What the note is on; None: it is on a change."""
    below: bool = False
    """It shares its line with the number of the move that it is about, and stands lower."""


def placed_notes(scene: Scene, side: Side, shown: Shown, taken: set[int]) -> Iterator[PlacedNote]:
    """The signs of what was said of changes and passages that begin in a piece.

    Each has a line of its own, the next free one; those of changes stand before those of passages.
    Only a move has its number and its sign beside one line, lest the sign seem to be on the next.

    Args:
        scene: what is shown.
        side: of the piece.
        shown: the piece.
        taken: the tops of lines, from that of the piece, that have another sign; grows.
    """
    piece, laid = shown.set_piece.piece, shown.set_piece.laid
    found: list[tuple[int, NoteSign, Span | None, int | None]] = [
        (laid.line_of(span.start), sign, None, number)
        for number, span, sign in _noted_changes(scene, side, shown)
    ]
    for span, sign in scene.notes.passages.get((side, piece.paragraph), ()):
        if piece.span.start <= span.start < piece.span.end:
            found.append((laid.line_of(span.start), sign, span, None))
    height = laid.look.line_height
    moves = {label.change: round(label.top) for label in scene.drawing(side, shown).moves[::-1]}
    for line, sign, passage, number in sorted(found, key=itemgetter(0)):
        if number is not None and moves.get(number) == line * height:
            yield PlacedNote(line * height, sign, passage, below=True)
            continue
        top = free_line(line, height, taken)
        if top < laid.height or top == line * height:
            yield PlacedNote(top, sign, passage)


def _noted_changes(scene: Scene, side: Side, shown: Shown) -> Iterator[tuple[int, Span, NoteSign]]:
    """The changes that begin in a piece and of which something was said."""
    if not scene.notes.changes:
        return
    piece = shown.set_piece.piece
    seen: set[int] = set()
    for mark in scene.paragraph(side, piece.paragraph).sentences:
        number = mark.change
        if number is None or number in seen:
            continue
        seen.add(number)
        sign, change = scene.notes.changes.get(number), scene.change(number)
        span = None if change is None else change.span(side)
        if sign and span is not None and piece.span.start <= span.start < piece.span.end:
            yield number, span, sign


def free_line(line: int, height: int, taken: set[int]) -> int:
    """The top of a line, or of the next one that has no sign yet; it is taken then."""
    top = line * height
    while top in taken:
        top += height
    taken.add(top)
    return top


def out_of_the_way(line: float, size: float) -> float:
    """How far a sign of a size stands above or below the middle of a line that two share.

    Together they are a little higher than the line, and overlap by no more than their own edges.
    """
    return min(size / 2, (line - size) / 2 + 2)


def sign_centre(columns: Columns, y: float, away: float = FROM_TEXT) -> QPointF:
    """Where the middle of a sign stands, at a height and so far from the text."""
    if columns.side is Side.LEFT:
        return QPointF(columns.right + away, y)
    return QPointF(columns.left - away, y)

"""What is at the points of a pane: letters, words, signs, gaps, changes.

Imports Qt's points, the scene and the parts that say where signs are; no widgets. Points are those
of the pane, positions code points of its text.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect

from variorum.engine import FormatChange, PinKind, Side, Span
from variorum.window.view.columns import Columns
from variorum.window.view.labels import gap_labels
from variorum.window.view.note_painter import placed_notes, sign_centre
from variorum.window.view.pin_painter import placed_pins
from variorum.window.view.scene import Scene, Shown

CARET: Final = 2
"""The width of the cursor."""

_BESIDE: Final = 2
"""So much beyond the ends of its lines is the text still."""


class Ground:
    """Says what stands where in one pane, as long as scene and width are the same.

    Args:
        scene: what is shown.
        columns: how the width of the pane is shared out.
    """

    def __init__(self, scene: Scene, columns: Columns) -> None:
        self._scene = scene
        self._side = columns.side
        self.columns = columns
        """How the width of the pane is shared out."""

    def letter_at(self, place: QPointF) -> int | None:
        """The position of the letter at a point; None where there is none."""
        shown = self._shown_at(place)
        if shown is None:
            return None
        x, y = self._within(shown, place)
        return shown.set_piece.laid.character_at(x, y)

    def position_at(self, place: QPointF) -> int | None:
        """The position between two characters that is nearest to a point."""
        shown = self._shown_at(place)
        if shown is None:
            return None
        laid = shown.set_piece.laid
        x, y = self._within(shown, place)
        if y < 0:
            return laid.span.start
        if y >= laid.height:
            return laid.span.end
        return laid.position_at(x, y)

    def word_at(self, place: QPointF) -> Span | None:
        """The word at a point."""
        shown = self._shown_at(place)
        return None if shown is None else shown.set_piece.laid.word_at(self._nearest(shown, place))

    def paragraph_at(self, place: QPointF) -> Span | None:
        """The paragraph at a point."""
        shown = self._shown_at(place)
        if shown is None:
            return None
        index = shown.set_piece.piece.paragraph
        return self._scene.comparison.document(self._side).paragraphs[index].span

    def change_at(self, place: QPointF) -> int | None:
        """The change at a point, in the text or in a gap."""
        in_gap = self.gap_at(place)
        if in_gap is not None:
            return in_gap
        shown = self._shown_at(place)
        if shown is None or not 0 <= place.y() - shown.top < shown.set_piece.laid.height:
            return None
        sentence = self._scene.sentence_at(self._side, shown, self._nearest(shown, place))
        return None if sentence is None else sentence.change

    def looks_at(self, place: QPointF) -> list[FormatChange]:
        """What looks otherwise on the other side, of the letter at a point."""
        shown, at = self._shown_at(place), self.letter_at(place)
        if shown is None or at is None:
            return []
        outline = self._scene.paragraph(self._side, shown.set_piece.piece.paragraph)
        formats = self._scene.marks.formats(self._side, outline, Span(at, at + 1))
        return [mark.found for mark in formats if mark.span.start <= at < mark.span.end]

    def gap_at(self, place: QPointF) -> int | None:
        """The change of a gap at a point; None where this side has text."""
        scene = self._scene
        placed = scene.stretch_at(place.y())
        if placed is None:
            return None
        if scene.is_row_gap(self._side, placed.stretch):
            return scene.marks.change_of_row.get(placed.stretch)
        band = scene.stretches.band(placed.stretch)
        gap = scene.gaps.of(band)
        return None if gap is None or gap.side is self._side else scene.change_of_band(band)

    def sign_at(self, place: QPointF) -> tuple[int | None, Side | None]:
        """The change whose sign is at a point, and the side that has its text at this height."""
        move = self._move_at(place)
        if move is not None:
            return move, self._side
        for label in gap_labels(self._scene, self.columns, place.y(), place.y()):
            change = self._scene.change_of_band(label.gap.bands.start)
            if change is not None and label.box.contains(place):
                return change, label.gap.side
        return None, None

    def note_at(self, place: QPointF) -> Span | None:
        """The passage whose note has its sign, in the inner margin, at a point."""
        return self._signs_at(place)[1]

    def pin_at(self, place: QPointF) -> PinKind | None:
        """What was decided by hand, where a pin in the inner margin is at a point."""
        return self._signs_at(place)[0]

    def caret_at(self, position: int) -> QRect | None:
        """Where a cursor stands at a position, if it can be seen."""
        for shown in self._scene.shown(self._side, 0, self._scene.view):
            laid = shown.set_piece.laid
            if laid.span.start <= position <= laid.span.end:
                height = laid.look.line_height
                top = shown.top + laid.line_of(position) * height
                x = self.columns.left + round(laid.x_of(position))
                return QRect(x - 1, top + 2, CARET, height - 4)
        return None

    def _shown_at(self, place: QPointF) -> Shown | None:
        return self._scene.piece_at(self._side, place.y())

    def _within(self, shown: Shown, place: QPointF) -> tuple[float, float]:
        """A point, counted from the upper left corner of a piece."""
        return place.x() - self.columns.left, place.y() - shown.top

    def _nearest(self, shown: Shown, place: QPointF) -> int:
        """The position of the letter at a point, else the one that is nearest."""
        x, y = self._within(shown, place)
        found = shown.set_piece.laid.character_at(x, y)
        return shown.set_piece.laid.position_at(x, y) if found is None else found

    def _move_at(self, place: QPointF) -> int | None:
        """The change of a move whose number, in the inner margin, is at a point."""
        shown = self._shown_at(place)
        left, right = self.columns.left, self.columns.right
        if shown is None or left - _BESIDE <= place.x() <= right + _BESIDE:
            return None
        if (place.x() > right) is not (self._side is Side.LEFT):
            return None
        y, height = place.y() - shown.top, self._scene.typography.line_height
        signs = self._scene.drawing(self._side, shown).moves
        return next((sign.change for sign in signs if 0 <= y - sign.top < height), None)

    def _signs_at(self, place: QPointF) -> tuple[PinKind | None, Span | None]:
        """What is at a point of the inner margin: a pin, or the sign of the note on a passage."""
        shown = self._shown_at(place)
        if shown is None:
            return None, None
        y, height = place.y() - shown.top, self._scene.typography.line_height
        if abs(place.x() - sign_centre(self.columns, y).x()) > height / 2:
            return None, None
        taken = {round(label.top) for label in self._scene.drawing(self._side, shown).moves}
        pins = list(placed_pins(self._scene, self._side, shown, taken))
        notes = placed_notes(self._scene, self._side, shown, taken)
        return (
            next((pin.kind for pin, top in pins if 0 <= y - top < height), None),
            next((note.passage for note in notes if 0 <= y - note.top < height), None),
        )

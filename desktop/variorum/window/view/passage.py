"""One passage of a text by itself, with its word edits: what the peek shows.

Imports Qt, the scene and the painter of the panes. Sizes are device-independent pixels, positions
code points of a side's text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from variorum.engine import Side, Span
from variorum.window.view.columns import Columns
from variorum.window.view.drawings import Drawing, draw_piece, edited_words, formatted_words
from variorum.window.view.layouts import lead_of
from variorum.window.view.pane_painter import PanePainter
from variorum.window.view.scene import Scene, Shown
from variorum.window.view.setting import SetPiece, lay_out
from variorum.window.view.stretches import Piece
from variorum.window.view.table_stops import TableStops

MARGIN: Final = 14
"""At both sides of the text."""
MOST: Final = 8000
"""Characters that are laid out: some four screens, in a few milliseconds."""


class Passage(QWidget):
    """Paints a passage in a width that it is given once."""

    def __init__(
        self, scene: Scene, side: Side, span: Span, width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._scene = scene
        self._columns = Columns(side, width, MARGIN, max(MARGIN + 40, width - MARGIN))
        self._height = 0
        self._pieces = list(self._set(side, span))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedSize(width, self._height + MARGIN // 2)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the text takes."""
        return self.minimumSize()

    def _set(self, side: Side, whole: Span) -> Iterator[tuple[Shown, Drawing]]:
        scene, taken = self._scene, 0
        document = scene.comparison.document(side)
        stops = TableStops(document, self._columns.text_width, scene.typography.line_height)
        first = bisect_right(document.paragraphs, whole.start, key=lambda p: p.span.end)
        for index in range(first, len(document.paragraphs)):
            paragraph = document.paragraphs[index]
            start = max(whole.start, paragraph.span.start)
            end = min(whole.end, paragraph.span.end, start + MOST - taken)
            if start >= end:
                break
            piece = Piece(index, Span(start, end), start == paragraph.span.start, last=True)
            look = scene.typography.look(paragraph.style)
            laid = lay_out(document, piece, look, stops, lead_of(document.text, start))
            self._height += look.above if taken else 0
            place = Shown(SetPiece(piece, laid, self._height), self._height)
            marks = scene.marks.paragraph(side, index)
            words = edited_words(side, laid, marks.edits) + formatted_words(laid, marks.formats)
            yield place, draw_piece(side, place.set_piece, marks, words)
            self._height += laid.height
            taken += end - start

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint words, their edits, and what a search has found in them."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._scene.theme.paper))
        painting = PanePainter(painter, self._scene, self._columns, self.devicePixelRatioF())
        for place, drawing in self._pieces:
            area = QRect(0, place.top, self.width(), place.set_piece.laid.height)
            if area.intersects(event.rect()):
                painting.paint_alone(place, drawing, event.rect())

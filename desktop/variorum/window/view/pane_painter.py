"""Paints one pane: grounds, gaps, marks, letters, margins.

Imports Qt's painter and the scene; changes nothing. Coordinates are those of the pane.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from variorum.engine import Side, Span
from variorum.window.theme import Ink
from variorum.window.view.columns import Columns
from variorum.window.view.drawings import (
    Cue,
    Drawing,
    Marked,
    sentence_rects,
)
from variorum.window.view.heights import Placed
from variorum.window.view.inks import brush, faint, ink_of
from variorum.window.view.labels import CENTRED, Label, gap_labels
from variorum.window.view.lit import lit_spans
from variorum.window.view.margin_painter import MarginPainter
from variorum.window.view.note_painter import NotePainter
from variorum.window.view.pin_painter import PinPainter
from variorum.window.view.rounding import rounded
from variorum.window.view.scene import Scene, Shown
from variorum.window.view.stretches import Gap

OUTLINE: Final = 190
"""How much the outline of the current change covers, 0 to 255."""
FAINT_CUE: Final = 110
"""How much the stroke under a whole sentence covers, 0 to 255."""
LIT: Final = 15
"""How much the shade behind what the mouse points at covers, 0 to 255."""
LIT_DARK: Final = 22
"""The same on dark paper."""
CURRENT_LETTERS: Final = 60
"""How much more of the colour is on changed letters in the current change, 0 to 255."""
CORNER: Final = 4.0
"""The radius of its corners."""
_DOTTED: Final = frozenset({Cue.DOTTED, Cue.FORMATTED})
"""What broken strokes run under."""
HIT: Final = 30
"""How much the ground of the current hit of a search covers, 0 to 255."""
TILE: Final = 8
"""The size of one stroke of the hatching."""


class PanePainter:
    """Paints the pane of one side, as far as a rectangle of it."""

    def __init__(self, painter: QPainter, scene: Scene, columns: Columns, ratio: float) -> None:
        """Take what painting needs.

        Args:
            painter: on the pane.
            scene: what is shown.
            columns: of the pane.
            ratio: device pixels in a pixel.
        """
        self._p = painter
        self._scene = scene
        self._theme = scene.theme
        self._columns = columns
        self._side = columns.side
        self._ratio = ratio
        self._margins = MarginPainter(painter, scene, columns)
        self._notes = NotePainter(painter, scene, columns)
        self._pins = PinPainter(painter, scene, columns)

    def paint(self, rect: QRect) -> None:
        """Paint everything that touches a rectangle."""
        self._p.fillRect(rect, QColor(self._theme.paper))
        for placed in self._scene.visible:
            if placed.top < rect.bottom() + 1 and placed.top + placed.height > rect.top():
                self._ground(placed, rect)
        for label in gap_labels(self._scene, self._columns, rect.top(), rect.bottom()):
            self._gap_label(label)
        slack = self._scene.typography.line_height
        for shown in self._scene.shown(self._side, rect.top() - slack, rect.bottom() + slack):
            self._piece(shown, rect)

    def _ground(self, placed: Placed, rect: QRect) -> None:
        band = self._scene.stretches.band(placed.stretch)
        gap = self._scene.gaps.of(band)
        if gap is None:
            if self._scene.is_row_gap(self._side, placed.stretch):
                self._gap(QRect(0, placed.top, self._columns.width, placed.height), rect)
            return
        # With it, grounds would bleed into each other where a pixel is a fraction of the screen's.
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        area = QRect(0, placed.top, self._columns.width, placed.height)
        if gap.is_pending:
            if gap.side is not self._side:
                self._p.fillRect(area & rect, QColor(self._theme.desk))
        elif gap.side is self._side:
            ink = self._theme.moved if gap.all_moved else self._theme.side(self._side)
            self._p.fillRect(area & rect, QColor(ink.wash))
        else:
            self._gap(area, rect)
        self._current_band(placed, band, gap)

    def _gap(self, area: QRect, rect: QRect) -> None:
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        seen = area & rect
        self._p.fillRect(seen, QColor(self._theme.desk))
        offset = QPointF(seen.left() % TILE, (seen.top() - self._scene.phase) % TILE)
        tile = hatching(self._theme.hatch, self._ratio)
        self._p.drawTiledPixmap(QRectF(seen), tile, offset)

    def _gap_label(self, label: Label) -> None:
        """The words in a gap, on ground without strokes."""
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(QColor(self._theme.desk))
        self._p.drawRoundedRect(label.box, 10, 10)
        self._p.setPen(QColor(self._theme.muted))
        self._p.setFont(self._scene.typography.small)
        self._p.drawText(label.box.adjusted(8, 0, -8, 0), CENTRED, label.text)

    def _current_band(self, placed: Placed, band: int, gap: Gap) -> None:
        """The frame of a one-sided band that belongs to the current change."""
        scene = self._scene
        rows = scene.comparison.bands[band].rows
        current = scene.current
        if current is None:
            return
        if any(scene.marks.change_of_row.get(row) != current for row in range(*rows)):
            return
        first = placed.stretch == scene.stretches.first_of(gap.bands.start)
        last = placed.stretch + 1 == scene.stretches.first_of(gap.bands.end)
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        colour = QColor(self._theme.current)
        top, bottom = placed.top, placed.top + placed.height
        # Between the stretches of a band there is no border.
        begins = placed.stretch == scene.stretches.first_of(band)
        ends = placed.stretch + 1 == scene.stretches.first_of(band + 1)
        if first or (begins and not self._same_change(band - 1, current)):
            self._p.fillRect(0, top, self._columns.width, 1, colour)
        if last or (ends and not self._same_change(band + 1, current)):
            self._p.fillRect(0, bottom - 1, self._columns.width, 1, colour)
        self._margins.edge_bar(top, bottom, colour)

    def _same_change(self, band: int, current: int) -> bool:
        bands = self._scene.comparison.bands
        if not 0 <= band < len(bands) or self._scene.gaps.of(band) is None:
            return False
        return self._scene.marks.change_of_row.get(bands[band].rows.start) == current

    def _piece(self, shown: Shown, rect: QRect) -> None:
        drawing = self._scene.drawing(self._side, shown)
        area = rect.translated(0, -shown.top)
        origin = QPointF(self._columns.left, shown.top)
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._p.translate(origin)
        self._washes(drawing)
        self._lit_sentences(shown)
        self._edits(drawing.edits, area)
        self._current_sentences(shown)
        self._pins.halves(shown)
        self._selection(shown)
        self._hits(shown)
        self._p.translate(-origin)
        self._letters(shown, drawing, rect)
        self._margins.paint(shown, drawing)
        taken = {round(label.top) for label in drawing.moves}
        self._pins.signs(shown, taken)
        self._notes.paint(shown, taken)

    def paint_alone(self, shown: Shown, drawing: Drawing, rect: QRect) -> None:
        """Paint a piece that stands in no pane: its letters, its edits and what was found in it."""
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._p.translate(self._columns.left, shown.top)
        self._edits(drawing.edits, rect.translated(0, -shown.top))
        self._hits(shown)
        self._p.translate(-self._columns.left, -shown.top)
        self._letters(shown, drawing, rect)

    def _washes(self, drawing: Drawing) -> None:
        self._p.setPen(Qt.PenStyle.NoPen)
        for wash in drawing.washes:
            ink = ink_of(self._theme, wash.ink)
            self._p.setBrush(QColor(ink.mark if wash.change == self._scene.current else ink.wash))
            self._p.drawRects(list(wash.rects))
            self._underline(wash.rects, ink)
            self._p.setPen(Qt.PenStyle.NoPen)

    def _lit_sentences(self, shown: Shown) -> None:
        """A breath of shade behind what the mouse points at, and behind its counterpart."""
        lit, laid = self._scene.lit, shown.set_piece.laid
        if lit is None:
            return
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(faint(self._theme.text, LIT_DARK if self._theme.dark else LIT))
        for span in lit_spans(self._scene.marks, lit, self._side):
            inside = Span(max(span.start, laid.span.start), min(span.end, laid.span.end))
            if inside.start < inside.end:
                self._p.drawRects(list(sentence_rects(laid, inside, laid.width)))

    def _edits(self, edits: Iterable[Marked], area: QRect) -> None:
        """All edits that touch an area; colours are changed as seldom as can be."""
        top, bottom = area.top() - 1, area.bottom() + 2
        seen = [edit for edit in edits if edit.bottom > top and edit.top < bottom]
        strokes: dict[tuple[str, Cue], list[QLineF]] = {}
        filled: str | None = None
        self._p.setPen(_no_pen())
        for edit in seen:
            ink = ink_of(self._theme, edit.ink)
            current = edit.change == self._scene.current
            if edit.cue is Cue.TICK:
                filled = None
                self._tick(edit, ink)
                continue
            if edit.cue is Cue.FORMATTED and not current:
                strokes.setdefault((ink.pen, edit.cue), []).extend(edit.strokes)
                continue  # the words themselves are as they were: no ground
            colour = ink.mark if edit.cue is Cue.FORMATTED else ink.strong if current else ink.mark
            if colour is not filled:
                filled = colour
                self._p.setBrush(brush(colour))
            for box in edit.rects:
                self._p.drawRoundedRect(box, 2.5, 2.5)
            if edit.letters:
                filled = None
                self._changed_letters(edit, ink, current=current)
            strokes.setdefault((ink.pen, edit.cue), []).extend(edit.strokes)
        for (colour, cue), lines in strokes.items():
            self._p.setPen(_underline_pen(colour, 255, dotted=cue in _DOTTED))
            self._p.drawLines(lines)
        self._current_edit(seen)

    def _changed_letters(self, edit: Marked, ink: Ink, *, current: bool) -> None:
        """A little more of the colour where letters changed inside a word."""
        self._p.setBrush(faint(ink.pen, CURRENT_LETTERS) if current else brush(ink.strong))
        for box in edit.letters:
            self._p.drawRoundedRect(box, 2.5, 2.5)

    def _current_edit(self, edits: Iterable[Marked]) -> None:
        """The outline of the word edit that was gone to."""
        if self._side not in self._scene.current_edit:
            return
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.setPen(QPen(QColor(self._theme.current), 1.6))
        for edit in filter(self._is_current_edit, edits):
            for box in edit.rects:
                self._p.drawRoundedRect(box, 2.5, 2.5)

    def _is_current_edit(self, edit: Marked) -> bool:
        span = self._scene.current_edit.get(self._side)
        return (
            span is not None
            and edit.change == self._scene.current
            and edit.span.start < span.end
            and edit.span.end > span.start
        )

    def _underline(self, rects: Iterable[QRectF], ink: Ink) -> None:
        """The faint stroke that tells a lone sentence to those who do not see its colour."""
        dotted = self._side is Side.LEFT
        self._p.setPen(_underline_pen(ink.pen, FAINT_CUE, dotted=dotted))
        for box in rects:
            left, y = box.left() + 2, box.bottom() - 1.0
            self._p.drawLine(QLineF(left, y, box.right() - 2, y))

    def _tick(self, edit: Marked, ink: Ink) -> None:
        """A small wedge under the line where only white space changed."""
        self._p.setBrush(QColor(ink.pen))
        for box in edit.rects:
            x, y = box.center().x(), box.bottom() - 1
            self._p.drawPolygon(
                QPolygonF([QPointF(x - 3, y), QPointF(x + 3, y), QPointF(x, y - 5)])
            )

    def _current_sentences(self, shown: Shown) -> None:
        """The outline of the sentences of the current change."""
        scene = self._scene
        change = scene.change(scene.current)
        if change is None:
            return
        laid = shown.set_piece.laid
        band = scene.marks.band_of_paragraph(self._side, shown.set_piece.piece.paragraph)
        if scene.gaps.of(band) is not None:
            return
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for span in scene.sentences_of(change.number, self._side, shown):
            for box in sentence_rects(laid, span, laid.width):
                path.addRect(box)
        if not path.isEmpty():
            self._p.setBrush(Qt.BrushStyle.NoBrush)
            self._p.setPen(QPen(faint(self._theme.current, OUTLINE), 1.0))
            self._p.drawPath(rounded(path.simplified(), CORNER))

    def _selection(self, shown: Shown) -> None:
        selection = self._scene.selection
        if selection is None or selection.side is not self._side:
            return
        laid = shown.set_piece.laid
        within = selection.within(laid.span)
        if within is None:
            return
        colour = faint(self._theme.selection, self._theme.selection_alpha)
        height = laid.look.line_height
        for box in laid.boxes(within):
            area = QRectF(box.left, box.line * height, box.right - box.left, height)
            self._p.fillRect(area, colour)

    def _hits(self, shown: Shown) -> None:
        """Outlines around what a search has found; the current one is stronger."""
        if self._scene.hits is None:
            return
        laid = shown.set_piece.laid
        height = laid.look.line_height
        for hit in self._scene.hits.of(self._side).touching(laid.span):
            current = self._scene.current_hit == (self._side, hit)
            self._p.setBrush(faint(self._theme.hit, HIT if current else 0))
            self._p.setPen(QPen(QColor(self._theme.hit), 2.0 if current else 1.0))
            within = Span(max(hit.start, laid.span.start), min(hit.end, laid.span.end))
            for box in laid.boxes(within):
                # Half a pixel in, where a stroke is sharp.
                left, right = round(box.left) - 1.5, round(box.right) + 1.5
                area = QRectF(left, box.line * height + 0.5, right - left, height - 1)
                self._p.drawRoundedRect(area, 3, 3)

    def _letters(self, shown: Shown, drawing: Drawing, rect: QRect) -> None:
        laid = shown.set_piece.laid
        self._p.setPen(QColor(self._theme.text))
        place = QPointF(self._columns.left, shown.top)
        # Letters of neighbouring lines may reach into the rectangle: clip with room to spare.
        slack = laid.look.line_height
        clip = QRectF(rect).adjusted(0, -slack, 0, slack)
        laid.draw(self._p, place, clip, drawing.pending, QColor(self._theme.pending))


@lru_cache(1)
def _no_pen() -> QPen:
    """Made once: Qt's own name for it takes a while to be looked up."""
    return QPen(Qt.PenStyle.NoPen)


@lru_cache(64)
def _underline_pen(colour: str, alpha: int, *, dotted: bool) -> QPen:
    pen = QPen(faint(colour, alpha), 1.2)
    if dotted:
        pen.setDashPattern([1.4, 1.8])
    return pen


@lru_cache(8)
def hatching(colour: str, ratio: float) -> QPixmap:
    """One tile of the strokes of a gap."""
    size = max(1, round(TILE * ratio))
    tile = QPixmap(size, size)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), max(1.0, ratio)))
    for shift in (-size, 0, size):
        painter.drawLine(QPointF(shift, size), QPointF(shift + size, 0))
    painter.end()
    tile.setDevicePixelRatio(size / TILE)
    return tile

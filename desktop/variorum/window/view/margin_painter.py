"""Paints the margins of one pane: numbers, and what stands beside sentences rather than in them.

Imports Qt's painter and the scene; changes nothing. Coordinates are those of the pane.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from variorum.engine import Band, RowKind, Side
from variorum.window.view.columns import Columns
from variorum.window.view.drawings import Bar, Bracket, Drawing, MoveLabel
from variorum.window.view.inks import faint
from variorum.window.view.note_painter import out_of_the_way, placed_notes
from variorum.window.view.scene import Scene, Shown

BAR: Final = 3
"""The width of the line beside the sentences of the current change."""
THINNEST: Final = 2
"""The width of the line beside a reworded sentence of which hardly any wording went."""
THICKEST: Final = 5
"""The same where none of the wording stayed."""
FAINTEST: Final = 185
"""How much the thinnest line covers, 0 to 255: it has 3:1 on paper in every theme."""
FROM_TEXT: Final = 12
"""Between the text and the number of its paragraph."""
LEAST_FROM_TEXT: Final = 4
"""The same where the number is long."""
FROM_EDGE: Final = 2
"""Between a long number and the side of the pane."""


class MarginPainter:
    """Paints the margins beside one piece after the other."""

    def __init__(self, painter: QPainter, scene: Scene, columns: Columns) -> None:
        self._p = painter
        self._scene = scene
        self._theme = scene.theme
        self._columns = columns
        self._side = columns.side

    def paint(self, shown: Shown, drawing: Drawing) -> None:
        """Paint what belongs beside a piece."""
        if shown.set_piece.piece.first:
            self._number(shown)
        # With it, each bar would take ten times as long.
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for bar in drawing.bars:
            self._bar(bar, shown.top)
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing)
        for bracket in drawing.brackets:
            self._bracket(bracket, shown.top)
        if drawing.moves:
            notes = placed_notes(self._scene, self._side, shown, set())
            shared = {note.top for note in notes if note.below}
            for label in drawing.moves:
                self._move_label(label, shown.top, above=round(label.top) in shared)
        change = self._scene.change(self._scene.current)
        if change is not None:
            laid = shown.set_piece.laid
            height = laid.look.line_height
            for span in self._scene.sentences_of(change.number, self._side, shown):
                first, behind = laid.lines_of(span)
                top, bottom = shown.top + first * height, shown.top + behind * height
                self.edge_bar(top, bottom, QColor(self._theme.current))

    def edge_bar(self, top: int, bottom: int, colour: QColor, width: int = BAR) -> None:
        """A line at the edge of the pane, beside the gutter."""
        left = self._columns.inner_edge - (width if self._side is Side.LEFT else 0)
        self._p.fillRect(left, top, width, bottom - top, colour)

    def _number(self, shown: Shown) -> None:
        """The number of a paragraph beside its first line, and under it how much of it changed."""
        typography = self._scene.typography
        base = shown.top + shown.set_piece.laid.look.ascent
        paragraph = shown.set_piece.piece.paragraph
        lines = [(str(paragraph + 1), self._theme.muted)]
        changed = changed_share(self._scene, self._side, paragraph)
        if changed:
            lines.append((changed, self._theme.edited.pen))
        for number, (text, colour) in enumerate(lines):
            font, width = typography.small_within(text, self._outer_room)
            if width > self._outer_room:
                break  # there is hardly any margin: no number stands on the text
            self._p.setFont(font)
            self._p.setPen(QColor(colour))
            x = self._outer_x(width)
            self._p.drawText(QPointF(x, base + number * typography.small_height), text)

    @property
    def _outer_room(self) -> int:
        """How wide a number may be."""
        columns = self._columns
        free = columns.left if self._side is Side.LEFT else columns.width - columns.right
        return free - FROM_EDGE - LEAST_FROM_TEXT

    def _outer_x(self, width: int) -> int:
        """Where something of a width begins in the outer margin."""
        if self._side is Side.LEFT:
            return max(FROM_EDGE, self._columns.left - FROM_TEXT - width)
        return min(self._columns.width - FROM_EDGE - width, self._columns.right + FROM_TEXT)

    def _bar(self, bar: Bar, top: int) -> None:
        strength = max(0.0, min(1.0, bar.strength))
        colour = faint(self._theme.edited.pen, round(FAINTEST + (255 - FAINTEST) * strength))
        width = round(THINNEST + (THICKEST - THINNEST) * strength)
        self.edge_bar(top + bar.top + 1, top + bar.bottom - 1, colour, width)

    def _inner_x(self, away: float) -> float:
        """A place in the inner margin, so far from the text."""
        if self._side is Side.LEFT:
            return self._columns.right + away
        return self._columns.left - away

    def _bracket(self, bracket: Bracket, top: int) -> None:
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._p.setPen(QPen(QColor(self._theme.edited.pen), 1))
        near, far = self._inner_x(7), self._inner_x(11)
        a, b = top + bracket.top + 3, top + bracket.bottom - 4
        points = [QPointF(near, a), QPointF(far, a), QPointF(far, b), QPointF(near, b)]
        self._p.drawPolyline(points)
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _move_label(self, label: MoveLabel, top: int, *, above: bool) -> None:
        """The number of a move and the direction of its other end, in the inner margin.

        Args:
            label: which, and where.
            top: of its piece.
            above: it shares its line with the sign of what was said of the move.
        """
        scene = self._scene
        typography = scene.typography
        font = QFont(typography.small)
        font.setBold(True)
        metrics = QFontMetrics(font)
        arrow = "↑" if scene.goes_up(self._side, label.move) else "↓"
        text = f"{label.move}{arrow}"
        width = metrics.horizontalAdvance(text) + 6
        box = QRectF(0, 0, width, metrics.height())
        line = typography.line_height
        higher = out_of_the_way(line, box.height()) if above else 0.0
        middle = top + label.top + line / 2 - higher
        box.moveCenter(QPointF(self._inner_x(typography.margin / 2), middle))
        current = label.change == scene.current
        ink = self._theme.moved
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(QColor(ink.strong if current else ink.mark))
        self._p.drawRoundedRect(box, 3, 3)
        self._p.setFont(font)
        self._p.setPen(QColor(self._theme.text if current else ink.pen))
        self._p.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def changed_share(scene: Scene, side: Side, paragraph: int) -> str:
    """How much of a paragraph and what faces it changed, such as `12%`; empty when nothing did.

    It is told once for paragraphs that face others together, and not where there is no other side.
    """
    number = scene.marks.band_of_paragraph(side, paragraph)
    band = scene.comparison.bands[number]
    if (
        paragraph != band.paragraphs(side).start
        or scene.gaps.of(number) is not None
        or band.changed <= 0
        or _is_pending(scene, band)
    ):
        return ""
    percent = 100 if band.changed >= 1 else max(1, min(99, round(100 * band.changed)))
    return QLocale().toString(percent) + QLocale().percent()


def _is_pending(scene: Scene, band: Band) -> bool:
    """Whether something of a band was not compared yet."""
    if scene.comparison.complete:
        return False
    rows = scene.comparison.rows[band.rows.start : band.rows.end]
    return any(row.kind is RowKind.PENDING for row in rows)

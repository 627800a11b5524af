"""Rows of tables laid out cell by cell: beside each other in columns, or below each other.

Imports the layouts of the cells. The outside speaks in code points of the side's text and in pixels
from the upper left corner of the row, as it does of a `LaidText`, and needs not know which it has.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption

from variorum.engine import CELL_BREAK, Emphasis, Span
from variorum.window.view.layouts import Box, LaidText, runs_right_to_left
from variorum.window.view.piece_text import PieceText
from variorum.window.view.table_stops import RowPlan, Way
from variorum.window.view.typography import Look


class Cell(NamedTuple):
    """A cell in its place."""

    laid: LaidText
    left: int
    line: int
    """The line of the row in which it begins."""

    @property
    def behind(self) -> int:
        """The line of the row behind its last one."""
        return self.line + self.laid.line_count


class LaidRow(PieceText):
    """A row of a table whose cells are set each by itself."""

    def __init__(
        self,
        text: str,
        span: Span,
        look: Look,
        width: int,
        plan: RowPlan,
        skipped: int = 0,
        emphasis: tuple[Emphasis, ...] = (),
        *,
        ends: bool = True,
    ) -> None:
        """Lay out.

        Args:
            text: of the row, or of a sentence in it, as it is to be seen.
            span: of that text, in its document; as long as `text`.
            look: font and line height.
            width: of the pane's lines.
            plan: of its table.
            skipped: how many cells of the row stand before the text, or before its first word.
            emphasis: in the positions of the document.
            ends: the row ends with the text: its last cell has all the room that is left.
        """
        super().__init__(text, span)
        self.look = look
        self.width = width
        self.right_to_left = runs_right_to_left(text)
        self.cells = tuple(self._set(plan, skipped, emphasis, ends=ends))
        self._starts = [cell.laid.span.start for cell in self.cells]
        self.line_count = max(cell.behind for cell in self.cells)
        """How many lines it takes: as many as the cell that has most, or all cells."""
        self.height = max(1, self.line_count) * look.line_height

    def _set(
        self, plan: RowPlan, skipped: int, emphasis: tuple[Emphasis, ...], *, ends: bool
    ) -> Iterator[Cell]:
        texts = self.text.split(CELL_BREAK)
        columns = plan.columns[skipped:]
        stacked = plan.way is Way.BELOW or len(texts) > len(columns)
        indent = min(self.look.line_height, self.width // 4)
        at, line = self.span.start, 0
        for number, text in enumerate(texts):
            if stacked:
                column = Span(indent if number or skipped else 0, self.width)
            elif ends and number + 1 == len(texts):
                column = Span(columns[number].start, self.width)
            else:
                column = columns[number]
            span = Span(at, at + len(text))
            left = self.width - column.end if self.right_to_left else column.start
            cell = LaidText(
                text,
                span,
                self.look,
                column.length,
                emphasis,
                right_to_left=self.right_to_left,
                hang=indent // 2 if stacked else 0,
            )
            at = span.end + len(CELL_BREAK)
            if stacked and not text.strip():
                continue
            yield Cell(cell, left, line)
            line += cell.line_count if stacked else 0

    def text_option(self) -> QTextOption:
        """How lines are broken, and from which side they begin."""
        return self.cells[0].laid.text_option()

    def break_alike(self, layout: QTextLayout, *, begins: bool) -> None:  # noqa: ARG002 - of verse
        """Break another layout of these letters where this one does."""
        layout.beginLayout()
        for cell in self.cells:
            laid = cell.laid
            for number in range(laid.line_count):
                line = layout.createLine()
                if not line.isValid():
                    break
                is_last = number + 1 == laid.line_count and cell is not self.cells[-1]
                # The tab behind a cell counts with its last line.
                line.setNumColumns(laid.columns_in(number) + is_last, laid.width)
                base = (cell.line + number) * self.look.line_height + self.look.ascent
                line.setPosition(QPointF(cell.left, base - line.ascent()))
        layout.endLayout()

    def draw(
        self, painter: QPainter, place: QPointF, clip: QRectF, spans: Iterable[Span], style: QColor
    ) -> None:
        """Draw the letters; see `LaidText.draw`."""
        greyed = list(spans)
        for cell in self.cells:
            own = [part for span in greyed if (part := _common(span, cell.laid.span)) is not None]
            cell.laid.draw(painter, place + self._corner(cell), clip, own, style)

    def parts(self, span: Span) -> Iterator[tuple[Cell, Span, QPointF]]:
        """What a stretch has of each cell, and the upper left corner of that cell."""
        for cell in self.cells:
            common = _common(span, cell.laid.span)
            if common is not None:
                yield cell, common, self._corner(cell)

    def _corner(self, cell: Cell) -> QPointF:
        return QPointF(cell.left, cell.line * self.look.line_height)

    def _cell_of(self, position: int) -> tuple[Cell, int]:
        """The cell of a position, and the place in it that is nearest to the position."""
        cell = self.cells[max(0, bisect_right(self._starts, position) - 1)]
        start, end = cell.laid.span
        return cell, max(start, min(position, end))

    def _cell_at(self, line: int, x: float) -> Cell:
        """The nearest cell of those that have some of a line."""
        found = [cell for cell in self.cells if cell.line <= line < cell.behind]
        return min(found, key=lambda cell: max(cell.left - x, x - cell.left - cell.laid.width))

    def line_at(self, y: float) -> int:
        """The line at a height, the nearest one if there is none."""
        return max(0, min(self.line_count - 1, int(y // self.look.line_height)))

    def line_of(self, position: int) -> int:
        """The line that a position stands in."""
        cell, inside = self._cell_of(position)
        return cell.line + cell.laid.line_of(inside)

    def lines_of(self, span: Span) -> Span:
        """The lines that a stretch stands in, half-open."""
        found = [
            (cell.line + lines.start, cell.line + lines.end)
            for cell, part, _ in self.parts(span)
            for lines in (cell.laid.lines_of(part),)
        ]
        if not found:
            line = self.line_of(span.start)
            return Span(line, line + 1)
        return Span(min(found)[0], max(behind for _, behind in found))

    def line_start(self, line: int) -> int:
        """The first position of a line."""
        cell = next(cell for cell in self.cells if cell.line <= line < cell.behind)
        return cell.laid.line_start(line - cell.line)

    def line_end(self, line: int) -> int:
        """The last position of a line."""
        cell = next(cell for cell in reversed(self.cells) if cell.line <= line < cell.behind)
        return cell.laid.line_end(line - cell.line)

    def set_with(self, position: int) -> LaidText:
        """What the letter at a position is set together with: its cell."""
        return self._cell_of(position)[0].laid

    def position_at(self, x: float, y: float) -> int:
        """The position between two characters that is nearest to a point."""
        cell = self._cell_at(self.line_at(y), x)
        return cell.laid.position_at(x - cell.left, y - cell.line * self.look.line_height)

    def place_in(self, line: int, x: float) -> int:
        """As `position_at`, in a line, but never where the next one begins."""
        cell = self._cell_at(line, x)
        return cell.laid.place_in(line - cell.line, x - cell.left)

    def character_at(self, x: float, y: float) -> int | None:
        """The position of the character at a point; None where there is no text."""
        if not 0 <= y < self.height:
            return None
        cell = self._cell_at(self.line_at(y), x)
        return cell.laid.character_at(x - cell.left, y - cell.line * self.look.line_height)

    def x_of(self, position: int) -> float:
        """Where the caret stands before a position."""
        cell, inside = self._cell_of(position)
        return cell.left + cell.laid.x_of(inside)

    def boxes(self, span: Span) -> list[Box]:
        """What a stretch of the text covers, cell by cell."""
        return [
            Box(cell.line + line, cell.left + left, cell.left + right)
            for cell, part, _ in self.parts(span)
            for line, left, right in cell.laid.boxes(part)
        ]

    def beside(self, position: int, *, forward: bool, words: bool) -> int | None:
        """The next position for the caret, None at the end of the piece."""
        if words:
            return self._word_beside(position, forward=forward)
        cell, inside = self._cell_of(position)
        found = cell.laid.beside(inside, forward=forward, words=False)
        if found is not None:
            return found
        number = self.cells.index(cell) + (1 if forward else -1)
        if not 0 <= number < len(self.cells):
            return None
        other = self.cells[number].laid.span
        return other.start if forward else other.end


Laid = LaidText | LaidRow


def _common(span: Span, other: Span) -> Span | None:
    start, end = max(span.start, other.start), min(span.end, other.end)
    return Span(start, end) if start < end else None

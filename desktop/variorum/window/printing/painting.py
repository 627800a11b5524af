"""Paints one page of what is printed.

Imports Qt's painter and the pages. Sizes are units of paper; the painter is scaled to them.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from variorum.window.printing.pages import Column, Matter, Page, Part
from variorum.window.printing.paragraphs import INSET
from variorum.window.printing.words import POINT, Line, Type
from variorum.window.theme import Theme

BAR: Final = 2 * POINT
"""The width of the bar beside a passage."""

_SMALL: Final = Type(7.5, serif=False)
_NUMBER: Final = Type(6, serif=False)

_BESIDE: Final = 4 * POINT
"""Between a column and the numbers of its paragraphs, which stand in the margin of the page."""
_WIDEST_NUMBER: Final = 26 * POINT
"""Narrower than any usual margin, and wide enough for a million."""


class Sheet(NamedTuple):
    """The part of a page that is printed on, and what stands on each."""

    width: int
    height: int
    """Of running head, texts and page number together."""
    left: str
    """What to call the left text."""
    right: str
    margins: tuple[int, int] = (_BESIDE + _WIDEST_NUMBER, _BESIDE + _WIDEST_NUMBER)
    """How wide the margins of the page are, left and right."""

    @property
    def head(self) -> int:
        """From the top to the texts."""
        return 24 * POINT

    @property
    def room(self) -> int:
        """The height for the texts."""
        return max(40 * POINT, self.height - self.head - 22 * POINT)


def paint_page(
    painter: QPainter, sheet: Sheet, matter: Matter, page: Page, numbers: str, theme: Theme
) -> None:
    """Paint a page with its running head and its number.

    Args:
        painter: at the upper left corner of the sheet, in units of paper.
        sheet: its measures.
        matter: what is printed.
        page: what of it stands here.
        numbers: the page's number, as it is printed.
        theme: the colours.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _frame(painter, sheet, numbers, theme)
    for part in page:
        item = matter.item(part.item)
        for column, lines in zip(item.columns, part.ranges, strict=True):
            _column(painter, sheet, column, lines, part, theme)


def _frame(painter: QPainter, sheet: Sheet, numbers: str, theme: Theme) -> None:
    font = _SMALL.font()
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    metrics = QFontMetricsF(font)
    half = sheet.width / 2 - 20 * POINT
    box = QRectF(0, 0, sheet.width, 12 * POINT)
    elided = [
        metrics.elidedText(n, Qt.TextElideMode.ElideMiddle, half) for n in (sheet.left, sheet.right)
    ]
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft, elided[0])
    painter.drawText(box, Qt.AlignmentFlag.AlignRight, elided[1])
    painter.setPen(QPen(QColor(theme.rule), POINT * 0.5))
    painter.drawLine(QPointF(0, 15 * POINT), QPointF(sheet.width, 15 * POINT))
    painter.setPen(QColor(theme.muted))
    foot = QRectF(0, sheet.height - 11 * POINT, sheet.width, 11 * POINT)
    painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, numbers)


def _column(
    painter: QPainter,
    sheet: Sheet,
    column: Column,
    lines: tuple[int, int],
    part: Part,
    theme: Theme,
) -> None:
    y = sheet.head + part.y
    box = QRectF(column.x, y, column.width, part.height)
    if column.wash:
        painter.fillRect(box, QColor(column.wash))
    if column.hatched:
        painter.fillRect(box, QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern))
    if column.edge:
        outer = column.x if column.x == 0 else column.x + column.width - BAR
        painter.fillRect(QRectF(outer, y, BAR, part.height), QColor(column.edge))
    at = float(column.x)
    for share, colour in column.parts:
        painter.fillRect(QRectF(at, y, share * column.width, part.height), QColor(colour))
        at += share * column.width
    painter.setPen(QColor(theme.text))
    margin = sheet.margins[0 if column.x == 0 else 1]
    for line in column.lines[slice(*lines)]:
        _line(painter, column, line, y, theme)
        if line.paragraph:
            _number(painter, column, line, y, margin, theme)
        y += line.height


def _line(painter: QPainter, column: Column, line: Line, y: int, theme: Theme) -> None:
    if line.bar:
        colour = QColor(theme.edited.pen)
        colour.setAlphaF(0.3 + 0.14 * line.bar)
        painter.fillRect(QRectF(column.x, y + line.above, BAR, line.height - line.above), colour)
    found = line.layout.lineAt(line.number)
    top = y + _lead(line)
    for each in (found, *(cell.layout.lineAt(cell.number) for cell in line.beside)):
        # All cells of a row stand on one base line.
        above = top + found.ascent() - each.ascent()
        each.draw(painter, QPointF(column.x + INSET, above - each.y()))


def _lead(line: Line) -> float:
    """From the top of a line to that of its letters."""
    return line.above + (line.height - line.above - line.layout.lineAt(line.number).height()) / 2


def _number(
    painter: QPainter, column: Column, line: Line, y: int, margin: int, theme: Theme
) -> None:
    """The number of a paragraph, on its first line, in the outer margin as in the window.

    Where the margin has no room for all of it there is none: a part of it is another number.
    """
    font = _NUMBER.font()
    told = str(line.paragraph)
    width = QFontMetricsF(font).horizontalAdvance(told)
    if _BESIDE + width > margin:
        return
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    x = -_BESIDE - width if column.x == 0 else column.x + column.width + _BESIDE
    base = y + _lead(line) + line.layout.lineAt(line.number).ascent()
    painter.drawText(QPointF(x, base), told)
    painter.setPen(QColor(theme.text))

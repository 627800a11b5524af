"""Draws one change in the list: number, kind, size, and an excerpt with its edits.

Imports Qt, the model and the theme. Sizes are device-independent pixels.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from variorum.engine import Change
from variorum.reports.excerpts import ELLIPSIS, Piece, PieceKind
from variorum.window.change_model import ChangeModel
from variorum.window.change_signs import ChangeSign
from variorum.window.icons import tinted_pixmap
from variorum.window.offsets import Offsets
from variorum.window.row_ground import MARGIN, paint_ground
from variorum.window.theme import Theme

_PADDING: Final = 8
"""Above and below the words."""
_GAP: Final = 4
"""Between the heading and the excerpt."""
_ROWS: Final = 2
"""How many rows of the excerpt are shown."""
_ICON: Final = 16
_SIGN: Final = 15
"""The least width of each sign of what was said of a change; large letters take more."""
_BETWEEN: Final = 6
"""Between these signs and the number."""
_SEEN: Final = "☑"
_NOTED: Final = "✎"


class ChangeDelegate(QStyledItemDelegate):
    """Draws rows of a `ChangeModel`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme

    def sizeHint(  # noqa: N802 - Qt's name
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - all rows are alike
    ) -> QSize:
        """All rows have the height of a heading and the rows of an excerpt."""
        metrics = QFontMetrics(option.font)
        heading = max(metrics.height(), _ICON)
        return QSize(120, 2 * _PADDING + heading + _GAP + _ROWS * metrics.lineSpacing())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        model = index.model()
        assert isinstance(model, ChangeModel)
        change = model.change(index)
        rect = option.rect
        painter.save()
        paint_ground(painter, option, self._theme)
        inner = rect.adjusted(MARGIN, _PADDING, -MARGIN, -_PADDING)
        below = self._paint_heading(painter, option, inner, model, change)
        inner.setTop(below + _GAP)
        leftwards = model.leftwards(index)
        self._paint_excerpt(painter, option, inner, model.pieces(index), leftwards=leftwards)
        painter.restore()

    def _paint_heading(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        inner: QRect,
        model: ChangeModel,
        change: Change,
    ) -> int:
        """Draw number, kind and size.

        Returns:
            Where it ends, downwards.
        """
        pen = self._theme.kind(change.kind).pen
        font = option.font
        metrics = QFontMetrics(font)
        height = max(metrics.height(), _ICON)
        row = QRect(inner.left(), inner.top(), inner.width(), height)
        ratio = painter.device().devicePixelRatioF()
        pixmap = tinted_pixmap(change.kind.value, pen, _ICON, ratio)
        painter.drawPixmap(QPoint(row.left(), row.top() + (height - _ICON) // 2), pixmap)
        centre = Qt.AlignmentFlag.AlignVCenter
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(pen))
        name = model.kind_name(change.kind)
        words = row.adjusted(_ICON + 6, 0, 0, 0)
        painter.drawText(words, centre | Qt.AlignmentFlag.AlignLeft, name)
        used = _ICON + 6 + QFontMetrics(bold).horizontalAdvance(name) + 8
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        number = QLocale().toString(change.number)
        painter.drawText(row, centre | Qt.AlignmentFlag.AlignRight, number)
        free = QRect(row)
        free.setRight(row.right() - metrics.horizontalAdvance(number) - _BETWEEN)
        sign = model.sign(change)
        if sign is not None:
            self._paint_sign(painter, free, sign)
        free.setLeft(row.left() + used)
        size = metrics.elidedText(model.size(change), Qt.TextElideMode.ElideRight, free.width())
        painter.drawText(free, centre | Qt.AlignmentFlag.AlignLeft, size)
        return row.bottom() + 1

    def _paint_sign(self, painter: QPainter, row: QRect, sign: ChangeSign) -> None:
        """Draw what was said of a change, from the right to the left, and take its room away."""
        marks = [(_SEEN, self._theme.muted)] if sign.reviewed else []
        marks += [(_NOTED, self._theme.current)] if sign.noted else []
        marks += [(sign.sign, sign.ink)] if sign.sign else []
        painter.save()
        width = max(_SIGN, painter.fontMetrics().horizontalAdvance(_SEEN))
        for text, ink in marks:
            box = QRect(row.right() - width, row.top(), width, row.height())
            font = painter.font()
            font.setBold(text == sign.sign)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            row.setRight(row.right() - width)
        painter.restore()

    def _paint_excerpt(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        inner: QRect,
        pieces: tuple[Piece, ...],
        *,
        leftwards: bool,
    ) -> None:
        text = "".join(piece.text for piece in pieces)
        font, metrics = option.font, QFontMetrics(option.font)
        layout = QTextLayout(text, font)
        layout.setTextOption(_text_option(leftwards=leftwards))
        layout.setFormats(self._formats(pieces))
        dots = metrics.horizontalAdvance(ELLIPSIS)
        painter.setPen(QColor(self._theme.text))
        painter.setFont(font)
        layout.beginLayout()
        for number in range(_ROWS):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(inner.width())
            line.setPosition(QPointF(0, number * metrics.lineSpacing()))
            if number == _ROWS - 1 and line.textStart() + line.textLength() < _units(text):
                line.setLineWidth(inner.width() - dots)
                used = round(line.naturalTextWidth())
                x = inner.width() - used - dots if leftwards else used
                if leftwards:
                    line.setPosition(QPointF(dots, line.y()))
                place = inner.topLeft() + QPoint(x, round(line.y() + line.ascent()))
                if not _ends_in_dots(text, line):
                    painter.drawText(place, ELLIPSIS)
        layout.endLayout()
        painter.setClipRect(inner)
        layout.draw(painter, QPointF(inner.topLeft()))

    def _formats(self, pieces: tuple[Piece, ...]) -> list[QTextLayout.FormatRange]:
        out: list[QTextLayout.FormatRange] = []
        at = 0
        for piece in pieces:
            length = _units(piece.text)
            if piece.kind is not PieceKind.KEPT:
                span = QTextLayout.FormatRange()
                span.start, span.length, span.format = at, length, self._format(piece)
                out.append(span)
            at += length
        return out

    def _format(self, piece: Piece) -> QTextCharFormat:
        """How changed words are drawn: in the ink of their side, or in that of moves."""
        out = QTextCharFormat()
        if piece.kind is PieceKind.FORMATTED:
            out.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            out.setUnderlineColor(QColor(self._theme.formatted.pen))
            return out
        own = self._theme.left if piece.kind is PieceKind.LEFT else self._theme.right
        out.setForeground(QColor((self._theme.moved if piece.moved else own).pen))
        out.setFontStrikeOut(piece.kind is PieceKind.LEFT)
        out.setFontUnderline(piece.kind is PieceKind.RIGHT)
        return out


def _text_option(*, leftwards: bool) -> QTextOption:
    """How a text is laid out that runs from left to right, or leftwards."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if leftwards:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _ends_in_dots(text: str, line: QTextLine) -> bool:
    """Whether what has room in a line ends where something is left out in any case."""
    end = Offsets(text).from_qt(line.textStart() + line.textLength())
    return text[:end].rstrip().endswith(ELLIPSIS)


def _units(text: str) -> int:
    """The length of a text as Qt counts it."""
    return Offsets(text).to_qt(len(text))

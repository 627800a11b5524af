"""Draws one note in the list of notes: what it is about, and how it begins.

Imports Qt, the model and the theme. Sizes are device-independent pixels.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from variorum.window.note_subjects import About, NotesModel
from variorum.window.reviewing import Reviewing
from variorum.window.row_ground import MARGIN, paint_ground
from variorum.window.theme import Theme
from variorum.window.verdicts import verdict_ink
from variorum.window.view.layouts import runs_right_to_left

_PADDING: Final = 6
_SIGN: Final = 18
"""The width of the column of signs."""


class NoteDelegate(QStyledItemDelegate):
    """Draws rows of a `NotesModel`."""

    def __init__(self, reviewing: Reviewing, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reviewing = reviewing
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme

    def sizeHint(  # noqa: N802 - Qt's name
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - all rows are alike
    ) -> QSize:
        """Two lines."""
        return QSize(120, 2 * _PADDING + 2 * QFontMetrics(option.font).lineSpacing())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        model = index.model()
        assert isinstance(model, NotesModel)
        subject = model.subject(index)
        rect, metrics = option.rect, QFontMetrics(option.font)
        painter.save()
        paint_ground(painter, option, self._theme)
        verdict = self._reviewing.review.verdict(model.verdict(subject))
        ink = QColor(verdict_ink(self._theme, verdict))
        inner = rect.adjusted(MARGIN, _PADDING, -MARGIN, -_PADDING)
        first = QRect(inner.left(), inner.top(), inner.width(), metrics.lineSpacing())
        sign = verdict.sign if verdict is not None else _USUAL_SIGNS[subject.about]
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(ink)
        painter.drawText(QRect(first.topLeft(), QSize(_SIGN, first.height())), 0, sign)
        first.setLeft(first.left() + _SIGN)
        painter.setPen(ink if verdict is not None else QColor(self._theme.text))
        title = QFontMetrics(bold).elidedText(
            model.title(subject), Qt.TextElideMode.ElideRight, first.width()
        )
        painter.drawText(first, 0, title)
        second = first.translated(0, metrics.lineSpacing())
        painter.setFont(option.font)
        noted = bool(model.note(subject))
        painter.setPen(QColor(self._theme.text if noted else self._theme.muted))
        said = model.excerpt(subject)
        if runs_right_to_left(said):
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        shortened = metrics.elidedText(said, Qt.TextElideMode.ElideRight, second.width())
        # To the left as the words run: to the right for those that run leftwards.
        painter.drawText(second, Qt.AlignmentFlag.AlignLeft, shortened)
        painter.restore()


_USUAL_SIGNS: Final = {
    About.SUMMARY: "§",
    About.CHANGE: "✎",
    About.PASSAGE: "✎",
    About.STRAY: "∅",
}
"""Where there is no verdict."""

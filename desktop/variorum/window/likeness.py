"""A picture of how much the pairs of sentences kept, and what they are called for it.

Imports Qt's painter and the theme. Likeness is the share of the words that was kept, 0 to 1.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from variorum.engine import Thresholds
from variorum.window.tasks import Pairs
from variorum.window.theme import Theme

BARS: Final = 50
"""So many bars: two per cent each."""
HEIGHT: Final = 110
AIR: Final = 8
"""Above the highest bar, and beside the first and the last."""


class Shares(NamedTuple):
    """How many pairs are called what."""

    edited: int
    reworded: int
    apart: int


def shared_out(pairs: Pairs, thresholds: Thresholds) -> Shares:
    """What some pairs are called.

    Args:
        pairs: the likeness of each.
        thresholds: from which likeness on they are called what.
    """
    apart = bisect_left(pairs.free, thresholds.reworded)
    below = bisect_left(pairs.free, thresholds.edited) + bisect_left(
        pairs.pinned, thresholds.edited
    )
    return Shares(len(pairs.free) + len(pairs.pinned) - below, below - apart, apart)


class Likeness(QWidget):
    """Bars for the pairs, from nothing kept to all kept, in the colours of their names."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars = [0] * BARS
        self._thresholds = Thresholds()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How many pairs kept how much"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Low and wide."""
        return QSize(420, HEIGHT + self.fontMetrics().height())

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.update()

    def show_pairs(self, pairs: Pairs) -> None:
        """Show these, by the likeness of each."""
        self._bars = [0] * BARS
        for likeness in (*pairs.free, *pairs.pinned):
            self._bars[min(BARS - 1, int(likeness * BARS))] += 1
        self.update()

    def show_thresholds(self, thresholds: Thresholds) -> None:
        """Show what the pairs are called."""
        self._thresholds = thresholds
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint grounds, bars, the two thresholds, and what the ends mean."""
        painter = QPainter(self)
        theme, words = self._theme, self.fontMetrics().height()
        field = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -words - 0.5)
        painter.fillRect(field, QColor(theme.paper))
        inner = field.adjusted(AIR, AIR, -AIR, 0)
        highest = max(1, *self._bars)
        step = inner.width() / BARS
        for number, count in enumerate(self._bars):
            if count:
                # What is rare must be seen beside what is frequent.
                height = max(3.0, inner.height() * (count / highest) ** 0.5)
                left = inner.left() + number * step
                bar = QRectF(left + 0.5, inner.bottom() - height, max(1.0, step - 1), height)
                fill, edge = self._colours((number + 0.5) / BARS)
                painter.fillRect(bar, QColor(edge))
                painter.fillRect(bar.adjusted(1, 1, -1, -1), QColor(fill))
        painter.setPen(QPen(QColor(theme.rule), 1))
        painter.drawRect(field)
        painter.setPen(QPen(QColor(theme.text), 1.4))
        for threshold in (self._thresholds.edited, self._thresholds.reworded):
            x = inner.left() + threshold * inner.width()
            painter.drawLine(round(x), round(field.top()), round(x), round(field.bottom()))
        painter.setPen(QColor(theme.muted))
        foot = QRectF(0, field.bottom() + 2, self.width(), words)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, self.tr("no word kept"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, self.tr("all words kept"))

    def _colours(self, likeness: float) -> tuple[str, str]:
        """The colours inside a bar and at its edge."""
        if likeness < self._thresholds.reworded:
            return self._theme.left.pen, self._theme.left.pen
        if likeness < self._thresholds.edited:
            return self._theme.edited.pen, self._theme.edited.pen
        return self._theme.edited.mark, self._theme.edited.pen

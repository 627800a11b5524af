"""A small card that shows what is not here, so that nobody loses the place.

That is the other end of a move, or the text that is missing in a gap.
Imports Qt, the passage and the scene. Sizes are device-independent pixels.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from variorum.engine import Change, Side
from variorum.window.theme import Theme
from variorum.window.view.passage import MARGIN, Passage
from variorum.window.view.scene import Scene

CORNER: Final = 6.0
FRAME: Final = 2
"""Around what is on the card."""
BAR: Final = 3
"""The line at its edge, in the colour of moves."""
INSET: Final = BAR + FRAME + MARGIN
"""From the edge of the card to its text."""
SHADOW: Final = 22
_BESIDE_TITLE: Final = 12 + 6 + 2 * 4
"""The margins and the spaces of the line with the title."""


class Peek(QFrame):
    """The card; shown and placed by `Peeking`."""

    go_wanted = Signal()
    """The reader wants to go to the passage that the card shows."""
    close_wanted = Signal()
    """The reader has seen enough."""
    entered = Signal()
    """The mouse is over the card."""
    left = Signal()
    """The mouse has gone."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ink = theme.moved
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._go = QPushButton(self.tr("&Go There"), self)
        self._go.setDefault(True)
        self._go.setToolTip(self.tr("Go to this passage (Enter)"))
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._text = QScrollArea(self)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        # Where there is hardly any room, the title is to keep its own.
        self._text.setMinimumHeight(1)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setAccessibleName(self.tr("The passage"))
        self._build()
        self._go.clicked.connect(self.go_wanted)
        self._close.clicked.connect(self.close_wanted)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(SHADOW)
        shadow.setOffset(0, 3)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)
        self.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the keys to the first button; a focus proxy would keep Tab going round in here."""
        self._go.setFocus(event.reason())

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 6, 2)
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        head.addWidget(self._go)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(BAR + FRAME, FRAME, BAR + FRAME, 2 * FRAME)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._text, 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.update()

    def refresh(self) -> None:
        """Paint the passage anew: something else was found in it."""
        passage = self._text.widget()
        if passage is not None:
            passage.update()

    def show_end(self, scene: Scene, change: Change, side: Side, room: QSize) -> None:
        """Fill the card with one end of a change.

        Args:
            scene: what is shown in the panes.
            change: the move; or what is on one side only.
            side: of the end to show.
            room: how large the card may be at most.
        """
        span = change.span(side)
        assert span is not None
        title = self._words(scene, change, side)
        is_lone = change.span(side.other) is None
        self._ink = self._theme.side(side) if is_lone else self._theme.moved
        self._title.setText(title)
        self._title.setStyleSheet(f"color: {self._ink.pen}; font-weight: bold;")
        self._text.setStyleSheet(f"background: {self._theme.paper};")
        bar = self._text.verticalScrollBar().sizeHint().width()
        width = room.width() - 2 * (BAR + FRAME)
        passage = Passage(scene, side, span, width)
        beside = self._go.sizeHint().width() + self._close.sizeHint().width() + _BESIDE_TITLE
        high = self._title.heightForWidth(max(40, width - beside))
        head = max(self._go.sizeHint().height(), high) + 12
        rest = max(40, room.height() - head - 4 * FRAME)
        if passage.height() > rest:
            passage = Passage(scene, side, span, width - bar)
        self._text.setWidget(passage)
        self._text.verticalScrollBar().setValue(0)
        self._text.verticalScrollBar().setSingleStep(scene.typography.line_height)
        text = scene.comparison.document(side).text[span.start : span.end]
        self.setAccessibleName(title)
        self._text.setAccessibleDescription(text)
        self.resize(room.width(), head + 4 * FRAME + min(rest, passage.height()))

    def _words(self, scene: Scene, change: Change, side: Side) -> str:
        """Where it is."""
        span = change.span(side)
        assert span is not None
        sentence = scene.marks.sentence_at(side, span.start)
        paragraph = scene.comparison.document(side).sentences[sentence or 0].paragraph + 1
        if change.span(side.other) is None:
            words = {
                Side.LEFT: self.tr("Only in the left text, paragraph {paragraph}"),
                Side.RIGHT: self.tr("Only in the right text, paragraph {paragraph}"),
            }[side]
        elif side is Side.LEFT:
            words = self.tr("Left text, paragraph {paragraph}")
        else:
            words = self.tr("Right text, paragraph {paragraph}")
        return words.format(paragraph=QLocale().toString(paragraph))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the mouse is here."""
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the mouse has gone."""
        super().leaveEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """A sheet of paper with the colour of the change at its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(QColor(self._theme.paper))
        painter.setPen(QPen(QColor(self._ink.strong), 1))
        painter.drawRoundedRect(area, CORNER, CORNER)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ink.pen))
        painter.drawRoundedRect(QRectF(2, 8, BAR, self.height() - 16), 1.5, 1.5)

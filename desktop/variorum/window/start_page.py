"""What stands in the window before anything is open: a place for each text, and the sample.

Imports Qt and the window's pictures. Sizes are device-independent pixels.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from variorum.engine import Side
from variorum.window.icons import tinted_pixmap
from variorum.window.theme import Theme

_ZONE: Final = QSize(340, 300)
_LEAST_WIDTH: Final = 200
_RADIUS: Final = 8
_ICON: Final = 48
_BELOW_ICON: Final = 18
_TITLE: Final = 1.25
"""The size of the title of a sheet, to that of other words."""
_BELOW_TITLE: Final = 6
_ABOVE_HINT: Final = 14
_AROUND: Final = 16
"""Between the words and the edge of a sheet."""
_BETWEEN: Final = 28
"""Between the sheets and what is above and below them, where there is room."""


class DropZone(QAbstractButton):
    """A sheet of paper that waits for a text: drop a file on it, or press it to choose one."""

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._theme = theme
        self._file = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMaximumSize(_ZONE)
        self.set_file("")

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.update()

    def set_file(self, name: str) -> None:
        """Show that a file is chosen already; an empty name: none is."""
        self._file = name
        said = name or self.tr("no file yet")
        self.setAccessibleName(self.tr("{title}: {file}").format(title=self._title(), file=said))
        self.setAccessibleDescription(self._hint())
        self.setToolTip(self._hint())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The size of a small sheet."""
        return _ZONE

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for a few words, and high enough for the lines, if not for the sign."""
        return QSize(_LEAST_WIDTH, self._lines_height() + 2 * _AROUND)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Answer to the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Answer to the mouse."""
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Be pressed by Enter, too, as all that reads like a link."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet, its sign and its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_sheet(painter)
        area = self.rect().adjusted(_AROUND, 0, -_AROUND, 0)
        lines = self._lines_height()
        with_icon = self.height() >= _ICON + _BELOW_ICON + lines + 2 * _AROUND
        top = (self.height() - lines - (_ICON + _BELOW_ICON if with_icon else 0)) // 2
        if with_icon:
            name = "page-done" if self._file else "page"
            colour = self._theme.current if self._file else self._theme.muted
            pixmap = tinted_pixmap(name, colour, _ICON, self.devicePixelRatioF())
            painter.drawPixmap(area.center().x() - _ICON // 2, top, pixmap)
            top += _ICON + _BELOW_ICON
        top = self._paint_words(painter, area, top, self._title(), _TITLE, strong=True)
        text = self._file or self._about()
        painter.setPen(QColor(self._theme.text if self._file else self._theme.muted))
        top = self._paint_words(painter, area, top + _BELOW_TITLE, text, 1.0)
        painter.setPen(QColor(self._theme.current))
        self._paint_words(painter, area, top + _ABOVE_HINT, self.shown_hint(), 1.0)

    def _lines_height(self) -> int:
        """How high the lines are, with what is between them."""
        title = QFontMetrics(self._font(_TITLE, strong=True)).lineSpacing()
        return title + 2 * self.fontMetrics().lineSpacing() + _BELOW_TITLE + _ABOVE_HINT

    def shown_hint(self) -> str:
        """What to do, in as many words as there is room for."""
        room = self.width() - 2 * _AROUND
        whole, short = self._hint(), self.tr("Choose a file…")
        wide = self.fontMetrics().horizontalAdvance(whole) > room
        return short if wide and not self._file else whole

    def _paint_sheet(self, painter: QPainter) -> None:
        lively = self.underMouse() or self.isDown()
        colour = self._theme.current if lively or self.hasFocus() else self._theme.muted
        pen = QPen(QColor(colour), 2 if self.hasFocus() else 1.4)
        if not self._file:
            pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(self._theme.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.setPen(QColor(self._theme.text))

    def _paint_words(
        self,
        painter: QPainter,
        area: QRect,
        top: int,
        text: str,
        size: float,
        *,
        strong: bool = False,
    ) -> int:
        """Write centred words.

        Returns:
            Where they end, downwards.
        """
        font = self._font(size, strong=strong)
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, area.width())
        row = QRect(area.left(), top, area.width(), QFontMetrics(font).lineSpacing())
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, shown)
        return row.bottom() + 1

    def _font(self, size: float, *, strong: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * size)
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _title(self) -> str:
        left, right = self.tr("The left text"), self.tr("The right text")
        return left if self._side is Side.LEFT else right

    def _about(self) -> str:
        left, right = self.tr("mostly the earlier version"), self.tr("mostly the later version")
        return left if self._side is Side.LEFT else right

    def _hint(self) -> str:
        if self._file:
            return self.tr("Choose another file…")
        return self.tr("Drop a file here, or choose one…")


class StartPage(QWidget):
    """Two sheets side by side, as the two texts will stand, and a way to the sample."""

    side_wanted = Signal(object)
    """The reader wants to choose the file of this `Side`."""
    sample_wanted = Signal()
    """The reader wants to see the sample."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zones = {side: DropZone(side, theme, self) for side in Side}
        self._zones[Side.LEFT].clicked.connect(self._on_left)
        self._zones[Side.RIGHT].clicked.connect(self._on_right)
        self._title = self._make_title()
        self._sample = QPushButton(self.tr("Open the &Sample"), self)
        self._sample.setToolTip(
            self.tr("An article and its reworded copy show what Variorum can point out")
        )
        self._sample.setAutoDefault(True)  # pressed by Enter, too
        self._sample.clicked.connect(self.sample_wanted)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        for zone in self._zones.values():
            zone.set_theme(theme)

    def set_file(self, side: Side, name: str) -> None:
        """Show that a side is chosen already; an empty name: it is not."""
        self._zones[side].set_file(name)

    def _make_title(self) -> QLabel:
        title = QLabel(self.tr("What became of a text?"), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        title.setFont(font)
        return title

    def _lay_out(self) -> None:
        say = QLabel(
            self.tr("See two versions side by side, sentence by sentence."),
            self,
        )
        say.setWordWrap(True)
        say.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        centre = Qt.AlignmentFlag.AlignHCenter
        sheets = QHBoxLayout()
        sheets.setSpacing(28)
        sheets.addStretch(1)
        sheets.addWidget(self._zones[Side.LEFT], 20)
        sheets.addWidget(self._zones[Side.RIGHT], 20)
        sheets.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 24, 28, 24)
        whole.addStretch(3)
        whole.addWidget(self._title, 0, centre)
        whole.addSpacing(4)
        whole.addWidget(say)
        policy = QSizePolicy.Policy
        for _ in range(2):
            whole.addSpacerItem(QSpacerItem(0, _BETWEEN, policy.Minimum, policy.Maximum))
        whole.insertLayout(whole.count() - 1, sheets, 20)
        sample = QHBoxLayout()
        sample.setSpacing(10)
        sample.addStretch(1)
        sample.addWidget(QLabel(self.tr("New here?"), self))
        sample.addWidget(self._sample)
        sample.addStretch(1)
        whole.addLayout(sample)
        whole.addStretch(4)

    @Slot()
    def _on_left(self) -> None:
        self.side_wanted.emit(Side.LEFT)

    @Slot()
    def _on_right(self) -> None:
        self.side_wanted.emit(Side.RIGHT)

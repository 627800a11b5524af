"""Files dropped anywhere on the window: one becomes the side that it is dropped on, two a pair.

Imports Qt. Positions are device-independent pixels of the window.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from variorum.engine import Side
from variorum.sessions import holds_session
from variorum.window.theme import Theme

PAIR: Final = 2
"""How many files make a comparison."""

_INSET: Final = 10
_RADIUS: Final = 10


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """The one or two files that are being dragged; nothing when it is something else, or more."""
    if not data.hasUrls():
        return ()
    urls = data.urls()
    if len(urls) > PAIR or not all(url.isLocalFile() for url in urls):
        return ()
    return tuple(Path(url.toLocalFile()) for url in urls)


def side_at(x: int, width: int) -> Side:
    """The side that a place across the window belongs to."""
    return Side.LEFT if x < width // 2 else Side.RIGHT


class DropOverlay(QWidget):
    """Shows, while files hover over the window, what dropping them would do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side: Side | None = None
        # The window beneath handles the drag; this only paints.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme

    def aim(self, area: QRect, side: Side | None, *, session: bool = False) -> None:
        """Show what would happen.

        Args:
            area: of the texts.
            side: that one file would become; None: two files, the pair, or a session.
            session: a session would be opened.
        """
        self._side = side
        whole = self.tr("Open this session") if session else self.tr("Compare these two files")
        sides = {Side.LEFT: self.tr("Open as the left text"), None: whole}
        self.setAccessibleName(sides.get(side, self.tr("Open as the right text")))
        self.setGeometry(area)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint one half, or both, with a word on each."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._theme.desk)
        veil.setAlpha(170)
        painter.fillRect(self.rect(), veil)
        half = self.width() // 2
        halves = {
            Side.LEFT: QRect(0, 0, half, self.height()),
            Side.RIGHT: QRect(half, 0, self.width() - half, self.height()),
        }
        area = self.rect() if self._side is None else halves[self._side]
        self._paint_area(painter, area, self.accessibleName())

    def _paint_area(self, painter: QPainter, area: QRect, text: str) -> None:
        ink = QColor(self._theme.current)
        painter.setPen(QPen(ink, 2))
        fill = QColor(self._theme.paper)
        fill.setAlpha(235)
        painter.setBrush(fill)
        inner = area.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(inner, _RADIUS, _RADIUS)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        painter.setFont(font)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)


class DropHandler(QObject):
    """Takes files that are dropped anywhere on a window."""

    dropped = Signal(object, object)
    """The one or two paths as a tuple, and the `Side` that a single one was dropped on."""

    def __init__(self, window: QWidget, central: QWidget, theme: Theme) -> None:
        """Watch a window.

        Args:
            window: it takes the drops.
            central: the part of it that the two texts share; its halves are the sides.
            theme: the colours of the window.
        """
        super().__init__(window)
        self._central = central
        self._overlay = DropOverlay(theme, window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._overlay.set_theme(theme)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Answer to what is dragged over the window."""
        if isinstance(event, QDropEvent):  # also entering and moving
            paths = dropped_files(event.mimeData())
            if not paths:
                return False
            event.acceptProposedAction()
            side = self._side(event.position().toPoint())
            if event.type() == QEvent.Type.Drop:
                self._overlay.hide()
                self.dropped.emit(paths, side)
            else:
                session = len(paths) == 1 and holds_session(paths[0])
                aim = None if len(paths) == PAIR or session else side
                self._overlay.aim(self._central.geometry(), aim, session=session)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._overlay.hide()
        return False

    def _side(self, position: QPoint) -> Side:
        area = self._central.geometry()
        return side_at(position.x() - area.left(), area.width())

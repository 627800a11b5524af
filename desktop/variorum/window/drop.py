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
from variorum.window.view import ComparisonView

PAIR: Final = 2
"""How many files make a comparison."""

_INSET: Final = 10
_RADIUS: Final = 10


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """The one or two files that are being dragged; nothing when it is something else, or more."""
    urls = data.urls() if data.hasUrls() else []
    if len(urls) > PAIR or not all(url.isLocalFile() for url in urls):
        return ()
    return tuple(Path(url.toLocalFile()) for url in urls)


def too_many(data: QMimeData) -> bool:
    """Whether it is files, and more than can be compared."""
    urls = data.urls() if data.hasUrls() else []
    return len(urls) > PAIR and all(url.isLocalFile() for url in urls)


def take_copy(event: QDropEvent) -> None:
    """Accept what is dragged, but never as moved: who lets it be dragged may delete it then."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def side_at(x: int, border: int) -> Side:
    """The side that a place belongs to, before or after the border of the two."""
    return Side.LEFT if x < border else Side.RIGHT


class FilesPassBy(QObject):
    """Lets files that are dragged over a field go on to the window: nobody wants their names there.

    Words are still dropped into it.
    """

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep from the field what the window takes, or says why not."""
        if not isinstance(event, QDropEvent):
            return False
        data = event.mimeData()
        if not dropped_files(data) and not too_many(data):
            return False
        event.ignore()
        return True


def let_files_pass(field: QWidget) -> None:
    """Leave files that are dragged over a field to the window that it stands in."""
    field.installEventFilter(FilesPassBy(field))


class DropOverlay(QWidget):
    """Shows, while files hover over the window, what dropping them would do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side: Side | None = None
        self._border = 0
        # The window beneath handles the drag; this only paints.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme

    def aim(self, area: QRect, border: int, side: Side | None, *, session: bool = False) -> None:
        """Show what would happen.

        Args:
            area: of the texts.
            border: where the right text begins, from the left edge of the area.
            side: that one file would become; None: two files, the pair, or a session.
            session: a session would be opened.
        """
        self._side, self._border = side, border
        whole = self.tr("Open this session") if session else self.tr("Compare these two files")
        sides = {Side.LEFT: self.tr("Open as the left text"), None: whole}
        self._tell(sides.get(side, self.tr("Open as the right text")), area)

    def refuse(self, area: QRect) -> None:
        """Say that these are too many files."""
        self._side = None
        self._tell(self.tr("Only two files can be compared"), area)

    def _tell(self, words: str, area: QRect) -> None:
        self.setAccessibleName(words)
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
        border = self._border
        halves = {
            Side.LEFT: QRect(0, 0, border, self.height()),
            Side.RIGHT: QRect(border, 0, self.width() - border, self.height()),
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

    def __init__(
        self, window: QWidget, central: QWidget, view: ComparisonView, theme: Theme
    ) -> None:
        """Watch a window.

        Args:
            window: it takes the drops.
            central: the part of it that the two texts share; its halves are the sides.
            view: stands in it when there are texts: the sides are its panes then.
            theme: the colours of the window.
        """
        super().__init__(window)
        self._window = window
        self._central = central
        self._view = view
        self._overlay = DropOverlay(theme, window)
        self._is_session = False
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._overlay.set_theme(theme)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Answer to what is dragged over the window."""
        if isinstance(event, QDropEvent):  # also entering and moving
            if too_many(event.mimeData()):
                return self._refuse(event)
            paths = dropped_files(event.mimeData())
            if not paths:
                return False
            take_copy(event)
            area, border = self._area(), self._border()
            side = side_at(event.position().toPoint().x() - area.left(), border)
            if event.type() == QEvent.Type.Drop:
                self._overlay.hide()
                self.dropped.emit(paths, side)
            else:
                if event.type() == QEvent.Type.DragEnter:  # that of a page takes a look into it
                    self._is_session = len(paths) == 1 and holds_session(paths[0])
                aim = None if len(paths) == PAIR or self._is_session else side
                self._overlay.aim(area, border, aim, session=self._is_session)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._overlay.hide()
        return False

    def _refuse(self, event: QDropEvent) -> bool:
        """Say that there are too many files, as long as they are over the window."""
        # Never moved: see `take_copy`.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        if event.type() == QEvent.Type.Drop:
            self._overlay.hide()
            event.ignore()
        else:
            self._overlay.refuse(self._area())
            event.accept()  # or one would not hear that they have gone
        return True

    def _area(self) -> QRect:
        """Of the texts, in the window: what they stand in is not the window itself."""
        return QRect(self._central.mapTo(self._window, QPoint(0, 0)), self._central.size())

    def _border(self) -> int:
        """Where the right text begins, from the left edge of that area."""
        return self._view.middle() if self._view.isVisible() else self._central.width() // 2

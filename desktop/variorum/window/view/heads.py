"""What stands above the two panes: the name of each text and what is known of it.

Imports Qt. Widths are device-independent pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from variorum.window.theme import Theme

MARGIN: Final = 12
"""Free space at both sides of a head."""
STROKE: Final = 2
"""The line under the head of the active side."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a pane."""

    title: str = ""
    """The file's name."""
    detail: str = ""
    """A few words more, such as "1,023 words · English · UTF-8"."""
    tool_tip: str = ""
    """All that is known of the text: shown when the mouse rests on the head."""


class HeadBar(QWidget):
    """The head of one pane; a line under it says that its side has the keys."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head = Head()
        self._active = False
        self._focused = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_head(self, head: Head) -> None:
        """Show another text's name."""
        self._head = head
        # As markup, in which nothing is markup: what a file is called must never load an image.
        words = escape(head.tool_tip).replace("\n", "<br>")
        self.setToolTip(f"<p style='white-space: pre'>{words}</p>" if words else "")
        self.setAccessibleDescription(head.tool_tip)
        self.setAccessibleName(" ".join(filter(None, (head.title, head.detail))))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.update()

    def set_active(self, *, active: bool) -> None:
        """Tell whether its side has the keys."""
        if active != self._active:
            self._active = active
            self.update()

    def set_focused(self, *, focused: bool) -> None:
        """Tell whether the keys go there just now, and not to a list or a button."""
        if focused != self._focused:
            self._focused = focused
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A line of text with some air."""
        return QSize(200, QFontMetrics(self._title_font()).height() + 14)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the desktop's font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint title, detail and the line of the active side."""
        painter = QPainter(self)
        theme = self._theme
        painter.fillRect(self.rect(), QColor(theme.desk))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.rule))
        if self._active:
            line = QRect(0, self.height() - STROKE, self.width(), STROKE)
            painter.fillRect(line, QColor(theme.current if self._focused else theme.muted))
        area = self.rect().adjusted(MARGIN, 0, -MARGIN, -STROKE)
        title_font, detail_font = self._title_font(), self.font()
        metrics = QFontMetrics(title_font)
        elide = Qt.TextElideMode.ElideMiddle
        title = metrics.elidedText(self._head.title, elide, area.width())
        painter.setFont(title_font)
        painter.setPen(QColor(theme.text))
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, align | Qt.AlignmentFlag.AlignLeft, title)
        taken = metrics.horizontalAdvance(title) + 16
        rest = area.adjusted(taken, 0, 0, 0)
        if rest.width() > 60:
            metrics = QFontMetrics(detail_font)
            detail = metrics.elidedText(
                self._head.detail, Qt.TextElideMode.ElideRight, rest.width()
            )
            painter.setFont(detail_font)
            painter.setPen(QColor(theme.muted))
            painter.drawText(rest, align | Qt.AlignmentFlag.AlignRight, detail)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

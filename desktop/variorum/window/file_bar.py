"""The bar below the texts that tells what became of their files.

Imports Qt and the theme; decides nothing itself. It stands below the texts, as the other bars do:
above them it would move the line that one reads.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from variorum.engine import Side
from variorum.readers import Freshness, printable
from variorum.window.file_watch import News
from variorum.window.icons import tinted_icon
from variorum.window.naming import LONGEST, as_tool_tip, named
from variorum.window.theme import Theme

_WAYS: Final = ((LONGEST, True), (40, True), (24, True), (40, False), (24, False), (16, False))
"""With so many characters of a name it is said, and with or without what one may think of; the
first for which there is room is taken."""
_LINES: Final = 3
"""In so many lines: the texts need the room more."""
_ICON: Final = 16
"""The size of the cross."""


class FileBar(QWidget):
    """Says one thing, offers one, and can be put away."""

    told = Signal(str)
    """Something else is said now."""
    again_wanted = Signal()
    """The files that have changed are to be read again."""
    close_wanted = Signal()
    """It is known."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._news: tuple[News, ...] = ()
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        # The longest name must not make the window wide.
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._again = QPushButton(self.tr("&Read Anew"), self)
        self._again.setToolTip(self.tr("Notes, verdicts and your place go along (F5)"))
        self._again.clicked.connect(self.again_wanted)
        self._closer = QToolButton(self)
        self._closer.setAutoRaise(True)
        self._closer.setToolTip(self.tr("Keep what was read (Esc)"))
        self._closer.setAccessibleName(self.tr("Keep what was read"))
        self._closer.clicked.connect(self.close_wanted)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        row.addWidget(self._again)
        row.addWidget(self._closer)
        # Else the style sheet paints the parts alone.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("file_bar")
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.setStyleSheet(
            f"#file_bar {{ background: {theme.edited.wash}; border-top: 1px solid {theme.rule}; }}"
        )
        self._closer.setIcon(tinted_icon("stop", theme.text, _ICON))

    def allow(self, *, reading: bool) -> None:
        """Whether something can be read now."""
        self._again.setEnabled(reading)

    def tell(self, news: tuple[News, ...]) -> None:
        """Say this; nothing: be gone."""
        self._news = news
        self._again.setVisible(any(each.freshness is Freshness.CHANGED for each in news))
        places = dict.fromkeys(printable(str(each.path)) for each in news)
        self._said.setToolTip(as_tool_tip("\n".join((self._words(), *places))))
        self._fit()
        self.setVisible(bool(news))
        if news:
            self.told.emit(self._words())

    def event(self, event: QEvent) -> bool:
        """Esc puts it away when the keys are on a button, whatever is compared now."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.KeyPress:
                self.close_wanted.emit()
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say as much of the names as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        taken: list[QWidget] = (
            [self._closer] if self._again.isHidden() else [self._again, self._closer]
        )
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        room -= sum(part.sizeHint().width() + self._row.spacing() for part in taken)
        metrics = self._said.fontMetrics()
        most = (_LINES + 0.5) * metrics.lineSpacing()
        for longest, full in _WAYS:
            self._said.setText(self._words(longest, full=full))
            names = (self._name(each, longest) for each in self._news)
            fits = all(metrics.horizontalAdvance(name) <= room for name in names)
            if fits and self._said.heightForWidth(room) < most:
                break

    # Words

    def _words(self, longest: int = LONGEST, *, full: bool = True) -> str:
        """What there is to say.

        Args:
            longest: so many characters of a name are shown.
            full: say what that means for the texts, too.
        """
        told = []
        for freshness in (Freshness.CHANGED, Freshness.GONE, Freshness.UNREADABLE):
            found = [each for each in self._news if each.freshness is freshness]
            names = list(dict.fromkeys(self._name(each, longest) for each in found))
            if names:
                told.append(self._sentence(freshness, names))
        if full and any(each.freshness is not Freshness.CHANGED for each in self._news):
            told.append(self.tr("What you see is what was read."))
        return " ".join(told)

    def _sentence(self, freshness: Freshness, names: list[str]) -> str:
        one = {
            Freshness.CHANGED: self.tr("{file} has changed since it was read."),
            Freshness.GONE: self.tr("{file} is no longer there."),
            Freshness.UNREADABLE: self.tr("{file} cannot be read any more."),
        }
        two = {
            Freshness.CHANGED: self.tr("{first} and {second} have changed since they were read."),
            Freshness.GONE: self.tr("{first} and {second} are no longer there."),
            Freshness.UNREADABLE: self.tr("{first} and {second} cannot be read any more."),
        }
        if len(names) == 1:
            return one[freshness].format(file=names[0])
        return two[freshness].format(first=names[0], second=names[1])

    def _name(self, news: News, longest: int) -> str:
        """What to call a file: its name, and which of the two it is where both have it."""
        name = named(news.name, longest)
        if not news.has_namesake:
            return self.tr("“{name}”").format(name=name)
        if news.side is Side.LEFT:
            return self.tr("“{name}” (left)").format(name=name)
        return self.tr("“{name}” (right)").format(name=name)

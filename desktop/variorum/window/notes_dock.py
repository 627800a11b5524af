"""The dock with the notes, whose many parts are made when it is first seen.

Imports Qt, and the panel when it is wanted: most who compare two texts look at these first.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from variorum.engine import Change
from variorum.reports.marks import Marks
from variorum.window.dock import Dock
from variorum.window.note_subjects import Subject
from variorum.window.note_wishes import NoteWishes
from variorum.window.reviewing import Reviewing
from variorum.window.theme import Theme
from variorum.window.verdicts import VerdictNames

if TYPE_CHECKING:
    from variorum.window.notes_panel import NotesPanel

_LEAST_HEIGHT: Final = 120
"""In device-independent pixels: on a low screen, with the list of changes below the texts, there
may be no room for all parts at once."""

_AROUND: Final = 6
"""So much is seen above and below what has the keys."""


class _Frame(QScrollArea):
    """Holds the panel, and scrolls it where the window is too low for it."""

    def __init__(self, panel: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._panel = panel
        self.verticalScrollBar().setAccessibleName(self.tr("Scroll the notes"))
        self.setWidgetResizable(True)
        self.setWidget(panel)
        # What is scrolled goes under the title beneath a line, not as if it were cut off there.
        self.edge = QWidget(self)
        """The line."""
        self.edge.setAutoFillBackground(True)
        self.edge.setBackgroundRole(QPalette.ColorRole.Mid)
        self.edge.hide()
        self.verticalScrollBar().valueChanged.connect(self.edge.setVisible)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._show_part)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As the panel wants it."""
        return self._panel.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the panel and the bar beside it, and as low as need be."""
        bar = self.verticalScrollBar().sizeHint().width()
        least = self._panel.minimumSizeHint()
        return QSize(least.width() + bar, min(least.height(), _LEAST_HEIGHT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The panel has other parts now, and wants another width."""
        if watched is self._panel and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Whatever has the keys stays in sight."""
        super().resizeEvent(event)
        self.edge.setGeometry(0, 0, self.width(), 1)
        self.edge.raise_()
        self._show_part(None, self._panel.focusWidget())

    @Slot(QWidget, QWidget)
    def _show_part(self, _before: QWidget | None, part: QWidget | None) -> None:
        """Bring the whole of a part into sight that has the keys, by whatever way they came."""
        panel = self._panel
        if part is not None and part.hasFocus() and panel.isAncestorOf(part):
            middle = part.mapTo(panel, part.rect().center())
            self.ensureVisible(middle.x(), middle.y(), 0, part.height() // 2 + _AROUND)


class NotesDock(Dock):
    """Where the notes are."""

    def __init__(
        self, reviewing: Reviewing, words: VerdictNames, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Notes"))
        self.setObjectName("notes_dock")
        self.wishes = NoteWishes(self)
        """What somebody wants who looks at the notes."""
        self._reviewing = reviewing
        self._words = words
        self._theme = theme
        self._keys: list[str] = []
        self._marks: Marks | None = None
        self._current: Change | None = None

    @cached_property
    def panel(self) -> NotesPanel:
        """What is said of one thing, and of all."""
        from variorum.window.notes_panel import NotesPanel  # noqa: PLC0415 - see the top

        panel = NotesPanel(self._reviewing, self._words, self._theme, self.wishes, self)
        panel.set_keys(self._keys)
        panel.set_marks(self._marks)
        panel.set_current(self._current)
        panel.title.close_wanted.connect(self.close)
        self.setTitleBarWidget(panel.title)
        self.setWidget(_Frame(panel, self))
        return panel

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001, N802 - Qt's
        """Whoever shows it, a menu of Qt's or the state of the last time, finds it whole."""
        if visible:
            _ = self.panel
        super().setVisible(visible)

    @property
    def _made(self) -> NotesPanel | None:
        return self.panel if "panel" in self.__dict__ else None

    def set_keys(self, keys: list[str]) -> None:
        """Tell the keys of the verdicts, as people read them, in the order of the verdicts."""
        self._keys = keys
        if self._made is not None:
            self._made.set_keys(keys)

    def set_marks(self, marks: Marks | None) -> None:
        """Serve another comparison."""
        self._marks = marks
        if self._made is not None:
            self._made.set_marks(marks)

    def set_current(self, change: Change | None) -> None:
        """Show what is said of a change: the reader went there."""
        self._current = change
        if self._made is not None:
            self._made.set_current(change)

    @Slot()
    def leave_change(self) -> None:
        """No change is the current one any more."""
        self._current = None
        if self._made is not None:
            self._made.leave_change()

    def show_subject(self, subject: Subject) -> None:
        """Show what is said of something."""
        self.panel.show_subject(subject)

    def write(self) -> None:
        """Give the keys to the note."""
        self.panel.write()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        if self._made is not None:
            self._made.set_theme(theme)

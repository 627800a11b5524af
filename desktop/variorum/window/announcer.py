"""Says aloud what happens elsewhere than at the keyboard's focus, through the screen reader.

Imports Qt's accessibility and what goes from change to change. Where no screen reader listens,
nothing is done at all.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from variorum.reports.marks import Marks
from variorum.window.navigation import Navigation
from variorum.window.spoken import SpokenChanges
from variorum.window.view import ComparisonView


class Announcer(QObject):
    """The voice of a window."""

    def __init__(
        self, view: ComparisonView, navigation: Navigation, changes: QWidget, window: QWidget
    ) -> None:
        """Listen.

        Args:
            view: the panes.
            navigation: tells where the reader has gone to.
            changes: the list of changes, which speaks for itself while it has the keys.
            window: speaks.
        """
        super().__init__(window)
        self._view = view
        self._changes = changes
        self._window = window
        self._words = SpokenChanges(self)
        self._marks: Marks | None = None
        navigation.arrived.connect(self._on_arrived)
        navigation.stepped.connect(self._on_stepped)

    def set_marks(self, marks: Marks | None) -> None:
        """Speak of another comparison."""
        self._marks = marks

    @Slot(str)
    def say(self, words: str) -> None:
        """Say something when there is a pause."""
        self._announce(words, QAccessible.AnnouncementPoliteness.Polite)

    @Slot()
    def tell_result(self) -> None:
        """Say how many changes there are: the texts have been compared."""
        if self._marks is not None and self._marks.comparison.complete:
            self.say(self.tr("%Ln changes", "", len(self._marks.changes)))

    @Slot(int)
    def _on_arrived(self, number: int) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._changes.isAncestorOf(focus):
            return
        if QAccessible.isActive() and self._marks is not None:
            self._answer(self._words.change(self._marks, self._marks.changes[number - 1]))

    @Slot()
    def _on_stepped(self) -> None:
        stop, number = self._view.current_stop(), self._view.current_change()
        if QAccessible.isActive() and self._marks is not None and stop and number:
            self._answer(self._words.stop(self._marks, self._marks.changes[number - 1], stop))

    def _answer(self, words: str) -> None:
        """Say at once what a key that was pressed has led to."""
        self._announce(words, QAccessible.AnnouncementPoliteness.Assertive)

    def _announce(self, words: str, politeness: QAccessible.AnnouncementPoliteness) -> None:
        if words and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._window, words)
            event.setPoliteness(politeness)
            QAccessible.updateAccessibility(event)

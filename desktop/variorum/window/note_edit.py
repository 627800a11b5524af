"""The field in which a note is written.

Imports Qt. Undo and redo are not its own: the window's history has every step of every note.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from variorum.window.drop import let_files_pass

PAUSE = 1000
"""Milliseconds without typing after which the next letter begins another step."""

_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class NoteEdit(QPlainTextEdit):
    """Plain text of any length."""

    written = Signal(str)
    """The reader typed; the whole text."""
    paused = Signal()
    """The reader stopped typing for a while, or went elsewhere."""
    finished = Signal()
    """The reader wants back to the texts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note_edit")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        # Tab goes on to the next part of the window: without a mouse there is no other way out.
        self.setTabChangesFocus(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.paused)
        self.textChanged.connect(self._on_text)
        self._setting = False
        let_files_pass(self.viewport())

    def show_text(self, text: str) -> None:
        """Show another note, or what became of this one; what is the same stays as it is."""
        if text == self.toPlainText():
            return
        place = self.textCursor().position()
        self._setting = True
        self.setPlainText(text)
        self._setting = False
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setPosition(min(place, cursor.position()))
        self.setTextCursor(cursor)

    def to_end(self) -> None:
        """Go behind the last letter."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo and redo to the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in _HISTORY)
        ):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Write; Esc goes back to the texts."""
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever comes back begins another step."""
        super().focusOutEvent(event)
        self._pause.stop()
        self.paused.emit()

    def _on_text(self) -> None:
        if not self._setting:
            self._pause.start()
            self.written.emit(self.toPlainText())

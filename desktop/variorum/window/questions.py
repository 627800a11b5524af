"""What the window asks before something is lost, and when files are not what they were.

Imports Qt and what the answers need. All boxes are opened, never waited for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from variorum.engine import Side
from variorum.readers import printable
from variorum.window.keeping import Keeping
from variorum.window.naming import named

if TYPE_CHECKING:
    from variorum.sessions import Found, Session

_ROLE: Final = QMessageBox.ButtonRole


class Leaving(QObject):
    """Asks whether to save before notes are left, and goes on when that is settled."""

    save_wanted = Signal()
    """The session is to be saved; `went_well` or `gave_up` is to follow."""

    def __init__(self, keeping: Keeping, window: QWidget) -> None:
        super().__init__(window)
        self._keeping = keeping
        self._window = window
        self._then: Callable[[], None] | None = None
        self._box: QMessageBox | None = None

    def then(self, go: Callable[[], None]) -> None:
        """Do something that leaves what is open, at once if nothing would be lost."""
        if not self._keeping.unsaved:
            go()
            return
        self._then = go
        if self._box is not None:  # it asks already
            return
        what, question = self._what_is_lost()
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Variorum"), what, parent=self._window)
        box.setInformativeText(question)
        kinds = QMessageBox.StandardButton
        box.setStandardButtons(kinds.Save | kinds.Discard | kinds.Cancel)
        box.setDefaultButton(kinds.Save)
        box.setObjectName("unsaved")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._on_answer)
        self._box = box
        box.open()

    def _what_is_lost(self) -> tuple[str, str]:
        """What is not saved, and what may be done about it."""
        if self._keeping.said_is_saved:  # what has changed are the texts, or how they are compared
            what = self.tr("The session is not saved as it is now. Your notes are.")
            return what, self.tr("Save it as it is now?")
        question = self.tr("Save them in a session, to go on with them later?")
        session = self._keeping.session()
        if session is not None and session.pins and not session.review.says_something:
            return self.tr("Your pins are not saved."), question
        return self.tr("Your notes are not saved."), question

    @Slot(int)
    def _on_answer(self, answer: int) -> None:
        self._box = None
        if answer == QMessageBox.StandardButton.Save.value:
            self.save_wanted.emit()
        elif answer == QMessageBox.StandardButton.Discard.value:
            self._leave()
        else:
            self.gave_up()

    @Slot()
    def went_well(self) -> None:
        """It is saved: go on, unless more was said while it was written."""
        go, self._then = self._then, None
        if go is not None:
            self.then(go)

    def _leave(self) -> None:
        """Go on, whatever is lost."""
        go, self._then = self._then, None
        if go is not None:
            go()

    @Slot()
    def gave_up(self) -> None:
        """Nothing was saved: stay."""
        self._then = None


class ChangedFiles(QObject):
    """Tells that files read otherwise now than in a session, and offers to compare anew."""

    again_wanted = Signal(object)
    """These sides are to be read again."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._sides: tuple[Side, ...] = ()
        self._again: QAbstractButton | None = None
        self._box: QMessageBox | None = None

    def withdraw(self) -> None:
        """What was asked about is not what is open any more."""
        if self._box is not None:
            self._box.close()

    def ask(self, session: Session, sides: tuple[Side, ...]) -> None:
        """Ask what to do about the texts of some sides."""
        self._sides = sides
        names = [named(printable(session.source(side).name)) for side in sides]
        if len(names) == 1:
            told = self.tr("“{name}” has changed since this session was saved.")
            what = told.format(name=names[0])
        else:
            told = self.tr("“{first}” and “{second}” have changed since this session was saved.")
            what = told.format(first=names[0], second=names[1])
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Variorum"), what, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            self.tr(
                "You see the texts as they were. Compared anew, each note goes where its words "
                "went; those whose words are gone are listed."
            )
        )
        self._again = box.addButton(self.tr("&Compare Anew"), _ROLE.AcceptRole)
        keep = box.addButton(self.tr("&Keep These Texts"), _ROLE.RejectRole)
        box.setEscapeButton(keep)
        box.setObjectName("changed_files")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._on_answer)
        self._box = box
        box.open()

    @Slot()
    def _on_answer(self) -> None:
        button = None if self._box is None else self._box.clickedButton()
        again, self._again, self._box = self._again, None, None
        if button is not None and button is again:
            self.again_wanted.emit(self._sides)


class SavedElsewhere(QObject):
    """Tells that somebody else has written to a session's file, before that is replaced."""

    replace_wanted = Signal(object)
    """The session is to be written to this path, whatever stands there."""
    other_wanted = Signal()
    """It is to be saved under another name."""
    gave_up = Signal()
    """It is not to be saved now."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._path: Path | None = None
        self._box: QMessageBox | None = None
        self._replace: QAbstractButton | None = None
        self._other: QAbstractButton | None = None

    @Slot(object)
    def ask(self, path: Path) -> None:
        """Ask what to do about a file."""
        self._path = path
        told = self.tr("“{name}” has been saved elsewhere since it was opened here.")
        what = told.format(name=named(printable(path.name)))
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Variorum"), what, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            self.tr("If you replace it, what was said there since then is lost.")
        )
        self._other = box.addButton(self.tr("Save &As…"), _ROLE.AcceptRole)
        self._replace = box.addButton(self.tr("&Replace It"), _ROLE.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        assert isinstance(self._other, QPushButton)
        box.setDefaultButton(self._other)
        box.setObjectName("saved_elsewhere")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._on_answer)
        self._box = box
        box.open()

    @Slot()
    def _on_answer(self) -> None:
        button = None if self._box is None else self._box.clickedButton()
        wanted = self._replace, self._other
        self._box = self._replace = self._other = None
        if button is None or button not in wanted:
            self.gave_up.emit()
        elif button is wanted[0]:
            self.replace_wanted.emit(self._path)
        else:
            self.other_wanted.emit()


class DraftsDialog(QDialog):
    """Offers what was never saved."""

    chosen = Signal(object)
    """This `Found` is to be opened."""
    thrown_away = Signal(object)
    """This `Found` is not wanted any more."""

    def __init__(self, found: Sequence[Found], parent: QWidget) -> None:
        super().__init__(parent)
        self._found = list(found)
        self.setWindowTitle(self.tr("Unsaved Notes"))
        self.setObjectName("drafts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head = QLabel(
            self.tr("Variorum found notes that were not saved when it ended the last time."), self
        )
        head.setWordWrap(True)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Unsaved notes"))
        self._list.setSpacing(4)
        for one in self._found:
            self._list.addItem(self._describe(one))
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self._on_open)
        opening = QPushButton(self.tr("&Open"), self)
        opening.setDefault(True)
        opening.setObjectName("draft_open")
        opening.clicked.connect(self._on_open)
        throwing = QPushButton(self.tr("&Throw Away"), self)
        throwing.setObjectName("draft_throw_away")
        throwing.setAutoDefault(False)
        throwing.clicked.connect(self._on_throw_away)
        later = QPushButton(self.tr("&Later"), self)
        later.setToolTip(self.tr("Ask again at the next start"))
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(throwing)
        row.addStretch(1)
        row.addWidget(later)
        row.addWidget(opening)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self._list, 1)
        column.addLayout(row)
        self.resize(520, 260)

    @property
    def left(self) -> list[Found]:
        """What nobody has decided about."""
        return self._found

    def _describe(self, found: Found) -> str:
        session, review = found.session, found.session.review
        count = len(review.judgements) + len(review.remarks) + len(review.strays)
        moment = QDateTime.fromSecsSinceEpoch(int(found.written.timestamp()))
        names = self.tr("{left} – {right}").format(
            left=named(session.left.name), right=named(session.right.name)
        )
        if found.file is not None:
            names = f"{named(printable(found.file.name))}: {names}"
        pins = len(session.pins)
        told = [self.tr("%Ln notes and verdicts", "", count)] if count or not pins else []
        told += [self.tr("%Ln pins", "", pins)] if pins else []
        return self.tr("{names}\n{notes}, {when}").format(
            names=names,
            notes=", ".join(told),
            when=QLocale().toString(moment, QLocale.FormatType.ShortFormat),
        )

    @Slot()
    def _on_open(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._found):
            self.chosen.emit(self._found.pop(row))
            self.accept()

    @Slot()
    def _on_throw_away(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._found):
            self.thrown_away.emit(self._found.pop(row))
            self._list.takeItem(row)
            if not self._found:
                self.accept()


def session_name(file: Path | None) -> str:
    """The name of a session's file, fit for the screen; empty for none."""
    return "" if file is None else printable(file.stem)

"""The notes beside the texts: verdict, reviewed mark and note of one thing, and a list of all.

Imports Qt, the review of what is open and the parts beside it. What the panel shows is the current
change, as long as the reader does not choose something else from the list.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from variorum.engine import Change, Span
from variorum.reports.marks import Marks
from variorum.review import Verdict
from variorum.window.dock import give_keys
from variorum.window.dock_title import DockTitle
from variorum.window.naming import as_tool_tip
from variorum.window.note_delegate import NoteDelegate
from variorum.window.note_edit import NoteEdit
from variorum.window.note_subjects import SUMMARY, About, NotesModel, Subject
from variorum.window.note_wishes import NoteWishes
from variorum.window.reviewing import Reviewing
from variorum.window.theme import Theme
from variorum.window.verdict_button import VerdictButton
from variorum.window.verdicts import VerdictNames, verdict_ink

_LEAST_NOTE = 90


class NotesPanel(QWidget):
    """What is said of one thing, and of all."""

    def __init__(
        self,
        reviewing: Reviewing,
        words: VerdictNames,
        theme: Theme,
        wishes: NoteWishes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reviewing = reviewing
        self._wishes = wishes
        self._words = words
        self._theme = theme
        self._subject = SUMMARY
        self._current: Change | None = None
        self._keys: list[str] = []
        self._shown_verdicts: tuple[Verdict, ...] = ()
        self._following = False
        self.title = DockTitle(self.tr("Notes"), self.tr("Hide the notes"), "Ctrl+Shift+N", self)
        """What the dock shows above."""
        self._model = NotesModel(reviewing, words, self)
        self._make_parts()
        self._lay_out()
        self.set_theme(theme)
        reviewing.changed.connect(self.refresh)
        self.refresh()

    # Making

    def _make_parts(self) -> None:
        self._head = QLabel(self)
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        font = self._head.font()
        font.setBold(True)
        self._head.setFont(font)
        self._quoted = QLabel(self)
        self._quoted.setTextFormat(Qt.TextFormat.PlainText)
        self._quoted.setWordWrap(True)
        self._quoted.setObjectName("note_quoted")
        self._buttons: list[VerdictButton] = []
        self._reviewed = QCheckBox(self.tr("Reviewed"), self)
        self._reviewed.setObjectName("reviewed_box")
        self._reviewed.setToolTip(self.tr("You have looked at this change and are done (Ctrl+R)"))
        self._reviewed.clicked.connect(self._wishes.reviewed)
        self._edit = NoteEdit(self)
        self._edit.written.connect(self._on_written)
        self._edit.paused.connect(self._reviewing.seal)
        self._edit.finished.connect(self._wishes.texts)
        self._remove = self._button(self.tr("Delete Note"), "note_remove", self._on_remove)
        self._copy = self._button(self.tr("Copy Note"), "note_copy", self._on_copy)
        self._to_change = self._button(
            self.tr("Give It to the Current Change"), "note_to_change", self._on_to_change
        )
        self._to_passage = self._button(
            self.tr("Give It to the Selection"), "note_to_passage", self._on_to_passage
        )
        self._count = QLabel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._delegate = NoteDelegate(self._reviewing, self._theme, self)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("All notes"))
        self._list.setObjectName("note_list")
        self._list.selectionModel().currentChanged.connect(self._on_row)
        self._list.clicked.connect(self._on_chosen)
        self._list.activated.connect(self._on_chosen)

    def _button(self, text: str, name: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(12, 2, 12, 10)
        column.setSpacing(8)
        self._verdicts = QWidget(upper)
        grid = QGridLayout(self._verdicts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._copy)
        foot.addWidget(self._remove)
        foot.addStretch(1)
        column.addWidget(self._head)
        column.addWidget(self._quoted)
        column.addWidget(self._verdicts)
        column.addWidget(self._reviewed)
        column.addWidget(self._edit, 1)
        column.addWidget(self._to_change)
        column.addWidget(self._to_passage)
        column.addLayout(foot)
        lower = QWidget(self)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 8, 0, 0)
        below.setSpacing(6)
        self._count.setContentsMargins(12, 0, 12, 0)
        below.addWidget(self._count)
        below.addWidget(self._list, 1)
        self._edit.setMinimumHeight(_LEAST_NOTE)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(upper)
        splitter.addWidget(lower)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([300, 260])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough to write in."""
        return QSize(280, 400)

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.title.set_theme(theme)
        self._delegate.set_theme(theme)
        self._quoted.setStyleSheet(f"color: {theme.muted};")
        self._count.setStyleSheet(f"color: {theme.muted};")
        self._edit.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.paper}; border: 1px solid {theme.rule};"
            f" border-radius: 4px; padding: 4px; }}"
            f" QPlainTextEdit:focus {{ border-color: {theme.current}; }}"
        )
        self._colour_verdicts()
        self._list.viewport().update()

    def set_marks(self, marks: Marks | None) -> None:
        """Serve another comparison."""
        self._model.set_marks(marks)
        if self._subject.about is not About.CHANGE:
            self.show_subject(SUMMARY)

    def set_keys(self, keys: list[str]) -> None:
        """Tell the keys of the verdicts, as people read them, in the order of the verdicts."""
        self._keys = keys
        self._shown_verdicts = ()
        self.refresh()

    def set_current(self, change: Change | None) -> None:
        """Show what is said of a change: the reader went there."""
        self._current = change
        if change is not None:
            self.show_subject(Subject(About.CHANGE, change.id))
        else:
            self.refresh()

    def leave_change(self) -> None:
        """No change is the current one any more: nothing is said of that one by mistake."""
        self._current = None
        self.show_subject(SUMMARY if self._subject.about is About.CHANGE else self._subject)

    def show_subject(self, subject: Subject) -> None:
        """Show what is said of something."""
        if subject != self._subject:
            self._reviewing.seal()
            self._subject = subject
        self.refresh()

    def write(self) -> None:
        """Give the keys to the note."""
        give_keys(self._edit, Qt.FocusReason.ShortcutFocusReason)
        self._edit.to_end()

    @property
    def count(self) -> int:
        """How many notes and verdicts there are."""
        return self._model.count

    @Slot()
    def refresh(self) -> None:
        """Show what is said now."""
        self._model.refresh()
        self._list.viewport().update()
        subject = self._settle_subject()
        self._show_verdicts()
        change = self._model.change(subject)
        judgement = None if change is None else self._reviewing.judgement(change)
        is_change, is_stray = change is not None, subject.about is About.STRAY
        self._verdicts.setVisible(is_change)
        self._reviewed.setVisible(is_change)
        self._reviewed.setChecked(judgement is not None and judgement.reviewed)
        for button, verdict in zip(self._buttons, self._shown_verdicts, strict=True):
            button.setChecked(judgement is not None and judgement.verdict == verdict.id)
        self._head.setText(self._heading(subject))
        self._quote(subject)
        self._edit.show_text(self._model.note(subject))
        self._edit.setReadOnly(is_stray or not self._reviewing.ready)
        self._edit.setPlaceholderText(self._hint(subject))
        self._edit.setAccessibleName(self._hint(subject))
        self._remove.setVisible(subject.about in (About.PASSAGE, About.STRAY))
        for other in (self._copy, self._to_change, self._to_passage):
            other.setVisible(is_stray)
        self._to_change.setEnabled(self._current is not None)
        self._count.setText(self.tr("%Ln notes and verdicts", "", self._model.count))
        self._follow(subject)
        self.setEnabled(self._reviewing.ready)

    def _settle_subject(self) -> Subject:
        """What is shown; what is no more gives way to the current change, or the summary."""
        subject = self._subject
        gone = (
            (subject.about is About.CHANGE and self._model.change(subject) is None)
            or (
                subject.about is About.PASSAGE
                and self._reviewing.review.remark(subject.name) is None
            )
            or (subject.about is About.STRAY and self._model.stray(subject) is None)
        )
        if gone:
            current = self._current
            known = current is not None and self._reviewing.change(current.id) is not None
            self._subject = (
                Subject(About.CHANGE, current.id) if current is not None and known else SUMMARY
            )
        return self._subject

    def _heading(self, subject: Subject) -> str:
        if subject.about is About.SUMMARY:
            return self.tr("Your summary of the whole")
        if subject.about is About.CHANGE:
            change = self._model.change(subject)
            return self.tr("Change {number}").format(number=change.number if change else "–")
        return self._model.title(subject)

    def _quote(self, subject: Subject) -> None:
        shown = subject.about in (About.PASSAGE, About.STRAY)
        words = self._model.words(subject) if shown else ""
        self._quoted.setText(f"“{words}”" if words else "")
        self._quoted.setVisible(bool(words))
        stray = self._model.stray(subject) if subject.about is About.STRAY else None
        both = "" if stray is None else "\n\n".join(filter(None, (stray.left, stray.right)))
        self._quoted.setToolTip(as_tool_tip(both))
        self._quoted.setAccessibleDescription(both)

    def _hint(self, subject: Subject) -> str:
        return {
            About.SUMMARY: self.tr("Your summary"),
            About.CHANGE: self.tr("Note on this change"),
            About.PASSAGE: self.tr("Note on this passage"),
            About.STRAY: self.tr("Note whose words are gone"),
        }[subject.about]

    def _show_verdicts(self) -> None:
        """Make a button for each verdict; they are seldom others."""
        verdicts = self._reviewing.review.verdicts
        if verdicts == self._shown_verdicts:
            return
        self._shown_verdicts = verdicts
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        grid = self._verdicts.layout()
        assert isinstance(grid, QGridLayout)
        self._buttons = []
        for number, verdict in enumerate(verdicts):
            name = self._words.name(verdict)
            button = VerdictButton(f"{verdict.sign}  {name}", self._verdicts)
            button.setObjectName(f"verdict_button_{verdict.id}")
            key = f" ({self._keys[number]})" if number < len(self._keys) else ""
            button.setToolTip(as_tool_tip(f"{name}{key}"))
            button.setAccessibleName(name)
            button.setAccessibleDescription(f"{name}{key}")
            button.setProperty("number", number)
            button.clicked.connect(self._on_verdict)
            self._buttons.append(button)
        in_a_row = 2 if all(button.fits_in_half for button in self._buttons) else 1
        for number, button in enumerate(self._buttons):
            grid.addWidget(button, number // in_a_row, number % in_a_row)
        # Tab goes as one reads, though these were made last: all else comes behind them.
        below = self._reviewed, self._edit, self._to_change, self._to_passage
        foot = self._copy, self._remove, self._list
        for one, other in pairwise((*self._buttons, *below, *foot)):
            self.setTabOrder(one, other)
        self._colour_verdicts()

    def _colour_verdicts(self) -> None:
        for button, verdict in zip(self._buttons, self._shown_verdicts, strict=True):
            ink, theme = verdict_ink(self._theme, verdict), self._theme
            button.setStyleSheet(
                f"QToolButton {{ color: {ink}; background: {theme.paper}; padding: 5px 6px;"
                f" border: 1px solid {theme.rule}; border-radius: 4px; }}"
                f" QToolButton:hover {{ border-color: {ink}; }}"
                f" QToolButton:focus {{ border-color: {theme.current}; }}"
                f" QToolButton:checked {{ color: {theme.paper}; background: {ink};"
                f" border-color: {ink}; }}"
                f" QToolButton:checked:focus {{ border: 2px solid {theme.current}; }}"
            )

    def _follow(self, subject: Subject) -> None:
        """Select the subject in the list, without going there."""
        row = self._model.row_of(subject)
        self._following = True
        if row is None:
            self._list.setCurrentIndex(QModelIndex())
            self._list.clearSelection()
        elif self._list.currentIndex().row() != row:
            self._list.setCurrentIndex(self._model.index(row))
        self._following = False

    # What the reader does

    @Slot()
    def _on_verdict(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._wishes.verdict.emit(int(sender.property("number")))
        self.refresh()

    @Slot(str)
    def _on_written(self, text: str) -> None:
        subject = self._subject
        change = self._model.change(subject)
        if change is not None:
            self._reviewing.write(change, text)
        elif subject.about is About.PASSAGE:
            self._reviewing.rewrite(subject.name, text)
        elif subject.about is About.SUMMARY:
            self._reviewing.summarise(text)

    @Slot()
    def _on_remove(self) -> None:
        if self._subject.about is About.PASSAGE:
            self._reviewing.remove_remark(self._subject.name)
        elif self._subject.about is About.STRAY:
            self._reviewing.remove_stray(self._subject.stray)

    @Slot()
    def _on_copy(self) -> None:
        stray = self._model.stray(self._subject)
        if stray is not None:
            parts = (stray.note, stray.left, stray.right)
            QGuiApplication.clipboard().setText("\n\n".join(filter(None, parts)))

    @Slot()
    def _on_to_change(self) -> None:
        if self._current is not None and self._subject.about is About.STRAY:
            stray = self._subject.stray
            self._subject = Subject(About.CHANGE, self._current.id)
            self._reviewing.attach(stray, self._current)

    @Slot()
    def _on_to_passage(self) -> None:
        if self._subject.about is About.STRAY:
            self._wishes.passage.emit(self._subject.stray)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self._go(self._model.subject(current))

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self._go(self._model.subject(index))

    def _go(self, subject: Subject) -> None:
        change = self._model.change(subject)
        if change is not None:
            self._wishes.change.emit(change.number)
        place = self._model.place(subject)
        if subject.about is About.PASSAGE and place is not None:
            side, start, end = place
            self._wishes.place.emit(side, Span(start, end))
        self.show_subject(subject)

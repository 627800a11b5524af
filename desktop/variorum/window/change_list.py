"""The list of changes beside the texts.

Imports Qt and the model of the list. A click, Enter or a step with the arrow keys goes to a
change; the list follows where the reader goes in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, QModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from variorum.engine import Change, ChangeKind
from variorum.reports.marks import Marks
from variorum.window.change_delegate import ChangeDelegate
from variorum.window.change_model import ChangeModel, Order
from variorum.window.change_signs import Said, Signs
from variorum.window.dock import give_keys
from variorum.window.dock_title import DockTitle
from variorum.window.drop import let_files_pass
from variorum.window.find.query import LONGEST
from variorum.window.find.tasks import FilterTask
from variorum.window.jobs import Success, Worker
from variorum.window.narrow_box import NarrowBox
from variorum.window.theme import Theme

SETTLED_MS: Final = 150
"""So long after the last letter was typed, the list is searched."""


class ChangeList(QWidget):
    """What there is to choose from: which kinds, in which order, and the changes."""

    chosen = Signal(int)
    """The reader wants to see this change."""
    leave_wanted = Signal()
    """The reader wants to go back to the texts."""
    said_wanted = Signal(str)
    """The reader wants those changes alone of which this was said: a `Said`, or a verdict's id."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hide = self.tr("Hide the list of changes")
        self.title = DockTitle(self.tr("Changes"), hide, "Shift+F9", self)
        """What the dock shows above the list."""
        self.title.set_theme(theme)
        self._model = ChangeModel(self)
        self._delegate = ChangeDelegate(theme, self)
        self._list = self._make_list()
        self._kinds = self._make_kinds()
        self._orders = self._make_orders()
        self._words = self._make_words()
        self._said = self._make_said()
        self._typed = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._typed.timeout.connect(self._filter)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._paint)
        self._worker = Worker("filtering", self)
        self._worker.succeeded.connect(self._on_filtered)
        self._marks: Marks | None = None
        self._counts = dict.fromkeys(ChangeKind, 0)
        self._nothing = QLabel(self)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(16)
        self._following = False
        self._current: int | None = None
        self._lay_out()
        self.set_marks(None)

    def set_marks(self, marks: Marks | None) -> None:
        """List the changes of another comparison."""
        self._current = None
        self._marks = marks
        self._paint_next()
        self._following = True
        self._model.set_marks(marks)
        self._following = False
        self._counts = self._model.counts()
        self._count_kinds()
        self._explain_emptiness()
        self._filter()

    def _paint_next(self) -> None:
        """Paint the rows in the next turn of the event loop: this one has the texts to paint."""
        self._list.setUpdatesEnabled(False)
        self._next.start()

    @Slot()
    def _paint(self) -> None:
        self._list.setUpdatesEnabled(True)

    def show_kind(self, kind: ChangeKind, order: Order = Order.TEXT) -> None:
        """List the changes of one kind, whatever else was chosen, and take the keys."""
        self._words.clear()
        self._said.setCurrentIndex(0)
        self._on_said()
        self._kinds.setCurrentIndex(1 + tuple(ChangeKind).index(kind))
        self._orders.setCurrentIndex(tuple(Order).index(order))
        self._list.scrollToTop()
        give_keys(self._list)

    def has(self, kind: ChangeKind) -> bool:
        """Whether there are changes of a kind, listed or not."""
        return self._counts[kind] > 0

    def first(self) -> Change | None:
        """The change at the top of the list."""
        return self._model.change(self._model.index(0)) if self._model.rowCount() else None

    def end(self) -> None:
        """Work no more, for good."""
        self._worker.close()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.title.set_theme(theme)
        self._delegate.set_theme(theme)
        self._repaint()

    @Slot()
    def forget_current(self) -> None:
        """No change is the current one any more."""
        self.set_current(None)

    def set_current(self, number: int | None) -> None:
        """Select a change without going to it; None selects nothing."""
        self._current = number
        row = None if number is None else self._model.row_of(number)
        self._following = True
        if row is None:
            self._list.setCurrentIndex(QModelIndex())
            self._list.clearSelection()
        else:
            self._list.setCurrentIndex(self._model.index(row))
        self._following = False

    def bring_into_sight(self, number: int) -> None:
        """Scroll to a change without selecting it, as the text is scrolled."""
        row = self._model.row_of(number)
        if row is not None and not self._list.underMouse():
            self._list.scrollTo(self._model.index(row))

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, from top to bottom."""
        return (self.title.button, self._kinds, self._orders, self._words, self._said, self._list)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the keys to the list; a focus proxy would keep Tab going round in here."""
        self._list.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leads back to the texts, Down from the boxes to the list."""
        if event.key() == Qt.Key.Key_Down and self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
            return
        if event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for some words, narrow enough to leave the texts their room."""
        return QSize(290, 400)

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Changes"))
        view.selectionModel().currentChanged.connect(self._on_current)
        view.clicked.connect(self._on_chosen)
        view.activated.connect(self._on_chosen)
        return view

    def _make_kinds(self) -> NarrowBox:
        box = NarrowBox(self)
        box.setAccessibleName(self.tr("Which changes"))
        box.setToolTip(self.tr("Which changes to list"))
        box.addItems([""] * (1 + len(ChangeKind)))
        box.currentIndexChanged.connect(self._on_kind)
        return box

    def _make_orders(self) -> NarrowBox:
        box = NarrowBox(self)
        box.setAccessibleName(self.tr("Order"))
        box.setToolTip(self.tr("In which order to list them"))
        names = {
            Order.TEXT: self.tr("As they come"),
            Order.LENGTH: self.tr("Longest first"),
            Order.LIKENESS: self.tr("Least alike first"),
        }
        box.addItems([names[order] for order in Order])
        box.currentIndexChanged.connect(self._on_order)
        return box

    def _make_words(self) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setAccessibleName(self.tr("Words in the changes"))
        edit.setPlaceholderText(self.tr("With words…"))
        edit.setToolTip(self.tr("List only changes in which all these words stand"))
        edit.setMaxLength(LONGEST)
        edit.setClearButtonEnabled(True)
        edit.setTextMargins(4, 1, 4, 1)
        edit.textChanged.connect(self._on_typed)
        let_files_pass(edit)
        return edit

    def _make_said(self) -> NarrowBox:
        box = NarrowBox(self)
        box.setObjectName("said_box")
        box.setAccessibleName(self.tr("Verdict"))
        box.setToolTip(self.tr("List only changes that have this verdict, or are not reviewed yet"))
        box.activated.connect(self._on_said)
        return box

    def set_verdicts(self, verdicts: Sequence[tuple[str, str]]) -> None:
        """Offer to list changes by what was said of them.

        Args:
            verdicts: the id and the name of each verdict.
        """
        usual = (
            (Said.ANYTHING, self.tr("Any verdict")),
            (Said.UNREVIEWED, self.tr("Not reviewed")),
            (Said.REVIEWED, self.tr("Reviewed")),
            (Said.NOTED, self.tr("With a note")),
            (Said.UNJUDGED, self.tr("No verdict")),
        )
        offered = [(str(name), words) for name, words in (*usual, *verdicts)]
        box = self._said
        if offered == [(box.itemData(row), box.itemText(row)) for row in range(box.count())]:
            return
        wanted = self.said
        box.clear()
        for name, words in offered:
            box.addItem(words, name)
        box.setCurrentIndex(max(0, box.findData(wanted)))

    @property
    def said(self) -> str:
        """What was said of the changes that are listed: a `Said`, or a verdict's id."""
        return str(self._said.currentData() or Said.ANYTHING)

    def set_signs(self, signs: Signs, numbers: frozenset[int] | None) -> None:
        """Show what was said of the changes.

        Args:
            signs: of those of which something was said.
            numbers: of the changes to be listed for it; None: all.
        """
        self._following = True
        listed_anew = self._model.set_signs(signs, numbers)
        self._following = False
        if listed_anew:
            self._count_kinds()
            self._explain_emptiness()
            self.set_current(self._current)
        self._repaint()

    def _repaint(self) -> None:
        """Have the rows in sight painted anew: what they say looks otherwise now."""
        rows = self._model.rowCount()
        if rows:
            self._model.dataChanged.emit(self._model.index(0), self._model.index(rows - 1))

    @Slot()
    def _on_said(self) -> None:
        self.said_wanted.emit(self.said)

    def _lay_out(self) -> None:
        self._boxes = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._boxes.setContentsMargins(8, 0, 8, 8)
        self._boxes.setSpacing(6)
        for one, other in ((self._kinds, self._orders), (self._words, self._said)):
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(one, 1)
            row.addWidget(other, 1)
            self._boxes.addLayout(row, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._boxes)
        whole.addLayout(self._stack, 1)

    @Slot(bool)
    def set_below(self, below: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        """Have all boxes in one row: a list that stands below the texts is wide and low."""
        way = QBoxLayout.Direction
        self._boxes.setDirection(way.LeftToRight if below else way.TopToBottom)

    def _count_kinds(self) -> None:
        counts, written = self._model.counts(), QLocale().toString
        self._kinds.setItemText(
            0, self.tr("All ({count})").format(count=written(sum(counts.values())))
        )
        for row, kind in enumerate(ChangeKind, 1):
            text = self.tr("{kind} ({count})")
            name = self._model.kind_name(kind)
            self._kinds.setItemText(row, text.format(kind=name, count=written(counts[kind])))

    def _explain_emptiness(self) -> None:
        marks, is_empty = self._marks, not self._model.rowCount()
        self._nothing.setText(self._why_empty(marks) if is_empty and marks is not None else "")
        self._stack.setCurrentIndex(1 if is_empty else 0)

    def _why_empty(self, marks: Marks) -> str:
        comparison = marks.comparison
        if marks.changes:
            if self._words.text().strip():
                return self.tr("No change with these words.")
            if self.said != Said.ANYTHING:
                return self.tr("No change of which this was said.")
            return self.tr("No change of this kind.")
        if not comparison.complete:
            return self.tr("No change so far.")
        if not comparison.left.paragraphs and not comparison.right.paragraphs:
            return self.tr("Both texts are empty.")
        return self.tr("The two texts say the same, word for word.")

    @Slot()
    def _on_typed(self) -> None:
        self._typed.start()

    @Slot()
    def _filter(self) -> None:
        """Look for the words that were typed, beside the window: there may be many changes."""
        self._typed.stop()
        words = self._words.text()
        if self._marks is None or not words.strip():
            self._worker.stop()
            self._match(None)
        else:
            self._worker.start(FilterTask(self._marks, words))

    @Slot(object)
    def _on_filtered(self, report: Success) -> None:
        assert isinstance(report.value, frozenset)
        self._match(report.value)

    def _match(self, numbers: frozenset[int] | None) -> None:
        self._following = True
        self._model.set_matching(numbers)
        self._following = False
        self._count_kinds()
        self._explain_emptiness()
        self.set_current(self._current)

    @Slot(int)
    def _on_kind(self, row: int) -> None:
        self._following = True
        self._model.set_kind(tuple(ChangeKind)[row - 1] if row > 0 else None)
        self._following = False
        self._explain_emptiness()
        self.set_current(self._current)

    @Slot(int)
    def _on_order(self, row: int) -> None:
        self._following = True
        self._model.set_order(tuple(Order)[row])
        self._following = False
        self.set_current(self._current)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self.chosen.emit(self._model.change(current).number)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.change(index).number)

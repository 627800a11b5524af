"""The changes of a comparison as a list model: filtered, sorted, each told in words.

Imports Qt's models, the view model and the excerpts. Numbers of changes count from 1; rows of the
model from 0, over the changes that are shown.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.engine import Change, ChangeKind
from variorum.reports.marks import Marks
from variorum.window.excerpts import Piece, excerpt
from variorum.window.spoken import SpokenChanges

Index = QModelIndex | QPersistentModelIndex


class Order(Enum):
    """In which order the changes stand."""

    TEXT = auto()
    LENGTH = auto()
    """The longest first."""
    LIKENESS = auto()
    """What has no counterpart first, then what is least like it."""


class ChangeModel(QAbstractListModel):
    """The list of changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: Marks | None = None
        self._spoken = SpokenChanges(self)
        self._kind: ChangeKind | None = None
        self._order = Order.TEXT
        self._shown: list[Change] = []
        self._row_of: dict[int, int] = {}

    def set_marks(self, marks: Marks | None) -> None:
        """List the changes of another comparison."""
        self.beginResetModel()
        self._marks = marks
        self._arrange()
        self.endResetModel()

    def set_kind(self, kind: ChangeKind | None) -> None:
        """Show the changes of one kind only; None shows all."""
        if kind is not self._kind:
            self.beginResetModel()
            self._kind = kind
            self._arrange()
            self.endResetModel()

    def set_order(self, order: Order) -> None:
        """Sort the changes."""
        if order is not self._order:
            self.beginResetModel()
            self._order = order
            self._arrange()
            self.endResetModel()

    def counts(self) -> dict[ChangeKind, int]:
        """How many changes of each kind there are, shown or not."""
        counts = dict.fromkeys(ChangeKind, 0)
        for change in self._marks.changes if self._marks is not None else ():
            counts[change.kind] += 1
        return counts

    def row_of(self, number: int) -> int | None:
        """The row of a change; None when it is not shown."""
        return self._row_of.get(number)

    def change(self, index: Index) -> Change:
        """The change of a row."""
        return self._shown[index.row()]

    def pieces(self, index: Index) -> tuple[Piece, ...]:
        """The excerpt of a row."""
        assert self._marks is not None, "rows come from a comparison"
        return excerpt(self._marks, self._shown[index.row()])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802 - Qt's name
        """How many changes are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a change is called, and what a screen reader says of it."""
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        change = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{change.number} {self.kind_name(change.kind)}: {self._plain(index)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(change)
        return None

    def kind_name(self, kind: ChangeKind) -> str:
        """The word for a kind of change."""
        return {
            ChangeKind.EDITED: self.tr("Edited"),
            ChangeKind.REWORDED: self.tr("Reworded"),
            ChangeKind.MISSING: self.tr("Missing"),
            ChangeKind.NEW: self.tr("New"),
            ChangeKind.MOVED: self.tr("Moved"),
        }[kind]

    def words(self, change: Change) -> str:
        """How many words a change concerns."""
        return self.tr("%Ln words", "", change.words)

    def _plain(self, index: Index) -> str:
        return "".join(piece.text for piece in self.pieces(index))

    def _said(self, change: Change) -> str:
        assert self._marks is not None, "rows come from a comparison"
        kind = self.kind_name(change.kind).lower()
        return f"{self._spoken.change(self._marks, change)}, {kind}, {self.words(change)}"

    def _arrange(self) -> None:
        changes = self._marks.changes if self._marks is not None else ()
        shown = [c for c in changes if self._kind is None or c.kind is self._kind]
        if self._order is Order.LENGTH:
            shown.sort(key=lambda c: (-c.words, c.number))
        elif self._order is Order.LIKENESS:
            shown.sort(key=lambda c: (-1 if c.similarity is None else c.similarity, c.number))
        self._shown = shown
        self._row_of = {change.number: row for row, change in enumerate(shown)}

"""The changes of a comparison as a list model: filtered, sorted, each told in words.

Imports Qt's models, the view model and the excerpts. Numbers of changes count from 1; rows of the
model from 0, over the changes that are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from variorum.engine import Change, ChangeKind, Side
from variorum.reports.excerpts import Piece, excerpt
from variorum.reports.marks import Marks
from variorum.reports.page.direction import direction
from variorum.window.change_signs import NO_SIGNS, ChangeSign, Signs
from variorum.window.format_words import FormatWords
from variorum.window.spoken import SpokenChanges

Index = QModelIndex | QPersistentModelIndex


class Order(Enum):
    """In which order the changes stand."""

    TEXT = auto()
    LENGTH = auto()
    """The longest first."""
    LIKENESS = auto()
    """What has no counterpart first, then what is least like it."""


class ChangeModel(QStringListModel):
    """The list of changes.

    Of the model of strings it keeps only how many rows there are, which Qt asks for a hundred
    thousand times when it lays out as many rows: a method in Python would take a third of a
    second for that. What a row says is worked out when the row is seen.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: Marks | None = None
        self._spoken = SpokenChanges(self)
        self._looks = FormatWords(self)
        self._kind: ChangeKind | None = None
        self._order = Order.TEXT
        self._matching: frozenset[int] | None = None
        self._said_of: frozenset[int] | None = None
        self._signs = NO_SIGNS
        self._shown: list[Change] = []
        self._row_of: dict[int, int] | None = None

    def set_marks(self, marks: Marks | None) -> None:
        """List the changes of another comparison, whatever words they have."""
        self._marks = marks
        self._matching = None
        self._said_of = None
        self._signs = NO_SIGNS
        self._arrange()

    def set_kind(self, kind: ChangeKind | None) -> None:
        """Show the changes of one kind only; None shows all."""
        if kind is not self._kind:
            self._kind = kind
            self._arrange()

    def set_order(self, order: Order) -> None:
        """Sort the changes."""
        if order is not self._order:
            self._order = order
            self._arrange()

    def set_matching(self, numbers: frozenset[int] | None) -> None:
        """Show only some of the changes, by their numbers; None shows all."""
        if numbers != self._matching:
            self._matching = numbers
            self._arrange()

    def set_signs(self, signs: Signs, numbers: frozenset[int] | None) -> bool:
        """Take what was said of the changes.

        Args:
            signs: to be shown.
            numbers: of the changes to be listed for what was said of them; None: all.

        Returns:
            Whether others are listed now.
        """
        self._signs = signs
        if numbers == self._said_of:
            return False
        self._said_of = numbers
        self._arrange()
        return True

    def sign(self, change: Change) -> ChangeSign | None:
        """What was said of a change; None when nothing was."""
        return self._signs.get(change.number)

    def counts(self) -> dict[ChangeKind, int]:
        """How many changes of each kind there are among those that match, shown or not."""
        if self._marks is not None and self._matching is None and self._said_of is None:
            return self._marks.counts
        found = Counter(change.kind for change in self._matching_changes())
        return {kind: found[kind] for kind in ChangeKind}

    def row_of(self, number: int) -> int | None:
        """The row of a change; None when it is not shown."""
        if self._row_of is None:
            self._row_of = {change.number: row for row, change in enumerate(self._shown)}
        return self._row_of.get(number)

    def change(self, index: Index) -> Change:
        """The change of a row."""
        return self._shown[index.row()]

    def pieces(self, index: Index) -> tuple[Piece, ...]:
        """The excerpt of a row."""
        assert self._marks is not None, "rows come from a comparison"
        return excerpt(self._marks, self._shown[index.row()])

    def leftwards(self, index: Index) -> bool:
        """Whether the paragraph of a change runs from right to left, and so its excerpt."""
        assert self._marks is not None, "rows come from a comparison"
        change = self._shown[index.row()]
        side = Side.LEFT if change.left is not None else Side.RIGHT
        span = change.span(side)
        assert span is not None, "a change has a text"
        document = self._marks.comparison.document(side)
        sentence = document.sentences[self._marks.sentence_at(side, span.start) or 0]
        start, end = document.paragraphs[sentence.paragraph].span
        return direction(document.text, start, end) == "rtl"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen, not edited as other strings can."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren

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
            ChangeKind.FORMATTED: self.tr("Formatted"),
        }[kind]

    def words(self, change: Change) -> str:
        """How many words a change concerns."""
        return self.tr("%Ln words", "", change.words)

    def size(self, change: Change) -> str:
        """How many words a change concerns, or what became of their looks where that is all."""
        if self._marks is None or change.kind is not ChangeKind.FORMATTED:
            return self.words(change)
        return self._looks.told(self._marks.formats_of_change(change))

    def _plain(self, index: Index) -> str:
        return "".join(piece.text for piece in self.pieces(index))

    def _said(self, change: Change) -> str:
        assert self._marks is not None, "rows come from a comparison"
        kind = self.kind_name(change.kind).lower()
        spoken = f"{self._spoken.change(self._marks, change)}, {kind}, {self.words(change)}"
        sign = self.sign(change)
        return spoken if sign is None else f"{spoken}, {sign.words}"

    def _matching_changes(self) -> Sequence[Change]:
        changes = self._marks.changes if self._marks is not None else ()
        found = self._matching
        if self._said_of is not None:
            found = self._said_of if found is None else found & self._said_of
        if found is None:
            return changes
        return [changes[number - 1] for number in sorted(found) if number <= len(changes)]

    def _arrange(self) -> None:
        shown = list(self._matching_changes())
        if self._kind is not None:
            shown = [change for change in shown if change.kind is self._kind]
        # Sorting keeps the order of reading where two are alike.
        if self._order is Order.LENGTH:
            shown.sort(key=attrgetter("words"), reverse=True)
        elif self._order is Order.LIKENESS:
            shown.sort(key=_likeness)
        self._shown = shown
        self._row_of = None
        self.setStringList([""] * len(shown))


def _likeness(change: Change) -> float:
    return -1.0 if change.similarity is None else change.similarity

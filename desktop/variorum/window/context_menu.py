"""The menu of the right mouse button in the texts: copying, here and over there; aligning.

Imports Qt, the panes and what is open. Positions are code points of a side's text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from variorum.engine import Side, Span
from variorum.reports.marks import Marks
from variorum.window.pinning import Pinning
from variorum.window.view import ComparisonView
from variorum.window.view.comparison_view import LONGEST_RICH_TEXT
from variorum.window.view.rich_text import marked_html


class ContextMenu(QObject):
    """Offers what can be done with the sentence under the mouse, or with the selection."""

    note_wanted = Signal(object, object)
    """A note is to be written on a `Span` of a `Side`."""

    def __init__(
        self, view: ComparisonView, copy: QAction, pinning: Pinning, parent: QWidget
    ) -> None:
        """Serve the texts of a window.

        Args:
            view: the panes.
            copy: the window's own action.
            pinning: offers to align by hand.
            parent: the window.
        """
        super().__init__(parent)
        self._view = view
        self._copy = copy
        self._pinning = pinning
        self._parent = parent
        self._marks: Marks | None = None
        self._side = Side.LEFT
        self._here: list[int] = []
        self._there: list[int] = []
        self._note: tuple[Side, Span] | None = None

    def set_marks(self, marks: Marks | None) -> None:
        """Serve another comparison."""
        self._marks = marks

    @Slot(object, QPoint)
    def popup(self, side: Side, place: QPoint) -> None:
        """Open the menu at a global point."""
        if self._marks is None:
            return
        self._side = side
        faced = self._faced(side, place)
        if faced is None:
            meant = side, self._meant(side, place)
            self._here, self._there = counterpart(self._marks, *meant)
        else:
            meant = side.other, faced
            self._here, self._there = [], list(_touched(self._marks, *meant))
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._copy)
        there, both = bool(self._there), bool(self._here and self._there)
        self._add(menu, self.tr("Copy C&ounterpart"), self._copy_there).setEnabled(there)
        self._add(menu, self.tr("Copy &Both"), self._copy_both).setEnabled(both)
        menu.addSeparator()
        noted = self._noted(*meant)
        self._note = (meant[0], noted) if noted is not None else None
        can_note = self._note is not None and self._marks.comparison.complete
        self._add(menu, self.tr("&Note on This Passage"), self._write_note).setEnabled(can_note)
        menu.addSeparator()
        self._pinning.fill(menu, *meant)
        menu.popup(place)

    @staticmethod
    def _add(menu: QMenu, text: str, slot: Callable[[], None]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(slot)
        return action

    def _meant(self, side: Side, place: QPoint) -> Span:
        """What is selected on this side, else the place that was clicked on."""
        selection = self._view.selection()
        if selection is not None and selection[0] is side:
            return selection[1]
        position = self._view.position_at(side, place) or 0
        return Span(position, position)

    def _faced(self, side: Side, place: QPoint) -> Span | None:
        """What stands opposite the gap that was clicked on; None where there is text."""
        selection = self._view.selection()
        if self._marks is None or (selection is not None and selection[0] is side):
            return None
        number = self._view.gap_at(side, place)
        return None if number is None else self._marks.changes[number - 1].span(side.other)

    def _noted(self, side: Side, meant: Span) -> Span | None:
        """What a note would be on: the passage that is meant, else the sentence at the place."""
        assert self._marks is not None
        if meant.length:
            return meant
        sentence = self._marks.sentence_at(side, meant.start)
        if sentence is None:
            return None
        return self._marks.comparison.document(side).sentences[sentence].span

    @Slot()
    def _write_note(self) -> None:
        if self._note is not None:
            self.note_wanted.emit(*self._note)

    @Slot()
    def _copy_there(self) -> None:
        self._put({self._side.other: self._there})

    @Slot()
    def _copy_both(self) -> None:
        """The left sentences first, whichever side was clicked on."""
        self._put({self._side: self._here, self._side.other: self._there})

    def _put(self, sentences: Mapping[Side, list[int]]) -> None:
        """Put sentences on the clipboard, as plain text, and with their marks unless it is long."""
        if self._marks is None:
            return
        spans = [
            (side, span)
            for side in Side
            if side in sentences
            for span in runs_of(self._marks, side, sentences[side])
        ]
        documents = {side: self._marks.comparison.document(side) for side in Side}
        data = QMimeData()
        data.setText("\n\n".join(documents[side].text[s.start : s.end] for side, s in spans))
        if sum(span.length for _, span in spans) <= LONGEST_RICH_TEXT:
            data.setHtml("".join(marked_html(self._marks, *place) for place in spans))
        QGuiApplication.clipboard().setMimeData(data)


def counterpart(marks: Marks, side: Side, span: Span) -> tuple[list[int], list[int]]:
    """The sentences that a stretch of one text touches, and those that belong to them.

    Returns:
        Indices of sentences, ascending: those of `side`, and their counterparts on the other.
    """
    here: set[int] = set()
    there: set[int] = set()
    touched = set(_touched(marks, side, span))
    for left, right in marks.comparison.links():
        ours, theirs = (left, right) if side is Side.LEFT else (right, left)
        if touched.intersection(ours):
            here.update(ours)
            there.update(theirs)
    return sorted(here | touched), sorted(there)


def runs_of(marks: Marks, side: Side, sentences: list[int]) -> list[Span]:
    """The extents of some sentences (ascending) in their text; neighbours are one."""
    document = marks.comparison.document(side)
    runs: list[list[int]] = []
    for sentence in sentences:
        if runs and runs[-1][1] == sentence - 1:
            runs[-1][1] = sentence
        else:
            runs.append([sentence, sentence])
    found = document.sentences
    return [Span(found[first].span.start, found[last].span.end) for first, last in runs]


def _touched(marks: Marks, side: Side, span: Span) -> range:
    first = marks.sentence_at(side, span.start)
    last = marks.sentence_at(side, max(span.start, span.end - 1))
    if last is None:
        return range(0)
    return range(first if first is not None else 0, last + 1)

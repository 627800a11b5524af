"""Finding: what is searched for, what was found, and which of it is the current hit.

Imports Qt's signals, the jobs and the panes; the bar is made when somebody wants to find something.
Hits are numbered from 0 in the order of
reading, from 1 where people read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from variorum.engine import Comparison, Side, Span
from variorum.window.find.query import BadExpressionError, escaped
from variorum.window.find.tasks import MOST, FindTask, Found, TooSlowHereError, searched
from variorum.window.jobs import Failure, Success, Worker
from variorum.window.spoken import SpokenChanges
from variorum.window.state import Opened
from variorum.window.view import ComparisonView, Hits

if TYPE_CHECKING:
    from variorum.window.find.bar import FindBar

PHRASE: Final = 80
"""A selection up to so many characters is what is looked for."""


class Finding(QObject):
    """Searches beside the window, and goes from hit to hit."""

    told = Signal(str)
    """What the bar says of a search or a step, for those who do not see it."""
    leaving = Signal()
    """A search begins, which will lead away from here."""
    searched = Signal()
    """A search is over: its hits are outlined, or the bar says why there are none."""

    def __init__(
        self, view: ComparisonView, make: Callable[[], FindBar], parent: QObject | None = None
    ) -> None:
        """Begin with nothing to find.

        Args:
            view: the panes.
            make: makes the bar and puts it where it belongs, out of sight.
            parent: of Qt's.
        """
        super().__init__(parent)
        self._view = view
        self._make = make
        self._comparison: Comparison | None = None
        self._found: Found | None = None
        self._current: int | None = None
        self._step = 0
        self._again = False
        self._passages = SpokenChanges(self)
        self._worker = Worker("finding", self)
        self._worker.succeeded.connect(self._on_success)
        self._worker.failed.connect(self._on_failure)

    @cached_property
    def _bar(self) -> FindBar:
        bar = self._make()
        bar.query_changed.connect(self._search)
        bar.next_wanted.connect(self.next)
        bar.previous_wanted.connect(self.previous)
        bar.stop_wanted.connect(self._stop)
        bar.close_wanted.connect(self.close)
        return bar

    @property
    def _is_shown(self) -> bool:
        return "_bar" in self.__dict__ and not self._bar.isHidden()

    def set_opened(self, opened: Opened | None) -> None:
        """Search in these texts from now on."""
        comparison = None if opened is None else opened.marks.comparison
        before, self._comparison = self._comparison, comparison
        if comparison is None:
            self.close()
        elif self._is_shown:
            same = before is not None and _texts(before) == _texts(comparison)
            if not same:
                self._forget()
            self._search()
            # A better result for the same texts moves nothing under the reader's eyes.
            self._again = same

    @property
    def busy(self) -> bool:
        """Whether a search is under way."""
        return self._worker.busy

    @Slot()
    def ask(self) -> None:
        """Bring up the bar; a selected word or phrase is what is looked for."""
        if self._comparison is not None:
            self.leaving.emit()
            self._bar.ask(self._phrase(self._comparison))

    def _phrase(self, comparison: Comparison) -> str:
        """A selected word or phrase, as one types what is to find it; empty: there is none."""
        selection = self._view.selection()
        if selection is None or selection[1].length > PHRASE:
            return ""
        side, span = selection
        document = comparison.document(side)
        if not any(_is_within(span, p.span) for p in document.paragraphs):
            return ""
        words = document.text[span.start : span.end]
        if self._bar.query().expression:
            return escaped(searched(words, document.layout))
        # Between plain words a line end is as good as a space.
        return words.replace("\n", " ")

    @Slot()
    def next(self) -> None:
        """Go to the next hit; after the last one comes the first."""
        self._go(1)

    @Slot()
    def previous(self) -> None:
        """Go to the previous hit; before the first one comes the last."""
        self._go(-1)

    @Slot()
    def close(self) -> None:
        """Put the bar away, and the outlines with it."""
        if self._is_shown:
            keys = QApplication.focusWidget()
            had_keys = keys is not None and self._bar.isAncestorOf(keys)
            self._worker.stop()
            self._bar.set_busy(busy=False)
            self._bar.rest()
            self._forget()
            if had_keys:
                self._view.setFocus()

    def end(self) -> None:
        """Search no more, for good."""
        self._worker.close()

    # Searching

    @Slot()
    def _search(self) -> None:
        self._again = False
        query = self._bar.query()
        if self._comparison is None or not query.words:
            self._worker.stop()
            self._step = 0
            self._bar.set_busy(busy=False)
            self._forget()
            self._bar.set_found("")
            self.searched.emit()
            return
        self._bar.set_busy(busy=True)
        self._worker.start(FindTask(self._comparison, query))

    @Slot()
    def _stop(self) -> None:
        self._worker.stop()
        self._step = 0
        self._bar.set_busy(busy=False)
        self._forget()
        self._bar.set_found(self.tr("Stopped"))
        self.searched.emit()

    @Slot(object)
    def _on_success(self, report: Success) -> None:
        found = report.value
        assert isinstance(found, Found)
        self._current = self._near(found.hits)
        step, self._step = self._step, 0
        if self._current is not None and step < 0:
            self._current = (self._current - 1) % len(found.hits)
        self._found = found
        self._bar.set_busy(busy=False)
        self._show(reveal=not self._again)
        self.searched.emit()

    @Slot(object)
    def _on_failure(self, report: Failure) -> None:
        self._step = 0
        self._bar.set_busy(busy=False)
        self._forget()
        problem = self._problem(report.error)
        self._bar.set_found("", problem=problem)
        self.told.emit(problem)
        self.searched.emit()

    def _problem(self, error: Exception) -> str:
        if isinstance(error, BadExpressionError):
            if error.place is None:
                text = self.tr("This is no regular expression: {problem}.")
                return text.format(problem=error.problem)
            text = self.tr("This is no regular expression: {problem}, at character {place}.")
            return text.format(problem=error.problem, place=error.place + 1)
        if isinstance(error, TooSlowHereError):
            left = self.tr("Stopped: the expression takes too long in paragraph {n} on the left.")
            right = self.tr("Stopped: the expression takes too long in paragraph {n} on the right.")
            text = left if error.side is Side.LEFT else right
            return text.format(n=QLocale().toString(error.paragraph + 1))
        return self.tr("The search failed: {problem}").format(problem=str(error) or repr(error))

    def _near(self, hits: Hits) -> int | None:
        """The hit that a new search leads to: from the one before it on, else from sight on."""
        if not hits:
            return None
        if self._found is not None and self._current is not None:
            side, span = self._found.hits[self._current]
            index = hits.of(side).first_from(span.start)
            if index < len(hits.of(side)):
                return hits.number_of(side, index)
        below: list[int] = []
        for side in Side:
            seen = self._view.visible_span(side)
            index = len(hits.of(side)) if seen is None else hits.of(side).first_from(seen.start)
            if index < len(hits.of(side)):
                below.append(hits.number_of(side, index))
        return min(below, default=0)

    # Going

    def _go(self, step: int) -> None:
        if self._comparison is None:
            return
        if not self._is_shown:
            self._step = step
            self._bar.ask()
            return
        typed = self._bar.take_typed()
        if typed or self._worker.busy or self._found is None:
            self._step = step
            if typed or not self._worker.busy:
                self._search()
            return
        if not self._found.hits:
            return
        count = len(self._found.hits)
        wanted = (self._current if self._current is not None else -1) + step
        self._current = wanted % count
        self._show(wrapped=not 0 <= wanted < count)

    def _show(self, *, wrapped: bool = False, reveal: bool = True) -> None:
        """Outline the hits, go to the current one, and say where it is among them."""
        assert self._found is not None
        hits = self._found.hits
        self._view.set_hits(hits, self._current)
        if self._current is not None and reveal:
            side, span = hits[self._current]
            self._view.reveal_span(side, span)
        told = self._in_words(len(hits), wrapped=wrapped)
        self._bar.set_found(told)
        if reveal:
            self.told.emit(self._spoken(told, hits))

    def _spoken(self, told: str, hits: Hits) -> str:
        """The hit in its sentence; looked up only where somebody listens."""
        if self._current is None or self._comparison is None or not QAccessible.isActive():
            return told
        return f"{told}, {self._passages.passage(self._comparison, *hits[self._current])}"

    def _in_words(self, count: int, *, wrapped: bool) -> str:
        assert self._found is not None
        if self._current is None:
            return self.tr("Not found")
        number = QLocale().toString
        text = self.tr("{number} of {count}")
        if self._found.too_many:
            text = self.tr("{number} of more than {count}")
            count = MOST
        told = text.format(number=number(self._current + 1), count=number(count))
        # As a reader turns back to the first page unawares, else.
        return self.tr("{place}, round again").format(place=told) if wrapped else told

    def _forget(self) -> None:
        self._found = self._current = None
        self._view.set_hits(None)


def _is_within(span: Span, whole: Span) -> bool:
    return whole.start <= span.start and span.end <= whole.end


def _texts(comparison: Comparison) -> tuple[str, str]:
    return comparison.left.text, comparison.right.text

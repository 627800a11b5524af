"""Breaks a comparison into pages, and puts them on paper, a little at a time.

Imports Qt, the pages and the window's jobs. Words are marked beside the window. Qt sets and paints
text in the window's thread only, so that work is done in slices between which the window answers;
it can be stopped at any moment.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter

from variorum.review import Review
from variorum.window.jobs import Progress, Success, Worker
from variorum.window.marking import MarkTask
from variorum.window.printing.matter import ComparisonMatter
from variorum.window.printing.pages import Page, break_pages
from variorum.window.printing.painting import Sheet, paint_page
from variorum.window.printing.words import POINT
from variorum.window.state import Opened
from variorum.window.theme import Theme

SLICE: Final = 0.015
"""Seconds of work between two looks at the window."""

_INCH: Final = 72 * POINT
"""Units in an inch."""


class Slices(QObject):
    """Does work in slices; children say what and when it is over."""

    progressed = Signal(int, int)
    """So much is done, of so much."""
    finished = Signal()
    """All is done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)
        self._steps: Iterator[tuple[int, int]] = iter(())

    def start(self) -> None:
        """Begin."""
        self._steps = self._work()
        self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Give up; nothing more is heard of it."""
        self._timer.stop()
        self._steps = iter(())
        self._end()

    def _work(self) -> Iterator[tuple[int, int]]:
        """The work, step by step, with how far it is."""
        raise NotImplementedError

    def _end(self) -> None:
        """Put things in order when it is over, or given up."""

    @Slot()
    def _slice(self) -> None:
        until = time.perf_counter() + SLICE
        done = None
        for done in self._steps:
            if time.perf_counter() > until:
                self.progressed.emit(*done)
                return
        self._timer.stop()
        self._end()
        if done is not None:
            self.progressed.emit(*done)
        self.finished.emit()


class Setting(Slices):
    """The pages of a comparison, for a size of paper."""

    def __init__(
        self,
        opened: Opened,
        review: Review,
        theme: Theme,
        layout: QPageLayout,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.opened = opened
        self.theme = theme
        self.layout = layout
        area = layout.paintRect(QPageLayout.Unit.Point)
        names = opened.left.name, opened.right.name
        size = round(area.width() * POINT), round(area.height() * POINT)
        beside = layout.margins(QPageLayout.Unit.Point)
        margins = int(beside.left() * POINT), int(beside.right() * POINT)
        self.sheet = Sheet(*size, *names, margins)
        self.matter = ComparisonMatter(opened, review, theme, self.sheet.width)
        self.pages: list[Page] = []
        self.complete = False
        self._rows = len(opened.marks.comparison.rows)
        self._worker = Worker("marking", self)
        self._worker.progressed.connect(self._on_progress)
        self._worker.succeeded.connect(self._on_marked)

    def start(self) -> None:
        """Begin: with the marks on words, beside the window."""
        self._worker.start(MarkTask(self.opened.marks.comparison))

    @Slot(object)
    def _on_progress(self, report: Progress) -> None:
        self.progressed.emit(round(report.fraction * self._rows), self._all)

    @Slot(object)
    def _on_marked(self, _report: Success) -> None:
        super().start()

    @property
    def _all(self) -> int:
        """What there is to be done: rows are marked, items are set."""
        return self._rows + len(self.matter)

    def _end(self) -> None:
        self._worker.close()

    def at_hand(self, index: int) -> Iterator[None]:
        """Make what stands on a page, in small steps: then it is painted at once."""
        for part in self.pages[index]:
            yield from self.matter.steps(part.item)

    def paint(self, painter: QPainter, index: int) -> None:
        """Paint a page; the painter is scaled to units of paper."""
        total = len(self.pages) if self.complete else None
        numbers = self.tr("{page} of {pages}").format(page=index + 1, pages=total)
        shown = numbers if total is not None else str(index + 1)
        paint_page(painter, self.sheet, self.matter, self.pages[index], shown, self.theme)

    def _work(self) -> Iterator[tuple[int, int]]:
        for progress in break_pages(self.matter, self.sheet.room):
            if progress.page is not None:
                self.pages.append(progress.page)
            yield self._rows + progress.item, self._all
        self.complete = True


class Fetching(Slices):
    """Makes what stands on a page, so that it is painted at once; what is quick is done at once."""

    def __init__(self, setting: Setting, index: int, parent: QObject) -> None:
        super().__init__(parent)
        self.setting = setting
        self.index = index

    def start(self) -> None:
        """Begin."""
        super().start()
        self._slice()

    def _work(self) -> Iterator[tuple[int, int]]:
        for _ in self.setting.at_hand(self.index):
            yield 0, 1


class Press(Slices):
    """Puts pages that are set onto a printer or into a PDF file."""

    def __init__(
        self,
        setting: Setting,
        device: QPagedPaintDevice,
        pages: range,
        parent: QObject | None = None,
    ) -> None:
        """Get ready.

        Args:
            setting: complete.
            device: with the same size of paper.
            pages: the indices of those that are wanted.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._setting = setting
        self._device = device
        self._pages = pages
        self._painter: QPainter | None = None
        self.works = True
        """Whether the printer takes anything at all."""

    def _work(self) -> Iterator[tuple[int, int]]:
        painter = self._painter = QPainter()
        self.works = painter.begin(self._device)
        if not self.works:
            return
        scale = self._device.logicalDpiX() / _INCH
        for number, index in enumerate(self._pages):
            for _ in self._setting.at_hand(index):
                yield number, len(self._pages)
            if number:
                self._device.newPage()
            painter.save()
            painter.scale(scale, scale)
            self._setting.paint(painter, index)
            painter.restore()
            yield number + 1, len(self._pages)

    def _end(self) -> None:
        if self._painter is not None and self._painter.isActive():
            self._painter.end()
        self._painter = None

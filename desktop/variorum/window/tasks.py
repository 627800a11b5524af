"""What is done beside the window: reading, comparing, saving.

Imports engine, readers and reports, and of the window only the names of `jobs` and `state`; no Qt.
Everything here runs in the thread of a worker.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from variorum.engine import Cancelled, Comparison, Side, Span, compare
from variorum.readers import Source
from variorum.reports.annotated_html import render
from variorum.reports.files import WriteError, encode_pieces, same_place, write_atomically
from variorum.reports.marks import Marks
from variorum.window.jobs import Stopped, Watcher
from variorum.window.state import Input, Opened, read_input

Focus = Callable[[], tuple[Side, Span] | None]
"""What the reader looks at just now, to be compared next; None when nothing is known."""


_HALF = 0.5
"""How much of the reading each of the two texts is."""


@dataclass(frozen=True, slots=True)
class CompareTask:
    """Read two texts and compare them."""

    left: Input
    right: Input
    focus: Focus

    def __call__(self, watcher: Watcher) -> Opened:
        """Do it.

        Raises:
            ReadError: a text cannot be read.
            Stopped: nobody wants the result any more.
        """
        left = self._read(self.left, 0.0, watcher)
        right = self._read(self.right, _HALF, watcher)

        def hand_over(comparison: Comparison) -> None:
            watcher.partial(_opened(left, right, comparison))

        try:
            comparison = compare(
                left.document,
                right.document,
                progress=watcher.progress,
                cancelled=watcher.cancelled,
                partial=hand_over,
                focus=self.focus,
            )
        except Cancelled as error:
            raise Stopped from error
        return _opened(left, right, comparison)

    @staticmethod
    def _read(given: Input, begun: float, watcher: Watcher) -> Source:
        """Read one text; `begun` is how much of the reading is done before."""

        def tell(fraction: float) -> None:
            watcher.progress(begun + _HALF * fraction, "reading")

        watcher.check()
        tell(0.0)
        try:
            return read_input(given, tell, watcher.cancelled)
        except Cancelled as error:
            raise Stopped from error


def _opened(left: Source, right: Source, comparison: Comparison) -> Opened:
    marks = Marks(comparison)
    # Looked up once here, so that the window finds its tables made.
    _ = marks.band_sizes
    for side in Side:
        if comparison.document(side).paragraphs:
            marks.paragraph(side, 0)
    return Opened(left, right, marks)


@dataclass(frozen=True, slots=True)
class SaveTask:
    """Write a comparison as an annotated page."""

    opened: Opened
    path: Path
    made: datetime
    """When, with its time zone; it is printed on the page."""

    def __call__(self, watcher: Watcher) -> Path:
        """Do it; the page is written whole or not at all.

        Raises:
            WriteError: the file cannot be written, or is one of the two texts.
        """
        self._refuse_texts()
        comparison = self.opened.marks.comparison
        page = render(comparison, self.opened.left, self.opened.right, made=self.made)
        write_atomically(self.path, encode_pieces(page))
        watcher.progress(1.0, "saved")
        return self.path

    def _refuse_texts(self) -> None:
        for source in (self.opened.left, self.opened.right):
            if source.path is not None and same_place(self.path, source.path):
                problem = "it is one of the two texts that are compared"
                raise WriteError(str(self.path), problem, "Choose another name for the page.")

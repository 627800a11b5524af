"""Takes a text from the clipboard: its paragraphs where they are marked up, else its characters.

Imports Qt and the parts of the window that open texts. What is on the clipboard is fetched at
once, before it becomes something else; it is read in the thread of a worker, as files are.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication

from variorum.engine import Side
from variorum.readers import Kind
from variorum.window.drop import dropped_files, too_many
from variorum.window.opening import Opening
from variorum.window.review_desk import ReviewDesk
from variorum.window.state import Clipping
from variorum.window.status import StatusBar

_PARAGRAPHS: Final = re.compile(r"<(?:p|h[1-6]|li|blockquote|td|dd)\b", re.IGNORECASE)
"""What marks up paragraphs. Editors of plain text give pages, too, with a division for each line:
there the plain text says more about paragraphs."""


def clipping_of(data: QMimeData, name: str) -> Clipping | None:
    """The text on a clipboard; None when there is none.

    Args:
        data: what is on the clipboard.
        name: what to call it.
    """
    text = data.text() if data.hasText() else ""
    page = data.html() if data.hasHtml() else ""
    is_page = bool(_PARAGRAPHS.search(page))
    if not text.strip() and not is_page:
        return None
    # Programs may leave half a character there, which no encoding knows.
    content = (page if is_page else text).encode("utf-8", "replace")
    return Clipping(content, Kind.HTML if is_page else Kind.TEXT, name)


class FromClipboard(QObject):
    """Compares what is on the clipboard."""

    def __init__(
        self, opening: Opening, desk: ReviewDesk, status: StatusBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._opening = opening
        self._desk = desk
        self._status = status

    @Slot()
    def compare(self) -> None:
        """Take the clipboard's text for the side that has none yet, or for the right one."""
        self.take(self._opening.free_side)

    @Slot(object)
    def take(self, side: Side) -> None:
        """Take the clipboard's text for a side; files that were copied are opened."""
        data = QGuiApplication.clipboard().mimeData()
        files = dropped_files(data)
        if files:
            self._desk.drop(files, side)
            return
        clipping = clipping_of(data, self.tr("Clipboard"))
        if too_many(data):  # their names stand there as text
            told = self.tr("Only two files can be compared, and more were copied.")
            self._status.say(told)
        elif clipping is None:
            self._status.say(self.tr("There is no text on the clipboard."))
        else:
            self._desk.leave(partial(self._open, side, clipping))

    def _open(self, side: Side, clipping: Clipping) -> None:
        self._opening.open_side(side, clipping)
        if self._opening.missing_side is not None:
            self._status.say(self.tr("Copy the other text now, and compare the clipboard again."))

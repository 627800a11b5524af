"""Asks for what an action needs before it can be done: files, a place for a page, a paragraph.

Imports Qt and the parts of the window that ask and that answer; a dialog when it is opened.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from variorum.engine import Side
from variorum.window.comparing import Comparing
from variorum.window.files import FileAsker
from variorum.window.navigation import Navigation
from variorum.window.opening import Opening
from variorum.window.review_desk import ReviewDesk
from variorum.window.saving import Saving

if TYPE_CHECKING:
    from variorum.window.printing import Printing


class Asking(QObject):
    """Asks, and has done what was answered."""

    def __init__(
        self,
        comparing: Comparing,
        opening: Opening,
        asker: FileAsker,
        desk: ReviewDesk,
        saving: Saving,
        printing: Callable[[], Printing],
        navigation: Navigation,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._comparing = comparing
        self._opening = opening
        self._asker = asker
        self._desk = desk
        self._saving = saving
        self._printing = printing
        self._navigation = navigation
        self._window = window
        asker.pair_chosen.connect(desk.open_pair)
        asker.side_chosen.connect(desk.open_side)
        asker.version_chosen.connect(opening.take_version)
        asker.page_chosen.connect(self._save_page)

    @Slot()
    def pair(self) -> None:
        """Ask for two files to be compared."""
        self._asker.ask_pair(self._opening.chosen)

    @Slot()
    def left(self) -> None:
        """Ask for the left file."""
        self.side(Side.LEFT)

    @Slot()
    def right(self) -> None:
        """Ask for the right file."""
        self.side(Side.RIGHT)

    @Slot(object)
    def side(self, side: Side) -> None:
        """Ask for the file of a side."""
        beside = self._opening.path(side) or self._opening.path(side.other)
        self._asker.ask_side(side, beside)

    @Slot(object)
    def version(self, side: Side) -> None:
        """Ask for another version of the text of a side."""
        self._asker.ask_version(side, self._opening.path(side) or self._opening.path(side.other))

    @Slot()
    def page(self) -> None:
        """Ask where to save the annotated page."""
        current = self._comparing.current
        if current is not None:
            self._asker.ask_page(current)

    @Slot(object)
    def _save_page(self, path: Path) -> None:
        current = self._comparing.current
        if current is not None:
            review = self._desk.reviewing.review
            self._saving.save(current, review, self._desk.position(), path)

    @Slot()
    def pdf(self) -> None:
        """Ask where to save the pages."""
        current = self._comparing.current
        if current is not None:
            self._printing().ask_pdf(current, self._desk.reviewing.review, self._asker.folder)

    @Slot()
    def pages(self) -> None:
        """Show the pages as they will be printed."""
        current = self._comparing.current
        if current is not None:
            self._printing().preview(current, self._desk.reviewing.review)

    @Slot()
    def paragraph(self) -> None:
        """Ask for a paragraph to go to."""
        current = self._comparing.current
        if current is None:
            return
        counts = {side: len(current.source(side).document.paragraphs) for side in Side}
        if any(counts.values()):
            from variorum.window.paragraph_dialog import (  # noqa: PLC0415 - see the top
                ParagraphDialog,
            )

            here = self._navigation.paragraph_in_sight()
            dialog = ParagraphDialog(counts, *here, self._window)
            dialog.paragraph_chosen.connect(self._navigation.go_to_paragraph)
            dialog.open()

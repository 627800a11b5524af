"""What is told when the files of the texts change on the disk, and what one does about it.

Imports Qt's signals, and who compares and reads. Nothing is read by itself: the reader's place and
judgement are theirs. Who watches and who tells is made when something has been open for a moment:
whoever starts the program waits for the texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from variorum.readers import Freshness
from variorum.window.appearance import Appearance
from variorum.window.comparing import Comparing
from variorum.window.opening import Opening
from variorum.window.state import Opened
from variorum.window.view import ComparisonView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from variorum.window.file_bar import FileBar
    from variorum.window.file_watch import FileWatch

LATER: Final = 300
"""Milliseconds from the first texts until their files are watched; what happens to them before is
found out by when they were written."""


class FileNews(QObject):
    """Puts together who watches the files of a window and who tells of them."""

    told = Signal(str)
    """This has just been said in the bar."""

    def __init__(
        self,
        comparing: Comparing,
        opening: Opening,
        view: ComparisonView,
        appearance: Appearance,
        column: QVBoxLayout,
        texts: QWidget,
        parent: QObject,
    ) -> None:
        """Wait for texts.

        Args:
            comparing: what is open or on its way.
            opening: reads files again.
            view: the texts.
            appearance: the colours.
            column: where the bar is to stand.
            texts: what it stands below.
            parent: of Qt's.
        """
        super().__init__(parent)
        self._comparing = comparing
        self._opening = opening
        self._view = view
        self._appearance = appearance
        self._column = column
        self._texts = texts
        self._bar: FileBar | None = None
        self._watch: FileWatch | None = None
        self._timer = QTimer(self, singleShot=True, interval=LATER)
        self._timer.timeout.connect(self._begin)

    def set_opened(self, opened: Opened | None) -> None:
        """Take what is shown now."""
        if self._watch is not None:
            self._watch.set_opened(opened)
        elif opened is not None:
            self._timer.start()

    def look_again(self) -> None:
        """Somebody comes back from another program."""
        if self._watch is not None:
            self._watch.look_again()

    def end(self) -> None:
        """Watch nothing any more; returns at once."""
        self._timer.stop()
        if self._watch is not None:
            self._watch.end()

    @Slot()
    def _begin(self) -> None:
        """Make what is needed, and watch what is open."""
        from variorum.window.file_watch import FileWatch  # noqa: PLC0415 - see above

        self._bar = self._make_bar()
        self._watch = FileWatch(self)
        self._watch.changed.connect(self._on_changed)
        self._bar.close_wanted.connect(self._watch.put_away)
        self._watch.set_opened(self._comparing.current)

    def _make_bar(self) -> FileBar:
        """Directly below the texts: the other bars are what somebody does just now."""
        from variorum.window.file_bar import FileBar  # noqa: PLC0415 - see above

        bar = FileBar(self._appearance.theme, self._texts)
        self._column.insertWidget(self._column.indexOf(self._texts) + 1, bar)
        bar.told.connect(self.told)
        bar.again_wanted.connect(self._read_again)
        self._appearance.changed.connect(bar.set_theme)
        self._comparing.began.connect(self._on_work)
        self._comparing.ended.connect(self._on_work)
        bar.allow(reading=not self._comparing.busy)
        return bar

    @Slot()
    def _on_work(self) -> None:
        """A comparison begins or ends."""
        if self._bar is not None:
            self._bar.allow(reading=not self._comparing.busy)

    @Slot()
    def _on_changed(self) -> None:
        if self._bar is not None and self._watch is not None:
            if not self._watch.news:
                self._give_keys_back(self._bar)
            self._bar.tell(self._watch.news)

    @Slot()
    def _read_again(self) -> None:
        if self._bar is not None and self._watch is not None:
            self._give_keys_back(self._bar)
            changed = [each for each in self._watch.news if each.freshness is Freshness.CHANGED]
            self._opening.read_again(tuple(each.side for each in changed))

    def _give_keys_back(self, bar: FileBar) -> None:
        """Who has the keys in the bar has them in the texts before it goes."""
        focus = bar.focusWidget()
        if focus is not None and focus.hasFocus():
            self._view.take_keys()

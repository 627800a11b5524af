"""What is told when the files of the texts change on the disk, and what one does about it.

Imports Qt's signals, and who watches, tells and reads. Nothing is read by itself: the reader's
place and judgement are theirs.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from variorum.readers import Freshness
from variorum.window.comparing import Comparing
from variorum.window.file_bar import FileBar
from variorum.window.file_watch import FileWatch
from variorum.window.opening import Opening
from variorum.window.state import Opened
from variorum.window.view import ComparisonView


class FileNews(QObject):
    """Puts together who watches the files of a window and who tells of them."""

    told = Signal(str)
    """This has just been said in the bar."""

    def __init__(
        self,
        bar: FileBar,
        comparing: Comparing,
        opening: Opening,
        view: ComparisonView,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._opening = opening
        self._view = view
        self._watch = FileWatch(self)
        self._watch.changed.connect(self._on_changed)
        bar.told.connect(self.told)
        bar.again_wanted.connect(self._read_again)
        bar.close_wanted.connect(self._put_away)
        comparing.began.connect(self._on_began)
        comparing.ended.connect(self._on_ended)

    def set_opened(self, opened: Opened | None) -> None:
        """Take what is shown now."""
        self._watch.set_opened(opened)

    def look_again(self) -> None:
        """Somebody comes back from another program."""
        self._watch.look_again()

    def end(self) -> None:
        """Watch nothing any more; returns at once."""
        self._watch.end()

    @Slot()
    def _on_changed(self) -> None:
        if not self._watch.news:
            self._give_keys_back()
        self._bar.tell(self._watch.news)

    @Slot()
    def _read_again(self) -> None:
        news = self._watch.news
        self._give_keys_back()
        sides = tuple(each.side for each in news if each.freshness is Freshness.CHANGED)
        self._opening.read_again(sides)

    @Slot()
    def _put_away(self) -> None:
        self._watch.put_away()

    @Slot()
    def _on_began(self) -> None:
        self._bar.allow(reading=False)

    @Slot()
    def _on_ended(self) -> None:
        self._bar.allow(reading=True)

    def _give_keys_back(self) -> None:
        """Who had the keys in the bar has them in the texts before it goes."""
        focus = self._bar.focusWidget()
        if focus is not None and focus.hasFocus():
            self._view.take_keys()

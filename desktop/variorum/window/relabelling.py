"""Other thresholds for what is open: what counts as edited, as reworded, as another sentence.

Imports Qt, the jobs and the parts of the window that are asked and told. Nothing is compared
again: the pairs get other names, in the thread of a worker, while one looks on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from variorum.engine import Comparison, Thresholds
from variorum.review import Review
from variorum.window.actions import Actions
from variorum.window.appearance import Appearance
from variorum.window.comparing import Comparing
from variorum.window.fitting import fit_at_first
from variorum.window.jobs import Failure, Success, Worker
from variorum.window.opening import Opening
from variorum.window.reviewing import Reviewing
from variorum.window.settings import Settings
from variorum.window.state import Opened
from variorum.window.tasks import LikenessTask, Pairs, RelabelTask

if TYPE_CHECKING:
    from variorum.window.thresholds_dialog import ThresholdsDialog

_AWAY: Final = QPoint(48, 64)
"""From the lower right corner of the window to that of the dialog, in device-independent pixels."""


class Relabelling(QObject):
    """Has pairs called otherwise while the reader tries thresholds."""

    relabelled = Signal()
    """What was wanted last is shown."""

    def __init__(
        self,
        settings: Settings,
        comparing: Comparing,
        opening: Opening,
        reviewing: Reviewing,
        actions: Actions,
        appearance: Appearance,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._comparing = comparing
        self._opening = opening
        self._reviewing = reviewing
        self._action = actions["thresholds"]
        self._appearance = appearance
        self._window = window
        self._dialog: ThresholdsDialog | None = None
        self._counted: Comparison | None = None
        self._begun: Opened | None = None
        self._wanted: Thresholds | None = None
        self._texts: tuple[str, str] | None = None
        self._said: Review | None = None
        self._ground: Review | None = None
        self._worker = Worker("thresholds", self)
        self._worker.succeeded.connect(self._on_relabelled)
        self._worker.failed.connect(self._on_failed)
        self._counter = Worker("likeness", self)
        self._counter.succeeded.connect(self._on_counted)
        self._action.triggered.connect(self.ask)
        comparing.ended.connect(self._go_on)

    def set_opened(self, opened: Opened | None) -> None:
        """Serve another comparison; dialog and wishes stay as long as the texts do."""
        texts = None if opened is None else opened.texts
        if texts != self._texts:
            self._texts, self._wanted = texts, None
            if self._dialog is not None:
                self._dialog.forget()
        elif opened is not None and opened.complete and self._dialog is not None:
            # A hand that is ahead of the texts is not held back by them.
            if self._wanted is None:
                self._dialog.show_thresholds(opened.marks.comparison.options.thresholds)
            self._count(opened)

    def end(self) -> None:
        """Give up what is under way, for good."""
        if self._dialog is not None:
            self._dialog.forget()
        self._worker.close()
        self._counter.close()

    def update_actions(self) -> None:
        """Enable what does something just now."""
        current = self._comparing.current
        self._action.setEnabled(current is not None and current.complete)

    # The dialog

    @Slot()
    def ask(self) -> None:
        """Ask for thresholds; what they would mean is shown meanwhile."""
        current = self._comparing.current
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
        elif current is not None and current.complete:
            # Wanted now and then only, so that the window need not wait for it when it starts.
            from variorum.window.thresholds_dialog import ThresholdsDialog  # noqa: PLC0415

            dialog = ThresholdsDialog(current, self._appearance.theme, self._window)
            dialog.changed.connect(self.want)
            dialog.chosen.connect(self._remember)
            dialog.finished.connect(self._on_gone)
            self._appearance.changed.connect(dialog.set_theme)
            self._dialog = dialog
            self._count(current)
            fit_at_first(dialog)
            # Where least is read.
            corner = self._window.mapToGlobal(self._window.rect().bottomRight())
            dialog.move(corner - dialog.rect().bottomRight() - _AWAY)
            dialog.show()

    @Slot()
    def _on_gone(self) -> None:
        self._dialog = None
        self._counted = None

    @Slot(object)
    def _remember(self, thresholds: Thresholds) -> None:
        """Other texts are compared so, too, from now on."""
        self._settings.thresholds = thresholds
        self._opening.use_options(self._settings.options)

    def _count(self, opened: Opened) -> None:
        if opened.whole is not self._counted:
            self._counted = opened.whole
            self._counter.start(LikenessTask(opened.whole))

    @Slot(object)
    def _on_counted(self, report: Success) -> None:
        if self._dialog is not None and isinstance(report.value, Pairs):
            self._dialog.show_pairs(report.value)

    # The work

    @Slot(object)
    def want(self, thresholds: Thresholds) -> None:
        """Have pairs called what they are by these thresholds, as soon as can be.

        What is under way is finished first, so that the texts keep up with a moving hand.
        """
        self._wanted = thresholds
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Begin what had to wait: another task of this worker, or a comparison."""
        if not self._worker.busy:
            self._begin()

    def _begin(self) -> None:
        current, wanted = self._comparing.current, self._wanted
        if current is None or not current.complete or self._comparing.busy or wanted is None:
            return
        if current.marks.comparison.options.thresholds == wanted:
            self._wanted = None
            self.relabelled.emit()
            return
        # Each time from what was said before the first one: a verdict on a pair that is taken apart
        # and put together again is a verdict on it, again.
        if self._reviewing.review is not self._said or self._ground is None:
            self._ground = self._reviewing.review
        self._begun, self._said = current, self._reviewing.review
        self._worker.start(RelabelTask(current, wanted, self._ground))

    @Slot(object)
    def _on_relabelled(self, report: Success) -> None:
        begun, opened = self._begun, report.value
        assert isinstance(opened, Opened)
        # If more was said meanwhile, it is done once more, with that.
        same = self._reviewing.review is self._said
        if same and begun is not None and self._comparing.exchange(begun, opened):
            self._said = self._reviewing.review
        self._begin()

    @Slot(object)
    def _on_failed(self, report: Failure) -> None:
        self._wanted = None
        self._comparing.failed.emit(report.error)

"""How texts are compared, as the reader wants it: does what the menu Compare says.

Imports Qt and the parts of the window that are asked and told. What is chosen is remembered at
once; what is open is compared anew.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from variorum.engine import DEFAULT_TOLERANCES, Comparison, Tolerance
from variorum.window.actions import Actions
from variorum.window.compare_table import action_of
from variorum.window.jobs import Success, Worker
from variorum.window.opening import Opening
from variorum.window.relabelling import Relabelling
from variorum.window.settings import Settings
from variorum.window.state import Opened
from variorum.window.tasks import CountTask


class ComparingAnew(QObject):
    """Compares what is open in another way when the reader wants it."""

    counted = Signal()
    """The menu says now how much each tolerance hides."""

    def __init__(
        self,
        settings: Settings,
        opening: Opening,
        relabelling: Relabelling,
        actions: Actions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._relabelling = relabelling
        self._settings = settings
        self._opening = opening
        self._actions = actions
        self._comparison: Comparison | None = None
        self._counts: dict[str, int] | None = None
        self._words = {each: actions[action_of(each)].text() for each in Tolerance}
        self._worker = Worker("counting", self)
        self._worker.succeeded.connect(self._on_counted)
        opening.use_options(settings.options)
        for each in Tolerance:
            actions[action_of(each)].triggered.connect(self._on_tolerance)
        actions["tolerate_usual"].triggered.connect(self._tolerate_usual)
        actions.menu("tolerances").aboutToShow.connect(self._count)
        self.update_actions()

    def set_opened(self, opened: Opened | None) -> None:
        """Serve another comparison."""
        self._relabelling.set_opened(opened)
        whole = opened is not None and opened.complete
        comparison = opened.marks.comparison if opened is not None and whole else None
        if comparison is not self._comparison:
            self._worker.stop()
            self._comparison, self._counts = comparison, None

    def end(self) -> None:
        """Give up what is under way, for good."""
        self._relabelling.end()
        self._worker.close()

    def update_actions(self) -> None:
        """Show what is in force, and how much of it there is as far as that is known.

        Before anything is open, one chooses for what will be.
        """
        self._relabelling.update_actions()
        chosen = self._opening.chosen_options.tolerances
        for each in Tolerance:
            action = self._actions[action_of(each)]
            action.setChecked(each in chosen)
            count = (self._counts or {}).get(each.value, 0)
            shown = f" ({QLocale().toString(count)})" if self._counts and each in chosen else ""
            action.setText(self._words[each] + shown)
            action.setEnabled(self._opening.takes_options)
        self._actions["tolerate_usual"].setEnabled(
            self._opening.takes_options and chosen != DEFAULT_TOLERANCES
        )

    @Slot()
    def _on_tolerance(self) -> None:
        wanted = (each for each in Tolerance if self._actions[action_of(each)].isChecked())
        self._tolerate(frozenset(wanted))

    @Slot()
    def _tolerate_usual(self) -> None:
        self._tolerate(DEFAULT_TOLERANCES)

    def _tolerate(self, tolerances: frozenset[Tolerance]) -> None:
        self._settings.tolerances = tolerances
        options = replace(self._opening.chosen_options, tolerances=tolerances)
        self._opening.use_options(self._settings.options)
        self._opening.compare_anew(options)
        self.update_actions()

    @Slot()
    def _count(self) -> None:
        """Begin to count, when the menu opens; it marks all words, which takes its time."""
        known = self._counts is not None or self._worker.busy
        if self._comparison is not None and not known:
            self._worker.start(CountTask(self._comparison))

    @Slot(object)
    def _on_counted(self, report: Success) -> None:
        assert isinstance(report.value, dict)
        self._counts = report.value
        self.update_actions()
        self.counted.emit()

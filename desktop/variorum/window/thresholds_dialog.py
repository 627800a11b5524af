"""Thresholds: asks from which likeness on a pair of sentences is called what.

Imports Qt, the theme and the picture of the pairs. The dialog leaves the window free, so that one
reads the texts while they change. Likeness is the share of the words that was kept, in per cent
here and from 0 to 1 outside.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from variorum.engine import Thresholds
from variorum.window.likeness import Likeness, shared_out
from variorum.window.state import Opened
from variorum.window.tasks import Pairs
from variorum.window.theme import Theme

_LEAST_WIDTH: Final = 420
"""Of the picture, in device-independent pixels."""


class ThresholdsDialog(QDialog):
    """Asks; opened, never waited for, and gone when closed."""

    changed = Signal(object)
    """The `Thresholds` that are to be shown now."""
    chosen = Signal(object)
    """The `Thresholds` that are to stay."""

    def __init__(self, opened: Opened, theme: Theme, parent: QWidget) -> None:
        """Ask.

        Args:
            opened: what is shown, complete.
            theme: its colours.
            parent: the window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Thresholds"))
        self._before = self._now = opened.marks.comparison.options.thresholds
        self._pairs = Pairs()
        self._picture = Likeness(theme, self)
        self._edited = _Share(self.tr("Edited from"), self)
        self._reworded = _Share(self.tr("Taken apart below"), self)
        self._counts = QLabel(self)
        self._counts.setAccessibleName(self.tr("What the pairs are called"))
        self._lay_out()
        self._edited.moved.connect(self._on_edited)
        self._reworded.moved.connect(self._on_reworded)
        self._show()

    def _lay_out(self) -> None:
        told = QLabel(
            self.tr(
                "Two sentences that belong together are edited if enough of the words was kept, "
                "else reworded. Those that kept hardly any can be taken apart into missing and new."
            ),
            self,
        )
        told.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        titles = (self.tr("&Edited from:"), self.tr("&Taken apart below:"))
        for row, (title, share) in enumerate(
            zip(titles, (self._edited, self._reworded), strict=True)
        ):
            label = QLabel(title, self)
            label.setBuddy(share.box)
            grid.addWidget(label, row, 0)
            grid.addWidget(share.slider, row, 1)
            grid.addWidget(share.box, row, 2)
        grid.setColumnStretch(1, 1)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.RestoreDefaults | kinds.Ok | kinds.Cancel, self)
        defaults = buttons.button(kinds.RestoreDefaults)
        defaults.setText(self.tr("&Usual Ones"))
        defaults.setToolTip(self.tr("Edited from 60% on, and no pair taken apart"))
        defaults.clicked.connect(self._on_usual)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        # Of the picture, not of the dialog: that becomes wider where the counts do.
        self._picture.setMinimumWidth(_LEAST_WIDTH)
        for part in (told, self._picture, grid, self._counts, buttons):
            if isinstance(part, QGridLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._picture.set_theme(theme)

    def show_pairs(self, pairs: Pairs) -> None:
        """Show how much each pair kept."""
        self._pairs = pairs
        self._picture.show_pairs(pairs)
        self._show()

    def show_thresholds(self, thresholds: Thresholds) -> None:
        """Show what is in force, unless the reader is on the way to something else."""
        if not self._edited.is_held and not self._reworded.is_held and thresholds != self._now:
            self._now = thresholds
            self._show()

    def accept(self) -> None:
        """Keep it so."""
        self.chosen.emit(self._now)
        super().accept()

    def reject(self) -> None:
        """Have it as it was."""
        if self._now != self._before:
            self.changed.emit(self._before)
        super().reject()

    def forget(self) -> None:
        """Close: the texts are others."""
        super().reject()

    @Slot(int)
    def _on_edited(self, share: int) -> None:
        edited = share / 100
        self._set(Thresholds(edited, min(self._now.reworded, edited)))

    @Slot(int)
    def _on_reworded(self, share: int) -> None:
        reworded = share / 100
        self._set(Thresholds(max(self._now.edited, reworded), reworded))

    @Slot()
    def _on_usual(self) -> None:
        self._set(Thresholds())

    def _set(self, thresholds: Thresholds) -> None:
        if thresholds != self._now:
            self._now = thresholds
            self._show()
            self.changed.emit(thresholds)

    def _show(self) -> None:
        self._edited.show_share(round(100 * self._now.edited))
        self._reworded.show_share(round(100 * self._now.reworded))
        self._picture.show_thresholds(self._now)
        counts = shared_out(self._pairs, self._now)
        edited, reworded, apart = (QLocale().toString(count) for count in counts)
        told = self.tr(
            "Pairs that differ: {edited} edited, {reworded} reworded, {apart} taken apart"
        )
        self._counts.setText(told.format(edited=edited, reworded=reworded, apart=apart))


class _Share(QObject):
    """A slider and a box that say the same per cent."""

    moved = Signal(int)
    """The reader wants so many per cent."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal, parent)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(5)
        self.slider.setAccessibleName(name)
        self.box = QSpinBox(parent)
        self.box.setRange(0, 100)
        self.box.setSuffix(self.tr("%"))
        self.box.setAccessibleName(name)
        self.slider.valueChanged.connect(self.moved)
        self.box.valueChanged.connect(self.moved)

    @property
    def is_held(self) -> bool:
        """Whether the mouse holds the slider."""
        return self.slider.isSliderDown()

    def show_share(self, share: int) -> None:
        """Say so many per cent."""
        for control in (self.slider, self.box):
            with QSignalBlocker(control):
                control.setValue(share)

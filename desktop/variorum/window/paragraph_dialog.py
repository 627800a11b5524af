"""Go to Paragraph: asks for a side and the number of a paragraph.

Imports Qt. Numbers count from 1 as the margins do, indices from 0.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from variorum.engine import Side
from variorum.window.form_dialog import set_form


class NumberBox(QSpinBox):
    """Takes a number beyond the last one for the last one.

    Qt's own refuses the digits that are too much: of 31, where there are 30, it would make 3.
    """

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let more be typed than there is."""
        if self._is_beyond(text):
            return QValidator.State.Intermediate, text, position
        return super().validate(text, position)

    def fixup(self, text: str) -> str:
        """Make what was typed a number."""
        return self.textFromValue(self.maximum()) if self._is_beyond(text) else super().fixup(text)

    def _is_beyond(self, text: str) -> bool:
        digits = text.replace(self.locale().groupSeparator(), "").strip()
        return digits.isdecimal() and int(digits) > self.maximum()


class ParagraphDialog(QDialog):
    """Asks where to go; opened, never waited for, and gone when closed."""

    paragraph_chosen = Signal(object, int)
    """The side and the index of the paragraph."""

    def __init__(
        self, counts: Mapping[Side, int], side: Side, number: int, parent: QWidget
    ) -> None:
        """Ask.

        Args:
            counts: how many paragraphs each side has; one that has none cannot be chosen.
            side: which one is offered first.
            number: which paragraph of it.
            parent: the window.
        """
        super().__init__(parent)
        self._counts = counts
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Go to Paragraph"))
        self._sides = {
            Side.LEFT: QRadioButton(self.tr("&Left text"), self),
            Side.RIGHT: QRadioButton(self.tr("&Right text"), self),
        }
        self._number = NumberBox(self)
        self._number.setAccelerated(True)
        self._number.setGroupSeparatorShown(True)
        self._range = QLabel(self)
        self._lay_out()
        for each, button in self._sides.items():
            button.setEnabled(counts[each] > 0)
            button.toggled.connect(self._on_side)
        offered = side if counts[side] else side.other
        self._sides[offered].setChecked(True)
        self._number.setValue(number)
        self._number.selectAll()
        self._number.setFocus()

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        for button in self._sides.values():
            sides.addWidget(button)
        sides.addStretch(1)
        number = QHBoxLayout()
        number.addWidget(self._number, 1)
        number.addWidget(self._range)
        form = QFormLayout()
        form.addRow(self.tr("In the:"), sides)
        form.addRow(self.tr("&Paragraph:"), number)
        label = form.labelForField(number)
        if isinstance(label, QLabel):
            label.setBuddy(self._number)
        self._number.setAccessibleName(self.tr("Paragraph"))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.button(kinds.Ok).setText(self.tr("&Go"))
        buttons.accepted.connect(self._on_go)
        set_form(self, form, buttons)

    @property
    def _side(self) -> Side:
        return Side.LEFT if self._sides[Side.LEFT].isChecked() else Side.RIGHT

    @Slot()
    def _on_side(self) -> None:
        count = self._counts[self._side]
        self._number.setRange(1, max(1, count))
        self._range.setText(self.tr("of {count}").format(count=QLocale().toString(count)))

    @Slot()
    def _on_go(self) -> None:
        self.paragraph_chosen.emit(self._side, self._number.value() - 1)
        self.accept()

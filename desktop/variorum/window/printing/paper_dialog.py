"""Asks what paper to print on: its size, which way round it lies, and its margins.

Imports Qt. Lengths are millimetres; they are shown in inches where these are usual. Qt has a dialog
of its own for this, which on Linux keeps nothing of what was chosen unless one waits for it, and
elsewhere wants a printer.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMarginsF, Qt, Signal, Slot
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QWidget,
)

from variorum.window.form_dialog import set_form
from variorum.window.printing.paper import uses_inches

_Id = QPageSize.PageSizeId
SIZES: Final = (_Id.A3, _Id.A4, _Id.A5, _Id.B5, _Id.Letter, _Id.Legal, _Id.Tabloid)
"""What is offered, beside what the printer has now."""

LARGEST: Final = 0.3
"""The share of a side of the paper that one margin may take: two of them leave room for words."""

_INCH: Final = 25.4


class PaperDialog(QDialog):
    """Asks for the paper; opened, never waited for, and gone when closed."""

    paper_chosen = Signal(object)
    """The `QPageLayout` that is wanted."""

    def __init__(self, paper: QPageLayout, parent: QWidget) -> None:
        """Ask, beginning with the paper that is in use."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Paper"))
        self._size = QComboBox(self)
        self._upright = QRadioButton(self.tr("&Portrait"), self)
        self._lying = QRadioButton(self.tr("L&andscape"), self)
        self._unit = _INCH if uses_inches() else 1.0
        self._margins = {name: QDoubleSpinBox(self) for name in ("left", "right", "top", "bottom")}
        self._offer(paper)
        self._lay_out()
        self._bound()
        self._size.currentIndexChanged.connect(self._bound)
        self._upright.toggled.connect(self._bound)

    def _offer(self, paper: QPageLayout) -> None:
        """Fill in what can be chosen, and what is in use."""
        pages = [QPageSize(size) for size in SIZES]
        used = paper.pageSize()
        if all(not page.isEquivalentTo(used) for page in pages):
            pages.insert(0, used)
        for page in pages:
            self._size.addItem(page.name(), page)
        chosen = next(n for n, page in enumerate(pages) if page.isEquivalentTo(used))
        self._size.setCurrentIndex(chosen)
        upright = paper.orientation() is QPageLayout.Orientation.Portrait
        (self._upright if upright else self._lying).setChecked(True)
        margins = paper.margins(QPageLayout.Unit.Millimeter)
        values = (margins.left(), margins.right(), margins.top(), margins.bottom())
        inches = self._unit == _INCH
        for box, value in zip(self._margins.values(), values, strict=True):
            box.setDecimals(2 if inches else 0)
            box.setSingleStep(0.1 if inches else 1)
            box.setSuffix(self.tr(" in") if inches else self.tr(" mm"))
            box.setMaximum(value / self._unit)
            box.setValue(value / self._unit)

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.addWidget(self._upright)
        ways.addWidget(self._lying)
        ways.addStretch(1)
        form = QFormLayout()
        form.addRow(self.tr("Paper &size:"), self._size)
        form.addRow(ways)
        form.addRow(QLabel(self.tr("Margins"), self))
        told = {
            "left": (self.tr("&Left:"), self.tr("Left margin")),
            "right": (self.tr("&Right:"), self.tr("Right margin")),
            "top": (self.tr("&Top:"), self.tr("Top margin")),
            "bottom": (self.tr("&Bottom:"), self.tr("Bottom margin")),
        }
        for name, box in self._margins.items():
            label, spoken = told[name]
            box.setAccessibleName(spoken)
            form.addRow(label, box)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.accepted.connect(self._on_accepted)
        set_form(self, form, buttons)

    @Slot()
    def _bound(self) -> None:
        """Let no margin take more than its share of the paper."""
        whole = self._paper(QMarginsF()).fullRect(QPageLayout.Unit.Millimeter)
        for name, box in self._margins.items():
            side = whole.width() if name in ("left", "right") else whole.height()
            box.setMaximum(LARGEST * side / self._unit)

    def _paper(self, margins: QMarginsF) -> QPageLayout:
        lies = self._lying.isChecked()
        ways = QPageLayout.Orientation
        return QPageLayout(
            self._size.currentData(),
            ways.Landscape if lies else ways.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )

    @Slot()
    def _on_accepted(self) -> None:
        left, right, top, bottom = (box.value() * self._unit for box in self._margins.values())
        self.paper_chosen.emit(self._paper(QMarginsF(left, top, right, bottom)))
        self.accept()

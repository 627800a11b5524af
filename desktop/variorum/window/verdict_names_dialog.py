"""Asks what verdicts are to be called.

Imports Qt and the review.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from variorum.review import Verdict
from variorum.window.verdicts import VerdictNames


class VerdictNamesDialog(QDialog):
    """Asks what verdicts are to be called."""

    names_chosen = Signal(object)
    """A dictionary of names by ids; an empty name is the usual one."""

    def __init__(self, verdicts: tuple[Verdict, ...], words: VerdictNames, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Names of Verdicts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields: dict[str, QLineEdit] = {}
        form = QFormLayout(self)
        form.setContentsMargins(20, 16, 20, 16)
        form.setSpacing(10)
        hint = QLabel(self.tr("An empty name stands for the usual one."), self)
        form.addRow(hint)
        for verdict in verdicts:
            field = QLineEdit(verdict.name, self)
            field.setPlaceholderText(words.usual(verdict))
            field.setMaxLength(40)
            field.setMinimumWidth(220)
            field.setObjectName(f"verdict_name_{verdict.id}")
            field.setAccessibleName(
                self.tr("Name of {verdict}").format(verdict=words.usual(verdict))
            )
            self._fields[verdict.id] = field
            form.addRow(f"{verdict.sign}  {words.usual(verdict)}", field)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    @Slot()
    def _on_accepted(self) -> None:
        self.names_chosen.emit(
            {name: " ".join(field.text().split()) for name, field in self._fields.items()}
        )
        self.accept()

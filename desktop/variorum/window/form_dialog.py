"""How a dialog that asks for a few things is set: a form, and the buttons below it.

Imports Qt.
"""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout


def set_form(dialog: QDialog, form: QFormLayout, buttons: QDialogButtonBox) -> None:
    """Put a form and its buttons into a dialog, which Cancel closes."""
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 18, 20, 16)
    column.setSpacing(18)
    column.addLayout(form)
    column.addWidget(buttons)

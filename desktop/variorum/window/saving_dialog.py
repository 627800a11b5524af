"""The dialog that asks where to save something: the same for all that is saved.

Imports Qt. It is opened by who asks, never waited for.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def saving_dialog(
    title: str, filters: Sequence[str], suffix: str, suggested: Path, window: QWidget
) -> QFileDialog:
    """A dialog for the place of a new file, which deletes itself when it is closed.

    Args:
        title: of the dialog.
        filters: which files it shows, as Qt writes such filters; the first one is chosen.
        suffix: what a name without one gets, without the full stop.
        suggested: the place that is offered.
        window: that it belongs to.
    """
    dialog = QFileDialog(window, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(list(filters))
    dialog.setDefaultSuffix(suffix)
    dialog.setDirectory(str(suggested.parent))
    dialog.selectFile(suggested.name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog

"""The pages of the Help menu, and what the marks mean: opened in the colours of the moment.

Imports Qt, and each dialog when it is opened. They keep with the colours of the window while they
are open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from variorum.window.actions import Actions
from variorum.window.appearance import Appearance

if TYPE_CHECKING:
    from variorum.window.dialogs import TextDialog


class Help(QObject):
    """Opens what there is to read about Variorum."""

    def __init__(self, actions: Actions, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._appearance = appearance
        self._window = window

    @Slot()
    def show_shortcuts(self) -> None:
        """List all keys."""
        from variorum.window.dialogs import ShortcutsDialog  # noqa: PLC0415 - see the top

        keys = self._actions.keys_by_menu()
        self._open(ShortcutsDialog(keys, self._appearance.theme, self._window))

    @Slot()
    def show_about(self) -> None:
        """Tell versions and licences."""
        from variorum.window.dialogs import AboutDialog  # noqa: PLC0415 - see the top

        self._open(AboutDialog(self._appearance.theme, self._window))

    @Slot()
    def explain_marks(self) -> None:
        """Explain colours and signs."""
        from variorum.window.legend import MarksDialog  # noqa: PLC0415 - see the top

        self._open(MarksDialog(self._appearance.theme, self._window))

    def _open(self, dialog: TextDialog) -> None:
        self._appearance.changed.connect(dialog.set_theme)
        dialog.open()

"""A dock beside the texts, and the menu entry that shows and hides it: they always agree.

Imports Qt. What is wanted is remembered while something is open; without texts there is no dock.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow


class DockSwitch(QObject):
    """Lets a menu entry and the dock's own button do the same.

    Args:
        dock: what is shown and hidden.
        action: the entry, which is checked while the dock is shown.
        is_open: whether there are texts that the dock has something to say of.
        remember: is told whether the dock is wanted from now on.
        window: that all are in.
    """

    def __init__(
        self,
        dock: QDockWidget,
        action: QAction,
        is_open: Callable[[], bool],
        remember: Callable[[bool], None],
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._dock = dock
        self._action = action
        self._is_open = is_open
        self._remember = remember
        self._window = window
        action.toggled.connect(self._show)
        dock.visibilityChanged.connect(self._follow)

    def bring(self) -> None:
        """Show it, in front of whatever shares its place."""
        self._action.setChecked(True)
        self._dock.raise_()

    @Slot(bool)
    def _show(self, shown: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        if self._is_open():
            self._remember(shown)
            self._dock.setVisible(shown)
            if shown:
                self._dock.raise_()

    @Slot(bool)
    def _follow(self, _visible: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        """The dock's own close button counts as the menu's entry does."""
        window = self._window
        if window.isVisible() and not window.isMinimized() and self._is_open():
            shown = not self._dock.isHidden()
            self._remember(shown)
            self._action.setChecked(shown)

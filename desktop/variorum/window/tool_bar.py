"""The few things used all the time, above the texts.

Imports Qt and the actions.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from variorum.window.actions import Actions
from variorum.window.icons import ON_BUTTONS


class ToolBar(QToolBar):
    """Opening, going from change to change, saving."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tool_bar")
        self.setWindowTitle(self.tr("Tool Bar"))
        self.setMovable(False)
        self.setIconSize(QSize(ON_BUTTONS, ON_BUTTONS))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._position = QLabel(self)
        self._position.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # The widest it may become, so that the buttons beside it keep still.
        self._position.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000 of 0000") + 16)
        self._fill(actions)
        self.set_position(None, None)

    def set_position(self, number: int | None, count: int | None) -> None:
        """Say which of how many changes is the current one; None: nothing is known."""
        if count is None:
            text = said = ""
        elif number is None:
            text = said = self.tr("%Ln changes", "", count) if count else self.tr("No changes")
        else:
            here, there = QLocale().toString(number), QLocale().toString(count)
            text = self.tr("{number} of {count}").format(number=here, count=there)
            said = self.tr("Change {number} of {count}").format(number=here, count=there)
        self._position.setText(text)
        self._position.setAccessibleName(said)

    def _fill(self, actions: Actions) -> None:
        self.addAction(actions["open_two"])
        self._spread()
        self.addAction(actions["previous_change"])
        self.addWidget(self._position)
        self.addAction(actions["next_change"])
        self._spread()
        self.addAction(actions["change_list"])
        self.addAction(actions["notes"])
        self.addAction(actions["save_page"])
        # Short words on the buttons; the menus have the long ones.
        actions["open_two"].setIconText(self.tr("Open"))
        actions["save_page"].setIconText(self.tr("Save Page"))
        actions["change_list"].setIconText(self.tr("Changes"))
        actions["notes"].setIconText(self.tr("Notes"))
        for name in ("previous_change", "next_change"):
            button = self.widgetForAction(actions[name])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        for action in self.actions():
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.setAccessibleName(action.text().replace("&", ""))

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, from left to right."""
        buttons = (self.widgetForAction(action) for action in self.actions())
        return tuple(button for button in buttons if isinstance(button, QToolButton))

    def _spread(self) -> None:
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)

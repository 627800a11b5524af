"""What can be done just now: enables the actions of the window, and disables the others.

Imports the parts of the window that know. What a part has of its own, it enables itself.
"""

from __future__ import annotations

from typing import Final

from variorum.engine import ChangeKind, Side
from variorum.window.actions import Actions
from variorum.window.change_list import ChangeList
from variorum.window.comparing import Comparing
from variorum.window.navigation import Navigation
from variorum.window.opening import Opening
from variorum.window.saving import Saving
from variorum.window.view import ComparisonView

_ON_TEXT: Final = (
    *("select_all", "zoom_in", "zoom_out", "zoom_reset", "go_to_paragraph", "other_pane"),
    *("find", "find_next", "find_previous"),
)
"""What can be done as soon as something is open."""

_ON_CHANGES: Final = ("next_edit", "previous_edit", "first_change", "last_change")
"""What can be done as soon as there are changes."""


class Enabling:
    """Enables what does something."""

    def __init__(
        self,
        actions: Actions,
        comparing: Comparing,
        opening: Opening,
        saving: Saving,
        view: ComparisonView,
        navigation: Navigation,
        changes: ChangeList,
    ) -> None:
        self._actions = actions
        self._comparing = comparing
        self._opening = opening
        self._saving = saving
        self._view = view
        self._navigation = navigation
        self._changes = changes

    def update(self) -> None:
        """Enable what does something now."""
        current, go = self._comparing.current, self._navigation
        is_open = current is not None
        is_whole = current is not None and current.complete
        self._actions.set_enabled(
            {
                "reload": is_open or len(self._opening.chosen) == len(Side),
                "stop": self._comparing.busy,
                "swap": is_open or bool(self._opening.chosen),
                "save_page": is_whole and not self._saving.busy,
                **dict.fromkeys(("export_pdf", "print"), is_whole),
                "copy": is_open and bool(self._view.selected_text()),
                "change_list": is_open,
                **dict.fromkeys(_ON_TEXT, is_open),
                "next_change": go.target(1) is not None,
                "previous_change": go.target(-1) is not None,
                **dict.fromkeys(_ON_CHANGES, go.count > 0),
                "current_change": go.current is not None,
                "back": go.can_go_back,
                "forward": go.can_go_forward,
                "missing_passages": self._changes.has(ChangeKind.MISSING),
                "other_end": go.can_go_to_other_end,
                "peek": self._view.can_peek(),
            }
        )

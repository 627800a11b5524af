"""What screen readers are told of the panes.

Imports Qt's accessibility and the panes. The words come from each pane's mirror: Python answers
for the widget, C++ for the text. Nothing here costs anything until a screen reader asks. Offsets
are UTF-16 units, as Qt hands them on.
"""

from __future__ import annotations

import weakref
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken, VoidPtr

from variorum.window.view.heads import HeadBar
from variorum.window.view.overview import Overview
from variorum.window.view.pane import Pane

_NOTHING = VoidPtr(0)
"""No such interface; Qt crashes over None."""


class PaneInterface(QAccessibleWidget):
    """A pane as a screen reader knows it: a text of many lines that cannot be written into.

    It lives in Qt's cache, perhaps longer than Python knows the pane, which it only looks up.
    """

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane, QAccessible.Role.EditableText, "")
        self._pane = weakref.ref(pane)

    def state(self) -> QAccessible.State:
        """What can be done here: reading and selecting."""
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = 1
        return state

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """Nothing: the mirror is no part of the window."""
        return 0

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """The text is the mirror's, everything else a plain widget's."""
        pane = self._pane()
        if kind is QAccessible.InterfaceType.TextInterface:
            if pane is None or not Shiboken.isValid(pane):
                return _NOTHING
            mirror = QAccessible.queryAccessibleInterface(pane.mirror())
            return mirror.interface_cast(kind)
        found = super().interface_cast(kind)
        return _NOTHING if found is None else found


class PartInterface(QAccessibleWidget):
    """What stands around the panes; Qt would call it a mere filler, which is never read out."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """What a plain widget has."""
        found = super().interface_cast(kind)
        return _NOTHING if found is None else found


class HeadInterface(PartInterface):
    """The head of a text: a button that opens a menu."""

    def __init__(self, head: HeadBar) -> None:
        super().__init__(head, QAccessible.Role.ButtonMenu, "")
        self._head = weakref.ref(head)

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        """It can be pressed."""
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, _name: str) -> None:  # noqa: N802 - Qt's name
        """Press it."""
        head = self._head()
        if head is not None and Shiboken.isValid(head):
            head.ask()


def _interface_for(_class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if isinstance(thing, Pane):
        return PaneInterface(thing)
    if isinstance(thing, HeadBar):
        return HeadInterface(thing)
    if isinstance(thing, Overview):
        return PartInterface(thing, QAccessible.Role.Graphic, "")
    return None


def install() -> None:
    """Let Qt ask here about panes and what belongs to them; once for a process."""
    QAccessible.installFactory(_interface_for)


def tell_selection(pane: Pane) -> None:
    """Tell screen readers where caret and selection of a pane are now, if any listens."""
    if not QAccessible.isActive():
        return
    mirror = pane.mirror()
    own, told = mirror.selection, mirror.told
    if own == told or (own is None and told is not None and told.is_empty):
        return
    mirror.told = own
    cursor = mirror.textCursor()
    selected = QAccessibleTextSelectionEvent(pane, cursor.selectionStart(), cursor.selectionEnd())
    selected.setCursorPosition(cursor.position())
    QAccessible.updateAccessibility(selected)
    QAccessible.updateAccessibility(QAccessibleTextCursorEvent(pane, cursor.position()))

"""What keys do that Qt knows elsewhere only: Enter presses buttons, Shift+F10 opens a menu.

Imports Qt.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QWidget

_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def presses(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Press what has the keys, as Space does, if it is a button and nobody else wanted the key.

    A box is not pressed but ticked, which only Space does everywhere.

    Args:
        event: a key that came as far as the window.
        focus: what has the keys.

    Returns:
        Whether it was that key on a button.
    """
    if event.key() not in _KEYS or event.modifiers() not in _PLAIN:
        return False
    if not isinstance(focus, QAbstractButton) or isinstance(focus, QCheckBox):
        return False
    focus.click()
    return True


def opens_menu(event: QKeyEvent, window: QWidget) -> bool:
    """Open the context menu of what has the keys, as the key Menu does, which many keyboards lack.

    Args:
        event: a key that came as far as the window.
        window: that window.

    Returns:
        Whether it was the key for that.
    """
    if event.key() != Qt.Key.Key_F10 or event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
        return False
    # Qt finds out itself what has the keys, and where its cursor stands.
    by_key = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(window.windowHandle(), QContextMenuEvent(by_key, QPoint(), QPoint()))
    return True

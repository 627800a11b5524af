"""Enter presses the button that has the keys, as Space does: Qt leaves that to dialogs.

Imports Qt.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def presses(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Press what has the keys, if it is a button and nobody else wanted the key.

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

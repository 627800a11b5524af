"""How large a window or dialog is at first: never larger than its screen has room for.

Imports Qt. Sizes are device-independent pixels.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME: Final = QSize(16, 48)
"""What the desktop may put around a window: a title and borders, measured generously."""


def fitted(size: QSize, window: QWidget) -> QSize:
    """A size, or as much of it as the screen of a window has room for."""
    return size.boundedTo(window.screen().availableSize() - FRAME)

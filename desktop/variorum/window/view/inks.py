"""The inks of a theme by their names, and colours that let the ground shine through. Imports Qt."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QBrush, QColor

from variorum.window.theme import Ink, Theme
from variorum.window.view.drawings import InkName


def ink_of(theme: Theme, name: InkName) -> Ink:
    """The ink of a theme by its name."""
    match name:
        case InkName.LEFT:
            return theme.left
        case InkName.RIGHT:
            return theme.right
        case InkName.MOVED:
            return theme.moved
        case InkName.EDITED:
            return theme.edited
        case InkName.FORMATTED:
            return theme.formatted


@lru_cache(64)
def brush(colour: str) -> QBrush:
    """A colour to fill with: made once, as a screen has hundreds of marks in a few colours."""
    return QBrush(QColor(colour))


def faint(colour: str, alpha: int) -> QColor:
    """A colour that lets the ground shine through; alpha from 0 to 255."""
    found = QColor(colour)
    found.setAlpha(alpha)
    return found

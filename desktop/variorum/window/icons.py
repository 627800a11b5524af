"""The pictures on buttons and in menus, drawn in the ink of the day.

Imports Qt. The drawings are SVG files in `variorum.resources`, 20 units square, whose strokes say
`currentColor`; here they become icons in the colours of the window, light or dark.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

ON_BUTTONS: Final = 20
"""The size of the drawings on the tool bar, in device-independent pixels."""

_LARGEST: Final = 60
"""In device pixels: drawn besides what the screens need, for one that is plugged in later."""

_APPLICATION_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)


def themed_icon(name: str, palette: QPalette) -> QIcon:
    """The drawing `name` in the colours of a palette: usual, and paler when disabled."""
    icon = QIcon()
    role = QPalette.ColorRole.ButtonText
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = palette.color(group, role).name()
        for size in _sizes(ON_BUTTONS):
            icon.addPixmap(_draw(name, colour, size), mode)
    return icon


def tinted_icon(name: str, colour: str, size: int) -> QIcon:
    """The drawing `name` in one colour, sharp on every screen.

    Args:
        name: of the SVG file, without its suffix.
        colour: as `#rrggbb`.
        size: of its sides, in device-independent pixels.
    """
    icon = QIcon()
    for each in _sizes(size):
        icon.addPixmap(_draw(name, colour, each))
    return icon


def _sizes(size: int) -> list[int]:
    """How large something is on the screens that there are, in device pixels."""
    ratios = (screen.devicePixelRatio() for screen in QGuiApplication.screens())
    return sorted({_LARGEST, *(round(size * ratio) for ratio in ratios)})


def tinted_pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """The drawing `name` in one colour.

    Args:
        name: of the SVG file, without its suffix.
        colour: as `#rrggbb`.
        size: of its sides, in device-independent pixels.
        ratio: device pixels for each of these.
    """
    pixmap = QPixmap(_draw(name, colour, round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def application_icon() -> QIcon:
    """The sign of Variorum, which has colours of its own."""
    icon = QIcon()
    for size in _APPLICATION_SIZES:
        icon.addPixmap(_draw("variorum", "#000000", size))
    return icon


@cache
def _source(name: str) -> str:
    return (files("variorum.resources") / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _draw(name: str, colour: str, size: int) -> QPixmap:
    drawing = _source(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap

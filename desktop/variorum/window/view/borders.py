"""Where the borders of paragraphs changed: a quiet sign in the gutter, and what it means.

Imports Qt's translation and the scene. Heights are pixels from the upper edge of the view.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from variorum.engine import Band, BandKind, Side
from variorum.window.view.scene import Scene


class BorderSign(NamedTuple):
    """Says that paragraphs were split, merged or regrouped."""

    band: int
    """The index of their band."""
    top: int
    """The upper edge of its first line of text."""
    bottom: int
    text: str
    """How many paragraphs face how many: `1 ¶ 2`."""


def border_signs(scene: Scene) -> Iterator[BorderSign]:
    """The signs that are in sight, from top to bottom: each beside the first line of its band."""
    for placed in scene.visible:
        number = scene.stretches.band(placed.stretch)
        band = scene.comparison.bands[number]
        if not border_words(band) or placed.stretch != scene.stretches.first_of(number):
            continue
        pieces = [p for side in Side for p in scene.setting.pieces(side, placed.stretch)[:1]]
        if not pieces:
            continue
        piece = pieces[0]
        top = placed.top + piece.top
        text = f"{_count(band.left.length)} ¶ {_count(band.right.length)}"
        yield BorderSign(number, top, top + scene.typography.line_height, text)


def border_sign_at(scene: Scene, y: float) -> BorderSign | None:
    """The sign at a height."""
    return next((sign for sign in border_signs(scene) if sign.top <= y < sign.bottom), None)


def border_words(band: Band) -> str:
    """What became of the borders of a band's paragraphs; empty when they stayed."""
    if band.kind is BandKind.SPLIT:
        words = QCoreApplication.translate("Panes", "One paragraph became {right}.")
    elif band.kind is BandKind.MERGED:
        words = QCoreApplication.translate("Panes", "{left} paragraphs became one.")
    elif band.kind is BandKind.REGROUPED:
        words = QCoreApplication.translate(
            "Panes", "{left} paragraphs became {right}, with their borders in other places."
        )
    else:
        return ""
    return words.format(left=_count(band.left.length), right=_count(band.right.length))


def _count(number: int) -> str:
    return QLocale().toString(number)

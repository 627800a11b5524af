"""Lights what the mouse points at, in a pane or in the gutter, and its counterpart.

Imports Qt and the parts that are pointed at. Positions are code points of a side's text.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from variorum.engine import Side
from variorum.window.view.gutter import Gutter
from variorum.window.view.lit import Lit, lit_by_change, lit_by_sentence, lit_spans
from variorum.window.view.pane import Pane
from variorum.window.view.scene import Scene


class Lights(QObject):
    """Keeps the `lit` of the scene as the mouse goes."""

    def __init__(
        self, panes: Mapping[Side, Pane], gutter: Gutter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._panes = panes
        self._gutter = gutter
        self._scene: Scene | None = None
        panes[Side.LEFT].pointed.connect(self._point_left)
        panes[Side.RIGHT].pointed.connect(self._point_right)
        gutter.pointed.connect(self._point_change)

    def set_scene(self, scene: Scene | None) -> None:
        """Light in another comparison from now on."""
        self._scene = scene

    def _point_left(self, position: int | None) -> None:
        self._point(Side.LEFT, position)

    def _point_right(self, position: int | None) -> None:
        self._point(Side.RIGHT, position)

    def _point(self, side: Side, position: int | None) -> None:
        if self._scene is not None:
            marks = self._scene.marks
            self._light(None if position is None else lit_by_sentence(marks, side, position))

    def _point_change(self, number: int | None) -> None:
        if self._scene is not None:
            change = self._scene.change(number)
            self._light(None if change is None else lit_by_change(self._scene.marks, change))

    def _light(self, lit: Lit | None) -> None:
        scene = self._scene
        if scene is None or scene.lit == lit:
            return
        for each in filter(None, (scene.lit, lit)):
            for side, pane in self._panes.items():
                for span in lit_spans(scene.marks, each, side):
                    extent = scene.extent(side, span)
                    if extent is not None:
                        pane.update(0, extent.top, pane.width(), extent.bottom - extent.top)
        scene.lit = lit
        self._gutter.update()

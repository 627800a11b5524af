"""The panes under test, shown in memory."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from variorum.engine import Side
from variorum.reports.marks import Marks
from variorum.window.view import ComparisonView, Head


class Panes:
    """The panes, and what a test wants to know of them."""

    def __init__(self, view: ComparisonView) -> None:
        self.view = view
        self.canvas = view._canvas

    @property
    def scene(self):
        return self.canvas.scene

    def pane(self, side: Side):
        return self.canvas.panes[side]

    def show(self, marks: Marks) -> None:
        self.view.set_comparison(marks, Head("draft.txt"), Head("final.txt"))
        QApplication.processEvents()

    def resize(self, width: int, height: int) -> None:
        self.view.resize(width, height)
        QApplication.processEvents()

    def overview(self):
        """The strip with the whole of both texts, when its picture is whole."""
        strip = self.view._overview
        while strip.is_busy:
            QApplication.processEvents()
        return strip

    def text(self, side: Side) -> str:
        return self.scene.comparison.document(side).text

    def place_of(self, side: Side, position: int) -> QPoint:
        """A point on a character that is visible: in the pane, near its beginning."""
        for shown in self.scene.shown(side):
            laid = shown.set_piece.laid
            if laid.span.start <= position < laid.span.end:
                box = laid.boxes(type(laid.span)(position, position + 1))[0]
                inset = (box.right - box.left) * (0.75 if leftwards(laid, position) else 0.25)
                x = self.pane(side)._ground.columns.left + box.left + inset
                y = shown.top + (box.line + 0.5) * laid.look.line_height
                return QPoint(round(x), round(y))
        raise AssertionError(f"{position} is not visible")

    def line_top(self, side: Side, position: int) -> int | None:
        """The upper edge of the line of a character in the view; None out of sight."""
        for shown in self.scene.shown(side):
            laid = shown.set_piece.laid
            if laid.span.start <= position < laid.span.end:
                return shown.top + laid.line_of(position) * laid.look.line_height
        return None


def leftwards(laid, position: int) -> bool:
    """Whether a character begins at its right."""
    kind = unicodedata.bidirectional(laid.text[position - laid.span.start])
    return kind in ("R", "AL") or (laid.right_to_left and kind not in ("L", "EN"))


@pytest.fixture
def make_panes(qtbot) -> Callable[[], Panes]:
    def make(marks: Marks | None = None, width: int = 1000, height: int = 700) -> Panes:
        view = ComparisonView()
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
        panes = Panes(view)
        if marks is not None:
            panes.show(marks)
        return panes

    return make

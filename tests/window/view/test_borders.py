"""The signs of paragraphs that were split, merged or regrouped."""

from __future__ import annotations

import pytest
from made import marks
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from variorum.engine import Side
from variorum.window.view.borders import border_sign_at, border_signs, border_words

DOG = "The old dog slept beside the gate. At noon the wind turned to the north."
TEA = "Her brother poured the tea and waited. The clock in the hall struck one."
PEARS = "One basket by the door held apples. Another one was full of pears and plums."


def parted(text: str) -> str:
    """Each sentence as a paragraph of its own."""
    return text.replace(". ", ".\n\n")


@pytest.mark.parametrize(
    ("left", "right", "sign", "words"),
    [
        (DOG, parted(DOG), "1 ¶ 2", "One paragraph became 2."),
        (parted(DOG), DOG, "2 ¶ 1", "2 paragraphs became one."),
        (
            f"{DOG} {TEA}\n\n{PEARS}",
            f"{DOG}\n\n{TEA} {PEARS}",
            "2 ¶ 2",
            "2 paragraphs became 2, with their borders in other places.",
        ),
    ],
)
def test_a_sign_says_how_many_paragraphs_face_how_many(make_panes, left, right, sign, words):
    panes = make_panes(marks(f"{PEARS}\n\n{left}", f"{PEARS}\n\n{right}"))
    (found,) = border_signs(panes.scene)
    assert found.text == sign
    assert border_words(panes.scene.comparison.bands[found.band]) == words
    text = panes.text(Side.LEFT)
    assert found.top == panes.line_top(Side.LEFT, text.index(left))
    assert border_sign_at(panes.scene, found.top) == found
    assert border_sign_at(panes.scene, found.bottom) is None


def test_the_first_line_of_the_texts_may_have_a_sign(make_panes):
    panes = make_panes(marks(DOG, parted(DOG)))
    (found,) = border_signs(panes.scene)
    assert found.top == panes.line_top(Side.LEFT, 0)


def test_nothing_is_said_where_paragraphs_stayed(make_panes):
    panes = make_panes(marks(f"{DOG}\n\n{TEA}", f"{DOG}\n\n{PEARS}\n\n{TEA}"))
    assert list(border_signs(panes.scene)) == []


@pytest.mark.parametrize("zoom", [100, 300])
def test_a_sign_is_drawn_and_explained(make_panes, zoom):
    panes = make_panes(marks(DOG, parted(DOG)))
    panes.view.set_zoom(zoom)
    QApplication.processEvents()
    (sign,) = border_signs(panes.scene)
    gutter = panes.canvas.gutter
    picture = gutter.grab().toImage()
    height = range(sign.top, sign.bottom)
    columns = [
        x
        for x in range(picture.width())
        if len({picture.pixel(x, y) for y in height if y < picture.height()}) > 1
    ]
    assert columns
    assert columns[0] >= 2
    assert columns[-1] < picture.width() - 2
    place = QPoint(gutter.width() // 2, sign.top + 2)
    event = QHelpEvent(QEvent.Type.ToolTip, place, gutter.mapToGlobal(place))
    QApplication.sendEvent(gutter, event)
    assert QToolTip.text() == "One paragraph became 2."
    QToolTip.hideText()

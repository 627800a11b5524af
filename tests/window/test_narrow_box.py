"""A box that is narrower than its entries says with dots that there is more."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from variorum.window.narrow_box import NarrowBox

WORDS = "Least alike first"


@pytest.fixture
def make_box(qtbot):
    def make(kind: type[QComboBox], words: str, width: int) -> QComboBox:
        box = kind()
        qtbot.addWidget(box)
        box.addItem(words)
        box.resize(width, box.sizeHint().height())
        return box

    return make


def test_words_that_have_no_room_end_in_dots(make_box):
    box = make_box(NarrowBox, WORDS, 90)
    shown = box.shown_text()
    assert shown.endswith("…")
    assert WORDS.startswith(shown[:-1])
    assert len(shown) > 4
    assert box.currentText() == WORDS
    assert box.grab().toImage() == make_box(QComboBox, shown, 90).grab().toImage()


def test_words_that_have_room_are_painted_as_ever(make_box):
    box = make_box(NarrowBox, WORDS, 300)
    assert box.shown_text() == WORDS
    assert box.grab().toImage() == make_box(QComboBox, WORDS, 300).grab().toImage()


def test_the_boxes_of_the_list_cut_no_letter_through(open_driver):
    open_driver.window.resize(960, 700)
    boxes = open_driver.list.findChildren(QComboBox)
    assert len(boxes) == 3
    assert all(isinstance(box, NarrowBox) for box in boxes)

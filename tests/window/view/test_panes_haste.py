"""A frame does not wait for the marks on words: they come a moment later, and nothing moves."""

from __future__ import annotations

from functools import partial

import pytest
from made import marks, story
from PySide6.QtWidgets import QApplication

from variorum.engine import Side
from variorum.window.view import canvas


@pytest.fixture
def at_end(make_panes, monkeypatch):
    """The end of a long text, come to in great haste: nothing is marked in the first frame."""
    panes = make_panes(marks(*story(60)))
    monkeypatch.setattr(canvas, "FRAME", 0.0)
    monkeypatch.setattr(canvas, "SLICE", 0.0)
    panes.canvas.to_end()
    assert panes.scene.visible[0].stretch > 0
    return panes


def drawings(panes):
    scene = panes.scene
    return {
        (side, shown.set_piece.piece.span): scene.drawing(side, shown)
        for side in Side
        for shown in scene.shown(side)
    }


def places(panes):
    return [
        (shown.top, shown.set_piece.laid.height)
        for side in Side
        for shown in panes.scene.shown(side)
    ]


def edits(found) -> int:
    return sum(len(drawing.edits) for drawing in found.values())


def test_words_are_marked_after_the_frame_and_nothing_moves(at_end, qtbot, monkeypatch):
    before, where = drawings(at_end), places(at_end)
    assert at_end.scene.lacks_words
    painted_anew: list[Side] = []
    for side in Side:
        monkeypatch.setattr(at_end.pane(side), "update", partial(painted_anew.append, side))
    qtbot.waitUntil(lambda: not at_end.canvas._words.isActive())
    after = drawings(at_end)
    assert edits(after) > edits(before)
    assert places(at_end) == where
    assert painted_anew == list(Side)
    for key, drawing in after.items():
        assert drawing.bars == before[key].bars
        assert drawing.washes == before[key].washes
    assert not at_end.scene.lacks_words


def test_they_are_the_same_marks_as_without_haste(at_end, qtbot, monkeypatch):
    qtbot.waitUntil(lambda: not at_end.canvas._words.isActive())
    picture, found = at_end.canvas.grab().toImage(), drawings(at_end)
    monkeypatch.setattr(canvas, "FRAME", 60.0)
    at_end.show(marks(*story(60)))
    at_end.canvas.to_end()
    assert {key: drawing.edits for key, drawing in drawings(at_end).items()} == {
        key: drawing.edits for key, drawing in found.items()
    }
    QApplication.processEvents()
    assert at_end.canvas.grab().toImage() == picture


def test_what_is_shown_first_is_marked_at_once(make_panes, monkeypatch):
    monkeypatch.setattr(canvas, "FRAME", 0.0)
    monkeypatch.setattr(canvas, "SLICE", 0.0)
    panes = make_panes(marks(*story(60)))
    assert edits(drawings(panes))
    assert not panes.scene.lacks_words


def test_another_comparison_may_come_meanwhile(at_end, qtbot):
    at_end.show(marks())
    qtbot.waitUntil(lambda: not at_end.canvas._words.isActive())
    assert edits(drawings(at_end))

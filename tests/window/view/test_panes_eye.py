"""The line under the eye never moves."""

import pytest
from made import marks, story
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from variorum.engine import Side, Thresholds, relabel
from variorum.reports.marks import Marks


@pytest.fixture(scope="module")
def long_marks():
    return marks(*story(150))


def torn_apart(found: Marks) -> Marks:
    """The same texts with weak pairs as missing and new: other bands, other heights."""
    return Marks(relabel(found.comparison, Thresholds(0.99, 0.97)))


@pytest.mark.parametrize("down", [0, 777, 5000, 12_345, 10**6])
def test_a_better_result_moves_nothing_in_sight(make_panes, long_marks, down):
    first = torn_apart(long_marks)
    assert len(first.comparison.bands) != len(long_marks.comparison.bands)
    panes = make_panes(first)
    panes.canvas.scroll_by(down)
    eye = panes.canvas.eye()
    panes.view.replace_comparison(long_marks)
    QApplication.processEvents()
    at_an_end = panes.scene.scroll.position() in (0, panes.scene.scroll.furthest(panes.scene.view))
    moved = panes.line_top(eye.side, eye.position) != eye.y
    assert not moved or at_an_end


def test_a_better_result_keeps_selection_and_current_change(make_panes, long_marks):
    panes = make_panes(long_marks)
    panes.view.set_current_change(9)
    panes.view.select_all()
    panes.view.replace_comparison(Marks(long_marks.comparison))
    assert panes.view.current_change() == 9
    assert panes.view.selected_text() == panes.text(Side.LEFT)


def test_the_top_line_keeps_its_first_character_while_the_window_is_resized(make_panes, long_marks):
    panes = make_panes(long_marks)
    panes.canvas.scroll_by(4000)
    eye = panes.canvas.eye()
    for width in (990, 870, 640, 500, 777, 1200, 1700, 1000):
        panes.resize(width, 700)
        assert panes.line_top(eye.side, eye.position) == eye.y, width


def test_the_line_stays_when_heights_are_estimated_again(make_panes, long_marks, qtbot):
    panes = make_panes(long_marks)
    panes.canvas.scroll_by(4000)
    eye = panes.canvas.eye()
    panes.resize(640, 700)
    qtbot.waitUntil(lambda: not panes.canvas._settled.isActive())
    QApplication.processEvents()
    assert panes.line_top(eye.side, eye.position) == eye.y


def test_the_top_line_stays_when_the_text_is_zoomed(make_panes, long_marks):
    panes = make_panes(long_marks)
    panes.canvas.scroll_by(4000)
    eye = panes.canvas.eye()
    for zoom in (150, 80, 300, 100):
        panes.view.set_zoom(zoom)
        assert panes.line_top(eye.side, eye.position) == eye.y, zoom


@pytest.mark.parametrize("number", [9, 30])
def test_the_current_change_stays_in_sight_when_the_text_is_zoomed(make_panes, long_marks, number):
    panes = make_panes(long_marks)
    panes.view.set_current_change(number)
    span = long_marks.changes[number - 1].left
    # Far down in the view: what is above it grows by more than there is below it.
    panes.canvas.scroll_by(panes.scene.extent(Side.LEFT, span).bottom - panes.scene.view + 40)
    place = panes.line_top(Side.LEFT, span.start)
    for zoom in (150, 300, 80, 100):
        panes.view.set_zoom(zoom)
        extent = panes.scene.in_sight(Side.LEFT, span)
        assert extent.top >= 0
        higher = extent.bottom - extent.top > panes.scene.view - panes.scene.typography.line_height
        assert extent.top <= 40 if higher else extent.bottom <= panes.scene.view
    assert panes.line_top(Side.LEFT, span.start) == place


def test_the_current_change_stays_where_it_is_when_the_texts_get_narrow(make_panes, long_marks):
    panes = make_panes(long_marks)
    panes.view.set_current_change(9)
    span = long_marks.changes[8].left
    place = panes.line_top(Side.LEFT, span.start)
    for width in (990, 640, 500, 1200, 1000):
        panes.resize(width, 700)
        assert panes.line_top(Side.LEFT, span.start) == place, width
    panes.canvas.scroll_by(5000)
    eye = panes.canvas.eye()
    panes.resize(640, 700)
    assert panes.line_top(eye.side, eye.position) == eye.y


def test_scrolling_up_over_what_was_never_measured_does_not_jump(make_panes, long_marks):
    panes = make_panes(long_marks)
    bar = panes.canvas.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for _ in range(60):
        eye = panes.canvas.eye()
        panes.canvas.scroll_by(-30)
        assert panes.line_top(eye.side, eye.position) == eye.y + 30


def test_the_bar_is_left_alone_while_it_is_dragged(make_panes, long_marks):
    panes = make_panes(long_marks)
    bar = panes.canvas.verticalScrollBar()
    bar.setSliderDown(True)
    maximum = bar.maximum()
    for value in range(0, maximum, maximum // 40):
        bar.setValue(value)
        assert (bar.value(), bar.maximum()) == (value, maximum)
    bar.setValue(maximum)
    last = len(panes.scene.stretches) - 1
    assert panes.scene.visible[-1].stretch == last
    bar.setSliderDown(False)
    assert bar.value() == bar.maximum()


def test_the_bar_tells_the_truth_otherwise(make_panes, long_marks):
    panes = make_panes(long_marks)
    bar = panes.canvas.verticalScrollBar()
    panes.view._canvas.to_end()
    assert bar.value() == bar.maximum() > 0
    panes.view._canvas.to_start()
    assert bar.value() == 0
    bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
    assert panes.scene.scroll.position() == bar.value() == panes.canvas.viewport().height()


def test_a_higher_window_at_the_end_shows_more_above(make_panes, long_marks):
    panes = make_panes(long_marks, 900, 500)
    panes.view._canvas.to_end()
    panes.resize(900, 900)
    last = panes.scene.visible[-1]
    assert last.top + last.height == panes.canvas.viewport().height()


def test_a_short_text_does_not_scroll(make_panes, qtbot):
    panes = make_panes(marks("One.\n\nTwo.", "One.\n\nThree."), 900, 700)
    qtbot.keyClick(panes.pane(Side.LEFT), Qt.Key.Key_PageDown)
    panes.view._canvas.to_end()
    assert panes.scene.scroll.position() == 0
    assert panes.canvas.verticalScrollBar().maximum() == 0

"""Bands begin level on both sides, at every width and zoom."""

import pytest
from made import ARABIC, ARABIC_LATER, LEFT, RIGHT, marks, story
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from variorum.engine import Side

WIDTHS = (420, 500, 610, 700, 777, 800, 901, 1024, 1200, 1333, 1600, 1900)
ZOOMS = (50, 100, 150, 300)


def first_tops(panes) -> dict[int, set[int]]:
    """For each visible stretch where its first line begins, over both sides."""
    out: dict[int, set[int]] = {}
    for placed in panes.scene.visible:
        for side in Side:
            pieces = panes.scene.setting.pieces(side, placed.stretch)
            if pieces:
                line = pieces[0].laid.layout.lineAt(0)
                base = placed.top + pieces[0].top + line.y() + line.ascent()
                out.setdefault(placed.stretch, set()).add(round(base, 3))
    return out


@pytest.mark.parametrize("zoom", ZOOMS)
def test_first_lines_stand_on_one_base_line(make_panes, zoom):
    panes = make_panes(marks(*story(40)))
    panes.view.set_zoom(zoom)
    for width in WIDTHS:
        panes.resize(width, 700)
        tops = first_tops(panes)
        assert tops
        assert all(len(found) == 1 for found in tops.values()), (width, tops)


def test_they_stay_level_while_the_border_is_dragged(make_panes):
    panes = make_panes(marks(*story(40)))
    for share in (0.1, 0.3, 0.47, 0.62, 0.9):
        panes.view.set_share(share)
        panes.canvas.scroll_by(333)
        assert all(len(found) == 1 for found in first_tops(panes).values())


def test_other_scripts_stay_level(make_panes):
    panes = make_panes(marks(ARABIC, ARABIC_LATER + "\n\n" + LEFT))
    for width in WIDTHS:
        panes.resize(width, 700)
        assert all(len(found) == 1 for found in first_tops(panes).values())


@pytest.mark.parametrize("width", WIDTHS)
def test_a_gap_begins_and_ends_where_the_text_opposite_does(make_panes, width):
    panes = make_panes(marks("One.\n\n" + LEFT + "\n\nTwo.", "One.\n\nTwo."), width, 1400)
    left = panes.pane(Side.LEFT).grab().toImage()
    right = panes.pane(Side.RIGHT).grab().toImage()
    tinted, hatched = (rows_without(picture, panes.scene.theme.paper) for picture in (left, right))
    assert tinted
    assert tinted == hatched


def rows_without(picture, colour: str) -> list[int]:
    """The rows of a picture that have another colour than this at the edge."""
    paper = QColor(colour)
    return [y for y in range(picture.height()) if picture.pixelColor(1, y) != paper]


def test_what_is_scrolled_looks_like_what_is_painted_anew(make_panes):
    panes = make_panes(marks(*story(60)), 900, 600)
    panes.overview()
    screen = panes.view.screen()
    for step in (37, 111, -20, 260, 3, -90):
        panes.canvas.scroll_by(step)
        QApplication.processEvents()
        shifted = screen.grabWindow(panes.view.winId()).toImage()
        panes.canvas.refresh()
        QApplication.processEvents()
        assert screen.grabWindow(panes.view.winId()).toImage() == shifted, step


def test_the_heights_of_what_was_not_seen_are_well_estimated(make_panes):
    panes = make_panes(marks(*story(300)))
    heights = panes.scene.scroll.heights
    estimated = heights.total
    for stretch in range(len(heights)):
        panes.scene.scroll.exact(stretch)
    assert abs(estimated / heights.total - 1) < 0.02


def test_only_what_is_visible_is_laid_out(make_panes):
    panes = make_panes(marks(*story(600)))
    assert len(panes.scene.comparison.bands) > 500
    visible = sum(len(list(panes.scene.shown(side))) for side in Side)
    assert len(panes.scene.setting._layouts) <= visible + 4
    panes.view._canvas.to_end()
    assert len(panes.scene.setting._layouts) <= 3 * visible + 8


def test_the_two_heads_stand_above_their_panes(make_panes):
    panes = make_panes(marks(LEFT, RIGHT), 1000, 500)
    for share in (0.5, 0.3):
        panes.view.set_share(share)
        QApplication.processEvents()
        for side in Side:
            head, pane = panes.view._heads[side], panes.pane(side)
            origin = pane.mapTo(panes.view, pane.rect().topLeft())
            assert abs(head.x() - origin.x()) <= 1
            assert abs(head.width() - pane.width()) <= 1

"""The strip with the whole of both texts: what it shows, where it leads, how little it takes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import LEFT, RIGHT, compared, marks, story
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from variorum.engine import Comparison, Document, Side, compare
from variorum.engine.row_list import known_rows
from variorum.reports.marks import Marks
from variorum.window.theme import make_theme
from variorum.window.view.densities import Densities, Trace
from variorum.window.view.heights import Heights
from variorum.window.view.hits import Hits
from variorum.window.view.overview import LEAST_HANDLE
from variorum.window.view.overview_image import COLUMN, EDGE, line_of
from variorum.window.view.stretches import BandStretches

EXAMPLE = marks()


def summed(found: Marks, heights: Heights, lines: int) -> Densities:
    densities = Densities(found, BandStretches(found), heights, lines)
    for _ in densities.work():
        pass
    return densities


@given(st.data(), st.integers(1, 400))
def test_each_line_is_filled_once_at_most(data, lines):
    count = len(BandStretches(EXAMPLE))
    heights = Heights(data.draw(st.lists(st.integers(1, 900), min_size=count, max_size=count)))
    densities = summed(EXAMPLE, heights, lines)
    for side in Side:
        assert all(share <= 1.000001 for share in densities.text[side])
        for line in range(lines):
            shares = [densities.traces[side][trace][line] for trace in Trace]
            assert sum(shares) <= densities.text[side][line] + 0.000001


def test_what_is_missing_takes_as_many_lines_as_it_is_high():
    found = marks("One.\n\n" + LEFT + "\n\nTwo.", "One.\n\nTwo.")
    heights = Heights([10] * len(found.comparison.bands))
    densities = summed(found, heights, 10 * len(heights))
    lone = sum(densities.traces[Side.LEFT][Trace.LONE])
    # All but the two bands that both sides have, and what is free between sentences.
    assert 10 * (len(heights) - 3) < lone <= 10 * (len(heights) - 2)
    assert not any(densities.traces[Side.RIGHT][Trace.LONE])
    assert sum(densities.text[Side.RIGHT]) == pytest.approx(20)


def partial_of(left: str, right: str) -> Comparison:
    """The first result of a comparison, in which much is pending."""
    found: list[Comparison] = []
    compare(Document.from_text(left), Document.from_text(right), partial=found.append)
    return found[0]


def varied(count: int) -> str:
    """A text of which every third paragraph is another one than in `story`."""
    left, _ = story(count)
    parts = left.split("\n\n")
    return "\n\n".join(f"Then {p.swapcase()}" if n % 3 else p for n, p in enumerate(parts))


@pytest.mark.parametrize("is_partial", [False, True])
def test_rows_that_nobody_read_need_not_be_made(is_partial):
    count = 900 if is_partial else 80  # of short texts there are no partial results
    left, right = story(count)[0], varied(count)
    comparison = partial_of(left, right) if is_partial else compared(left, right)
    unread = known_rows(comparison.rows)[0].count(None)
    assert unread > 20
    heights = Heights([40 + n % 7 for n in range(len(comparison.bands))])
    late = summed(Marks(comparison), heights, 333)
    assert known_rows(comparison.rows)[0].count(None) == unread
    made = summed(Marks(replace(comparison, rows=tuple(comparison.rows))), heights, 333)
    for side in Side:
        assert late.text[side] == pytest.approx(made.text[side])
        assert late.strength[side] == pytest.approx(made.strength[side])
        for trace in Trace:
            # What is free between two pending sentences counts with them.
            slack = 0.1 if trace is Trace.PENDING else 1e-9
            assert late.traces[side][trace] == pytest.approx(made.traces[side][trace], abs=slack)
    assert any(late.traces[Side.LEFT][Trace.PENDING]) is is_partial


def test_it_shows_a_missing_paragraph_on_its_side_alone(make_panes):
    filler = "\n\n".join(f"Paragraph {n} stayed as it was all the time." for n in range(40))
    panes = make_panes(marks(f"{filler}\n\n{LEFT}", filler), 900, 600)
    strip = panes.overview()
    picture = strip.grab().toImage()
    line = round(
        line_of(panes.scene, Side.LEFT, len(filler) + len(LEFT) // 2, round(strip._whole()))
    )
    left = picture.pixelColor(EDGE + COLUMN // 2, line)
    right = picture.pixelColor(strip.width() - EDGE - COLUMN // 2, line)
    theme = panes.scene.theme
    assert abs(left.hue() - QColor(theme.left.pen).hue()) < 12
    assert left.saturation() > 80
    assert right == QColor(theme.desk)
    # What both sides have is plain paper on both.
    stayed = [picture.pixelColor(x, line // 2) for x in (EDGE + 3, strip.width() - EDGE - 4)]
    assert stayed == [QColor(theme.paper)] * 2


def test_a_click_goes_there(make_panes, qtbot):
    panes = make_panes(marks(*story(300)))
    strip = panes.overview()
    y = strip.height() * 2 // 3
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(20, y))
    assert abs(strip._visible().center().y() - y) < 3
    heights = panes.scene.scroll.heights
    assert abs(panes.scene.scroll.position() / heights.total - 2 / 3) < 0.02


def test_dragging_what_is_visible_scrolls_from_end_to_end(make_panes, qtbot):
    panes = make_panes(marks(*story(300)))
    strip = panes.overview()
    start = strip._visible().center().toPoint()
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=start)
    assert panes.scene.scroll.position() == 0
    before = 0
    for y in range(start.y(), strip.height() + 40, 25):
        qtbot.mouseMove(strip, QPoint(20, y))
        assert panes.scene.scroll.position() >= before
        before = panes.scene.scroll.position()
    assert panes.scene.visible[-1].stretch == len(panes.scene.stretches) - 1
    qtbot.mouseMove(strip, QPoint(20, -60))
    assert panes.scene.scroll.position() == 0
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(strip, QPoint(20, 300))
    assert panes.scene.scroll.position() == 0


def test_the_wheel_scrolls_as_over_the_texts(make_panes):
    panes = make_panes(marks(*story(100)))
    strip = panes.overview()
    none = Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        *(QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton),
        *(none, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(strip, turned)
    assert panes.scene.scroll.position() == 6 * panes.scene.typography.line_height


def test_it_follows_the_view(make_panes):
    panes = make_panes(marks(*story(300)))
    strip = panes.overview()
    tops = []
    for _ in range(5):
        tops.append(strip._visible().top())
        panes.canvas.scroll_by(4000)
    assert tops == sorted(set(tops))
    panes.view._canvas.to_end()
    assert strip._visible().bottom() == pytest.approx(strip.height(), abs=1.1)


def test_what_is_visible_of_a_very_long_text_can_be_taken_hold_of(make_panes):
    panes = make_panes(marks(*story(900)), 800, 300)
    strip = panes.overview()
    for _ in range(4):
        assert strip._visible().height() >= LEAST_HANDLE - 1
        panes.canvas.scroll_by(60_000)


def test_short_texts_are_shown_beside_themselves(make_panes):
    panes = make_panes(marks("One.\n\nTwo.", "One.\n\nThree."), 900, 700)
    strip = panes.overview()
    assert strip._whole() == panes.scene.scroll.heights.total
    assert strip._visible().height() == pytest.approx(strip._whole(), abs=1)


def test_hits_are_shown_at_the_edge_of_their_side(make_panes):
    panes = make_panes(marks(*story(100)))
    strip = panes.overview()
    bare = strip.grab().toImage()
    position = len(panes.text(Side.RIGHT)) // 2
    hits = Hits()
    hits.append(Side.RIGHT, position, position + 4)
    panes.view.set_hits(hits)
    marked = panes.overview().grab().toImage()
    line = round(line_of(panes.scene, Side.RIGHT, position, strip.height()))
    inks = [marked.pixelColor(x, line) for x in (3, strip.width() - 3)]
    assert inks == [bare.pixelColor(3, line), QColor(panes.scene.theme.text)]
    panes.view.set_hits(None)
    assert panes.overview().grab().toImage() == bare


def test_other_colours_are_painted_at_once(make_panes):
    panes = make_panes(marks(*story(60)))
    panes.overview()
    dark = make_theme(dark=True)
    panes.view.set_theme(dark)
    picture = panes.overview().grab().toImage()
    assert picture.pixelColor(0, picture.height() - 1) == QColor(dark.desk)


def test_no_light_strip_stays_in_the_dark_while_texts_are_compared(make_panes):
    panes = make_panes(Marks(replace(compared(*story(60)), complete=False)))
    strip = panes.overview()
    corner = 0, strip.height() - 1
    assert strip.grab().toImage().pixelColor(*corner) == QColor(panes.scene.theme.desk)
    dark = make_theme(dark=True)
    panes.view.set_theme(dark)
    assert strip.grab().toImage().pixelColor(*corner) == QColor(dark.desk)


def test_it_is_drawn_anew_when_a_better_result_comes(make_panes):
    panes = make_panes(Marks(compared(RIGHT, LEFT)))
    before = panes.overview().grab().toImage()
    panes.show(Marks(compared(LEFT, RIGHT)))
    assert panes.overview().grab().toImage() != before


def test_nothing_is_drawn_while_it_is_hidden(make_panes):
    panes = make_panes(None)
    panes.view.show_overview(shown=False)
    panes.show(marks(*story(60)))
    QApplication.processEvents()
    strip = panes.view._overview
    assert strip._picture is None
    panes.view.show_overview(shown=True)
    panes.overview()
    assert strip._picture is not None


def test_empty_texts_have_an_empty_strip(make_panes):
    panes = make_panes(marks("", ""))
    strip = panes.overview()
    picture = strip.grab().toImage()
    desk = QColor(panes.scene.theme.desk)
    assert all(picture.pixelColor(x, 40) == desk for x in range(picture.width()))

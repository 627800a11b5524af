"""What was not compared yet looks so: greyed, and nothing is claimed of it."""

from dataclasses import replace

import pytest
from made import compared
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from variorum.engine import RowKind, Side
from variorum.reports.marks import Marks
from variorum.window.view.connectors import connectors
from variorum.window.view.labels import gap_label

LEFT = "One that stayed as it was.\n\nTwo that went away for good.\n\nThree that stayed, too."
RIGHT = "One that stayed as it was.\n\nThree that stayed, too."


@pytest.fixture
def complete():
    return compared(LEFT, RIGHT)


@pytest.fixture
def partial(complete):
    """The same, as long as nothing is known of what is not equal."""
    rows = tuple(
        row if row.kind is RowKind.EQUAL else replace(row, kind=RowKind.PENDING)
        for row in complete.rows
    )
    return replace(complete, rows=rows, complete=False)


@pytest.mark.usefixtures("plurals")
def test_nothing_is_called_missing_before_it_is_known(make_panes, partial, complete):
    panes = make_panes(Marks(partial))
    scene = panes.scene
    gaps = [g for g in map(scene.gaps.of, range(len(partial.bands))) if g is not None]
    assert [gap_label(scene, gap) for gap in gaps] == ["6 words not compared yet"]
    assert connectors(scene) == []
    place = panes.place_of(Side.LEFT, LEFT.index("Two"))
    ground = panes.pane(Side.LEFT).grab().toImage().pixelColor(2, place.y())
    assert ground == QColor(scene.theme.paper)
    panes.view.replace_comparison(Marks(complete))
    assert len(connectors(panes.scene)) == 1
    ground = panes.pane(Side.LEFT).grab().toImage().pixelColor(2, place.y())
    assert ground == QColor(scene.theme.left.wash)


def test_it_is_greyed_until_it_is_compared(make_panes, partial, complete):
    panes = make_panes(Marks(partial))
    pending = list(panes.scene.shown(Side.LEFT))
    greyed = [panes.scene.drawing(Side.LEFT, shown).pending for shown in pending]
    assert [bool(spans) for spans in greyed] == [False, True, False]
    panes.view.replace_comparison(Marks(complete))
    assert not any(
        panes.scene.drawing(Side.LEFT, shown).pending for shown in panes.scene.shown(Side.LEFT)
    )


def test_nothing_moves_when_the_rest_arrives(make_panes, partial, complete):
    panes = make_panes(Marks(partial))
    tops = [panes.line_top(Side.LEFT, LEFT.index(word)) for word in ("One", "Two", "Three")]
    panes.view.replace_comparison(Marks(complete))
    QApplication.processEvents()
    assert tops == [panes.line_top(Side.LEFT, LEFT.index(w)) for w in ("One", "Two", "Three")]

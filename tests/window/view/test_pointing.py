"""What the mouse points at is lit together with its counterpart."""

import pytest
from made import marks, story
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from variorum.engine import ChangeKind, Pin, PinKind, Side, Span
from variorum.window.view.connectors import connectors, middle
from variorum.window.view.note_painter import sign_centre

LAMPS = "The lamps along the canal"
BOAT = "He wrote the names"


def lit_texts(panes, side: Side) -> list[str]:
    lit = panes.scene.lit
    document = panes.scene.comparison.document(side)
    return [] if lit is None else [document.sentence_text(index) for index in lit.on(side)]


def point(panes, qtbot, side: Side, words: str) -> None:
    place = panes.place_of(side, panes.text(side).index(words))
    qtbot.mouseMove(panes.pane(side), place)


def column(panes, side: Side) -> list[str]:
    """The colours down the pane, a little left of the text: where only shades reach."""
    picture = panes.pane(side).grab().toImage()
    x = panes.pane(side)._ground.columns.left - 2
    return [picture.pixelColor(x, y).name() for y in range(picture.height())]


def test_a_sentence_lights_its_counterpart_in_both_panes(make_panes, qtbot):
    panes = make_panes(marks(), 1000, 1200)
    before = {side: column(panes, side) for side in Side}
    point(panes, qtbot, Side.RIGHT, BOAT)
    assert lit_texts(panes, Side.RIGHT)[0].startswith(BOAT)
    assert lit_texts(panes, Side.LEFT) == [
        "He wrote the names in green ink, and the weather in red."
    ]
    assert {side: column(panes, side) for side in Side} != before
    for side in Side:
        where = panes.line_top(side, panes.text(side).index("the names")) + 3
        shaded = panes.pane(side).grab().toImage()
        x = panes.place_of(side, panes.text(side).index("the names")).x()
        plain = panes.scene.theme.paper
        assert shaded.pixelColor(x, where).name() != plain


def test_what_comes_under_the_resting_mouse_is_lit(make_panes, qtbot):
    panes = make_panes(marks(*story(60)), 900, 500)
    pane = panes.pane(Side.LEFT)
    place = QPoint(pane._ground.columns.left + 40, 200)
    qtbot.mouseMove(pane, place)
    (before,) = lit_texts(panes, Side.LEFT)
    panes.canvas.scroll_by(2000)
    qtbot.waitUntil(lambda: lit_texts(panes, Side.LEFT) != [before])
    position = panes.view.position_at(Side.LEFT, pane.mapToGlobal(place))
    sentence = panes.scene.marks.sentence_at(Side.LEFT, position)
    assert panes.scene.lit.left == (sentence,)


def test_what_leaves_the_resting_mouse_in_the_gutter_is_dark(make_panes, qtbot):
    filler, _ = story(60)
    panes = make_panes(marks(f"{filler}\n\nA lone one.", f"A new one.\n\n{filler}"), 900, 500)
    gutter = panes.canvas.gutter
    shape = next(c for c in connectors(panes.scene) if c.change is not None)
    y = round(middle(shape.left if shape.side is Side.LEFT else shape.right, gutter.height()))
    x = 4 if shape.side is Side.LEFT else gutter.width() - 4
    qtbot.mouseMove(gutter, QPoint(x, y))
    assert panes.scene.lit is not None
    panes.canvas.scroll_by(1500)
    qtbot.waitUntil(lambda: panes.scene.lit is None)
    assert gutter.cursor().shape() is Qt.CursorShape.SplitHCursor


def test_an_unchanged_sentence_lights_too(make_panes, qtbot):
    panes = make_panes(marks(), 1000, 1200)
    point(panes, qtbot, Side.LEFT, "In spring the council")
    assert lit_texts(panes, Side.RIGHT) == ["In spring the council drained the canal."]
    assert panes.scene.lit.change is None


def test_moved_text_lights_its_other_end(make_panes, qtbot):
    panes = make_panes(marks(), 1000, 1200)
    point(panes, qtbot, Side.LEFT, LAMPS)
    assert lit_texts(panes, Side.RIGHT) == [
        "The lamps along the canal were lit at six, and by seven it was dark."
    ]
    number = panes.scene.lit.change
    assert panes.scene.change(number).kind is ChangeKind.MOVED


def test_what_stands_alone_lights_nothing(make_panes, qtbot):
    panes = make_panes(marks(), 1000, 1200)
    point(panes, qtbot, Side.RIGHT, "A museum of the canal")
    assert panes.scene.lit is None


def test_nothing_is_lit_when_the_mouse_has_gone(make_panes, qtbot):
    panes = make_panes(marks(), 1000, 1200)
    before = {side: panes.pane(side).grab().toImage() for side in Side}
    point(panes, qtbot, Side.LEFT, BOAT)
    QApplication.sendEvent(panes.pane(Side.LEFT), QEvent(QEvent.Type.Leave))
    assert panes.scene.lit is None
    assert {side: panes.pane(side).grab().toImage() for side in Side} == before


def test_no_letter_is_where_no_text_is(make_panes, qtbot):
    panes = make_panes(marks(), 1000, 1200)
    point(panes, qtbot, Side.LEFT, BOAT)
    qtbot.mouseMove(panes.pane(Side.LEFT), QPoint(3, 3))
    assert panes.scene.lit is None


def test_a_connector_lights_what_it_joins(make_panes, qtbot):
    panes = make_panes(marks(), 1000, 1200)
    gutter = panes.canvas.gutter
    string = next(c for c in connectors(panes.scene) if c.left != c.right and c.kind == "string")
    view = gutter.height()
    y = (middle(string.left, view) + middle(string.right, view)) / 2
    qtbot.mouseMove(gutter, QPoint(gutter.width() // 2, round(y)))
    assert gutter.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert panes.scene.lit.change == string.change
    for side in Side:
        assert lit_texts(panes, side)[0].startswith(LAMPS)
        assert len(lit_texts(panes, side)) > 1
    QApplication.sendEvent(gutter, QEvent(QEvent.Type.Leave))
    assert panes.scene.lit is None


@pytest.mark.parametrize(
    ("kind", "words"),
    [(PinKind.ALIGN, "Aligned by hand."), (PinKind.FORBID, "Kept apart by hand.")],
)
def test_the_sign_of_a_pin_says_what_it_is(make_panes, qtbot, kind, words):
    panes = make_panes(marks(), 1000, 1200)
    starts = {side: panes.text(side).index(BOAT) for side in Side}
    panes.view.set_pins([Pin(*(Span(start, start + 20) for start in starts.values()), kind)])
    for side in Side:
        pane = panes.pane(side)
        height = panes.place_of(side, starts[side]).y()
        sign = sign_centre(pane._ground.columns, height).toPoint()
        for place, said in ((sign, True), (sign + QPoint(0, 200), False)):
            QApplication.sendEvent(
                pane, QHelpEvent(QEvent.Type.ToolTip, place, pane.mapToGlobal(place))
            )
            assert QToolTip.text().startswith(words) is said
            QToolTip.hideText()
            qtbot.waitUntil(lambda: not QToolTip.text())

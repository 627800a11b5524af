"""The current change, word edits, places, sizes and colours."""

from dataclasses import replace

import pytest
from made import LEFT, RIGHT, compared, marks, story
from PySide6.QtGui import QColor, QPalette

from variorum.engine import ChangeKind, RowKind, Side
from variorum.reports.marks import Marks
from variorum.window.theme import PaletteName, make_theme
from variorum.window.view import Head
from variorum.window.view.connectors import ShapeKind, connectors


def change_of(panes, kind: ChangeKind):
    return next(c for c in panes.scene.marks.changes if c.kind is kind)


def test_a_revealed_change_is_in_sight(make_panes):
    panes = make_panes(marks(*story(200)))
    for number in (1, 60, 7, len(panes.scene.marks.changes)):
        panes.view.set_current_change(number)
        change = panes.scene.change(number)
        side = Side.LEFT if change.left else Side.RIGHT
        top = panes.line_top(side, change.span(side).start)
        assert top is not None
        assert 0 <= top < panes.scene.view - panes.scene.typography.line_height
        assert panes.view.current_change() == number


def test_what_is_well_in_sight_is_not_scrolled(make_panes):
    panes = make_panes(marks(*story(200)))
    panes.view.set_current_change(20)
    place = panes.scene.scroll.position()
    panes.view.set_current_change(20)
    assert panes.scene.scroll.position() == place
    panes.view.set_current_change(120, reveal=False)
    assert panes.scene.scroll.position() == place


def test_a_number_that_is_none_makes_no_change_current(make_panes):
    panes = make_panes(marks(LEFT, RIGHT))
    panes.view.set_current_change(2)
    for wrong in (0, 999, None):
        panes.view.set_current_change(wrong)
        assert panes.view.current_change() is None


def test_the_current_change_is_painted_otherwise(make_panes):
    panes = make_panes(marks(LEFT, RIGHT), 1000, 1200)
    plain = panes.view.grab().toImage()
    for change in panes.scene.marks.changes:
        panes.view.set_current_change(change.number, reveal=False)
        for side in Side:
            if change.span(side) is not None:
                assert panes.pane(side).grab().toImage() != plain
    panes.view.set_current_change(None)
    assert panes.view.grab().toImage() == plain


def test_both_ends_of_a_move_can_be_shown(make_panes):
    far = "\n\n".join(story(60)[0].split("\n\n"))
    moved = LEFT.split("\n\n")[2]
    panes = make_panes(marks(moved + "\n\n" + far, far + "\n\n" + moved))
    change = change_of(panes, ChangeKind.MOVED)
    panes.view.set_current_change(change.number)
    assert panes.line_top(Side.LEFT, change.left.start) is not None
    stubs = [c for c in connectors(panes.scene) if c.kind is ShapeKind.STUB]
    assert [(c.side, c.up) for c in stubs] == [(Side.LEFT, False)]
    panes.view.set_current_change(change.number, side=Side.RIGHT)
    assert panes.line_top(Side.RIGHT, change.right.start) is not None
    stubs = [c for c in connectors(panes.scene) if c.kind is ShapeKind.STUB]
    assert [(c.side, c.up) for c in stubs] == [(Side.RIGHT, True)]


def test_connectors_join_what_belongs_together(make_panes):
    panes = make_panes(marks(LEFT, RIGHT), 1000, 1400)
    found = {c.change: c for c in connectors(panes.scene)}
    new = found[change_of(panes, ChangeKind.NEW).number]
    assert (new.kind, new.side) == (ShapeKind.FUNNEL, Side.RIGHT)
    assert new.left.top == new.left.bottom
    assert new.right.top < new.left.top < new.right.bottom
    move = found[change_of(panes, ChangeKind.MOVED).number]
    assert move.kind is ShapeKind.STRING
    assert move.left.top != move.right.top


def test_level_text_needs_no_connector(make_panes):
    panes = make_panes(marks("One.\n\nTwo three four.", "One.\n\nTwo three five."))
    assert connectors(panes.scene) == []
    panes.view.set_current_change(1)
    (ribbon,) = connectors(panes.scene)
    assert ribbon.kind is ShapeKind.RIBBON
    assert ribbon.left == ribbon.right


def test_stepping_visits_every_word_edit_in_order_and_back(make_panes):
    panes = make_panes(marks(LEFT, RIGHT))
    panes.view.set_current_change(1)
    there = []
    while panes.view.step_edit(1):
        there.append((panes.view.current_change(), panes.view._edit))
    assert [number for number, _ in there] == sorted(number for number, _ in there)
    assert len(set(there)) == len(there)
    assert there[-1][0] == len(panes.scene.marks.changes)
    back = [there[-1]]
    while panes.view.step_edit(-1):
        back.append((panes.view.current_change(), panes.view._edit))
    assert back == there[::-1]


def test_a_stepped_to_edit_is_in_sight_and_its_change_is_told(make_panes):
    panes = make_panes(marks(*story(120)))
    for _ in range(40):
        before = panes.view.current_change()
        told: list[int] = []
        panes.view.change_clicked.connect(told.append)
        assert panes.view.step_edit(1)
        panes.view.change_clicked.disconnect(told.append)
        current = panes.view.current_change()
        assert told == ([] if current == before else [current])
        side, span = next(iter(panes.scene.current_edit.items()))
        top = panes.line_top(side, span.start)
        assert top is not None
        assert 0 <= top < panes.scene.view


def beginnings(panes) -> dict[int, int]:
    """For each change that begins in sight its height there."""
    out: dict[int, int] = {}
    for change in panes.scene.marks.changes:
        for side in Side:
            span = change.span(side)
            top = None if span is None else panes.line_top(side, span.start)
            if top is not None and -panes.scene.typography.line_height < top < panes.scene.view:
                out[change.number] = min(top, out.get(change.number, top))
    return out


def test_the_change_at_the_view_is_the_nearest_to_its_top(make_panes):
    panes = make_panes(marks(*story(200)), 1060)
    assert panes.view.change_at_view() == 1
    views = 0
    for _ in range(20):
        panes.canvas.scroll_by(700)
        tops = beginnings(panes)
        if tops:
            views += 1
            assert panes.view.change_at_view() == min(tops, key=lambda n: (abs(tops[n]), n))
    assert views > 15
    panes.view._canvas.to_end()
    assert panes.view.change_at_view() >= len(panes.scene.marks.changes) - 8


def test_without_changes_there_is_nothing_to_go_to(make_panes):
    panes = make_panes(marks(LEFT, LEFT))
    assert panes.view.change_at_view() is None
    assert not panes.view.step_edit(1)
    assert connectors(panes.scene) == []


def test_a_paragraph_is_brought_to_the_top(make_panes):
    panes = make_panes(marks(*story(100)))
    for side in Side:
        for index in (50, 3, 61):
            panes.view.go_to_paragraph(side, index)
            start = panes.scene.comparison.document(side).paragraphs[index].span.start
            assert 0 <= panes.line_top(side, start) <= panes.scene.typography.line_height
            visible = panes.view.visible_span(side)
            assert visible.start <= start < visible.end
    panes.view.go_to_paragraph(Side.LEFT, 10**6)


@pytest.mark.parametrize(
    ("left", "right"), [("", ""), ("", LEFT), (LEFT, ""), ("x", "x"), ("\n \n", "\ufeff")]
)
def test_empty_and_tiny_texts_are_shown(make_panes, left, right):
    panes = make_panes(marks(left, right))
    panes.view._canvas.to_end()
    panes.view.select_all()
    assert panes.view.selected_text() == panes.text(Side.LEFT)
    panes.view.step_edit(1)
    panes.view.set_current_change(panes.view.change_at_view())
    panes.view.grab()
    panes.view.set_comparison(None, Head(), Head())
    assert panes.view.visible_span(Side.LEFT) is None
    assert panes.view.selected_text() == ""
    panes.view.grab()


def test_a_page_long_paragraph_scrolls_through(make_panes):
    text = " ".join(f"Number {n} of many sentences in one paragraph." for n in range(4000))
    panes = make_panes(marks(text, text.replace("many", "several")))
    assert len(panes.scene.stretches) > 5
    panes.view._canvas.to_end()
    assert panes.view.visible_span(Side.RIGHT).end == len(panes.text(Side.RIGHT))
    panes.view.set_current_change(2000)
    assert panes.line_top(Side.LEFT, panes.scene.change(2000).left.start) is not None


def test_zoom_has_ends_and_tells(make_panes, qtbot):
    panes = make_panes(marks(LEFT, RIGHT))
    with qtbot.waitSignal(panes.view.zoom_changed) as told:
        panes.view.zoom_in()
    assert told.args == [110]
    for _ in range(30):
        panes.view.zoom_in()
    assert panes.view.zoom() == 300
    for _ in range(30):
        panes.view.zoom_out()
    assert panes.view.zoom() == 50
    panes.view.zoom_reset()
    assert panes.view.zoom() == 100
    panes.view.set_zoom(137)
    panes.view.zoom_out()
    assert panes.view.zoom() == 125


@pytest.mark.parametrize("palette", list(PaletteName))
@pytest.mark.parametrize("dark", [False, True])
def test_a_theme_colours_everything(make_panes, dark, palette):
    panes = make_panes(marks(LEFT, RIGHT), 1000, 1400)
    theme = make_theme(dark=dark, palette=palette)
    panes.view.set_theme(theme)
    picture = panes.view.grab().toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }
    wanted = [theme.paper, theme.desk, theme.left.mark, theme.right.mark]
    wanted += [theme.right.wash, theme.moved.wash]
    assert {QColor(colour).name() for colour in wanted} <= seen
    plain = {make_theme(dark=not dark).paper, make_theme(dark=not dark).desk}
    assert not plain & seen


def test_the_active_side_has_the_keys(make_panes):
    panes = make_panes(marks(LEFT, RIGHT))
    for side in (Side.RIGHT, Side.LEFT):
        panes.view.set_active_side(side)
        assert panes.view.active_side() is side
        assert panes.view.focusWidget() is panes.pane(side)
    panes.view.set_active_side(Side.RIGHT)
    panes.view.select_all()
    assert panes.view.selected_text() == RIGHT


def test_every_part_has_a_name_for_those_who_listen(make_panes):
    panes = make_panes(marks(LEFT, RIGHT))
    assert panes.pane(Side.LEFT).accessibleName() == "Left text: draft.txt"
    assert panes.pane(Side.RIGHT).accessibleName() == "Right text: final.txt"
    assert panes.canvas.gutter.accessibleName()
    assert panes.canvas.verticalScrollBar().accessibleName()
    assert panes.view._heads[Side.LEFT].accessibleName() == "draft.txt"


def test_pending_text_is_greyed(make_panes):
    comparison = compared("One two three.", "One two four.")
    rows = tuple(replace(row, kind=RowKind.PENDING, edits=()) for row in comparison.rows)
    panes = make_panes(Marks(replace(comparison, rows=rows, complete=False)), 800, 300)
    pane = panes.pane(Side.LEFT)
    picture = pane.grab().toImage()
    darkest = min(
        picture.pixelColor(x, y).lightness()
        for x in range(pane._ground.columns.left, pane._ground.columns.right)
        for y in range(picture.height())
    )
    assert darkest >= QColor(panes.scene.theme.pending).lightness() - 2


def test_the_panes_follow_the_desktop_until_a_theme_is_set(make_panes):
    panes = make_panes(marks(LEFT, RIGHT))
    assert not panes.scene.theme.dark
    panes.view.setPalette(QPalette(QColor("#222222")))
    assert panes.scene.theme.dark
    panes.view.set_theme(make_theme(dark=False))
    panes.view.setPalette(QPalette(QColor("#333333")))
    assert not panes.scene.theme.dark


def test_the_line_beside_a_sentence_is_the_thicker_the_further_its_wording_went(make_panes):
    found = compared("The gate was shut at seven.\n\nOn.", "The gate was open at nine.\n\nOn.")
    first, *rest = found.rows
    widths = []
    for similarity in (0.9, 0.5, 0.1):
        reworded = replace(first, kind=RowKind.REWORDED, similarity=similarity)
        panes = make_panes(Marks(replace(found, rows=(reworded, *rest))), 1200, 400)
        pane = panes.pane(Side.LEFT)
        picture, y = pane.grab().toImage(), panes.place_of(Side.LEFT, 5).y()
        paper = QColor(panes.scene.theme.paper)
        columns = [pane.width() - 1 - n for n in range(8)]
        widths.append(sum(picture.pixelColor(x, y) != paper for x in columns))
    assert widths == [2, 4, 5]

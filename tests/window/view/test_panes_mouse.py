"""Clicks, selections and copies, by mouse and by keys."""

import re

import pytest
from made import (
    ARABIC,
    ARABIC_LATER,
    CHINESE,
    CHINESE_LATER,
    EMOJI,
    EMOJI_LATER,
    LEFT,
    RIGHT,
    marks,
    story,
)
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

from variorum.engine import (
    ChangeKind,
    Document,
    Emphasis,
    EmphasisKind,
    Side,
    Span,
    Style,
    StyleKind,
    TextParagraph,
    compare,
)
from variorum.reports.marks import Marks
from variorum.window.theme import make_theme

LEFT_BUTTON = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def drag(qtbot, panes, side: Side, start: QPoint, end: QPoint) -> None:
    pane = panes.pane(side)
    qtbot.mousePress(pane, LEFT_BUTTON, pos=start)
    qtbot.mouseMove(pane, (start + end) / 2)
    qtbot.mouseMove(pane, end)
    qtbot.mouseRelease(pane, LEFT_BUTTON, pos=end)


@pytest.mark.parametrize(
    ("left", "right"),
    [(LEFT, RIGHT), (ARABIC, ARABIC_LATER), (CHINESE, CHINESE_LATER), (EMOJI, EMOJI_LATER)],
    ids=["english", "arabic", "chinese", "emoji"],
)
def test_a_click_into_a_sentence_means_its_change(make_panes, qtbot, left, right):
    panes = make_panes(marks(left, right), 1100, 1400)
    told: list[int] = []
    panes.view.change_clicked.connect(told.append)
    clicks = 0
    for side in Side:
        document = panes.scene.comparison.document(side)
        for index in range(len(document.paragraphs)):
            for sentence in panes.scene.marks.paragraph(side, index).sentences:
                told.clear()
                place = panes.place_of(side, sentence.span.start + 1)
                qtbot.mouseClick(panes.pane(side), LEFT_BUTTON, pos=place)
                assert told == ([] if sentence.change is None else [sentence.change])
                if told:
                    clicks += 1
                    assert panes.view.current_change() == sentence.change
    assert clicks > 1


def test_a_click_into_a_gap_means_what_is_missing(make_panes, qtbot):
    panes = make_panes(marks("One.\n\n" + LEFT + "\n\nTwo.", "One.\n\nTwo."), 900, 1200)
    (change,) = panes.scene.marks.changes
    assert change.kind is ChangeKind.MISSING
    left = panes.place_of(Side.LEFT, change.left.start + 10)
    with qtbot.waitSignal(panes.view.change_clicked) as told:
        qtbot.mouseClick(panes.pane(Side.RIGHT), LEFT_BUTTON, pos=QPoint(90, left.y()))
    assert told.args == [1]
    assert panes.view.selected_text() == ""


def test_a_click_on_a_connector_means_its_change(make_panes, qtbot):
    panes = make_panes(marks("One.\n\n" + LEFT + "\n\nTwo.", "One.\n\nTwo."), 900, 1200)
    left = panes.place_of(Side.LEFT, panes.text(Side.LEFT).index("watchman"))
    with qtbot.waitSignal(panes.view.change_clicked):
        qtbot.mouseClick(panes.canvas.gutter, LEFT_BUTTON, pos=QPoint(3, left.y()))


@pytest.mark.parametrize(
    ("left", "right", "first", "last"),
    [
        (EMOJI, EMOJI_LATER, "🚢", "🌧"),
        (EMOJI, EMOJI_LATER, "sailed", "👩‍🚀"),
        (CHINESE, CHINESE_LATER, "早上", "水面"),
        (ARABIC, ARABIC_LATER, "البحر", "الصباح"),
        (LEFT, RIGHT, "watchman", "bicycles"),
    ],
)
def test_a_drag_selects_exactly_what_lies_between(make_panes, qtbot, left, right, first, last):
    panes = make_panes(marks(left, right), 900, 1200)
    start, end = left.index(first), left.index(last)
    a, b = panes.place_of(Side.LEFT, start), panes.place_of(Side.LEFT, end)
    drag(qtbot, panes, Side.LEFT, a, b)
    assert panes.view.selected_text() == left[start:end]
    drag(qtbot, panes, Side.LEFT, b, a)
    assert panes.view.selected_text() == left[start:end]


def test_copying_gives_the_text_without_fillers(make_panes, qtbot):
    panes = make_panes(marks(LEFT, RIGHT), 900, 1200)
    start, end = RIGHT.index("morning"), RIGHT.index("museum")
    a, b = panes.place_of(Side.RIGHT, start), panes.place_of(Side.RIGHT, end)
    drag(qtbot, panes, Side.RIGHT, a, b)
    panes.view.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == RIGHT[start:end]
    assert copied.html().count("<p>") == 4
    assert "background-color" in copied.html()


def test_rich_text_says_which_paragraphs_run_from_right_to_left(make_panes):
    text = "The sign in letters of brass.\n\nשלום לכם, said the sign.\n\nThe sign said שלום לכם."
    panes = make_panes(marks(text, text.replace("brass", "iron")))
    panes.view.select_all()
    begins = [part[:2] for part in panes.view.selected_html().split("<p")[1:]]
    assert begins == [">T", " d", ">T"]
    assert '<p dir="rtl" style="text-align:right">שלום' in panes.view.selected_html()


def test_rich_text_says_without_colours_what_its_colours_say(make_panes):
    panes = make_panes(marks(LEFT, RIGHT))
    for side, line in ((Side.LEFT, "dotted"), (Side.RIGHT, "solid")):
        panes.view.set_active_side(side)
        panes.view.select_all()
        looks = re.findall(r'style="([^"]*)"', panes.view.selected_html())
        assert all("text-decoration:underline;" in look for look in looks)
        lines = [look.partition("text-decoration-style:")[2].split(";")[0] for look in looks]
        assert set(lines) == {line, "wavy"}


def test_rich_text_sets_in_quotations_and_items_of_lists(make_panes):
    def document(last: str) -> Document:
        return Document.from_paragraphs(
            [
                TextParagraph("It rains.", Style(StyleKind.QUOTATION)),
                TextParagraph("שלום לכם.", Style(StyleKind.LIST_ITEM)),
                TextParagraph(last),
            ]
        )

    panes = make_panes(Marks(compare(document("All stay."), document("All went."))))
    panes.view.select_all()
    html = panes.view.selected_html()
    assert html.startswith('<p style="margin-left:18pt">It rains.</p><p dir="rtl" style="')
    assert '"text-align:right;margin-right:18pt">שלום' in html
    assert "</p><p><span" in html


def test_rich_text_shows_what_changed_inside_a_word(make_panes):
    panes = make_panes(marks("The councillors met.", "The councilors met."))
    panes.view.select_all()
    ink = make_theme(dark=False).side(Side.LEFT)
    pieces = re.findall(r"background-color:(#\w+)[^>]*>([^<]*)<", panes.view.selected_html())
    assert [colour for colour, _ in pieces] == [ink.mark, ink.strong, ink.mark]
    assert "".join(words for _, words in pieces) == "councillors"


def test_rich_text_takes_no_markup_from_the_text(make_panes):
    hostile = "The <b>bold</b> & the <script>alert(1)</script> brave went out at night."
    panes = make_panes(marks(hostile, hostile.replace("night", "noon")))
    panes.view.select_all()
    html = panes.view.selected_html()
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_rich_text_keeps_headings_emphasis_and_rows_of_tables(make_panes):
    def document(price: str) -> Document:
        bold = (Emphasis(Span(4, 7), EmphasisKind.BOLD),)
        return Document.from_paragraphs(
            [
                TextParagraph("Prices & terms", Style(StyleKind.HEADING, 2)),
                TextParagraph("All are net.", emphasis=bold),
                TextParagraph("Rope \t3.20", Style(StyleKind.TABLE_CELL)),
                TextParagraph(f"Tar \t{price}", Style(StyleKind.TABLE_CELL)),
                TextParagraph("A cell alone", Style(StyleKind.TABLE_CELL)),
            ]
        )

    panes = make_panes(Marks(compare(document("7.10"), document("7.90"))))
    panes.view.select_all()
    html = panes.view.selected_html()
    assert html.startswith("<h2>Prices &amp; terms</h2><p>All <b>are</b> net.</p><table")
    assert "<tr><td>Rope</td><td>3.20</td></tr><tr><td>Tar</td><td><span style=" in html
    assert html.endswith("7.10</span></td></tr></table><p>A cell alone</p>")
    panes.view.select(Side.LEFT, Span(0, 6))
    assert panes.view.selected_html() == "<p>Prices</p>"


def rows_of(*rows: str) -> Marks:
    paragraphs = [TextParagraph(row, Style(StyleKind.TABLE_CELL)) for row in rows]
    document = Document.from_paragraphs(paragraphs)
    return Marks(compare(document, document))


def test_rich_text_keeps_cells_in_their_columns(make_panes):
    panes = make_panes(rows_of("North pier \tAlder \t9", " \tBirch", " \t \t7", "South pier \tElm"))
    panes.view.select_all()
    html = panes.view.selected_html()
    assert html.count("<table") == 1
    assert "<tr><td></td><td>Birch</td></tr><tr><td></td><td></td><td>7</td></tr>" in html
    text = panes.scene.comparison.left.text
    panes.view.select(Side.LEFT, Span(text.index("Alder"), text.index("Birch") + 5))
    assert "<tr><td></td><td>Alder</td><td>9</td></tr>" in panes.view.selected_html()
    panes.view.select(Side.LEFT, Span(text.index("Birch"), text.index("Birch") + 5))
    assert panes.view.selected_html() == "<p>Birch</p>"
    panes.view.select(Side.LEFT, Span(text.index("Alder"), text.index("9") + 1))
    assert "<tr><td>Alder</td><td>9</td></tr>" in panes.view.selected_html()


def test_rich_text_of_a_table_that_runs_leftwards_has_its_first_column_at_the_right(make_panes):
    panes = make_panes(rows_of("الرقم \tالثمن", "واحد \tألف", "3 \t7"))
    panes.view.select_all()
    assert '<table border="1" dir="rtl"' in panes.view.selected_html()


def test_a_double_click_takes_a_word_and_a_third_the_paragraph(make_panes, qtbot):
    panes = make_panes(marks(LEFT, RIGHT), 900, 1200)
    pane = panes.pane(Side.LEFT)
    place = panes.place_of(Side.LEFT, LEFT.index("ledger") + 2)
    qtbot.mouseClick(pane, LEFT_BUTTON, pos=place)
    qtbot.mouseDClick(pane, LEFT_BUTTON, pos=place)
    assert panes.view.selected_text() == "ledger"
    qtbot.mousePress(pane, LEFT_BUTTON, pos=place)
    qtbot.mouseRelease(pane, LEFT_BUTTON, pos=place)
    assert panes.view.selected_text() == LEFT.split("\n\n")[1]


def test_shift_and_click_reaches_out(make_panes, qtbot):
    panes = make_panes(marks(LEFT, RIGHT), 900, 1200)
    pane = panes.pane(Side.LEFT)
    start, end = LEFT.index("lamps"), LEFT.index("swim")
    qtbot.mouseClick(pane, LEFT_BUTTON, pos=panes.place_of(Side.LEFT, start))
    qtbot.mouseClick(pane, LEFT_BUTTON, SHIFT, panes.place_of(Side.LEFT, end))
    assert panes.view.selected_text() == LEFT[start:end]


def test_the_window_is_told_whether_anything_is_selected(make_panes, qtbot):
    panes = make_panes(marks(LEFT, RIGHT), 900, 1200)
    told: list[bool] = []
    panes.view.selection_changed.connect(told.append)
    panes.view.select_all()
    assert panes.view.selected_text() == LEFT
    place = panes.place_of(Side.RIGHT, RIGHT.index("museum"))
    qtbot.mouseClick(panes.pane(Side.RIGHT), LEFT_BUTTON, pos=place)
    assert panes.view.selected_text() == ""
    assert told == [True, False]


def test_holding_the_mouse_below_the_pane_scrolls_on(make_panes, qtbot, monkeypatch):
    panes = make_panes(marks(*story(80)), 900, 500)
    pane = panes.pane(Side.LEFT)
    qtbot.mousePress(pane, LEFT_BUTTON, pos=QPoint(100, 100))
    below = QPoint(100, pane.height() + 60)
    monkeypatch.setattr(type(pane.cursor()), "pos", lambda *_: pane.mapToGlobal(below))
    qtbot.mouseMove(pane, below)
    qtbot.waitUntil(lambda: panes.scene.scroll.position() > 600)
    qtbot.mouseRelease(pane, LEFT_BUTTON, pos=below)
    assert not pane._timer.isActive()
    assert len(panes.view.selected_text()) > 500


def test_keys_scroll_as_everywhere(make_panes, qtbot):
    panes = make_panes(marks(*story(80)), 900, 500)
    pane, scroll = panes.pane(Side.LEFT), panes.scene.scroll
    line = panes.scene.typography.line_height
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    assert scroll.position() == line
    qtbot.keyClick(pane, Qt.Key.Key_PageDown)
    assert scroll.position() == panes.scene.view - line
    qtbot.keyClick(pane, Qt.Key.Key_Up)
    qtbot.keyClick(pane, Qt.Key.Key_PageUp)
    assert scroll.position() == 0
    qtbot.keyClick(pane, Qt.Key.Key_End, CONTROL)
    assert scroll.position() == scroll.furthest(panes.scene.view)
    qtbot.keyClick(pane, Qt.Key.Key_Home, CONTROL)
    assert scroll.position() == 0
    assert panes.view.current_change() is None


def test_keys_reach_out_with_the_selection(make_panes, qtbot):
    panes = make_panes(marks(LEFT, RIGHT), 900, 1200)
    pane = panes.pane(Side.LEFT)
    start = LEFT.index("watchman")
    qtbot.mouseClick(pane, LEFT_BUTTON, pos=panes.place_of(Side.LEFT, start))
    for _ in range(3):
        qtbot.keyClick(pane, Qt.Key.Key_Right, SHIFT)
    assert panes.view.selected_text() == "wat"
    qtbot.keyClick(pane, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert panes.view.selected_text() == "watchman "
    qtbot.keyClick(pane, Qt.Key.Key_End, SHIFT | CONTROL)
    assert panes.view.selected_text() == LEFT[start:]
    qtbot.keyClick(pane, Qt.Key.Key_Home, SHIFT | CONTROL)
    assert panes.view.selected_text() == LEFT[:start]


def test_shift_and_page_keys_reach_over_many_paragraphs(make_panes, qtbot):
    panes = make_panes(marks(*story(60)), 900, 400)
    panes.view.set_active_side(Side.LEFT)
    pane = panes.pane(Side.LEFT)
    qtbot.keyClick(pane, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    first = panes.view.selected_text()
    assert "\n\n" in first
    assert panes.text(Side.LEFT).startswith(first)
    qtbot.keyClick(pane, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    assert len(panes.view.selected_text()) > len(first)
    qtbot.keyClick(pane, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert abs(len(panes.view.selected_text()) - len(first)) < 80


def test_shift_and_arrows_cross_paragraphs(make_panes, qtbot):
    panes = make_panes(marks(LEFT, RIGHT), 900, 1200)
    pane = panes.pane(Side.LEFT)
    end = LEFT.index("\n\n")
    qtbot.mouseClick(pane, LEFT_BUTTON, pos=panes.place_of(Side.LEFT, end - 2))
    for _ in range(4):
        qtbot.keyClick(pane, Qt.Key.Key_Right, SHIFT)
    assert panes.view.selected_text() == "k.\n\nT"
    for _ in range(6):
        qtbot.keyClick(pane, Qt.Key.Key_Down, SHIFT)
    assert LEFT[end - 2 :].startswith(panes.view.selected_text())
    assert "aunt" in panes.view.selected_text()


def test_the_wheel_reaches_out_with_a_selection_that_is_being_made(make_panes, qtbot):
    panes = make_panes(marks(*story(60)), 900, 400)
    pane = panes.pane(Side.LEFT)
    place = QPoint(pane._ground.columns.left + 60, 200)
    qtbot.mouseMove(pane, QPoint(pane._ground.columns.left, 60))
    qtbot.mousePress(pane, LEFT_BUTTON, pos=QPoint(pane._ground.columns.left, 60))
    qtbot.mouseMove(pane, place)
    before, lit = panes.view.selected_text(), panes.scene.lit
    turn(panes, Side.LEFT, -3)
    qtbot.waitUntil(lambda: panes.view.selected_text() != before)
    assert panes.view.selected_text().startswith(before)
    assert panes.scene.selection.caret == pane.position_at(pane.mapToGlobal(place))
    assert panes.scene.lit == lit
    qtbot.mouseRelease(pane, LEFT_BUTTON, pos=place)


def test_up_and_down_keep_the_column_over_short_lines(make_panes, qtbot):
    text = "He slept on a bench.\n\nHo.\n\n" * 3
    panes = make_panes(marks(text, text), 1200, 1200)
    pane = panes.pane(Side.LEFT)
    start = text.index("bench")
    qtbot.mouseClick(pane, LEFT_BUTTON, pos=panes.place_of(Side.LEFT, start))
    for lines in range(4):
        qtbot.keyClick(pane, Qt.Key.Key_Down, SHIFT)
        caret = panes.scene.selection.caret
        if lines == 0:
            assert text[caret - 3 : caret] == "Ho."
    assert caret == text.rindex("bench")
    for _ in range(2):
        qtbot.keyClick(pane, Qt.Key.Key_Up, SHIFT)
    assert panes.scene.selection.caret == text.index("bench", start + 1)


def turn(panes, side: Side, notches: float, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel over a pane."""
    pane = panes.pane(side)
    place = QPointF(50, 50)
    event = QWheelEvent(
        place,
        QPointF(pane.mapToGlobal(place)),
        QPoint(),
        QPoint(0, round(notches * 120)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panes.canvas.viewport(), event)


def test_the_wheel_moves_both_texts_by_lines(make_panes):
    panes = make_panes(marks(*story(80)), 900, 500)
    for side in Side:
        turn(panes, side, -1)
    assert panes.scene.scroll.position() == 6 * panes.scene.typography.line_height
    turn(panes, Side.LEFT, -0.1)
    turn(panes, Side.LEFT, 0.1)
    assert panes.scene.scroll.position() == 6 * panes.scene.typography.line_height


def test_the_wheel_with_control_zooms(make_panes, qtbot):
    panes = make_panes(marks(LEFT, RIGHT))
    with qtbot.waitSignal(panes.view.zoom_changed) as told:
        turn(panes, Side.LEFT, 1, CONTROL)
    assert told.args == [110]


def test_the_border_is_dragged_and_halved(make_panes, qtbot):
    panes = make_panes(marks(LEFT, RIGHT), 1000, 500)
    gutter = panes.canvas.gutter
    before = panes.pane(Side.LEFT).width()
    qtbot.mousePress(gutter, LEFT_BUTTON, pos=QPoint(20, 100))
    qtbot.mouseMove(gutter, QPoint(-130, 100))
    qtbot.mouseRelease(gutter, LEFT_BUTTON, pos=QPoint(20, 100))
    assert panes.pane(Side.LEFT).width() == before - 150
    share = panes.view.share()
    panes.resize(1400, 500)
    assert panes.view.share() == share
    qtbot.mouseDClick(gutter, LEFT_BUTTON, pos=QPoint(20, 100))
    assert abs(panes.pane(Side.LEFT).width() - panes.pane(Side.RIGHT).width()) <= 1


def test_the_menu_is_asked_for_with_its_side(make_panes):
    panes = make_panes(marks(LEFT, RIGHT))
    told: list[Side] = []
    panes.view.context_menu_requested.connect(lambda side, _place: told.append(side))
    for side in Side:
        panes.pane(side).menu_wanted.emit(QPoint(1, 1))
    assert told == [Side.LEFT, Side.RIGHT]


def ask_for_menu(panes, side: Side, place: QPoint, *, by_key: bool = False) -> None:
    pane = panes.pane(side)
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, pane.mapToGlobal(place))
    QApplication.sendEvent(pane, event)


def test_the_menu_of_what_is_selected_leaves_it_so(make_panes):
    panes = make_panes(marks(LEFT, RIGHT))
    span = Span(LEFT.index("ledger"), LEFT.index("ledger") + 14)
    for position in (span.start, span.start + 5, span.end):
        panes.view.select(Side.LEFT, span)
        ask_for_menu(panes, Side.LEFT, panes.place_of(Side.LEFT, position))
        assert panes.view.selection() == (Side.LEFT, span)
    ask_for_menu(panes, Side.LEFT, QPoint(1, 1), by_key=True)
    assert panes.view.selection() == (Side.LEFT, span)


@pytest.mark.parametrize("side", list(Side))
def test_the_menu_beside_what_is_selected_is_about_what_is_there(make_panes, side):
    panes = make_panes(marks(LEFT, RIGHT))
    panes.view.select(Side.LEFT, Span(4, 9))
    place = panes.scene.comparison.document(side).text.index("ledger")
    ask_for_menu(panes, side, panes.place_of(side, place))
    assert panes.view.selection() is None
    assert panes.view.selection_or_caret() == (side, Span(place, place))


def test_the_menu_of_a_gap_is_about_the_gap_whatever_is_selected(make_panes):
    panes = make_panes(marks("One.\n\n" + LEFT + "\n\nTwo.", "One.\n\nTwo."), 900, 1200)
    (change,) = panes.scene.marks.changes
    panes.view.select(Side.RIGHT, Span(0, 10))
    place = QPoint(90, panes.place_of(Side.LEFT, change.left.start + 10).y())
    ask_for_menu(panes, Side.RIGHT, place)
    assert panes.view.selection() is None


def test_the_menu_where_nothing_is_selected_puts_no_caret_anywhere(make_panes):
    panes = make_panes(marks(LEFT, RIGHT))
    ask_for_menu(panes, Side.LEFT, panes.place_of(Side.LEFT, 10))
    assert panes.view.selection_or_caret() is None

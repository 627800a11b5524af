"""Aligning by hand: by keys, by menus, by mouse; undone, kept, carried to a changed text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton

from variorum.engine import Layout, PinKind, RowKind, Side, Span
from variorum.readers import ReadOptions
from variorum.window.aligning_bar import AligningBar

LEFT = """The ferry leaves at noon. It carries goats and letters.

Nobody on the quay knew why the bell rang twice.

The captain, a widow from Farrow, kept bees on the upper deck.

In winter the river froze and the ferry rested."""
RIGHT = """The ferry leaves at one. It carries goats and letters.

A bridge is planned for the spring of next year.

The captain, a widow from Farrow, kept bees on the upper deck.

In winter the river froze hard and the ferry rested."""


@pytest.fixture
def opened(driver, write):
    driver.window.open_pair(write("draft.txt", LEFT), write("final.txt", RIGHT))
    driver.wait_for_comparison()
    driver.window.activateWindow()
    driver.view.setFocus()
    return driver


def spot(driver, side: Side, words: str) -> int:
    return driver.opened.source(side).document.text.index(words)


def put(driver, side: Side, words: str) -> None:
    driver.view.set_active_side(side)
    driver.view.place_caret(side, spot(driver, side, words))


def pins(driver):
    return driver.opened.marks.comparison.pins


def row_of(driver, side: Side, words: str):
    marks = driver.opened.marks
    sentence = marks.sentence_at(side, spot(driver, side, words))
    return marks.comparison.rows[marks.row_of_sentence(side, sentence)]


def linked(driver, left: str, right: str) -> bool:
    row = row_of(driver, Side.LEFT, left)
    return row.two_sided and row is row_of(driver, Side.RIGHT, right)


def compared(driver, before) -> None:
    driver.until(lambda: driver.opened is not before)
    driver.wait_for_comparison()


def align(driver, left: str = "Nobody", right: str = "A bridge") -> None:
    """Align a sentence of the left text with one of the right text, by keys."""
    before = driver.opened
    put(driver, Side.LEFT, left)
    driver.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    put(driver, Side.RIGHT, right)
    driver.press(Qt.Key.Key_Return)
    compared(driver, before)


def halves(driver) -> tuple[int, ...]:
    """Where the framed passages begin: what is chosen, then its counterpart."""
    return tuple(half.span.start for half in driver.view._canvas.scene.halves)


# Deciding


def test_two_sentences_are_aligned_by_keys_alone(opened):
    assert not linked(opened, "Nobody", "A bridge")
    opened.menu("first_change")
    opened.menu("next_change")
    opened.view.set_active_side(Side.LEFT)
    assert opened.view.caret() == (Side.LEFT, Span(*[spot(opened, Side.LEFT, "Nobody")] * 2))
    before = opened.opened
    opened.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert opened.view.active_side() is Side.RIGHT
    bar = opened.part(AligningBar)
    assert "Nobody on the quay" in bar.said
    # The cursor is where the other text goes on; the arrows take it to the sentence meant.
    while "A bridge is planned" not in bar.said.split("with")[1]:
        opened.press(Qt.Key.Key_Down if "goats" in bar.said else Qt.Key.Key_Up)
    opened.press(Qt.Key.Key_Return)
    compared(opened, before)
    assert linked(opened, "Nobody", "A bridge")
    assert not bar.isVisible()
    assert [pin.kind for pin in pins(opened)] == [PinKind.ALIGN]


def test_what_was_aligned_is_the_current_change_and_the_place_is_kept(opened):
    opened.window.resize(1100, 300)
    put(opened, Side.LEFT, "Nobody")
    opened.menu("align")
    put(opened, Side.RIGHT, "A bridge")
    opened.view._canvas.scroll_by(17)
    before, eye = opened.opened, opened.view.eye()
    opened.menu("align")
    compared(opened, before)
    current = opened.window._navigation.current
    row = row_of(opened, Side.LEFT, "Nobody")
    assert opened.opened.marks.comparison.rows.index(row) in current.left_rows
    assert opened.view.eye() == eye


def test_a_caret_at_the_end_of_a_paragraph_is_in_its_last_sentence(opened):
    opened.view.set_active_side(Side.LEFT)
    opened.view.place_caret(Side.LEFT, LEFT.index("\n\n"))
    opened.menu("align")
    assert halves(opened)[0] == spot(opened, Side.LEFT, "It carries")
    opened.view.place_caret(Side.RIGHT, RIGHT.index("\n\n"))
    bar = opened.part(AligningBar)
    assert "goats and letters" in bar.said.split("with")[1]
    # Words that run leftwards end at their own quotation mark.
    bar.tell("שלום לכולם.", "ולא חיכה איש.", Side.RIGHT)
    assert bar.said == "Align “\u2068שלום לכולם.\u2069” with “\u2068ולא חיכה איש.\u2069”?"


def test_both_passages_are_framed_while_one_chooses(opened):
    put(opened, Side.LEFT, "Nobody")
    opened.menu("align")
    put(opened, Side.RIGHT, "captain")
    nobody, captain = spot(opened, Side.LEFT, "Nobody"), spot(opened, Side.RIGHT, "The captain")
    assert halves(opened) == (nobody, captain)
    assert opened.action("align").text() == "&Align These"
    opened.view.set_active_side(Side.LEFT)
    opened.view.place_caret(Side.LEFT, 0)
    assert halves(opened) == (nobody,)
    assert "with what?" in opened.part(AligningBar).said


def test_escape_gives_it_up_and_the_cursor_goes(opened):
    put(opened, Side.LEFT, "Nobody")
    opened.menu("align")
    pane = opened.view._canvas.panes[Side.RIGHT]
    assert pane._caret_shown
    opened.press(Qt.Key.Key_Escape)
    assert not halves(opened)
    assert not opened.has(AligningBar)
    assert not pane._caret_shown
    assert pins(opened) == ()


def test_escape_gives_it_up_while_texts_are_compared_anew(opened, slow):
    put(opened, Side.LEFT, "Nobody")
    opened.menu("align")
    opened.menu("tolerate_case")
    opened.until(slow.entered.is_set)
    opened.press(Qt.Key.Key_Escape)
    assert not opened.has(AligningBar)
    assert opened.window._comparing.busy
    opened.press(Qt.Key.Key_Escape)
    assert not opened.window._comparing.busy


def test_escape_gives_it_up_on_the_buttons_of_the_bar_too(opened):
    put(opened, Side.LEFT, "Nobody")
    opened.menu("align")
    button = opened.part(AligningBar).findChild(QPushButton)
    button.setFocus()
    opened.press(Qt.Key.Key_Escape)
    assert not opened.has(AligningBar)
    assert opened.view.isAncestorOf(QApplication.focusWidget())


def test_a_selection_means_all_its_sentences(opened):
    opened.view._canvas.select(Side.RIGHT, Span(3, spot(opened, Side.RIGHT, "A bridge") + 5))
    opened.view.set_active_side(Side.RIGHT)
    before = opened.opened
    opened.menu("align")
    put(opened, Side.LEFT, "Nobody")
    opened.menu("align")
    compared(opened, before)
    row = row_of(opened, Side.LEFT, "Nobody")
    assert (len(row.left), len(row.right)) == (1, 3)


def test_a_pair_is_kept_apart_in_one_step(opened):
    assert linked(opened, "In winter", "In winter")
    before = opened.opened
    put(opened, Side.RIGHT, "In winter")
    opened.menu("keep_apart")
    compared(opened, before)
    assert row_of(opened, Side.LEFT, "In winter").kind is RowKind.MISSING
    assert row_of(opened, Side.RIGHT, "In winter").kind is RowKind.NEW
    assert [pin.kind for pin in pins(opened)] == [PinKind.FORBID]


def test_two_that_are_framed_are_kept_apart(opened):
    put(opened, Side.LEFT, "The captain")
    opened.menu("align")
    put(opened, Side.RIGHT, "The captain")
    before = opened.opened
    button = next(
        b for b in opened.part(AligningBar).findChildren(QPushButton) if "Keep" in b.text()
    )
    opened.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    compared(opened, before)
    assert not linked(opened, "The captain", "The captain")
    assert opened.view._canvas.panes[Side.RIGHT].hasFocus()


def test_who_belongs_to_nothing_cannot_be_kept_apart(opened):
    put(opened, Side.RIGHT, "A bridge")
    opened.menu("keep_apart")
    assert opened.window._status._notice.text() == "This belongs to nothing on the other side"
    assert not opened.window._comparing.busy


def test_the_later_decision_wins(opened):
    align(opened, "Nobody", "A bridge")
    align(opened, "The captain", "A bridge")
    assert linked(opened, "The captain", "A bridge")
    assert len(pins(opened)) == 1
    before = opened.opened
    put(opened, Side.LEFT, "The captain")
    opened.menu("keep_apart")
    compared(opened, before)
    assert [pin.kind for pin in pins(opened)] == [PinKind.FORBID]
    assert not linked(opened, "The captain", "A bridge")


def test_text_that_is_aligned_across_others_has_moved(opened):
    align(opened, "In winter", "A bridge")
    align(opened, "Nobody", "The captain")
    assert len(pins(opened)) == 2
    assert len(opened.opened.marks.comparison.moves) == 1


# By mouse


def popup(driver, side: Side, words: str) -> QMenu:
    """The menu of the right mouse button on some words."""
    canvas = driver.view._canvas
    canvas.select(side, None)
    scene, pane = canvas.scene, canvas.panes[side]
    position = spot(driver, side, words)
    extent = scene.extent(side, Span(position, position + 1))
    place = QPoint(pane._ground.columns.left + 5, (extent.top + extent.bottom) // 2)
    driver.window._context.popup(side, pane.mapToGlobal(place))
    return next(m for m in driver.window.findChildren(QMenu) if m.isVisible())


def entry(menu: QMenu, words: str) -> QAction:
    return next(a for a in menu.actions() if words in a.text().replace("&", ""))


def choose(driver, menu: QMenu, words: str) -> None:
    place = menu.actionGeometry(entry(menu, words)).center()
    driver.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    driver.until(lambda: not any(m.isVisible() for m in driver.window.findChildren(QMenu)))


def test_the_menu_of_the_mouse_aligns_and_takes_back(opened):
    before = opened.opened
    choose(opened, popup(opened, Side.RIGHT, "A bridge"), "Align by Hand")
    choose(opened, popup(opened, Side.LEFT, "Nobody"), "Align With This")
    compared(opened, before)
    assert linked(opened, "Nobody", "A bridge")
    before = opened.opened
    choose(opened, popup(opened, Side.LEFT, "Nobody"), "Remove Pin")
    compared(opened, before)
    assert not linked(opened, "Nobody", "A bridge")
    assert all("Remove" not in a.text() for a in popup(opened, Side.LEFT, "Nobody").actions())


def test_pinned_passages_bear_a_sign_in_both_panes(opened):
    def picture(side: Side):
        QApplication.processEvents()
        return opened.view._canvas.panes[side].grab().toImage()

    align(opened, "The captain", "The captain")
    opened.view.set_current_change(None)
    with_pin = [picture(side) for side in Side]
    opened.view.set_pins(())
    assert all(picture(side) != before for side, before in zip(Side, with_pin, strict=True))


# Going, taking back


def test_pins_are_gone_through_and_removed(opened):
    align(opened, "Nobody", "A bridge")
    align(opened, "In winter", "In winter")
    opened.view.set_active_side(Side.LEFT)
    opened.view.place_caret(Side.LEFT, 0)
    seen = []
    for _ in range(3):
        opened.menu("next_pin")
        seen.append(opened.view.caret()[1].start)
    nobody, winter = spot(opened, Side.LEFT, "Nobody"), spot(opened, Side.LEFT, "In winter")
    assert seen == [nobody, winter, nobody]
    assert "Pin 1 of 2: aligned by hand" in opened.window._status._notice.text()
    before = opened.opened
    opened.menu("unpin")
    compared(opened, before)
    assert [pin.left.start for pin in pins(opened)] == [winter]
    opened.view.place_caret(Side.LEFT, 0)
    assert not opened.action("unpin").isEnabled()
    before = opened.opened
    opened.menu("unpin_all")
    compared(opened, before)
    assert pins(opened) == ()
    assert not opened.action("unpin_all").isEnabled()


def test_it_is_undone_together_with_notes(opened):
    reviewing = opened.window._desk.reviewing
    winter = opened.opened.marks.changes[-1]
    reviewing.judge(winter, "accepted")
    align(opened)
    reviewing.judge(opened.opened.marks.changes[-1], "question")
    assert reviewing.review.judgement(winter.id).verdict == "question"
    opened.menu("undo")
    assert reviewing.review.judgement(winter.id).verdict == "accepted"
    assert linked(opened, "Nobody", "A bridge")
    before = opened.opened
    opened.menu("undo")
    compared(opened, before)
    assert pins(opened) == ()
    assert reviewing.review.judgement(winter.id).verdict == "accepted"
    opened.menu("undo")
    assert not reviewing.review.judgements
    assert not opened.action("undo").isEnabled()
    opened.menu("redo")
    before = opened.opened
    opened.menu("redo")
    compared(opened, before)
    assert linked(opened, "Nobody", "A bridge")
    opened.menu("redo")
    assert reviewing.review.judgement(winter.id).verdict == "question"
    assert not opened.action("redo").isEnabled()


def test_what_is_said_while_it_compares_is_not_lost(opened):
    reviewing = opened.window._desk.reviewing
    winter = opened.opened.marks.changes[-1]
    before = opened.opened
    put(opened, Side.LEFT, "Nobody")
    opened.menu("align")
    put(opened, Side.RIGHT, "A bridge")
    opened.menu("align")
    reviewing.judge(winter, "accepted")
    compared(opened, before)
    opened.until(lambda: reviewing.pins == pins(opened) != () and reviewing.can_undo)
    opened.wait_for_comparison()
    assert reviewing.review.judgement(winter.id).verdict == "accepted"


def test_a_stopped_one_is_no_step(opened):
    before = opened.opened
    put(opened, Side.LEFT, "Nobody")
    opened.menu("align")
    put(opened, Side.RIGHT, "A bridge")
    opened.menu("align")
    opened.menu("stop")
    assert opened.opened is before
    assert not opened.action("undo").isEnabled()
    align(opened)
    assert linked(opened, "Nobody", "A bridge")


# Keeping


def saved(driver, path) -> None:
    keeping = driver.window._desk.keeping
    with driver.qtbot.waitSignal(keeping.saved):
        keeping.save(path)


def test_pins_alone_are_worth_saving_and_come_back(opened, make_driver, tmp_path):
    keeping = opened.window._desk.keeping
    assert not keeping.unsaved
    with opened.qtbot.waitSignal(keeping.draft_written):
        align(opened)
    assert keeping.unsaved
    saved(opened, tmp_path / "pins.variorum")
    assert not keeping.unsaved
    other = make_driver()
    other.window.open_file(tmp_path / "pins.variorum")
    other.wait_for_comparison()
    assert linked(other, "Nobody", "A bridge")
    assert not other.window._desk.keeping.unsaved
    assert not other.action("undo").isEnabled()
    before = other.opened
    other.menu("unpin_all")
    compared(other, before)
    assert other.window._desk.keeping.unsaved
    before = other.opened
    other.menu("undo")
    compared(other, before)
    assert not other.window._desk.keeping.unsaved


def test_it_is_said_what_would_be_lost(opened):
    align(opened)
    opened.window.close()
    assert opened.problem().text() == "Your pins are not saved."
    assert opened.window.isVisible()


def test_the_foot_counts_them_and_the_change_says_it_is_pinned(opened):
    align(opened)
    assert "1 pin." in opened.window._status._summary.accessibleDescription()
    spoken = opened.window._announcer._words
    change = opened.window._navigation.current
    assert "aligned by hand" in spoken.change(opened.opened.marks, change)
    last = opened.opened.marks.changes[-1]
    assert "by hand" not in spoken.change(opened.opened.marks, last)


def test_a_draft_has_them(opened):
    keeping = opened.window._desk.keeping
    with opened.qtbot.waitSignal(keeping.draft_written):
        align(opened)
    drafts = list(opened.window._settings.drafts.glob("*/texts-*.variorum"))
    assert any('"align"' in path.read_text("utf-8") for path in drafts)


def test_they_go_where_their_words_went_when_a_text_changes(opened):
    align(opened, "Nobody", "A bridge")
    align(opened, "In winter", "In winter")
    final = opened.opened.right.path
    text = RIGHT.replace("A bridge", "By and by a bridge").replace(
        RIGHT.split("\n\n")[3], "The end."
    )
    final.write_text("A foreword.\n\n" + text, "utf-8")
    before = opened.opened
    opened.menu("reload")
    compared(opened, before)
    assert linked(opened, "Nobody", "By and by")
    assert len(pins(opened)) == 1
    assert opened.window._status._notice.text() == "1 pin has no place any more"
    assert not opened.action("undo").isEnabled()


def test_undo_goes_past_pins_that_contradict_each_other_in_longer_sentences(driver, write):
    lines = "A line on apples,\na line on pears,\na line on plums.\n"
    driver.window.open_pair(write("draft.txt", lines), write("final.txt", lines.upper()))
    driver.wait_for_comparison()
    for side in Side:
        read_by_lines(driver, side, Layout.LINE)
    align(driver, "a line on pears", "A LINE ON PEARS")
    align(driver, "a line on plums", "A LINE ON PLUMS")
    read_by_lines(driver, Side.LEFT, Layout.WRAPPED)
    assert len(pins(driver)) == 1
    before = driver.opened
    driver.menu("undo")
    compared(driver, before)
    assert not pins(driver)
    assert not driver.action("undo").isEnabled()
    assert not driver.has(QMessageBox)
    # Read by lines again, both can be had again.
    read_by_lines(driver, Side.LEFT, Layout.LINE)
    for count in (1, 2):
        before = driver.opened
        driver.menu("redo")
        compared(driver, before)
        assert len(pins(driver)) == count


def read_by_lines(driver, side: Side, layout: Layout) -> None:
    before = driver.opened
    driver.window._opening.read_otherwise(side, ReadOptions(layout=layout))
    compared(driver, before)


def test_swapping_the_sides_swaps_them(opened):
    align(opened)
    before = opened.opened
    opened.menu("swap")
    compared(opened, before)
    assert row_of(opened, Side.LEFT, "A bridge") is row_of(opened, Side.RIGHT, "Nobody")
    assert opened.window._desk.reviewing.pins == pins(opened)


def test_a_session_that_contradicts_itself_is_told(opened, make_driver, tmp_path):
    align(opened)
    path = tmp_path / "bad.variorum"
    saved(opened, path)
    start = spot(opened, Side.LEFT, "Nobody")
    text = path.read_text("utf-8")
    assert f"[[{start}," in text
    another = f'[[0,{start + 3},0,9,"align"],[{start},'
    path.write_text(text.replace(f"[[{start},", another), "utf-8")
    other = make_driver()
    other.window.open_file(path)
    box = other.problem()
    assert box.text() == "What was aligned by hand contradicts itself."
    assert "claim the same sentence" in box.detailedText()
    assert other.opened is None


def test_with_other_tolerances_they_stay(opened):
    align(opened)
    before = opened.opened
    opened.menu("tolerate_case")
    compared(opened, before)
    assert linked(opened, "Nobody", "A bridge")
    assert opened.window._desk.reviewing.pins == pins(opened)

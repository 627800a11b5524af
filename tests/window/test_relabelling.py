"""Thresholds: the texts follow the hand, nothing moves under the eye, all can be taken back."""

from __future__ import annotations

import pytest
from made import story
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QSlider, QSpinBox

from variorum.engine import Options, RowKind, Side, Thresholds, compare
from variorum.window.likeness import shared_out
from variorum.window.tasks import Pairs
from variorum.window.thresholds_dialog import ThresholdsDialog

LEFT = """The ferry leaves at noon with goats and letters and a crate of pears.

The captain, a widow from Farrow, kept bees on the upper deck of the ferry.

In winter the river froze and the ferry rested on the ice for weeks."""
RIGHT = """The ferry leaves at noon with goats and letters and a crate of plums.

The captain kept bees and geese, being a widow from the hills near Farrow.

In winter the boat of the town lay stuck upon the frozen river till spring."""


@pytest.fixture
def opened(driver, write):
    driver.window.open_pair(write("draft.txt", LEFT), write("final.txt", RIGHT))
    driver.wait_for_comparison()
    return driver


def thresholds(driver) -> Thresholds:
    return driver.opened.marks.comparison.options.thresholds


def kinds(driver) -> list[RowKind]:
    return [row.kind for row in driver.opened.marks.comparison.rows]


def ask(driver) -> ThresholdsDialog:
    driver.menu("thresholds")
    dialog = driver.part(ThresholdsDialog)
    driver.until(lambda: any(dialog._pairs))
    return dialog


def controls(dialog: ThresholdsDialog, kind: type) -> dict[str, QSlider | QSpinBox]:
    return {control.accessibleName(): control for control in dialog.findChildren(kind)}


def set_to(driver, dialog: ThresholdsDialog, name: str, share: int) -> None:
    """Move a slider, and wait until the texts have followed."""
    controls(dialog, QSlider)[name].setValue(share)
    driver.until(lambda: thresholds(driver) == dialog._now)


def press(driver, dialog: ThresholdsDialog, kind: QDialogButtonBox.StandardButton) -> None:
    button = dialog.findChild(QDialogButtonBox).button(kind)
    driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


_Button = QDialogButtonBox.StandardButton


def test_pairs_are_called_otherwise_while_the_slider_moves(opened):
    assert kinds(opened) == [RowKind.EDITED, RowKind.REWORDED, RowKind.REWORDED]
    dialog = ask(opened)
    assert "1 edited, 2 reworded, 0 taken apart" in dialog._counts.text()
    set_to(opened, dialog, "Edited from", 5)
    assert kinds(opened) == [RowKind.EDITED] * 3
    assert "3 edited, 0 reworded, 0 taken apart" in dialog._counts.text()
    set_to(opened, dialog, "Taken apart below", 80)
    assert controls(dialog, QSpinBox)["Edited from"].value() == 80
    assert kinds(opened)[0] is RowKind.EDITED
    assert set(kinds(opened)[1:]) == {RowKind.MISSING, RowKind.NEW}
    assert "1 edited, 0 reworded, 2 taken apart" in dialog._counts.text()
    set_to(opened, dialog, "Taken apart below", 0)
    assert kinds(opened) == [RowKind.EDITED, RowKind.REWORDED, RowKind.REWORDED]


def test_the_result_is_that_of_a_comparison_with_these_thresholds(opened):
    dialog = ask(opened)
    set_to(opened, dialog, "Taken apart below", 55)
    left, right = (opened.opened.source(side).document for side in Side)
    expected = compare(left, right, Options(thresholds=thresholds(opened)))
    found = opened.opened.marks.comparison
    assert (found.rows, found.bands, found.summary) == (
        expected.rows,
        expected.bands,
        expected.summary,
    )


def test_cancel_has_it_as_it_was_and_nothing_is_remembered(opened):
    before = kinds(opened)
    dialog = ask(opened)
    set_to(opened, dialog, "Taken apart below", 80)
    opened.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    opened.until(lambda: thresholds(opened) == Thresholds())
    assert kinds(opened) == before
    assert opened.window._settings.thresholds == Thresholds()
    assert not opened.has(ThresholdsDialog)


def test_the_usual_ones_come_back_by_a_button(opened):
    dialog = ask(opened)
    set_to(opened, dialog, "Edited from", 5)
    press(opened, dialog, _Button.RestoreDefaults)
    opened.until(lambda: thresholds(opened) == Thresholds())
    assert controls(dialog, QSlider)["Edited from"].value() == 60


def test_what_was_chosen_is_remembered_for_other_texts_and_windows(opened, make_driver, pair):
    dialog = ask(opened)
    set_to(opened, dialog, "Edited from", 70)
    controls(dialog, QSpinBox)["Taken apart below"].setValue(10)
    press(opened, dialog, _Button.Ok)
    chosen = Thresholds(0.7, 0.1)
    opened.until(lambda: thresholds(opened) == chosen)
    said = opened.window._status._summary.accessibleDescription()
    assert "Edited from 70% on; Taken apart below 10%." in said
    other = make_driver()
    other.window.open_pair(*pair)
    other.wait_for_comparison()
    assert thresholds(other) == chosen
    # Pairs that were taken apart at once are found again.
    dialog = ask(other)
    press(other, dialog, _Button.RestoreDefaults)
    other.until(lambda: thresholds(other) == Thresholds())
    other.menu("tolerate_case")
    other.wait_for_comparison()
    assert thresholds(other) == Thresholds()


def test_a_session_keeps_them(opened, make_driver, tmp_path):
    dialog = ask(opened)
    set_to(opened, dialog, "Taken apart below", 80)
    press(opened, dialog, _Button.Ok)
    path = tmp_path / "kept.variorum"
    keeping = opened.window._desk.keeping
    with opened.qtbot.waitSignal(keeping.saved, timeout=10_000):
        keeping.save(path)
    opened.window._settings.thresholds = Thresholds()
    other = make_driver()
    other.window.open_file(path)
    other.wait_for_comparison()
    assert thresholds(other) == Thresholds(0.8, 0.8)
    assert kinds(other) == kinds(opened)
    dialog = ask(other)
    assert not other.window._desk.keeping.unsaved
    set_to(other, dialog, "Taken apart below", 0)
    assert RowKind.REWORDED in kinds(other)
    assert other.window._desk.keeping.unsaved
    press(other, dialog, _Button.Cancel)
    other.until(lambda: not other.window._desk.keeping.unsaved)


def test_the_line_under_the_eye_stays(driver, write):
    left, right = story(400)
    driver.window.open_pair(write("left.txt", left), write("right.txt", right))
    driver.wait_for_comparison()
    driver.view.go_to_paragraph(driver.view.active_side(), 150)
    driver.view._canvas.scroll_by(31)
    eye = driver.view.eye()
    dialog = ask(driver)
    for share in (90, 20, 70, 0):
        set_to(driver, dialog, "Taken apart below", share)
        assert driver.view.eye() == eye


def test_a_moving_hand_is_followed_to_the_end(opened):
    dialog = ask(opened)
    slider = controls(dialog, QSlider)["Edited from"]
    for share in range(60, 101):
        slider.setValue(share)
    opened.until(lambda: thresholds(opened) == Thresholds(1.0))
    assert kinds(opened) == [RowKind.REWORDED] * 3


def test_keys_are_not_held_back_by_texts_that_follow_slowly(opened):
    dialog = ask(opened)
    slider = controls(dialog, QSlider)["Edited from"]
    worker = opened.window._anew._relabelling._worker
    for _ in range(3):
        slider.setValue(slider.value() + 1)
        with opened.qtbot.waitSignal(worker.succeeded):
            slider.setValue(slider.value() + 1)
    opened.until(lambda: thresholds(opened) == Thresholds(0.66))
    assert slider.value() == 66


def test_what_is_wanted_while_texts_are_compared_is_done_afterwards(opened):
    dialog = ask(opened)
    set_to(opened, dialog, "Taken apart below", 70)
    before = opened.opened
    opened.menu("tolerate_case")
    controls(dialog, QSlider)["Taken apart below"].setValue(80)
    opened.until(lambda: opened.opened is not before)
    opened.until(lambda: thresholds(opened) == Thresholds(0.8, 0.8))
    opened.wait_for_comparison()
    assert dialog._now == Thresholds(0.8, 0.8)
    opened.menu("tolerate_case")
    press(opened, dialog, _Button.Cancel)
    opened.until(lambda: thresholds(opened) == Thresholds())
    assert not opened.window._comparing.busy


def test_what_is_wanted_is_not_done_to_other_texts(opened, pair):
    dialog = ask(opened)
    opened.menu("reload")
    controls(dialog, QSlider)["Taken apart below"].setValue(80)
    opened.window.open_pair(*pair)
    opened.wait_for_comparison()
    opened.menu("reload")
    opened.wait_for_comparison()
    assert thresholds(opened) == Thresholds()


def test_verdicts_come_back_with_their_pairs_and_steps_can_be_undone(opened):
    reviewing = opened.window._desk.reviewing
    change = opened.opened.marks.changes[1]
    reviewing.judge(change, "accepted")
    dialog = ask(opened)
    set_to(opened, dialog, "Taken apart below", 80)
    assert reviewing.review.says_something
    set_to(opened, dialog, "Taken apart below", 0)
    assert reviewing.review.judgement(change.id).verdict == "accepted"
    assert not reviewing.review.remarks
    press(opened, dialog, _Button.Ok)
    opened.menu("undo")
    assert not reviewing.review.says_something


def test_what_is_undone_goes_where_its_words_are_now(opened):
    reviewing = opened.window._desk.reviewing
    first, second, _ = opened.opened.marks.changes
    reviewing.judge(first, "accepted")
    reviewing.judge(second, "question")
    dialog = ask(opened)
    set_to(opened, dialog, "Taken apart below", 100)
    press(opened, dialog, _Button.Ok)
    both = reviewing.review
    opened.menu("undo")
    (name,) = reviewing.review.judgements
    assert reviewing.change(name).left.start == first.left.start
    assert reviewing.judgement(reviewing.change(name)).verdict == "accepted"
    opened.menu("redo")
    assert reviewing.review == both


def test_what_is_said_while_it_works_is_not_lost(opened):
    reviewing = opened.window._desk.reviewing
    change = opened.opened.marks.changes[0]
    dialog = ask(opened)
    controls(dialog, QSlider)["Edited from"].setValue(5)
    reviewing.judge(change, "question")
    opened.until(lambda: thresholds(opened) == Thresholds(0.05))
    assert reviewing.review.judgement(change.id).verdict == "question"


def test_pairs_that_were_pinned_stay_together(opened):
    opened.view.place_caret(Side.LEFT, LEFT.index("In winter"))
    opened.menu("align")
    opened.view.place_caret(Side.RIGHT, RIGHT.index("In winter"))
    before = opened.opened
    opened.menu("align")
    opened.until(lambda: opened.opened is not before)
    opened.wait_for_comparison()
    dialog = ask(opened)
    set_to(opened, dialog, "Taken apart below", 100)
    rows = opened.opened.marks.comparison.rows
    assert [row.kind for row in rows if row.two_sided] == [RowKind.REWORDED]
    assert "0 edited, 1 reworded, 2 taken apart" in dialog._counts.text()


def test_other_texts_close_it(opened, pair):
    ask(opened)
    opened.window.open_pair(*pair)
    opened.until(lambda: not opened.has(ThresholdsDialog))
    opened.wait_for_comparison()
    assert thresholds(opened) == Thresholds()


def test_it_can_be_seen_in_light_and_dark(opened):
    dialog = ask(opened)
    opened.menu("scheme_light")
    QApplication.processEvents()
    light = dialog._picture.grab().toImage()
    opened.menu("scheme_dark")
    QApplication.processEvents()
    assert dialog._picture.grab().toImage() != light


def test_how_pairs_are_shared_out():
    pairs = Pairs((0.0, 0.2, 0.2, 0.5, 0.6, 1.0))
    assert shared_out(pairs, Thresholds(0.6, 0.2)) == (2, 3, 1)
    assert shared_out(pairs, Thresholds(0.0, 0.0)) == (6, 0, 0)
    assert shared_out(pairs, Thresholds(1.0, 1.0)) == (1, 0, 5)
    assert shared_out(Pairs(), Thresholds()) == (0, 0, 0)
    assert shared_out(Pairs((0.2, 0.7), (0.1, 0.9)), Thresholds(0.6, 0.3)) == (2, 1, 1)

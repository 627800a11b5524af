"""Opening two texts in every way there is, and what happens when it goes wrong."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from drags import files, moved, send
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton

from variorum.engine import Side
from variorum.readers import find_file
from variorum.sessions import holds_session
from variorum.window.drop import DropOverlay
from variorum.window.note_edit import NoteEdit
from variorum.window.pair_dialog import PairDialog
from variorum.window.start_page import DropZone, StartPage
from variorum.window.view import ComparisonView
from variorum.window.view.heads import HeadBar


def names(driver):
    return [driver.opened.source(side).name for side in Side]


def test_start_page_comes_first(driver):
    assert driver.has(StartPage)
    assert not driver.has(ComparisonView)
    assert driver.window.windowTitle() == "Variorum"
    for name in ("save_page", "reload", "next_change", "copy", "go_to_paragraph", "change_list"):
        assert not driver.action(name).isEnabled(), name
    for name in ("open_two", "open_left", "open_right", "open_sample", "about", "quit"):
        assert driver.action(name).isEnabled(), name


def test_nobody_is_asked_for_texts_that_were_named_at_the_start(make_driver, pair):
    driver = make_driver(*pair)
    assert not driver.has(StartPage)
    driver.wait_for_comparison()
    assert names(driver) == ["draft.txt", "final.txt"]
    driver.window.close()


def test_where_a_text_named_at_the_start_is_missing_another_can_be_chosen(make_driver, pair):
    pair[0].unlink()
    driver = make_driver(*pair)
    assert "no such file" in driver.problem().text()
    assert driver.has(StartPage)
    driver.close_dialogs()
    driver.window.close()


@pytest.mark.parametrize("second", [False, True])
def test_nothing_waits_for_a_folder_that_gives_no_answer(
    driver, tmp_path, pair, monkeypatch, second
):
    asked, answers = Event(), Event()

    def find(path):
        asked.set()
        answers.wait()
        return find_file(path)

    monkeypatch.setattr("variorum.window.tasks.find_file", find)
    driver.window.open_side(Side.LEFT, tmp_path / "far.txt")
    assert asked.wait(10)
    assert "far.txt" in driver.window._start._zones[Side.LEFT].accessibleName()
    if second:
        # Another text instead is compared, and nothing is heard of the first one any more.
        driver.window.open_side(Side.LEFT, pair[0])
        driver.window.open_side(Side.RIGHT, pair[1])
        driver.wait_for_comparison()
    answers.set()
    if second:
        driver.window.close()
        assert not driver.window.findChildren(QMessageBox)
    else:
        assert "no such file" in driver.problem().text()
        driver.close_dialogs()


def test_two_files_by_menu_and_dialog(driver, pair):
    driver.menu("open_two")
    dialog = driver.part(PairDialog)
    compare = next(b for b in dialog.findChildren(QPushButton) if "Co&mpare" in b.text())
    assert not compare.isEnabled()
    dialog.findChild(QLineEdit, "left_path").setText(str(pair[0]))
    assert not compare.isEnabled()
    dialog.findChild(QPushButton, "right_browse").click()
    driver.choose_file(pair[1])
    driver.qtbot.mouseClick(compare, Qt.MouseButton.LeftButton)
    driver.wait_for_comparison()
    assert names(driver) == ["draft.txt", "final.txt"]
    assert driver.has(ComparisonView)
    assert driver.window.windowTitle() == "draft.txt – final.txt – Variorum"


@pytest.mark.parametrize("name", ["~nobody-of-this-name/draft.txt", "n" * 1000 + "/draft.txt"])
def test_names_that_lead_nowhere_are_explained(driver, pair, name):
    driver.menu("open_two")
    dialog = driver.part(PairDialog)
    dialog.findChild(QLineEdit, "left_path").setText(name)
    dialog.findChild(QPushButton, "right_browse").click()
    driver.choose_file(pair[1])
    next(b for b in dialog.findChildren(QPushButton) if "Co&mpare" in b.text()).click()
    assert "“draft.txt” cannot be read" in driver.problem().text()
    driver.close_dialogs()


def test_both_files_at_once_fill_the_dialog(driver, pair):
    driver.menu("open_two")
    dialog = driver.part(PairDialog)
    dialog._on_right_files([str(path) for path in pair])
    assert dialog.findChild(QLineEdit, "left_path").text() == str(pair[0])
    assert dialog.findChild(QLineEdit, "right_path").text() == str(pair[1])


def test_left_then_right_by_keys(driver, pair):
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    driver.press(Qt.Key.Key_L, control_shift)
    driver.choose_file(pair[0])
    assert driver.opened is None
    assert "draft.txt" in driver.window._start._zones[Side.LEFT].accessibleName()
    driver.press(Qt.Key.Key_R, control_shift)
    driver.choose_file(pair[1])
    driver.wait_for_comparison()
    assert names(driver) == ["draft.txt", "final.txt"]


def test_sheets_of_the_start_page_open_files(driver, pair):
    left, right = driver.window.findChildren(DropZone)
    driver.qtbot.mouseClick(right, Qt.MouseButton.LeftButton)
    driver.choose_file(pair[1])
    left.setFocus()
    driver.qtbot.keyClick(left, Qt.Key.Key_Space)
    driver.choose_file(pair[0])
    driver.wait_for_comparison()
    assert names(driver) == ["draft.txt", "final.txt"]


def test_one_side_replaced_while_open(open_driver, write):
    other = write("other.txt", "Something else altogether.\n")
    open_driver.menu("open_right")
    open_driver.choose_file(other)
    open_driver.until(lambda: names(open_driver) == ["draft.txt", "other.txt"])
    open_driver.wait_for_comparison()


def test_sample_by_button_and_by_menu(driver):
    button = next(b for b in driver.part(StartPage).findChildren(QPushButton))
    driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    driver.wait_for_comparison()
    assert names(driver) == ["original.txt", "reworded.txt"]
    kinds = {change.kind.value for change in driver.opened.marks.changes}
    assert {"edited", "reworded", "missing", "new", "moved"} <= kinds
    driver.menu("open_sample")
    driver.wait_for_comparison()
    assert names(driver) == ["original.txt", "reworded.txt"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_what_can_be_pressed_at_the_start_is_pressed_by_keys(driver, key):
    page = driver.part(StartPage)
    heard: list[object] = []
    page.side_wanted.disconnect()
    page.sample_wanted.disconnect()
    page.side_wanted.connect(heard.append)
    page.sample_wanted.connect(lambda: heard.append("sample"))
    for part in (*page.findChildren(DropZone), *page.findChildren(QPushButton)):
        driver.qtbot.keyClick(part, key)
    assert heard == [Side.LEFT, Side.RIGHT, "sample"]


def test_nothing_of_the_start_page_stands_on_something_else(driver):
    window = driver.window
    window.resize(window.minimumSize())
    driver.until(lambda: window.size() == window.minimumSize())
    page = driver.part(StartPage)
    zones = page.findChildren(DropZone)
    parts = *page.findChildren(QLabel), *page.findChildren(QPushButton)
    assert all(zone.height() >= zone.minimumSizeHint().height() for zone in zones)
    assert {zone.shown_hint() for zone in zones} == {"Choose a file…"}
    for part in parts:
        assert page.rect().contains(part.geometry())
        assert not any(zone.geometry().intersects(part.geometry()) for zone in zones)
    window.resize(1000, 700)
    driver.until(lambda: zones[0].height() > 200)
    assert {zone.shown_hint() for zone in zones} == {"Drop a file here, or choose one…"}


def test_swap_sides(open_driver):
    open_driver.menu("swap")
    open_driver.until(lambda: names(open_driver) == ["final.txt", "draft.txt"])
    open_driver.wait_for_comparison()


def test_reload_reads_again_and_keeps_what_cannot_be_read(open_driver, pair):
    pair[1].write_text("Only this is left.\n", encoding="utf-8")
    open_driver.press(Qt.Key.Key_F5)
    open_driver.until(lambda: open_driver.opened.right.document.text == "Only this is left.\n")
    open_driver.wait_for_comparison()
    pair[1].unlink()
    open_driver.menu("reload")
    box = open_driver.problem()
    assert "final.txt" in box.text()
    assert names(open_driver) == ["draft.txt", "final.txt"]
    assert open_driver.has(ComparisonView)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.txt", None, "no such file"),
        ("picture.txt", b"\x89PNG words and words\0\1\2 and other words", "binary"),
        ("blob.txt", b"Text\0\1\2", "binary"),
        ("paper.pdf", b"%PDF-1.7 ...", "damaged"),
    ],
)
def test_bad_files_are_explained(open_driver, tmp_path, pair, name, content, said):
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    open_driver.window.open_pair(pair[0], bad)
    box = open_driver.problem()
    assert name in box.text()
    assert said in box.text()
    assert str(bad) in box.informativeText()
    assert len(box.informativeText().splitlines()[0]) > 10
    assert names(open_driver) == ["draft.txt", "final.txt"], "what was open stays open"
    assert not open_driver.action("stop").isEnabled()


def test_a_folder_is_explained(driver, tmp_path, pair):
    driver.window.open_pair(tmp_path, pair[1])
    box = driver.problem()
    assert "folder" in box.text()
    assert driver.has(StartPage)
    assert "final.txt" in driver.window._start._zones[Side.RIGHT].accessibleName()
    assert "final.txt" not in driver.window._start._zones[Side.LEFT].accessibleName()


def test_a_defect_is_told_with_details(open_driver, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr("variorum.window.tasks.compare", broken)
    open_driver.menu("reload")
    box = open_driver.problem()
    assert "mistake" in box.text()
    assert "a wheel came off" in box.detailedText()


def test_names_are_never_markup(driver, write):
    left = write("<b>bold</b>&amp;.txt".replace("/", "∕"), "One.\n")
    driver.window.open_pair(left, left.parent / "<i>gone.txt")
    box = driver.problem()
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert "<i>gone.txt" in box.text()


@pytest.mark.parametrize("texts", [("", "A first word.\n"), ("A last word.\n", ""), ("", "")])
def test_empty_files_are_no_error(driver, write, texts):
    paths = [write(f"{n}.txt", text) for n, text in enumerate(texts)]
    driver.window.open_pair(*paths)
    driver.wait_for_comparison()
    assert len(driver.opened.marks.changes) == (1 if any(texts) else 0)


def test_identical_texts_say_so(driver, write):
    path = write("same.txt", "The same words.\n")
    driver.window.open_pair(path, path)
    driver.wait_for_comparison()
    assert driver.position == "No changes"
    assert not driver.action("next_change").isEnabled()
    labels = [w.text() for w in driver.list.findChildren(QLabel) if w.isVisible()]
    assert any("say the same" in text for text in labels)


def drag(driver, paths, where: QPoint):
    """Drag files onto a place of the window and drop them there."""
    data, x, y = files(paths), where.x(), where.y()
    if not send(driver.window, QDragEnterEvent, data, x, y):
        return False
    assert send(driver.window, QDragMoveEvent, data, x, y)
    assert driver.has(DropOverlay)
    assert send(driver.window, QDropEvent, data, x, y)
    assert not driver.has(DropOverlay)
    return True


def test_a_page_is_looked_into_once_however_far_it_is_dragged(driver, write, monkeypatch):
    """It may be on a disk of the network."""
    page, looked = write("page.html", "<p>Goats."), []

    def look(path):
        looked.append(path)
        return holds_session(path)

    monkeypatch.setattr("variorum.window.drop.holds_session", look)
    data = files([page])
    assert send(driver.window, QDragEnterEvent, data, 300, 300)
    for x in range(300, 400, 10):
        assert send(driver.window, QDragMoveEvent, data, x, 300)
    assert looked == [page]
    assert driver.part(DropOverlay).accessibleName() == "Open as the left text"


def test_two_files_dropped(driver, pair):
    assert drag(driver, pair, QPoint(300, 300))
    driver.wait_for_comparison()
    assert names(driver) == ["draft.txt", "final.txt"]


@pytest.mark.parametrize("share", [0.3, 0.5, 0.8])
@pytest.mark.parametrize(
    ("side", "expected"),
    [(Side.LEFT, ["new.txt", "final.txt"]), (Side.RIGHT, ["draft.txt", "new.txt"])],
)
def test_one_file_dropped_on_a_text(open_driver, write, share, side, expected):
    """Anywhere on it, up to the gutter, however wide it is."""
    new = write("new.txt", "Quite another text.\n")
    open_driver.view.set_share(share)
    pane = open_driver.view._canvas.panes[side]
    x = pane.width() - 2 if side is Side.LEFT else 2
    assert drag(open_driver, [new], pane.mapTo(open_driver.window, QPoint(x, 200)))
    open_driver.until(lambda: names(open_driver) == expected)
    open_driver.wait_for_comparison()


@pytest.mark.parametrize("side", Side)
def test_the_overlay_covers_the_text_that_would_be_replaced(open_driver, pair, side):
    view, window = open_driver.view, open_driver.window
    pane = view._canvas.panes[side]
    here = pane.mapTo(window, QPoint(pane.width() // 2, 200))
    assert send(window, QDragEnterEvent, files(pair[:1]), here.x(), here.y())
    assert send(window, QDragMoveEvent, files(pair[:1]), here.x(), here.y())
    overlay = open_driver.part(DropOverlay)
    assert overlay.geometry() == QRect(view.mapTo(window, QPoint(0, 0)), view.size())
    gutter = view._canvas.gutter
    middle = gutter.mapTo(window, gutter.rect().center())
    assert overlay.x() + overlay._border == middle.x()
    QApplication.sendEvent(window, QDragLeaveEvent())


@pytest.mark.parametrize("field", ["list", "find", "note"])
def test_files_dropped_on_a_field_are_for_the_window(open_driver, pair, field):
    driver = open_driver
    driver.menu("next_change")
    driver.menu("find")
    driver.menu("write_note")
    note = driver.part(NoteEdit)
    edits = {edit.accessibleName(): edit for edit in driver.window.findChildren(QLineEdit)}
    fields = {"list": edits["Words in the changes"], "find": edits["Find"], "note": note.viewport()}
    assert send(fields[field], QDragEnterEvent, files(pair[:1]), 5, 5)
    assert driver.has(DropOverlay)
    QApplication.sendEvent(driver.window, QDragLeaveEvent())
    words = QMimeData()
    words.setText("only words")
    assert send(fields[field], QDragEnterEvent, words, 5, 5)
    assert not driver.has(DropOverlay)


def test_more_than_two_files_are_not_taken_and_it_is_said_why(driver, pair, write):
    three = files([*pair, write("third.txt", "Three.\n")])
    assert send(driver.window, QDragEnterEvent, three, 300, 300)
    assert driver.part(DropOverlay).accessibleName() == "Only two files can be compared"
    assert send(driver.window, QDragMoveEvent, three, 300, 300)
    QApplication.sendEvent(driver.window, QDragLeaveEvent())
    assert not driver.has(DropOverlay)
    assert send(driver.window, QDragEnterEvent, three, 300, 300)
    assert not send(driver.window, QDropEvent, three, 300, 300)
    assert not driver.has(DropOverlay)
    assert not driver.window._comparing.busy


def test_words_are_not_taken(driver):
    words = QMimeData()
    words.setText("only words")
    assert not send(driver.window, QDragEnterEvent, words, 300, 300)


def test_the_overlay_goes_when_the_files_leave(driver, pair):
    data = files(pair[:1])
    assert send(driver.window, QDragEnterEvent, data, 300, 300)
    assert driver.has(DropOverlay)
    QApplication.sendEvent(driver.window, QDragLeaveEvent())
    assert not driver.has(DropOverlay)


@pytest.mark.parametrize("count", [1, 2])
def test_files_dropped_on_the_pair_dialog(driver, pair, count):
    driver.menu("open_two")
    dialog = driver.part(PairDialog)
    data = files(pair[:count])
    assert send(dialog, QDragEnterEvent, data, 50, 5)
    assert send(dialog, QDropEvent, data, 50, 5)
    texts = [dialog.findChild(QLineEdit, f"{side.value}_path").text() for side in Side]
    assert texts == [str(path) for path in pair[:count]] + [""] * (2 - count)


@pytest.mark.parametrize("name", ["folder", "gone.txt"])
def test_what_is_no_file_is_told_before_the_other_one_is_chosen(driver, pair, tmp_path, name):
    (tmp_path / "folder").mkdir()
    assert drag(driver, [tmp_path / name], QPoint(300, 300))
    assert name in driver.problem().text()
    driver.close_dialogs()
    assert all("no file yet" in zone.accessibleName() for zone in zones(driver))
    assert drag(driver, pair[:1], QPoint(300, 300))
    assert not driver.has(QMessageBox)
    assert drag(driver, [tmp_path / name], QPoint(1000, 300))
    assert name in driver.problem().text()
    driver.close_dialogs()
    assert ["draft.txt" in zone.accessibleName() for zone in zones(driver)] == [True, False]


def test_of_two_files_that_are_not_there_both_are_told_with_their_folder(
    driver, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    driver.window.open_pair(Path("draft.txt"), Path("final.txt"))
    driver.until(lambda: len(driver.window.findChildren(QMessageBox)) == 2)
    told = [box.informativeText() for box in driver.window.findChildren(QMessageBox)]
    for name in ("draft.txt", "final.txt"):
        assert any(f"{tmp_path.name}/{name}" in text for text in told)
    driver.close_dialogs()
    assert all("no file yet" in zone.accessibleName() for zone in zones(driver))


def zones(driver) -> list[DropZone]:
    return driver.part(StartPage).findChildren(DropZone)


def test_no_file_is_ever_taken_as_moved(driver, pair):
    """Else a file manager may delete it: the texts stay where they are."""
    driver.menu("open_two")
    dialog = driver.part(PairDialog)
    assert moved(dialog, files(pair), 50, 5) is Qt.DropAction.CopyAction
    dialog.reject()
    assert moved(driver.window, files(pair), 300, 300) is Qt.DropAction.CopyAction
    driver.wait_for_comparison()


def test_the_folder_is_remembered(driver, pair, tmp_path):
    driver.menu("open_left")
    driver.choose_file(pair[0])
    assert driver.window._settings.folder == tmp_path


def test_a_file_name_is_never_read_as_markup(driver, write, pair):
    left = write("<img src='x.png'> & <b>.txt", "One text. With two sentences.")
    driver.window.open_pair(left, pair[1])
    driver.wait_for_comparison()
    head = next(h for h in driver.window.findChildren(HeadBar) if "<img" in h.accessibleName())
    page = QTextDocument()
    page.setHtml(head.toolTip())
    assert page.toPlainText().splitlines()[0] == str(left)
    driver.window.open_pair(left.with_name("<i>gone.txt"), pair[1])
    box = driver.problem()
    assert {label.textFormat() for label in box.findChildren(QLabel) if label.text()} == {
        Qt.TextFormat.PlainText
    }
    assert "<i>gone.txt" in box.text()


def test_what_was_stopped_at_once_can_be_compared_after_all(driver, pair):
    driver.window.open_pair(*pair)
    driver.window._comparing.stop()
    assert driver.opened is None
    driver.menu("reload")
    driver.wait_for_comparison()
    assert names(driver) == ["draft.txt", "final.txt"]


def test_a_file_that_waits_for_the_other_changes_sides(driver, write):
    assert not driver.action("swap").isEnabled()
    driver.window.open_file(write("draft.txt", "The ferry leaves at noon."))
    driver.until(lambda: set(driver.window._opening.chosen) == {Side.LEFT})
    driver.menu("swap")
    assert set(driver.window._opening.chosen) == {Side.RIGHT}

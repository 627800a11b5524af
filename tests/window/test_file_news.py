"""Files that change on the disk while they are open: what is told, and what one does about it."""

from __future__ import annotations

import os
import socket
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher, QMimeData, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QToolButton, QWidget
from saved_sessions import answer, desk, named, opened_anew, verdicts

from patience import PATIENCE
from variorum.engine import Side
from variorum.readers import Freshness, Look
from variorum.window import tasks, watched_file
from variorum.window.file_bar import FileBar

OTHER = "The ferry leaves at dawn, and nobody is on it.\n"


@pytest.fixture(autouse=True)
def _less_patience(monkeypatch):
    """What is missing is told sooner than people would like it."""
    monkeypatch.setattr(watched_file, "QUIET", 60)
    monkeypatch.setattr(watched_file, "GRACE", 250)


def files(driver) -> list[watched_file.WatchedFile]:
    watch = driver.window._file_news._watch
    return [] if watch is None else list(watch._files.values())


def settle(driver) -> None:
    """Wait until all has been looked at, and nothing more is to be looked at."""

    driver.until(lambda: driver.window._file_news._watch is not None)

    def is_settled() -> bool:
        busy = any(file._timer.isActive() or file._worker.busy for file in files(driver))
        return not busy and all(file.look is not None for file in files(driver))

    driver.until(is_settled)


def bar(driver) -> FileBar:
    return driver.window.findChild(FileBar)


def said(driver) -> str:
    """What the bar says; nothing where it is not shown, or not yet made."""
    if bar(driver) is None:
        return ""
    label = bar(driver).findChild(QLabel)
    assert label is not None
    return label.text() if bar(driver).isVisible() else ""


def until_said(driver, words: str) -> None:
    driver.until(lambda: said(driver) == words)


def stays_silent(driver, do) -> None:
    """Do something of which the system tells, and find that it was looked at and nothing told."""
    before, looked = said(driver), []
    for file in files(driver):
        file.looked.connect(lambda: looked.append(True))
    do()
    driver.until(lambda: bool(looked))
    settle(driver)
    assert said(driver) == before


def button(driver) -> QPushButton:
    return bar(driver).findChild(QPushButton)


def cross(driver) -> QToolButton:
    return bar(driver).findChild(QToolButton)


def click(driver, part) -> None:
    driver.qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def replace(path: Path, text: str) -> None:
    """Write as most editors do: a new file, which gets the old one's name."""
    new = path.with_name(".new~")
    new.write_text(text, "utf-8")
    new.replace(path)


def come_back(driver) -> None:
    """Leave the window for another program, and return."""
    window, other = driver.window, QWidget()
    driver.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    driver.until(lambda: not window.isActiveWindow())
    window.activateWindow()
    driver.until(window.isActiveWindow)
    other.close()


@pytest.fixture
def watching(open_driver):
    """A window on two texts, which has looked at their files."""
    settle(open_driver)
    assert said(open_driver) == ""
    open_driver.window.activateWindow()
    return open_driver


CHANGED = "“final.txt” has changed since it was read."
GONE = "“final.txt” is no longer there. What you see is what was read."
BOTH = "“draft.txt” and “final.txt” have changed since they were read."


@pytest.mark.parametrize("write_anew", [lambda p, t: p.write_text(t, "utf-8"), replace])
def test_a_file_that_is_written_is_told(watching, pair, write_anew):
    before = watching.opened
    write_anew(pair[1], OTHER)
    until_said(watching, CHANGED)
    assert watching.opened is before, "nothing is read by itself"
    assert not watching.has(QMessageBox)
    write_anew(pair[0], OTHER)
    until_said(watching, BOTH)


def test_it_is_told_again_and_again_by_what_saves_under_a_new_name(watching, pair):
    """The system goes on watching the file that had the name before."""
    for text in ("One.", "Two.", "Three."):
        old = pair[1].with_name("final.txt~")
        pair[1].rename(old)
        pair[1].write_text(text, "utf-8")
        until_said(watching, CHANGED)
        click(watching, button(watching))
        watching.until(lambda text=text: watching.opened.right.document.text.strip() == text)
        watching.wait_for_comparison()
        settle(watching)
        assert said(watching) == ""
        pair[1].write_text(text + " And more.", "utf-8")  # in place, into the new file
        until_said(watching, CHANGED)
        pair[1].write_text(text, "utf-8")
        until_said(watching, "")


def test_the_new_file_is_watched_though_the_old_one_lives_on(watching, pair):
    text = pair[1].read_text("utf-8")
    os.link(pair[1], pair[1].with_name("backup.txt"))
    settle(watching)
    stays_silent(watching, lambda: replace(pair[1], text))
    with pair[1].open("a") as file:  # of which its folder says nothing
        file.write("And more.")
    until_said(watching, CHANGED)


@pytest.mark.parametrize("by", ["Enter", "Alt+R"])
def test_reading_anew_takes_notes_and_place_along(judged, pair, by):
    settle(judged)
    before, number = judged.opened, judged.view.current_change()
    replace(pair[1], pair[1].read_text("utf-8") + "\nAnd one word more.\n")
    until_said(judged, CHANGED)
    if by == "Enter":
        button(judged).setFocus()
        judged.press(Qt.Key.Key_Return)
    else:
        judged.press(Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    judged.until(lambda: judged.opened is not before)
    judged.wait_for_comparison()
    assert said(judged) == ""
    assert judged.opened.left is before.left, "what has not changed is not read"
    assert judged.opened.right.document.text.rstrip().endswith("And one word more.")
    assert verdicts(judged) == ["question"]
    assert judged.view.current_change() == number
    assert judged.view.isAncestorOf(judged.window.focusWidget())
    settle(judged)
    assert said(judged) == ""


def test_reload_takes_the_notice_away(watching, pair):
    for path in pair:
        path.write_text(OTHER, "utf-8")
    until_said(watching, BOTH)
    watching.view.setFocus()
    watching.press(Qt.Key.Key_F5)
    until_said(watching, "")
    watching.wait_for_comparison()
    assert watching.opened.texts == (watching.opened.texts[0],) * 2
    settle(watching)
    assert said(watching) == ""


def test_what_was_put_away_comes_back_for_something_else_only(watching, pair):
    text = pair[1].read_text("utf-8")
    replace(pair[1], OTHER)
    until_said(watching, CHANGED)
    click(watching, cross(watching))
    assert said(watching) == ""
    stays_silent(watching, lambda: replace(pair[1], OTHER + OTHER))
    pair[1].unlink()
    until_said(watching, GONE)
    click(watching, cross(watching))
    replace(pair[1], text)
    settle(watching)
    replace(pair[1], OTHER)
    until_said(watching, CHANGED)


def test_esc_puts_it_away_and_gives_the_keys_back(watching, pair):
    replace(pair[1], OTHER)
    until_said(watching, CHANGED)
    button(watching).setFocus()
    watching.press(Qt.Key.Key_Escape)
    assert said(watching) == ""
    assert watching.view.isAncestorOf(watching.window.focusWidget())


def test_tab_comes_to_it_from_the_texts(watching, pair):
    replace(pair[1], OTHER)
    until_said(watching, CHANGED)
    watching.view.setFocus()
    stops = []
    for _ in range(40):
        watching.press(Qt.Key.Key_Tab)
        stops.append(watching.window.focusWidget())
    assert stops.index(button(watching)) + 1 == stops.index(cross(watching))


def test_a_change_back_takes_the_notice_away(watching, pair):
    text = pair[1].read_bytes()
    replace(pair[1], OTHER)
    until_said(watching, CHANGED)
    pair[1].write_bytes(text)
    until_said(watching, "")


@pytest.mark.parametrize("is_long", [False, True])
def test_the_same_text_in_other_bytes_takes_it_away_unless_it_is_long(
    watching, pair, is_long, monkeypatch
):
    monkeypatch.setattr(tasks, "_LONG", 0 if is_long else 1 << 22)
    text = pair[1].read_bytes()
    replace(pair[1], OTHER)
    until_said(watching, CHANGED)
    other_bytes = text.replace(b"\n", b"\r\n")
    if is_long:
        stays_silent(watching, lambda: pair[1].write_bytes(other_bytes))
    else:
        pair[1].write_bytes(other_bytes)
        until_said(watching, "")
    pair[1].write_bytes(text)
    until_said(watching, "")


def write_other_line_ends(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def write_to_and_fro(path: Path) -> None:
    text = path.read_bytes()
    path.write_bytes(b"")
    path.write_bytes(text[:9])
    path.write_bytes(text)


@pytest.mark.parametrize(
    "do",
    [
        os.utime,
        lambda path: replace(path, path.read_text("utf-8")),
        write_other_line_ends,
        write_to_and_fro,
    ],
    ids=["touched", "saved as it was", "other line ends", "to and fro"],
)
def test_what_reads_the_same_is_not_told(watching, pair, do):
    stays_silent(watching, lambda: do(pair[0]))


def test_many_writes_are_told_once(watching, pair):
    told = []
    bar(watching).told.connect(told.append)
    for number in range(20):
        with pair[1].open("a") as file:
            file.write(f"Line {number}.\n")
        watching.window.repaint()
    until_said(watching, CHANGED)
    settle(watching)
    assert told == [CHANGED]


def test_a_file_that_is_away_for_a_moment_is_not_missed(watching, pair, monkeypatch):
    monkeypatch.setattr(watched_file, "GRACE", 60_000)
    text = pair[1].read_bytes()
    missed = []
    bar(watching).told.connect(missed.append)
    away = pair[1].rename(pair[1].with_name("away"))
    watching.until(lambda: any(file._missed.isValid() for file in files(watching)))
    away.rename(pair[1])
    settle(watching)
    assert (missed, pair[1].read_bytes()) == ([], text)


@pytest.mark.parametrize("how", ["deleted", "renamed", "folder", "pipe", "socket", "link"])
def test_a_file_that_is_gone_is_told_and_so_is_its_return(watching, pair, how):
    text = pair[1].read_text("utf-8")
    away = pair[1].rename(pair[1].with_name("elsewhere.txt"))
    if how == "deleted":
        away.unlink()
    elif how == "folder":
        pair[1].mkdir()
    elif how == "pipe":
        os.mkfifo(pair[1])  # to open it would wait for ever for somebody who writes
    elif how == "socket":
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(str(pair[1]))
    elif how == "link":
        pair[1].symlink_to("nowhere")
    until_said(watching, GONE)
    assert not button(watching).isVisible()
    assert cross(watching).isVisible()
    if how == "folder":
        pair[1].rmdir()
    elif how in ("pipe", "socket", "link"):
        pair[1].unlink()
    pair[1].write_text(text, "utf-8")
    until_said(watching, "")
    pair[1].write_text(OTHER, "utf-8")
    until_said(watching, CHANGED)


def test_one_gone_and_one_changed_are_both_told(watching, pair):
    pair[0].unlink()
    replace(pair[1], OTHER)
    until_said(
        watching,
        f"{CHANGED} “draft.txt” is no longer there. What you see is what was read.",
    )
    before = watching.opened
    click(watching, button(watching))
    watching.until(lambda: watching.opened is not before)
    watching.wait_for_comparison()
    assert watching.opened.left is before.left, "what is gone cannot be read"
    until_said(watching, "“draft.txt” is no longer there. What you see is what was read.")


def test_a_folder_that_is_moved_and_brought_back(driver, tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    pair = [folder / "a.txt", folder / "b.txt"]
    for path in pair:
        path.write_text(OTHER, "utf-8")
    driver.window.open_pair(*pair)
    driver.wait_for_comparison()
    settle(driver)
    folder.rename(tmp_path / "moved")
    come_back(driver)
    until_said(driver, "“a.txt” and “b.txt” are no longer there. What you see is what was read.")
    (tmp_path / "moved").rename(folder)
    come_back(driver)
    until_said(driver, "")
    settle(driver)
    replace(pair[0], "Something else.")
    until_said(driver, "“a.txt” has changed since it was read.")


def test_a_folder_that_vanishes_is_told_by_the_system(driver, tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(OTHER, "utf-8")
    (tmp_path / "b.txt").write_text(OTHER, "utf-8")
    driver.window.open_pair(folder / "a.txt", tmp_path / "b.txt")
    driver.wait_for_comparison()
    settle(driver)
    (folder / "a.txt").unlink()
    folder.rmdir()
    until_said(driver, "“a.txt” is no longer there. What you see is what was read.")


def test_a_lost_permission_is_told(watching, pair):
    replace(pair[1], OTHER)  # so that one has to read it
    root = os.geteuid() == 0
    pair[1].chmod(0)
    if root:  # nothing is forbidden to the superuser, so be nobody for a moment
        os.seteuid(65534)
    try:
        come_back(watching)
        watching.until(lambda: "“final.txt” cannot be read any more." in said(watching))
    finally:
        if root:
            os.seteuid(0)
    assert not button(watching).isVisible()
    pair[1].chmod(0o644)
    come_back(watching)
    until_said(watching, CHANGED)


def test_what_is_told_is_not_read_again_each_time_one_comes_back(watching, pair, monkeypatch):
    replace(pair[1], OTHER)
    until_said(watching, CHANGED)
    settle(watching)
    read = []
    monkeypatch.setattr(tasks, "read_document", lambda *_, **__: read.append(True))
    stays_silent(watching, lambda: come_back(watching))
    assert read == []


def test_another_mode_is_nothing_to_tell(watching, pair):
    stays_silent(watching, lambda: pair[0].chmod(0o444))


def test_a_disk_of_which_no_events_come_is_looked_at_when_one_comes_back(driver, pair, monkeypatch):
    monkeypatch.setattr(QFileSystemWatcher, "addPath", lambda *_: False)
    driver.window.open_pair(*pair)
    driver.wait_for_comparison()
    settle(driver)
    replace(pair[1], OTHER)
    settle(driver)
    assert said(driver) == ""
    come_back(driver)
    until_said(driver, CHANGED)


def test_nothing_is_polled_where_the_system_watches_nothing(driver, pair, monkeypatch):
    """Qt would look at the files each second, in the window's thread."""
    asked = []
    monkeypatch.setattr(QFileSystemWatcher, "children", lambda _: [])
    monkeypatch.setattr(QFileSystemWatcher, "addPath", lambda _, path: asked.append(path))
    driver.window.open_pair(*pair)
    driver.wait_for_comparison()
    settle(driver)
    assert asked == []
    replace(pair[1], OTHER)
    come_back(driver)
    until_said(driver, CHANGED)


def test_the_same_file_on_both_sides_is_told_once(driver, pair):
    driver.window.open_pair(pair[0], pair[0])
    driver.wait_for_comparison()
    settle(driver)
    assert len(files(driver)) == 1
    replace(pair[0], OTHER)
    until_said(driver, "“draft.txt” has changed since it was read.")
    click(driver, button(driver))
    until_said(driver, "")
    driver.wait_for_comparison()
    assert driver.opened.texts[0] == driver.opened.texts[1]


def test_files_of_one_name_are_told_apart(driver, tmp_path):
    pair = [tmp_path / "old" / "text.txt", tmp_path / "new" / "text.txt"]
    for path in pair:
        path.parent.mkdir()
        path.write_text(path.parent.name, "utf-8")
    driver.window.open_pair(*pair)
    driver.wait_for_comparison()
    settle(driver)
    replace(pair[1], OTHER)
    until_said(driver, "“text.txt” (right) has changed since it was read.")
    driver.menu("swap")
    until_said(driver, "“text.txt” (left) has changed since it was read.")
    driver.wait_for_comparison()
    replace(pair[0], OTHER)
    until_said(
        driver, "“text.txt” (left) and “text.txt” (right) have changed since they were read."
    )


def test_what_was_put_away_stays_so_when_sides_are_swapped(watching, pair):
    replace(pair[1], OTHER)
    until_said(watching, CHANGED)
    click(watching, cross(watching))
    before = watching.opened
    watching.menu("swap")
    watching.until(lambda: watching.opened is not before)
    watching.wait_for_comparison()
    stays_silent(watching, lambda: replace(pair[1], OTHER + OTHER))


def test_texts_without_a_file_are_not_watched(driver, pair, qapp):
    driver.menu("open_sample")
    driver.wait_for_comparison()
    settle(driver)
    assert files(driver) == []
    driver.window.open_pair(*pair)
    driver.until(lambda: driver.opened.left.name == "draft.txt")
    driver.wait_for_comparison()
    settle(driver)
    copied = QMimeData()
    copied.setText("Something copied.")
    qapp.clipboard().setMimeData(copied)
    driver.window._clipboard.take(Side.LEFT)
    driver.until(lambda: driver.opened.left.path is None)
    driver.wait_for_comparison()
    assert [file.path for file in files(driver)] == [pair[1]]
    replace(pair[1], OTHER)
    until_said(driver, CHANGED)
    driver.menu("open_sample")
    until_said(driver, "")
    driver.until(lambda: files(driver) == [])


def test_what_a_session_has_told_is_not_told_again(saved, make_driver, pair):
    replace(pair[1], OTHER)
    other = opened_anew(make_driver, saved)
    answer(other, "changed_files", named("Keep These Texts"))
    settle(other)
    assert said(other) == ""
    stays_silent(other, lambda: replace(pair[1], OTHER + OTHER))
    pair[0].unlink()
    until_said(other, "“draft.txt” is no longer there. What you see is what was read.")


def test_files_that_a_session_does_not_find_are_not_missed(saved, make_driver, pair):
    text = pair[1].read_text("utf-8")
    for path in pair:
        path.unlink()
    other = opened_anew(make_driver, saved)
    settle(other)
    assert said(other) == ""
    with other.qtbot.waitSignal(files(other)[1].looked):
        pair[1].write_text(text, "utf-8")
    settle(other)
    assert said(other) == ""
    pair[1].write_text(OTHER, "utf-8")
    until_said(other, CHANGED)


def test_what_variorum_writes_beside_the_texts_is_nothing_to_tell(judged, tmp_path):
    settle(judged)
    told = []
    bar(judged).told.connect(told.append)
    with judged.qtbot.waitSignal(desk(judged).keeping.saved):
        judged.menu("save_session")
        judged.choose_file(tmp_path / "work.variorum")
    judged.menu("save_page")
    judged.choose_file(tmp_path / "page.html")
    judged.until((tmp_path / "page.html").exists)
    come_back(judged)
    settle(judged)
    assert (told, said(judged)) == ([], "")


def test_two_windows_tell_each_for_itself(make_driver, pair):
    first, second = make_driver(*pair), make_driver(*pair)
    for driver in (first, second):
        driver.wait_for_comparison()
        settle(driver)
    replace(pair[1], OTHER)
    for driver in (first, second):
        until_said(driver, CHANGED)
    click(second, cross(second))
    assert (said(first), said(second)) == (CHANGED, "")
    second.window.close()
    replace(pair[0], OTHER)
    until_said(first, BOTH)


def test_a_change_while_texts_are_compared_is_told(driver, pair):
    """What was read a moment before is not what is there now."""
    comparing = driver.window._comparing
    comparing.opened.connect(lambda _: replace(pair[1], OTHER))
    driver.window.open_pair(*pair)
    until_said(driver, CHANGED)
    driver.wait_for_comparison()
    assert button(driver).isEnabled()


def test_nothing_can_be_read_anew_while_texts_are_compared(watching, pair):
    replace(pair[1], OTHER)
    until_said(watching, CHANGED)
    seen = []
    watching.window._comparing.began.connect(lambda: seen.append(button(watching).isEnabled()))
    watching.menu("swap")
    watching.wait_for_comparison()
    assert seen == [False]
    assert button(watching).isEnabled()


def test_a_reload_that_fails_leaves_the_notice(watching, pair):
    replace(pair[0], OTHER)
    pair[1].unlink()
    watching.until(lambda: "no longer there" in said(watching) and "changed" in said(watching))
    before, words = watching.opened, said(watching)
    watching.menu("reload")
    assert "final.txt" in watching.problem().text()
    watching.close_dialogs()
    assert (watching.opened, said(watching)) == (before, words)


@pytest.mark.parametrize("late", [False, True])
def test_closing_in_the_middle_leaves_nothing_behind(make_driver, pair, late):
    driver = make_driver(*pair)
    driver.wait_for_comparison()
    if late:
        settle(driver)
    replace(pair[1], OTHER)
    driver.window.close()
    assert files(driver) == []
    assert not driver.window._file_news._timer.isActive()


@pytest.mark.parametrize("width", [540, 1280])
def test_the_line_one_reads_stays_where_it_is(driver, tmp_path, width):
    text = "\n\n".join(f"Paragraph {number} of a long text." for number in range(200))
    pair = [tmp_path / "a.txt", tmp_path / f"{'long-name-' * 15}.txt"]
    for path in pair:
        path.write_text(text, "utf-8")
    driver.window.resize(width, 600)
    driver.window.open_pair(*pair)
    driver.wait_for_comparison()
    settle(driver)
    driver.view.go_to_line(Side.LEFT, text.index("Paragraph 90"))
    eye = driver.view.eye()
    replace(pair[1], OTHER)
    driver.until(bar(driver).isVisible)
    driver.qtbot.waitExposed(driver.window)
    assert driver.view.eye() == eye
    assert driver.window.width() == width
    click(driver, cross(driver))
    assert driver.view.eye() == eye


def test_a_disk_that_does_not_answer_keeps_nobody_waiting(watching, pair, monkeypatch):
    """It is asked once; the other file is on a disk that answers."""
    asked, answer_now = [], threading.Event()
    usual = tasks.look

    def look(source, *more):
        if source.path == pair[0]:
            asked.append(source.path)
            answer_now.wait(PATIENCE)
        return usual(source, *more)

    monkeypatch.setattr(tasks, "look", look)
    replace(pair[0], OTHER)
    watching.until(lambda: len(asked) == 1)
    replace(pair[1], OTHER)
    until_said(watching, CHANGED)
    for _ in range(3):
        come_back(watching)
        watching.until(lambda: not any(file._timer.isActive() for file in files(watching)))
    assert asked == [pair[0]]
    assert files(watching)[0]._worker.busy
    answer_now.set()
    until_said(watching, BOTH)


def test_one_can_close_while_a_disk_does_not_answer(watching, pair, monkeypatch):
    asked, answer_now = threading.Event(), threading.Event()

    def look(*_):
        asked.set()
        answer_now.wait(PATIENCE)
        return Look(Freshness.GONE)

    monkeypatch.setattr(tasks, "look", look)
    replace(pair[0], OTHER)
    watching.until(asked.is_set)
    begun = time.monotonic()
    watching.window.close()
    assert time.monotonic() - begun < PATIENCE / 2
    assert files(watching) == []
    answer_now.set()


@pytest.mark.parametrize(
    "name", ["نص.txt", "译文.txt", "x" * 200 + ".txt", "a\nb.txt", "[*]<b>.txt", "\udcff.txt"]
)
def test_any_name_is_told(driver, pair, tmp_path, name):
    path = pair[0].rename(tmp_path / name)
    driver.window.resize(540, 600)
    driver.window.open_pair(path, pair[1])
    driver.wait_for_comparison()
    settle(driver)
    replace(path, OTHER)
    come_back(driver)
    driver.until(lambda: "has changed since it was read." in said(driver))
    assert driver.window.width() == 540
    assert "\n" not in said(driver)


def test_it_is_said_aloud(watching, pair, monkeypatch):
    heard = []
    monkeypatch.setattr(
        type(watching.window._announcer), "_announce", lambda _, words, __: heard.append(words)
    )
    replace(pair[1], OTHER)
    until_said(watching, CHANGED)
    assert heard == [CHANGED]


def test_what_has_no_room_is_left_out_and_in_the_tool_tip(driver, tmp_path):
    pair = [tmp_path / f"{word * 15}.txt" for word in ("draft-", "final-")]
    for path in pair:
        path.write_text(OTHER, "utf-8")
    driver.window.open_pair(*pair)
    driver.wait_for_comparison()
    settle(driver)
    pair[0].unlink()
    replace(pair[1], "Something else.")
    driver.until(lambda: said(driver).endswith("What you see is what was read."))
    driver.window.resize(540, 600)
    font = QFont(driver.window.font())
    font.setPointSizeF(2 * font.pointSizeF())
    bar(driver).findChild(QLabel).setFont(font)
    driver.window.resize(560, 600)
    driver.until(lambda: said(driver).endswith("is no longer there."))
    assert all(name in said(driver) for name in ("“final-", "“draft-", "…"))
    tip = bar(driver).findChild(QLabel).toolTip()
    assert "What you see is what was read." in tip
    assert all(str(path) in tip for path in pair)

"""Texts that became other ones: what goes along, what is asked, and what is told."""

from __future__ import annotations

import codecs

import pytest
from PySide6.QtWidgets import QMessageBox
from saved_sessions import BOX, answer, desk, named, opened_anew, verdicts

from variorum.engine import Pin, PinKind, Side, Span
from variorum.sessions import read_session


def in_windows_lines(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def in_utf_16(text: str) -> bytes:
    return codecs.BOM_UTF16_LE + text.encode("utf-16-le")


def as_a_page(text: str) -> bytes:
    paragraphs = "".join(f"<p>{each}</p>\n" for each in text.split("\n\n"))
    return f"<!DOCTYPE html><title>Ferry</title>{paragraphs}".encode()


def take_version(driver, side: Side, path) -> None:
    """Choose another file for what a text became, in the menu at its head."""
    menu = driver.window._actions.menu(f"{side.value}_text")
    menu.aboutToShow.emit()
    next(a for a in menu.actions() if "Another Version" in a.text().replace("&", "")).trigger()
    driver.choose_file(path)


@pytest.mark.parametrize("encode", [in_windows_lines, in_utf_16])
def test_a_file_that_reads_the_same_is_not_asked_about(saved, make_driver, pair, encode):
    for path in pair:
        path.write_bytes(encode(path.read_text("utf-8")))
    other = opened_anew(make_driver, saved)
    assert not other.has(QMessageBox)
    assert verdicts(other) == ["question"]
    assert not other.window.isWindowModified()


def test_a_file_that_cannot_be_read_any_more_is_asked_about(saved, make_driver, pair):
    pair[1].write_bytes(bytes(range(256)))
    other = opened_anew(make_driver, saved)
    answer(other, "changed_files", named("Compare Anew"))
    assert "“final.txt” cannot be read" in other.problem().text()
    assert verdicts(other) == ["question"]
    assert "A new bridge" in other.opened.right.document.text


@pytest.mark.parametrize("side", Side)
def test_notes_go_along_to_another_file(saved, make_driver, pair, tmp_path, side):
    given = pair[0] if side is Side.LEFT else pair[1]
    later = tmp_path / "later.html"
    later.write_bytes(as_a_page("An editor's word.\n\n" + given.read_text("utf-8")))
    given.unlink()
    other = opened_anew(make_driver, saved)
    take_version(other, side, later)
    other.until(lambda: other.opened.source(side).name == "later.html")
    other.wait_for_comparison()
    assert not other.has(QMessageBox)
    assert verdicts(other) == ["question"]
    assert other.opened.source(side).document.text.startswith("An editor's word.")
    assert other.opened.source(side.other).name != "later.html"
    assert other.window.isWindowModified()
    with other.qtbot.waitSignal(desk(other).keeping.saved):
        other.menu("save_session")
    assert read_session(saved).source(side).path == later


def test_a_file_that_is_elsewhere_now_is_something_to_save(saved, make_driver, pair, tmp_path):
    moved = pair[1].rename(tmp_path / "moved.txt")
    other = opened_anew(make_driver, saved)
    assert not other.window.isWindowModified()
    take_version(other, Side.RIGHT, moved)
    other.until(lambda: other.opened.right.name == "moved.txt")
    other.wait_for_comparison()
    assert other.window.isWindowModified()
    other.window.close()
    answer(other, "unsaved", BOX.Save)
    other.until(lambda: not other.window.isVisible())
    assert read_session(saved).right.path == moved


def test_a_version_that_cannot_be_read_changes_nothing(judged, tmp_path):
    before = judged.opened
    broken = tmp_path / "broken.txt"
    broken.write_bytes(bytes(range(256)))
    take_version(judged, Side.LEFT, broken)
    assert "“broken.txt” cannot be read" in judged.problem().text()
    assert judged.opened is before
    assert verdicts(judged) == ["question"]


def test_nothing_is_lost_when_a_text_is_again_what_it_was(open_driver, pair):
    """As after a file that was read while a program was still writing it."""
    reviewing = desk(open_driver).reviewing
    said = reviewing.changes()
    reviewing.set_reviewed(said, reviewed=True)
    reviewing.write(said[-1], "Which bridge?")
    judgements, whole = reviewing.review.judgements, pair[1].read_text(encoding="utf-8")
    told = []
    for text in (whole[:9], whole):
        pair[1].write_text(text, encoding="utf-8")
        before = open_driver.opened
        open_driver.menu("reload")
        open_driver.until(lambda before=before: open_driver.opened is not before)
        open_driver.wait_for_comparison()
        told.append(open_driver.window._status._said)
    assert "taken off" in told[0]
    assert "taken off" not in told[1]
    assert reviewing.review.judgements == judgements


def test_all_that_is_not_where_it_was_is_told(open_driver, pair):
    reviewing = desk(open_driver).reviewing
    left, right = open_driver.opened.texts
    changes = reviewing.changes()
    reviewing.set_reviewed(changes, reviewed=True)
    reviewing.write(changes[0], "At one?")  # the ferry leaves at noon again: no change is there
    at = right.index("A new bridge")
    reviewing.write(changes[-1], "Which bridge?")
    bridge = Span(at, right.index(".", at) + 1)
    reviewing.pin((Pin(Span(0, left.index(".") + 1), bridge, PinKind.FORBID),))
    open_driver.until(lambda: len(reviewing.pins) == 1 and reviewing.ready)
    later = right.replace("one o'clock", "noon").partition("A new bridge")[0]
    pair[1].write_text(later, encoding="utf-8")
    before = open_driver.opened
    open_driver.menu("reload")
    open_driver.until(lambda: open_driver.opened is not before)
    open_driver.wait_for_comparison()
    assert open_driver.window._status._said == (
        "1 note has no place any more; 1 pin has no place any more; "
        "1 note is on a passage now: no change is there; 2 reviewed marks were taken off"
    )


def test_nothing_is_told_of_what_stays_where_it_was(judged):
    judged.menu("swap")
    judged.wait_for_comparison()
    assert verdicts(judged) == ["question"]
    assert "any more" not in judged.window._status._said


def test_a_pin_that_is_taken_away_is_not_lost(open_driver):
    reviewing = desk(open_driver).reviewing
    sentences = open_driver.opened.left.document.sentences
    others = open_driver.opened.right.document.sentences
    reviewing.pin((Pin(sentences[0].span, others[0].span, PinKind.ALIGN),))
    open_driver.until(lambda: len(reviewing.pins) == 1 and reviewing.ready)
    open_driver.menu("undo")
    open_driver.until(lambda: not reviewing.pins and not open_driver.window._comparing.busy)
    assert "any more" not in open_driver.window._status._said

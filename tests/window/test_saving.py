"""Saving the annotated page."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from variorum.window.state import page_name

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_page_is_saved_beside_the_right_file(open_driver, pair):
    open_driver.press(Qt.Key.Key_E, CONTROL)
    dialog = open_driver.part(QFileDialog)
    suggested = dialog.findChild(QLineEdit, "fileNameEdit").text()
    assert suggested == "final.annotated.html"
    with open_driver.qtbot.waitSignal(open_driver.window._saving.saved):
        open_driver.qtbot.keyClick(dialog.findChild(QLineEdit, "fileNameEdit"), Qt.Key.Key_Return)
    page = pair[1].parent / suggested
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert "A new bridge is planned" in html
    assert str(pair[1].parent) not in html
    assert "final.annotated.html" in open_driver.window._status._notice.text()
    assert open_driver.action("save_page").isEnabled()


def test_a_suffix_is_added(open_driver, tmp_path):
    open_driver.menu("save_page")
    with open_driver.qtbot.waitSignal(open_driver.window._saving.saved):
        open_driver.choose_file(tmp_path / "page")
    assert (tmp_path / "page.html").exists()


def test_a_page_that_cannot_be_written_is_explained(open_driver, tmp_path):
    there = tmp_path / "page.html"
    there.mkdir()
    open_driver.window._asking._save_page(there)
    box = open_driver.problem()
    assert "page.html" in box.text()
    assert "cannot be written" in box.text()
    assert box.informativeText()
    assert open_driver.action("save_page").isEnabled()


def test_the_window_stays_alive_meanwhile(open_driver, tmp_path, monkeypatch):
    gate = threading.Event()

    def slow(path, content):
        gate.wait(10)
        path.write_bytes(b"".join(content))

    monkeypatch.setattr("variorum.window.tasks.write_atomically", slow)
    open_driver.window._asking._save_page(tmp_path / "page.html")
    assert not open_driver.action("save_page").isEnabled()
    open_driver.menu("next_change")
    assert open_driver.view.current_change() == 1
    with open_driver.qtbot.waitSignal(open_driver.window._saving.saved):
        gate.set()
    assert open_driver.action("save_page").isEnabled()


def test_closing_lets_the_page_be_finished(make_driver, pair, tmp_path, monkeypatch):
    gate, done = threading.Event(), threading.Event()

    def slow(path, content):
        gate.wait(10)
        path.write_bytes(b"".join(content))
        done.set()

    driver = make_driver()
    driver.window.open_pair(*pair)
    driver.wait_for_comparison()
    monkeypatch.setattr("variorum.window.tasks.write_atomically", slow)
    driver.window._asking._save_page(tmp_path / "page.html")
    driver.window.close()
    gate.set()
    assert done.wait(10)
    assert (tmp_path / "page.html").read_text(encoding="utf-8").endswith("</html>\n")


@pytest.mark.parametrize("way", ["itself", "a link to it", "by way of its folder"])
@pytest.mark.parametrize("side", [0, 1])
def test_a_compared_text_is_never_written_over(open_driver, pair, tmp_path, side, way):
    text = pair[side]
    before = text.read_bytes()
    target = {
        "itself": text,
        "a link to it": tmp_path / "link.html",
        "by way of its folder": text.parent / ".." / text.parent.name / text.name,
    }[way]
    if way == "a link to it":
        target.symlink_to(text)
    open_driver.window._asking._save_page(target)
    box = open_driver.problem()
    assert "one of the two texts" in box.text()
    assert "another name" in box.informativeText()
    assert text.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("final.txt", "final.annotated.html"),
        ("a\nb\u202ec.txt", "abc.annotated.html"),
        ("二" * 80 + ".txt", "二" * 66 + ".annotated.html"),
        ("README", "README.annotated.html"),
    ],
)
def test_the_page_is_named_after_the_right_text(name, page):
    assert page_name(name) == page

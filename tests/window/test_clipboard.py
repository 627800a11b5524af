"""A text from the clipboard: which side it becomes, and what is kept of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication

from variorum.engine import Side, StyleKind
from variorum.readers import Kind
from variorum.window.clipboard import clipping_of

PAGE = """<html><body><!--StartFragment--><h1>The Ferry</h1>
<p>The ferry leaves
at noon.</p><p>Nobody <b>waits</b>.</p><!--EndFragment--></body></html>"""


@pytest.fixture
def clipboard(qapp: QApplication):
    qapp.clipboard().clear()
    yield qapp.clipboard()
    qapp.clipboard().clear()


def names(driver):
    return [driver.opened.source(side).name for side in Side]


def text(driver, side: Side) -> str:
    return driver.opened.source(side).document.text


def mime(**parts: str) -> QMimeData:
    data = QMimeData()
    if "text" in parts:
        data.setText(parts["text"])
    if "html" in parts:
        data.setHtml(parts["html"])
    return data


def test_two_texts_one_after_the_other_become_left_and_right(driver, clipboard):
    clipboard.setText("The ferry leaves at noon.")
    driver.menu("open_clipboard")
    assert driver.opened is None
    clipboard.setText("The ferry leaves at one.")
    driver.menu("open_clipboard")
    driver.wait_for_comparison()
    assert names(driver) == ["Clipboard", "Clipboard"]
    assert text(driver, Side.LEFT) == "The ferry leaves at noon."
    assert text(driver, Side.RIGHT) == "The ferry leaves at one."


def test_it_takes_the_place_of_the_right_text(open_driver, clipboard):
    clipboard.setText("The ferry leaves at midnight.")
    open_driver.menu("open_clipboard")
    open_driver.until(lambda: names(open_driver) == ["draft.txt", "Clipboard"])
    assert open_driver.opened.right.path is None


def test_the_head_of_a_text_replaces_either_side(open_driver, clipboard):
    clipboard.setText("The ferry leaves at midnight.")
    menu = open_driver.window._actions.menu("left_text")
    menu.aboutToShow.emit()
    entry = next(a for a in menu.actions() if "Clipboard" in a.text().replace("&", ""))
    entry.trigger()
    open_driver.until(lambda: names(open_driver) == ["Clipboard", "final.txt"])


def test_a_page_keeps_its_paragraphs(driver, clipboard, pair):
    driver.window.open_side(Side.LEFT, pair[0])
    clipboard.setMimeData(mime(html=PAGE, text="The Ferry The ferry leaves at noon. Nobody waits."))
    driver.menu("open_clipboard")
    driver.wait_for_comparison()
    document = driver.opened.right.document
    words = [document.text[p.span.start : p.span.end] for p in document.paragraphs]
    assert words == ["The Ferry", "The ferry leaves at noon.", "Nobody waits."]
    assert document.paragraphs[0].style.kind is StyleKind.HEADING
    assert driver.opened.right.format is Kind.HTML


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (
            mime(text="One.\n\nTwo.", html="<div>One.</div><div><br></div><div>Two.</div>"),
            Kind.TEXT,
        ),
        (mime(text="One.", html="<P class=x>One.</P>"), Kind.HTML),
        (mime(html="<ul><li>One.</ul>"), Kind.HTML),
        (mime(text="half \ud800 a letter"), Kind.TEXT),
    ],
)
def test_paragraphs_are_taken_from_where_they_are_marked_up(data, kind):
    found = clipping_of(data, "Clipboard")
    assert found.kind is kind
    assert found.read().document.text.strip()


def test_an_empty_clipboard_is_said_to_be_empty(driver, clipboard):
    for data in (mime(), mime(text=" \n"), mime(html="<img src='a.png'>")):
        clipboard.setMimeData(data)
        driver.window._status.say("")
        driver.menu("open_clipboard")
        said = driver.window._status._notice.text()
        assert said == "There is no text on the clipboard."
        assert driver.opened is None
        assert not driver.window._comparing.busy


def test_what_is_still_wanted_is_said(driver, clipboard):
    """And what was said before, that there is no text, say, is not true any more."""
    driver.window._status.say("There is no text on the clipboard.")
    clipboard.setText("The ferry leaves at noon.")
    driver.menu("open_clipboard")
    assert "Copy the other text now" in driver.window._status._notice.text()
    clipboard.setText("The ferry leaves at one.")
    driver.menu("open_clipboard")
    driver.wait_for_comparison()
    assert driver.window._status._notice.text() == ""


def test_the_names_of_many_files_are_no_text(driver, clipboard, tmp_path):
    data = QMimeData()
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    clipboard.setMimeData(data)
    driver.menu("open_clipboard")
    assert "more were copied" in driver.window._status._notice.text()
    assert driver.window._opening.missing_side is Side.LEFT


def test_files_that_were_copied_are_opened(driver, clipboard, pair):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in pair])
    clipboard.setMimeData(data)
    driver.menu("open_clipboard")
    driver.wait_for_comparison()
    assert names(driver) == ["draft.txt", "final.txt"]


def test_what_is_too_much_is_told_and_forgotten(driver, clipboard, monkeypatch):
    monkeypatch.setattr("variorum.readers.files.MAX_SIZE", 10)
    clipboard.setText("The ferry leaves at noon.")
    driver.menu("open_clipboard")
    driver.menu("open_clipboard")
    assert "“Clipboard” cannot be read: it is larger" in driver.problem().text()
    assert driver.opened is None
    assert driver.window._opening.free_side is Side.LEFT


def test_reload_leaves_it_as_it_was(open_driver, clipboard):
    clipboard.setText("The ferry leaves at midnight.")
    open_driver.menu("open_clipboard")
    open_driver.until(lambda: names(open_driver) == ["draft.txt", "Clipboard"])
    open_driver.wait_for_comparison()
    clipboard.setText("Something else.")
    before = open_driver.opened
    open_driver.menu("reload")
    open_driver.until(lambda: open_driver.opened is not before)
    assert text(open_driver, Side.RIGHT) == "The ferry leaves at midnight."


def test_notes_are_not_lost_to_it(open_driver, clipboard):
    open_driver.window._desk.reviewing.summarise("Not yet.")
    clipboard.setText("The ferry leaves at midnight.")
    open_driver.menu("open_clipboard")
    box = open_driver.problem()
    assert box.objectName() == "unsaved"
    assert names(open_driver) == ["draft.txt", "final.txt"]

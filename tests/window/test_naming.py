"""Names that are written from right to left, amid the window's own words."""

from __future__ import annotations

from html import escape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument, QTextLayout, QTextOption

from variorum.reports.noted import verdict_name
from variorum.review import Review
from variorum.window.printing.jobs import Setting
from variorum.window.printing.paper import usual_paper
from variorum.window.settings import Settings
from variorum.window.theme import make_theme
from variorum.window.verdict_button import VerdictButton

NAME = "سؤال 2.txt"
LEFT, RIGHT = "The ferry leaves at noon.", "The ferry leaves at one."


def order(told: str, *words: str) -> list[str]:
    """Some words of a line, from left to right as they are shown."""
    layout = QTextLayout(told)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return sorted(words, key=lambda word: line.cursorToX(told.index(word))[0])


def test_a_title_keeps_its_order(make_driver, write):
    driver = make_driver()
    driver.window.open_pair(write(NAME, LEFT), write("final.txt", RIGHT))
    driver.wait_for_comparison()
    title = driver.window.windowTitle()
    assert order(title, "2", "final", "Variorum") == ["2", "final", "Variorum"]
    setting = Setting(driver.opened, Review(), make_theme(dark=False), usual_paper())
    printed = setting.matter.item(0).columns[0].lines[0].layout.text()
    assert order(printed, "2", "compared", "final") == ["2", "compared", "final"]


def test_a_problem_keeps_its_order(make_driver, write):
    driver = make_driver()
    path = write(NAME, LEFT)
    driver.window.open_pair(path, path.with_name("gone.txt"))
    assert "\u2068" not in driver.problem().text()
    driver.close_dialogs()
    driver.window.open_pair(path.with_name("سؤال.txt"), path)
    driver.until(lambda: "سؤال" in driver.problem().text())
    told = driver.problem().text()
    words = ["سؤال", "cannot", "such file"]
    assert order(told, *words) == words


def test_a_very_long_name_is_shown_by_its_ends(open_driver, tmp_path):
    window = open_driver.window
    long = "x" * 200 + ".annotated.html"
    window._saving.saved.emit(tmp_path / long)
    notice = window._status._notice
    assert ".annotated.html" in notice.text()
    assert notice.sizeHint().width() < window.width() / 2
    window.open_pair(tmp_path / ("m" * 240 + ".txt"), tmp_path / "final.txt")
    box = open_driver.problem()
    assert "mmm.txt” cannot be read" in box.text()
    assert box.informativeText().endswith("mmm.txt")
    assert box.width() < 700


def test_a_verdict_is_called_something_in_one_line(open_driver):
    """A file may hold anything; the foot of the window and a button have one line."""
    open_driver.menu("first_change")
    open_driver.menu("notes")
    open_driver.window._desk.reviewing.rename({"question": "Ask\nthe  editor\u2029", "later": "\n"})
    open_driver.menu("verdict_3")
    assert open_driver.window._status._notice.text() == "Change 1: Ask the editor"
    open_driver.until(lambda: open_driver.has(VerdictButton))
    button = open_driver.part(VerdictButton, "verdict_button_question")
    assert button.accessibleName() == "Ask the editor"
    assert "\n" not in button.text()
    assert open_driver.part(VerdictButton, "verdict_button_later").accessibleName() == "Later"
    review = open_driver.window._desk.reviewing.review
    assert verdict_name(review, "question") == "? Ask the editor"


@pytest.mark.parametrize("link", ["", "file:///somewhere"])
def test_what_has_no_room_at_the_foot_ends_in_dots(open_driver, link):
    window, said = open_driver.window, "Your notes are <not> safe & sound. " * 9
    status, notice = window._status, window._status._notice
    window.resize(520, 500)
    status.say(said, link)
    page = QTextDocument()

    def shown() -> str:
        page.setHtml(notice.text() if link else escape(notice.text()))
        return page.toPlainText()

    open_driver.until(lambda: shown().endswith("…"))
    assert said.startswith(shown()[:-1])
    assert len(shown()) > 30
    assert notice.geometry().right() < status.width()
    assert notice.accessibleName() == said
    page.setHtml(notice.toolTip())
    assert page.toPlainText().strip() == said.strip()
    status.say("All is well", link)
    assert (shown(), notice.toolTip()) == ("All is well", "")
    status.say(said, link)
    before = len(shown())
    window.resize(1200, 500)
    open_driver.until(lambda: len(shown()) > before)


@pytest.mark.parametrize("name", ["Tom & Jerry's", "<b>bold</b>", 'a "b" &amp; c'])
def test_what_is_said_at_the_foot_is_said_to_the_letter(open_driver, tmp_path, name):
    notice = open_driver.window._status._notice
    open_driver.menu("first_change")
    open_driver.window._desk.reviewing.rename({"accepted": name})
    open_driver.menu("verdict_1")
    plain = f"Change 1: {name}"
    assert notice.text() == plain
    assert notice.textFormat() is Qt.TextFormat.PlainText
    assert notice.accessibleName() == plain
    open_driver.window._saving.saved.emit(tmp_path / f"{name.replace('/', '')}.html")
    assert notice.textFormat() is Qt.TextFormat.RichText
    assert escape(name.replace("/", "")) in notice.text()


def test_words_of_others_are_no_markup_in_tool_tips(open_driver):
    """Markup could load an image, and leaves out what was written."""
    note = "<img src='x.png'>  two & <b>bold</b>\nOne more line.\n\nAnd a last one."
    reviewing = open_driver.window._desk.reviewing
    reviewing.rename({"accepted": "<i>yes</i>"})
    reviewing.write(open_driver.opened.marks.changes[0], note)
    open_driver.menu("first_change")
    open_driver.menu("notes")
    panel = open_driver.window._desk.panel
    page = QTextDocument()
    rows = range(panel._model.rowCount())
    shown = [panel._model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in rows]
    page.setHtml(next(filter(None, shown)))
    assert page.toPlainText() == note
    button = open_driver.part(VerdictButton, "verdict_button_accepted")
    page.setHtml(button.toolTip())
    assert page.toPlainText() == "<i>yes</i> (Ctrl+1)"
    assert button.accessibleDescription() == "<i>yes</i> (Ctrl+1)"
    reviewing.write(open_driver.opened.marks.changes[0], "word " * 1000)
    shown = [panel._model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in rows]
    page.setHtml(next(filter(None, shown)))
    assert page.toPlainText().endswith("…")
    assert len(page.toPlainText()) < 2010


def test_no_path_makes_the_menu_wide(make_driver, store, tmp_path):
    settings = Settings(store)
    deep = tmp_path.joinpath(*(f"folder {n}" for n in range(30)), "notes.variorum")
    deep.parent.mkdir(parents=True)
    for path in (tmp_path / ("n" * 200 + ".variorum"), deep):
        path.touch()
        settings.remember_session(path)
    driver = make_driver()
    entries = driver.window._actions.menu("recent_sessions").actions()
    assert [entry.data() for entry in entries] == [str(path) for path in settings.recent_sessions]
    assert "notes.variorum" in entries[0].text()
    assert "nnn.variorum" in entries[1].text()
    assert max(len(entry.text()) for entry in entries) < 110
    driver.window.close()

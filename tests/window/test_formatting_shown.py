"""Changes of formatting alone, in the window: chosen, counted, listed, gone to, said, saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from variorum.engine import DEFAULT_TOLERANCES, ChangeKind, Tolerance
from variorum.readers import read_document
from variorum.reports.marks import Marks
from variorum.review import Review
from variorum.sessions.decoding import decode, options_from_plain
from variorum.sessions.encoding import encode, options_to_plain
from variorum.sessions.session import Session
from variorum.window.legend import MarksDialog
from variorum.window.printing.jobs import Setting
from variorum.window.printing.paper import usual_paper
from variorum.window.settings import Settings
from variorum.window.spoken import SpokenChanges
from variorum.window.state import Opened
from variorum.window.theme import make_theme
from variorum.window.view.word_edits import steps_of

LEFT = """<html lang="en"><body><h2>How it began</h2>
<p>The harbour is quiet tonight.</p>
<p>The keeper wrote in <i>The Tides</i> of the <i>North</i> that the sea forgives nobody.</p>
<p>It carries <i>migrants</i> and their luggage over the river.</p></body></html>"""
RIGHT = """<html lang="en"><body><p>How it began</p>
<p>The harbour is quiet tonight.</p>
<p>The keeper wrote in <b>The Tides</b> of the North that the sea forgives nobody.</p>
<p>It carries migrants and all their luggage over the river.</p></body></html>"""

SHOWN = DEFAULT_TOLERANCES - {Tolerance.FORMATTING}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "draft.html", tmp_path / "final.html"
    for path, text in zip(paths, (LEFT, RIGHT), strict=True):
        path.write_text(text, "utf-8")
    return paths


@pytest.fixture
def opened(driver, files):
    driver.window.open_pair(*files)
    driver.wait_for_comparison()
    return driver


@pytest.fixture
def shown(opened):
    opened.menu("tolerate_formatting")
    opened.wait_for_comparison()
    return opened


def kinds(driver) -> list[ChangeKind]:
    return [change.kind for change in driver.opened.marks.changes]


FORMATTED = [ChangeKind.FORMATTED, ChangeKind.FORMATTED, ChangeKind.EDITED]


def test_usually_it_is_counted_alone(opened):
    assert kinds(opened) == [ChangeKind.EDITED]
    assert opened.action("tolerate_formatting").isChecked()
    menu = opened.window._actions.menu("tolerances")
    with opened.qtbot.waitSignal(opened.window._anew.counted):
        menu.popup(opened.window.mapToGlobal(opened.window.rect().center()))
    assert opened.action("tolerate_formatting").text() == "&Formatting (4)"
    opened.qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert "Formatted" not in opened.window._status._summary.text()


def test_once_chosen_it_is_listed_and_remembered(shown, make_driver, files):
    assert kinds(shown) == FORMATTED
    status = shown.window._status._summary
    assert "Formatted&nbsp;2" in status.text()
    assert "Formatted 2" in status.accessibleName()
    assert "Told apart: Formatting" in status.accessibleDescription()
    other = make_driver(*files)
    other.wait_for_comparison()
    assert kinds(other) == FORMATTED
    other.menu("tolerate_usual")
    other.wait_for_comparison()
    assert kinds(other) == [ChangeKind.EDITED]


def test_a_click_on_the_figure_lists_them(shown):
    shown.window._status._on_figure("formatted")
    model = shown.list._model
    assert model.rowCount() == 2
    index = model.index(0, 0)  # the longest first
    assert model.size(model.change(index)) == "bold instead of italic, no longer italic"
    assert [piece.text for piece in model.pieces(index) if piece.kind == "formatted"] == [
        "The Tides",
        "North",
    ]
    said = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("bold instead of italic: ‘The Tides’, no longer italic: ‘North’, change")
    assert said.endswith("formatted, 14 words")


def test_next_and_previous_go_there(shown):
    shown.menu("next_change")
    assert shown.position == "1 of 3"
    shown.menu("next_change")
    assert shown.position == "2 of 3"
    shown.menu("previous_change")
    assert shown.position == "1 of 3"


def test_words_that_look_otherwise_are_stopped_at(shown):
    marks = shown.opened.marks
    steps = [steps_of(marks, change) for change in marks.changes]
    texts = [
        [marks.comparison.right.text[slice(*list(step.values())[-1])] for step in of_change]
        for of_change in steps
    ]
    assert texts == [["How it began"], ["The Tides", "North"], ["migrants", "all"]]


def test_changes_are_said_in_words(shown):
    marks, words = shown.opened.marks, SpokenChanges()
    assert [words.change(marks, change) for change in marks.changes] == [
        "body text instead of heading 2: ‘How it began’, change 1 of 3, paragraph 1",
        "bold instead of italic: ‘The Tides’, no longer italic: ‘North’, change 2 of 3, "
        "paragraph 3",
        "added ‘all’, no longer italic: ‘migrants’, change 3 of 3, paragraph 4",
    ]


def test_a_session_keeps_the_choice(files):
    left, right = map(read_document, files)
    for tolerances in (SHOWN, DEFAULT_TOLERANCES):
        session = Session(left=left, right=right)
        session = replace(session, options=replace(session.options, tolerances=tolerances))
        data = "".join(encode(session, files[0].parent)).encode()
        found = decode(data, files[0].parent)
        assert found.options == session.options
        assert found.left.document.formatted


def test_a_session_from_before_has_it_as_it_was():
    old = {"tolerances": ["case", "spaces"], "thresholds": [0.6, 0.0]}
    expected = {Tolerance.CASE, Tolerance.SPACES, Tolerance.FORMATTING}
    found = options_from_plain(old)
    assert found.tolerances == expected
    # And a program from before can read what is written now.
    assert options_to_plain(found) == old


def test_settings_from_before_have_it_as_it_was(store):
    store.setValue("compare/tolerances", "spaces line-breaks")
    settings = Settings(store)
    chosen = {Tolerance.SPACES, Tolerance.LINE_BREAKS}
    assert settings.tolerances == chosen | {Tolerance.FORMATTING}
    settings.tolerances = frozenset(chosen)
    assert Settings(store).tolerances == chosen


def test_it_is_on_paper(shown, qtbot):
    opened = shown.opened
    setting = Setting(
        Opened(opened.left, opened.right, Marks(opened.marks.comparison)),
        Review(),
        make_theme(dark=False),
        usual_paper(),
    )
    with qtbot.waitSignal(setting.finished):
        setting.start()
    lines = [
        line
        for page in setting.pages
        for part in page
        for column in setting.matter.item(part.item).columns
        for line in column.lines
    ]
    texts = " ".join(dict.fromkeys(line.layout.text() for line in lines))
    assert "[bold instead of italic, no longer italic]" in texts
    assert "[body text instead of heading 2]" in texts
    assert "look otherwise" in texts
    pen = make_theme(dark=False).formatted.pen
    marked = {
        line.layout.text().encode("utf-16-le")[2 * piece.start : 2 * (piece.start + piece.length)]
        for line in lines
        for piece in line.layout.formats()
        if piece.format.underlineColor().name() == pen
    }
    assert {"The Tides", "North", "migrants"} <= {words.decode("utf-16-le") for words in marked}


def test_the_legend_explains_it(shown):
    theme = make_theme(dark=False)
    page = MarksDialog(theme, shown.window).page(theme)
    assert theme.formatted.wash in page
    assert "look otherwise" in page


def test_a_verdict_can_be_given(shown):
    shown.menu("next_change")
    shown.menu("reviewed")
    change = shown.opened.marks.changes[0]
    assert shown.window._desk.reviewing.judgement(change).reviewed


def test_screen_readers_find_the_figure(shown):
    label = QAccessible.queryAccessibleInterface(shown.window._status._summary)
    assert "Formatted 2" in label.text(QAccessible.Text.Name)

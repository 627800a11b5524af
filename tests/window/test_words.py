"""What the window says: counts, figures, heads, excerpts, titles, and the table of actions."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTextBrowser

from variorum.engine import ChangeKind, Document, Side, compare
from variorum.readers import Source
from variorum.reports.excerpts import LENGTH, PieceKind, excerpt
from variorum.reports.marks import Marks
from variorum.window.action_specs import MenuSpec
from variorum.window.action_table import Table
from variorum.window.actions import Actions
from variorum.window.change_list import ChangeList
from variorum.window.change_model import ChangeModel
from variorum.window.describe import Describer, per_cent
from variorum.window.dialogs import AboutDialog, ShortcutsDialog, components
from variorum.window.legend import MarksDialog
from variorum.window.state import Opened
from variorum.window.status import StatusBar
from variorum.window.theme import make_theme
from variorum.window.translations import locale_for, read_plurals


def marks_of(left: str, right: str) -> Marks:
    return Marks(compare(Document.from_text(left), Document.from_text(right)))


def opened_of(left: str, right: str) -> Opened:
    sources = Source.from_text(left, "one.txt"), Source.from_text(right, "two.txt")
    return Opened(*sources, Marks(compare(*(source.document for source in sources))))


# Excerpts


def test_an_edit_is_drawn_with_a_little_around_it():
    marks = marks_of(
        "Every morning before sunrise the baker of the village carried bread up the steep hill.",
        "Every morning before sunrise the miller of the village carried bread up the steep hill.",
    )
    pieces = excerpt(marks, marks.changes[0])
    assert [p.text for p in pieces if p.kind is PieceKind.LEFT] == ["baker"]
    assert [p.text for p in pieces if p.kind is PieceKind.RIGHT] == ["miller"]
    assert pieces[0].text.startswith("…")
    assert "sunrise" in pieces[0].text


def test_neighbouring_words_are_one_edit():
    marks = marks_of(
        "The old grey mare walked slowly past the chapel door on Sunday morning early.",
        "The young brown mare walked slowly past the chapel door on Sunday morning early.",
    )
    pieces = excerpt(marks, marks.changes[0])
    changed = [p.text for p in pieces if p.kind is not PieceKind.KEPT]
    assert changed == ["old grey", "young brown"]


def test_words_of_two_cells_of_a_row_are_two_edits():
    marks = marks_of("Gutters \t16 \t1,120", "Gutters \t18 \t1,260")
    changed = [p.text for p in excerpt(marks, marks.changes[0]) if p.kind is not PieceKind.KEPT]
    assert changed == ["16", "18", "1,120", "1,260"]


def test_words_that_moved_are_neither_gone_nor_new():
    marks = marks_of(
        "The mayor of the small town said that the bridge would be closed until the spring.",
        "The bridge would be closed until the autumn, the mayor of the small town said.",
    )
    pieces = excerpt(marks, marks.changes[0])
    changed = [(p.kind, p.text, p.moved) for p in pieces if p.kind is not PieceKind.KEPT]
    assert changed == [
        (PieceKind.RIGHT, "bridge would be closed until the", True),
        (PieceKind.RIGHT, "autumn, the", False),
        (PieceKind.LEFT, "that the", False),
        (PieceKind.LEFT, "bridge would be closed until the", True),
        (PieceKind.LEFT, "spring", False),
    ]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("word", ["الظهر", "noon", "正午", "🕛🕛"])
def test_rows_of_the_list_are_drawn_in_any_script(qtbot, word):
    view = ChangeList(make_theme(dark=False))
    qtbot.addWidget(view)
    view.set_marks(marks_of(f"{word} " * 60, f"{word} " * 30 + "changed"))
    view.resize(260, 300)
    with qtbot.waitExposed(view):
        view.show()
    image = view.grab().toImage()
    pens = {make_theme(dark=False).left.pen, make_theme(dark=False).right.pen}
    seen = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert seen & pens


def test_spaces_around_changed_words_are_not_marked():
    marks = marks_of(
        "They met on the bridge and they talked about the weather for a while.",
        "They met on the bridge and talked about the weather for a long while.",
    )
    for piece in excerpt(marks, marks.changes[0]):
        if piece.kind is not PieceKind.KEPT:
            assert piece.text == piece.text.strip()


@pytest.mark.parametrize(("left", "right"), [("", "x" * 5000), ("word " * 3000, "")])
def test_long_passages_are_cut(left, right):
    marks = marks_of(left, right)
    text = "".join(piece.text for piece in excerpt(marks, marks.changes[0]))
    assert LENGTH <= len(text) <= LENGTH + 1
    assert text.endswith("…")


def test_line_breaks_become_spaces():
    marks = marks_of("One line\nand   another.\n\nGone for ever.", "Nothing of the kind.")
    for change in marks.changes:
        text = "".join(piece.text for piece in excerpt(marks, change))
        assert "\n" not in text
        assert "  " not in text


def test_excerpts_of_every_kind_and_script():
    marks = marks_of(
        "日本語の文章です。猫が好きだ。\n\nשלום עולם, מה שלומך היום?\n\nمرحبا بالعالم الكبير",
        "日本語の文章です。犬が好きだ。\n\nשלום עולם, מה שלומכם היום?\n\nNothing here is like it.",
    )
    for change in marks.changes:
        assert "".join(piece.text for piece in excerpt(marks, change)).strip()


def test_moved_sentences_have_their_space_between_them():
    moved = "The old ferry sank in the harbour at dawn. Nobody was aboard but the captain's dog."
    rest = "\n\n".join(f"Paragraph {n} talks of the weather in town number {n}." for n in range(6))
    marks = marks_of(f"{moved}\n\n{rest}", f"{rest}\n\n{moved.replace('dawn', 'noon')}")
    (change,) = (c for c in marks.changes if c.move is not None)
    text = "".join(piece.text for piece in excerpt(marks, change))
    assert ". Nobody" in text


# Figures


@pytest.mark.parametrize(
    ("system", "number"),
    [(QLocale.c(), "39,217"), (QLocale("de_DE"), "39.217")],
)
def test_numbers_are_for_people_even_where_the_system_says_nothing(system, number):
    assert locale_for(system).toString(39217) == number


def test_many_changes_are_counted_as_people_write_numbers(driver, write, monkeypatch):
    monkeypatch.setattr("variorum.window.change_list.QLocale", partial(QLocale, "en_GB"))
    monkeypatch.setattr("variorum.window.tool_bar.QLocale", partial(QLocale, "en_GB"))
    left = "\n\n".join(f"Goat {number} swam." for number in range(1200))
    driver.window.open_pair(write("one.txt", left), write("two.txt", left.replace("swam", "sank")))
    driver.wait_for_comparison()
    driver.menu("last_change")
    assert driver.position == "1,200 of 1,200"
    assert driver.list._kinds.itemText(0) == "All (1,200)"


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "<1%"), (50, "50%"), (100, "100%")],
)
def test_hardly_anything_is_not_nothing(share, text):
    assert per_cent(share) == text


@pytest.mark.usefixtures("qapp")
def test_the_figures_of_the_left_text_add_up():
    opened = opened_of(
        "Kept as it is. Gone for good, this one here is.",
        "Kept as it is. The brand new ending says something else.",
    )
    summary = opened.marks.comparison.summary
    figures = {f.key: f for f in Describer().figures(summary)}
    of_left = sum(f.words for key, f in figures.items() if key != "new")
    assert of_left == summary.left.words.total
    assert sum(f.share for key, f in figures.items() if key != "new") == 100
    assert figures["kept"].words == 4


@pytest.mark.usefixtures("qapp", "plurals")
def test_counts_have_their_plurals():
    opened = opened_of("Word.", "Two words.")
    describer = Describer()
    assert describer.head(opened, Side.LEFT).detail.startswith("1 word ·")
    assert describer.head(opened, Side.RIGHT).detail.startswith("2 words ·")
    assert "1 paragraph, 1 sentence, 1 word" in describer.head(opened, Side.LEFT).tool_tip
    assert "0 moves" in describer.in_words(opened.marks.comparison.summary)


@pytest.mark.usefixtures("qapp")
def test_the_head_tells_what_is_known(write):
    from variorum.readers import read_document  # noqa: PLC0415

    path = write("brief.txt", "Sehr geehrte Damen und Herren, wir danken Ihnen für den Brief.\n")
    source = read_document(path)
    opened = Opened(source, source, Marks(compare(source.document, source.document)))
    head = Describer().head(opened, Side.LEFT)
    assert head.title == "brief.txt"
    assert "German" in head.detail
    assert "UTF-8" in head.detail
    assert str(path) in head.tool_tip
    assert "last changed" in head.tool_tip


def test_every_counted_text_has_two_forms():
    root = Path(__file__).parents[2]
    counted = {
        text
        for path in (root / "desktop/variorum/window").rglob("*.py")
        for text in re.findall(r'"(%L?n [^"]*)"', path.read_text("utf-8"))
    }
    plurals = read_plurals((root / "resources/translations/variorum_en.ts").read_text("utf-8"))
    assert counted
    assert counted == {source for _context, source in plurals}
    for (_context, source), (one, many) in plurals.items():
        assert many == source
        assert one != many


def test_lupdate_sees_every_counted_text():
    """It takes no number from `QCoreApplication.translate`, only from the `tr` of an object."""
    root = Path(__file__).parents[2] / "desktop/variorum/window"
    for path in root.rglob("*.py"):
        assert not re.search(r'\btranslate\([^)]*"%L?n ', path.read_text("utf-8")), path.name


def test_everything_that_is_said_can_be_translated():
    root = Path(__file__).parents[2]
    command = [sys.executable, str(root / "packaging/translations.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_broken_translation_is_refused():
    with pytest.raises(ValueError, match="line 1"):
        read_plurals("<TS><context></TS>")


# The table of actions


@pytest.fixture
def table(qapp):  # noqa: ARG001 - its words are translated by an application
    return Table()


def test_keys_are_used_once(table):
    keys = Counter(key for spec in table.specs() for key in (*spec.keys, *spec.silent_keys))
    assert [key for key, count in keys.items() if count > 1] == []
    plain_arrows = {"Up", "Down", "Left", "Right", "PgUp", "PgDown", "Home", "End"}
    assert not plain_arrows & set(keys)


def test_mnemonics_are_unique_in_each_menu(table):
    texts = {spec.name: spec.text for spec in table.specs()}

    def check(menu: MenuSpec) -> None:
        words = [e.title if isinstance(e, MenuSpec) else texts[e] for e in menu.entries if e]
        letters = [re.search("&(.)", word) for word in words]
        assert all(letters), words
        found = Counter(letter.group(1).lower() for letter in letters)
        assert max(found.values(), default=1) == 1, (menu.title, found)
        for entry in menu.entries:
            if isinstance(entry, MenuSpec):
                check(entry)

    check(MenuSpec("", table.menus()))


def test_every_action_is_in_a_menu_once(table):
    def names(menu: MenuSpec) -> list[str]:
        return [
            name
            for entry in menu.entries
            for name in (names(entry) if isinstance(entry, MenuSpec) else [entry])
            if name
        ]

    listed = Counter(name for menu in table.menus() for name in names(menu))
    assert listed == Counter(spec.name for spec in table.specs())


def test_every_action_does_something_and_its_tip_gives_the_key(driver):
    for spec in Table().specs():
        action = driver.action(spec.name)
        toggles = spec.name in ("change_list", "notes", "overview", "by_rows", "text_cursor")
        signal = "2toggled(bool)" if toggles else "2triggered(bool)"
        assert action.receivers(signal) > 0, spec.name
        assert spec.tip in action.toolTip()
        if spec.keys:
            assert f"({spec.keys[0]})" in action.toolTip()


def test_menus_are_as_the_table_says(driver):
    titles = [action.text() for action in driver.window.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&View", "&Go", "Co&mpare", "&Notes", "&Help"]
    assert all(menu.actions() for menu in driver.window.findChildren(QMenu) if menu.title())
    assert isinstance(driver.window._actions, Actions)


def test_tool_buttons_have_names_and_pictures(driver):
    bar = driver.window._tool_bar
    shown = [action for action in bar.actions() if action.text()]
    assert [a.objectName() for a in shown] == [
        *("open_two", "previous_change", "next_change", "change_list", "notes", "save_page"),
    ]
    for action in shown:
        assert not action.icon().isNull()
        assert bar.widgetForAction(action).accessibleName()


# Help


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("about", AboutDialog, ["Variorum 0", "PySide6", "rapidfuzz", "Apache", "MIT"]),
        ("shortcuts", ShortcutsDialog, ["Next Change", "Alt+Down, F8", "Ctrl+Shift+G", "Esc"]),
        ("marks", MarksDialog, ["Missing", "New", "Moved", "Reworded", "bracket", "gap"]),
    ],
)
def test_help(open_driver, name, kind, said):
    open_driver.menu(name)
    dialog = open_driver.part(kind)
    text = dialog.findChild(QTextBrowser).toPlainText()
    for words in said:
        assert words in text
    open_driver.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    open_driver.until(lambda: not open_driver.has(kind))


def test_about_names_every_library():
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    needed = {
        re.match(r"[\w-]+", requirement).group()
        for requirement in project["project"]["dependencies"]
    }
    told = {name: (number, licence) for name, number, licence in components()}
    assert needed <= set(told)
    assert all(number and licence for number, licence in told.values())


# The list for ears


@pytest.mark.usefixtures("qapp", "plurals")
def test_a_screen_reader_hears_what_a_change_is():
    model = ChangeModel()
    model.set_marks(
        marks_of(
            "The tall clerk opened the heavy door for the visitors that morning.",
            "The tall guard opened the heavy door for the visitors that morning.",
        )
    )
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ("replaced ‘clerk’ by ‘guard’, change 1 of 1, paragraph 1, edited, 12 words")
    assert model.data(model.index(0)).startswith("1 Edited: ")
    assert model.data(model.index(7)) is None


# The context menu


def choose(driver, text: str) -> str:
    """Choose an entry of the open context menu; what is on the clipboard then."""
    driver.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    entry = next(a for a in menu.actions() if a.text().replace("&", "") == text)
    assert isinstance(entry, QAction)
    assert entry.isEnabled()
    entry.trigger()
    menu.close()
    return QApplication.clipboard().text()


def test_copy_counterpart_and_both(open_driver):
    changes = open_driver.opened.marks.changes
    edited = next(change for change in changes if change.kind is ChangeKind.EDITED)
    left = open_driver.opened.left.document.text[slice(*edited.left)]
    right = open_driver.opened.right.document.text[slice(*edited.right)]
    open_driver.view._canvas.select(Side.LEFT, edited.left)
    place = open_driver.view.mapToGlobal(open_driver.view.rect().center())
    open_driver.view.context_menu_requested.emit(Side.LEFT, place)
    assert choose(open_driver, "Copy Counterpart") == right
    open_driver.view.context_menu_requested.emit(Side.LEFT, place)
    assert choose(open_driver, "Copy Both") == f"{left}\n\n{right}"
    html = QApplication.clipboard().mimeData().html()
    assert make_theme(dark=False).left.mark in html
    assert make_theme(dark=False).right.mark in html


def test_the_menu_in_a_gap_is_about_what_the_gap_faces(open_driver):
    changes = open_driver.opened.marks.changes
    missing = next(change for change in changes if change.kind is ChangeKind.MISSING)
    open_driver.view.set_current_change(missing.number)
    canvas = open_driver.view._canvas
    canvas.select(Side.LEFT, None)
    extent = canvas.scene.extent(Side.LEFT, missing.left)
    at = QPoint(canvas.panes[Side.RIGHT].width() // 2, (extent.top + extent.bottom) // 2)
    place = canvas.panes[Side.RIGHT].mapToGlobal(at)
    open_driver.view.context_menu_requested.emit(Side.RIGHT, place)
    entries = {a.text().replace("&", ""): a for a in QApplication.activePopupWidget().actions()}
    assert not entries["Copy Both"].isEnabled()
    words = open_driver.opened.left.document.text[slice(*missing.left)]
    assert choose(open_driver, "Copy Counterpart") == words
    wanted = []
    open_driver.window._context.note_wanted.connect(lambda *passage: wanted.append(passage))
    open_driver.view.context_menu_requested.emit(Side.RIGHT, place)
    choose(open_driver, "Note on This Passage")
    assert wanted == [(Side.LEFT, missing.left)]


def test_select_all_and_copy(open_driver):
    assert not open_driver.action("copy").isEnabled()
    open_driver.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert open_driver.action("copy").isEnabled()
    open_driver.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == open_driver.opened.left.document.text


@pytest.mark.usefixtures("qapp", "plurals")
def test_a_text_without_a_word_has_no_language():
    opened = opened_of("", "The dog slept in the house, and it was warm.")
    assert Describer().head(opened, Side.LEFT).detail == "0 words · UTF-8"
    assert "English" in Describer().head(opened, Side.RIGHT).detail


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("left", "right", "complete", "text"),
    [
        ("", "", True, "Both texts are empty."),
        ("One.", "One.", True, "The two texts say the same, word for word."),
        ("One.", "One.", False, "No change so far."),
    ],
)
def test_an_empty_list_says_why(qtbot, left, right, complete, text):
    changes = ChangeList(make_theme(dark=False))
    qtbot.addWidget(changes)
    comparison = opened_of(left, right).marks.comparison
    changes.set_marks(Marks(replace(comparison, complete=complete)))
    assert text in [label.text() for label in changes.findChildren(QLabel)]


@pytest.mark.usefixtures("qapp", "plurals")
def test_what_was_cut_short_is_told(qtbot):
    bar = StatusBar(make_theme(dark=False), Describer())
    qtbot.addWidget(bar)
    opened = opened_of("One text.", "Two texts.")
    bar.set_opened(opened)
    assert "Cut short" not in bar._summary.text() + bar._summary.toolTip()
    cut = replace(opened.marks.comparison, limits=("a giant was passed by",))
    bar.set_opened(replace(opened, marks=Marks(cut)))
    assert "Cut short" in bar._summary.text()
    assert "a giant was passed by." in bar._summary.toolTip()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("start", "leftwards"), [("The word ", False), ("", True), ("המילה ", True)]
)
def test_an_excerpt_runs_as_its_paragraph_does(start, leftwards):
    """It may begin in the middle, with a word that runs the other way."""
    frame = start + "שלום means {} in the language of the country, where it is said every day."
    model = ChangeModel()
    model.set_marks(marks_of(frame.format("peace"), frame.format("hello")))
    assert model.leftwards(model.index(0)) is leftwards


def ask_by_key(driver, side: Side, name: str) -> str:
    """What an entry of the menu puts on the clipboard that a key opens in a text."""
    driver.window.activateWindow()
    driver.view.set_active_side(side)
    driver.press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    return choose(driver, name)


@pytest.mark.parametrize(
    ("kind", "side", "there"),
    [
        (ChangeKind.EDITED, Side.LEFT, Side.RIGHT),
        (ChangeKind.EDITED, Side.RIGHT, Side.LEFT),
        (ChangeKind.MISSING, Side.RIGHT, Side.LEFT),
    ],
)
def test_the_menu_by_key_is_about_what_one_has_gone_to(driver, write, kind, side, there):
    plain = "\n\n".join(f"In the year {year} nothing happened." for year in range(1500, 1560))
    left = f"{plain}\n\nThe ferry leaves at noon today.\n\nNobody knew why the bell rang."
    right = f"{plain}\n\nThe ferry leaves at one today."
    driver.window.open_pair(write("draft.txt", left), write("final.txt", right))
    driver.wait_for_comparison()
    change = next(change for change in driver.opened.marks.changes if change.kind is kind)
    driver.window._navigation.go(change.number)
    document = driver.opened.source(there).document
    words = document.text[slice(*change.span(there))]
    assert ask_by_key(driver, side, "Copy Counterpart") == words


def test_the_menu_by_key_comes_to_a_caret_that_is_out_of_sight(driver, write):
    text = "\n\n".join(f"In the year {year} nothing happened." for year in range(1500, 1600))
    driver.window.open_pair(write("draft.txt", text), write("final.txt", text))
    driver.wait_for_comparison()
    at = text.index("In the year 1501")
    driver.view.place_caret(Side.LEFT, at)
    driver.view.go_to_paragraph(Side.RIGHT, 90)
    driver.view.place_caret(Side.LEFT, at)
    words = ask_by_key(driver, Side.LEFT, "Copy Counterpart")
    assert words == "In the year 1501 nothing happened."

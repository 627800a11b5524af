"""How texts are read: what the heads say of it, how it is changed there, passwords, languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit, QMenu

from variorum.engine import Layout, Pin, Side
from variorum.readers import Source, TrackedChanges
from variorum.window.notice_line import NoticeLine
from variorum.window.password_dialog import PasswordDialog
from variorum.window.view.heads import HeadBar

DOCUMENTS = Path(__file__).parents[1] / "cases" / "documents"
LOCKED = DOCUMENTS / "bakery.fr.locked.pdf"
GERMAN = """Der Hafen liegt still, und die Möwen sitzen auf den Pollern. Niemand weiß, wann das
Schiff kommt, aber alle warten auf die Post und auf den Zucker.

Am Abend gehen die Leute nach Hause, denn es wird kalt, und der Wind dreht nach Norden.
"""
FRENCH = """Le boulanger se lève avant les autres, et sa rue sent le pain. Il ne parle pas beaucoup,
mais il connaît le nom de tous les enfants qui passent devant la porte.

Quand la pluie tombe, on reste dans la boutique avec lui, et on attend que le ciel soit clair.
"""
RUSSIAN = "Паром уходит в полдень. Он везёт коз и письма, и никто не знает почему."


def open_pair(driver, left: Path, right: Path):
    driver.window.open_pair(left, right)
    driver.wait_for_comparison()
    return driver


def head_of(driver, side: Side) -> HeadBar:
    return driver.view._heads[side]


def click_head(driver, side: Side) -> QMenu:
    """Open the menu at a head."""
    head = head_of(driver, side)
    driver.qtbot.mouseClick(head, Qt.MouseButton.LeftButton, pos=QPoint(40, head.height() // 2))
    menu = driver.window._reading._menus[side]
    driver.until(menu.isVisible)
    return menu


def submenu(menu: QMenu, title: str) -> QMenu:
    (found,) = (a.menu() for a in menu.actions() if a.text().replace("&", "") == title)
    return found


def entry(menu: QMenu, words: str):
    (found,) = (a for a in menu.actions() if words in a.text().replace("&", ""))
    return found


def choose(driver, side: Side, title: str, words: str) -> None:
    """Click on a head, on a submenu, and on one of its entries."""
    menu = click_head(driver, side)
    inner = submenu(menu, title)
    place = menu.actionGeometry(inner.menuAction()).center()
    driver.qtbot.mouseMove(menu, place)
    driver.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    driver.until(inner.isVisible)
    place = inner.actionGeometry(entry(inner, words)).center()
    driver.qtbot.mouseMove(inner, place)
    before = driver.opened
    driver.qtbot.mouseClick(inner, Qt.MouseButton.LeftButton, pos=place)
    driver.until(lambda: driver.opened is not before)
    driver.wait_for_comparison()


def checked(driver, side: Side, title: str) -> list[str]:
    menu = driver.window._reading._menus[side]
    menu.aboutToShow.emit()
    return [a.text().replace("&", "") for a in submenu(menu, title).actions() if a.isChecked()]


@pytest.fixture
def russian(driver, tmp_path):
    """A text in KOI8-R beside the same in UTF-8."""
    left, right = tmp_path / "koi.txt", tmp_path / "right.txt"
    left.write_bytes(RUSSIAN.encode("koi8-r"))
    right.write_text(RUSSIAN, encoding="utf-8")
    return open_pair(driver, left, right)


# Heads


def test_heads_name_format_encoding_language_and_what_is_left_out(driver):
    docx = DOCUMENTS / "bakery.fr.pandoc.html"
    open_pair(driver, docx, DOCUMENTS / "deed.fodt")
    left, right = (head_of(driver, side)._head for side in Side)
    assert "HTML" in left.detail
    assert "UTF-8" in left.detail
    assert "French" in left.detail
    assert "ODT" in right.detail
    source = driver.opened.right
    assert source.left_out
    assert "without" in right.detail
    assert "without" in right.tool_tip
    assert right.tool_tip in head_of(driver, Side.RIGHT).accessibleDescription()


def test_a_doubt_is_seen_and_told(driver, tmp_path, write):
    doubtful = tmp_path / "old.txt"
    doubtful.write_bytes("Ärger mit Übergrößen fällt öfter auf. ".encode() * 9 + b"\xff\n")
    open_pair(driver, write("plain.txt", "And damage, ever so little.\n"), doubtful)
    remark = driver.opened.right.remark
    assert remark
    plain, head = (head_of(driver, side) for side in Side)
    assert remark in head.toolTip()
    assert remark in head.accessibleName()
    assert not plain._head.doubt
    mark = head._theme.edited.mark
    assert mark in colours(head)
    assert mark not in colours(plain)


def colours(widget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


# Menus


def test_another_encoding_by_click_is_kept_by_reload(russian):
    choose(russian, Side.LEFT, "Encoding", "windows-1251")
    assert russian.opened.left.encoding == "windows-1251"
    assert russian.opened.left.document.text != RUSSIAN
    assert russian.opened.right.document.text == RUSSIAN
    assert "windows-1251" in head_of(russian, Side.LEFT)._head.detail
    assert checked(russian, Side.LEFT, "Encoding") == ["Cyrillic (windows-1251)"]
    assert checked(russian, Side.RIGHT, "Encoding") == ["Automatic (UTF-8)"]
    before = russian.opened
    russian.press(Qt.Key.Key_F5)
    russian.until(lambda: russian.opened is not before)
    russian.wait_for_comparison()
    assert russian.opened.left.encoding == "windows-1251"
    choose(russian, Side.LEFT, "Encoding", "koi8-r")
    assert russian.opened.left.document.text == RUSSIAN
    assert not russian.opened.marks.changes
    choose(russian, Side.LEFT, "Encoding", "Automatic")
    assert russian.opened.left.options.encoding is None


def test_another_layout_by_keys_alone(open_driver, pair):
    """File, the right text, Paragraphs, one a line: each by its letter."""
    pair[1].write_text("one\ntwo\nthree\n\nfour\n", encoding="utf-8")
    bar = open_driver.window.menuBar()
    bar.setActiveAction(bar.actions()[0])
    file = bar.actions()[0].menu()
    open_driver.until(file.isVisible)
    open_driver.qtbot.keyClick(file, Qt.Key.Key_I)
    menu = open_driver.window._reading._menus[Side.RIGHT]
    open_driver.until(menu.isVisible)
    open_driver.qtbot.keyClick(menu, Qt.Key.Key_P)
    inner = submenu(menu, "Paragraphs")
    open_driver.until(inner.isVisible)
    before = open_driver.opened
    open_driver.qtbot.keyClick(inner, Qt.Key.Key_O)
    open_driver.until(lambda: open_driver.opened is not before)
    open_driver.wait_for_comparison()
    assert open_driver.opened.right.document.layout is Layout.LINE
    assert len(open_driver.opened.right.document.paragraphs) == 4
    assert checked(open_driver, Side.RIGHT, "Paragraphs") == ["One a Line"]


def test_another_language(open_driver):
    choose(open_driver, Side.LEFT, "Language", "German")
    assert open_driver.opened.left.document.language == "de"
    assert open_driver.opened.right.document.language == "en"
    assert checked(open_driver, Side.LEFT, "Language") == ["German"]
    assert "German" in head_of(open_driver, Side.LEFT)._head.detail


def test_tracked_changes_are_rejected_and_told(driver, write):
    accepted = write("accepted.txt", (DOCUMENTS / "deed.accepted.txt").read_text("utf-8"))
    open_pair(driver, DOCUMENTS / "deed.fodt", accepted)
    assert checked(driver, Side.LEFT, "Tracked Changes") == ["Accepted"]
    before = driver.opened.left.document.text
    choose(driver, Side.LEFT, "Tracked Changes", "Rejected")
    assert driver.opened.left.options.tracked_changes is TrackedChanges.REJECTED
    assert driver.opened.left.document.text != before
    titles = [a.text() for a in driver.window._reading._menus[Side.RIGHT].actions()]
    click_head(driver, Side.RIGHT).close()
    titles = [a.text() for a in driver.window._reading._menus[Side.RIGHT].actions()]
    assert "&Tracked Changes" not in titles


def test_two_choices_in_a_row_add_up(russian):
    """The second is made while the first is being read."""
    opening = russian.window._opening
    for title, words in (("Encoding", "1251"), ("Language", "Greek"), ("Paragraphs", "One a")):
        menu = russian.window._reading._menus[Side.LEFT]
        menu.aboutToShow.emit()
        entry(submenu(menu, title), words).trigger()
    assert opening.options(Side.LEFT).encoding == "windows-1251"
    russian.wait_for_comparison()
    source = russian.opened.left
    assert (source.encoding, source.document.language) == ("windows-1251", "el")
    assert source.document.layout is Layout.LINE


def test_a_text_without_a_file_has_a_language_but_no_encoding(driver):
    driver.menu("open_sample")
    driver.wait_for_comparison()
    menu = click_head(driver, Side.LEFT)
    assert not submenu(menu, "Encoding").isEnabled()
    menu.close()
    text = driver.opened.left.document.text
    choose(driver, Side.LEFT, "Language", "Dutch")
    assert driver.opened.left.document.language == "nl"
    assert driver.opened.left.document.text == text


def test_nothing_to_choose_while_nothing_is_open(driver):
    for menu in driver.window._reading._menus.values():
        assert not menu.isEnabled()
        assert menu.actions()


def test_notes_stay_when_a_text_is_read_otherwise(open_driver):
    desk = open_driver.window._desk
    open_driver.menu("next_change")
    open_driver.menu("reviewed")
    assert desk.reviewing.review.judgements
    choose(open_driver, Side.LEFT, "Language", "German")
    assert desk.reviewing.review.judgements


def test_notes_come_back_when_a_wrong_encoding_is_taken_back(russian, tmp_path):
    words = RUSSIAN.split(" ")
    (tmp_path / "right.txt").write_text(" ".join(words[:3] + words[4:]), encoding="utf-8")
    russian.menu("reload")
    russian.wait_for_comparison()
    reviewing = russian.window._desk.reviewing
    (change, *_) = reviewing.changes()
    reviewing.judge(change, "question")
    first = (russian.opened.source(side).document.sentences[0].span for side in Side)
    reviewing.pin((Pin(*first),))
    russian.until(lambda: bool(reviewing.pins))
    russian.wait_for_comparison()
    said, pins = reviewing.review, reviewing.pins
    assert said.judgements
    choose(russian, Side.LEFT, "Encoding", "Western (windows-1252)")
    choose(russian, Side.RIGHT, "Encoding", "Western (windows-1252)")
    assert (reviewing.review.judgements, reviewing.pins) == ({}, ())
    choose(russian, Side.LEFT, "Encoding", "Automatic")
    choose(russian, Side.RIGHT, "Encoding", "Automatic")
    russian.until(lambda: reviewing.pins == pins)
    russian.wait_for_comparison()
    assert reviewing.review == said
    russian.menu("undo")
    russian.until(lambda: not reviewing.pins)
    russian.wait_for_comparison()
    russian.menu("undo")
    assert not reviewing.review.says_something


def test_what_was_said_of_a_wrong_encoding_is_kept_when_it_is_taken_back(russian):
    reviewing = russian.window._desk.reviewing
    choose(russian, Side.LEFT, "Encoding", "Western (windows-1252)")
    reviewing.summarise("Odd letters.")
    choose(russian, Side.LEFT, "Encoding", "Automatic")
    assert reviewing.review.summary == "Odd letters."


def test_a_file_that_is_gone_cannot_be_read_otherwise(open_driver, pair):
    pair[0].unlink()
    before = open_driver.opened
    menu = click_head(open_driver, Side.LEFT)
    entry(submenu(menu, "Language"), "German").trigger()
    box = open_driver.problem()
    assert "draft.txt" in box.text()
    assert open_driver.opened is before
    assert checked(open_driver, Side.LEFT, "Language") == ["Automatic (English)"]


def test_what_was_chosen_goes_with_its_text_when_the_sides_are_swapped(russian):
    choose(russian, Side.LEFT, "Encoding", "windows-1251")
    for name in ("swap", "reload"):
        before = russian.opened
        russian.menu(name)
        russian.until(lambda before=before: russian.opened is not before)
        russian.wait_for_comparison()
    assert russian.opened.right.encoding == "windows-1251"
    assert russian.opened.left.encoding == "utf-8"


# Passwords


def dialog_of(driver) -> PasswordDialog:
    driver.until(lambda: driver.has(PasswordDialog))
    return driver.part(PasswordDialog)


def give(driver, password: str) -> None:
    dialog = dialog_of(driver)
    edit = dialog.findChild(QLineEdit)
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    driver.qtbot.keyClicks(edit, password)
    driver.qtbot.keyClick(edit, Qt.Key.Key_Return)
    driver.until(lambda: not dialog.isVisible())


def told(dialog: PasswordDialog) -> str:
    return dialog.findChild(QLabel).text()


def test_the_password_is_asked_until_it_fits(open_driver, pair):
    open_driver.window.open_pair(LOCKED, pair[1])
    dialog = dialog_of(open_driver)
    assert LOCKED.name in told(dialog)
    assert "protected" in told(dialog)
    assert (
        not dialog.findChild(QDialogButtonBox)
        .button(QDialogButtonBox.StandardButton.Ok)
        .isEnabled()
    )
    give(open_driver, "sesame")
    open_driver.until(lambda: any("not the password" in told(d) for d in shown(open_driver)))
    give(open_driver, "swordfish")
    open_driver.until(lambda: open_driver.opened.left.name == LOCKED.name)
    open_driver.wait_for_comparison()
    assert open_driver.opened.left.document.text.startswith("La boulangerie")
    assert open_driver.opened.right.name == "final.txt"
    before = open_driver.opened
    open_driver.menu("reload")
    open_driver.until(lambda: open_driver.opened is not before)
    assert not shown(open_driver), "it is known as long as the text is open"


def shown(driver) -> list[PasswordDialog]:
    return [d for d in driver.window.findChildren(PasswordDialog) if d.isVisible()]


def test_without_a_password_all_stays_as_it_was(open_driver):
    before = open_driver.opened
    open_driver.window.open_side(Side.RIGHT, LOCKED)
    dialog = dialog_of(open_driver)
    open_driver.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    open_driver.until(lambda: not shown(open_driver))
    assert open_driver.opened is before
    assert not open_driver.window._comparing.busy


def test_the_first_two_texts_may_be_locked(driver):
    driver.window.open_pair(LOCKED, LOCKED)
    give(driver, "swordfish")
    driver.wait_for_comparison()
    assert driver.position == "No changes"


def test_a_password_is_in_no_setting(driver, store, pair):
    driver.window.open_pair(LOCKED, pair[1])
    give(driver, "swordfish")
    driver.wait_for_comparison()
    driver.window._settings.save()
    store.sync()
    assert "swordfish" not in Path(store.fileName()).read_text("utf-8", errors="replace")
    assert "swordfish" not in repr(driver.opened.left.options)


def test_two_locked_texts_are_asked_for_one_after_the_other(driver, tmp_path):
    other = tmp_path / "copy.pdf"
    other.write_bytes(LOCKED.read_bytes())
    driver.window.open_pair(LOCKED, other)
    assert LOCKED.name in told(dialog_of(driver))
    give(driver, "swordfish")
    driver.until(lambda: any("copy.pdf" in told(d) for d in shown(driver)))
    give(driver, "swordfish")
    driver.wait_for_comparison()
    assert driver.position == "No changes"


def test_a_session_holds_no_password_and_asks_when_it_reads_again(driver, tmp_path, pair):
    driver.window.open_pair(LOCKED, pair[1])
    give(driver, "swordfish")
    driver.wait_for_comparison()
    file = tmp_path / "notes.variorum"
    driver.window._desk.keeping.save(file)
    driver.until(file.exists)
    assert b"swordfish" not in file.read_bytes()
    before = driver.opened
    driver.window.open_file(file)
    driver.until(lambda: driver.opened is not before)
    driver.wait_for_comparison()
    assert driver.opened.left.document.text == before.left.document.text
    before = driver.opened
    driver.menu("reload")
    give(driver, "swordfish")
    driver.until(lambda: driver.opened is not before)
    driver.wait_for_comparison()


# Languages


def notice(driver) -> str:
    line = driver.window.findChild(NoticeLine)
    return line.text() if line.isVisible() else ""


def test_two_languages_are_said(driver, write):
    german, french = write("de.txt", GERMAN), write("fr.txt", FRENCH)
    open_pair(driver, german, french)
    assert (
        notice(driver)
        == "The texts are in German and French: sentences match by names, figures and length."
    )
    open_pair(driver, german, german)
    assert notice(driver) == ""


def test_a_text_that_tells_no_language_is_no_matter(driver, write):
    open_pair(driver, write("de.txt", GERMAN), write("figures.txt", "17, 4711.\n\n3.14\n"))
    assert notice(driver) == ""


def test_what_matches_is_not_foreign(open_driver):
    """A language that was chosen wrongly does not make the same words strangers."""
    choose(open_driver, Side.LEFT, "Language", "German")
    assert open_driver.opened.two_languages
    assert notice(open_driver) == ""


def test_another_script_is_another_language(driver, write):
    open_pair(driver, write("de.txt", GERMAN), write("ru.txt", RUSSIAN))
    assert (
        notice(driver)
        == "The texts are in German and Russian: sentences match by names, figures and length."
    )


def test_a_text_at_hand_is_read_again_from_itself(driver):
    sources = [Source.from_text("One word.\nTwo words.\n", name) for name in ("left", "right")]
    driver.window._comparing.start(*sources)
    driver.wait_for_comparison()
    choose(driver, Side.RIGHT, "Paragraphs", "One a Line")
    assert len(driver.opened.right.document.paragraphs) == 2
    assert QApplication.activePopupWidget() is None

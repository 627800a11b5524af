"""Every action of the table, driven by each of its keys and by the mouse in its menu.

What an action does is said here once, in `EFFECTS`: how things must stand before, and what is so
afterwards and was not before. An action that is missing here fails the first test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from made import story
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMenuBar

from variorum.engine import DEFAULT_TOLERANCES, ChangeKind, PinKind, Side, Tolerance
from variorum.review import Stray
from variorum.window.action_table import Table
from variorum.window.aligning_bar import AligningBar
from variorum.window.compare_table import action_of
from variorum.window.dialogs import AboutDialog, ShortcutsDialog
from variorum.window.legend import MarksDialog
from variorum.window.pair_dialog import PairDialog
from variorum.window.paragraph_dialog import ParagraphDialog
from variorum.window.printing.preview import PreviewDialog
from variorum.window.thresholds_dialog import ThresholdsDialog
from variorum.window.typeface_dialog import TypefaceDialog
from variorum.window.verdict_names_dialog import VerdictNamesDialog
from variorum.window.view.overview import Overview
from variorum.window.view.peek import Peek

Done = Callable[[], bool]
Effect = Callable[..., Done]


def opens(kind: type[QDialog]) -> Effect:
    return lambda driver: lambda: driver.has(kind)


def chooses(name: str, other: str) -> Effect:
    """An entry of which exactly one of a group is checked."""

    def effect(driver) -> Done:
        driver.menu(other)
        return lambda: driver.action(name).isChecked() and not driver.action(other).isChecked()

    return effect


def at(driver, number: int) -> Done:
    return lambda: driver.view.current_change() == number


def at_change(before: int, after: int) -> Effect:
    """A way from one change to another; negative numbers count from the last one."""

    def effect(driver) -> Done:
        count = len(driver.opened.marks.changes)
        driver.window._navigation.go(before % (count + 1))
        return at(driver, after % (count + 1))

    return effect


def reloads(driver) -> Done:
    before = driver.opened
    return lambda: driver.opened is not before and not driver.window._comparing.busy


def stops(driver) -> Done:
    left, right = story(1200)
    driver.window._opening._comparing.start(*sources(left, right))
    assert driver.action("stop").isEnabled()
    before = driver.opened
    return lambda: not driver.window._comparing.busy and driver.opened is before


def sources(left: str, right: str):
    from variorum.readers import Source  # noqa: PLC0415 - for this one test

    return Source.from_text(left, "left"), Source.from_text(right, "right")


def copies(driver) -> Done:
    QApplication.clipboard().clear()
    driver.view._canvas.select(Side.LEFT, driver.opened.left.document.paragraphs[0].span)
    return lambda: QApplication.clipboard().text() == driver.view.selected_text() != ""


def compares_clipboard(driver) -> Done:
    QApplication.clipboard().setText("The ferry leaves at midnight.")
    return lambda: driver.opened.right.name == "Clipboard"


def selects_all(driver) -> Done:
    return lambda: driver.view.selected_text() == driver.opened.left.document.text


def finds(start: int, end: int) -> Effect:
    def effect(driver) -> Done:
        finding = driver.window._finding
        finding.ask()
        with driver.qtbot.waitSignal(finding.searched):
            driver.window._bar._edit.setText("the")
        while finding._current != start:
            finding.next()
        return lambda: finding._current == end

    return effect


def swaps(driver) -> Done:
    return lambda: driver.opened.left.name == "final.txt"


def zooms(before: int, fits: Callable[[int], bool]) -> Effect:
    def effect(driver) -> Done:
        driver.view.set_zoom(before)
        return lambda: fits(driver.view.zoom())

    return effect


def hides(part: Callable[..., object]) -> Effect:
    def effect(driver) -> Done:
        driver.until(lambda: part(driver).isVisible())
        return lambda: not part(driver).isVisible()

    return effect


def lists_missing(driver) -> Done:
    def done() -> bool:
        first = driver.list.first()
        return driver.list._model.rowCount() == 1 and first.kind is ChangeKind.MISSING

    return done


def steps(before: int, after: int) -> Effect:
    """Word edits of the first change, which has two."""

    def effect(driver) -> Done:
        for _ in range(before):
            driver.window._navigation.next_edit()
        return lambda: driver.view._edit == after

    return effect


def returns_to_current(driver) -> Done:
    driver.window.resize(700, 330)
    driver.window._navigation.go(1)
    driver.view._canvas.to_end()
    return lambda: driver.window._navigation.current_in_sight


def moved(driver) -> int:
    """Make the move the current change."""
    change = next(c for c in driver.opened.marks.changes if c.kind is ChangeKind.MOVED)
    driver.view.set_active_side(Side.LEFT)
    driver.window._navigation.go(change.number)
    return change.number


def goes_to_other_end(driver) -> Done:
    moved(driver)
    return lambda: driver.view.active_side() is Side.RIGHT


def peeks(driver) -> Done:
    driver.window.resize(1100, 400)
    moved(driver)
    return lambda: driver.has(Peek)


def goes_back(driver) -> Done:
    driver.window._navigation.go(1)
    driver.menu("last_change")
    return at(driver, 1)


def goes_forward(driver) -> Done:
    driver.window._navigation.go(1)
    driver.menu("last_change")
    driver.menu("back")
    return at(driver, len(driver.opened.marks.changes))


def goes_to_other_pane(driver) -> Done:
    return lambda: driver.view.active_side() is Side.RIGHT


def said(driver):
    """What is said of the first change, which is made the current one."""
    driver.window._navigation.go(1)
    reviewing = driver.window._desk.reviewing
    change = driver.opened.marks.changes[0]
    return lambda: reviewing.judgement(change)


def judges(verdict: str) -> Effect:
    def effect(driver) -> Done:
        judgement = said(driver)
        return lambda: judgement().verdict == verdict

    return effect


def reviews(driver) -> Done:
    judgement = said(driver)
    return lambda: judgement().reviewed


def reviews_and_goes_on(driver) -> Done:
    judgement = said(driver)
    return lambda: judgement().reviewed and driver.view.current_change() == 2


def goes_to_unreviewed(driver) -> Done:
    driver.window._desk.reviewing.set_reviewed(driver.opened.marks.changes[:2], reviewed=True)
    driver.window._navigation.go(1)
    return at(driver, 3)


def undoes(driver) -> Done:
    judgement = said(driver)
    driver.menu("verdict_1")
    return lambda: judgement().verdict is None


def redoes(driver) -> Done:
    done = undoes(driver)
    driver.menu("undo")
    return lambda: not done()


def writes(driver) -> Done:
    said(driver)
    edit = driver.window._desk.panel._edit
    return edit.hasFocus


def writes_on_passage(driver) -> Done:
    driver.view._canvas.select(Side.LEFT, driver.opened.left.document.paragraphs[0].span)
    reviewing = driver.window._desk.reviewing
    return lambda: len(reviewing.review.remarks) == 1


def shows_strays(driver) -> Done:
    reviewing = driver.window._desk.reviewing
    reviewing._do(replace(reviewing.review, strays=(Stray("Lost.", None, "words", ""),)))
    return driver.window._desk.panel._edit.isVisible


def in_sentence(driver, number: int) -> None:
    """Put the cursor into a sentence of the left text."""
    driver.view.set_active_side(Side.LEFT)
    driver.view.place_caret(Side.LEFT, driver.opened.left.document.sentences[number].span.start)


def pins(driver):
    return driver.opened.marks.comparison.pins


def aligns(driver) -> Done:
    in_sentence(driver, 0)
    return lambda: driver.has(AligningBar) and len(driver.view._canvas.scene.halves) == 2


def keeps_apart(driver) -> Done:
    in_sentence(driver, 0)
    return lambda: [pin.kind for pin in pins(driver)] == [PinKind.FORBID]


def unpins(driver) -> Done:
    done = keeps_apart(driver)
    driver.menu("keep_apart")
    driver.until(done)
    in_sentence(driver, 0)
    return lambda: pins(driver) == ()


def goes_to_pin(driver) -> Done:
    unpins(driver)
    in_sentence(driver, 1)
    return lambda: driver.view.caret()[1].start == 0


def tolerates(tolerance: Tolerance) -> Effect:
    """An entry that goes on and off."""

    def effect(driver) -> Done:
        before = driver.opened.marks.comparison.options.tolerances
        return lambda: driver.opened.marks.comparison.options.tolerances == before ^ {tolerance}

    return effect


def tolerates_as_usual(driver) -> Done:
    driver.menu("tolerate_case")
    driver.wait_for_comparison()
    return lambda: driver.opened.marks.comparison.options.tolerances == DEFAULT_TOLERANCES


EFFECTS: dict[str, Effect] = {
    **{action_of(tolerance): tolerates(tolerance) for tolerance in Tolerance},
    "tolerate_usual": tolerates_as_usual,
    "thresholds": opens(ThresholdsDialog),
    "align": aligns,
    "keep_apart": keeps_apart,
    "unpin": unpins,
    "unpin_all": unpins,
    "next_pin": goes_to_pin,
    "open_session": opens(QFileDialog),
    "save_session": opens(QFileDialog),
    "save_session_as": opens(QFileDialog),
    "undo": undoes,
    "redo": redoes,
    "verdict_1": judges("accepted"),
    "verdict_2": judges("objection"),
    "verdict_3": judges("question"),
    "verdict_4": judges("later"),
    "reviewed": reviews,
    "reviewed_next": reviews_and_goes_on,
    "next_unreviewed": goes_to_unreviewed,
    "write_note": writes,
    "note_passage": writes_on_passage,
    "strays": shows_strays,
    "notes": lambda driver: driver.window._desk.dock.isVisible,
    "verdict_names": opens(VerdictNamesDialog),
    "open_two": opens(PairDialog),
    "open_left": opens(QFileDialog),
    "open_right": opens(QFileDialog),
    "open_clipboard": compares_clipboard,
    "reload": reloads,
    "stop": stops,
    "save_page": opens(QFileDialog),
    "export_pdf": opens(QFileDialog),
    "print": opens(PreviewDialog),
    "quit": lambda driver: lambda: not driver.window.isVisible(),
    "copy": copies,
    "select_all": selects_all,
    "find": lambda driver: driver.window._bar.isVisible,
    "find_next": finds(0, 1),
    "find_previous": finds(1, 0),
    "swap": swaps,
    "zoom_in": zooms(100, lambda zoom: zoom > 100),
    "zoom_out": zooms(100, lambda zoom: zoom < 100),
    "zoom_reset": zooms(200, lambda zoom: zoom == 100),
    "change_list": hides(lambda driver: driver.window._dock),
    "by_rows": lambda driver: lambda: driver.window._settings.by_rows,
    "text_cursor": lambda driver: lambda: driver.action("text_cursor").isChecked(),
    "overview": hides(lambda driver: driver.view.findChild(Overview)),
    "missing_passages": lists_missing,
    "scheme_system": chooses("scheme_system", "scheme_dark"),
    "scheme_light": chooses("scheme_light", "scheme_dark"),
    "scheme_dark": chooses("scheme_dark", "scheme_light"),
    "palette_standard": chooses("palette_standard", "palette_strong"),
    "palette_colour_blind": chooses("palette_colour_blind", "palette_strong"),
    "palette_strong": chooses("palette_strong", "palette_standard"),
    "face_serif": chooses("face_serif", "face_sans"),
    "face_sans": chooses("face_sans", "face_serif"),
    "face_other": opens(TypefaceDialog),
    "measure_narrow": chooses("measure_narrow", "measure_usual"),
    "measure_usual": chooses("measure_usual", "measure_wide"),
    "measure_wide": chooses("measure_wide", "measure_usual"),
    "measure_full": chooses("measure_full", "measure_usual"),
    "next_change": at_change(1, 2),
    "previous_change": at_change(3, 2),
    "next_edit": steps(1, 1),
    "previous_edit": steps(2, 0),
    "first_change": at_change(3, 1),
    "last_change": at_change(1, -1),
    "current_change": returns_to_current,
    "other_end": goes_to_other_end,
    "peek": peeks,
    "back": goes_back,
    "forward": goes_forward,
    "go_to_paragraph": opens(ParagraphDialog),
    "other_pane": goes_to_other_pane,
    "open_sample": lambda driver: lambda: driver.opened.left.name == "original.txt",
    "marks": opens(MarksDialog),
    "shortcuts": opens(ShortcutsDialog),
    "about": opens(AboutDialog),
}

SPECS = {spec.name: spec for spec in Table().specs()}
KEYS = [(name, key) for name, spec in SPECS.items() for key in (*spec.keys, *spec.silent_keys)]

MOVED = "My uncle kept a parrot that swore in Danish whenever the postman rang at our door."
LEFT = f"""The ferry leaves the quay at noon and carries eleven goats. It carries letters, too.

{MOVED}

Nobody on the quay knew why the bell rang twice.

The captain, a widow from Farrow, kept bees on the upper deck.

In winter the river froze and the ferry rested on the ice for weeks and weeks.

The old wooden jetty was painted every spring in the green of the harbour company.

The lamps along the pier were lit by a boy who could not yet read the numbers on them."""
RIGHT = f"""The ferry leaves the quay at one and carries twelve goats. It carries letters, too.

The captain, a widow from Farrow, kept bees on the upper deck.

In winter the river froze hard and the ferry rested on the ice for weeks and weeks.

The old wooden jetty was painted every spring in the green of the harbour company.

The lamps along the pier were lit by a boy who could not yet read the numbers on them.

{MOVED}

A bridge is planned for the spring of the next year, and tolls will be taken."""


@pytest.fixture
def ready(driver, write):
    """A window on two texts with changes of all kinds."""
    driver.window.open_pair(write("draft.txt", LEFT), write("final.txt", RIGHT))
    driver.wait_for_comparison()
    driver.window.activateWindow()
    driver.view.setFocus()
    return driver


def test_no_action_is_forgotten_here():
    assert set(EFFECTS) == set(SPECS)


@pytest.mark.parametrize(("name", "key"), KEYS, ids=[f"{name}-{key}" for name, key in KEYS])
def test_every_key_does_what_it_says(ready, name, key):
    done = EFFECTS[name](ready)
    assert not done()
    combination = QKeySequence(key)[0]
    ready.press(combination.key(), combination.keyboardModifiers())
    ready.until(done)


@pytest.mark.parametrize("name", SPECS)
def test_every_entry_of_a_menu_does_what_it_says(ready, name):
    done = EFFECTS[name](ready)
    assert not done()
    click_entry(ready, name)
    ready.until(done)


def click_entry(driver, name: str) -> None:
    """Find an entry with the mouse: open the menu it is in, and the menu that is in."""
    holder = driver.window.menuBar()
    for entry in way_to(holder, name):
        driver.until(holder.isVisible)
        place = holder.actionGeometry(entry).center()
        driver.qtbot.mouseMove(holder, place)
        driver.qtbot.mouseClick(holder, Qt.MouseButton.LeftButton, pos=place)
        holder = entry.menu()


def way_to(holder: QMenu | QMenuBar, name: str) -> list[QAction]:
    """The entries to click on, one after the other; none where there is no way."""
    for entry in holder.actions():
        if entry.objectName() == name:
            return [entry]
        if entry.menu() is not None and (way := way_to(entry.menu(), name)):
            return [entry, *way]
    return []

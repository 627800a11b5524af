"""The window without a mouse and without sight: names, mnemonics, the way of Tab."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from variorum.engine import Side
from variorum.window.appearance import Appearance
from variorum.window.settings import Scheme
from variorum.window.start_page import DropZone, StartPage
from variorum.window.status import FittingLabel
from variorum.window.theme import PaletteName, make_theme
from variorum.window.verdict_button import VerdictButton

CONTROLS = (
    *(QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit),
    *(QScrollBar, QTextEdit),
)


def called(widget: QWidget) -> str:
    """What a screen reader calls a widget: its own name, what stands on it, or its label."""
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name)
    if not name:
        name = next(
            (w.text() for w in widget.window().findChildren(QLabel) if w.buddy() is widget), ""
        )
    return name.strip()


def is_ours(widget: QWidget) -> bool:
    """Whether the program made it; parts of Qt's own widgets have names from them."""
    inner = ("qt_", "QtPrivate")
    parent = widget.parentWidget()
    if any(w is not None and w.objectName().startswith(inner) for w in (widget, parent)):
        return False
    return not isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView | QLineEdit)


def reachable(window: QWidget) -> list[QWidget]:
    """All that can be used in a window just now."""
    return [
        widget
        for widget in (window, *window.findChildren(QWidget))
        if widget.isVisibleTo(window)
        and is_ours(widget)
        and (isinstance(widget, CONTROLS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


def unnamed(window: QWidget) -> list[QWidget]:
    return [widget for widget in reachable(window) if not called(widget)]


def test_every_control_has_a_name(driver):
    assert unnamed(driver.window) == []


def test_every_control_has_a_name_over_a_comparison(open_driver):
    open_driver.menu("find")
    open_driver.view.place_caret(Side.LEFT, 0)
    open_driver.menu("align")
    assert unnamed(open_driver.window) == []


def asking(driver) -> list[str]:
    """The actions that open a dialog: their words end in dots, or they are in the menu of help.

    All but Find and Align by Hand, which have bars.
    """
    return [
        action.objectName()
        for action in driver.window.actions()
        if action.isEnabled()
        and action.objectName() not in ("find", "align")
        and (action.text().endswith("…") or action.objectName() in ("marks", "shortcuts", "about"))
    ]


def test_every_control_of_every_dialog_has_a_name_and_esc_closes_it(open_driver):
    names = asking(open_driver)
    assert len(names) >= 6
    for name in names:
        open_driver.menu(name)
        open_driver.until(lambda: any(d.isVisible() for d in dialogs(open_driver)))
        (dialog,) = (d for d in dialogs(open_driver) if d.isVisible())
        if made_here(dialog):
            assert dialog.windowTitle(), name
            assert unnamed(dialog) == [], name
        open_driver.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        open_driver.until(lambda: not any(d.isVisible() for d in dialogs(open_driver)))


def made_here(dialog: QDialog) -> bool:
    """Whether a dialog is the program's own, and not one of Qt's for files or for printing."""
    return type(dialog).__module__.startswith("variorum")


def dialogs(driver) -> list[QDialog]:
    return driver.window.findChildren(QDialog)


def test_mnemonics_of_a_dialog_are_unique(open_driver):
    for name in asking(open_driver):
        open_driver.menu(name)
        open_driver.until(lambda: any(d.isVisible() for d in dialogs(open_driver)))
        (dialog,) = (d for d in dialogs(open_driver) if d.isVisible())
        if made_here(dialog):
            labels = [w for kind in (QLabel, QAbstractButton) for w in dialog.findChildren(kind)]
            letters = [m.group(1).lower() for w in labels if (m := MNEMONIC.search(w.text()))]
            assert max(Counter(letters).values(), default=1) == 1, (name, letters)
        dialog.reject()


MNEMONIC = re.compile("&([^&<])")


def test_mnemonics_of_the_bar_are_those_of_no_menu(open_driver):
    """They are pressed with Alt, as those of the menus in the bar at the top."""
    menus = [MNEMONIC.search(a.text()) for a in open_driver.window.menuBar().actions()]
    open_driver.menu("find")
    open_driver.view.place_caret(Side.LEFT, 0)
    open_driver.menu("align")
    buttons = [b for b in open_driver.window.findChildren(QAbstractButton) if b.isVisible()]
    found = menus + [MNEMONIC.search(b.text()) for b in buttons]
    letters = Counter(m.group(1).lower() for m in found if m)
    assert max(letters.values()) == 1, letters


def tab_stops(driver) -> list[QWidget]:
    """Where Tab leads to, from the texts on, until it is there again; links of a label are one."""
    begun = QApplication.focusWidget()
    way = [begun]
    for _ in range(60):
        driver.press(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is begun:
            return way
        if QApplication.focusWidget() is not way[-1]:
            way.append(QApplication.focusWidget())
    raise AssertionError(f"Tab does not come back: {[called(w) for w in way]}")


@pytest.mark.parametrize("bar", ["", "find", "align"])
def test_tab_goes_everywhere_and_comes_back(open_driver, bar):
    window, view = open_driver.window, open_driver.view
    view.place_caret(Side.LEFT, 0)
    if bar:
        open_driver.menu(bar)
    view.set_active_side(Side.LEFT)
    way = tab_stops(open_driver)
    assert len(set(map(id, way))) == len(way)
    wanted = [w for w in reachable(window) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [called(w) for w in wanted if w.isEnabled() and w not in way] == []
    # As one reads: the tool bar, the list, the texts.
    tools, changes = window._tool_bar.tab_stops(), open_driver.list.tab_stops()
    wanted = [w for w in (*tools, *changes, *view.tab_stops()) if w.isEnabled()]
    begin = way.index(wanted[0])
    turned = way[begin:] + way[:begin]
    assert turned[: len(wanted)] == wanted
    tops = [changes_part.mapTo(window, QPoint(0, 0)).y() for changes_part in changes]
    assert tops == sorted(tops)


def test_tab_goes_down_through_the_notes(open_driver):
    open_driver.menu("first_change")
    open_driver.menu("write_note")
    dock = open_driver.window._desk.dock
    inside = [w for w in tab_stops(open_driver) if dock.isAncestorOf(w)]
    begin = next(n for n, part in enumerate(inside) if part.accessibleName() == "Hide the notes")
    places = [part.mapTo(dock, QPoint(0, 0)) for part in inside[begin:] + inside[:begin]]
    assert len(places) == 8
    assert [(p.y(), p.x()) for p in places] == sorted((p.y(), p.x()) for p in places)


def test_tab_goes_back_with_shift(open_driver):
    open_driver.view.set_active_side(Side.RIGHT)
    open_driver.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is open_driver.view.tab_stops()[0]
    open_driver.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert open_driver.list.isAncestorOf(QApplication.focusWidget())


def test_the_pane_with_the_keys_is_told_from_the_one_in_use(open_driver):
    heads = open_driver.view._heads

    def line(side: Side) -> str:
        image = heads[side].grab().toImage()
        return image.pixelColor(image.width() // 2, image.height() - 2).name()

    theme = open_driver.window._appearance.theme
    open_driver.view.set_active_side(Side.LEFT)
    open_driver.until(lambda: line(Side.LEFT) == theme.current)
    open_driver.list.setFocus()
    open_driver.until(lambda: line(Side.LEFT) == theme.muted)
    assert line(Side.RIGHT) not in (theme.current, theme.muted)


def test_at_the_start_the_keys_stop_only_where_something_is(driver):
    driver.window.activateWindow()
    driver.part(StartPage).findChildren(DropZone)[0].setFocus()
    stops = []
    for _ in range(4):
        stops.append(type(QApplication.focusWidget()))
        driver.press(Qt.Key.Key_Tab)
    assert stops == [DropZone, DropZone, QPushButton, QToolButton]
    assert isinstance(QApplication.focusWidget(), DropZone)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_buttons_around_the_texts_are_pressed_by_keys(open_driver, key):
    buttons = open_driver.window._tool_bar.tab_stops()
    open_driver.window.activateWindow()
    buttons[3].setFocus()
    open_driver.press(key)  # Changes
    assert open_driver.window._dock.isHidden()
    buttons[4].setFocus()
    open_driver.press(key)  # Notes
    open_driver.until(open_driver.window._desk.dock.isVisible)
    open_driver.menu("next_change")
    open_driver.until(lambda: open_driver.has(VerdictButton))
    open_driver.part(VerdictButton, "verdict_button_accepted").setFocus()
    open_driver.press(key)
    judged = open_driver.window._desk.reviewing.review.judgements
    assert [said.verdict for said in judged.values()] == ["accepted"]


def test_the_figures_are_outlined_when_the_keys_come_to_them(open_driver):
    open_driver.window.activateWindow()
    figures = open_driver.part(FittingLabel)
    blue = QColor(open_driver.window._appearance.theme.current).name()

    def outline() -> set[str]:
        image = figures.grab().toImage()
        return {image.pixelColor(place, 0).name() for place in range(10, image.width() - 10)}

    assert blue not in outline()
    open_driver.view.set_active_side(Side.RIGHT)
    open_driver.press(Qt.Key.Key_Tab)
    assert figures.hasFocus()
    assert outline() == {blue}


@pytest.mark.usefixtures("desktop")
@pytest.mark.parametrize("dark", [False, True])
def test_a_desktop_in_black_and_white_is_followed(qapp, dark):
    colours = ["#ffffff", "#000000"]
    ground, text = reversed(colours) if dark else colours
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(ground))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
    qapp.setPalette(palette)
    theme = Appearance(Scheme.SYSTEM).theme
    assert (theme.paper, theme.desk, theme.text, theme.muted) == (ground, ground, text, text)
    assert theme.palette is PaletteName.STRONG
    chosen = Appearance(Scheme.SYSTEM, PaletteName.COLOUR_BLIND).theme
    assert chosen.palette is PaletteName.COLOUR_BLIND


@pytest.mark.usefixtures("desktop", "qapp")
def test_other_desktops_have_paper():
    assert Appearance(Scheme.LIGHT).theme == make_theme(dark=False)


def test_everything_fits_at_twice_the_size(open_driver):
    for _ in range(5):
        open_driver.menu("zoom_in")
    assert open_driver.view.zoom() == 200
    scene = open_driver.view._canvas.scene
    for side in Side:
        for shown in scene.shown(side):
            laid = shown.set_piece.laid
            assert all(box.right <= laid.width + 1 for box in laid.boxes(laid.span))


def test_a_cursor_goes_through_the_texts_when_it_is_wanted(open_driver):
    view, text = open_driver.view, open_driver.opened.left.document.text
    pane = view._canvas.panes[Side.LEFT]
    scene = view._canvas.scene
    view.set_active_side(Side.LEFT)
    open_driver.press(Qt.Key.Key_Right)
    assert scene.selection is None, "the arrows are the view's"
    before = pane.grab().toImage()
    open_driver.press(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert open_driver.action("text_cursor").isChecked()
    for _ in range(2):
        open_driver.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert scene.selection.caret == text.index("leaves")
    place = pane._caret_place()
    after = pane.grab().toImage()
    theme = open_driver.window._appearance.theme
    assert after.pixelColor(place.center()).name() == theme.text
    assert before.pixelColor(place.center()).name() != theme.text
    open_driver.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_text() == "l"
    open_driver.press(Qt.Key.Key_Down)
    assert view.selected_text() == ""
    assert scene.selection.caret > text.index("leaves")
    open_driver.press(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert pane.grab().toImage().pixelColor(place.center()).name() != theme.text

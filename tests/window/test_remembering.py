"""What the window remembers, and how it looks in the light and in the dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QDockWidget, QToolButton

from variorum.window.appearance import window_palette
from variorum.window.icons import application_icon, themed_icon, tinted_icon
from variorum.window.settings import Scheme, Settings
from variorum.window.theme import make_theme
from variorum.window.view.overview import Overview

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_size_zoom_share_and_scheme_are_remembered(make_driver, pair):
    first = make_driver()
    first.window.open_pair(*pair)
    first.wait_for_comparison()
    first.window.resize(700, 600)
    first.menu("zoom_in")
    first.menu("zoom_in")
    first.view.set_share(0.4)
    first.menu("scheme_dark")
    size, zoom = first.window.size(), first.view.zoom()
    assert zoom > 100
    first.window.close()

    second = make_driver()
    assert second.window.size() == size
    assert second.view.zoom() == zoom
    assert second.view.share() == pytest.approx(0.4)
    assert second.action("scheme_dark").isChecked()
    second.menu("scheme_system")
    second.window.close()


def test_the_hidden_list_stays_hidden(make_driver, pair):
    first = make_driver()
    first.window.open_pair(*pair)
    first.wait_for_comparison()
    first.until(lambda: first.action("change_list").isChecked())
    assert first.has(QDockWidget)
    first.press(Qt.Key.Key_F9, SHIFT)
    assert not first.has(QDockWidget)
    first.window.close()

    second = make_driver()
    second.window.open_pair(*pair)
    second.wait_for_comparison()
    assert not second.has(QDockWidget)
    assert not second.action("change_list").isChecked()
    second.menu("change_list")
    assert second.has(QDockWidget)
    second.window.close()


def test_the_hidden_overview_stays_hidden(make_driver, pair):
    first = make_driver()
    first.window.open_pair(*pair)
    first.wait_for_comparison()
    assert first.has(Overview)
    first.press(Qt.Key.Key_F9)
    assert not first.has(Overview)
    first.window.close()

    second = make_driver()
    second.window.open_pair(*pair)
    second.wait_for_comparison()
    assert not second.has(Overview)
    second.menu("overview")
    assert second.has(Overview)
    second.window.close()


def test_the_window_fits_into_half_of_a_small_screen(open_driver):
    open_driver.until(lambda: open_driver.has(QDockWidget))
    open_driver.menu("find")
    open_driver.window.resize(300, 300)
    open_driver.until(lambda: open_driver.window.width() <= 1366 // 2)
    assert open_driver.window.height() <= 700
    panes = open_driver.view._canvas.panes.values()
    assert all(pane.width() >= 100 for pane in panes)


def test_one_sentence_a_line_is_remembered(make_driver, pair):
    first = make_driver()
    first.window.open_pair(*pair)
    first.wait_for_comparison()
    assert not first.view._canvas.scene.stretches.by_rows
    first.menu("by_rows")
    assert first.view._canvas.scene.stretches.by_rows
    first.window.close()

    second = make_driver()
    second.window.open_pair(*pair)
    second.wait_for_comparison()
    assert second.action("by_rows").isChecked()
    assert second.view._canvas.scene.stretches.by_rows
    second.press(Qt.Key.Key_F7)
    assert not second.view._canvas.scene.stretches.by_rows
    second.window.close()


def test_the_list_has_a_button_that_hides_it(open_driver):
    open_driver.until(lambda: open_driver.has(QDockWidget))
    button = open_driver.window._list.title.findChild(QToolButton)
    open_driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not open_driver.has(QDockWidget)
    open_driver.until(lambda: not open_driver.action("change_list").isChecked())


def test_the_start_page_shows_no_list(driver):
    assert not driver.has(QDockWidget)


def test_nonsense_in_the_settings_is_ignored(store):
    settings = Settings(store)
    for key in ("view/zoom", "view/scheme", "view/share", "window/geometry", "files/folder"):
        store.setValue(key, "nonsense")
    assert settings.zoom == 100
    assert settings.scheme is Scheme.SYSTEM
    assert settings.share == 0.5
    assert settings.geometry.isEmpty()
    assert settings.folder is None


def test_what_a_disk_does_not_answer_for_is_not_there(store, tmp_path):
    # As of a folder that is closed by now, or a disk of the network that is out of reach.
    nowhere = tmp_path / ("n" * 1000)
    with pytest.raises(OSError, match="long"):
        nowhere.stat()
    settings = Settings(store)
    settings.folder = nowhere
    assert settings.folder is None


def test_sessions_that_another_process_remembered_stay(store, tmp_path):
    one, another, third = (tmp_path / f"{name}.variorum" for name in ("a", "another", "third"))
    for path in (one, another, third):
        path.write_text("")
    settings = Settings(store)
    settings.remember_session(one)
    settings.save()
    file = Path(store.fileName())
    file.write_text(file.read_text().replace(str(one), f"{another}, {one}"))
    settings.remember_session(third)
    assert settings.recent_sessions == (third, another, one)


@pytest.mark.parametrize(("scheme", "dark"), [("scheme_dark", True), ("scheme_light", False)])
def test_schemes_colour_the_whole_window(open_driver, scheme, dark):
    open_driver.menu(scheme)
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness()
    assert (window < 128) is dark
    assert open_driver.window._appearance.theme.dark is dark
    icon = open_driver.action("next_change").icon().pixmap(20).toImage()
    inked = [
        icon.pixelColor(x, y)
        for x in range(icon.width())
        for y in range(icon.height())
        if icon.pixelColor(x, y).alpha() > 200
    ]
    assert inked
    assert all((colour.lightness() > 128) is dark for colour in inked)
    open_driver.menu("scheme_system")


def test_the_desktop_is_followed(open_driver):
    open_driver.menu("scheme_system")
    appearance = open_driver.window._appearance
    before = appearance.theme
    appearance._desktop_is_dark = not before.dark
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert appearance.theme.dark is not before.dark
    appearance._desktop_is_dark = before.dark
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert appearance.theme == before


def contrast(a, b) -> float:
    """The contrast of two colours by WCAG 2."""

    def luminance(colour) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [True, False])
def test_words_are_readable(qapp, dark):  # noqa: ARG001 - colours need an application
    palette = window_palette(make_theme(dark=dark))
    role = QPalette.ColorRole
    pairs = [
        *((role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button)),
        *((role.HighlightedText, role.Highlight), (role.ToolTipText, role.ToolTipBase)),
        *((role.PlaceholderText, role.Base), (role.Link, role.Window)),
    ]
    for ink, ground in pairs:
        assert contrast(palette.color(ink), palette.color(ground)) >= 4.5, (ink, ground)


@pytest.mark.parametrize("ratio", [1, 1.5, 2, 3])
def test_a_cross_is_sharp_on_a_screen_of_any_density(qapp, ratio):  # noqa: ARG001 - it draws
    icon = tinted_icon("stop", "#405060", 14)
    pixmap = icon.pixmap(QSize(14, 14), ratio)
    assert pixmap.width() == round(14 * ratio)
    assert pixmap.devicePixelRatio() == ratio


def test_icons_are_drawn(qapp):
    icon = themed_icon("open", qapp.palette())
    assert not icon.isNull()
    sign = application_icon()
    assert not sign.isNull()
    image = sign.pixmap(64).toImage()
    assert any(image.pixelColor(x, 32).alpha() for x in range(image.width()))

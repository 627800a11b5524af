"""Colours, typeface and length of lines: chosen in menus, seen at once, remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QCheckBox, QFontComboBox, QLineEdit, QTextBrowser
from test_theme import contrast

from variorum.engine import Side
from variorum.window.appearance import Appearance
from variorum.window.legend import MarksDialog
from variorum.window.settings import Face, Measure, Scheme, Settings
from variorum.window.theme import PaletteName, make_theme
from variorum.window.typeface_dialog import TypefaceDialog

PALETTES = {
    "palette_standard": PaletteName.STANDARD,
    "palette_colour_blind": PaletteName.COLOUR_BLIND,
    "palette_strong": PaletteName.STRONG,
}


def shows(driver, colour: str) -> bool:
    image = driver.view._canvas.grab().toImage()
    wanted = QColor(colour)
    return any(
        image.pixelColor(x, y) == wanted
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


@pytest.mark.parametrize("scheme", ["scheme_light", "scheme_dark"])
@pytest.mark.parametrize("name", PALETTES)
def test_palettes_colour_the_marks(open_driver, name, scheme):
    driver = open_driver
    driver.menu(scheme)
    driver.menu("palette_strong" if name != "palette_strong" else "palette_standard")
    driver.menu(name)
    theme = make_theme(dark=scheme == "scheme_dark", palette=PALETTES[name])
    assert driver.window._appearance.theme == theme
    assert shows(driver, theme.left.mark)
    assert shows(driver, theme.right.mark)
    checked = [other for other in PALETTES if driver.action(other).isChecked()]
    assert checked == [name]


def test_the_legend_is_true_after_a_switch_of_colours(open_driver):
    driver = open_driver
    driver.menu("marks")
    page = driver.part(MarksDialog).findChild(QTextBrowser)
    for scheme in ("scheme_dark", "scheme_light"):
        driver.menu(scheme)
        for name in PALETTES:
            driver.menu(name)
            theme = driver.window._appearance.theme
            for ink in (theme.left, theme.right, theme.moved):
                assert ink.mark in page.toHtml()
                assert ink.wash in page.toHtml()
            assert theme.edited.pen in page.toHtml()
            assert theme.hit in page.toHtml()


def font_of(driver):
    return driver.view._canvas.scene.typography.font


def width_of(driver) -> int:
    return driver.view._canvas.scene.setting.widths[Side.LEFT]


def test_a_typeface_is_chosen_and_remembered(make_driver, pair):
    first = make_driver()
    first.window.open_pair(*pair)
    first.wait_for_comparison()
    serif = QFontInfo(font_of(first)).family()
    first.menu("face_sans")
    sans = QFontInfo(font_of(first)).family()
    assert sans != serif
    first.window.close()

    second = make_driver()
    second.window.open_pair(*pair)
    second.wait_for_comparison()
    assert QFontInfo(font_of(second)).family() == sans
    assert second.action("face_sans").isChecked()
    second.menu("face_serif")
    assert QFontInfo(font_of(second)).family() == serif
    second.window.close()


def test_any_typeface_can_be_chosen(open_driver):
    driver = open_driver
    fixed = QFontDatabase.families(QFontDatabase.WritingSystem.Latin)[-1]
    driver.menu("face_other")
    dialog = driver.part(TypefaceDialog)
    dialog.findChild(QFontComboBox).setCurrentText(fixed)
    driver.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    driver.until(lambda: not driver.has(TypefaceDialog))
    assert font_of(driver).families()[0] == fixed
    assert driver.action("face_other").isChecked()
    assert driver.window._settings.family == fixed


def test_who_chooses_no_typeface_keeps_what_there_was(open_driver):
    driver = open_driver
    driver.menu("face_sans")
    driver.menu("face_other")
    driver.qtbot.keyClick(driver.part(TypefaceDialog), Qt.Key.Key_Escape)
    driver.until(lambda: not driver.has(TypefaceDialog))
    assert driver.action("face_sans").isChecked()
    assert driver.window._settings.face is Face.SANS


def test_lines_become_as_long_as_is_wished(open_driver):
    driver = open_driver
    driver.window.resize(2600, 800)
    widths = []
    for measure in Measure:
        driver.menu(f"measure_{measure}")
        widths.append(width_of(driver))
        assert driver.window._settings.measure is measure
    assert widths == sorted(set(widths))


def test_the_line_under_the_eye_stays_when_the_letters_change(driver, write):
    left = "\n\n".join(f"Paragraph {n} tells of the river. " * 4 for n in range(60))
    driver.window.open_pair(write("a.txt", left), write("b.txt", left + " More."))
    driver.wait_for_comparison()
    driver.view.go_to_paragraph(Side.LEFT, 30)
    for name in ("face_sans", "measure_narrow", "face_serif", "measure_full"):
        before = driver.view.eye()
        driver.menu(name)
        after = driver.view.eye()
        assert after.side is before.side
        assert abs(after.position - before.position) < 80


def test_nonsense_in_the_settings_is_ignored(store):
    settings = Settings(store)
    for key in ("view/palette", "view/face", "view/measure"):
        store.setValue(key, "nonsense")
    assert settings.palette is PaletteName.STANDARD
    assert settings.face is Face.SERIF
    assert settings.measure is Measure.USUAL
    settings.face = Face.OTHER
    assert settings.face is Face.SERIF


@pytest.mark.usefixtures("desktop")
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", [QLineEdit, QCheckBox])
def test_the_outline_of_fields_can_be_seen(qtbot, kind, dark):
    """WCAG 2.2, 1.4.11: at least 3:1 against what is inside."""
    appearance = Appearance(Scheme.DARK if dark else Scheme.LIGHT)
    widget = kind()
    qtbot.addWidget(widget)
    widget.resize(120, 30)
    image = widget.grab().toImage()
    # From the left edge inwards, along the middle.
    row = [image.pixelColor(x, image.height() // 2).name() for x in range(12)]
    assert max(contrast(colour, appearance.theme.paper) for colour in row[:4]) >= 3, row


def test_where_there_is_no_room_the_per_cent_are_left_out(open_driver):
    label = open_driver.window._status._summary
    label.resize(1200, 20)
    assert "%" in label.text()
    label.resize(420, 20)
    assert "%" not in label.text()
    assert "New" in label.text()
    label.resize(1200, 20)
    assert "%" in label.text()

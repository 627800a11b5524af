"""Paper: which one is chosen, and what keeps to it."""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import QLocale, QMarginsF
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QPushButton,
    QRadioButton,
)

from variorum.window.printing.paper_dialog import PaperDialog
from variorum.window.printing.preview import PreviewDialog


def sizes_of(path) -> tuple[int, int]:
    """Width and height of the first page of a PDF file, in whole millimetres."""
    document = pypdfium2.PdfDocument(path)
    try:
        width, height = document[0].get_size()
    finally:
        document.close()
    return round(width / 72 * 25.4), round(height / 72 * 25.4)


def ask_paper(driver) -> tuple[PreviewDialog, PaperDialog]:
    """Open the preview, and from there the question for the paper."""
    driver.menu("print")
    preview = driver.part(PreviewDialog)
    driver.until(preview._print.isEnabled)
    next(b for b in preview.findChildren(QPushButton) if "aper" in b.text()).click()
    return preview, driver.part(PaperDialog)


def click_ok(dialog: PaperDialog) -> None:
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()


def test_the_paper_that_is_chosen_is_previewed_printed_and_exported(open_driver, tmp_path):
    preview, dialog = ask_paper(open_driver)
    sizes = dialog.findChild(QComboBox)
    sizes.setCurrentIndex(sizes.findText("A5"))
    next(b for b in dialog.findChildren(QRadioButton) if "andscape" in b.text()).setChecked(True)
    for box in dialog.findChildren(QDoubleSpinBox):
        box.setValue(25)
    click_ok(dialog)
    open_driver.until(preview._print.isEnabled)
    paper = preview._setting.layout
    whole = paper.fullRect(QPageLayout.Unit.Millimeter)
    assert (round(whole.width()), round(whole.height())) == (210, 148)
    assert paper.margins(QPageLayout.Unit.Millimeter) == QMarginsF(25, 25, 25, 25)
    assert len(preview._setting.pages) > 1

    next(b for b in preview.findChildren(QPushButton) if "PDF" in b.text()).click()
    path = tmp_path / "small.pdf"
    with open_driver.qtbot.waitSignal(open_driver.window._printing.saved):
        open_driver.choose_file(path)
    assert sizes_of(path) == (210, 148)
    _, dialog = ask_paper(open_driver)
    assert dialog.findChild(QComboBox).currentText() == "A5"
    dialog.reject()


def test_margins_leave_room_for_words(open_driver):
    _, dialog = ask_paper(open_driver)
    sizes, boxes = dialog.findChild(QComboBox), dialog.findChildren(QDoubleSpinBox)
    for box in boxes:
        box.setValue(900)
    wide = [box.value() for box in boxes]
    sizes.setCurrentIndex(sizes.findText("A5"))
    narrow = [box.value() for box in boxes]
    assert all(few < many for few, many in zip(narrow, wide, strict=True))
    assert narrow[0] + narrow[1] < 148 * 0.7
    dialog.reject()


def test_paper_is_measured_in_inches_where_these_are_usual(open_driver):
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("en_US"))
        preview, dialog = ask_paper(open_driver)
        assert dialog.findChild(QComboBox).currentText().startswith("Letter")
        boxes = dialog.findChildren(QDoubleSpinBox)
        assert boxes[0].text() == "0.55 in"
        boxes[0].setValue(1)
        click_ok(dialog)
        open_driver.until(preview._print.isEnabled)
        assert preview._setting.layout.margins(QPageLayout.Unit.Inch).left() == 1
        preview.reject()
    finally:
        QLocale.setDefault(before)

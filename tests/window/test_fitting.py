"""Windows and dialogs at first: on the screens of small computers all of them is in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from variorum.window.dialogs import TextDialog
from variorum.window.printing.preview import PreviewDialog

LAPTOP = QSize(1366, 768)
TITLE = 24
"""The least that a desktop puts above a window."""


@pytest.fixture
def _small_screen(monkeypatch):
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(LAPTOP))


def fits(window: QWidget) -> bool:
    return window.width() <= LAPTOP.width() and window.height() + TITLE <= LAPTOP.height()


@pytest.mark.usefixtures("_small_screen")
def test_the_window_and_its_dialogs_fit_on_a_small_screen(open_driver):
    assert fits(open_driver.window)
    open_driver.menu("print")
    preview = open_driver.part(PreviewDialog)
    assert fits(preview)
    open_driver.until(preview._print.isEnabled)
    preview.close()
    for name in ("shortcuts", "marks"):
        open_driver.menu(name)
        dialog = open_driver.part(TextDialog)
        assert fits(dialog)
        dialog.close()
        open_driver.until(lambda: not open_driver.has(TextDialog))

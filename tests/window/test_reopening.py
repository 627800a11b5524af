"""Windows that are closed while they work, and opened again, two hundred times."""

from __future__ import annotations

import gc
import weakref

import pytest
from made import story
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from variorum.readers import Source
from variorum.window.main_window import MainWindow
from variorum.window.settings import Settings

TIMES = 200


@pytest.mark.usefixtures("desktop", "plurals")
def test_closed_in_mid_work_two_hundred_times(qtbot, qapp, store):
    """At each time at another moment: comparing, shown for the first time, searching."""
    texts = [Source.from_text(text, "made.txt") for text in story(40)]
    settings = Settings(store)
    begun = shown = 0
    for time in range(TIMES):
        window = MainWindow(settings)
        window.show()
        window._comparing.start(*texts)
        begun += window._comparing.busy
        for _ in range(time % 8):
            QApplication.processEvents()
        if time % 25 == 24:
            qtbot.waitUntil(lambda comparing=window._comparing: comparing.current is not None)
            shown += 1
        window._finding.ask()
        window._bar._edit.setText("e")
        window._finding._search()
        for _ in range(time % 3):
            QApplication.processEvents()
        window.close()
        assert not window._comparing.busy
        assert not window._finding.busy
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert begun == TIMES
    assert not [w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow)]
    assert shown == TIMES // 25


@pytest.mark.parametrize("by_rows", [False, True])
def test_a_comparison_is_gone_as_soon_as_another_one_is_shown(open_driver, by_rows):
    """Without the collector, which passes over what was there when a comparison ended."""
    if by_rows:
        open_driver.menu("by_rows")
    gc.collect()
    gc.disable()
    try:
        before = weakref.ref(open_driver.window._comparing.current.marks)
        open_driver.menu("reload")
        open_driver.wait_for_comparison()
        open_driver.until(lambda: before() is None)
    finally:
        gc.enable()

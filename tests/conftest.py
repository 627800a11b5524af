"""What all tests share: Qt draws to memory, settings are thrown away, nothing keeps running.

Tests that need a real display start their own (see `tests/window/test_process.py`).
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from patience import PATIENCE

# Before anything of Qt is imported. Of itself that screen is too small for a window of usual size.
_SCREEN = Path(__file__).with_name("screen.json")
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREEN}"

# The same examples each time, so that a check fails for what was changed and not by chance; and no
# time limit, which would fail on a busy machine. Other examples: --hypothesis-profile=search
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _no_leaked_threads() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + PATIENCE
    for thread in set(threading.enumerate()) - before:
        # Qt's own threads appear as dummies, which cannot be joined and end with the program.
        if not isinstance(thread, threading._DummyThread):
            thread.join(max(0.0, deadline - time.monotonic()))
            assert not thread.is_alive(), f"the thread {thread.name} is still running"


@pytest.fixture
def write(tmp_path: Path):
    """Write a text into the test's folder, and say where."""

    def write_text(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_text


def pytest_sessionfinish() -> None:
    """Empty the clipboard: in memory it outlives Python, and crashes over what Python put there."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()

"""The window under test: made with settings of its own, closed after each test."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot
from saved_sessions import desk, opened_anew, save
from shiboken6 import isValid

from patience import PATIENCE, PATIENCE_MS
from variorum.engine import compare
from variorum.window.main_window import MainWindow
from variorum.window.settings import Settings
from variorum.window.translations import EnglishPlurals

LEFT = """The ferry leaves at noon. It carries goats and letters.

Nobody on the quay knew why the bell rang twice.

The captain, a widow from Farrow, kept bees on the upper deck.

In winter the river froze and the ferry rested.
"""

RIGHT = """The ferry leaves at one o'clock. It carries goats and letters.

The captain, a widow from Farrow, kept bees on the upper deck.

In winter the river froze hard and the ferry rested.

A new bridge is planned for the spring of next year.
"""


class PatientBot(QtBot):
    """Waits as long as a busy machine may need."""

    def waitSignal(self, signal, *, timeout: int = PATIENCE_MS, **how):  # noqa: N802 - as there
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitUntil(self, callback, *, timeout: int = PATIENCE_MS):  # noqa: N802 - as there
        super().waitUntil(callback, timeout=timeout)

    def waitExposed(self, widget, *, timeout: int = PATIENCE_MS):  # noqa: N802 - as there
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:  # noqa: ARG001
    """The hands of pytest-qt, with more patience."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def qapp_cls():
    QApplication.setStyle("Fusion")
    return QApplication


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def plurals(qapp: QApplication) -> Iterator[None]:
    translator = EnglishPlurals()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def pair(write) -> tuple[Path, Path]:
    return write("draft.txt", LEFT), write("final.txt", RIGHT)


class Driver:
    """A reader's hands: menus, keys, clicks and file dialogs of a window."""

    def __init__(self, window: MainWindow, qtbot) -> None:
        self.window = window
        self.qtbot = qtbot

    def action(self, name: str) -> QAction:
        action = self.window.findChild(QAction, name)
        assert action is not None, f"there is no action {name}"
        return action

    def menu(self, name: str) -> None:
        """Choose an entry of a menu; a disabled one cannot be chosen."""
        action = self.action(name)
        assert action.isEnabled(), f"{name} is disabled"
        action.trigger()

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        target = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifiers)

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something has happened."""
        self.qtbot.waitUntil(condition)

    def part(self, kind: type[QObject], name: str = ""):
        """The one visible part of a kind."""
        found = [c for c in self.window.findChildren(kind, name or None) if c.isVisible()]
        assert len(found) == 1, f"{len(found)} visible {kind.__name__} {name}"
        return found[0]

    def has(self, kind: type[QObject]) -> bool:
        return any(c.isVisible() for c in self.window.findChildren(kind))

    def choose_file(self, path: Path) -> None:
        """Type a name into the open file dialog and press Enter."""
        self.until(lambda: self.has(QFileDialog))
        dialog = self.part(QFileDialog)
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        edit.setText(str(path))
        self.qtbot.keyClick(edit, Qt.Key.Key_Return)
        self.until(lambda: not self.has(QFileDialog))

    def wait_for_comparison(self) -> None:
        self.until(lambda: not self.window._comparing.busy and self.opened is not None)

    def problem(self) -> QMessageBox:
        """The box that tells of a problem, when it has come up."""
        self.until(lambda: self.has(QMessageBox))
        return self.part(QMessageBox)

    def close_dialogs(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()

    @property
    def opened(self):
        return self.window._comparing.current

    @property
    def view(self):
        return self.window._view

    @property
    def list(self):
        return self.window._list

    @property
    def position(self) -> str:
        return self.window._tool_bar._position.text()


@pytest.fixture
def desktop(qapp: QApplication) -> Iterator[None]:
    """The colours of the desktop, which a window changes, are there again afterwards."""
    palette = QPalette(qapp.palette())
    yield
    qapp.styleHints().unsetColorScheme()
    qapp.setPalette(palette)


@pytest.fixture
def make_driver(qtbot, store, plurals, desktop):  # noqa: ARG001 - the last two set the stage
    """Make windows; each is closed after the test."""

    def make(*files: Path) -> Driver:
        """A window; with a pair of files it was told to open at the start of the program."""
        window = MainWindow(Settings(store))
        qtbot.addWidget(window, before_close_func=discard)
        if files:
            window.open_pair(*files)
        with qtbot.waitExposed(window):
            window.show()
        return Driver(window, qtbot)

    return make


def discard(window: MainWindow) -> None:
    """Let a window close without asking what is to become of its notes."""
    window._discards = True


def running_timers() -> list[QTimer]:
    """The timers that Variorum made; Qt's own run out by themselves."""
    made = (thing for thing in gc.get_objects() if isinstance(thing, QTimer))
    return [timer for timer in made if isValid(timer) and timer.isActive()]


@pytest.fixture
def driver(make_driver) -> Iterator[Driver]:
    driver = make_driver()
    yield driver
    driver.close_dialogs()
    discard(driver.window)
    driver.window.close()
    # A timer that goes on and on after the window has closed is a leak.
    driver.until(lambda: not running_timers())


@pytest.fixture
def open_driver(driver: Driver, pair) -> Driver:
    """A window on the two texts above."""
    driver.window.open_pair(*pair)
    driver.wait_for_comparison()
    return driver


@pytest.fixture
def judged(open_driver: Driver) -> Driver:
    """A window at the first change, which has got the verdict “question”."""
    open_driver.window.activateWindow()
    open_driver.view.setFocus()
    open_driver.menu("first_change")
    open_driver.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    return open_driver


@pytest.fixture
def saved(judged: Driver, tmp_path: Path) -> Path:
    """The session of that window, saved."""
    return save(judged, tmp_path / "work.variorum")


@pytest.fixture
def overtaken(saved: Path, judged: Driver, make_driver) -> Path:
    """A session that was saved in another window, too, while that one has more to say."""
    other = opened_anew(make_driver, saved)
    other.menu("verdict_2")
    with other.qtbot.waitSignal(desk(other).keeping.saved):
        other.menu("save_session")
    judged.menu("verdict_1")
    judged.menu("save_session")
    judged.until(lambda: judged.has(QMessageBox))
    assert "“work.variorum” has been saved elsewhere" in judged.part(QMessageBox).text()
    return saved


class SlowEngine:
    """The real engine behind a gate: it waits inside the comparison until it is let go."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.gate = threading.Event()
        self.stopped = threading.Event()
        self.released = threading.Event()
        self.released.set()
        self.left = threading.Event()
        self.names: list[tuple[str, str]] = []
        self.focus: list[object] = []
        self.give_partial = False

    def __call__(self, left, right, *, progress, cancelled, partial, focus, **rest):
        self.names.append((left.name, right.name))
        progress(0.5, "aligning sentences")
        if self.give_partial:
            partial(_unfinished(compare(left, right)))
        self.entered.set()
        while not self.gate.wait(0.002):
            self.focus.append(focus())
            if cancelled():
                self.stopped.set()
                self.released.wait(PATIENCE)
                break
        self.left.set()
        return compare(
            left,
            right,
            progress=progress,
            cancelled=cancelled,
            partial=partial,
            focus=focus,
            **rest,
        )


def _unfinished(comparison):
    from dataclasses import replace  # noqa: PLC0415

    return replace(comparison, complete=False)


@pytest.fixture
def slow(monkeypatch):
    engine = SlowEngine()
    monkeypatch.setattr("variorum.window.tasks.compare", engine)
    yield engine
    engine.gate.set()
    engine.released.set()

"""The real program is started, used and ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from real_program import Display, environment_on, needs_x11, started, wait_until

from patience import PATIENCE
from variorum.version import VERSION
from variorum.window.theme import make_theme

pytestmark = needs_x11


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Display]:
    display = Display(tmp_path)
    yield display
    display.close()


@pytest.fixture
def environment(display: Display, tmp_path: Path) -> dict[str, str]:
    return environment_on(display, tmp_path)


def test_two_files_from_the_command_line(display, environment, pair):
    theme = make_theme(dark=False)
    with started(["-m", "variorum", *map(str, pair)], environment) as process:
        # The marks of both sides are on the screen.
        for colour in (theme.left.mark, theme.right.mark, theme.left.wash, theme.right.wash):
            wait_until(lambda colour=colour: display.count(colour) > 100, process)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == -signal.SIGINT
    assert (out, err) == ("", "")


DRIVER = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from variorum.__main__ import main
from variorum.window.main_window import MainWindow

keep_running = QApplication.exec

def drive():
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    if window._comparing.current is None or not window.isActiveWindow():
        window.activateWindow()  # there is no window manager that would do it
        return QTimer.singleShot(20, drive)
    QTest.keyClick(window, Qt.Key.Key_F8)
    print(window._view.current_change(), window._tool_bar._position.text())
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)

def run():
    QTimer.singleShot(0, drive)
    return keep_running()

QApplication.exec = staticmethod(run)
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.usefixtures("display")
def test_it_is_used_and_quit_by_keys(environment, pair):
    with started(["-c", DRIVER, *map(str, pair)], environment) as process:
        out, err = process.communicate(timeout=PATIENCE)
    assert err == ""
    assert out.startswith("1 1 of ")
    assert process.returncode == 0
    assert list(Path(environment["XDG_CONFIG_HOME"]).rglob("Variorum.conf"))


def run_bare(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program where there is no display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return subprocess.run(
        [sys.executable, "-m", "variorum", *arguments],
        env={k: v for k, v in os.environ.items() if k not in hidden},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def test_version_and_help_need_no_display():
    version = run_bare("--version")
    assert (version.returncode, version.stdout) == (0, f"variorum {VERSION}\n")
    helped = run_bare("--help")
    assert helped.returncode == 0
    assert "variorum compare" in helped.stdout


def test_without_a_display_it_says_what_to_do(pair):
    done = run_bare(*map(str, pair))
    assert done.returncode == 2
    assert "no display" in done.stderr
    assert "variorum compare" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_three_files_are_too_many():
    done = run_bare("a", "b", "c")
    assert done.returncode == 2
    assert "3" in done.stderr


def test_the_command_line_is_reached(pair):
    done = run_bare("compare", *map(str, pair))
    assert done.returncode == 1
    assert done.stdout
    assert done.stderr == ""


HASTE = """
import atexit, builtins, gc
usual = builtins.__import__
from variorum.app import Haste
haste = Haste()
assert not gc.isenabled()
haste.status = 0
haste.import_qt()
assert builtins.__import__ is usual
haste.is_up()
assert gc.isenabled()
haste.status = 3
atexit.register(print, "the others first", end="")
"""


def test_the_process_starts_and_ends_in_haste_and_with_the_status_of_the_window():
    found = subprocess.run(
        [sys.executable, "-c", HASTE], capture_output=True, text=True, timeout=60, check=False
    )
    assert (found.returncode, found.stdout, found.stderr) == (3, "the others first", "")


WITHOUT_A_CONSOLE = """
import sys
from variorum.app import Haste
errors = sys.stderr
sys.stdout = sys.stderr = None
haste = Haste()
haste.status = 3
sys.unraisablehook = lambda told: errors.write(repr(told.exc_value))
"""


def test_the_process_ends_in_haste_without_a_console_too():
    found = subprocess.run(
        [sys.executable, "-c", WITHOUT_A_CONSOLE], capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stderr) == (3, "")


DEAD_DISK = """
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from variorum.__main__ import main
from variorum.window import tasks
from variorum.window.main_window import MainWindow

entered = threading.Event()

def read(*_):
    entered.set()
    threading.Event().wait()

tasks.read_input = read
keep_running = QApplication.exec

def drive():
    if not entered.is_set():
        return QTimer.singleShot(20, drive)
    next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)).close()

def run():
    QTimer.singleShot(0, drive)
    return keep_running()

QApplication.exec = staticmethod(run)
sys.exit(main(sys.argv[1:]))
"""


def test_it_ends_when_it_is_closed_though_a_disk_does_not_answer(environment, pair):
    with started(["-c", DEAD_DISK, *map(str, pair)], environment) as process:
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (0, "", "")


LATE = (
    *("variorum.sessions.drafts", "variorum.readers.sandbox", "variorum.reports.annotated_html"),
    *("variorum.window.printing", "variorum.window.notes_panel", "variorum.window.find.bar"),
    *("variorum.window.dialogs", "variorum.window.pair_dialog", "variorum.window.legend"),
    *("subprocess", "lxml", "chardet"),
)
"""What takes its time to be imported, and is not needed to compare two plain texts."""

STARTED = """
import sys
from variorum.app import Haste
haste = Haste()
haste.status = 0
haste.import_qt()
import variorum.window.main_window
late = [name for name in sys.argv[1:] if getattr(sys.modules.get(name), "__file__", None)]
print(late, flush=True)
"""


def test_nothing_is_imported_before_it_is_wanted():
    command = [sys.executable, "-c", STARTED, *LATE]
    process = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (process.stdout, process.stderr) == ("[]\n", "")

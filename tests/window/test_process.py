"""The real program, as a process of its own, on a real display.

The display is Xvfb, which the tests start themselves; what it shows is read from its memory, as
colours, so that no other tool is needed.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from variorum.version import VERSION
from variorum.window.theme import make_theme

PATIENCE = 30.0
"""Seconds that a slow machine may need to start the program."""

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="Xvfb is for systems with X11"
)


class Display:
    """A screen that nobody sees."""

    def __init__(self, folder: Path) -> None:
        xvfb = shutil.which("Xvfb")
        if xvfb is None:
            pytest.fail("Xvfb is missing: install it (Debian: apt install xvfb)")
        self._memory = folder / "Xvfb_screen0"
        read_end, write_end = os.pipe()
        screen = ["-screen", "0", "1280x800x24", "-fbdir", str(folder)]
        self._process = subprocess.Popen(
            [xvfb, "-displayfd", str(write_end), "-nolisten", "tcp", *screen],
            pass_fds=[write_end],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as numbers:
            number = numbers.readline().strip()
        if not number:
            pytest.fail("Xvfb does not start; try it by hand to see why")
        self.name = f":{number}"

    def count(self, colour: str) -> int:
        """How many points of the screen have a colour, `#rrggbb`."""
        red, green, blue = bytes.fromhex(colour.removeprefix("#"))
        return self._memory.read_bytes().count(bytes((blue, green, red)))

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Display]:
    display = Display(tmp_path)
    yield display
    display.close()


@pytest.fixture
def environment(display: Display, tmp_path: Path) -> dict[str, str]:
    """The variables of the program: the display, and settings of its own."""
    kept = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
    return {**kept, "DISPLAY": display.name, "XDG_CONFIG_HOME": str(tmp_path / "config")}


def wait_until(condition: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    """Look again and again, as long as the program lives."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "the program shows nothing"
        # What another process draws gives no signal; its end does, and is waited for meanwhile.
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.02)
            pytest.fail(f"the program ended with {process.returncode}: {process.communicate()}")


@contextmanager
def started(arguments: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """The program; it is over afterwards, whatever happened."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


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

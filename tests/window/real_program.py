"""The real program, as a process of its own, on a real display.

The display is Xvfb, which the tests start themselves; what it shows is read from its memory, as
colours, so that no other tool is needed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from patience import PATIENCE

needs_x11 = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="no X11 for Xvfb there")


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


def environment_on(display: Display, folder: Path) -> dict[str, str]:
    """The variables of the program: the display, and settings of its own in a folder."""
    kept = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
    return {**kept, "DISPLAY": display.name, "XDG_CONFIG_HOME": str(folder / "config")}


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

#!/usr/bin/env python3
"""Makes the pictures of the README anew: `python3 packaging/screenshots.py [FOLDER]`.

Starts the program as its users do, on a display that nobody sees (Xvfb), and takes the picture of
its window (ImageMagick's `import`), so that the README shows what the program shows. Runs in the
environment that `test.py` makes, or in another one that has Variorum. Imports the standard library
only; pictures count device pixels.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Dict, Iterator, NamedTuple, Sequence, Tuple

from bootstrap import environment, session
from bootstrap.places import CHECKOUT
from bootstrap.programs import become
from bootstrap.words import SetupError, complain, say

PICTURES = CHECKOUT / "packaging" / "pictures"
SAMPLES = CHECKOUT / "resources" / "samples"
SAMPLE = (SAMPLES / "original.txt", SAMPLES / "reworded.txt")

TOOLS = {"Xvfb": "xvfb", "import": "imagemagick", "xdotool": "xdotool"}
"""The programs that are needed, and the Debian packages that have them."""

PATIENCE = 30.0
"""Seconds that a slow machine may need to show something."""
STILL = 0.6
"""Seconds that the screen must stay the same until it is taken for finished."""
STEP = 0.1
"""Seconds between two looks."""


class Picture(NamedTuple):
    """One picture to be made."""

    name: str
    texts: Tuple[Path, Path]
    size: Tuple[int, int]
    """Of the window."""
    scheme: str
    """`light` or `dark`."""
    keys: Tuple[str, ...]
    """What is pressed before, as xdotool names it."""


ALL = (Picture("window.png", SAMPLE, (1280, 800), "light", ("F8", "F8", "F8", "F8")),)


def main(arguments: Sequence[str]) -> int:
    """Make all pictures; the exit status."""
    parser = argparse.ArgumentParser(prog="screenshots.py", description="Make the pictures anew.")
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=PICTURES,
        help="where to put them (default: packaging/pictures)",
    )
    folder: Path = parser.parse_args(arguments).folder
    if not _has_program():
        return _become_complete(arguments)
    _insist_on_tools()
    folder.mkdir(parents=True, exist_ok=True)
    for picture in ALL:
        _make(picture, folder / picture.name)
        say("Made %s" % (folder / picture.name))
    return 0


def _has_program() -> bool:
    command = [sys.executable, "-P", "-c", "import variorum, PySide6"]
    return subprocess.call(command, stderr=subprocess.DEVNULL) == 0


def _become_complete(arguments: Sequence[str]) -> int:
    place = environment.find("dev")
    if place is None:
        complain("The pictures need the environment that this makes:")
        complain("  python3 %s" % Path("packaging", "test.py"))
        return session.TROUBLE
    return become([place.python, str(Path(__file__).absolute()), *arguments])


def _insist_on_tools() -> None:
    missing = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    if missing:
        raise SetupError(
            "The pictures are taken with programs that are missing.\n"
            "On Debian and Ubuntu: sudo apt-get install " + " ".join(missing)
        )


def _make(picture: Picture, target: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        _write_settings(home, picture)
        with _display(picture.size, home) as display, _program(picture, home, display):
            title = " – ".join(text.name for text in picture.texts)
            window = _wait_for_window(title, display)
            width, height = map(str, picture.size)
            _tell(["windowmove", window, "0", "0"], display)
            _tell(["windowsize", window, width, height], display)
            _tell(["windowfocus", window], display)
            _wait_until_still(home / "before.png", display)
            for key in picture.keys:
                _tell(["key", key], display)
            # Away from everything that answers to the mouse.
            _tell(["mousemove", width, height], display)
            shutil.copyfile(str(_wait_until_still(home / "after.png", display)), str(target))


def _write_settings(home: Path, picture: Picture) -> None:
    folder = home / "Variorum"
    folder.mkdir()
    settings = "[view]\nscheme=%s\n" % picture.scheme
    (folder / "Variorum.conf").write_text(settings, encoding="utf-8")


@contextmanager
def _display(size: Tuple[int, int], home: Path) -> Iterator[Dict[str, str]]:
    """The variables for a program on a screen of its own, as large as the window."""
    read_end, write_end = os.pipe()
    screen = "%dx%dx24" % size
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-nolisten", "tcp", "-screen", "0", screen],
        pass_fds=[write_end],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        os.close(write_end)
        with os.fdopen(read_end) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise SetupError("Xvfb does not start. Try it by hand to see why.")
        others = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR")
        kept = {key: value for key, value in os.environ.items() if key not in others}
        kept.update(DISPLAY=":" + number, XDG_CONFIG_HOME=str(home), LC_ALL="C.UTF-8")
        yield kept
    finally:
        server.terminate()
        server.wait(PATIENCE)


@contextmanager
def _program(picture: Picture, home: Path, display: Dict[str, str]) -> Iterator[None]:
    """Variorum on its texts; it is over afterwards."""
    command = [sys.executable, "-P", "-m", "variorum", *map(str, picture.texts)]
    process = subprocess.Popen(command, env=display, cwd=str(home))
    try:
        yield
        if process.poll() is not None:
            raise SetupError("The program ended before its picture was taken.")
    finally:
        process.kill()
        process.wait(PATIENCE)


def _wait_for_window(title: str, display: Dict[str, str]) -> str:
    """The number of the window, as soon as its title says that the texts are compared."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title],
            env=display,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if found.stdout.split():
            return found.stdout.split()[0].decode()
        time.sleep(STEP)
    raise SetupError("The program shows no window with the texts.")


def _wait_until_still(shot: Path, display: Dict[str, str]) -> Path:
    """A picture of the screen, taken when nothing has changed on it for a while."""
    deadline = time.monotonic() + PATIENCE
    since, before = time.monotonic(), b""
    while time.monotonic() < deadline:
        # The date would make each picture another one.
        command = ["import", "-window", "root", "-strip", "-define", "png:exclude-chunks=date,time"]
        subprocess.check_call([*command, str(shot)], env=display)
        now = shot.read_bytes()
        if now != before:
            since, before = time.monotonic(), now
        elif time.monotonic() - since > STILL:
            return shot
        time.sleep(STEP)
    raise SetupError("The screen never stands still.")


def _tell(words: Sequence[str], display: Dict[str, str]) -> None:
    subprocess.check_call(["xdotool", *words], env=display, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(session.run(__file__, sys.argv[1:], main))

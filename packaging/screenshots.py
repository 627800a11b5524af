#!/usr/bin/env python3
"""Makes the pictures of the README anew: `python3 packaging/screenshots.py [--only NAME] [FOLDER]`.

Starts the program as its users do, on a display that nobody sees (Xvfb), and takes the picture of
its window (ImageMagick's `import`), so that the README shows what the program shows; the annotated
page is shown by Chromium. Runs in the environment that `test.py` makes, or in another one that has
Variorum. Imports the standard library only; pictures count device pixels.
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
from typing import Dict, Iterator, NamedTuple, Optional, Sequence, Tuple

from bootstrap import environment, session
from bootstrap.places import CHECKOUT
from bootstrap.programs import become
from bootstrap.words import SetupError, complain, say

PICTURES = CHECKOUT / "packaging" / "pictures"
SAMPLES = CHECKOUT / "resources" / "samples"
SAMPLE = (SAMPLES / "original.txt", SAMPLES / "reworded.txt")

TOOLS = {
    "Xvfb": "xvfb",
    "import": "imagemagick",
    "convert": "imagemagick",
    "xdotool": "xdotool",
    "chromium": "chromium",
}
"""The programs that are needed, and the Debian packages that have them."""

PATIENCE = 30.0
"""Seconds that a slow machine may need to show something."""
STILL = 0.6
"""Seconds that the screen must stay the same until it is taken for finished."""
COLOURS = 160
"""Of a picture."""
STEP = 0.1
"""Seconds between two looks."""


class Picture(NamedTuple):
    """One picture to be made."""

    name: str
    size: Tuple[int, int]
    """Of the window, in pixels at 100 per cent."""
    steps: Tuple[str, ...] = ()
    """What is pressed before, as xdotool names it; words to type begin with `TYPE`.

    In the end the keys must be where no caret blinks: the screen has to stand still.
    """
    texts: Tuple[Path, Path] = SAMPLE
    settings: str = "scheme=light"
    """What the reader has chosen before, as the program remembers it."""
    scale: int = 1
    """Device pixels for each pixel."""


TYPE = "type "


def _texts(name: str) -> Tuple[Path, Path]:
    folder = PICTURES / "texts"
    return folder / (name + "-1.txt"), folder / (name + "-2.txt")


_FOURTH = ("F8", "F8", "F8", "F8")
ALL = (
    Picture("window.png", (1280, 800), _FOURTH),
    Picture("dark.png", (1280, 800), _FOURTH, settings="scheme=dark"),
    Picture("colour-blind.png", (1280, 800), _FOURTH, settings="palette=colour-blind\nface=sans"),
    Picture("double.png", (900, 560), _FOURTH[:3], scale=2),
    Picture("narrow.png", (600, 760), _FOURTH, settings="scheme=light\nchange_list=hidden"),
    Picture("wide.png", (1800, 760), _FOURTH),
    Picture("peek.png", (1280, 800), ("F8", *_FOURTH, "F8", "alt+shift+p")),
    Picture("find.png", (1280, 800), ("ctrl+f", TYPE + "ferry", "F3", "F3", "F6")),
    Picture("arabic.png", (1280, 800), ("F8", "F8"), texts=_texts("arabic")),
    Picture("chinese.png", (1280, 800), ("F8", "F8"), texts=_texts("chinese")),
)

PAGE = "page.png"
"""The picture of the annotated page of the sample."""
PAGE_SIZE = (1280, 1180)
WRITTEN = 1_791_000_000
"""When the texts of that page are said to be written, in seconds since 1970: always the same."""


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
    parser.add_argument("--only", metavar="NAME", help="make this one: window.png, dark.png …")
    chosen = parser.parse_args(arguments)
    folder: Path = chosen.folder
    only: Optional[str] = chosen.only
    if not _has_program():
        return _become_complete(arguments)
    _insist_on_tools()
    folder.mkdir(parents=True, exist_ok=True)
    for picture in ALL:
        if only not in (None, picture.name):
            continue
        _make(picture, folder / picture.name)
        say("Made %s" % (folder / picture.name))
    if only in (None, PAGE):
        _make_page(folder / PAGE)
        say("Made %s" % (folder / PAGE))
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
    missing = {package for tool, package in TOOLS.items() if shutil.which(tool) is None}
    if missing:
        raise SetupError(
            "The pictures are taken with programs that are missing.\n"
            "On Debian and Ubuntu: sudo apt-get install " + " ".join(sorted(missing))
        )


def _make(picture: Picture, target: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        _write_settings(home, picture)
        size = (picture.size[0] * picture.scale, picture.size[1] * picture.scale)
        with _display(size, home) as display, _program(picture, home, display):
            title = " – ".join(text.name for text in picture.texts)
            window = _wait_for_window(title, display)
            width, height = map(str, size)
            _tell(["windowmove", window, "0", "0"], display)
            _tell(["windowsize", window, width, height], display)
            _tell(["windowfocus", window], display)
            # Away from everything that answers to the mouse.
            _tell(["mousemove", width, height], display)
            _wait_until_still(home / "before.png", display)
            for step in picture.steps:
                words = step[len(TYPE) :] if step.startswith(TYPE) else ""
                _tell(["type", words] if words else ["key", step], display)
            _make_small(_wait_until_still(home / "after.png", display), target)


def _make_page(target: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        texts = [shutil.copy(str(text), name) for text in SAMPLE]
        for text in texts:
            os.utime(text, (WRITTEN, WRITTEN))
        page, shot = home / "page.html", home / "page.png"
        compare = [sys.executable, "-P", "-m", "variorum", "compare", *texts]
        settings = dict(os.environ, TZ="UTC", HOME=name)
        # The exit status says that the texts differ.
        subprocess.call([*compare, "--html", str(page)], env=settings)
        browser = ["chromium", "--headless", "--hide-scrollbars", "--virtual-time-budget=3000"]
        if os.geteuid() == 0:
            browser.append("--no-sandbox")
        size = "--window-size=%d,%d" % PAGE_SIZE
        subprocess.check_call(
            [*browser, size, "--screenshot=" + str(shot), page.as_uri()],
            env=settings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _make_small(shot, target)


def _make_small(shot: Path, target: Path) -> None:
    """Write a picture in few colours: text on paper needs no more, and takes a third of the room.

    One colour for each point, not a pattern of two, so that edges stay sharp.
    """
    few = ["+dither", "-colors", str(COLOURS), "-define", "png:compression-level=9"]
    plain = ["-strip", "-define", "png:exclude-chunks=date,time", "PNG8:" + str(target)]
    subprocess.check_call(["convert", str(shot), *few, *plain])


def _write_settings(home: Path, picture: Picture) -> None:
    folder = home / "Variorum"
    folder.mkdir()
    settings = "[view]\n%s\n" % picture.settings
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
        # Settings and drafts of its own, so that nothing of the user's is shown or touched.
        kept.update(DISPLAY=":" + number, XDG_CONFIG_HOME=str(home), XDG_DATA_HOME=str(home))
        kept.update(LC_ALL="C.UTF-8")
        yield kept
    finally:
        server.terminate()
        server.wait(PATIENCE)


@contextmanager
def _program(picture: Picture, home: Path, display: Dict[str, str]) -> Iterator[None]:
    """Variorum on its texts; it is over afterwards."""
    command = [sys.executable, "-P", "-m", "variorum", *map(str, picture.texts)]
    settings = dict(display, QT_SCALE_FACTOR=str(picture.scale))
    process = subprocess.Popen(command, env=settings, cwd=str(home))
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

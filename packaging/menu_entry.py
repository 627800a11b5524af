#!/usr/bin/env python3
"""Puts Variorum among the programs of a Linux desktop: `python3 packaging/menu_entry.py`.

Sessions are then known by their name and picture, and open with a double click; texts offer
Variorum under “Open With”. `--remove` takes all of it away. With `--into FOLDER` the same is laid
out for a package of a distribution, whose `variorum` is on the search path. Imports the standard
library only; read by Python 3.6. Qt, which draws the icons, is asked in the program's environment.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Dict, List, Sequence

from bootstrap import session
from bootstrap.debian import Installer
from bootstrap.places import CHECKOUT
from bootstrap.programs import run_quietly
from bootstrap.words import SetupError, say

PARTS = CHECKOUT / "packaging" / "linux"

SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
"""Of the icons, in pixels: those that panels, menus and file managers ask for."""

PICTURES = {
    "apps/variorum": CHECKOUT / "resources" / "icons" / "variorum.svg",
    "mimetypes/application-x-variorum-session": PARTS / "session.svg",
}
"""What the icons are drawn from, by their place within the folder of a size."""

SCALED = {"icons/hicolor/scalable/%s.svg" % name: source for name, source in PICTURES.items()}
"""The icons for whoever draws them in any size."""

COPIES = {
    "mime/packages/variorum.xml": PARTS / "variorum.xml",
    "metainfo/variorum.metainfo.xml": PARTS / "variorum.metainfo.xml",
}
"""What is put into the folder of shared data as it is."""

ENTRY = "applications/variorum.desktop"

INDEXES = (
    ("update-mime-database", "mime"),
    ("update-desktop-database", "applications"),
)
"""What has to look through a folder of shared data when something in it has changed."""

DRAW = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
for picture, size, file in zip(*[iter(sys.argv[1:])] * 3):
    image = QImage(int(size), int(size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(picture).render(painter)
    painter.end()
    if not image.save(file):
        sys.exit(1)
"""
"""Draws pictures in sizes into files, three arguments each."""

DRAWING_SECONDS = 60.0


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for; the exit status."""
    parser = argparse.ArgumentParser(
        prog="menu_entry.py",
        description="Put Variorum among the programs of a Linux desktop.",
    )
    parser.add_argument("--remove", action="store_true", help="take it away again")
    parser.add_argument(
        "--into",
        metavar="FOLDER",
        help="a folder of shared data, as /usr/share, for a package; your own otherwise",
    )
    parser.add_argument(
        "--program",
        metavar="FILE",
        help="the variorum to start; otherwise that of this folder, or, with --into, the one on the"
        " search path",
    )
    given = parser.parse_args(arguments)
    if not sys.platform.startswith("linux"):
        raise SetupError("Entries of menus are made on Linux only.")
    data = Path(given.into).absolute() if given.into else own_data()
    if given.remove:
        remove(data)
        say("Variorum is no longer among the programs of the desktop.")
    else:
        place = session.get_ready("", Installer(), list)
        program = given.program or ("" if given.into else str(place.scripts / "variorum"))
        install(data, place.python, program)
        say("Variorum is among the programs of the desktop now. This takes it away again:")
        say("  python3 %s --remove" % Path("packaging", "menu_entry.py"))
    if not given.into:
        refresh(data)
    return 0


def own_data() -> Path:
    """The user's own folder of shared data; a relative one is to be ignored, says XDG."""
    given = os.environ.get("XDG_DATA_HOME", "")
    return Path(given) if given.startswith("/") else Path.home() / ".local" / "share"


def install(data: Path, python: str, program: str) -> None:
    """Put everything into a folder of shared data.

    Args:
        data: the folder; made where it is not there.
        python: an interpreter that has Qt, which draws the icons.
        program: what is started, a file; empty: the one on the search path.

    Raises:
        SetupError: the icons cannot be drawn, or the program is not there.
        OSError: a file cannot be written.
    """
    if program and shutil.which(program) is None:
        raise SetupError("There is no program %s." % program)
    with tempfile.TemporaryDirectory() as folder:
        drawn = draw(python, Path(folder))
        files = {**COPIES, **SCALED, **drawn}
        for target in (*files, ENTRY):
            (data / target).parent.mkdir(parents=True, exist_ok=True)
        for target, source in files.items():
            shutil.copyfile(str(source), str(data / target))
    whole = Path(program).absolute() if os.sep in program else program
    (data / ENTRY).write_text(entry(str(whole)), encoding="utf-8")


def icons(size: int) -> Dict[str, Path]:
    """The icons of a size: where they go, and what they are drawn from."""
    folder = "icons/hicolor/%dx%d" % (size, size)
    return {"%s/%s.png" % (folder, name): source for name, source in PICTURES.items()}


def draw(python: str, folder: Path) -> Dict[str, Path]:
    """Draw the icons in all sizes into a folder.

    Returns:
        Where they go, and the files.

    Raises:
        SetupError: Qt cannot draw them.
    """
    drawn: Dict[str, Path] = {}
    arguments: List[str] = []
    for size in SIZES:
        for target, source in icons(size).items():
            drawn[target] = folder / ("%d.png" % len(drawn))
            arguments += [str(source), str(size), str(drawn[target])]
    outcome = run_quietly([python, "-P", "-c", DRAW, *arguments], DRAWING_SECONDS)
    if outcome.status != 0:
        raise SetupError("The icons could not be drawn:\n%s" % "\n".join(outcome.tail[-5:]))
    return drawn


def entry(program: str) -> str:
    """The desktop entry, that starts this program; empty: the one on the search path."""
    text = (PARTS / "variorum.desktop").read_text(encoding="utf-8")
    if not program:
        return text
    text = text.replace("\nExec=variorum ", "\nExec=%s " % quoted(program))
    return text.replace("\nTryExec=variorum\n", "\nTryExec=%s\n" % program.replace("\\", r"\\"))


def quoted(argument: str) -> str:
    """A word of a command as desktop entries have it.

    Within quotes some signs bear a backslash, says the Desktop Entry Specification; each backslash
    is doubled again as in any value; and a percent sign begins a field, unless it is doubled.
    """
    inner = "".join("\\" + sign if sign in '"`$\\' else sign for sign in argument)
    return '"%s"' % inner.replace("\\", r"\\").replace("%", "%%")


def remove(data: Path) -> None:
    """Take away what `install` put into a folder of shared data, and nothing else."""
    drawn = [target for size in SIZES for target in icons(size)]
    for target in (ENTRY, *COPIES, *SCALED, *drawn):
        file = data / target
        if file.exists():
            file.unlink()


def refresh(data: Path) -> None:
    """Have the desktop look through the folder; what is not installed need not."""
    for program, folder in INDEXES:
        if shutil.which(program) is not None and (data / folder).is_dir():
            run_quietly([program, str(data / folder)], DRAWING_SECONDS)
    theme = data / "icons" / "hicolor"
    if theme.is_dir():
        # A folder that is newer than what the desktop remembers of its icons is looked at again.
        os.utime(str(theme))


if __name__ == "__main__":
    sys.exit(session.run(__file__, sys.argv[1:], main))

#!/usr/bin/env python3
"""Sets everything up and opens Variorum: `python3 packaging/run.py [LEFT RIGHT]`.

Without files it opens the sample. Without a display it compares all the same and saves the
annotated page. Imports the standard library only; read by Python 3.6.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import List, Optional, Sequence, Tuple, Union

from bootstrap import debian, display, session
from bootstrap.debian import Installer, Needs
from bootstrap.places import CHECKOUT, Place
from bootstrap.programs import become, clean_environment
from bootstrap.words import SetupError, complain, say

SAMPLES = CHECKOUT / "resources" / "samples"
SAMPLE = (SAMPLES / "original.txt", SAMPLES / "reworded.txt")

PAGE_SUFFIX = ".annotated.html"

DIFFERENT = 1
"""The exit status of `variorum compare` that says: there are differences, and all went well."""


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for; the exit status."""
    files = _parse(arguments)
    for path in files:
        if not path.exists():
            complain("There is no file %s." % path)
            return session.TROUBLE
    installer = Installer()
    place = session.get_ready("", installer, _libraries)
    if not display.is_claimed():
        say("There is no display here, so no window can open.")
    elif session.can_show(place, installer):
        return become(_program(place, *(files or SAMPLE)))
    else:
        say("%s does not work, so no window can open." % _name_of_display())
    return _save_page(place, files)


def _parse(arguments: Sequence[str]) -> List[Path]:
    parser = argparse.ArgumentParser(
        prog="run.py",
        description="Set Variorum up and open it on two texts, or on the sample.",
        epilog="Without a display the two texts are compared all the same, and the annotated page"
        " is saved beside the right one.",
    )
    parser.add_argument("files", nargs="*", metavar="LEFT RIGHT", help="the two texts to compare")
    files: List[str] = parser.parse_args(arguments).files
    if len(files) > 2:
        parser.error("two texts are compared, not %d" % len(files))
    return [Path(name) for name in files]


def _libraries() -> Needs:
    return debian.missing_libraries(display.libraries()) if display.is_claimed() else []


def _name_of_display() -> str:
    for variable in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        if os.environ.get(variable):
            return "The display (%s=%s)" % (variable, os.environ[variable])
    return "The display"


def _program(place: Place, *arguments: Union[str, Path]) -> List[str]:
    # -P keeps the current folder, which is the user's, out of the search for modules.
    return [place.python, "-P", "-m", "variorum", *map(str, arguments)]


def _save_page(place: Place, files: Sequence[Path]) -> int:
    if len(files) == 1:
        complain("To compare without a window, name two texts.")
        return session.TROUBLE
    left, right = files or SAMPLE
    page = page_for(files)
    _insist_on_writable(page, place)
    say("Comparing all the same.")
    before = _identity(page)
    command = _program(place, "compare", left, right, "--html", page)
    status = subprocess.call(command, env=clean_environment())
    if status not in (0, DIFFERENT):
        return status
    if _identity(page) == before:  # a Python that fails ends with the status of "different", too
        complain("The comparison failed; no page was written.")
        return session.TROUBLE
    say("The annotated page is in\n  %s\nOpen it in any browser." % page.absolute())
    return 0


def page_for(files: Sequence[Path]) -> Path:
    """Where the page goes: beside the right text, in the current folder for the sample."""
    right = files[1] if files else Path(SAMPLE[1].name)
    return right.with_name(right.stem + PAGE_SUFFIX)


def _identity(page: Path) -> Optional[Tuple[int, int]]:
    """What tells a file from another one of the same name; None when there is none."""
    try:
        facts = page.stat()
    except OSError:
        return None
    return facts.st_ino, facts.st_mtime_ns


def _insist_on_writable(page: Path, place: Place) -> None:
    """Raise where the page cannot be written, with a way to have it elsewhere."""
    folder = page.absolute().parent
    if all(os.access(str(p), os.W_OK) for p in (folder, page) if p.exists()):
        return
    if page.parent == Path():
        whose, way = "this folder", "Go to a folder of your own and run the command again"
    else:
        whose, way = "the folder of the right text", "Copy the texts to a folder of your own"
    raise SetupError(
        "The annotated page cannot be written: %s is not yours to write.\n  %s\n"
        "%s, or name another place for the page:\n  %s compare LEFT RIGHT --html PAGE"
        % (whose, folder, way, place.scripts / "variorum")
    )


if __name__ == "__main__":
    sys.exit(session.run(__file__, sys.argv[1:], main))

#!/usr/bin/env python3
"""Brings what can be translated up to date: `python3 packaging/translations.py [--check]`.

Qt's `lupdate` takes all words that the window says from its code into
`resources/translations/variorum_en.ts`, from which translations are made. The English words stay
as they are in the code; only the forms of counted things are written there, by hand: "%Ln word".
Runs in the environment that `test.py` makes. Imports the standard library only.
"""

import argparse
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Optional, Sequence

from bootstrap import environment, session
from bootstrap.places import CHECKOUT
from bootstrap.programs import become, clean_environment
from bootstrap.words import SetupError, complain, say

CODE = CHECKOUT / "desktop" / "variorum" / "window"
FILE = CHECKOUT / "resources" / "translations" / "variorum_en.ts"


def main(arguments: Sequence[str]) -> int:
    """Update the file, or say whether it is up to date; the exit status."""
    parser = argparse.ArgumentParser(prog="translations.py", description="Update translations.")
    parser.add_argument("--check", action="store_true", help="change nothing; 1 if there is need")
    check: bool = parser.parse_args(arguments).check
    tool = _lupdate()
    if tool is None:
        return _become_complete(arguments)
    with tempfile.TemporaryDirectory() as folder:
        updated = Path(folder, FILE.name)
        shutil.copyfile(str(FILE), str(updated))
        _update(tool, updated)
        text = updated.read_text(encoding="utf-8")
    if text == FILE.read_text(encoding="utf-8"):
        return 0
    if check:
        complain("%s is out of date. This mends it:" % FILE.relative_to(CHECKOUT))
        complain("  python3 %s" % Path("packaging", "translations.py"))
        return 1
    FILE.write_text(text, encoding="utf-8")
    say("Updated %s" % FILE.relative_to(CHECKOUT))
    unfinished = text.count("<numerusform></numerusform>") // 2
    if unfinished:
        say("Write the two forms of %d counted things there, by hand." % unfinished)
    return 0


def _lupdate() -> Optional[Path]:
    """Qt's tool, which comes with PySide6; None where that is not there."""
    found = importlib.util.find_spec("PySide6")
    if found is None:
        return None
    name = "lupdate.exe" if sys.platform == "win32" else "lupdate"
    places = (
        Path(folder, *parts, name)
        for folder in found.submodule_search_locations or ()
        for parts in _FOLDERS
    )
    return next((place for place in places if place.exists()), None)


_FOLDERS = ((), ("Qt", "libexec"))
"""Where the tool may be, within PySide6."""


def _become_complete(arguments: Sequence[str]) -> int:
    place = environment.find("dev")
    if place is None:
        complain("This needs the environment that is made by:")
        complain("  python3 %s" % Path("packaging", "test.py"))
        return session.TROUBLE
    return become([place.python, str(Path(__file__).absolute()), *arguments])


def _update(tool: Path, target: Path) -> None:
    code = sorted(str(path) for path in CODE.rglob("*.py"))
    english = ["-source-language", "en", "-target-language", "en"]
    command = [str(tool), "-silent", "-locations", "none", "-no-obsolete", *english]
    done = subprocess.run(
        [*command, *code, "-ts", str(target)],
        env=clean_environment(LC_ALL="C.UTF-8"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0 or done.stdout.strip():
        raise SetupError("lupdate is not content:\n" + done.stdout.decode(errors="replace"))


if __name__ == "__main__":
    sys.exit(session.run(__file__, sys.argv[1:], main))

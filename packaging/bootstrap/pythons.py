"""Which Python runs the set-up: this one, a newer one on the search path, or none.

Imports the standard library only; runs, not merely parses, on Python 3.6.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import List, Optional, Sequence

from bootstrap.programs import become
from bootstrap.words import complain

MINIMUM = (3, 11)
"""The oldest Python that Variorum runs on; `requires-python` in pyproject.toml says the same."""

NEWER = ((3, 14), (3, 13), (3, 12), (3, 11))
"""What is looked for, best first, when the Python at hand is too old."""

_IS_RECENT = "import sys; sys.exit(sys.version_info < %r)" % (MINIMUM,)


def insist_on_recent(script: str, arguments: Sequence[str]) -> None:
    """Go on only with a Python that is recent enough.

    With an older one the script is started again by a newer Python from the search path, which
    takes the place of this process; when there is none, it ends here with exit status 2 and says
    how to get one.
    """
    if sys.version_info >= MINIMUM:
        return
    newer = find_newer()
    if newer is None:
        complain(advice())
        sys.exit(2)
    sys.exit(become([*newer, str(Path(script).absolute()), *arguments]))


def find_newer() -> Optional[List[str]]:
    """The command of a recent Python on the search path, or None.

    Each is really started: a name on the path may be a stub that only says what is missing.
    """
    for version in NEWER:
        for command in _commands(version):
            path = shutil.which(command[0])
            if path is not None and _works([path, *command[1:]]):
                return [path, *command[1:]]
    return None


def advice() -> str:
    """What to do about a Python that is too old."""
    have = "%d.%d" % sys.version_info[:2]
    need = "%d.%d" % MINIMUM
    return "\n".join(
        [
            "Variorum needs Python %s or newer; this is Python %s." % (need, have),
            "How to get one:",
            "  Debian 12, Ubuntu 24.04 and later:  sudo apt-get install python3",
            "  Ubuntu 22.04:  sudo apt-get install python3.11 python3.11-venv",
            "  Fedora:   sudo dnf install python3.13",
            "  macOS:    brew install python@3.13, or the installer from python.org",
            "  Windows:  winget install Python.Python.3.13, or the installer from python.org",
            "Then run the same command again: it finds the new one by itself.",
        ]
    )


def _commands(version: Sequence[int]) -> List[List[str]]:
    number = "%d.%d" % (version[0], version[1])
    if os.name == "nt":
        return [["py", "-" + number], ["python" + number]]
    return [["python" + number]]


def _works(command: Sequence[str]) -> bool:
    try:
        status = subprocess.call(
            [*command, "-c", _IS_RECENT],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=20,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return status == 0

"""Whether a window can open here, found out by really starting Qt in a child process.

Imports the standard library only; read by Python 3.6.

Qt ends the whole process when it cannot start on a display, and a display may be named in the
environment and yet be dead, so nothing less than an attempt tells.
"""

import os
import re
import sys
from pathlib import Path
from typing import List, NamedTuple, Sequence, Tuple

from bootstrap.debian import QT_LIBRARIES, WAYLAND_LIBRARIES, X11_LIBRARIES
from bootstrap.places import Place
from bootstrap.programs import clean_environment, run_quietly

PROBE_SECONDS = 30.0
"""How long Qt may take to start; a display on another computer that is gone never answers."""

PROBE = """
import resource
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
from PySide6 import QtPrintSupport, QtSvg
from PySide6.QtWidgets import QApplication
QApplication([])
"""
"""Starts Qt as the program does; leaves no core file when Qt aborts."""

_NOT_FOUND = re.compile(r"^\s*(\S+) => not found")


class Probe(NamedTuple):
    """What came of an attempt to start Qt."""

    started: bool
    missing: List[str]
    """The libraries that the system lacks, by the names that its loader knows."""


def is_claimed() -> bool:
    """Whether the environment says that there is a display."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(k) for k in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def libraries() -> Tuple[str, ...]:
    """What Qt will load for the display that is claimed."""
    wayland = WAYLAND_LIBRARIES if os.environ.get("WAYLAND_DISPLAY") else ()
    return QT_LIBRARIES + X11_LIBRARIES + wayland


def probe(place: Place) -> Probe:
    """Try to start Qt from an environment on the display that is claimed.

    Windows and macOS always have a display, and Qt brings all that it needs there.
    """
    if sys.platform in ("win32", "darwin"):
        return Probe(started=True, missing=[])
    if run_quietly([place.python, "-c", PROBE], PROBE_SECONDS).status == 0:
        return Probe(started=True, missing=[])
    return Probe(started=False, missing=missing_libraries(place))


def missing_libraries(place: Place) -> List[str]:
    """The libraries that Qt needs for the display that is claimed and that are not there."""
    return missing_for(_loaded_files(place.libraries / "PySide6"))


def missing_for(files: Sequence[Path]) -> List[str]:
    """The libraries that programs and libraries of an environment need and that are not there."""
    there = [str(path) for path in files if path.exists()]
    settings = clean_environment(LC_ALL="C")
    return missing_in(run_quietly(["ldd", *there], PROBE_SECONDS, settings).tail)


def missing_in(lines: List[str]) -> List[str]:
    """The libraries that ldd did not find, sorted; `lines` is what it wrote."""
    found = {match.group(1) for match in map(_NOT_FOUND.match, lines) if match}
    return sorted(found)


def _loaded_files(qt: Path) -> List[Path]:
    modules = ["QtWidgets.abi3.so", "QtPrintSupport.abi3.so", "QtSvg.abi3.so"]
    plugins = ["platforms/libqoffscreen.so", "platforms/libqxcb.so"]
    if os.environ.get("WAYLAND_DISPLAY"):
        plugins += ["platforms/libqwayland.so", "wayland-shell-integration/libxdg-shell.so"]
    return [qt / name for name in modules] + [qt / "Qt" / "plugins" / name for name in plugins]

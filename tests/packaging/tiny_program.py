"""A tiny program to set up instead of Variorum: made in a moment, without a network.

It has a `variorum` that notes how it was called, a `PySide6` that fails as Qt does when its
display is dead, and a `shiboken6` that unpacks its code as the bindings do. The set-up that is
tested is the real one, copied beside it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from patience import PATIENCE

SCRIPTS = Path(__file__).resolve().parents[2] / "packaging"

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["resources"]

[project]
name = "variorum"
version = "1.0"
"""

BACKEND = '''
"""Builds the tiny program with the standard library alone."""

import contextlib, os, socket, zipfile

METADATA = "Metadata-Version: 2.1\\nName: variorum\\nVersion: 1.0\\nProvides-Extra: dev\\n"
WHEEL = "Wheel-Version: 1.0\\nGenerator: tiny\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
NAME = "variorum-1.0-py3-none-any.whl"


def _write(folder, files):
    if os.path.exists("hold"):  # a slow build, until the test lets go of the port that it names
        with open("hold") as file, contextlib.suppress(OSError):
            with socket.create_connection(("127.0.0.1", int(file.read())), 120) as gate:
                gate.recv(1)
    if os.path.exists("breaks"):
        raise SystemExit("the tiny program does not build")
    files["variorum-1.0.dist-info/METADATA"] = METADATA
    files["variorum-1.0.dist-info/WHEEL"] = WHEEL
    files["variorum-1.0.dist-info/RECORD"] = "".join(n + ",,\\n" for n in files)
    with zipfile.ZipFile(os.path.join(folder, NAME), "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)
    return NAME


def _files():
    found = {}
    for parent, _, names in os.walk("desktop"):
        for name in names:
            path = os.path.join(parent, name)
            if path.endswith(".py"):
                found[os.path.relpath(path, "desktop")] = open(path).read()
    return found


def build_wheel(folder, settings=None, metadata=None):
    return _write(folder, _files())


def build_editable(folder, settings=None, metadata=None):
    return _write(folder, {"variorum.pth": os.path.abspath("desktop") + "\\n"})
'''

PROGRAM = '''
"""Notes how it was called, and writes the page that it is asked for."""

import os, sys

print("called:", *sys.argv[1:])
if "--html" in sys.argv:
    if os.environ.get("TINY_FAILS"):
        raise SystemExit(int(os.environ["TINY_FAILS"]))
    with open(sys.argv[sys.argv.index("--html") + 1], "w") as page:
        page.write("a page")
    sys.exit(1)
'''

QT = '''
"""Ends the process where there is no display, as Qt does."""

import os


class QApplication:
    def __init__(self, arguments):
        if os.environ.get("DISPLAY") == ":dead":
            os.abort()
'''

BINDINGS = '''
"""Unpacks its code when it is told to; halfway only if the disk is full."""

import os, pathlib, sysconfig

if os.environ.get("SBK_EMBED") == "0":
    folder = pathlib.Path(sysconfig.get_path("purelib"), "shiboken6", "files.dir")
    folder.mkdir(parents=True)
    (folder / "loader.py").write_text("half")
    if os.environ.get("TINY_FULL"):
        raise OSError("no space left on device")
    (folder / "loader.py").write_text("whole")
'''


@dataclass(frozen=True)
class Checkout:
    """A tiny program with the real set-up beside it."""

    folder: Path
    cache: Path

    @property
    def environment(self) -> Path:
        return self.folder / ".venv"

    def settings(self, **more: str) -> dict[str, str]:
        """The variables of a process without a display, and with a pip that reaches no network."""
        settings = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
            and not name.startswith("PIP_")
        }
        settings |= {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1"}
        return settings | {"XDG_CACHE_HOME": str(self.cache)} | more

    def command(self, script: str, *arguments: str | Path) -> list[str]:
        return [sys.executable, str(self.folder / "packaging" / script), *map(str, arguments)]

    def run(
        self, script: str, *arguments: str | Path, folder: Path | None = None, **settings: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(script, *arguments),
            cwd=folder or self.folder,
            env=self.settings(**settings),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def lay_out(folder: Path) -> Checkout:
    """Write the tiny program and copy the set-up."""
    checkout = folder / "checkout"
    write(
        checkout,
        {
            "pyproject.toml": PYPROJECT,
            "resources/backend.py": BACKEND,
            "README.md": "A tiny program.",
            "LICENSE": "None.",
            "desktop/variorum/__init__.py": "",
            "desktop/variorum/__main__.py": PROGRAM,
            "desktop/shiboken6.py": BINDINGS,
            "desktop/PySide6/__init__.py": "",
            "desktop/PySide6/QtWidgets.py": QT,
            "desktop/PySide6/QtSvg.py": "",
            "desktop/PySide6/QtPrintSupport.py": "",
            "resources/samples/original.txt": "One.",
            "resources/samples/reworded.txt": "Two.",
        },
    )
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(SCRIPTS, checkout / "packaging", ignore=ignored)
    return Checkout(checkout, folder / "cache")


def as_nobody(code: str, scripts: Path = SCRIPTS) -> str:
    """Run code as an ordinary user (root may write anywhere) and return all that it says."""
    before = f"""
import os, sys
sys.stderr = sys.stdout
sys.path.insert(0, {str(scripts)!r})
from pathlib import Path
import run
from bootstrap import environment, places, session
from bootstrap.places import Place
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
"""
    done = subprocess.run(
        [sys.executable, "-c", before + code], capture_output=True, text=True, check=True
    )
    return done.stdout

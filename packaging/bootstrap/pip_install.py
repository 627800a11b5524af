"""Installing the program into its environment with pip, calmly told, and what it means if it fails.

Imports the standard library only; read by Python 3.6. The user's own settings for pip are kept.
"""

import platform
import re
import shutil
import sys
import time
from pathlib import Path
from typing import Dict, Sequence

from bootstrap.places import Place
from bootstrap.programs import Outcome, Record, clean_environment, run_logged
from bootstrap.stamp import PROGRAM, Stamp
from bootstrap.words import SetupError, say

FULL_MB = 20
"""With less free space than this after a failure, the full disk was the reason."""

LARGE_MB = 5.0
"""Files from this size on are announced each on a line of its own when they are fetched."""

QUIET_SECONDS = 8.0
"""How long a download goes on without a word before it is said how far it is."""

_DOWNLOADING = re.compile(r"^\s*Downloading (\S+) \(([\d.]+) (kB|MB|GB)\)")
_INSTALLING = re.compile(r"^Installing collected packages: (.*)")
_NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Temporary failure in name resolution"
    r"|Name or service not known|nodename nor servname|getaddrinfo failed|Network is unreachable"
    r"|Connection refused|ConnectTimeout|Connection timed out|ProxyError|Connection reset"
    r"|ReadTimeout|No route to host"
)
_SUPPORTED = (
    "Variorum runs on Linux with glibc 2.28 or newer, on Windows and on macOS, with a 64-bit"
    " Python 3.11 to 3.14."
)
_NO_CERTIFICATE = re.compile(r"CERTIFICATE_VERIFY_FAILED|TLS CA certificate bundle")
_NOTHING_FOUND = re.compile(r"requirement (\S+).*\(from versions: none\)")
_NOT_FOR_THIS = re.compile(r"No matching distribution found for (\S+)")


def install(place: Place, stamp: Stamp, record: Record) -> None:
    """Install the program and everything that it needs.

    Args:
        place: where its environment is.
        stamp: which extras are wanted, and whether the program shall run from the checkout.
        record: where pip's own words go.

    Raises:
        SetupError: pip failed; the text says why.
        OSError: the program cannot be copied.
    """
    what = "." + ("[%s]" % ",".join(stamp.extras) if stamp.extras else "")
    folder = place.checkout
    if not stamp.in_place:
        folder = place.scratch / "variorum"
        _copy_program(place.checkout, folder)
    command = [place.python, "-m", "pip", "install", "--progress-bar", "off"]
    progress = PipProgress(place.scratch)
    outcome = run_logged(
        command + (["-e", what] if stamp.in_place else [what]),
        record,
        progress.line,
        progress.wait,
        folder=folder,
        settings=_pip_settings(str(place.scratch)),
    )
    if outcome.status != 0:
        raise failure("Installing Variorum's parts failed.", outcome, place, record)


def _copy_program(checkout: Path, folder: Path) -> None:
    folder.mkdir()
    for name in PROGRAM:
        source = checkout / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
            shutil.copytree(str(source), str(folder / name), ignore=ignored)
        elif source.exists():
            shutil.copyfile(str(source), str(folder / name))


def _pip_settings(scratch: str) -> Dict[str, str]:
    """The user's own settings for pip, but for those that would install somewhere else."""
    settings = clean_environment(
        PIP_DISABLE_PIP_VERSION_CHECK="1",
        PIP_NO_INPUT="1",
        PIP_USER="0",
        TMPDIR=scratch,
        TEMP=scratch,
        TMP=scratch,
    )
    for name in ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_DRY_RUN"):
        settings.pop(name, None)
    return settings


def free_mb(folder: Path) -> int:
    """How much space is left where a folder is, in millions of bytes."""
    return shutil.disk_usage(str(folder)).free // 1_000_000


def size_mb(folder: Path) -> int:
    """What the files in a folder hold, in millions of bytes; those that vanish do not count."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.lstat().st_size
        except OSError:
            continue
    return total // 1_000_000


def failure(headline: str, outcome: Outcome, place: Place, record: Record) -> SetupError:
    """The error to raise after a program that worked on an environment has failed."""
    full = free_mb(place.home) < FULL_MB
    reason = explain(outcome.tail, record.log, full=full)
    return SetupError("%s\n%s" % (headline, reason))


def explain(tail: Sequence[str], log: Path, *, full: bool) -> str:
    """Why pip failed, and what to do.

    Args:
        tail: the last lines that it wrote.
        log: where all that it wrote stands.
        full: whether hardly any space is left.
    """
    said = "\n".join(tail)
    if full or "No space left on device" in said or "not enough space on the disk" in said:
        return "The disk is full. Free some space and run the command again."
    if _NO_CERTIFICATE.search(said):
        return (
            "The package index could not be trusted: the system's certificates are missing, too"
            " old, or do not know it.\nOn Debian, install ca-certificates; behind a company's"
            " proxy, let PIP_CERT name its certificate. Then run the command again."
        )
    if _NO_NETWORK.search(said):
        return (
            "There is no network, or it does not let pip through.\n"
            "Connect the computer (or set HTTPS_PROXY to your proxy) and run the command again."
        )
    system = "%s, %s, Python %d.%d" % (sys.platform, platform.machine(), *sys.version_info[:2])
    nothing = _NOTHING_FOUND.search(said)
    if nothing is not None:
        return (
            "pip finds no %s at all: there is no network, its index does not have it, or none is"
            " made for this system (%s).\n%s" % (nothing.group(1), system, _SUPPORTED)
        )
    absent = _NOT_FOR_THIS.search(said)
    if absent is not None:
        return "There is no %s made for this system (%s).\n%s" % (
            absent.group(1),
            system,
            _SUPPORTED,
        )
    errors = [line for line in tail if "ERROR" in line or "rror:" in line] or list(tail)
    return "It said:\n%s\nThe whole is in %s" % (
        "\n".join("  " + line.strip() for line in errors[-6:]),
        log,
    )


class PipProgress:
    """Says calmly what pip is fetching and how far it is."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._fetching = ""
        self._size = 0.0
        self._before = 0
        self._next = 0.0
        self._warned = False

    def line(self, text: str) -> None:
        """Take notice of a line of pip's."""
        if "Retrying (" in text and not self._warned:
            self._warned = True
            say("  the network does not answer; trying again")
        started = _DOWNLOADING.match(text)
        if started is not None:
            self._start(*started.groups())
        elif text.strip():
            self._fetching = ""
        installing = _INSTALLING.match(text)
        if installing is not None:
            say("  installing %d packages" % len(installing.group(1).split(",")))

    def wait(self) -> None:
        """Say how far a long download is, now and then."""
        if not self._fetching or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + QUIET_SECONDS
        done = min(self._size, size_mb(self._scratch) - self._before)
        say("    %d of %d MB" % (max(0, done), round(self._size)))

    def _start(self, file: str, amount: str, unit: str) -> None:
        size = float(amount) * {"kB": 0.001, "MB": 1.0, "GB": 1000.0}[unit]
        if file.endswith(".metadata") or size < LARGE_MB:
            self._fetching = ""
            return
        parts = file.rsplit("/", 1)[-1].split("-")
        self._fetching = " ".join(parts[:2]).replace("_", "-")
        self._size = size
        self._before = size_mb(self._scratch)
        self._next = time.monotonic() + QUIET_SECONDS
        say("  fetching %s (%d MB)" % (self._fetching, round(size)))

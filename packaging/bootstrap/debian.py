"""What the system must have, and how Debian and its relatives get it.

Imports the standard library only; read by Python 3.6.

Libraries are told by the names that the loader knows (`libGL.so.1`), since the names of their
packages differ between releases: Debian 13 and Ubuntu 24.04 renamed some of them with `t64`.
"""

import os
import re
import shlex
import shutil
import sys
import time
from pathlib import Path
from typing import Dict, Iterable, List, Sequence, Tuple

from bootstrap.programs import (
    Outcome,
    Record,
    clean_environment,
    run_in_terminal,
    run_logged,
    run_quietly,
)
from bootstrap.words import SetupError, ignore, say

Needs = List[Tuple[str, ...]]
"""Packages to install; each by the names that it may have, best first."""

QT_LIBRARIES = (
    "libEGL.so.1",
    "libGL.so.1",
    "libX11.so.6",
    "libdbus-1.so.3",
    "libfontconfig.so.1",
    "libfreetype.so.6",
    "libglib-2.0.so.0",
    "libxkbcommon.so.0",
)
"""What Qt loads even without a display."""

X11_LIBRARIES = (
    "libX11-xcb.so.1",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-randr.so.0",
    "libxcb-render-util.so.0",
    "libxcb-render.so.0",
    "libxcb-shape.so.0",
    "libxcb-shm.so.0",
    "libxcb-sync.so.1",
    "libxcb-util.so.1",
    "libxcb-xfixes.so.0",
    "libxcb-xkb.so.1",
    "libxcb.so.1",
    "libxkbcommon-x11.so.0",
)
"""What Qt's plugin for X11 loads besides."""

WAYLAND_LIBRARIES = ("libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1")
"""What Qt's plugin for Wayland loads besides."""

_IRREGULAR = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libz.so.1": "zlib1g",
}
"""Libraries whose packages are not named by the rule of Debian's policy manual, section 8.1."""

CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
DEFAULT_PYTHON = Path("/usr/bin/python3")
APT = "apt-get"
QUIET_SECONDS = 10.0
"""How long apt-get works without a word before it is said how far it is."""

_NO_NETWORK = re.compile(
    r"Temporary failure resolving|Could not resolve|Could not connect|Network is unreachable"
    r"|Connection refused|Connection timed out|Unable to connect"
)
_PROGRESS = re.compile(r"^(dl|pm)status:[^:]*:(\d+)")


def has_apt() -> bool:
    """Whether this system installs its packages with apt-get."""
    return sys.platform.startswith("linux") and shutil.which(APT) is not None


def packages_of_library(soname: str) -> Tuple[str, ...]:
    """The names that the package of a library may have, the usual one first.

    Debian's policy names it after the soname, in small letters, with a hyphen between a name that
    ends in a digit and the version: libxcb-icccm.so.4 is in libxcb-icccm4, libX11.so.6 in
    libx11-6. The change to 64-bit times appended t64 to some.
    """
    name = _IRREGULAR.get(soname)
    if name is None:
        stem, _, version = soname.lower().partition(".so")
        version = version.lstrip(".")
        name = stem + ("-" if stem[-1:].isdigit() and version else "") + version
    return (name, name + "t64")


def missing_for_environment() -> Needs:
    """The packages without which no environment can be made here."""
    try:
        import ensurepip  # noqa: F401, PLC0415 - only whether it is there matters
        import venv  # noqa: F401, PLC0415 - the same
    except ImportError:
        versioned = "python%d.%d-venv" % sys.version_info[:2]
        ours = Path(sys.executable).resolve() == DEFAULT_PYTHON.resolve()
        return [("python3-venv", versioned) if ours else (versioned,)]
    return []


def missing_certificates() -> Needs:
    """The package of the certificates by which the network's servers are known."""
    return [] if CERTIFICATES.exists() else [("ca-certificates",)]


def missing_libraries(sonames: Iterable[str]) -> Needs:
    """The packages of those libraries that the system's loader does not know."""
    outcome = run_quietly(["/sbin/ldconfig", "-p"], 20, clean_environment(LC_ALL="C"))
    if outcome.status != 0:
        return []  # the probe that starts Qt has the last word in any case
    known = {line.split()[0] for line in outcome.tail if " => " in line}
    return [packages_of_library(name) for name in sonames if name not in known]


def missing_programs(programs: Dict[str, Tuple[str, ...]]) -> Needs:
    """The packages of those programs of which no name is on the search path."""
    return [(package,) for package, names in programs.items() if not any(map(shutil.which, names))]


def missing_packages(names: Sequence[str]) -> Needs:
    """Those packages, known by name alone, that are not installed."""
    out: Needs = []
    for name in names:
        outcome = run_quietly(["dpkg-query", "-W", "-f", "${db:Status-Status}", name], 20)
        if outcome.status != 0 or "installed" not in outcome.tail:
            out.append((name,))
    return out


class Installer:
    """Gets packages from Debian: by itself as root, else after a question, asked once."""

    def __init__(self) -> None:
        """Nothing has been asked yet."""
        self._asked = False

    def install(self, needs: Needs, purpose: str, record: Record) -> bool:
        """Install packages and say whether that was done.

        Args:
            needs: what to install; nothing is done when there is nothing.
            purpose: what they are for, to be read after "for".
            record: where apt-get's own words go.

        Raises:
            SetupError: apt-get was run and failed.
        """
        if not needs:
            return True
        if os.geteuid() == 0:
            _install_as_root(needs, purpose, record)
            return True
        return self._ask(resolve(needs), purpose, record)

    def _ask(self, names: Sequence[str], purpose: str, record: Record) -> bool:
        """Show the one command that an administrator needs, and run it after a yes."""
        if self._asked:
            return False
        self._asked = True
        command = administrator_command(names)
        say("The system lacks something for %s. This installs it:" % purpose)
        say("  %s" % " ".join(map(shlex.quote, command)))
        if not (sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()):
            return False
        try:
            answer = input("Run it now? [y/N] ")
        except EOFError:
            return False
        if answer.strip().lower() not in ("y", "yes"):
            return False
        return _run_as_administrator(command, record)


def _install_as_root(needs: Needs, purpose: str, record: Record) -> None:
    say("Asking the system for what is missing for %s." % purpose)
    update = _apt(["update"], record)
    names = resolve(needs)
    if not names:
        return
    say("  installing %s" % _listed(names))
    install = ["install", "-y", "--no-install-recommends", *names]
    outcome = _apt(install, record)
    if outcome.status != 0 and any("dpkg --configure -a" in line for line in outcome.tail):
        say("  finishing an installation that was interrupted before")
        run_logged(["dpkg", "--configure", "-a"], record, ignore)
        outcome = _apt(install, record)
    if outcome.status != 0:
        raise SetupError(explain(update.tail + outcome.tail, names, record.log))


def _apt(arguments: Sequence[str], record: Record) -> Outcome:
    # Its progress goes to a descriptor of its own: apt closes that one for the scripts of packages,
    # which could not print any more. No pseudo-terminal, which a bare chroot may not have.
    command = ["sh", "-c", 'exec "$@" 3>&1', "sh", APT, "-q"]
    for setting in ("DPkg::Lock::Timeout=300", "Dpkg::Use-Pty=0", "APT::Status-Fd=3"):
        command += ["-o", setting]
    settings = clean_environment(DEBIAN_FRONTEND="noninteractive", LC_ALL="C.UTF-8")
    return run_logged(command + list(arguments), record, _AptProgress().line, settings=settings)


def _run_as_administrator(command: Sequence[str], record: Record) -> bool:
    if command[0] != "sudo":
        return run_in_terminal(command) == 0  # su asks for the password on its standard input
    say("  installing; this may take some minutes")
    outcome = run_logged(command, record, ignore)
    for line in outcome.tail[-5:] if outcome.status != 0 else ():
        say("  " + line)
    return outcome.status == 0


def resolve(needs: Needs) -> List[str]:
    """For each package the first of its names that this release has.

    A package that this release does not have by any name is left out: what needs it will say so.
    Where nothing is known about packages at all, the first name is taken on trust.
    """
    available = _available([name for names in needs for name in names])
    chosen: List[str] = []
    for names in needs:
        known = [n for n in names if n in available] if available else list(names)
        if known and known[0] not in chosen:
            chosen.append(known[0])
    return chosen


def administrator_command(names: Sequence[str]) -> List[str]:
    """One command that installs packages, for somebody who is not root."""
    script = "apt-get update && apt-get install -y --no-install-recommends " + " ".join(names)
    if shutil.which("sudo") is None and shutil.which("su") is not None:
        return ["su", "-c", script]
    return ["sudo", "sh", "-c", script]


def explain(tail: Sequence[str], names: Sequence[str], log: Path) -> str:
    """Why apt-get failed, and what to do."""
    said = "\n".join(tail)
    wanted = "  apt-get install " + " ".join(names)
    if _NO_NETWORK.search(said):
        return (
            "There is no network, or it does not let apt-get through, so these could not be"
            " fetched:\n%s\nConnect the computer and run the command again." % wanted
        )
    if "No space left on device" in said or "don't have enough free space" in said:
        return (
            "The disk is full, so these could not be installed:\n%s\n"
            "Free some space and run the command again." % wanted
        )
    errors = [line for line in tail if line.startswith("E: ")] or list(tail[-5:])
    return "apt-get could not install what is missing:\n%s\nIt said:\n%s\nThe whole is in %s" % (
        wanted,
        "\n".join("  " + line for line in errors),
        log,
    )


def _available(names: Sequence[str]) -> List[str]:
    """Those packages that apt could install by this very name."""
    outcome = run_quietly(["apt-cache", "policy", *names], 60, clean_environment(LC_ALL="C"))
    out: List[str] = []
    current = ""
    for line in outcome.tail:
        if not line.startswith(" "):
            current = line.rstrip(":")
        elif line.strip().startswith("Candidate:") and "(none)" not in line:
            out.append(current)
    return out


def _listed(names: Sequence[str]) -> str:
    """Names for the eye: all of a few, the number of many."""
    if len(names) <= 6:
        return ", ".join(names)
    return "%s and %d more" % (", ".join(names[:4]), len(names) - 4)


class _AptProgress:
    """Says now and then how far apt-get is."""

    def __init__(self) -> None:
        self._next = time.monotonic() + QUIET_SECONDS

    def line(self, text: str) -> None:
        """Take notice of a line of apt-get's."""
        found = _PROGRESS.match(text)
        if found is None or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + QUIET_SECONDS
        doing = "fetching" if found.group(1) == "dl" else "installing"
        say("    %s, %s %% done" % (doing, found.group(2)))

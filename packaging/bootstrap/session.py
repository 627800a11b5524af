"""What the commands do first and last: insist on a Python, get the system and environment ready.

Imports the standard library only; read by Python 3.6.
"""

import errno
import os
import sys
from pathlib import Path
from typing import Callable, Sequence

from bootstrap import debian, display, environment
from bootstrap.debian import Installer, Needs
from bootstrap.places import Place
from bootstrap.programs import Record
from bootstrap.pythons import insist_on_recent
from bootstrap.words import SetupError, complain, say

TROUBLE = 2
"""The exit status of a set-up that could not be finished."""

STOPPED = 130
"""The exit status after Ctrl-C, as shells have it."""


def run(script: str, arguments: Sequence[str], main: Callable[[Sequence[str]], int]) -> int:
    """Run a command of the set-up and return its exit status; trouble is told in plain words."""
    insist_on_recent(script, arguments)
    try:
        return main(arguments)
    except SetupError as error:
        complain(str(error))
    except KeyboardInterrupt:
        complain("Stopped. Run the command again to go on.")
        return STOPPED
    except BrokenPipeError:
        # Whoever read the output has gone; nor can Python say anything more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        complain(_in_words(error))
    return TROUBLE


def get_ready(extra: str, installer: Installer, wished: Callable[[], Needs]) -> Place:
    """The complete environment; nothing but a look at its stamp where it is there already.

    Args:
        extra: the extra of pyproject.toml that is wanted, or an empty string.
        installer: gets packages of the system.
        wished: tells the packages that are wanted from the system besides those that are needed
            to make the environment; the set-up goes on without them.

    Raises:
        SetupError: it cannot be made.
        OSError: a file of it cannot be written.
    """

    def prepare_system(record: Record) -> None:
        if not debian.has_apt():
            return
        required = debian.missing_for_environment()
        asked = required + debian.missing_certificates() + wished()
        if not installer.install(asked, "Variorum", record) and required:
            raise SetupError(
                "Without it Variorum's environment cannot be made."
                " Run that command, and then this one again."
            )

    return environment.find(extra) or environment.prepare(extra, prepare_system)


def can_show(place: Place, installer: Installer) -> bool:
    """Whether a window can open; libraries that Qt lacks for it are got from the system."""
    found = display.probe(place)
    if found.started or not found.missing:
        return found.started
    if not debian.has_apt():
        say("Qt misses libraries of the system: %s." % ", ".join(found.missing))
        say("Install the packages that hold them to see the window.")
        return False
    needs = [debian.packages_of_library(name) for name in found.missing]
    if not installer.install(needs, "Variorum's window", Record(log_of(place))):
        return False
    return display.probe(place).started


def log_of(place: Place) -> Path:
    """Where apt-get's words go; an environment of somebody else's takes none."""
    return place.log if os.access(str(place.home), os.W_OK) else Path(os.devnull)


def _in_words(error: OSError) -> str:
    where = "" if error.filename is None else "\n  %s" % error.filename
    if error.errno == errno.ENOSPC:
        return "The disk is full.%s\nFree some space and run the command again." % where
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            "This may not be written or removed:%s\n"
            "It may belong to another user; remove it, or give it to yourself, and run the"
            " command again." % where
        )
    return "The set-up failed: %s.%s\nRun the command again." % (error.strerror, where)

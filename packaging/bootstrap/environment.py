"""The environment that Variorum runs in: found if it is complete, else made or made anew.

Imports the standard library only; read by Python 3.6.
"""

import shutil
import sys
import time
from pathlib import Path
from typing import Callable, Optional

from bootstrap import bindings, debian
from bootstrap.lock import Lock
from bootstrap.pip_install import failure, free_mb, install, size_mb
from bootstrap.places import CHECKOUT, Place, nowhere, places
from bootstrap.programs import Record, run_logged
from bootstrap.stamp import Stamp, read_stamp, write_stamp
from bootstrap.words import SetupError, ignore, say

SPACE_MB = {"": 400, "dev": 800}
"""The free space that making an environment takes, by extra."""

DOWNLOAD_MB = {"": 100, "dev": 190}
"""What is fetched for it, by extra; said before it begins."""


def find(extra: str, checkout: Path = CHECKOUT) -> Optional[Place]:
    """A complete environment that has an extra (an empty string: none is needed), or None."""
    for place in places(checkout):
        if is_complete(place, extra):
            return place
    return None


def is_complete(place: Place, extra: str) -> bool:
    """Whether an environment was finished, has an extra, and nothing was taken from it since."""
    stamp = read_stamp(place)
    return stamp is not None and (not extra or extra in stamp.extras)


def prepare(
    extra: str, prepare_system: Callable[[Record], None], checkout: Path = CHECKOUT
) -> Place:
    """Make an environment, or add an extra to the one that is there.

    Args:
        extra: the extra of pyproject.toml that is wanted, or an empty string.
        prepare_system: called before anything is made, to get what the system lacks.
        checkout: the program.

    Raises:
        SetupError: it cannot be made; its text says why.
        OSError: a file of it cannot be written.
    """
    place = next((p for p in places(checkout) if p.can_be_made), None)
    if place is None:
        raise nowhere(checkout)
    begun = time.monotonic()
    place.home.mkdir(parents=True, exist_ok=True)
    with Lock(place.lock, _say_that_another_works) as lock:
        if is_complete(place, extra):
            return place
        record = Record(place.log, lock.descriptors())
        _insist_on_space(place, extra)
        prepare_system(record)
        _make(place, extra, record)
    say("Ready after %d s." % round(time.monotonic() - begun))
    return place


def _make(place: Place, extra: str, record: Record) -> None:
    stamp = read_stamp(place)
    if stamp is not None:
        _extend(place, stamp, extra, record)
        return
    size = DOWNLOAD_MB[extra]
    say("Setting up Variorum in %s (once; up to %d MB to fetch)." % (place.label, size))
    _clear(place)
    stamp = Stamp([extra] if extra else [], place.installs_in_place)
    try:
        _make_bare(place, record)
        _install(place, stamp, record)
    except SetupError:
        # Half an environment is of no use, and the disk may be full.
        _clear(place, place.log)
        raise
    write_stamp(place, stamp)


def _extend(place: Place, stamp: Stamp, extra: str, record: Record) -> None:
    say("Adding what the tests need to %s (once)." % place.label)
    place.stamp.unlink()
    try:
        _install(place, Stamp([*stamp.extras, extra], stamp.in_place), record)
    except SetupError:
        # pip takes back what it did when it fails, so that what was complete still is.
        write_stamp(place, stamp)
        raise
    write_stamp(place, Stamp([*stamp.extras, extra], stamp.in_place))


def _install(place: Place, stamp: Stamp, record: Record) -> None:
    place.scratch.mkdir(exist_ok=True)
    bindings.remove(place)  # there may be other ones soon
    try:
        install(place, stamp, record)
    finally:
        shutil.rmtree(str(place.scratch), ignore_errors=True)
    bindings.unpack(place, record)


def _clear(place: Place, *kept: Path) -> None:
    """Remove whatever lies in an environment's folder, but for the lock that is held."""
    for path in place.home.iterdir():
        if path == place.lock or path in kept:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(str(path))
        else:
            path.unlink()


def _make_bare(place: Place, record: Record) -> None:
    command = [_base_python(place), "-m", "venv", str(place.home)]
    outcome = run_logged(command, record, ignore, folder=place.home)
    if outcome.status == 0:
        return
    if debian.missing_for_environment():
        raise SetupError(
            "This Python cannot make environments: its parts venv and ensurepip are missing.\n"
            "Install them with your system's package manager, or take the Python from python.org."
        )
    raise failure("Making the environment failed.", outcome, place, record)


def _base_python(place: Place) -> str:
    """The Python to build on: not the one of the very environment that is being made anew."""
    if Path(sys.prefix).resolve() != place.home.resolve():
        return sys.executable
    base: str = getattr(sys, "_base_executable", sys.executable)
    return base


def _insist_on_space(place: Place, extra: str) -> None:
    """Raise where the disk is too full to begin; what an older environment holds counts as free."""
    free = free_mb(place.home) + size_mb(place.home)
    if free < SPACE_MB[extra]:
        raise SetupError(
            "The disk is too full: about %d MB are needed in\n  %s\nand %d MB are free."
            " Free some space and run the command again." % (SPACE_MB[extra], place.home, free)
        )


def _say_that_another_works() -> None:
    say("Another set-up of this program is running; waiting until it is done.")

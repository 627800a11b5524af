"""The stamp of an environment: what it was made from, so that it is known to be complete.

Imports the standard library only; read by Python 3.6.

It is written last. It holds a fingerprint of everything that the environment was made from, the
extras that were installed, and the names of the installed distributions; an environment that does
not agree with it is not trusted.
"""

import hashlib
import json
import os
import platform
import sys
from pathlib import Path
from typing import Iterator, List, NamedTuple, Optional

from bootstrap.places import Place

RECIPE = 1
"""Counted up when environments made by an older version of the set-up will not do any more."""

PROGRAM = ("pyproject.toml", "README.md", "LICENSE", "desktop", "resources")
"""The files and folders of the checkout that the program is built from."""


class Stamp(NamedTuple):
    """What an environment was made from."""

    extras: List[str]
    """The extras of pyproject.toml that it has."""
    in_place: bool
    """Whether the program runs from the checkout; if not, a copy of it was installed."""


def read_stamp(place: Place) -> Optional[Stamp]:
    """The stamp of a complete environment; None when there is none or something has changed."""
    try:
        data = json.loads(place.stamp.read_text(encoding="utf-8"))
        stamp = Stamp(list(data["extras"]), bool(data["in_place"]))
        holds = (
            data["fingerprint"] == fingerprint(place, stamp)
            and Path(place.python).exists()
            and set(data["distributions"]) <= set(_distributions(place))
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return stamp if holds else None


def write_stamp(place: Place, stamp: Stamp) -> None:
    """Say that an environment is complete; the last thing to do about it.

    Raises:
        OSError: the stamp cannot be written.
    """
    data = {
        "fingerprint": fingerprint(place, stamp),
        "in_place": stamp.in_place,
        "extras": stamp.extras,
        "distributions": _distributions(place),
    }
    unfinished = place.stamp.with_suffix(".new")
    with unfinished.open("w", encoding="utf-8") as file:
        json.dump(data, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(place.stamp)


def fingerprint(place: Place, stamp: Stamp) -> str:
    """A digest of all that an environment is made from.

    An environment cannot be moved, nor can the program that it runs from; where a copy of the
    program was installed, its files count too.

    Raises:
        OSError: the checkout cannot be read.
    """
    digest = hashlib.sha256((place.checkout / "pyproject.toml").read_bytes())
    python = "%s %s" % (sys.implementation.cache_tag, platform.machine())
    facts = [str(RECIPE), python, str(place.home), str(place.checkout)]
    if not stamp.in_place:
        facts += _listing(place.checkout)
    for fact in facts:
        digest.update(b"\0" + fact.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _listing(checkout: Path) -> List[str]:
    """The program's files with their sizes and times."""
    out: List[str] = []
    for name in PROGRAM:
        for path in _files(checkout / name):
            facts = path.stat()
            out.append("%s %d %d" % (path, facts.st_size, facts.st_mtime_ns))
    return sorted(out)


def _files(path: Path) -> Iterator[Path]:
    """A file, or the files in a folder but for those that Python and setuptools make there."""
    if path.is_file():
        yield path
    elif path.is_dir() and path.name != "__pycache__" and path.suffix != ".egg-info":
        for inner in path.iterdir():
            yield from _files(inner)


def _distributions(place: Place) -> List[str]:
    """The notes that pip left about each thing that it installed."""
    return sorted(path.name for path in place.libraries.glob("*.dist-info"))

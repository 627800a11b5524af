"""Whether the file of a text is still as it was when the text was read.

Imports the standard library, and how files are opened. Sizes count bytes. Nothing waits here but
for the disk: what took the place of a file, a pipe for example, is never opened.
"""

from __future__ import annotations

import os
import stat
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from variorum.readers.files import open_at_once
from variorum.readers.source import Source
from variorum.readers.watch import Cancel, Watch

_PIECE: Final = 1 << 20
"""So many bytes are read until it is asked whether to go on: a slow disk gives them in a moment."""

_MICROSECOND: Final = 1e-6
"""In seconds: moments are kept to that in a `Source`, and to a fraction of it by the system."""


class Freshness(StrEnum):
    """How the file that a text was read from is now."""

    SAME = "same"
    """As it was, byte for byte; or there never was a file."""
    CHANGED = "changed"
    GONE = "gone"
    """It is not there any more, or something else is that is no file."""
    UNREADABLE = "unreadable"
    """The system does not let one look at it now."""


class Trace(NamedTuple):
    """What the system says of a file: while this is the same, its bytes are."""

    device: int
    inode: int
    """With the device: which file it is, whatever its name."""
    size: int
    modified: int
    """When its bytes changed, in nanoseconds."""
    changed: int
    """When anything of it did, its permissions too, where systems know."""


class Look(NamedTuple):
    """What was found."""

    freshness: Freshness
    trace: Trace | None = None
    """None where there is no file, or none that can be read."""


_NOTHING_KNOWN: Final = Look(Freshness.UNREADABLE)
"""Stands for an earlier look after which each byte is compared."""


def freshness(source: Source) -> Freshness:
    """Whether the file of a text has the same bytes as when the text was read."""
    return look(source, _NOTHING_KNOWN).freshness


def look(source: Source, before: Look | None = None, cancelled: Cancel | None = None) -> Look:
    """Look at the file of a text, and read it only where something seems to have happened.

    Args:
        source: the text.
        before: what was found the last time; None: it has just been read, and is taken to be the
            same if it is as large and as old as it was then.
        cancelled: says whether to stop; asked at least every MB.

    Raises:
        Cancelled: `cancelled()` was true.
    """
    if source.path is None:
        return Look(Freshness.SAME)
    try:
        found = source.path.stat()
        if not stat.S_ISREG(found.st_mode):
            return Look(Freshness.GONE)
        trace = _trace(found)
        known = _known(source, found, trace, before)
        watch = Watch(cancelled=cancelled)
        return Look(known or _compared(source, source.path, found.st_size, watch), trace)
    except (FileNotFoundError, NotADirectoryError):
        return Look(Freshness.GONE)
    except (OSError, ValueError):
        return Look(Freshness.UNREADABLE)


def _trace(found: os.stat_result) -> Trace:
    return Trace(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _known(
    source: Source, found: os.stat_result, trace: Trace, before: Look | None
) -> Freshness | None:
    """How a file is, if that can be told without reading it."""
    if before is not None:
        return before.freshness if before.trace == trace else None
    if source.modified is None or source.size != found.st_size:
        return None
    apart = abs(source.modified.timestamp() - found.st_mtime)
    return Freshness.SAME if apart <= _MICROSECOND else None


def _compared(source: Source, path: Path, size: int, watch: Watch) -> Freshness:
    # A session that somebody made need not say how large its texts were.
    if source.size and size != source.size:
        return Freshness.CHANGED
    hashed = sha256()
    with open(path, "rb", opener=open_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return Freshness.GONE
        while piece := file.read(_PIECE):
            watch.check()
            hashed.update(piece)
    return Freshness.SAME if hashed.hexdigest() == source.sha256 else Freshness.CHANGED

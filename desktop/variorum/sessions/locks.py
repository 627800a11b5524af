"""Says whether a process that works on something is still alive, by a lock that dies with it.

Imports the standard library only. The system lets go of the lock when the process ends, however it
ends, so that nothing has to be guessed from numbers of processes or from times.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_RIGHTS: Final = 0o600


class Lock:
    """A file that one process at a time holds."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    @classmethod
    def taken(cls, path: Path) -> Lock | None:
        """Hold a file, which is made if need be; None when another process, or this one, does.

        Raises:
            OSError: the file cannot be made or opened.
        """
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
        handle = os.open(path, flags, _RIGHTS)
        try:
            if _hold(handle) and _is_still(path, handle):
                return cls(path, handle)
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        return None

    def release(self) -> None:
        """Let others hold the file."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def remove(self) -> None:
        """Let go of the file for good."""
        if self._handle is None:
            return
        if sys.platform == "win32":  # there, what is open cannot be removed
            self.release()
            with suppress(OSError):
                self._path.unlink()
        else:  # removed while it is held: nobody else can take the file that goes
            with suppress(OSError):
                self._path.unlink()
            self.release()


def _hold(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_still(path: Path, handle: int) -> bool:
    """Whether the file that is held is the one of that name.

    Another process may have removed it between our opening and our holding it.
    """
    try:
        found, held = path.stat(), os.fstat(handle)
    except OSError:
        return False
    return sys.platform == "win32" or (found.st_ino, found.st_dev) == (held.st_ino, held.st_dev)

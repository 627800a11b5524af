"""One set-up at a time: a lock on a file, released by the system when its holders end.

Imports the standard library only; read by Python 3.6.

The programs that a set-up starts inherit the lock where the platform can do that: when the
set-up itself is killed, the next one waits until its orphaned pip or apt-get has finished.
"""

import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Callable, List, Optional, Type

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

POLL_SECONDS = 0.25
"""How often a taken lock is tried again."""


class Lock:
    """A lock on a file, for a `with` statement."""

    def __init__(self, path: Path, on_wait: Callable[[], None]) -> None:
        """Prepare to lock `path`; `on_wait` is called once if somebody else holds it."""
        self._path = path
        self._on_wait = on_wait
        self._file: Optional[IO[bytes]] = None

    def descriptors(self) -> List[int]:
        """What a child must inherit to hold the lock too."""
        return [] if self._file is None else [self._file.fileno()]

    def __enter__(self) -> "Lock":
        """Take the lock, waiting for it as long as it needs.

        Raises:
            OSError: the file cannot be made.
        """
        self._file = self._path.open("a+b")
        waiting = False
        while not _try_to_lock(self._file.fileno()):
            if not waiting:
                self._on_wait()
                waiting = True
            time.sleep(POLL_SECONDS)
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        """Let go of it."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _try_to_lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        try:
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # Some network file systems know no locks; better to go on without one than not at all.
        return True
    return True

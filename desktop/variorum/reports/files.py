"""Writes a report to disk: whole, or not at all.

Imports the standard library only. Sizes count bytes.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import fcntl

PIECE: Final = 1 << 16
"""How many characters are gathered before they are encoded and written: enough that the calls do
not count, few enough that none holds the interpreter for long."""

LEFT_BEHIND: Final = 60.0
"""Seconds after its last change from which an unfinished file that nobody holds is rubbish."""

TRIES: Final = 5
"""How often an old file that another program has open is to be replaced, before that is said."""

PAUSE: Final = 0.1
"""Seconds between two tries."""

_OPEN_ELSEWHERE: Final = (5, 32, 33)
"""What Windows answers then: access denied, sharing violation, lock violation."""

_UNFINISHED: Final = re.compile(r"\.variorum-[0-9a-f]{16}\.part")
"""What files are called until they are whole."""


class WriteError(Exception):
    """A file that cannot be written; its message is one sentence that names the file."""

    def __init__(self, path: str, problem: str, advice: str) -> None:
        """Say what is wrong.

        Args:
            path: the file as the user named it.
            problem: what is wrong, to follow "Cannot write FILE: ", without a full stop.
            advice: what to do about it, a sentence of its own.
        """
        self.path = path
        self.problem = problem
        self.advice = advice
        shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in path)
        super().__init__(f"Cannot write {shown}: {problem}.")


def write_atomically(path: str | os.PathLike[str], content: bytes | Iterable[bytes]) -> None:
    """Write a file so that at any moment the old one or the new one is there, whole.

    The bytes go to a new file in the same folder, to the disk, and then take the old file's place.
    Whatever goes wrong, the old file stays as it was. A link is followed; devices and pipes are
    written to directly.

    Raises:
        WriteError: the file cannot be written; the error says why and what to do.
    """
    shown = os.fspath(path)
    if "\0" in shown:
        raise WriteError(shown, "this is no valid file name", "Choose another name.")
    parts = (content,) if isinstance(content, bytes) else content
    try:
        mode = _mode(Path(path))
        if mode is None or stat.S_ISREG(mode):
            target = Path(os.path.realpath(path))
            _refuse_read_only(target, mode)
            _replace(target, mode, parts)
        else:
            # By the name that was given: /dev/stdout leads to what may have no name at all.
            with Path(path).open("wb") as file:
                file.writelines(parts)
    except OSError as error:
        raise write_error(error, shown) from error


def same_place(first: str | os.PathLike[str], second: str | os.PathLike[str]) -> bool:
    """Whether to write to the one would change the other, by whatever names and links.

    Devices, such as the one that swallows everything, lose nothing: they are never the same.
    """
    try:
        return Path(first).samefile(second) and Path(first).is_file()
    except (OSError, ValueError):  # one of them does not exist yet, or cannot
        with suppress(OSError, ValueError):  # the folder that one is in has been removed
            return os.path.realpath(first) == os.path.realpath(second)
    return False


def encode_pieces(pieces: Iterable[str]) -> Iterator[bytes]:
    """The UTF-8 bytes of a report, gathered into parts worth writing."""
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= PIECE:
            yield "".join(held).encode()
            held, length = [], 0
    yield "".join(held).encode()


def _mode(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _refuse_read_only(target: Path, mode: int | None) -> None:
    # Replacing a file asks for no right to the file itself; a protected one is still meant to stay.
    if mode is not None and not os.access(target, os.W_OK):
        number = errno.EROFS if _is_on_read_only_disk(target) else errno.EACCES
        raise OSError(number, os.strerror(number), str(target))


def _is_on_read_only_disk(target: Path) -> bool:
    if sys.platform == "win32":
        return False
    return bool(os.statvfs(target).f_flag & os.ST_RDONLY)


def _replace(target: Path, mode: int | None, parts: Iterable[bytes]) -> None:
    sweep(target.parent)
    temporary = target.with_name(f".variorum-{os.urandom(8).hex()}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    # Made with the usual rights, which the user's mask narrows; never wider than the old file's.
    rights = 0o666 if mode is None else stat.S_IMODE(mode) & 0o777
    handle = os.open(temporary, flags, rights)
    # Says until the end that somebody is at work on it.
    held = _hold(handle)
    try:
        with os.fdopen(handle, "wb") as file:
            for part in parts:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            with suppress(PermissionError):  # a disk that knows no rights
                temporary.chmod(rights)
        _take_place(temporary, target)
    except BaseException:  # also when the user stops it: nothing half done may stay behind
        temporary.unlink(missing_ok=True)
        raise
    finally:
        if held is not None:
            os.close(held)
    _sync_folder(target.parent)


def _take_place(temporary: Path, target: Path) -> None:
    """Put the new file in the old one's place.

    Windows refuses it while a program has the old one open, if only for a moment, to look for
    viruses; elsewhere that hinders nobody.
    """
    for left in range(TRIES - 1, -1, -1):
        try:
            temporary.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _OPEN_ELSEWHERE:
                raise
            if not left:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(target)) from error
            time.sleep(PAUSE)
        else:
            return


def _hold(handle: int) -> int | None:
    """Hold an open file for as long as this process lives, or until what is returned is closed.

    Windows removes no file that is open, so nothing is to be held there.
    """
    if sys.platform == "win32":
        return None
    with suppress(OSError):  # a disk that knows no locks: there, nobody sweeps
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.dup(handle)
    return None


def sweep(folder: Path) -> None:
    """Remove unfinished files of ours that a killed process left behind.

    Only plain files with our kind of name that belong to this user, that nobody holds, and that
    have been as they are for a while.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _UNFINISHED.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):  # somebody else's, or somebody was quicker
                    _sweep_one(Path(entry.path), entry.stat(follow_symlinks=False))


def _sweep_one(path: Path, found: os.stat_result) -> None:
    if time.time() - found.st_mtime < LEFT_BEHIND:
        return
    if sys.platform == "win32":
        path.unlink()
        return
    if found.st_uid != os.geteuid():
        return
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)  # refused when somebody is at work
        path.unlink()
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with suppress(OSError):  # the file is in its place already; some network folders cannot
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_error(error: OSError, shown: str) -> WriteError:
    """What the system says of a place that cannot be written to, in words for people.

    Args:
        error: why.
        shown: the place, as the user named it.
    """
    known = _PROBLEMS.get(error.errno or 0)
    if known is not None:
        return WriteError(shown, *known)
    reason = (error.strerror or str(error)).strip().rstrip(".")
    return WriteError(shown, f"the system says “{reason}”", "Choose another place.")


_PERMISSION: Final = (
    "you have no permission to write there",
    "Choose another folder, or another name.",
)
_SPACE: Final = ("there is no space left on the disk", "Make room, or choose another disk.")
_PROBLEMS: Final = {
    errno.EACCES: _PERMISSION,
    errno.EPERM: _PERMISSION,
    errno.EBUSY: (
        "it is open in another program",
        "Close it there and try again, or choose another name.",
    ),
    errno.EROFS: ("the disk can only be read", "Choose another disk."),
    errno.ENOENT: ("its folder does not exist", "Make the folder first, or choose another."),
    errno.ENOTDIR: ("its folder is no folder", "Choose another folder."),
    errno.EISDIR: ("it is a folder", "Give the name of a file in it."),
    errno.ENOSPC: _SPACE,
    errno.EDQUOT: _SPACE,
    errno.EFBIG: ("the disk takes no file of that size", "Choose another disk."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter name."),
}

"""A file, a pipe, or standard input, -> Source.

Imports the engine's public names and the standard library. Nothing is ever written here.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from variorum.readers.content import Content
from variorum.readers.errors import ReadError, Unreadable, printable
from variorum.readers.formats import SANDBOXED, adapter
from variorum.readers.kinds import FORMATTED, HEAD, Kind, find_kind
from variorum.readers.options import ReadOptions
from variorum.readers.source import Source
from variorum.readers.watch import Cancel, Progress, Watch

MAX_SIZE: Final = 64 * 1024 * 1024
"""In bytes: some ten million words, twelve times the Bible. More would not fit the memory of a
laptop together with its comparison."""

MAX_WITH_PICTURES: Final = 192 * 1024 * 1024
"""In bytes: the same for formats that mostly hold more than text. What they hold is bounded where
it is found."""

_PARSED: Final = 0.9
"""How much of the work is done when the text is found, and its paragraphs are not."""

_ADDRESS: Final = re.compile("(?:https?|ftp)://", re.IGNORECASE)

AUTOMATIC: Final = ReadOptions()
"""Find everything out."""


def read_document(
    path: str | os.PathLike[str],
    options: ReadOptions = AUTOMATIC,
    *,
    progress: Progress | None = None,
    cancelled: Cancel | None = None,
) -> Source:
    """Read a file.

    Args:
        path: a regular file.
        options: how to read it.
        progress: is told how much is done, 0 to 1.
        cancelled: says whether to stop; asked at least every 50 ms.

    Raises:
        ReadError: the file cannot be read, or is no text; the error says why and what to do.
        PasswordError: it is encrypted, and the password is missing or wrong.
        Cancelled: `cancelled()` was true.
    """
    found = find_file(path)
    shown = os.fspath(path)
    try:
        with open(path, "rb", opener=open_at_once) as file:
            opened = os.fstat(file.fileno())
            _refuse_special(opened.st_mode, shown)
            data = _read(file, shown, opened.st_size)
    except OSError as error:
        raise read_error(error, shown) from error
    name = printable(Path(path).name)
    modified = datetime.fromtimestamp(found.st_mtime, UTC).astimezone()
    origin = _Origin(shown, name, Path(path), modified)
    return _source(data, origin, options, Watch(progress, cancelled))


def find_file(path: str | os.PathLike[str]) -> os.stat_result:
    """What the system says of a file, without reading it.

    Raises:
        ReadError: there is none, or it is a folder or a device.
    """
    shown = os.fspath(path)
    if "\0" in shown:
        raise ReadError(shown, "this is no valid file name", "Check the name.")
    try:
        found = Path(path).stat()
    except OSError as error:
        raise read_error(error, shown) from error
    _refuse_special(found.st_mode, shown)
    return found


def read_stream(
    stream: BinaryIO,
    name: str = "standard input",
    options: ReadOptions = AUTOMATIC,
    *,
    progress: Progress | None = None,
    cancelled: Cancel | None = None,
) -> Source:
    """Read all that comes from a stream of bytes, such as standard input.

    Args:
        stream: is read to its end.
        name: what to call it.
        options: as in `read_document`; so are `progress` and `cancelled`.
        progress: is told how much is done, 0 to 1.
        cancelled: says whether to stop.

    Raises:
        ReadError: it cannot be read, or is no text.
        PasswordError: it is encrypted, and the password is missing or wrong.
        Cancelled: `cancelled()` was true.
    """
    _wait_for_all(stream)
    try:
        data = _read(stream, name)
    except OSError as error:
        raise read_error(error, name) from error
    return _source(data, _Origin(name, name), options, Watch(progress, cancelled))


def is_pipe(path: str) -> bool:
    """Whether it is what a shell makes of `<(command)`, or another pipe that has a name.

    So is what never holds anything: programs name it for a text that is not there, as git does.
    """
    try:
        return Path(path).is_fifo() or (path != "" and Path(path).samefile(os.devnull))
    except (OSError, ValueError):  # reading it says what is wrong
        return False


def read_pipe(path: str, options: ReadOptions = AUTOMATIC) -> Source:
    """Read all that comes from a pipe that has a name, waiting for whoever writes to it.

    Raises:
        ReadError: it cannot be read, or is no text.
        PasswordError: it is encrypted, and the password is missing or wrong.
    """
    # The names that shells make up say nothing without their folder; others are cut off from it.
    shown = path if path.startswith("/dev/") else Path(path).name
    try:
        with Path(path).open("rb") as stream:
            return read_stream(stream, shown, options)
    except OSError as error:
        raise read_error(error, path) from error


class _Origin(NamedTuple):
    """Where bytes came from."""

    shown: str
    """As the user named it."""
    name: str
    """Fit for the screen."""
    path: Path | None = None
    modified: datetime | None = None


def _source(data: bytes, origin: _Origin, options: ReadOptions, watch: Watch) -> Source:
    try:
        kind = options.format or find_kind(data, origin.name)
        content = _content(kind, data, options, watch.part(0.0, _PARSED))
        watch.check()
        part = watch.part(_PARSED, 1.0)
        document = content.document(origin.name, options, part, formatted=kind in FORMATTED)
        watch.at(1.0)
    except Unreadable as error:
        raise error.named(origin.shown) from error
    return Source(
        document=document,
        name=origin.name,
        path=origin.path,
        encoding=content.encoding,
        size=len(data),
        sha256=sha256(data).hexdigest(),
        modified=origin.modified,
        format=kind,
        left_out=content.left_out,
        remark=content.remark,
        options=options,
    )


def _content(kind: Kind, data: bytes, options: ReadOptions, watch: Watch) -> Content:
    if kind in SANDBOXED:
        # Most texts are plain: to start processes, nothing is imported before one has to be.
        from variorum.readers import sandbox  # noqa: PLC0415 - see above

        return sandbox.read(kind, data, options, watch)
    return adapter(kind).read(data, options, watch)


def open_at_once(path: str, flags: int) -> int:
    """Open a file without waiting, for `open`: a pipe may have taken its place."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _read(stream: BinaryIO, shown: str, size: int = 0) -> bytes:
    """All that a stream holds, at least `size` bytes; what is said to be too much is not read."""
    data = _piece(stream, HEAD)
    holds_more = data.startswith((b"PK", b"{\\rtf")) or b"%PDF-" in data[:1024]
    most = MAX_WITH_PICTURES if holds_more else MAX_SIZE
    if size <= most:
        data += _piece(stream, max(0, most + 1 - len(data)))
    if max(size, len(data)) > most:
        limit = most // (1024 * 1024)
        problem = f"it is larger than {limit} MB, the most that can be compared"
        raise ReadError(shown, problem, "Split it into parts and compare these one by one.")
    return data


def _piece(stream: BinaryIO, most: int) -> bytes:
    # None is what Python answers where one would have to wait, as for some files of the system.
    data: bytes | None = stream.read(most)
    if data is None:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
    return data


def _wait_for_all(stream: BinaryIO) -> None:
    """Have a stream wait for what is yet to come: half a text would be taken for all of it.

    Programs that never wait themselves hand on such ends of pipes.
    """
    with suppress(OSError, ValueError):  # no file of the system; whoever reads it will see
        os.set_blocking(stream.fileno(), True)


def _refuse_special(mode: int, shown: str) -> None:
    if stat.S_ISDIR(mode):
        raise ReadError(shown, "it is a folder, not a file", "Choose a file in it.")
    if not stat.S_ISREG(mode):
        problem = "it is a device or a pipe, not a regular file"
        advice = "Save the text as a file, or on the command line pipe it in and name it “-”."
        raise ReadError(shown, problem, advice)


def read_error(error: OSError, shown: str) -> ReadError:
    """What the system says of a file, in words for people.

    Args:
        error: why it cannot be read.
        shown: the file, as the user named it.
    """
    if error.errno == errno.ELOOP:
        problem = "it is a link that leads back to itself"
        return ReadError(shown, problem, "Choose the file that it should lead to.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR) and Path(shown).is_symlink():
        problem = "it is a link to a file that is not there"
        return ReadError(shown, problem, "Choose the file itself; it may have been moved.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR) and _ADDRESS.match(shown):
        problem = "it is an address, and nothing is fetched from the network"
        return ReadError(shown, problem, "Save the page as a file, and choose this.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return ReadError(
            shown, "there is no such file", "Check the name and the folder; it may have been moved."
        )
    if error.errno == errno.ENAMETOOLONG:
        return ReadError(shown, "its name is too long", "Check the name.")
    if error.errno in (errno.EACCES, errno.EPERM):
        problem = "you have no permission to read it"
        return ReadError(shown, problem, "Ask its owner to let you, or make a copy that you own.")
    reason = (error.strerror or str(error)).strip().rstrip(".")
    return ReadError(shown, f"the system says “{reason}”", "Check the disk and try again.")

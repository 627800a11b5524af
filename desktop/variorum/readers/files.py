"""A file, or standard input, -> Source.

Imports the engine's public names and the standard library. Nothing is ever written here.
"""

from __future__ import annotations

import errno
import os
import stat
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final

from variorum.engine import Document, Layout
from variorum.readers.plain_text import decode
from variorum.readers.source import PLAIN_TEXT, ReadError, Source, printable

MAX_SIZE: Final = 64 * 1024 * 1024
"""In bytes: some ten million words, twelve times the Bible. More would not fit the memory of a
laptop together with its comparison."""


def read_document(
    path: str | os.PathLike[str],
    *,
    language: str | None = None,
    layout: Layout | str = Layout.AUTO,
) -> Source:
    """Read a file.

    Args:
        path: a regular file.
        language: ISO 639-1 code, or None to guess it.
        layout: how paragraphs are told apart, or `auto` to find out.

    Raises:
        ReadError: the file cannot be read, or is no text; the error says why and what to do.
        ValueError: `layout` is no layout.
    """
    shown = os.fspath(path)
    if "\0" in shown:
        raise ReadError(shown, "this is no valid file name", "Check the name.")
    try:
        found = Path(path).stat()
        _refuse_special(found.st_mode, shown)
        # Opened without waiting: a pipe may have taken the file's place.
        with open(path, "rb", opener=_open_at_once) as file:
            data = _read(file, shown)
    except OSError as error:
        raise _read_error(error, shown) from error
    name = printable(Path(path).name)
    modified = datetime.fromtimestamp(found.st_mtime, UTC).astimezone()
    return _source(data, shown, name, Path(path), modified, language, layout)


def read_stream(
    stream: BinaryIO,
    name: str = "standard input",
    *,
    language: str | None = None,
    layout: Layout | str = Layout.AUTO,
) -> Source:
    """Read all that comes from a stream of bytes, such as standard input.

    Raises:
        ReadError: it cannot be read, or is no text.
        ValueError: `layout` is no layout.
    """
    try:
        data = _read(stream, name)
    except OSError as error:
        raise _read_error(error, name) from error
    return _source(data, name, name, None, None, language, layout)


def _source(
    data: bytes,
    shown: str,
    name: str,
    path: Path | None,
    modified: datetime | None,
    language: str | None,
    layout: Layout | str,
) -> Source:
    text, encoding = decode(data, shown)
    return Source(
        document=Document.from_text(text, name, language, layout),
        name=name,
        path=path,
        encoding=encoding,
        size=len(data),
        sha256=sha256(data).hexdigest(),
        modified=modified,
        format=PLAIN_TEXT,
    )


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _read(stream: BinaryIO, shown: str) -> bytes:
    data = stream.read(MAX_SIZE + 1)
    if len(data) > MAX_SIZE:
        limit = MAX_SIZE // (1024 * 1024)
        problem = f"it is larger than {limit} MB, the most that can be compared"
        raise ReadError(shown, problem, "Split it into parts and compare these one by one.")
    return data


def _refuse_special(mode: int, shown: str) -> None:
    if stat.S_ISDIR(mode):
        raise ReadError(shown, "it is a folder, not a file", "Choose a file in it.")
    if not stat.S_ISREG(mode):
        problem = "it is a device or a pipe, not a regular file"
        advice = "Save the text as a file, or on the command line pipe it in and name it “-”."
        raise ReadError(shown, problem, advice)


def _read_error(error: OSError, shown: str) -> ReadError:
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

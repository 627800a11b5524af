"""Session files on disk: reading, writing, and whether their texts are still what they were.

Imports readers, reports and the parts beside it. Sizes count bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from variorum.engine import Side
from variorum.readers import MAX_SIZE, Freshness, ReadError, freshness, read_error
from variorum.reports.files import WriteError, encode_pieces, same_place, write_atomically
from variorum.review import PlainError
from variorum.sessions.decoding import NewerError, decode
from variorum.sessions.encoding import encode
from variorum.sessions.names import PAGE_SUFFIXES
from variorum.sessions.pages import session_of_page
from variorum.sessions.session import Session

MOST: Final = 4 * MAX_SIZE
"""No session and no page is larger: two of the largest texts, packed, and as much again of notes;
a page has them twice."""


class SavedElsewhereError(WriteError):
    """What stands in a session's file was written by somebody else since it was opened or saved."""


def read_session(path: Path) -> Session:
    """A session from its file, or from a saved page.

    Raises:
        ReadError: it cannot be read, or is damaged, or of a newer version.
    """
    data = _bytes(path)
    try:
        if path.suffix.lower() in PAGE_SUFFIXES:
            return session_of_page(data)
        return decode(data, path.absolute().parent)
    except NewerError as error:
        raise ReadError(str(path), str(error), "Get the newest version of Variorum.") from error
    except PlainError as error:
        advice = "Take a copy of it, if there is one; the two texts can be compared anew."
        raise ReadError(str(path), f"it is no sound session: {error}", advice) from error


def _bytes(path: Path) -> bytes:
    shown = os.fspath(path)
    try:
        if path.exists() and not path.is_file():
            raise ReadError(shown, "it is no file", "Choose a session (.variorum) or a saved page.")
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        raise read_error(error, shown) from error
    except ValueError as error:
        raise ReadError(shown, "this is no valid file name", "Check the name.") from error
    if len(data) > MOST:
        problem = f"it is larger than {MOST // (1024 * 1024)} MB, which no session is"
        raise ReadError(shown, problem, "Choose a session (.variorum) or a saved page.")
    return data


def stamp_of(path: Path) -> str | None:
    """What tells whether a file is still the same: a hash; None when it is gone, or no file."""
    try:
        return sha256(_bytes(path)).hexdigest()
    except ReadError:
        return None


def write_session(session: Session, path: Path, stamp: str | None = None) -> str:
    """Write a session: whole, or not at all.

    Args:
        session: what is written.
        path: where.
        stamp: of what may be replaced there, by `stamp_of`; None: whatever it is.

    Returns:
        The stamp of what is written.

    Raises:
        SavedElsewhereError: something else stands there by now.
        WriteError: it cannot be written, or would be written over one of its texts.
    """
    for source in (session.left, session.right):
        if source.path is not None and same_place(path, source.path):
            problem = "it is one of the two texts that are compared"
            raise WriteError(str(path), problem, "Choose another name for the session.")
    if stamp is not None and stamp_of(path) not in (stamp, None):
        problem = "it has been saved elsewhere meanwhile"
        raise SavedElsewhereError(str(path), problem, "Choose another name for the session.")
    folder = Path(os.path.realpath(path)).parent
    written = sha256()
    write_atomically(path, _noted(encode_pieces(encode(session, folder)), written.update))
    return written.hexdigest()


def _noted(pieces: Iterable[bytes], note: Callable[[bytes], None]) -> Iterator[bytes]:
    for piece in pieces:
        note(piece)
        yield piece


def changed_sides(session: Session) -> tuple[Side, ...]:
    """The sides whose files read otherwise now."""
    return tuple(side for side in Side if freshness(session.source(side)) is Freshness.CHANGED)

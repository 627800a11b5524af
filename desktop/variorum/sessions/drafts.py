"""Drafts: what a reviewer has not saved yet, so that a crash or a power cut costs next to nothing.

Imports reports, review and the parts beside it. Each draft has a folder of its own:

    lock                  held by the process that works on the draft, for as long as it lives
    texts-1.variorum      both texts, as a session; written once, anew when a text becomes another
    notes.json            the review and the position; written again and again, and small

Both files are replaced as a whole and brought to the disk (`write_atomically`). The notes name
their texts, and texts are removed only when the notes name others: whenever the process is killed,
the draft on the disk is the last one that was written, or the one before it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from variorum.engine import Side
from variorum.readers import Source
from variorum.reports.files import encode_pieces, sweep, write_atomically
from variorum.review import Fields, PlainError, from_plain
from variorum.sessions.decoding import check_version, decode, loads, position_from_plain
from variorum.sessions.encoding import (
    PackedDocument,
    encode,
    encode_notes,
    pack_document,
    position_to_plain,
)
from variorum.sessions.files import stamp_of
from variorum.sessions.locks import Lock
from variorum.sessions.packing import QUICK
from variorum.sessions.session import Session

FORMAT: Final = "variorum-draft"
VERSION: Final = 1

_LOCK: Final = "lock"
_NOTES: Final = "notes.json"
_RIGHTS: Final = 0o700
"""What is nobody's business but the user's."""


class Draft:
    """One draft, held by this process; used by one thread at a time."""

    def __init__(self, folder: Path, lock: Lock, number: int = 0) -> None:
        """Take a draft over.

        Args:
            folder: of the draft.
            lock: of the folder, held.
            number: of the last texts that were written; 0 for none.
        """
        self._folder = folder
        self._lock = lock
        self._number = number
        self._written: tuple[object, ...] | None = None

    def write(
        self,
        session: Session,
        file: Path | None,
        packed: Sequence[PackedDocument] = (),
        stamp: str | None = None,
    ) -> None:
        """Bring a session to the disk.

        Args:
            session: as it is now.
            file: where it was saved last, or opened from; None: nowhere yet.
            packed: its documents, if they were packed before; see `packed_ahead`.
            stamp: of that file as it was then, by `stamp_of`; None: nobody knows.

        Raises:
            WriteError: the disk is full, say; what was written before is still there.
        """
        key = (session.left, session.right, session.options, session.pins)
        if self._written is None or not _same(self._written, key):
            self._number += 1
            bare = replace(session, review=type(session.review)())
            pieces = encode(bare, self._folder, QUICK, packed)
            write_atomically(self._texts, encode_pieces(pieces))
            self._written = key
        fields = (
            ("format", FORMAT),
            ("version", VERSION),
            ("texts", self._texts.name),
            ("file", None if file is None else str(file.absolute())),
            ("stamp", stamp),
            ("position", position_to_plain(session.position)),
        )
        write_atomically(self._folder / _NOTES, encode_pieces(encode_notes(fields, session.review)))
        for path in self._folder.glob("texts-*"):
            if path != self._texts:
                path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Forget what was written: it has been saved, or is not wanted."""
        # The notes first: without them the texts are nothing.
        for name in (_NOTES, "texts-*", ".variorum-*"):
            for path in self._folder.glob(name):
                with suppress(OSError):  # then it is offered once more: better than the other way
                    path.unlink()
        self._written = None

    def end(self) -> None:
        """Forget what was written and let go of the draft, for good."""
        self.clear()
        self._lock.remove()
        with suppress(OSError):
            self._folder.rmdir()

    def release(self) -> None:
        """Let go of the draft and leave it as it is: another process may find it."""
        self._lock.release()

    def read(self) -> tuple[Session, Path | None, str | None]:
        """The session that was written, where it had been saved, and that file's stamp.

        Raises:
            OSError: it cannot be read.
            PlainError: it is damaged.
        """
        what = "the draft"
        plain = Fields(loads((self._folder / _NOTES).read_bytes(), what), what)
        check_version(plain, FORMAT, VERSION)
        name = plain.take("texts", str, "")
        number = name.removeprefix("texts-").removesuffix(".variorum")
        if not number.isdecimal() or len(number) > len(str(2**31)):
            message = "it names no texts"
            raise PlainError(message)
        self._number = int(number)
        session = decode(self._texts.read_bytes(), self._folder)
        lengths = len(session.left.document.text), len(session.right.document.text)
        file = plain.text("file")
        found = replace(
            session,
            review=from_plain(plain.take("review", dict, {}), *lengths),
            position=position_from_plain(plain.take("position", dict, {}), *lengths),
        )
        path = Path(file) if file and "\0" not in file else None
        return found, path, plain.text("stamp")

    @property
    def _texts(self) -> Path:
        return self._folder / f"texts-{self._number}.variorum"


def packed_ahead(session: Session) -> tuple[PackedDocument, ...]:
    """What takes long to write of a draft, made ahead of time.

    With it the first draft of texts of a million words is on the disk as quickly as any other.
    """
    return tuple(pack_document(session.source(side).document, QUICK) for side in Side)


def _same(first: tuple[object, ...], second: tuple[object, ...]) -> bool:
    """Whether two sessions have the same texts, options and pins; long texts are not looked at."""
    for before, now in zip(first, second, strict=True):
        if isinstance(before, Source):
            if before is not now:
                return False
        elif before != now:
            return False
    return True


@dataclass(frozen=True, slots=True)
class Found:
    """A draft that somebody left behind: its process was killed, or the power was cut."""

    draft: Draft
    """Held by this process now: to be ended or released."""
    session: Session
    file: Path | None
    """Where the session had been saved; None: nowhere yet."""
    written: datetime
    """When, in the time zone of here."""
    overtaken: bool = False
    """The session has been saved since, by somebody else."""


class DraftFolder:
    """The folder in which all processes of a user keep their drafts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self) -> Draft:
        """A new draft, held by this process.

        Raises:
            OSError: the folder cannot be written to.
        """
        self._folder.mkdir(mode=_RIGHTS, parents=True, exist_ok=True)
        while True:
            own = self._folder / os.urandom(8).hex()
            with suppress(FileExistsError, FileNotFoundError):  # or it was tidied away at once
                own.mkdir(mode=_RIGHTS)
                lock = Lock.taken(own / _LOCK)
                if lock is not None:
                    return Draft(own, lock)

    def found(self) -> Iterator[Found]:
        """The drafts that nobody works on, each held by this process from then on.

        Folders without notes are tidied away. What cannot be read stays where it is.
        """
        try:
            folders = sorted(path for path in self._folder.iterdir() if path.is_dir())
        except OSError:
            return
        for own in folders:
            try:
                lock = Lock.taken(own / _LOCK)
            except OSError:
                continue
            if lock is not None:
                found = _look(own, lock)
                if found is not None:
                    yield found


def _look(own: Path, lock: Lock) -> Found | None:
    """What is in the folder of a draft, which is let go of when it is nothing."""
    draft = Draft(own, lock)
    notes = own / _NOTES
    try:
        written = datetime.fromtimestamp(notes.stat().st_mtime, UTC).astimezone()
    except FileNotFoundError:
        draft.end()
        return None
    except OSError:
        draft.release()
        return None
    try:
        session, file, stamp = draft.read()
    except (OSError, PlainError):
        draft.release()
        return None
    if file is not None:  # it may have been killed while it saved
        sweep(file.parent)
    return Found(draft, session, file, written, _is_overtaken(file, stamp, written))


def _is_overtaken(file: Path | None, stamp: str | None, written: datetime) -> bool:
    """Whether somebody else has written to the file that a draft goes on from.

    That may have been before the draft was written last: a reviewer who does not know of it goes on
    writing. Afterwards it was somebody else, for whoever saves forgets the draft.
    """
    if file is None:
        return False
    if stamp is not None and stamp_of(file) not in (stamp, None):
        return True
    try:
        return file.stat().st_mtime > written.timestamp()
    except (OSError, ValueError):
        return False

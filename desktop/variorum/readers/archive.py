"""ZIP archives, as documents and e-books are: read in memory, within limits, nothing unpacked.

Imports only the errors of this room. Names of entries are keys, never paths. Sizes count bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from variorum.readers.errors import Unreadable

LARGEST: Final = 1 << 29
"""Inflated, all entries that are read together: a 50 MB document of nothing but text has some
400 MB of markup."""

MOST_ENTRIES: Final = 100_000

RATIO: Final = 400
"""How much an entry may grow, once it is large: the markup of a long table full of the same cells
grows 200-fold, what is made to fill a memory 1000-fold."""

LARGE: Final = 1 << 24

PIECE: Final = 1 << 18
"""How much is inflated at a time."""

_COPY: Final = "Look for another copy of it, or open it in its program and save it again."


class Archive:
    """The entries of an archive by name."""

    def __init__(self, data: bytes) -> None:
        """Read the list of contents.

        Raises:
            Unreadable: it is damaged, or has too many entries.
        """
        try:
            self._file = ZipFile(BytesIO(data))
            entries = self._file.infolist()
        except _ERRORS as error:
            raise damaged() from error
        if len(entries) > MOST_ENTRIES:
            raise Unreadable(f"it has {len(entries):,} parts, more than any text needs", _COPY)
        # Of two entries of one name the first one counts: zipfile itself would take the last.
        self._entries: dict[str, ZipInfo] = {}
        for entry in entries:
            self._entries.setdefault(entry.filename, entry)
        self._inflated = 0

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def names(self) -> tuple[str, ...]:
        """The entries, in the archive's order."""
        return tuple(self._entries)

    def size(self, name: str) -> int:
        """What an entry claims to be when it is inflated."""
        return self._entries[name].file_size

    def read(self, name: str) -> bytes:
        """The whole of an entry.

        Raises:
            Unreadable: it is missing or damaged, or grows beyond all measure.
        """
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """An entry, a little at a time.

        Raises:
            Unreadable: it is missing or damaged, or grows beyond all measure.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise Unreadable(f"a part of it is missing: “{name[:80]}”", _COPY)
        if entry.flag_bits & 1:
            problem = "it is protected by a password"
            raise Unreadable(problem, "Open it in its program and save it without one.")
        read = 0
        try:
            with self._file.open(entry) as stream:
                while piece := stream.read(PIECE):
                    read += len(piece)
                    self._refuse_bomb(entry, read, len(piece))
                    yield piece
        except _ERRORS as error:
            raise damaged() from error

    def _refuse_bomb(self, entry: ZipInfo, read: int, more: int) -> None:
        self._inflated += more
        grown = read > LARGE and read > RATIO * max(1, entry.compress_size)
        if grown or self._inflated > LARGEST:
            limit = LARGEST >> 20
            problem = f"it would grow beyond all measure when unpacked (over {limit} MB)"
            if grown:
                problem = f"it grows over {RATIO} times when unpacked, which no text does"
            raise Unreadable(problem, "Do not trust it; look for another copy.")


def damaged() -> Unreadable:
    """What is said of a file that is not as its format wants it."""
    return Unreadable("it is damaged: it ends too early, or parts of it were changed", _COPY)


_ERRORS: Final = (
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # a way of packing that is unknown here
    OSError,  # a seek to a negative place; also bz2's errors
    RuntimeError,  # encrypted
    ValueError,
    OverflowError,
)

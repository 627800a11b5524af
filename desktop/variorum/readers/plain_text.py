"""Bytes of plain text -> its characters, or a plain word on why not.

Imports the standard library only. Positions count bytes from 0, as an editor of bytes shows them.
"""

from __future__ import annotations

import codecs
from typing import Final, NamedTuple

from variorum.readers.content import Content
from variorum.readers.errors import Unreadable
from variorum.readers.options import ReadOptions
from variorum.readers.watch import Watch

_SAVE_AS: Final = "Open it in the program that made it and save it as plain text, in UTF-8."
_RE_ENCODE: Final = "Open it in an editor and save it again with the encoding UTF-8."

_WIDE_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
"""Byte order marks; the longer ones first, since one begins with another."""


class Decoded(NamedTuple):
    """Plain text and how it was written."""

    text: str
    encoding: str
    """`utf-8` or `utf-8-sig`."""


def read(data: bytes, options: ReadOptions, watch: Watch) -> Content:  # noqa: ARG001
    """The characters of a plain text.

    Raises:
        Unreadable: it is binary data or another encoding.
    """
    text, encoding = decode(data)
    return Content(text=text, encoding=encoding)


def decode(data: bytes) -> Decoded:
    """The characters of a UTF-8 text, with or without a byte order mark.

    Args:
        data: the whole file.

    Raises:
        Unreadable: it is binary data or another encoding.
    """
    _refuse_other_encodings(data)
    encoding = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    skipped = len(codecs.BOM_UTF8) if encoding == "utf-8-sig" else 0
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        # The codec counts from behind the byte order mark.
        at = error.start + skipped
        problem = f"it is not UTF-8 text: byte {at:,} is 0x{data[at]:02x}"
        raise Unreadable(problem, _RE_ENCODE) from error


def _refuse_other_encodings(data: bytes) -> None:
    for mark, name in _WIDE_MARKS:
        if data.startswith(mark):
            raise Unreadable(f"it is not UTF-8 text but {name}, from byte 0", _RE_ENCODE)
    nul = data.find(b"\0")
    if nul >= 0:
        raise Unreadable(f"it is binary, not text: byte {nul:,} is zero", _SAVE_AS)

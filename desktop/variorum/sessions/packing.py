"""Bytes as text that JSON can hold, compressed; and back, within limits.

Imports the standard library and the review's errors. Sizes count bytes.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import Final

from variorum.review import PlainError

_GZIP: Final = 31
"""What zlib calls a gzip file; without time or name in it, so that the same text gives the same."""

THOROUGH: Final = 6
"""The level of compression for what people keep."""
QUICK: Final = 1
"""The level for what is written every second: a third larger, three times as quick."""


def pack(data: bytes, level: int = THOROUGH) -> str:
    """Bytes, compressed, as plain characters."""
    press = zlib.compressobj(level, zlib.DEFLATED, _GZIP)
    return base64.b64encode(press.compress(data) + press.flush()).decode("ascii")


def unpack(text: str, most: int, what: str) -> bytes:
    """The bytes that were packed.

    Args:
        text: as `pack` made it.
        most: how many bytes there may be: a short text can stand for gigabytes.
        what: what it is, to say what is wrong with it.

    Raises:
        PlainError: it is damaged or too large.
    """
    try:
        packed = base64.b64decode(text, validate=True)
        press = zlib.decompressobj(_GZIP)
        data = press.decompress(packed, most + 1)
    except (binascii.Error, ValueError, zlib.error) as error:
        message = f"{what} is damaged"
        raise PlainError(message) from error
    if len(data) > most:
        message = f"{what} is larger than {most // (1024 * 1024)} MB"
        raise PlainError(message)
    if not press.eof or press.unused_data:
        message = f"{what} is damaged"
        raise PlainError(message)
    return data

"""Bytes of plain text -> its characters; the engine finds the paragraphs.

Imports the ways to decode.
"""

from __future__ import annotations

from variorum.readers.content import Content
from variorum.readers.encodings import decode
from variorum.readers.options import ReadOptions
from variorum.readers.watch import Watch


def read(data: bytes, options: ReadOptions, watch: Watch) -> Content:
    """The characters of a plain text.

    Raises:
        Unreadable: it is binary data.
        Cancelled: the watch said so.
    """
    text, encoding, remark = decode(data, options.encoding)
    watch.check()
    return Content(text=text, encoding=encoding, remark=remark)

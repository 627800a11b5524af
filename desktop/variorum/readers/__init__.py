"""A file of any kind -> Document. No Qt.

`read_document` reads a file, `read_pipe` a pipe with a name, `read_stream` standard input and the
like; all say in a `ReadError` what a person can do about what cannot be read. `look` says later
whether a file is still what was read.
"""

from variorum.readers.content import LeftOut, LeftOutKind
from variorum.readers.errors import PasswordError, ReadError, printable
from variorum.readers.files import (
    MAX_SIZE,
    find_file,
    is_pipe,
    read_document,
    read_error,
    read_pipe,
    read_stream,
)
from variorum.readers.kinds import FORMATTED, Kind
from variorum.readers.looking import Freshness, Look, freshness, look
from variorum.readers.options import ReadOptions, TrackedChanges
from variorum.readers.source import Source

__all__ = [
    "FORMATTED",
    "MAX_SIZE",
    "Freshness",
    "Kind",
    "LeftOut",
    "LeftOutKind",
    "Look",
    "PasswordError",
    "ReadError",
    "ReadOptions",
    "Source",
    "TrackedChanges",
    "find_file",
    "freshness",
    "is_pipe",
    "look",
    "printable",
    "read_document",
    "read_error",
    "read_pipe",
    "read_stream",
]

"""A file of any kind -> Document. No Qt.

`read_document` reads a file, `read_pipe` a pipe with a name, `read_stream` standard input and the
like; all say in a `ReadError` what a person can do about what cannot be read.
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
from variorum.readers.options import ReadOptions, TrackedChanges
from variorum.readers.source import Source

__all__ = [
    "FORMATTED",
    "MAX_SIZE",
    "Kind",
    "LeftOut",
    "LeftOutKind",
    "PasswordError",
    "ReadError",
    "ReadOptions",
    "Source",
    "TrackedChanges",
    "find_file",
    "is_pipe",
    "printable",
    "read_document",
    "read_error",
    "read_pipe",
    "read_stream",
]

"""A file of any kind -> Document. No Qt.

`read_document` reads a file, `read_stream` standard input; both say in a `ReadError` what a person
can do about a file that cannot be read.
"""

from variorum.readers.files import MAX_SIZE, read_document, read_stream
from variorum.readers.source import ReadError, Source, printable

__all__ = ["MAX_SIZE", "ReadError", "Source", "printable", "read_document", "read_stream"]

"""How the set-up speaks: lines on standard output, and the one error that people get to read.

Imports the standard library only; read by Python 3.6.
"""

import sys
from typing import TextIO


class SetupError(Exception):
    """Something stands in the way of the set-up; its text says what it is and what to do."""


def say(text: str = "") -> None:
    """Print a line at once, even where the terminal cannot show every letter of a path."""
    _put(text, sys.stdout)


def complain(text: str) -> None:
    """Print a line on standard error, after everything that was said before it."""
    sys.stdout.flush()
    _put(text, sys.stderr)


def _put(text: str, stream: TextIO) -> None:
    try:
        print(text, file=stream, flush=True)
    except UnicodeEncodeError:
        print(text.encode("ascii", "backslashreplace").decode("ascii"), file=stream, flush=True)


def ignore(line: str) -> None:
    """Do nothing about a line of a program's output: it stands in the log."""

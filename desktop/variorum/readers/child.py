"""What runs in the process that `sandbox` starts: it reads one file's bytes, answers, and ends.

Imports the adapter that it is asked for, and nothing of Qt. It opens no file and no connection;
where the system lets it, it gives up the right to before it looks at the first byte.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from variorum.readers.content import Content
from variorum.readers.errors import PasswordWanted, Unreadable
from variorum.readers.formats import adapter, sharing_adapter
from variorum.readers.frames import (
    Role,
    decode_request,
    encode_content,
    encode_message,
    read_frame,
    read_frames,
    write_frame,
)
from variorum.readers.watch import Watch

MEMORY: Final = 1 << 30
"""In bytes: the address space of the process."""

_READ: Final = 0.9
"""How much of the work is done when the text is found, and still to be sent."""

_STEP: Final = 0.005
"""Progress is told in steps of this share."""


def main() -> None:
    """Read a request from standard input, and answer on standard output."""
    # By number: a program without a console has no `sys.stdin`.
    requests, answers = os.fdopen(0, "rb"), os.fdopen(os.dup(1), "wb")
    # It ends after one file, and its objects do not point at each other in rings: to look for such
    # rings takes a fifth of the time.
    gc.disable()
    # Whatever a library prints must not get between the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    with suppress(OSError):  # nobody wants to know any more
        _serve(requests, answers)
        answers.flush()
    # No tidying up: it would only take time.
    os._exit(0)


def _serve(requests: BinaryIO, answers: BinaryIO) -> None:
    kind, options, role = decode_request(read_frame(requests) or b"")
    try:
        reader = adapter(kind)
    except Unreadable as error:
        write_frame(answers, encode_message("unreadable", [error.problem, error.advice]))
        return
    limit(int.from_bytes(read_frame(requests) or b"", "big"))
    data = read_frame(requests) or b""
    if role is Role.SECOND:
        # Whatever stands in its way is met by the first process, too, and said there.
        with suppress(Exception):
            for frame in sharing_adapter(kind).read_rest(data, options):
                write_frame(answers, frame)
        return
    told = 0.0

    def tell(fraction: float) -> None:
        nonlocal told
        if fraction >= told + _STEP:
            told = fraction
            write_frame(answers, encode_message("progress", fraction))
            answers.flush()

    def read() -> Content:
        watch = Watch(lambda fraction: tell(_READ * fraction))
        if role is Role.FIRST:
            return sharing_adapter(kind).read(data, options, watch, read_frames(requests))
        return reader.read(data, options, watch)

    _answer(read, answers, tell)


def _answer(read: Callable[[], Content], answers: BinaryIO, tell: Callable[[float], None]) -> None:
    """Send what is read, or why nothing is."""
    try:
        content = read()
        length = len(content.text or "") + sum(len(p.text) for p in content.paragraphs)
        sent = 0
        for frame in encode_content(content):
            write_frame(answers, frame)
            sent += len(frame)
            tell(_READ + (1 - _READ) * min(1.0, sent / max(1, length)))
    except PasswordWanted as error:
        write_frame(answers, encode_message("password", error.wrong))
    except Unreadable as error:
        write_frame(answers, encode_message("unreadable", [error.problem, error.advice]))
    except MemoryError:
        write_frame(answers, encode_message("memory", None))
    except OSError:
        raise
    except Exception as error:  # whatever hostile bytes bring about is an answer, too
        write_frame(answers, encode_message("defect", _place(error)))


def limit(seconds: int) -> None:
    """Give up what a reader needs not, where the system knows how.

    Args:
        seconds: of computing that the process may use.
    """
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    for name, value in (
        ("RLIMIT_AS", MEMORY),
        ("RLIMIT_CPU", seconds),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_NPROC", 0),
    ):
        # macOS knows some of them by name only; a stricter limit stays, even for the superuser.
        with suppress(AttributeError, ValueError, OSError):
            which = getattr(resource, name)
            hard = resource.getrlimit(which)[1]
            bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(which, (bound, bound))


def _place(error: Exception) -> str:
    """Which error it was, and where."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}"

"""Reads a file that may do harm in a process of its own: the only code that starts processes.

Imports the standard library and this room. The process gets the bytes, limits of time and memory
(see `child`), and nothing else; what it answers is checked (see `frames`). Its crash, hunger or
endless work is an `Unreadable` here. Two threads feed and drain it, since not every system lets
one wait for a pipe with a time limit; both end with the process. A second process may read a share
of a long file; what it says goes to the first one as it is, and what it fails to say is read there.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import chain
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO, Any, BinaryIO, Final

from variorum.readers.content import Content
from variorum.readers.errors import PasswordWanted, Unreadable
from variorum.readers.formats import SHARED
from variorum.readers.frames import (
    BadFrameError,
    Gathering,
    Role,
    decode_message,
    encode_request,
    read_frame,
    read_frames,
    write_frame,
)
from variorum.readers.kinds import Kind
from variorum.readers.options import ReadOptions
from variorum.readers.watch import Watch

ARGUMENT: Final = "--read-beside"
"""With this alone, a program that was frozen into one file is the reading process."""

LARGEST_TEXT: Final = 1 << 28
"""In bytes: how much text, with its styles and emphasis, one file may hold."""

_START: Final = (
    "import sys; sys.path[:] = sys.argv[1:]; from variorum.readers.child import main; main()"
)
_PATIENCE: Final = 0.04
"""Seconds between two questions whether to stop."""

_BASE: Final = 60
"""Seconds that any file may take."""

_PER_MEGABYTE: Final = 4
"""Seconds that each megabyte may take besides: some twenty times what the slowest format takes."""

WORTH_SHARING: Final = (400_000, 64_000_000)
"""In bytes: smaller files are read sooner than a second process starts; of larger ones, nobody
wants a third copy in memory."""

_COPY: Final = "Look for another copy of it, or open it in its program and save it again."


class Defect(Unreadable):
    """An adapter failed in a way that nobody foresaw."""


def read(kind: Kind, data: bytes, options: ReadOptions, watch: Watch) -> Content:
    """The text of a file.

    Raises:
        Unreadable: it has none, or it cannot be found; or the process ended before it was.
        PasswordWanted: it is encrypted, and the password is missing or wrong.
        Cancelled: the watch said so.
    """
    seconds = time_limit(len(data))
    gathering = Gathering()
    with ExitStack() as stack:
        process = stack.enter_context(_process())
        second = _second(kind, len(data), stack)
        role = Role.ALL if second is None else Role.FIRST
        rest = () if second is None else read_frames(_binary(second.stdout))
        answers: SimpleQueue[bytes | None] = SimpleQueue()
        sent = chain(_request(kind, options, role, seconds), (data,), rest)
        threads = [
            Thread(target=_feed, args=(process.stdin, sent), name="feeding"),
            Thread(target=_drain, args=(process.stdout, answers), name="draining"),
        ]
        if second is not None:
            sent = chain(_request(kind, options, Role.SECOND, seconds), (data,))
            threads.append(Thread(target=_feed, args=(second.stdin, sent), name="feeding more"))
        try:
            for thread in threads:
                thread.start()
            for body in _answers(answers, monotonic() + seconds, watch):
                _take(body, gathering, watch)
            if gathering.content is None:
                with suppress(subprocess.TimeoutExpired):  # its own end says most
                    process.wait(1)
        finally:
            process.kill()
            if second is not None:
                second.kill()
            for thread in threads:
                if thread.ident is not None:
                    thread.join()
    if gathering.content is None:
        raise _ended(process.returncode)
    return gathering.content


def _second(kind: Kind, size: int, stack: ExitStack) -> subprocess.Popen[bytes] | None:
    """A process for the second share, if it pays and can be started."""
    least, most = WORTH_SHARING
    if kind not in SHARED or not least <= size <= most or _processors() < 2:
        return None
    with suppress(Unreadable):
        return stack.enter_context(_process())
    return None


def _processors() -> int:
    """How many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _request(kind: Kind, options: ReadOptions, role: Role, seconds: int) -> tuple[bytes, bytes]:
    """What comes before the file."""
    return encode_request(kind, options, role), seconds.to_bytes(4, "big")


def time_limit(size: int) -> int:
    """The seconds that a file may take.

    Args:
        size: in bytes.
    """
    return _BASE + _PER_MEGABYTE * (size >> 20)


def command() -> list[str]:
    """How the process is started.

    Isolated from the user's settings and without the search for further packages, which takes
    time: it finds modules where this process does.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    ours = str(Path(__file__).resolve().parents[2])
    paths = [path for path in (ours, *sys.path) if Path(path).is_absolute()]
    return [sys.executable, "-I", "-S", "-c", _START, *paths]


@contextmanager
def _process() -> Iterator[subprocess.Popen[bytes]]:
    """A process that waits for a request; it has ended when the context is left."""
    try:
        process = subprocess.Popen(  # noqa: S603 - this very program, no shell
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # No window of its own on Windows; no share in Ctrl+C elsewhere.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            start_new_session=sys.platform != "win32",
        )
    except OSError as error:
        reason = (error.strerror or str(error)).strip().rstrip(".")
        problem = f"the process that would read it cannot be started: “{reason}”"
        raise Unreadable(problem, "Close other programs and try again.") from error
    try:
        yield process
    finally:
        process.kill()
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):  # what was not sent yet cannot be sent any more
                stream.close() if stream is not None else None
        process.wait()


def _feed(stream: IO[bytes], parts: Iterable[bytes]) -> None:
    """In a thread: send what the process needs."""
    with suppress(OSError, ValueError):  # it ended early; its answers, or their absence, say why
        for part in parts:
            write_frame(_binary(stream), part)
        stream.close()


def _drain(stream: IO[bytes], answers: SimpleQueue[bytes | None]) -> None:
    """In a thread: receive what the process says, and None when that is all."""
    received = 0
    with suppress(OSError, ValueError, BadFrameError):  # the end is missing, then, which says it
        while received <= LARGEST_TEXT and (body := read_frame(_binary(stream))) is not None:
            received += len(body)
            answers.put(body)
    answers.put(encode_too_much() if received > LARGEST_TEXT else None)


def encode_too_much() -> bytes:
    """The message that stands for more text than can be taken."""
    return b'["memory", null]'


def _binary(stream: IO[bytes] | None) -> BinaryIO:
    return stream  # type: ignore[return-value] # a pipe of bytes is one


def _answers(answers: SimpleQueue[bytes | None], until: float, watch: Watch) -> Iterator[bytes]:
    while True:
        watch.check()
        try:
            body = answers.get(timeout=_PATIENCE)
        except Empty:
            if monotonic() > until:
                raise _too_long() from None
            continue
        if body is None:
            return
        yield body


def _take(body: bytes, gathering: Gathering, watch: Watch) -> None:
    try:
        kind, value = decode_message(body)
        _refuse(kind, value)
        if kind == "progress" and isinstance(value, int | float):
            watch.at(float(value))
        else:
            gathering.take(kind, value)
    except BadFrameError as error:
        raise Defect("it led the reader astray", _COPY) from error


def _refuse(kind: str, value: Any) -> None:
    """Raise what the process could not: why there is no text."""
    match kind, value:
        case "unreadable", [str(problem), str(advice)]:
            raise Unreadable(problem, advice)
        case "password", bool(wrong):
            raise PasswordWanted(wrong=wrong)
        case "memory", _:
            raise Unreadable("it would take too much memory", "Split it into parts.")
        case "defect", str(place):
            raise Defect(f"it is damaged, or written in an unknown way ({place})", _COPY)


def _ended(status: int) -> Unreadable:
    """Why a process may have ended without a result.

    Args:
        status: as `Popen.returncode` has it.
    """
    if status == -getattr(signal, "SIGXCPU", 0):
        return _too_long()
    return Unreadable("the process that read it broke down, or ran out of memory", _COPY)


def _too_long() -> Unreadable:
    return Unreadable("reading it takes longer than any sound file of its size would", _COPY)

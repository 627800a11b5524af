"""Running other programs: calmly beside a log, or in the place of this one.

Imports the standard library only; read by Python 3.6.

A child writes to a log file, never to a pipe: if the set-up is killed, pip or apt-get finishes
what it is at instead of dying of a broken pipe in the middle of it.
"""

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple, Optional, Sequence

from bootstrap.words import complain

TAIL_LINES = 400
"""How many of the last lines of a log are kept to find out what went wrong."""

POLL_SECONDS = 0.2
"""How often a running child's log is looked at."""

FOREIGN_SETTINGS = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__")
"""Settings for the Python that runs the set-up, which would lead another Python astray."""


class Record(NamedTuple):
    """Where a long piece of work writes what its programs say."""

    log: Path
    """A log file, added to."""
    keep: Sequence[int] = ()
    """File descriptors that the programs inherit, where the platform can do that."""


class Outcome(NamedTuple):
    """What a child left behind."""

    status: int
    """Its exit status; negative when a signal ended it."""
    tail: List[str]
    """The last lines that it wrote."""


def clean_environment(**extra: str) -> Dict[str, str]:
    """This process's environment variables, fit for another Python; `extra` ones on top."""
    settings = {k: v for k, v in os.environ.items() if k not in FOREIGN_SETTINGS}
    settings.update(extra)
    return settings


def become(command: Sequence[str]) -> int:
    """Run a command in the place of this program.

    Where a process can be replaced, this does not return. Windows would give the terminal back
    to the user at once, so there the command is waited for and its exit status returned.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        return subprocess.call(list(command), env=clean_environment())
    os.execve(command[0], list(command), clean_environment())  # noqa: S606 - no shell is wanted
    raise AssertionError("execve does not return")


def run_logged(
    command: Sequence[str],
    record: Record,
    on_line: Callable[[str], None],
    on_wait: Optional[Callable[[], None]] = None,
    folder: Optional[Path] = None,
    settings: Optional[Dict[str, str]] = None,
) -> Outcome:
    """Run a command whose output goes to the end of a log file.

    Args:
        command: the program and its arguments.
        record: the log, and what the command inherits.
        on_line: is given each line of output, without its end.
        on_wait: is called five times a second while the command runs.
        folder: where it runs.
        settings: its environment variables; this process's cleaned ones by default.

    Raises:
        OSError: the command is missing or the log cannot be written.
    """
    tail: List[str] = []
    with record.log.open("ab") as sink, record.log.open("rb") as source:
        source.seek(0, os.SEEK_END)
        child = subprocess.Popen(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            cwd=None if folder is None else str(folder),
            env=clean_environment() if settings is None else settings,
            pass_fds=tuple(record.keep) if os.name == "posix" else (),
        )
        reader = _LineReader(source.read, on_line, tail)
        try:
            while not _ended(child):
                reader.read()
                if on_wait is not None:
                    on_wait()
        except BaseException:
            # Whatever ends the waiting, Ctrl-C above all, ends the work that was waited for.
            with suppress(PermissionError):  # sudo hears of Ctrl-C from the terminal itself
                child.terminate()
            child.wait()
            raise
        reader.read()
        reader.finish()
    return Outcome(child.returncode, tail)


def run_quietly(
    command: Sequence[str], seconds: float, settings: Optional[Dict[str, str]] = None
) -> Outcome:
    """Run a short command and return what it wrote; status -1 when it is missing or too slow."""
    with tempfile.TemporaryFile() as sink:
        try:
            status = subprocess.call(
                list(command),
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
                timeout=seconds,
                env=clean_environment() if settings is None else settings,
            )
        except (OSError, subprocess.TimeoutExpired):
            status = -1
        sink.seek(0)
        said = sink.read().decode("utf-8", "replace").splitlines()
    return Outcome(status, said)


def run_in_terminal(command: Sequence[str]) -> int:
    """Run a command that may talk to the user; its exit status, or -1 when it is missing."""
    sys.stdout.flush()
    try:
        return subprocess.call(list(command))
    except OSError as error:
        complain("%s does not start: %s" % (command[0], error.strerror))
        return -1


def _ended(child: "subprocess.Popen[bytes]") -> bool:
    try:
        child.wait(timeout=POLL_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return True


class _LineReader:
    """Turns what arrives in a growing file into whole lines."""

    def __init__(
        self, read: Callable[[], bytes], on_line: Callable[[str], None], tail: List[str]
    ) -> None:
        self._read = read
        self._on_line = on_line
        self._tail = tail
        self._rest = b""

    def read(self) -> None:
        """Hand on the lines that are complete by now."""
        parts = (self._rest + self._read()).split(b"\n")
        self._rest = parts.pop()
        for part in parts:
            self._hand_on(part)

    def finish(self) -> None:
        """Hand on what stands after the last line end."""
        if self._rest:
            self._hand_on(self._rest)
            self._rest = b""

    def _hand_on(self, part: bytes) -> None:
        line = part.decode("utf-8", "replace").rstrip()
        self._tail.append(line)
        del self._tail[:-TAIL_LINES]
        self._on_line(line)

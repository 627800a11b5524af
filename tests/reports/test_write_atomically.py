"""Reports reach the disk whole, or the old file stays as it was."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from variorum.reports import files as report_files
from variorum.reports.files import PIECE, WriteError, encode_pieces, write_atomically

posix = pytest.mark.skipif(os.name != "posix", reason="rights, links and signals of POSIX")


def test_a_new_file_holds_all_parts_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    write_atomically(target, iter([b"one ", b"two"]))
    assert target.read_bytes() == b"one two"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    target = tmp_path / "report"
    target.write_bytes(b"old and longer than the new")
    write_atomically(str(target), b"new\r\n\n")
    assert target.read_bytes() == b"new\r\n\n"


@pytest.mark.parametrize("kind", [RuntimeError, KeyboardInterrupt])
def test_the_old_file_survives_whatever_stops_the_writing(tmp_path: Path, kind: type) -> None:
    target = tmp_path / "report"
    target.write_bytes(b"old")

    def parts() -> Iterator[bytes]:
        yield b"half of the "
        raise kind

    with pytest.raises(kind):
        write_atomically(target, parts())
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["report"]


def test_a_full_disk_leaves_the_old_file_and_says_so(tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "report"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(report_files.os, "fsync", full)
    with pytest.raises(WriteError, match="no space left") as caught:
        write_atomically(target, b"new")
    assert caught.value.advice.startswith("Make room")
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["report"]


@posix
def test_a_killed_writer_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "report"
    target.write_bytes(b"old")
    program = (
        "import os, signal, sys\n"
        "from variorum.reports.files import write_atomically\n"
        "def parts():\n"
        "    yield b'x' * 1_000_000\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "    yield b'never'\n"
        "write_atomically(sys.argv[1], parts())\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(target)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["no/such/folder/report", "x" * 300, "a\0b"])
def test_names_that_cannot_be_are_told(tmp_path: Path, name: str) -> None:
    path = f"{tmp_path}/{name}"
    with pytest.raises(WriteError) as caught:
        write_atomically(path, b"new")
    assert caught.value.path == path
    assert str(caught.value).isprintable()
    assert caught.value.problem
    assert caught.value.advice.endswith(".")


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="it is a folder"):
        write_atomically(tmp_path, b"new")


def test_a_protected_file_stays(tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "report"
    target.write_bytes(b"old")
    # Nothing is protected from the superuser: the answer of the system is staged.
    monkeypatch.setattr(report_files.os, "access", lambda *_: False)
    with pytest.raises(WriteError, match="no permission"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"


def open_elsewhere(monkeypatch, times: int, answer: int) -> list[Path]:
    """Have a system that replaces no open file, as Windows, refuse it some times; what it did."""
    replace = Path.replace
    asked: list[Path] = []

    def refuse(source: Path, target: Path) -> Path:
        asked.append(target)
        if len(asked) > times:
            return replace(source, target)
        error = PermissionError(errno.EACCES, "Access is denied", str(target))
        error.winerror = answer  # type: ignore[attr-defined] # known to Windows only
        raise error

    monkeypatch.setattr(report_files, "PAUSE", 0)
    monkeypatch.setattr(Path, "replace", refuse)
    return asked


@pytest.mark.parametrize("answer", [5, 32, 33])
def test_a_file_open_elsewhere_stays_and_is_told(tmp_path: Path, monkeypatch, answer: int) -> None:
    target = tmp_path / "report"
    target.write_bytes(b"old")
    open_elsewhere(monkeypatch, 99, answer)
    with pytest.raises(WriteError, match="it is open in another program") as caught:
        write_atomically(target, b"new")
    assert caught.value.advice.startswith("Close it there")
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["report"]


def test_a_file_open_elsewhere_for_a_moment_is_replaced(tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "report"
    target.write_bytes(b"old")
    asked = open_elsewhere(monkeypatch, report_files.TRIES - 1, 32)
    write_atomically(target, b"new")
    assert len(asked) == report_files.TRIES
    assert target.read_bytes() == b"new"


@posix
def test_a_file_that_somebody_reads_is_replaced_under_their_hands(tmp_path: Path) -> None:
    target = tmp_path / "report"
    target.write_bytes(b"old")
    with target.open("rb") as reader:
        write_atomically(target, b"new")
        assert reader.read() == b"old"
    assert target.read_bytes() == b"new"


AS_NOBODY = """
import os, sys
from variorum.reports.files import WriteError, write_atomically
if os.geteuid() == 0:  # whom no right stops
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    write_atomically(sys.argv[1], b"new")
except WriteError as error:
    print(error, error.advice)
"""


@posix
@pytest.mark.parametrize("name", ["old", "new"])
def test_a_folder_that_can_only_be_read_keeps_what_it_has(name: str) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as made:
        folder = Path(made)
        (folder / "old").write_bytes(b"old")
        (folder / "old").chmod(0o666)
        folder.chmod(0o555)
        command = [sys.executable, "-c", AS_NOBODY, str(folder / name)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        assert "you have no permission to write there" in done.stdout
        assert [(p.name, p.read_bytes()) for p in folder.iterdir()] == [("old", b"old")]
        folder.chmod(0o755)


@posix
def test_rights_are_the_users_for_a_new_file_and_kept_for_an_old_one(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_atomically(tmp_path / "new", b"")
    finally:
        os.umask(mask)
    old = tmp_path / "old"
    old.write_bytes(b"")
    old.chmod(0o604)
    write_atomically(old, b"")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    assert stat.S_IMODE(old.stat().st_mode) == 0o604


@posix
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@posix
def test_a_device_is_written_to_and_stays_one() -> None:
    write_atomically(os.devnull, b"into nothing")
    assert Path(os.devnull).is_char_device()


@posix
def test_a_device_that_is_full_is_told() -> None:
    full = Path("/dev/full")
    if full.exists():
        with pytest.raises(WriteError, match="no space"):
            write_atomically(full, b"x")
    else:  # not every POSIX system has one
        assert sys.platform != "linux"


def test_pieces_are_gathered_and_encoded() -> None:
    pieces = ["é" * 10] * (PIECE // 5)
    parts = list(encode_pieces(pieces))
    assert b"".join(parts).decode() == "".join(pieces)
    assert 2 <= len(parts) <= 4


UNFINISHED = ".variorum-0123456789abcdef.part"


def aged(path: Path, seconds: float = 3600.0) -> Path:
    """A file that nobody changed for a while."""
    path.write_bytes(b"half of it")
    then = time.time() - seconds
    os.utime(path, (then, then))
    return path


def test_what_a_killed_save_left_behind_is_swept_away(tmp_path: Path) -> None:
    rubbish = aged(tmp_path / UNFINISHED)
    write_atomically(tmp_path / "page.html", b"x")
    assert not rubbish.exists()


def test_nothing_else_is_swept_away(tmp_path: Path) -> None:
    young = aged(tmp_path / UNFINISHED, 5.0)
    others = [
        aged(tmp_path / name)
        for name in (".variorum-1.part", "variorum.part", f"{UNFINISHED}.txt", "a.html.part")
    ]
    folder = tmp_path / UNFINISHED.replace("0123", "aaaa")
    folder.mkdir()
    link = tmp_path / UNFINISHED.replace("0123", "bbbb")
    link.symlink_to(others[0])
    write_atomically(tmp_path / "page.html", b"x")
    assert all(path.exists() for path in (young, folder, *others))
    assert link.is_symlink()


@posix
def test_what_somebody_writes_is_not_swept_away(tmp_path: Path) -> None:
    """Not even when the writer waits for long, and its file looks abandoned."""

    def parts() -> Iterator[bytes]:
        yield b"x" * 100_000
        (own,) = tmp_path.glob(".variorum-*.part")
        os.utime(own, (1.0, 1.0))
        write_atomically(tmp_path / "other.html", b"other")
        assert own.exists()
        yield b"y"

    write_atomically(tmp_path / "page.html", parts())
    assert (tmp_path / "page.html").stat().st_size == 100_001
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.html", "page.html"]

"""Kills a process again and again while it works and saves, and looks at what is on the disk.

    python tests/sessions/killing.py [KILLS] [SEED]

Each round starts a child, which writes a draft and saves its session in a loop and says the number
of each review before it writes it and once it is written. It is killed after a random moment. What
is found then must be whole, and no older than the last one that was said to be written. The two
texts that are compared must be untouched. Without Qt; for systems that can fork.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from made_sessions import session_in

from variorum.reports import files
from variorum.review import Review
from variorum.sessions import DraftFolder, Session, read_session, write_session

LONGEST = 0.15
"""Seconds until a child is killed, at most; a write, brought to the disk, takes some ten ms."""


def review(number: int) -> Review:
    """The review of a number; long enough to need several writes."""
    return Review(summary=f"{number} " + "x" * (number * 997 % 60_000))


def number_of(session: Session) -> int:
    number, _, rest = session.review.summary.partition(" ")
    assert len(rest) == int(number) * 997 % 60_000, "the review is not whole"
    return int(number)


def work(folder: Path, session: Session, told: int, after: float) -> None:
    """Write and save until killed, so many seconds from now; tell what has begun and what is done.

    The system kills it: nothing in Python hears of this alarm, and nothing is put in order.
    """
    draft = DraftFolder(folder / "drafts").begin()
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, after)
    for number in range(1, 1_000_000):
        now = Session(session.left, session.right, review=review(number))
        if number % 7 == 0:  # read again, as after a reload: the draft gets other texts, too
            now = replace(now, left=replace(now.left))
        os.write(told, b"d%d\n" % number)
        draft.write(now, None)
        os.write(told, b"D%d\n" % number)
        if number % 3 == 0:
            os.write(told, b"s%d\n" % number)
            write_session(now, folder / "work.variorum")
            os.write(told, b"S%d\n" % number)


def kill_once(folder: Path, session: Session, after: float) -> tuple[str, Counter[str]]:
    """Start a child, kill it, and return what it was at and what it had said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(folder, session, writing, after)
        finally:
            os._exit(1)
    os.close(writing)
    said = b""
    while piece := os.read(reading, 1 << 16):
        said += piece
    os.close(reading)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child ended by itself"
    assert os.WTERMSIG(status) == signal.SIGALRM
    lines = said.decode().split("\n")
    last: Counter[str] = Counter()
    for line in lines[:-1]:
        last[line[0]] = int(line[1:])
    return _MOMENTS[lines[-2][0] if len(lines) > 1 else "d"], last


_MOMENTS = {
    "d": "killed while writing a draft",
    "s": "killed while saving",
    "D": "killed in between",
    "S": "killed in between",
}


def check(folder: Path, session: Session, last: Counter[str]) -> int:
    """Look at what a killed child left; how many drafts were found.

    Raises:
        AssertionError: something is lost or broken.
    """
    found = list(DraftFolder(folder / "drafts").found())
    if last["D"]:
        assert len(found) == 1, f"{len(found)} drafts instead of one"
    assert len(found) <= 1
    for one in found:
        number = number_of(one.session)
        assert last["D"] <= number <= last["d"], f"draft {number} after {last}"
        one.draft.end()
    path = folder / "work.variorum"
    if last["S"]:
        assert number_of(read_session(path)) >= last["S"]
    elif path.exists():
        number_of(read_session(path))
    path.unlink(missing_ok=True)
    left_behind = [p.name for p in (folder / "drafts").iterdir()]
    assert not left_behind, f"left behind: {left_behind}"
    # What a killed save left behind is swept away by the next one.
    write_session(session, folder / "swept.variorum")
    left_behind = [p.name for p in folder.glob(".variorum-*")]
    assert not left_behind, f"left behind: {left_behind}"
    return len(found)


def kill_often(kills: int, seed: int = 1) -> Counter[str]:
    """Kill so many children; where they were when they were killed."""
    files.LEFT_BEHIND = 0.0  # type: ignore[misc] # at once, not in a minute
    chance = random.Random(seed)  # noqa: S311 - to spread moments, not to keep secrets
    where: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        session = session_in(folder)
        texts = {path: path.read_bytes() for path in folder.glob("*.txt")}
        for _ in range(kills):
            at, last = kill_once(folder, session, (1 - chance.random()) * LONGEST)
            where[at] += 1
            where["drafts found"] += check(folder, session, last)
            where["sessions found"] += bool(last["S"])
            assert {path: path.read_bytes() for path in texts} == texts
    return where


if __name__ == "__main__":
    begun = time.monotonic()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    result = kill_often(count, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    sys.stdout.write(
        f"{count} kills in {time.monotonic() - begun:.1f} s: {dict(result)}; nothing was lost\n"
    )

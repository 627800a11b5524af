"""One set-up at a time, also when one is killed and leaves its children behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tiny_program import SCRIPTS

from bootstrap.lock import Lock

HOLD = f"""
import sys
sys.path.insert(0, {str(SCRIPTS)!r})
from pathlib import Path
from bootstrap.lock import Lock
with Lock(Path(sys.argv[1]), lambda: print("waiting", flush=True)) as lock:
    print("held", flush=True)
    if len(sys.argv) > 2:
        import subprocess
        child = [sys.executable, "-c", "print('child', flush=True); input()"]
        subprocess.Popen(child, pass_fds=lock.descriptors())
    input()
"""


def hold(path: Path, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), *more],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_one_says_that_it_waits_and_then_goes_on(tmp_path: Path):
    path = tmp_path / "lock"
    with hold(path) as first:
        assert said(first) == "held"
        with hold(path) as second:
            assert said(second) == "waiting"
            first.communicate("\n")
            assert said(second) == "held"
            second.communicate("\n")


@pytest.mark.skipif(sys.platform == "win32", reason="children inherit no lock on Windows")
def test_a_killed_one_is_waited_for_until_its_children_are_done(tmp_path: Path):
    path = tmp_path / "lock"
    with hold(path, "with a child") as first:
        assert {said(first), said(first)} == {"held", "child"}
        first.kill()
        with hold(path) as second:
            assert said(second) == "waiting"
            assert first.stdin is not None
            first.stdin.close()  # the child that was left behind ends at the end of its input
            assert said(second) == "held"
            second.communicate("\n")


def test_a_free_lock_is_taken_at_once(tmp_path: Path):
    waited: list[int] = []
    for _ in range(2):
        with Lock(tmp_path / "lock", lambda: waited.append(1)) as lock:
            assert len(lock.descriptors()) == 1
        assert lock.descriptors() == []
    assert waited == []

"""A lock is held by one process at a time, and only on the file that has its name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from variorum.sessions import locks
from variorum.sessions.locks import Lock


def test_what_is_held_is_not_taken_again_until_it_is_let_go(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    first = Lock.taken(path)
    assert first is not None
    assert Lock.taken(path) is None
    first.release()
    again = Lock.taken(path)
    assert again is not None
    again.remove()
    assert not path.exists()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere what is open cannot be removed")
@pytest.mark.parametrize("anew", [False, True])
def test_a_file_that_was_removed_before_it_was_held_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, anew: bool
) -> None:
    path = tmp_path / "lock"
    hold = locks._hold

    def hold_late(handle: int) -> bool:
        """As when another process, done with the file, is quicker."""
        path.unlink()
        if anew:
            path.touch()
        return hold(handle)

    monkeypatch.setattr(locks, "_hold", hold_late)
    assert Lock.taken(path) is None

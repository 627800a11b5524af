"""The set-up under test: its modules can be imported, and a tiny program is there to set up."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tiny_program import SCRIPTS, Checkout, lay_out

# At the end: the scripts' own names (test, run) must not hide modules of the standard library.
sys.path.append(str(SCRIPTS))


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A tiny program that is not set up yet."""
    return lay_out(tmp_path)


@pytest.fixture(scope="package")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A tiny program that is set up; not to be changed."""
    made = lay_out(tmp_path_factory.mktemp("complete"))
    done = made.run("run.py")
    assert done.returncode == 0, done.stdout + done.stderr
    return made


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can enter and write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder

"""The stamp: it holds as long as nothing that the environment was made from has changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tiny_program import Checkout

from bootstrap.places import Place
from bootstrap.stamp import Stamp, read_stamp, write_stamp


@pytest.fixture
def place(checkout: Checkout) -> Place:
    """A folder that looks like a complete environment."""
    place = Place(checkout.environment, checkout.folder)
    for name in ("variorum-1.0.dist-info", "rapidfuzz-3.0.dist-info"):
        (place.libraries / name).mkdir(parents=True)
    place.scripts.mkdir(exist_ok=True)
    Path(place.python).write_text("")
    return place


def test_what_was_written_is_read(place: Place):
    stamp = Stamp(["dev"], in_place=True)
    write_stamp(place, stamp)
    assert read_stamp(place) == stamp
    assert [path.name for path in place.home.glob("setup-stamp*")] == ["setup-stamp.json"]


def test_there_is_none_before_one_is_written(place: Place):
    assert read_stamp(place) is None


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"extras": 1}', "\xff"])
def test_a_broken_one_is_none(place: Place, text: str):
    place.stamp.write_bytes(text.encode("latin-1"))
    assert read_stamp(place) is None


def test_other_requirements_need_another_environment(place: Place):
    write_stamp(place, Stamp([], in_place=True))
    with (place.checkout / "pyproject.toml").open("a") as file:
        file.write("# changed\n")
    assert read_stamp(place) is None


def test_what_was_taken_away_is_missed(place: Place):
    write_stamp(place, Stamp([], in_place=True))
    (place.libraries / "added-1.0.dist-info").mkdir()
    assert read_stamp(place) is not None
    (place.libraries / "rapidfuzz-3.0.dist-info").rmdir()
    assert read_stamp(place) is None


def test_a_python_that_is_gone_is_missed(place: Place):
    write_stamp(place, Stamp([], in_place=True))
    Path(place.python).unlink()
    assert read_stamp(place) is None


def test_an_environment_cannot_be_moved(place: Place):
    write_stamp(place, Stamp([], in_place=True))
    other = place.checkout.with_name("moved")
    shutil.move(place.checkout, other)
    assert read_stamp(Place(other / ".venv", other)) is None


@pytest.mark.parametrize("in_place", [True, False])
def test_a_copy_of_the_program_is_made_anew_when_its_files_change(place: Place, in_place: bool):
    write_stamp(place, Stamp([], in_place))
    code = place.checkout / "desktop" / "variorum"
    (code / "__pycache__").mkdir()
    (code / "__pycache__" / "made.pyc").write_text("")
    assert read_stamp(place) is not None
    os.utime(code / "__init__.py", (1, 1))
    assert (read_stamp(place) is not None) == in_place

"""Where the environment goes: into the checkout, or into the user's cache folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from tiny_program import as_nobody

from bootstrap import places
from bootstrap.places import Place

posix = pytest.mark.skipif(os.name == "nt", reason="no file modes and no effective user there")


def test_the_cache_folder_follows_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if os.name == "nt":
        monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
        assert places.cache_folder() == tmp_path
    elif sys.platform == "darwin":
        assert places.cache_folder() == tmp_path / "Library" / "Caches"
    else:
        assert places.cache_folder() == tmp_path / ".cache"
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
        assert places.cache_folder() == tmp_path / "elsewhere"
        monkeypatch.setenv("XDG_CACHE_HOME", "relative")
        assert places.cache_folder() == tmp_path / ".cache"


def test_two_checkouts_never_share_an_environment(tmp_path: Path):
    one, two = tmp_path / "one" / "variorum", tmp_path / "two" / "variorum"
    homes = {place.home for checkout in (one, two) for place in places.places(checkout)}
    assert len(homes) == 4
    assert places.places(one)[0].home == one / ".venv"
    assert places.places(one)[1].home.name.startswith("variorum-")


def test_a_folder_can_be_made_below_one_that_can_be_written(tmp_path: Path):
    assert Place(tmp_path / "a" / "b", tmp_path).can_be_made
    (tmp_path / "file").write_text("")
    assert not Place(tmp_path / "file", tmp_path).can_be_made
    assert not Place(tmp_path / "file" / "b", tmp_path).can_be_made


@posix
def test_a_folder_of_somebody_else_cannot_be_written(open_folder: Path):
    theirs = open_folder / "theirs"
    (theirs / "desktop").mkdir(parents=True)
    theirs.chmod(0o555)
    (theirs / "desktop").chmod(0o555)
    code = f"""
place = Place(Path({str(theirs / ".venv")!r}), Path({str(theirs)!r}))
print(place.can_be_made, place.installs_in_place)
"""
    assert as_nobody(code).split() == ["False", "False"]
    theirs.chmod(0o777)
    (theirs / "desktop").chmod(0o777)
    assert as_nobody(code).split() == ["True", "True"]


@posix
def test_notes_of_somebody_else_keep_the_program_from_running_in_place(open_folder: Path):
    notes = open_folder / "desktop" / "variorum.egg-info"
    notes.mkdir(parents=True)
    (notes / "PKG-INFO").write_text("")
    for path, mode in ((notes.parent, 0o777), (notes, 0o777), (notes / "PKG-INFO", 0o444)):
        path.chmod(mode)
    code = f"print(Place(Path('env'), Path({str(open_folder)!r})).installs_in_place)"
    assert as_nobody(code).split() == ["False"]
    (notes / "PKG-INFO").chmod(0o666)
    assert as_nobody(code).split() == ["True"]


@posix
def test_without_any_place_it_says_what_to_do(open_folder: Path):
    (open_folder / "checkout").mkdir()
    (open_folder / "checkout").chmod(0o555)
    open_folder.chmod(0o555)
    code = f"""
os.environ["XDG_CACHE_HOME"] = os.environ["HOME"] = {str(open_folder / "cache")!r}
checkout = Path({str(open_folder / "checkout")!r})
print(session.run("run.py", [], lambda a: environment.prepare("", print, checkout)))
"""
    said = as_nobody(code)
    open_folder.chmod(0o777)
    assert said.startswith("There is no room for what Variorum needs")
    assert str(open_folder / "checkout") in said
    assert "run the command again" in said
    assert said.rstrip().endswith("2")


def test_an_environment_is_called_by_its_short_name_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert Place(tmp_path / ".venv", tmp_path).label == ".venv"
    assert Place(tmp_path.parent / ".venv", tmp_path).label == str(tmp_path.parent / ".venv")

"""The entry in the menus of Linux desktops: valid, complete, and gone when it is taken away."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from tiny_program import SCRIPTS

import menu_entry
from bootstrap.words import SetupError
from variorum.readers import read_document
from variorum.sessions import Session, write_session

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such entries")

PARTS = SCRIPTS / "linux"


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def said_by(*command: str | Path, **settings: str) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of shared data with Variorum in it, as a package has it; not to be changed."""
    folder = tmp_path_factory.mktemp("share")
    menu_entry.install(folder, sys.executable, "")
    menu_entry.refresh(folder)
    return folder


def entry_of(folder: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(delimiters="=", strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(folder / menu_entry.ENTRY, encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_entry_is_valid(data: Path):
    assert said_by("desktop-file-validate", data / menu_entry.ENTRY) == ""


def test_the_description_for_software_centres_is_valid():
    # The project has no domain that a reversed name could begin with.
    plain = "--override=cid-desktopapp-is-not-rdns=info"
    said_by("appstreamcli", "validate", "--no-net", plain, PARTS / "variorum.metainfo.xml")


def test_the_window_finds_its_entry(data: Path):
    app = (SCRIPTS.parent / "desktop" / "variorum" / "app.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{Path(menu_entry.ENTRY).stem}")' in app
    assert (data / "icons/hicolor/48x48/apps" / f"{entry_of(data)['Icon']}.png").exists()


@pytest.mark.parametrize("size", menu_entry.SIZES)
def test_there_are_icons_in_each_size(data: Path, size: int):
    for target in menu_entry.icons(size):
        image = QImage(str(data / target))
        assert (image.width(), image.height()) == (size, size)
        colours = {image.pixel(x, y) for x in range(size) for y in range(size)}
        assert len(colours) > 8  # something is drawn
        assert image.pixelColor(0, 0).alpha() == 0  # upon nothing


def session(folder: Path, name: str) -> Path:
    for text in ("left.txt", "right.txt"):
        (folder / text).write_text("The ferry leaves at noon.", encoding="utf-8")
    path = folder / name
    left, right = (read_document(folder / text) for text in ("left.txt", "right.txt"))
    write_session(Session(left, right), path)
    return path


@pytest.mark.parametrize("name", ["review.variorum", "renamed"])
def test_a_session_is_known(data: Path, tmp_path: Path, name: str):
    file = session(tmp_path, name)
    told = said_by(
        *("gio", "info", "-a", "standard::content-type,standard::icon", file),
        XDG_DATA_HOME=str(data),
    )
    assert "standard::content-type: application/x-variorum-session" in told
    assert "application-x-variorum-session" in told.partition("standard::icon")[2]
    assert "application/x-variorum-session" in entry_of(data)["MimeType"].split(";")


def test_the_kinds_of_texts_are_kinds_that_systems_know(data: Path):
    known = {
        line
        for folder in (Path("/usr/share/mime"), data / "mime")
        for line in (folder / "types").read_text(encoding="ascii").splitlines()
    }
    assert set(entry_of(data)["MimeType"].strip(";").split(";")) <= known


@pytest.mark.parametrize("name", ["plain", "with space", 'a"quote', "back\\slash", "100%", "a$b`c"])
def test_a_program_in_any_folder_is_started(tmp_path: Path, name: str):
    program = tmp_path / name / "variorum"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    folder = tmp_path / "share"
    menu_entry.install(folder, sys.executable, str(program))
    assert said_by("desktop-file-validate", folder / menu_entry.ENTRY) == ""
    entry = entry_of(folder)
    command = entry["Exec"].replace("\\\\", "\\").replace("%%", "%")
    assert said_by("sh", "-c", f"printf '%s|' {command}") == f"{program}|%F|"
    assert entry["TryExec"].replace("\\\\", "\\") == str(program)


def test_a_program_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(SetupError, match="There is no program"):
        menu_entry.install(tmp_path / "share", sys.executable, str(tmp_path / "variorum"))
    assert not (tmp_path / "share").exists()


def test_all_of_it_is_taken_away_and_nothing_else(tmp_path: Path):
    menu_entry.install(tmp_path, sys.executable, "")
    others = {"applications/other.desktop", "icons/hicolor/48x48/apps/other.png"}
    for name in others:
        (tmp_path / name).write_text("", encoding="utf-8")
    assert len(files_in(tmp_path)) > len(others)
    menu_entry.remove(tmp_path)
    assert files_in(tmp_path) == others
    menu_entry.remove(tmp_path)


def test_the_command_lays_it_out_for_a_package_and_takes_it_away(tmp_path: Path):
    folder = tmp_path / "usr" / "share"
    # Stands in for the environment, which is made where it is not there.
    code = (
        "import sys, menu_entry; from types import SimpleNamespace as Place;"
        "menu_entry.session.get_ready = lambda *_: Place(python=sys.executable);"
        "sys.exit(menu_entry.main(sys.argv[1:]))"
    )
    command = (sys.executable, "-c", code, "--into", folder)
    assert "among the programs" in said_by(*command, PYTHONPATH=str(SCRIPTS))
    assert entry_of(folder)["Exec"] == "variorum %F"
    assert "no longer" in said_by(*command, "--remove", PYTHONPATH=str(SCRIPTS))
    assert not files_in(folder)

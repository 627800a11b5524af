"""What Debian calls the packages of libraries, which it has, and what its failures mean."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from bootstrap import debian
from bootstrap.display import missing_in


@pytest.mark.parametrize(
    ("soname", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libfreetype.so.6", "libfreetype6"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libstdc++.so.6", "libstdc++6"),
        ("libz.so.1", "zlib1g"),
        ("libnss3.so", "libnss3"),
    ],
)
def test_packages_are_named_after_libraries(soname: str, package: str):
    assert debian.packages_of_library(soname) == (package, package + "t64")


def test_missing_libraries_are_read_from_ldd():
    said = [
        "/env/PySide6/QtWidgets.abi3.so:",
        "\tlinux-vdso.so.1 (0x00007ffd)",
        "\tlibGL.so.1 => not found",
        "\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)",
        "\tlibEGL.so.1 => not found",
        "/env/PySide6/Qt/plugins/platforms/libqxcb.so:",
        "\tlibGL.so.1 => not found",
    ]
    assert missing_in(said) == ["libEGL.so.1", "libGL.so.1"]


POLICY = """libglib2.0-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libglib2.0-0t64:
  Installed: (none)
  Candidate: 2.84.4-3
  Version table:
     2.84.4-3 500
libgl1:
  Installed: 1.7.0
  Candidate: 1.7.0-1
"""


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Stands in for another release's apt-cache: says what it is given."""

    def install(says: str) -> None:
        said = tmp_path / "said"
        said.write_text(says)
        stub = tmp_path / "apt-cache"
        stub.write_text(f'#!/bin/sh\ncat "{said}"\n')
        stub.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    return install


def test_the_name_of_this_release_is_chosen(release):
    release(POLICY)
    needs = [debian.packages_of_library("libglib-2.0.so.0"), ("libgl1", "libgl1t64"), ("gone",)]
    assert debian.resolve(needs) == ["libglib2.0-0t64", "libgl1"]


def test_where_nothing_is_known_the_usual_name_is_trusted(release):
    release("")
    assert debian.resolve([("one", "onet64"), ("two",), ("one",)]) == ["one", "two"]


def test_programs_are_missing_when_no_name_of_theirs_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "browse").write_text("#!/bin/sh\n")
    (tmp_path / "browse").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    programs = {"browser": ("surf", "browse"), "server": ("serve",)}
    assert debian.missing_programs(programs) == [("server",)]


def test_a_python_that_can_make_environments_needs_no_package():
    assert debian.missing_for_environment() == []


@pytest.mark.parametrize("tool", ["sudo", "su"])
def test_an_administrator_gets_one_command(
    tool: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / tool).write_text("#!/bin/sh\n")
    (tmp_path / tool).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    command = debian.administrator_command(["libgl1", "xvfb"])
    assert command[0] == tool
    assert command[-1] == (
        "apt-get update && apt-get install -y --no-install-recommends libgl1 xvfb"
    )


def test_failures_are_told_in_plain_words(tmp_path: Path):
    log = tmp_path / "setup.log"

    def explain(line: str) -> str:
        return debian.explain([line], ["xvfb"], log)

    assert "There is no network" in explain("W: Temporary failure resolving 'mirror.example'")
    assert "The disk is full" in explain("E: You don't have enough free space in /var/cache")
    other = explain("E: Unable to locate package xvfb")
    assert "E: Unable to locate package xvfb" in other
    assert str(log) in other
    for line in ("Could not connect to mirror.example", "No space left on device", "E: else"):
        assert "apt-get install xvfb" in explain(line)


def test_the_libraries_of_this_system_are_known():
    if not debian.has_apt():
        assert not sys.platform.startswith("linux") or shutil.which("apt-get") is None
        return
    assert debian.missing_libraries(["libc.so.6"]) == []
    assert debian.missing_libraries(["libnowhere.so.7"]) == [("libnowhere7", "libnowhere7t64")]
    assert debian.missing_packages(["dpkg", "no-such-package"]) == [("no-such-package",)]

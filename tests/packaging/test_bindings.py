"""The code of Qt's bindings is unpacked once, and not compiled at each start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from tiny_program import Checkout

from bootstrap import environment
from bootstrap.bindings import SETTING
from bootstrap.places import Place


def unpacked(place: Place) -> Path:
    return place.libraries / "shiboken6" / "files.dir"


def prepare(checkout: Checkout, extra: str = "") -> Place:
    return environment.prepare(extra, lambda _record: None, checkout.folder)


@pytest.fixture(autouse=True)
def quiet_pip(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    """No network for a set-up within this process."""
    for name, value in checkout.settings().items():
        if name.startswith(("PIP_", "XDG_")):
            monkeypatch.setenv(name, value)


def test_it_is_unpacked_with_an_environment_and_anew_with_what_is_added(checkout: Checkout):
    place = prepare(checkout)
    assert (unpacked(place) / "loader.py").read_text() == "whole"
    (unpacked(place) / "loader.py").write_text("of bindings that were replaced")
    prepare(checkout, "dev")
    assert (unpacked(place) / "loader.py").read_text() == "whole"


def test_half_of_it_is_not_left(checkout: Checkout, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TINY_FULL", "1")
    place = prepare(checkout)
    assert not unpacked(place).exists()
    assert environment.find("", checkout.folder) is not None


def test_the_bindings_unpack_it_when_told_to_and_take_it_from_there(tmp_path: Path):
    bindings = Path(shiboken6.__file__).parent
    ignored = shutil.ignore_patterns("files.dir", "__pycache__")
    shutil.copytree(bindings, tmp_path / "shiboken6", ignore=ignored)
    folder = tmp_path / "shiboken6" / "files.dir"

    def taken_from(**settings: str) -> str:
        told = "import sys, shiboken6; print(sys.modules['shibokensupport'].__file__)"
        environment = os.environ | {"PYTHONPATH": str(tmp_path)} | settings
        command = [sys.executable, "-c", told]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True
        ).stdout

    assert str(folder) not in taken_from()
    assert not folder.exists()
    taken_from(**SETTING)
    assert str(folder) in taken_from()

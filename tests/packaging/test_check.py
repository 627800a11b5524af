"""`check.py`: every part runs, one summary at the end, and the exit status is the whole truth."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from tiny_program import SCRIPTS, Checkout


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("check", SCRIPTS / "check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    # It goes to the checkout; the tests come back.
    monkeypatch.chdir(Path.cwd())
    return module


def test_every_part_runs_and_one_failure_fails_all(
    check: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    ran: list[str] = []

    def part(name: str, *, passes: bool):
        return lambda: ran.append(name) is None and passes

    parts = {name: part(name, passes=name != "second") for name in ("first", "second", "third")}
    monkeypatch.setattr(check, "PARTS", parts)
    assert check.main([]) == 1
    assert ran == ["first", "second", "third"]
    told = capsys.readouterr().out.splitlines()
    assert told[-5:] == [
        "== summary ==",
        "ok            0 s  first",
        "FAILED        0 s  second",
        "ok            0 s  third",
        "Failed: second.",
    ]
    assert check.main(["third", "first"]) == 0
    assert ran[3:] == ["third", "first"]
    assert capsys.readouterr().out.splitlines()[-1] == "All is well."


def test_the_parts_are_the_promised_ones(check: ModuleType):
    assert list(check.PARTS) == ["format", "lint", "types", "imports", "tests"]


def test_an_unknown_part_is_said(check: ModuleType, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stop:
        check.main(["tests", "spelling"])
    assert stop.value.code == 2
    assert "there is no part spelling; the parts are format, lint" in capsys.readouterr().err


def test_a_tool_that_finds_something_fails_its_part(
    check: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "code.py").write_text('"""A module."""\n\nx = 1\n')
    assert check.PARTS["format"]()
    (tmp_path / "code.py").write_text("x  =  1")
    assert not check.PARTS["format"]()


def test_without_its_environment_it_names_the_command_that_makes_it(checkout: Checkout):
    # A Python that has no tools beside it.
    lone = checkout.folder / "bin" / "python"
    lone.parent.mkdir()
    code = f"""
import runpy, sys
sys.executable = {str(lone)!r}
sys.path.insert(0, {str(checkout.folder / "packaging")!r})
sys.argv = ["check.py"]
runpy.run_path({str(checkout.folder / "packaging" / "check.py")!r}, run_name="__main__")
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=checkout.settings(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert str(Path("python3 packaging", "test.py")) in done.stderr


def test_continuous_integration_runs_the_one_command():
    script = SCRIPTS.parent / ".ci" / "run"
    assert script.read_text().rstrip().endswith('exec python3 packaging/test.py "$@"')
    if os.name == "posix":
        assert os.access(script, os.X_OK)
        assert subprocess.call(["bash", "-n", str(script)]) == 0

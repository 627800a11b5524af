"""The set-up can be read by old Pythons, needs nothing but Python, and finds a newer one."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tiny_program import SCRIPTS

from bootstrap import pythons

FILES = sorted(SCRIPTS.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(SCRIPTS).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_parses_on_python_3_6(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 6))
    assert ast.get_docstring(tree)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_the_standard_library_only(path: Path):
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            found.add((node.module or "").partition(".")[0])
    assert found <= set(sys.stdlib_module_names) | {"bootstrap"}


def test_there_is_no_package_that_hides_the_one_of_the_same_name():
    assert not (SCRIPTS / "__init__.py").exists()


def pretend_old(code: str, path: str) -> subprocess.CompletedProcess[str]:
    """Run code that takes itself to be run by Python 3.6, with a search path of its own."""
    before = f"import sys; sys.path.insert(0, {str(SCRIPTS)!r})\nfrom bootstrap import pythons\n"
    old = "sys.version_info = (3, 6, 15)\n"
    return subprocess.run(
        [sys.executable, "-c", before + old + code],
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


INSIST = "pythons.insist_on_recent('script.py', ['one', 'two words'])"


def test_without_a_newer_python_it_says_how_to_get_one(tmp_path: Path):
    done = pretend_old(INSIST, str(tmp_path))
    assert done.returncode == 2
    assert "needs Python 3.11 or newer; this is Python 3.6." in done.stderr
    assert "sudo apt-get install python3" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts for a POSIX shell")
def test_a_newer_python_takes_over(tmp_path: Path):
    stub = tmp_path / "python3.14"
    stub.write_text("#!/bin/sh\nexit 127\n")
    stub.chmod(0o755)
    found = tmp_path / "python3.12"
    found.write_text(f'#!/bin/sh\n[ "$1" = -c ] && exec "{sys.executable}" "$@"\necho took "$@"\n')
    found.chmod(0o755)
    done = pretend_old(INSIST, str(tmp_path))
    assert done.returncode == 0
    assert done.stdout == f"took {Path('script.py').absolute()} one two words\n"


def test_a_recent_python_goes_on():
    pythons.insist_on_recent("script.py", [])

#!/usr/bin/env python3
"""Checks everything and sums it up: `python3 packaging/check.py [PART ...]`.

Format, lint, types, the direction of imports, and the tests: those of the window without and with
a display, those of the page in Chromium. Every part runs, whatever became of those before it; the
exit status is 0 if all passed. Runs in the environment that `test.py` makes. Imports the standard
library only; read by Python 3.6.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple, Optional, Sequence

from bootstrap import environment, session
from bootstrap.places import CHECKOUT, cache_folder
from bootstrap.programs import become, clean_environment
from bootstrap.words import complain, say


class Result(NamedTuple):
    """What became of one part."""

    name: str
    passed: bool
    seconds: float


def main(arguments: Sequence[str]) -> int:
    """Run the parts and sum them up; the exit status."""
    parser = argparse.ArgumentParser(prog="check.py", description="Check everything.")
    parser.add_argument(
        "parts",
        nargs="*",
        metavar="PART",
        help="one of: %s; all of them if none" % ", ".join(PARTS),
    )
    chosen: List[str] = parser.parse_args(arguments).parts or list(PARTS)
    unknown = [name for name in chosen if name not in PARTS]
    if unknown:
        parser.error("there is no part %s; the parts are %s" % (unknown[0], ", ".join(PARTS)))
    if not _has_tools():
        return _become_complete(arguments)
    os.chdir(str(CHECKOUT))
    results = [_run(name) for name in chosen]
    _sum_up(results)
    return 0 if all(result.passed for result in results) else 1


def _has_tools() -> bool:
    """Whether the Python that runs this has the tools of the `dev` extra beside it."""
    return _tool("ruff") is not None and _tool("lint-imports") is not None


def _become_complete(arguments: Sequence[str]) -> int:
    place = environment.find("dev")
    if place is None:
        complain("The checks need their environment. This makes it, and then runs them:")
        complain("  python3 %s" % Path("packaging", "test.py"))
        return session.TROUBLE
    return become([place.python, str(Path(__file__).absolute()), *arguments])


def _run(name: str) -> Result:
    say()
    say("== %s ==" % name)
    begun = time.monotonic()
    passed = PARTS[name]()
    return Result(name, passed, time.monotonic() - begun)


def _sum_up(results: Sequence[Result]) -> None:
    say()
    say("== summary ==")
    for result in results:
        say("%-8s %6d s  %s" % ("ok" if result.passed else "FAILED", result.seconds, result.name))
    failed = [result.name for result in results if not result.passed]
    say("All is well." if not failed else "Failed: %s." % ", ".join(failed))


def _check_format() -> bool:
    return _call([_tool("ruff") or "ruff", "format", "--check", "."])


def _check_lint() -> bool:
    return _call([_tool("ruff") or "ruff", "check", "."])


def _check_types() -> bool:
    return _call([_tool("mypy") or "mypy"])


def _check_imports() -> bool:
    cache = ["--cache-dir", _cache(".import_linter_cache")]
    return _call([_tool("lint-imports") or "lint-imports", *cache])


def _check_tests() -> bool:
    # -P keeps the checkout out of the search for modules: the installed program is tested.
    command = [sys.executable, "-P", "-m", "pytest", "-o", "cache_dir=" + _cache(".pytest_cache")]
    # A process for each core. Neighbours stay together, so that what they share is made once.
    return _call([*command, "-n", "auto", "--dist", "worksteal"])


PARTS: Dict[str, Callable[[], bool]] = {
    "format": _check_format,
    "lint": _check_lint,
    "types": _check_types,
    "imports": _check_imports,
    "tests": _check_tests,
}
"""The parts by name, the quick ones first."""


def _tool(name: str) -> Optional[str]:
    """A program beside the Python that runs this."""
    return shutil.which(name, path=str(Path(sys.executable).parent))


def _call(command: Sequence[str]) -> bool:
    settings = clean_environment(
        RUFF_CACHE_DIR=_cache(".ruff_cache"),
        MYPY_CACHE_DIR=_cache(".mypy_cache"),
        HYPOTHESIS_STORAGE_DIRECTORY=_cache(".hypothesis"),
    )
    return subprocess.call(list(command), env=settings) == 0


def _cache(name: str) -> str:
    """A folder for a tool to remember things in: in the checkout, if that can be written."""
    writable = os.access(str(CHECKOUT), os.W_OK)
    return str((CHECKOUT if writable else cache_folder() / "variorum" / "checks") / name)


if __name__ == "__main__":
    sys.exit(session.run(__file__, sys.argv[1:], main))

"""`run.py`: the window where there is a display, the page where there is none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tiny_program import Checkout, as_nobody

linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="always a display there")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "texts").mkdir()
    left, right = tmp_path / "texts" / "draft.one.txt", tmp_path / "texts" / "draft.two.txt"
    left.write_text("One.")
    right.write_text("Two.")
    return left, right


@linux
def test_without_a_display_the_sample_is_compared_in_this_folder(
    complete: Checkout, tmp_path: Path
):
    done = complete.run("run.py", folder=tmp_path)
    page = tmp_path / "reworded.annotated.html"
    assert done.returncode == 0, done.stderr
    assert page.read_text() == "a page"
    samples = complete.folder / "resources" / "samples"
    told = done.stdout.splitlines()
    assert told[0] == "There is no display here, so no window can open."
    assert f"called: compare {samples / 'original.txt'} {samples / 'reworded.txt'} --html" in (
        done.stdout
    )
    assert told[-2:] == [f"  {page}", "Open it in any browser."]


@linux
def test_without_a_display_the_page_lies_beside_the_right_text(
    complete: Checkout, tmp_path: Path, pair: tuple[Path, Path]
):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = complete.run("run.py", *pair, folder=elsewhere)
    assert done.returncode == 0, done.stderr
    assert (pair[1].parent / "draft.two.annotated.html").read_text() == "a page"
    assert list(elsewhere.iterdir()) == []


@linux
def test_a_dead_display_is_said_and_the_page_is_written(
    complete: Checkout, pair: tuple[Path, Path]
):
    done = complete.run("run.py", *pair, DISPLAY=":dead")
    assert done.returncode == 0, done.stderr
    assert "The display (DISPLAY=:dead) does not work, so no window can open." in done.stdout
    assert (pair[1].parent / "draft.two.annotated.html").exists()
    assert not list(complete.folder.glob("core*"))


@linux
def test_with_a_display_the_window_opens_on_the_files(complete: Checkout, pair: tuple[Path, Path]):
    done = complete.run("run.py", *pair, DISPLAY=":alive")
    assert done.returncode == 0
    assert done.stdout == f"called: {pair[0]} {pair[1]}\n"
    assert not (pair[1].parent / "draft.two.annotated.html").exists()


@linux
def test_with_a_display_the_window_opens_on_the_sample(complete: Checkout):
    samples = complete.folder / "resources" / "samples"
    done = complete.run("run.py", QT_QPA_PLATFORM="offscreen")
    assert done.stdout == f"called: {samples / 'original.txt'} {samples / 'reworded.txt'}\n"


@linux
def test_a_module_in_the_users_folder_is_not_mistaken_for_one_of_pythons(
    complete: Checkout, tmp_path: Path
):
    (tmp_path / "json.py").write_text("raise SystemExit('mine')")
    assert complete.run("run.py", folder=tmp_path).returncode == 0


def test_a_missing_file_is_said_before_anything_is_set_up(checkout: Checkout):
    done = checkout.run("run.py", "none.txt", "neither.txt")
    assert done.returncode == 2
    assert done.stderr == "There is no file none.txt.\n"
    assert not checkout.environment.exists()


@linux
def test_a_reader_that_goes_away_is_no_trouble(complete: Checkout, tmp_path: Path):
    with subprocess.Popen(
        complete.command("run.py"),
        cwd=tmp_path,
        env=complete.settings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""


def test_three_files_are_too_many(checkout: Checkout):
    done = checkout.run("run.py", "1", "2", "3")
    assert done.returncode == 2
    assert "two texts are compared, not 3" in done.stderr


@linux
def test_one_file_needs_a_window(complete: Checkout, pair: tuple[Path, Path]):
    done = complete.run("run.py", pair[0])
    assert done.returncode == 2
    assert done.stderr == "To compare without a window, name two texts.\n"


@linux
@pytest.mark.parametrize(("status", "expected"), [("1", 2), ("2", 2), ("7", 7)])
def test_a_comparison_that_fails_is_no_success(
    complete: Checkout, pair: tuple[Path, Path], status: str, expected: int
):
    done = complete.run("run.py", *pair, TINY_FAILS=status)
    assert done.returncode == expected
    assert "The annotated page is in" not in done.stdout


@linux
def test_a_page_that_cannot_be_written_is_said(complete: Checkout, open_folder: Path):
    open_folder.chmod(0o555)
    code = f"""
texts = [Path({str(open_folder)!r}) / name for name in ("left.txt", "right.txt")]
print(session.run("run.py", [], lambda a: run._save_page(places.places()[0], texts)))
"""
    said = as_nobody(code, complete.folder / "packaging").splitlines()
    open_folder.chmod(0o777)
    assert said == [
        "The annotated page cannot be written: the folder of the right text is not yours to write.",
        f"  {open_folder}",
        "Copy the texts to a folder of your own, or name another place for the page:",
        f"  {complete.environment / 'bin' / 'variorum'} compare LEFT RIGHT --html PAGE",
        "2",
    ]

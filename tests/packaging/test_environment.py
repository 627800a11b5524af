"""Environments: made, found, extended, made anew; by the real pip, without a network."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path

import pytest
from tiny_program import Checkout

from bootstrap import environment, pip_install
from bootstrap.places import Place
from bootstrap.programs import Record, run_quietly
from bootstrap.stamp import Stamp, read_stamp
from bootstrap.words import SetupError
from patience import PATIENCE, quickest

QUICK = 2.0
"""Seconds that the second start may take."""


def said(done: subprocess.CompletedProcess[str]) -> list[str]:
    return (done.stdout + done.stderr).splitlines()


@pytest.fixture
def quiet_pip(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    """No network for a set-up within this process."""
    for name, value in checkout.settings().items():
        if name.startswith(("PIP_", "XDG_")):
            monkeypatch.setenv(name, value)


def _no_system(record: Record) -> None:
    """Nothing is asked of the system."""
    assert record.log.parent.is_dir()


def prepare(checkout: Checkout, extra: str = "") -> Place:
    return environment.prepare(extra, _no_system, checkout.folder)


@pytest.mark.usefixtures("quiet_pip")
def test_made_once_extended_and_found_again(checkout: Checkout):
    assert environment.find("", checkout.folder) is None
    place = prepare(checkout)
    assert place.home == checkout.environment
    assert read_stamp(place) == Stamp([], in_place=True)
    assert environment.find("", checkout.folder) is not None
    assert environment.find("dev", checkout.folder) is None
    assert not place.scratch.exists()

    # What was complete stays so when an addition fails.
    (checkout.folder / "breaks").write_text("")
    with pytest.raises(SetupError, match="failed"):
        prepare(checkout, "dev")
    assert environment.find("", checkout.folder) is not None
    (checkout.folder / "breaks").unlink()

    note = place.home / "note"
    note.write_text("kept when something is added")
    prepare(checkout, "dev")
    assert note.exists()
    assert environment.find("dev", checkout.folder) is not None
    assert environment.find("", checkout.folder) is not None


def test_a_failed_one_leaves_nothing_but_its_log(checkout: Checkout):
    (checkout.folder / "breaks").write_text("")
    done = checkout.run("run.py")
    assert done.returncode == 2
    assert "Installing Variorum's parts failed." in said(done)
    assert sorted(p.name for p in checkout.environment.iterdir()) == ["setup.lock", "setup.log"]


def start(checkout: Checkout) -> subprocess.Popen[str]:
    return subprocess.Popen(
        checkout.command("run.py"),
        cwd=checkout.folder,
        env=checkout.settings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_two_at_once_make_it_once(checkout: Checkout):
    # The first one cannot end before the test lets go of this port.
    gate = socket.create_server(("127.0.0.1", 0))
    (checkout.folder / "hold").write_text(str(gate.getsockname()[1]))
    with gate, start(checkout) as first:
        assert first.stdout is not None
        assert first.stdout.readline().startswith("Setting up Variorum")
        with start(checkout) as second:
            assert second.stdout is not None
            assert second.stdout.readline().startswith("Another set-up of this program is running")
            gate.close()
            for process in (first, second):
                told, _ = process.communicate(timeout=PATIENCE)
                assert process.returncode == 0, told
                assert "Setting up Variorum" not in told


def test_a_killed_one_is_made_anew(checkout: Checkout):
    (checkout.environment / "bin").mkdir(parents=True)
    (checkout.environment / "bin" / "python").write_text("half a Python")
    with start(checkout) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Setting up Variorum")
        process.kill()
    done = checkout.run("run.py")
    assert done.returncode == 0, said(done)
    assert any(line.startswith("Setting up Variorum") for line in said(done))


def test_the_second_start_is_quick(complete: Checkout, tmp_path: Path):
    def begin() -> None:
        done = complete.run("run.py", folder=tmp_path)
        assert done.returncode == 0
        assert not any("Setting up" in line for line in said(done))

    assert quickest(begin, QUICK) < QUICK


@pytest.mark.usefixtures("quiet_pip")
def test_a_copy_is_installed_where_the_checkout_is_not_ours(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Place, "installs_in_place", False)
    before = {p.relative_to(checkout.folder) for p in checkout.folder.rglob("*")}
    place = prepare(checkout)
    assert (place.libraries / "variorum" / "__main__.py").exists()
    after = {p.relative_to(checkout.folder) for p in checkout.folder.rglob("*")}
    assert {p for p in after - before if p.parts[0] != ".venv"} == set()


def test_a_full_disk_is_said_before_anything_is_fetched(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(environment.SPACE_MB, "", 10**9)
    with pytest.raises(SetupError, match=r"The disk is too full: about 1000000000 MB are needed"):
        prepare(checkout)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        # A port of this very computer at which nobody listens.
        ({"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "1"}, "There is no network, or"),
        ({"PIP_NO_INDEX": "1"}, "pip finds no no-such-thing at all: there is no network, its"),
    ],
)
def test_failures_of_pip_are_told_in_plain_words(
    complete: Checkout, tmp_path: Path, settings: dict[str, str], words: str
):
    pip = [Place(complete.environment, tmp_path).python, "-m", "pip"]
    variables = complete.settings()
    del variables["PIP_NO_INDEX"]
    outcome = run_quietly([*pip, "install", "no-such-thing"], 120, variables | settings)
    assert outcome.status == 1
    assert words in pip_install.explain(outcome.tail, tmp_path / "log", full=False)


def test_another_system_is_told_from_what_pip_says(tmp_path: Path):
    tail = [
        "ERROR: Could not find a version that satisfies the requirement qt<2 (from versions: 2.1)",
        "ERROR: No matching distribution found for qt<2",
    ]
    told = pip_install.explain(tail, tmp_path / "log", full=False)
    assert told.startswith("There is no qt<2 made for this system (")


def test_missing_certificates_are_told_from_what_pip_says(tmp_path: Path):
    tail = [
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'SSLError(SSLCertVerifica"
        "tionError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed'))': /simple/",
        "ERROR: No matching distribution found for setuptools>=77",
    ]
    told = pip_install.explain(tail, tmp_path / "log", full=False)
    assert "could not be trusted" in told
    assert "ca-certificates" in told


def test_a_full_disk_is_told_from_what_pip_says(tmp_path: Path):
    tail = [
        "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
    ]
    assert "The disk is full" in pip_install.explain(tail, tmp_path, full=False)
    assert "The disk is full" in pip_install.explain([], tmp_path, full=True)


def test_an_unknown_failure_shows_what_pip_said(tmp_path: Path):
    told = pip_install.explain(["fine", "ERROR: it is broken", "bye"], tmp_path / "log", full=False)
    assert "ERROR: it is broken" in told
    assert "fine" not in told
    assert str(tmp_path / "log") in told


PIP_SAYS = """Obtaining file:///somewhere
  Installing build dependencies: started
Collecting PySide6-Essentials<6.12,>=6.8.1
  Downloading pyside6_essentials-6.11.3-cp310-abi3-manylinux_2_34_x86_64.whl.metadata (3.9 kB)
  Downloading pyside6_essentials-6.11.3-cp310-abi3-manylinux_2_34_x86_64.whl (79.9 MB)
Collecting rapidfuzz<4,>=3.9
  Downloading rapidfuzz-3.14.6-cp311-cp311-manylinux_2_24_x86_64.whl (3.2 MB)
Installing collected packages: shiboken6, rapidfuzz, variorum
Successfully installed variorum-1.0
"""


def test_pips_words_become_few(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    progress = pip_install.PipProgress(tmp_path)
    for line in PIP_SAYS.splitlines():
        progress.line(line)
        progress.wait()
    assert capsys.readouterr().out.splitlines() == [
        "  fetching pyside6-essentials 6.11.3 (80 MB)",
        "  installing 3 packages",
    ]


def test_a_long_download_says_how_far_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pip_install, "QUIET_SECONDS", 0.0)
    (tmp_path / "before").write_bytes(bytes(1_000_000))
    progress = pip_install.PipProgress(tmp_path)
    progress.line("  Downloading big-1.0-py3-none-any.whl (0.01 GB)")
    (tmp_path / "part").write_bytes(bytes(3_000_000))
    progress.wait()
    progress.line("Collecting small")
    progress.wait()
    assert capsys.readouterr().out.splitlines() == ["  fetching big 1.0 (10 MB)", "    3 of 10 MB"]


def test_a_silent_network_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    progress = pip_install.PipProgress(tmp_path)
    for _ in range(3):
        progress.line("WARNING: Retrying (Retry(total=4, connect=None)) after connection broken")
    assert capsys.readouterr().out == "  the network does not answer; trying again\n"

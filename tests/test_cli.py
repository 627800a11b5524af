"""The command line: what it prints, its exit status, and one line for whatever goes wrong."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from patience import PATIENCE
from variorum import cli
from variorum.__main__ import main as program
from variorum.engine import DEFAULT_TOLERANCES, EngineError, Layout, Options, Thresholds, Tolerance

LEFT = "The ferry left at nine. Nobody waved.\n\nThe gulls followed it to the last buoy.\n"
RIGHT = "The ferry left at ten. Nobody waved.\n\nThe gulls followed it to the last buoy.\n"
LAUNCH = "import sys; from variorum.cli import main; sys.exit(main(sys.argv[1:]))"


class Run(NamedTuple):
    status: int
    out: str
    error: str


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(LEFT, encoding="utf-8")
    right.write_text(RIGHT, encoding="utf-8")
    return str(left), str(right)


@pytest.fixture
def run(capfdbinary, monkeypatch):
    """Runs a command in this process."""

    def run_(*arguments: str, stdin: bytes | None = None) -> Run:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = cli.main(["compare", *arguments])
        sys.stdout.flush()
        out, error = capfdbinary.readouterr()
        return Run(status, out.decode(), error.decode())

    return run_


def trouble(found: Run, *words: str) -> None:
    """It is one line on standard error with these words, and nothing on standard output."""
    assert found.status == 2
    assert found.out == ""
    assert found.error.startswith("variorum: ")
    assert found.error.count("\n") == 1
    assert found.error.endswith("\n")
    assert "Traceback" not in found.error
    for word in words:
        assert word in found.error


def test_without_an_output_the_summary_is_printed(run, pair) -> None:
    found = run(*pair)
    assert found.status == 1
    assert found.error == ""
    assert "left   left.txt" in found.out
    assert "1 change: 1 edited" in found.out


def test_texts_that_do_not_differ_are_status_0(run, pair) -> None:
    assert run(pair[0], pair[0]).status == 0


def test_a_difference_that_is_tolerated_is_none(run, tmp_path: Path, pair) -> None:
    wrapped = tmp_path / "wrapped.txt"
    wrapped.write_text(LEFT.replace("left at", "left\nat"), encoding="utf-8")
    assert run(pair[0], str(wrapped), "--layout", "blank-line").status == 0


def test_json_on_standard_output(run, pair) -> None:
    found = run(*pair, "--json", "-")
    assert found.status == 1
    data = json.loads(found.out)
    assert data["format"] == "variorum-comparison"
    assert data["left"]["name"] == "left.txt"
    assert [row["kind"] for row in data["rows"]] == ["edited", "equal", "equal"]


def test_both_files_at_once_and_no_summary(run, pair, tmp_path: Path) -> None:
    page, data = tmp_path / "out.html", tmp_path / "out.json"
    found = run(*pair, "--html", str(page), "--json", str(data))
    assert (found.status, found.out, found.error) == (1, "", "")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert json.loads(data.read_text(encoding="utf-8"))["version"] == 1


def test_the_page_on_standard_output_and_the_json_in_a_file(run, pair, tmp_path: Path) -> None:
    found = run(*pair, "--html", "-", "--json", str(tmp_path / "out.json"))
    assert found.out.endswith("</html>\n")
    assert str(tmp_path) not in found.out


def test_standard_input_is_either_text(run, pair) -> None:
    assert run("-", pair[1], stdin=LEFT.encode()).status == 1
    found = run(pair[0], "-", "--json", "-", stdin=LEFT.encode())
    assert found.status == 0
    assert json.loads(found.out)["right"]["name"] == "standard input"


def test_an_empty_file_is_no_error(run, pair, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    found = run(str(empty), pair[1])
    assert found.status == 1
    assert "everything on the right is new" in " ".join(found.out.split())
    assert run(str(empty), str(empty)).status == 0


def test_options_have_the_names_of_the_fields_of_options(monkeypatch, run, pair) -> None:
    seen: list[Options] = []

    def compare(left, right, options):
        seen.append(options)
        return real(left, right, options)

    real = cli.compare
    monkeypatch.setattr(cli, "compare", compare)
    run(*pair)
    run(*pair, "--tolerances", "case,quotes", "--thresholds", "0.6,0.2")
    run(*pair, "--tolerances=+case", "--thresholds", "0.7")
    run(*pair, "--tolerances", "none")
    run(*pair, "--tolerances", "all")
    assert seen == [
        Options(),
        Options(frozenset({Tolerance.CASE, Tolerance.QUOTES}), Thresholds(0.6, 0.2)),
        Options(DEFAULT_TOLERANCES | {Tolerance.CASE}, Thresholds(0.7, 0.0)),
        Options(frozenset()),
        Options(frozenset(Tolerance)),
    ]


def test_every_option_of_the_engine_can_be_set() -> None:
    actions = cli._parser()._subparsers._group_actions[0].choices["compare"]._actions  # type: ignore[union-attr,index]
    flags = {flag for action in actions for flag in action.option_strings}
    assert {f"--{name}" for name in Options.__dataclass_fields__} <= flags


def test_language_and_layout_are_handed_on(run, pair) -> None:
    data = json.loads(run(*pair, "--language", "nl", "--layout", "line", "--json", "-").out)
    assert data["left"]["language"] == data["right"]["language"] == "nl"
    assert len(data["left"]["paragraphs"]) == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], ["required", "--help"]),
        (["{left}"], ["RIGHT"]),
        (["{left}", "{right}", "third"], ["third"]),
        (["{left}", "{right}", "--tolerances", "case,typos"], ["typos", "digit-grouping"]),
        (["{left}", "{right}", "--tolerances", ""], ["tolerance"]),
        (["{left}", "{right}", "--thresholds", "0.2,0.5"], ["EDITED"]),
        (["{left}", "{right}", "--thresholds", "1,2,3"], ["1,2,3"]),
        (["{left}", "{right}", "--thresholds", "nan"], ["nan"]),
        (["{left}", "{right}", "--layout", *["zigzag"]], ["zigzag", *Layout]),
        (["{left}", "{right}", "--language", "double dutch"], ["double dutch"]),
        (["{left}", "{right}", "--colour"], ["--colour", "See: variorum compare --help"]),
        (["{left}", "{right}", "--html"], ["--html"]),
        (["-", "-"], ["Standard input", "one text"]),
        (["{left}", "{right}", "--html", "-", "--json", "-"], ["both"]),
        (["{left}", "{right}", "--html", "x.html", "--json", "x.html"], ["x.html"]),
        (["{left}", "{right}", "--html", "{left}"], ["left.txt", "one of the two texts"]),
        (["{left}", "{right}", "--json", "{right}"], ["right.txt"]),
        (["{left}", "{folder}"], ["folder"]),
        (["{folder}/none.txt", "{right}"], ["none.txt", "no such file"]),
        (["{folder}/two\nlines", "{right}"], ["two\\nlines"]),
        (["{left}", "{right}", "--html", "{folder}/no/folder.html"], ["folder.html"]),
        (["{left}", "{right}", "--json", "{folder}"], ["it is a folder"]),
        (["nul\0", "{right}"], ["nul\\x00"]),
    ],
)
def test_wrong_use_is_one_line(run, pair, tmp_path: Path, arguments, words) -> None:
    known = {"left": pair[0], "right": pair[1], "folder": str(tmp_path)}
    filled = [a.format(**known) if "{" in a else a for a in arguments]
    trouble(run(*filled), *words)
    assert Path(pair[0]).read_text(encoding="utf-8") == LEFT


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"\x01\x02ab\0\0", ["binary", "byte 4"]), (b"caf\xe9\0ab", ["binary", "byte 4"])],
)
def test_files_that_are_no_text_are_named(run, pair, tmp_path: Path, data, words) -> None:
    bad = tmp_path / "bad.bin"
    bad.write_bytes(data)
    trouble(run(pair[0], str(bad)), "bad.bin", *words)
    trouble(run(pair[0], "-", stdin=data), "standard input", *words)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["", "right.txt"], "LEFT"),
        (["left.txt", ""], "RIGHT"),
        ([""], "LEFT"),
        (["left.txt", "right.txt", "--html", ""], "--html"),
        (["left.txt", "right.txt", "--json="], "--json"),
    ],
)
@pytest.mark.usefixtures("pair")
def test_an_empty_name_is_told(run, tmp_path: Path, monkeypatch, arguments, word) -> None:
    monkeypatch.chdir(tmp_path)
    trouble(run(*arguments), "empty", word)


@pytest.mark.skipif(os.name != "posix", reason="other systems keep the folder that one is in")
def test_a_folder_that_is_removed_is_told(pair, tmp_path: Path) -> None:
    """In another process: the test runner, too, asks which folder it is in."""
    gone = tmp_path / "gone"
    gone.mkdir()
    program = LAUNCH.replace("sys.exit", "import os; os.rmdir(os.getcwd()); sys.exit")
    command = [sys.executable, "-c", program, "compare", *pair, "--html", "page.html"]
    done = subprocess.run(command, cwd=gone, capture_output=True, check=False, timeout=PATIENCE)
    found = Run(done.returncode, done.stdout.decode(), done.stderr.decode())
    trouble(found, "Cannot write page.html", "does not exist")


def test_a_name_that_no_disk_takes_is_told_in_its_words(run) -> None:
    trouble(run("n" * 1000), "Cannot read nnn", "its name is too long")


def test_a_link_to_a_text_is_not_written_over(run, pair, tmp_path: Path) -> None:
    link = tmp_path / "innocent.html"
    try:
        link.symlink_to(pair[0])
    except OSError:  # a system where links need rights: a hard one will do
        os.link(pair[0], link)
    trouble(run(*pair, "--html", str(link)), "innocent.html")
    assert Path(pair[0]).read_text(encoding="utf-8") == LEFT


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (KeyboardInterrupt(), ["Stopped"]),
        (MemoryError(), ["memory"]),
        (EngineError("two pins"), ["two pins"]),
        (ZeroDivisionError("many\nlines"), ["should not have happened", "ZeroDivisionError"]),
    ],
)
def test_whatever_the_engine_meets_is_one_line(run, pair, monkeypatch, error, words) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(cli, "compare", fail)
    trouble(run(*pair), *words)


def test_no_standard_streams_at_all(pair, monkeypatch, tmp_path: Path) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    page = tmp_path / "page.html"
    assert cli.main(["compare", *pair, "--html", str(page)]) == 1
    assert page.exists()
    assert cli.main(["compare", *pair]) == 2
    assert cli.main(["compare", pair[0], "-"]) == 2


@pytest.mark.parametrize("arguments", [["--help"], ["compare", "--help"], ["compare", "-h"]])
def test_help(capsys, arguments) -> None:
    assert cli.main(arguments) == 0
    out, error = capsys.readouterr()
    assert out.startswith("usage: variorum")
    assert error == ""


def test_the_help_names_every_tolerance_and_layout_and_status(capsys) -> None:
    cli.main(["compare", "--help"])
    out = " ".join(capsys.readouterr().out.split()).replace("unicode- form", "unicode-form")
    for word in (*Tolerance, *Layout, "exit status", "0 the texts do not differ"):
        assert word in out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [(["--colour"], "--colour"), (["a", "b", "--html", "c"], "--html"), (["a", "b", "c"], "not 3")],
)
def test_wrong_use_of_the_window_is_one_line_too(capsys, arguments, word) -> None:
    with pytest.raises(SystemExit) as ended:
        program(arguments)
    out, error = capsys.readouterr()
    trouble(Run(ended.value.code, out, error), word, "variorum compare --help")


# From here on in processes of their own.


def launch(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", LAUNCH, "compare", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE, **options)  # type: ignore[call-overload, no-any-return]


def test_no_qt_is_imported(pair, tmp_path: Path) -> None:
    program = (
        "import sys; from variorum.cli import main; main(sys.argv[1:]); "
        "print([m for m in sys.modules if 'PySide' in m or 'shiboken' in m or 'window' in m])"
    )
    page = str(tmp_path / "page.html")
    command = [sys.executable, "-c", program, "compare", *pair, "--html", page]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


def test_a_console_without_unicode_gets_the_summary_all_the_same(pair) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = launch(*pair, env=environment)
    assert done.returncode == 1
    assert done.stderr == b""
    assert b"1 change: 1 edited" in done.stdout


def test_a_console_without_unicode_gets_signs_that_it_has(tmp_path: Path, pair) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = launch(str(empty), pair[1], env=environment)
    assert b"new" in done.stdout
    assert b"?" not in done.stdout
    done = launch(str(tmp_path), pair[1], env=environment)
    assert done.stderr.isascii()
    damaged = tmp_path / "damaged.odt"
    with zipfile.ZipFile(damaged, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<x/>")
    done = launch(str(damaged), pair[1], env=environment)
    assert b'is missing: "' in done.stderr


named_pipes = pytest.mark.skipif(
    not hasattr(os, "mkfifo"), reason="Windows has no named pipes among its files"
)


@named_pipes
def test_texts_come_from_pipes_with_names(run, pair, tmp_path: Path) -> None:
    """What shells make of `<(command)`; whoever writes to a pipe is held up until it is read."""
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    program = f"open({str(pipe)!r}, 'w').write({RIGHT!r})"
    with subprocess.Popen([sys.executable, "-c", program]) as writer:
        found = run(pair[0], str(pipe), "--json", "-")
        writer.kill()
    assert found.status == 1
    right = json.loads(found.out)["right"]
    assert (right["name"], right["text"]) == ("pipe.txt", RIGHT)


def test_what_holds_nothing_is_a_text_that_is_not_there(run, pair) -> None:
    """As git names it to programs that show the differences of a file that is added."""
    found = run(os.devnull, pair[1], "--json", "-")
    assert found.status == 1
    assert json.loads(found.out)["left"]["text"] == ""


@named_pipes
def test_a_pipe_that_is_closed_to_the_reader_is_told(
    run, pair, tmp_path: Path, monkeypatch
) -> None:
    """Said by the system that way: nothing is closed to the superuser, who may run this."""
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)

    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    trouble(run(pair[0], str(pipe)), f"Cannot read {pipe}: you have no permission to read it.")


@named_pipes
def test_a_pipe_of_a_shell_keeps_its_name(pair) -> None:
    reading, writing = os.pipe()
    os.write(writing, RIGHT.encode())
    os.close(writing)
    done = launch(pair[0], f"/dev/fd/{reading}", pass_fds=[reading])
    os.close(reading)
    assert done.returncode == 1
    assert f"right  /dev/fd/{reading}".encode() in done.stdout


@named_pipes
def test_standard_output_has_a_name_too(pair) -> None:
    """A link to what has no name of its own."""
    for name in ("/dev/stdout", "/dev/fd/1"):
        done = launch(*pair, "--json", name)
        assert (done.returncode, done.stderr) == (1, b"")
        assert json.loads(done.stdout)["left"]["name"] == "left.txt"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_behind_standard_output(pair) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-c", LAUNCH, "compare", *pair, "--json", "-"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    trouble(Run(done.returncode, "", done.stderr.decode()), "standard output", "space", "Make room")


def test_a_reader_that_has_gone(pair) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-c", LAUNCH, "compare", *pair, "--html", "-"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    trouble(Run(done.returncode, "", done.stderr.decode()), "standard output")


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_control_c_is_one_line(pair) -> None:
    program = (
        "import os, signal, sys\n"
        "from variorum import cli\n"
        # A program that was started in the background would go on.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def work(*_):\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    while True: pass\n"
        "cli.compare = work\n"
        "sys.exit(cli.main(sys.argv[1:]))\n"
    )
    command = [sys.executable, "-c", program, "compare", *pair]
    done = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
    trouble(Run(done.returncode, done.stdout.decode(), done.stderr.decode()), "Stopped")


STOPPED_AT_ONCE = """
import sys
from variorum.__main__ import main

class Stops:
    def find_spec(self, name, path, target=None):
        if name == "variorum.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stops())
sys.exit(main(sys.argv[1:]))
"""


def test_control_c_is_one_line_before_the_command_line_is_imported(pair) -> None:
    command = [sys.executable, "-c", STOPPED_AT_ONCE, "compare", *pair]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    trouble(Run(done.returncode, done.stdout, done.stderr), "Stopped")


DEED = Path(__file__).parent / "cases" / "documents" / "office" / "deed.docx"


def test_tracked_changes_are_accepted_or_rejected_on_each_side(run) -> None:
    assert run(str(DEED), str(DEED), "--tracked-changes", "rejected").status == 0
    found = run(str(DEED), str(DEED), "--tracked-changes", "rejected,accepted", "--json", "-")
    assert found.status == 1
    both = json.loads(found.out)
    assert "forty years" in both["left"]["text"]
    assert "sixty years" in both["right"]["text"]
    assert run(str(DEED), str(DEED), "--tracked-changes", "original").status == 0


def test_format_and_encoding_may_be_said_for_each_side(run, tmp_path: Path) -> None:
    plain, marked = tmp_path / "one.txt", tmp_path / "two.txt"
    plain.write_bytes("Ein Haus, größer als gedacht.".encode())
    marked.write_bytes("Ein *Haus*, größer als gedacht.".encode("latin-1"))
    options = ("--format", "text,markdown", "--encoding", "utf-8,latin-1")
    assert run(str(plain), str(marked), *options).status == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--encoding", "klingon"], ["klingon"]),
        (["--encoding", "base64"], ["there is no encoding 'base64'"]),
        (["--encoding", "utf-8,rot13"], ["there is no encoding 'rot13'"]),
        (["--encoding", "idna"], ["there is no encoding 'idna'"]),
        (["--format", "docx,xlsx"], ["xlsx", "docx"]),
        (["--tracked-changes", "maybe"], ["maybe", "accepted"]),
        (["--password-file", "/nowhere/at/all"], ["/nowhere/at/all", "there is no such file"]),
    ],
)
def test_wrong_options_of_reading_are_named(run, pair, arguments, words) -> None:
    trouble(run(*pair, *arguments), *words)


def test_what_is_in_doubt_of_a_text_is_told(run, tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole.rtf", tmp_path / "cut.rtf"
    whole.write_bytes(b"{\\rtf1 One.\\par Two.}")
    cut.write_bytes(b"{\\rtf1 One.")
    found = run(str(whole), str(cut))
    assert found.status == 1
    assert found.error == (
        "variorum: cut.rtf (right): The file ends too early: a part of the text may be missing.\n"
    )
    assert run(str(whole), str(whole)).error == ""


def test_of_a_locked_text_it_is_said_how_to_give_its_password(run, tmp_path: Path) -> None:
    locked = str(Path(__file__).parent / "cases" / "documents" / "bakery.fr.locked.pdf")
    wrong = tmp_path / "wrong"
    wrong.write_bytes(b"herring")
    trouble(run(locked, locked), "protected by a password", "--password-file")
    trouble(run(locked, locked, "--password-file", str(wrong)), "another", "--password-file")


def test_the_password_is_the_first_line_of_a_file(pair, tmp_path: Path, monkeypatch) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes("pässwort\r\nsecond line".encode())
    second.write_text("other", encoding="utf-8-sig")  # as some editors save it
    passwords = []
    read = cli.read_document

    def spy(name: str, options):
        passwords.append(options.password)
        assert str(options.password) not in repr(options)
        return read(name, options)

    monkeypatch.setattr(cli, "read_document", spy)
    cli.main(["compare", *pair, "--password-file", str(first)])
    cli.main(["compare", *pair, "--password-file", str(first), "--password-file", str(second)])
    assert passwords == ["pässwort", "pässwort", "pässwort", "other"]

"""Children: their words go to a log and to whoever listens; their end is told."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bootstrap.programs import Record, clean_environment, run_in_terminal, run_logged, run_quietly


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_each_line_is_handed_on_and_logged(tmp_path: Path):
    log = tmp_path / "log"
    log.write_text("before\n")
    lines: list[str] = []
    code = (
        "import sys; sys.stdout.reconfigure(encoding='utf-8'); print('one'); print('zwei ü');"
        "print('error', file=sys.stderr); print('end', end=''); sys.exit(3)"
    )
    outcome = run_logged(python(code), Record(log), lines.append)
    assert outcome.status == 3
    assert sorted(lines) == ["end", "error", "one", "zwei ü"]
    assert outcome.tail == lines
    assert log.read_text(encoding="utf-8").startswith("before\n")


def test_whoever_waits_is_called_while_it_runs(tmp_path: Path):
    calls: list[int] = []
    told = tmp_path / "told"

    def wait() -> None:
        calls.append(1)
        if len(calls) == 3:
            told.touch()

    code = f"import os\nwhile not os.path.exists({str(told)!r}): pass"
    outcome = run_logged(python(code), Record(tmp_path / "log"), str, wait)
    assert outcome.status == 0
    assert len(calls) >= 3


def test_what_stops_the_waiting_stops_the_child(tmp_path: Path):
    def stop() -> None:
        raise KeyboardInterrupt

    reader, writer = os.pipe()
    with os.fdopen(reader) as told:
        with pytest.raises(KeyboardInterrupt):
            run_logged(python("while True: pass"), Record(tmp_path / "log", [writer]), str, stop)
        os.close(writer)
        assert told.read() == ""  # the child held the other end: it is gone


def test_a_child_inherits_what_is_kept(tmp_path: Path):
    reader, writer = os.pipe()
    with os.fdopen(reader) as told:
        run_logged(
            python(f"import os; os.write({writer}, b'kept')"),
            Record(tmp_path / "log", [writer]),
            str,
        )
        os.close(writer)
        assert told.read() == "kept"


def test_quiet_commands_answer_with_all_they_said():
    assert run_quietly(python("print('one'); print('two')"), 30) == (0, ["one", "two"])


def test_commands_that_are_missing_or_too_slow_have_no_status():
    assert run_quietly(["no-such-command"], 30).status == -1
    assert run_quietly(python("while True: pass"), 0.1).status == -1


def test_a_missing_command_is_said(capfd: pytest.CaptureFixture[str]):
    assert run_in_terminal(["no-such-command"]) == -1
    assert "no-such-command does not start" in capfd.readouterr().err


def test_settings_of_this_python_are_not_for_another(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHONPATH", "somewhere")
    settings = clean_environment(ONE="1")
    assert "PYTHONPATH" not in settings
    assert settings["ONE"] == "1"
    assert settings["PATH"] == os.environ["PATH"]

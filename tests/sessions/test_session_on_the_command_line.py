"""`variorum compare SESSION`."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from made_sessions import session_in

from variorum import cli
from variorum.engine import compare, find_changes
from variorum.review import Review
from variorum.sessions import read_session, write_session


@pytest.fixture
def run(capfd):
    def run_(*arguments: object):
        status = cli.main(["compare", *map(str, arguments)])
        sys.stdout.flush()
        return status, *capfd.readouterr()

    return run_


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A session with a note on each change."""
    session = replace(session_in(tmp_path), pins=())
    comparison = compare(session.left.document, session.right.document, session.options)
    review = Review(summary="Well done.")
    for change in find_changes(comparison):
        review = review.judge(change, "question").note(change, f"note {change.number}")
    path = tmp_path / "work.variorum"
    write_session(replace(session, review=review), path)
    return path


def test_the_page_of_a_session_has_its_notes_and_opens_again(run, saved, tmp_path):
    page = tmp_path / "page.html"
    status, out, error = run(saved, "--html", page)
    assert (status, out, error) == (1, "", "")
    assert read_session(page).review == read_session(saved).review
    assert read_session(page).options == read_session(saved).options
    # A page is as good as a session.
    again = tmp_path / "again.html"
    assert run(page, "--html", again)[0] == 1
    assert read_session(again).review == read_session(saved).review


def test_the_json_of_a_session_has_its_notes(run, saved):
    status, out, _ = run(saved, "--json", "-")
    plain = json.loads(out)
    assert status == 1
    assert plain["format"] == "variorum-comparison"
    rows = {row["id"] for row in plain["rows"]}
    changes = plain["review"]["changes"]
    assert changes
    assert {change["id"] for change in changes} <= rows
    assert plain["review"]["summary"] == "Well done."


def test_the_json_of_a_session_says_what_was_decided_by_hand(run, tmp_path):
    session = session_in(tmp_path)
    path = tmp_path / "work.variorum"
    write_session(session, path)
    (pin,) = session.pins
    plain = json.loads(run(path, "--json", "-")[1])
    assert plain["pins"] == [[*pin.left, *pin.right, pin.kind.value]]


def test_the_json_of_two_texts_has_none(run, saved, tmp_path):
    out = run(tmp_path / "draft.txt", tmp_path / "final.txt", "--json", "-")[1]
    assert saved.exists()
    assert not {"review", "pins"} & json.loads(out).keys()


def test_the_summary_of_a_session(run, saved):
    status, out, _ = run(saved)
    assert status == 1
    assert "draft.txt" in out


def test_other_options_may_be_asked_for_and_no_note_is_lost(run, saved, tmp_path):
    page = tmp_path / "page.html"
    assert run(saved, "--thresholds", "1,1", "--html", page)[0] == 1
    found = read_session(page)
    assert found.options.thresholds.reworded == 1
    assert found.options.tolerances == read_session(saved).options.tolerances
    review = found.review
    said = [one.note for one in (*review.judgements.values(), *review.remarks)]
    before = [one.note for one in read_session(saved).review.judgements.values()]
    assert sorted(said) == sorted(before)


def test_the_texts_may_be_gone(run, saved, tmp_path):
    (tmp_path / "draft.txt").unlink()
    (tmp_path / "final.txt").unlink()
    assert run(saved)[0] == 1


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["draft.txt"], "no other to compare it with"),
        (["-"], "no other to compare it with"),
        (["work.variorum", "--language", "de"], "read already"),
        (["work.variorum", "--layout", "line"], "read already"),
        (["work.variorum", "--html", "work.variorum"], "the session itself"),
        (["work.variorum", "--html", "draft.txt"], "one of the two texts"),
        (["none.variorum"], "no such file"),
        (["none.html"], "no such file"),
    ],
)
def test_wrong_use_is_one_line(run, saved, tmp_path, monkeypatch, arguments, word):
    monkeypatch.chdir(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    status, out, error = run(*arguments)
    assert (status, out) == (2, "")
    assert error.startswith("variorum: ")
    assert error.count("\n") == 1
    assert word in error
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert saved.exists()

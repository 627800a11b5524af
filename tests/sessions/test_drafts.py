"""What was not saved is found again, whoever worked on it and however that ended."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from made_sessions import loose_session, session_in

from patience import PATIENCE
from variorum.reports.files import WriteError
from variorum.review import Review
from variorum.sessions import DraftFolder, packed_ahead

posix = pytest.mark.skipif(os.name != "posix", reason="fork and signals of POSIX")


@pytest.fixture
def drafts(tmp_path: Path) -> DraftFolder:
    return DraftFolder(tmp_path / "data" / "drafts")


def crashed(drafts: DraftFolder, *sessions, file: Path | None = None) -> None:
    """Write drafts of sessions and go without a word, as a process does that is killed."""
    draft = drafts.begin()
    for session in sessions:
        draft.write(session, file)
    draft.release()


def test_without_a_folder_there_is_nothing(drafts):
    assert list(drafts.found()) == []


def test_what_was_written_last_is_found(drafts, tmp_path):
    session = session_in(tmp_path)
    later = replace(session, review=Review(summary="Later."))
    crashed(drafts, session, later, file=tmp_path / "work.variorum")
    (found,) = drafts.found()
    assert found.session == later
    assert found.file == tmp_path / "work.variorum"
    assert found.written.tzinfo is not None
    found.draft.end()
    assert list(drafts.found()) == []
    assert list((tmp_path / "data" / "drafts").iterdir()) == []


def test_a_text_that_became_another_is_found_with_its_notes(drafts):
    first = loose_session("First.")
    second = replace(loose_session("Second."), right=first.left)
    crashed(drafts, first, second)
    (found,) = drafts.found()
    assert found.session == second
    found.draft.end()


def test_what_is_worked_on_is_left_alone(drafts):
    working = drafts.begin()
    working.write(loose_session(), None)
    assert list(drafts.found()) == []
    working.release()
    (found,) = drafts.found()
    assert list(drafts.found()) == []
    found.draft.release()
    (again,) = drafts.found()
    again.draft.end()


def test_each_has_a_draft_of_its_own(drafts):
    one, two = drafts.begin(), drafts.begin()
    one.write(loose_session("One."), None)
    two.write(loose_session("Two."), None)
    one.end()
    two.release()
    (found,) = drafts.found()
    assert found.session.review.summary == "Two."
    found.draft.end()


def test_what_was_saved_is_not_offered(drafts):
    draft = drafts.begin()
    draft.write(loose_session(), None)
    draft.clear()
    draft.release()
    assert list(drafts.found()) == []


def test_what_a_save_left_unfinished_when_it_was_killed_is_swept_away(drafts, tmp_path):
    unfinished = tmp_path / ".variorum-0123456789abcdef.part"
    unfinished.write_bytes(b"half of it")
    os.utime(unfinished, (1e9, 1e9))
    young = tmp_path / ".variorum-fedcba9876543210.part"
    young.write_bytes(b"somebody else may be at it")
    crashed(drafts, loose_session(), file=tmp_path / "work.variorum")
    assert len(list(drafts.found())) == 1
    assert not unfinished.exists()
    assert young.exists()


def test_a_draft_goes_on_after_it_was_saved(drafts):
    draft = drafts.begin()
    draft.write(loose_session("One."), None)
    draft.clear()
    draft.write(loose_session("Two."), None)
    draft.release()
    (found,) = drafts.found()
    assert found.session.review.summary == "Two."
    found.draft.write(loose_session("Three."), None)
    found.draft.release()
    (again,) = drafts.found()
    assert again.session.review.summary == "Three."
    again.draft.end()


@pytest.mark.parametrize("what", ["notes.json", "texts-1.variorum"])
@pytest.mark.parametrize("damage", [b"", b"{}", b'{"format":"variorum-draft","version":9}'])
def test_what_cannot_be_read_is_neither_offered_nor_removed(drafts, tmp_path, what, damage):
    crashed(drafts, loose_session())
    (folder,) = (tmp_path / "data" / "drafts").iterdir()
    (folder / what).write_bytes(damage)
    assert list(drafts.found()) == []
    assert (folder / what).read_bytes() == damage


def test_texts_are_written_once(drafts, tmp_path):
    session = loose_session()
    draft = drafts.begin()
    draft.write(session, None)
    (texts,) = (tmp_path / "data" / "drafts").glob("*/texts-*")
    before = texts.stat().st_mtime_ns, texts.stat().st_ino
    draft.write(replace(session, review=Review(summary="Another.")), None)
    assert (texts.stat().st_mtime_ns, texts.stat().st_ino) == before
    draft.end()


def test_what_was_packed_ahead_is_written_as_it_is(drafts, monkeypatch):
    session = loose_session()
    packed = packed_ahead(session)
    draft = drafts.begin()
    with monkeypatch.context() as patch:
        patch.setattr("variorum.sessions.encoding.pack", lambda *_: pytest.fail("packed again"))
        draft.write(session, None, packed)
    draft.release()
    (found,) = drafts.found()
    assert found.session == session
    found.draft.write(other := loose_session("Other texts."), None, packed)
    found.draft.release()
    (again,) = drafts.found()
    assert again.session == other
    again.draft.end()


def test_a_full_disk_is_told_and_what_was_written_stays(drafts, monkeypatch):
    draft = drafts.begin()
    draft.write(loose_session("One."), None)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("variorum.reports.files.os.fsync", full)
        with pytest.raises(WriteError, match="no space"):
            draft.write(loose_session("Two."), None)
    draft.release()
    (found,) = drafts.found()
    assert found.session.review.summary == "One."
    found.draft.end()


@posix
def test_drafts_are_nobody_elses_business(drafts, tmp_path):
    draft = drafts.begin()
    (folder,) = (tmp_path / "data" / "drafts").iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    draft.end()


@posix
def test_a_process_that_is_killed_at_any_moment_loses_nothing():
    program = Path(__file__).with_name("killing.py")
    done = subprocess.run(
        [sys.executable, str(program), "60"],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing was lost" in done.stdout

"""Whether a file is still what was read from it, and what is not done to find out."""

from __future__ import annotations

import os

import pytest

from variorum.engine import Cancelled
from variorum.readers import Freshness, Look, Source, freshness, look, read_document

TEXT = "The ferry leaves at noon.\n"


@pytest.fixture
def source(write):
    return read_document(write("draft.txt", TEXT))


def written_again(source, text: str, later: int = 10) -> None:
    """Write other bytes, some seconds after those that were read."""
    source.path.write_text(text, encoding="utf-8")
    moment = source.modified.timestamp() + later
    os.utime(source.path, (moment, moment))


def test_what_has_just_been_read_is_not_read_again(source, monkeypatch):
    def never(*_):
        raise AssertionError("it was opened")

    monkeypatch.setattr("variorum.readers.looking.open_at_once", never)
    first = look(source)
    assert first.freshness is Freshness.SAME
    assert look(source, first) == first


def test_a_change_of_the_same_length_is_seen(source):
    first = look(source)
    written_again(source, TEXT.swapcase())
    assert look(source, first).freshness is Freshness.CHANGED
    assert look(source).freshness is Freshness.CHANGED
    assert freshness(source) is Freshness.CHANGED


def test_a_change_back_is_seen(source):
    written_again(source, TEXT.swapcase())
    changed = look(source)
    written_again(source, TEXT, 20)
    assert look(source, changed).freshness is Freshness.SAME


def test_a_file_that_is_saved_as_it_was_is_the_same(source):
    first = look(source)
    written_again(source, TEXT)
    second = look(source, first)
    assert second.freshness is Freshness.SAME
    assert second.trace != first.trace


def test_what_was_found_stands_until_something_happens(source):
    """Even where the bytes say otherwise: who looked found more out than they tell."""
    written_again(source, TEXT + "\n")
    found = look(source)
    same = Look(Freshness.SAME, found.trace)
    assert look(source, same) == same


@pytest.mark.parametrize("place", ["nothing", "folder", "pipe", "no folder", "dead link"])
def test_what_is_no_file_is_gone(source, place):
    source.path.unlink()
    if place == "folder":
        source.path.mkdir()
    elif place == "pipe":
        os.mkfifo(source.path)
    elif place == "no folder":
        source.path.parent.rename(source.path.parent.with_name("moved"))
        source.path.parent.write_text("now a file", encoding="utf-8")
    elif place == "dead link":
        source.path.symlink_to("nowhere")
    assert look(source) == Look(Freshness.GONE)
    assert freshness(source) is Freshness.GONE


def test_what_cannot_be_looked_at_is_looked_at_again(source):
    source.path.rename(source.path.with_name("away"))
    source.path.symlink_to(source.path)  # it leads back to itself
    unreadable = look(source)
    assert unreadable == Look(Freshness.UNREADABLE)
    source.path.unlink()
    source.path.with_name("away").rename(source.path)
    assert look(source, unreadable).freshness is Freshness.SAME


def test_what_never_was_a_file_stays_the_same():
    assert look(Source.from_text(TEXT, "clipboard")) == Look(Freshness.SAME)


def test_one_can_stop_while_it_is_read(source):
    written_again(source, TEXT)
    with pytest.raises(Cancelled):
        look(source, None, lambda: True)

"""Undo and redo."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from reviewed import change

from variorum.engine import Pin, PinKind, Side, Span
from variorum.review import History, Review, history

ONE = change()


def test_steps_are_undone_and_done_again():
    first = Review().note(ONE, "a")
    second = first.note(ONE, "b")
    told = History().did(first).did(second)
    assert told.can_undo
    assert not told.can_redo
    assert told.undone().present == first
    assert told.undone().undone().present == Review()
    assert told.undone().undone().undone().present == Review()
    assert told.undone().redone() == told
    assert told.redone() == told


def test_steps_are_the_same_on_the_opposite_sides():
    noted = Review().remark_on(Side.LEFT, Span(2, 5), "Here")[0]
    pin = Pin(Span(0, 3), Span(7, 9), PinKind.FORBID)
    told = History().did(noted).pinned((pin,)).did(noted.note(ONE, "a")).undone()
    other = told.mirrored()
    assert (other.can_undo, other.can_redo) == (True, True)
    assert other.present.remarks[0].side is Side.RIGHT
    assert other.pins == (Pin(Span(7, 9), Span(0, 3), PinKind.FORBID),)
    assert other.undone().pins == ()
    assert other.redone().present == noted.note(ONE, "a").mirrored()
    assert other.mirrored() == told


def test_what_changes_nothing_is_no_step():
    told = History().did(Review())
    assert not told.can_undo


def test_typing_is_one_step_until_it_is_sealed():
    told = History()
    for note in ("W", "Wh", "Why"):
        told = told.did(Review().note(ONE, note), "note one")
    told = told.sealed().did(Review().note(ONE, "Why?"), "note one")
    told = told.did(Review().note(ONE, "Why? No."), "another")
    assert [review.judgement("one").note for review, _ in told.past] == ["", "Why", "Why?"]


def test_a_step_after_undoing_ends_the_future_also_within_a_run():
    told = History().did(Review().note(ONE, "a"), "run").sealed()
    told = told.did(Review().note(ONE, "ab"), "run").undone()
    assert told.can_redo
    told = told.did(Review().note(ONE, "ax"), "run")
    assert not told.can_redo
    assert told.undone().present.judgement("one").note == "a"


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from([None, "a", "b"])), max_size=12))
def test_undoing_everything_and_doing_it_again_leads_back(steps):
    told = History()
    for number, run in steps:
        told = told.did(Review(summary="x" * number), run)
    seen = [told.present]
    back = told
    while back.can_undo:
        back = back.undone()
        seen.append(back.present)
    assert back.present == Review()
    for review in reversed(seen[:-1]):
        back = back.redone()
        assert back.present == review
    assert not back.can_redo


def test_what_is_remembered_is_bounded(monkeypatch):
    monkeypatch.setattr(history, "MOST_STEPS", 3)
    told = History()
    for number in range(9):
        told = told.did(Review(summary=str(number)))
    assert [review.summary for review, _ in told.past] == ["5", "6", "7"]


def test_large_reviews_are_remembered_for_fewer_steps(monkeypatch):
    monkeypatch.setattr(history, "MOST_JUDGEMENTS", 5)
    many = [change(number, str(number)) for number in range(3)]
    told = History()
    for number in range(6):
        told = told.did(Review(summary=str(number)).mark_reviewed(*many, reviewed=True))
    assert [review.summary for review, _ in told.past] == ["4"]
    monkeypatch.setattr(history, "MOST_JUDGEMENTS", 0)
    told = told.did(Review(summary="last"))
    assert told.undone().present.summary == "5"

"""Places to go back to."""

from __future__ import annotations

from variorum.window.history import KEPT, History


def test_back_and_forward():
    history: History[str] = History()
    assert history.back("here") is None
    history.leave("one")
    history.leave("two")
    assert history.back("three") == "two"
    assert history.back("two") == "one"
    assert not history.can_go_back
    assert history.forward("one") == "two"
    assert history.forward("two") == "three"
    assert not history.can_go_forward


def test_a_jump_forgets_what_lay_ahead():
    history: History[str] = History()
    history.leave("one")
    history.back("two")
    assert history.can_go_forward
    history.leave("one")
    assert not history.can_go_forward


def test_the_place_where_one_is_is_no_place_to_go_to():
    history: History[str] = History()
    history.leave("one")
    history.leave("here")
    assert history.back("here") == "one"
    assert history.back("one") is None


def test_a_place_that_is_left_twice_is_one():
    history: History[str] = History()
    history.leave("one")
    history.leave("one")
    assert history.back("two") == "one"
    assert not history.can_go_back


def test_it_does_not_grow_without_end():
    history: History[int] = History()
    for number in range(KEPT + 50):
        history.leave(number)
    seen = []
    here = -1
    while (place := history.back(here)) is not None:
        seen.append(place)
        here = place
    assert seen == list(range(KEPT + 49, 49, -1))
    history.clear()
    assert not history.can_go_back
    assert not history.can_go_forward

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from variorum.engine.later import Later, Way, copy_unread


@dataclass(frozen=True)
class Thing:
    __slots__ = ("_letters", "name")

    name: str
    letters: Later[tuple[str, ...]] = Later()


def way(asked: list[str], name: str) -> Way[tuple[str, ...]]:
    def spell(text: str) -> tuple[str, ...]:
        asked.append(text)
        return tuple(text)

    return Way(spell, name)


def test_a_value_is_worked_out_when_it_is_read_and_once() -> None:
    asked: list[str] = []
    thing = Thing("ox", way(asked, "ox"))
    assert asked == []
    assert thing.letters == ("o", "x")
    assert thing.letters == ("o", "x")
    assert asked == ["ox"]


def test_a_value_may_be_given_at_once() -> None:
    assert Thing("ox", ("o",)).letters == ("o",)


def test_things_are_the_same_however_their_values_were_given() -> None:
    late, early = Thing("ox", way([], "ox")), Thing("ox", ("o", "x"))
    assert late == early
    assert hash(late) == hash(early)
    assert repr(late) == repr(early)


def test_what_is_passed_on_unread_stays_unread() -> None:
    asked: list[str] = []
    thing = Thing("ox", way(asked, "ox"))
    other = copy_unread(thing)
    assert asked == []
    assert other == thing
    assert asked == ["ox", "ox"]


def test_a_thing_with_such_a_field_can_be_copied_with_changes_and_not_be_changed() -> None:
    thing = Thing("ox", way([], "ox"))
    assert replace(thing, name="cow") == Thing("cow", ("o", "x"))
    with pytest.raises(FrozenInstanceError):
        thing.letters = ("o",)
    with pytest.raises(TypeError, match="letters"):
        Thing("ox")

"""Data classes that are made at once are what the standard library makes, one by one."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from variorum.records import dataclass_at_once

Make = Callable[..., Callable[[type], type]]

MAKERS = [
    pytest.param(dataclasses.dataclass, id="standard"),
    pytest.param(dataclass_at_once, id="at once"),
]
SHAPES = [
    {},
    {"slots": True},
    {"frozen": True},
    {"frozen": True, "slots": True},
    {"frozen": True, "slots": True, "eq": False, "repr": False},
]


@dataclass_at_once(frozen=True, slots=True)
class Sent:
    """One that others can import, so that it can be sent to another process."""

    name: str
    marks: tuple[int, ...] = ()


def page_of(make: Make, **shape: bool) -> Any:
    """A class with each kind of field that the program has."""

    @make(**shape)
    class Page:
        name: str
        number: int = 7
        letters: list[str] = field(default_factory=list)
        hidden: str | None = field(default=None, repr=False)
        seen: int = field(default=0, compare=False)

        def __post_init__(self) -> None:
            if not self.name:
                raise ValueError("a page without a name")

    return Page


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("shape", SHAPES)
def test_fields_are_given_by_name_or_place_or_left_out(make: Make, shape: dict[str, bool]) -> None:
    page_type = page_of(make, **shape)
    page = page_type("a", 3, hidden="x")
    assert (page.name, page.number, page.letters, page.hidden) == ("a", 3, [], "x")
    assert page_type("a").letters is not page_type("b").letters
    assert page_type("a", letters=["q"]).letters == ["q"]
    with pytest.raises(TypeError, match=r"Page\.__init__\(\) missing 1 required .*'name'"):
        page_type()
    with pytest.raises(ValueError, match="without a name"):
        page_type("")


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_copied_with_changes_is_another(make: Make, shape: dict[str, bool]) -> None:
    page = page_of(make, **shape)("a", 3, ["q"])
    changed = dataclasses.replace(page, name="b")
    assert (changed.name, changed.number, changed.letters) == ("b", 3, ["q"])
    assert page.name == "a"
    assert copy.copy(page).letters is page.letters


@pytest.mark.parametrize("make", MAKERS)
def test_a_field_that_is_not_asked_for_is_given_by_the_class(make: Make) -> None:
    @make(slots=True)
    class Line:
        words: list[str] = field(default_factory=list)
        count: int = field(init=False)
        kind: str = field(init=False, default="plain")
        notes: list[str] = field(init=False, default_factory=list)
        end: str = "."

        def __post_init__(self) -> None:
            self.count = len(self.words)

    line = Line(["a", "b"], "!")
    assert (line.count, line.kind, line.notes, line.end) == (2, "plain", [], "!")
    assert Line().notes is not line.notes
    with pytest.raises(TypeError):
        Line(kind="other")


@pytest.mark.parametrize("make", MAKERS)
def test_what_has_the_same_values_is_the_same(make: Make) -> None:
    page_type, other_type = page_of(make), page_of(make)
    page = page_type("a", seen=1)
    assert page == page_type("a", seen=2)
    assert page != page_type("a", hidden="x")
    assert page != other_type("a")
    assert page != "a"
    with pytest.raises(TypeError, match="unhashable"):
        hash(page)


@pytest.mark.parametrize("make", MAKERS)
def test_what_is_frozen_can_be_looked_up(make: Make) -> None:
    page_type = page_of(make, frozen=True, slots=True)
    pages = {page_type("a", letters=(), seen=1): "found"}
    assert pages[page_type("a", letters=(), seen=2)] == "found"
    assert page_type("b", letters=()) not in pages


@pytest.mark.parametrize("make", MAKERS)
def test_what_is_not_compared_is_only_itself(make: Make) -> None:
    page_type = page_of(make, frozen=True, slots=True, eq=False, repr=False)
    page = page_type("a")
    assert page == page
    assert page != page_type("a")
    assert len({page, page_type("a")}) == 2
    assert "object at" in repr(page)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("slots", [False, True])
def test_what_is_frozen_is_not_changed(make: Make, slots: bool) -> None:
    page = page_of(make, frozen=True, slots=slots)("a")
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'name'"):
        page.name = "b"
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'name'"):
        del page.name
    assert page.name == "a"


@pytest.mark.parametrize("make", MAKERS)
def test_only_slots_leave_no_room_for_more(make: Make) -> None:
    page_of(make)("a").more = 1
    with pytest.raises(AttributeError):
        page_of(make, slots=True)("a").more = 1


@pytest.mark.parametrize("make", MAKERS)
def test_it_says_what_it_is(make: Make) -> None:
    page = page_of(make)("a", hidden="x")
    said = "page_of.<locals>.Page(name='a', number=7, letters=[], seen=0)"
    assert repr(page) == said
    assert list(inspect.signature(type(page)).parameters) == [f.name for f in page_fields(page)]


def page_fields(page: Any) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(page)


@pytest.mark.parametrize("make", MAKERS)
def test_methods_that_a_class_has_itself_stay(make: Make) -> None:
    @make(frozen=True, slots=True)
    class Word:
        text: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Word) and self.text.lower() == other.text.lower()

        def __hash__(self) -> int:
            return hash(self.text.lower())

        def __repr__(self) -> str:
            return f"“{self.text}”"

    assert Word("A") == Word("a")
    assert hash(Word("A")) == hash(Word("a"))
    assert repr(Word("A")) == "“A”"


def test_what_is_frozen_can_be_sent_to_another_process() -> None:
    sent = Sent("a", (1, 2))
    assert pickle.loads(pickle.dumps(sent)) == sent  # noqa: S301 - ours
    assert copy.deepcopy(sent) == sent

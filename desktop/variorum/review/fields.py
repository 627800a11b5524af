"""Reads the objects that a JSON reader gave, field by field, and says what is wrong with them.

Imports the engine's public names only. Positions are code points, ranges half-open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar

from variorum.engine import Span
from variorum.review.model import Unknown

_Value = TypeVar("_Value")


class PlainError(ValueError):
    """Values that are not what they should be; the message says which, to follow a colon."""


class Fields:
    """The fields of a JSON object; each is taken once, and what is left is unknown."""

    def __init__(self, value: object, what: str) -> None:
        if not isinstance(value, dict):
            message = f"{what} should be an object"
            raise PlainError(message)
        self._left = dict(value)
        self._what = what

    def take(self, key: str, kind: type[_Value], default: _Value) -> _Value:
        """A field of a kind; the default where it is missing or null."""
        value = self._left.pop(key, None)
        if value is None:
            return default
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            message = f"“{key}” of {self._what} is no {_KINDS[kind]}"
            raise PlainError(message)
        return value

    def text(self, key: str) -> str | None:
        """A text; None where it is missing or empty."""
        return self.take(key, str, "") or None

    def name(self) -> str:
        """The id, which must be there."""
        name = self.take("id", str, "")
        if not name:
            message = f"{self._what} has no id"
            raise PlainError(message)
        return name

    def span(self, key: str, length: int) -> Span | None:
        """A range within a text; None where it is missing."""
        value = self.take(key, list, [])
        if not value:
            return None
        numbers = [n for n in value if isinstance(n, int) and not isinstance(n, bool)]
        if len(value) == len(numbers) == 2 and 0 <= numbers[0] <= numbers[1] <= length:
            return Span(*numbers)
        message = f"“{key}” of {self._what} is no place in the text"
        raise PlainError(message)

    def items(self, key: str, what: str) -> Iterator[Fields]:
        """The objects of a list."""
        return (Fields(item, what) for item in self.take(key, list, []))

    def unknown(self) -> Unknown:
        """What nobody has taken."""
        return self._left


_KINDS: Final = {
    str: "text",
    bool: "yes or no",
    list: "list",
    int: "whole number",
    dict: "object",
}

"""Fields that are worked out when they are first read.

Imports only the standard library. Marking words costs more than all the rest of a comparison, and
who reads figures, or the top of a long text, needs few of them: so a field may be given the way to
its value instead of the value. It is a function of what is frozen already, so that it does not
matter when, where or how often it runs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class Later(Generic[T]):
    """The default of a field of a frozen dataclass that takes a value or the way to it.

    The class names the field in its `__slots__` with an underscore before it.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        """Remember where the value is kept."""
        self._slot = f"_{name}"

    @overload
    def __get__(self, instance: None, owner: type) -> Later[T]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> T | Later[T]:
        """The value.

        Raises:
            AttributeError: asked for the class's, as dataclasses do: the field has no default.
        """
        if instance is None:
            raise AttributeError(self._slot)
        kept: T | Way[T] = getattr(instance, self._slot)
        if not isinstance(kept, Way):
            return kept
        value = kept.go()
        object.__setattr__(instance, self._slot, value)
        return value

    def __set__(self, instance: object, value: T | Way[T]) -> None:
        """Keep a value, or the way to it."""
        object.__setattr__(instance, self._slot, value)


class Way(Generic[T]):
    """The way to a value: a function and what it is called with."""

    __slots__ = ("_arguments", "_function")

    def __init__(self, function: Callable[..., T], *arguments: object) -> None:
        self._function = function
        self._arguments = arguments

    def go(self) -> T:
        """The value."""
        return self._function(*self._arguments)


class Frozen:
    """A frozen dataclass that names its slots itself, and can be sent to another process.

    What is unread is read first: the way to it may lead through all of two texts.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """How it is made anew: from the values of its fields."""
        names = type(self).__dataclass_fields__  # type: ignore[attr-defined] # says the docstring
        return type(self), tuple(getattr(self, name) for name in names)


def copy_unread(thing: T) -> T:
    """A copy of an object whose class names all of its `__slots__`; what is unread stays so."""
    copied = object.__new__(type(thing))
    for slot in type(thing).__slots__:  # type: ignore[attr-defined] # says the docstring
        object.__setattr__(copied, slot, getattr(thing, slot))
    return copied

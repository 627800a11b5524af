"""Data classes that are made quickly, as Python makes them from 3.13 on.

Before, `dataclasses` compiles each method of each class by itself, ten calls of the compiler for a
frozen one; here it is one for all of a class, and what needs no names of fields is there already.
A start of the program makes some seventy. `field`, `fields` and `replace` are those of
`dataclasses`.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, FrozenInstanceError
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

__all__ = ["dataclass", "dataclass_at_once"]

C = TypeVar("C")

_OWN: Final = "_of_{}"
"""What a field's default, or what makes it, is called beside the methods."""


def dataclass_at_once(
    *,
    frozen: bool = False,
    slots: bool = False,
    eq: bool = True,
    repr: bool = True,  # noqa: A002 - the arguments of `dataclasses.dataclass`
) -> Callable[[type[C]], type[C]]:
    """What `dataclasses.dataclass` does with these arguments; no field is for keywords only.

    Methods that a class has itself stay as they are.
    """

    def decorate(plain: type[C]) -> type[C]:
        made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(plain)
        fields = dataclasses.fields(made)  # type: ignore[arg-type] # it is one by now
        methods = _compiled(made, fields, frozen=frozen, eq=eq)
        if repr:
            methods["__repr__"] = _represent
        if eq and not frozen:
            methods["__hash__"] = None
        if frozen:
            methods |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
        if frozen and slots:
            methods |= {"__getstate__": _state, "__setstate__": _set_state}
        for name in methods.keys() - plain.__dict__.keys():
            setattr(made, name, methods[name])
        return made

    return decorate


def _compiled(
    made: type, fields: tuple[Field[Any], ...], *, frozen: bool, eq: bool
) -> dict[str, Any]:
    beside: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    lines = [f"def __init__(self, {', '.join(_parameters(fields, beside))}):"]
    lines += [f" {_assignment(field, frozen=frozen)}" for field in fields]
    lines.append(" self.__post_init__()" if hasattr(made, "__post_init__") else " pass")
    if eq:
        compared = [field.name for field in fields if field.compare]
        mine, theirs = _tuple("self", compared), _tuple("other", compared)
        lines += ["def __eq__(self, other):", " if other.__class__ is not self.__class__:"]
        lines += ["  return NotImplemented", f" return {mine} == {theirs}"]
    if eq and frozen:
        lines += ["def __hash__(self):", f" return hash({mine})"]
    methods: dict[str, Any] = {}
    exec("\n".join(lines), beside, methods)  # noqa: S102 - made of names of fields, and nothing else
    for name, method in methods.items():
        method.__qualname__ = f"{made.__qualname__}.{name}"
    return methods


def _parameters(fields: Iterable[Field[Any]], beside: dict[str, Any]) -> Iterable[str]:
    for field in fields:
        own = _OWN.format(field.name)
        parameter = field.name
        if field.default_factory is not MISSING:
            beside[own] = field.default_factory
            parameter += "=_missing"
        elif field.default is not MISSING:
            beside[own] = field.default
            parameter += f"={own}"
        if field.init:
            yield parameter


def _assignment(field: Field[Any], *, frozen: bool) -> str:
    name, own = field.name, _OWN.format(field.name)
    is_made = field.default_factory is not MISSING
    if field.init:
        value = f"{own}() if {name} is _missing else {name}" if is_made else name
    elif is_made or field.default is not MISSING:
        value = f"{own}()" if is_made else own
    else:
        return "pass"  # the class gives it a value
    return f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}"


def _tuple(owner: str, names: Iterable[str]) -> str:
    return "(" + "".join(f"{owner}.{name}, " for name in names) + ")"


def _represent(self: Any) -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)
    said = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({said})"


def _refuse_to_set(_self: object, name: str, _value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: Iterable[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


if TYPE_CHECKING or sys.version_info >= (3, 13):
    from dataclasses import dataclass
else:
    dataclass = dataclass_at_once

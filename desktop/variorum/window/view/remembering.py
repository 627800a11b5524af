"""Remembers what a method returned, without keeping its object.

A cache of a bound method in an attribute of the same object is a cycle. Only Python's collector
would ever free it, and with it a whole comparison; but the collector passes over what was there
when a comparison ended.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar
from weakref import WeakMethod

_R = TypeVar("_R")


def weakly(method: Callable[..., _R]) -> Callable[..., _R]:
    """A bound method that does not keep its object; it must not be called when that is gone."""
    known = WeakMethod(method)

    def call(*arguments: object) -> _R:
        found = known()
        assert found is not None, "its object is gone"
        return found(*arguments)

    return call


def remembered(most: int, method: Callable[..., _R]) -> Callable[..., _R]:
    """What a method returned the last times, for so many arguments at most."""
    return lru_cache(most)(weakly(method))

"""What an action and a menu are, as the tables have them.

Imports Qt for the roles of menu entries on macOS.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction


@dataclass(frozen=True, slots=True)
class Spec:
    """One action as the table has it."""

    name: str
    """What the code calls it."""
    text: str
    """What menus call it, with its mnemonic."""
    tip: str
    """What it does, a short sentence without a full stop; its key is added."""
    keys: tuple[str, ...] = ()
    """All of them work; the first one is shown in menus and tool tips."""
    icon: str = ""
    """The name of its drawing, for those on the tool bar."""
    checkable: bool = False
    group: str = ""
    """Of the actions of one group exactly one is checked."""
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    """Where macOS puts it."""
    silent_keys: tuple[str, ...] = ()
    """Work too, but are not worth a word: the same key by another name."""


SEPARATOR = ""
"""Between the names of a menu."""


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """One menu of the menu bar, or of another menu."""

    title: str
    entries: tuple[str | MenuSpec, ...]
    """Names of actions, separators and menus."""
    name: str = ""
    """What the code calls it, if its entries come and go."""

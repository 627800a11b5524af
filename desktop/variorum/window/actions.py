"""The actions of a window, its menus and tool tips, made from the table.

Imports Qt and the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence, QPalette
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from variorum.window.action_specs import SEPARATOR, MenuSpec, Spec
from variorum.window.action_table import Table
from variorum.window.icons import themed_icon


class Actions:
    """The actions of one window, made from the table."""

    def __init__(self, window: QWidget) -> None:
        table = Table(window)
        self._specs = {spec.name: spec for spec in table.specs()}
        self._menus = table.menus()
        self._groups: dict[str, QActionGroup] = {}
        self._named: dict[str, QMenu] = {}
        self._actions = {spec.name: self._make(spec, window) for spec in self._specs.values()}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        for menu in self._menus:
            self._fill(bar.addMenu(menu.title), menu)

    def menu(self, name: str) -> QMenu:
        """A menu whose entries come and go."""
        return self._named[name]

    def colour(self, palette: QPalette) -> None:
        """Draw all icons in the colours of a palette."""
        for spec in self._specs.values():
            if spec.icon:
                self[spec.name].setIcon(themed_icon(spec.icon, palette))

    def set_enabled(self, states: Mapping[str, bool]) -> None:
        """Say which actions can do something just now."""
        for name, enabled in states.items():
            self[name].setEnabled(enabled)

    def keys_by_menu(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """For each menu its title, and the words and keys of its actions, as people read them."""
        for menu in self._menus:
            specs = (self._specs[e] for e in menu.entries if isinstance(e, str) and e)
            rows = [(plain(s.text), ", ".join(map(native, s.keys))) for s in specs if s.keys]
            yield plain(menu.title), rows

    def _make(self, spec: Spec, window: QWidget) -> QAction:
        action = QAction(spec.text, window)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in (*spec.keys, *spec.silent_keys)])
        action.setToolTip(f"{spec.tip} ({native(spec.keys[0])})" if spec.keys else spec.tip)
        action.setCheckable(spec.checkable)
        action.setMenuRole(spec.role)
        # Words are enough in menus; pictures beside some of them would only be unrest.
        action.setIconVisibleInMenu(False)
        action.setIcon(QIcon())
        if spec.group:
            self._group(spec.group, window).addAction(action)
        window.addAction(action)
        return action

    def _group(self, name: str, window: QWidget) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(window)
        return self._groups[name]

    def _fill(self, menu: QMenu, spec: MenuSpec) -> None:
        menu.setToolTipsVisible(True)
        if spec.name:
            self._named[spec.name] = menu
        for entry in spec.entries:
            if isinstance(entry, MenuSpec):
                self._fill(menu.addMenu(entry.title), entry)
            elif entry == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self[entry])


def plain(text: str) -> str:
    """The words of a menu entry without mnemonic and dots."""
    return text.replace("&", "").removesuffix("…")


def native(key: str) -> str:
    """A key as the platform writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)

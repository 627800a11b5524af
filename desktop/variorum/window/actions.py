"""Everything that one can ask of the window: one table of words, keys and pictures.

Imports Qt. The table says what there is; who does it is connected in `main_window`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence, QPalette
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from variorum.window.icons import themed_icon


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


class Table(QObject):
    """The table; a class, so that its words can be translated."""

    def specs(self) -> tuple[Spec, ...]:
        """All actions."""
        return (*self._file(), *self._edit(), *self._view(), *self._go(), *self._help())

    def menus(self) -> tuple[MenuSpec, ...]:
        """All menus, from left to right."""
        colours = MenuSpec(self.tr("&Colours"), ("scheme_system", "scheme_light", "scheme_dark"))
        return (
            MenuSpec(
                self.tr("&File"),
                (
                    *("open_two", "open_left", "open_right", SEPARATOR, "reload", "stop"),
                    *(SEPARATOR, "save_page", SEPARATOR, "quit"),
                ),
            ),
            MenuSpec(
                self.tr("&Edit"),
                (
                    *("copy", "select_all", SEPARATOR, "find", "find_next", "find_previous"),
                    *(SEPARATOR, "swap"),
                ),
            ),
            MenuSpec(
                self.tr("&View"),
                (
                    *("zoom_in", "zoom_out", "zoom_reset", SEPARATOR, "change_list", "overview"),
                    "missing_passages",
                    SEPARATOR,
                    colours,
                ),
            ),
            MenuSpec(
                self.tr("&Go"),
                (
                    *("next_change", "previous_change", SEPARATOR, "next_edit", "previous_edit"),
                    *(SEPARATOR, "first_change", "last_change", "current_change"),
                    *(SEPARATOR, "other_end", "peek", SEPARATOR, "back", "forward"),
                    *(SEPARATOR, "go_to_paragraph", "other_pane"),
                ),
            ),
            MenuSpec(
                self.tr("&Help"),
                ("open_sample", SEPARATOR, "marks", "shortcuts", SEPARATOR, "about"),
            ),
        )

    def _file(self) -> tuple[Spec, ...]:
        return (
            Spec(
                "open_two",
                self.tr("&Open Two Files…"),
                self.tr("Choose two files and compare them"),
                ("Ctrl+O",),
                "open",
            ),
            Spec(
                "open_left",
                self.tr("Open &Left…"),
                self.tr("Choose the left text, mostly the earlier one"),
                ("Ctrl+Shift+L",),
            ),
            Spec(
                "open_right",
                self.tr("Open Ri&ght…"),
                self.tr("Choose the right text, mostly the later one"),
                ("Ctrl+Shift+R",),
            ),
            Spec(
                "reload",
                self.tr("&Reload"),
                self.tr("Read both files again and compare them anew"),
                ("F5",),
            ),
            Spec("stop", self.tr("S&top Comparing"), self.tr("Stop comparing"), ("Esc",)),
            Spec(
                "save_page",
                self.tr("&Save Annotated HTML…"),
                self.tr("Save the comparison as one page for any browser"),
                ("Ctrl+E",),
                "save",
            ),
            Spec(
                "quit",
                self.tr("&Quit"),
                self.tr("Close Variorum"),
                ("Ctrl+Q",),
                role=QAction.MenuRole.QuitRole,
            ),
        )

    def _edit(self) -> tuple[Spec, ...]:
        return (
            Spec("copy", self.tr("&Copy"), self.tr("Copy the selected text"), ("Ctrl+C",)),
            Spec(
                "select_all",
                self.tr("Select &All"),
                self.tr("Select the whole text of the pane in use"),
                ("Ctrl+A",),
            ),
            Spec(
                "find",
                self.tr("&Find…"),
                self.tr("Find words in the texts"),
                ("Ctrl+F",),
            ),
            Spec(
                "find_next",
                self.tr("Find &Next"),
                self.tr("Go to the next place where it stands"),
                ("F3",),
                "next",
            ),
            Spec(
                "find_previous",
                self.tr("Find &Previous"),
                self.tr("Go to the previous place where it stands"),
                ("Shift+F3",),
                "previous",
            ),
            Spec(
                "swap",
                self.tr("S&wap Sides"),
                self.tr("Put the left text on the right and the right one on the left"),
                ("Ctrl+Shift+X",),
            ),
        )

    def _view(self) -> tuple[Spec, ...]:
        return (
            Spec(
                "zoom_in",
                self.tr("Zoom &In"),
                self.tr("Make the text larger"),
                ("Ctrl++",),
                silent_keys=("Ctrl+=",),
            ),
            Spec("zoom_out", self.tr("Zoom &Out"), self.tr("Make the text smaller"), ("Ctrl+-",)),
            Spec(
                "zoom_reset",
                self.tr("&Usual Size"),
                self.tr("Show the text in its usual size"),
                ("Ctrl+0",),
            ),
            Spec(
                "change_list",
                self.tr("Change &List"),
                self.tr("Show or hide the list of changes"),
                ("Shift+F9",),
                "list",
                checkable=True,
            ),
            Spec(
                "overview",
                self.tr("O&verview"),
                self.tr("Show or hide the strip with the whole of both texts"),
                ("F9",),
                checkable=True,
            ),
            Spec(
                "missing_passages",
                self.tr("&Missing Passages"),
                self.tr("List what the right text leaves out, the longest first"),
                ("Ctrl+Shift+M",),
            ),
            Spec(
                "scheme_system",
                self.tr("As on the &Desktop"),
                self.tr("Be light or dark as the desktop is"),
                checkable=True,
                group="scheme",
            ),
            Spec(
                "scheme_light",
                self.tr("&Light"),
                self.tr("Dark ink on light paper"),
                checkable=True,
                group="scheme",
            ),
            Spec(
                "scheme_dark",
                self.tr("Dar&k"),
                self.tr("Light ink on dark paper"),
                checkable=True,
                group="scheme",
            ),
        )

    def _go(self) -> tuple[Spec, ...]:
        return (
            Spec(
                "next_change",
                self.tr("&Next Change"),
                self.tr("Go to the next change"),
                ("Alt+Down", "F8"),
                "next",
            ),
            Spec(
                "previous_change",
                self.tr("&Previous Change"),
                self.tr("Go to the previous change"),
                ("Alt+Up", "Shift+F8"),
                "previous",
            ),
            Spec(
                "next_edit",
                self.tr("Next &Word Edit"),
                self.tr("Go to the next changed words"),
                ("F4",),
            ),
            Spec(
                "previous_edit",
                self.tr("Previous Wor&d Edit"),
                self.tr("Go to the previous changed words"),
                ("Shift+F4",),
            ),
            Spec(
                "first_change",
                self.tr("&First Change"),
                self.tr("Go to the first change"),
                ("Alt+Home",),
            ),
            Spec(
                "last_change",
                self.tr("&Last Change"),
                self.tr("Go to the last change"),
                ("Alt+End",),
            ),
            Spec(
                "current_change",
                self.tr("&Current Change"),
                self.tr("Go back to the current change"),
                ("Alt+Return",),
                silent_keys=("Alt+Enter",),
            ),
            Spec(
                "other_end",
                self.tr("Other &End of Move"),
                self.tr("Go to where the moved text went, or came from"),
                ("Ctrl+Shift+G",),
            ),
            Spec(
                "peek",
                self.tr("Pee&k at Other End"),
                self.tr("Show where the moved text went, or came from, without going there"),
                ("Alt+Shift+P",),
            ),
            Spec(
                "back",
                self.tr("&Back"),
                self.tr("Go back to where the last jump began"),
                ("Alt+Left",),
                silent_keys=("Back",),
            ),
            Spec(
                "forward",
                self.tr("Fo&rward"),
                self.tr("Go forward again to where Back came from"),
                ("Alt+Right",),
                silent_keys=("Forward",),
            ),
            Spec(
                "go_to_paragraph",
                self.tr("&Go to Paragraph…"),
                self.tr("Go to a paragraph by its number"),
                ("Ctrl+G",),
            ),
            Spec(
                "other_pane",
                self.tr("&Other Pane"),
                self.tr("Give the keys to the other pane"),
                ("F6",),
            ),
        )

    def _help(self) -> tuple[Spec, ...]:
        return (
            Spec(
                "open_sample",
                self.tr("Open &Sample"),
                self.tr("Open an article and its reworded copy, to try things out"),
            ),
            Spec(
                "marks",
                self.tr("What the &Marks Mean"),
                self.tr("Explain the colours and signs"),
                ("F1",),
            ),
            Spec(
                "shortcuts",
                self.tr("&Keyboard Shortcuts"),
                self.tr("List all keys"),
                ("Ctrl+?",),
            ),
            Spec(
                "about",
                self.tr("&About Variorum"),
                self.tr("Versions and licences"),
                role=QAction.MenuRole.AboutRole,
            ),
        )


class Actions:
    """The actions of one window, made from the table."""

    def __init__(self, window: QWidget) -> None:
        table = Table(window)
        self._specs = {spec.name: spec for spec in table.specs()}
        self._menus = table.menus()
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.name: self._make(spec, window) for spec in self._specs.values()}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        for menu in self._menus:
            self._fill(bar.addMenu(menu.title), menu)

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

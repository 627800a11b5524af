"""The menus that say how each text is read: at its head, and in the File menu.

Imports Qt, the readers' options and who opens texts. What is chosen is read again at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from variorum.engine import LANGUAGES, Layout, Side
from variorum.readers import Kind, ReadOptions, Source, TrackedChanges
from variorum.window.actions import Actions
from variorum.window.describe import Describer, encoding_name
from variorum.window.opening import Opening
from variorum.window.state import Opened

_TRACKING: Final = frozenset({Kind.DOCX, Kind.ODT, Kind.RTF})
"""The formats in which changes are recorded."""

_Choice = tuple[str, ReadOptions]
"""What an entry says, and how the text is read then."""


class ReadingMenus(QObject):
    """Two menus, filled when they open."""

    clipboard_wanted = Signal(object)
    """The text on the clipboard is to be the text of this `Side`."""
    version_wanted = Signal(object)
    """Another file is to be the text of this `Side`, and the notes are to go along."""

    def __init__(
        self, actions: Actions, opening: Opening, describer: Describer, parent: QWidget
    ) -> None:
        """Serve a window.

        Args:
            actions: of the window, with a menu for each side.
            opening: reads again.
            describer: names languages.
            parent: the window.
        """
        super().__init__(parent)
        self._opening = opening
        self._describer = describer
        self._opened: Opened | None = None
        self._menus = {
            Side.LEFT: actions.menu("left_text"),
            Side.RIGHT: actions.menu("right_text"),
        }
        for side, menu in self._menus.items():
            menu.aboutToShow.connect(partial(self._fill, side))
            self._fill(side)

    def set_opened(self, opened: Opened | None) -> None:
        """Serve other texts."""
        self._opened = opened
        for menu in self._menus.values():
            menu.setEnabled(opened is not None)

    @Slot(object, QPoint)
    def popup(self, side: Side, place: QPoint) -> None:
        """Open the menu of a side at a global point."""
        if self._opened is not None:
            self._menus[side].popup(place)

    def _fill(self, side: Side) -> None:
        menu = self._menus[side]
        for child in menu.findChildren(QMenu):
            child.deleteLater()
        menu.clear()
        if self._opened is None:
            menu.addAction(self.tr("None yet")).setEnabled(False)
            return
        source, now = self._opened.source(side), self._opening.options(side)
        is_file, is_plain = source.path is not None, source.format is Kind.TEXT
        self._add(
            side, self.tr("&Encoding"), self._encodings(source, now), enabled=self._decodes(source)
        )
        self._add(side, self.tr("&Paragraphs"), self._layouts(now), enabled=is_plain)
        can_name = is_file or is_plain
        self._add(side, self.tr("&Language"), self._languages(source, now), enabled=can_name)
        if source.format in _TRACKING:
            self._add(side, self.tr("&Tracked Changes"), self._tracked(now), enabled=is_file)
        menu.addSeparator()
        version = menu.addAction(self.tr("Take Another &Version…"))
        version.setStatusTip(self.tr("Choose the file this text became; the notes go along"))
        version.triggered.connect(partial(self._take_version, side))
        clipboard = menu.addAction(self.tr("Replace by &Clipboard"))
        clipboard.triggered.connect(partial(self._take_clipboard, side))

    @staticmethod
    def _decodes(source: Source) -> bool:
        """Whether there are bytes that could mean other letters."""
        return source.path is not None and bool(source.encoding)

    def _add(self, side: Side, title: str, choices: Sequence[_Choice], *, enabled: bool) -> None:
        menu = QMenu(title, self._menus[side])
        self._menus[side].addMenu(menu)
        group = QActionGroup(menu)
        now = self._opening.options(side)
        for number, (text, options) in enumerate(choices):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(options == now)
            group.addAction(action)
            action.triggered.connect(partial(self._choose, side, options))
            if not number and len(choices) > len(TrackedChanges):
                menu.addSeparator()
        menu.setEnabled(enabled)

    @Slot()
    def _choose(self, side: Side, options: ReadOptions, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt hands it over so
        if options != self._opening.options(side):
            self._opening.read_otherwise(side, options)

    @Slot()
    def _take_clipboard(self, side: Side, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt hands it over so
        self.clipboard_wanted.emit(side)

    @Slot()
    def _take_version(self, side: Side, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt hands it over so
        self.version_wanted.emit(side)

    # What there is to choose from; what is found out by itself comes first

    def _automatic(self, found: str) -> str:
        if found:
            return self.tr("&Automatic ({found})").format(found=found)
        return self.tr("&Automatic")

    def _encodings(self, source: Source, now: ReadOptions) -> list[_Choice]:
        found = encoding_name(source.encoding) if now.encoding is None else ""
        names = dict(self._named_encodings())
        if now.encoding is not None:
            names.setdefault(now.encoding, encoding_name(now.encoding))
        return [
            (self._automatic(found), replace(now, encoding=None)),
            *((text, replace(now, encoding=encoding)) for encoding, text in names.items()),
        ]

    def _named_encodings(self) -> list[tuple[str, str]]:
        western, central = self.tr("Western"), self.tr("Central European")
        cyrillic, greek = self.tr("Cyrillic"), self.tr("Greek")
        japanese, dos = self.tr("Japanese"), self.tr("Western, MS-DOS")
        named = (
            ("utf-8", self.tr("Unicode")),
            ("utf-16-le", self.tr("Unicode")),
            ("utf-16-be", self.tr("Unicode")),
            ("windows-1252", western),
            ("iso-8859-15", western),
            ("mac-roman", self.tr("Western, Macintosh")),
            ("cp437", dos),
            ("cp850", dos),
            ("windows-1250", central),
            ("iso-8859-2", central),
            ("windows-1251", cyrillic),
            ("koi8-r", cyrillic),
            ("cp866", cyrillic),
            ("windows-1253", greek),
            ("windows-1254", self.tr("Turkish")),
            ("windows-1255", self.tr("Hebrew")),
            ("windows-1256", self.tr("Arabic")),
            ("windows-1257", self.tr("Baltic")),
            ("windows-1258", self.tr("Vietnamese")),
            ("cp874", self.tr("Thai")),
            ("cp932", japanese),
            ("euc-jp", japanese),
            ("gb18030", self.tr("Chinese, simplified")),
            ("big5hkscs", self.tr("Chinese, traditional")),
            ("cp949", self.tr("Korean")),
        )
        words = self.tr("{script} ({encoding})")
        return [
            (encoding, words.format(script=script, encoding=encoding_name(encoding)))
            for encoding, script in named
        ]

    def _layouts(self, now: ReadOptions) -> list[_Choice]:
        names = {
            Layout.AUTO: self._automatic(""),
            Layout.BLANK_LINE: self.tr("&Empty Lines Between Them"),
            Layout.LINE: self.tr("&One a Line"),
            Layout.WRAPPED: self.tr("&Lines Broken at a Width"),
        }
        return [(text, replace(now, layout=layout)) for layout, text in names.items()]

    def _languages(self, source: Source, now: ReadOptions) -> list[_Choice]:
        name = self._describer.language
        found = name(source.document.language) if now.language is None else ""
        codes = {*LANGUAGES, *filter(None, [now.language])}
        return [
            (self._automatic(found), replace(now, language=None)),
            *((name(code), replace(now, language=code)) for code in sorted(codes, key=name)),
        ]

    def _tracked(self, now: ReadOptions) -> list[_Choice]:
        names = {
            TrackedChanges.ACCEPTED: self.tr("&Accepted"),
            TrackedChanges.REJECTED: self.tr("&Rejected"),
        }
        return [(text, replace(now, tracked_changes=way)) for way, text in names.items()]

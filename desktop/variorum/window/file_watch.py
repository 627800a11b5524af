"""Watches the files of what is open: tells when they are not any more what was read.

Imports Qt's own watcher of files and what looks at one of them. The system says that something may
have happened, and a worker looks; where no system says it, as on many network drives, a look when
one comes back to the program does. What Variorum writes itself is nothing to be told of, since the
texts are looked at, and not what else is in their folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal, Slot

from variorum.engine import Side
from variorum.readers import Freshness
from variorum.window.state import Opened
from variorum.window.watched_file import WatchedFile

_Key = tuple[Path, str]
"""A file, and the hash of what was read from it."""


class News(NamedTuple):
    """What became of the file of a text."""

    side: Side
    path: Path
    name: str
    """As it is shown."""
    has_namesake: bool
    """The other text is of another file of the same name."""
    freshness: Freshness
    """Anything but `SAME`."""


class FileWatch(QObject):
    """Knows the files of a window."""

    changed = Signal()
    """There are other `news`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sides: dict[Side, _Key] = {}
        self._files: dict[_Key, WatchedFile] = {}
        self._news: tuple[News, ...] = ()
        self._inodes: dict[Path, tuple[int, int] | None] = {}
        self._refused: set[Path] = set()
        self._system: QFileSystemWatcher | None = None

    @property
    def news(self) -> tuple[News, ...]:
        """The texts whose files are not what they were, the left one first."""
        return self._news

    def set_opened(self, opened: Opened | None) -> None:
        """Watch the files of what is shown now; what is known of those that stay is kept."""
        sources = {} if opened is None else {side: opened.source(side) for side in Side}
        self._sides = {
            side: (source.path, source.sha256)
            for side, source in sources.items()
            if source.path is not None
        }
        self._forget_others()
        for side, key in self._sides.items():
            if opened is not None and key not in self._files:
                file = WatchedFile(sources[side], self, known=opened.plan.returns)
                file.looked.connect(self._on_looked)
                self._files[key] = file
        self._tell()

    def put_away(self) -> None:
        """What there is to tell is known: be silent until something else happens."""
        for file in self._files.values():
            file.put_away()
        self._tell()

    def end(self) -> None:
        """Watch nothing any more; returns at once."""
        self.set_opened(None)

    def _tell(self) -> None:
        news = tuple(filter(None, map(self._news_of, Side)))
        if news != self._news:
            self._news = news
            self.changed.emit()

    def _news_of(self, side: Side) -> News | None:
        file, other = self._file(side), self._file(side.other)
        if file is None or file.news is None:
            return None
        namesake = other is not None and other.name == file.name and other.path != file.path
        return News(side, file.path, file.name, namesake, file.news)

    def _file(self, side: Side) -> WatchedFile | None:
        key = self._sides.get(side)
        return None if key is None else self._files[key]

    # What there is to look at

    def look_again(self) -> None:
        """Somebody comes back, and may have changed a file of which no system tells."""
        self._refused.clear()
        for file in self._files.values():
            file.touch()

    @Slot(str)
    def _on_event(self, path: str) -> None:
        """Something happened to a file, or in a folder."""
        for file in self._files.values():
            if Path(path) in _places(file):
                file.touch()

    @Slot()
    def _on_looked(self) -> None:
        file = self.sender()
        if isinstance(file, WatchedFile) and file in self._files.values():
            self._watch(file)
            self._tell()

    # What the system watches

    def _watch(self, file: WatchedFile) -> None:
        """Have the system watch a file and its folder, which have answered just now.

        Programs that save write a new file and give it the old one's name: the system goes on
        watching the old one, and is to watch the new one instead.
        """
        if self._system is None:
            self._system = QFileSystemWatcher(self)
            self._system.fileChanged.connect(self._on_event)
            self._system.directoryChanged.connect(self._on_event)
        # Where the system watches nothing, Qt would look each second, in the window's thread.
        if not self._system.children():
            return
        watched = set(map(Path, self._system.files() + self._system.directories()))
        for path in file.within_reach:
            inode = _inode(file) if path == file.path else None
            if (path in watched and self._inodes[path] == inode) or path in self._refused:
                continue
            self._system.removePath(str(path))
            self._inodes[path] = inode
            if self._system.addPath(str(path)):
                file.touch()  # it may have changed just before
            else:
                self._refused.add(path)

    def _forget_others(self) -> None:
        """Let the files go that no side has any more."""
        for key in [key for key in self._files if key not in self._sides.values()]:
            file = self._files.pop(key)
            file.close()
            file.deleteLater()
        kept = {place for file in self._files.values() for place in _places(file)}
        for path in [path for path in self._inodes if path not in kept]:
            del self._inodes[path]
            if self._system is not None:
                self._system.removePath(str(path))


def _places(file: WatchedFile) -> tuple[Path, ...]:
    """A file and its folder."""
    return file.path, file.path.parent


def _inode(file: WatchedFile) -> tuple[int, int] | None:
    """Which file it was at the last look, whatever its name."""
    trace = None if file.look is None else file.look.trace
    return None if trace is None else (trace.device, trace.inode)

"""What the reader wants compared: from menus, drops and the command line to a comparison.

Imports Qt's signals and the window's comparing and state. As long as only one side is chosen, it
is remembered; the comparison begins when both are.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from variorum.engine import Side
from variorum.readers import ReadError, Source, printable
from variorum.window.comparing import Comparing
from variorum.window.drop import PAIR
from variorum.window.state import SAMPLE, Input, Sample


class Opening(QObject):
    """Decides what is compared with what."""

    waiting = Signal(object, str)
    """Nothing is open yet, and this `Side` is to be the file of this name; empty: no file."""

    def __init__(self, comparing: Comparing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparing = comparing
        self._wanted: dict[Side, Input] = {}
        comparing.failed.connect(self._on_failed)
        comparing.ended.connect(self._on_ended)

    @property
    def chosen(self) -> dict[Side, Path]:
        """The files that are chosen already while nothing is open."""
        if self._comparing.current is not None:
            return {}
        return {side: given for side, given in self._wanted.items() if isinstance(given, Path)}

    def path(self, side: Side) -> Path | None:
        """The file of a side, open or chosen."""
        given = self._input(side)
        return given if isinstance(given, Path) else None

    def open_pair(self, left: Path, right: Path) -> None:
        """Compare two files."""
        self._wanted = {Side.LEFT: left, Side.RIGHT: right}
        self._compare()

    def open_side(self, side: Side, path: Path) -> None:
        """Take a file for one side; the other side stays what it is."""
        kept = self._input(side.other)
        self._wanted = {side: path} if kept is None else {side: path, side.other: kept}
        self._compare()

    def open_sample(self) -> None:
        """Compare the two texts that Variorum brings along."""
        self._wanted = dict(zip(Side, SAMPLE, strict=True))
        self._compare()

    def reload(self) -> None:
        """Read both files again and compare them anew."""
        current = self._comparing.current
        if current is not None and not self._comparing.busy:
            self._wanted = {side: current.input_again(side) for side in Side}
        self._compare()

    def swap(self) -> None:
        """Put the left text on the right and the right one on the left."""
        swapped = {side: self._input(side.other) for side in Side}
        self._wanted = {side: given for side, given in swapped.items() if given is not None}
        self._compare()

    @Slot(object, object)
    def drop(self, paths: tuple[Path, ...], side: Side) -> None:
        """Take what was dropped: two files as a pair, one as the side that it fell on."""
        if len(paths) == PAIR:
            self.open_pair(*paths)
        else:
            self.open_side(side, paths[0])

    def _input(self, side: Side) -> Input | None:
        """Where a side comes from: what is wanted just now, else what is open."""
        current = self._comparing.current
        if current is None or self._comparing.busy:
            return self._wanted.get(side)
        return current.source(side)

    def _compare(self) -> None:
        self._tell_waiting()
        if len(self._wanted) == PAIR:
            self._comparing.start(self._wanted[Side.LEFT], self._wanted[Side.RIGHT])

    def _tell_waiting(self) -> None:
        for side in Side:
            self.waiting.emit(side, _name(self._wanted.get(side)))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Forget the file that could not be read; keep the other one if it was the first try."""
        if self._comparing.current is None and isinstance(error, ReadError):
            self._wanted = {
                side: given for side, given in self._wanted.items() if str(given) != error.path
            }
            self._tell_waiting()

    @Slot()
    def _on_ended(self) -> None:
        if self._comparing.current is not None:
            self._wanted = {}


def _name(given: Input | None) -> str:
    match given:
        case None:
            return ""
        case Path() | Sample() | Source():
            return printable(given.name)

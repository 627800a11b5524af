"""What the reader wants compared: from menus, drops and the command line to a comparison.

Imports Qt's signals and the window's comparing and state. As long as only one side is chosen, it
is remembered; the comparison begins when both are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from variorum.engine import Options, Pin, Side
from variorum.readers import PasswordError, ReadError, ReadOptions, Source, printable
from variorum.review import Review
from variorum.sessions import Session
from variorum.window.comparing import Comparing
from variorum.window.drop import PAIR
from variorum.window.jobs import Failure, Worker
from variorum.window.state import (
    NO_PLAN,
    SAMPLE,
    Clipping,
    Input,
    Plan,
    Reading,
    Sample,
    file_of,
)
from variorum.window.tasks import LookTask


class Opening(QObject):
    """Decides what is compared with what."""

    waiting = Signal(object, str)
    """Nothing is open yet, and this `Side` is to be the file of this name; empty: no file."""

    def __init__(self, comparing: Comparing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparing = comparing
        self._wanted: dict[Side, Input] = {}
        self._usual = NO_PLAN
        self._plan = NO_PLAN
        self._tried: tuple[dict[Side, Input], Plan] = ({}, NO_PLAN)
        self._kept: Callable[[], Plan] = Plan
        self._looker = Worker("look", self, waits_for_stopped=False)
        self._looker.failed.connect(self._on_not_found)
        comparing.failed.connect(self._on_failed)
        comparing.ended.connect(self._on_ended)

    def go_on_from(self, kept: Callable[[], Plan]) -> None:
        """Ask here what is to be kept when the same texts are compared again."""
        self._kept = kept

    def use_options(self, options: Options) -> None:
        """Compare other texts in this way from now on."""
        self._usual = Plan(options=options)

    @property
    def chosen_options(self) -> Options:
        """How what is open or on its way is compared; if nothing is, how other texts will be."""
        current = self._comparing.current
        if self.can_compare_anew and (self._comparing.busy or current is None):
            return self._plan.in_force
        return self._usual.options if current is None else current.marks.comparison.options

    @property
    def takes_options(self) -> bool:
        """Whether one can choose how to compare: not while a session says so that is on its way."""
        return not self._comparing.busy or len(self._wanted) == PAIR

    @property
    def can_compare_anew(self) -> bool:
        """Whether there are two texts that can be compared in another way."""
        if self._comparing.busy:
            return self.takes_options
        return self._comparing.current is not None

    def compare_anew(self, options: Options) -> None:
        """Compare the same texts in another way; the notes and the place go along."""
        if not self.can_compare_anew:
            return
        busy = self._comparing.busy
        given = {side: self._input(side) for side in Side}
        self._wanted = {side: found for side, found in given.items() if found is not None}
        self._plan = (self._plan if busy else self._kept()).compared_with(options)
        self._compare()

    @Slot(object, object)
    def compare_pinned(self, review: Review, pins: tuple[Pin, ...]) -> None:
        """Compare what is open with other pins.

        Args:
            review: what is said of it; it goes along.
            pins: all that a person decided about passages.
        """
        current = self._comparing.current
        plan = self._kept()
        if current is not None and not self._comparing.busy and plan.session is not None:
            self._wanted = {side: current.source(side) for side in Side}
            session = replace(plan.session, review=review, pins=pins)
            self._plan = replace(plan, session=session, returns=False, stays=True, unsaved=True)
            self._compare()

    @property
    def chosen(self) -> dict[Side, Path]:
        """The files that are chosen already while nothing is open."""
        if self._comparing.current is not None:
            return {}
        files = ((side, file_of(given)) for side, given in self._wanted.items())
        return {side: file for side, file in files if file is not None}

    def path(self, side: Side) -> Path | None:
        """The file of a side, open or chosen."""
        return file_of(self._input(side))

    def open_pair(self, left: Path, right: Path) -> None:
        """Compare two files."""
        self._wanted = {Side.LEFT: left, Side.RIGHT: right}
        self._plan = self._usual
        self._compare()

    @property
    def free_side(self) -> Side:
        """The side of a text that comes without one: the first that has none, else the right."""
        return self.missing_side or Side.RIGHT

    @property
    def missing_side(self) -> Side | None:
        """The first side that has no text and is to get none; None when both have one."""
        return next((side for side in Side if self._input(side) is None), None)

    def open_side(self, side: Side, given: Path | Clipping) -> None:
        """Take a text for one side; the other side stays what it is."""
        kept = self._input(side.other)
        self._wanted = {side: given} if kept is None else {side: given, side.other: kept}
        self._plan = self._usual
        self._compare()
        if kept is None and isinstance(given, Path):
            self._see_to(given)

    def _see_to(self, path: Path) -> None:
        """Say soon if there is no such file: it is read only when the other one is chosen."""
        self._looker.start(LookTask(path))

    @Slot(object)
    def _on_not_found(self, report: Failure) -> None:
        self._comparing.refuse(report.error)

    def close(self) -> None:
        """Give up everything, for good; returns at once."""
        self._looker.close()
        self._comparing.close()

    def open_sample(self) -> None:
        """Compare the two texts that Variorum brings along."""
        self._wanted = dict(zip(Side, SAMPLE, strict=True))
        self._plan = self._usual
        self._compare()

    def open_session(self, given: Path | Session, file: Path | None) -> None:
        """Open a session.

        Args:
            given: its file, or the session itself: a draft.
            file: where to save it again; None: nobody knows yet.
        """
        self._looker.stop()
        self._wanted = {}
        self._plan = NO_PLAN
        self._tell_waiting()
        self._comparing.open_session(given, file)

    def reload(self) -> None:
        """Read both files again and compare them anew."""
        current = self._comparing.current
        if current is not None and not self._comparing.busy:
            self._wanted = {side: current.input_again(side) for side in Side}
            self._plan = self._kept()
        self._compare()

    def read_again(self, sides: tuple[Side, ...]) -> None:
        """Compare with the files of some sides as they are now; the notes go along."""
        current = self._comparing.current
        if current is not None:
            self._wanted = {
                side: current.input_again(side) if side in sides else current.source(side)
                for side in Side
            }
            self._plan = self._kept()
            self._compare()

    @Slot(object, object)
    def take_version(self, side: Side, path: Path) -> None:
        """Take another file for what a side's text has become; the notes go along."""
        current = self._comparing.current
        if current is not None:
            other = self._under_way(side.other) or current.source(side.other)
            self._wanted = {side: path, side.other: other}
            self._plan = self._kept()
            self._compare()

    def options(self, side: Side) -> ReadOptions:
        """How the text of a side is read: as it was chosen last, even if that is yet to be done."""
        current = self._comparing.current
        given = self._under_way(side)
        if isinstance(given, Reading):
            return given.options
        return ReadOptions() if current is None else current.source(side).options

    def read_otherwise(self, side: Side, options: ReadOptions) -> None:
        """Read the text of a side as a person says, and compare anew; the notes go along."""
        current = self._comparing.current
        if current is None:
            return
        source = current.source(side)
        other = self._under_way(side.other) or current.source(side.other)
        text = source if source.path is None else source.path
        self._wanted = {side: Reading(text, options), side.other: other}
        self._plan = self._kept()
        self._compare()

    def _under_way(self, side: Side) -> Input | None:
        """What is being read for a side in place of what is open, if it is the same text."""
        current = self._comparing.current
        given = self._wanted.get(side)
        if current is None or not self._comparing.busy or not isinstance(given, Reading):
            return None
        source = current.source(side)
        same = given.given is source or given.given == source.path
        return given if same else None

    def try_password(self, error: PasswordError, password: str) -> None:
        """Read again what could not be read, with a password for the file that the error names."""
        wanted, plan = self._tried
        self._wanted = {
            side: _with_password(given, password) if str(file_of(given)) == error.path else given
            for side, given in wanted.items()
        }
        self._plan = plan
        self._compare()

    def swap(self) -> None:
        """Put the left text on the right and the right one on the left."""
        swapped = {side: self._input(side.other) for side in Side}
        self._wanted = {side: given for side, given in swapped.items() if given is not None}
        plan = self._plan if self._comparing.busy else self._kept()
        session = None if plan.session is None else plan.session.mirrored()
        self._plan = replace(plan, session=session, returns=False, stays=False)
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
        self._looker.stop()
        self._tell_waiting()
        if len(self._wanted) == PAIR:
            self._tried = self._wanted, self._plan
            left, right = self._wanted[Side.LEFT], self._wanted[Side.RIGHT]
            self._comparing.start(left, right, self._plan)

    def _tell_waiting(self) -> None:
        for side in Side:
            self.waiting.emit(side, _name(self._wanted.get(side)))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Forget the file that could not be read; keep the other one if it was the first try."""
        if self._comparing.current is None and isinstance(error, ReadError):
            self._wanted = {
                side: given
                for side, given in self._wanted.items()
                if str(file_of(given)) != error.path
                and not (isinstance(given, Clipping) and given.name == error.path)
            }
            self._tell_waiting()
            for given in tuple(self._wanted.values()):
                if isinstance(given, Path):  # nobody has looked for it yet
                    self._see_to(given)

    @Slot()
    def _on_ended(self) -> None:
        if self._comparing.current is not None:
            self._wanted = {}


def _name(given: Input | None) -> str:
    match given:
        case None:
            return ""
        case Path() | Sample() | Source() | Reading() | Clipping():
            return printable(given.name)


def _with_password(given: Input, password: str) -> Input:
    match given:
        case Path():
            return Reading(given, ReadOptions(password=password))
        case Reading():
            return replace(given, options=replace(given.options, password=password))
        case Sample() | Source() | Clipping():
            return given

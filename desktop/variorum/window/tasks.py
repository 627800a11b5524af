"""What is done beside the window: reading, comparing, naming anew, saving.

Imports engine, readers, reports and sessions, and of the window only the names of `jobs` and
`state`; no Qt. Everything here runs in the thread of a worker. Nobody compares tasks or prints
them: without the methods for it each is there sooner when the program starts.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from variorum import sessions
from variorum.engine import (
    Cancelled,
    ChangeKind,
    Comparison,
    Pin,
    PinKind,
    Side,
    Span,
    Thresholds,
    compare,
    find_changes,
    relabel,
    told_language,
)
from variorum.readers import (
    Freshness,
    Look,
    ReadError,
    Source,
    find_file,
    look,
    read_document,
)
from variorum.reports.files import WriteError, encode_pieces, same_place, write_atomically
from variorum.reports.marks import Marks
from variorum.review import Carried, Review
from variorum.window.jobs import Stopped, Watcher
from variorum.window.marking import MarkTask
from variorum.window.state import NO_PLAN, Input, Opened, Plan, read_input

if TYPE_CHECKING:
    from variorum.sessions import Position, Session

Focus = Callable[[], tuple[Side, Span] | None]
"""What the reader looks at just now, to be compared next; None when nothing is known."""


_LONG = 4 * 1024 * 1024
"""In bytes: a longer file that goes on being written is not read to its end each time."""

_HALF = 0.5
"""How much of the reading each of the two texts is."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CompareTask:
    """Read two texts and compare them."""

    left: Input
    right: Input
    focus: Focus
    plan: Plan = NO_PLAN

    def __call__(self, watcher: Watcher) -> Opened:
        """Do it.

        Raises:
            ReadError: a text cannot be read.
            PinError: the session was made by hand, and badly.
            Stopped: nobody wants the result any more.
        """
        left = self._read(self.left, 0.0, watcher)
        right = self._read(self.right, _HALF, watcher)
        return _compared(left, right, self.plan, self.focus, watcher)

    @staticmethod
    def _read(given: Input, begun: float, watcher: Watcher) -> Source:
        """Read one text; `begun` is how much of the reading is done before."""

        def tell(fraction: float) -> None:
            watcher.progress(begun + _HALF * fraction, "reading")

        watcher.check()
        tell(0.0)
        try:
            return read_input(given, tell, watcher.cancelled)
        except Cancelled as error:
            raise Stopped from error


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SessionTask:
    """Open a session and compare its texts."""

    given: Path | Session
    """Its file, or the session itself: a draft."""
    file: Path | None
    """Where to save it again; None: nobody knows yet."""
    focus: Focus

    def __call__(self, watcher: Watcher) -> Opened:
        """Do it.

        Raises:
            ReadError: the session cannot be read.
            PinError: the session was made by hand, and badly.
            Stopped: nobody wants the result any more.
        """
        watcher.check()
        watcher.progress(0.0, "reading")
        given = self.given
        stamp = None if self.file is None else sessions.stamp_of(self.file)
        session = sessions.read_session(given) if isinstance(given, Path) else given
        changed = sessions.changed_sides(session)
        plan = Plan(
            session,
            self.file,
            tuple(side for side in changed if _reads_otherwise(session.source(side), watcher)),
            returns=True,
            unsaved=not isinstance(given, Path),
            stamp=stamp,
        )
        return _compared(session.left, session.right, plan, self.focus, watcher)


def _reads_otherwise(source: Source, watcher: Watcher) -> bool:
    """Whether a file of which not all bytes are as they were has another text now, too.

    A word processor saves a document anew of which nobody changed a word; lines end otherwise.
    """
    assert source.path is not None, "what is no file has not changed"
    try:
        now = read_document(
            source.path,
            source.options,
            progress=lambda done: watcher.progress(done, "reading"),
            cancelled=watcher.cancelled,
        )
    except ReadError:  # whoever wants it compared anew is told
        return True
    except Cancelled as error:
        raise Stopped from error
    before = source.document
    return (now.document.text, now.document.paragraphs) != (before.text, before.paragraphs)


class LookedAgain(NamedTuple):
    """What `LookAgainTask` has found."""

    look: Look
    within_reach: tuple[Path, ...]
    """Which of the file and its folder answered just now, so that the system can watch them."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LookAgainTask:
    """Find out whether a file still reads as it did: a folder far away may take long to answer."""

    source: Source
    """What was read from it."""
    before: Look | None = None
    """What was found the last time; None: it has been read since."""

    def __call__(self, watcher: Watcher) -> LookedAgain:
        """Do it.

        Raises:
            Stopped: nobody wants to know any more.
        """
        path, before = self.source.path, self.before
        assert path is not None, "what is no file is not looked for"
        try:
            found = look(self.source, before, watcher.cancelled)
        except Cancelled as error:
            raise Stopped from error
        in_doubt = found.freshness is Freshness.CHANGED and not self._stays_so(found)
        if in_doubt and not _reads_otherwise(self.source, watcher):
            found = found._replace(freshness=Freshness.SAME)
        return LookedAgain(found, tuple(filter(_may_read, (path, path.parent))))

    def _stays_so(self, found: Look) -> bool:
        """Whether a file was another text before, and is the same file or, being long, taken so."""
        before, trace = self.before, found.trace
        if before is None or trace is None or before.freshness is not Freshness.CHANGED:
            return False
        return trace == before.trace or trace.size > _LONG


def _may_read(path: Path) -> bool:
    """Whether a file or folder is there and may be read; what may not is not watched, either."""
    return os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids)


def _compared(left: Source, right: Source, plan: Plan, focus: Focus, watcher: Watcher) -> Opened:
    """Two texts that are read, and what was said of them before."""
    session, options = plan.session, plan.in_force
    before: Marks | None = None

    def opened_with(comparison: Comparison) -> Opened:
        nonlocal before
        shown = comparison
        if options.thresholds.reworded > 0:
            shown = relabel(comparison, options.thresholds)
        watcher.check()
        opened = _opened(left, right, shown, plan, comparison, before, watcher)
        before = opened.marks
        return opened

    def hand_over(comparison: Comparison) -> None:
        watcher.partial(opened_with(comparison))

    try:
        pins = () if session is None else _pins_for(session, left, right, watcher)
        comparison = compare(
            left.document,
            right.document,
            # No pair is taken apart for good, so that other thresholds find all of them.
            options=replace(options, thresholds=replace(options.thresholds, reworded=0.0)),
            pins=pins,
            progress=watcher.progress,
            cancelled=watcher.cancelled,
            partial=hand_over,
            focus=focus,
        )
        opened = opened_with(comparison)
        if session is None:
            return opened
        return replace(opened, carried=_carried(session, opened.marks.comparison, watcher))
    except Cancelled as error:
        raise Stopped from error


def _pins_for(session: Session, left: Source, right: Source, watcher: Watcher) -> tuple[Pin, ...]:
    """What was decided by hand, as far as it makes sense for these texts."""
    documents = left.document, right.document
    for one, other in (documents, documents[::-1]):
        one.split_as(other, lambda _done: watcher.check())
    if documents == (session.left.document, session.right.document):
        return session.pins
    return sessions.settled_pins(session, *documents, watcher.cancelled)


def _carried(session: Session, comparison: Comparison, watcher: Watcher) -> Carried:
    if not session.review.says_something:
        return Carried(session.review)
    left, right = session.left.document, session.right.document
    return sessions.settled(session.review, left, right, comparison, watcher.cancelled)


def _opened(
    left: Source,
    right: Source,
    comparison: Comparison,
    plan: Plan,
    whole: Comparison,
    before: Marks | None,
    watcher: Watcher,
) -> Opened:
    marks = Marks(comparison, before, watcher.check)
    # Looked up once here, so that the window finds its tables made.
    _ = marks.change_of_row, marks.number_of, marks.counts, marks.change_of_move
    watcher.check()
    _ = marks.band_sizes
    for side in Side:
        watcher.check()
        marks.sentence_at(side, 0)
        if comparison.document(side).paragraphs:
            marks.paragraph(side, 0)
    two_languages = _are_two(left, right)
    return Opened(left, right, marks, plan, two_languages=two_languages, all_pairs=whole)


def _are_two(left: Source, right: Source) -> bool:
    """Whether two texts are surely in different languages: no guess that little speaks for."""
    if left.document.language == right.document.language:
        return False
    return all(
        source.options.language is not None
        or told_language(source.document.text) == source.document.language
        for source in (left, right)
    )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RelabelTask:
    """Call pairs what they are by other thresholds."""

    opened: Opened
    thresholds: Thresholds
    review: Review
    """What is said of what is open."""

    def __call__(self, watcher: Watcher) -> Opened:
        """Do it.

        Raises:
            Stopped: nobody wants the result any more.
        """
        before, whole = self.opened, self.opened.whole
        comparison = relabel(whole, self.thresholds)
        watcher.check()
        plan = before.plan.compared_with(comparison.options)
        opened = _opened(before.left, before.right, comparison, plan, whole, before.marks, watcher)
        watcher.check()
        carried = Carried(self.review)
        if self.review.says_something:
            texts = comparison.left, comparison.right
            try:
                carried = sessions.settled(self.review, *texts, comparison, watcher.cancelled)
            except Cancelled as error:
                raise Stopped from error
        return replace(opened, carried=carried)


class Pairs(NamedTuple):
    """How much of its words each pair kept, 0 to 1, ascending."""

    free: tuple[float, ...] = ()
    pinned: tuple[float, ...] = ()
    """Of those that somebody aligned, which are never taken apart."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LikenessTask:
    """Find out how much of its words each pair kept that differs and stands in its place."""

    comparison: Comparison

    def __call__(self, watcher: Watcher) -> Pairs:
        """Do it.

        Raises:
            Stopped: nobody wants the result any more.
        """
        every = _likeness(self.comparison)
        watcher.check()
        if all(pin.kind is PinKind.FORBID for pin in self.comparison.pins):
            return Pairs(every, ())
        # What stays where nothing stays that is not all the same, somebody has pinned.
        left = _likeness(relabel(self.comparison, Thresholds(1.0, 1.0)))
        pinned = left[: bisect_left(left, 1.0)]
        free = Counter(every) - Counter(pinned)
        return Pairs(tuple(sorted(free.elements())), pinned)


def _likeness(comparison: Comparison) -> tuple[float, ...]:
    """The similarity of each pair that differs and stands in its place, ascending."""
    pairs = (
        change
        for change in find_changes(comparison)
        if change.kind in (ChangeKind.EDITED, ChangeKind.REWORDED)
    )
    return tuple(sorted(pair.similarity for pair in pairs if pair.similarity is not None))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CountTask:
    """Count the differences that were treated as none."""

    comparison: Comparison

    def __call__(self, watcher: Watcher) -> dict[str, int]:
        """Do it.

        Returns:
            How many there are, by the value of the `Tolerance`.

        Raises:
            Stopped: nobody wants the result any more.
        """
        # The words of each row are marked here, so that one can stop; then they are but counted.
        MarkTask(self.comparison)(watcher)
        return self.comparison.summary.tolerated


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SaveTask:
    """Write a comparison as an annotated page."""

    opened: Opened
    review: Review
    position: Position
    path: Path
    made: datetime
    """When, with its time zone; it is printed on the page."""

    def __call__(self, watcher: Watcher) -> Path:
        """Do it; the page is written whole or not at all.

        Raises:
            WriteError: the file cannot be written, or is one of the two texts.
        """
        from variorum.reports.annotated_html import render  # noqa: PLC0415 - a hundred modules

        _refuse_texts(self.path, self.opened)
        marks, left, right = self.opened.marks, self.opened.left, self.opened.right
        keys = sessions.page_keys(marks.comparison, left, right, self.position)
        page = render(
            marks.comparison,
            left,
            right,
            made=self.made,
            review=self.review,
            more=keys,
            marks=marks,
        )
        write_atomically(self.path, encode_pieces(page))
        watcher.progress(1.0, "saved")
        return self.path


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WriteTask:
    """Write a file that is made already."""

    opened: Opened
    path: Path
    content: bytes

    def __call__(self, watcher: Watcher) -> Path:
        """Do it; the file is written whole or not at all.

        Raises:
            WriteError: the file cannot be written, or is one of the two texts.
        """
        _refuse_texts(self.path, self.opened)
        write_atomically(self.path, self.content)
        watcher.progress(1.0, "saved")
        return self.path


def _refuse_texts(path: Path, opened: Opened) -> None:
    for source in (opened.left, opened.right):
        if source.path is not None and same_place(path, source.path):
            problem = "it is one of the two texts that are compared"
            raise WriteError(str(path), problem, "Choose another name.")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SaveSessionTask:
    """Write a session."""

    session: Session
    path: Path
    stamp: str | None = None
    """Of what may be replaced there; None: whatever it is."""

    def __call__(self, watcher: Watcher) -> tuple[Path, str]:
        """Do it; the session is written whole or not at all. Returns where, and its stamp.

        Raises:
            SavedElsewhereError: somebody else has written to the file.
            WriteError: the file cannot be written, or is one of the two texts.
        """
        stamp = sessions.write_session(self.session, self.path, self.stamp)
        watcher.progress(1.0, "saved")
        return self.path, stamp


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LookTask:
    """Say whether there is such a file: a folder far away may take long to answer."""

    path: Path

    def __call__(self, _watcher: Watcher) -> object:
        """Ask for it.

        Raises:
            ReadError: there is none, or none that can be read.
        """
        return find_file(self.path)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FindFilesTask:
    """Find out which files are not there: a folder far away may take long to answer."""

    paths: tuple[Path, ...]

    def __call__(self, watcher: Watcher) -> frozenset[Path]:
        """Ask for them.

        Returns:
            Those that are missing.

        Raises:
            Stopped: nobody wants to know any more.
        """
        missing = set()
        for path in self.paths:
            watcher.check()
            try:
                find_file(path)
            except ReadError:
                missing.add(path)
        return frozenset(missing)

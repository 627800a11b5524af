"""Keeps what the reviewer said: in a session when asked to, in a draft all the time.

Imports Qt's signals and the window's jobs, tasks and state. Nothing is written in the window's
thread. Times are milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from variorum.sessions import Position, Session
from variorum.window.draft_tasks import (
    AdoptTask,
    DraftHolder,
    DraftTask,
    EndTask,
    PrepareTask,
)
from variorum.window.jobs import Failure, Success, Worker
from variorum.window.reviewing import Reviewing
from variorum.window.state import Opened, Plan
from variorum.window.tasks import SaveSessionTask

if TYPE_CHECKING:
    from variorum.readers import Source
    from variorum.sessions import Found

SOON: Final = 400
"""From a change until it is written to the draft. With the writing itself, a crash costs less than
the last two seconds, and somebody who types does not write at each letter."""

AHEAD: Final = 500
"""From the end of a comparison until its texts are packed for a draft that may come: what one looks
at comes first."""

LONG: Final = 500_000
"""Two texts of so many code points are worth that: they take a tenth of a second and more."""

_UNSEEN: Final = "unseen"
"""Stands for what nobody has seen here: the stamp of no file."""


class Keeping(QObject):
    """Knows what is saved where, and sees to it that nothing is lost."""

    changed = Signal()
    """There is something to be saved now, or no longer, or the session has another file."""
    saved = Signal(object)
    """The path of a session that is written."""
    failed = Signal(object)
    """The error for which a session was not written."""
    saved_elsewhere = Signal(object)
    """The path of the session, which was not written: somebody else has written to the file since
    it was opened or saved here."""
    draft_failed = Signal(object)
    """The error for which the draft was not written; told once, until it goes well again."""
    draft_written = Signal()
    """All that was said is on the disk."""

    def __init__(
        self,
        reviewing: Reviewing,
        drafts: Path,
        position: Callable[[], Position],
        parent: QObject | None = None,
    ) -> None:
        """Begin with nothing open.

        Args:
            reviewing: what is said.
            drafts: the folder where drafts are kept.
            position: where the reader is now.
            parent: the window.
        """
        super().__init__(parent)
        self._reviewing = reviewing
        self._position = position
        self._opened: Opened | None = None
        self._saved: tuple[object, ...] | None = None
        self._saving: tuple[object, ...] | None = None
        self._file: Path | None = None
        self._stamp: str | None = None
        self._found: Found | None = None
        self._holder = DraftHolder(drafts)
        self._told = False
        self._was_unsaved = False
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self._write_draft)
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD)
        self._ahead.timeout.connect(self._prepare)
        self._draft_worker = Worker("drafts", self)
        self._draft_worker.succeeded.connect(self._on_draft)
        self._draft_worker.failed.connect(self._on_draft_failed)
        self._worker = Worker("saving session", self)
        self._worker.succeeded.connect(self._on_success)
        self._worker.failed.connect(self._on_failure)
        reviewing.changed.connect(self._on_review)

    # What there is

    def set_opened(self, opened: Opened | None, *, first: bool) -> None:
        """Take what is open now; the review has it already."""
        self._opened = opened
        if opened is None or (first and (opened.plan.session is None or opened.plan.returns)):
            self._saving = None  # what is still being written is no longer what is open
        if opened is None:
            self._file, self._saved = None, None
        elif opened.plan.session is None:
            if first:
                self._file = None
            if first or not self._reviewing.review.says_something:
                self._saved = self._key()
        elif opened.plan.returns and opened.complete:
            self._file, self._stamp = opened.plan.file, opened.plan.stamp
            self._saved = None if opened.plan.unsaved else self._key()
            if self._found is not None:
                if self._found.overtaken:
                    self._stamp = _UNSEEN
                self._draft_worker.start(AdoptTask(self._holder, self._found.draft))
                self._found = None
        self._ahead.stop()
        if opened is not None and opened.complete and _is_long(opened):
            self._ahead.start()
        self._on_review()

    @property
    def file(self) -> Path | None:
        """Where the session is saved; None: nowhere yet."""
        return self._file

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost."""
        if self._opened is None:
            return False
        if self._on_its_way is not None:
            return self._opened.plan.unsaved and self._key() != self._saved
        says = self._reviewing.review.says_something or bool(self._reviewing.decided)
        return (says or self._file is not None) and self._key() != self._saved

    @property
    def said_is_saved(self) -> bool:
        """Whether all notes, verdicts and pins are in the session's file, if not all else."""
        if self._file is None or self._saved is None:
            return False
        return self._key()[-2:] == self._saved[-2:]

    @property
    def _on_its_way(self) -> Session | None:
        """What was said of texts that are not compared to their end: it has no place here yet."""
        opened = self._opened
        return None if opened is None or opened.complete else opened.plan.session

    def plan(self) -> Plan:
        """What another comparison of these texts, or of later versions, goes on from."""
        return Plan(self.session(), self._file, unsaved=self.unsaved)

    def session(self) -> Session | None:
        """All that is needed to go on later; None when nothing is open."""
        opened = self._opened
        if opened is None:
            return None
        if self._on_its_way is not None:
            return self._on_its_way
        before = opened.plan.session
        base = before if before is not None else Session(opened.left, opened.right)
        return replace(
            base,
            left=opened.left,
            right=opened.right,
            options=opened.marks.comparison.options,
            pins=self._reviewing.decided,
            review=self._reviewing.review,
            position=self._position(),
        )

    def _key(self) -> tuple[object, ...]:
        """What would have to be saved if it changed."""
        opened, session = self._opened, self._on_its_way
        assert opened is not None
        if session is not None:
            files = _files(session.left, session.right)
            return (*files, session.options, session.pins, session.review)
        said, files = self._reviewing, _files(opened.left, opened.right)
        return (*files, opened.marks.comparison.options, said.decided, said.review)

    # Saving

    @property
    def busy(self) -> bool:
        """Whether a session is being written."""
        return self._worker.busy

    def save_again(self) -> None:
        """Begin to write the session to its file, unless somebody else has written to that."""
        if self._file is not None:
            self._save(self._file, self._stamp)

    def save(self, path: Path) -> None:
        """Begin to write the session to a file, whatever stands there."""
        self._save(path, None)

    def _save(self, path: Path, stamp: str | None) -> None:
        session = self.session()
        if session is not None and self._opened is not None:
            self._saving = self._key()
            self._worker.start(SaveSessionTask(session, path, stamp))
            self.changed.emit()

    def take_over(self, found: Found) -> None:
        """Go on with a draft that was found, as soon as its session is open."""
        self._drop_found()
        self._found = found

    @Slot()
    def give_back(self) -> None:
        """The session of the draft that was found cannot be opened: it stays for another time."""
        self._drop_found()

    def _drop_found(self) -> None:
        if self._found is not None:
            self._found.draft.release()
            self._found = None

    def close(self) -> None:
        """Take no more work. What is being saved is finished; the draft goes, unseen."""
        self._timer.stop()
        self._ahead.stop()
        self._drop_found()
        self._worker.close(finish=True)
        self._draft_worker.start(EndTask(self._holder))
        self._draft_worker.close(finish=True)

    @Slot(object)
    def _on_success(self, report: Success) -> None:
        assert isinstance(report.value, tuple)
        file, stamp = report.value
        if self._saving is not None:
            self._file, self._stamp, self._saved = file, stamp, self._saving
        self._on_review()
        self.changed.emit()
        self.saved.emit(file)

    @Slot(object)
    def _on_failure(self, report: Failure) -> None:
        self.changed.emit()
        from variorum.sessions import SavedElsewhereError  # noqa: PLC0415 - see its package

        if isinstance(report.error, SavedElsewhereError):
            if self._saving is not None:
                self.saved_elsewhere.emit(self._file)
        else:
            self.failed.emit(report.error)

    # Drafts

    @Slot()
    def _on_review(self) -> None:
        unsaved = self.unsaved
        if unsaved or self._was_unsaved:
            self._want_draft()
        if unsaved != self._was_unsaved:
            self._was_unsaved = unsaved
            self.changed.emit()

    def _want_draft(self) -> None:
        """Not put off by what comes in the meantime: all of it is written then."""
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _prepare(self) -> None:
        if self._draft_worker.busy:
            self._ahead.start()
            return
        session = self.session()
        if session is not None:
            self._draft_worker.start(PrepareTask(self._holder, session))

    @Slot()
    def _write_draft(self) -> None:
        if self._draft_worker.busy:  # a slow disk: as soon as it is done
            self._timer.start()
            return
        session = self.session() if self.unsaved else None
        self._draft_worker.start(DraftTask(self._holder, session, self._file, self._stamp))

    @Slot(object)
    def _on_draft(self, report: Success) -> None:
        if isinstance(report.value, DraftTask):
            self._told = False
            self.draft_written.emit()

    @Slot(object)
    def _on_draft_failed(self, report: Failure) -> None:
        if not self._told:
            self._told = True
            self.draft_failed.emit(report.error)


def _files(left: Source, right: Source) -> tuple[object, ...]:
    """What a session says of two texts: where a text comes from, too, though it reads the same."""
    return tuple((each.document.text, each.path, each.sha256) for each in (left, right))


def _is_long(opened: Opened) -> bool:
    return len(opened.left.document.text) + len(opened.right.document.text) >= LONG

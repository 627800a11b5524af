"""What is done with drafts beside the window: found, written, taken over, forgotten.

Imports sessions, and of the window only the names of `jobs`; no Qt. Everything here runs in the
thread of a worker.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import sessions
from variorum.window.jobs import Watcher

if TYPE_CHECKING:
    from variorum.sessions import Draft, DraftFolder, Found, PackedDocument, Session


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FindDraftsTask:
    """Look for what was never saved."""

    folder: Path

    def __call__(self, _watcher: Watcher) -> tuple[Found, ...]:
        """Do it."""
        return tuple(sessions.DraftFolder(self.folder).found())


class DraftHolder:
    """The draft of one window; begun when there is something to be kept.

    The thread of one worker alone uses it.
    """

    def __init__(self, folder: Path) -> None:
        self._place = folder
        self._draft: Draft | None = None
        self._packed: tuple[PackedDocument, ...] = ()

    @cached_property
    def _folder(self) -> DraftFolder:
        return sessions.DraftFolder(self._place)

    def prepare(self, session: Session) -> None:
        """Pack the texts of a session, so that its first draft takes no longer than the next."""
        self._packed = sessions.packed_ahead(session)

    def keep(self, session: Session | None, file: Path | None, stamp: str | None) -> None:
        """Write a session, and the file and stamp that it goes on from; or forget all that.

        Raises:
            WriteError: the disk is full, say.
            OSError: the folder of the drafts cannot be used.
        """
        if session is not None:
            if self._draft is None:
                self._draft = self._folder.begin()
            # Those of texts that were closed are of no use any more.
            own = session.left.document, session.right.document
            self._packed = tuple(p for p in self._packed if any(p.document is d for d in own))
            self._draft.write(session, file, self._packed, stamp)
        elif self._draft is not None:
            self._draft.clear()

    def adopt(self, draft: Draft) -> None:
        """Go on with a draft that was found, in place of the own one."""
        self.end()
        self._draft = draft

    def end(self) -> None:
        """Forget what was written, for good."""
        if self._draft is not None:
            self._draft.end()
            self._draft = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PrepareTask:
    """Pack the texts of a session before there is something to be kept."""

    holder: DraftHolder
    session: Session

    def __call__(self, _watcher: Watcher) -> None:
        """Do it."""
        self.holder.prepare(self.session)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DraftTask:
    """Bring a session to the disk, so that no crash can take it away; or forget it there."""

    holder: DraftHolder
    session: Session | None
    """As it is now; None: all is saved."""
    file: Path | None
    """Where it was saved last."""
    stamp: str | None
    """Of that file, as it was then."""

    def __call__(self, _watcher: Watcher) -> DraftTask:
        """Do it.

        Returns:
            This task, to tell it from others.

        Raises:
            WriteError: the disk is full, say.
            OSError: the folder of the drafts cannot be used.
        """
        self.holder.keep(self.session, self.file, self.stamp)
        return self


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AdoptTask:
    """Go on with a draft that was found."""

    holder: DraftHolder
    draft: Draft

    def __call__(self, _watcher: Watcher) -> None:
        """Do it."""
        self.holder.adopt(self.draft)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class EndTask:
    """Forget a draft for good: the window closes, and all is saved, or not wanted."""

    holder: DraftHolder

    def __call__(self, _watcher: Watcher) -> None:
        """Do it."""
        self.holder.end()

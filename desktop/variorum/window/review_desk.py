"""Where reviewing happens: puts notes, sessions and drafts together for the window.

Imports Qt and the parts of the window that reviewing needs. What the parts do is theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from variorum.engine import Change, Side, Span
from variorum.readers import printable
from variorum.sessions import Position, holds_session
from variorum.window.action_table import MOST_VERDICT_KEYS
from variorum.window.actions import Actions, native
from variorum.window.carried_along import CarriedAlong
from variorum.window.change_list import ChangeList
from variorum.window.dock_switch import DockSwitch
from variorum.window.draft_tasks import FindDraftsTask
from variorum.window.files import FileAsker
from variorum.window.jobs import Success, Worker
from variorum.window.keeping import Keeping
from variorum.window.naming import named
from variorum.window.navigation import Navigation
from variorum.window.note_subjects import first_stray, passage
from variorum.window.notes_dock import NotesDock
from variorum.window.opening import Opening
from variorum.window.questions import (
    ChangedFiles,
    DraftsDialog,
    Leaving,
    SavedElsewhere,
    session_name,
)
from variorum.window.recent import RecentSessions
from variorum.window.review_signs import ReviewSigns
from variorum.window.reviewing import Reviewing
from variorum.window.settings import Settings
from variorum.window.state import Opened
from variorum.window.status import StatusBar
from variorum.window.theme import Theme
from variorum.window.verdicts import VerdictNames
from variorum.window.view import ComparisonView

if TYPE_CHECKING:
    from variorum.sessions import Found
    from variorum.window.notes_panel import NotesPanel


class ReviewDesk(QObject):
    """Notes and sessions of a window."""

    failed = Signal(object)
    """An error to be told."""
    changed = Signal()
    """Other things can be done now, or the title is another one."""

    def __init__(
        self,
        settings: Settings,
        opening: Opening,
        view: ComparisonView,
        navigation: Navigation,
        actions: Actions,
        changes: ChangeList,
        status: StatusBar,
        asker: FileAsker,
        theme: Theme,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._opening = opening
        self._view = view
        self._navigation = navigation
        self._actions = actions
        self._status = status
        self._asker = asker
        self._window = window
        self._opened: Opened | None = None
        self._words = VerdictNames(self)
        self._along = CarriedAlong(self)
        self.reviewing = Reviewing(self)
        """What is said of what is open."""
        self.reviewing.use_names(settings.verdict_names)
        self.keeping = Keeping(self.reviewing, settings.drafts, self.position, self)
        """What of it is saved."""
        self._signs = ReviewSigns(self.reviewing, self._words, view, changes, theme, self)
        self._leaving = Leaving(self.keeping, window)
        self._changed_files = ChangedFiles(window)
        self._saved_elsewhere = SavedElsewhere(window)
        self._finder = Worker("drafts found", self)
        self.dock = NotesDock(self.reviewing, self._words, theme, window)
        """What is said, beside the texts."""
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        opening.go_on_from(self.keeping.plan)
        self._connect_work()
        self._connect_dock()
        self._connect_actions()
        self._switch = DockSwitch(
            self.dock,
            actions["notes"],
            lambda: self._opened is not None,
            partial(setattr, settings, "notes_shown"),
            window,
        )
        self._recent = RecentSessions(settings, actions.menu("recent_sessions"), self)
        self._recent.wanted.connect(self.open_session)

    @property
    def panel(self) -> NotesPanel:
        """What is in the dock."""
        return self.dock.panel

    def _connect_work(self) -> None:
        self.reviewing.changed.connect(self.changed)
        self.reviewing.touched.connect(self._navigation.go)
        self.reviewing.judged.connect(self._tell)
        self.reviewing.renamed.connect(self._remember_names)
        self.reviewing.pins_wanted.connect(self._opening.compare_pinned)
        self.keeping.changed.connect(self.changed)
        self.keeping.saved.connect(self._on_saved)
        self.keeping.failed.connect(self._on_save_failed)
        self.keeping.saved_elsewhere.connect(self._saved_elsewhere.ask)
        self._saved_elsewhere.replace_wanted.connect(self.keeping.save)
        self._saved_elsewhere.other_wanted.connect(self.save_as)
        self._saved_elsewhere.gave_up.connect(self._leaving.gave_up)
        self.keeping.draft_failed.connect(self._on_draft_failed)
        self._leaving.save_wanted.connect(self.save)
        self._changed_files.again_wanted.connect(self._opening.read_again)
        self._finder.succeeded.connect(self._on_drafts)
        self._asker.session_chosen.connect(self.open_session)
        self._asker.session_place_chosen.connect(self.keeping.save)
        self._asker.session_place_refused.connect(self._leaving.gave_up)

    def _connect_dock(self) -> None:
        wishes = self.dock.wishes
        wishes.change.connect(self._navigation.jump)
        wishes.place.connect(self._show_place)
        wishes.texts.connect(self._view.take_keys)
        wishes.verdict.connect(self._judge)
        wishes.reviewed.connect(self._set_reviewed)
        wishes.passage.connect(self._attach_to_selection)
        self._navigation.went.connect(self._on_went)
        self._navigation.came_away.connect(self.dock.leave_change)
        self._view.note_clicked.connect(self._show_note_on)

    def _connect_actions(self) -> None:
        actions = self._actions
        slots: dict[str, Callable[[], None]] = {
            "open_session": self._asker.ask_session,
            "save_session": self.save,
            "save_session_as": self.save_as,
            "undo": self.reviewing.undo,
            "redo": self.reviewing.redo,
            "reviewed_next": self._review_and_go_on,
            "next_unreviewed": self._go_to_unreviewed,
            "write_note": self._write_note,
            "note_passage": self.note_passage,
            "strays": self._show_strays,
            "verdict_names": self._ask_names,
        }
        for name, slot in slots.items():
            actions[name].triggered.connect(slot)
        actions["reviewed"].triggered.connect(self._set_reviewed)
        for number in range(MOST_VERDICT_KEYS):
            action = actions[f"verdict_{number + 1}"]
            action.setData(number)
            action.triggered.connect(self._on_verdict_action)
        keys = [native(f"Ctrl+{number}") for number in range(1, MOST_VERDICT_KEYS + 1)]
        self.dock.set_keys(keys)

    # What is open

    def set_opened(self, opened: Opened | None, *, first: bool) -> None:
        """Take what is shown now.

        Args:
            opened: a result, complete or not; None: nothing is open.
            first: it is the first one of another comparison.
        """
        self._opened = opened
        self.reviewing.set_opened(opened, first=first)
        self.keeping.set_opened(opened, first=first)
        marks = opened.marks if opened is not None and opened.complete else None
        self.dock.set_marks(marks)
        self.dock.set_current(self._navigation.current)
        self._signs.set_opened(opened)
        if opened is None:
            self.dock.hide()
        elif first:
            self.dock.setVisible(self._settings.notes_shown)
        if opened is not None and opened.complete:
            self._settle(opened)

    def _settle(self, opened: Opened) -> None:
        """Return to where the reader was, and tell what is not as it was."""
        self._changed_files.withdraw()
        plan, carried = opened.plan, opened.carried
        if plan.returns and plan.session is not None:
            self._return_to(opened, plan.session.position)
            if plan.file is not None:
                self._recent.remember(plan.file)
            if plan.changed:
                self._changed_files.ask(plan.session, plan.changed)
        if self.reviewing.came_back:
            return
        told = self._along.told(opened)
        if told:
            self._status.say(told)
        if carried is not None and carried.strays:
            self._show_strays()

    def _return_to(self, opened: Opened, position: Position) -> None:
        number = opened.marks.number_of.get(position.change or "")
        document = opened.source(position.side).document
        if document.paragraphs:
            self._view.go_to_line(position.side, min(position.at, len(document.text)))
        if number is not None:
            self._view.set_current_change(number, reveal=False)
            self._navigation.went.emit(number)
        self._view.set_active_side(position.side)

    def position(self) -> Position:
        """Where the reader is."""
        eye, current = self._view.eye(), self._navigation.current
        # Beside a long gap it is a line of the other text, whichever has the keys.
        side, at = (self._view.active_side(), 0) if eye is None else (eye.side, eye.position)
        return Position(side, at, None if current is None else current.id)

    def title(self) -> tuple[str, bool]:
        """What the title says of the session: its name, and whether anything is to be saved."""
        return session_name(self.keeping.file), self.keeping.unsaved

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.dock.set_theme(theme)
        self._signs.set_theme(theme)

    @property
    def current(self) -> Change | None:
        """The current change, if something can be said of it."""
        current = self._navigation.current
        return current if current is not None and self.reviewing.ready else None

    def update_actions(self) -> None:
        """Enable what does something just now, and name the verdicts."""
        reviewing, current = self.reviewing, self.current
        judgement = None if current is None else reviewing.judgement(current)
        verdicts = reviewing.review.verdicts
        for number in range(MOST_VERDICT_KEYS):
            action = self._actions[f"verdict_{number + 1}"]
            verdict = verdicts[number] if number < len(verdicts) else None
            name = "–" if verdict is None else self._words.name(verdict).replace("&", "&&")
            action.setText(f"&{number + 1}  {name}")
            action.setChecked(
                judgement is not None and verdict is not None and judgement.verdict == verdict.id
            )
            action.setEnabled(current is not None and verdict is not None)
        is_open = self._opened is not None
        self._actions["reviewed"].setChecked(judgement is not None and judgement.reviewed)
        self._actions.set_enabled(
            {
                **dict.fromkeys(("reviewed", "reviewed_next", "write_note"), current is not None),
                "next_unreviewed": reviewing.ready and self._navigation.count > 0,
                "note_passage": reviewing.ready and self._view.selection() is not None,
                "strays": reviewing.ready and bool(reviewing.review.strays),
                "notes": is_open,
                "verdict_names": reviewing.ready,
                "undo": reviewing.can_undo,
                "redo": reviewing.can_redo,
                "save_session": reviewing.ready and not self.keeping.busy,
                "save_session_as": reviewing.ready and not self.keeping.busy,
            }
        )

    # Leaving and opening

    def leave(self, go: Callable[[], None]) -> None:
        """Do something that replaces what is open, after asking whether to save if need be."""
        self._leaving.then(go)

    @property
    def may_close(self) -> bool:
        """Whether nothing would be lost if the window closed now."""
        return not self.keeping.unsaved

    @Slot(object, object)
    def open_pair(self, left: Path, right: Path) -> None:
        """Compare two files."""
        self.leave(lambda: self._opening.open_pair(left, right))

    @Slot(object, object)
    def open_side(self, side: Side, path: Path) -> None:
        """Take a file for one side."""
        self.leave(lambda: self._opening.open_side(side, path))

    @Slot()
    def open_sample(self) -> None:
        """Compare the two texts that Variorum brings along."""
        self.leave(self._opening.open_sample)

    @Slot(object, object)
    def drop(self, paths: tuple[Path, ...], side: Side) -> None:
        """Take what was dropped: a session, two files as a pair, or one as a side."""
        if len(paths) == 1 and holds_session(paths[0]):
            self.open_session(paths[0])
        else:
            self.leave(lambda: self._opening.drop(paths, side))

    @Slot(object)
    def open_session(self, path: Path) -> None:
        """Go on with a session, or with what a saved page holds."""
        file = None if path.suffix.lower() in (".html", ".htm") else path.absolute()
        self.leave(lambda: self._opening.open_session(path, file))

    def offer_drafts(self) -> None:
        """Look for what was never saved, and offer it when there is something."""
        self._finder.start(FindDraftsTask(self._settings.drafts))

    @Slot(object)
    def _on_drafts(self, report: Success) -> None:
        found = report.value
        assert isinstance(found, tuple)
        if not found:
            return
        dialog = DraftsDialog(found, self._window)
        dialog.chosen.connect(self._open_draft)
        dialog.thrown_away.connect(self._throw_away)
        dialog.finished.connect(self._on_drafts_asked)
        dialog.open()

    @Slot(object)
    def _open_draft(self, found: Found) -> None:
        def go() -> None:
            self.keeping.take_over(found)
            self._opening.open_session(found.session, found.file)

        self.leave(go)

    @Slot(object)
    def _throw_away(self, found: Found) -> None:
        found.draft.end()

    @Slot()
    def _on_drafts_asked(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, DraftsDialog):
            for found in dialog.left:
                found.draft.release()

    def close(self) -> None:
        """Take no more work; returns at once."""
        self._finder.close()
        self._recent.close()
        self.keeping.close()

    # Saving

    @Slot()
    def save(self) -> None:
        """Save the session where it was saved before, or ask where."""
        if self.keeping.file is not None:
            self.keeping.save_again()
        else:
            self.save_as()

    @Slot()
    def save_as(self) -> None:
        """Ask where to save the session."""
        if self._opened is not None:
            suggested = self.keeping.file or self._opened.session_path(self._asker.folder)
            self._asker.ask_session_place(suggested)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._recent.remember(path)
        link = QUrl.fromLocalFile(str(path.absolute().parent)).toString()
        self._status.say(self.tr("Saved {name}").format(name=named(printable(path.name))), link)
        self._leaving.went_well()

    @Slot(object)
    def _on_save_failed(self, error: Exception) -> None:
        self._leaving.gave_up()
        self.failed.emit(error)

    @Slot(object)
    def _on_draft_failed(self, error: Exception) -> None:
        reason = getattr(error, "problem", None) or getattr(error, "strerror", None) or str(error)
        said = self.tr("Your notes are not safe from a crash: {reason}. Save the session.")
        self._status.say(said.format(reason=reason))

    # Reviewing

    @Slot(int)
    def _on_went(self, _number: int) -> None:
        self.dock.set_current(self._navigation.current)

    @Slot()
    def _on_verdict_action(self) -> None:
        for number in range(MOST_VERDICT_KEYS):
            if self._actions[f"verdict_{number + 1}"] is self.sender():
                self._judge(number)

    @Slot(int)
    def _judge(self, number: int) -> None:
        verdicts, current = self.reviewing.review.verdicts, self.current
        if current is not None and number < len(verdicts):
            self.reviewing.judge(current, verdicts[number].id)
            self._tell(current)
        self.changed.emit()

    @Slot(object)
    def _tell(self, change: Change) -> None:
        """Say what is thought of a change now: the notes need not be shown."""
        said = self.reviewing.judgement(change)
        verdict = self._words.of(self.reviewing.review, said.verdict)
        if said.reviewed:
            told = self.tr("Change {number}: {verdict}, reviewed")
        elif verdict:
            told = self.tr("Change {number}: {verdict}")
        else:  # whichever of them was taken away just now
            told = self.tr("Change {number}: {verdict}, not reviewed")
        verdict = verdict or self.tr("no verdict")
        self._status.say(told.format(number=change.number, verdict=verdict))

    @Slot(bool)
    def _set_reviewed(self, reviewed: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        current = self.current
        if current is not None:
            self.reviewing.set_reviewed((current,), reviewed=reviewed)
            self._tell(current)

    @Slot()
    def _review_and_go_on(self) -> None:
        current = self.current
        if current is not None:
            self.reviewing.set_reviewed((current,), reviewed=True)
            self._tell(current)
            self._go_to_unreviewed()

    @Slot()
    def _go_to_unreviewed(self) -> None:
        current = self._navigation.current
        number = self.reviewing.next_unreviewed(0 if current is None else current.number)
        if number is not None:
            self._navigation.jump(number)
        elif self.reviewing.ready:
            self._status.say(self.tr("All changes are reviewed."))

    @Slot()
    def _write_note(self) -> None:
        current = self.current
        if current is not None:
            self._switch.bring()
            self.dock.set_current(current)
            self.dock.write()

    @Slot()
    def note_passage(self) -> None:
        """Write a note on what is selected."""
        selection = self._view.selection()
        if selection is not None:
            self.note_on(*selection)

    @Slot(object, object)
    def note_on(self, side: Side, span: Span) -> None:
        """Write a note on a passage."""
        remark = self.reviewing.remark(side, span)
        if remark is not None:
            self._switch.bring()
            self.dock.show_subject(passage(remark.id))
            self.dock.write()

    @Slot(object, object)
    def _show_note_on(self, side: Side, span: Span) -> None:
        """Show the note on a passage, whose sign was clicked."""
        remarks = self.reviewing.review.remarks
        found = next((r for r in remarks if (r.side, r.span) == (side, span)), None)
        if found is not None:
            self._switch.bring()
            self.dock.show_subject(passage(found.id))

    @Slot(int)
    def _attach_to_selection(self, stray: int) -> None:
        selection = self._view.selection()
        if selection is None:
            self._status.say(self.tr("Select the words first that the note is about."))
        else:
            self.reviewing.attach_to_passage(stray, *selection)

    @Slot(object, object)
    def _show_place(self, side: Side, span: Span) -> None:
        self._navigation.leave()
        self._view.reveal_span(side, span)

    @Slot()
    def _show_strays(self) -> None:
        subject = first_stray(self.reviewing)
        if subject is not None:
            self._switch.bring()
            self.dock.show()
            self.dock.show_subject(subject)

    @Slot()
    def _ask_names(self) -> None:
        # Imported late, as all dialogs: together they take as long as a short comparison.
        from variorum.window import verdict_names_dialog as asking  # noqa: PLC0415

        verdicts = self.reviewing.review.verdicts
        dialog = asking.VerdictNamesDialog(verdicts, self._words, self._window)
        dialog.names_chosen.connect(self._rename)
        dialog.open()

    @Slot(object)
    def _rename(self, names: dict[str, str]) -> None:
        self._remember_names(names)
        self.reviewing.rename(names)

    @Slot(object)
    def _remember_names(self, names: dict[str, str]) -> None:
        """Call verdicts so from now on, in what is compared later, too."""
        self._settings.verdict_names = {**self._settings.verdict_names, **names}

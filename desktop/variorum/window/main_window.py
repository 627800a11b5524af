"""The window: puts its parts together and says who tells whom.

Imports Qt and all parts of the window. What the parts do is theirs.
"""

from __future__ import annotations

from functools import cached_property, partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from variorum.engine import ChangeKind, Side
from variorum.readers import PasswordError, printable
from variorum.sessions import holds_session
from variorum.window import entering
from variorum.window.actions import Actions
from variorum.window.ahead import MarkingAhead
from variorum.window.aligning_bar import AligningBar
from variorum.window.announcer import Announcer
from variorum.window.appearance import Appearance, style_sheet
from variorum.window.asking import Asking
from variorum.window.change_list import ChangeList
from variorum.window.change_model import Order
from variorum.window.clipboard import FromClipboard
from variorum.window.comparing import Comparing
from variorum.window.comparing_anew import ComparingAnew
from variorum.window.context_menu import ContextMenu
from variorum.window.describe import Describer
from variorum.window.dock import Dock
from variorum.window.dock_switch import DockSwitch
from variorum.window.drop import DropHandler
from variorum.window.enabling import Enabling
from variorum.window.file_news import FileNews
from variorum.window.files import FileAsker
from variorum.window.find.finding import Finding
from variorum.window.fitting import Pages, fitted
from variorum.window.help import Help
from variorum.window.looks import Looks
from variorum.window.naming import named
from variorum.window.narrow import LEAST_BESIDE_NOTES, DockPlace
from variorum.window.navigation import Navigation
from variorum.window.notice_line import NoticeLine
from variorum.window.opening import Opening
from variorum.window.pinning import Pinning
from variorum.window.problems import ProblemTeller, show_problem
from variorum.window.reading_menus import ReadingMenus
from variorum.window.relabelling import Relabelling
from variorum.window.review_desk import ReviewDesk
from variorum.window.saving import Saving
from variorum.window.settings import Settings
from variorum.window.start_page import StartPage
from variorum.window.state import Opened
from variorum.window.status import StatusBar
from variorum.window.theme import Theme
from variorum.window.tool_bar import ToolBar
from variorum.window.view import ComparisonView

if TYPE_CHECKING:
    from variorum.window.find.bar import FindBar
    from variorum.window.printing import Printing

_SIZE: Final = QSize(1280, 860)
"""Of the first window, in device-independent pixels."""

_LIST_SHARE: Final = 0.22
"""How much of the width the list of changes has at first."""

_LEAST: Final = QSize(520, 420)
"""Of any window: half the width of a small screen, with the start page or the texts."""

_LEAST_LIST: Final = 200
_MOST_LIST: Final = 320

_SETTLED: Final = 60
"""Milliseconds after the last scrolling until the list of changes follows."""


class MainWindow(QMainWindow):
    """The one window of Variorum."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._discards = False
        self._appearance = Appearance(settings.scheme, settings.palette, self)
        theme = self._appearance.theme
        self._describer = Describer(self)
        self._problems = ProblemTeller(self)
        self._comparing = Comparing(self)
        self._opening = Opening(self._comparing, self)
        self._saving = Saving(self)
        self._ahead = MarkingAhead(self._comparing, self._saving, self)
        self._asker = FileAsker(settings, self)
        self._actions = Actions(self)
        self._actions.fill(self.menuBar())
        self._tool_bar = ToolBar(self._actions, self)
        self.addToolBar(self._tool_bar)
        self._view = ComparisonView(self)
        self._start = StartPage(theme, self)
        self._stack = Pages(self)
        # The page that is not shown must not make the window wide.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._stack.addWidget(self._start)
        self._stack.addWidget(self._view)
        self._notice = NoticeLine(theme, self)
        self._aligning = AligningBar(theme, self)
        self.setCentralWidget(self._make_centre())
        self._list = ChangeList(theme, self)
        self._dock = self._make_dock()
        self._place = DockPlace(self, self._dock)
        self._place.went_below.connect(self._list.set_below)
        self._status = StatusBar(theme, self._describer, self)
        self.setStatusBar(self._status)
        self._drops = DropHandler(self, self._stack, self._view, theme)
        self._navigation = Navigation(self._view, self)
        self._help = Help(self._actions, self._appearance, self)
        self._looks = Looks(settings, self._appearance, self._actions, self._view, self)
        self._finding = Finding(self._view, lambda: self._bar, self)
        self._file_news = FileNews(
            self._comparing,
            self._opening,
            self._view,
            self._appearance,
            self._column,
            self._stack,
            self,
        )
        self._announcer = Announcer(self._view, self._navigation, self._list, self)
        self._desk = ReviewDesk(
            settings,
            self._opening,
            self._view,
            self._navigation,
            self._actions,
            self._list,
            self._status,
            self._asker,
            theme,
            self,
        )
        self._notes_place = DockPlace(self, self._desk.dock, LEAST_BESIDE_NOTES, self._place)
        self._asking = Asking(
            self._comparing,
            self._opening,
            self._asker,
            self._desk,
            self._saving,
            lambda: self._printing,
            self._navigation,
            self,
        )
        self._clipboard = FromClipboard(self._opening, self._desk, self._status, self)
        self._anew = ComparingAnew(
            settings,
            self._opening,
            Relabelling(
                settings,
                self._comparing,
                self._opening,
                self._desk.reviewing,
                self._actions,
                self._appearance,
                self,
            ),
            self._actions,
            self,
        )
        self._pinning = Pinning(
            self._desk.reviewing,
            self._comparing,
            self._view,
            self._navigation,
            self._actions,
            self._aligning,
            self,
        )
        self._context = ContextMenu(self._view, self._actions["copy"], self._pinning, self)
        self._reading = ReadingMenus(self._actions, self._opening, self._describer, self)
        self._reading.clipboard_wanted.connect(self._clipboard.take)
        self._reading.version_wanted.connect(self._asking.version)
        self._enabling = Enabling(
            self._actions,
            self._comparing,
            self._opening,
            self._saving,
            self._view,
            self._navigation,
            self._list,
        )
        self._follow = QTimer(self, singleShot=True, interval=_SETTLED)
        self._restore()
        self._order_tabs()
        self._dock.topLevelChanged.connect(self._order_tabs)
        self._connect_work()
        self._connect_view()
        self._connect_actions()
        self._on_theme(theme)
        self._show_opened(None)

    def open_pair(self, left: Path, right: Path) -> None:
        """Compare two files."""
        if not self.isVisible():  # so nobody was asked for them, and none needs to be asked
            self._stack.setCurrentWidget(self._view)
        self._desk.open_pair(left.absolute(), right.absolute())

    def open_file(self, path: Path) -> None:
        """Open a session or a saved page; any other file becomes the left text."""
        if holds_session(path):
            self._desk.open_session(path.absolute())
        else:
            self._desk.open_side(Side.LEFT, path.absolute())

    def open_side(self, side: Side, path: Path) -> None:
        """Take a file for one side."""
        self._desk.open_side(side, path)

    def offer_drafts(self) -> None:
        """Offer notes that were not saved when the program ended the last time."""
        self._desk.offer_drafts()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember how things stood, give up what is under way, and go at once.

        Where notes would be lost, the window asks first.
        """
        if not self._discards and not self._desk.may_close:
            event.ignore()
            self._desk.leave(self._close_for_good)
            return
        self._settings.geometry = self.saveGeometry()
        self._place.put_back()
        self._notes_place.put_back()
        self._settings.layout = self.saveState()
        self._settings.share = self._view.share()
        self._settings.save()
        self._ahead.end()
        self._file_news.end()
        self._opening.close()
        self._desk.close()
        self._saving.close()
        if "_printing" in self.__dict__:
            self._printing.close()
        self._finding.end()
        self._anew.end()
        self._list.end()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever comes back may have changed a file."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._file_news.look_again()

    def _close_for_good(self) -> None:
        self._discards = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc puts the bar for finding away, wherever the keys are; Enter and Shift+F10 do more."""
        if event.key() == Qt.Key.Key_Escape:
            self._finding.close()
        elif not (entering.presses(event, self.focusWidget()) or entering.opens_menu(event, self)):
            super().keyPressEvent(event)

    # Making

    @cached_property
    def _printing(self) -> Printing:
        """Made when it is first wanted: what it imports takes longer than to make the window."""
        from variorum.window.printing import Printing  # noqa: PLC0415 - see above

        printing = Printing(self)
        printing.saved.connect(self._on_saved)
        printing.printed.connect(self._on_printed)
        printing.failed.connect(self._tell_problem)
        return printing

    @cached_property
    def _bar(self) -> FindBar:
        """Made when somebody wants to find something; stands below the texts."""
        from variorum.window.find.bar import FindBar  # noqa: PLC0415 - see above

        bar = FindBar(self._actions["find_next"], self._actions["find_previous"], self)
        bar.hide()
        bar.set_theme(self._appearance.theme)
        self._appearance.changed.connect(bar.set_theme)
        self._column.addWidget(bar)
        return bar

    def _make_centre(self) -> QWidget:
        """The texts, below them the bar for aligning; those for files and finding come later."""
        centre = QWidget(self)
        self._column = column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
        column.addWidget(self._aligning)
        return centre

    def _make_dock(self) -> Dock:
        dock = Dock(self.tr("Changes"), self)
        dock.setObjectName("change_list_dock")
        dock.setWidget(self._list)
        dock.setTitleBarWidget(self._list.title)
        self._list.title.close_wanted.connect(dock.close)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        return dock

    def _restore(self) -> None:
        self.setMinimumSize(fitted(_LEAST, self))
        if not self.restoreGeometry(self._settings.geometry):
            self.resize(fitted(_SIZE, self))
        if not self.restoreState(self._settings.layout):
            width = max(_LEAST_LIST, min(_MOST_LIST, round(_LIST_SHARE * self.width())))
            self.resizeDocks([self._dock], [width], Qt.Orientation.Horizontal)
        self._view.set_share(self._settings.share)

    @Slot()
    def _order_tabs(self) -> None:
        """Tab goes as one reads: the tool bar, the list, the texts; then what comes up below."""
        beside = () if self._dock.isFloating() else (self._list,)
        parts = (self._tool_bar, *beside, self._view)
        for one, other in pairwise(stop for part in parts for stop in part.tab_stops()):
            self.setTabOrder(one, other)

    def _connect_work(self) -> None:
        comparing = self._comparing
        comparing.began.connect(self._on_began)
        comparing.progressed.connect(self._status.advance)
        comparing.opened.connect(self._show_opened)
        comparing.improved.connect(self._on_improved)
        comparing.failed.connect(self._tell_problem)
        comparing.failed.connect(self._desk.keeping.give_back)
        comparing.ended.connect(self._on_ended)
        self._opening.waiting.connect(self._start.set_file)
        self._opening.waiting.connect(self._update_actions)
        self._start.side_wanted.connect(self._asking.side)
        self._start.sample_wanted.connect(self._desk.open_sample)
        self._drops.dropped.connect(self._desk.drop)
        self._desk.changed.connect(self._update_actions)
        self._desk.changed.connect(self._ahead.give_way)
        self._desk.failed.connect(self._tell_problem)
        self._saving.changed.connect(self._update_actions)
        self._saving.saved.connect(self._on_saved)
        self._saving.failed.connect(self._tell_problem)
        self._status.stop_wanted.connect(self._stop)
        self._status.kind_wanted.connect(self._list_kind)
        self._finding.told.connect(self._announcer.say)
        self._notice.told.connect(self._announcer.say)
        self._file_news.told.connect(self._announcer.say)
        self._looks.told.connect(self._status.say)
        self._pinning.told.connect(self._status.say)
        self._pinning.announced.connect(self._announcer.say)
        self._status.said.connect(self._announcer.say)

    def _connect_view(self) -> None:
        view = self._view
        view.selection_changed.connect(self._update_actions)
        view.scrolled.connect(self._follow.start)
        view.scrolled.connect(self._ahead.give_way)
        view.context_menu_requested.connect(self._context.popup)
        view.head_clicked.connect(self._reading.popup)
        self._context.note_wanted.connect(self._desk.note_on)
        self._follow.timeout.connect(self._follow_view)
        self._navigation.went.connect(self._on_went)
        self._navigation.came_away.connect(self._list.forget_current)
        self._navigation.moved.connect(self._update_actions)
        self._finding.leaving.connect(self._navigation.leave)
        self._list.chosen.connect(self._navigation.choose)
        self._list.leave_wanted.connect(view.take_keys)
        self._appearance.changed.connect(self._on_theme)

    def _connect_actions(self) -> None:
        view, go, ask, actions = self._view, self._navigation, self._asking, self._actions
        slots = {
            "open_two": ask.pair,
            "open_left": ask.left,
            "open_right": ask.right,
            "open_clipboard": self._clipboard.compare,
            "reload": self._opening.reload,
            "stop": self._stop,
            "save_page": ask.page,
            "export_pdf": ask.pdf,
            "print": ask.pages,
            "quit": self.close,
            "copy": view.copy,
            "select_all": view.select_all,
            "find": self._finding.ask,
            "find_next": self._finding.next,
            "find_previous": self._finding.previous,
            "swap": self._opening.swap,
            "next_change": go.next,
            "previous_change": go.previous,
            "next_edit": go.next_edit,
            "previous_edit": go.previous_edit,
            "first_change": go.first,
            "last_change": go.last,
            "current_change": go.back_to_current,
            "other_end": go.other_end,
            "back": go.back,
            "forward": go.forward,
            "missing_passages": self._list_missing,
            "peek": view.peek,
            "go_to_paragraph": ask.paragraph,
            "other_pane": self._go_to_other_pane,
            "open_sample": self._desk.open_sample,
            "marks": self._help.explain_marks,
            "shortcuts": self._help.show_shortcuts,
            "about": self._help.show_about,
        }
        for name, slot in slots.items():
            actions[name].triggered.connect(slot)
        actions["text_cursor"].toggled.connect(view.show_caret)
        self._switch = DockSwitch(
            self._dock,
            actions["change_list"],
            lambda: self._comparing.current is not None,
            partial(setattr, self._settings, "list_shown"),
            self,
        )

    # What is open

    @Slot()
    def _on_began(self) -> None:
        self._status.begin()
        self._update_actions()

    @Slot()
    def _on_ended(self) -> None:
        self._status.end()
        if self._comparing.current is None:
            self._stack.setCurrentWidget(self._start)
        self._announcer.tell_result()
        self._update_actions()

    @Slot(object)
    def _show_opened(self, opened: Opened | None) -> None:
        """Show a comparison; None: the start page.

        It begins at its beginning, but for texts that are read again, swapped or compared in
        another way: there the reader stays, and so does what is selected. A change that was the
        current one is so again if it is still there.
        """
        stay = None if opened is None else self._navigation.stay_in(opened)
        self._navigation.set_opened(opened)
        self._dock.setVisible(opened is not None and self._settings.list_shown)
        if opened is not None:
            self._stack.setCurrentWidget(self._view)
            self._arrange_at_once()
            heads = [self._describer.head(opened, side) for side in Side]
            self._view.set_comparison(opened.marks, heads[0], heads[1])
            self._navigation.read_on(stay)
        self._list.set_marks(opened.marks if opened is not None else None)
        self._desk.set_opened(opened, first=True)
        self._refresh(opened)
        # Whoever reads on goes on with what they have the keys in, if it still takes any.
        if opened is not None and (stay is None or self.focusWidget() is None):
            self._view.take_keys()

    def _arrange_at_once(self) -> None:
        """Share the window out now, so that texts are set in the width they get, and only once."""
        self._place.fit()
        layout = self.layout()
        if layout is not None:
            layout.activate()

    @Slot(object)
    def _on_improved(self, opened: Opened) -> None:
        self._navigation.set_opened(opened)
        self._view.replace_comparison(opened.marks)
        self._view.set_current_change(self._navigation.same, reveal=False)
        self._list.set_marks(opened.marks)
        self._desk.set_opened(opened, first=False)
        self._refresh(opened)

    def _refresh(self, opened: Opened | None) -> None:
        marks = opened.marks if opened is not None else None
        self._context.set_marks(marks)
        self._anew.set_opened(opened)
        self._pinning.set_opened(opened)
        self._reading.set_opened(opened)
        self._notice.tell(self._describer.notice(opened))
        self._file_news.set_opened(opened)
        self._finding.set_opened(opened)
        self._announcer.set_marks(marks)
        self._list.set_current(self._view.current_change())
        self._status.set_opened(opened)
        self._update_actions()

    @Slot()
    def _stop(self) -> None:
        self._comparing.stop()
        current = self._comparing.current
        if current is None:
            self._status.say(self.tr("Stopped. Reload begins again."))
        elif not current.complete:
            self._status.say(self.tr("Stopped before the end. Reload compares the rest."))
        else:
            self._status.say(self.tr("Stopped."))

    @Slot(object)
    def _tell_problem(self, error: Exception) -> None:
        if isinstance(error, PasswordError):
            from variorum.window.password_dialog import (  # noqa: PLC0415 - seldom wanted
                PasswordDialog,
            )

            dialog = PasswordDialog(error, self)
            dialog.password_given.connect(self._opening.try_password)
            dialog.open()
        else:
            show_problem(self._problems.problem(error), self)

    # Going

    @Slot(int)
    def _on_went(self, number: int) -> None:
        self._list.set_current(number)
        self._update_actions()

    @Slot()
    def _follow_view(self) -> None:
        """The list and the focus of the engine go where the reader scrolled."""
        number = self._view.change_at_view()
        if number is not None and not self._navigation.current_in_sight:
            self._list.bring_into_sight(number)
        side = self._view.active_side()
        self._comparing.look_at(side, self._view.visible_span(side))
        self._update_actions()

    @Slot()
    def _list_missing(self) -> None:
        self._list_kind(ChangeKind.MISSING)

    @Slot(object)
    def _list_kind(self, kind: ChangeKind) -> None:
        """List the changes of a kind, the longest first and shown at once."""
        self._switch.bring()
        self._list.show_kind(kind, Order.LENGTH)
        first = self._list.first()
        if first is not None:
            self._navigation.jump(first.number)

    @Slot()
    def _go_to_other_pane(self) -> None:
        self._view.set_active_side(self._view.active_side().other)

    @Slot()
    def _on_printed(self) -> None:
        self._status.say(self.tr("Sent to the printer"))

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        link = QUrl.fromLocalFile(str(path.absolute())).toString()
        self._status.say(self.tr("Saved {name}").format(name=named(printable(path.name))), link)

    # Looks

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.setStyleSheet(style_sheet(theme))
        self._actions.colour(QGuiApplication.palette())
        for part in (self._view, self._start, self._list, self._status, self._drops):
            part.set_theme(theme)
        self._notice.set_theme(theme)
        self._aligning.set_theme(theme)
        self._desk.set_theme(theme)

    # What can be done

    @Slot()
    def _update_actions(self) -> None:
        """Enable what does something just now, and say where the reader is."""
        self._enabling.update()
        self._desk.update_actions()
        self._anew.update_actions()
        self._pinning.update_actions()
        session, unsaved = self._desk.title()
        current, go = self._comparing.current, self._navigation
        self.setWindowTitle(self._describer.title(current, session, unsaved=unsaved))
        self.setWindowModified(unsaved)
        number = go.current.number if go.current is not None else None
        self._tool_bar.set_position(number, go.known_count)

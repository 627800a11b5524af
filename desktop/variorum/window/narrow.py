"""Where the list of changes and the notes stand: beside the texts, or below in a narrow window.

Two columns of text beside a list would have room for a word or two in a line; beside the list, if
that is below, too, the notes have room. Imports Qt. Sizes are
device-independent pixels.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow

LEAST_TEXTS: Final = 700
"""The list goes below the texts where these would be less wide: five words in a line or so."""
LEAST_BESIDE_NOTES: Final = 560
"""The notes, which one looks at together with the texts, leave them at least three words."""
LEAST: Final = 400
"""A list that is dragged wider leaves the texts so much: a word or two in a line of each."""
SLACK: Final = 40
"""It comes back where there is so much more: it does not jump to and fro at one width."""
SHARE: Final = 0.34
"""How much of the height of the window it has below."""
MOST_BELOW: Final = 260

_UNBOUND: Final = 16_777_215
"""How wide Qt lets a widget be at most."""

_BELOW: Final = Qt.DockWidgetArea.BottomDockWidgetArea
_BESIDE: Final = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)


class DockPlace(QObject):
    """Puts a dock that stands beside the texts below them as long as the window is narrow.

    Args:
        window: that both are in.
        dock: has something to show; where a person puts it below, or by itself, it stays.
        least: it goes below the texts where these would be less wide.
        after: of a dock that makes room before this one does, and leaves the texts less, too.
    """

    went_below = Signal(bool)
    """It is about to go below the texts, or else beside them."""

    def __init__(
        self,
        window: QMainWindow,
        dock: QDockWidget,
        least: int = LEAST_TEXTS,
        after: DockPlace | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._least = window, least
        self.dock = dock
        """What it is the place of."""
        self._beside: tuple[Qt.DockWidgetArea, int] | None = None
        """Where it stood, and how wide it was, before it went below."""
        self.moves = False
        """Whether it is on its way to another place."""
        self.places: list[DockPlace] = [] if after is None else after.places
        """Of all docks, in the order in which they make room."""
        self.places.append(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.fit)
        if after is None:
            window.installEventFilter(self)
        # Look again when a dock has gone elsewhere and is as wide as it will be. Not at once: Qt
        # tells it while it is still moving docks, and then none may be moved.
        for changed in (dock.visibilityChanged, dock.topLevelChanged, dock.dockLocationChanged):
            changed.connect(self._soon.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The window has another size."""
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def put_back(self) -> None:
        """Stand beside the texts again: that is the place that is remembered for the next time."""
        if self._beside is not None:
            (area, width), self._beside = self._beside, None
            self._move(area, width, Qt.Orientation.Horizontal)

    @Slot()
    def fit(self) -> None:
        """See to it now that the texts have room."""
        for place in self.places:
            place.make_room()
        self._bound_all()

    def _bound_all(self) -> None:
        moves = any(place.moves for place in self.places)
        for place in self.places:
            place.bound(free=moves)

    def bound(self, *, free: bool) -> None:
        """Be as wide as leaves the texts some room, where it stands beside them."""
        # What the dock says is bound by what it was told before.
        part = self.dock.widget()
        least = 0 if part is None else part.minimumSizeHint().width()
        most = max(least, self._free() - LEAST)
        is_beside = _area_beside(self._window, self.dock) is not None
        self.dock.setMaximumWidth(most if is_beside and not free else _UNBOUND)

    def make_room(self) -> None:
        """Go below the texts where they lack room, or back where there is enough."""
        window, dock = self._window, self.dock
        if self.moves or dock.isHidden() or dock.isFloating():
            return
        if self._beside is not None:
            if self._free() - self._beside[1] >= self._least + SLACK:
                self.put_back()
            return
        area = window.dockWidgetArea(dock)
        # Whoever drags a dock wider wants it so.
        width = min(dock.width(), max(dock.sizeHint().width(), dock.minimumSizeHint().width()))
        if area in _BESIDE and self._free() - width < self._least:
            self._beside = area, dock.width()
            height = min(MOST_BELOW, round(SHARE * window.height()))
            self._move(_BELOW, height, Qt.Orientation.Vertical)
            if any(window.dockWidgetArea(other) is _BELOW for other in self._others()):
                # Beside another one it keeps its width.
                window.resizeDocks([dock], [self._beside[1]], Qt.Orientation.Horizontal)
                self._lay_out()

    def _others(self) -> list[QDockWidget]:
        """The other docks that can be seen."""
        docks = (place.dock for place in self.places if place is not self)
        return [dock for dock in docks if not dock.isHidden()]

    def _free(self) -> int:
        """How much of the width of the window the docks leave that share no side with this one."""
        beside = None if self._beside is None else self._beside[0]
        area = beside or _area_beside(self._window, self.dock)
        taken = (
            other.width()
            for other in self._others()
            if _area_beside(self._window, other) not in (None, area)
        )
        return self._window.width() - sum(taken)

    def _move(self, area: Qt.DockWidgetArea, size: int, along: Qt.Orientation) -> None:
        self.moves = True
        self._bound_all()
        self.went_below.emit(area is _BELOW)
        self._window.addDockWidget(area, self.dock)
        self._lay_out()  # or it would stay as wide as it had to be
        self._window.resizeDocks([self.dock], [size], along)
        self._lay_out()  # its width is asked for again before the next turn of the event loop
        self.moves = False

    def _lay_out(self) -> None:
        for widget in (self.dock.widget(), self.dock, self._window):
            layout = None if widget is None else widget.layout()
            if layout is not None:
                layout.activate()


def _area_beside(window: QMainWindow, dock: QDockWidget) -> Qt.DockWidgetArea | None:
    """On which side of the texts a dock stands; None: by itself, or above or below them."""
    area = window.dockWidgetArea(dock)
    return area if area in _BESIDE and not dock.isFloating() else None

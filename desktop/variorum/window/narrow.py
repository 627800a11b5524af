"""Where the list of changes stands: beside the texts, or below them while the window is narrow.

Two columns of text beside a list would have room for a word or two in a line. Imports Qt. Sizes are
device-independent pixels.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow

LEAST_TEXTS: Final = 700
"""The list goes below the texts where these would be less wide: five words in a line or so."""
LEAST: Final = 400
"""A list that is dragged wider leaves the texts so much: a word or two in a line of each."""
SLACK: Final = 40
"""It comes back where there is so much more: it does not jump to and fro at one width."""
SHARE: Final = 0.34
"""How much of the height of the window it has below."""
MOST_BELOW: Final = 260

_UNBOUND: Final = 16_777_215
"""How wide Qt lets a widget be at most."""

_BESIDE: Final = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)


class DockPlace(QObject):
    """Puts a dock that stands beside the texts below them as long as the window is narrow.

    Args:
        window: that both are in.
        dock: has something to show; where a person puts it below, or by itself, it stays.
    """

    went_below = Signal(bool)
    """It is about to go below the texts, or else beside them."""

    def __init__(self, window: QMainWindow, dock: QDockWidget) -> None:
        super().__init__(window)
        self._window, self._dock = window, dock
        self._beside: tuple[Qt.DockWidgetArea, int] | None = None
        """Where it stood, and how wide it was, before it went below."""
        self._moves = False
        self._others: list[QDockWidget] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.fit)
        window.installEventFilter(self)
        self._wait_for(dock)

    def share_with(self, other: QDockWidget) -> None:
        """Another dock, when it is there, leaves the texts less room, too."""
        self._others.append(other)
        self._wait_for(other)

    def _wait_for(self, dock: QDockWidget) -> None:
        """Look again when a dock has gone elsewhere and is as wide as it will be.

        Not at once: Qt tells it while it is still moving docks, and then none may be moved.
        """
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
        self._place()
        self._bound()

    @Slot()
    def _bound(self) -> None:
        """Let each dock be as wide as leaves the texts some room, where it stands beside them."""
        for dock in (self._dock, *self._others):
            # What the dock says is bound by what it was told before.
            part = dock.widget()
            least = 0 if part is None else part.minimumSizeHint().width()
            most = max(least, self._free_for(dock) - LEAST)
            is_beside = self._area_beside(dock) is not None
            dock.setMaximumWidth(most if is_beside and not self._moves else _UNBOUND)

    def _place(self) -> None:
        window, dock = self._window, self._dock
        if self._moves or dock.isHidden() or dock.isFloating():
            return
        if self._beside is not None:
            if self._free_for(dock) - self._beside[1] >= LEAST_TEXTS + SLACK:
                self.put_back()
            return
        area = window.dockWidgetArea(dock)
        if area in _BESIDE and self._free_for(dock) - dock.width() < LEAST_TEXTS:
            self._beside = area, dock.width()
            height = min(MOST_BELOW, round(SHARE * window.height()))
            self._move(Qt.DockWidgetArea.BottomDockWidgetArea, height, Qt.Orientation.Vertical)

    def _area_beside(self, dock: QDockWidget) -> Qt.DockWidgetArea | None:
        """On which side of the texts a dock stands; None: by itself, or above or below them."""
        area = self._window.dockWidgetArea(dock)
        return area if area in _BESIDE and not dock.isFloating() else None

    def _free_for(self, dock: QDockWidget) -> int:
        """How much of the width of the window the docks leave that share no side with this one."""
        area = self._beside[0] if dock is self._dock and self._beside else self._area_beside(dock)
        taken = (
            other.width()
            for other in (self._dock, *self._others)
            if other is not dock
            and not other.isHidden()
            and self._area_beside(other) not in (None, area)
        )
        return self._window.width() - sum(taken)

    def _move(self, area: Qt.DockWidgetArea, size: int, along: Qt.Orientation) -> None:
        self._moves = True
        self._bound()
        self.went_below.emit(area is Qt.DockWidgetArea.BottomDockWidgetArea)
        self._window.addDockWidget(area, self._dock)
        self._lay_out()  # or it would stay as wide as it had to be
        self._window.resizeDocks([self._dock], [size], along)
        self._lay_out()  # its width is asked for again before the next turn of the event loop
        self._moves = False

    def _lay_out(self) -> None:
        for widget in (self._dock.widget(), self._dock, self._window):
            layout = widget.layout()
            if layout is not None:
                layout.activate()

"""What `window_speed.py` measures, each in a process of its own: start, frames, stopping.

It is imported only once `variorum.app` has seen to it that the process starts in haste.
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from variorum.app import Haste
from variorum.engine import Document, Side, compare
from variorum.reports.marks import Marks
from variorum.window.jobs import take_short_turns
from variorum.window.main_window import MainWindow
from variorum.window.settings import Settings
from variorum.window.translations import EnglishPlurals
from variorum.window.view import ComparisonView, Head

Figures = dict[str, float]

STEPS = 150
"""Frames of one kind of movement."""
BEAT = 2
"""Milliseconds between two beats of the event loop's heart."""


class Heart(QObject):
    """Beats in the event loop and writes down the longest pause, in wall and in own time."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self.busiest = 0.0
        """The most processor time that the window's thread took between two beats, in seconds."""
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now[0] - self._last[0])
        self.busiest = max(self.busiest, now[1] - self._last[1])
        self._last = now

    def stop(self) -> None:
        self._timer.stop()


class Painted(QObject):
    """Notes when a pane has painted a comparison for the first time, and for the first complete."""

    all_painted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.first: float | None = None
        self.complete: float | None = None
        self.first_own = self.complete_own = 0.0
        """The processor time of the whole process until then, in seconds."""
        window._view._canvas.panes[Side.LEFT].installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint and self._window._view._canvas.scene is not None:
            QTimer.singleShot(0, self._note)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        now = time.time()
        if self.first is None:
            self.first, self.first_own = now, time.process_time()
        current = self._window._comparing.current
        if current is not None and current.complete and self.complete is None:
            self.complete, self.complete_own = now, time.process_time()
            self.all_painted.emit()


def application() -> QApplication:
    """As `variorum.app` makes it, with a `Haste` that was made before."""
    take_short_turns()
    QApplication.setStyle("Fusion")
    app = QApplication(["variorum"])
    app.installTranslator(EnglishPlurals(app))
    return app


def new_window(folder: str, *pair: str) -> MainWindow:
    """A window with settings of its own, on its way to compare a pair of files if there is one."""
    settings = QSettings(str(Path(folder, "s.ini")), QSettings.Format.IniFormat)
    window = MainWindow(Settings(settings))
    window.resize(1280, 860)
    Haste.is_up()
    if pair:
        window.open_pair(*map(Path, pair))
    window.show()
    return window


def until_painted(app: QApplication, painted: Painted) -> None:
    """Serve the event loop just as the program does, until the whole comparison is painted."""
    painted.all_painted.connect(app.quit)
    app.exec()


def until(app: QApplication, condition: Callable[[], bool]) -> None:
    """Serve the event loop as `exec` does, until something has come about."""
    while not condition():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def opening(left: str, right: str, started: float) -> Iterator[Figures]:
    """From the start of the process to the painted comparison; nothing else wakes it up."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        window = new_window(folder, left, right)
        painted = Painted(window)
        until_painted(app, painted)
        assert painted.first is not None
        assert painted.complete is not None
        until(app, lambda: not window._comparing.busy and not window._view._overview.is_busy)
        window.close()
        yield {
            "first s": painted.first - started,
            "first own s": painted.first_own,
            "complete s": painted.complete - started,
            "complete own s": painted.complete_own,
            "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }


def gaps(left: str, right: str, _started: float) -> Iterator[Figures]:
    """The same again with a heart that beats all the time, which takes its time, too."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        window = new_window(folder, left, right)
        heart, painted = Heart(), Painted(window)
        until_painted(app, painted)
        until(app, lambda: not window._comparing.busy and not window._view._overview.is_busy)
        heart.stop()
        window.close()
        yield {"longest gap ms": heart.longest * 1000, "busiest gap ms": heart.busiest * 1000}


def stopping(left: str, right: str, _started: float) -> Iterator[Figures]:
    """Stop in the middle of a comparison, begin again, close in the middle of that."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        window = new_window(folder)
        heard: list[str] = []
        window._comparing.progressed.connect(lambda _fraction, stage: heard.append(stage))
        window.open_pair(Path(left), Path(right))
        until(app, lambda: "reading" in heard and len(heard) > 5)
        began = time.perf_counter()
        window._actions["stop"].trigger()
        until(app, lambda: not window._comparing.busy)
        app.processEvents()
        stopped = time.perf_counter() - began
        heard.clear()
        window.open_pair(Path(left), Path(right))
        until(app, lambda: len(heard) > 5)
        closed = time.time()
        window.close()
        app.processEvents()
        taken = time.time() - closed
        yield {"stop ms": stopped * 1000, "close ms": taken * 1000, "closed at": closed}


def ahead(left: str, right: str, _started: float) -> Iterator[Figures]:
    """Scroll while words are marked ahead, wait, save the page; close in the middle of it again."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        window = new_window(folder)
        window.open_pair(Path(left), Path(right))
        until(app, lambda: window._ahead.busy)
        canvas = window._view._canvas
        while_marking = _worst(app, lambda step: canvas.scroll_by(78 if step % 10 else -78))
        heart, began = Heart(), (time.perf_counter(), time.process_time())
        until(app, lambda: not window._ahead.busy)
        heart.stop()
        taken, own = time.perf_counter() - began[0], time.process_time() - began[1]
        pages: list[object] = []
        window._saving.saved.connect(pages.append)
        saving, heart_of_saving = time.perf_counter(), Heart()
        window._asking._save_page(Path(folder, "page.html"))
        until(app, lambda: bool(pages))
        heart_of_saving.stop()
        saved = time.perf_counter() - saving
        window.open_pair(Path(left), Path(right))
        until(app, lambda: window._ahead.busy)
        closed = time.time()
        window.close()
        app.processEvents()
        yield {
            "frames meanwhile ms": while_marking[0],
            "frames meanwhile own ms": while_marking[1],
            "marked s": taken,
            "marked own s": own,
            "longest gap ms": heart.longest * 1000,
            "busiest gap ms": heart.busiest * 1000,
            "page s": saved,
            "page longest gap ms": heart_of_saving.longest * 1000,
            "close ms": (time.time() - closed) * 1000,
            "closed at": closed,
        }


def frames(left: str, right: str, rounds: float) -> Iterator[Figures]:
    """The 95th percentile of each kind of movement over one finished comparison, in ms."""
    from PySide6.QtTest import QTest  # noqa: PLC0415 - the program does without it

    app = application()
    documents = [Document.from_text(Path(p).read_text("utf-8")) for p in (left, right)]
    marks = Marks(compare(*documents))
    edits = sum(marks.comparison.summary.edits.values())
    view = ComparisonView()
    view.resize(1280, 820)
    view.show()
    view.set_comparison(marks, Head(), Head())
    until(app, lambda: not view._overview.is_busy)
    canvas, strip = view._canvas, view._overview
    bar = canvas.verticalScrollBar()

    def wheel(step: int) -> None:
        canvas.scroll_by(78 if step % 10 else -78)

    def drag(step: int) -> None:
        bar.setValue(round(bar.maximum() * (step * 37 % STEPS) / STEPS))

    def overview(step: int) -> None:
        QTest.mouseMove(strip, QPoint(20, round(strip.height() * (step * 37 % STEPS) / STEPS)))

    def resize(step: int) -> None:
        view.resize(1280 - 3 * (step % 60), 820)

    def splitter(step: int) -> None:
        view.set_share(0.35 + 0.3 * (step % 50) / 50)

    moves = {"wheel": wheel, "bar": drag, "overview": overview}
    moves |= {"resize": resize, "splitter": splitter}
    for _round in range(round(rounds)):
        out: Figures = {"edits": edits}
        for name, move in moves.items():
            bar.setSliderDown(name == "bar")
            if name == "overview":
                QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(20, 5))
            out[f"{name} ms"], out[f"{name} own ms"] = _worst(app, move)
            QTest.mouseRelease(strip, Qt.MouseButton.LeftButton)
        yield out
    view.close()


def _worst(app: QApplication, move: Callable[[int], None]) -> tuple[float, float]:
    """Of all frames the 95th percentile of wall time and that of processor time, in ms."""
    wall, own = [], []
    for step in range(STEPS):
        began = time.perf_counter(), time.thread_time()
        move(step)
        app.processEvents()
        wall.append((time.perf_counter() - began[0]) * 1000)
        own.append((time.thread_time() - began[1]) * 1000)
    at = int(0.95 * STEPS)
    return sorted(wall)[at], sorted(own)[at]

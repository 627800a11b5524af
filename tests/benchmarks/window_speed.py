"""How fast the window is: start, frames, gaps of the event loop, stopping, memory; see README.md.

    python window_speed.py FOLDER [--only 1k 75k 800k] [--runs 5] [--frames PAIR]

FOLDER has the pairs that `made_pairs.py` wrote. Each figure is taken in a process of its own, on
whatever platform QT_QPA_PLATFORM names (offscreen, or xcb under Xvfb).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QObject, QPoint, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from variorum.engine import Document, Side, compare
from variorum.reports.marks import Marks
from variorum.window.jobs import take_short_turns
from variorum.window.main_window import MainWindow
from variorum.window.settings import Settings
from variorum.window.translations import EnglishPlurals
from variorum.window.view import ComparisonView, Head

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

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.first: float | None = None
        self.complete: float | None = None
        window._view._canvas.panes[Side.LEFT].installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint and self._window._view._canvas.scene is not None:
            QTimer.singleShot(0, self._note)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        now = time.time()
        self.first = self.first or now
        current = self._window._comparing.current
        if current is not None and current.complete:
            self.complete = self.complete or now


def application() -> QApplication:
    """As `variorum.app` makes it."""
    take_short_turns()
    QApplication.setStyle("Fusion")
    app = QApplication(["variorum"])
    app.installTranslator(EnglishPlurals(app))
    return app


def new_window(folder: str) -> MainWindow:
    """A window with settings of its own."""
    settings = QSettings(str(Path(folder, "s.ini")), QSettings.Format.IniFormat)
    window = MainWindow(Settings(settings))
    window.resize(1280, 860)
    window.show()
    return window


def until(app: QApplication, condition: Callable[[], bool]) -> None:
    """Serve the event loop as `exec` does, until something has come about."""
    while not condition():
        app.processEvents()
        time.sleep(0.0005)


def opening(left: str, right: str, started: float) -> dict[str, float]:
    """From the start of the process to the painted comparison."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        window = new_window(folder)
        heart, painted = Heart(), Painted(window)
        window.open_pair(Path(left), Path(right))
        until(app, lambda: painted.complete is not None and not window._comparing.busy)
        until(app, lambda: not window._view._overview.is_busy)
        heart.stop()
        assert painted.first is not None
        assert painted.complete is not None
        window.close()
        return {
            "first s": painted.first - started,
            "complete s": painted.complete - started,
            "longest gap ms": heart.longest * 1000,
            "busiest gap ms": heart.busiest * 1000,
            "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }


def stopping(left: str, right: str) -> dict[str, float]:
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
        return {"stop ms": stopped * 1000, "close ms": taken * 1000, "closed at": closed}


def frames(left: str, right: str) -> dict[str, float]:
    """The 95th percentile of each kind of movement over a finished comparison, in ms."""
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

    out: dict[str, float] = {"edits": edits}
    for name, move in (("wheel", wheel), ("bar", drag), ("overview", overview)):
        bar.setSliderDown(name == "bar")
        if name == "overview":
            QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(20, 5))
        out[f"{name} ms"] = _worst(app, move)
    for name, move in (("resize", resize), ("splitter", splitter)):
        out[f"{name} ms"] = _worst(app, move)
    view.close()
    return out


def _worst(app: QApplication, move: Callable[[int], None]) -> float:
    taken = []
    for step in range(STEPS):
        began = time.perf_counter()
        move(step)
        app.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
    return sorted(taken)[int(0.95 * len(taken))]


INSIDE = {"opening": opening, "stopping": stopping, "frames": frames}


def runs_of(
    what: str, pair: tuple[Path, Path], runs: int, compiled: str
) -> Iterator[dict[str, float]]:
    """One figure after the other, each from a process of its own.

    Args:
        what: to measure.
        pair: of texts.
        runs: how many figures; there is one run more at first, which warms up.
        compiled: a folder for Python's compiled files, as every installed program has them.
    """
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    for number in range(runs + 1):
        started = time.time()
        command = [sys.executable, __file__, "--inside", what, *map(str, pair)]
        if what == "opening":
            command.append(repr(started))
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            text=True,
            env={**kept, "PYTHONPYCACHEPREFIX": compiled},
        )
        assert process.stdout is not None
        found = json.loads(process.stdout.readline())
        process.wait()
        if "closed at" in found:
            found["gone ms"] = (time.time() - found.pop("closed at")) * 1000
        if number:
            yield found


def show(name: str, found: list[dict[str, float]]) -> None:
    """Print the medians of some runs."""
    cells = (f"{key.rsplit(' ', 1)[0]} {median(f[key] for f in found):.2f}" for key in found[0])
    units = {key.rsplit(" ", 1)[-1] for key in found[0]}
    print(f"{name:>22}: {', '.join(cells)}   ({', '.join(sorted(units))})", flush=True)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--only", nargs="+", default=["1k", "75k", "800k"])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--frames", default="800k-heavy", help="the pair for moving about")
    parser.add_argument("--inside", nargs="+", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.inside:
        what, left, right, *started = chosen.inside
        more = [float(started[0])] if started else []
        print(json.dumps(INSIDE[what](left, right, *more)), flush=True)
        return
    if chosen.folder is None:
        parser.error("name a folder of made pairs")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"medians of {chosen.runs} runs on {os.environ['QT_QPA_PLATFORM']}")

    def files(stem: str) -> tuple[Path, Path]:
        return chosen.folder / f"{stem}.left.txt", chosen.folder / f"{stem}.right.txt"

    largest = f"{chosen.only[-1]}-light"
    wanted = [("opening", f"{size}-light") for size in chosen.only]
    wanted += [("stopping", largest), ("frames", chosen.frames)]
    with tempfile.TemporaryDirectory() as compiled:
        for what, stem in wanted:
            show(f"{what} {stem}", list(runs_of(what, files(stem), chosen.runs, compiled)))


if __name__ == "__main__":
    main()

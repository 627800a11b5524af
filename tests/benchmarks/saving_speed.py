"""How fast what leaves the window is made, and how quick a page is in a browser; see README.md.

    python saving_speed.py FOLDER [--only 75k-light 800k-light] [--runs 3] [--kinds page pdf]

FOLDER has the pairs that `made_pairs.py` wrote. Each figure is taken in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from window_runs import Heart

from variorum.engine import find_changes
from variorum.review import Review
from variorum.sessions import Position, Session
from variorum.window.draft_tasks import DraftHolder, DraftTask, PrepareTask
from variorum.window.jobs import Worker, take_short_turns
from variorum.window.printing.printing import Printing
from variorum.window.saving import Saving
from variorum.window.state import Opened
from variorum.window.tasks import CompareTask

STEPS = 10
"""How often one goes to the next change, and to the one before."""

Figures = dict[str, float]


def opened(folder: Path, pair: str) -> Opened:
    """The pair, compared as the window does it."""
    worker = Worker("comparing")
    results: list[Opened] = []
    worker.succeeded.connect(lambda report: results.append(report.value))
    left, right = (folder / f"{pair}.{side}.txt" for side in ("left", "right"))
    worker.start(CompareTask(left, right, lambda: None))
    until(worker.succeeded)
    worker.close()
    return results[0]


def until(signal: object) -> None:
    """Run the event loop until a signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)  # type: ignore[attr-defined]
    loop.exec()


def page(folder: Path, pair: str, out: Path) -> Figures:
    """Write a page beside the event loop, twice: the words are marked the first time."""
    given = opened(folder, pair)
    saving = Saving()
    figures: Figures = {}
    for which in ("first", "again"):
        heart = Heart()
        begun = time.perf_counter()
        saving.save(given, Review(), Position(), out)
        until(saving.saved)
        figures[f"page {which}, s"] = time.perf_counter() - begun
        figures[f"page {which}, longest pause, ms"] = 1000 * heart.longest
        figures[f"page {which}, busiest slice, ms"] = 1000 * heart.busiest
        heart.stop()
    saving.close()
    texts = given.left.size + given.right.size
    figures["page, times the texts (after 150 KB)"] = (out.stat().st_size - 150_000) / texts
    return figures


def drafts(folder: Path, pair: str, out: Path) -> Figures:
    """Write a draft beside the event loop: the first one has the texts, which are packed before."""
    given = opened(folder, pair)
    worker = Worker("drafts")
    holder = DraftHolder(out.with_name("drafts"))
    change = find_changes(given.marks.comparison)[0]
    figures: Figures = {}
    for which in ("packed ahead", "first", "again"):
        heart = Heart()
        review = Review().note(change, which)
        session = Session(given.left, given.right, review=review)
        begun = time.perf_counter()
        ahead = which == "packed ahead"
        task = PrepareTask(holder, session) if ahead else DraftTask(holder, session, None)
        worker.start(task)
        until(worker.succeeded)
        figures[f"draft {which}, s"] = time.perf_counter() - begun
        figures[f"draft {which}, longest pause, ms"] = 1000 * heart.longest
        heart.stop()
    holder.end()
    worker.close()
    return figures


def pdf(folder: Path, pair: str, out: Path) -> Figures:
    """Export a PDF file."""
    given = opened(folder, pair)
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415 - for this figure alone

    window = QWidget()
    window.show()
    printing = Printing(window)
    printing._opened = given
    heart = Heart()
    begun = time.perf_counter()
    printing.export(out.with_suffix(".pdf"))
    until(printing.saved)
    figures = {
        "pdf, s": time.perf_counter() - begun,
        "pdf, longest pause, ms": 1000 * heart.longest,
        "pdf, busiest slice, ms": 1000 * heart.busiest,
        "pdf, MB": out.with_suffix(".pdf").stat().st_size / 1e6,
    }
    heart.stop()
    printing.close()
    return figures


def browser(folder: Path, pair: str, out: Path) -> Figures:
    """Open a page in Chromium, and go from change to change."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - for this figure alone

    page(folder, pair, out)
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(path for name in names if (path := shutil.which(name)))
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        tab = chromium.new_page(viewport={"width": 1280, "height": 800})
        begun = time.perf_counter()
        tab.goto(out.as_uri())
        tab.evaluate(_PAINTED)
        figures = {"opened in Chromium, s": time.perf_counter() - begun}
        for key, told in (("n", "next"), ("p", "previous")):
            taken = [tab.evaluate(_STEP, key) for _ in range(STEPS)]
            figures[f"first {told}, ms"] = taken[0]
            figures[f"{told}, ms"] = median(taken)
        figures["inline view, ms"] = tab.evaluate(_STEP, "2")
        chromium.close()
    return figures


_PAINTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
_STEP = """key => new Promise(done => {
  const begun = performance.now();
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
})"""

KINDS = {"page": page, "drafts": drafts, "pdf": pdf, "browser": browser}


def in_own_process(kind: str, folder: Path, pair: str) -> Figures:
    command = [sys.executable, __file__, str(folder), "--child", kind, "--only", pair]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="+", default=["75k-light", "800k-light"])
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--child", choices=KINDS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _application = QApplication([])
        take_short_turns()
        with tempfile.TemporaryDirectory() as out:
            made = KINDS[arguments.child](
                arguments.folder, arguments.only[0], Path(out, "page.html")
            )
        sys.stdout.write(f"{json.dumps(made)}\n")
        return
    for pair in arguments.only:
        for kind in arguments.kinds:
            runs = [in_own_process(kind, arguments.folder, pair) for _ in range(arguments.runs)]
            for name in runs[0]:
                sys.stdout.write(f"{pair}: {name} {median(run[name] for run in runs):.2f}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()

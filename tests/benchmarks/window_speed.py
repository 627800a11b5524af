"""How fast the window is: start, frames, gaps of the event loop, stopping, memory; see README.md.

    python window_speed.py FOLDER [--only 1k 75k 800k] [--runs 5] [--frames PAIR]

FOLDER has the pairs that `made_pairs.py` wrote. Each figure is taken in a process of its own, on
whatever platform QT_QPA_PLATFORM names (offscreen, or xcb under Xvfb).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent


def runs_of(
    what: str, pair: tuple[Path, Path], runs: int, compiled: str
) -> Iterator[dict[str, float]]:
    """One figure after the other, each from a process of its own.

    Args:
        what: to measure.
        pair: of texts.
        runs: how many figures; there is one run more at first, which warms up. Frames are all
            taken in one process, since it compares first.
        compiled: a folder for Python's compiled files, as every installed program has them.
    """
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    processes = 1 if what == "frames" else runs + 1
    for number in range(processes):
        more = runs + 1 if what == "frames" else time.time()
        process = subprocess.Popen(
            [sys.executable, HERE / "window_process.py", what, *map(str, pair), repr(more)],
            stdout=subprocess.PIPE,
            text=True,
            env={**kept, "PYTHONPYCACHEPREFIX": compiled},
        )
        assert process.stdout is not None
        found = [json.loads(line) for line in process.stdout]
        process.wait()
        gone = time.time()
        for figures in found:
            if "closed at" in figures:
                figures["gone ms"] = (gone - figures.pop("closed at")) * 1000
        yield from found[1:] if what == "frames" else found if number else ()


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
    chosen = parser.parse_args()
    if chosen.folder is None:
        parser.error("name a folder of made pairs")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"medians of {chosen.runs} runs on {os.environ['QT_QPA_PLATFORM']}")

    def files(stem: str) -> tuple[Path, Path]:
        return chosen.folder / f"{stem}.left.txt", chosen.folder / f"{stem}.right.txt"

    largest = f"{chosen.only[-1]}-light"
    wanted = [(what, f"{size}-light") for what in ("opening", "gaps") for size in chosen.only]
    wanted += [("stopping", largest), ("ahead", largest), ("frames", chosen.frames)]
    for path in (path for _, stem in wanted for path in files(stem) if not path.exists()):
        parser.error(f"there is no {path}")
    with tempfile.TemporaryDirectory() as compiled:
        for what, stem in wanted:
            show(f"{what} {stem}", list(runs_of(what, files(stem), chosen.runs, compiled)))


if __name__ == "__main__":
    main()

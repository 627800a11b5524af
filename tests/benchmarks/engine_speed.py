"""How fast the engine is, against a peer and against merely reading; see README.md here."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from variorum.engine import Document, compare

PEERS = {"wdiff": (), "prosediff": ("--format", "diff", "-o", os.devnull, "--files")}
"""The programs that are run on the same files, where they are installed."""
LARGEST_FOR = {"wdiff": sys.maxsize, "prosediff": 600_000}
"""Bytes of a text beyond which a peer takes minutes."""


class Figures(NamedTuple):
    """Medians over the runs of one pair."""

    name: str
    read: float
    """Seconds to read and split both texts, in the process."""
    compare: float
    """Seconds to compare them, in the process."""
    whole: float
    """Seconds of the process `variorum compare`, start to end."""
    memory: float
    """Megabytes of that process at its peak."""
    peers: dict[str, float]
    """Seconds of each peer that is installed."""
    stages: dict[str, float]
    """The share of each stage of the comparison, 0 to 1."""
    accuracy: float | None
    """F1 of the linked pairs against the truth."""


def inside(left: Path, right: Path, truth: Path | None) -> dict[str, object]:
    """One run in this process: read, compare, stages, links."""
    started = time.perf_counter()
    documents = [Document.from_text(p.read_text(encoding="utf-8")) for p in (left, right)]
    for document in documents:
        _ = document.sentences  # found when they are asked for
    read = time.perf_counter()
    stages: dict[str, float] = {}
    last = [read, ""]

    def progress(_fraction: float, stage: str) -> None:
        now = time.perf_counter()
        stages[last[1] or stage] = stages.get(last[1] or stage, 0.0) + now - last[0]
        last[0], last[1] = now, stage

    comparison = compare(documents[0], documents[1], progress=progress)
    done = time.perf_counter()
    accuracy = None
    if truth is not None:
        links = {(i, j) for a, b in comparison.links() for i in a for j in b}
        accuracy = _f1(documents, links, json.loads(truth.read_text(encoding="utf-8")))
    return {
        "read": read - started,
        "compare": done - read,
        "stages": stages,
        "accuracy": accuracy,
        "limits": comparison.limits,
    }


def _f1(
    documents: Sequence[object], links: set[tuple[int, int]], truth: list[list[object]]
) -> float:
    """F1 of the links, provided that the engine found the sentences that were made."""
    found = [[d.sentence_text(i) for i in range(len(d.sentences))] for d in documents]
    if found != truth[:2]:
        raise SystemExit("the engine split the made sentences otherwise than they were made")
    gold = {(i, j) for i, j in truth[2]}
    right = len(links & gold)
    return 2 * right / (len(links) + len(gold)) if links or gold else 1.0


def measure(name: str, left: Path, right: Path, truth: Path | None, runs: int) -> Figures:
    """The medians of one pair."""
    children = []
    for _ in range(runs):
        command = [sys.executable, __file__, "--inside", str(left), str(right)]
        if truth is not None:
            command.append(str(truth))
        children.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
    whole: list[float] = []
    memory: list[float] = []
    peers: dict[str, list[float]] = {}
    for _ in range(runs):
        seconds, peak = timed([sys.executable, "-m", "variorum", "compare", str(left), str(right)])
        whole.append(seconds)
        memory.append(peak)
        for peer, arguments in PEERS.items():
            if shutil.which(peer) and left.stat().st_size <= LARGEST_FOR[peer]:
                seconds, _ = timed([peer, *arguments, str(left), str(right)])
                peers.setdefault(peer, []).append(seconds)
    names = {stage for child in children for stage in child["stages"]}
    total = median(sum(child["stages"].values()) for child in children) or 1.0
    return Figures(
        name,
        median(child["read"] for child in children),
        median(child["compare"] for child in children),
        median(whole),
        median(memory),
        {peer: median(seconds) for peer, seconds in peers.items()},
        {n: median(c["stages"].get(n, 0.0) for c in children) / total for n in sorted(names)},
        children[0]["accuracy"],
    )


def timed(command: Sequence[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of a process of its own."""
    code = (
        "import resource, subprocess, sys, time\n"
        "started = time.perf_counter()\n"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
        "took = time.perf_counter() - started\n"
        "peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
        "print(took, peak, done.returncode)\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, *command], check=True, capture_output=True, text=True
    )
    seconds, peak, status = answer.stdout.split()
    if int(status) > 1:
        raise SystemExit(f"{command[0]} failed with exit status {status}")
    return float(seconds), int(peak) / 1024


def show(figures: Sequence[Figures], runs: int) -> None:
    """Print a table, and the growth from size to size."""
    print(f"medians of {runs} runs")
    head = ["pair", "read s", "compare s", "process s", "MB", "F1"]
    for peer in PEERS:
        head += [f"{peer} s", "ratio"]
    print("".join(f"{word:>12}" for word in head))
    for f in figures:
        accuracy = f"{f.accuracy:12.4f}" if f.accuracy is not None else f"{'-':>12}"
        print(f"{f.name:>12}{f.read:12.3f}{f.compare:12.3f}{f.whole:12.2f}", end="")
        print(f"{f.memory:12.0f}{accuracy}", end="")
        for peer in PEERS:
            seconds = f.peers.get(peer)
            print(
                f"{seconds:12.2f}{f.whole / seconds:12.2f}" if seconds else f"{'-':>12}" * 2, end=""
            )
        print()
    for f in figures:
        shares = ", ".join(f"{n} {share:.0%}" for n, share in f.stages.items())
        print(f"{f.name}: {shares}")
    by_name = {f.name: f for f in figures}
    for kind in ("light", "heavy"):
        small, large = by_name.get(f"800k-{kind}"), by_name.get(f"1600k-{kind}")
        if small and large:
            print(f"{kind}, doubled: {large.compare / small.compare:.2f} times the time to compare")


def _stems(folder: Path, only: Sequence[str]) -> list[str]:
    """The pairs of a folder, by kind and size."""
    found = (path.name.removesuffix(".left.txt") for path in folder.glob("*.left.txt"))
    chosen = (stem for stem in found if not only or stem.startswith(tuple(only)))

    def place(stem: str) -> tuple[str, int]:
        size, _, kind = stem.partition("-")
        return kind, int(size.removesuffix("k"))

    return sorted(chosen, key=place)


def _files(folder: Path, stem: str) -> tuple[str, Path, Path, Path | None]:
    """A pair as it is measured; where there is no truth beside it, without its accuracy."""
    truth = folder / f"{stem}.truth.json"
    left, right = (folder / f"{stem}.{side}.txt" for side in ("left", "right"))
    return stem, left, right, truth if truth.exists() else None


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "folder", type=Path, nargs="?", help="pairs that made_pairs.py or hard_pairs.py wrote"
    )
    parser.add_argument("--files", nargs=2, type=Path, metavar=("LEFT", "RIGHT"))
    parser.add_argument("--only", nargs="+", default=[], help="pairs whose name begins so")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--inside", nargs="+", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.inside:
        left, right, *truth = chosen.inside
        print(json.dumps(inside(left, right, truth[0] if truth else None)))
        return
    if chosen.files:
        pairs = [("own", *chosen.files, None)]
    elif chosen.folder:
        pairs = [_files(chosen.folder, stem) for stem in _stems(chosen.folder, chosen.only)]
    else:
        parser.error("name a folder of made pairs, or two files with --files")
    show([measure(*pair, runs=chosen.runs) for pair in pairs], chosen.runs)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Feeds damaged and hostile files to all readers and says what became of them.

    python tests/readers/fuzz_readers.py [COUNT] [--seed NUMBER] [--kind KIND ...]

The files are grown from the documents in `tests/cases/documents`. Each must give a text or an
`Unreadable`, soon. What fails otherwise is printed with its number, which makes it again:
`--only NUMBER`. The readers run in a process that may crash, as they do in the program; it is then
started again behind the file that did it.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from mutations import mutated

from variorum.readers import ReadOptions
from variorum.readers.child import MEMORY
from variorum.readers.content import Content
from variorum.readers.errors import Unreadable
from variorum.readers.formats import _ADAPTERS, adapter
from variorum.readers.frames import Gathering, decode_message, encode_content
from variorum.readers.kinds import Kind, find_kind
from variorum.readers.watch import Watch

DOCUMENTS = Path(__file__).parent.parent / "cases" / "documents"
SLOW = 2.0
"""Seconds that no file of a megabyte should take."""

HANGS = 60
"""Seconds after which a file is said to hang."""


def seeds_of(kind: Kind) -> list[bytes]:
    """Sound files of a format."""
    found: list[bytes] = []
    for path in sorted(DOCUMENTS.rglob("*.*")):
        if path.is_file() and path.suffix != ".py" and path.stat().st_size < 200_000:
            data = path.read_bytes()
            if find_kind(data, path.name) is kind:
                found.append(data)
    return found or [_SMALL.get(kind, b"One.\n\nTwo.")]


_SMALL = {
    Kind.SRT: b"1\n00:00:01,000 --> 00:00:02,500\n<i>Who</i> is there?\n\n2\n"
    b"00:00:03,000 --> 00:00:04,000\nNobody.\n",
    Kind.VTT: b"WEBVTT\n\nNOTE made by hand\n\n00:01.000 --> 00:02.500\n<v Ann>Who is there?\n",
}


def fuzz(
    numbers: Iterable[int], seed: int, kinds: Sequence[Kind]
) -> Iterable[tuple[int, Kind, str, float]]:
    """Read files and yield what became of each: its number, kind, result, and seconds."""
    seeds = {kind: seeds_of(kind) for kind in kinds}
    for number in numbers:
        kind = kinds[number % len(kinds)]
        data = mutated(seeds[kind], Random(f"{seed}:{number}"))
        yield number, kind, *read_one(kind, data)


def read_one(kind: Kind, data: bytes) -> tuple[str, float]:
    """What becomes of one file, and in how many seconds of computing."""
    begun = time.process_time()
    try:
        if find_kind(data, "file") is not kind:
            find_kind(data, f"file.{kind}")
        content = adapter(kind).read(data, ReadOptions(), Watch())
        check(content)
        result = "text" if content.text or content.paragraphs else "empty"
    except Unreadable:
        result = "error"
    except MemoryError:
        result = "memory"
    except Exception as error:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
        result = f"DEFECT {type(error).__name__} at {place}"
    return result, time.process_time() - begun


def check(content: Content) -> None:
    """Send a result through the frames as the sandbox does, and make a document of it."""
    gathering = Gathering()
    for body in encode_content(content):
        gathering.take(*decode_message(body))
    assert gathering.content is not None
    document = gathering.content.document("file", ReadOptions(language="en"))
    document.text.encode()


def main() -> int:
    """Run it; the exit status is 0 when nothing failed."""
    parser = argparse.ArgumentParser(description="Feed damaged files to all readers.")
    parser.add_argument("count", nargs="?", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", nargs="*", type=Kind, default=list(_ADAPTERS))
    parser.add_argument("--only", type=int, help="make and read just this one, here")
    parser.add_argument("--from", dest="start", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only is not None:
        return _only(arguments)
    if arguments.worker:
        return _work(arguments)
    return _supervise(arguments)


def _only(arguments: argparse.Namespace) -> int:
    kind = arguments.kind[arguments.only % len(arguments.kind)]
    data = mutated(seeds_of(kind), Random(f"{arguments.seed}:{arguments.only}"))
    Path("fuzzed.bin").write_bytes(data)
    print(f"{kind}, {len(data):,} bytes, written to fuzzed.bin")
    print(adapter(kind).read(data, ReadOptions(), Watch()))
    return 0


def _work(arguments: argparse.Namespace) -> int:
    try:
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (2 * MEMORY, 2 * MEMORY))
    except ImportError:
        pass
    numbers = range(arguments.start, arguments.count)
    for found in fuzz(_watched(numbers), arguments.seed, arguments.kind):
        print(json.dumps(found), flush=True)
    return 0


def _watched(numbers: Iterable[int]) -> Iterable[int]:
    for number in numbers:
        faulthandler.dump_traceback_later(HANGS, exit=True)
        yield number
    faulthandler.cancel_dump_traceback_later()


def _supervise(arguments: argparse.Namespace) -> int:
    """Read all files beside, over the crashes of the process that does it; Ctrl+C ends it early."""
    tally: dict[str, Counter[str]] = {kind: Counter() for kind in arguments.kind}
    slowest: dict[str, float] = dict.fromkeys(arguments.kind, 0.0)
    begun, failed = time.monotonic(), 0
    with contextlib.suppress(KeyboardInterrupt):
        for number, kind, result, seconds in _all(arguments):
            tally[kind][result.split()[0]] += 1
            slowest[kind] = max(slowest[kind], seconds)
            if result.split()[0] in ("DEFECT", "CRASH") or seconds > SLOW:
                failed += 1
                print(f"{number} {kind}: {result}, {seconds:.2f} s", flush=True)
    for kind, counts in tally.items():
        told = ", ".join(f"{count:,} {result}" for result, count in sorted(counts.items()))
        print(f"{kind:9} {told}; slowest {slowest[kind]:.2f} s")
    read = sum(sum(counts.values()) for counts in tally.values())
    seconds = time.monotonic() - begun
    print(f"{read:,} files, {failed} failures, {seconds:.0f} s, seed {arguments.seed}")
    return 1 if failed else 0


def _all(arguments: argparse.Namespace) -> Iterable[tuple[int, Kind, str, float]]:
    number = 0
    while number < arguments.count:
        for found in _run(arguments, number):
            number = found[0] + 1
            yield tuple(found)
        if number < arguments.count:
            kind = arguments.kind[number % len(arguments.kind)]
            yield number, kind, "CRASH of the process", 0.0
            number += 1


def _run(arguments: argparse.Namespace, start: int) -> Iterable[Any]:
    command = [sys.executable, __file__, str(arguments.count), "--worker", "--from", str(start)]
    command += ["--seed", str(arguments.seed), "--kind", *arguments.kind]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            yield json.loads(line)


if __name__ == "__main__":
    sys.exit(main())

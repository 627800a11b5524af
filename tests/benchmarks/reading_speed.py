"""How long readers take over large documents, and how much memory; see README.md here."""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from variorum.engine import Cancelled
from variorum.readers import read_document

MEGABYTE = 1 << 20
WORDS = 20_000
MIMETYPE = "application/vnd.oasis.opendocument.text"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def sentences(draw: random.Random, words: Sequence[str]) -> Iterator[str]:
    """Made-up sentences of one paragraph."""
    for _ in range(draw.randint(1, 7)):
        yield " ".join(draw.choice(words) for _ in range(draw.randint(5, 25))).capitalize() + ". "


def paragraphs(characters: int) -> Iterator[list[str]]:
    """Made-up paragraphs, the same each time, until they have so many characters."""
    draw = random.Random(4)
    letters = "aaabcdeeeefghiiijklmnnooopqrsstttuvwxyz"
    words = ["".join(draw.choices(letters, k=draw.randint(2, 10))) for _ in range(WORDS)]
    while characters > 0:
        found = list(sentences(draw, words))
        characters -= sum(map(len, found))
        yield found


def word_markup(characters: int) -> Iterator[str]:
    """A Word document's text, each sentence a run, as Word leaves it after much editing."""
    yield f'<w:document xmlns:w="{WORD}"><w:body>'
    for found in paragraphs(characters):
        yield '<w:p w:rsidR="00A77B3E"><w:pPr><w:spacing w:after="120"/></w:pPr>'
        for text in found:
            yield '<w:r w:rsidRPr="00A7"><w:rPr><w:lang w:val="en-GB"/></w:rPr>'
            yield f"<w:t>{text}</w:t></w:r>"
        yield "</w:p>"
    yield "</w:body></w:document>"


def odf_markup(characters: int) -> Iterator[str]:
    """The same as OpenDocument."""
    names = f'xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0"'
    yield f"<office:document-content {names}>"
    yield "<office:body><office:text>"
    for found in paragraphs(characters):
        yield '<text:p text:style-name="P1">'
        yield from (f'<text:span text:style-name="T1">{text}</text:span>' for text in found)
        yield "</text:p>"
    yield "</office:text></office:body></office:document-content>"


def write_archive(path: Path, name: str, markup: Iterator[str], pictures: int) -> None:
    """An archive with a text and, as in real ones, pictures that cannot be packed."""
    draw = random.Random(5)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        if path.suffix == ".odt":
            file.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        with file.open(name, "w") as entry:
            for piece in markup:
                entry.write(piece.encode())
        for number in range(pictures):
            file.writestr(f"media/{number}.jpg", draw.randbytes(MEGABYTE), zipfile.ZIP_STORED)


def write_rtf(path: Path, characters: int) -> None:
    """The same text as RTF."""
    with path.open("w", encoding="ascii") as file:
        file.write("{\\rtf1\\ansi\\deff0 ")
        for found in paragraphs(characters):
            runs = "".join(f"{{\\lang2057 {text}}}\n" for text in found)
            file.write(f"\\pard\\plain {runs}\\par\n")
        file.write("}")


CASES: dict[str, Callable[[Path], None]] = {
    "pictures.docx": lambda p: write_archive(p, "word/document.xml", word_markup(10_000_000), 46),
    "text.docx": lambda p: write_archive(p, "word/document.xml", word_markup(76_000_000), 0),
    "pictures.odt": lambda p: write_archive(p, "content.xml", odf_markup(10_000_000), 46),
    "text.rtf": lambda p: write_rtf(p, 45_000_000),
}
"""Documents of 50 MB: most of them pictures around ten million characters, or nothing but text."""


def run_once(path: Path) -> dict[str, float]:
    """Read a file in a process of its own, and say what it took."""
    found = subprocess.run(
        [sys.executable, __file__, "--inside", str(path)], capture_output=True, check=True
    )
    figures: dict[str, float] = json.loads(found.stdout)
    return figures


def inside(path: Path) -> dict[str, float]:
    """Read a file here."""
    import resource  # noqa: PLC0415 - Windows has none, and no figures

    reports: list[float] = []
    begun = time.perf_counter()
    source = read_document(path, progress=lambda _: reports.append(time.perf_counter()))
    done = time.perf_counter()
    here = resource.getrusage(resource.RUSAGE_SELF)
    beside = resource.getrusage(resource.RUSAGE_CHILDREN)
    pauses = [after - before for before, after in zip([begun, *reports], reports, strict=False)]
    return {
        "characters": len(source.document.text),
        "seconds": done - begun,
        "computing": here.ru_utime + here.ru_stime + beside.ru_utime + beside.ru_stime,
        "here": here.ru_maxrss / 1024,
        "beside": beside.ru_maxrss / 1024,
        "pause": max([*pauses, done - reports[-1]]),
        "stop": _stopped(path, (done - begun) / 3),
    }


def _stopped(path: Path, after: float) -> float:
    """Seconds from the wish to stop until the reading has stopped."""
    wanted = time.perf_counter() + after
    try:
        read_document(path, cancelled=lambda: time.perf_counter() > wanted)
    except Cancelled:
        return time.perf_counter() - wanted
    return 0.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the documents and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", choices=list(CASES), nargs="*", default=list(CASES))
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.inside is not None:
        print(json.dumps(inside(given.inside)))
        return
    print(f"{given.runs} runs, medians; {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as folder:
        for name in given.only:
            path = Path(folder, name)
            CASES[name](path)
            figures = [run_once(path) for _ in range(given.runs)]
            best = {key: median(each[key] for each in figures) for key in figures[0]}
            print(
                f"{name:14} {path.stat().st_size / MEGABYTE:4.0f} MB, "
                f"{best['characters'] / 1e6:4.1f} M characters: {best['seconds']:5.1f} s "
                f"({best['computing']:.1f} s of computing), memory {best['here']:.0f} MB here and "
                f"{best['beside']:.0f} MB beside, longest pause between reports "
                f"{best['pause']:.2f} s, stopped after {best['stop']:.2f} s",
                flush=True,
            )
            path.unlink()


if __name__ == "__main__":
    main()

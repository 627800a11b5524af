"""How long a PDF of 1,000 pages and a web page of 20 MB take; see README.md here."""

from __future__ import annotations

import argparse
import gc
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium

sys.path.insert(0, str(Path(__file__).parent.parent / "readers"))

from tiny_pdf import Piece, document, page

from variorum.readers import ReadOptions, html, pdf
from variorum.readers.watch import Watch

PAGES = 1000
LINES = 40
MARKUP = 20_000_000


def words() -> Callable[[], str]:
    """Draws made-up words, the same each time."""
    draw = random.Random(9)
    known = [
        "".join(draw.choices("aabcdeeefghiijlmnoorsttu", k=draw.randint(2, 9))) for _ in range(5000)
    ]
    return lambda: draw.choice(known)


def made_pdf() -> bytes:
    """Pages of lines about as wide as a column, with a number at the foot."""
    word = words()
    pages = []
    for number in range(1, PAGES + 1):
        pieces = [Piece(190, 20, str(number))]
        for line in range(LINES):
            text = word().capitalize() if line % 8 == 0 else word()
            while len(text) < 66:
                text += f" {word()}"
            pieces.append(Piece(40, 560 - 13 * line - 6 * (line // 8), text))
        pages.append(page(pieces))
    return document(pages)


def made_html() -> bytes:
    """A page of paragraphs with a few tags."""
    word = words()
    out = ["<html><body>"]
    length = 0
    while length < MARKUP:
        text = " ".join(word() for _ in range(80))
        out.append(f"<p class='text'>{text} <em>{word()}</em> <a href='#x'>{word()}</a>.</p>\n")
        length += len(out[-1])
    return "".join(out).encode()


def own_seconds(path: Path) -> float:
    """What pypdfium2 takes by itself to give the text of all pages."""
    begun = time.process_time()
    opened = pdfium.PdfDocument(path)
    for each in opened:
        text_page = each.get_textpage()
        text_page.get_text_range()
        text_page.close()
        each.close()
    opened.close()
    return time.process_time() - begun


def seconds(read: Callable[[], object]) -> float:
    """Seconds of computing."""
    begun = time.process_time()
    read()
    return time.process_time() - begun


def shares(data: bytes) -> tuple[float, float, float]:
    """Seconds that one process takes alone, and the first and second of two that share the work."""
    rest: list[bytes] = []
    alone = seconds(lambda: pdf.read(data, ReadOptions(), Watch()))
    second = seconds(lambda: rest.extend(pdf.read_rest(data, ReadOptions())))
    first = seconds(lambda: pdf.read(data, ReadOptions(), Watch(), rest))
    return alone, first, second


def compare(path: Path, runs: int) -> None:
    """Print what a PDF takes here and by pypdfium2 alone."""
    data = path.read_bytes()
    taken = [(own_seconds(path), *shares(data)) for _ in range(runs)]
    own, alone, first, second = (median(each) for each in zip(*taken, strict=True))
    ratio = median(a / o for o, a, _, _ in taken)
    together = median(max(f, s) / o for o, _, f, s in taken)
    print(
        f"{path.name}: pypdfium2 alone {own:.2f} s, with paragraphs {alone:.2f} s, {ratio:.2f} "
        f"times; two processes {first:.2f} and {second:.2f} s, {together:.2f} times",
        flush=True,
    )


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="PDF documents of your own")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    gc.disable()  # as in the process that reads, see `readers/child.py`
    for path in arguments.files:
        compare(path, arguments.runs)
    if not arguments.files:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "made.pdf")
            path.write_bytes(made_pdf())
            compare(path, arguments.runs)
        data = made_html()
        taken = [
            seconds(lambda: html.read(data, ReadOptions(), Watch())) for _ in range(arguments.runs)
        ]
        print(f"a page of {len(data) / 1e6:.0f} MB: {median(taken):.2f} s")


if __name__ == "__main__":
    main()

"""Files that differ in nothing but how they were wrapped, broken and encoded are the same text.

`tests/cases/tolerances/README.md` tells about the texts.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from variorum import cli
from variorum.readers import read_document

FOLDER = Path(__file__).parent / "cases" / "tolerances"
FILES = sorted(FOLDER.glob("*.txt"))
NO_HYPHENS = {"ko"}
"""Written in syllables; nobody breaks its words with a hyphen."""


def wrapped(paragraph: str, width: int) -> tuple[list[str], int]:
    """The lines of a paragraph, and how many words were broken with a hyphen.

    Words may be broken where they are marked, and after a hyphen of their own.
    """
    lines, line, broken = [], "", 0
    for word in paragraph.split(" "):
        start = f"{line} " if line else ""
        room = width - len(start)
        plain = word.replace("|", "")
        if len(plain) <= room:
            line = start + plain
            continue
        head, hyphen = _broken(word, room)
        if head:
            broken += hyphen == "-"
            lines.append(start + head + hyphen)
            line = plain[len(head) :]
        else:
            lines.append(line)
            line = plain
    return [*lines, line], broken


def _broken(word: str, room: int) -> tuple[str, str]:
    """As much of a word as has room, and the hyphen that it then needs."""
    plain = word.replace("|", "")
    if "-" in plain[1:-1]:
        heads = [plain[: n + 1] for n, sign in enumerate(plain[:-1]) if n and sign == "-"]
        return max((h for h in heads if len(h) <= room), key=len, default=""), ""
    parts = word.split("|")
    heads = ["".join(parts[:n]) for n in range(1, len(parts))]
    return max((h for h in heads if 1 < len(h) < room), key=len, default=""), "-"


def breaks_a_line(sentence: str) -> bool:
    """Whether a line ends in a sentence, and not in the middle of a word."""
    return re.search(r"[^-]\n", sentence) is not None


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("width", [30, 47, 60, 72])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_wrapping_and_breaking_words_is_no_change(path: Path, width: int, tmp_path: Path) -> None:
    paragraphs = composed(path.read_text("utf-8")).strip().split("\n\n")
    pieces = [wrapped(paragraph, width) for paragraph in paragraphs]
    plain, other = tmp_path / "plain.txt", tmp_path / "wrapped.txt"
    plain.write_text("\n\n".join(p.replace("|", "") for p in paragraphs) + "\n", "utf-8")
    text = "\n\n".join("\n".join(lines) for lines, _ in pieces) + "\n"
    text = text.replace("efficient", "eﬃcient").replace("page\u00a0", "page ")
    other.write_text(unicodedata.normalize("NFD", text), "utf-8")

    document = read_document(other).document
    sentences = [document.sentence_text(index) for index in range(len(document.sentences))]
    assert any(map(breaks_a_line, sentences))
    for left, right in ((plain, other), (other, plain)):
        found = tmp_path / "found.json"
        assert cli.main(["compare", str(left), str(right), "--json", str(found)]) == 0
        data = json.loads(found.read_text("utf-8"))
        assert {row["kind"] for row in data["rows"]} == {"equal"}
        tolerated = data["summary"]["tolerated"]
        assert tolerated["line-breaks"] >= sum(map(breaks_a_line, sentences))
        assert tolerated["unicode-form"] > 0
        broken = sum(count for _, count in pieces)
        hyphens = sum(line.endswith("-") for lines, _ in pieces for line in lines)
        assert broken <= tolerated.get("hyphenation", 0) <= hyphens
        assert broken > 0 or path.stem in NO_HYPHENS


def test_there_are_texts_in_several_languages() -> None:
    assert {"en", "de", "fr"} < {path.stem for path in FILES}

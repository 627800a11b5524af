"""The texts that documents were made of, and how much of one came out of a document again.

The texts are in `cases/documents/texts`, in a Markdown so simple that no library is needed to know
what they say: paragraphs between empty lines, each on one line; `#`, `-`, `>` and `|` at the start;
`*` around what is italic and bold. `make_*.py` beside the documents says how they were made.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from variorum.engine import TextParagraph

DOCUMENTS = Path(__file__).parent.parent / "cases" / "documents"
TEXTS = DOCUMENTS / "texts"


class Known(NamedTuple):
    """A paragraph as it was written."""

    text: str
    kind: str
    level: int


def known(name: str) -> list[Known]:
    """The paragraphs of a text.

    Args:
        name: of the file without its suffix, such as `mill.de`.
    """
    text = (TEXTS / f"{name}.md").read_text(encoding="utf-8")
    return [found for group in text.strip().split("\n\n") for found in _paragraphs(group)]


def _paragraphs(group: str) -> Iterable[Known]:
    lines = group.split("\n")
    if lines[0].startswith("```"):
        yield Known("\n".join(lines[1:-1]), "verse", 0)
        return
    for line in lines:
        if line.startswith("|"):
            if "---" not in line:
                cells = (cell.strip() for cell in line[1:-1].split("|"))
                yield Known(" \t".join(cells), "table-cell", 0)
            continue
        mark, rest = re.match(r"(#+ |- |> |)(.*)", line, re.DOTALL).groups()
        plain = rest.replace("*", "")
        level = len(mark) - 1 if mark.startswith("#") else 1 if mark == "- " else 0
        kind = {"#": "heading", "-": "list-item", ">": "quotation"}.get(mark[:1], "body")
        yield Known(plain, kind, level)


def found_share(texts: Sequence[str], paragraphs: Sequence[TextParagraph]) -> float:
    """F1 of paragraphs: those with the right text, in the right order.

    Args:
        texts: what is right.
        paragraphs: what was read.
    """
    left = [_flat(text) for text in texts]
    right = [_flat(paragraph.text) for paragraph in paragraphs]
    row = [0] * (len(right) + 1)
    for expected in left:
        before, row = row, [0]
        for index, given in enumerate(right):
            same = before[index] + 1 if expected == given else 0
            row.append(max(same, before[index + 1], row[index]))
    return 2 * row[-1] / (len(left) + len(right))


def differences(texts: Sequence[str], paragraphs: Sequence[TextParagraph]) -> str:
    """What only one of the two has, for people."""
    left = [_flat(text) for text in texts]
    right = [_flat(paragraph.text) for paragraph in paragraphs]
    lost = [f"- {text}" for text in left if text not in right]
    return "\n".join(lost + [f"+ {text}" for text in right if text not in left])


def _flat(text: str) -> str:
    """Without line breaks and signs that nobody sees, and in one Unicode form."""
    text = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
    return " ".join(text.split())

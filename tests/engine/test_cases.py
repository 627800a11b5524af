"""The alignment cases: small texts, and what a careful editor would say became of them.

`tests/cases/align/README.md` describes the format of the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from invariants import check_all

from variorum.engine import Comparison, Document, compare

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "align"
FILES = sorted(FOLDER.glob("*.txt"))

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Indices of sentences that belong together, left and right."""


class Case(NamedTuple):
    """What a file says."""

    left: list[list[str]]
    right: list[list[str]]
    links: frozenset[Group]
    moves: frozenset[frozenset[Group]]
    may: frozenset[Group]


def read_case(path: Path) -> Case:
    head, *parts = re.split(r"^== (\w+)\n", path.read_text("utf-8"), flags=re.M)
    assert head.strip(), "a case begins by saying what it shows"
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    assert sections.keys() <= {"left", "right", "links", "moves", "may"}, "an unknown section"
    left, left_names = _text(sections["left"])
    right, right_names = _text(sections["right"])

    def groups(entries: str) -> Iterator[Group]:
        for entry in entries.split():
            a, b = entry.split("=")
            yield (
                tuple(left_names[name] for name in a.split(",")),
                tuple(right_names[name] for name in b.split(",")),
            )

    moves = sections.get("moves", "").splitlines()
    return Case(
        left,
        right,
        frozenset(groups(sections.get("links", ""))),
        frozenset(frozenset(groups(move)) for move in moves if move.strip()),
        frozenset(groups(sections.get("may", ""))),
    )


def _text(section: str) -> tuple[list[list[str]], dict[str, int]]:
    """Paragraphs of sentences, and the index of each by its name."""
    names: dict[str, int] = {}
    paragraphs: list[list[str]] = []
    for paragraph in re.split(r"\n\s*\n", section.strip("\n")):
        paragraphs.append([])
        for entry in paragraph.splitlines():
            name, sentence = entry.split(" ", 1)
            assert name not in names, f"{name} is named twice"
            names[name] = len(names)
            paragraphs[-1].append(sentence)
    return paragraphs, names


def found_moves(comparison: Comparison) -> frozenset[frozenset[Group]]:
    return frozenset(
        frozenset((pair.left, pair.right) for pair in move.pairs) for move in comparison.moves
    )


def test_there_are_many_cases() -> None:
    assert len(FILES) >= 90
    moved = [path for path in FILES if read_case(path).moves]
    assert 30 <= len(moved) <= len(FILES) / 2, "as many traps as moves at least"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_alignment(path: Path) -> None:
    case = read_case(path)
    left, right = Document.from_sentences(case.left), Document.from_sentences(case.right)
    comparison = compare(left, right)
    check_all(comparison)
    links = {(row.left, row.right) for row in comparison.rows if row.two_sided}
    moves = found_moves(comparison)
    assert case.links - links == set(), "sentences that belong together were not linked"
    assert links - case.links - case.may == set(), (
        "sentences were linked that do not belong together"
    )
    assert case.moves - moves == set(), "a move was not found"
    surplus = {move for move in moves - case.moves if not move <= case.may}
    assert surplus == set(), "something was called moved that is not"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_mirrored(path: Path) -> None:
    """The same case with its sides swapped."""
    case = read_case(path)
    left, right = Document.from_sentences(case.left), Document.from_sentences(case.right)
    there, back = compare(left, right), compare(right, left)
    assert set(there.links()) == {(a, b) for b, a in back.links()}
    assert found_moves(there) == {frozenset((a, b) for b, a in move) for move in found_moves(back)}

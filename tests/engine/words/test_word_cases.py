"""The word cases: pairs of texts, and the marks that a careful editor would put.

`tests/cases/words/README.md` describes the format of the files.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from variorum.engine import DEFAULT_TOLERANCES, Edit, EditKind, Options, Tolerance, word_edits

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "words"
FILES = sorted(FOLDER.glob("*.txt"))


class Case(NamedTuple):
    left: str
    right: str
    options: Options
    marked: str


def read_case(path: Path) -> Case:
    reason, *parts = re.split(r"^== (\w+)\n", path.read_text("utf-8"), flags=re.M)
    assert reason.strip(), "a case begins with its reason"
    sections = {
        name: body.removesuffix("\n") for name, body in zip(parts[::2], parts[1::2], strict=True)
    }
    assert sections.keys() <= {"left", "right", "options", "marked"}
    plain = {name: unescaped(body) for name, body in sections.items()}
    return Case(plain["left"], plain["right"], read_options(plain), plain["marked"])


def unescaped(text: str) -> str:
    def character(match: re.Match[str]) -> str:
        return chr(int(match[1], 16)) if match[1] else "\n"

    return re.sub(r"\\(?:u([0-9a-f]{4})|n)", character, text)


def read_options(sections: dict[str, str]) -> Options:
    names = sections.get("options", "").split()
    if names == ["none"]:
        return Options(tolerances=frozenset())
    return Options(
        tolerances=DEFAULT_TOLERANCES | {Tolerance(name.removeprefix("+")) for name in names}
    )


def mark(left: str, right: str, edits: tuple[Edit, ...]) -> str:
    out = []
    for edit in edits:
        gone, come = left[slice(*edit.left)], right[slice(*edit.right)]
        number = f"{edit.move}:" if edit.move else ""
        if edit.kind is not EditKind.EQUAL:
            out.append(f"[-{number}{gone}-]" if gone else "")
            out.append(f"{{+{number}{come}+}}" if come else "")
        elif edit.tolerated:
            out.append(f"<{gone}={come} {' '.join(edit.tolerated)}>")
        else:
            out.append(come)
    return "".join(out)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_words_are_marked_as_an_editor_would(path: Path) -> None:
    case = read_case(path)
    edits = word_edits(case.left, case.right, case.options)
    assert mark(case.left, case.right, edits) == case.marked


def test_there_are_cases_in_many_scripts() -> None:
    texts = "".join(path.read_text("utf-8") for path in FILES)
    assert len(FILES) >= 60
    for letter in "дπשاकをข나书":
        assert letter in texts

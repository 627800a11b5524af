"""The three shapes of plain text: the cases of `tests/cases/layout`, and any text whatever."""

from __future__ import annotations

import textwrap
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.engine.document import Document
from variorum.engine.text.layout import Layout, find_layout, find_paragraphs
from variorum.engine.text.scripts import is_seen

CASES = Path(__file__).parents[2] / "cases" / "layout"
RULE = "\n" + "=" * 20 + "\n"


def paragraphs(text: str, layout: Layout = Layout.AUTO) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in find_paragraphs(text, layout)]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    text, expected = path.read_text(encoding="utf-8").split(RULE)
    layout, *wanted = expected.rstrip("\n").split("\n")
    assert find_layout(text) == layout
    assert paragraphs(text) == wanted


STORY = [
    "The ferry left at seven. Nobody was on board but the ferryman, his wife and a goat.",
    "“Where is the goat going?” asked the girl on the pier. The ferryman said that it was going"
    " to see its mother, who lived on the other side, and that it went there every Sunday.",
    "The girl thought about this.",
    "Then she asked whether the goat paid. It did not, said the ferryman, but it was good company"
    " and knew all the songs; on foggy days it sang louder than the bell, which was a help.",
]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_one_text_in_all_shapes_has_the_same_paragraphs_and_sentences(width: int) -> None:
    wrapped = [textwrap.fill(paragraph, width) for paragraph in STORY]
    shapes = {
        "blank lines": "\n\n".join(STORY),
        "a line each": "\n".join(STORY),
        "wrapped": "\n\n".join(wrapped),
        "wrapped, indented": "\n".join("  " + paragraph for paragraph in wrapped),
    }
    found = {name: Document.from_text(text) for name, text in shapes.items()}
    seen = {
        name: [" ".join(d.sentence_text(i).split()) for i in range(len(d.sentences))]
        for name, d in found.items()
    }
    assert all(sentences == seen["a line each"] for sentences in seen.values()), seen
    counts = {name: len(document.paragraphs) for name, document in found.items()}
    assert counts == dict.fromkeys(shapes, len(STORY))


def test_a_chosen_layout_is_kept() -> None:
    text = "One line\nand another\n\nA third line"
    assert paragraphs(text, Layout.BLANK_LINE) == ["One line and another", "A third line"]
    assert paragraphs(text, Layout.LINE) == ["One line", "and another", "A third line"]


def test_nothing_and_white_space_have_no_paragraph() -> None:
    for text in ("", "\n", " \t\n \n", "\u3000"):
        assert paragraphs(text) == []


def test_many_short_lines_are_paragraphs_each() -> None:
    for unit in ("Item {:05}", "word{:05}", "{:05}"):
        text = "\n".join(unit.format(number) for number in range(20_000))
        assert find_layout(text) is Layout.LINE
        assert len(find_paragraphs(text, Layout.AUTO)) == 20_000


def test_one_giant_line_is_one_paragraph() -> None:
    text = "word " * 200_000
    assert find_paragraphs(text, Layout.AUTO) == [(0, len(text) - 1)]


LINES = st.lists(
    st.sampled_from(
        [*"\n \t-•1a.Ü語\u3000\x00\ud800", "\n\n", "word", "Word.", "1. ", "a long line of words, "]
    ),
    max_size=80,
).map("".join)


@given(st.one_of(st.text(), LINES), st.sampled_from(list(Layout)))
@settings(deadline=None, max_examples=300)
def test_paragraphs_cover_all_that_is_seen(text: str, layout: Layout) -> None:
    spans = find_paragraphs(text, layout)
    assert find_paragraphs(text, layout) == spans
    for start, end in spans:
        assert text[start:end] == text[start:end].strip() != ""
    assert all(a.end <= b.start for a, b in pairwise(spans))
    inside = "".join(text[start:end] for start, end in spans)
    seen = "".join(line for line in text.split("\n") if is_seen(line))
    assert "".join(inside.split()) == "".join(seen.split())


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("unseen", ["\u200b", "\u200e \u202c", "\ufeff"])
def test_a_line_in_which_nothing_can_be_seen_is_empty(layout: Layout, unseen: str) -> None:
    plain = "The ferry leaves at noon.\n\nIt carries goats.\n\n"
    marked = f"The ferry leaves at noon.\n{unseen}\nIt carries goats.\n\n{unseen}"
    found = [[text[slice(*s)] for s in find_paragraphs(text, layout)] for text in (plain, marked)]
    assert found[0] == found[1]

"""What pandoc writes in Markdown beyond CommonMark, as far as it is no text itself."""

from __future__ import annotations

import pytest
from office_files import content, texts

from variorum.engine import StyleKind
from variorum.readers import Kind


def read(text: str) -> list[str]:
    return texts(Kind.MARKDOWN, text.encode())


def test_verse_after_strokes_keeps_its_lines_and_what_they_are_set_in_by() -> None:
    text = (
        "Before.\n\n| The tide was *out*\n|   and so was he,\n|\n| the gulls came back.\n\nAfter."
    )
    before, verse, stanza, after = content(Kind.MARKDOWN, text.encode()).paragraphs
    assert (before.text, after.text) == ("Before.", "After.")
    assert verse.style.kind is stanza.style.kind is StyleKind.VERSE
    assert verse.text == "The tide was out\n\xa0\xa0and so was he,"
    assert stanza.text == "the gulls came back."
    assert [kind for _, kind in verse.emphasis] == ["italic"]


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|---|\n| c | d |",
        "| a | b\n|---|---\n| c | d",
    ],
)
def test_a_table_is_no_verse(text: str) -> None:
    assert read(text) == ["a \tb", "c \td"]


@pytest.mark.parametrize("text", ["| alone", "|a\n|b", "| a |\n| b |"])
def test_other_strokes_are_text(text: str) -> None:
    assert read(text) == [text.replace("\n", " ")]


@pytest.mark.parametrize("fence", ["::: note", "::: {.note #one}", ":::: {.a}\n::: b"])
def test_the_fences_around_a_passage_are_no_text(fence: str) -> None:
    ends = "\n".join(line[: len(line) - len(line.lstrip(":"))] for line in fence.split("\n")[::-1])
    text = f"Before.\n\n{fence}\nThe *passage*.\n{ends}\n\nAfter."
    assert read(text) == ["Before.", "The passage.", "After."]


@pytest.mark.parametrize("text", [":::", "::: note and more words", ":: x", "A word ::: note"])
def test_other_colons_are_text(text: str) -> None:
    assert read(text) == [text]


def test_fences_in_code_are_code() -> None:
    assert read("```\n::: note\n:::\n```") == ["::: note\n:::\n"]
    assert read("    | a\n    | b") == ["| a\n| b\n"]

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


@pytest.mark.parametrize(
    ("text", "plain", "places"),
    [
        ("H~2~O on the 4^th^.", "H2O on the 4th.", [(1, 2, "subscript"), (12, 14, "superscript")]),
        ("(SO~4~)~2~", "(SO4)2", [(3, 4, "subscript"), (5, 6, "subscript")]),
        ("x^n+1^ and C~in\\ vitro~", "xn+1 and Cin vitro", [(1, 4, "superscript")]),
        ("*H~2~O*", "H2O", [(0, 3, "italic"), (1, 2, "subscript")]),
    ],
)
def test_what_is_set_lower_or_higher(text: str, plain: str, places: list[object]) -> None:
    (found,) = content(Kind.MARKDOWN, text.encode()).paragraphs
    assert found.text == plain
    emphasis = [(span.start, span.end, kind.value) for span, kind in found.emphasis]
    assert set(places) <= set(emphasis)


@pytest.mark.parametrize(
    "text",
    [
        "From ~5 to ~6 kg, ^ and 2^3.",
        "(^o^) and ^_^",
        "\u4e09\u67083~5\u65e5\uff0c\u56db\u67086~8\u65e5",
        "3~5\u59296~8\u5929",
        "See http://a.example/~ann/~bob",
    ],
)
def test_other_tildes_and_carets_are_text(text: str) -> None:
    assert read(text) == [text]


def test_a_footnote_is_no_raised_word() -> None:
    found = read("Word^[a note] and 4[^1].\n\n[^1]: Other.")
    assert [text.strip() for text in found] == ["Word and 4.", "a note", "Other."]


def test_definitions_as_pandoc_writes_them() -> None:
    ferry = "Ferry\n\n:   A boat that goes\n    *to and fro*.\n\n    Slowly."
    text = f"{ferry}\n\nQuay\n:   Where it lies."
    assert read(text) == [
        "Ferry",
        "A boat that goes to and fro.",
        "Slowly.",
        "Quay",
        "Where it lies.",
    ]


@pytest.mark.parametrize("text", ["Il disait\n: rien.", ":   alone", "One.\n\n    :   code"])
def test_other_lines_after_colons_are_text(text: str) -> None:
    assert ":" in "".join(read(text))

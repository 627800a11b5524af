"""The JSON of a comparison has the shape that other programs rely on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine import (
    Comparison,
    Document,
    Edit,
    EditKind,
    Options,
    RowKind,
    Span,
    Style,
    StyleKind,
    TextParagraph,
    Tolerance,
    compare,
)
from variorum.reports.comparison_json import encode

PAIRS = {
    "English": (
        "The lamp was lit at six. Nobody came to the door.\n\nThe cat slept on the stove.",
        "The lamp was lit at seven. The cat slept on the warm stove.\n\nRain fell all night.",
    ),
    "German": (
        "Die Brücke wurde 1893 gebaut. Sie trägt noch heute drei Gleise.",
        "Die alte Brücke wurde 1893 gebaut, und sie trägt noch heute vier Gleise.",
    ),
    "Russian": ("Снег шёл всю ночь. Утром всё стихло.", "Снег шёл всю ночь. Днём всё стихло."),
    "Arabic": ("ذهب الولد إلى المدرسة. عاد مساءً.", "ذهب الولد إلى السوق. عاد مساءً."),
    "Chinese": ("今天下雨。我们留在家里。", "今天下雪。我们留在家里。"),
    "emoji": ("Good 👩‍👩‍👧 morning.\nNight 🌙.", "Good 👩‍👩‍👧 evening.\nNight 🌙."),
    "empty": ("", "All of it is new."),
    "same": ("One. Two.", "One. Two."),
}


def compared(left: str, right: str, options: Options = Options()) -> Comparison:
    return compare(
        Document.from_text(left, "left.txt"), Document.from_text(right, "right.txt"), options
    )


def decoded(comparison: Comparison) -> dict[str, Any]:
    text = "".join(encode(comparison))
    assert text.endswith("}\n")
    return json.loads(text)


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_every_value_of_a_comparison_is_there(pair: tuple[str, str]) -> None:
    comparison = compared(*pair)
    data = decoded(comparison)
    assert data["format"] == "variorum-comparison"
    assert data["version"] == 1
    assert data["complete"] is True
    assert data["limits"] == []
    for name, document in (("left", comparison.left), ("right", comparison.right)):
        side = data[name]
        assert side["name"] == document.name
        assert side["text"] == document.text
        assert side["language"] == document.language
        assert side["paragraphs"] == [[*p.span, p.style.kind] for p in document.paragraphs]
        assert side["sentences"] == [[*s.span, s.paragraph] for s in document.sentences]
    assert len(data["rows"]) == len(comparison.rows)
    for found, row in zip(data["rows"], comparison.rows, strict=True):
        assert (found["id"], found["kind"]) == (row.id, row.kind)
        assert (found["left"], found["right"]) == (list(row.left), list(row.right))
        assert found["similarity"] == pytest.approx(row.similarity, abs=1e-5)
        assert_edits(found["edits"], row.edits)
    assert [b["kind"] for b in data["bands"]] == [b.kind for b in comparison.bands]
    for found, band in zip(data["bands"], comparison.bands, strict=True):
        assert (found["left"], found["right"]) == (list(band.left), list(band.right))
        assert (found["rows"], found["moves"]) == (list(band.rows), list(band.moves))
        assert found["changed"] == pytest.approx(band.changed, abs=1e-5)
    assert data["summary"]["left"]["words"] == comparison.summary.left.words._asdict()
    assert data["summary"]["right"]["paragraphs"] == comparison.summary.right.paragraphs._asdict()
    assert data["summary"]["edits"] == comparison.summary.edits


def assert_edits(found: list[list[Any]], edits: Any) -> None:
    for values, edit in zip(found, edits, strict=True):
        assert values[:5] == [edit.kind, *edit.left, *edit.right]
        says_something = edit.move is not None or bool(edit.tolerated)
        assert len(values) == (6 if says_something else 5)
        if says_something:
            assert values[5] == {"move": edit.move, "tolerated": list(edit.tolerated)}


def test_offsets_are_code_points() -> None:
    data = decoded(compared("🌙🌙 The moon rose early.", "🌙🌙 The sun rose early."))
    edits = data["rows"][0]["edits"]
    (edit,) = [e for e in edits if e[0] != EditKind.EQUAL]
    assert data["left"]["text"][edit[1] : edit[2]].strip() == "moon"
    assert data["right"]["text"][edit[3] : edit[4]].strip() == "sun"


def test_moves_have_their_rows_and_pairs() -> None:
    moving = "The harbour master kept a brass telescope under his pillow every night."
    stay = [f"Sentence number {word} stays where it has always been." for word in NUMBERS]
    left = "\n\n".join([moving, *stay])
    right = "\n\n".join([*stay, moving])
    comparison = compared(left, right)
    data = decoded(comparison)
    assert len(data["moves"]) == len(comparison.moves) == 1
    move = data["moves"][0]
    assert move["id"] == 1
    assert data["rows"][move["left_rows"][0]]["kind"] == RowKind.MISSING
    assert data["rows"][move["right_rows"][0]]["kind"] == RowKind.NEW
    assert move["similarity"] == 1
    assert move["pairs"][0]["left"] == [0]
    assert move["pairs"][0]["right"] == [len(stay)]
    assert_edits(move["pairs"][0]["edits"], comparison.moves[0].pairs[0].edits)


NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight"]


def test_what_edits_know_beside_their_places_is_named_when_there_is_any() -> None:
    comparison = compared("One. Two.", "One. Two.")
    edits = (
        Edit(EditKind.EQUAL, Span(0, 2), Span(0, 2), (Tolerance.CASE, Tolerance.QUOTES)),
        Edit(EditKind.DELETE, Span(2, 4), Span(2, 2), move=3),
        Edit(EditKind.EQUAL, Span(4, 4), Span(2, 4)),
    )
    row = replace(comparison.rows[0], edits=edits)
    data = decoded(replace(comparison, rows=(row, *comparison.rows[1:])))
    assert data["rows"][0]["edits"] == [
        ["equal", 0, 2, 0, 2, {"move": None, "tolerated": ["case", "quotes"]}],
        ["delete", 2, 4, 2, 2, {"move": 3, "tolerated": []}],
        ["equal", 4, 4, 2, 4],
    ]


def test_a_partial_result_and_its_limits_say_so() -> None:
    comparison = replace(compared("One.", "Two."), complete=False, limits=("pairs scored",))
    data = decoded(comparison)
    assert data["complete"] is False
    assert data["limits"] == ["pairs scored"]


def test_styles_and_levels() -> None:
    left = Document.from_paragraphs(
        [TextParagraph("Title", Style(StyleKind.HEADING, 2)), TextParagraph("Text.")]
    )
    data = decoded(compare(left, Document.from_text("Text.")))
    assert data["left"]["paragraphs"] == [[0, 5, "heading", 2], [7, 12, "body"]]


def test_lone_surrogates_survive() -> None:
    comparison = compared("a \udc80 b", "a \ud800 b")
    text = "".join(encode(comparison))
    assert "\\udc80" in text
    data = json.loads(text.encode("utf-8"))
    assert data["left"]["text"] == "a \udc80 b"
    assert data["right"]["text"] == "a \ud800 b"


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_texts_come_back(left: str, right: str) -> None:
    comparison = compared(left, right)
    data = json.loads("".join(encode(comparison)).encode("utf-8"))
    assert data["left"]["text"] == comparison.left.text
    assert data["right"]["text"] == comparison.right.text


def test_it_is_what_is_shown_to_who_writes_other_programs() -> None:
    guide = Path(__file__).parents[2] / "desktop" / "README.md"
    shown = guide.read_text("utf-8").partition("```json\n")[2].partition("```")[0]
    comparison = compare(
        Document.from_text("The ferry leaves at noon. It carries goats.", "draft.txt"),
        Document.from_text("The ferry leaves at one. It carries goats.", "final.txt"),
    )
    assert json.loads(shown) == decoded(comparison)


def test_the_pieces_are_small() -> None:
    text = "A sentence of eight words stands just here. " * 20_000
    pieces = list(encode(compared(text, "Nothing of it is left.")))
    assert max(map(len, pieces)) < 400_000

"""What looks otherwise though its words are the same: cases, properties, real files."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum import cli
from variorum.engine import (
    DEFAULT_TOLERANCES,
    Cancelled,
    ChangeKind,
    Comparison,
    Document,
    Emphasis,
    EmphasisKind,
    FormatChange,
    Formatting,
    Options,
    Row,
    Side,
    Span,
    Style,
    StyleKind,
    TextParagraph,
    Thresholds,
    Tolerance,
    compare,
    find_changes,
    relabel,
)
from variorum.readers import read_document
from variorum.reports.format_words import told
from variorum.reports.marks import Marks

CASES = Path(__file__).parent / "cases" / "formatting"
DOCUMENTS = Path(__file__).parent / "cases" / "documents"
FILES = sorted(CASES.glob("*.txt"))

SHOWN = Options(tolerances=DEFAULT_TOLERANCES - {Tolerance.FORMATTING})

TAGS = {
    "i": EmphasisKind.ITALIC,
    "b": EmphasisKind.BOLD,
    "u": EmphasisKind.UNDERLINE,
    "s": EmphasisKind.STRIKE,
    "sup": EmphasisKind.SUPERSCRIPT,
    "sub": EmphasisKind.SUBSCRIPT,
    "code": EmphasisKind.CODE,
}


def paragraph(line: str) -> TextParagraph:
    """A paragraph of a case."""
    styled = re.fullmatch(r"(?:\[([a-z-]+)(?: (\d))?\] )?(.*)", line)
    assert styled
    style = Style(StyleKind(styled[1] or "body"), int(styled[2] or 0))
    text = ""
    begun: list[tuple[str, int]] = []
    emphasis: list[Emphasis] = []
    for piece in re.split(r"(</?(?:i|b|u|s|sup|sub|code)>)", styled[3]):
        if piece.startswith("</"):
            tag, start = begun.pop()
            assert piece == f"</{tag}>"
            emphasis.append(Emphasis(Span(start, len(text)), TAGS[tag]))
        elif piece.startswith("<"):
            begun.append((piece[1:-1], len(text)))
        else:
            text += piece
    return TextParagraph(text, style, tuple(emphasis))


def document(lines: list[str]) -> Document:
    return Document.from_paragraphs(map(paragraph, lines))


def found_in(comparison: Comparison) -> list[FormatChange]:
    formatting = Formatting.of(comparison)
    found = [change for row in formatting.rows() for change in formatting.of_row(row)]
    return found + [c for pair in formatting.pairs() for c in formatting.of_pair(*pair)]


def said(comparison: Comparison) -> list[str]:
    text = comparison.right.text
    return [f"{text[slice(*found.right)]}: {told([found])}" for found in found_in(comparison)]


def sections(path: Path) -> dict[str, list[str]]:
    reason, *rest = path.read_text("utf-8").split("\n== ")
    assert reason.strip()
    parts = [section.split("\n") for section in rest]
    return {name: [line for line in lines if line] for name, *lines in parts}


def mirrored(changes: list[FormatChange]) -> list[FormatChange]:
    return sorted(
        FormatChange(c.right, c.left, c.gained, c.lost, c.styles and (c.styles[1], c.styles[0]))
        for c in changes
    )


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_case(path: Path) -> None:
    case = sections(path)
    left, right = document(case["left"]), document(case["right"])
    comparison = compare(left, right, SHOWN)
    assert said(comparison) == case["changes"]
    assert mirrored(found_in(compare(right, left, SHOWN))) == sorted(found_in(comparison))
    # Unless one asks for them they are but counted, and nothing else is otherwise.
    usual = compare(left, right)
    assert usual.summary.tolerated.get("formatting", 0) == len(case["changes"])
    assert "formatting" not in comparison.summary.tolerated
    assert tuple(usual.rows) == tuple(comparison.rows)
    assert not found_in(usual)
    assert ChangeKind.FORMATTED not in {change.kind for change in find_changes(usual)}


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_another_threshold_finds_the_same_words(path: Path) -> None:
    case = sections(path)
    comparison = compare(document(case["left"]), document(case["right"]), SHOWN)
    marks = Marks(comparison)
    for thresholds in (Thresholds(1.0, 1.0), Thresholds(1.0, 0.0), Thresholds(0.6, 0.0)):
        other = relabel(comparison, thresholds)
        later, anew = Marks(other, marks), Marks(other)
        rows = range(len(other.rows))
        assert [*map(later.formatting.of_row, rows)] == [*map(anew.formatting.of_row, rows)]
        assert later.changes == anew.changes
    usual = Marks(compare(comparison.left, comparison.right), marks)
    assert not usual.formatting.is_shown


WORDS = st.sampled_from(
    ["ferry", "goat", "noon", "lamp", "oil,", "sea.", "Nobody", "“came”", "水来了"]
)
STYLES = st.sampled_from([Style(), Style(StyleKind.HEADING, 1), Style(StyleKind.LIST_ITEM, 1)])


@st.composite
def paragraphs(draw: st.DrawFn) -> TextParagraph:
    text = " ".join(draw(st.lists(WORDS, min_size=1, max_size=9)))
    places = st.integers(0, len(text))
    drawn = draw(st.lists(st.tuples(places, places, st.sampled_from(EmphasisKind)), max_size=3))
    emphasis = [Emphasis(Span(min(a, b), max(a, b)), kind) for a, b, kind in drawn if a != b]
    return TextParagraph(text, draw(STYLES), tuple(emphasis))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    """Two texts, mostly with the same words; of the right one some paragraphs look otherwise."""
    left = draw(st.lists(paragraphs(), min_size=1, max_size=5))
    right = list(left)
    for number in draw(st.sets(st.integers(0, len(left) - 1))):
        other = draw(paragraphs())
        keeps = draw(st.booleans())
        clipped = tuple(e for e in other.emphasis if e.span.end <= len(left[number].text))
        looks = left[number]._replace(style=other.style, emphasis=clipped)
        right[number] = looks if keeps else other
    return Document.from_paragraphs(left), Document.from_paragraphs(right)


@given(pairs())
def test_what_holds_of_any_two_texts(texts: tuple[Document, Document]) -> None:
    left, right = texts
    comparison = compare(left, right, SHOWN)
    found = found_in(comparison)
    for change in found:
        assert bool(change.lost or change.gained) is (change.styles is None)
        assert not set(change.lost) & set(change.gained)
        for side, span in ((Side.LEFT, change.left), (Side.RIGHT, change.right)):
            words = comparison.document(side).text[slice(*span)]
            assert words
            assert words == words.strip()
    assert mirrored(found_in(compare(right, left, SHOWN))) == sorted(found)
    assert compare(left, right).summary.tolerated.get("formatting", 0) == len(found)
    # Each row that says so, and no other one, is a change of its own.
    changes = find_changes(comparison)
    formatting = Formatting.of(comparison)
    formatted = [c.left_rows[0] for c in changes if c.kind is ChangeKind.FORMATTED]
    assert formatted == list(formatting.equal_rows)
    assert all(formatting.of_row(row) for row in formatted)
    assert [change.number for change in changes] == list(range(1, len(changes) + 1))
    by_hand = [
        n for n, row in enumerate(comparison.rows) if _is_equal(row) and formatting.of_row(n)
    ]
    assert by_hand == formatted


def _is_equal(row: Row) -> bool:
    return row.kind == "equal"


@given(st.lists(paragraphs(), min_size=1, max_size=5))
def test_a_text_looks_like_itself(drawn: list[TextParagraph]) -> None:
    text, same = Document.from_paragraphs(drawn), Document.from_paragraphs(drawn)
    assert not found_in(compare(text, same, SHOWN))
    assert not compare(text, same).summary.tolerated


def test_what_a_format_cannot_say_is_no_change() -> None:
    marked = document(["[heading 1] A title", "The <i>ferry</i> leaves."])
    plain = Document.from_text("A title\n\nThe ferry leaves.")
    for left, right in ((marked, plain), (plain, marked), (plain, plain)):
        assert not find_changes(compare(left, right, SHOWN))
        assert not compare(left, right).summary.tolerated


def test_each_cell_of_a_table_is_told_by_itself() -> None:
    row = TextParagraph("Rope\tLamp oil\tSalt", Style(StyleKind.TABLE_CELL))
    bold = row._replace(emphasis=(Emphasis(Span(0, 13), EmphasisKind.BOLD),))
    left, right = (Document.from_paragraphs([each]) for each in (row, bold))
    assert said(compare(left, right, SHOWN)) == ["Rope: now bold", "Lamp oil: now bold"]


HTML = """<html lang="en"><body><h2>How it began</h2>
<p>The ferry carries <i>migrants</i> and <b>their luggage</b>.</p>
<ul><li>Lamp oil</li></ul><p>Nobody came.</p></body></html>"""
MARKDOWN = """### How it began

The ferry carries migrants and **their** *luggage*.

Lamp oil

Nobody came.
"""
SAID = [
    "How it began: heading 3 instead of heading 2",
    "migrants: no longer italic",
    "luggage: italic instead of bold",
    "Lamp oil: body text instead of list item",
]


def test_two_files_of_other_formats(tmp_path: Path) -> None:
    left, right = tmp_path / "left.html", tmp_path / "right.md"
    left.write_text(HTML, "utf-8")
    right.write_text(MARKDOWN, "utf-8")
    texts = read_document(left).document, read_document(right).document
    assert said(compare(*texts, SHOWN)) == SAID


def families() -> list[tuple[Path, ...]]:
    """The same text as several programs saved it, in the formats that know formatting."""
    kinds = {".docx", ".odt", ".rtf", ".html", ".md", ".epub"}
    found: dict[str, list[Path]] = {}
    for path in sorted(DOCUMENTS.glob("**/*")):
        if path.suffix in kinds and "site" not in path.name:
            name = ".".join(path.name.split(".")[: 2 if path.name.count(".") > 1 else 1])
            found.setdefault(name, []).append(path)
    return [tuple(paths) for paths in found.values() if len(paths) > 1]


def says_less(path: Path) -> bool:
    """Files in which there is no quotation, title or item, but paragraphs that look like it."""
    return path.name.endswith((".pandoc.rtf", ".libreoffice.epub", "harbour.en.libreoffice.html"))


@pytest.mark.parametrize("paths", families(), ids=lambda paths: paths[0].name.split(".")[0])
def test_the_same_text_looks_the_same_in_all_formats(paths: tuple[Path, ...]) -> None:
    kept = [path for path in paths if not says_less(path)]
    assert len(kept) > 1
    first, *others = (read_document(path).document for path in kept)
    for other, path in zip(others, kept[1:], strict=True):
        assert said(compare(first, other, SHOWN)) == [], path


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    left, right = tmp_path / "left.html", tmp_path / "right.html"
    left.write_text(HTML, "utf-8")
    right.write_text(HTML.replace("<i>migrants</i>", "migrants"), "utf-8")
    assert cli.main(["compare", str(left), str(right)]) == 0
    told_ = capsys.readouterr().out
    assert told_.startswith("The two texts are the same, letter for letter, apart from 1 change of")
    found = tmp_path / "found.json"
    arguments = ["compare", str(left), str(right), "--tolerances=-formatting"]
    assert cli.main([*arguments, "--json", str(found)]) == 1
    (change,) = json.loads(found.read_text("utf-8"))["formatting"]
    assert change["row"] == 1
    assert change["changes"] == [[32, 40, 32, 40, {"lost": ["italic"], "gained": []}]]
    assert cli.main(arguments) == 1
    told_ = capsys.readouterr().out
    assert told_.startswith("Every word was kept; what changed is the formatting.")
    assert "1 change: 1 formatted" in told_


def test_nothing_of_it_is_in_the_json_unless_it_is_looked_at() -> None:
    left = document(["The <i>ferry</i> leaves."])
    comparison = compare(left, document(["The ferry leaves."]))
    assert not Formatting.of(comparison).is_shown
    shown = replace(comparison, options=SHOWN)
    assert Formatting.of(shown).is_shown


def test_looking_for_it_can_be_stopped() -> None:
    lines = [f"The <i>ferry</i> {number} leaves." for number in range(20)]
    plain = [line.replace("<i>", "").replace("</i>", "") for line in lines]
    comparison = compare(document(lines), document(plain), SHOWN)
    asked = 0

    def check() -> None:
        nonlocal asked
        asked += 1
        if asked == 7:
            raise Cancelled

    with pytest.raises(Cancelled):
        Marks(comparison, check=check)
    assert asked == 7
    assert len(Marks(comparison, check=lambda: None).changes) == len(lines)


def test_one_is_asked_where_nothing_looks_otherwise_too() -> None:
    lines = [f"The <i>ferry</i> {number} leaves." for number in range(20)]
    comparison = compare(document(lines), document([*lines, "Nobody came."]), SHOWN)
    asked: list[None] = []
    assert Formatting.of(comparison).find_equal_rows(lambda: asked.append(None)) == ()
    assert len(asked) >= len(lines)


def test_a_long_passage_that_moved_is_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    moved = [f"{number} lamps and {7 * number} ropes went ashore." for number in range(60)]
    stays = [f"The captain {number} drank {3 * number} cups of tea." for number in range(90)]
    items = [f"[list-item 1] {line}" for line in moved]
    comparison = compare(document([*moved, *stays]), document([*stays, *items]), SHOWN)
    formatting = Formatting.of(comparison)
    looked_at: list[object] = []
    paragraphs = Formatting._paragraphs

    def counted(self: Formatting, pair: Row) -> tuple[int, int]:
        looked_at.append(pair)
        return paragraphs(self, pair)

    monkeypatch.setattr(Formatting, "_paragraphs", counted)
    assert len(list(formatting.pairs())) == len(moved)
    assert len(looked_at) <= 3 * len(moved)

"""The annotated page as text: its grammar, and what it says in rarer cases."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from visits import rendered, rendered_review

from variorum.engine import (
    Comparison,
    Document,
    Emphasis,
    EmphasisKind,
    Options,
    RowKind,
    Side,
    Span,
    Style,
    StyleKind,
    TextParagraph,
    Tolerance,
    compare,
)
from variorum.readers import Source
from variorum.reports.annotated_html import SCRIPTS, STYLES, render
from variorum.review import Review

VOID = {"meta", "br", "input"}
OPTIONAL = {"p", "li"}
"""Their ends may be left out: the next one, and the end of what they are in, end them."""
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


class Grammar(HTMLParser):
    """Notes what a careful reader of HTML would object to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.objections: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.objections.append(f"twice the same attribute: {tag} {names}")
        if "style" in names or any(name.startswith("on") for name in names):
            self.objections.append(f"an attribute that the policy refuses: {tag} {names}")
        if tag in OPTIONAL and self.open[-1:] == [tag]:
            self.open.pop()
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag == "p" and "p" in self.open:
            self.objections.append("a paragraph in a paragraph")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag != "rect":
            self.objections.append(f"closed like XML: {tag}")

    def handle_endtag(self, tag: str) -> None:
        if tag not in OPTIONAL and self.open and self.open[-1] in OPTIONAL:
            self.open.pop()
        if not self.open or self.open.pop() != tag:
            self.objections.append(f"closes what is not open: {tag}")


def objections(html: str) -> list[str]:
    grammar = Grammar()
    grammar.feed(html)
    grammar.close()
    found = [*grammar.objections, *(f"never closed: {tag}" for tag in grammar.open)]
    text = re.sub(r"(?s)<(style|script)\b[^>]*>.*?</\1>", "", html)
    found += [f"a bare sign: {bare}" for bare in re.findall(r"<[^a-z/!].{9}|&[^a-z#].{9}", text)]
    if len(grammar.ids) != len(set(grammar.ids)):
        found.append("an id twice")
    return found


def page_of(comparison: Comparison, **more: datetime) -> str:
    left = Source.from_text("", "left.txt")
    right = Source.from_text("", "right.txt")
    return "".join(render(comparison, left, right, **more))


def text_of(left: str, right: str) -> Comparison:
    return compare(Document.from_text(left), Document.from_text(right))


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT, ANY_TEXT)
def test_any_two_texts_make_a_page_in_order(left: str, right: str) -> None:
    html = rendered(left, right, names=(left, right))
    assert objections(html) == []
    html.encode("utf-8")


def test_the_smallest_shares_are_told_without_a_bare_sign() -> None:
    left = "\n\n".join(
        f"The {n} of three hundred paragraphs that stay as they are." for n in range(300)
    )
    html = rendered(left, left.replace("The 150 of", "The last of"))
    assert objections(html) == []
    assert "<td>&lt;1%</td>" in html


def test_the_same_input_gives_the_same_page() -> None:
    assert rendered("One. Two.", "One. Three.") == rendered("One. Two.", "One. Three.")


def test_the_policy_lets_nothing_in_and_nothing_out() -> None:
    html = rendered("One.", "Two.")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    rules = dict(rule.split(maxsplit=1) for rule in policy[1].split("; "))
    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[\w+/]{43}='", rules["script-src"])
    assert re.fullmatch(r"'sha256-[\w+/]{43}='", rules["style-src"])
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert "http://" not in html
    assert "https://" not in html
    assert "url(" not in html


def test_when_it_was_made_is_said_when_it_is_known() -> None:
    comparison = text_of("One.", "Two.")
    made = datetime(2026, 2, 3, 4, 5, tzinfo=UTC)
    assert '<time datetime="2026-02-03T04:05Z">3 February 2026, 04:05</time>' in page_of(
        comparison, made=made
    )
    assert "<time" not in page_of(comparison)


def test_facts_of_the_files_are_told() -> None:
    html = rendered("One.", "Twenty words.", names=("a & b.txt", "c.txt"))
    assert "<bdi>a &amp; b.txt</bdi>" in html
    assert "1 word · 1 sentence · 1 paragraph · 4 bytes" in html
    assert "2 words · 1 sentence · 1 paragraph · 13 bytes" in html


def test_a_partial_result_says_so_and_what_waits_is_marked() -> None:
    whole = text_of("One. Two.", "One. Two.")
    rows = tuple(replace(row, kind=RowKind.PENDING) for row in whole.rows)
    html = page_of(replace(whole, complete=False, rows=rows))
    assert "stopped before it was finished" in html
    assert "<span class=q>" in html
    assert objections(html) == []


def test_limits_are_told() -> None:
    html = page_of(replace(text_of("One.", "Two."), limits=("pairs <scored>",)))
    assert "pairs &lt;scored&gt;" in html


def test_tolerances_and_thresholds_are_told() -> None:
    html = rendered("One.", "Two.", options=Options(tolerances=frozenset({Tolerance.CASE})))
    assert "<dd>case</dd>" in html
    none = rendered("One.", "Two.", options=Options(tolerances=frozenset()))
    assert "nothing: every character counts" in none
    assert "edited from 60% of the words kept" in none


def test_styles_and_emphasis_are_kept() -> None:
    document = Document.from_paragraphs(
        [
            TextParagraph("Of the heron", Style(StyleKind.HEADING, 1)),
            TextParagraph(
                "It stands very still for hours.",
                emphasis=(
                    Emphasis(Span(3, 14), EmphasisKind.ITALIC),
                    Emphasis(Span(10, 20), EmphasisKind.BOLD),
                ),
            ),
            TextParagraph("still\n  as stone", Style(StyleKind.VERSE)),
        ]
    )
    html = page_of(compare(document, document))
    assert '<p class="heading level-1" data-i=1>Of the heron<' in html
    marked = "It <em>stands </em><em><strong>very</strong></em><strong> still</strong> for hours."
    assert marked in html
    assert '<p class="verse" data-i=3>still\n  as stone<' in html


def test_emphasis_and_edits_cross_without_harm() -> None:
    words = "The old bridge carries nine trams every hour."
    left = Document.from_paragraphs(
        [TextParagraph(words, emphasis=(Emphasis(Span(8, 22), EmphasisKind.ITALIC),))]
    )
    right = Document.from_paragraphs([TextParagraph(words.replace("bridge", "viaduct"))])
    html = page_of(compare(left, right))
    assert objections(html) == []
    assert "<em>bridge</em>" in html


def test_each_place_that_a_move_left_is_linked_with_the_place_it_went_to() -> None:
    stay = [f"Paragraph {n} says something of its own about {n}." for n in NUMBERS]
    first = "The clockmaker of Ostrava never wound a clock on a Thursday morning."
    second = "Her apprentices painted little violets behind every single dial they made."
    left = "\n\n".join([first, *stay[:4], second, *stay[4:]])
    right = "\n\n".join([*stay[:4], first, *stay[4:], second])
    comparison = text_of(left, right)
    html = page_of(comparison)
    assert objections(html) == []
    moved = [(p.left[0], p.right[0]) for move in comparison.moves for p in move.pairs]
    assert moved == [(0, 4), (5, 9)]
    row_of = {
        (side, i): row.id for row in comparison.rows for side in Side for i in getattr(row, side)
    }
    for i, j in moved:
        here, there = row_of[Side.LEFT, i], row_of[Side.RIGHT, j]
        for one, other in ((here, there), (there, here)):
            assert re.search(rf' id={one} data-n=\d+><a class="chip move"[^>]* href=#{other}', html)
            assert f'<a class="gap move" href=#{one}' in html


NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight"]


@pytest.mark.parametrize("name", STYLES + SCRIPTS)
def test_the_assets_end_no_element_early(name: str) -> None:
    from importlib.resources import files  # noqa: PLC0415 - here alone

    text = files("variorum.resources").joinpath("page", name).read_text("utf-8")
    assert "</" not in text
    assert "<!--" not in text


def test_the_letters_that_changed_inside_a_word_are_stronger() -> None:
    html = rendered("The harbour was full of ships.", "The harbor was full of ships.")
    assert "harbo<b>u</b>r</del>" in html
    assert "<ins>harbor</ins>" in html
    assert objections(html) == []


def test_joined_words_have_no_letters_of_their_own() -> None:
    html = rendered(
        "He saw the harbour walls at dawn today.", "He saw the harbor wall at dawn today."
    )
    assert "<del>harbour walls</del>" in html
    assert html.count("<b>") == 1  # the legend's own


@pytest.mark.parametrize(
    ("left", "said"),
    [
        ("It rained in Farrow all day long. The ferry left.", "7 words not in the right text </a>"),
        (
            "The ferry left. It rained in Farrow all day long.",
            "> 7 words not in the right text</a>",
        ),
    ],
)
def test_what_is_said_of_a_gap_stands_apart_from_the_words(left: str, said: str) -> None:
    """Who hears the page, or copies all of it, would have one word of two."""
    assert said in rendered(left, "The ferry left.")


def test_a_passage_that_moved_shares_no_band_with_one_that_is_gone() -> None:
    kept = "The bell rang at noon, and then for a long time there was nothing to be heard at all."
    other = (
        "The keeper went home to his bees. They had swarmed in May. He had not found them again."
    )
    moved = "Seven ships from Farrow lay in the harbour that winter, frozen in to the rails."
    gone = "Nobody in the valley had ever seen a heron."
    html = rendered(f"{kept}\n\n{moved}\n\n{gone}\n\n{other}", f"{kept}\n\n{other}\n\n{moved}")
    assert re.findall(r'<div class="?b( ?\w?)', html) == [" u", " m", " x", " u", " m"]


def test_passages_of_one_paragraph_have_their_letters_as_one_meets_them() -> None:
    text = "The bell rang at noon, and nobody knew why."

    def judged(comparison: Comparison, _: object) -> Review:
        review = Review()
        for words in ("nobody", "noon", "bell"):
            at = comparison.right.text.index(words)
            review, _remark = review.remark_on(Side.RIGHT, Span(at, at + len(words)), words)
        return review

    html = rendered_review(text, text, judged)
    assert re.findall(r'data-p="?(\w)"?>(\w+)', html) == [
        ("a", "bell"),
        ("b", "noon"),
        ("c", "nobody"),
    ]

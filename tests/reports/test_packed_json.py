"""What a page leaves out of its comparison because it shows it anyway comes out all the same."""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from visits import Open

from variorum.engine import (
    Comparison,
    Document,
    Emphasis,
    EmphasisKind,
    Layout,
    Options,
    Side,
    Span,
    Style,
    StyleKind,
    TextParagraph,
    Tolerance,
    compare,
)
from variorum.readers import Source
from variorum.reports import comparison_json, packed_json
from variorum.reports.annotated_html import render
from variorum.reports.embedded import ELEMENT, EmbeddedError, embedded_comparison
from variorum.reports.page_texts import page_texts
from variorum.reports.unpacked_json import unpack
from variorum.review import Review

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from made_pairs import DEGREES, make_pair

FAR_APART = """\
The clockmaker of Ostrava never wound a clock on a Thursday morning. Nobody asked him why.

The river froze in December. It was the first time in sixty years, and the ferrymen, who had
no other trade, went skating.

Her apprentices painted little violets behind every single dial they made. "Why?" – "Why not?"
"""
REORDERED = """\
The river froze in December: the first time in sixty years. The ferrymen, who knew no other trade,
went skating on it. A child lost a red glove there.

Her pupils painted little violets behind every dial that they made. "Why?" – "Why not?"

The clockmaker of Ostrava never wound a clock on a Thursday morning. Nobody asked him why.
"""


@pytest.fixture(autouse=True)
def always_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short texts are packed here, too."""
    monkeypatch.setattr("variorum.reports.embedded.MOST_IN_FULL", -1)


def page_of(comparison: Comparison, **more: Any) -> str:
    sources = Source.from_text("", "left.txt"), Source.from_text("", "right.txt")
    return "".join(render(comparison, *sources, **more))


def in_full(comparison: Comparison) -> object:
    return json.loads("".join(comparison_json.encode(comparison)))


def comes_out(comparison: Comparison) -> None:
    assert embedded_comparison(page_of(comparison).encode()) == in_full(comparison)


ANYTHING = st.text(max_size=120)
PROSE = st.lists(
    st.sampled_from(
        [
            "One. ",
            "Two stands here. ",
            "three,",
            " four\n",
            "\n\n",
            "  ",
            "five?\n\n\n",
            "Ünï\0 ",
            "<p>",
        ]
    ),
    max_size=30,
).map("".join)


@given(ANYTHING | PROSE, ANYTHING | PROSE, st.sampled_from(list(Layout)))
def test_what_went_in_comes_out(left: str, right: str, layout: Layout) -> None:
    comes_out(
        compare(Document.from_text(left, layout=layout), Document.from_text(right, layout=layout))
    )


@pytest.mark.parametrize("tolerances", [Options().tolerances, frozenset(Tolerance), frozenset()])
def test_moves_splits_and_what_is_tolerated_come_out(tolerances: frozenset[Tolerance]) -> None:
    right = REORDERED.replace('"', "\u201d").replace("violets", "VIOLETS")
    options = Options(tolerances=tolerances)
    comparison = compare(Document.from_text(FAR_APART), Document.from_text(right), options)
    assert comparison.moves
    comes_out(comparison)


def test_styles_and_emphasis_come_out() -> None:
    document = Document.from_paragraphs(
        [
            TextParagraph("Of the heron", Style(StyleKind.HEADING, 2)),
            TextParagraph(
                "It stands still.", emphasis=(Emphasis(Span(3, 9), EmphasisKind.ITALIC),)
            ),
            TextParagraph("as a\nstone", Style(StyleKind.VERSE)),
        ]
    )
    comes_out(compare(document, document))
    comes_out(compare(document, Document.from_text("")))


def test_a_result_that_is_not_complete_comes_out() -> None:
    comparison = compare(Document.from_text(FAR_APART), Document.from_text(REORDERED))
    comes_out(replace(comparison, complete=False, limits=("pairs weighed",)))


def test_what_no_page_may_hold_comes_out() -> None:
    hidden = "A\0B \ud800 C\x85D \U0010ffff\x0c E\r\nF\rG \u202e H."
    comes_out(compare(Document.from_text(hidden), Document.from_text(f"{hidden} More.")))


def test_what_notes_are_on_is_no_other_text() -> None:
    comparison = compare(Document.from_text(FAR_APART), Document.from_text(REORDERED))
    review = Review()
    for side, span in ((Side.LEFT, Span(4, 14)), (Side.RIGHT, Span(60, 140))):
        review = review.remark_on(side, span, "Why?")[0]
    found = embedded_comparison(page_of(comparison, review=review).encode())
    assert found.pop("review")
    assert found == in_full(comparison)


def test_a_page_that_a_browser_saved_is_the_same_comparison(open_page: Open) -> None:
    comparison = compare(Document.from_text(FAR_APART), Document.from_text(REORDERED))
    page = open_page(page_of(comparison)).page
    page.keyboard.press("2")
    page.wait_for_selector(".i")
    page.keyboard.press("n")
    assert embedded_comparison(page.content().encode()) == in_full(comparison)


def test_the_inline_view_is_the_same(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    left = f"{FAR_APART}\nA note \U0001f4dd on \0 what was \u0085 said 𝔸 here twice."
    right = f"{REORDERED}\nA remark \U0001f4dd on \0 what they \u0085 said 𝔸 there."
    comparison = compare(Document.from_text(left), Document.from_text(right))
    shown = []
    for most in (-1, 1 << 30):
        monkeypatch.setattr("variorum.reports.embedded.MOST_IN_FULL", most)
        visit = open_page(page_of(comparison))
        visit.page.keyboard.press("2")
        visit.page.wait_for_selector(".i")
        shown.append(visit.page.eval_on_selector_all(".i", "all => all.map(i => i.innerHTML)"))
        assert visit.complaints == []
    assert len(shown[0]) > 1
    assert shown[0] == shown[1]


@pytest.mark.parametrize("degree", DEGREES)
@pytest.mark.parametrize("words", [1_000, 2_400, 20_000])
def test_a_page_is_as_long_as_is_said(
    words: int, degree: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    left, right, *_ = make_pair(words, DEGREES[degree], seed=5)
    comparison = compare(Document.from_text(left), Document.from_text(right))
    page = page_of(comparison).encode()
    assert len(page) <= 2.2 * len((left + right).encode()) + 150_000
    assert embedded_comparison(page) == in_full(comparison)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda data: data["left"].update(sha256="0" * 64), "texts were changed"),
        (lambda data: data["left"].update(styles=[[10**12, "body"]]), "texts were changed"),
        (lambda data: data["left"].update(between=[[-1, ""]]), "damaged"),
        (lambda data: data["left"].update(sentences="5 ten"), "damaged"),
        (lambda data: data["left"].update(sentences="5;" * 50), "damaged"),
        (lambda data: data["left"].update(hidden=[[10**9, 65]]), "damaged"),
        (lambda data: data["left"].update(hidden=[[1, 10**9]]), "damaged"),
        (lambda data: data["rows"].update(kinds="??"), "damaged"),
        (lambda data: data["rows"].update(left=7), "damaged"),
        (lambda data: data["rows"].update(right="1 " * 4 + "9"), "damaged"),
        (lambda data: data["rows"].update(edits="=4=;"), "damaged"),
        (lambda data: data.update(rows=[]), "damaged"),
        (lambda data: data.update(moves={}), "damaged"),
        (lambda data: data.update(bands=[["same", "one", 1, 1]]), "damaged"),
        (lambda data: data.update(bands=[10**12]), "damaged"),
        (lambda data: data.update(bands=[-1]), "damaged"),
        (lambda data: data["left"].update(sentences="9000;" * 2 + "-"), "damaged"),
        (lambda data: data["rows"].update(ids=[[10**9, "a"]]), "damaged"),
        (lambda data: data["rows"].update(ids=[[0, 7]]), "damaged"),
        (lambda data: data.update(version=1), "early"),
        (lambda data: data.pop("right"), "damaged"),
        (lambda data: data.update(version=99), "newer"),
    ],
)
def test_damage_is_told(change: Callable[[dict[str, Any]], object], told: str) -> None:
    comparison = compare(Document.from_text(FAR_APART), Document.from_text(REORDERED))
    data = json.loads("".join(packed_json.pack(comparison)))
    change(data)
    content = b64encode(gzip.compress(json.dumps(data).encode())).decode()
    page = re.sub(f'(id="{ELEMENT}">)[^<]*', rf"\g<1>{content}", page_of(comparison))
    with pytest.raises(EmbeddedError, match=told):
        embedded_comparison(page.encode())


def test_rows_of_more_sentences_than_there_are_are_not_made() -> None:
    comparison = compare(Document.from_text(FAR_APART), Document.from_text(REORDERED))
    data = json.loads("".join(packed_json.pack(comparison)))
    rows = 10_000
    many = {
        "ids": "a",
        "kinds": "e",
        "similarities": "-",
        "left": "9" * 9,
        "right": "0",
        "edits": "",
    }
    between = {"kinds": "", "edits": ";"}
    for name, told in many.items():
        data["rows"][name] = between.get(name, " ").join([told] * rows)
    texts = page_texts(page_of(comparison))
    with pytest.raises(ValueError, match=r"9{9}"):
        unpack(data, texts)


@pytest.mark.parametrize(
    "unit", ["<div class=l>", "<div class=l ", "<p ", "<a class=gap ", "<span class=chip ", "<"]
)
def test_what_is_never_closed_costs_no_more_than_other_text(unit: str) -> None:
    page = f"<main><div class=l><p>One.</div>{unit}<div class=l><p>{unit * 100_000}</div>"
    begun = time.process_time()
    texts = page_texts(page + unit * 100_000)
    assert time.process_time() - begun < 5
    assert texts[Side.LEFT][0] == "One."


def test_a_text_that_was_changed_by_hand_is_told() -> None:
    comparison = compare(Document.from_text(FAR_APART), Document.from_text(REORDERED))
    page = page_of(comparison)
    for changed in (page.replace("Ostrava", "Odessa"), re.sub(r"(?s)<main.*</main>", "", page)):
        with pytest.raises(EmbeddedError, match="texts were changed"):
            embedded_comparison(changed.encode())

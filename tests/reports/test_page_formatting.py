"""Words that look otherwise, on the page: marks, list, views, long pages, data."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect
from test_page_tools import AXE
from visits import Open

from variorum.engine import (
    DEFAULT_TOLERANCES,
    Document,
    Emphasis,
    EmphasisKind,
    Options,
    Span,
    Style,
    StyleKind,
    TextParagraph,
    Tolerance,
    compare,
)
from variorum.readers import Kind, Source
from variorum.reports import comparison_json
from variorum.reports.annotated_html import render
from variorum.reports.embedded import embedded_comparison
from variorum.sessions.pages import page_keys, session_of_page

SHOWN = Options(tolerances=DEFAULT_TOLERANCES - {Tolerance.FORMATTING})

Looks = Sequence[tuple[str, EmphasisKind]]
ITALIC, BOLD = EmphasisKind.ITALIC, EmphasisKind.BOLD
BODY, HEADING = Style(), Style(StyleKind.HEADING, 2)


def looking(text: str, looks: Looks = (), style: Style = BODY) -> TextParagraph:
    """A paragraph in which some words are set off."""
    places = [(text.index(words), words, kind) for words, kind in looks]
    return TextParagraph(
        text, style, tuple(Emphasis(Span(at, at + len(words)), kind) for at, words, kind in places)
    )


def source(name: str, paragraphs: list[TextParagraph], language: str = "en") -> Source:
    document = Document.from_paragraphs(paragraphs, name, language)
    return replace(Source.from_text(document.text, name), document=document, format=Kind.DOCX)


def page_of(
    left: list[TextParagraph], right: list[TextParagraph], options: Options, language: str = "en"
) -> str:
    first, second = source("a.docx", left, language), source("b.docx", right, language)
    comparison = compare(first.document, second.document, options)
    more = page_keys(comparison, first, second)
    return "".join(render(comparison, first, second, more=more))


SEA = "The keeper wrote in The Tides that the sea forgives nobody. Nobody asked him."
CARRIES = "It carries migrants and their luggage over the river."
LEFT = [
    looking("How it began", style=HEADING),
    looking("The harbour is quiet tonight."),
    looking(SEA, [("The Tides", ITALIC)]),
    looking(CARRIES, [("migrants", ITALIC)]),
]
RIGHT = [
    looking("How it began"),
    looking("The harbour is quiet tonight."),
    looking(SEA, [("The Tides", BOLD)]),
    looking(CARRIES.replace("their", "all their")),
]


@pytest.fixture(scope="module")
def html() -> str:
    return page_of(LEFT, RIGHT, SHOWN)


def marked(page: Page, within: str) -> list[str]:
    return page.locator(f"main {within} .f:not(.chip):visible").all_inner_texts()


def chips(page: Page, within: str) -> list[str]:
    return [text.strip() for text in page.locator(f"main {within} .chip.f").all_inner_texts()]


LOOKS = ["How it began", "The Tides", "migrants"]
SAID = ["body text instead of heading 2", "bold instead of italic", "no longer italic"]


def test_marks_and_words_stand_in_the_texts(open_page: Open, html: str) -> None:
    visit = open_page(html)
    page = visit.page
    for side in (".l", ".r"):
        assert marked(page, side) == LOOKS
    assert chips(page, ".l") == []
    assert chips(page, ".r") == SAID
    expect(page.locator(".legend")).to_contain_text("look otherwise")
    expect(page.locator(".tally")).to_have_text("3 changes: 1 edited, 2 formatted")
    line = page.locator("main .r .f").first.evaluate("e => getComputedStyle(e).borderBottomStyle")
    assert line == "dotted"
    assert not visit.complaints


def test_the_list_says_what_the_words_became(open_page: Open, html: str) -> None:
    page = open_page(html).page
    items = page.locator(".changes li")
    expect(items).to_have_count(3)
    expect(items.nth(1)).to_have_class("formatted")
    expect(items.nth(1).locator(".amount")).to_have_text(SAID[1])
    expect(items.nth(1).locator(".f")).to_have_text("The Tides")
    page.locator(".filters label", has_text="formatted").locator("input").uncheck()
    expect(page.locator("#page-changes-title")).to_have_text("1 of 3 changes")
    page.get_by_role("button", name="Next").first.click()
    expect(page.locator(".changes li.current .kind")).to_have_text("edited")


def test_one_goes_there_and_ticks_it(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.get_by_role("button", name="Next").first.click()
    page.get_by_role("button", name="Next").first.click()
    expect(page.locator("main .current")).to_have_count(2)
    expect(page.locator("main .r .current")).to_contain_text("The Tides")
    page.get_by_role("button", name="Viewed").click()
    expect(page.locator(".changes li.viewed")).to_have_count(1)


def test_the_inline_view_has_them_once(open_page: Open, html: str) -> None:
    visit = open_page(html)
    page = visit.page
    page.locator('input[value="inline"]').check(force=True)
    assert marked(page, ".i") == LOOKS
    assert chips(page, ".i") == SAID
    page.get_by_role("button", name="Next").first.click()
    expect(page.locator("main .i .current")).to_have_text("How it began")
    assert not visit.complaints


@pytest.mark.parametrize("view", ["left", "right"])
def test_clean_views_show_the_looks_alone(open_page: Open, html: str, view: str) -> None:
    page = open_page(html).page
    page.locator(f'input[value="{view}"]').check(force=True)
    words = page.locator(f"main .{view[0]} .f:not(.chip)")
    styles = words.evaluate_all("all => all.map((e) => getComputedStyle(e).borderBottomStyle)")
    assert styles == ["none"] * 3
    expect(page.locator("main .chip.f").first).to_be_hidden()


def test_without_scripts_all_of_it_is_there(open_page: Open, html: str) -> None:
    page = open_page(html, java_script_enabled=False).page
    expect(page.locator(".changes li.formatted")).to_have_count(2)
    expect(page.locator("main .r .chip.f").nth(1)).to_have_text(re.compile(SAID[1]))
    expect(page.locator("main .l em .f, main .l .f em").first).to_have_text("The Tides")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("blind", [False, True])
def test_every_body_can_read_it(open_page: Open, html: str, scheme: str, *, blind: bool) -> None:
    page = open_page(html, color_scheme=scheme).page
    if blind:
        page.evaluate("document.documentElement.toggleAttribute('data-colour-blind', true)")
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")
    assert [violation["id"] for violation in found["violations"]] == []


def test_each_sentence_on_its_line_keeps_the_marks(open_page: Open, html: str) -> None:
    visit = open_page(html)
    page = visit.page
    page.locator("#page-sentences").check()
    expect(page.locator("main.sentences")).to_have_count(1)
    assert "".join(marked(page, ".r")).replace(" ", "") == "".join(LOOKS).replace(" ", "")
    assert not visit.complaints


def test_usually_nothing_of_it_is_there_but_the_count(open_page: Open) -> None:
    page = open_page(page_of(LEFT, RIGHT, Options())).page
    assert page.locator("main .f").count() == 0
    expect(page.locator(".changes li")).to_have_count(1)
    expect(page.locator(".legend")).not_to_contain_text("look otherwise")
    expect(page.locator(".about")).to_contain_text("formatting (3)")


def test_from_right_to_left(open_page: Open) -> None:
    text = "يفتح السوق أبوابه عند الفجر كل يوم."
    left, right = [looking(text)], [looking(text, [("أبوابه عند", BOLD)])]
    page = open_page(page_of(left, right, SHOWN, "ar")).page
    assert marked(page, ".r") == ["أبوابه عند"]
    chip = page.locator("main .r .chip.f")
    expect(chip).to_have_text(re.compile("now bold"))
    assert chip.get_attribute("dir") == "ltr"
    assert chip.get_attribute("lang") == "en"


def long_texts(count: int) -> tuple[list[TextParagraph], list[TextParagraph]]:
    """Lines of a list, every third of which looks otherwise; words changed in every seventh."""
    lines = [f"Line {n} of the long list has a word in it." for n in range(count)]
    looks: Looks = [("word", ITALIC)]
    left = [looking(line, looks if n % 3 == 0 else ()) for n, line in enumerate(lines)]
    others = (line.replace("long", "short") if n % 7 == 0 else line for n, line in enumerate(lines))
    return left, [looking(line) for line in others]


@pytest.mark.parametrize("count", [400, 4000])
def test_long_pages_have_all_of_it(open_page: Open, count: int) -> None:
    left, right = long_texts(count)
    html = page_of(left, right, SHOWN)
    visit = open_page(html)
    page = visit.page
    looks = (count + 2) // 3
    assert page.locator("main .r .f:not(.chip)").count() == looks
    formatted = sum(1 for n in range(count) if n % 3 == 0 and n % 7)
    edited = (count + 6) // 7
    expect(page.locator(".changes li.formatted")).to_have_count(formatted)
    expect(page.locator(".changes li.edited")).to_have_count(edited)
    page.get_by_role("button", name="Next").first.click()
    page.get_by_role("button", name="Next").first.click()
    second = page.locator(".changes li").nth(1)
    expect(second.locator("bdi .f")).to_have_text("word")
    expect(page.locator("main .r .current")).to_contain_text("Line 3 ")
    page.locator('input[value="inline"]').check(force=True)
    expect(page.locator("main .i .current")).to_contain_text("Line 3 ")
    expect(page.locator("main .i .current .f")).to_have_text("word")
    ids = page.locator("main [id]").evaluate_all("all => all.map((e) => e.id)")
    assert len(ids) == len(set(ids))
    assert not visit.complaints


@pytest.mark.parametrize("count", [4, 400])
def test_the_page_holds_what_it_shows(count: int) -> None:
    left, right = long_texts(count)
    first, second = source("a.docx", left), source("b.docx", right)
    comparison = compare(first.document, second.document, SHOWN)
    html = page_of(left, right, SHOWN)
    held = embedded_comparison(html.encode())
    whole = json.loads("".join(comparison_json.encode(comparison)))
    assert held["formatting"] == whole["formatting"]
    assert len(whole["formatting"]) == (count + 2) // 3
    session = session_of_page(html.encode())
    assert session.options == SHOWN
    assert session.left.document.formatted
    assert compare(session.left.document, session.right.document, session.options) == comparison


def test_moved_words_may_look_otherwise(open_page: Open) -> None:
    moved = "It will go from here to quite another place of the text, later on, in other company."
    stays = ["The harbour is quiet tonight.", "The captain kept bees.", "Nobody came to the quay."]
    left = [looking(moved, [("place", ITALIC)]), *map(looking, stays)]
    right = [*map(looking, stays), looking(moved)]
    visit = open_page(page_of(left, right, SHOWN))
    page = visit.page
    expect(page.locator(".tally")).to_have_text("1 change: 1 moved")
    assert [marked(page, ".l"), marked(page, ".r")] == [["place"], ["place"]]
    assert chips(page, ".r") == ["no longer italic"]
    page.locator('input[value="inline"]').check(force=True)
    assert chips(page, ":is(.i, .y, .m > .r)") == ["no longer italic"]
    assert not visit.complaints

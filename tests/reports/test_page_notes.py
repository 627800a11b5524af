"""Notes in the margin of the page: their names, the ways between them, and their passages."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_lowercase

import pytest
from playwright.sync_api import Page, expect
from test_page_tools import choose_view
from visits import Open, rendered_review

from variorum.engine import Change, Comparison, Side, Span
from variorum.review import Review

LEFT = """The bridge was closed in the spring. Nobody knows why it was closed.

Its keeper went to live with his sister by the sea.

The old toll house stands empty now."""

RIGHT = """The bridge was closed in the autumn. Nobody knows why it was closed.

Its keeper went to live with his sister by the sea.

The old toll house stands empty now. Swallows nest below its roof every year."""

PASSAGES = (
    (Side.RIGHT, "Swallows nest"),
    (Side.RIGHT, "his sister"),
    (Side.LEFT, "in the spring. Nobody knows"),
    (Side.RIGHT, "The bridge"),
    (Side.LEFT, "The old toll house"),
)
"""Noted in this order, which is not the one in which they are read."""

READ = (
    "in the spring. Nobody knows",
    "The bridge",
    "his sister",
    "The old toll house",
    "Swallows nest",
)


def noted(comparison: Comparison, changes: tuple[Change, ...]) -> Review:
    review = Review().note(changes[0], "Which year?")
    for side, words in PASSAGES:
        start = comparison.document(side).text.index(words)
        review, _ = review.remark_on(side, Span(start, start + len(words)), f"On “{words}”.")
    return review


@pytest.fixture(scope="module")
def html() -> str:
    return rendered_review(LEFT, RIGHT, noted)


def test_a_long_note_stands_below_its_paragraphs(open_page: Open) -> None:
    """In the margin it would keep the texts waiting for its end."""

    def judged(_: Comparison, changes: tuple[Change, ...]) -> Review:
        return Review().note(changes[0], "Which year?").note(changes[1], "So it seems. " * 100)

    page = open_page(
        rendered_review(LEFT, RIGHT, judged), viewport={"width": 1600, "height": 900}
    ).page
    places = page.eval_on_selector_all(
        ".b:has(.notes)",
        """all => all.map(band => {
            const rect = (name) => band.querySelector(name).getBoundingClientRect();
            const { left, top } = rect(".notes");
            return [left >= rect(".r").right, top >= rect(".r").bottom];
        })""",
    )
    assert places == [[True, False], [False, True]]


def lit(page: Page) -> str:
    """The words of the passage that is lit, of what is shown."""
    return "".join(page.locator("mark.told:visible").all_inner_texts())


def test_letters_follow_the_texts(open_page: Open, html: str) -> None:
    page = open_page(html).page
    letters = page.locator(".note .letter")
    assert letters.all_inner_texts() == list(ascii_lowercase[: len(READ)])
    told = page.locator(".note:has(.letter) p").all_inner_texts()
    assert told == [f"On “{words}”." for words in READ]


@pytest.mark.parametrize("view", ["side", "inline", "left", "right"])
def test_the_letter_of_a_note_leads_to_its_passage(open_page: Open, html: str, view: str) -> None:
    visit = open_page(html, viewport={"width": 1280, "height": 300})
    page = visit.page
    choose_view(page, view)
    for letter, words in zip(ascii_lowercase, READ, strict=False):
        way = page.locator(f".note .letter[href='#passage-{letter}']")
        if not way.is_visible():
            continue
        way.click()
        assert lit(page).replace(" ", "") == words.replace(" ", "")
        expect(page.locator("mark.told:visible").first).to_be_in_viewport()
    assert visit.complaints == []


def test_both_texts_are_shown_for_a_passage_that_a_view_lacks(open_page: Open, html: str) -> None:
    page = open_page(html).page
    choose_view(page, "left")
    page.locator(".note .letter").nth(1).click()
    expect(page.locator("input[value=side]")).to_be_checked()
    expect(page.locator(".r mark.told")).to_have_text("The bridge")


def test_a_passage_has_an_address_without_scripts(open_page: Open, html: str) -> None:
    page = open_page(html, java_script_enabled=False).page
    page.get_by_role("link", name="Note c, on the right").click()
    expect(page.locator(".r mark:target")).to_have_text("his sister")


def test_keys_pass_over_notes_that_are_not_in_sight(open_page: Open) -> None:
    # The last change is of a paragraph that the right text does not have: nor is its note shown.
    left = f"{LEFT}\n\nA goat has been seen upon the parapet at night."
    right = LEFT.replace("spring", "autumn")
    page = open_page(rendered_review(left, right, lambda _, changes: _on_each(changes))).page
    choose_view(page, "right")
    page.keyboard.press("C")
    expect(page.locator(".note.now")).to_be_in_viewport()
    expect(page.locator(".note.now")).to_contain_text("On change 1.")
    page.keyboard.press("c")
    expect(page.locator(".note.now")).to_contain_text("On change 1.")


def _on_each(changes: tuple[Change, ...]) -> Review:
    review = Review()
    for change in changes:
        review = review.note(change, f"On change {change.number}.")
    return review


@pytest.mark.parametrize("view", ["side", "inline"])
def test_what_stands_once_is_the_text_with_the_passage(
    open_page: Open, html: str, view: str
) -> None:
    narrow = {"viewport": {"width": 400, "height": 800}} if view == "side" else {}
    page = open_page(html, **narrow).page
    choose_view(page, view)
    expect(page.locator("mark:visible", has_text="his sister")).to_have_count(1)
    assert page.get_by_text("Its keeper went to live").locator("visible=true").count() == 1


def spoken(page: Page) -> list[str]:
    """What a screen reader is given, as Chromium has it."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [node.get("name", {}).get("value", "").strip() for node in nodes if not node["ignored"]]


def test_a_screen_reader_says_whose_words_and_what_notes_follow(open_page: Open, html: str) -> None:
    page = open_page(html).page
    said = spoken(page)
    assert said.count("left.") == said.count("right.") == 2  # unchanged paragraphs need it not
    assert said.count("Notes") == 3
    for name in ("Change 1", "Note a, on the left", "Note b, on the right"):
        assert name in said
    # Alone, and where a word says it for all to see, it goes without saying.
    choose_view(page, "inline")
    assert "left." not in spoken(page)
    choose_view(page, "side")
    page.set_viewport_size({"width": 400, "height": 800})
    assert "left." not in spoken(page)
    assert "left" in spoken(page)


def test_a_passage_is_lit_while_the_mouse_is_at_its_note(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.locator(".note", has_text="On “his sister”").hover()
    assert lit(page) == "his sister"
    page.mouse.move(2, 2)
    page.locator(".head h2").first.hover()
    assert lit(page) == ""


def on_both(comparison: Comparison, _: tuple[Change, ...]) -> Review:
    """A note on the same words of either text."""
    review = Review()
    for side in Side:
        start = comparison.document(side).text.index("his sister")
        review, _remark = review.remark_on(side, Span(start, start + len("his sister")), "Who?")
    return review


def on_left(comparison: Comparison, _: tuple[Change, ...]) -> Review:
    start = comparison.left.text.index("his sister")
    return Review().remark_on(Side.LEFT, Span(start, start + len("his sister")), "Who?")[0]


def test_a_short_note_stands_beside_its_letter(open_page: Open) -> None:
    page = open_page(rendered_review(LEFT, RIGHT, on_left), viewport={"width": 1600, "height": 800})
    letter, words = (page.page.locator(f".note {part}").bounding_box() for part in (".letter", "p"))
    assert letter
    assert words
    assert words["x"] > letter["x"]
    assert words["y"] < letter["y"] + letter["height"] / 2


@pytest.mark.parametrize(("said", "letters"), [(on_both, {"a", "b"}), (on_left, {"a"})])
def test_the_inline_view_has_the_passages_of_both_texts(
    open_page: Open, said: Callable[..., Review], letters: set[str]
) -> None:
    page = open_page(rendered_review(LEFT, RIGHT, said)).page
    choose_view(page, "inline")
    seen = page.eval_on_selector_all(
        "mark[data-of]", "all => all.filter(e => e.checkVisibility()).map(e => e.dataset.of)"
    )
    assert set(seen) == letters
    expect(page.locator(".u:has(mark) > :not(.notes) > p:visible")).to_have_count(1)
    page.locator("#page-search").fill("his sister")
    expect(page.locator("#page-hits")).to_have_text("1 found")
    for number, letter in enumerate(sorted(letters)):
        page.locator(".note .letter").nth(number).click()
        expect(page.locator(f"mark.told[data-of={letter}]").first).to_be_in_viewport()


def test_a_telephone_shows_both_texts_where_both_have_passages(open_page: Open) -> None:
    html = rendered_review(LEFT, RIGHT, on_both)
    page = open_page(html, viewport={"width": 400, "height": 800}).page
    expect(page.locator("mark:visible", has_text="his sister")).to_have_count(2)
    # Which is which is said there as above changed paragraphs.
    labels = page.evaluate(
        """() => [...document.querySelectorAll(".u:has(mark) > :is(.l, .r)")]
          .map((cell) => getComputedStyle(cell, "::before").content)"""
    )
    assert labels == ['"left"', '"right"']

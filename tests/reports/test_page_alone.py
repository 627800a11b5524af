"""One change at a time: the page without all that is not about the current change."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from test_page_in_chromium import LEFT, NARROW, RIGHT
from test_page_tools import AXE, choose_view, judged, position
from visits import Open, rendered, rendered_review

PARAGRAPHS = [f"In town {n} the report speaks of the weather of year {n}." for n in range(60)]
ONE, TWO = 20, 45
TEXTS = (
    "\n\n".join(PARAGRAPHS),
    "\n\n".join(
        text.replace("weather", "traffic") if n in (ONE, TWO) else text
        for n, text in enumerate(PARAGRAPHS)
    ),
)

FRAME = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
"""What the page wanted to do in its next frame is done after it."""


@pytest.fixture(scope="module")
def html() -> str:
    return rendered(*TEXTS)


def towns(page: Page, side: str = "l") -> list[int]:
    """The towns of the paragraphs that are shown."""
    words = page.locator(f".b > .{side} > p:visible").all_inner_texts()
    return [int(number) for text in words for number in re.findall(r"town (\d+)", text)]


def switch(page: Page, *, by_key: bool) -> None:
    if by_key:
        page.keyboard.press("t")
    else:
        page.get_by_role("button", name="Only this change").click()


@pytest.mark.parametrize("by_key", [True, False])
def test_a_change_stands_alone(open_page: Open, html: str, *, by_key: bool) -> None:
    visit = open_page(html)
    page = visit.page
    button = page.get_by_role("button", name="Only this change")
    # Without a current change it is the next one.
    switch(page, by_key=by_key)
    expect(button).to_have_attribute("aria-pressed", "true")
    assert position(page) == "1 / 2"
    assert towns(page) == towns(page, "r") == [ONE - 1, ONE, ONE + 1]
    page.locator("#page-next").click()
    assert towns(page) == [TWO - 1, TWO, TWO + 1]
    # The tools stand at the top from step to step.
    head = page.locator(".head").bounding_box()
    assert head is not None
    assert abs(head["y"]) < 1
    expect(page.locator(".l .current")).to_be_in_viewport()
    page.keyboard.press("p")
    assert towns(page) == [ONE - 1, ONE, ONE + 1]
    switch(page, by_key=by_key)
    expect(button).to_have_attribute("aria-pressed", "false")
    assert towns(page) == list(range(60))
    page.evaluate(FRAME)
    expect(page.locator(".l .current")).to_be_in_viewport()
    assert visit.complaints == []


def test_who_comes_back_finds_the_place_again(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.keyboard.press("n")
    page.evaluate(FRAME)
    place = page.evaluate("scrollBy(0, 90), scrollY")
    page.keyboard.press("t")
    page.evaluate(FRAME)
    page.keyboard.press("t")
    page.evaluate(FRAME)
    assert page.evaluate("scrollY") == place
    # Elsewhere it is the change that one went to.
    page.keyboard.press("t")
    page.keyboard.press("n")
    page.keyboard.press("t")
    page.evaluate(FRAME)
    expect(page.locator(".l .current")).to_be_in_viewport()


def test_folded_texts_show_the_change_too(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.keyboard.press("f")
    page.keyboard.press("t")
    assert towns(page) == [ONE - 1, ONE, ONE + 1]
    page.keyboard.press("n")
    assert towns(page) == [TWO - 1, TWO, TWO + 1]


def test_a_move_is_there_with_both_ends(open_page: Open) -> None:
    moved = "The harbour master keeps three brass lamps and one cat in the tower."
    others = PARAGRAPHS
    page = open_page(
        rendered(
            "\n\n".join([*others[:5], moved, *others[5:]]),
            "\n\n".join([*others[:50], moved, *others[50:]]),
        )
    ).page
    page.keyboard.press("t")
    assert towns(page) == [4, 5, 49, 50]
    assert page.locator(".m:visible:has-text('three brass lamps')").count() == 4
    assert page.locator(".b.cut").count() == 1
    assert page.locator(".way path").get_attribute("d")


@pytest.mark.parametrize("view", ["inline", "left", "right"])
def test_each_view_shows_it_alone(open_page: Open, html: str, view: str) -> None:
    page = open_page(html, **NARROW).page
    page.keyboard.press("t")
    choose_view(page, view)
    page.keyboard.press("n")
    expect(page.locator("main .current:visible").first).to_be_in_viewport()
    shown = page.locator("main .b:visible")
    expect(shown).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_what_is_searched_or_noted_elsewhere_comes_back(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.keyboard.press("t")
    page.locator("#page-search").fill("town 33")
    page.keyboard.press("Enter")
    page.evaluate(FRAME)
    expect(page.locator(".l p", has_text="town 33")).to_be_in_viewport()
    assert len(towns(page)) == 60
    noted = open_page(rendered_review(LEFT, RIGHT, judged), name="noted.html").page
    noted.keyboard.press("t")
    noted.keyboard.press("Shift+C")
    noted.evaluate(FRAME)
    expect(noted.locator(".note.now")).to_be_in_viewport()


AT_ONCE = """() => {
    for (const init of [{key: "n"}, {key: "C", shiftKey: true}])
        document.body.dispatchEvent(new KeyboardEvent("keydown", {...init, bubbles: true}));
}"""


def test_who_goes_on_at_once_is_not_taken_back(open_page: Open) -> None:
    # The address is told only when the note was gone to already.
    page = open_page(rendered_review(LEFT, RIGHT, judged)).page
    page.set_viewport_size({"width": 1280, "height": 240})
    page.evaluate(AT_ONCE)
    page.evaluate(FRAME)
    page.evaluate(FRAME)
    expect(page.locator(".note.now")).to_be_in_viewport()


def test_the_list_leads_from_change_to_change(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.keyboard.press("t")
    page.locator(".changes li a").last.click()
    expect(page.locator("#page-position")).to_have_text("2 / 2")
    assert towns(page) == [TWO - 1, TWO, TWO + 1]


def test_paper_has_all_of_the_texts(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.keyboard.press("t")
    page.emulate_media(media="print")
    assert towns(page) == list(range(60))
    # A bar beside the current change would lie over its words there.
    assert page.locator(".changes li.current").evaluate("e => getComputedStyle(e).boxShadow") == (
        "none"
    )


def test_without_a_change_there_is_none_to_show(open_page: Open) -> None:
    visit = open_page(rendered(TEXTS[0], TEXTS[0]))
    assert visit.page.get_by_role("button", name="Only this change").is_disabled()
    visit.page.keyboard.press("t")
    assert len(towns(visit.page)) == 60
    assert visit.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_about_a_change_alone(open_page: Open, html: str, scheme: str) -> None:
    page = open_page(html, color_scheme=scheme).page
    page.keyboard.press("t")
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")
    assert [(v["id"], [n["html"][:100] for n in v["nodes"]]) for v in found["violations"]] == []

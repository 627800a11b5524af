"""A page as a browser saved it, and in a frame of another page."""

from __future__ import annotations

from html import escape

import pytest
from playwright.sync_api import Page, expect
from test_page_tools import LONG, choose_view, position
from visits import Open, rendered, rendered_review

from variorum.engine import Change, Comparison
from variorum.reports.embedded import embedded_comparison
from variorum.review import Review

WHOLE = "'<!DOCTYPE html>' + document.documentElement.outerHTML"
"""What a browser writes of a page that is saved whole."""

LEFT, RIGHT = LONG[0], LONG[1].replace("weather in town 5", "market in town 5")


def noted(_: Comparison, changes: tuple[Change, ...]) -> Review:
    return Review().judge(changes[0], "question").note(changes[0], "Which market?")


@pytest.fixture(scope="module")
def html() -> str:
    return rendered_review(LEFT, RIGHT, noted)


def change_all(page: Page) -> None:
    """Makes the page look as unlike itself as its tools can."""
    page.get_by_role("separator").press("End")
    page.keyboard.press("f")
    page.keyboard.press("m")
    page.keyboard.press("c")
    page.keyboard.press("n")
    page.locator("input[value=edited]").click()
    page.evaluate("document.querySelector('.more').open = true")
    page.get_by_label("Dark").check()
    page.get_by_label("Huge").check()
    page.get_by_label("Orange and blue").check()
    page.keyboard.press("Escape")
    page.locator("#page-search").fill("weather")
    expect(page.locator("#page-hits")).to_contain_text("found")
    choose_view(page, "inline")
    page.keyboard.press("t")
    expect(page.locator("main.alone")).to_be_attached()
    page.evaluate("document.querySelector('.more').open = true")


def test_a_page_that_was_saved_again_begins_anew(open_page: Open, html: str) -> None:
    first = open_page(html).page
    texts = first.locator("main .l p:visible").all_inner_texts()
    number = position(first)
    change_all(first)
    saved = first.evaluate(WHOLE)
    page = open_page(saved, name="saved.html").page
    assert position(page) == number
    assert page.locator(".changes li:visible").count() == int(number)
    assert page.locator("#page-changes-title").inner_text() == f"{number} changes"
    assert page.locator("main:not([data-view])").count() == 1
    assert page.locator(".current, .lit, .now, .more[open]").count() == 0
    assert page.locator("#page-hits").inner_text() == ""
    assert page.locator("html").evaluate("e => Object.keys(e.dataset)") == []
    expect(page.get_by_role("separator")).to_have_attribute("aria-valuenow", "50")
    expect(page.locator("#page-alone")).to_have_attribute("aria-pressed", "false")
    page.wait_for_function(
        "(texts) => JSON.stringify([...document.querySelectorAll('main .l p')]"
        ".filter(p => p.checkVisibility()).map(p => p.innerText)) === JSON.stringify(texts)",
        arg=texts,
    )
    choose_view(page, "inline")
    page.keyboard.press("n")
    page.keyboard.press("t")
    assert position(page) == f"1 / {number}"
    assert page.locator("main .current:visible").count() > 0


def test_a_link_to_a_change_that_is_gone_says_so(open_page: Open, html: str) -> None:
    """As one in a letter is, when the page was made anew of other texts."""
    row = open_page(html).page.locator("main [data-n][id]").first.get_attribute("id")
    page = open_page(html, anchor=f"#{row}").page
    expect(page.locator("main .current").first).to_be_attached()
    assert page.locator(".lost").count() == 0
    other = rendered(LEFT, RIGHT.replace("market in town 5", "market in city 5"))
    page = open_page(other, anchor=f"#{row}").page
    expect(page.get_by_text("is not on this page")).to_be_in_viewport()
    again = open_page(page.evaluate(WHOLE), name="saved.html").page
    assert again.locator(".lost").count() == 0
    page.emulate_media(media="print")
    assert not page.locator(".lost").is_visible()


def test_variorum_opens_what_a_browser_saved(open_page: Open) -> None:
    page = open_page(rendered(LEFT, RIGHT)).page
    page.keyboard.press("2")
    expect(page.locator("main[data-view=inline]")).to_be_attached()
    found = embedded_comparison(page.evaluate(WHOLE).encode())
    assert found["left"]["text"] == LEFT  # type: ignore[index]
    assert found["right"]["text"] == RIGHT  # type: ignore[index]


def test_the_ways_of_a_page_in_a_frame_stay_in_it(open_page: Open, html: str) -> None:
    """A frame that was given its page as text has the address of the page around it."""
    frame = '<iframe sandbox="allow-scripts" style="width: 1200px; height: 700px" srcdoc="{}">'
    visit = open_page(f"<!DOCTYPE html>{frame.format(escape(html))}</iframe>")
    inner = visit.page.frame_locator("iframe")
    place, lines = inner.locator("#page-position"), inner.locator(".changes li")
    number = lines.count()
    for step in (1, 2):
        inner.locator("#page-next").click()
        expect(place).to_have_text(f"{step} / {number}")
        expect(inner.locator("main .l .current")).to_be_in_viewport()
    lines.first.locator("a").click()
    expect(place).to_have_text(f"1 / {number}")
    expect(inner.locator("main .l .current")).to_be_in_viewport()
    inner.locator(".note a").first.click()
    expect(place).to_have_text(f"1 / {number}")
    assert visit.complaints == []

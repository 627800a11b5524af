"""Ticks of somebody who reads the page: what is viewed, kept by the browser alone."""

from __future__ import annotations

from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from test_page_saved_again import WHOLE
from test_page_tools import AXE, position
from visits import Open, rendered

PARAGRAPHS = [f"In town {n} the report speaks of the weather of year {n}." for n in range(12)]
CHANGED = (2, 5, 8, 11)
LEFT = "\n\n".join(PARAGRAPHS)
RIGHT = "\n\n".join(
    text.replace("weather", "traffic") if n in CHANGED else text
    for n, text in enumerate(PARAGRAPHS)
)
COUNT = len(CHANGED)


@pytest.fixture(scope="module")
def html() -> str:
    return rendered(LEFT, RIGHT)


def ticked(page: Page) -> list[int]:
    """The numbers of the changes that are ticked in the list."""
    lines = page.locator(".changes li")
    return [
        number
        for number in range(1, lines.count() + 1)
        if "viewed" in (lines.nth(number - 1).get_attribute("class") or "").split()
    ]


def boxes(page: Page) -> str:
    """What the list says of the ticks, or nothing."""
    labels = page.locator(".ticks label:visible")
    return ", ".join(" ".join(told.split()) for told in labels.all_inner_texts())


def is_pressed(page: Page) -> bool:
    return page.get_by_role("button", name="Viewed").get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("by_key", [True, False])
def test_what_is_ticked_is_left_behind(open_page: Open, html: str, *, by_key: bool) -> None:
    visit = open_page(html)
    page = visit.page

    def tick() -> None:
        if by_key:
            page.keyboard.press("v")
        else:
            page.get_by_role("button", name="Viewed").click()

    assert boxes(page) == ""
    tick()  # there is no current change yet: it goes to the first one
    assert (position(page), ticked(page)) == (f"1 / {COUNT}", [])
    tick()
    assert (position(page), ticked(page)) == (f"2 / {COUNT}", [1])
    assert not is_pressed(page)
    assert boxes(page) == "Viewed 1, Not viewed 3"
    page.keyboard.press("p")
    assert is_pressed(page)
    tick()  # once more: not viewed, and one stays
    assert (position(page), ticked(page)) == (f"1 / {COUNT}", [])
    assert not is_pressed(page)
    assert boxes(page) == ""
    for _ in range(COUNT):
        tick()
    assert ticked(page) == [1, 2, 3, 4]
    assert position(page) == f"{COUNT} / {COUNT}"
    assert is_pressed(page)
    assert visit.requests == visit.complaints == []


def test_the_next_that_is_not_viewed_may_be_above(open_page: Open, html: str) -> None:
    page = open_page(html).page
    for key in "nnvv":
        page.keyboard.press(key)
    assert (position(page), ticked(page)) == (f"4 / {COUNT}", [2, 3])
    page.keyboard.press("u")
    assert position(page) == f"1 / {COUNT}"
    page.keyboard.press("u")
    assert position(page) == f"4 / {COUNT}"
    assert ticked(page) == [2, 3]


def test_ticks_are_there_again_and_in_another_page_of_the_same_texts(
    open_page: Open, html: str
) -> None:
    page = open_page(html).page
    for key in "nvv":
        page.keyboard.press(key)
    page.reload()
    assert ticked(page) == [1, 2]
    assert boxes(page) == "Viewed 2, Not viewed 2"
    assert position(page) == f"3 / {COUNT}"
    page.keyboard.press("u")
    assert position(page) == f"4 / {COUNT}"
    # Saved again, with one change more at the top: ticks stay with their changes.
    again = rendered(LEFT, RIGHT.replace("In town 0 the report", "In town 0 a letter"))
    place = page.url.partition("#")[0].replace("page.html", "again.html")
    path = Path(urlsplit(place).path)
    path.write_text(again, "utf-8")
    page.goto(place)
    assert ticked(page) == [2, 3]
    # Other texts know nothing of them.
    other = rendered(LEFT, RIGHT, names=("one.txt", "two.txt"))
    path.write_text(other, "utf-8")
    page.goto(place)
    assert ticked(page) == []


def test_two_windows_tick_together(open_page: Open, html: str) -> None:
    page = open_page(html).page
    other = page.context.new_page()
    other.goto(page.url)
    # What is said while a window has just come may not reach it.
    other.evaluate("addEventListener('storage', () => { window.hears = true; })")
    while not other.evaluate("window.hears"):
        page.evaluate("localStorage.setItem('is anybody there', performance.now())")
    for key in "nv":
        page.keyboard.press(key)
    expect(other.locator(".changes li.viewed")).to_have_count(1)
    assert boxes(other) == "Viewed 1, Not viewed 3"
    for key in "nnv":
        other.keyboard.press(key)
    expect(page.locator(".changes li.viewed")).to_have_count(2)
    page.reload()
    assert ticked(page) == [1, 2]


def test_a_window_that_comes_into_sight_asks_what_was_ticked(open_page: Open, html: str) -> None:
    page = open_page(html).page
    for key in "nv":
        page.keyboard.press(key)
    assert ticked(page) == [1]
    # As another window would, but that nobody is told of it.
    page.evaluate("localStorage.clear(); document.dispatchEvent(new Event('visibilitychange'))")
    assert ticked(page) == []


def test_what_is_viewed_can_be_left_out(open_page: Open, html: str) -> None:
    page = open_page(html).page
    for key in "nv":
        page.keyboard.press(key)
    page.get_by_label("Viewed 1", exact=True).uncheck()
    assert page.locator("#page-changes-title").inner_text() == f"3 of {COUNT} changes"
    page.keyboard.press("v")
    assert page.locator("#page-changes-title").inner_text() == f"2 of {COUNT} changes"
    assert position(page) == f"3 / {COUNT}"
    page.keyboard.press("p")  # nothing is left above
    assert position(page) == f"3 / {COUNT}"
    page.get_by_label("Viewed 2", exact=True).check()
    page.get_by_label("Not viewed").uncheck()
    assert page.locator(".changes li:visible").count() == 2
    # Who takes the last tick away has all left out, and a way back.
    for key in "pvpv":
        page.keyboard.press(key)
    assert page.locator(".changes li:visible").count() == 0
    page.get_by_label("Not viewed").check()
    assert page.locator(".changes li:visible").count() == COUNT


def test_a_frame_that_keeps_nothing_ticks_all_the_same(open_page: Open, html: str) -> None:
    frame = '<iframe sandbox="allow-scripts" style="width: 1200px; height: 700px" srcdoc="{}">'
    visit = open_page(f"<!DOCTYPE html>{frame.format(escape(html))}</iframe>")
    inner = visit.page.frame_locator("iframe")
    for _ in range(3):
        inner.get_by_role("button", name="Viewed").click()
    expect(inner.locator(".changes li.viewed")).to_have_count(2)
    expect(inner.locator("#page-position")).to_have_text(f"3 / {COUNT}")
    assert visit.complaints == []


def test_a_page_that_was_saved_with_ticks_begins_anew(open_page: Open, html: str) -> None:
    page = open_page(html).page
    for key in "nvv":
        page.keyboard.press(key)
    saved = open_page(page.evaluate(WHOLE), name="saved.html").page
    assert ticked(saved) == []
    assert boxes(saved) == ""


def test_ticks_are_told_and_not_printed(open_page: Open, html: str) -> None:
    page = open_page(html).page
    for key in "nvv":
        page.keyboard.press(key)
    sign = "getComputedStyle(document.querySelector('.viewed .number'), '::after').content"
    assert page.evaluate(sign) == '" ✓" / " viewed"'
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]] == []
    page.emulate_media(media="print")
    assert page.evaluate(sign) == "none"


def test_without_scripts_nothing_can_be_ticked(open_page: Open, html: str) -> None:
    page = open_page(html, java_script_enabled=False).page
    assert page.get_by_text("Viewed").locator("visible=true").count() == 0

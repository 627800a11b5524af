"""How what is current is shown where a browser would frame each line by itself.

Chromium frames all lines together, and is told here that it does not.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page
from visits import Open, rendered

LEFT = "The bell was cast in the spring of the flood. Nobody rang it.\n\nIt hung for forty years."
RIGHT = LEFT.replace("spring", "summer").replace("Nobody rang it.", "")


@pytest.fixture(scope="module")
def html() -> str:
    page = rendered(LEFT, RIGHT)
    told = page.replace("@supports (-moz-appearance:none)", "@supports (display:block)")
    assert told != page
    # What the page allows itself goes by the letters of its sheet.
    return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", told)


def look(page: Page, name: str) -> list[str]:
    """What a property is on all that is current in the texts."""
    return page.eval_on_selector_all(
        ".b .current", f"all => all.map(one => getComputedStyle(one).{name})"
    )


@pytest.mark.parametrize("steps", [1, 2])
def test_what_is_current_is_a_ground_and_no_frame(open_page: Open, html: str, steps: int) -> None:
    page = open_page(html).page
    page.keyboard.press("n")
    before = look(page, "backgroundColor")
    for _ in range(steps - 1):
        page.keyboard.press("n")
    assert look(page, "outlineStyle") == ["none"] * len(look(page, "outlineStyle"))
    grounds = set(look(page, "backgroundColor"))
    assert grounds == set(before)
    assert grounds != {page.locator("main").evaluate("e => getComputedStyle(e).backgroundColor")}
    page.emulate_media(media="print")
    assert not grounds & set(look(page, "backgroundColor"))


def test_where_the_system_sets_all_colours_it_is_a_frame(open_page: Open, html: str) -> None:
    page = open_page(html, forced_colors="active").page
    page.keyboard.press("n")
    assert set(look(page, "outlineStyle")) == {"solid"}


def test_a_browser_that_frames_lines_together_does(open_page: Open) -> None:
    page = open_page(rendered(LEFT, RIGHT)).page
    page.keyboard.press("n")
    assert set(look(page, "outlineStyle")) == {"solid"}
    assert set(look(page, "boxShadow")) == {"none"}

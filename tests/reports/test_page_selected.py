"""What is selected on the page, and copied: one text, or all."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from test_page_tools import PLAIN, choose_view
from visits import Open, rendered, rendered_review

from variorum.engine import Change, Comparison
from variorum.review import Review

LEFT = """The bell was cast in the spring of the flood.

It hung for forty years in a tower of pine.

The parish paid for a new one with the money for the roof.
"""
RIGHT = LEFT.replace("spring", "summer").replace("pine", "oak").replace("roof", "road")


def noted(_: Comparison, changes: tuple[Change, ...]) -> Review:
    return Review().note(changes[1], "Ask the sexton.")


@pytest.fixture(scope="module")
def html() -> str:
    return rendered_review(LEFT, RIGHT, noted)


def drag(page: Page, start: str, end: str) -> str:
    """Drags the mouse from the first words of one place to the last ones of another.

    Returns:
        What is selected then, without the breaks between paragraphs.
    """
    page.locator("main").evaluate("e => e.scrollIntoView()")
    first, last = page.locator(start).bounding_box(), page.locator(end).bounding_box()
    assert first
    assert last
    page.mouse.move(first["x"] + 1, first["y"] + first["height"] * 0.2)
    page.mouse.down()
    page.mouse.move(last["x"] + 1, last["y"] + last["height"] * 0.7)
    page.mouse.move(last["x"] + last["width"] - 1, last["y"] + last["height"] * 0.8)
    page.mouse.up()
    return selected(page)


def selected(page: Page) -> str:
    return " ".join(page.evaluate("getSelection().toString()").split())


def of(side: str, n: int) -> str:
    return f":nth-match(.b > .{side} > p, {n})"


@pytest.mark.parametrize(("side", "text"), [("l", LEFT), ("r", RIGHT)])
@pytest.mark.parametrize("width", [1600, 1000])
def test_a_selection_stays_in_the_text_it_began_in(
    open_page: Open, html: str, side: str, text: str, width: int
) -> None:
    page = open_page(html, viewport={"width": width, "height": 900}).page
    assert drag(page, of(side, 1), of(side, 3)) == " ".join(text.split())


def test_all_is_selected_after_a_part_was(open_page: Open, html: str) -> None:
    page = open_page(html).page
    drag(page, of("l", 1), of("l", 3))
    page.keyboard.press("Control+a")
    assert "forty years in a tower of pine" in selected(page)
    assert "forty years in a tower of oak" in selected(page)
    assert "Ask the sexton" in selected(page)


def test_views_of_one_column_are_selected_as_they_stand(open_page: Open) -> None:
    lone = LEFT.replace("It hung", "Nobody rang it. It hung")
    page = open_page(rendered(f"Gone soon.\n\n{lone}", RIGHT)).page
    drag(page, of("l", 2), of("l", 3))
    choose_view(page, "inline")
    found = drag(page, ".x > .l > p", ":nth-match(.b > .i > p, 3)")
    assert found.startswith("Gone soon. The bell was cast in the springsummer of")
    assert found.endswith("for the roofroad.")


def test_one_column_on_a_narrow_page_is_selected_as_it_stands(open_page: Open) -> None:
    """What is unchanged stands there once, as the left text."""
    html = rendered(LEFT, LEFT.replace("roof", "road"))
    page = open_page(html, viewport={"width": 500, "height": 900}).page
    found = drag(page, of("l", 1), of("r", 3))
    assert found.startswith("The bell was cast")
    assert "the money for the roof. " in found


def test_figures_and_heads_of_folds_are_not_copied(open_page: Open) -> None:
    page = open_page(rendered(f"Once.\n\n{PLAIN}", f"Twice.\n\n{PLAIN}")).page
    assert page.locator(".fold > summary").is_visible()
    page.keyboard.press("Control+a")
    assert "Paragraph 7 of the report" in selected(page)
    assert "unchanged paragraphs" not in selected(page)
    assert "100%" not in selected(page).partition("Left left.txt")[2]

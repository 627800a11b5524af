"""The overview of the annotated page in a real Chromium."""

from __future__ import annotations

from test_page_in_chromium import in_view
from test_page_tools import LONG
from visits import Open, rendered


def test_the_overview_leads_to_a_place(open_page: Open) -> None:
    page = open_page(rendered(*LONG)).page
    page.evaluate("scrollTo(0, document.querySelector('main').offsetTop)")
    strip = page.locator(".strip canvas")
    box = strip.bounding_box()
    assert box is not None
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert page.evaluate(
        """() => {
            const canvas = document.querySelector(".strip canvas");
            const { width, height } = canvas;
            const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
            return data.filter((value, i) => i % 4 === 3 && value).length;
        }"""
    )
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.76)
    assert in_view(page, page.locator(".l [data-n]"))


def test_the_overview_shows_on_which_side_a_passage_stands(open_page: Open) -> None:
    left = "It rained for days.\n\nThe old mill burned down."
    page = open_page(rendered(left, f"{left.partition('.')[0]}.\n\nBees came in May.")).page
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    halves = """name => {
        const canvas = document.querySelector(".strip canvas");
        canvas.style.color = `var(${name})`;
        const ink = getComputedStyle(canvas).color.match(/\\d+/g).map(Number);
        const { width, height } = canvas;
        const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
        const has = x => Array.from({ length: height }, (_, y) => (y * width + x) * 4)
            .some(at => ink.every((value, i) => data[at + i] === value));
        return [has(Math.round(width / 4)), has(Math.round((width * 3) / 4))];
    }"""
    assert page.evaluate(halves, "--gone-edge") == [True, False]
    assert page.evaluate(halves, "--came-edge") == [False, True]

"""The tools of the annotated page on texts that are hostile, or very long."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import expect
from test_page_in_chromium import HOSTILE, NARROW
from test_page_tools import PLAIN, choose_view
from visits import Open, Visit, rendered, rendered_review

from variorum.engine import Change, Comparison, Side, Span
from variorum.review import Review

STEPS = """() => {
    const begun = performance.now();
    for (let i = 0; i < 20; i += 1) document.querySelector("#page-next").click();
    return (performance.now() - begun) / 20;
}"""
"""Goes to the next change twenty times, and says how many milliseconds one step took."""

IN_TWO_FRAMES = "new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))"

QUICK_MS = 100
"""Within so many milliseconds a page answers to a step."""


def test_a_long_list_is_filled_where_one_looks(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variorum.reports.page.change_list.MOST_IN_FULL", 3)
    html = rendered(PLAIN, PLAIN.replace("weather", "traffic"))
    page = open_page(html, java_script_enabled=False).page
    assert page.locator(".changes li a").nth(4).inner_text() == "edited"
    page = open_page(html).page
    expect(page.locator(".changes li bdi").nth(4)).to_be_attached()
    assert "weather traffic in town 4" in page.locator(".changes li").nth(4).inner_text()
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page.locator("#page-position")).to_have_text("2 / 40")


def test_the_inline_view_is_found_to_its_end(open_page: Open) -> None:
    """By the browser's own search, which knows only what is written; nobody has been there yet."""
    left = "\n\n".join(f"Paragraph {n} of the log speaks of tides." for n in range(300))
    page = open_page(rendered(left, left.replace("tides", "ebbs"))).page
    choose_view(page, "inline")
    expect(page.locator(".b > .i")).to_have_count(300)
    assert page.evaluate("find('Paragraph 290 of the log speaks of tidesebbs.')")


LEFT_OVER = "document.documentElement.scrollHeight - innerHeight - scrollY"


def test_one_key_goes_to_the_very_end_of_a_long_page(open_page: Open) -> None:
    """Where the last stretch is of another height than it was taken for."""
    left = "\n\n".join(
        f"Paragraph {n} of the log, " + "of tides and winds and cargo, " * 40 for n in range(300)
    )
    page = open_page(rendered(left, left.replace("tides", "ebbs"))).page
    page.evaluate("() => { window.there = new Promise(go => addEventListener('scrollend', go)); }")
    page.keyboard.press("End")
    page.evaluate("() => window.there.then(() => null)")
    page.evaluate(IN_TWO_FRAMES)
    # Where the machine is busy, the last step ends after the first of its ends was told.
    page.wait_for_function(f"() => Math.abs({LEFT_OVER}) < 2")


def all_hostile() -> str:
    return "\n\n".join(f"{text} It stands here." for text in HOSTILE.values())


def nothing_ran(visit: Visit) -> None:
    visit.page.wait_for_load_state("networkidle")
    assert (visit.dialogs, visit.requests, visit.complaints) == ([], [], [])


def test_hostile_notes_and_texts_are_harmless_in_every_view(open_page: Open) -> None:
    hostile = all_hostile()

    def review(comparison: Comparison, changes: tuple[Change, ...]) -> Review:
        said = Review(summary=hostile)
        for change in changes:
            said = said.judge(change, "objection").note(change, hostile)
        said, _ = said.remark_on(Side.LEFT, Span(3, len(comparison.left.text) - 3), hostile)
        said, _ = said.remark_on(Side.RIGHT, Span(0, 0), hostile)
        return said.rename({"objection": '"><script>alert(1)</script>'})

    visit = open_page(rendered_review(hostile, hostile.replace("stands", "stood"), review))
    page = visit.page
    for name in ("inline", "left", "right", "side"):
        choose_view(page, name)
        page.keyboard.press("n")
        page.keyboard.press("o")
    page.locator("#page-search").fill("<script>")
    expect(page.locator("#page-hits")).to_contain_text("found")
    for box in page.locator(".filters input").all():
        box.click()
    nothing_ran(visit)
    assert page.locator("script").count() == 2
    assert page.locator("img, iframe, link, base, object, embed, video, audio").count() == 0


def test_swift_steps_in_a_long_text(open_page: Open) -> None:
    """Steps over a text of some length answer within a tenth of a second, most of it painting."""
    text = "\n\n".join(
        " ".join(
            f"In {n} the harbour master of town {n + k} counted {n * k} ships." for k in range(3)
        )
        for n in range(300)
    )
    page = open_page(rendered(text, text.replace("master", "mistress"))).page
    page.keyboard.press("n")
    took: list[float] = []
    while not took or (took[-1] >= QUICK_MS and len(took) < 5):
        took.append(page.evaluate(STEPS))
        expect(page.locator("#page-position")).to_have_text(re.compile(rf"^{1 + 20 * len(took)} /"))
    # Other programs may hold up one of the tries; the page itself would hold up all of them.
    assert min(took) < QUICK_MS


def test_a_word_without_end_in_the_inline_view(open_page: Open) -> None:
    visit = open_page(rendered("a" * 100_000, "b" * 100_000), **NARROW)
    choose_view(visit.page, "inline")
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 390
    nothing_ran(visit)


FRAMES = """
    let frame = 0;
    requestAnimationFrame(() => { frame = 1; requestAnimationFrame(() => { frame = 2; }); });
    window.asked = [];
    const ask = Element.prototype.checkVisibility;
    Element.prototype.checkVisibility = function (...options) {
        if (this.matches(".b")) window.asked.push(frame);
        return ask.apply(this, options);
    };
"""


def test_bands_are_not_asked_for_their_places_before_the_second_frame(open_page: Open) -> None:
    # WebKit would set all of a long text for it: only after a frame it knows what is in sight.
    left = "\n\n".join(f"The {n}th boat came home at noon." for n in range(40))
    visit = open_page("", name="empty.html")
    visit.page.add_init_script(FRAMES)
    path = Path(urlparse(visit.page.url).path).with_name("drawn.html")
    path.write_text(rendered(left, left.replace("noon", "dusk")), encoding="utf-8")
    visit.page.goto(path.as_uri())
    visit.page.wait_for_function("window.asked.length > 0")
    assert min(visit.page.evaluate("window.asked")) == 2

"""Who goes somewhere on the page comes to see it, whatever view hides it at the time."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from test_page_tools import choose_view
from visits import Open, rendered

FRAME = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
"""What the page wanted to do in its next frame is done after it."""

COUNT = 40
LEFT = [f"In the year {n} the keeper wrote of the weather in town {n}." for n in range(COUNT)]
RIGHT = [text.replace("weather", "harvest") if n % 2 else text for n, text in enumerate(LEFT)]
LONE = "Nobody in the valley had ever seen a heron stand so still upon the frozen weir."
MOVED = "Seven bells hang in the tower of the old customs house beside the canal bridge."


@pytest.fixture(scope="module")
def html() -> str:
    """Forty paragraphs, half of them edited; one missing, one new; one went from top to end."""
    left = [MOVED, *LEFT, LONE, "It was very late."]
    right = [*RIGHT, "It was very late.", LONE[::-1], MOVED]
    return rendered("\n\n".join(left), "\n\n".join(right))


def seen(page: Page) -> list[str]:
    """What is outlined as the current change within the window, below the tools."""
    page.evaluate(FRAME)
    return page.evaluate(
        """() => [...document.querySelectorAll("main .current")].filter((element) => {
          const { top, bottom, height } = element.getBoundingClientRect();
          const { bottom: edge } = document.querySelector("main .head").getBoundingClientRect();
          return element.checkVisibility() && height && bottom > edge && top < innerHeight;
        }).map(({ textContent }) => textContent)"""
    )


@pytest.mark.parametrize("view", ["left", "right"])
def test_the_list_leads_to_changes_in_a_view_of_one_text(
    open_page: Open, html: str, view: str
) -> None:
    page = open_page(html).page
    choose_view(page, view)
    page.locator(".changes li a", has_text="town 31").click()
    words = {"left": "weather in town 31.", "right": "harvest in town 31."}
    assert any(words[view] in text for text in seen(page))
    expect(page.locator("main")).to_have_attribute("data-view", view)
    # What moved stands in both texts.
    page.locator(".changes .moved a").click()
    assert any(MOVED in text for text in seen(page))
    expect(page.locator("main")).to_have_attribute("data-view", view)


@pytest.mark.parametrize(("view", "kind"), [("left", "new"), ("right", "missing")])
def test_both_texts_are_shown_for_what_one_lacks(
    open_page: Open, html: str, view: str, kind: str
) -> None:
    visit = open_page(html)
    page = visit.page
    choose_view(page, view)
    page.locator(f".changes .{kind} a").first.click()
    assert seen(page)
    expect(page.locator("input[value=side]")).to_be_checked()
    assert visit.complaints == []


def test_hits_stay_hits_while_one_change_alone_is_shown(open_page: Open, html: str) -> None:
    visit = open_page(html)
    page = visit.page
    page.keyboard.press("n")
    page.keyboard.press("t")
    page.locator("#page-search").fill("heron")
    expect(page.locator("#page-hits")).to_have_text("1 found")
    # The hit is not in sight: all is shown again.
    page.keyboard.press("F3")
    expect(page.locator("#page-hits")).to_have_text("1 of 1")
    expect(page.locator(".l p", has_text="a heron stand")).to_be_in_viewport()
    # What was typed a moment ago is what is gone to.
    page.locator("#page-search").fill("town 3")
    page.keyboard.press("Enter")
    expect(page.locator("#page-hits")).to_contain_text("of ")
    # Nor does anything else that hides places lose which one it was.
    told = page.locator("#page-hits").inner_text()
    page.locator(".filters input").first.uncheck()
    expect(page.locator("#page-hits")).to_have_text(told)
    assert visit.complaints == []


def test_the_list_keeps_the_current_change_in_sight_both_ways(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.locator(".changes li a").last.click()
    within = """() => {
        const own = document.querySelector(".changes li.current").getBoundingClientRect();
        const { top, bottom } = document.querySelector(".changes .list").getBoundingClientRect();
        return own.top >= top - 1 && own.bottom <= bottom + 1;
    }"""
    for key in ("p",) * 20 + ("n",) * 20:
        page.keyboard.press(key)
        assert page.evaluate(within)


@pytest.mark.parametrize(("key", "shown"), [("n", "town 21."), ("p", "town 19.")])
def test_the_first_step_goes_from_what_is_on_the_screen(
    open_page: Open, html: str, key: str, shown: str
) -> None:
    """Nobody who has scrolled down by hand is taken back to the top."""
    page = open_page(html).page
    page.evaluate(
        """() => {
            const band = [...document.querySelectorAll("main p")]
                .find(({ textContent }) => textContent.includes("town 20."));
            scrollBy(0, band.getBoundingClientRect().top - innerHeight / 3);
        }"""
    )
    page.keyboard.press(key)
    assert any(shown in text for text in seen(page))


def test_a_hit_far_down_in_a_paragraph_is_brought_into_sight(open_page: Open) -> None:
    long = " ".join(f"In the year {n} the keeper wrote of the weather." for n in range(700))
    page = open_page(rendered(f"{long} Nobody saw the heron.", long)).page
    page.keyboard.press("/")
    page.keyboard.type("heron")
    page.keyboard.press("Enter")
    page.evaluate(FRAME)
    top, bottom, height = page.evaluate(
        """() => {
            const [hit] = CSS.highlights.get("page-hit");
            const { top, bottom } = hit.getBoundingClientRect();
            return [top, bottom, innerHeight];
        }"""
    )
    assert 0 < top < bottom < height


def test_what_is_folded_away_leaves_its_fold_in_sight(open_page: Open) -> None:
    """Not what follows somewhere below."""
    left = [f"In the year {n} the keeper wrote of the weather in town {n}." for n in range(300)]
    changes = {99, *range(200, 300)}
    right = [t.replace("weather", "harvest") if n in changes else t for n, t in enumerate(left)]
    page = open_page(rendered("\n\n".join(left), "\n\n".join(right))).page
    page.evaluate(
        """() => {
            const within = [...document.querySelectorAll("main .fold p")]
                .find(({ textContent }) => textContent.includes("town 150."));
            within.scrollIntoView({ block: "center" });
        }"""
    )
    page.evaluate(FRAME)
    page.keyboard.press("f")
    page.evaluate(FRAME)
    edge, tops = page.evaluate(
        """() => [
            document.querySelector("main .head").getBoundingClientRect().bottom,
            [...document.querySelectorAll("main .fold")].map(f => f.getBoundingClientRect().top),
        ]"""
    )
    assert abs(tops[1] - edge) < 3


def test_paper_unfolds_for_a_while_only(open_page: Open) -> None:
    left = [f"In the year {n} the keeper wrote of the weather in town {n}." for n in range(30)]
    page = open_page(rendered("\n\n".join(left), "\n\n".join([*left, LONE]))).page
    page.keyboard.press("f")
    for event, is_open in (("beforeprint", True), ("afterprint", False)):
        page.evaluate("name => dispatchEvent(new Event(name))", event)
        assert page.locator("main .fold").first.evaluate("fold => fold.open") is is_open


@pytest.mark.parametrize("key", ["Meta+n", "Control+t", "Meta+2", "Control+m"])
def test_keys_with_control_or_command_are_the_browsers_own(
    open_page: Open, html: str, key: str
) -> None:
    page = open_page(html).page
    before = page.locator("#page-position").inner_text()
    page.keyboard.press(key)
    assert page.locator("#page-position").inner_text() == before
    assert page.locator("main").get_attribute("data-view") is None
    assert page.locator("html").get_attribute("data-plain") is None


def test_a_line_joins_ends_that_stand_beside_each_other_alone(open_page: Open, html: str) -> None:
    for width, is_drawn in ((1280, True), (600, False)):
        page = open_page(html, viewport={"width": width, "height": 800}).page
        page.locator(".changes .moved a").click()
        page.evaluate(FRAME)
        line = page.locator(".way > path").get_attribute("d")
        assert (line is not None) is is_drawn

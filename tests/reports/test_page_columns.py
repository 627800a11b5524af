"""The divider of the two columns of a page: other widths by mouse, by finger and by key."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from test_page_in_chromium import LEFT, NARROW, RIGHT
from test_page_tools import AXE, judged
from visits import Open, rendered, rendered_review

WIDE = {"viewport": {"width": 1500, "height": 800}}

LINES = [f"{n} loaves, {n * 7 % 31} eggs and a dozen of other goods" for n in range(500)]
CHANGED = [f"{line}!" if n % 40 == 7 else line for n, line in enumerate(LINES)]


@pytest.fixture(scope="module")
def html() -> str:
    return rendered_review(LEFT, RIGHT, judged)


def divider(page: Page) -> Locator:
    return page.get_by_role("separator")


def share(page: Page) -> int:
    return int(divider(page).get_attribute("aria-valuenow") or "")


def edges(page: Page, selector: str) -> set[tuple[int, int]]:
    """Where what is shown of some elements begins and ends, in whole pixels."""
    found = page.eval_on_selector_all(
        selector,
        "all => all.filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect())"
        ".map(b => [Math.round(b.left), Math.round(b.right)])",
    )
    return {(left, right) for left, right in found}


def middle(of: Locator) -> tuple[float, float]:
    box = of.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def pull(page: Page, start: tuple[float, float], by: float) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + by / 2, start[1])
    page.mouse.move(start[0] + by, start[1])
    page.mouse.up()


def test_the_divider_is_dragged(open_page: Open, html: str) -> None:
    visit = open_page(html, **WIDE)
    page = visit.page
    divider(page).scroll_into_view_if_needed()
    (left,), (right,) = edges(page, ".b > .l"), edges(page, ".b > .r")
    notes, gutter = edges(page, ".notes"), edges(page, ".g")
    pull(page, middle(divider(page)), 120)
    assert edges(page, ".b > .l") == {(left[0], left[1] + 120)}
    assert edges(page, ".b > .r") == {(right[0] + 120, right[1])}
    assert edges(page, ".notes") == notes
    assert edges(page, ".g") == {(start + 120, end + 120) for start, end in gutter}
    assert share(page) == round(50 + 100 * 120 / (left[1] - left[0] + right[1] - right[0]))
    pull(page, middle(divider(page)), -2000)
    assert share(page) == 20
    divider(page).dblclick()
    assert (edges(page, ".b > .l"), edges(page, ".b > .r")) == ({left}, {right})
    assert (visit.complaints, visit.requests) == ([], [])


def test_the_gutter_is_dragged_with_a_mouse(open_page: Open, html: str) -> None:
    page = open_page(html, **WIDE).page
    page.locator(".g").last.scroll_into_view_if_needed()
    before = edges(page, ".b > .r")
    pull(page, middle(page.locator(".g").last), -90)
    assert edges(page, ".b > .r") == {(start - 90, end) for start, end in before}
    # Nothing else on the page drags it.
    there = page.locator(".b:has(.g) > .r p").last
    pull(page, middle(there), 60)
    assert edges(page, ".b > .r") == {(start - 90, end) for start, end in before}
    assert page.evaluate("getSelection().toString()")


def test_a_finger_drags_the_divider_and_scrolls_in_the_gutter(open_page: Open, html: str) -> None:
    page = open_page(html, has_touch=True, **WIDE).page
    page.evaluate("document.querySelector('main').scrollIntoView()")
    driver = page.context.new_cdp_session(page)

    def drag(start: tuple[float, float], across: float, down: float) -> None:
        def touch(kind: str, *points: tuple[float, float]) -> None:
            driver.send(
                "Input.dispatchTouchEvent",
                {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]},
            )

        touch("touchStart", start)
        for part in (0.3, 0.6, 1):
            touch("touchMove", (start[0] + part * across, start[1] + part * down))
        touch("touchEnd")

    drag(middle(divider(page)), -100, 0)
    moved = share(page)
    assert 35 < moved < 50
    scrolled = page.evaluate("scrollY")
    drag(middle(page.locator(".g").last), -30, -80)
    page.wait_for_function("before => scrollY > before", arg=scrolled)
    assert share(page) == moved


def test_the_divider_is_moved_by_keys(open_page: Open, html: str) -> None:
    page = open_page(html, **WIDE).page
    divider(page).focus()
    shares = []
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "Home", "ArrowLeft", "End", "Enter"):
        page.keyboard.press(key)
        shares.append(share(page))
        (left,), (right,) = edges(page, ".b > .l"), edges(page, ".b > .r")
        width = left[1] - left[0]
        assert width / (width + right[1] - right[0]) == pytest.approx(shares[-1] / 100, abs=0.002)
    assert shares == [52, 54, 52, 20, 20, 80, 50]


@pytest.mark.parametrize("key", ["Alt+ArrowRight", "Control+ArrowRight", "Meta+End"])
def test_keys_of_the_browser_leave_the_divider_alone(open_page: Open, html: str, key: str) -> None:
    page = open_page(html, **WIDE).page
    divider(page).press(key)
    assert share(page) == 50


def test_facing_paragraphs_stay_level(open_page: Open, html: str) -> None:
    page = open_page(html, **WIDE).page
    divider(page).press("Home")
    tops = page.eval_on_selector_all(
        ".b",
        "all => all.map(b => [...b.querySelectorAll(':scope > :is(.l, .r)')]"
        ".map(e => [e.getBoundingClientRect().top, e.getBoundingClientRect().bottom]))",
    )
    assert all(left == right for left, right in tops)


def test_each_line_of_a_list_stays_level(open_page: Open) -> None:
    html = rendered("\n".join(LINES), "\n".join(CHANGED), layout="line")
    page = open_page(html, viewport={"width": 800, "height": 800}).page
    divider(page).press("End")
    band = page.locator(".u:has(.l > p + p)").first
    band.scroll_into_view_if_needed()
    told = band.evaluate(
        "e => ['l', 'r'].map(side => [...e.querySelectorAll(`.${side} > p`)]"
        ".map(p => p.getBoundingClientRect()).map(b => [b.top, b.height]))"
    )
    tops = [[top for top, _ in side] for side in told]
    assert len(tops[0]) > 3
    assert tops[0] == tops[1]
    # They would not be without care: lines wrap on the narrow side.
    assert (
        page.evaluate(
            "e => Math.max(...[...e.querySelectorAll('.r > p')].map(p => {"
            " const words = document.createRange(); words.selectNodeContents(p);"
            " return words.getClientRects().length; }))",
            band.element_handle(),
        )
        > 1
    )


def test_the_line_below_the_head_stays_there(open_page: Open) -> None:
    text = "\n\n".join(
        " ".join(f"In the year {n + k} they counted {n * k} ships." for k in range(9))
        for n in range(90)
    )
    page = open_page(rendered(text, text.replace("ships", "boats")), **WIDE).page
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    top = """() => {
        const edge = document.querySelector(".head").getBoundingClientRect().bottom;
        const band = document.elementFromPoint(innerWidth / 2, edge + 4).closest(".b");
        const { top, height } = band.getBoundingClientRect();
        return [band.textContent, Math.round((edge - top) / height * 100)];
    }"""
    divider(page).evaluate("e => e.focus({ preventScroll: true })")
    words, depth = page.evaluate(top)
    for key in ("End", "ArrowLeft", "Home", "Enter"):
        page.keyboard.press(key)
        now, there = page.evaluate(top)
        assert now == words
        assert abs(there - depth) <= 1


def test_widths_are_for_the_side_by_side_view_alone(open_page: Open, html: str) -> None:
    page = open_page(html, **WIDE).page
    page.keyboard.press("2")
    expect(page.locator("main[data-view=inline]")).to_be_attached()
    columns = {name: edges(page, f".b > .{name}") for name in "ilr"}
    page.keyboard.press("1")
    divider(page).press("End")
    page.keyboard.press("2")
    expect(page.locator("main[data-view=inline]")).to_be_attached()
    assert {name: edges(page, f".b > .{name}") for name in "ilr"} == columns
    expect(divider(page)).to_be_hidden()
    page.keyboard.press("1")
    assert share(page) == 80
    page.set_viewport_size(NARROW["viewport"])
    expect(page.locator("#page-divider")).to_be_hidden()
    assert edges(page, ".b > :is(.l, .r)") == {(0, 390)}
    page.set_viewport_size(WIDE["viewport"])
    page.emulate_media(media="print")
    expect(page.locator("#page-divider")).to_be_hidden()
    (left,), (right,) = edges(page, ".b > .l"), edges(page, ".b > .r")
    assert left[1] - left[0] == right[1] - right[0]


def test_without_a_script_there_is_no_divider(open_page: Open, html: str) -> None:
    page = open_page(html, java_script_enabled=False, **WIDE).page
    expect(page.locator("#page-divider")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_about_other_widths(open_page: Open, html: str, scheme: str) -> None:
    page = open_page(html, color_scheme=scheme, **WIDE).page
    divider(page).press("Home")
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")
    assert [(v["id"], [n["html"][:100] for n in v["nodes"]]) for v in found["violations"]] == []

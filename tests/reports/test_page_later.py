"""Long texts, of which a browser takes in most only when somebody comes near, or by and by."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from playwright.sync_api import Page, expect
from test_annotated_html import objections
from test_page_in_chromium import HOSTILE
from test_page_lines import BANDS
from test_page_tools import choose_view, position
from visits import Open, Visit, rendered, rendered_review

from variorum.engine import Change, Comparison
from variorum.reports.embedded import embedded_comparison
from variorum.reports.page import bands, later, stretches
from variorum.review import Review

COUNT = 800
WORDS = (
    "the keeper of the light wrote of wind and weather, of ships and their cargo, and of himself"
)


def sentence(n: int) -> str:
    return f"In the year {n} {WORDS}. Nobody of town {n} ever read it."


def texts() -> tuple[str, str]:
    """Most paragraphs edited, one of those at the top gone to the end, folds and short lines."""
    left = [sentence(n) for n in range(COUNT)]
    left[5] = "Seven grey herons stood in the shallow water below the old chapel at dawn."
    left[200:220] = [f"Item {n}: rope" for n in range(20)]
    moved = left[5]
    right = [text.replace("weather", "thunder") for text in left]
    right[201] = "Item 1: tar"
    right[300:320] = left[300:320]
    del right[5]
    right.insert(700, moved)
    return "\n\n".join(left), "\n\n".join(right)


@pytest.fixture(autouse=True)
def small_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (stretches, bands):
        monkeypatch.setattr(module, "FULL", 30)


@pytest.fixture
def plain() -> str:
    """The page, all of which is there at once."""
    return rendered(*texts())


@pytest.fixture
def html(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(later, "LEAST", 0)
    return rendered(*texts())


NOBODY_WAITS = """(() => {
    const own = window.setTimeout;
    window.setTimeout = (act, ...more) => (act.name === "makeSome" ? 0 : own(act, ...more));
})()"""
"""Nothing is made by and by."""

UNMADE = "document.querySelectorAll('main .away').length"
SHOWN = "document.querySelector('main').innerText"


def opened_early(open_page: Open, html: str, anchor: str = "") -> Page:
    """The page before anything was made by and by, perhaps at a link."""
    page = open_page(html).page
    own = page.url
    page.add_init_script(NOBODY_WAITS)
    page.goto("about:blank")
    page.goto(own + anchor)
    assert page.evaluate(UNMADE) > 15
    return page


def whole(open_page: Open, html: str, **options: object) -> Page:
    """The page when all of it is made."""
    page = open_page(html, **options).page
    page.wait_for_function(f"() => {UNMADE} === 0")
    return page


def unlike(*pages: Page) -> list[object]:
    """The bands that are not the same in both pages."""
    for page in pages:
        # A parser that waited for the rest of a text may have made two nodes of it.
        page.evaluate("document.querySelector('main').normalize()")
    found = [page.evaluate(BANDS) for page in pages]
    assert len(found[0]) == len(found[1])
    return [pair for pair in zip(*found, strict=True) if pair[0] != pair[1]]


def test_it_is_valid_and_holds_the_same(html: str, plain: str) -> None:
    assert objections(html) == []
    assert embedded_comparison(html.encode()) == embedded_comparison(plain.encode())


def test_by_and_by_all_of_it_is_there(open_page: Open, html: str, plain: str) -> None:
    page = whole(open_page, html)
    other = open_page(plain).page
    assert unlike(page, other) == []
    assert page.locator("main noscript").count() == 0
    assert page.evaluate("document.querySelectorAll('main .b').length") > 0.9 * COUNT
    assert page.evaluate(f"find('In the year {COUNT - 1} the keeper')")


def test_without_scripts_it_is_complete(open_page: Open, html: str, plain: str) -> None:
    page, other = (open_page(each, java_script_enabled=False).page for each in (html, plain))
    for each in (page, other):
        assert each.get_by_text(f"town {COUNT - 1} ever").count() == 2
    texts = [each.locator("main p").all_inner_texts() for each in (page, other)]
    assert texts[0] == texts[1]
    printed = [pypdfium2.PdfDocument(BytesIO(each.pdf())) for each in (page, other)]
    assert len(printed[0]) == len(printed[1])


def test_where_another_policy_forbids_scripts_it_is_complete(open_page: Open, html: str) -> None:
    visit = open_page("<p>Nothing.")
    headers = {"Content-Security-Policy": "script-src 'none'", "Content-Type": "text/html"}
    address = "http://127.0.0.1:9/page.html"
    visit.page.route(address, lambda route: route.fulfill(body=html, headers=headers))
    visit.page.goto(address)
    assert visit.page.get_by_text(f"town {COUNT - 1} ever").count() == 2
    assert visit.page.locator(".tools").is_hidden()


def test_only_what_is_near_is_made_at_once(open_page: Open, html: str) -> None:
    page = opened_early(open_page, html)
    assert page.get_by_text("In the year 3 the keeper").first.is_visible()
    assert page.get_by_text("In the year 150 the keeper").count() == 0
    # The very end has its true height from the first.
    assert page.get_by_text(f"town {COUNT - 1} ever").count() == 2


def test_the_page_is_about_as_high_before(open_page: Open, html: str, plain: str) -> None:
    high = "document.documentElement.scrollHeight"
    heights = [
        page.evaluate(high) for page in (opened_early(open_page, html), open_page(plain).page)
    ]
    assert 0.9 < heights[0] / heights[1] < 1.1


IN_SIGHT = """[...document.querySelectorAll("main p")].some(each => {
    const { top, bottom } = each.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
})"""


def test_who_scrolls_finds_it_made(open_page: Open, html: str) -> None:
    page = opened_early(open_page, html)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    page.wait_for_function(f"() => {IN_SIGHT}")
    assert page.evaluate(UNMADE) > 5


@pytest.mark.parametrize("number", [300, 600])
def test_the_list_leads_to_what_is_not_made_yet(open_page: Open, html: str, number: int) -> None:
    page = opened_early(open_page, html)
    page.locator(".changes li a").nth(number).evaluate("way => way.click()")
    expect(page.locator("#page-position")).to_contain_text(f"{number + 1} /")
    expect(page.locator("main .l .current")).to_be_in_viewport()
    assert page.evaluate(UNMADE) > 5


def test_steps_go_from_what_is_in_sight(open_page: Open, html: str, plain: str) -> None:
    told = []
    for page in (opened_early(open_page, html), open_page(plain).page):
        page.evaluate("scrollTo(0, 2000)")
        page.evaluate("new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))")
        for _ in range(9):
            page.keyboard.press("n")
        told.append((position(page), page.locator("main .current").first.inner_text()))
    assert told[0] == told[1]
    assert not told[0][0].startswith("9 ")


def test_a_link_leads_to_what_is_not_made_yet(open_page: Open, html: str, plain: str) -> None:
    target = open_page(plain).page.locator("main .l [id]").nth(450).get_attribute("id")
    page = opened_early(open_page, html, f"#{target}")
    expect(page.locator(f"[id='{target}'].current")).to_be_in_viewport()


def test_a_link_to_nothing_says_so(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.goto(f"{page.url}#0123456789")
    page.reload()
    expect(page.locator(".lost")).to_be_visible()


def test_the_other_end_of_a_move_is_made(open_page: Open, html: str) -> None:
    page = opened_early(open_page, html)
    moved = page.locator(".changes li.moved a")
    assert moved.count() == 1
    moved.evaluate("way => way.click()")
    expect(page.locator("main .l .m.current")).to_be_in_viewport()
    page.keyboard.press("o")
    expect(page.locator("main .r .m.current")).to_be_in_viewport()
    assert "herons" in page.locator("main .r .m.current").inner_text()


def test_the_way_to_the_other_end_leads_there(open_page: Open, html: str) -> None:
    page = opened_early(open_page, html)
    page.locator("main .l .chip.move").click()
    expect(page.locator("main .r .m")).to_be_in_viewport()


LAST = "[...document.querySelectorAll('main .b p')].findLast(p => p.checkVisibility())"


@pytest.mark.parametrize("name", ["inline", "left", "right"])
def test_other_views_have_all_of_it(open_page: Open, html: str, plain: str, name: str) -> None:
    end = f"In the year {COUNT - 1} the keeper"
    for page in (opened_early(open_page, html), open_page(plain).page):
        choose_view(page, name)
        shown = f"document.querySelector('main').dataset.view === '{name}'"
        page.wait_for_function(f"() => {shown} && {LAST}.textContent.includes('{end}')")


def test_search_finds_what_is_not_made_yet(open_page: Open, html: str) -> None:
    page = opened_early(open_page, html)
    page.locator("#page-search").fill("thunder")
    expect(page.locator("#page-hits")).to_have_text("759 found")
    assert page.evaluate(UNMADE) == 0


def test_paper_has_all_of_it(open_page: Open, html: str, plain: str) -> None:
    pages = opened_early(open_page, html), open_page(plain).page
    printed = [pypdfium2.PdfDocument(BytesIO(page.pdf())) for page in pages]
    assert len(printed[0]) == len(printed[1])
    last = printed[0][len(printed[0]) - 2].get_textpage().get_text_range()
    assert last == printed[1][len(printed[1]) - 2].get_textpage().get_text_range()


def test_what_is_folded_comes_folded(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(later, "LEAST", 0)
    monkeypatch.setattr(stretches, "FULL", 60)
    monkeypatch.setattr(bands, "FULL", 60)
    left = [sentence(n) for n in range(COUNT)]
    right = [text if n % 10 else text.replace("cargo", "crew") for n, text in enumerate(left)]
    page = opened_early(open_page, rendered("\n\n".join(left), "\n\n".join(right)))
    page.keyboard.press("f")
    page.keyboard.press("/")
    page.keyboard.type("nobody")
    expect(page.locator("#page-hits")).to_contain_text("found")
    assert page.locator("main .fold").count() > 60
    assert page.locator("main .fold[open]").count() == 0


def test_a_page_that_was_saved_before_all_was_made(open_page: Open, html: str, plain: str) -> None:
    page = opened_early(open_page, html)
    saved = page.evaluate("'<!DOCTYPE html>' + document.documentElement.outerHTML")
    assert embedded_comparison(saved.encode()) == embedded_comparison(plain.encode())
    again = open_page(saved, java_script_enabled=False).page
    for n in (3, COUNT // 2, COUNT - 1):
        there = again.locator("main p", has_text=f"town {n} ever")
        assert [each.bounding_box() is not None for each in there.all()] == [True, True]
    assert unlike(whole(open_page, saved), open_page(plain).page) == []


def test_a_page_that_was_saved_without_scripts(open_page: Open, html: str, plain: str) -> None:
    page = open_page(html, java_script_enabled=False).page
    saved = page.content()
    assert "document.write" in saved
    assert unlike(whole(open_page, saved), open_page(plain).page) == []


def test_notes_are_there_at_once(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def noted(_: Comparison, changes: tuple[Change, ...]) -> Review:
        return Review().note(changes[250], "Which thunder?")

    monkeypatch.setattr(later, "LEAST", 0)
    page = opened_early(open_page, rendered_review(*texts(), noted))
    page.keyboard.press("c")
    expect(page.locator(".note.now")).to_be_in_viewport()


def test_short_lines_that_repeat_keep_their_ids(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their ids are told by how many had the same texts before."""
    monkeypatch.setattr("variorum.reports.page.lines.MOST_LINKED", 10)
    left = [f"row {n % 40} of goods" for n in range(500)]
    right = [text if n % 3 else text.replace("goods", "wares") for n, text in enumerate(left)]
    pages = [rendered("\n".join(left), "\n".join(right))]
    monkeypatch.setattr(later, "LEAST", 0)
    pages.append(rendered("\n".join(left), "\n".join(right)))
    assert "data-counted" in pages[1]
    named = """() => [...document.querySelectorAll("main [data-u]")].map(one => one.dataset.u)"""
    plain, put_off = (
        page.evaluate(named) for page in (open_page(pages[0]).page, whole(open_page, pages[1]))
    )
    assert plain == put_off
    assert "3" in plain


def test_hostile_texts_stay_harmless(open_page: Open, html: str) -> None:
    assert html
    hostile = [
        *HOSTILE.values(),
        "</noscript><script>alert(2)</script>",
        "<noscript>",
        "</div>\n\n",
    ]
    lines = [f"{hostile[n % len(hostile)]} It stands here, in {n}." for n in range(300)]
    left = "\n\n".join(lines)
    visit: Visit = open_page(rendered(left, left.replace("stands", "stood")))
    visit.page.wait_for_function(f"() => {UNMADE} === 0")
    choose_view(visit.page, "inline")
    visit.page.wait_for_load_state("networkidle")
    assert (visit.dialogs, visit.requests, visit.complaints) == ([], [], [])
    assert visit.page.locator("script").count() == 2
    assert visit.page.locator("img, iframe, link, base, object, embed, video, audio").count() == 0

"""A page by keys, whose texts stay where they were, and in the colours of the system alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from visits import Open, rendered, rendered_review

from variorum.engine import Side, Span
from variorum.review import Review

TEXT = "\n\n".join(
    " ".join(f"In the year {n + k} they counted {n * k} ships." for k in range(9))
    for n in range(60)
)
FRAME = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
PLACE = "[scrollY, document.activeElement.getBoundingClientRect().top]"


@pytest.fixture(scope="module")
def html() -> str:
    return rendered(TEXT, TEXT.replace("ships", "boats"))


def middle(page: Page, selector: str) -> float:
    """Gives the keys to something, goes to the middle of the page, and says where that is."""
    page.locator(selector).focus()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    page.evaluate(FRAME)
    return page.evaluate("scrollY")


@pytest.mark.parametrize("width", [1280, 800, 390])
def test_the_keys_go_through_the_tools_and_the_texts_stay(
    open_page: Open, html: str, width: int
) -> None:
    page = open_page(html, viewport={"width": width, "height": 800}).page
    # Some key has to be pressed before the browser shows where the keys are.
    page.keyboard.press("Tab")
    before = middle(page, "#page-previous")
    names = []
    wanted = ["next", "alone", "viewed", "view", "sentences", "search"]
    for _ in wanted:
        page.keyboard.press("Tab")
        page.evaluate(FRAME)
        names.append(page.evaluate("document.activeElement.id || document.activeElement.name"))
        place, top = page.evaluate(PLACE)
        assert place == before
        assert 0 <= top < 200
    assert [name.removeprefix("page-") for name in names] == wanted


def test_the_keys_go_through_the_list_and_the_texts_stay(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.keyboard.press("Tab")
    before = middle(page, ".filters input")
    for _ in range(4):
        page.keyboard.press("Tab")
        page.evaluate(FRAME)
        assert page.evaluate("scrollY") == before
    assert page.evaluate("document.activeElement.closest('li') !== null")


@pytest.mark.parametrize("key", ["", "Tab"])
def test_what_is_set_at_the_top_of_the_page_leaves_it_there(
    open_page: Open, html: str, key: str
) -> None:
    page = open_page(html, viewport={"width": 1280, "height": 1600}).page
    if key:
        page.keyboard.press(key)
    page.evaluate("document.querySelector('.more').open = true")
    page.get_by_role("group", name="Spacing").get_by_label("Compact").check()
    page.get_by_role("group", name="Marks").get_by_role("checkbox").uncheck()
    assert page.evaluate("scrollY") == 0


def test_the_line_below_the_head_stays_below_it(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.keyboard.press("Tab")
    middle(page, "#page-next")
    for name in ("right", "side"):
        page.locator("input[name=view]:checked").focus()
        page.keyboard.press({"right": "4", "side": "1"}[name])
        expect(page.locator(f"input[value={name}]")).to_be_checked()
        head, top = page.evaluate(
            """() => {
                const { bottom } = document.querySelector(".head").getBoundingClientRect();
                const bands = [...document.querySelectorAll(".b")];
                const tops = bands.map(band => band.getBoundingClientRect().top - bottom);
                return [bottom, Math.min(...tops.map(Math.abs))];
            }"""
        )
        assert head < 200
        assert top < 2


def test_what_colours_say_is_said_without_them(open_page: Open) -> None:
    """Where the system sets all colours there are no grounds and no shadows."""
    html = rendered("One stays here.\n\nTwo is gone soon.", "One stays here.\n\nA third came.")
    page = open_page(html, forced_colors="active").page

    def look(selector: str, name: str) -> str:
        return page.locator(selector).first.evaluate(f"e => getComputedStyle(e).{name}")

    chosen, other = "input[value=side] + span", "input[value=left] + span"
    assert look(chosen, "backgroundColor") != look(other, "backgroundColor")
    assert look("#page-alone", "backgroundColor") == look("#page-next", "backgroundColor")
    page.keyboard.press("t")
    assert look("#page-alone", "backgroundColor") != look("#page-next", "backgroundColor")
    assert look(".x > .l", "borderLeftWidth") == look(".y > .r", "borderRightWidth") == "3px"
    assert look(".x > .r", "borderRightWidth") == "0px"
    assert look(".changes li.current", "borderLeftWidth") == "3px"
    grounds = {look(f".swatch.{kind}", "backgroundColor") for kind in ("kept", "missing", "new")}
    assert len(grounds) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_with_a_note_are_seen_in_the_colours_of_the_system(
    open_page: Open, scheme: str
) -> None:
    """Browsers give marks letters of their own for the ground that they have, and we take away."""

    def noted(*_: object) -> Review:
        return Review().remark_on(Side.LEFT, Span(4, 9), "Which ones?")[0]

    html = rendered_review("One stays here.", "One stays there.", noted)
    page = open_page(html, forced_colors="active", color_scheme=scheme).page
    colour = "e => getComputedStyle(e).color"
    mark, text = page.locator("main mark"), page.locator(".b p").first.evaluate(colour)
    assert mark.evaluate(colour) == text
    assert mark.evaluate("e => getComputedStyle(e, '::after').color") == text


def test_letters_that_changed_in_a_word_are_seen_in_the_colours_of_the_system(
    open_page: Open,
) -> None:
    html = rendered("The councillors sat down again.", "The councilors sat down again.")
    page = open_page(html, forced_colors="active").page
    weight = "e => getComputedStyle(e).fontWeight"
    inside = page.locator("main del > b").first
    assert inside.evaluate(weight) != page.locator("main del").first.evaluate(weight)


def far_down(page: Page) -> tuple[float, float, float]:
    """Pixels down to the foot of the tools, and to the top and foot of the current change."""
    page.evaluate(FRAME)
    page.evaluate(FRAME)
    return page.evaluate(
        """() => {
          const rect = (selector) => document.querySelector(selector).getBoundingClientRect();
          const current = rect("main .current");
          return [rect(".head").bottom, current.top, current.bottom];
        }"""
    )


@pytest.fixture(scope="module")
def long() -> str:
    """A page whose first change is a passage of many screens."""
    lost = "They counted " + ", ".join(f"{n} ships and {n + 1} boats" for n in range(300)) + "."
    added = f"{TEXT}\n\nThere is another change, so that there is a way on."
    return rendered(TEXT.replace("\n\n", f"\n\n{lost}\n\n", 1), added)


@pytest.mark.parametrize("by_button", [False, True])
@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("size", [(1280, 400), (800, 400), (320, 256), (640, 360)])
def test_a_long_passage_is_shown_from_its_beginning(
    open_page: Open, long: str, size: tuple[int, int], *, alone: bool, by_button: bool
) -> None:
    width, height = size
    page = open_page(long, viewport={"width": width, "height": height}).page
    if by_button:
        page.keyboard.press("Tab")  # before some key the browser does not show where the keys are
        page.locator("#page-next").press("Enter")
        assert page.evaluate("document.activeElement.matches('#page-next:focus-visible')")
    else:
        page.keyboard.press("n")
    if alone:
        page.keyboard.press("t")
    head, top, _ = far_down(page)
    assert head <= top <= head + height / 3


@pytest.mark.parametrize("size", [(320, 256), (640, 256), (667, 375)])
def test_a_low_window_leaves_room_for_the_texts(
    open_page: Open, html: str, size: tuple[int, int]
) -> None:
    """1280 x 1024 at 400 % is the first of these, a telephone on its side the last."""
    width, height = size
    page = open_page(html, viewport={"width": width, "height": height}).page
    for _ in range(9):
        page.keyboard.press("n")
    for _ in range(3):
        page.keyboard.press("n")
        head, top, bottom = far_down(page)
        assert 0 < head <= height / 5
        assert head <= top < bottom <= height


def test_large_letters_break_no_words_of_the_figures(open_page: Open, html: str) -> None:
    """As where a browser is told that no letter may be smaller than that."""
    for width in (1280, 800):
        page = open_page(html, viewport={"width": width, "height": 800}).page
        lines = page.evaluate(
            """() => {
              const all = document.querySelectorAll(".figures :is(th, td, caption), .legend *");
              for (const one of all) one.style.fontSize = "24px";
              return [...document.querySelectorAll(".figures thead tr + tr th")].map((head) => {
                const range = document.createRange();
                range.selectNodeContents(head);
                return range.getClientRects().length;
              });
            }"""
        )
        # The third and sixth, of paragraphs, may be hyphenated.
        assert [lines[at] for at in (0, 1, 3, 4)] == [1, 1, 1, 1]
        overlap = page.evaluate(
            """() => {
              const table = document.querySelector(".figures").getBoundingClientRect();
              const legend = document.querySelector(".legend").getBoundingClientRect();
              return table.right > legend.left && table.bottom > legend.top;
            }"""
        )
        assert not overlap
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_escape_leads_back_to_the_texts(open_page: Open, html: str) -> None:
    page = open_page(html).page
    where = "document.activeElement.id"
    page.keyboard.press("/")
    page.keyboard.type("boats")
    page.keyboard.press("Escape")
    assert page.locator("#page-search").input_value() == ""
    assert page.evaluate(where) == "page-search"
    page.keyboard.press("Escape")
    assert page.evaluate(where) == "page-texts"
    page.keyboard.press("n")
    assert page.locator("#page-position").inner_text().startswith("1 ")
    page.keyboard.press("l")
    assert page.evaluate("document.activeElement.closest('.changes') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate(where) == "page-texts"


def test_a_button_keeps_the_keys_when_it_goes_to_a_change(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.keyboard.press("Tab")
    page.locator("#page-next").press("Enter")
    for key in ("Enter", "Space", "Enter"):
        page.keyboard.press(key)
    assert page.locator("#page-position").inner_text().startswith("4 ")
    assert page.evaluate("document.activeElement.matches('#page-next:focus-visible')")
    page.locator("#page-viewed").press("Enter")
    page.keyboard.press("Enter")
    assert page.locator("#page-position").inner_text().startswith("6 ")

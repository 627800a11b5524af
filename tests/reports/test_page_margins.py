"""What stands beside the texts of a page: numbers, signs of decisions, the two ends of a move."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect
from test_page_tools import AXE, choose_view
from visits import Open, rendered, rendered_review

from variorum.engine import (
    Change,
    Comparison,
    Document,
    Options,
    Pin,
    PinKind,
    Span,
    Thresholds,
    compare,
)
from variorum.readers import Source
from variorum.reports.annotated_html import render
from variorum.reports.embedded import embedded_comparison
from variorum.reports.page.direction import _RIGHT_TO_LEFT, has_right_to_left
from variorum.reports.page.runs import Overlay, Overlays
from variorum.review import Review
from variorum.sessions import Position, page_keys

LEFT = """The bell was cast in the spring of the flood.

Nobody remembered the name of the founder.

It hung for forty years in a tower of pine, and the storks nested below it.

On the first frost of the winter the rope broke, and the sexton climbed up alone.

The parish paid for a new one with the money for the roof.
"""
RIGHT = """It hung for forty years in a tower of pine, and the storks nested below it.

A letter of thanks came from the bishop, and was lost.

The bell was cast in the summer of the flood.

On the first frost of the winter the rope tore, and the sexton climbed up alone.

The parish paid for a new one with the money for the roof.
"""


BESIDE = """all => all.filter(one => one.checkVisibility()).map(sentence => {
    const paragraph = sentence.closest("p");
    const line = getComputedStyle(sentence, "::after");
    const number = getComputedStyle(paragraph, "::before");
    const distance = parseFloat(number.right) - paragraph.offsetWidth;
    return [-parseFloat(line.marginInlineStart), distance];
})"""
"""How far from the words the line beside a sentence begins, and the paragraph’s number ends."""


@pytest.mark.parametrize("width", [1280, 600])
@pytest.mark.parametrize("view", ["side", "inline"])
def test_the_line_beside_a_reworded_sentence_leaves_the_number_alone(
    open_page: Open, width: int, view: str
) -> None:
    left = "The committee decided on Tuesday that the harbour should be closed for the winter."
    right = "The committee decided on Monday that the harbour must be left open for the summer."
    options = Options(thresholds=Thresholds(edited=0.95))
    page = open_page(
        rendered(left, right, options=options), viewport={"width": width, "height": 800}
    ).page
    choose_view(page, view)
    found = page.eval_on_selector_all(".b > :is(.l, .i) > p [class^=w]", BESIDE)
    assert found
    for line, number in found:
        assert 3 < line < number


@pytest.fixture(scope="module")
def html() -> str:
    return rendered(LEFT, RIGHT)


def numbers(page: Page, side: str) -> dict[str, str]:
    """For the first words of each paragraph of a side the number that is drawn beside it."""
    return page.eval_on_selector_all(
        f".b > .{side}:not(.empty) > p",
        """all => Object.fromEntries(all.map(p => {
            const words = document.createRange();
            words.selectNodeContents(p);
            const copy = p.cloneNode(true);
            for (const sign of copy.querySelectorAll(".chip, .gap")) sign.remove();
            const drawn = getComputedStyle(p, "::before").content.split(" / ")[0];
            return [copy.textContent.trim().slice(0, 12), drawn.replaceAll('"', "")];
        }))""",
    )


def test_each_paragraph_bears_its_number_in_its_text(open_page: Open, html: str) -> None:
    page = open_page(html, java_script_enabled=True).page
    for side, text in (("l", LEFT), ("r", RIGHT)):
        paragraphs = Document.from_text(text).paragraphs
        expected = {text[p.span.start :][:12]: str(n) for n, p in enumerate(paragraphs, 1)}
        assert numbers(page, side) == expected


def test_the_inline_view_has_the_numbers_of_the_right_text(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.keyboard.press("2")
    written = page.locator(".b > .i > p").filter(has_text="the first frost")
    expect(written).to_have_attribute("data-i", "4")


@pytest.mark.parametrize("width", [1440, 1150, 900, 720])
def test_the_inline_view_has_the_figures_beside_the_text(open_page: Open, width: int) -> None:
    def noted(_: Comparison, changes: tuple[Change, ...]) -> Review:
        return Review().note(changes[0], "Ask the sexton.")

    html = rendered_review(LEFT, RIGHT, noted)
    page = open_page(html, viewport={"width": width, "height": 800}).page
    page.locator("main").evaluate("e => e.scrollIntoView()")
    page.keyboard.press("2")
    figures = page.locator(".b:has(> .i) > .g").first
    expect(figures).to_have_text(re.compile(r"\d+%"))
    edge = "e => e.getBoundingClientRect().left"
    assert figures.evaluate(edge) >= page.locator("main").evaluate(edge)


def test_numbers_are_no_part_of_the_text(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.locator("#page-search").fill("5")
    expect(page.locator("#page-hits")).to_have_text("not found")


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_the_tools_are_one_row(open_page: Open, width: int) -> None:
    same = "\n\n".join(f"Paragraph {n} stays. It is short." for n in range(8))
    html = rendered(f"{LEFT}\n{same}", f"{RIGHT}\n{same}")
    page = open_page(html, viewport={"width": width, "height": 800}).page
    # They stay there when the search says how much is found.
    for wanted in ("", "stays"):
        page.locator("#page-search").fill(wanted)
        expect(page.locator("#page-hits")).to_have_text("16 found" if wanted else "")
        tops = page.eval_on_selector_all(
            ".tools > *",
            "all => all.map(e => { const b = e.getBoundingClientRect();"
            " return (b.top + b.bottom) / 2; })",
        )
        assert len(tops) == 6
        assert max(tops) - min(tops) < 3


@pytest.mark.parametrize("width", [720, 768, 880])
def test_in_two_rows_no_tool_stands_alone(open_page: Open, width: int) -> None:
    same = "\n\n".join(f"Paragraph {n} stays. It is short." for n in range(8))
    html = rendered(f"{LEFT}\n{same}", f"{RIGHT}\n{same}")
    page = open_page(html, viewport={"width": width, "height": 800}).page
    search, more = (page.locator(f".tools > .{name}").bounding_box() for name in ("search", "more"))
    assert search is not None
    assert more is not None
    assert abs(search["y"] - more["y"]) < 3


@pytest.mark.parametrize("width", [1000, 700, 500, 360, 320])
def test_on_narrow_screens_the_ways_stay_in_sight(open_page: Open, html: str, width: int) -> None:
    page = open_page(html, viewport={"width": width, "height": 400}).page
    ways_stay_in_sight(page, width)


@pytest.mark.parametrize("width", [700, 380, 320])
def test_so_they_do_below_more_tools(open_page: Open, width: int) -> None:
    same = "\n\n".join(f"Paragraph {n} stays. It is short." for n in range(8))
    html = rendered(f"{LEFT}\n{same}", f"{RIGHT}\n{same}")
    page = open_page(html, viewport={"width": width, "height": 400}).page
    assert page.locator(".tools > .switch").count() == 2
    ways_stay_in_sight(page, width)


def ways_stay_in_sight(page: Page, width: int) -> None:
    page.evaluate(
        "scrollBy(0, document.querySelector('main').getBoundingClientRect().bottom - 350)"
    )
    box = page.locator("#page-next").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 60
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_lines_are_set_closer_or_wider(open_page: Open, html: str) -> None:
    page = open_page(html).page
    height = "document.querySelector('main').offsetHeight"
    heights = []
    page.locator(".more > summary").click()
    spacing = page.get_by_role("group", name="Spacing")
    for name in ("Compact", "Normal", "Roomy"):
        spacing.get_by_label(name).check()
        heights.append(page.evaluate(height))
    assert heights[0] < heights[1] < heights[2]
    spacing.get_by_label("Normal").check()
    assert page.evaluate(height) == heights[1]


def line(page: Page) -> str | None:
    return page.locator(".way path").get_attribute("d")


def test_the_ends_of_a_move_light_up_together(open_page: Open, html: str) -> None:
    page = open_page(html).page
    there, other = page.locator(".l .m[data-n]"), page.locator(".r .m[data-n]")
    assert line(page) is None
    there.scroll_into_view_if_needed()
    there.hover()
    expect(there).to_have_class(re.compile("lit"))
    expect(other).to_have_class(re.compile("lit"))
    found = re.fullmatch(r"M([\d.]+) ([\d.]+)h[\d.]+V([\d.]+)H([\d.]+)", line(page) or "")
    assert found is not None
    # From the left column to the right one, at the height of the first line of either.
    tops = page.eval_on_selector_all(
        ".lit",
        "all => all.map(e => e.getClientRects()[0].top -"
        " document.querySelector('main').getBoundingClientRect().top)",
    )
    x, y, below, end = map(float, found.groups())
    assert x < end
    assert abs(y - tops[0] - 13) < 1
    assert abs(below - tops[1] - 13) < 1
    page.locator("h1").hover()
    expect(page.locator(".lit")).to_have_count(0)
    assert line(page) is None


def test_the_keys_light_them_up_too(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.locator(".l .chip.move").first.focus()
    assert page.locator(".lit").count() >= 2
    assert line(page)
    page.locator("#page-next").focus()
    assert page.locator(".lit").count() == 0


def test_the_current_move_has_its_line_side_by_side(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.keyboard.press("n")
    assert "moved" in (page.locator(".changes li.current").get_attribute("class") or "")
    assert line(page)
    page.keyboard.press("3")
    expect(page.locator(".way path[d]")).to_have_count(0)


def decided() -> tuple[Comparison, Source, Source]:
    """Two decisions by hand: for two sentences that belong together, and against two others."""
    right = RIGHT.replace("with the money for", "with all the money for")
    first, second = Source.from_text(LEFT, "left.txt"), Source.from_text(right, "right.txt")

    def place(text: str, words: str) -> Span:
        start = text.index(words)
        return Span(start, text.index(".", start) + 1)

    pins = (
        Pin(place(LEFT, "The parish"), place(right, "The parish"), PinKind.ALIGN),
        Pin(place(LEFT, "On the first"), place(right, "On the first"), PinKind.FORBID),
    )
    return compare(first.document, second.document, Options(), pins), first, second


def test_what_was_decided_by_hand_is_said_in_words(open_page: Open) -> None:
    comparison, first, second = decided()
    keys = page_keys(comparison, first, second, Position())
    html = "".join(render(comparison, first, second, more=keys))
    page = open_page(html).page
    for side in "lr":
        told = page.locator(f".{side} .pin").all_inner_texts()
        assert [words.strip() for words in told] == ["kept apart by hand", "aligned by hand"]
        name = page.locator(f".{side} .pin.apart").get_attribute("title")
        assert name == (
            "kept apart by hand: from “On the first frost of the winter the rope "
            + ("tore" if side == "l" else "broke")
            + ", and the…”"
        )
    about = page.locator(".about").inner_text()
    assert "1 pair aligned by hand and 1 pair kept apart by hand" in about
    assert "a person said" in page.locator(".legend").inner_text()
    page.keyboard.press("2")
    expect(page.locator("main")).to_have_attribute("data-view", "inline")
    expect(page.locator("main .pin:visible")).to_have_count(3)
    assert page.locator(".i .pin").count() == 1
    found = embedded_comparison(html.encode())
    assert found["left"]["text"] == LEFT  # type: ignore[index]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_about_decisions(open_page: Open, scheme: str) -> None:
    page = open_page("".join(render(*decided())), color_scheme=scheme).page
    page.keyboard.press("n")
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")
    assert [(v["id"], [n["html"][:100] for n in v["nodes"]]) for v in found["violations"]] == []


def test_decisions_are_said_without_a_script_and_on_paper(open_page: Open) -> None:
    page = open_page("".join(render(*decided())), java_script_enabled=False).page
    expect(page.locator("main .pin:visible")).to_have_count(4)
    page.emulate_media(media="print")
    expect(page.locator("main .pin:visible")).to_have_count(4)
    expect(page.locator(".way")).to_be_hidden()


def test_hostile_passages_that_were_decided_about_stay_text(open_page: Open) -> None:
    bad = '"><script>document.title = "run"</script><img src=x onerror=alert(1)> \u202e\x00'
    first = Source.from_text(f"One plain sentence. {bad} here.", "left.txt")
    second = Source.from_text(f"Another plain sentence. {bad} there.", "right.txt")
    spans = [document.sentences[-1].span for document in (first.document, second.document)]
    pins = (Pin(spans[0], spans[1], PinKind.ALIGN),)
    comparison = compare(first.document, second.document, Options(), pins)
    visit = open_page("".join(render(comparison, first, second)))
    assert (visit.requests, visit.complaints, visit.dialogs) == ([], [], [])
    assert visit.page.locator("main img, main script").count() == 0
    expect(visit.page.locator("main .pin")).to_have_count(2)
    assert "left.txt" in visit.page.title()


def test_without_decisions_nothing_is_said_of_them(html: str) -> None:
    shown = html[: html.index("<script")]
    assert "by hand" not in shown
    assert "a person said" not in shown


LINES = [f"{n} loaves, {n * 7 % 31} eggs" for n in range(2400)]
CHANGED = [f"{line}!" if n % 40 == 7 else line for n, line in enumerate(LINES)]


@pytest.fixture(scope="module")
def list_page() -> str:
    return rendered("\n".join(LINES), "\n".join(CHANGED), layout="line")


def test_a_long_list_is_not_longer_than_twice_its_texts(list_page: str) -> None:
    size = len("\n".join(LINES + CHANGED).encode())
    assert len(list_page.encode()) <= 2.2 * size + 150_000
    found = embedded_comparison(list_page.encode())
    assert found["left"]["text"] == "\n".join(LINES)  # type: ignore[index]
    assert found["right"]["text"] == "\n".join(CHANGED)  # type: ignore[index]


def test_the_lines_of_a_long_list_stay_level(open_page: Open, list_page: str) -> None:
    page = open_page(list_page, viewport={"width": 700, "height": 900}).page
    page.set_viewport_size({"width": 1100, "height": 900})
    band = page.locator(".b.u").filter(has_text=re.compile("^100 loaves|100 loaves, 18")).first
    band.scroll_into_view_if_needed()
    tops = band.evaluate(
        "e => [...e.children].map(cell =>"
        " [...cell.children].map(p => p.getBoundingClientRect().top))"
    )
    assert len(tops[0]) == 8
    assert tops[0] == tops[1]


def test_the_inline_view_of_a_long_list(open_page: Open, list_page: str) -> None:
    page = open_page(list_page).page
    page.keyboard.press("2")
    expect(page.locator("main")).to_have_attribute("data-view", "inline")
    for _ in range(3):
        page.keyboard.press("n")
    written = page.locator(".i .current ins").first
    expect(written).to_be_visible()
    assert page.locator(".b:has(.current) > .i > p").get_attribute("data-i") == "88"


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda s: Span(s[0], s[0] + s[1]))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_what_lies_over_a_stretch_is_found(spans: list[Span], place: Span) -> None:
    over = Overlays(Overlay(span, "em") for span in spans)
    expected = sorted(s for s in spans if s.start < place.end and s.end > place.start)
    assert sorted(found.span for found in over.within(*place)) == expected


@given(st.text(st.characters(exclude_categories=())))
def test_letters_from_right_to_left_are_found(text: str) -> None:
    assert has_right_to_left(text) == (_RIGHT_TO_LEFT.search(text) is not None)


@pytest.mark.parametrize(
    "letter", ["\u05d0", "\u0627", "\ufb1d", "\ufefc", "\U00010900", "\U0001e900"]
)
def test_each_script_that_runs_from_right_to_left_is_found(letter: str) -> None:
    assert has_right_to_left(f"“plain” – {letter}")
    assert not has_right_to_left("“plain” – 中文 ह")


@pytest.mark.parametrize("script", [True, False])
def test_a_long_note_stands_below_its_paragraph(open_page: Open, *, script: bool) -> None:
    """In the margin it would keep the texts waiting for its end."""
    told = "It was said that this is not what was meant. " * 60

    def judged(_: Comparison, changes: tuple[Change, ...]) -> Review:
        return Review().note(changes[0], told).note(changes[1], "Why?")

    left = "The ferry leaves at noon.\n\nThe bell rang twice.\n\nNobody knew why."
    right = left.replace("noon", "one").replace("twice", "thrice")
    page = open_page(
        rendered_review(left, right, judged),
        java_script_enabled=script,
        viewport={"width": 1600, "height": 900},
    ).page
    long, short = (page.locator(".notes").nth(n).bounding_box() for n in (0, 1))
    texts = [page.locator(".b > .r").nth(n).bounding_box() for n in (0, 1)]
    assert long["y"] >= texts[0]["y"] + texts[0]["height"] - 1
    assert long["height"] < 600
    assert short["x"] >= texts[1]["x"] + texts[1]["width"] - 1


SPACED = """* {
  line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important
}"""
"""What readers may set for themselves (WCAG 2.2, 1.4.12)."""


@pytest.mark.parametrize("width", [320, 380, 768])
def test_letters_set_further_apart_leave_the_page_as_wide_as_it_is(
    open_page: Open, html: str, width: int
) -> None:
    page = open_page(html, viewport={"width": width, "height": 800}).page
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
        " document.adoptedStyleSheets = [sheet]; }",
        SPACED,
    )
    assert page.evaluate("document.documentElement.scrollWidth") == width
    # What is wider than that can be scrolled to.
    edges = """() => {
        const table = document.querySelector(".figures");
        table.parentNode.scrollLeft = 1000;
        return table.getBoundingClientRect().right;
    }"""
    assert page.evaluate(edges) <= width

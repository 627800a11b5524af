"""One sentence a line on the page: by click and by key, level, in other views, and on paper."""

from __future__ import annotations

from itertools import islice, pairwise, takewhile
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Page, expect
from test_page_in_chromium import NARROW, NO_SCRIPT
from test_page_saved_again import WHOLE
from test_page_tools import AXE, choose_view
from visits import Open, rendered, rendered_review

from variorum.engine import Change, Comparison, Side, Span, compare
from variorum.readers import read_document
from variorum.reports.annotated_html import render
from variorum.review import Review

LEFT = """\
The mill stood empty for years. Its wheel had lost eleven paddles. \
Nobody in the valley would buy it.

Rain came in by the roof. In spring a baker from Tromsø asked for the key. \
He wanted to grind rye there.

He paid in bread. That was the whole contract. The miller's widow signed it with a pencil."""
RIGHT = """\
The mill stood empty for many years. \
Nobody in the valley would buy it, least of all the miller's sons.

Rain came in by the roof. It had no tiles left. In spring a baker from Tromsø asked for the keys.

He wanted to grind rye there. He paid in bread. That was the whole contract. Both of them laughed. \
The miller's widow signed it with a pencil."""

SENTENCES = 9
"""Of the left text."""

WIDE = {"viewport": {"width": 1500, "height": 900}}

PLACES = """side => [...document.querySelectorAll(`.b > .${side} .row`)]
    .map(row => [row.textContent.trim(), Math.round(row.getBoundingClientRect().top)])"""
WORDS = """() => [...document.querySelectorAll(".b > :is(.l, .r) > p")].map(p => {
    const own = p.cloneNode(true);
    for (const sign of own.querySelectorAll(".chip, .gap")) sign.remove();
    return own.textContent;
})"""


@pytest.fixture(scope="module")
def html() -> str:
    return rendered(LEFT, RIGHT)


def part(page: Page) -> None:
    page.keyboard.press("s")
    expect(page.locator("main.sentences")).to_be_attached()
    expect(page.locator(".row").first).to_be_attached()


def places(page: Page, side: str) -> list[tuple[str, int]]:
    """What stands in each row of a side, and how far down."""
    return [(text, top) for text, top in page.evaluate(PLACES, side)]


def top_of(found: list[tuple[str, int]], words: str) -> int:
    (top,) = [top for text, top in found if words in text]
    return top


def test_each_sentence_is_level_with_its_counterpart(open_page: Open, html: str) -> None:
    visit = open_page(html, **WIDE)
    page = visit.page
    words = page.evaluate(WORDS)
    page.get_by_label("One sentence a line").check()
    expect(page.locator(".row").first).to_be_attached()
    left, right = places(page, "l"), places(page, "r")
    for beginning in (
        "The mill stood",
        "Nobody in",
        "Rain came",
        "In spring",
        "He wanted",
        "He paid",
    ):
        assert abs(top_of(left, beginning) - top_of(right, beginning)) <= 1, beginning
    for side in (left, right):
        tops = [top for _, top in side]
        assert tops == sorted(set(tops))
    assert page.evaluate(WORDS) == words
    # Whole paragraphs again, as if nothing had been.
    page.get_by_label("One sentence a line").uncheck()
    again = open_page(html, name="again.html", **WIDE).page
    heights = "[...document.querySelectorAll('.b')].map(b => b.getBoundingClientRect().height)"
    assert page.evaluate(heights) == again.evaluate(heights)
    assert (visit.complaints, visit.requests) == ([], [])


def test_what_is_missing_stands_opposite_its_gap(open_page: Open, html: str) -> None:
    page = open_page(html, **WIDE).page
    part(page)
    gaps = page.evaluate(
        """() => [...document.querySelectorAll(".row > .gap")].map(gap => {
            const told = document.getElementById(gap.hash.slice(1)).closest(".row");
            const [own, other] = [gap.parentNode, told].map(row => row.getBoundingClientRect().top);
            return [gap.parentNode.childElementCount, Math.round(own - other)];
        })"""
    )
    assert gaps == [[1, 0]] * 3


def test_the_key_and_the_box_say_the_same(open_page: Open, html: str) -> None:
    page = open_page(html, **WIDE).page
    box = page.get_by_label("One sentence a line")
    part(page)
    expect(box).to_be_checked()
    page.keyboard.press("s")
    expect(box).not_to_be_checked()
    expect(page.locator("main.sentences")).to_have_count(0)


def test_a_note_on_a_passage_of_two_sentences_stays_one(open_page: Open) -> None:
    def said(comparison: Comparison, _: tuple[Change, ...]) -> Review:
        text = comparison.left.text
        span = Span(text.index("whole contract"), text.index("signed it"))
        return Review().remark_on(Side.LEFT, span, "All of this.")[0]

    page = open_page(rendered_review(LEFT, RIGHT, said), **WIDE).page
    part(page)
    marks = page.locator(".l mark")
    count = marks.count()
    assert [text for text in marks.all_inner_texts() if text.strip()] == [
        "whole contract.",
        "The miller's widow",
    ]
    ids, letters = ([m.get_attribute(n) for m in marks.all()] for n in ("id", "data-p"))
    assert ids == ["passage-a"] + [None] * (count - 1)
    assert letters == [None] * (count - 1) + ["a"]
    page.locator(".note .letter").click()
    assert page.locator("mark.told").count() == count


def test_emphasis_over_a_border_of_sentences_is_kept(open_page: Open, tmp_path: Path) -> None:
    texts = []
    for name, bird in (("left.md", "geese"), ("right.md", "ducks")):
        path = tmp_path / name
        path.write_text(f"It floats. *It sank once. It carries **hens and** {bird}. Yes.* End.\n")
        texts.append(read_document(path))
    comparison = compare(texts[0].document, texts[1].document)
    page = open_page("".join(render(comparison, *texts)), **WIDE).page
    part(page)
    told = (
        "all => all.map(e => e.querySelectorAll('em')).map(all => [...all].map(e => e.textContent))"
    )
    found = page.eval_on_selector_all(".l .row", told)
    assert ["".join(words).strip() for words in found] == [
        "",
        "It sank once.",
        "It carries hens and geese.",
        "Yes.",
        "",
    ]
    assert page.locator(".l .row strong").inner_text() == "hens and"


LONG = [
    " ".join(f"In the year {n} the harbour of place {k} froze." for k in range(5))
    for n in range(1700, 1900)
]
LONG_RIGHT = [
    text.replace("froze", "thawed", 1) if n % 9 == 3 else text for n, text in enumerate(LONG)
]


@pytest.fixture(scope="module")
def long() -> str:
    return rendered("\n\n".join(LONG), "\n\n".join(LONG_RIGHT))


def test_a_long_text_is_parted_where_one_looks(open_page: Open, long: str) -> None:
    page = open_page(long, **WIDE).page
    part(page)
    assert page.locator(".b:not(.parted)").count() > 50
    # To a change far below, to the end, to one in the middle.
    for way in ("last change", "end", "middle"):
        if way == "end":
            page.keyboard.press("End")
        elif way == "middle":
            page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
        else:
            page.keyboard.press("p")
        page.wait_for_function(
            """() => [...document.querySelectorAll(".b")].filter(band => {
                const { top, bottom } = band.getBoundingClientRect();
                return bottom > 0 && top < innerHeight &&
                    band.checkVisibility({ contentVisibilityAuto: true });
            }).every(band => band.matches(".parted"))"""
        )


def text_at_top(page: Page) -> str:
    """The words of the first band below the head, once it is drawn; there is room between bands."""
    found = page.wait_for_function("""() => {
        let y = document.querySelector(".head").getBoundingClientRect().bottom;
        let band;
        while (!band && (y += 4) < innerHeight - 4)
            band = document.elementFromPoint(innerWidth / 2, y).closest(".b");
        return band?.textContent;
    }""")
    return str(found.json_value())


def test_the_line_below_the_head_stays_in_sight(open_page: Open, long: str) -> None:
    page = open_page(long, **WIDE).page
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    before = text_at_top(page)
    part(page)
    assert text_at_top(page) == before
    page.keyboard.press("s")
    assert text_at_top(page) == before


def test_hits_are_painted_over_what_was_parted(open_page: Open, html: str) -> None:
    page = open_page(html, **WIDE).page
    page.get_by_label("Search in both texts").fill("would buy it")
    page.keyboard.press("Enter")
    painted = "name => [...(CSS.highlights.get(name) ?? [])].map(String)"
    page.locator("main").focus()
    part(page)
    assert page.evaluate(painted, "page-hits") == ["would buy it"] * 2
    assert page.evaluate(painted, "page-hit") == ["would buy it"]


@pytest.mark.parametrize("view", ["inline", "left", "right"])
def test_in_one_column_each_sentence_has_a_line(open_page: Open, html: str, view: str) -> None:
    page = open_page(html, **WIDE).page
    choose_view(page, view)
    part(page)
    tops = page.eval_on_selector_all(
        ".row",
        "all => all.filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().top)",
    )
    assert tops == sorted(set(tops))
    assert len(tops) > SENTENCES


def test_on_a_narrow_screen_each_sentence_has_a_line(open_page: Open, html: str) -> None:
    page = open_page(html, **NARROW).page
    part(page)
    tops = page.eval_on_selector_all(
        ".row",
        "all => all.filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().top)",
    )
    assert tops == sorted(set(tops))
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["viewport"]["width"]


def test_paper_has_all_of_it_level(open_page: Open, long: str) -> None:
    page = open_page(long, **WIDE).page
    part(page)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".b:not(.parted)").count() == 0
    left, right = ([top for _, top in places(page, side)] for side in "lr")
    assert len(left) == 5 * len(LONG)
    assert left == right


def test_nothing_lies_over_anything_where_a_page_ends(open_page: Open) -> None:
    told = " and ".join(["the ice held until the thaw came"] * 4)
    left = [
        " ".join(f"In the year {n} it froze, {told}." for _ in range(n % 5 + 2)) for n in range(30)
    ]
    right = [text.replace("ice", "snow", 1) for text in left]
    page = open_page(rendered("\n\n".join(left), "\n\n".join(right)), **WIDE).page
    part(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".b:not(.parted)").count() == 0
    paper = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert len(paper) > 2
    for sheet in paper:
        words = sheet.get_textpage()
        boxes = [words.get_rect(number) for number in range(words.count_rects())]
        boxes.sort(key=lambda box: box[1])
        for number, (left, bottom, right, top) in enumerate(boxes):
            half = bottom + (top - bottom) / 2
            above = takewhile(lambda box, half=half: box[1] < half, islice(boxes, number + 1, None))
            assert not [box for box in above if min(right, box[2]) - max(left, box[0]) > 1]


def test_notes_below_and_beside_leave_sentences_where_they_are(open_page: Open) -> None:
    def said(comparison: Comparison, _: tuple[Change, ...]) -> Review:
        span = Span(0, comparison.left.text.index(" stood"))
        return Review().remark_on(Side.LEFT, span, "A note of many lines. " * 15)[0]

    html = rendered_review(LEFT, RIGHT, said)
    gaps = {}
    for width in (1000, 1600):
        page = open_page(html, viewport={"width": width, "height": 900}).page
        part(page)
        boxes = page.eval_on_selector_all(
            ".b:has(.note) > .l .row",
            "all => all.map(e => e.getBoundingClientRect()).map(b => [b.top, b.bottom])",
        )
        gaps[width] = [after[0] - before[1] for before, after in pairwise(boxes)]
        note = page.locator(".notes").bounding_box()
        assert note is not None
        assert (note["y"] >= boxes[-1][1]) == (width == 1000)
    assert all(gap < 1 for found in gaps.values() for gap in found)


def test_a_page_that_was_saved_when_parted_begins_anew(open_page: Open, html: str) -> None:
    first = open_page(html, **WIDE).page
    words = first.evaluate(WORDS)
    part(first)
    page = open_page(first.evaluate(WHOLE), name="saved.html", **WIDE).page
    assert page.locator(".row, .parted, main.sentences").count() == 0
    expect(page.get_by_label("One sentence a line")).not_to_be_checked()
    assert page.evaluate(WORDS) == words
    part(page)
    assert places(page, "l") == places(first, "l")


def test_without_a_script_paragraphs_are_whole(open_page: Open, html: str) -> None:
    page = open_page(html, **NO_SCRIPT, **WIDE).page
    expect(page.get_by_label("One sentence a line")).to_be_hidden()
    assert page.locator(".row").count() == 0


def test_where_each_paragraph_is_a_sentence_there_is_nothing_to_part(open_page: Open) -> None:
    visit = open_page(rendered("One stays.\n\nTwo goes.", "One stays.\n\nTwo went."))
    assert visit.page.locator("#page-sentences").count() == 0
    visit.page.keyboard.press("s")
    visit.page.keyboard.press("n")
    assert visit.page.locator(".row, main.sentences").count() == 0
    assert visit.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_about_sentences(open_page: Open, html: str, scheme: str) -> None:
    page = open_page(html, color_scheme=scheme, **WIDE).page
    part(page)
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")
    assert [(v["id"], [n["html"][:100] for n in v["nodes"]]) for v in found["violations"]] == []

"""The tools of the annotated page in a real Chromium, each by click and by key."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect
from test_page_in_chromium import CONTRAST, LEFT, NARROW, RIGHT, in_view
from visits import Open, rendered, rendered_review

from variorum.engine import (
    Change,
    ChangeKind,
    Comparison,
    Document,
    Emphasis,
    EmphasisKind,
    Side,
    Span,
    TextParagraph,
    compare,
)
from variorum.readers import Source
from variorum.reports.annotated_html import render
from variorum.review import Review

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")

PLAIN = "\n\n".join(
    f"Paragraph {n} of the report speaks of the weather in town {n}." for n in range(40)
)
LONG = (PLAIN, PLAIN.replace("weather in town 30", "traffic in town 30"))


def judged(comparison: Comparison, changes: tuple[Change, ...]) -> Review:
    """A review with every kind of thing in it."""
    _, first, second, *_ = changes
    moved = next(change for change in changes if change.kind is ChangeKind.MOVED)
    review = Review(summary="Good on the whole.\n\nSee 3.")
    review = review.judge(first, "accepted").mark_reviewed(first, reviewed=True)
    review = review.judge(second, "objection").note(second, "Was it every night?\nAsk Marthe.")
    review = review.judge(moved, "question")
    start = comparison.left.text.index("silent man")
    review, _ = review.remark_on(Side.LEFT, Span(start, start + 10), "Who was he?")
    review, _ = review.remark_on(Side.RIGHT, Span(0, 11), "A strong opening.")
    return review.rename({"objection": "No & never"})


@pytest.fixture(scope="module")
def html() -> str:
    return rendered_review(LEFT, RIGHT, judged)


def position(page: Page) -> str:
    return page.locator("#page-position").inner_text()


def address(page: Page) -> str:
    """What the page itself says it is; the driver hears of it later."""
    return page.evaluate("location.href")


def choose_view(page: Page, name: str) -> None:
    page.locator(f"label:has(input[value={name}])").click()
    wait_for_view(page, name)


def wait_for_view(page: Page, name: str) -> None:
    view = ":not([data-view])" if name == "side" else f"[data-view={name}]"
    expect(page.locator(f"main{view}")).to_be_attached()


def test_nothing_is_wrong_with_a_page_that_bears_notes(open_page: Open, html: str) -> None:
    visit = open_page(html)
    assert (visit.requests, visit.complaints, visit.dialogs) == ([], [], [])


@pytest.mark.parametrize("script", [True, False])
def test_notes_stand_in_the_margin(open_page: Open, html: str, *, script: bool) -> None:
    page = open_page(html, java_script_enabled=script).page
    notes = page.locator(".notes .note").all_inner_texts()
    told = [" ".join(note.split()) for note in notes]
    assert "2 ✓ Accepted reviewed" in told
    assert "3 ✗ No & never Was it every night? Ask Marthe." in told
    assert "a A strong opening." in told
    assert "b Who was he?" in told
    assert page.locator("mark[data-p=a]").inner_text() == "The council"
    assert page.locator("mark[data-p=b]").inner_text() == "silent man"
    review = " ".join(page.locator(".review").inner_text().split())
    assert "Good on the whole. See 3." in review
    assert "✓ Accepted 1 · ✗ No & never 1 · ? Question 1 · 1 of" in review
    assert "3 notes" in review
    note = page.locator(".note", has_text="Was it every night?").bounding_box()
    band = page.locator(".b", has=page.locator(".note", has_text="Was it every")).bounding_box()
    assert note is not None
    assert band is not None
    assert band["y"] <= note["y"] <= band["y"] + band["height"]


def test_a_note_leads_to_its_change(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.locator(".note", has_text="Was it every night?").locator("a").click()
    # The page goes there when the browser tells it of the new address, which it does later.
    expect(page.locator("#page-position")).to_have_text(re.compile(r"^3 /"))


def test_kinds_are_filtered(open_page: Open, html: str) -> None:
    page = open_page(html).page
    shown = page.locator(".changes li:visible")
    number = shown.count()
    edited = page.locator("input[value=edited]")
    label = page.locator(".filters label", has=edited)
    count = int(label.locator(".count").inner_text())
    assert count == page.locator(".changes li.edited").count() > 0
    edited.click()
    assert shown.count() == number - count
    assert (
        page.locator("#page-changes-title").inner_text() == f"{number - count} of {number} changes"
    )
    for _ in range(number):
        page.keyboard.press("n")
        assert "edited" not in (page.locator(".changes li.current").get_attribute("class") or "")
    edited.click()
    assert shown.count() == number


def test_verdicts_and_reviewed_marks_are_filtered(open_page: Open, html: str) -> None:
    page = open_page(html).page
    shown = page.locator(".changes li:visible")
    number = shown.count()
    page.get_by_label("No verdict").click()
    assert shown.count() == 3
    page.get_by_label("No & never").click()
    assert shown.count() == 2
    page.get_by_label("Not reviewed").click()
    assert shown.count() == 1
    page.get_by_label("Not reviewed").click()
    page.get_by_label("Reviewed", exact=False).first.click()
    for label in ("No verdict", "No & never"):
        page.get_by_label(label).click()
    assert shown.count() == number - 1


def test_the_other_end_by_button_and_by_key(open_page: Open, html: str) -> None:
    page = open_page(html).page
    other = page.locator("#page-other")
    assert other.is_disabled()
    page.keyboard.press("n")
    while "moved" not in (page.locator(".changes li.current").get_attribute("class") or ""):
        page.keyboard.press("n")
    there, back = page.locator(".l .m[data-n]"), page.locator(".r .m[data-n]")
    assert there.count() == back.count() == 1
    first = address(page)
    other.click()
    assert address(page) != first
    page.keyboard.press("o")
    assert address(page) == first
    for end in (there, back):
        assert "current" in (end.get_attribute("class") or "")


@pytest.mark.parametrize("by_key", [True, False])
def test_each_view_shows_what_it_says(open_page: Open, html: str, *, by_key: bool) -> None:
    page = open_page(html).page
    for key, name in (("3", "left"), ("4", "right"), ("2", "inline"), ("1", "side")):
        if by_key:
            page.keyboard.press(key)
            wait_for_view(page, name)
        else:
            choose_view(page, name)
        assert page.locator(f"input[value={name}]").is_checked()
        lefts = page.locator(".b > .l:not(.empty):visible").count()
        rights = page.locator(".b > .r:not(.empty):visible").count()
        inline = page.locator(".b > .i:visible").count()
        assert bool(lefts) is (name in ("left", "side", "inline"))
        assert bool(rights) is (name in ("right", "side", "inline"))
        assert bool(inline) is (name == "inline")


def text_of(page: Page, selector: str) -> str:
    """The words that are shown, without signs of the page."""
    found = page.eval_on_selector_all(
        selector,
        """all => all.filter(e => e.checkVisibility()).map(e => {
            const copy = e.cloneNode(true);
            for (const sign of copy.querySelectorAll(".chip, .gap")) sign.remove();
            return copy.textContent;
        })""",
    )
    return " ".join(" ".join(found).split())


def test_clean_views_are_the_texts_themselves(open_page: Open, html: str) -> None:
    page = open_page(html).page
    choose_view(page, "left")
    assert text_of(page, ".b > .l p") == " ".join(LEFT.split())
    choose_view(page, "right")
    assert text_of(page, ".b > .r p") == " ".join(RIGHT.split())
    mark = page.locator("main .r ins").first
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"


PAIRS = {
    "every kind": (LEFT, RIGHT),
    "astral": (
        "Good 👩‍👩‍👧 morning. Night 🌙 falls 🌙 on us.",
        "Good 👩‍👩‍👧 evening. Night 🌙 fell 🌙 on us.",
    ),
    "merged": ("One is here, at last.\n\nTwo is there, too.", "One is here at last. Two is there."),
    "split": ("One is here at last. Two is there.", "One is here, at last.\n\nTwo is there, too."),
    "Chinese": ("今天下雨。我们留在家里。", "今天下雪。我们都留在家里。"),
    "Arabic": ("ذهب الولد إلى المدرسة. عاد مساءً.", "ذهب الولد إلى السوق. عاد مساءً."),
    "empty": ("", "All of it is new."),
    "moved words": (
        "In the evening the old ferry left the quay with nobody on board.",
        "The old ferry left the quay with nobody on board in the evening.",
    ),
}


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_the_inline_view_holds_both_texts(open_page: Open, pair: tuple[str, str]) -> None:
    visit = open_page(rendered(*pair))
    page = visit.page
    choose_view(page, "inline")
    texts = page.evaluate(
        """() => ["ins", "del"].map(tag => {
            const copy = document.querySelector("main").cloneNode(true);
            copy.querySelectorAll(".head, .chip, .gap, .g, .notes").forEach(e => e.remove());
            const side = ".b:not(.u, .x, .y, .m) > :is(.l, .r), .u > .l";
            copy.querySelectorAll(side).forEach(e => e.remove());
            const gone = tag === "ins" ? "ins, .r .m" : "del, .l .m";
            copy.querySelectorAll(gone).forEach(e => e.remove());
            return copy.textContent;
        })"""
    )
    left, right = ("".join(text.replace("¶", "").split()) for text in texts)
    wanted = ["".join(text.split()) for text in pair]
    if pair is PAIRS["every kind"]:
        assert sorted(left.casefold()) == sorted(wanted[0].casefold())
        assert right == wanted[1]
    else:
        assert left.casefold() == wanted[0].casefold()  # where all else is the same, it is right's
        assert right == wanted[1]
    assert visit.complaints == []


def test_the_inline_view_keeps_the_letters_of_notes(open_page: Open) -> None:
    def review(comparison: Comparison, changes: tuple[Change, ...]) -> Review:
        start = comparison.right.text.index("quay with")
        return (
            Review()
            .remark_on(Side.RIGHT, Span(start, start + 9), "Which?")[0]
            .mark_reviewed(changes[0], reviewed=True)
        )

    left = "The old ferry left the quay with nobody on board."
    visit = open_page(rendered_review(left, left.replace("nobody", "no one"), review))
    choose_view(visit.page, "inline")
    mark = visit.page.locator(".i mark[data-p=a]")
    assert mark.inner_text() == "quay with"
    assert visit.complaints == []


def test_the_inline_view_keeps_emphasis(open_page: Open) -> None:
    words = "The old bridge carries nine trams every hour."
    italic = (Emphasis(Span(8, 22), EmphasisKind.ITALIC),)
    left = Document.from_paragraphs([TextParagraph(words, emphasis=italic)])
    right = Document.from_paragraphs([TextParagraph(words.replace("nine", "ten"), emphasis=italic)])
    source = Source.from_text(words, "x.txt")
    visit = open_page("".join(render(compare(left, right), source, source)))
    choose_view(visit.page, "inline")
    assert "".join(visit.page.locator(".i em").all_inner_texts()) == "bridge carries"
    assert visit.complaints == []


def test_changes_are_walked_in_every_view(open_page: Open, html: str) -> None:
    page = open_page(html).page
    for name in ("inline", "left", "right"):
        choose_view(page, name)
        page.keyboard.press("F8")
        current = page.locator("main .current:visible").all()
        assert any(in_view(page, one) for one in current)


def test_unchanged_stretches_fold(open_page: Open) -> None:
    page = open_page(rendered(*LONG)).page
    fold = page.locator(".fold").first
    assert fold.locator("summary").inner_text() == "28 unchanged paragraphs, 336 words"
    assert page.locator("main .u:visible").count() == 39
    page.keyboard.press("f")
    assert page.locator("#page-fold").is_checked()
    assert page.locator("main .u:visible").count() == 4
    page.locator("#page-fold").uncheck()
    assert page.locator("main .u:visible").count() == 39
    fold.locator("summary").click()
    assert fold.get_attribute("open") is None


def test_folds_are_open_without_a_script_and_on_paper(open_page: Open) -> None:
    page = open_page(rendered(*LONG), java_script_enabled=False).page
    assert page.locator("main .u:visible").count() == 39
    page.locator(".fold summary").first.click()
    page.emulate_media(media="print")
    assert page.locator("main .u p").first.is_visible()


def highlighted(page: Page, name: str) -> list[str]:
    return page.evaluate(
        f"[...(CSS.highlights.get('{name}') ?? [])].map(range => range.toString())"
    )


def test_search_by_hand_and_by_key(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.keyboard.press("/")
    page.keyboard.type("GOAT")
    hits = page.locator("#page-hits")
    page.keyboard.press("Enter")
    assert hits.inner_text() == "1 of 2"
    assert highlighted(page, "page-hits") == ["goat", "goat"]
    assert highlighted(page, "page-hit") == ["goat"]
    page.keyboard.press("Enter")
    assert hits.inner_text() == "2 of 2"
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("F3")
    assert hits.inner_text() == "2 of 2"
    page.keyboard.press("Shift+F3")
    assert hits.inner_text() == "1 of 2"
    choose_view(page, "left")
    assert hits.inner_text() == "1 found"
    page.locator("#page-search").fill("nowhere to be seen")
    expect(hits).to_have_text("not found")
    assert highlighted(page, "page-hits") == []


@pytest.mark.parametrize("words", ["[a-z]+(", "a.*b", "\\", "{2}", "a-b", "$^|?"])
def test_signs_are_searched_for_as_they_are(open_page: Open, words: str) -> None:
    visit = open_page(rendered(f"Look at {words} here.", "Look at it here."))
    visit.page.locator("#page-search").fill(words)
    expect(visit.page.locator("#page-hits")).to_have_text("1 found")
    assert highlighted(visit.page, "page-hits") == [words]
    assert visit.complaints == []


def test_a_hit_in_a_fold_is_shown(open_page: Open) -> None:
    page = open_page(rendered(*LONG)).page
    page.keyboard.press("f")
    page.locator("#page-search").fill("town 12.")
    page.keyboard.press("Enter")
    paragraph = page.locator(".l p", has_text="town 12.")
    assert paragraph.is_visible()
    assert in_view(page, paragraph)


def test_colours_are_chosen(open_page: Open, html: str) -> None:
    page = open_page(html).page
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_text("More", exact=True).click()
    page.get_by_label("Dark").check()
    dark = page.evaluate(ground)
    assert dark != light
    gone = "getComputedStyle(document.querySelector('.l del')).backgroundColor"
    red = page.evaluate(gone)
    page.get_by_label("Orange and blue").check()
    assert page.evaluate(gone) != red
    page.get_by_label("Light", exact=True).check()
    assert page.evaluate(ground) == light
    page.keyboard.press("Escape")
    assert page.get_by_label("Dark").is_hidden()


def test_the_size_of_the_texts_is_chosen(open_page: Open, html: str) -> None:
    page = open_page(html).page
    size = "parseFloat(getComputedStyle(document.querySelector('.r p')).fontSize)"
    sizes = [page.evaluate(size)]
    page.get_by_text("More", exact=True).click()
    for name in ("Small", "Large", "Huge"):
        page.get_by_role("group", name="Size of the texts").get_by_label(name).check()
        sizes.append(page.evaluate(size))
    normal, small, large, huge = sizes
    assert small < normal < large < huge
    page.get_by_role("group", name="Size of the texts").get_by_label("Normal").check()
    assert page.evaluate(size) == normal


@pytest.mark.parametrize("by_key", [True, False])
def test_marks_can_be_hidden_but_for_tracked_changes(
    open_page: Open, html: str, *, by_key: bool
) -> None:
    page = open_page(html).page

    def switch() -> None:
        if by_key:
            page.keyboard.press("m")
        else:
            page.get_by_text("More", exact=True).click()
            page.get_by_role("group", name="Marks").get_by_role("checkbox").click()
            page.keyboard.press("Escape")

    def marked(selector: str) -> bool:
        style = f"getComputedStyle(document.querySelector('{selector}'))"
        ground = page.evaluate(f"{style}.backgroundColor")
        return ground != "rgba(0, 0, 0, 0)" or page.evaluate(f"{style}.borderBottomWidth") != "0px"

    texts = page.locator("main .l p").all_inner_texts()
    assert marked(".b del:not(.s)")
    switch()
    assert not any(marked(one) for one in (".b del", ".b ins", ".m > .r:not(.empty)", ".b span.m"))
    assert page.locator(".l .chip.move").first.is_hidden()
    assert page.locator(".empty .gap").first.is_visible()
    page.keyboard.press("2")
    page.locator(".i del").first.wait_for(state="attached")
    assert marked(".i del")
    page.keyboard.press("1")
    page.emulate_media(media="print")
    assert marked(".b del:not(.s)")
    page.emulate_media(media="screen")
    switch()
    assert marked(".b del:not(.s)")
    # What is not on the screen is left out until the next frame.
    page.wait_for_function(
        "(texts) => [...document.querySelectorAll('main .l p')]"
        ".every((one, number) => one.innerText === texts[number])",
        arg=texts,
    )


def test_the_keys_can_be_switched_off(open_page: Open, html: str) -> None:
    page = open_page(html).page
    before = position(page)
    page.get_by_text("More", exact=True).click()
    page.get_by_label("Use the keys below").uncheck()
    page.keyboard.press("Escape")
    for key in ("n", "F8", "Alt+ArrowDown", "2", "f", "o"):
        page.keyboard.press(key)
    assert position(page) == before
    assert page.locator("input[value=side]").is_checked()


def test_the_keyboard_alone_reaches_every_tool(open_page: Open, html: str) -> None:
    page = open_page(html).page
    reached = set()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(45):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "e => e.id || e.name || e.className", page.evaluate_handle("document.activeElement")
            )
        )
    assert {
        "page-previous",
        "page-next",
        "view",
        "page-search",
        "kind",
        "verdict",
        "seen",
    } <= reached
    page.locator("#page-next").focus()
    page.keyboard.press("l")
    assert page.evaluate("document.activeElement.closest('.changes') !== null")
    page.keyboard.press("l")
    assert page.evaluate("document.activeElement.id") == "page-texts"
    page.keyboard.press("l")
    page.keyboard.press("Enter")
    expect(page.locator("#page-position")).to_have_text(re.compile(r"^1 /"))


@pytest.mark.parametrize(
    ("width", "scheme", "view"),
    [(1440, "light", "side"), (390, "dark", "inline")],
)
def test_axe_finds_nothing(open_page: Open, html: str, width: int, scheme: str, view: str) -> None:
    page = open_page(html, viewport={"width": width, "height": 900}, color_scheme=scheme).page
    if view != "side":
        choose_view(page, view)
    page.locator(".more summary").click()
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")
    told = [(v["id"], [n["html"][:100] for n in v["nodes"][:3]]) for v in found["violations"]]
    assert told == []
    assert len(found["passes"]) > 30


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_other_colours_have_contrast_enough_too(open_page: Open, html: str, scheme: str) -> None:
    page = open_page(html, color_scheme=scheme).page
    page.evaluate("document.querySelector('#page-colour-blind').click()")
    assert page.evaluate(CONTRAST) == []
    choose_view(page, "inline")
    assert page.evaluate(CONTRAST) == []


def test_notes_stand_below_where_it_is_narrow(open_page: Open, html: str) -> None:
    page = open_page(html, **NARROW).page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    note = page.locator(".note", has_text="Was it every night?").bounding_box()
    assert note is not None
    assert note["x"] >= 0
    assert note["x"] + note["width"] <= 390
    for name in ("inline", "left", "right"):
        choose_view(page, name)
        assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_policy_stops_what_would_run_all_the_same(open_page: Open, html: str) -> None:
    """Were something of a text ever to become an element, the browser would refuse to run it."""
    planted = (
        '<img src="x.png" onerror="alert(1)"><script>alert(2)</script><style>p{color:red}</style>'
    )
    visit = open_page(html.replace("</main>", f"{planted}</main>"))
    visit.page.wait_for_load_state("networkidle")
    assert visit.dialogs == []
    assert visit.page.locator("main img").evaluate("image => image.naturalWidth") == 0
    assert (
        visit.page.locator("main p").first.evaluate("e => getComputedStyle(e).color")
        != "rgb(255, 0, 0)"
    )
    assert any("Content Security Policy" in complaint for complaint in visit.complaints)


def test_the_page_holds_the_comparison(open_page: Open, html: str) -> None:
    page = open_page(html).page
    packed = page.locator("#variorum-comparison").text_content()
    data = json.loads(gzip.decompress(b64decode(packed or "")))
    assert data["format"] == "variorum-comparison"
    assert data["left"]["text"] == LEFT
    assert data["review"]["summary"] == "Good on the whole.\n\nSee 3."


@pytest.mark.parametrize("anchor", ["#%", "#%zz", "#nowhere", "#page-texts", "#c1"])
def test_addresses_of_no_change_do_no_harm(open_page: Open, html: str, anchor: str) -> None:
    visit = open_page(html, anchor=anchor)
    visit.page.keyboard.press("n")
    assert position(visit.page).startswith("1 /")
    assert visit.complaints == []


def test_a_link_to_a_row_opens_it_in_another_page_of_the_same_texts(open_page: Open) -> None:
    """A re-save of the page, after an addition far away, keeps its addresses."""
    first = rendered(LEFT, RIGHT)
    visit = open_page(first)
    visit.page.locator(".changes li", has_text="two hens").locator("a").click()
    expect(visit.page).to_have_url(re.compile("#."))
    anchor = address(visit.page).partition("#")[2]
    again = open_page(
        rendered(LEFT, f"{RIGHT}\nThe end.\n"), name="again.html", anchor=f"#{anchor}"
    )
    current = again.page.locator("main .l .current")
    assert current.inner_text().startswith("Its keepers")
    assert in_view(again.page, current)


def test_keys_lead_from_note_to_note(open_page: Open) -> None:
    page = open_page(rendered_review(LEFT, RIGHT, judged)).page
    count = page.locator(".note").count()
    assert count > 2
    seen = []
    for key in ["c"] * (count + 1) + ["Shift+C"] * count:
        page.keyboard.press(key)
        assert page.locator(".note.now").count() == 1
        seen.append(
            page.eval_on_selector_all(".note", "all => all.findIndex(n => n.matches('.now'))")
        )
    assert seen == [*range(count), count - 1, *range(count - 2, -1, -1), 0]

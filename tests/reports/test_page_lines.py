"""Runs of short lines on the page: said short, and the same to look at, to search and to read."""

from __future__ import annotations

import random
import re
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect
from test_annotated_html import objections
from test_page_in_chromium import CONTRAST, NARROW
from test_page_tools import AXE
from visits import Open, rendered, rendered_review

from variorum.engine import (
    Change,
    Comparison,
    Document,
    Emphasis,
    EmphasisKind,
    Side,
    Span,
    Style,
    StyleKind,
    TextParagraph,
    compare,
    find_changes,
)
from variorum.readers import Source
from variorum.reports.annotated_html import render
from variorum.reports.embedded import embedded_comparison
from variorum.reports.page_texts import page_texts
from variorum.review import Review

FRUITS = ["apple", "pear", "plum", "fig", "olive", "almond", "quince", "medlar", "damson"]
MANY = "variorum.reports.page.bands._MANY"
RUNS = "variorum.reports.page.bands.LineWriter.name"
WITHOUT = {"java_script_enabled": False}

LINES = [f"{FRUITS[n % 9].capitalize()} {FRUITS[n % 7]} from row {n}, 7 baskets" for n in range(70)]
# As long as lines of a poem or one sentence of prose: each is a band of its own, unchanged or not.
for number in (1, 4, 14, 31, 45, 52, 56, 60):
    LINES[number] += ", and the cart of the merchant who came before the gates were shut"


def changed_line(number: int, line: str) -> str:
    """A line as the right text has it: most sorts of changes come up among seventy."""
    if number % 23 == 5:
        return f"{line}. A second sentence & <more>"
    if number % 19 == 3:
        return "Words of quite another sort stand here instead"
    if number in (2, 3, 4, 30, 31) or 50 <= number < 58:
        return line
    return line.replace("row", "tree") if number % 2 else line.replace("7 baskets", "9 bags")


CHANGED = [changed_line(n, line) for n, line in enumerate(LINES) if n != 40]
LEFT, RIGHT = "\n\n".join(LINES), "\n\n".join(CHANGED)


@pytest.fixture
def html(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(MANY, 20)
    return rendered(LEFT, RIGHT)


@pytest.fixture
def counted_on(monkeypatch: pytest.MonkeyPatch) -> str:
    """The same page with the numbers of every tenth change alone."""
    monkeypatch.setattr(MANY, 20)
    monkeypatch.setattr("variorum.reports.page.lines.MOST_LINKED", 5)
    return rendered(LEFT, RIGHT)


@pytest.fixture
def in_full(monkeypatch: pytest.MonkeyPatch) -> str:
    """The same page without runs of lines."""
    monkeypatch.setattr(MANY, 20)
    monkeypatch.setattr(RUNS, lambda *_, **__: None)
    return rendered(LEFT, RIGHT)


HEBREW = {ord(letter): chr(0x5D0 + at) for at, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}


def in_hebrew(line: str) -> str:
    """A line with other letters, which say nothing."""
    return line.lower().translate(HEBREW)


def some_in_hebrew(line: str) -> str:
    """A line, every third one with other letters, and some figures between them."""
    number = sum(map(ord, line.partition(",")[0]))
    return in_hebrew(line) if number % 3 == 0 else f"{number},00" if number % 7 == 0 else line


def few_in_latin(line: str) -> str:
    """The same the other way round."""
    number = sum(map(ord, line.partition(",")[0]))
    return line if number % 3 == 0 else f"{number},00" if number % 7 == 0 else in_hebrew(line)


WAYS = {"hebrew": in_hebrew, "some": some_in_hebrew, "few": few_in_latin}


def written_in(way: str) -> tuple[str, str]:
    """Both texts with letters that are written from right to left, or some of them."""
    first = "A line" if way == "some" else in_hebrew("A line")
    left, right = ([first, *map(WAYS[way], lines)] for lines in (LINES, CHANGED))
    return "\n\n".join(left), "\n\n".join(right)


def made(count: int, width: int, share: float) -> tuple[str, str]:
    """Lines of made-up words, of which some have another word on the right."""
    draw = random.Random(4)  # noqa: S311
    known = [
        "".join(draw.choices("aabcdeeefghiijlmnoorsttu", k=draw.randint(2, 9))) for _ in range(4000)
    ]
    left, right = [], []
    for _ in range(count):
        words = [draw.choice(known)]
        while sum(map(len, words)) + len(words) < width - 4:
            words.append(draw.choice(known))
        left.append(" ".join(words).capitalize() + ".")
        if draw.random() < share:
            words[draw.randrange(len(words))] = draw.choice(known)
        right.append(" ".join(words).capitalize() + ".")
    return "\n\n".join(left), "\n\n".join(right)


@pytest.mark.parametrize(
    ("width", "share"),
    [(37, 0.5), (37, 0.4), (32, 0.5), (29, 1), (37, 1), (65, 1), (90, 1), (125, 1)],
)
def test_each_line_adds_twice_its_text_at_most(width: int, share: float) -> None:
    sizes = []
    for count in (1500, 3000):
        left, right = made(count, width, share)
        page = rendered(left, right).encode()
        found = embedded_comparison(page)
        assert [found[side]["text"] for side in ("left", "right")] == [left, right]  # type: ignore[index]
        sizes.append((len(page), len((left + right).encode())))
    (page_size, size), (larger_page, larger) = sizes
    assert page_size <= 2.2 * size + 150_000
    assert larger_page - page_size <= 2.2 * (larger - size)


@pytest.mark.parametrize("share", [0.5, 1])
@pytest.mark.parametrize(
    ("count", "width"), [(60, 10), (200, 10), (300, 20), (300, 37), (600, 20), (1000, 25)]
)
def test_a_page_of_a_short_list_is_short(count: int, width: int, share: float) -> None:
    left, right = made(count, width, share)
    page = rendered(left, right).encode()
    assert len(page) <= 2.2 * len((left + right).encode()) + 150_000
    found = embedded_comparison(page)
    assert [found[side]["text"] for side in ("left", "right")] == [left, right]  # type: ignore[index]


@pytest.mark.parametrize("way", list(WAYS))
def test_a_page_of_a_list_is_short_whichever_way_it_is_written(way: str) -> None:
    left, right = ("\n\n".join(map(WAYS[way], text.split("\n\n"))) for text in made(1500, 30, 0.8))
    size = len((left + right).encode())
    assert len(rendered(left, right).encode()) <= 2.2 * size + 150_000


LINE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=50).map(
    lambda text: " ".join(text.split())
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(LINE, LINE, st.booleans()), max_size=9))
def test_the_texts_of_any_lines_are_got_out_again(lines: list[tuple[str, str, bool]]) -> None:
    left = "\n\n".join(first for first, _, _ in lines)
    right = "\n\n".join(second if other else first for first, second, other in lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MANY, 0)
        html = rendered(left, right)
    assert objections(html) == []
    documents = Document.from_text(left), Document.from_text(right)
    plain = [document.text.isprintable() for document in documents]
    for side, document in zip(Side, documents, strict=True):
        shown = page_texts(html)[side]
        told = [document.paragraph_text(i) for i in range(len(document.paragraphs))]
        assert len(shown) == len(told)
        assert list(map(len, shown)) == list(map(len, told))
        assert shown == told or not all(plain)


# Elements, their attributes in order, and text, whatever order they were written in.
BANDS = r"""() => {
    const told = node => node.nodeType === 3 ? node.data : [
        node.tagName,
        [...node.attributes].map(({name, value}) => `${name}=${value}`).sort().join(" "),
        ...[...node.childNodes].map(told),
    ];
    return [...document.querySelectorAll("main .b")].map(told);
}"""


def test_the_script_makes_the_same_bands_of_it(
    open_page: Open, html: str, counted_on: str, in_full: str
) -> None:
    assert html.count("<div class=k") > 3
    assert "<div class=k" not in in_full
    expected = open_page(in_full).page.evaluate(BANDS)
    assert open_page(html).page.evaluate(BANDS) == expected
    assert counted_on.count("<p data-e=") > 20
    assert open_page(counted_on).page.evaluate(BANDS) == expected


def test_the_same_of_lists_in_another_language(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MANY, 20)
    style = Style(StyleKind.LIST_ITEM, 1)

    def document(word: str) -> Document:
        emphasis = (Emphasis(Span(6, 8), EmphasisKind.ITALIC),)
        lines = (f"Zeile {n} {word if n % 3 else 'nur'} mit Worten" for n in range(10, 70))
        return Document.from_paragraphs(
            [TextParagraph(line, style, emphasis) for line in lines], language="de"
        )

    comparison = compare(document("einer Zahl"), document("keiner Zahl"))

    def page() -> str:
        return "".join(
            render(comparison, Source.from_text("", "l.txt"), Source.from_text("", "r.txt"))
        )

    short = page()
    monkeypatch.setattr(RUNS, lambda *_, **__: None)
    assert '<div class="k list-item' in short
    assert " lang=de>" in short
    found = open_page(short).page.evaluate(BANDS)
    assert found == open_page(page()).page.evaluate(BANDS)
    assert "list-item" in str(found)


# The words of each paragraph that is seen, and where they stand.
PLACES = r"""() => {
    const out = [];
    const range = document.createRange();
    for (const p of document.querySelectorAll("" +
            "main :is(.k, .k > *, .l:not(.empty), .r:not(.empty)) > p, " +
            "main .k > :is(del, ins):not(:has(> p))")) {
        if (!p.checkVisibility()) continue;
        const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
        for (let node; node = walker.nextNode();) {
            range.selectNode(node);
            const {left, top, right, bottom} = range.getBoundingClientRect();
            out.push([node.data, ...[left, top, right, bottom].map(n => Math.round(n))]);
        }
    }
    return out.sort((a, b) => a[2] - b[2] || a[1] - b[1]);
}"""


# The number of a change stands before its words: without a script on the left alone.
WITHOUT_NUMBERS = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("main [data-n]::before { content: none !important }");
    document.adoptedStyleSheets = [sheet];
}"""


def places_without_script(open_page: Open, html: str, width: int, media: str) -> list[object]:
    """Where all of a page stands that runs no script, but for the numbers of changes."""
    page = open_page(html, **WITHOUT, viewport={"width": width, "height": 800}).page
    page.emulate_media(media=media)
    page.evaluate(WITHOUT_NUMBERS)
    # All of it, not only what is near.
    page.evaluate(
        "document.querySelectorAll('[class^=z]').forEach(z => z.style.contentVisibility ="
        " 'visible')"
    )
    return page.evaluate(PLACES)


@pytest.mark.parametrize("width", [1280, 720])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_without_a_script_it_looks_the_same(
    open_page: Open, html: str, counted_on: str, in_full: str, width: int, media: str
) -> None:
    places = [
        places_without_script(open_page, each, width, media) for each in (html, counted_on, in_full)
    ]
    assert places[0] == places[1] == places[2]
    assert len(places[0]) > 130


def test_without_a_script_the_left_line_has_the_number(open_page: Open, html: str) -> None:
    page = open_page(html, **WITHOUT).page
    told = page.locator(".k > p[data-n]:nth-child(odd)").evaluate_all(
        "lines => lines.map(p => [getComputedStyle(p, '::before').content,"
        " p.nextElementSibling.matches('[data-n]')])"
    )
    assert len(told) > 10
    assert all(re.match(r'"\d+\u202f"', number) for number, _ in told)
    assert not any(twice for _, twice in told)


def share_of(page: Page, row: int) -> tuple[str, str, float]:
    """What is drawn between the two texts beside a line, and where."""
    line = page.locator(".k > p", has_text=f"row {row},").first
    return line.evaluate(
        "p => [getComputedStyle(p, '::after').content,"
        " getComputedStyle(p, '::after').width, p.getBoundingClientRect().right]"
    )


def test_what_changed_stands_between_the_texts(open_page: Open, html: str) -> None:
    page = open_page(html, **WITHOUT).page
    told, width, right = share_of(page, 14)
    assert re.fullmatch(r'"\d+%"', told)
    between = page.locator(".names").evaluate("e => e.children[1].getBoundingClientRect().left")
    assert right + float(width.removesuffix("px")) == pytest.approx(between, abs=1)


def test_narrow_and_without_a_script_it_is_one_column(open_page: Open, html: str) -> None:
    page = open_page(html, **NARROW, **WITHOUT).page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    same = page.locator(".k > p", has_text=re.compile(r"from row 2,"))
    assert [line.is_visible() for line in same.all()] == [True, False]
    left, right = page.locator(".k > p", has_text=re.compile("(row|tree) 11,")).all()
    assert left.bounding_box()["x"] == right.bounding_box()["x"] == 0  # type: ignore[index]
    assert left.bounding_box()["y"] < right.bounding_box()["y"]  # type: ignore[index]
    assert page.evaluate(CONTRAST) == []


def test_paper_has_all_of_it(open_page: Open, html: str) -> None:
    for options in (WITHOUT, {}):
        paper = pypdfium2.PdfDocument(BytesIO(open_page(html, **options).page.pdf()))
        text = "".join(page.get_textpage().get_text_bounded() for page in paper)
        paper.close()
        for line in LINES:
            assert line.partition(",")[0] in text
        assert re.search(r"\b\d+%", text)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_without_a_script(open_page: Open, html: str, scheme: str) -> None:
    # What axe-core waits for never comes where scripts are off; so the page has none here.
    bare = re.sub(r"(?s)<script>.*?</script>", "", html)
    page = open_page(bare, color_scheme=scheme).page
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")
    assert [(v["id"], [n["html"][:100] for n in v["nodes"][:3]]) for v in found["violations"]] == []
    assert page.evaluate(CONTRAST) == []


def test_a_link_leads_to_a_line(open_page: Open, html: str) -> None:
    row = re.findall(r"<p data-g=\d+ id=(\w+) data-n=", html)[20]
    page = open_page(html, anchor=f"#{row}", **WITHOUT).page
    assert page.locator("main :target").evaluate("e => e.localName") == "p"
    assert page.locator("main :target").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page = open_page(html, anchor=f"#{row}").page
    expect(page.locator(f"a.current[id='{row}']")).to_be_in_viewport()
    before = page.locator("#page-position").inner_text()
    page.keyboard.press("n")
    expect(page.locator("#page-position")).not_to_have_text(before)


def test_a_link_leads_to_a_line_whose_id_the_run_says(
    open_page: Open, html: str, counted_on: str
) -> None:
    row = re.findall(r"<p data-g=\d+ id=(\w+) data-n=", html)[20]
    assert row not in re.findall(r" id=(\w+)", counted_on)
    assert "data-e" in counted_on
    page = open_page(counted_on, anchor=f"#{row}").page
    expect(page.locator(f"a.current[id='{row}']")).to_be_in_viewport()


def test_every_tool_finds_the_lines(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.locator("#page-search").fill("from tree 11")
    expect(page.locator("#page-hits")).to_have_text("1 found")
    page.locator("#page-search").fill("")
    page.locator("#page-texts").focus()
    for key, name in (("2", "inline"), ("4", "right"), ("3", "left"), ("1", None)):
        page.keyboard.press(key)
        if name:
            expect(page.locator("main")).to_have_attribute("data-view", name)
    page.keyboard.press("n")
    expect(page.locator("main").locator(".current").first).to_be_in_viewport()


def test_a_line_with_a_note_is_said_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MANY, 20)

    def review(_: Comparison, changes: tuple[Change, ...]) -> Review:
        return Review().note(changes[7], "Why so?")

    html = rendered_review(LEFT, RIGHT, review)
    before, _, after = html.partition("Why so?")
    assert before.rpartition("<div class=b>")[2].count("<div class=k") == 0
    assert after.startswith("</p></div></div></div>\n<div class=k>")


@pytest.fixture(params=list(WAYS))
def both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Three pages of one text: with runs of lines, counted on, and in full."""
    monkeypatch.setattr(MANY, 20)
    texts = written_in(request.param)
    said = rendered(*texts)
    monkeypatch.setattr("variorum.reports.page.lines.MOST_LINKED", 5)
    counted = rendered(*texts)
    monkeypatch.setattr("variorum.reports.page.lines.MOST_LINKED", 1000)
    monkeypatch.setattr(RUNS, lambda *_, **__: None)
    return [said, counted, rendered(*texts)]


def test_the_script_makes_the_same_bands_whichever_way_they_are_written(
    open_page: Open, both_ways: list[str]
) -> None:
    assert [html.count("<div class=k") > 3 for html in both_ways] == [True, True, False]
    assert objections(both_ways[0]) == []
    bands = [open_page(html).page.evaluate(BANDS) for html in both_ways]
    assert bands[0] == bands[1] == bands[2]
    assert "dir=" in str(bands[0])


@pytest.mark.parametrize("width", [1280, 720])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_without_a_script_it_looks_the_same_whichever_way_it_is_written(
    open_page: Open, both_ways: list[str], width: int, media: str
) -> None:
    places = [places_without_script(open_page, html, width, media) for html in both_ways]
    assert places[0] == places[1] == places[2]
    assert len(places[0]) > 100


@pytest.mark.parametrize("way", ["some", "few"])
@pytest.mark.parametrize("width", [1280, 720])
def test_the_line_beside_a_reworded_sentence_is_where_it_begins(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, way: str, width: int
) -> None:
    monkeypatch.setattr(MANY, 20)
    html = rendered(*written_in(way))
    page = open_page(html, **WITHOUT, viewport={"width": width, "height": 800}).page
    told = page.locator(".k > p[data-w], .k > p[data-w] + p").evaluate_all(
        """lines => lines.map(p => {
            const {backgroundPositionX, direction} = getComputedStyle(p);
            const percent = Number(/([\\d.]+)%/.exec(backgroundPositionX)?.[1] ?? 0);
            return [direction, percent];
        })"""
    )
    assert {direction for direction, _ in told} == {"ltr", "rtl"}
    assert all(percent == (100 if way == "rtl" else 0) for way, percent in told)


@pytest.mark.parametrize(("width", "media"), [(1280, "screen"), (390, "screen"), (1280, "print")])
@pytest.mark.parametrize("key", ["1", "4"])
def test_numbers_have_their_margin_whichever_way_a_text_is_written(
    open_page: Open, key: str, width: int, media: str
) -> None:
    margins = []
    for way in (str, in_hebrew):
        texts = way("one line\n\nand another"), way("one line\n\nand an end")
        page = open_page(rendered(*texts), viewport={"width": width, "height": 800}).page
        page.keyboard.press(key)
        page.emulate_media(media=media)
        margins.append(
            page.locator("main .b > :is(.l, .r)").evaluate_all(
                "cells => cells.map(cell => getComputedStyle(cell))"
                ".map(({paddingLeft, paddingRight}) => [paddingLeft, paddingRight])"
            )
        )
    assert margins[0] == margins[1]
    assert len(margins[0]) == 4


def test_texts_that_are_written_in_two_ways_are_said_in_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(MANY, 20)
    assert "<div class=k" not in rendered(LEFT, in_hebrew(LEFT))


def test_items_from_right_to_left_are_said_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MANY, 20)
    lines = [f"كتاب رقم {n} في البيت" for n in range(40)]

    def page(style: Style) -> str:
        left, right = (
            Document.from_paragraphs([TextParagraph(line.replace(*word), style) for line in lines])
            for word in (("", ""), ("البيت", "القصر"))
        )
        sources = Source.from_text("", "l.txt"), Source.from_text("", "r.txt")
        return "".join(render(compare(left, right), *sources))

    assert "<div class=k lang=ar dir=rtl>" in page(Style(StyleKind.BODY))
    assert "<div class=k" not in page(Style(StyleKind.LIST_ITEM, 1)).replace("<div class=key", "")


def test_only_what_is_in_sight_of_a_long_list_is_filled(open_page: Open) -> None:
    left, right = made(1200, 30, 0.6)
    page = open_page(rendered(left, right)).page
    expect(page.locator(".changes li").nth(2).locator("bdi")).to_be_attached()
    last = page.locator(".changes li").last
    assert last.locator("bdi").count() == 0
    last.scroll_into_view_if_needed()
    expect(last.locator("bdi")).to_be_attached()


def moved_about(count: int) -> tuple[str, str]:
    """Lines that nearly all changed, some of which stand elsewhere on the right."""
    left, right = (text.split("\n\n") for text in made(count, 40, 1))
    for at in range(30, count, 400):
        left[at] = right[at] = f"The harbour master of quay {at} counted his barrels twice a day"
        right.insert(at + 25, right.pop(at))
    return "\n\n".join(left), "\n\n".join(right)


IN_LIST = """items => items.map(item => [
    item.parentElement.start + [...item.parentElement.children].indexOf(item),
    item.className,
    item.firstElementChild.getAttribute("href").slice(1),
])"""


def test_a_very_long_list_is_made_of_letters(open_page: Open) -> None:
    html = rendered(*moved_about(1250))
    comparison = compare(*map(Document.from_text, moved_about(1250)))
    expected = [[c.number, str(c.kind), c.id] for c in find_changes(comparison)]
    assert sum(kind == "moved" for _, kind, _ in expected) >= 3
    # A link that leads nowhere is looked for in all rows, which get their ids by that.
    visit = open_page(html, anchor="#nowhere")
    assert visit.page.locator(".changes li").evaluate_all(IN_LIST) == expected
    # The same of a page that a browser saved as it was seen, before and after.
    seen = open_page(open_page(html).page.content(), anchor="#nowhere").page
    assert seen.locator(".changes li").evaluate_all(IN_LIST) == expected
    page = open_page(visit.page.content()).page
    assert page.locator(".changes li").evaluate_all(IN_LIST) == expected
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page.locator("#page-position")).to_have_text(f"2 / {len(expected)}")


def test_without_a_script_a_very_long_list_leads_to_every_tenth(open_page: Open) -> None:
    page = open_page(rendered(*made(1015, 30, 1)), **WITHOUT).page
    ways = page.locator(".changes li a")
    assert [way.inner_text() for way in ways.all()[:2]] == ["1–10", "11–20"]
    assert ways.last.text_content() == "1,011–1,015"
    ways.nth(1).click()
    expect(page.locator("main :target")).to_be_in_viewport()
    assert page.locator("main :target").get_attribute("data-n") == "11"


def test_of_a_very_long_list_what_was_judged_is_said_in_full() -> None:
    def review(_: Comparison, changes: tuple[Change, ...]) -> Review:
        return Review().judge(changes[230], "question")

    html = rendered_review(*made(1200, 30, 1), review)
    parts = re.findall(r"<ol[^>]*>", html)
    assert [" data-kinds=" in part for part in parts] == [n != 2 for n in range(12)]
    assert len(re.findall(r'<li class="edited v\d"><a ', html)) == 1


def on_paper(page: Page) -> str:
    """The words of all sheets."""
    paper = pypdfium2.PdfDocument(BytesIO(page.pdf()))
    text = " ".join(sheet.get_textpage().get_text_bounded() for sheet in paper)
    paper.close()
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(("count", "options", "whole"), [
    (400, {}, True), (400, WITHOUT, False), (1300, {}, False), (1300, WITHOUT, False),
])  # fmt: skip
def test_paper_has_a_list_of_changes_with_their_words_or_none(
    open_page: Open, count: int, options: dict[str, object], whole: bool
) -> None:
    left, right = made(count, 30, 1)
    text = on_paper(open_page(rendered(left, right), **options).page)
    assert left.split(".")[0] in text
    # In the figures, the legend and the list; the list has it once for each change.
    assert (text.count(" edited ") > count // 2) == whole
    assert bool(re.search(r"\b399 edited \w", text)) == whole
    assert "edited edited" not in text
    assert "391–400" not in text

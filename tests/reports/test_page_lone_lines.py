"""Short lines that face nothing, as most lines of a list of words that changed: said short, too."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect
from test_annotated_html import objections
from test_page_in_chromium import CONTRAST, NARROW
from test_page_lines import BANDS, MANY, RUNS, WITHOUT, places_without_script
from test_page_tools import AXE
from visits import Open, rendered

from variorum.engine import Document, RowKind, Side, compare
from variorum.reports.embedded import embedded_comparison
from variorum.reports.page_texts import page_texts

LINKED = "variorum.reports.page.lines.MOST_LINKED"
EVERY = "#nowhere"
"""A link that leads nowhere is looked for among all rows, which get their ids by that."""

SYLLABLES = ("ba", "cor", "den", "fi", "gul", "ha", "jo", "kem", "lu", "mi", "nor", "pe", "sat")


def listed(count: int, share: float, least: int = 1) -> tuple[str, str]:
    """A sorted list of made-up words, and one of which a share is changed, missing or new.

    Words of one syllable, the least, come up more than once.
    """
    draw = random.Random(3)  # noqa: S311

    def word() -> str:
        return "".join(draw.choices(SYLLABLES, k=draw.randint(least, 4)))

    left = sorted(word() for _ in range(count))
    right: list[str] = []
    for each in left:
        at = draw.random()
        if at < share * 0.4:
            right.append(f"{each[:-1]}r")
        elif at < share * 0.8:
            right.append(word())
        elif at > 1 - share * 0.1:
            right += [each, word(), word()]
        elif at >= share * 0.9:
            right.append(each)
    return "\n".join(left), "\n".join(right)


MORE = "\nA < B & C\nwith \x01 inside\nnorth\nsouth by south-west of it\nwest\nlast of all"
MORE_RIGHT = "\nin \x02 this\nA & <del>\nnorth\nwest\n𝔸𝔹 \U0001f4dd\nlast of all"
LEFT, RIGHT = (text + more for text, more in zip(listed(90, 0.7), (MORE, MORE_RIGHT), strict=True))


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(MANY, 20)
    return rendered(LEFT, RIGHT)


@pytest.fixture
def counted_on(monkeypatch: pytest.MonkeyPatch) -> str:
    """The same page with the numbers of every tenth change alone."""
    monkeypatch.setattr(MANY, 20)
    monkeypatch.setattr(LINKED, 5)
    return rendered(LEFT, RIGHT)


@pytest.fixture
def in_full(monkeypatch: pytest.MonkeyPatch) -> str:
    """The same page without runs of lines."""
    monkeypatch.setattr(MANY, 20)
    monkeypatch.setattr(RUNS, lambda *_, **__: None)
    return rendered(LEFT, RIGHT)


def test_the_script_makes_the_same_bands_of_it(
    open_page: Open, short: str, counted_on: str, in_full: str
) -> None:
    assert '<div class="b x">' in in_full
    expected = open_page(in_full).page.evaluate(BANDS)
    for html in (short, counted_on):
        assert '<div class="b x">' not in html
        assert len(re.findall(r"<del[^>]*><p", html)) > 3
        visit = open_page(html, anchor=EVERY)
        assert visit.page.evaluate(BANDS) == expected
        assert visit.complaints == []
    assert counted_on.count("</p><del>") + counted_on.count("</p><ins>") > 10
    assert len(counted_on) < len(short) - 500


def test_a_line_with_the_sign_that_stands_between_texts_keeps_its_id(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, right = listed(40, 0.7)
    text = "two \x1e\x1e of them"
    changed = f"{text.partition(' ')[2]} north and south by south-west"
    pages = []
    for _ in ("short", "in full"):
        monkeypatch.setattr(MANY, 20)
        monkeypatch.setattr(LINKED, 5)
        html = rendered(
            f"{left}\n{text}\n{changed} of it\nthe last", f"{right}\n{changed} from it\nthe last"
        )
        pages.append(open_page(html, anchor=EVERY).page.evaluate(BANDS))
        monkeypatch.setattr(RUNS, lambda *_, **__: None)
    assert "\u241e" in str(pages[1])
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    "other", ["", "  Here a bird\nsat once\n\n", "  Here a bird\nsits now\n\n"]
)
def test_a_short_stanza_keeps_its_indent(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    monkeypatch.setattr(MANY, 5)
    stanzas = "".join(f"Line {n} of a\nlong song\n\n" for n in range(12))
    left, right = f"{stanzas}  Here a bird\nsat once\n\nThe end", f"{stanzas}{other}The end"
    short = rendered(left, right)
    assert "<div class=k" in short
    indented = open_page(short).page.locator("main p[data-in='2']")
    expect(indented).to_contain_text(["Here a bird"] * (2 if other else 1))


def test_the_page_is_valid_and_holds_its_texts(
    open_page: Open, short: str, counted_on: str, in_full: str
) -> None:
    expected = embedded_comparison(in_full.encode())
    assert [expected["left"]["text"], expected["right"]["text"]] == [LEFT, RIGHT]  # type: ignore[index]
    for html in (short, counted_on):
        assert objections(html) == []
        assert embedded_comparison(html.encode()) == expected
        for options in ({}, WITHOUT):
            saved = open_page(html, **options).page.content()
            assert embedded_comparison(saved.encode()) == expected


BARS = """() => [...document.querySelectorAll(".k")].map((run) => {
  const lines = [...run.querySelectorAll(":scope > p")];
  return lines.map((line) => {
    const { backgroundImage, backgroundPositionX } = getComputedStyle(line);
    const isOwn = line.querySelector(":scope > [class^=w]") !== null;
    return [isOwn || backgroundImage !== "none", isOwn ? "" : backgroundPositionX];
  });
})"""
"""Whether each line of the runs has the line of a reworded sentence beside it, and where."""


@pytest.mark.parametrize("options", [{}, NARROW])
def test_without_a_script_both_lines_of_a_reworded_pair_have_a_line_beside(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, options: dict[str, object]
) -> None:
    monkeypatch.setattr(MANY, 5)
    words = sorted({*listed(60, 0, 2)[0].split()})
    # Lines that bear their numbers, and others.
    turned = {9, 13, 19, 24, 29, 33, 36}
    right = [f"{word}s" if at in turned else word for at, word in enumerate(words)]
    html = rendered("\n".join(words), "\n".join(["aardvark", *right]))
    runs = open_page(html, **options, **WITHOUT).page.evaluate(BARS)
    pairs = [pair for run in runs for pair in zip(run[::2], run[1::2], strict=True)]
    barred = [pair for pair in pairs if pair[0][0] or pair[1][0]]
    assert len(barred) == len(turned)
    assert all(left[0] and right[0] for left, right in barred)
    for side in (0, 1):
        assert len({pair[side][1] for pair in barred} - {""}) == 1


@pytest.mark.parametrize("width", [1280, 720])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_without_a_script_it_looks_the_same(
    open_page: Open, short: str, counted_on: str, in_full: str, width: int, media: str
) -> None:
    pages = short, counted_on, in_full
    places = [places_without_script(open_page, each, width, media) for each in pages]
    assert places[0] == places[1] == places[2]
    assert len(places[0]) > 150


def test_without_a_script_the_gap_says_what_is_missing(open_page: Open, short: str) -> None:
    page = open_page(short, **WITHOUT).page
    for tag, side, other in (("del", "right", "left"), ("ins", "left", "right")):
        told = page.locator(f".k > {tag}").evaluate_all(
            "all => all.map(e => [getComputedStyle(e, '::after').content, e.dataset.w])"
        )
        assert [f'"1 word not in the {side} text"', None] in told
        assert f'"2 words not in the {side} text"' in [each for each, _ in told]
        column = page.locator(f".names .{other[0]}").bounding_box()
        place = page.locator(f".k > {tag}").first.bounding_box()
        assert column
        assert place
        assert place["x"] == pytest.approx(column["x"], abs=1)
        assert place["width"] == pytest.approx(column["width"], abs=1)


def test_narrow_and_without_a_script_it_is_one_column(open_page: Open, short: str) -> None:
    page = open_page(short, **NARROW, **WITHOUT).page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    places = page.locator(".k > :is(del, ins)").evaluate_all(
        "all => all.map(e => [e.offsetLeft, e.offsetWidth])"
    )
    assert {tuple(place) for place in places} == {(0, 390)}
    assert page.evaluate(CONTRAST) == []


def test_a_line_says_it_where_the_system_sets_all_colours(open_page: Open, short: str) -> None:
    page = open_page(short, **WITHOUT, forced_colors="active").page
    for tag, edge in (("del", "Left"), ("ins", "Right")):
        lines = page.locator(f".k > {tag}")
        assert lines.first.evaluate(f"e => getComputedStyle(e).border{edge}Width") == "3px"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_without_a_script(open_page: Open, short: str, scheme: str) -> None:
    bare = re.sub(r"(?s)<script>.*?</script>", "", short)
    page = open_page(bare, color_scheme=scheme).page
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")
    assert [(v["id"], [n["html"][:100] for n in v["nodes"][:3]]) for v in found["violations"]] == []
    assert page.evaluate(CONTRAST) == []


def test_a_link_leads_to_any_line(open_page: Open, counted_on: str) -> None:
    rows = compare(Document.from_text(LEFT), Document.from_text(RIGHT)).rows
    wanted = [row for row in rows if row.kind in (RowKind.MISSING, RowKind.NEW)]
    untold = [row for row in wanted if row.id not in counted_on]
    assert len(untold) > 20
    for row in (untold[0], untold[7], untold[-1]):
        page = open_page(counted_on, anchor=f"#{row.id}").page
        expect(page.locator(f".current[id='{row.id}']")).to_be_in_viewport()


def test_what_is_in_sight_has_its_ways(open_page: Open) -> None:
    page = open_page(rendered(*listed(3000, 0.7))).page
    expect(page.locator(".changes li a").nth(3)).to_have_attribute("href", re.compile("#.{10}"))
    expect(page.locator(".empty .gap").nth(3)).to_have_attribute("href", re.compile("#.{10}"))
    assert page.locator("[data-u]").count() > 1000
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile("#[0-9a-f]{10}$"))
    last = page.locator(".changes li a").last
    last.scroll_into_view_if_needed()
    expect(last).to_have_attribute("href", re.compile("#.{10}"))
    last.click()
    expect(page.locator("main .current").last).to_be_in_viewport()
    # Somebody who goes to the list by key comes to a way.
    page = open_page(rendered(*listed(3000, 0.7))).page
    page.keyboard.press("l")
    expect(page.locator(".changes li a:focus")).to_have_count(1)


def test_every_view_shows_the_lines(open_page: Open, counted_on: str, in_full: str) -> None:
    shown = []
    for html in (counted_on, in_full):
        page = open_page(html, anchor=EVERY).page
        page.keyboard.press("2")
        page.wait_for_selector(".i")
        shown.append(page.eval_on_selector_all(".i", "all => all.map(i => i.innerHTML)"))
    assert len(shown[0]) > 5
    assert shown[0] == shown[1]


@pytest.mark.parametrize(("count", "share"), [(320, 0.3), (1000, 0.1), (1000, 0.3), (4000, 0.3)])
def test_a_page_of_words_is_short(count: int, share: float) -> None:
    left, right = listed(count, share, least=2)
    page = rendered(left, right).encode()
    assert len(page) <= 2.2 * len((left + right).encode()) + 150_000


LINE = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(
    lambda text: " ".join(text.split())
)


@settings(max_examples=80, deadline=None)
@given(st.lists(LINE, max_size=9), st.lists(LINE, max_size=9), st.lists(LINE, max_size=5))
def test_the_texts_of_any_lines_are_got_out_again(
    first: list[str], second: list[str], same: list[str]
) -> None:
    left, right = "\n\n".join(first + same), "\n\n".join(second + same)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MANY, -1)
        patch.setattr(LINKED, -1)
        html = rendered(left, right)
    assert objections(html) == []
    documents = Document.from_text(left), Document.from_text(right)
    for side, document in zip(Side, documents, strict=True):
        shown = page_texts(html)[side]
        told = [document.paragraph_text(i) for i in range(len(document.paragraphs))]
        assert list(map(len, shown)) == list(map(len, told))
        assert shown == told or not document.text.replace("\n", " ").isprintable()

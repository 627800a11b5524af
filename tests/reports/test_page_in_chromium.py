"""The annotated page in a real Chromium: marks, ways, safety, and what is left without a script."""

from __future__ import annotations

import re
from itertools import product

import pypdfium2
import pytest
from playwright.sync_api import Browser
from visits import Open, rendered

from variorum.engine import Options, Thresholds

LEFT = """\
The lighthouse at Skarvik has burned every night since 1871.

Its keepers were allowed one goat, two hens and no visitors at all.

Old Marthe Lund remembers the last of them, a silent man who painted herons on driftwood boards.

She sold his boards in the harbour for forty years and never told anyone what she earned.

In winter the road is closed, and in autumn nobody wants to walk it.

The council now plans to sell the tower to a hotel company from the capital.
"""

RIGHT = """\
The council now plans to sell the tower to a hotel company from the capital.

The lighthouse at Skarvik has burned every single night since 1871.

Its keepers were allowed one goat and two hens. Visitors were not allowed at all.

She sold his boards in the harbour for forty years and never told anyone what she earned. In \
winter the road is closed, and in autumn nobody wants to walk it.

A petition against the sale has been signed by nine hundred people so far.
"""

NARROW = {"viewport": {"width": 390, "height": 800}}
NO_SCRIPT = {"java_script_enabled": False}


@pytest.fixture(scope="module")
def html() -> str:
    return rendered(LEFT, RIGHT)


def sentences(text: str) -> list[str]:
    return [part.strip() for part in re.findall(r"[^.]+\.", text)]


def words_of(page, selector: str) -> list[str]:
    """The text of some elements, without the numbers and notes of the page itself."""
    script = """elements => elements.map(element => {
        const copy = element.cloneNode(true);
        for (const own of copy.querySelectorAll(".chip, .gap")) own.remove();
        return copy.textContent.trim();
    })"""
    return page.eval_on_selector_all(selector, script)


def test_the_page_asks_for_nothing_and_nothing_is_refused(open_page: Open, html: str) -> None:
    visit = open_page(html)
    visit.page.wait_for_load_state("networkidle")
    assert visit.requests == []
    assert visit.complaints == []
    assert visit.page.title() == "\u2068left.txt\u2069 – \u2068right.txt\u2069 – Variorum"


def test_both_texts_are_complete_without_a_script(open_page: Open, html: str) -> None:
    page = open_page(html, **NO_SCRIPT).page
    for side, text in (("left", LEFT), ("right", RIGHT)):
        shown = " ".join(words_of(page, f".b > .{side[0]} p"))
        for sentence in sentences(text):
            assert sentence in " ".join(shown.split())
    assert page.locator(".tools").is_hidden()


def test_without_styles_it_is_told_what_went_and_what_came(open_page: Open, html: str) -> None:
    """As mail programs and the reading views of browsers show it; no sentence has a line then."""
    page = open_page(re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)).page
    lines = """all => [...new Set(all.map(e => getComputedStyle(e).textDecorationLine))]"""
    assert page.eval_on_selector_all("main [data-n]:not(ins, del)", lines) == ["none"]
    assert page.eval_on_selector_all("main ins", lines) == ["underline"]
    assert page.eval_on_selector_all("main del", lines) == ["line-through"]


def test_the_summary_stands_on_top(open_page: Open, html: str) -> None:
    page = open_page(html).page
    assert page.locator("h1").inner_text() == "left.txt compared with right.txt"
    heads = page.locator(".figures tbody th").all_inner_texts()
    assert [h.strip() for h in heads] == ["kept", "edited", "reworded", "moved", "missing", "new"]
    cells = page.locator(".figures tbody tr").nth(0).locator("td").all_inner_texts()
    assert re.fullmatch(r"\d+", cells[0])
    assert re.fullmatch(r"\d+%", cells[1])
    assert page.locator("svg.bar").count() == 2
    total = page.eval_on_selector_all(
        "svg.bar",
        "bars => bars.map(b => [...b.children].reduce((n, r) => n + +r.getAttribute('width'), 0))",
    )
    assert total == [pytest.approx(1000, abs=0.1)] * 2


def test_the_marks_say_what_became_of_each_text(open_page: Open, html: str) -> None:
    page = open_page(html).page
    assert any("painted herons" in t for t in words_of(page, ".l del.s"))
    assert any("petition" in t for t in words_of(page, ".r ins.s"))
    assert "single" in words_of(page, ".r [data-n] ins")
    moved = words_of(page, "main .m[data-n]")
    assert len(moved) == 2
    assert all("hotel company" in text for text in moved)
    said = " ".join(page.locator("main .gap").all_inner_texts())
    assert "17 words not in the right text" in said
    assert "14 words not in the left text" in said
    assert "split in 2" in page.locator(".l .chip").all_inner_texts()
    assert any("¶ merged" in text for text in page.locator(".g").all_inner_texts())


def test_facing_paragraphs_are_level(open_page: Open, html: str) -> None:
    page = open_page(html).page
    tops = page.eval_on_selector_all(
        ".b",
        """bands => bands.map(band => [...band.querySelectorAll(":scope > :is(.l, .r)")].map(
            side => side.getBoundingClientRect().top))""",
    )
    assert len(tops) > 5
    assert all(left == right for left, right in tops)


def test_the_line_beside_a_changed_sentence_stands_at_the_edge_of_the_paragraph(
    open_page: Open,
) -> None:
    first = "The first of the sentences stays just as it is on both of the sides here."
    html = rendered(
        f"{first} Then the old ferry left the quay at nine in the morning.",
        f"{first} Then the new steamer left its berth at ten in the evening.",
        options=Options(thresholds=Thresholds(edited=1.0)),
    )
    page = open_page(html).page
    mark = page.locator("main .l .w3, main .l .w2, main .l .w4")
    start = page.evaluate("e => e.getClientRects()[0].left", mark.element_handle())
    paragraph = page.locator("main .l p").first.bounding_box()
    assert paragraph is not None
    # The sentence begins in the middle of a line; the line beside it does not.
    assert start > paragraph["x"] + 40
    shot = page.screenshot(
        clip={
            "x": paragraph["x"] - 16,
            "y": paragraph["y"],
            "width": 14,
            "height": paragraph["height"],
        }
    )
    plain = page.evaluate(
        """async bytes => {
            const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
            const context = canvas.getContext("2d");
            context.drawImage(bitmap, 0, 0);
            const data = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
            return new Set(Array.from({length: data.length / 4}, (_, i) =>
                data.slice(4 * i, 4 * i + 3).join())).size === 1;
        }""",
        list(shot),
    )
    assert not plain


def test_every_way_of_the_page_leads_somewhere(open_page: Open, html: str) -> None:
    page = open_page(html).page
    broken = page.eval_on_selector_all(
        "a[href]",
        """links => links.map(a => a.getAttribute("href"))
            .filter(h => !document.getElementById(h.slice(1)))""",
    )
    assert broken == []
    ids = page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))
    assert page.locator("a[href]").count() > 10


@pytest.mark.parametrize("script", [True, False])
def test_a_change_in_the_list_leads_to_its_place(
    open_page: Open, html: str, *, script: bool
) -> None:
    page = open_page(html, java_script_enabled=script).page
    item = page.locator(".changes li", has_text="A petition against the sale")
    assert item.locator(".kind").inner_text() == "new"
    assert item.locator(".amount").inner_text() == "14 words"
    item.locator("a").click()
    target = page.locator("ins.s:target")
    assert "petition" in target.inner_text()
    assert in_view(page, target)


def in_view(page, target) -> bool:
    box = target.bounding_box()
    return box is not None and 0 <= box["y"] <= page.viewport_size["height"]


def test_a_move_leads_to_its_other_end_and_back(open_page: Open, html: str) -> None:
    page = open_page(html, **NO_SCRIPT).page
    page.locator(".l .chip.move").click()
    assert "hotel company" in page.locator(".r .m:target").inner_text()
    page.locator(".r .chip.move").click()
    assert "hotel company" in page.locator(".l .m:target").inner_text()
    gap = page.locator(".r .gap.move")
    assert "move 1 ↑" in gap.inner_text()
    gap.click()
    assert "hotel company" in page.locator(".r .m:target").inner_text()


def test_a_deep_link_survives_another_run(open_page: Open, html: str) -> None:
    anchors = re.findall(r"<li id=c\d+ [^>]*><a href=(#\w+)", html)
    assert anchors == re.findall(r"<li id=c\d+ [^>]*><a href=(#\w+)", rendered(LEFT, RIGHT))
    page = open_page(html, anchor=anchors[-1]).page
    assert in_view(page, page.locator(":target"))
    assert page.locator("#page-position").inner_text() == f"{len(anchors)} / {len(anchors)}"


def test_next_and_previous_by_button_and_by_key(open_page: Open, html: str) -> None:
    page = open_page(html).page
    number = page.locator(".changes li").count()
    position = page.locator("#page-position")
    assert position.inner_text() == f"{number}"
    page.locator("#page-next").click()
    assert position.inner_text() == f"1 / {number}"
    page.keyboard.press("F8")
    page.keyboard.press("Alt+ArrowDown")
    assert position.inner_text() == f"3 / {number}"
    page.locator("#page-previous").click()
    page.keyboard.press("Shift+F8")
    page.keyboard.press("Alt+ArrowUp")
    assert position.inner_text() == f"1 / {number}"
    current = page.locator("main .current").all()
    assert any(in_view(page, c) for c in current)
    for _ in range(number + 2):
        page.keyboard.press("F8")
    assert position.inner_text() == f"{number} / {number}"
    assert page.locator(".changes li.current").get_attribute("id") == f"c{number}"


def test_narrow_is_one_column_and_nothing_hangs_over(open_page: Open, html: str) -> None:
    page = open_page(html, **NARROW).page
    boxes = page.eval_on_selector_all(
        ".b:not(.u, .x, .y, .m) > :is(.l, .r)",
        "sides => sides.map(s => s.getBoundingClientRect()).map(b => [b.left, b.width])",
    )
    assert all(left == 0 and width == 390 for left, width in boxes)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_word_of_a_million_letters_stays_in_its_column(open_page: Open) -> None:
    visit = open_page(rendered("a" * 1_000_000, "b" * 1_000_000), **NARROW)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_marks_have_contrast_enough(open_page: Open, html: str, scheme: str) -> None:
    page = open_page(html, color_scheme=scheme).page
    poor = page.evaluate(CONTRAST)
    assert poor == []


CONTRAST = r"""() => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
    const layer = (color, under) => {
        canvas.fillStyle = `rgb(${under.join()})`;
        canvas.fillRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const behind = element => element
        ? layer(getComputedStyle(element).backgroundColor, behind(element.parentElement))
        : [255, 255, 255];
    const light = color => color.map(v => v / 255)
        .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const poor = new Set();
    for (let node; node = walker.nextNode();) {
        const element = node.parentElement;
        if (!node.data.trim() || element.closest("script, .skip, [hidden]")) continue;
        const under = behind(element);
        const [a, b] = [light(layer(getComputedStyle(element).color, under)), light(under)];
        const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        if (ratio < 4.5) poor.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
    }
    return [...poor];
}"""


def test_print_loses_nothing(open_page: Open, html: str) -> None:
    page = open_page(html).page
    page.emulate_media(media="print")
    assert page.locator(".tools").is_hidden()
    # Even with the width of a telephone, paper has two columns.
    page.set_viewport_size({"width": 390, "height": 800})
    left, right = (
        page.locator(f".b:not(.u, .x, .y, .m) > .{side[0]}").first.bounding_box()
        for side in ("left", "right")
    )
    assert left["y"] == right["y"]
    assert len(page.pdf()) > 10_000


def test_on_small_paper_the_figures_stand_on_the_first_page(open_page: Open, html: str) -> None:
    """With the explanation of the marks below them there is no room for both."""
    printed = pypdfium2.PdfDocument(open_page(html).page.pdf(format="A5"))
    pages = [page.get_textpage() for page in printed]
    found = [text.get_text_range() for text in pages]
    for text in pages:
        text.close()
    printed.close()
    assert "in all" in found[0]
    assert "How to read the marks" in found[1]
    assert "the small number is that of the change" in found[1]


HOSTILE = {
    "script": "<script>alert(1)</script>",
    "closing": "</script></style></title><script>alert(1)</script>",
    "image": '<img src=x onerror="alert(1)">',
    "remote": '<img src="http://203.0.113.7/x.png"><link rel=stylesheet href=//203.0.113.7/x.css>',
    "attribute": "\" onmouseover=\"alert(1)\" autofocus onfocus='alert(1)' x='",
    "frame": '<iframe src="data:text/html,<script>parent.alert(1)</script>"></iframe>',
    "svg": "<svg/onload=alert(1)><animate onbegin=alert(1)>",
    "comment": "--> <!-- <![CDATA[ ]]> <?xml ?>",
    "link": '<a href="javascript:alert(1)" id="page-next">click</a>',
    "meta": '<meta http-equiv="refresh" content="0;url=http://203.0.113.7/">',
    "base": '<base href="http://203.0.113.7/"><form action=http://203.0.113.7/><button>go</button>',
    "entity": "&lt;script&gt;alert(1)&#60;/script&#62; &nbsp;&unknown;",
    "template": "{{constructor.constructor('alert(1)')()}} ${alert(1)} %s %(x)s {0}",
    "clobber": '<input name="body"><form id="page-texts"><input name="querySelectorAll"></form>',
    "plaintext": '<plaintext><textarea><title><xmp><noscript><p title="</noscript>',
    "nul": "<scr\0ipt>alert(1)</scr\0ipt> \0\x01\x08\x0b\x1b[2J\x7f\x85\x9f\ufffe\U0010ffff",
    "direction": "\u202egnp.exe\u202d \u2067abc\u2066 \u200f\u200e \u061c",
    "surrogates": "\ud83d alone \ude00 and \udfff",
}


BEFORE = "The quiet sentence before it stays the same on both of the sides."


@pytest.fixture(scope="module")
def tame_tags(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The elements of a page of texts that mean no harm."""
    path = tmp_path_factory.mktemp("tame") / "tame.html"
    html = rendered(f"{BEFORE} Gone.\n\nOther.", f"{BEFORE} Come.\n\nAnother.")
    path.write_text(html, encoding="utf-8")
    with browser.new_page() as page:
        page.goto(path.as_uri())
        return tags(page)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_nothing_of_a_text_is_interpreted(
    open_page: Open, tame_tags: set[str], hostile: str
) -> None:
    html = rendered(
        f"{BEFORE} {hostile} Gone.\n\n{hostile}",
        f"{BEFORE} {hostile} Come.\n\nNew {hostile}",
        names=(f"{hostile}.txt".replace("\0", ""), hostile.replace("\0", "")),
    )
    visit = open_page(html)
    page = visit.page
    page.mouse.move(600, 600)
    page.keyboard.press("F8")
    page.wait_for_load_state("networkidle")
    assert visit.dialogs == []
    assert visit.requests == []
    assert visit.complaints == []
    assert tags(page) <= tame_tags | {"A", "DEL", "INS", "SPAN"}
    shown = " ".join(" ".join(words_of(page, ".b .l p")).split())
    assert " ".join(visible(hostile).split()) in shown


def tags(page) -> set[str]:
    return set(page.eval_on_selector_all("*", "all => all.map(e => e.tagName)"))


def visible(text: str) -> str:
    def sign(character: str) -> str:
        code = ord(character)
        if code < 0x20 and character not in "\t\n\f":
            return chr(0x2400 + code)
        if code == 0x7F:
            return "\u2421"
        control = 0x80 <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE
        return "\ufffd" if control else character

    return "".join(map(sign, text))


@pytest.mark.parametrize(
    ("code", "text"), [("ar", "ذهب الولد إلى المدرسة."), ("he", "שלום לכולם.")]
)
def test_text_from_right_to_left_has_its_direction(open_page: Open, code: str, text: str) -> None:
    page = open_page(rendered(f"{text}\n\nLatin letters.", f"{text} {text}", language=code)).page
    side = page.locator("main .b > .l").first
    assert side.get_attribute("lang") == code
    assert side.get_attribute("dir") == "rtl"
    assert page.locator("main .l p", has_text="Latin").get_attribute("dir") == "ltr"


def test_the_page_holds_no_path(tmp_path) -> None:
    from variorum.engine import compare  # noqa: PLC0415 - only here
    from variorum.readers import read_document  # noqa: PLC0415
    from variorum.reports.annotated_html import render  # noqa: PLC0415

    folder = tmp_path / "private folder"
    folder.mkdir()
    for name, text in (("one.txt", LEFT), ("two.txt", RIGHT)):
        (folder / name).write_text(text, encoding="utf-8")
    left, right = read_document(folder / "one.txt"), read_document(folder / "two.txt")
    html = "".join(render(compare(left.document, right.document), left, right))
    assert "private folder" not in html
    assert str(tmp_path) not in html
    assert left.sha256 in html


def test_texts_without_a_word_make_a_page_too(open_page: Open) -> None:
    for left, right in product(("", "Something."), repeat=2):
        visit = open_page(rendered(left, right))
        assert visit.complaints == []
        assert visit.page.locator(".lead").inner_text()


@pytest.mark.parametrize("width", [600, 800, 1280])
def test_a_change_far_down_is_reached_from_a_list_of_any_width(open_page: Open, width: int) -> None:
    """On a narrow page the list stands above the texts: marking the item must not go back to it."""
    plain = [f"Paragraph {n} of the report speaks of the weather in town {n}." for n in range(80)]
    left = "\n\n".join(plain)
    page = open_page(
        rendered(left, left.replace("weather", "traffic")),
        viewport={"width": width, "height": 700},
    ).page
    page.locator(".changes li:nth-child(60) a").click()
    page.wait_for_function("document.querySelector('.changes li.current')")
    assert page.locator(".changes li.current .number").text_content() == "60"
    assert in_view(page, page.locator(".l :target"))
    page.keyboard.press("F8")
    assert page.locator(".changes li.current .number").text_content() == "61"
    assert in_view(page, page.locator(".l .current"))

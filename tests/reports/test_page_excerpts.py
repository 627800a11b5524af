"""What the list of changes on the page says of each: its words, with what changed in them drawn."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from visits import Open, rendered

LEFT = (
    "The harbour master counted eleven boats on that day before the thick fog came in from the "
    "northern sea.",
    "Nobody on the pier had seen the ferry since noon.",
    "日本語の文章です。港に船が十一隻ある。",
    "שלום עולם, מה שלומך היום?",
    "The mayor of the small town said that the bridge would be closed until the spring.",
    "รัฐมนตรีพูดถึงแผนรถไฟใหม่ที่จะเชื่อมแปดเมือง เขาบอกว่างานจะเริ่มแล้ว",
)
RIGHT = (
    "The harbour master counted twelve boats on that day before the thick fog came in from the "
    "southern sea.",
    "Nobody on the old pier had seen the ferry since noon, and nobody asked.",
    "日本語の文章です。港に船が十二隻ある。",
    "שלום עולם, מה שלומכם היום?",
    "The bridge would be closed until the autumn, the mayor of the small town said.",
    "รัฐมนตรีพูดถึงแผนรถไฟใหม่ที่จะเชื่อมเก้าเมือง เขาบอกว่างานจะเริ่มแล้ว",
)
SHOWN = (
    "…harbour master counted [-eleven-] {+twelve+} boats on that day … came in from the "
    "[-northern-] {+southern+}…",
    "Nobody on the {+old+} pier had seen the ferry since noon{+, and nobody asked+}.",
    "港に船が十[-一-] {+二+}隻ある。",
    "שלום עולם, מה [-שלומך-] {+שלומכם+} היום?",
    "The {+vbridge would be closed until the+} {+autumn, the+} mayor of the small town said "
    "[-that the-] [-vbridge-]…",
    "…งแผนรถไฟใหม่ที่จะเชื่อม[-แปด-] {+เก้า+}เมือง เขาบอกว่างานจะเริ่มแล้ว",
)
MANY = 320
"""So many changes make a list that the script fills."""
LATE = 3_000_000
"""Before so much else has come, a browser paints what it has."""


def shown(page: Page, number: int) -> str:
    """The words of a change in the list, with brackets for its marks and a "v" for moved ones."""
    words = page.locator(".changes li bdi").nth(number - 1)
    script = """element => [...element.childNodes].map(({ nodeName, className, textContent }) =>
        ({ DEL: `[-${className}${textContent}-]`, INS: `{+${className}${textContent}+}` })[nodeName]
        ?? textContent).join("")"""
    return str(words.evaluate(script))


def many(sentences: tuple[str, ...], other: str) -> str:
    """A text in which the sentences are followed by many others, each edited."""
    filler = (f"Sheet {n} of the log is {other} and has {n % 7} stains." for n in range(MANY))
    return "\n\n".join([*sentences, *filler])


@pytest.mark.parametrize("script", [True, False])
def test_a_short_list_holds_what_changed(open_page: Open, *, script: bool) -> None:
    html = rendered("\n\n".join(LEFT), "\n\n".join(RIGHT))
    page = open_page(html, java_script_enabled=script).page
    assert tuple(shown(page, number) for number in range(1, len(SHOWN) + 1)) == SHOWN


def test_a_long_list_says_the_same(open_page: Open) -> None:
    page = open_page(rendered(many(LEFT, "torn"), many(RIGHT, "whole"))).page
    assert page.locator(".changes li").count() > MANY
    expect(page.locator(".changes li bdi").nth(len(SHOWN))).to_be_attached()
    assert tuple(shown(page, number) for number in range(1, len(SHOWN) + 1)) == SHOWN


def test_a_long_list_is_filled_though_it_was_painted_before_the_script(open_page: Open) -> None:
    """The browser says but once that a part has come into sight, perhaps before anybody listens."""
    before, script = rendered(many(LEFT, "torn"), many(RIGHT, "whole")).rsplit("<script>", 1)
    page = open_page(f"{before}<!--{LATE * '-='}--><script>{script}").page
    expect(page.locator(".changes li bdi").first).to_be_attached()
    assert shown(page, 1) == SHOWN[0]

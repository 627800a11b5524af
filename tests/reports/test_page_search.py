"""Words that are searched for on the page are found however they are printed, as in the window."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from test_page_tools import highlighted
from visits import Open, rendered


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("don't", "don\u2019t"),
        ('"never"', "\u201cnever\u201d"),
        ("\u201cnever\u201d", '"never"'),
        ("cafe\u0301", "caf\u00e9"),
        ("caf\u00e9", "cafe\u0301"),
        ("riverbank", "river\u00adbank"),
        ("one two", "one\u00a0two"),
        ("well-known", "well\u2011known"),
        ("\u05e9\u05dc\u05d5\u05dd", "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd"),
        ("\u0643\u062a\u0628", "\u0643\u064e\u062a\u064e\u0628"),
        ("\u06a9\u062a\u0627\u0628\u06cc", "\u0643\u062a\u0627\u0628\u0649"),
        ("\u00c5", "\u00e5"),
        ("(a|b)*[c]{2}\\$^?/.+", "(a|b)*[c]{2}\\$^?/.+"),
    ],
)
def test_words_are_found_however_they_are_printed(
    open_page: Open, typed: str, printed: str
) -> None:
    visit = open_page(rendered(f"Somebody said {printed} here.", "Nobody ever spoke of it."))
    visit.page.locator("#page-search").fill(typed)
    expect(visit.page.locator("#page-hits")).to_have_text("1 found")
    assert highlighted(visit.page, "page-hits") == [printed]
    assert visit.complaints == []


@pytest.mark.parametrize(
    ("typed", "printed"), [("cafe", "caf\u00e9"), ("ab", "a b"), ("ss", "\u1e61s")]
)
def test_other_words_are_not(open_page: Open, typed: str, printed: str) -> None:
    visit = open_page(rendered(printed, printed.upper()))
    visit.page.locator("#page-search").fill(typed)
    expect(visit.page.locator("#page-hits")).to_have_text("not found")

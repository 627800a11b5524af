"""Words that are searched for on the page are found however they are printed, as in the window."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from test_page_tools import highlighted
from visits import Open, rendered

FOUND = [
    ("don't", ["don\u2019t"]),
    ('"never"', ["\u201cnever\u201d", '"never"']),
    ("\u201cnever\u201d", ["\u201cnever\u201d", '"never"']),
    ("cafe\u0301", ["caf\u00e9", "cafe\u0301"]),
    ("caf\u00e9", ["caf\u00e9", "cafe\u0301"]),
    ("riverbank", ["river\u00adbank"]),
    ("one two", ["one\u00a0two"]),
    ("well-known", ["well\u2011known"]),
    ("\u05e9\u05dc\u05d5\u05dd", ["\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd"]),
    ("\u0643\u062a\u0628", ["\u0643\u064e\u062a\u064e\u0628"]),
    ("\u06a9\u062a\u0627\u0628\u06cc", ["\u0643\u062a\u0627\u0628\u0649"]),
    ("\u00c5", ["\u00e5"]),
    ("(a|b)*[c]{2}\\$^?/.+", ["(a|b)*[c]{2}\\$^?/.+"]),
]
"""What is typed, and as what it is printed on the page, in order."""


def test_words_are_found_however_they_are_printed(open_page: Open) -> None:
    printed = dict.fromkeys(words for _, all_words in FOUND for words in all_words)
    left = "\n\n".join(f"Somebody said {words} here." for words in printed)
    visit = open_page(rendered(left, "Nobody ever spoke of it."))
    for typed, found in FOUND:
        visit.page.locator("#page-search").fill(typed)
        expect(visit.page.locator("#page-hits")).to_have_text(f"{len(found)} found")
        assert highlighted(visit.page, "page-hits") == found
        # So that the next one's number is not taken for found while this one's stands there.
        visit.page.locator("#page-search").fill("")
        expect(visit.page.locator("#page-hits")).to_have_text("")
    assert visit.complaints == []


@pytest.mark.parametrize(
    ("typed", "printed"), [("cafe", "caf\u00e9"), ("ab", "a b"), ("ss", "\u1e61s")]
)
def test_other_words_are_not(open_page: Open, typed: str, printed: str) -> None:
    visit = open_page(rendered(printed, printed.upper()))
    visit.page.locator("#page-search").fill(typed)
    expect(visit.page.locator("#page-hits")).to_have_text("not found")

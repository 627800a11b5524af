"""Where the lines of a poem begin on the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from visits import Open, rendered

POEM = """\
   The boats came in
   With empty nets;
And nobody asked why,
   The wind had dropped.

      Upon the wall
      Three gulls sat still
   And watched the women
      Fold the sails,

And no one spoke,
And no one sang,
And in the dark
   The church bell rang.
"""
BEGINNINGS = """() => [...document.querySelectorAll(".b .l p")].map(p => {
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    const lines = [];
    let begins = true;
    while (walker.nextNode()) {
        const { data } = walker.currentNode;
        for (let at = 0; at < data.length; at += 1) {
            if (data[at] === "\\n") begins = true;
            else if (begins && data[at] !== " ") {
                const range = document.createRange();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + 1);
                lines.push(range.getBoundingClientRect().left);
                begins = false;
            }
        }
    }
    return lines;
})"""


def beginnings(page: Page) -> list[list[float]]:
    """Where the lines of each stanza begin."""
    found: list[list[float]] = page.evaluate(BEGINNINGS)
    return found


@pytest.mark.parametrize("script", [True, False])
def test_first_lines_stand_as_far_in_as_others(open_page: Open, *, script: bool) -> None:
    html = rendered(POEM, POEM.replace("rang", "tolled"))
    page = open_page(html, java_script_enabled=script).page
    stanzas = beginnings(page)
    assert len(stanzas) == 3
    border = stanzas[2][1]
    for first, second, *_ in stanzas[:2]:  # before the third stands the number of its change
        assert abs(first - second) < 2
    assert stanzas[0][0] > border + 8
    assert stanzas[1][0] > stanzas[0][0] + 8

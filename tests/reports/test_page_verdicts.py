"""Verdicts on the page that a reviewer named at length, and in letters from right to left."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from visits import Open, rendered_review

from variorum.engine import Change, Comparison, Side, Span
from variorum.review import Review

PARAGRAPHS = [f"The {word} came up the river with salt, and went back empty." for word in
              ("barge", "ferry", "raft", "cutter", "tug", "skiff")]  # fmt: skip
LEFT = "\n\n".join(PARAGRAPHS)
RIGHT = LEFT.replace("salt", "grain")

CHINESE = "需要法律部门在下一次会议之前再次仔细核对这一处改动并且书面说明理由"
ARABIC = "يحتاج إلى مراجعة دقيقة من القسم القانوني"
HEBREW = "לבדוק שוב"
UNBROKEN = "x" * 40


@pytest.fixture(scope="module")
def html() -> str:
    names = {"accepted": CHINESE, "objection": ARABIC, "question": HEBREW, "later": UNBROKEN}
    verdicts = tuple(names)

    def judged(_comparison: Comparison, changes: tuple[Change, ...]) -> Review:
        review = Review().rename(names).summarise("All in all.")
        for number, change in enumerate(changes):
            review = review.judge(change, verdicts[number % len(verdicts)])
            review = review.note(change, "Ask.")
        return review.remark_on(Side.LEFT, Span(4, 9), "Which one?")[0]

    return rendered_review(LEFT, RIGHT, judged)


@pytest.mark.parametrize("width", [320, 1280, 2560])
def test_no_name_of_a_verdict_leaves_its_place(open_page: Open, html: str, width: int) -> None:
    page = open_page(html, viewport={"width": width, "height": 800}).page
    spilled = page.eval_on_selector_all(
        ".verdict",
        """all => all.filter(one => {
            const own = one.getBoundingClientRect();
            const around = one.closest(".note, li").getBoundingClientRect();
            return own.left < around.left || own.right > around.right;
        }).map(one => one.textContent)""",
    )
    assert page.locator(".verdict").count() == 12
    assert spilled == []


def places(page: Page) -> dict[str, float]:
    """How far from the left the figures, and a name, stand in the line of verdicts."""
    return page.locator(".review").evaluate(
        """review => {
            const found = {};
            review.lastElementChild.style.whiteSpace = "nowrap";
            const walker = document.createTreeWalker(review.lastElementChild, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                for (const part of node.data.matchAll(/\\d of|\\d|לבדוק שוב/g)) {
                    const range = document.createRange();
                    range.setStart(node, part.index);
                    range.setEnd(node, part.index + part[0].length);
                    const box = range.getBoundingClientRect();
                    found[Object.keys(found).length + " " + part[0]] = box.left;
                }
            }
            return found;
        }"""
    )


def test_figures_stand_behind_the_name_that_they_count(open_page: Open, html: str) -> None:
    page = open_page(html, viewport={"width": 2560, "height": 800}).page
    found = places(page)
    assert list(found.values()) == sorted(found.values())
    assert [key.split(" ", 1)[1] for key in found] == ["2", "2", HEBREW, "1", "1", "0 of", "6", "7"]

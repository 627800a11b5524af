"""What the tests of the page share: how a visit is recorded, and pages of two texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

from variorum.engine import Change, Comparison, Options, compare, find_changes
from variorum.readers import Source
from variorum.reports.annotated_html import render
from variorum.review import Review


@dataclass
class Visit:
    """A page that is open, and all that it did besides showing itself."""

    page: Page
    requests: list[str] = field(default_factory=list)
    """What was asked for besides the page itself."""
    complaints: list[str] = field(default_factory=list)
    """What the browser complained about, refusals of the policy among it."""
    dialogs: list[str] = field(default_factory=list)


Open = Callable[..., Visit]
"""Opens HTML from a file; see the fixture `open_page`."""


def rendered(
    left: str,
    right: str,
    names: tuple[str, str] = ("left.txt", "right.txt"),
    options: Options = Options(),
    **reading: str,
) -> str:
    """The page of two texts."""
    first = Source.from_text(left, names[0], **reading)
    second = Source.from_text(right, names[1], **reading)
    comparison = compare(first.document, second.document, options)
    return "".join(render(comparison, first, second))


def rendered_review(
    left: str, right: str, judged: Callable[[Comparison, tuple[Change, ...]], Review]
) -> str:
    """The page of two texts, and of what a reviewer says of them."""
    first, second = Source.from_text(left, "left.txt"), Source.from_text(right, "right.txt")
    comparison = compare(first.document, second.document)
    review = judged(comparison, find_changes(comparison))
    return "".join(render(comparison, first, second, review=review))

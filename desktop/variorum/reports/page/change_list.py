"""The list of changes -> HTML: number, kind, excerpt, and the way to the place.

Imports the engine's public names and the view model. Positions are code points.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from variorum.engine import Change, ChangeKind, Comparison, Side, Span
from variorum.reports import phrases
from variorum.reports.page.direction import direction
from variorum.reports.page.escape import escaped

_LENGTH: Final = 84
"""The most code points of an excerpt: two or three short lines of the list."""


def change_list(comparison: Comparison, changes: tuple[Change, ...]) -> Iterator[str]:
    """The section with the list, empty or not."""
    yield '<nav class="changes" id="page-changes" aria-labelledby="page-changes-title">'
    yield f'<h2 id="page-changes-title">{phrases.count(len(changes), "change")}</h2>'
    if changes:
        yield '<ol tabindex="0">'
        for change in changes:
            yield _item(comparison, change)
        yield "</ol>"
    yield "</nav>\n"


def excerpt(comparison: Comparison, change: Change) -> str:
    """The beginning of what changed; of the left text where it has any, on one line."""
    side = Side.LEFT if change.left is not None else Side.RIGHT
    span = change.span(side) or Span(0, 0)
    text = comparison.document(side).text
    # White space is run together, so a few more characters than are shown are looked at.
    words = " ".join(text[span.start : min(span.end, span.start + 3 * _LENGTH)].split())
    if len(words) <= _LENGTH:
        return words
    cut = words[:_LENGTH]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _item(comparison: Comparison, change: Change) -> str:
    words = excerpt(comparison, change)
    told = f'<bdi dir="{direction(words, 0, len(words))}">{escaped(words)}</bdi>'
    return (
        f'<li id="change-{change.number}"><a href="#{escaped(change.id)}">'
        f'<span class="number">{change.number}</span> '
        f'<span class="kind {change.kind}">{change.kind}</span> '
        f'<span class="amount">{escaped(_amount(change))}</span> {told}</a></li>\n'
    )


def _amount(change: Change) -> str:
    if change.kind in (ChangeKind.MISSING, ChangeKind.NEW) or change.similarity is None:
        return phrases.count(change.words, "word")
    return f"{phrases.percent(change.similarity, 1)} kept"

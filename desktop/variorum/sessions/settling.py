"""A review put into the comparison that it is shown with.

Imports the public names of engine and review. A session holds no comparison: its texts are
compared again when it is opened, perhaps by a newer engine that finds other changes.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.engine import Comparison, Document, Side, compare, find_changes
from variorum.review import Carried, Places, Review, carried

Cancel = Callable[[], bool]
"""Says whether nobody wants the result any more; asked at least every 50 ms."""


def settled(
    review: Review,
    left: Document,
    right: Document,
    comparison: Comparison,
    cancelled: Cancel | None = None,
) -> Carried:
    """A review that was made of two texts, for a comparison of these or of later versions.

    Args:
        review: with places in `left` and `right`.
        left: the left text that was reviewed.
        right: the right text that was reviewed.
        comparison: what it is to be shown with.
        cancelled: says whether to stop.

    Raises:
        Cancelled: `cancelled()` was true.
    """
    before = {Side.LEFT: left, Side.RIGHT: right}
    places = {}
    for side in Side:
        now = comparison.document(side)
        versions = None
        if now.text != before[side].text:
            versions = compare(before[side], now, cancelled=cancelled)
        places[side] = Places(before[side], versions)
    changes = find_changes(comparison)
    return carried(review, places[Side.LEFT], places[Side.RIGHT], comparison, changes)

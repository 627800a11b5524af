"""A review put into the comparison that it is shown with.

Imports the public names of engine and review. A session holds no comparison: its texts are
compared again when it is opened, perhaps by a newer engine that finds other changes.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.engine import Comparison, Document, Pin, Side, compare, find_changes
from variorum.review import Carried, Places, Review, carried, carried_pins, compatible
from variorum.sessions.session import Session

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
    places = {side: _places(before[side], comparison.document(side), cancelled) for side in Side}
    changes = find_changes(comparison)
    return carried(review, places[Side.LEFT], places[Side.RIGHT], comparison, changes)


def settled_pins(
    session: Session, left: Document, right: Document, cancelled: Cancel | None = None
) -> tuple[Pin, ...]:
    """What was decided by hand in a session, for other versions of its texts.

    Pins of which a passage is gone are left out, and so are those that would contradict each
    other now: where two sentences became one, say.

    Args:
        session: with the texts in which the pins are places.
        left: the left text of now.
        right: the right text of now.
        cancelled: says whether to stop.

    Raises:
        Cancelled: `cancelled()` was true.
    """
    if not session.pins:
        return ()
    here = _places(session.left.document, left, cancelled)
    there = _places(session.right.document, right, cancelled)
    return compatible(carried_pins(session.pins, here, there), (left, right))


def _places(before: Document, now: Document, cancelled: Cancel | None) -> Places:
    """Where the words of a text stand now."""
    same = now.text == before.text
    return Places(before, None if same else compare(before, now, cancelled=cancelled))

"""The comparison of two documents, from beginning to end.

Imports the engine's rooms. Positions are code points, indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Final

from variorum.engine.align.aligner import Aligner
from variorum.engine.align.pins import resolve_pins
from variorum.engine.alignment import Alignment
from variorum.engine.assemble import assemble
from variorum.engine.counts import Counts
from variorum.engine.document import Document
from variorum.engine.elements import Side, Span
from variorum.engine.model import Comparison
from variorum.engine.options import Options, Pin
from variorum.engine.watch import Cancel, Progress, Stage, Watch

_SPLIT: Final = 0.32
"""How much of the first stage is done when the sentences are known."""

Focused = Span | tuple[Side, Span] | None
"""What the reader looks at: a span of the left text, or of the side that is named."""


def compare(
    left: Document,
    right: Document,
    options: Options = Options(),
    pins: Iterable[Pin] = (),
    progress: Progress | None = None,
    cancelled: Cancel | None = None,
    partial: Callable[[Comparison], None] | None = None,
    focus: Callable[[], Focused] | None = None,
) -> Comparison:
    """What became of the left text in the right one.

    Args:
        left: the one text, mostly the older one.
        right: the other.
        options: what counts as a difference, and what differences are called.
        pins: what a person decided about passages; honoured exactly.
        progress: gets the share of the work that is done, 0 to 1, never going back, and what is
            being done.
        cancelled: asked often; when it returns true, the run ends with `Cancelled`.
        partial: gets comparisons that are not complete yet, of long texts only.
        focus: returns what the reader looks at, to be worked on next. It changes the order of the
            work, never the result.

    Raises:
        Cancelled: `cancelled` returned true.
        PinError: two pins contradict each other, or one touches no sentence.
    """
    watch = Watch(progress, cancelled)
    watch.at(Stage.FINDING)
    left.split_as(right, watch.part(Stage.FINDING, 0.0, _SPLIT / 2))
    right.split_as(left, watch.part(Stage.FINDING, _SPLIT / 2, _SPLIT))
    pins = tuple(pins)
    pinned = resolve_pins(left, right, pins)
    if pinned.links:
        free = pinned.without_links()
        around = Aligner(left, right, options, free, Watch(None, cancelled)).in_place()
        pinned = pinned.among(around, left, right)

    counts = Counts(left, right)

    def hand_out(alignment: Alignment) -> None:
        if partial is not None:
            unseen = Watch(None, cancelled)
            partial(assemble(left, right, alignment, options, unseen, pins, counts))

    alignment = Aligner(left, right, options, pinned, watch).run(
        hand_out if partial is not None else None,
        None if focus is None else lambda: _sentences_in_view(left, right, focus()),
    )
    watch.at(Stage.MARKING)
    result = assemble(left, right, alignment, options, watch, pins, counts)
    left.let_go()
    right.let_go()
    watch.at(Stage.DONE)
    return result


def _sentences_in_view(left: Document, right: Document, focused: Focused) -> tuple[int, int]:
    """The first sentence in view on each side; -1 where it is not known."""
    if focused is None:
        return -1, -1
    if isinstance(focused, Span):
        side, span = Side.LEFT, focused
    else:
        side, span = focused[0], Span(*focused[1])
    document = left if side is Side.LEFT else right
    at = bisect_right(document.parted.starts, span.start) - 1
    return (max(at, 0), -1) if side is Side.LEFT else (-1, max(at, 0))

"""The comparison of two documents, from beginning to end."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from variorum.engine.align.aligner import align
from variorum.engine.assemble import assemble
from variorum.engine.document import Document
from variorum.engine.model import Comparison, Side, Span
from variorum.engine.options import Options, Pin
from variorum.engine.watch import Cancel, Progress, Watch


def compare(
    left: Document,
    right: Document,
    options: Options = Options(),
    pins: Iterable[Pin] = (),
    progress: Progress | None = None,
    cancelled: Cancel | None = None,
    partial: Callable[[Comparison], None] | None = None,
    focus: Callable[[], tuple[Side, Span] | None] | None = None,
) -> Comparison:
    """What became of the left text in the right one."""
    watch = Watch(progress, cancelled)
    watch.at(0.0, "reading")
    alignment = align(left, right)
    result = assemble(left, right, alignment, options, watch)
    watch.at(1.0, "done")
    return result

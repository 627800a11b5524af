"""What the reader looks at, line and change, and where a passage is put: no widgets.

Heights are pixels from the upper edge of the view, positions code points of a side's text.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from variorum.engine import Change, Side, Span
from variorum.window.view.heights import Anchor
from variorum.window.view.scene import Scene

REVEAL_AT: Final = 0.28
"""Where a revealed passage is put: this share of the view is above it."""


class Eye(NamedTuple):
    """The line that the reader looks at: what must not move."""

    side: Side
    position: int
    """Its first character."""
    y: int
    """Its upper edge in the view."""


def find_eye(scene: Scene | None, active: Side) -> Eye | None:
    """The first line that is wholly visible, of the active side if it has one there."""
    if scene is None or not scene.visible:
        return None
    found = [_first_line(scene, side) for side in (active, active.other)]
    eyes = [eye for eye in found if eye is not None]
    near = scene.view // 2
    return next((eye for eye in eyes if eye.y < near), min(eyes, key=_height, default=None))


def find_current(scene: Scene | None, active: Side) -> Eye | None:
    """The first line of the current change, of the active side if it stands there.

    None where there is none, or its line is not wholly visible.
    """
    change = None if scene is None else scene.change(scene.current)
    if scene is None or change is None:
        return None
    for side in (active, active.other):
        span = change.span(side)
        extent = None if span is None else scene.in_sight(side, span)
        if span is not None and extent is not None:
            line = scene.typography.line_height
            if 0 <= extent.top <= scene.view - line:
                return Eye(side, span.start, extent.top)
    return None


def into_sight(scene: Scene, eye: Eye) -> Eye:
    """The line, as far up as its change needs to be visible to its end, or to the upper edge."""
    change = scene.change(scene.current)
    span = None if change is None else change.span(eye.side)
    if span is None or span.start != eye.position:
        return eye
    extent, line = scene.extent(eye.side, span), scene.typography.line_height
    below = 0 if extent is None else extent.bottom + line // 2 - scene.view
    return eye._replace(y=max(min(eye.y, line // 2), eye.y - max(0, below)))


def _first_line(scene: Scene, side: Side) -> Eye | None:
    for shown in scene.shown(side, 0):
        laid = shown.set_piece.laid
        height = laid.look.line_height
        line = max(0, -(shown.top // height))
        if line < laid.line_count:
            return Eye(side, laid.line_start(line), shown.top + line * height)
    return None


def look_at(scene: Scene | None, eye: Eye | None) -> None:
    """Put a line where it was; `Scene.settle` is to follow."""
    if eye is None or scene is None:
        return
    place = scene.line_top(eye.side, eye.position)
    if place is not None:
        scene.scroll.anchor = Anchor(place[0], place[1] - eye.y)


def anchor_for(scene: Scene, side: Side, span: Span, *, nearest: bool = False) -> Anchor | None:
    """Where the view is to go to show a passage; None when it is well in sight already.

    Args:
        scene: what is shown.
        side: of the text.
        span: of the passage.
        nearest: move only as far as needed.
    """
    place = scene.line_top(side, span.start)
    if place is None:
        return None
    height, line = scene.view, scene.typography.line_height
    top = next((p.top + place[1] for p in scene.visible if p.stretch == place[0]), None)
    wanted = round(height * REVEAL_AT)
    if top is not None:
        extent = scene.extent(side, span) if span.length else None
        bottom = max(top + line, extent.bottom if extent is not None else 0)
        if top >= line // 2 and min(bottom, top + height // 2) <= height - line // 2:
            return None
        if nearest:
            wanted = line // 2 if top < line // 2 else height - line // 2 - line
    return Anchor(place[0], place[1] - wanted)


def anchor_of_paragraph(scene: Scene, side: Side, index: int) -> Anchor | None:
    """Where the view is to go to have a paragraph (from 0) at its top."""
    paragraphs = scene.comparison.document(side).paragraphs
    if not 0 <= index < len(paragraphs):
        return None
    return anchor_of_line(scene, side, paragraphs[index].span.start)


def anchor_of_line(scene: Scene, side: Side, position: int) -> Anchor | None:
    """Where the view is to go to have the line of a position at its top."""
    place = scene.line_top(side, position)
    return None if place is None else Anchor(place[0], place[1] - scene.typography.line_height // 2)


def visible_span(scene: Scene, side: Side) -> Span | None:
    """What of a text is visible, to whole pieces of paragraphs; None when nothing is."""
    pieces = [
        shown.set_piece.piece.span
        for shown in scene.shown(side, 0, scene.view)
        if shown.top < scene.view and shown.top + shown.set_piece.laid.height > 0
    ]
    return Span(pieces[0].start, pieces[-1].end) if pieces else None


def change_in_view(scene: Scene) -> int | None:
    """The change that is nearest to the top of the visible part; else the next one below.

    None where nothing has changed.
    """
    changes = scene.marks.changes
    if not changes:
        return None
    bands = scene.comparison.bands
    found: list[tuple[int, int]] = []
    for placed in scene.visible:
        rows = bands[scene.stretches.band(placed.stretch)].rows
        for number in {scene.marks.change_of_row.get(row) for row in range(*rows)}:
            change = scene.change(number)
            top = None if change is None else _top_in_view(scene, change)
            if change is not None and top is not None:
                found.append((abs(top), change.number))
    if found:
        return min(found)[1]
    row = bands[scene.stretches.band(scene.visible[0].stretch)].rows.start
    below = (c.number for c in changes if min((*c.left_rows, *c.right_rows)) >= row)
    return next(below, len(changes))


def _top_in_view(scene: Scene, change: Change) -> int | None:
    """The upper edge of a change, if it begins in the visible part."""
    tops = [
        extent.top
        for side in Side
        if (span := change.span(side)) is not None
        and (extent := scene.extent(side, span)) is not None
        and -scene.typography.line_height < extent.top < scene.view
    ]
    return min(tops, default=None)


def _height(eye: Eye) -> int:
    return eye.y

"""What a search has found: looked up by place and by number, and outlined in the panes."""

from __future__ import annotations

from made import marks
from PySide6.QtGui import QColor

from variorum.engine import Side, Span
from variorum.window.theme import make_theme
from variorum.window.view.hits import Hits


def found(*entries: tuple[Side, int, int]) -> Hits:
    hits = Hits()
    for side, start, end in entries:
        hits.append(side, start, end)
    return hits


HITS = found(
    (Side.LEFT, 2, 5),
    (Side.RIGHT, 1, 4),
    (Side.LEFT, 9, 12),
    (Side.LEFT, 12, 14),
    (Side.RIGHT, 30, 33),
)


def test_hits_are_numbered_in_the_order_of_reading():
    assert len(HITS) == 5
    assert [HITS[n] for n in range(5)] == [
        (Side.LEFT, Span(2, 5)),
        (Side.RIGHT, Span(1, 4)),
        (Side.LEFT, Span(9, 12)),
        (Side.LEFT, Span(12, 14)),
        (Side.RIGHT, Span(30, 33)),
    ]
    assert HITS.number_of(Side.LEFT, 2) == 3
    assert HITS.number_of(Side.RIGHT, 1) == 4


def test_hits_are_found_by_their_place():
    left = HITS.of(Side.LEFT)
    assert list(left.touching(Span(4, 10))) == [Span(2, 5), Span(9, 12)]
    assert list(left.touching(Span(5, 9))) == []
    assert list(left.touching(Span(12, 13))) == [Span(12, 14)]
    assert [left.first_from(p) for p in (0, 2, 3, 12, 13)] == [0, 0, 1, 2, 3]
    assert list(Hits().of(Side.LEFT).touching(Span(0, 99))) == []


def outlined(panes, side: Side, colour: QColor) -> int:
    image = panes.pane(side).grab().toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(*place) == colour for place in places)


def test_hits_are_outlined_until_they_are_taken_away(make_panes):
    panes = make_panes(marks(), 800, 500)
    panes.view.set_theme(make_theme(dark=False))
    colour = QColor(make_theme(dark=False).hit)
    assert outlined(panes, Side.LEFT, colour) == 0
    start = panes.text(Side.LEFT).index("canal")
    hits = found((Side.LEFT, start, start + 5))
    panes.view.set_hits(hits)
    plain = outlined(panes, Side.LEFT, colour)
    assert plain > 30
    assert outlined(panes, Side.RIGHT, colour) == 0
    panes.view.set_hits(hits, 0)
    assert outlined(panes, Side.LEFT, colour) > plain
    panes.view.set_zoom(150)
    panes.resize(640, 500)
    panes.view.replace_comparison(marks())
    assert outlined(panes, Side.LEFT, colour) > plain
    panes.view.set_hits(None)
    assert outlined(panes, Side.LEFT, colour) == 0

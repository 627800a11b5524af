"""Whatever a reader does in whatever order: nothing breaks, and both sides stay level."""

import random
from itertools import pairwise

import pytest
from made import (
    ARABIC,
    ARABIC_LATER,
    CHINESE,
    CHINESE_LATER,
    EMOJI,
    EMOJI_LATER,
    LEFT,
    RIGHT,
    compared,
    story,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from variorum.engine import Side, Span, Thresholds, relabel
from variorum.reports.marks import Marks
from variorum.window.theme import make_theme
from variorum.window.view.hits import Hits

PAIRS = {
    "prose": (LEFT, RIGHT),
    "long": story(40),
    "Arabic": (f"{ARABIC}\n\n{LEFT}", f"{RIGHT}\n\n{ARABIC_LATER}"),
    "Chinese": (CHINESE, f"{CHINESE_LATER}\n\n{CHINESE}"),
    "emoji": (EMOJI, EMOJI_LATER),
    "empty": ("", ""),
    "one side": ("", RIGHT),
    "odd": ("\u200b\n\n\x00 a\u0301.\n\n\ud800", "a\u0301 \x00.\n\n\u2028\n\nx"),
}
STEPS = 70


class Hands:
    """Does something, by chance."""

    def __init__(self, panes, qtbot, found: Marks, seed: int) -> None:
        self.panes, self.qtbot, self.found = panes, qtbot, found
        self.dice = random.Random(seed)  # noqa: S311 - a reader, no secret

    def step(self) -> None:
        self.dice.choice(self._choices())()
        if self.dice.random() < 0.7:
            QApplication.processEvents()

    def _choices(self):
        view, canvas, dice = self.panes.view, self.panes.canvas, self.dice
        side = dice.choice(list(Side))
        changes = len(self.panes.scene.marks.changes)
        torn = Marks(relabel(self.found.comparison, Thresholds(0.99, 0.9)))
        text = self.panes.text(side)
        place = dice.randrange(len(text) + 1)
        return [
            lambda: self.panes.resize(dice.randint(200, 1500), dice.randint(90, 900)),
            lambda: view.set_zoom(dice.choice((50, 80, 100, 150, 300))),
            lambda: view.set_share(dice.random()),
            lambda: view.set_by_rows(by_rows=dice.random() < 0.5),
            lambda: view.show_overview(shown=dice.random() < 0.6),
            lambda: view.replace_comparison(dice.choice((torn, self.found))),
            lambda: view.set_current_change(dice.randint(1, changes) if changes else None),
            lambda: view.step_edit(dice.choice((-1, 1))),
            view.peek,
            view.change_at_view,
            lambda: view.set_theme(make_theme(dark=dice.random() < 0.5)),
            lambda: canvas.scroll_by(dice.randint(-900, 900)),
            lambda: canvas.go_to(dice.randint(0, 9000)),
            view._canvas.to_end,
            lambda: view.reveal_span(side, Span(place, place)),
            lambda: view.set_hits(self._hits(side, text)),
            lambda: self._key(side),
            lambda: self._point(side),
            self._click_overview,
        ]

    def _hits(self, side: Side, text: str) -> Hits:
        hits = Hits()
        for position in sorted(self.dice.sample(range(len(text)), min(9, len(text)))):
            hits.append(side, position, min(len(text), position + 1))
        return hits

    def _key(self, side: Side) -> None:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Escape)
        shift = self.dice.choice(
            (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier)
        )
        self.qtbot.keyClick(self.panes.pane(side), self.dice.choice(keys), shift)

    def _point(self, side: Side) -> None:
        widget = self.dice.choice((self.panes.pane(side), self.panes.canvas.gutter))
        x, y = self.dice.randint(0, widget.width()), self.dice.randint(0, widget.height())
        self.qtbot.mouseMove(widget, QPoint(x, y))
        if self.dice.random() < 0.3:
            self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(x, y))

    def _click_overview(self) -> None:
        strip = self.panes.view._overview
        if strip.isVisible() and strip.height() > 2:
            y = self.dice.randrange(strip.height())
            self.qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(9, y))


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("seed", [1])
def test_nothing_breaks(make_panes, qtbot, name, seed):
    found = Marks(compared(*PAIRS[name]))
    panes = make_panes(found)
    hands = Hands(panes, qtbot, found, seed)
    for _ in range(STEPS):
        hands.step()
        assert_level(panes)
    panes.view.close()


def assert_level(panes) -> None:
    """The stretches follow each other without gap, and each begins on one base line."""
    visible = panes.scene.visible
    for before, after in pairwise(visible):
        assert before.top + before.height == after.top
    for placed in visible:
        bases = {
            pieces[0].top + pieces[0].laid.look.ascent
            for side in Side
            if (pieces := panes.scene.setting.pieces(side, placed.stretch))
        }
        assert len(bases) <= 1

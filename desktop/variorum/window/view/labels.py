"""The few words that the panes themselves say, in the reader's language.

Imports Qt's translation and measures of letters, and the scene.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QLocale, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics

from variorum.engine import Side
from variorum.window.view.columns import Columns
from variorum.window.view.scene import Scene
from variorum.window.view.stretches import Gap

CENTRED: Final = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
"""How a label is set."""
REACH: Final = 40
"""More than half the height of a label."""


class Label(NamedTuple):
    """What stands in a gap."""

    gap: Gap
    text: str
    box: QRectF
    """What it covers, in the pixels of the pane."""


def gap_labels(scene: Scene, columns: Columns, top: float, bottom: float) -> Iterator[Label]:
    """The labels of the gaps of a pane between two heights; one for all bands of a gap."""
    bands = (scene.stretches.band(placed.stretch) for placed in scene.visible)
    for gap in dict.fromkeys(scene.gaps.of(band) for band in bands):
        if gap is None or gap.side is columns.side:
            continue
        middle = scene.gap_middle(gap)
        if middle is not None and top - REACH < middle < bottom + REACH:
            text = gap_label(scene, gap)
            yield Label(gap, text, _box(scene, columns, text, middle))


def _box(scene: Scene, columns: Columns, text: str, middle: int) -> QRectF:
    width = columns.text_width
    room = QRect(0, 0, max(40, width - 20), 2 * REACH)
    metrics = QFontMetrics(scene.typography.small)
    box = QRectF(metrics.boundingRect(room, CENTRED, text)).adjusted(-10, -4, 10, 4)
    box.moveCenter(QPointF(columns.left + width / 2, middle))
    return box


def gap_label(scene: Scene, gap: Gap) -> str:
    """What a gap says: how many words are not here, or where they went."""
    words = scene.words_of(gap)
    if gap.is_pending:
        return Panes().pending(words)
    if gap.all_moved and gap.move is None:
        return Panes().moved_apart(gap.side, words)
    change = None if gap.move is None else scene.change_of_move(gap.move)
    target = None if change is None else change.span(gap.side.other)
    if target is None:
        return Panes().not_here(gap.side, words)
    paragraph = _paragraph(scene, gap.side.other, target.start) + 1
    return Panes().moved(gap.side, words).replace("%1", QLocale().toString(paragraph))


class Panes(QObject):
    """The counted words; an object, since `lupdate` sees their plurals only in its `tr`."""

    def not_here(self, side: Side, words: int) -> str:
        """How many words of a side have no counterpart."""
        if side is Side.LEFT:
            return self.tr("%Ln words not in the right text", "", words)
        return self.tr("%Ln words not in the left text", "", words)

    def pending(self, words: int) -> str:
        """How many words have to wait for a counterpart."""
        return self.tr("%Ln words not compared yet", "", words)

    def moved(self, side: Side, words: int) -> str:
        """How many words of a side went where; `%1` is to be the number of the paragraph."""
        if side is Side.LEFT:
            return self.tr("%Ln words moved to paragraph %1", "", words)
        return self.tr("%Ln words moved from paragraph %1", "", words)

    def moved_apart(self, side: Side, words: int) -> str:
        """How many words of a side went to several places, or came from there."""
        if side is Side.LEFT:
            return self.tr("%Ln words moved elsewhere", "", words)
        return self.tr("%Ln words moved from elsewhere", "", words)


def _paragraph(scene: Scene, side: Side, position: int) -> int:
    sentence = scene.marks.sentence_at(side, position)
    return scene.comparison.document(side).sentences[sentence or 0].paragraph

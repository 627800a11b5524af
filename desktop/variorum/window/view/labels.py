"""The few words that the panes themselves say, in the reader's language.

Imports Qt's translation and the scene.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from variorum.engine import Side
from variorum.window.view.scene import Scene
from variorum.window.view.stretches import Gap


def gap_label(scene: Scene, gap: Gap) -> str:
    """What a gap says: how many words are not here, or where they went."""
    words = scene.words_of(gap)
    if gap.is_pending:
        return Panes().pending(words)
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


def _paragraph(scene: Scene, side: Side, position: int) -> int:
    sentence = scene.marks.sentence_at(side, position)
    return scene.comparison.document(side).sentences[sentence or 0].paragraph

"""The few words that the panes themselves say, in the reader's language.

Imports Qt's translation and the scene.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from variorum.engine import Side, count_words
from variorum.window.view.scene import Scene
from variorum.window.view.stretches import Gap, paragraphs_of


def gap_label(scene: Scene, gap: Gap) -> str:
    """What a gap says: how many words are not here, or where they went."""
    words = QLocale().toString(_words(scene, gap))
    one = words == "1"
    if gap.move is None:
        return _not_here(gap.side, words, one=one)
    change = scene.change_of_move(gap.move)
    target = change.span(gap.side.other) if change is not None else None
    if target is None:
        return _not_here(gap.side, words, one=one)
    paragraph = QLocale().toString(_paragraph(scene, gap.side.other, target.start) + 1)
    if gap.side is Side.LEFT:
        text = (
            _tr("Moved to paragraph %1: one word")
            if one
            else _tr("Moved to paragraph %1: %2 words")
        )
    else:
        text = (
            _tr("Moved from paragraph %1: one word")
            if one
            else _tr("Moved from paragraph %1: %2 words")
        )
    return text.replace("%1", paragraph).replace("%2", words)


def _not_here(side: Side, words: str, *, one: bool) -> str:
    if side is Side.LEFT:
        text = (
            _tr("One word not in the right text") if one else _tr("%1 words not in the right text")
        )
    else:
        text = _tr("One word not in the left text") if one else _tr("%1 words not in the left text")
    return text.replace("%1", words)


def _words(scene: Scene, gap: Gap) -> int:
    document = scene.comparison.document(gap.side)
    first = paragraphs_of(scene.comparison.bands[gap.bands.start], gap.side).start
    last = paragraphs_of(scene.comparison.bands[gap.bands.end - 1], gap.side).end
    return sum(count_words(document.text, *p.span) for p in document.paragraphs[first:last])


def _paragraph(scene: Scene, side: Side, position: int) -> int:
    sentence = scene.marks.sentence_at(side, position)
    return scene.comparison.document(side).sentences[sentence or 0].paragraph


def _tr(text: str) -> str:
    return QCoreApplication.translate("Panes", text)

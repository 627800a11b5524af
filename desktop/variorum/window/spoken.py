"""Changes in words, for those who hear them: “replaced ‘noon’ by ‘dusk’, change 2 of 41, …”.

Imports Qt's translation and the view model. Words of the texts are cut when they are long, since
nobody can skim what is read aloud; the texts themselves are there for whoever wants all of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QLocale, QObject

from variorum.engine import (
    Change,
    ChangeKind,
    Comparison,
    Edit,
    EditKind,
    FormatChange,
    PinKind,
    Sentence,
    Side,
    Span,
)
from variorum.reports.cutting import shortened
from variorum.reports.marks import Marks
from variorum.window.format_words import FormatWords
from variorum.window.view.word_edits import Stop, edits_of

LONGEST: Final = 120
"""So many characters of a passage are said: some eight seconds of speech."""
MOST: Final = 5
"""So many edits of a change are said; of more, their number."""

_SPACE: Final = re.compile(r"\s+")


class _Said(NamedTuple):
    """What is said of neighbouring edits."""

    left: str
    right: str
    moved: bool = False


class SpokenChanges(QObject):
    """Says what a change is and where; an object, so that it can be translated."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = FormatWords(self)

    def change(self, marks: Marks, change: Change) -> str:
        """All of a change in one line."""
        place = self.tr("change {number} of {count}").format(
            number=_number(change.number), count=_number(len(marks.changes))
        )
        pinned = self._pinned(marks.comparison, change)
        parts = (self._what(marks, change), pinned, place, self._where(marks, change))
        return ", ".join(part for part in parts if part)

    def _pinned(self, comparison: Comparison, change: Change) -> str:
        """What a person decided about some of a change."""
        for pin in comparison.pins:
            ends = ((change.left, pin.left), (change.right, pin.right))
            meets = [s is not None and s.start < e.end and e.start < s.end for s, e in ends]
            if pin.kind is PinKind.ALIGN and all(meets):
                return self.tr("aligned by hand")
            if pin.kind is PinKind.FORBID and any(meets):
                return self.tr("kept apart by hand")
        return ""

    def stop(self, marks: Marks, change: Change, stop: Stop) -> str:
        """A word edit inside a change; the change itself, where that is the only place."""
        if stop.total == 1:
            return self.change(marks, change)
        looks = marks.formats_of_change(change)
        both = stop.where.get(Side.LEFT), stop.where.get(Side.RIGHT)
        look = next((found for found in looks if (found.left, found.right) == both), None)
        texts = {side: _text(marks, side, span) for side, span in stop.where.items()}
        said = _Said(texts.get(Side.LEFT, ""), texts.get(Side.RIGHT, ""))
        return self.tr("{what}, edit {number} of {count} in change {change}").format(
            what=self._edit(said) if look is None else self._format(marks, look),
            number=_number(stop.number),
            count=_number(stop.total),
            change=_number(change.number),
        )

    def passage(self, comparison: Comparison, side: Side, span: Span) -> str:
        """Where some words stand: their paragraph, and their sentence or some of it."""
        document = comparison.document(side)
        found = bisect_right(document.sentences, span.start, key=_start) - 1
        sentence = document.sentences[max(0, found)]
        start = sentence.span.start
        if span.end - start > LONGEST:
            start = max(start, span.start - LONGEST // 2)
        words = _cut(_SPACE.sub(" ", document.text[start : sentence.span.end]))
        left = self.tr("paragraph {number} of the left text: ‘{words}’")
        right = self.tr("paragraph {number} of the right text: ‘{words}’")
        text = left if side is Side.LEFT else right
        return text.format(number=_number(sentence.paragraph + 1), words=words)

    def _what(self, marks: Marks, change: Change) -> str:
        if change.kind is ChangeKind.MISSING:
            return self.tr("missing from the right text: ‘{words}’").format(
                words=self._passage(marks, change, Side.LEFT)
            )
        if change.kind is ChangeKind.NEW:
            return self.tr("new in the right text: ‘{words}’").format(
                words=self._passage(marks, change, Side.RIGHT)
            )
        looks = marks.formats_of_change(change)
        if change.kind is ChangeKind.FORMATTED:
            return self._formats(marks, looks)
        told = (self._edits(_said(marks, edits_of(marks, change))), self._formats(marks, looks))
        edits = ", ".join(filter(None, told))
        if change.move is not None:
            return ", ".join(filter(None, (self._moved(marks, change), edits)))
        reworded = change.kind is ChangeKind.REWORDED
        return self.tr("reworded: {edits}").format(edits=edits) if reworded else edits

    def _moved(self, marks: Marks, change: Change) -> str:
        return self.tr("moved from paragraph {left} to paragraph {right}: ‘{words}’").format(
            left=_paragraph(marks, change, Side.LEFT),
            right=_paragraph(marks, change, Side.RIGHT),
            words=self._passage(marks, change, Side.LEFT),
        )

    def _edits(self, said: Sequence[_Said]) -> str:
        told = [self._edit(edit) for edit in said[:MOST]]
        if len(said) > MOST:
            told.append(self.tr("%Ln more edits", "", len(said) - MOST))
        return ", ".join(told)

    def _formats(self, marks: Marks, looks: Sequence[FormatChange]) -> str:
        """What looks otherwise, and which words do."""
        told = [self._format(marks, found) for found in looks[:MOST]]
        if len(looks) > MOST:
            told.append(self.tr("%Ln more changes of looks", "", len(looks) - MOST))
        return ", ".join(told)

    def _format(self, marks: Marks, found: FormatChange) -> str:
        words = _cut(_text(marks, Side.RIGHT, found.right))
        return self.tr("{look}: ‘{words}’").format(look=self._looks.change(found), words=words)

    def _edit(self, said: _Said) -> str:
        if said.moved:
            return self.tr("moved ‘{words}’ within the sentence").format(words=_cut(said.left))
        if not (said.left.strip() or said.right.strip()):
            return self.tr("white space changed")
        if not said.left.strip():
            return self.tr("added ‘{words}’").format(words=_cut(said.right))
        if not said.right.strip():
            return self.tr("removed ‘{words}’").format(words=_cut(said.left))
        return self.tr("replaced ‘{left}’ by ‘{right}’").format(
            left=_cut(said.left), right=_cut(said.right)
        )

    def _passage(self, marks: Marks, change: Change, side: Side) -> str:
        span = change.span(side)
        assert span is not None, "a passage has a text"
        return _cut(_text(marks, side, Span(span.start, min(span.end, span.start + 2 * LONGEST))))

    def _where(self, marks: Marks, change: Change) -> str:
        """The paragraph, of a side only where the number alone would not say it."""
        if change.move is not None:
            return ""
        left = _paragraph(marks, change, Side.LEFT)
        right = _paragraph(marks, change, Side.RIGHT)
        if left and right and left != right:
            return self.tr("paragraph {left} on the left, {right} on the right").format(
                left=left, right=right
            )
        return self.tr("paragraph {number}").format(number=left or right)


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def _said(marks: Marks, edits: Sequence[Edit]) -> list[_Said]:
    """What became of the words; changed words with only spaces between them are one edit."""
    return list(_joined(marks, edits))


def _joined(marks: Marks, edits: Sequence[Edit]) -> Iterator[_Said]:
    run: _Said | None = None
    space = ""
    for edit in edits:
        left, right = _text(marks, Side.LEFT, edit.left), _text(marks, Side.RIGHT, edit.right)
        if edit.kind is EditKind.EQUAL and run is not None and not right.strip():
            space = right
            continue
        if edit.kind is EditKind.EQUAL or edit.move is not None:
            if run is not None:
                yield run
            run = None
            if edit.move is not None and edit.kind is EditKind.DELETE:
                yield _Said(left, "", moved=True)
        else:
            before = run or _Said("", "")
            gap = space if run is not None else ""
            run = _Said(before.left + gap + left, before.right + gap + right)
        space = ""
    if run is not None:
        yield run


def _text(marks: Marks, side: Side, span: Span) -> str:
    text = marks.comparison.document(side).text[span.start : span.end]
    return _SPACE.sub(" ", text)


def _cut(text: str) -> str:
    """The beginning of a text, to a whole word if there are words."""
    return shortened(text.strip(), LONGEST)


def _paragraph(marks: Marks, change: Change, side: Side) -> str:
    """The number of the paragraph in which a side of a change begins; empty where it has none."""
    span = change.span(side)
    if span is None:
        return ""
    sentence = marks.sentence_at(side, span.start) or 0
    return _number(marks.comparison.document(side).sentences[sentence].paragraph + 1)


def _number(number: int) -> str:
    return QLocale().toString(number)

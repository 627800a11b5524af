"""Puts what was said beside the texts and into the list of changes.

Imports Qt, the review and the parts of the window that show it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from PySide6.QtCore import QObject, Slot

from variorum.engine import Side, Span
from variorum.reports.marks import Marks
from variorum.review import Judgement
from variorum.window.change_list import ChangeList
from variorum.window.change_signs import ChangeSign, MadeWhenSeen, listed
from variorum.window.reviewing import Reviewing
from variorum.window.state import Opened
from variorum.window.theme import Theme
from variorum.window.verdicts import VerdictNames, verdict_ink
from variorum.window.view import ComparisonView, NoteMarks, NoteSign

NOTE_SIGN: Final = "✎"
SEEN_SIGN: Final = "✓"


class ReviewSigns(QObject):
    """Shows at each change and passage what was said of it."""

    def __init__(
        self,
        reviewing: Reviewing,
        words: VerdictNames,
        view: ComparisonView,
        changes: ChangeList,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reviewing = reviewing
        self._words = words
        self._view = view
        self._changes = changes
        self._theme = theme
        self._opened: Opened | None = None
        reviewing.changed.connect(self.show)
        changes.said_wanted.connect(self._list_said)
        self._list_said()

    def set_opened(self, opened: Opened | None) -> None:
        """Show what was said of this from now on."""
        self._opened = opened
        self.show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.show()

    @Slot()
    def show(self) -> None:
        """Put signs beside the texts and into the list, as things are now."""
        opened = self._opened
        if opened is None or not self._reviewing.ready:
            return
        self._list_said()
        review = self._reviewing.review
        signs = MadeWhenSeen(self._numbers, self._note_sign)
        passages: dict[tuple[Side, int], list[tuple[Span, NoteSign]]] = {}
        for remark in review.remarks:
            sign = self._sign(remark.verdict, noted=True, reviewed=False)
            if sign is not None:
                for key in _paragraphs_of(opened.marks, remark.side, remark.span):
                    passages.setdefault(key, []).append((remark.span, sign))
        shown = {key: tuple(found) for key, found in passages.items()}
        self._view.set_notes(NoteMarks(signs, shown))

    @Slot()
    def _list_said(self) -> None:
        """Put signs into the list of changes, and list those that are wanted."""
        reviewing, review = self._reviewing, self._reviewing.review
        verdicts = [(verdict.id, self._words.name(verdict)) for verdict in review.verdicts]
        self._changes.set_verdicts(verdicts)
        signs = MadeWhenSeen(self._numbers, self._change_sign)
        numbers = listed(review, reviewing.changes(), self._changes.said)
        self._changes.set_signs(signs, numbers)

    def _numbers(self) -> list[int]:
        """The numbers of the changes of which something was said."""
        found = map(self._reviewing.change, self._reviewing.review.judgements)
        return [change.number for change in found if change is not None]

    def _judgement(self, number: int) -> Judgement | None:
        change = self._reviewing.change_numbered(number)
        return None if change is None else self._reviewing.judgement(change)

    def _note_sign(self, number: int) -> NoteSign | None:
        said = self._judgement(number)
        if said is None:
            return None
        return self._sign(said.verdict, noted=bool(said.note), reviewed=said.reviewed)

    def _change_sign(self, number: int) -> ChangeSign | None:
        said = self._judgement(number)
        if said is None or not (said.verdict or said.note or said.reviewed):
            return None
        verdict = self._reviewing.review.verdict(said.verdict)
        words = [
            self._words.of(self._reviewing.review, said.verdict),
            self.tr("has a note") if said.note else "",
            self.tr("reviewed") if said.reviewed else "",
        ]
        return ChangeSign(
            "" if verdict is None else verdict.sign,
            verdict_ink(self._theme, verdict),
            reviewed=said.reviewed,
            noted=bool(said.note),
            words=", ".join(filter(None, words)),
        )

    def _sign(self, verdict: str | None, *, noted: bool, reviewed: bool) -> NoteSign | None:
        found = self._reviewing.review.verdict(verdict)
        if found is not None:
            return NoteSign(found.sign, verdict_ink(self._theme, found), filled=True)
        if noted:
            return NoteSign(NOTE_SIGN, self._theme.current, filled=False)
        return NoteSign(SEEN_SIGN, self._theme.muted, filled=False) if reviewed else None


def _paragraphs_of(marks: Marks, side: Side, span: Span) -> list[tuple[Side, int]]:
    """The paragraphs that a passage touches."""
    paragraphs = marks.comparison.document(side).paragraphs
    first = bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.span.end)
    behind = bisect_left(paragraphs, span.end, key=lambda paragraph: paragraph.span.start)
    return [(side, number) for number in range(first, behind)]

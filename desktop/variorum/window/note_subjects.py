"""What a note can be about, and the list of all notes in the order of the texts.

Imports Qt's models, the review and the panes' marks. Positions are code points.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.engine import Change, ChangeKind, Side
from variorum.reports.marks import Marks
from variorum.review import Remark, Review, Stray
from variorum.window.naming import as_tool_tip
from variorum.window.reviewing import Reviewing
from variorum.window.verdicts import VerdictNames

Index = QModelIndex | QPersistentModelIndex

_LONGEST: Final = 120
"""In characters: as much of a note as can stand in one row."""


_LONGEST_TIP: Final = 2000
"""As much of it as the card shows that comes up under the mouse."""


class About(Enum):
    """What kind of thing a note is about."""

    SUMMARY = auto()
    """The whole."""
    CHANGE = auto()
    PASSAGE = auto()
    STRAY = auto()
    """Words that are gone."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What one note is about."""

    about: About
    name: str = ""
    """The id of the change or of the remark."""
    stray: int = -1
    """The index of a note without a place."""


SUMMARY: Final = Subject(About.SUMMARY)


class NotesModel(QAbstractListModel):
    """All that was said, as a list.

    The summary comes first, then notes in the order of the texts, then those without a place.
    """

    def __init__(self, reviewing: Reviewing, words: VerdictNames, parent: QObject) -> None:
        super().__init__(parent)
        self._reviewing = reviewing
        self._words = words
        self._marks: Marks | None = None
        self._subjects: list[Subject] = []
        self._listed: Review | None = None

    def set_marks(self, marks: Marks | None) -> None:
        """List the notes on another comparison."""
        self._marks = marks
        self._listed = None
        self.refresh()

    def refresh(self) -> None:
        """List what is said now.

        Where only words are others the view is to paint anew: told of a change of all rows, it
        would lay all of them out again, at each letter that is typed.
        """
        if self._is_as_before():
            return
        subjects = self._find()
        if subjects == self._subjects:
            return
        self.beginResetModel()
        self._subjects = subjects
        self.endResetModel()

    def _is_as_before(self) -> bool:
        """Whether the same things are said something of; who types changes words alone."""
        before, now = self._listed, self._reviewing.review
        self._listed = now if self._marks is not None and self._reviewing.ready else None
        if before is None or self._listed is None:
            return False
        if before.remarks is not now.remarks:
            spots = [(r.id, r.span) for r in before.remarks]
            if spots != [(r.id, r.span) for r in now.remarks]:
                return False
        if len(before.strays) != len(now.strays):
            return False
        was, is_ = before.judgements, now.judgements
        names = [name for name, said in is_.items() if was.get(name) is not said]
        names += [name for name in was if name not in is_]
        return all(_is_listed(before, name) == _is_listed(now, name) for name in names)

    def _find(self) -> list[Subject]:
        if self._marks is None or not self._reviewing.ready:
            return []
        review = self._reviewing.review
        placed: list[tuple[int, int, Subject]] = []
        for name in review.judgements:
            change = self._reviewing.change(name)
            if change is not None and _is_listed(review, name):
                row = min((*change.left_rows, *change.right_rows))
                placed.append((row, 0, Subject(About.CHANGE, name)))
        for number, remark in enumerate(review.remarks, 1):
            placed.append((self._row(remark), number, Subject(About.PASSAGE, remark.id)))
        placed.sort(key=lambda entry: entry[:2])
        strays = (Subject(About.STRAY, stray=n) for n in range(len(review.strays)))
        return [SUMMARY, *(subject for _, _, subject in placed), *strays]

    def _row(self, remark: Remark) -> int:
        """The row of the comparison that a remark begins in."""
        assert self._marks is not None
        sentence = self._marks.sentence_at(remark.side, remark.span.start)
        found = None if sentence is None else self._marks.row_of_sentence(remark.side, sentence)
        return 0 if found is None else found

    def subject(self, index: Index) -> Subject:
        """What a row is about."""
        return self._subjects[index.row()]

    def row_of(self, subject: Subject) -> int | None:
        """The row of a subject; None when nothing is said of it."""
        return self._subjects.index(subject) if subject in self._subjects else None

    @property
    def count(self) -> int:
        """How many notes and verdicts there are; the summary is not counted."""
        return max(0, len(self._subjects) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802 - Qt's name
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._subjects)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row says."""
        if not index.isValid() or not 0 <= index.row() < len(self._subjects):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            subject = self._subjects[index.row()]
            return f"{self.title(subject)}: {self.excerpt(subject)}".removesuffix(": ")
        if role == Qt.ItemDataRole.ToolTipRole:
            note = self.note(self._subjects[index.row()])
            cut = note if len(note) <= _LONGEST_TIP else f"{note[:_LONGEST_TIP]}…"
            return as_tool_tip(cut) or None
        return None

    def title(self, subject: Subject) -> str:
        """What a note is about, in short."""
        review = self._reviewing.review
        if subject.about is About.SUMMARY:
            return self.tr("Summary")
        verdict = self._words.of(review, self.verdict(subject))
        if subject.about is About.CHANGE:
            change = self._reviewing.change(subject.name)
            named = self.tr("Change {number}").format(number=change.number if change else "–")
        elif subject.about is About.PASSAGE:
            remark = review.remark(subject.name)
            right = remark is not None and remark.side is Side.RIGHT
            named = self.tr("Passage on the right") if right else self.tr("Passage on the left")
        else:
            named = self.tr("Without a place")
        return (
            self.tr("{subject}, {verdict}").format(subject=named, verdict=verdict)
            if verdict
            else named
        )

    def verdict(self, subject: Subject) -> str | None:
        """The id of the verdict on a subject."""
        review = self._reviewing.review
        if subject.about is About.CHANGE:
            return review.judgement(subject.name).verdict
        if subject.about is About.PASSAGE:
            remark = review.remark(subject.name)
            return None if remark is None else remark.verdict
        stray = self.stray(subject)
        return None if stray is None else stray.verdict

    def note(self, subject: Subject) -> str:
        """The note on a subject; empty for none."""
        review = self._reviewing.review
        if subject.about is About.SUMMARY:
            return review.summary
        if subject.about is About.CHANGE:
            return review.judgement(subject.name).note
        if subject.about is About.PASSAGE:
            remark = review.remark(subject.name)
            return "" if remark is None else remark.note
        stray = self.stray(subject)
        return "" if stray is None else stray.note

    def stray(self, subject: Subject) -> Stray | None:
        """The note without a place that a subject is."""
        strays = self._reviewing.review.strays
        return strays[subject.stray] if 0 <= subject.stray < len(strays) else None

    def excerpt(self, subject: Subject) -> str:
        """The beginning of a note; where there is none, of the words that it is about."""
        said = self.note(subject)[:_LONGEST] or f"“{self.words(subject)}”"
        return " ".join(said.split()) if said != "“”" else ""

    def words(self, subject: Subject) -> str:
        """The beginning of the words that a note is about."""
        if subject.about is About.STRAY:
            stray = self.stray(subject)
            return "" if stray is None else (stray.left or stray.right)[:_LONGEST]
        if self._marks is None or subject.about is About.SUMMARY:
            return ""
        place = self.place(subject)
        if place is None:
            return ""
        side, start, end = place
        text = self._marks.comparison.document(side).text[start : min(end, start + _LONGEST)]
        return " ".join(text.split())

    def place(self, subject: Subject) -> tuple[Side, int, int] | None:
        """Where the words of a subject are: the side, and from where to where."""
        if subject.about is About.PASSAGE:
            remark = self._reviewing.review.remark(subject.name)
            return None if remark is None else (remark.side, *remark.span)
        change = self._reviewing.change(subject.name)
        if change is None:
            return None
        side = Side.RIGHT if change.kind is ChangeKind.NEW or change.left is None else Side.LEFT
        span = change.span(side)
        return None if span is None else (side, *span)

    def change(self, subject: Subject) -> Change | None:
        """The change that a subject is."""
        return self._reviewing.change(subject.name) if subject.about is About.CHANGE else None


def _is_listed(review: Review, name: str) -> bool:
    """Whether a change has more than a reviewed mark."""
    said = review.judgements.get(name)
    return said is not None and (said.verdict is not None or bool(said.note))


def first_stray(reviewing: Reviewing) -> Subject | None:
    """The first note without a place, if there is one."""
    return Subject(About.STRAY, stray=0) if reviewing.review.strays else None


def passage(name: str) -> Subject:
    """A note on a passage as something to be shown."""
    return Subject(About.PASSAGE, name)

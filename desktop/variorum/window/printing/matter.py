"""What is printed: the head of the page, then band after band, each with its notes.

Imports Qt's translation, the view model, the reports' phrases, the review and the theme.
Positions are code points of a side's text; sizes are units of paper. Items are set when they are
asked for and kept for a moment, so that a long text needs no more room than a short one.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from variorum.engine import BandKind, Side
from variorum.reports import phrases
from variorum.reports.noted import Noted, called, noted, standing, verdict_name
from variorum.review import Review
from variorum.window.naming import isolated
from variorum.window.printing.pages import Column, Item
from variorum.window.printing.paragraphs import INSET, ParagraphSetter
from variorum.window.printing.said import set_said
from variorum.window.printing.words import POINT, Line, Mark, Steps, Type, Words
from variorum.window.state import Opened
from variorum.window.theme import Theme

GUTTER: Final = 34 * POINT
"""Between the two texts."""

KEPT: Final = 96
"""So many set items are at hand: those of a page or two."""

_TITLE: Final = Type(19, bold=True, leading=1.25)
_LEAD: Final = Type(11.5, leading=1.4)
_SANS: Final = Type(8.5, serif=False, leading=1.5)
_BOLD: Final = Type(8.5, serif=False, bold=True, leading=1.5)
_SMALL: Final = Type(7.5, serif=False, leading=1.45)
_CENTRED: Final = Type(7, serif=False, leading=1.4, centred=True)


class ComparisonMatter(QObject):
    """A comparison as items, for a width of paper."""

    def __init__(self, opened: Opened, review: Review, theme: Theme, width: int) -> None:
        super().__init__()
        self._opened = opened
        self._marks = opened.marks
        self._comparison = opened.marks.comparison
        self._review = review
        self._theme = theme
        self._width = width
        self._half = (width - GUTTER) // 2
        said = list(noted(self._marks, review))
        self._notes: dict[int, list[Noted]] = {}
        for note in said:
            self._notes.setdefault(note.band, []).append(note)
        self._setter = ParagraphSetter(self._marks, said, theme)
        self._makers = list(self._plan())
        self._kept: OrderedDict[int, Item] = OrderedDict()

    def __len__(self) -> int:
        return len(self._makers)

    def item(self, number: int) -> Item:
        """One of them; at once when it is at hand."""
        for _ in self.steps(number):
            pass
        return self._kept[number]

    def steps(self, number: int) -> Iterator[None]:
        """Make one of them in small steps, so that it is at hand."""
        if number not in self._kept:
            made = self._makers[number]()
            self._kept[number] = made if isinstance(made, Item) else (yield from made)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(number)

    def _plan(self) -> list[Callable[[], Item | Steps[Item]]]:
        """For each item what makes it."""
        plan: list[Callable[[], Item | Steps[Item]]] = [self._title, self._lead]
        if self._review.summary:
            plan.append(self._summary)
        if self._review.says_something:
            plan.append(self._standing)
        plan += [self._names, self._bars, self._figures, self._tally, self._rule]
        for index in range(len(self._comparison.bands)):
            plan.append(partial(self._band, index))
            if index in self._notes:
                plan.append(partial(self._note, index))
        plan += [partial(self._stray, number) for number in range(len(self._review.strays))]
        return plan

    # The head

    def _title(self) -> Item:
        words = Words(_TITLE)
        words.add(isolated(self._opened.left.name))
        words.add(self.tr(" compared with "), Mark(pen=self._theme.muted, italic=True))
        words.add(isolated(self._opened.right.name))
        return self._across(words)

    def _lead(self) -> Item:
        words = Words(_LEAD)
        words.add(phrases.headline(self._comparison, self._marks.changes))
        return self._across(words, above=5 * POINT)

    def _summary(self) -> Steps[Item]:
        summary = self._review.summary.strip()
        lines = yield from set_said((), summary, _LEAD, self._width - 2 * INSET)
        column = Column(0, self._width, lines, edge=self._theme.current)
        return Item((column,), above=9 * POINT)

    def _standing(self) -> Steps[Item]:
        """How often each verdict was given, how much is reviewed and noted."""
        stands = standing(self._marks.changes, self._review)
        given = (
            f"{verdict.sign} {isolated(called(verdict))} {number:,}"
            for verdict, number in stands.verdicts
        )
        words = Words(_SMALL)
        words.add(" · ".join((*given, *stands.rest)), Mark(pen=self._theme.muted))
        lines = yield from words.set_in(self._width - 2 * INSET)
        column = Column(0, self._width, lines, edge=self._theme.current)
        return Item((column,), above=0 if self._review.summary else 9 * POINT)

    def _names(self) -> Item:
        columns: list[Column] = []
        for side in Side:
            source = self._opened.source(side)
            name = Words(_BOLD)
            name.add(source.name)
            facts = Words(_SMALL)
            told = [
                phrases.count(self._comparison.summary.of(side).words.total, "word"),
                phrases.count(len(source.document.paragraphs), "paragraph"),
                phrases.size(source.size),
            ]
            if source.modified is not None:
                told.append(phrases.date(source.modified))
            facts.add(" · ".join(told), Mark(pen=self._theme.muted))
            lines = name.lines(self._half) + facts.lines(self._half)
            columns.append(Column(self._x(side) - INSET, self._half + INSET, lines))
        return Item(tuple(columns), above=14 * POINT)

    def _bars(self) -> Item:
        colours = self._colours()
        columns: list[Column] = []
        for side in Side:
            share = self._comparison.summary.of(side).words
            parts = phrases.parts_of(share, side)
            shares = tuple((n / max(1, share.total), colours[k]) for k, n in parts.items())
            columns.append(Column(self._x(side), self._half, (), parts=shares))
        return Item(tuple(columns), above=4 * POINT, height=8 * POINT)

    def _figures(self) -> Item:
        columns: list[Column] = []
        for side in Side:
            share = self._comparison.summary.of(side).words
            told = phrases.shares(share, side)
            lines: list[Line] = []
            for kind, number in phrases.parts_of(share, side).items():
                words = Words(_SMALL)
                words.add("■ ", Mark(pen=self._colours()[kind]))
                words.add(f"{kind} {number:,}")
                if number:
                    words.add(f" ({told[kind]})", Mark(pen=self._theme.muted))
                lines += words.lines(self._half)
            columns.append(Column(self._x(side) - INSET, self._half, tuple(lines)))
        return Item(tuple(columns), above=4 * POINT)

    def _tally(self) -> Item:
        words = Words(_SMALL)
        found = [phrases.tally(self._marks.changes), *phrases.regroupings(self._comparison)]
        words.add("; ".join(found) + ".", Mark(pen=self._theme.muted))
        return self._across(words, above=5 * POINT)

    def _rule(self) -> Item:
        """What the marks mean, in a line or two of their own."""
        words = Words(_SMALL)
        for number, (sample, mark, told) in enumerate(self._setter.legend()):
            words.add(" · " if number else "", Mark(pen=self._theme.muted))
            words.add(sample, mark)
            words.add(f" {told}", Mark(pen=self._theme.muted))
        return self._across(words, above=5 * POINT)

    # The texts

    def _band(self, index: int) -> Steps[Item]:
        band = self._comparison.bands[index]
        columns: list[Column] = []
        for side, span in ((Side.LEFT, band.left), (Side.RIGHT, band.right)):
            if span.length:
                lines: list[Line] = []
                for number, paragraph in enumerate(range(*span)):
                    first = number == 0
                    lines += yield from self._setter.steps(side, paragraph, self._half, first=first)
                wash, edge = self._behind(side, index)
                columns.append(Column(self._x(side), self._half, tuple(lines), wash, edge))
            else:
                lines = list(self._setter.gap_lines(side, index, self._half))
                columns.append(Column(self._x(side), self._half, tuple(lines), hatched=True))
        columns.append(Column(self._half, GUTTER, self._gutter(index)))
        return Item(tuple(columns), above=7 * POINT)

    def _behind(self, side: Side, index: int) -> tuple[str, str]:
        """The colours behind and beside a passage without counterpart."""
        band = self._comparison.bands[index]
        if band.kind not in (BandKind.MISSING, BandKind.NEW):
            return "", ""
        ink = self._theme.moved if self._setter.all_moved(index) else self._theme.side(side)
        return ink.wash, ink.pen

    def _gutter(self, index: int) -> tuple[Line, ...]:
        band = self._comparison.bands[index]
        words = Words(_CENTRED)
        muted = Mark(pen=self._theme.muted)
        if band.changed > 0 and band.left.length and band.right.length:
            words.add(phrases.percent(band.changed, 1), muted)
        if phrases.border_change(band):
            words.add(f"\n{band.left.length} ¶ → {band.right.length} ¶", muted)
        return words.lines(GUTTER - 2 * INSET)

    # What the reviewer said

    def _note(self, index: int) -> Steps[Item]:
        lines: list[Line] = []
        for said in self._notes[index]:
            before = [(said.name, Mark(pen=self._theme.current, bold=True))]
            if said.verdict:
                before.append((f"  {said.verdict}", Mark(bold=True)))
            if said.reviewed:
                before.append(("  " + self.tr("reviewed"), Mark(pen=self._theme.muted)))
            lines += yield from set_said(before, said.note, _SANS, self._width - 2 * INSET)
        column = Column(0, self._width, tuple(lines), self._theme.desk, self._theme.current)
        return Item((column,), above=3 * POINT)

    def _stray(self, number: int) -> Steps[Item]:
        stray = self._review.strays[number]
        gone = " / ".join(filter(None, (stray.left, stray.right)))
        told = self.tr("On words that are gone: “{words}”").format(words=gone)
        before = [(told, Mark(pen=self._theme.muted))]
        verdict = verdict_name(self._review, stray.verdict)
        if verdict:
            before.append((f"  {verdict}", Mark(bold=True)))
        lines = yield from set_said(before, stray.note, _SANS, self._width - 2 * INSET)
        column = Column(0, self._width, lines, edge=self._theme.current)
        return Item((column,), above=6 * POINT)

    # Helpers

    def _across(self, words: Words, above: int = 0) -> Item:
        """One column over the whole width, whose words begin at the very edge."""
        lines = words.lines(self._width - INSET)
        return Item((Column(-INSET, self._width, lines),), above=above)

    def _x(self, side: Side) -> int:
        return 0 if side is Side.LEFT else self._width - self._half

    def _colours(self) -> dict[str, str]:
        theme = self._theme
        return {
            "kept": "#cdcac1",
            "edited": theme.edited.strong,
            "reworded": theme.edited.pen,
            "moved": theme.moved.pen,
            "missing": theme.left.pen,
            "new": theme.right.pen,
            "pending": theme.hatch,
        }

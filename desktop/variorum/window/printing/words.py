"""Words with marks -> set lines, in the units of paper.

Imports Qt's text layout and the window's offsets. Sizes are tenths of a point, so that whole
numbers are exact enough and the same lines come out on every printer.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise, zip_longest
from typing import Final, NamedTuple, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from variorum.engine import CELL_BREAK, Span
from variorum.window.offsets import Offsets
from variorum.window.view.table_stops import RowPlan, Way, tabs_at
from variorum.window.view.typography import SANS_SERIFS, SERIFS

POINT: Final = 10
"""Units in a point of 1/72 of an inch."""

TAB: Final = 8
"""In spaces: how far apart the places are that tabs lead to."""

LONGEST: Final = 3_000
"""The most characters that are set at once: more would hold up the window."""

_Value = TypeVar("_Value")
Steps = Generator[None, None, _Value]
"""Work that can be left between any two steps of it; its value comes at the end."""


def finished(steps: Steps[_Value]) -> _Value:
    """The value of some work, all of it done at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: _Value = end.value
            return value


Underline = QTextCharFormat.UnderlineStyle


class Mark(NamedTuple):
    """How some words differ from those around them; told by more than colour."""

    ground: str = ""
    """The colour behind them; empty: none."""
    line: Underline = Underline.NoUnderline
    pen: str = ""
    """The colour of that line; of the words themselves when there is no ground."""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    sign: bool = False
    """Small print of the program's own."""
    raised: bool = False
    """A small number above the line."""


PLAIN: Final = Mark()

_Part = tuple[str, Mark]

_ISOLATE: Final = "\u2066"
"""What follows runs from left to right, whatever is around it, ..."""
_END: Final = "\u2069"
"""... until here."""


class SetLine(NamedTuple):
    """A line in a layout."""

    layout: QTextLayout
    number: int


class Line(NamedTuple):
    """One set line."""

    layout: QTextLayout
    number: int
    """Of the line in its layout."""
    height: int
    """With the free space above."""
    bar: int
    """How strong the line beside it is drawn, 0 to 5."""
    above: int = 0
    """Free space above it."""
    paragraph: int = 0
    """The number of the paragraph that begins with it, told in the margin; 0: none does."""
    beside: tuple[SetLine, ...] = ()
    """What further cells of a row have on the same line."""


@dataclass(frozen=True)
class Type:
    """How a paragraph is set."""

    size: float
    """In points."""
    serif: bool = True
    bold: bool = False
    leading: float = 1.35
    """Line height in sizes."""
    indent: int = 0
    right_to_left: bool = False
    centred: bool = False

    def font(self) -> QFont:
        """The font, in the units of paper."""
        font = QFont()
        font.setFamilies(list(SERIFS if self.serif else SANS_SERIFS))
        font.setPixelSize(round(self.size * POINT))
        font.setBold(self.bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


class Words:
    """Gathers the words of one paragraph, mark by mark, and sets them."""

    def __init__(self, type_: Type, plan: RowPlan | None = None, skipped: int = 0) -> None:
        """Begin with none.

        Args:
            type_: how they are set.
            plan: of the table that they are a row of.
            skipped: how many empty cells stand before them.
        """
        self._type = type_
        self._plan = plan
        self._skipped = skipped
        self._parts: list[_Part] = []
        self._bars: list[tuple[int, int, int]] = []
        self._length = 0

    def add(self, text: str, mark: Mark = PLAIN) -> None:
        """Put words at the end; line breaks among them are kept.

        What the program says in a paragraph from right to left runs as it always does, with its
        brackets around it.
        """
        said = text.strip(" ")
        if mark.sign and said and self._type.right_to_left:
            text = text.replace(said, f"{_ISOLATE}{said}{_END}")
        for start in range(0, len(text), LONGEST):
            piece = text[start : start + LONGEST].replace("\n", "\u2028")
            self._parts.append((piece, mark))
            self._length += len(piece)

    @property
    def length(self) -> int:
        """How many characters there are."""
        return self._length

    def bar(self, start: int, strength: int) -> None:
        """Draw a line beside all that was put in since a length."""
        self._bars.append((start, self._length, strength))

    def lines(self, width: int) -> tuple[Line, ...]:
        """Set them in a column."""
        return finished(self.set_in(width))

    def set_in(self, width: int) -> Steps[tuple[Line, ...]]:
        """Set them in a column, so many at a time that no step takes long."""
        plan = self._plan
        if plan is not None and (self._skipped or plan.way is not Way.TABS):
            return (yield from self._row(plan, width))
        indent = self._type.indent
        return (yield from self._set(self._parts, 0, Span(indent, max(indent + POINT, width))))

    def _row(self, plan: RowPlan, width: int) -> Steps[tuple[Line, ...]]:
        """The cells of a row, each in its column, or one below the other."""
        cells = _cells(self._parts)
        columns = plan.columns[self._skipped :]
        is_stacked = plan.way is Way.BELOW or len(cells) > len(columns)
        indent = min(self._height, width // 4)
        found: list[tuple[Line, ...]] = []
        at = 0
        for number, cell in enumerate(cells):
            if is_stacked:
                room = Span(indent if number or self._skipped else 0, width)
            else:
                is_last = number + 1 == len(cells)
                room = Span(columns[number].start, width if is_last else columns[number].end)
            if self._type.right_to_left:
                room = Span(width - room.end, width - room.start)
            length = sum(len(text) for text, _ in cell)
            found.append((yield from self._set(cell, at, room)) if length else ())
            at += length + len(CELL_BREAK)
        if is_stacked:
            return tuple(chain.from_iterable(found))
        return tuple(map(_beside, zip_longest(*found)))

    @property
    def _height(self) -> int:
        """Of a line."""
        return round(self._type.size * self._type.leading * POINT)

    def _set(self, parts: list[_Part], at: int, room: Span) -> Steps[tuple[Line, ...]]:
        """Set some of the words.

        Args:
            parts: these.
            at: how many characters come before them.
            room: from where to where the lines reach.
        """
        out: list[Line] = []
        waiting = parts[::-1]
        while waiting:
            group = _taken(waiting, LONGEST)
            layout = self._layout(group, room)
            offsets = Offsets("".join(text for text, _ in group))
            ends = [0]
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                ends.append(offsets.from_qt(line.textStart() + line.textLength()))
            if waiting and len(ends) > 2:
                # The last line is not full: what is in it begins the next group.
                ends.pop()
                waiting += reversed(_rest(group, ends[-1]))
            for number, (start, end) in enumerate(pairwise(ends)):
                low, high = at + start, at + end
                bars = [s for first, last, s in self._bars if first < high and last > low]
                out.append(Line(layout, number, self._height, max(bars, default=0)))
            at += ends[-1]
            yield
        return tuple(out)

    def _layout(self, parts: list[_Part], room: Span) -> QTextLayout:
        font = self._type.font()
        layout = QTextLayout("".join(text for text, _ in parts), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self._type.right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        if self._type.centred:
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if "\t" in layout.text():
            # Qt counts pixels of a screen, which are next to nothing here.
            option.setTabStopDistance(TAB * QFontMetricsF(font).horizontalAdvance(" "))
            stops = () if self._plan is None else self._plan.stops
            option.setTabs(tabs_at(stops, right_to_left=self._type.right_to_left))
        layout.setTextOption(option)
        layout.setFormats(list(self._formats(parts)))
        layout.setCacheEnabled(True)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room.length)
            line.setPosition(QPointF(room.start, 0))
        layout.endLayout()
        return layout

    def _formats(self, parts: list[_Part]) -> Iterator[QTextLayout.FormatRange]:
        at = 0
        for text, mark in parts:
            length = Offsets(text).to_qt(len(text))
            if mark != PLAIN:
                found = QTextLayout.FormatRange()
                found.start, found.length = at, length
                found.format = self._format(mark)
                yield found
            at += length

    def _format(self, mark: Mark) -> QTextCharFormat:
        found = QTextCharFormat()
        if mark.ground:
            found.setBackground(QBrush(QColor(mark.ground)))
        elif mark.pen and mark.line == Underline.NoUnderline:
            found.setForeground(QBrush(QColor(mark.pen)))
        if mark.line != Underline.NoUnderline:
            found.setUnderlineStyle(mark.line)
            found.setUnderlineColor(QColor(mark.pen))
        if mark.sign or mark.raised:
            font = Type(self._type.size * (0.95 if mark.raised else 0.78), serif=False).font()
            found.setFont(font)
        if mark.raised:
            found.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if mark.bold:
            found.setFontWeight(QFont.Weight.Bold)
        found.setFontItalic(mark.italic)
        found.setFontStrikeOut(mark.struck)
        return found


def _cells(parts: list[_Part]) -> list[list[_Part]]:
    """The parts of each cell of a row."""
    cells: list[list[_Part]] = [[]]
    for text, mark in parts:
        first, *others = text.split(CELL_BREAK)
        cells[-1].append((first, mark))
        cells += [[(other, mark)] for other in others]
    return cells


def _beside(found: tuple[Line | None, ...]) -> Line:
    """What the cells of a row have on one line, as one."""
    first, *others = (line for line in found if line is not None)
    beside = tuple(SetLine(line.layout, line.number) for line in others)
    return first._replace(beside=beside, bar=max(line.bar for line in (first, *others)))


def _taken(waiting: list[_Part], most: int) -> list[_Part]:
    """The first parts of a list that is in reverse order; they are taken out of it."""
    group: list[_Part] = []
    while waiting and most > 0:
        text, mark = waiting.pop()
        group.append((text[:most], mark))
        if len(text) > most:
            waiting.append((text[most:], mark))
        most -= len(text)
    return group


def _rest(group: list[_Part], start: int) -> list[_Part]:
    """What of some parts comes after so many characters."""
    out: list[_Part] = []
    for text, mark in group:
        if start < len(text):
            out.append((text[max(0, start) :], mark))
        start -= len(text)
    return out

"""Words with marks -> set lines, in the units of paper.

Imports Qt's text layout and the window's offsets. Sizes are tenths of a point, so that whole
numbers are exact enough and the same lines come out on every printer.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import pairwise
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

from variorum.records import dataclass
from variorum.window.offsets import Offsets
from variorum.window.view.table_stops import tabs_at
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

_ISOLATE: Final = "\u2066"
"""What follows runs from left to right, whatever is around it, ..."""
_END: Final = "\u2069"
"""... until here."""


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

    def __init__(self, type_: Type, stops: tuple[int, ...] = ()) -> None:
        """Begin with none.

        Args:
            type_: how they are set.
            stops: how far in what follows each tab begins; behind the last, at even distances.
        """
        self._type = type_
        self._stops = stops
        self._parts: list[tuple[str, Mark]] = []
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
        out: list[Line] = []
        waiting = self._parts[::-1]
        height = round(self._type.size * self._type.leading * POINT)
        at = 0
        while waiting:
            group = _taken(waiting, LONGEST)
            layout = self._layout(group, width)
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
                out.append(Line(layout, number, height, max(bars, default=0)))
            at += ends[-1]
            yield
        return tuple(out)

    def _layout(self, parts: list[tuple[str, Mark]], width: int) -> QTextLayout:
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
            option.setTabs(tabs_at(self._stops, right_to_left=self._type.right_to_left))
        layout.setTextOption(option)
        layout.setFormats(list(self._formats(parts)))
        layout.setCacheEnabled(True)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(POINT, width - self._type.indent))
            line.setPosition(QPointF(self._type.indent, 0))
        layout.endLayout()
        return layout

    def _formats(self, parts: list[tuple[str, Mark]]) -> Iterator[QTextLayout.FormatRange]:
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


_Part = tuple[str, Mark]


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

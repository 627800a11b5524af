"""Paragraphs laid out in lines: where each character stands.

Imports Qt's text layout. The outside speaks in code points of the side's text and in pixels from
the piece's upper left corner; only here do they meet Qt's UTF-16 units.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from variorum.engine import Emphasis, EmphasisKind, Layout, Span
from variorum.window.offsets import Offsets
from variorum.window.view.piece_text import PieceText
from variorum.window.view.table_stops import tabs_at
from variorum.window.view.typography import Look

KEPT: Final = 800
"""How many layouts are kept: some ten screens of both panes, about 25 MB."""

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_HARD_LINE_END: Final = "\u2028"
_TAB: Final = "\t"
LONGEST_VERSE: Final = 80
"""Characters that a line of verse has at most; longer ones are prose with line ends in it."""


class Box(NamedTuple):
    """A part of one line, in pixels from the upper left corner of the piece."""

    line: int
    left: float
    right: float


class _Cell(NamedTuple):
    """What the glyphs of one UTF-16 unit cover."""

    unit: int
    left: float
    right: float
    right_to_left: bool


class LaidText(PieceText):
    """A piece of a text in lines of one width."""

    def __init__(
        self,
        text: str,
        span: Span,
        look: Look,
        width: int,
        emphasis: tuple[Emphasis, ...] = (),
        lead: str = "",
        stops: tuple[int, ...] = (),
        *,
        right_to_left: bool | None = None,
        hang: int = 0,
    ) -> None:
        """Lay out.

        Args:
            text: of the piece, as it is to be seen: see `shown`.
            span: of the piece, in its document; as long as `text`.
            look: font and line height.
            width: of the lines.
            emphasis: in the positions of the document.
            lead: the white space before the piece on its line: see `lead_of`. Verse begins so far
                in, as its other lines do.
            stops: how far in what follows each tab begins; behind the last one, at even distances.
            right_to_left: whether lines begin at the right; None: as the letters say.
            hang: how far in a line begins that goes on; of verse, the text says it.
        """
        super().__init__(text, span)
        self.look = look
        self.width = width
        self._stops = stops
        self.offsets = Offsets(text)
        self.right_to_left = runs_right_to_left(text) if right_to_left is None else right_to_left
        self._mixed = _RIGHT_TO_LEFT.search(text) is not None
        self.indent = 0 if self.right_to_left else look.indent
        is_verse = _is_verse(text)
        self._hang = min(look.line_height, width // 4) if is_verse else hang
        self._lead = min(_advance(lead, look.font), width // 4) if lead and is_verse else 0
        self.layout = QTextLayout(text, look.font)
        self.layout.setTextOption(self.text_option())
        self.layout.setCacheEnabled(True)
        if emphasis:
            self.layout.setFormats(list(self._formats(emphasis)))
        self._break_lines()

    def text_option(self) -> QTextOption:
        """How lines are broken, from which side they begin, and how far a tab reaches."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self.right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        else:
            option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        if _TAB in self.text:
            option.setTabStopDistance(_advance(_TAB, self.look.font))
            option.setTabs(tabs_at(self._stops, right_to_left=self.right_to_left))
        return option

    def _break_lines(self) -> None:
        self.layout.beginLayout()
        self._lines: list[QTextLine] = []
        self._starts: list[int] = []
        self._cells_of_line: dict[int, list[_Cell]] = {}
        self._extents_of: dict[tuple[int, int], list[tuple[float, float]]] = {}
        self._bare_ends: dict[int, int] = {}
        while (line := self.layout.createLine()).isValid():
            base = len(self._lines) * self.look.line_height + self.look.ascent
            begin = line.textStart()
            self.put(line, base, goes_on=self._goes_on(begin), begins=begin == 0)
            self._lines.append(line)
            self._starts.append(line.textStart())
        self.layout.endLayout()
        self.height = max(1, len(self._lines)) * self.look.line_height

    def put(self, line: QTextLine, base: float, *, goes_on: bool, begins: bool) -> None:
        """Set a line of this piece: in its width, in its place.

        Args:
            line: of a layout.
            base: where its base line is to be.
            goes_on: the width broke the line before it. In verse it is set in, so that one sees
                where the poet's lines begin.
            begins: it is the first line of the piece.
        """
        hang = self._hang if goes_on else self._lead if begins else 0
        line.setLineWidth(max(1, self.width - self.look.indent - hang))
        left = self.indent + (0 if self.right_to_left else hang)
        line.setPosition(QPointF(left, base - line.ascent()))

    def break_alike(self, layout: QTextLayout, *, begins: bool) -> None:
        """Break another layout of these letters, or of one of their lines, where this one does.

        Args:
            layout: with nothing but one line of verse in it, if this is verse.
            begins: it begins where this text does.
        """
        layout.beginLayout()
        base = self.look.ascent
        while (line := layout.createLine()).isValid():
            is_first = line.lineNumber() == 0
            self.put(line, base, goes_on=not is_first, begins=is_first and begins)
            base += self.look.line_height
        layout.endLayout()

    def draw(
        self, painter: QPainter, place: QPointF, clip: QRectF, spans: Iterable[Span], style: QColor
    ) -> None:
        """Draw the letters.

        Args:
            painter: with the usual colour.
            place: of the upper left corner.
            clip: what is seen of it.
            spans: what has another colour.
            style: that colour.
        """
        self.layout.draw(painter, place, [self._inked(span, style) for span in spans], clip)

    def _inked(self, span: Span, colour: QColor) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start, end = self._unit(span.start), self._unit(span.end)
        found.length = end - found.start
        style = QTextCharFormat()
        style.setForeground(QBrush(colour))
        found.format = style
        return found

    def _goes_on(self, unit: int) -> bool:
        if not self._hang or not unit:
            return False
        return self.text[self.offsets.from_qt(unit) - 1] != _HARD_LINE_END

    def _formats(self, emphasis: tuple[Emphasis, ...]) -> Iterator[QTextLayout.FormatRange]:
        for mark in emphasis:
            start, end = max(mark.span.start, self.span.start), min(mark.span.end, self.span.end)
            if start < end:
                found = QTextLayout.FormatRange()
                found.start = self._unit(start)
                found.length = self._unit(end) - found.start
                _EMPHASES[mark.kind](found.format)
                yield found

    def _unit(self, position: int) -> int:
        """The UTF-16 unit of a position of the document."""
        return self.offsets.to_qt(position - self.span.start)

    def _position(self, unit: int) -> int:
        return self.span.start + self.offsets.from_qt(unit)

    @property
    def line_count(self) -> int:
        """How many lines it takes."""
        return len(self._lines)

    def line_of(self, position: int) -> int:
        """The line that a position stands in."""
        return max(0, bisect_right(self._starts, self._unit(position)) - 1)

    def lines_of(self, span: Span) -> Span:
        """The lines that a stretch stands in, half-open."""
        return Span(self.line_of(span.start), self.line_of(span.end - 1) + 1)

    def set_with(self, position: int) -> LaidText:  # noqa: ARG002 - of a row it is a cell
        """What the letter at a position is set together with: all of it."""
        return self

    def line_at(self, y: float) -> int:
        """The line at a height, the nearest one if there is none."""
        return max(0, min(len(self._lines) - 1, int(y // self.look.line_height)))

    def line_start(self, line: int) -> int:
        """The position at which a line begins."""
        return self._position(self._starts[line]) if self._starts else self.span.start

    def columns_in(self, line: int) -> int:
        """How many places a caret may stand at in a line: Qt's columns."""
        last = (
            self._behind(line)
            if line + 1 < len(self._starts)
            else self.offsets.to_qt(len(self.text))
        )
        count, unit = 0, self._starts[line]
        while unit < last:
            unit = self.layout.nextCursorPosition(unit)
            count += 1
        return count

    def line_end(self, line: int) -> int:
        """The position at which a line ends, without the space it was broken at.

        Where it was broken between letters, as Chinese is, the next line begins there.
        """
        end = self._behind_line(line)
        return end - 1 if line + 1 < len(self._starts) and self._is_blank(end - 1) else end

    def last_in_line(self, line: int) -> int:
        """The last position that stands in a line, and not at the beginning of the next one."""
        end = self.line_end(line)
        if line + 1 < len(self._starts) and end == self._behind_line(line):
            return self._position(self.layout.previousCursorPosition(self._starts[line + 1]))
        return end

    def _behind_line(self, line: int) -> int:
        if line + 1 < len(self._starts):
            return self._position(self._starts[line + 1])
        return self.span.end

    def _is_blank(self, position: int) -> bool:
        return self.is_space(Span(position, position + 1))

    def position_at(self, x: float, y: float) -> int:
        """The position between two characters that is nearest to a point."""
        if not self._lines:
            return self.span.start
        number = self.line_at(y)
        line = self._lines[number]
        unit = self._edge_at(line, x) if self._mixed else line.xToCursor(x)
        if not self._mixed and number + 1 < len(self._lines):
            unit = self._past_last(line, unit, x)
        return min(self._position(unit), self.line_end(number))

    def place_in(self, line: int, x: float) -> int:
        """As `position_at`, in a line, but never where the next one begins."""
        found = self.position_at(x, (line + 0.5) * self.look.line_height)
        return min(found, self.last_in_line(line))

    def _past_last(self, line: QTextLine, unit: int, x: float) -> int:
        """The unit behind the last letter of a line, if that is nearer: Qt stops before it."""
        end = line.textStart() + line.textLength()
        if unit != self.layout.previousCursorPosition(end):
            return unit
        behind = line.naturalTextRect().right()
        return end if x > (_x(line, unit) + behind) / 2 else unit

    def _edge_at(self, line: QTextLine, x: float) -> int:
        """The unit whose beginning is nearest, where text runs both ways."""
        cell = min(self._cells(line), key=lambda cell: _distance(x, cell.left, cell.right))
        in_right_half = x > (cell.left + cell.right) / 2
        if in_right_half == cell.right_to_left:
            return cell.unit
        return self.layout.nextCursorPosition(cell.unit)

    def character_at(self, x: float, y: float) -> int | None:
        """The position of the character at a point; None where there is no text."""
        if not self._lines or not 0 <= y < self.height:
            return None
        line = self._lines[self.line_at(y)]
        text = line.naturalTextRect()
        if not text.left() - 2 <= x <= text.right() + 2:
            return None
        if self._mixed:
            unit = min(self._cells(line), key=lambda c: _distance(x, c.left, c.right)).unit
        else:
            unit = line.xToCursor(x)
            if unit > line.textStart() and _x(line, unit) > x:
                unit = self.layout.previousCursorPosition(unit)
        return min(self._position(unit), self.span.end - 1)

    def x_of(self, position: int) -> float:
        """Where the caret stands before a position."""
        if not self._lines:
            return 0.0
        return _x(self._lines[self.line_of(position)], self._unit(position))

    def boxes(self, span: Span) -> list[Box]:
        """What a stretch of the text covers, line by line from left to right."""
        start, end = self._unit(span.start), self._unit(span.end)
        first = max(0, bisect_right(self._starts, start) - 1)
        if not self._mixed and end <= self._behind(first):
            # Most are words inside a line.
            if not self._lines:
                return []
            if self.text[span.end - self.span.start - 1 : span.end - self.span.start].isspace():
                end = min(end, self._bare_end(first))
            line = self._lines[first]
            return [Box(first, _x(line, start), _x(line, end))] if start < end else []
        out: list[Box] = []
        for number in range(first, len(self._lines)):
            line = self._lines[number]
            begin = line.textStart()
            if begin >= end:
                break
            a, b = max(start, begin), min(end, self._bare_end(number))
            if a < b:
                out += (Box(number, *ends) for ends in self._extents(line, a, b))
        return out

    def is_at_ends(self, box: Box) -> tuple[bool, bool]:
        """Whether nothing stands in its line to the left of a box, and nothing to the right."""
        if not self._mixed:
            return True, True
        text = self._lines[box.line].naturalTextRect()
        return box.left < text.left() + 1, box.right > text.right() - 1

    def _behind(self, number: int) -> int:
        """The unit behind a line; endless for the last one."""
        return self._starts[number + 1] if number + 1 < len(self._starts) else sys.maxsize

    def _bare_end(self, number: int) -> int:
        """The unit at which the letters of a line end, without the space it was broken at."""
        found = self._bare_ends.get(number)
        if found is None:
            found = self._bare_ends[number] = self._find_bare_end(number)
        return found

    def _find_bare_end(self, number: int) -> int:
        if number + 1 >= len(self._starts):
            return self._starts[number] + self._lines[number].textLength()
        begin = self.offsets.from_qt(self._starts[number])
        end = self.offsets.from_qt(self._starts[number + 1])
        return self.offsets.to_qt(begin + len(self.text[begin:end].rstrip()))

    def _extents(self, line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
        if not self._mixed:
            return [(_x(line, start), _x(line, end))]
        if start == line.textStart() and end == start + line.textLength():
            text = line.naturalTextRect()
            return [(text.left(), text.right())]
        found = self._extents_of.get((start, end))
        if found is None:
            found = _joined(sorted(_covered(line, start, end - start)))
            self._extents_of[start, end] = found
        return found

    def _cells(self, line: QTextLine) -> list[_Cell]:
        """For each unit of a line what its glyphs cover.

        The string indexes of a long glyph run are wrong where fonts change: units are asked for
        one by one.
        """
        number = line.lineNumber()
        if number not in self._cells_of_line:
            begin = line.textStart()
            units = range(begin, begin + line.textLength())
            self._cells_of_line[number] = [
                cell for unit in units for cell in _cells_of_unit(line, unit)
            ] or [_Cell(begin, 0.0, 0.0, self.right_to_left)]
        return self._cells_of_line[number]

    def beside(self, position: int, *, forward: bool, words: bool) -> int | None:
        """The next position for the caret, None at the end of the piece."""
        if words:
            return self._word_beside(position, forward=forward)
        unit = self._unit(position)
        step = self.layout.nextCursorPosition if forward else self.layout.previousCursorPosition
        found = step(unit)
        return None if found == unit else self._position(found)


_Laid = TypeVar("_Laid")


class LayoutCache(Generic[_Laid]):
    """The layouts that were used last."""

    def __init__(self, make: Callable[[tuple[int, ...]], _Laid], kept: int = KEPT) -> None:
        self._make = make
        self._kept = kept
        self._known: OrderedDict[tuple[int, ...], _Laid] = OrderedDict()

    def __len__(self) -> int:
        """How many are kept at the moment."""
        return len(self._known)

    def get(self, *key: int) -> _Laid:
        """The layout of a key, made if need be."""
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._make(key)
            if len(self._known) > self._kept:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(key)
        return found

    def clear(self) -> None:
        """Forget all: fonts, width or text have changed."""
        self._known.clear()


def _is_verse(text: str) -> bool:
    """Whether a piece has lines of its own, all of them short."""
    if _HARD_LINE_END not in text:
        return False
    return max(map(len, text.split(_HARD_LINE_END))) <= LONGEST_VERSE


def _advance(spaces: str, font: QFont) -> int:
    return round(QFontMetricsF(font).horizontalAdvance(spaces.replace(_TAB, 8 * " ")))


def lead_of(text: str, start: int) -> str:
    """The white space between the beginning of a line and a position; empty if there is more."""
    lead = text[text.rfind("\n", max(0, start - LONGEST_VERSE), start) + 1 : start]
    return lead if len(lead) < LONGEST_VERSE and lead.isspace() else ""


def shown(text: str, layout: Layout) -> str:
    """A text as the panes show it, character for character.

    Line ends inside a paragraph are kept, but are mere spaces in a text that was broken at a
    width; control characters and halves of characters are made visible.
    """
    line_end = " " if layout is Layout.WRAPPED else _HARD_LINE_END
    return visible(text).replace("\n", line_end)


def visible(text: str) -> str:
    """A text in which control characters and halves of characters can be seen; as long."""
    if _UNSEEN.search(text):
        text = text.translate(_VISIBLE)
    return text if text.isascii() else _LONE_HALF.sub("\ufffd", text)


def runs_right_to_left(text: str) -> bool:
    """Whether a paragraph runs from right to left: its first letter with a direction decides."""
    if text.isascii():
        return False
    for character in text[:2000]:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


_LONE_HALF: Final = re.compile("[\ud800-\udfff]")
_VISIBLE: Final = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\v\f"},
    **dict.fromkeys(map(ord, "\v\f\x85"), ord(" ")),
    0x7F: 0x2421,
}
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85]")
_Format: Final = QTextCharFormat.VerticalAlignment
_EMPHASES: Final[dict[EmphasisKind, Callable[[QTextCharFormat], None]]] = {
    EmphasisKind.ITALIC: lambda f: f.setFontItalic(True),
    EmphasisKind.BOLD: lambda f: f.setFontWeight(QFont.Weight.Bold),
    EmphasisKind.UNDERLINE: lambda f: f.setFontUnderline(True),
    EmphasisKind.STRIKE: lambda f: f.setFontStrikeOut(True),
    EmphasisKind.SUPERSCRIPT: lambda f: f.setVerticalAlignment(_Format.AlignSuperScript),
    EmphasisKind.SUBSCRIPT: lambda f: f.setVerticalAlignment(_Format.AlignSubScript),
    EmphasisKind.CODE: lambda f: f.setFontFamilies([_fixed_family()]),
}


def _fixed_family() -> str:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()


def _x(line: QTextLine, unit: int) -> float:
    """Where a caret before a unit stands; PySide returns the place and the unit it took."""
    found: Any = line.cursorToX(unit)
    return float(found[0] if isinstance(found, tuple) else found)


def _covered(line: QTextLine, first: int, count: int) -> list[tuple[float, float]]:
    """What the glyphs of some units cover, one by one.

    Where text runs both ways `cursorToX` is ambiguous at the borders of runs, so that glyphs are
    asked for. A mark is drawn where it looks best, which may be above the next letter: beside the
    letter that bears it, it covers nothing.
    """
    found: list[tuple[float, float]] = []
    for run in line.glyphRuns(first, count):
        widths = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        found += [
            (left := place.x(), left + width.x())
            for place, width in zip(run.positions(), widths, strict=True)
        ]
    return [extent for extent in found if extent[1] > extent[0]] or found


def _cells_of_unit(line: QTextLine, unit: int) -> list[_Cell]:
    backwards = any(run.isRightToLeft() for run in line.glyphRuns(unit, 1))
    return [_Cell(unit, *extent, backwards) for extent in _covered(line, unit, 1)]


def _distance(x: float, left: float, right: float) -> float:
    return max(left - x, x - right, 0.0)


def _joined(extents: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Neighbouring extents as one; half a pixel between them is rounding."""
    out: list[tuple[float, float]] = []
    for left, right in extents:
        if out and left <= out[-1][1] + 0.5:
            out[-1] = (out[-1][0], max(out[-1][1], right))
        else:
            out.append((left, right))
    return out
